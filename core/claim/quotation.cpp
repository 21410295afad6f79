#include "core/claim/quotation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/base/unicode.h"

// How quotations are found.
//
// A block (a paragraph) is read once, mark by mark, with a stack of open marks.
// Most marks say what they are: “ « opens, ” » closes. Four do not:
//
//   "    the side that touches a word decides: `said "We` opens, `win," he`
//        closes; where both or none touch (tokenised text), an open one closes;
//   “ «  close what „ or » opened („Nein“, »Nein«);
//   ’ '  are apostrophes between letters (don’t), before digits ('90s), and at
//        the end of a word where no single mark is open (the voters' choice);
//   '    opens only where a later mark in the block can close it.
//
// A paragraph that ends inside a quotation runs on where the next paragraph
// starts with an opening mark: "each paragraph opens, only the last closes".
// Otherwise the closing mark is missing, and the quotation ends with its
// sentence, or with the block where the mark followed a colon or took up the
// paragraph before. A mark that closes nothing (6' 2", a stray one) is no quotation.
//
// What the words are (direct, partial, scare, title) is told by their shape:
//   direct   "We will appeal," she said.       a sentence of its own
//   partial  called the plan "a clear mistake"  words within the teller's sentence
//   scare    the so-called "experts"            one or two words, nobody speaks
//   title    the film "Night on Earth"          words in capitals
// FindAttributions corrects scare to partial where somebody is named as speaking.
//
// Cost: linear in bytes, but for the search for a closing single mark, which
// ends at the block. Test: tests/unit/claim/quotation_test.cpp.

namespace crosscheck {
namespace {

enum class MarkRole : uint8_t { kNone, kOpen, kClose };

// A mark: which family it belongs to, and its bytes.
struct Mark {
  char32_t value = 0;  // '"' stands for "" too (two single marks), U+201C for ``
  uint32_t start = 0;
  uint32_t size = 0;

  bool Single() const {
    return value == U'\'' || value == U'\u2018' || value == U'\u2019' || value == U'\u201A' ||
           value == U'\u201B' || value == U'\u2039' || value == U'\u203A';
  }
};

bool IsMark(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"\"'\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\u300C\u300D\u300E\u300F\uFF02";
  return kMarks.find(c) != std::u32string_view::npos;
}

// Whether `close` can end what `open` began.
bool Pairs(char32_t open, char32_t close) {
  switch (open) {
    case U'"':
    case U'\uFF02':
      return close == U'"' || close == U'\uFF02' || close == U'\u201D';
    case U'\u201C':
      return close == U'\u201D' || close == U'"' || close == U'\u201C';
    case U'\u201D':
      return close == U'\u201D';
    case U'\u201E':
    case U'\u201F':
      return close == U'\u201C' || close == U'\u201D' || close == U'"';
    case U'\u2018':
    case U'\u201A':
    case U'\u201B':
    case U'\'':
      return close == U'\u2019' || close == U'\'' || (open == U'\u201A' && close == U'\u2018');
    case U'\u00AB':
      return close == U'\u00BB';
    case U'\u00BB':
      return close == U'\u00AB' || close == U'\u00BB';
    case U'\u2039':
      return close == U'\u203A';
    case U'\u203A':
      return close == U'\u2039' || close == U'\u203A';
    case U'\u300C':
      return close == U'\u300D';
    case U'\u300E':
      return close == U'\u300F';
    default:
      return false;
  }
}

class BlockScanner {
 public:
  // `continued`: the block before ended inside a quotation that this one takes
  // up; `next_opens`: the next block starts with an opening mark.
  BlockScanner(const Analysis& analysis, const Block& block, bool continued, bool next_opens,
               std::vector<Quotation>* out)
      : analysis_(analysis),
        text_(analysis.text()),
        block_(block),
        continued_(continued),
        next_opens_(next_opens),
        out_(out) {}

  // True where the block ends inside a quotation that runs on.
  bool Scan() {
    Base();
    for (uint32_t at = block_.range.start; at < block_.range.end;) {
      const auto mark = MarkAt(at);
      if (!mark) {
        at += CodePointAt(text_, at).size;
        continue;
      }
      Handle(*mark);
      at = mark->start + mark->size;
    }
    while (!open_.empty()) EndUnclosed();
    std::ranges::sort(found_, {}, [](const Quotation& q) { return std::pair(q.range.start, ~q.range.end); });
    Nest();
    return runs_on_;
  }

