#ifndef CROSSCHECK_CORE_QUANTITY_TIME_ARITHMETIC_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_ARITHMETIC_H_

#include <optional>
#include <string>
#include <vector>

#include "core/language/analysis.h"
#include "core/quantity/figure_algebra.h"
#include "core/quantity/time.h"

namespace crosscheck {

// A length of one unit: 10 days, of units of a day.
struct ToldLength {
  double days = 0;
  double unit = 0;
};
// The length of "P5Y", "P10D"; nothing for other times and for mixed or vague ones.
std::optional<ToldLength> LengthOf(const TimeExpression& time);
// Whether it is told exactly: no "about", "more than", "nearly" in it or before it.
bool ToldExactly(const Analysis& analysis, const TimeExpression& time);
// What the words around a length bound it to: 1 for "at least a year", "more than two
// weeks", -1 for "a year at most", "up to"; 0 where nothing does.
int BoundOfLength(const Analysis& analysis, const TimeExpression& time);
// Whether no length fits both, bounds and rough wording heeded; false where unknown.
bool LengthsApart(const Analysis& a, const TimeExpression& first, const Analysis& b, const TimeExpression& second);
// Appends a sum that does not work out.
void AddFailure(ArithmeticKind kind, TextRange range, std::string working, std::vector<ArithmeticCheck>* checks);

// What a text says of its own dates and can be worked out: lengths against start
// and end ("five years, from 2010 to 2013"; "in 2015, six years after it opened in
// 2012"), the order of events against their dates ("left in 2015 after he was
// convicted in 2018"), weekdays against their dates, days that no month has. Only sure
// shapes are listed, in order of the text, as sums without figures (kLength, kOrder,
// kWeekday, kDay). Linear in tokens and times.
std::vector<ArithmeticCheck> CheckTimes(const Analysis& analysis, const std::vector<TimeExpression>& times);

// What begins and ends: "born in 1950 and died in 2010 at the age of 75" (kAge), "founded
// in 1990, it marked its 50th anniversary in 2015" (kAge), "opened in 2015 and closed in
// 2012" (kOrder). Both dates must name their year, and the tree must give both verbs one
// subject. Linear in tokens, times and figures.
std::vector<ArithmeticCheck> CheckCourses(const Analysis& analysis, const std::vector<TimeExpression>& times, const std::vector<Figure>& figures);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_ARITHMETIC_H_
