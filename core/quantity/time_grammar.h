#ifndef CROSSCHECK_CORE_QUANTITY_TIME_GRAMMAR_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_GRAMMAR_H_

#include <optional>
#include <span>
#include <vector>

#include "core/quantity/time_pattern.h"

namespace crosscheck {

// The tables of the grammar, one file each. A stage sees the terms of the stage
// before it.
std::span<const TimePattern> DatePatterns();  // stage 1: "5 March 2019", "2024-Q3", "the 1990s"
std::span<const TimePattern>
RelativePatterns();  // stage 1: "last week", "the following month", "now"
std::span<const TimePattern> LengthPatterns();  // stage 1: "three years", "every Monday", "5 p.m."
std::span<const TimePattern> JoinPatterns();  // stage 2: "the first week of" + date, length + "ago"
std::span<const TimePattern> WrapPatterns();  // stage 3: "early", "about", "the end of"

// The whole grammar: the stages in order, with the words that they name.
// Immutable; shared by all threads.
class TimeGrammar {
 public:
  static const TimeGrammar& Instance();

  const TimeLiterals& literals() const { return literals_; }
  void Run(std::string_view text, std::vector<TimeTerm>* terms,
           std::vector<TimeMeaning>* meanings) const;

 private:
  TimeGrammar();
  TimeLiterals literals_;
  std::vector<TimeGrammarStage> stages_;
};

// What builders share.
namespace time_grammar {

using Meaning = std::optional<TimeMeaning>;

TimeMeaning Fields(CalendarFields fields);
TimeMeaning Length(TimeUnit unit, double amount);
// The amount of a number term, an article (1) or a vague word; nothing where it is none.
std::optional<double> AmountOf(const TimeTerm& term);
// The year that a term gives: in full, or two digits. False where it is none.
bool SetYear(const TimeTerm& term, CalendarFields* fields);
// Month and day that exist together (29 February does).
bool ValidMonthDay(int month, int day);
// True where the match, all in digits, is cut out of a longer row of numbers
// ("123-12-1234", a telephone number, a version).
bool InsideNumberRow(const TimeMatch& match);
bool WordIs(const TimeMatch& match, const TimeTerm* term, std::string_view lower);

}  // namespace time_grammar

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_GRAMMAR_H_
