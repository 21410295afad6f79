// Words by a scanner from left to right over each stretch without white space.
//
// At each place the longest thing that can begin there is taken: a face
// (":-)"), an address ("www.acme.example/a,b" without a final comma), a handle,
// a number with its separators ("1,200.50", "9/11", "5:30"), a word, or one
// mark. A word takes apostrophes, stops of initialisms ("U.S.", "a.m.") and
// hyphens after a prefix ("co-founder") with it; then its end is cut as the
// treebanks do: "do|n't", "Berg|'s", "can|not", "35|mm". What no rule decides
// ("o'clock", "e-mail", "gon|na") stands in tokens.yaml.
//
// Where the two treebanks differ the choice is the one that keeps a thing in one
// piece everywhere: "U.S." keeps its stop at the end of a sentence, "Inc." and
// "etc." do not; "1/2" is one word. Each byte is looked at a bounded number of
// times. Test: tokenizer_test.cpp, and the share of equal words on treebanks.

#include "core/language/tokenizer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/unicode.h"
#include "core/language/chunk.h"
#include "core/language/emoji.h"
#include "core/language/web_address.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestListed = 24;  // bytes; lists hold nothing longer

// Bytes that stand for themselves in a run: "...", "--", "!!!", "***".
bool RunsTogether(char c) {
  return std::string_view(".-!?*=_~#+<>|`'").find(c) != std::string_view::npos;
}

class Scanner {
 public:
  Scanner(const TokenLists& lists, const Abbreviations& abbreviations, std::string_view text,
          TextRange sentence)
      : lists_(lists),
        abbreviations_(abbreviations),
        text_(text),
        sentence_(sentence),
        addresses_(lists, text) {}

  std::vector<TextRange> Run() {
    words_.reserve(sentence_.size() / 5 + 4);
    for (uint32_t at = sentence_.start; at < sentence_.end;) {
      const CodePoint c = CodePointAt(text_, at);
      if (IsBlank(c.value)) {
        at += c.size;
        continue;
      }
      begin_ = end_ = at;
      while (end_ < sentence_.end) {
        const CodePoint d = CodePointAt(text_, end_);
        if (IsBlank(d.value)) break;
        end_ += d.size;
      }
      Cut();
      at = end_;
    }
    return std::move(words_);
  }

 private:
  char Byte(uint32_t at) const { return at < end_ ? text_[at] : '\0'; }
  std::string_view Bytes(uint32_t from, uint32_t to) const { return text_.substr(from, to - from); }
  void Add(uint32_t from, uint32_t to) {
    if (to > from) words_.push_back({from, to});
  }

  // Letters, and marks that belong to them.
  bool LetterAt(uint32_t at, uint32_t* size) const {
    if (at >= end_) return false;
    if (static_cast<unsigned char>(text_[at]) < 0x80) {
      *size = 1;
      return IsAsciiLetter(text_[at]);
    }
    const CodePoint c = CodePointAt(text_, at);
    *size = c.size;
    return IsLetter(c.value) || (c.value >= 0x300 && c.value < 0x370) || c.value == 0xad;
  }
  bool IsLetterAt(uint32_t at) const {
    uint32_t size = 0;
    return LetterAt(at, &size);
  }
  bool WordByteAt(uint32_t at) const { return IsLetterAt(at) || IsAsciiDigit(Byte(at)); }

  // The size of an apostrophe at `at`, straight or curly; 0 where there is none.
  uint32_t ApostropheAt(uint32_t at) const {
    if (at >= end_) return 0;
    if (text_[at] == '\'') return 1;
    return Bytes(at, end_).starts_with("’") ? 3 : 0;
  }

  bool ApostropheBefore(uint32_t from, uint32_t at) const {
    return text_[at - 1] == '\'' || (at >= from + 3 && Bytes(at - 3, at) == "’");
  }