 private:
  // A block quotation is one quotation, with or without marks around it.
  void Base() {
    if (block_.kind != BlockKind::kQuotation) return;
    TextRange range = block_.range;
    if (!block_.credit.empty() && block_.credit.start > range.start) {
      range.end = block_.credit.start;
      while (range.end > range.start && !WordBefore(range.end)) range.end -= SizeBefore(range.end);
      // keep the full stop or the closing mark that follows the last word
      while (range.end < block_.credit.start && !IsSpace(CodePointAt(text_, range.end).value)) {
        range.end += CodePointAt(text_, range.end).size;
      }
    }
    found_.push_back({.range = range, .kind = QuotationKind::kBlock});
  }

  std::optional<Mark> MarkAt(uint32_t at) const {
    const CodePoint c = CodePointAt(text_, at);
    const bool twin = at + 1 < block_.range.end && text_[at] == text_[at + 1];
    if (c.value == U'`' && twin) return Mark{U'\u201C', at, 2};
    if (c.value == U'`' && WordAfter(at + 1)) return Mark{U'\u2018', at, 1};
    if (c.value == U'\'' && twin) return Mark{U'"', at, 2};
    if (!IsMark(c.value)) return std::nullopt;
    return Mark{c.value, at, c.size};
  }

  char32_t Before(uint32_t at) const {
    return at <= block_.range.start ? U' ' : CodePointAt(text_, at - SizeBefore(at)).value;
  }
  uint32_t SizeBefore(uint32_t at) const {
    uint32_t size = 1;
    while (size < 4 && at - size > block_.range.start && (text_[at - size] & 0xC0) == 0x80) ++size;
    return size;
  }
  char32_t After(uint32_t at) const { return at >= block_.range.end ? U' ' : CodePointAt(text_, at).value; }
  static bool Wordish(char32_t c) { return IsLetter(c) || IsDigit(c); }
  bool WordBefore(uint32_t at) const { return Wordish(Before(at)); }
  bool WordAfter(uint32_t at) const { return Wordish(After(at)); }
  // Whether a quotation may start after this character, or end before it.
  bool Gap(char32_t c) const {
    return IsSpace(c) || c == U'(' || c == U'[' || c == U'\u2014' || c == U'\u2013' || c == U'-' || c == U'/' ||
           c == U'\u2015';
  }
  bool GapBefore(const Mark& m) const {
    const char32_t c = Before(m.start);
    return Gap(c) || (IsMark(c) && m.start - SizeBefore(m.start) == last_open_);
  }
  bool GapAfter(const Mark& m) const {
    const char32_t c = After(m.start + m.size);
    return Gap(c) || c == U')' || c == U']' || c == U',' || c == U'.' || c == U';' || c == U':' || c == U'!' ||
           c == U'?' || c == U'\u2026' || c == U'"' || c == U'\'' || c == U'\u201D' || c == U'\u2019';
  }

  // The index in open_ of the innermost mark that this one can close, or -1.
  int ClosableBy(char32_t close) const {
    for (int i = static_cast<int>(open_.size()) - 1; i >= 0; --i) {
      if (Pairs(open_[static_cast<size_t>(i)].value, close)) return i;
    }
    return -1;
  }

