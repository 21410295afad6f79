#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_ALGEBRA_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_ALGEBRA_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/quantity/figure.h"

namespace crosscheck {

// What can be derived from figures. All take rounding into account: an input
// stands for its implied interval, and so does the result. Nothing where the
// inputs do not compare, are unclear, or (ratio, change) zero may divide.

// True where `draft` says more than `source` does: "110" is no rounding of "100",
// which may be one of "110". Points without a bound only.
bool SaysMore(const Figure& draft, const Figure& source);

// The figure's implied bounds in the base unit of its dimension; a trend down
// makes them negative where `signed_trend` is set. "doubled" is a change of +1.
Interval BaseInterval(const Figure& figure, bool signed_trend = false);
// One number to find figures by: the value, else an end, in the base unit of the
// dimension, so that figures that agree lie near each other whatever their units
// ("67%" and "two thirds", "7 miles" and "11 km"). Nothing where no end is known.
std::optional<double> BasePoint(const Figure& figure);
// Whether two counts count things of one name ("people", "people"); nothing where
// that cannot be told, which is not to say that the things differ.
std::optional<bool> SameCounted(const Figure& a, const Figure& b);
// The value in another figure's unit ("5.3" for 2.4 kg told in pounds).
std::optional<double> ValueIn(const Figure& figure, const Figure& other);

std::optional<Interval> Difference(const Figure& from, const Figure& to);       // to - from, in from's unit
std::optional<Interval> Ratio(const Figure& numerator, const Figure& denominator);
std::optional<Interval> PercentChange(const Figure& from, const Figure& to);    // 50 for 50 → 75
std::optional<Interval> Sum(std::span<const Figure> parts);                     // in the first one's unit

// Whether a stated figure may be this derived interval; the stated one's own
// rounding counts. True also where they only touch.
bool MayBe(const Interval& derived, const Figure& stated);

enum class ArithmeticKind : uint8_t {
  kPercentChange,  // "from 50 to 75, up 30%"
  kDifference,     // "rose by 20 to 75 from 50"
  kShares,         // "60% … 30% … 20% of voters", "120% of voters": above 100 %
  kTotal,          // "12 people, seven men and four women"
  kShareOfWhole,   // "30 of the 40 pupils, or 80%"
  kDirection,      // "rose from 40 to 35"
  kOrder,          // "left in 2015 after he was convicted in 2018" (time_arithmetic.h)
  kLength,         // "five years, from 2010 to 2013"
  kPerHead,        // "$300 million for 1.5 million people, or $150 each"
  kConversion,     // "300 feet (50 metres)"
  kAge,            // "born in 1950, she died in 2010 at 75" (time_arithmetic.h)
  kWeekday,        // "Monday, 4 June 2019", a Tuesday
  kDay,            // "31 April 2019"
};
constexpr ArithmeticKind kLastArithmeticKind = ArithmeticKind::kDay;
std::string_view ToString(ArithmeticKind kind);

// One sum that a text does, or invites: the figures that take part (indices in
// the text's figures; the last one is the result that the text states).
struct ArithmeticCheck {
  ArithmeticKind kind = ArithmeticKind::kPercentChange;
  std::vector<int32_t> figures;
  Interval computed;      // of the stated figure, in its unit
  double stated = 0.0;
  TextRange range;        // covers all figures
  bool holds = true;
  std::string working;    // "from 50 to 75 is +50 %, not 30 %"; for messages
};

// All sums of a text that are sure: a sum is listed only where the wording
// leaves no other reading. In order of the text.
std::vector<ArithmeticCheck> CheckArithmetic(const Analysis& analysis, const std::vector<Figure>& figures);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_ALGEBRA_H_