  std::string Lower(uint32_t from, uint32_t to) const {
    std::string lower = ToLower(Bytes(from, to));
    for (size_t at = lower.find("’"); at != std::string::npos; at = lower.find("’", at))
      lower.replace(at, 3, "'");
    return lower;
  }
  bool Listed(const WordSet& set, uint32_t from, uint32_t to) const {
    return to - from <= kLongestListed && to > from && set.contains(Lower(from, to));
  }

  void Cut() {
    uint32_t at = begin_;
    while (at < end_) at = Next(at);
  }

  // Adds what begins at `at`; where it ends.
  uint32_t Next(uint32_t at) {
    if (const uint32_t end = Escape(at); end > at) return Whole(at, end);
    if (const uint32_t end = Face(at); end > at) return Whole(at, end);
    if (const uint32_t end = addresses_.End(at, end_); end > at) return Whole(at, end);
    if (const uint32_t end = Handle(at); end > at) return Whole(at, end);
    if (const uint32_t end = Currency(at); end > at) return Whole(at, end);
    if (const uint32_t end = Number(at); end > at) return end;
    if (const uint32_t end = Elision(at); end > at) return Whole(at, end);
    if (IsLetterAt(at)) return Word(at);
    return Mark(at);
  }

  uint32_t Whole(uint32_t from, uint32_t to) {
    Add(from, to);
    return to;
  }

  // "-LRB-" and the like.
  uint32_t Escape(uint32_t at) const {
    if (Byte(at) != '-' && Byte(at) != '`') return at;
    for (const auto& [written, mark] : lists_.escapes) {
      const auto size = static_cast<uint32_t>(written.size());
      if (Bytes(at, std::min(at + size, end_)) == written) return at + size;
    }
    return at;
  }

  // Whether what looks like a face is a mark and a number: "price:3", ":3,40".
  bool NumberBegins(uint32_t at, uint32_t to) const {
    if (!IsAsciiDigit(text_[to - 1])) return false;
    if (at > begin_ && WordByteAt(at - 1)) return true;
    return (Byte(to) == '.' || Byte(to) == ',') && IsAsciiDigit(Byte(to + 1));
  }

  uint32_t Face(uint32_t at) const {
    const char first = Byte(at);
    if (!lists_.begins_emoticon[static_cast<unsigned char>(first)]) return at;
    if (IsAsciiLetter(first) && at > begin_) return at;
    if (at > begin_ && IsAsciiDigit(text_[at - 1]) && first != ':') return at;
    const auto longest =
        static_cast<uint32_t>(std::min<size_t>(lists_.longest_emoticon, end_ - at));
    for (uint32_t size = longest; size >= 2; --size) {
      if (WordByteAt(at + size) || NumberBegins(at, at + size)) continue;
      if (lists_.emoticons.contains(Bytes(at, at + size))) return at + size;
    }
    return at;
  }

  uint32_t Handle(uint32_t at) const {
    const char c = Byte(at);
    if ((c != '@' && c != '#') || !IsAsciiLetter(Byte(at + 1))) return at;
    if (at > begin_ && WordByteAt(at - 1)) return at;
    uint32_t to = at + 1;
    while (to < end_ && (WordByteAt(to) || text_[to] == '_')) to += CodePointAt(text_, to).size;
    return c == '#' && to == at + 2 ? at : to;
  }

  // "US$", "HK$" before a number.
  uint32_t Currency(uint32_t at) const {
    if (at > begin_ && WordByteAt(at - 1)) return at;
    uint32_t to = at;
    while (to < at + 3 && IsAsciiUpper(Byte(to))) ++to;
    return to > at && Byte(to) == '$' ? to + 1 : at;
  }

  bool Digits(uint32_t at) const { return IsAsciiDigit(Byte(at)); }

