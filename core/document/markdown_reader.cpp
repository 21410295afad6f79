// Markdown (CommonMark with tables).
//
// Idea: the library (cmark-gfm) says which blocks there are and on which lines;
// its inline columns are wrong in lists and indented lines, so the words of a
// block are found by walking its literals and its bytes together: each literal is
// the next place in the block where the same characters stand, as they are, as a
// backslash escape or as an entity; what lies between is markup.
//
//   source   He **said** "no &amp; never"       [see](https://a.example)
//   literals He ,said, "no & never" ,see        target skipped
//
// Front matter between two "---" lines gives title, date and publisher. Cost:
// linear; a literal that is not found within its block takes the place of the
// cursor, so a mistake stays in its block. Limits: reference definitions, code
// blocks and raw HTML carry no claims and are left out of the text.
// Tests: tests/unit/document/markdown_reader_test.cpp.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

#include "core/base/unicode.h"
#include "core/base/yaml.h"
#include "core/document/dateline.h"
#include "core/document/line_shape.h"
#include "core/document/reader.h"
#include "core/document/refine.h"
#include "core/document/text_builder.h"

namespace crosscheck {
namespace {

struct FrontMatter {
  size_t size = 0;  // bytes with both fences; 0 = there is none
  std::string_view yaml;
};

FrontMatter FindFrontMatter(std::string_view bytes) {
  if (!bytes.starts_with("---\n") && !bytes.starts_with("---\r\n")) return {};
  const size_t start = bytes.find('\n') + 1;
  for (size_t at = start; at < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    if (line == "---" || line == "---\r" || line == "...") {
      return {std::min(end + 1, bytes.size()), bytes.substr(start, at - start)};
    }
    at = end + 1;
  }
  return {};
}

void TakeFrontMatter(std::string_view yaml, Metadata* metadata, Diagnostics* diagnostics) {
  const YamlNode root = ParseYaml(yaml, metadata->path, diagnostics);
  if (!root.IsMap()) return;
  if (metadata->title.empty()) metadata->title = root.Text("title");
  for (const std::string_view key : {"publisher", "outlet", "site", "source"}) {
    if (metadata->publisher.empty()) metadata->publisher = root.Text(key);
  }
  for (const std::string_view key : {"date", "published"}) {
    const std::string text = root.Text(key);
    if (metadata->date || text.empty()) continue;
    metadata->date = ParseIsoDate(text);
    if (const auto found = FindDate(text); !metadata->date && found) metadata->date = found->date;
    if (metadata->date) continue;
    diagnostics->push_back({DiagnosticLevel::kWarning, "input.date", metadata->path, 0, 0,
                            "the date \"" + text + "\" of the front matter is not understood",
                            "write it as 2025-05-27"});
  }
}

// Where the lines of the file begin, for the library's line numbers.
std::vector<uint32_t> LineStarts(std::string_view bytes) {
  std::vector<uint32_t> starts = {0};
  for (uint32_t i = 0; i < bytes.size(); ++i) {
    const bool lone_return = bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n');
    if (bytes[i] == '\n' || lone_return) starts.push_back(i + 1);
  }
  return starts;
}

class MarkdownBlocks {
 public:
  MarkdownBlocks(std::string_view bytes, size_t skip)
      : bytes_(bytes), skip_(static_cast<uint32_t>(skip)), lines_(LineStarts(bytes.substr(skip))) {}

  void Read() {
    cmark_gfm_core_extensions_ensure_registered();
    std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(
        cmark_parser_new(CMARK_OPT_DEFAULT), cmark_parser_free);
    for (const char* name : {"table", "strikethrough"}) {
      cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
    const std::string_view body = bytes_.substr(skip_);
    cmark_parser_feed(parser.get(), body.data(), body.size());
    std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(cmark_parser_finish(parser.get()),
                                                            cmark_node_free);
    std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iter(cmark_iter_new(root.get()),
                                                            cmark_iter_free);
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
      Visit(cmark_iter_get_node(iter.get()), event == CMARK_EVENT_ENTER);
    }
  }

