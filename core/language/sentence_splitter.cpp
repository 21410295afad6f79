// Where sentences end, decided at the gaps between stretches of text ("chunks").
//
// A gap is a boundary if the chunk before it ends in a stop and nothing says
// that the sentence goes on. What says so:
//   - the word before: "Dr." never ends a sentence, "No." not before a number,
//     "Inc." or "U.S." only where the next word is one that begins sentences
//     ("in the U.S. The ministry …" but "the U.S. Government");
//   - the word after: "… he said" after a quotation, lower case after "…" or an
//     abbreviation; but "sure? yes" and "is here. now go" in careless writing
//     are boundaries after all;
//   - the place: "At 5 p.m. Mr. Berg" opens with the time, "left at 5 p.m. Mr.
//     Berg" ends with it.
// Without any stop, bullets and the next number of a list that the sentence has
// begun ("1. … 2. …") are boundaries.
//
// The words come from abbreviations.yaml. One pass, each gap in constant time.
// Limits: a heading that runs into the next sentence without a stop stays in
// one piece; readers of documents give headings as blocks of their own.

#include "core/language/sentence_splitter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/unicode.h"
#include "core/language/chunk.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestOpening = 2;  // words before the time: "At 5"
constexpr size_t kMostClosing = 8;     // lone closing marks after a stop

bool IsSingleLetter(std::string_view core) {
  return !core.empty() && CodePointAt(core, 0).size == core.size() &&
         IsLetter(CodePointAt(core, 0).value);
}

// "U.S", "Ph.D", "a.m": one to three letters between stops.
bool IsInitialism(std::string_view core) {
  if (core.find('.') == std::string_view::npos) return false;
  size_t run = 0;
  for (const char c : core) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && c != '.') return false;
    if (!letter && run == 0) return false;
    run = letter ? run + 1 : 0;
    if (run > 3) return false;
  }
  return run > 0;
}

bool HasDigit(std::string_view core) {
  return core.find_first_of("0123456789") != std::string_view::npos;
}