  // Numbers with their separators; adds them, and a unit that is written on.
  uint32_t Number(uint32_t at) {
    uint32_t to = at;
    if (Byte(to) == '+' && Digits(to + 1) && to == begin_) ++to;
    if (Byte(to) == '.' && Digits(to + 1) && (to == begin_ || !WordByteAt(to - 1))) ++to;
    if (!Digits(to)) return at;
    to = NumberEnd(to);
    if (!IsLetterAt(to)) {
      const uint32_t suffix = DecadeSuffix(to);
      return Whole(at, suffix);
    }
    uint32_t letters = to;
    uint32_t size = 0;
    while (LetterAt(letters, &size)) letters += size;
    if (!WordByteAt(letters) &&
        (Listed(lists_.units, to, letters) || lists_.cased_units.contains(Bytes(to, letters)))) {
      Add(at, to);
      if (Byte(letters) == '.' && IsAsciiLetter(Byte(letters + 1)))
        return to;  // "5p.m.": a word follows
      Add(to, letters);
      return letters;
    }
    if (IsInitialismAt(to)) return Whole(at, to);  // "5p.m."
    while (WordByteAt(letters)) letters += CodePointAt(text_, letters).size;
    return Whole(at, DecadeSuffix(letters));
  }

  uint32_t NumberEnd(uint32_t at) const {
    uint32_t to = at;
    uint32_t hyphens = 0, first_hyphen = 0, slashes = 0;
    while (to < end_) {
      const char c = text_[to];
      if (IsAsciiDigit(c)) {
        ++to;
        continue;
      }
      if (std::string_view(".,:/-").find(c) == std::string_view::npos || !Digits(to + 1)) break;
      if (c == '-' && hyphens++ == 0) first_hyphen = to;
      if (c == '/') ++slashes;
      if (c == ':' && hyphens > 0) break;
      ++to;
    }
    if (begin_ < at && text_[at - 1] == '[') {  // "[18,19]": notes
      const size_t comma = Bytes(at, to).find(',');
      if (comma != std::string_view::npos) return at + static_cast<uint32_t>(comma);
    }
    if (hyphens == 1) {  // "853-3242" is a telephone number, "10-12" a range
      const uint32_t before = first_hyphen - at;
      const uint32_t after = to - first_hyphen - 1;
      const bool plain =
          Bytes(at, first_hyphen).find_first_not_of("0123456789/") == std::string_view::npos;
      const bool code =
          plain && ((before >= 3 && before != 4 && after == 4) || (before >= 5 && after <= 4));
      if (!code) return first_hyphen;
    }
    if (slashes == 1 && to - at > 6 && Byte(at + 4) == '/') return at + 4;  // "2004/05"
    return to;
  }

  // "1990s", "1990's" after the digits that end at `at`.
  uint32_t DecadeSuffix(uint32_t at) const {
    const uint32_t mark = ApostropheAt(at);
    if (mark == 0 || at < begin_ + 2 || text_[at - 1] != '0' || text_[at - 2] < '2' ||
        Byte(at + mark) != 's' || WordByteAt(at + mark + 1))
      return at;
    return at + mark + 1;
  }

  // "'em", "'90s": an apostrophe that stands for letters.
  uint32_t Elision(uint32_t at) const {
    const uint32_t mark = ApostropheAt(at);
    if (mark == 0 || (at > begin_ && WordByteAt(at - 1))) return at;
    uint32_t to = at + mark;
    if (Digits(to) && Digits(to + 1) && !Digits(to + 2)) {
      to += 2;
      if (Byte(to) == 's') ++to;
      return WordByteAt(to) || ApostropheAt(to) != 0 ? at : to;
    }
    while (IsAsciiLetter(Byte(to))) ++to;
    return to < at + 12 && Listed(lists_.elisions, at, to) ? to : at;
  }

  // One to three letters, a stop, again letters and so on: "U.S.A", "Ph.D", "a.m".
  bool IsInitialismAt(uint32_t at) const { return InitialismEnd(at) > at; }
  uint32_t InitialismEnd(uint32_t at) const {
    uint32_t to = at;
    uint32_t stops = 0;
    while (IsAsciiLetter(Byte(to))) {
      uint32_t run = to;
      while (IsAsciiLetter(Byte(run))) ++run;
      const bool title =
          IsAsciiUpper(Byte(to)) && run - to <= (stops == 0 ? 2u : 3u) && run - at <= 6;
      if (run - to > 1 && !title) break;
      to = run;
      if (Byte(to) != '.') break;
      if (to - at > kLongestListed) return at;
      ++stops;
      ++to;
    }
    if (stops == 0 || WordByteAt(to)) return at;
    return text_[to - 1] != '.' || stops >= 2 ? to : at;
  }

