// Plain text, told apart by shape.
//
// Idea: a text file says nothing about what its lines are, but their shape and
// their neighbours do. Lines are first joined to paragraphs (a text may be wrapped
// at a width, or a line may break in mid-sentence), then each paragraph gets a
// kind, then neighbours correct each other: a line without a full stop is only a
// heading where prose follows, a dash line makes a quotation of the paragraph
// before it, a line that ends in a colon introduces the list below.
//
//   Harbour works delayed                     heading (prose follows)
//   The Courier, 3 May 2024                   furniture; publisher and date
//   LOWMOUTH, 3 May — The harbour …           furniture, then prose
//   "We need another year."                   quotation
//   – Jo Berg, harbour master                   its credit
//   - a new crane                             list item
//   14 comments                               furniture
//
// A text of a single paragraph is always prose: a bare sentence from another
// program is no heading, with or without its full stop.
//
// Cost: linear in bytes. Limits: shape only, so a short prose line without a full
// stop in the middle of an article is taken for a heading. Tests:
// tests/unit/document/text_reader_test.cpp.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/unicode.h"
#include "core/document/dateline.h"
#include "core/document/line_shape.h"
#include "core/document/reader.h"
#include "core/document/refine.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLeastWrapWidth = 50;  // shorter lines were not wrapped by a program
constexpr uint32_t kMostWrapWidth = 110;
constexpr size_t kHeadLines = 6;  // how far down the outlet, date and byline may stand

struct Line {
  TextRange range;           // without white space around it
  bool after_blank = false;  // a blank line, or the start of the text, comes before
  uint32_t indent = 0;       // bytes of white space before it
};

struct Paragraph {
  TextRange range;
  uint32_t indent = 0;
  bool single_line = true;
  bool after_blank = false;
};

std::vector<Line> LinesOf(std::string_view text) {
  std::vector<Line> lines;
  bool blank = true;
  for (uint32_t start = 0; start < text.size();) {
    auto end = static_cast<uint32_t>(std::min(text.find_first_of("\n\r\f\v", start), text.size()));
    const TextRange line = Trimmed(text, {start, end});
    if (line.empty()) {
      // A carriage return before a line feed is no blank line of its own.
      blank = blank || end == start || text[end - 1] != '\r';
    } else {
      lines.push_back({line, blank, line.start - start});
      blank = false;
    }
    const bool crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    start = end + (crlf ? 2 : 1);
  }
  return lines;
}

uint32_t FirstWordSize(std::string_view line) {
  return static_cast<uint32_t>(std::min(line.find(' '), line.size()));
}

// The width at which the group of lines [first, last) was wrapped, or 0. In
// wrapped text no line could have taken the first word of the next.
uint32_t WrapWidth(std::string_view text, const std::vector<Line>& lines, size_t first,
                   size_t last) {
  if (last - first < 2) return 0;
  uint32_t width = 0;
  for (size_t i = first; i < last; ++i) width = std::max(width, lines[i].range.size());
  if (width < kLeastWrapWidth || width > kMostWrapWidth) return 0;
  size_t sentence_ends = 0;
  for (size_t i = first; i + 1 < last; ++i) {
    const uint32_t next = FirstWordSize(lines[i + 1].range.In(text));
    if (lines[i].range.size() + 1 + next < width) return 0;
    if (EndsSentence(lines[i].range.In(text))) ++sentence_ends;
  }
  // One sentence a line is not wrapped text.
  return sentence_ends * 2 > last - first - 1 ? 0 : width;
}

// A line break inside a sentence: "It was a cold \nnight in the city."
bool RunsOn(std::string_view before, std::string_view next) {
  const char32_t first = CodePointAt(before, 0).value;
  if (IsLower(first) || CountWords(before) < 3 || EndsSentence(before)) return false;
  if (before.back() == ':' || before.back() == ';') return false;
  return IsLower(CodePointAt(next, 0).value) && !MarkerAt(next);
}

bool StandsAlone(std::string_view line) {
  return MarkerAt(line) || IsFurniture(line) || IsCaption(line) || IsByline(line) ||
         CreditOf(line) || HeadLineOf(line) || !CellsOf(line).empty() || line.starts_with("#");
}

std::vector<Paragraph> ParagraphsOf(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Paragraph> paragraphs;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i + 1;  // the group: lines without a blank line between
    while (end < lines.size() && !lines[end].after_blank) ++end;
    for (size_t j = i; j < end;) {
      size_t last = j + 1;
      const bool alone = StandsAlone(lines[j].range.In(text)) && !MarkerAt(lines[j].range.In(text));
      if (!alone) {
        size_t stop = last;
        while (stop < end && !StandsAlone(lines[stop].range.In(text))) ++stop;
        if (WrapWidth(text, lines, j, stop) > 0) last = stop;
        while (last < stop && RunsOn(lines[last - 1].range.In(text), lines[last].range.In(text)))
          ++last;
      }
      paragraphs.push_back({{lines[j].range.start, lines[last - 1].range.end},
                            lines[j].indent,
                            last == j + 1,
                            lines[j].after_blank});
      j = last;
    }
    i = end;
  }
  return paragraphs;
}

