#ifndef CROSSCHECK_CORE_QUANTITY_TIME_TERMS_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_TERMS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/language/analysis.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {

// A set of time classes.
class TimeClassSet {
 public:
  TimeClassSet() = default;
  TimeClassSet(std::initializer_list<TimeClass> classes) {
    for (const TimeClass cls : classes) Add(cls);
  }
  void Add(TimeClass cls) { bits_[Word(cls)] |= Bit(cls); }
  void Remove(TimeClass cls) { bits_[Word(cls)] &= ~Bit(cls); }
  bool Has(TimeClass cls) const { return (bits_[Word(cls)] & Bit(cls)) != 0; }
  bool Meets(const TimeClassSet& o) const {
    return ((bits_[0] & o.bits_[0]) | (bits_[1] & o.bits_[1])) != 0;
  }
  bool empty() const { return (bits_[0] | bits_[1]) == 0; }

 private:
  static size_t Word(TimeClass cls) { return static_cast<size_t>(cls) / 64; }
  static uint64_t Bit(TimeClass cls) { return uint64_t{1} << (static_cast<size_t>(cls) % 64); }
  uint64_t bits_[2] = {0, 0};
};

constexpr int32_t kNoMeaning = -1;

// A piece of a sentence as the grammar sees it: a word of the lexicon, a number
// (of one or several pieces), any other piece, or an expression already read.
struct TimeTerm {
  TextRange range;
  uint32_t token = 0;      // the first analysis token that it touches
  uint32_t token_end = 0;  // one past the last
  TimeClassSet classes;
  const TimeWord* word = nullptr;
  double number = 0;     // numbers, and ordinals (last = -1)
  uint16_t literal = 0;  // number of its spelling among the grammar's literals; 0 = none
  bool space_before = false;
  bool capital = false;     // first letter is upper case
  bool digits = false;      // written in digits
  bool glued_left = false;  // a letter, digit or currency sign touches it
  bool glued_right = false;
  int32_t meaning = kNoMeaning;  // index in the sentence's meanings, where already read

  bool Has(TimeClass cls) const { return classes.Has(cls); }
  // The value of a lexicon class that the term has.
  int32_t Value(TimeClass cls) const;
};

// The spellings that patterns name literally ("of", "the", ","), numbered from 1.
class TimeLiterals {
 public:
  uint16_t Add(std::string_view spelling);
  uint16_t Find(std::string_view spelling) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, uint16_t, Hash, std::equal_to<>> numbers_;
};

// Cuts a sentence into classified terms; numbers of several pieces are one term
// ("nineteen ninety-six", "2 1/2", "3.5"). Independent of how the tokenizer
// cuts hyphens and abbreviations. Linear in bytes.
class TimeTermReader {
 public:
  TimeTermReader(const Analysis& analysis, const TimeLexicon& lexicon, const TimeLiterals& literals)
      : analysis_(analysis), lexicon_(lexicon), literals_(literals) {}

  // Appends to `terms`, which is cleared first.
  void Read(const Sentence& sentence, std::vector<TimeTerm>* terms);

 private:
  void ReadPieces(const Sentence& sentence);
  void AddWords(std::vector<TimeTerm>* terms);
  TimeTerm Whole(size_t first, size_t count, const TimeWord* word) const;
  void SettleAmbiguous(std::vector<TimeTerm>* terms) const;
  bool IsName(const TimeTerm& term, const TimeTerm* before, const TimeTerm* after) const;

  const Analysis& analysis_;
  const TimeLexicon& lexicon_;
  const TimeLiterals& literals_;
  std::vector<TextPiece> pieces_;
  std::vector<uint32_t> piece_tokens_;
  std::string spelled_;               // the spellings of the pieces, joined by '\x1f'
  std::vector<uint32_t> spelled_at_;  // where each begins in it
};

// Merges the pieces of numbers into one term each and gives them their classes.
void ReadTimeNumbers(std::string_view text, std::vector<TimeTerm>* terms);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_TERMS_H_