  // True where nothing but closing marks stands between `at` and the sentence's end.
  bool ClosesSentence(uint32_t at) const {
    if (end_ != sentence_.end) return false;
    return Bytes(at, end_).find_first_not_of("\"')]}\xe2\x80\x9d\x99") == std::string_view::npos;
  }

  bool IsAbbreviation(uint32_t from, uint32_t to) const {
    if (to - from > kLongestListed) return false;
    std::string lower = Lower(from, to);
    for (const WordSet* set :
         {&abbreviations_.general, &abbreviations_.titles, &abbreviations_.inside,
          &abbreviations_.months, &abbreviations_.before_numbers, &abbreviations_.times}) {
      if (set->contains(lower)) return true;
    }
    if (!IsAsciiUpper(text_[from])) return false;
    lower[0] = text_[from];
    return abbreviations_.general.contains(lower) || abbreviations_.titles.contains(lower) ||
           abbreviations_.months.contains(lower);
  }

  uint32_t Word(uint32_t at) {
    if (const uint32_t end = InitialismEnd(at); end > at) {
      uint32_t mark = ApostropheAt(end);
      if (mark == 0 || !IsLetterAt(end + mark)) return Whole(at, end);
      Add(at, end);
      return AddEnding(end, end);
    }
    uint32_t to = WordEnd(at);
    if (Byte(to) == '.' && StopBelongs(at, to)) return Whole(at, to + 1);
    if (Byte(to) == '!' && abbreviations_.names_with_mark.contains(Bytes(at, to + 1)))
      return Whole(at, to + 1);
    if (Byte(to) == '-' && to + 1 == end_ && to - at <= 2)
      return Whole(at, to + 1);  // "th- the": broken off
    return AddEnding(at, to);
  }

  // Whether the stop at `to` is part of the word before it: after an initial or
  // an abbreviation; but "Inc." gives its stop up at the end of a sentence.
  bool StopBelongs(uint32_t from, uint32_t to) const {
    if (Byte(to + 1) == '.') return false;  // "etc..."
    uint32_t size = 0;
    const bool letter = LetterAt(from, &size) && from + size == to;
    const bool closes = ClosesSentence(to + 1);
    if (letter && IsUpper(CodePointAt(text_, from).value)) return !closes || text_[from] != 'I';
    if (closes) return false;
    if (!IsAbbreviation(from, to)) return letter && to + 1 == end_;
    return !WordByteAt(to + 1) || IsAsciiUpper(text_[from]);  // "Dr.Berg"
  }

  // The end of a word that begins at `from`, over apostrophes, hyphens after
  // prefixes, ampersands and signs within.
  uint32_t WordEnd(uint32_t from) {
    uint32_t to = from, part = from;
    while (true) {
      uint32_t size = 0;
      while (LetterAt(to, &size) || IsAsciiDigit(Byte(to)) ||
             (Byte(to) == '_' && WordByteAt(to + 1))) {
        to += IsAsciiDigit(Byte(to)) || Byte(to) == '_' ? 1 : size;
      }
      const uint32_t mark = ApostropheAt(to);
      if (mark > 0 && IsLetterAt(to + mark)) {
        to += mark;
        continue;
      }
      if (Byte(to) == '-' && WordByteAt(to + 1) && HyphenBelongs(from, part, to)) {
        part = ++to;
        continue;
      }
      if (Byte(to) == '&' && AmpersandBelongs(from, to)) {
        ++to;
        continue;
      }
      if (Byte(to) == '/' && SlashBelongs(from, &to)) return to;
      if (Byte(to) == '*' && IsAsciiLetter(Byte(to + 1)) && to > from) {  // "d*mn"
        ++to;
        continue;
      }
      return to;
    }
  }

