#include "core/claim/quote_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/unicode.h"

// Cuts words out of raw text rather than taking the tokenizer's: what counts as
// one token may depend on typography ("don't", "don’t"), and that must make no
// difference here. The only spellings known are those of orthography itself:
// contractions, and the endings in which British and American English differ.

namespace crosscheck {
namespace {

bool IsApostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'\u2018' || c == U'`'; }
bool IsWord(char32_t c) { return IsLetter(c) || IsDigit(c); }
bool IsInvisible(char32_t c) { return c == U'\u00AD' || c == U'\u200B' || c == U'\uFEFF' || c == U'\u200C' || c == U'\u200D'; }

// What stands after an apostrophe, and the word that it shortens.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kContracted = {{
    {"s", "is"}, {"re", "are"}, {"ll", "will"}, {"ve", "have"}, {"m", "am"}, {"d", "would"}}};

void ReplaceAll(std::string* word, std::string_view from, std::string_view to) {
  for (size_t at = word->find(from); at != std::string::npos; at = word->find(from, at + to.size())) {
    word->replace(at, from.size(), to);
  }
}

void ReplaceEnd(std::string* word, std::string_view from, std::string_view to) {
  if (word->size() > from.size() + 1 && word->ends_with(from)) {
    word->replace(word->size() - from.size(), from.size(), to);
  }
}

// One key for "organisation" and "organization", "labour" and "labor", "centre"
// and "center". It may merge rare words; both sides are folded alike.
void FoldSpelling(std::string* word) {
  if (*word == "okay") *word = "ok";
  if (word->size() < 5) return;
  ReplaceAll(word, "isation", "ization");
  for (const std::string_view end : {"ise", "ised", "ises", "ising"}) {
    std::string z(end);
    z[1] = 'z';
    ReplaceEnd(word, end, z);
  }
  ReplaceAll(word, "our", "or");
  ReplaceEnd(word, "lled", "led");
  ReplaceEnd(word, "lling", "ling");
  ReplaceEnd(word, "tre", "ter");
}

class Cutter {
 public:
  Cutter(std::string_view text, TextRange range) : text_(text), range_(range) {}

  std::vector<QuoteWord> Cut() {
    while (at_ < range_.end) {
      const CodePoint c = CodePointAt(text_, at_);
      if (!Inside(c)) Outside(c);
      at_ += c.size;
    }
    Flush();
    return std::move(words_);
  }

 private:
  char32_t Next(uint32_t size) const { return at_ + size < range_.end ? CodePointAt(text_, at_ + size).value : U' '; }

  // Takes the character into the word that is being read, or says no.
  bool Inside(const CodePoint& c) {
    if (IsInvisible(c.value)) return true;
    if (IsWord(c.value)) {
      if (raw_.empty()) start_ = at_;
      raw_.append(text_.substr(at_, c.size));
      end_ = at_ + c.size;
      dots_ = 0;
      return true;
    }
    if (raw_.empty()) return false;
    const char32_t next = Next(c.size);
    if (IsApostrophe(c.value) && IsLetter(next)) {
      Flush();
      suffix_ = true;
      return true;
    }
    const bool digits = IsDigit(CodePointAt(text_, end_ - 1).value) && IsDigit(next);
    if (c.value == U',' && digits) return true;
    if (c.value == U'.' && digits) {
      raw_ += '.';
      return true;
    }
    // U.S., a.m.: single letters with full stops are one word
    if (c.value == U'.' && (raw_.size() == 1 || abbreviation_) && IsLetter(next)) {
      abbreviation_ = true;
      return true;
    }
    // [W]e, call[ed]: the bracket stands within a word
    if (c.value == U']' && IsLetter(next) && raw_.size() == 1) {
      in_bracket_ = false;
      return true;
    }
    if (c.value == U'[' && IsLetter(next)) return true;
    return false;
  }

  void Outside(const CodePoint& c) {
    Flush();
    suffix_ = false;
    if (c.value == U'\u2026' || (c.value == U'.' && ++dots_ >= 3)) gap_ = true;
    if (Masks(c.value)) {
      words_.back().bracket = true;
      masked_ = true;
    } else if (c.value != U'-' && c.value != U'*') {
      masked_ = false;
    }
    if (c.value == U'[') in_bracket_ = true;
    if (c.value == U']') in_bracket_ = false;
    if (c.value == U'%') Push("percent", {at_, at_ + c.size});
    if (c.value == U'&') Push("and", {at_, at_ + c.size});
  }

  // "b----", "f***": what the editor masked may be any word.
  bool Masks(char32_t c) const {
    if ((c != U'-' && c != U'*') || words_.empty() || words_.back().range.end != at_ || at_ + 3 > range_.end) return false;
    const std::string_view run = text_.substr(at_, 3);
    return run == "---" || run == "***";
  }

  void Flush() {
    if (raw_.empty()) return;
    std::string key = FoldMarks(raw_);
    const TextRange range{start_, end_};
    raw_.clear();
    abbreviation_ = false;
    if (suffix_) {
      suffix_ = false;
      Suffix(key, range);
      return;
    }
    if (key == "cannot") {
      Push("can", range);
      key = "not";
    } else if (key == "cent" && !words_.empty() && words_.back().key == "per") {
      words_.back().key = "percent";
      words_.back().range.end = range.end;
      return;
    }
    FoldSpelling(&key);
    Push(std::move(key), range);
  }

  // "n't", "'re" …: the full word. "ca", "wo", "sha" get their ends back.
  void Suffix(const std::string& key, TextRange range) {
    if (key == "t" && !words_.empty() && words_.back().key.ends_with('n')) {
      std::string& verb = words_.back().key;
      if (verb == "won") {
        verb = "will";
      } else if (verb == "shan") {
        verb = "shall";
      } else if (verb != "can") {
        verb.pop_back();
      }
      Push("not", range);
      return;
    }
    for (const auto& [ending, word] : kContracted) {
      if (key == ending) {
        Push(std::string(word), range);
        return;
      }
    }
    Push(key, range);
  }

  void Push(std::string key, TextRange range) {
    words_.push_back({std::move(key), range, in_bracket_ || masked_, gap_ && !words_.empty(), -1});
    gap_ = masked_ = false;
    dots_ = 0;
  }

  std::string_view text_;
  TextRange range_;
  std::vector<QuoteWord> words_;
  uint32_t at_ = range_.start;
  std::string raw_;
  uint32_t start_ = 0, end_ = 0;
  int dots_ = 0;
  bool abbreviation_ = false;
  bool suffix_ = false;      // the word that is being read follows an apostrophe
  bool in_bracket_ = false;
  bool gap_ = false;
  bool masked_ = false;      // a mask precedes: the rest of "d----d"
};

}  // namespace

std::vector<QuoteWord> QuoteWords(std::string_view text, TextRange range) { return Cutter(text, range).Cut(); }

bool IsNegation(std::string_view key) {
  constexpr std::array<std::string_view, 9> kNegations = {"not", "no", "never", "nor", "neither", "none", "nothing", "nobody", "without"};
  return std::ranges::find(kNegations, key) != kNegations.end();
}

}  // namespace crosscheck