  TextBuilder& text() { return text_; }
  std::vector<Block>& blocks() { return blocks_; }

 private:
  void Visit(cmark_node* node, bool enter) {
    const cmark_node_type type = cmark_node_get_type(node);
    const std::string_view name =
        cmark_node_get_type_string(node);  // tables have no constant in the library's API
    if (type == CMARK_NODE_ITEM) {
      depth_ += enter ? 1 : -1;
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
      quotes_ += enter ? 1 : -1;
    } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || name == "table_row" ||
               name == "table_header") {
      enter ? BeginBlock(node) : EndBlock(node);
    } else if (name == "table_cell") {
      VisitCell(enter);
    } else {
      VisitInline(node, type, enter);
    }
  }

  void BeginBlock(cmark_node* node) {
    const auto first = static_cast<size_t>(cmark_node_get_start_line(node));
    const auto last = static_cast<size_t>(cmark_node_get_end_line(node));
    cursor_ = first >= 1 && first <= lines_.size() ? skip_ + lines_[first - 1] : cursor_;
    end_ = last < lines_.size() ? skip_ + lines_[last] : static_cast<uint32_t>(bytes_.size());
    cells_.clear();
    only_image_ = true;
    only_strong_ = true;
  }

  void EndBlock(cmark_node* node) {
    Block block;
    block.range = text_.EndBlock();
    if (block.range.empty()) return;
    const cmark_node_type type = cmark_node_get_type(node);
    block.level = depth_;
    if (type == CMARK_NODE_HEADING) {
      block.kind = BlockKind::kHeading;
      block.level = cmark_node_get_heading_level(node);
    } else if (type == CMARK_NODE_PARAGRAPH) {
      const std::string_view words = block.range.In(text_.text());
      const bool heading = only_strong_ && depth_ == 0 && quotes_ == 0 && LooksLikeHeading(words) &&
                           !EndsSentence(words);
      block.kind = only_image_   ? BlockKind::kCaption
                   : heading     ? BlockKind::kHeading
                   : quotes_ > 0 ? BlockKind::kQuotation
                   : depth_ > 0  ? BlockKind::kListItem
                                 : BlockKind::kProse;
    } else {
      block.kind = BlockKind::kTableRow;
      block.cells = cells_;
    }
    blocks_.push_back(std::move(block));
  }

  void VisitCell(bool enter) {
    if (enter) {
      cell_start_ = text_.size();
      return;
    }
    cells_.push_back(Trimmed(text_.text(), {cell_start_, text_.size()}));
    const size_t bar = bytes_.find('|', cursor_);
    if (bar == std::string_view::npos || bar >= end_) return;
    text_.AppendDecoded(" ", static_cast<uint32_t>(bar), 1);
    cursor_ = static_cast<uint32_t>(bar) + 1;
  }