  bool HyphenBelongs(uint32_t from, uint32_t part, uint32_t hyphen) const {
    uint32_t next = hyphen + 1;
    while (WordByteAt(next)) next += CodePointAt(text_, next).size;
    const bool after_hyphen = from > begin_ && text_[from - 1] == '-';
    if (!after_hyphen && Listed(lists_.prefixes, part, hyphen)) return true;
    if (Listed(lists_.suffixes, hyphen + 1, next)) return true;
    return Listed(lists_.whole_hyphen, from, next);
  }

  // "R&D", "AT&T", "S&P": a few capitals on both sides.
  bool AmpersandBelongs(uint32_t from, uint32_t at) const {
    uint32_t next = at + 1;
    while (IsAsciiLetter(Byte(next))) ++next;
    const auto capitals = [&](uint32_t a, uint32_t b) {
      return b > a && b - a <= 3 && std::ranges::all_of(Bytes(a, b), IsAsciiUpper);
    };
    return (capitals(from, at) && capitals(at + 1, next)) || (at == from + 1 && next == at + 2);
  }

  // "w/o", "c/o", "s/he": listed.
  bool SlashBelongs(uint32_t from, uint32_t* at) const {
    uint32_t next = *at + 1;
    while (IsAsciiLetter(Byte(next))) ++next;
    if (!Listed(lists_.whole, from, next)) return false;
    *at = next;
    return true;
  }

  // Adds the word [from, to), its ending cut off where the treebanks do.
  uint32_t AddEnding(uint32_t from, uint32_t to) {
    const uint32_t size = to - from;
    if (size > 40 || size < 2) return Whole(from, to);
    bool apostrophe = false;
    for (uint32_t at = from; at < to; ++at) apostrophe |= text_[at] == '\'' || text_[at] == '\xe2';
    if (size <= kLongestListed) {
      const std::string lower = Lower(from, to);
      const auto* parts = lists_.Split(Bytes(from, to), NextWord(to));
      if (parts == nullptr) parts = lists_.Split(lower, NextWord(to));
      if (parts != nullptr && lower.size() == size) {
        uint32_t at = from;
        for (const uint8_t part : *parts) {
          Add(at, at + part);
          at += part;
        }
        return to;
      }
      if (apostrophe && lists_.whole.contains(lower)) return Whole(from, to);
    }
    if (apostrophe) {
      AddContracted(from, to);
    } else {
      Add(from, to);
    }
    return to;
  }

  // The word in lower case behind one blank, not the first part of a compound.
  std::string_view NextWord(uint32_t at) const {
    if (at >= sentence_.end || text_[at] != ' ') return {};
    uint32_t to = ++at;
    const uint32_t most = std::min<uint32_t>(sentence_.end, at + kLongestListed);
    while (to < most && text_[to] >= 'a' && text_[to] <= 'z') ++to;
    return to < sentence_.end && text_[to] == '-' ? std::string_view() : Bytes(at, to);
  }

  // Cuts "'s", "'ve", "n't" … off the end, as often as there are any, and
  // elided articles off the front.
  void AddContracted(uint32_t from, uint32_t to) {
    std::vector<uint32_t> cuts;
    uint32_t end = to;
    while (true) {
      uint32_t mark = end;
      while (mark > from && !ApostropheBefore(from, mark)) --mark;
      if (mark == from || mark == end) break;
      const uint32_t open = text_[mark - 1] == '\'' ? mark - 1 : mark - 3;
      const std::string ending = Lower(mark, end);
      uint32_t cut = open;
      if (ending == "t" && open > from && (text_[open - 1] | 0x20) == 'n') {
        cut = open - 1;
      } else if (ending != "s" && ending != "m" && ending != "d" && ending != "re" &&
                 ending != "ve" && ending != "ll") {
        break;
      }
      if (cut == from && from == begin_ && open == from) break;  // "'s" on its own
      cuts.push_back(cut);
      end = cut;
      if (end <= from) break;
    }
    uint32_t at = from;
    for (size_t i = cuts.size(); i-- > 0;) {
      Add(at, cuts[i]);
      at = cuts[i];
    }
    Add(at, to);
  }