// The items of a list that stands in one line, as the offsets at which they
// start: "1) apples 2) pears", "• apples • pears". At least two, numbered in
// order; empty otherwise.
std::vector<uint32_t> InlineItems(std::string_view line) {
  const auto first = MarkerAt(line);
  if (!first || first->style == ListMarker::Style::kDash) return {};
  std::vector<uint32_t> starts = {0};
  int number = first->number;
  for (uint32_t i = first->size; i < line.size(); i += CodePointAt(line, i).size) {
    if (!IsSpace(CodePointAt(line, i - 1).value) && line[i - 1] != ' ') continue;
    const auto marker = MarkerAt(line.substr(i));
    if (!marker || marker->style != first->style ||
        marker->number != (number == 0 ? 0 : number + 1))
      continue;
    if (first->style == ListMarker::Style::kBullet && line[i] == '*') continue;
    starts.push_back(i);
    number = marker->number;
  }
  return starts.size() > 1 ? starts : std::vector<uint32_t>();
}

// The work of one document.
class TextBlocks {
 public:
  TextBlocks(std::string_view text, Metadata* metadata) : text_(text), metadata_(metadata) {}

  std::vector<Block> Read() {
    paragraphs_ = ParagraphsOf(text_, LinesOf(text_));
    if (paragraphs_.size() == 1 && paragraphs_[0].single_line) {
      if (!AddInlineItems(paragraphs_[0].range)) AddStory(paragraphs_[0].range);
      TakeDateline(text_, true, metadata_, &blocks_);
      return std::move(blocks_);
    }
    MarkSentenceLike();
    for (size_t i = 0; i < paragraphs_.size(); ++i) ReadParagraph(i);
    TakeDateline(text_, false, metadata_, &blocks_);
    LinkBlocks(text_, &blocks_);
    return std::move(blocks_);
  }

 private:
  std::string_view Words(size_t i) const { return paragraphs_[i].range.In(text_); }

  Block& Add(TextRange range, BlockKind kind) {
    Block block;
    block.range = range;
    block.kind = kind;
    blocks_.push_back(block);
    return blocks_.back();
  }

  bool AddInlineItems(TextRange range) {
    const std::vector<uint32_t> starts = InlineItems(range.In(text_));
    for (size_t k = 0; k < starts.size(); ++k) {
      const uint32_t end = k + 1 < starts.size() ? range.start + starts[k + 1] : range.end;
      Add(Trimmed(text_, {range.start + starts[k], end}), BlockKind::kListItem).level = 1;
    }
    return !starts.empty();
  }

  void AddStory(TextRange range) {
    story_seen_ = true;
    Add(range, BlockKind::kProse);
  }

  // For each paragraph whether a sentence comes below it before the next blank
  // change of subject: only then may a line be a heading.
  void MarkSentenceLike() {
    prose_below_.assign(paragraphs_.size(), false);
    bool below = false;
    for (size_t i = paragraphs_.size(); i-- > 0;) {
      prose_below_[i] = below;
      const std::string_view words = Words(i);
      below =
          below || (EndsSentence(words) && CountWords(words) >= 4) || MarkerAt(words).has_value();
    }
  }

  void ReadParagraph(size_t i) {
    const std::string_view words = Words(i);
    const TextRange range = paragraphs_[i].range;
    if (paragraphs_[i].single_line && ReadHead(i)) return;
    if (IsFurniture(words)) {
      Add(range, BlockKind::kFurniture);
    } else if (ReadTableRow(i) || ReadListItem(i) || ReadCredit(i)) {
      return;
    } else if (IsCaption(words)) {
      Add(range, BlockKind::kCaption);
    } else if (IsHeading(i)) {
      const bool title = metadata_->title.empty() && !story_seen_;
      if (title) metadata_->title = std::string(words);
      Add(range, BlockKind::kHeading).level = title ? 1 : 2;
    } else {
      AddStory(range);
    }
  }

  // The outlet, date and byline of the first lines.
  bool ReadHead(size_t i) {
    if (i >= kHeadLines || story_seen_) return false;
    if (const auto head = HeadLineOf(Words(i))) {
      if (!metadata_->date) metadata_->date = head->date;
      if (metadata_->publisher.empty())
        metadata_->publisher = std::string(head->publisher.In(Words(i)));
      TakeMasthead(i);
      Add(paragraphs_[i].range, BlockKind::kFurniture);
      return true;
    }
    if (!IsByline(Words(i))) return false;
    Add(paragraphs_[i].range, BlockKind::kFurniture);
    return true;
  }

