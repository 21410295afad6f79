// HTML.
//
// Idea: gumbo parses as browsers do and keeps, for every piece of text, the bytes
// of the file that it came from. The tree is walked once with an explicit stack;
// block elements cut the text, `<br>` breaks it, and the elements around a block
// say what it is: a heading, a cell, a quotation with its <cite>, or furniture
// (<nav>, role="banner", class="share-buttons").
//
//   <p>Profit fell&nbsp;to &pound;3m</p>   text "Profit fell to £3m", each byte
//                                          with its way back to the file
//
// An entity is aligned by walking the decoded text and the raw bytes together.
// Cost: linear. Limits: the library frees its tree by recursion, so a page whose
// elements nest deeper than kMostDepth is refused; text made by scripts is not
// seen. Tests: tests/unit/document/html_reader_test.cpp.

#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

#include "core/base/unicode.h"
#include "core/document/dateline.h"
#include "core/document/line_shape.h"
#include "core/document/reader.h"
#include "core/document/refine.h"
#include "core/document/text_builder.h"

namespace crosscheck {
namespace {

constexpr int kMostDepth = 2000;
constexpr size_t kMostEntityBytes = 33;

#define FURNITURE_ELEMENT(name)
#define FURNITURE_ROLE(name)
#define FURNITURE_CLASS(name)
#define SILENT_ELEMENT(name)
#define BLOCK_ELEMENT(name)

#undef FURNITURE_ELEMENT
#define FURNITURE_ELEMENT(name) name,
constexpr std::string_view kFurnitureElements[] = {
#include "core/document/html_roles.def"
};
#undef FURNITURE_ELEMENT
#define FURNITURE_ELEMENT(name)
#undef FURNITURE_ROLE
#define FURNITURE_ROLE(name) name,
constexpr std::string_view kFurnitureRoles[] = {
#include "core/document/html_roles.def"
};
#undef FURNITURE_ROLE
#define FURNITURE_ROLE(name)
#undef FURNITURE_CLASS
#define FURNITURE_CLASS(name) name,
constexpr std::string_view kFurnitureClasses[] = {
#include "core/document/html_roles.def"
};
#undef FURNITURE_CLASS
#define FURNITURE_CLASS(name)
#undef SILENT_ELEMENT
#define SILENT_ELEMENT(name) name,
constexpr std::string_view kSilentElements[] = {
#include "core/document/html_roles.def"
};
#undef SILENT_ELEMENT
#define SILENT_ELEMENT(name)
#undef BLOCK_ELEMENT
#define BLOCK_ELEMENT(name) name,
constexpr std::string_view kBlockElements[] = {
#include "core/document/html_roles.def"
};
#undef FURNITURE_ROLE
#undef FURNITURE_CLASS
#undef FURNITURE_ELEMENT
#undef SILENT_ELEMENT
#undef BLOCK_ELEMENT

template <size_t N>
bool Among(const std::string_view (&names)[N], std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

std::string_view NameOf(const GumboElement& element) {
  return gumbo_normalized_tagname(element.tag);
}

std::string_view AttributeOf(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

// How deep elements may nest at most, by counting tags. Elements that need no
// end tag do not count.
int DepthBound(std::string_view bytes) {
  constexpr std::string_view kFlat[] = {"p",      "li",  "br",  "img",  "meta", "link", "input",
                                        "hr",     "td",  "tr",  "th",   "dd",   "dt",   "option",
                                        "source", "wbr", "col", "area", "base", "embed"};
  int depth = 0;
  int most = 0;
  for (size_t i = bytes.find('<'); i != std::string_view::npos; i = bytes.find('<', i + 1)) {
    size_t end = i + 1;
    const bool closing = end < bytes.size() && bytes[end] == '/';
    if (closing) ++end;
    const size_t start = end;
    while (end < bytes.size() && std::isalnum(static_cast<unsigned char>(bytes[end])) != 0) ++end;
    const std::string name = ToLower(bytes.substr(start, std::min<size_t>(end - start, 12)));
    if (name.empty() || Among(kFlat, name)) continue;
    depth = std::max(0, depth + (closing ? -1 : 1));
    most = std::max(most, depth);
  }
  return most;
}

bool HasFurnitureClass(std::string_view names) {
  std::string word;
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    if (Among(kFurnitureClasses, word)) return true;
    word.clear();
  }
  return false;
}

bool IsHidden(const GumboElement& element) {
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
  const std::string_view style = AttributeOf(element, "style");
  return AttributeOf(element, "aria-hidden") == "true" ||
         style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

// What surrounds the text that is being read.
struct Around {
  int furniture = 0;
  int silent = 0;
  int quotations = 0;
  int lists = 0;
  int captions = 0;
  int links = 0;
  int cites = 0;
  int articles = 0;
  int heading = 0;  // level, 0 = none
  bool row = false;
};

class HtmlBlocks {
 public:
  HtmlBlocks(std::string_view bytes, Metadata* metadata) : bytes_(bytes), metadata_(metadata) {}

  void Read(const GumboNode* root) {
    struct Step {
      const GumboNode* node;
      bool leave;
    };
    std::vector<Step> steps = {{root, false}};
    while (!steps.empty()) {
      const Step step = steps.back();
      steps.pop_back();
      const GumboNode* node = step.node;
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
        ReadText(node);
        continue;
      }
      const GumboElement& element = node->v.element;
      if (step.leave) {
        Leave(element);
        continue;
      }
      Enter(element);
      steps.push_back({node, true});
      for (unsigned i = element.children.length; i-- > 0;) {
        steps.push_back({static_cast<const GumboNode*>(element.children.data[i]), false});
      }
    }
    EndBlock();
  }

  TextBuilder& text() { return text_; }
  std::vector<Block>& blocks() { return blocks_; }

 private:
  bool IsFurnitureElement(const GumboElement& element) const {
    const std::string_view name = NameOf(element);
    if (Among(kFurnitureElements, name) || Among(kFurnitureRoles, AttributeOf(element, "role")))
      return true;
    const bool page_level = around_.articles == 0 && around_.quotations == 0;
    if (name == "footer" && around_.quotations == 0) return true;
    if (name == "header" && page_level && seen_heading_) return true;
    if (name == "body" || name == "html" || name == "main" || name == "article") return false;
    // Inside a sentence a class says nothing: <span class="share"> of a share price.
    if (!Among(kBlockElements, name)) return false;
    return HasFurnitureClass(AttributeOf(element, "class")) ||
           HasFurnitureClass(AttributeOf(element, "id"));
  }

  void Count(const GumboElement& element, std::string_view name, int by) {
    if (Among(kSilentElements, name) || IsHidden(element)) around_.silent += by;
    if (name == "blockquote") around_.quotations += by;
    if (name == "li" || name == "dd") around_.lists += by;
    if (name == "figcaption" || name == "caption") around_.captions += by;
    if (name == "a") around_.links += by;
    if (name == "article" || name == "main") around_.articles += by;
    if (name == "cite" || name == "footer") around_.cites += by;
  }

  void Enter(const GumboElement& element) {
    const std::string_view name = NameOf(element);
    ReadMetadata(element, name);
    const bool cell = name == "td" || name == "th";
    if (name == "br") {
      Break(element);
    } else if (Among(kBlockElements, name) && !around_.row) {
      EndBlock();
    }
    // Whether an element is furniture depends on what stands around and before
    // it, so it is decided once and remembered.
    if (IsFurnitureElement(element)) {
      if (!around_.row) EndBlock();
      furniture_.push_back(&element);
      ++around_.furniture;
    }
    Count(element, name, 1);
    if (name == "tr") {
      EndBlock();
      around_.row = true;
      cells_.clear();
    }
    if (cell) cell_start_ = text_.size();
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      around_.heading = name[1] - '0';
      seen_heading_ = seen_heading_ || around_.furniture == 0;
    }
    if (around_.cites == 1 && (name == "cite" || name == "footer") && around_.quotations > 0)
      cite_start_ = text_.size();
  }

  void Leave(const GumboElement& element) {
    const std::string_view name = NameOf(element);
    if (name == "td" || name == "th") {
      cells_.push_back(Trimmed(text_.text(), {std::min(cell_start_, text_.size()), text_.size()}));
      text_.AppendDecoded(" ", element.end_pos.offset, 0);
    }
    if (name == "tr") {
      EndBlock();
      around_.row = false;
    } else if (Among(kBlockElements, name) && !around_.row) {
      EndBlock();
    }
    if ((name == "cite" || name == "footer") && around_.quotations > 0 && around_.cites == 1)
      EndCredit();
    Count(element, name, -1);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') around_.heading = 0;
    if (furniture_.empty() || furniture_.back() != &element) return;
    if (!around_.row) EndBlock();
    furniture_.pop_back();
    --around_.furniture;
  }

  // One break inside a sentence is a space; after a sentence, or twice, a new
  // paragraph.
  void Break(const GumboElement& element) {
    if (!text_.block_empty() &&
        (EndsSentence(text_.block_text()) || text_.block_text().ends_with(' '))) {
      EndBlock();
    } else {
      text_.AppendDecoded(" ", element.start_pos.offset, 0);
    }
  }

  void EndCredit() {
    const TextRange words =
        Trimmed(text_.text(), {std::min(cite_start_, text_.size()), text_.size()});
    if (!words.empty()) credit_ = words;
    if (text_.block_empty() && !blocks_.empty() && !credit_.empty() &&
        blocks_.back().range.Contains(credit_)) {
      blocks_.back().credit = credit_;
      credit_ = {};
    }
  }

  void EndBlock() {
    Block block;
    block.range = text_.EndBlock();
    if (block.range.empty()) return;
    block.level = around_.lists;
    block.kind = around_.furniture > 0                                ? BlockKind::kFurniture
                 : around_.row                                        ? BlockKind::kTableRow
                 : around_.captions > 0                               ? BlockKind::kCaption
                 : around_.heading > 0                                ? BlockKind::kHeading
                 : around_.quotations > 0                             ? BlockKind::kQuotation
                 : around_.lists > 0 && linked_ == block.range.size() ? BlockKind::kFurniture
                 : around_.lists > 0                                  ? BlockKind::kListItem
                                                                      : BlockKind::kProse;
    if (block.kind == BlockKind::kHeading) block.level = around_.heading;
    if (block.kind == BlockKind::kTableRow) block.cells = cells_;
    if (block.kind == BlockKind::kQuotation && !credit_.empty()) block.credit = credit_;
    credit_ = {};
    linked_ = 0;
    // A quotation's credit in a block of its own belongs to the words before it.
    if (around_.cites > 0 && around_.quotations > 0 && !blocks_.empty() &&
        blocks_.back().kind == BlockKind::kQuotation) {
      blocks_.back().credit = block.range;
      blocks_.back().range.end = block.range.end;
      return;
    }
    blocks_.push_back(std::move(block));
  }

  void ReadText(const GumboNode* node) {
    if (around_.silent > 0) return;
    if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE &&
        node->type != GUMBO_NODE_CDATA)
      return;
    const GumboText& piece = node->v.text;
    const std::string_view raw(piece.original_text.data, piece.original_text.length);
    const bool from_file =
        raw.data() >= bytes_.data() && raw.data() + raw.size() <= bytes_.data() + bytes_.size();
    if (raw.empty() || !from_file) return;
    const uint32_t before = text_.size();
    Align(piece.text, raw, static_cast<uint32_t>(raw.data() - bytes_.data()));
    if (around_.links > 0) linked_ += text_.size() - before;
  }