  // Anything else: runs of one mark, emoji with what modifies them, single marks.
  uint32_t Mark(uint32_t at) {
    const char c = text_[at];
    uint32_t to = at + CodePointAt(text_, at).size;
    if (Bytes(at, end_).starts_with("[...]")) return Whole(at, at + 5);
    if (c == '\'' && IsEndingAt(at)) {
      uint32_t letters = at + 1;
      while (IsAsciiLetter(Byte(letters))) ++letters;
      return Whole(at, letters);
    }
    if (Bytes(at, end_).starts_with("’") && IsEndingAt(at)) {
      uint32_t letters = at + 3;
      while (IsAsciiLetter(Byte(letters))) ++letters;
      return Whole(at, letters);
    }
    if (c == '!' || c == '?') {
      while (Byte(to) == '!' || Byte(to) == '?') ++to;
      if (Byte(to) == '.' && Byte(to + 1) != '.') ++to;
    } else if (c == '.' && (Byte(to) == '!' || Byte(to) == '?')) {
      while (Byte(to) == '!' || Byte(to) == '?') ++to;
    } else if (c == '$') {
      while (Byte(to) == '$') ++to;
      if (IsAsciiDigit(Byte(to))) to = at + 1;
    } else if (RunsTogether(c)) {
      const uint32_t most = c == '\'' || c == '`' ? at + 2 : end_;
      const bool apart = c == '<' || c == '>' ? false : c == '#';
      while (to < most && Byte(to) == c && !apart) ++to;
    } else if (IsEmojiPart(CodePointAt(text_, at).value)) {
      to = EmojiEnd(text_, at, end_);
    } else if (Bytes(at, end_).starts_with("‘’") || Bytes(at, end_).starts_with("’’")) {
      to = at + 6;
    }
    return Whole(at, to);
  }

  // "'s", "’ll" after something that is no word: "5%'s", ")'s", or on its own.
  bool IsEndingAt(uint32_t at) const {
    const uint32_t mark = ApostropheAt(at);
    uint32_t to = at + mark;
    while (IsAsciiLetter(Byte(to))) ++to;
    if (IsAsciiDigit(Byte(to))) return false;
    const std::string ending = Lower(at + mark, to);
    const bool known = ending == "s" || ending == "ll" || ending == "re" || ending == "ve" ||
                       ending == "m" || ending == "d";
    return known && (at > begin_ || to == end_);
  }

  const TokenLists& lists_;
  const Abbreviations& abbreviations_;
  std::string_view text_;
  TextRange sentence_;
  uint32_t begin_ = 0, end_ = 0;  // the stretch without white space
  AddressReader addresses_;
  std::vector<TextRange> words_;
};

}  // namespace

Tokenizer::Tokenizer(TokenLists lists, Abbreviations abbreviations)
    : lists_(std::move(lists)), abbreviations_(std::move(abbreviations)) {}

Result<Tokenizer> Tokenizer::Load(const std::filesystem::path& lexicon) {
  auto lists = LoadTokenLists(lexicon / "tokens.yaml");
  if (!lists) return lists.error();
  auto abbreviations = LoadAbbreviations(lexicon / "abbreviations.yaml");
  if (!abbreviations) return abbreviations.error();
  return Tokenizer(std::move(*lists), std::move(*abbreviations));
}

std::vector<TextRange> Tokenizer::Tokenize(std::string_view text, TextRange sentence) const {
  return Scanner(lists_, abbreviations_, text, sentence).Run();
}

std::string_view Tokenizer::FormOf(std::string_view word) const {
  if (word.empty() || (word.front() != '-' && word.front() != '`')) return word;
  const auto found = lists_.escapes.find(word);
  return found != lists_.escapes.end() ? std::string_view(found->second) : word;
}

}  // namespace crosscheck
