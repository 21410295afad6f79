#ifndef CROSSCHECK_CORE_QUANTITY_TIME_ARITHMETIC_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_ARITHMETIC_H_

#include <vector>

#include "core/language/analysis.h"
#include "core/quantity/figure_algebra.h"
#include "core/quantity/time.h"

namespace crosscheck {

// What a text says of its own dates and can be worked out: lengths against start
// and end ("five years, from 2010 to 2013"; "in 2015, six years after it opened in
// 2012"), and the order of events against their dates ("left in 2015 after he was
// convicted in 2018"). Only sure shapes are listed, in order of the text, as sums
// without figures (kLength, kOrder). Linear in tokens and times.
std::vector<ArithmeticCheck> CheckTimes(const Analysis& analysis, const std::vector<TimeExpression>& times);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_ARITHMETIC_H_