bool IsLowerWord(std::string_view core) {
  return core.size() >= 2 && std::ranges::all_of(core, [](char c) {
           return (c >= 'a' && c <= 'z') || c == '\'' || c == '-' ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

bool IsRoman(std::string_view core) {
  return !core.empty() && core.size() <= 7 &&
         core.find_first_not_of("IVXLC") == std::string_view::npos;
}

// ":-)", "^_^", or nothing but emoji.
bool IsFace(std::string_view chunk) {
  if (chunk == "^_^" || chunk == "<3" || chunk == "(:" || chunk == "(-:") return true;
  if (chunk.size() >= 2 && chunk.size() <= 4 &&
      (chunk[0] == ':' || chunk[0] == ';' || chunk[0] == '=')) {
    return chunk.find_first_not_of("-'()DPpOo/\\|*3[]", 1) == std::string_view::npos;
  }
  for (uint32_t at = 0; at < chunk.size();) {
    const CodePoint c = CodePointAt(chunk, at);
    const bool emoji = c.value >= 0x1f000 || (c.value >= 0x2600 && c.value < 0x27c0) ||
                       c.value == 0xfe0f || c.value == 0x200d;
    if (!emoji || IsBullet(c.value)) return false;
    at += c.size;
  }
  return true;
}

// "[6][7]" on its own.
bool IsFootnote(std::string_view chunk) {
  return chunk.starts_with('[') && chunk.ends_with(']') && HasDigit(chunk) &&
         chunk.find_first_not_of("[]0123456789,") == std::string_view::npos;
}

// The walk over one block; holds what is known of the open sentence.
class Splitter {
 public:
  Splitter(const Abbreviations& words, std::string_view text, std::vector<Chunk> chunks)
      : words_(words), text_(text), chunks_(std::move(chunks)) {}

  std::vector<TextRange> Run() {
    std::vector<TextRange> sentences;
    for (size_t i = 0; i < chunks_.size(); ++i) {
      if (i == begin_) Begin(i);
      Count(chunks_[i]);
      const bool last = i + 1 == chunks_.size();
      if (!last && !chunks_[i].cut_after && !BreaksBefore(i + 1) && !Ends(i)) continue;
      sentences.push_back({chunks_[begin_].range.start, chunks_[i].range.end});
      begin_ = i + 1;
    }
    return sentences;
  }

 private:
  std::string_view Core(const Chunk& chunk) const { return chunk.core.In(text_); }

  bool Listed(const WordSet& set, std::string_view core) const {
    if (core.size() > 24) return false;
    std::string lower = ToLower(core);
    if (set.contains(lower)) return true;
    if (core.empty() || core[0] < 'A' || core[0] > 'Z') return false;
    lower[0] = core[0];
    return set.contains(lower);
  }

  // Abbreviations after a hyphen or slash count by their last part: "then-Sen.".
  static std::string_view LastPart(std::string_view core) {
    const size_t cut = core.find_last_of("-/&");
    return cut == std::string_view::npos || cut + 1 == core.size() ? core : core.substr(cut + 1);
  }

  void Begin(size_t i) {
    item_ = EnumeratorAt(i);
    lower_style_ = IsLower(chunks_[i].first);
    straight_quote_open_ = false;
  }

  void Count(const Chunk& chunk) {
    const std::string_view bytes = chunk.range.In(text_);
    if (std::ranges::count(bytes, '"') % 2 == 1) straight_quote_open_ = !straight_quote_open_;
  }

  // The list number that chunk `i` begins with; a bullet before it is skipped.
  Enumerator EnumeratorAt(size_t i) const {
    std::string_view bytes = chunks_[i].range.In(text_);
    const CodePoint first = CodePointAt(bytes, 0);
    if (IsBullet(first.value)) {
      bytes.remove_prefix(first.size);
      if (bytes.empty() && i + 1 < chunks_.size()) bytes = chunks_[i + 1].range.In(text_);
    }
    return ReadEnumerator(bytes);
  }

  bool BreaksBefore(size_t next) {
    if (IsBullet(CodePointAt(text_, chunks_[next].range.start).value)) return true;
    if (item_.value == 0) return false;
    const Enumerator number = EnumeratorAt(next);
    const size_t bullet = IsBullet(CodePointAt(text_, chunks_[begin_].range.start).value) ? 1 : 0;
    return number.style == item_.style && number.value == item_.value + 1 &&
           next > begin_ + 1 + bullet && next + 1 < chunks_.size();
  }

  // "However," and "He'd" count as "However" and "He".
  bool StartsSentence(const Chunk& next) const {
    if (!IsUpper(next.first)) return false;
    std::string_view core = Core(next);
    if (Listed(words_.starters, core)) return true;
    size_t letters = 0;
    while (letters < core.size() &&
           ((core[letters] | 0x20) >= 'a' && (core[letters] | 0x20) <= 'z'))
      ++letters;
    const std::string_view rest = core.substr(letters);
    return letters < core.size() &&
           (rest[0] == ',' || rest[0] == '\'' || rest.starts_with("’") || rest[0] == '-') &&
           Listed(words_.starters, core.substr(0, letters));
  }

  // A chunk that only closes: a lone quotation mark or bracket after the stop.
  // A straight quotation mark closes if one is open.
  bool OnlyCloses(const Chunk& chunk, bool quote_open) const {
    const std::string_view bytes = chunk.range.In(text_);
    if (chunk.stops()) return false;
    if (bytes == "\"") return quote_open;
    if (IsFace(bytes) || IsFootnote(bytes)) return true;
    return bytes == "''" || bytes == "”" || bytes == "’" || bytes == ")" || bytes == "]" ||
           bytes == "'";
  }

  bool Ends(size_t i) const {
    const Chunk& next = chunks_[i + 1];
    if (OnlyCloses(next, straight_quote_open_)) return false;
    size_t at = i;
    while (at > begin_ && i - at < kMostClosing && OnlyCloses(chunks_[at], !straight_quote_open_))
      --at;
    const Chunk& chunk = chunks_[at];
    if (!chunk.stops())
      return i > begin_ && IsUpper(next.first) && IsFace(chunks_[i].range.In(text_));
    if (chunk.core.empty() && !chunk.ask && chunk.dots == 1) return EndsAfterLoneDot(at, i);
    if (next.core.empty() && next.stops() && !next.opens_quote) return BeforeLoneDots(i);
    const bool closed = chunk.quote_after || chunk.closer_after || at < i;
    if (chunk.ask) return EndsAfterMark(chunk, next, i, closed);
    if (chunk.dots >= 2) return EndsAfterEllipsis(chunk, next, at);
    return EndsAfterStop(chunk, next, at, closed);
  }

  // "." on its own: ". . ." is an ellipsis, the fourth dot ends the sentence;
  // one alone comes from text that was cut into tokens.
  bool EndsAfterLoneDot(size_t at, size_t i) const {
    const Chunk& next = chunks_[i + 1];
    if (next.core.empty() && next.stops()) return false;
    size_t dots = 1;
    while (at > begin_ && dots < 5 && chunks_[at - 1].core.empty() && chunks_[at - 1].dots == 1)
      --at, ++dots;
    if (dots == 1) return !IsLower(next.first) || lower_style_;
    if (dots == 3 && at > begin_ && chunks_[at - 1].dots == 1) dots = 4;
    return dots != 3 && dots != 2 && !IsLower(next.first);
  }

  // "… words. . . . The": the stop ends the sentence, the ellipsis begins the next.
  bool BeforeLoneDots(size_t i) const {
    size_t end = i + 1;
    while (end < chunks_.size() && end < i + 5 && chunks_[end].core.empty() &&
           chunks_[end].dots == 1)
      ++end;
    return chunks_[i].dots == 1 && end == i + 4 && end < chunks_.size() &&
           IsUpper(chunks_[end].first) && IsLowerWord(Core(chunks_[i]));
  }

  bool EndsAfterMark(const Chunk& chunk, const Chunk& next, size_t i, bool closed) const {
    const std::string_view marked = std::string_view(text_).substr(
        chunk.core.start, std::min<size_t>(chunk.core.size() + 1, text_.size() - chunk.core.start));
    if (words_.names_with_mark.contains(marked)) return StartsSentence(next);
    if (next.first == 0 || next.first == ',' || next.first == ';') return false;
    if (Core(chunk).ends_with(',')) return false;
    if (IsLower(next.first)) return !closed;
    if (closed && IsUpper(next.first) && i + 2 < chunks_.size() && !StartsSentence(next)) {
      // “Why?” Berg asked; “Why?” Jo Berg asked
      const size_t most = std::min(i + 4, chunks_.size());
      for (size_t k = i + 2; k < most; ++k) {
        if (Listed(words_.speech_verbs, Core(chunks_[k])) && IsLower(chunks_[k].first))
          return false;
        if (!IsUpper(chunks_[k].first)) break;
      }
    }
    return true;
  }

  bool EndsAfterEllipsis(const Chunk& chunk, const Chunk& next, size_t at) const {
    if (IsLower(next.first)) return false;
    if (next.first == ',' || next.first == ')') return false;
    if (chunk.core.empty() && chunk.opens_bracket) return StartsSentence(next);  // "[...]"
    return at > begin_ || !chunk.core.empty();
  }

  bool EndsAfterStop(const Chunk& chunk, const Chunk& next, size_t at, bool closed) const {
    const std::string_view core = LastPart(Core(chunk));
    if (next.first == ',' || next.first == ';' || next.first == ':') return false;
    if (at == begin_ ||
        (at == begin_ + 1 && IsBullet(CodePointAt(text_, chunks_[begin_].range.start).value))) {
      if (EnumeratorAt(begin_).value != 0) return false;  // "1. The first item"
      if (IsRoman(core) && core != "I") return false;     // "IV. Results"
      if (HasDigit(core) && core.find_first_not_of("0123456789.") == std::string_view::npos)
        return false;  // "2.1. Data"
    }
    if (IsLower(next.first)) return EndsBeforeLower(core, closed);
    if (Listed(words_.inside, core) || Listed(words_.titles, core))
      return closed && StartsSentence(next);
    const bool number = IsDigit(next.first) || IsRoman(Core(next)) || next.first == '#';
    if (number && (Listed(words_.before_numbers, core) || Listed(words_.months, core)))
      return false;
    if (Listed(words_.times, core)) return EndsAfterTime(next, at);
    if (IsSingleLetter(core)) return EndsAfterLetter(core, next, at);
    if (IsInitialism(core) || Listed(words_.general, core) || Listed(words_.months, core)) {
      if (IsDigit(next.first)) return false;
      return StartsSentence(next) || (closed && next.first != '(' && !next.opens_bracket);
    }
    return true;
  }

  // Careless writing goes on in lower case: "it works. now go"; otherwise a stop
  // before lower case belongs to an abbreviation that is not in the lists.
  bool EndsBeforeLower(std::string_view core, bool closed) const {
    if (closed || !IsLowerWord(core)) return false;
    for (const WordSet* set :
         {&words_.inside, &words_.titles, &words_.general, &words_.before_numbers, &words_.times}) {
      if (Listed(*set, core)) return false;
    }
    return lower_style_ || core.size() >= 3;
  }

  // "At 5 p.m. Mr. Berg left": the time opens the sentence and cannot end it.
  bool EndsAfterTime(const Chunk& next, size_t at) const {
    if (IsDigit(next.first)) return false;
    if (StartsSentence(next) || next.opens_quote) return true;
    const std::string_view word = Core(next);
    const bool zone = word.size() <= 4 && word.size() >= 2 && ToLower(word) != word &&
                      std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool opens = at - begin_ <= kLongestOpening;
    return !opens && !zone;
  }

  // "J. Berg" is a name; "you and I. Did you", "vitamin C. The" end.
  bool EndsAfterLetter(std::string_view core, const Chunk& next, size_t at) const {
    if (!IsUpper(CodePointAt(core, 0).value))
      return !IsDigit(next.first) && !Listed(words_.inside, core);
    if (next.opens_quote && !chunks_[at].opens_quote)
      return at > begin_ && IsLower(chunks_[at - 1].first);
    const bool after_name =
        at > begin_ && IsUpper(chunks_[at - 1].first) && !chunks_[at - 1].stops();
    if (core == "I" && !after_name) return StartsSentence(next) || next.first == 'I';
    return StartsSentence(next) && at > begin_;
  }

  const Abbreviations& words_;
  std::string_view text_;
  std::vector<Chunk> chunks_;
  size_t begin_ = 0;          // the first chunk of the open sentence
  Enumerator item_;           // the list number that it begins with
  bool lower_style_ = false;  // it begins in lower case
  bool straight_quote_open_ = false;
};

}  // namespace

SentenceSplitter::SentenceSplitter(Abbreviations abbreviations)
    : abbreviations_(std::move(abbreviations)) {}

Result<SentenceSplitter> SentenceSplitter::Load(const std::filesystem::path& lexicon) {
  auto abbreviations = LoadAbbreviations(lexicon / "abbreviations.yaml");
  if (!abbreviations) return abbreviations.error();
  return SentenceSplitter(std::move(*abbreviations));
}

std::vector<TextRange> SentenceSplitter::Split(std::string_view text, TextRange block) const {
  return Splitter(abbreviations_, text, Chunks(text, block)).Run();
}

}  // namespace crosscheck