  MarkRole RoleOf(const Mark& m) const {
    const int closable = ClosableBy(m.value);
    switch (m.value) {
      case U'\'':
      case U'\u2019':
      case U'\u2018':
        return SingleRole(m, closable >= 0);
      case U'"':
      case U'\uFF02':
        if (closable < 0) return StrayInch(m) ? MarkRole::kNone : MarkRole::kOpen;
        return GapBefore(m) && !GapAfter(m) ? MarkRole::kOpen : MarkRole::kClose;
      case U'\u201C':
        if (closable >= 0 && open_[static_cast<size_t>(closable)].value == U'\u201C') {
          return !GapBefore(m) && GapAfter(m) ? MarkRole::kClose : MarkRole::kOpen;
        }
        return closable >= 0 ? MarkRole::kClose : MarkRole::kOpen;
      case U'\u201D':
        if (closable >= 0) return MarkRole::kClose;
        return GapBefore(m) && WordAfter(m.start + m.size) ? MarkRole::kOpen : MarkRole::kNone;
      case U'\u00BB':
      case U'\u203A':
        if (closable >= 0) return MarkRole::kClose;
        return GapBefore(m) && !GapAfter(m) ? MarkRole::kOpen : MarkRole::kNone;
      case U'\u00AB':
      case U'\u2039':
        return closable >= 0 ? MarkRole::kClose : MarkRole::kOpen;
      case U'\u300D':
      case U'\u300F':
        return closable >= 0 ? MarkRole::kClose : MarkRole::kNone;
      default:
        return MarkRole::kOpen;
    }
  }

  // A straight mark that nothing opened and that follows a figure or a word
  // without a word after it is an inch sign or a slip.
  bool StrayInch(const Mark& m) const { return !GapBefore(m) && GapAfter(m); }

  // The single marks: opening, closing, or an apostrophe.
  MarkRole SingleRole(const Mark& m, bool closable) const {
    const bool before = WordBefore(m.start), after = WordAfter(m.start + m.size);
    if (before && after) return MarkRole::kNone;                    // don't
    if (m.value == U'\u2018') {                                 // ‘Yes’, ‘90s
      if (closable && !GapBefore(m)) return MarkRole::kClose;       // ‚Ja‘
      return after && (!IsDigit(After(m.start + m.size)) || ClosesLater(m)) ? MarkRole::kOpen : MarkRole::kNone;
    }
    if (closable && !GapBefore(m)) return PluralPossessive(m) ? MarkRole::kNone : MarkRole::kClose;
    if (closable && GapBefore(m) && GapAfter(m)) return MarkRole::kClose;  // tokenised text
    if (m.value == U'\u2019') return MarkRole::kNone;               // ’em, ’til
    if (GapBefore(m) && after && !InsideToken(m) && ClosesLater(m)) return MarkRole::kOpen;
    return MarkRole::kNone;
  }

  // "the 'boys' club' rule": an s before the mark, a word after it, and another
  // mark that can close later on.
  bool PluralPossessive(const Mark& m) const {
    const char32_t c = Before(m.start);
    if ((c != U's' && c != U'S') || !IsSpace(After(m.start + m.size))) return false;
    const uint32_t next = m.start + m.size + 1;
    return next < block_.range.end && IsLower(CodePointAt(text_, next).value) && ClosesLater(m);
  }

  // Whether a later single mark of the block touches a word on its left only,
  // before another one opens. What stands in double marks in between is skipped:
  // 'He said "no" twice'.
  bool ClosesLater(const Mark& m) const {
    bool in_double = false;
    for (uint32_t at = m.start + m.size; at < block_.range.end;) {
      const CodePoint c = CodePointAt(text_, at);
      if (c.value == U'"' || c.value == U'\u201C' || c.value == U'\u201D') {
        in_double = !in_double;
      } else if (!in_double && (c.value == U'\'' || c.value == U'\u2019')) {
        const bool gap_before = Gap(Before(at)), word_after = WordAfter(at + c.size);
        if (!gap_before && !word_after) return at > m.start + m.size + 1;  // not rock 'n' roll
        if (gap_before && word_after && c.value == U'\'') return false;
      } else if (!in_double && c.value == U'\u2018') {
        return false;
      }
      at += c.size;
    }
    return false;
  }

  // The tokenizer read the mark as part of a word ("'em", "'s").
  bool InsideToken(const Mark& m) const {
    const auto& tokens = analysis_.tokens;
    const auto it = std::ranges::upper_bound(tokens, m.start, {}, [](const Token& t) { return t.range.start; });
    if (it == tokens.begin()) return false;
    const Token& t = *(it - 1);
    return t.range.Contains(m.start) && t.range.size() > m.size;
  }