  void VisitInline(cmark_node* node, cmark_node_type type, bool enter) {
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
      if (type == CMARK_NODE_IMAGE) images_ += enter ? 1 : -1;
      if (!enter) SkipTarget();
    } else if (type == CMARK_NODE_STRONG) {
      strong_ += enter ? 1 : -1;
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      SkipLineEnd();
    } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      const char* literal = cmark_node_get_literal(node);
      if (literal != nullptr) AppendLiteral(literal);
    }
  }

  // "](target "title")" or "][name]" after the words of a link.
  void SkipTarget() {
    size_t at = bytes_.find(']', cursor_);
    if (at == std::string_view::npos || at >= end_) return;
    ++at;
    const char open = at < end_ ? bytes_[at] : '\0';
    if (open == '(' || open == '[') {
      const char close = open == '(' ? ')' : ']';
      int depth = 0;
      for (; at < end_; ++at) {
        if (bytes_[at] == '\\') {
          ++at;
        } else if (bytes_[at] == open) {
          ++depth;
        } else if (bytes_[at] == close && --depth == 0) {
          ++at;
          break;
        }
      }
    }
    cursor_ = static_cast<uint32_t>(std::min<size_t>(at, end_));
  }

  // A line break and the marks of the next line ("> ").
  void SkipLineEnd() {
    const size_t at = bytes_.find('\n', cursor_);
    if (at == std::string_view::npos || at >= end_) return;
    text_.AppendDecoded(" ", static_cast<uint32_t>(at), 1);
    cursor_ = static_cast<uint32_t>(at) + 1;
  }

  // How many bytes at `at` stand for the code point `c`; 0 where they do not.
  uint32_t MatchAt(uint32_t at, std::string_view c) const {
    const std::string_view here = bytes_.substr(at, end_ - at);
    if (here.starts_with('\\') && here.substr(1).starts_with(c))
      return 1 + static_cast<uint32_t>(c.size());
    if (here.starts_with(c) && !(c == "&" && EntitySize(here) > 0))
      return static_cast<uint32_t>(c.size());
    if (here.starts_with('&')) return EntitySize(here);
    return 0;
  }

  // "&amp;", "&#8212;"; the library has decoded it, so its value is known.
  static uint32_t EntitySize(std::string_view here) {
    uint32_t i = 1;
    while (i < here.size() && i < 33 &&
           (std::isalnum(static_cast<unsigned char>(here[i])) != 0 || here[i] == '#'))
      ++i;
    return i > 1 && i < here.size() && here[i] == ';' ? i + 1 : 0;
  }

  // True where all of `literal` stands at `at`.
  bool StandsAt(std::string_view literal, uint32_t at) const {
    for (uint32_t i = 0; i < literal.size();) {
      const uint32_t size = CodePointAt(literal, i).size;
      const uint32_t matched = at < end_ ? MatchAt(at, literal.substr(i, size)) : 0;
      if (matched == 0) return false;
      at += matched;
      i += size;
    }
    return true;
  }

  void AppendLiteral(std::string_view literal) {
    if (literal.empty()) return;
    const bool blank = Trimmed(literal, {0, static_cast<uint32_t>(literal.size())}).empty();
    if (!blank && images_ == 0) only_image_ = false;
    if (!blank && strong_ == 0) only_strong_ = false;
    uint32_t at = cursor_;
    while (at < end_ && !StandsAt(literal, at)) ++at;
    if (at >= end_) {
      text_.AppendDecoded(literal, cursor_, 0);
      return;
    }
    for (uint32_t i = 0; i < literal.size();) {
      const uint32_t size = CodePointAt(literal, i).size;
      const uint32_t matched = MatchAt(at, literal.substr(i, size));
      if (matched == size) {
        text_.Append(literal.substr(i, size), at);
      } else {
        text_.AppendDecoded(literal.substr(i, size), at, matched);
      }
      at += matched;
      i += size;
    }
    cursor_ = at;
  }

  std::string_view bytes_;
  uint32_t skip_;
  std::vector<uint32_t> lines_;
  TextBuilder text_;
  std::vector<Block> blocks_;
  std::vector<TextRange> cells_;
  uint32_t cursor_ = 0;
  uint32_t end_ = 0;
  uint32_t cell_start_ = 0;
  int depth_ = 0;
  int quotes_ = 0;
  int images_ = 0;
  int strong_ = 0;
  bool only_image_ = true;
  bool only_strong_ = true;
};

}  // namespace

Document ReadMarkdown(std::string_view bytes, Metadata metadata, Diagnostics* diagnostics) {
  const FrontMatter front = FindFrontMatter(bytes);
  if (front.size > 0) TakeFrontMatter(front.yaml, &metadata, diagnostics);
  MarkdownBlocks reader(bytes, front.size);
  reader.Read();
  std::vector<Block> blocks = std::move(reader.blocks());
  RefineBlocks(reader.text().text(), &metadata, &blocks);
  std::vector<OffsetSpan> offsets = reader.text().TakeOffsets();
  return Document(reader.text().TakeText(), std::move(metadata), std::move(blocks),
                  std::move(offsets));
}

}  // namespace crosscheck
