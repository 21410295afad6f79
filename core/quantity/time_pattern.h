#ifndef CROSSCHECK_CORE_QUANTITY_TIME_PATTERN_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_PATTERN_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/quantity/time_meaning.h"
#include "core/quantity/time_terms.h"

namespace crosscheck {

constexpr size_t kMaxPatternElements = 14;

class TimeMatch;

// Gives the meaning of a match, or nothing where the words do not mean a time
// after all ("32-2015"); then shorter matches are tried.
using TimeBuilder = std::optional<TimeMeaning> (*)(const TimeMatch& match);

// A line of the grammar. `pattern` is a row of elements, separated by blanks:
//   <month>        a term of this class;  <month|season> of one of these
//   of             the word itself;       of|in one of these
//   ~<year>        no white space before it
//   the?           may be missing
struct TimePattern {
  std::string_view pattern;
  std::string_view example;  // for people, and for the grammar's own test
  TimeBuilder build;
};

// What a pattern matched: for each of its elements the term, if any.
class TimeMatch {
 public:
  TimeMatch(std::string_view text, const std::vector<TimeTerm>& terms,
            const std::vector<TimeMeaning>& meanings)
      : text_(text), terms_(terms), meanings_(meanings) {}

  // The n-th matched term that has the class; null where there is none.
  const TimeTerm* Find(TimeClass cls, size_t nth = 0) const;
  // The last one: "second quarter" ends in its unit, "second" is one too.
  const TimeTerm* FindLast(TimeClass cls) const;
  bool Has(TimeClass cls) const { return Find(cls) != nullptr; }
  int32_t Value(TimeClass cls, size_t nth = 0) const;  // must be there
  // The term at an element of the pattern; null where it was left out.
  const TimeTerm* At(size_t element) const;
  size_t elements() const { return count_; }
  const TimeMeaning& MeaningOf(const TimeTerm& term) const {
    return meanings_[static_cast<size_t>(term.meaning)];
  }

  std::string_view text() const { return text_; }
  std::string_view Words(const TimeTerm& term) const { return term.range.In(text_); }
  // The terms beside the match; null at the sentence's ends.
  const TimeTerm* Before() const { return Before(0); }
  const TimeTerm* After() const { return After(0); }
  // The term `distance` (0, 1 …) after the match, or before it; null beyond the sentence.
  const TimeTerm* After(size_t distance) const {
    return last_ + distance < terms_.size() ? &terms_[last_ + distance] : nullptr;
  }
  const TimeTerm* Before(size_t distance) const {
    return first_ > distance ? &terms_[first_ - 1 - distance] : nullptr;
  }
  TextRange range() const { return {terms_[first_].range.start, terms_[last_ - 1].range.end}; }
  size_t first() const { return first_; }
  size_t last() const { return last_; }

 private:
  friend class TimeGrammarStage;
  std::string_view text_;
  const std::vector<TimeTerm>& terms_;
  const std::vector<TimeMeaning>& meanings_;
  std::array<int32_t, kMaxPatternElements> at_{};
  size_t count_ = 0;
  size_t first_ = 0, last_ = 0;  // [first_, last_) in terms_
};

// One stage of the cascade: reads a row of terms from left to right; where
// patterns match, the longest match (the first of the table among equals)
// becomes one term. Patterns have at most kMaxPatternElements elements and are
// indexed by what they begin with, so that a row costs time linear in its terms.
class TimeGrammarStage {
 public:
  TimeGrammarStage(std::span<const TimePattern> patterns, TimeLiterals* literals);

  void Run(std::string_view text, std::vector<TimeTerm>* terms,
           std::vector<TimeMeaning>* meanings) const;

 private:
  struct Element {
    TimeClassSet classes;
    std::array<uint16_t, 6> literals{};
    bool optional = false;
    bool glued = false;
  };
  struct Compiled {
    std::vector<Element> elements;
    TimeBuilder build = nullptr;
  };

  static Element Compile(std::string_view text, TimeLiterals* literals);
  static bool Fits(const Element& element, const TimeTerm& term);
  // Every end of a match at `first`, longest first where optional elements allow several.
  bool Match(const Compiled& pattern, size_t first, TimeMatch* match) const;
  void Best(size_t first, TimeMatch* scratch, std::optional<TimeMeaning>* best,
            size_t* best_last) const;

  std::vector<Compiled> patterns_;
  std::vector<std::vector<uint16_t>> by_class_;    // patterns that may begin with a class
  std::vector<std::vector<uint16_t>> by_literal_;  // … with a literal
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_PATTERN_H_