  void Handle(const Mark& m) {
    switch (RoleOf(m)) {
      case MarkRole::kNone:
        return;
      case MarkRole::kOpen:
        open_.push_back(m);
        last_open_ = m.start;
        return;
      case MarkRole::kClose: {
        const auto at = static_cast<size_t>(ClosableBy(m.value));
        while (open_.size() > at + 1) EndUnclosed();
        Add(open_.back(), m.start, true);
        open_.pop_back();
        return;
      }
    }
  }

  void Add(const Mark& open, uint32_t end, bool closed) {
    TextRange range{open.start + open.size, end};
    while (!range.empty() && IsSpace(CodePointAt(text_, range.start).value)) {
      range.start += CodePointAt(text_, range.start).size;
    }
    while (!range.empty() && IsSpace(Before(range.end))) range.end -= SizeBefore(range.end);
    if (range.empty()) return;
    found_.push_back({.range = range, .closed = closed});
  }

  // The innermost open mark has no closing one.
  void EndUnclosed() {
    const Mark open = open_.back();
    open_.pop_back();
    if (open.Single()) return;  // an apostrophe after all
    const bool outermost = open_.empty();
    if (outermost && next_opens_) {
      runs_on_ = true;
      Add(open, block_.range.end, false);
      return;
    }
    const bool to_the_end = (continued_ && open.start == block_.range.start) || LastBefore(open.start) == U':';
    uint32_t end = to_the_end ? block_.range.end : SentenceEnd(open.start + open.size);
    for (const Quotation& q : found_) {  // stop before the next quotation of the block that is none within it
      const char32_t mark = Before(q.range.start);
      const bool within = mark == U'\'' || mark == U'\u2018' || mark == U'\u2019';
      if (!within && q.range.start > open.start + open.size && q.range.start < end) end = q.range.start - SizeBefore(q.range.start);
    }
    Add(open, std::max(end, open.start + open.size), false);
  }

  char32_t LastBefore(uint32_t at) const {
    while (at > block_.range.start && IsSpace(Before(at))) at -= SizeBefore(at);
    return Before(at);
  }

  uint32_t SentenceEnd(uint32_t at) const {
    for (const Sentence& s : analysis_.sentences) {
      if (s.range.start <= at && at < s.range.end) return std::min(s.range.end, block_.range.end);
    }
    return block_.range.end;
  }

  // Sets nested_in by a stack over the sorted ranges and hands everything out.
  void Nest() {
    const auto base = static_cast<int32_t>(out_->size());
    std::vector<int32_t> around;
    for (size_t i = 0; i < found_.size(); ++i) {
      while (!around.empty() && !found_[static_cast<size_t>(around.back())].range.Contains(found_[i].range)) {
        around.pop_back();
      }
      if (!around.empty()) {
        const Quotation& outer = found_[static_cast<size_t>(around.back())];
        // "…" around the whole of a block quotation adds nothing
        if (outer.kind == QuotationKind::kBlock && outer.range.size() <= found_[i].range.size() + 8) {
          found_[static_cast<size_t>(around.back())].range = found_[i].range;
          found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i--));
          continue;
        }
        found_[i].nested_in = base + around.back();
      }
      around.push_back(static_cast<int32_t>(i));
    }
    out_->insert(out_->end(), found_.begin(), found_.end());
  }

  const Analysis& analysis_;
  std::string_view text_;
  const Block& block_;
  bool continued_;
  bool next_opens_;
  bool runs_on_ = false;
  std::vector<Quotation>* out_;
  std::vector<Mark> open_;
  std::vector<Quotation> found_;
  uint32_t last_open_ = UINT32_MAX;
};

bool StartsWithMark(std::string_view text, const Block& block) {
  if (block.range.empty()) return false;
  const char32_t c = CodePointAt(text, block.range.start).value;
  return c == U'"' || c == U'\u201C' || c == U'\u201E' || c == U'\u00AB' || c == U'\u00BB' || c == U'\u201D' ||
         (c == U'`' && text[block.range.start + 1] == '`');
}

void SetTokens(const Analysis& analysis, Quotation* q) {
  const auto begin = std::ranges::lower_bound(analysis.tokens, q->range.start, {},
                                              [](const Token& t) { return t.range.start; });
  const auto end = std::ranges::lower_bound(begin, analysis.tokens.end(), q->range.end, {},
                                            [](const Token& t) { return t.range.start; });
  q->first = static_cast<uint32_t>(begin - analysis.tokens.begin());
  q->last = static_cast<uint32_t>(end - analysis.tokens.begin());
}