  // "Coast Radio News", the date, then the title: a first line above the date with
  // another heading below it names the outlet.
  void TakeMasthead(size_t date_line) {
    if (!metadata_->publisher.empty() || blocks_.empty() ||
        blocks_.front().kind != BlockKind::kHeading)
      return;
    if (date_line + 1 >= paragraphs_.size() || !IsHeading(date_line + 1)) return;
    metadata_->publisher = std::string(blocks_.front().range.In(text_));
    if (metadata_->title == metadata_->publisher) metadata_->title.clear();
    blocks_.front().kind = BlockKind::kFurniture;
  }

  bool IsHeading(size_t i) const {
    const std::string_view words = Words(i);
    if (!paragraphs_[i].single_line || !prose_below_[i]) return false;
    if (words.starts_with("# ") || words.starts_with("## ") || words.starts_with("### "))
      return true;
    return LooksLikeHeading(words);
  }

  // A row needs two cells, or a row of as many cells beside it. "Photo | Acme" on
  // its own is a caption, as is what stands beside an empty picture.
  bool ReadTableRow(size_t i) {
    if (!paragraphs_[i].single_line) return false;
    const std::vector<TextRange> cells = CellsOf(Words(i));
    if (cells.empty()) return false;
    if (cells.size() == 1 && cells[0].empty()) {
      Add(paragraphs_[i].range, BlockKind::kFurniture);
      return true;
    }
    const auto beside = [&](size_t other) {
      return other < paragraphs_.size() && CellsOf(Words(other)).size() == cells.size();
    };
    if (cells.size() < 2 || (cells.size() == 2 && !beside(i + 1) && !beside(i - 1))) {
      if (Words(i).find('|') == std::string_view::npos) return false;
      Add(paragraphs_[i].range, BlockKind::kCaption);
      return true;
    }
    Block& block = Add(paragraphs_[i].range, BlockKind::kTableRow);
    for (const TextRange cell : cells) {
      block.cells.push_back({cell.start + block.range.start, cell.end + block.range.start});
    }
    return true;
  }

  // "1. Stockpiles" before a paragraph of prose is a heading; before "2. …" or
  // after another item it is a list item.
  bool ReadListItem(size_t i) {
    const auto marker = MarkerAt(Words(i));
    if (!marker) return false;
    const std::string_view item = Words(i).substr(marker->size);
    if (marker->style == ListMarker::Style::kDash && CreditOf(Words(i)) && IsCredit(i))
      return false;
    const bool numbered = marker->style == ListMarker::Style::kNumberDot ||
                          marker->style == ListMarker::Style::kNumberParen;
    const bool next_is_prose =
        i + 1 < paragraphs_.size() && !MarkerAt(Words(i + 1)) && EndsSentence(Words(i + 1));
    if (numbered && paragraphs_[i].single_line && next_is_prose && LooksLikeHeading(item) &&
        !EndsSentence(item)) {
      Add(paragraphs_[i].range, BlockKind::kHeading).level = 2;
      return true;
    }
    if (AddInlineItems(paragraphs_[i].range)) return true;
    Add(paragraphs_[i].range, BlockKind::kListItem).level =
        1 + static_cast<int>(paragraphs_[i].indent / 2);
    return true;
  }

  // A dash line speaks for the quotation above it; two in a row are a list.
  bool IsCredit(size_t i) const {
    if (i == 0 || MarkerAt(Words(i - 1))) return false;
    const bool followed = i + 1 < paragraphs_.size() && CreditOf(Words(i + 1));
    return !followed && EndsSentence(Words(i - 1));
  }

  bool ReadCredit(size_t i) {
    const auto credit = CreditOf(Words(i));
    if (!credit || !IsCredit(i) || blocks_.empty() || blocks_.back().kind != BlockKind::kProse)
      return false;
    Block& quotation = blocks_.back();
    quotation.kind = BlockKind::kQuotation;
    quotation.range.end = paragraphs_[i].range.end;
    quotation.credit = {paragraphs_[i].range.start + credit->start,
                        paragraphs_[i].range.start + credit->end};
    return true;
  }

  std::string_view text_;
  Metadata* metadata_;
  std::vector<Paragraph> paragraphs_;
  std::vector<bool> prose_below_;
  std::vector<Block> blocks_;
  bool story_seen_ = false;
};

}  // namespace

Document ReadText(std::string_view bytes, Metadata metadata, Diagnostics* /*diagnostics*/) {
  std::vector<Block> blocks = TextBlocks(bytes, &metadata).Read();
  return Document(std::string(bytes), std::move(metadata), std::move(blocks));
}

}  // namespace crosscheck