  // Walks the decoded text and the bytes that it came from together.
  void Align(std::string_view decoded, std::string_view raw, uint32_t source) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < decoded.size();) {
      const uint32_t size = CodePointAt(decoded, i).size;
      const std::string_view c = decoded.substr(i, size);
      const uint32_t entity = EntitySize(raw, at);
      if (entity > 0) {
        text_.AppendDecoded(c, source + at, entity);
        at += entity;
      } else if (raw.substr(at).starts_with(c)) {
        text_.Append(c, source + at);
        at += size;
      } else if (c == "\n" && raw.substr(at).starts_with('\r')) {
        at += raw.substr(at).starts_with("\r\n") ? 2 : 1;
        text_.AppendDecoded(" ", source + at - 1, 1);
      } else {  // the parser repaired something: what is left maps as one piece
        text_.AppendDecoded(decoded.substr(i), source + at, static_cast<uint32_t>(raw.size()) - at);
        return;
      }
      i += size;
    }
  }

  static uint32_t EntitySize(std::string_view raw, uint32_t at) {
    if (at + 2 >= raw.size() || raw[at] != '&') return 0;
    uint32_t i = at + 1;
    while (i < raw.size() && i - at < kMostEntityBytes &&
           (std::isalnum(static_cast<unsigned char>(raw[i])) != 0 || raw[i] == '#')) {
      ++i;
    }
    return i > at + 1 && i < raw.size() && raw[i] == ';' ? i + 1 - at : 0;
  }

  void ReadMetadata(const GumboElement& element, std::string_view name) {
    if (AttributeOf(element, "itemprop") == "datePublished") {
      const std::string_view content = AttributeOf(element, "content");
      TakeDate(content.empty() ? AttributeOf(element, "datetime") : content);
    }
    if (name == "meta") {
      const std::string key = ToLower(std::string(AttributeOf(element, "property")) +
                                      std::string(AttributeOf(element, "name")));
      const std::string_view content = AttributeOf(element, "content");
      if (key == "og:title" && metadata_->title.empty()) metadata_->title = std::string(content);
      if ((key == "og:site_name" || key == "application-name") && metadata_->publisher.empty()) {
        metadata_->publisher = std::string(content);
      }
      const bool date = key == "article:published_time" || key == "date" || key == "pubdate" ||
                        key == "dc.date" || key == "dcterms.date" || key == "publish-date" ||
                        key == "dc.date.issued";
      if (date) TakeDate(content);
    } else if (name == "time") {
      TakeDate(AttributeOf(element, "datetime"));
    } else if (name == "script" && AttributeOf(element, "type") == "application/ld+json" && element.children.length > 0) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA) TakeLinkedData(child->v.text.text);
    } else if (name == "title" && element.children.length > 0) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
      if (child->type == GUMBO_NODE_TEXT) page_title_ = child->v.text.text;
    }
  }

  // The first "datePublished": "2020-07-02…" of schema.org data in JSON.
  void TakeLinkedData(std::string_view json) {
    constexpr std::string_view kKey = "\"datePublished\"";
    const size_t key = json.find(kKey);
    if (key == std::string_view::npos) return;
    const size_t start = json.find_first_not_of(" \t\r\n:", key + kKey.size());
    if (start == std::string_view::npos || json[start] != '"') return;
    const size_t end = json.find('"', start + 1);
    if (end != std::string_view::npos) TakeDate(json.substr(start + 1, end - start - 1));
  }

  void TakeDate(std::string_view text) {
    if (metadata_->date) return;
    metadata_->date = ParseIsoDate(text);
    if (const auto found = FindDate(text); !metadata_->date && found) metadata_->date = found->date;
  }

 public:
  // The title of the page, where nothing better was found.
  const std::string& page_title() const { return page_title_; }

 private:
  std::string_view bytes_;
  Metadata* metadata_;
  TextBuilder text_;
  std::vector<Block> blocks_;
  std::vector<TextRange> cells_;
  std::vector<const GumboElement*> furniture_;  // open elements that are furniture
  Around around_;
  TextRange credit_;
  std::string page_title_;
  uint32_t cell_start_ = 0;
  uint32_t cite_start_ = 0;
  uint32_t linked_ = 0;  // bytes of the block that stand in links
  bool seen_heading_ = false;
};

}  // namespace

Document ReadHtml(std::string_view bytes, Metadata metadata, Diagnostics* diagnostics) {
  if (DepthBound(bytes) > kMostDepth) {
    diagnostics->push_back(
        {DiagnosticLevel::kError, "input.too-deep", metadata.path, 0, 0,
         "elements nest deeper than " + std::to_string(kMostDepth) + "; nothing was read", ""});
    return Document("", std::move(metadata), {});
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, bytes.data(), bytes.size()), destroy);
  HtmlBlocks reader(bytes, &metadata);
  reader.Read(output->root);
  std::vector<Block> blocks = std::move(reader.blocks());
  RefineBlocks(reader.text().text(), &metadata, &blocks);
  if (metadata.title.empty()) metadata.title = reader.page_title();
  std::vector<OffsetSpan> offsets = reader.text().TakeOffsets();
  return Document(reader.text().TakeText(), std::move(metadata), std::move(blocks),
                  std::move(offsets));
}

}  // namespace crosscheck