// What the words look like; see KindOf.
struct Shape {
  int words = 0;
  int content_words = 0;     // neither function words nor figures
  int capitals = 0;          // content words with a capital
  bool starts_upper = false;
  bool finite = false;       // holds a finite verb in lower case
  bool stop = false;         // ends in . ! ? or …
  bool comma = false;        // ends in a comma
};

bool IsFunction(const Token& t) {
  switch (t.upos) {
    case Upos::kDet: case Upos::kAdp: case Upos::kCconj: case Upos::kSconj: case Upos::kPart:
    case Upos::kPron: case Upos::kAux: case Upos::kPunct: case Upos::kNum: case Upos::kSym:
      return true;
    default:
      return false;
  }
}

bool IsFinite(std::string_view xpos) { return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"; }

Shape ShapeOf(const Analysis& analysis, const Quotation& q) {
  Shape shape;
  for (uint32_t i = q.first; i < q.last; ++i) {
    const Token& t = analysis.tokens[i];
    if (t.upos == Upos::kPunct) continue;
    const char32_t c = CodePointAt(analysis.text(), t.range.start).value;
    if (shape.words++ == 0) shape.starts_upper = IsUpper(c) || IsDigit(c);
    if (IsFinite(analysis.Xpos(t)) && !(IsUpper(c) && shape.words > 1)) shape.finite = true;
    if (IsFunction(t)) continue;
    ++shape.content_words;
    if (IsUpper(c) || IsDigit(c)) ++shape.capitals;
  }
  const std::string_view text = q.range.In(analysis.text());
  shape.stop = text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
  shape.comma = text.ends_with(',');
  return shape;
}

// True where only marks and white space stand between the start of its sentence,
// or a comma or colon, and the quotation.
bool StartsClause(const Analysis& analysis, const Quotation& q) {
  if (q.first == 0) return true;
  const Token& first = analysis.tokens[q.first];
  for (uint32_t i = q.first; i-- > 0;) {
    const Token& t = analysis.tokens[i];
    if (t.sentence != first.sentence) return true;
    const std::string_view form = analysis.Form(t);
    if (form == "," || form == ":") return true;
    if (t.upos != Upos::kPunct) return false;
  }
  return true;
}

QuotationKind KindOf(const Analysis& analysis, const Quotation& q) {
  if (q.kind == QuotationKind::kBlock) return q.kind;
  const Shape s = ShapeOf(analysis, q);
  const bool capitals = s.content_words > 0 && s.capitals == s.content_words && s.starts_upper;
  const bool clause = StartsClause(analysis, q);
  if (capitals && !s.finite && s.words <= 12 && !(s.words == 1 && (clause || s.stop)) && !(clause && s.comma)) {
    return QuotationKind::kTitle;
  }
  if (!q.closed || (s.starts_upper && clause && (s.stop || s.comma || s.finite))) return QuotationKind::kDirect;
  if (s.starts_upper && s.finite && s.words >= 4) return QuotationKind::kDirect;
  if (clause && s.finite && s.words >= 4) return QuotationKind::kDirect;
  if (s.words <= 2 && !s.finite) return QuotationKind::kScare;
  return QuotationKind::kPartial;
}

}  // namespace

std::string_view ToString(QuotationKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"direct", "block", "partial", "scare", "title"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<Quotation> FindQuotations(const Analysis& analysis) {
  std::vector<Quotation> quotations;
  const auto& blocks = analysis.document->blocks();
  bool runs_on = false;
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind == BlockKind::kFurniture) continue;
    const bool next_opens = b + 1 < blocks.size() && StartsWithMark(analysis.text(), blocks[b + 1]);
    runs_on = BlockScanner(analysis, blocks[b], runs_on, next_opens, &quotations).Scan();
  }
  for (Quotation& q : quotations) {
    SetTokens(analysis, &q);
    q.kind = KindOf(analysis, q);
  }
  return quotations;
}

}  // namespace crosscheck
