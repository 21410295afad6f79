// From a written number to an interval.
//
// A writer who gives "3.2 million" has rounded: the true number lies within half
// of the last written place, 3.15 to 3.25 million. An integer with two or more
// zeros at its end is rounded at its last digit that is not zero, but by no more
// than 5 % (8,000 is 7,600 to 8,400). Other integers are exact, and so are all
// counts below 1,000: "300 people" were counted. Approximators and bounds widen
// that: about is ±10 %, more than 40 is all above 40, up to 40 is 0 to 40.

#include <algorithm>
#include <cmath>

#include "core/quantity/figure_scan.h"

namespace crosscheck {
namespace {

constexpr double kMostRounding = 0.05;
constexpr double kExactCount = 1000;
constexpr double kWordShare = 0.02;  // "two thirds" may be 65 or 68 %

// 100 for 8,300: the place value of the last digit that is not zero.
double ZeroPlace(double value) {
  double place = 1;
  const double whole = std::fabs(value);
  if (whole < 1 || whole != std::floor(whole)) return 0;
  while (place <= whole && std::fmod(whole, place * 10) == 0) place *= 10;
  return place;
}

double HalfWidth(const Candidate& c, double value) {
  if (!c.parts.empty() || c.number.ordinal) return 0;
  const double size = std::fabs(value);
  if (c.kind == FigureKind::kRatio) return c.number.words ? kWordShare : 0;
  if (c.place > 0 && c.place < 1 && size != std::floor(size)) return c.place / 2;
  const bool scaled = c.number.scale >= 1000;
  if (scaled && c.place > 0 && c.place < c.number.scale) return std::min(c.place / 2, size * kMostRounding);
  if (c.place > 0 && c.place < 1) return c.place / 2;
  const bool count = c.kind == FigureKind::kCardinal || c.kind == FigureKind::kPercent || c.kind == FigureKind::kAge ||
                     c.kind == FigureKind::kTemperature || c.kind == FigureKind::kDuration;
  if (count && size < kExactCount) return 0;
  const double place = ZeroPlace(value);
  return place >= 100 || scaled ? std::min(place / 2, size * kMostRounding) : 0;
}

void Open(Interval* interval, Bound bound, double value, bool from_zero) {
  const bool lower = bound == Bound::kMoreThan || bound == Bound::kAtLeast;
  if (lower) {
    interval->low = value;
    interval->low_open = bound == Bound::kMoreThan;
    return;
  }
  if (value >= 0 && from_zero) interval->low = 0;
  interval->high = value;
  interval->high_open = bound == Bound::kLessThan;
}

}  // namespace

void SetIntervals(const Candidate& c, Figure* figure) {
  const double value = c.value;
  if (!c.parts.empty()) {  // a score has no value, but a lower and a higher number
    figure->logical = {std::min(c.parts[0], c.parts[1]), std::max(c.parts[0], c.parts[1])};
    return;
  }
  if (c.high) {
    figure->logical = {value, *c.high};
    figure->implied = {value - HalfWidth(c, value) - std::fabs(value) * c.low_share,
                       *c.high + HalfWidth(c, *c.high) + std::fabs(*c.high) * c.high_share};
    if (c.number.vague) {
      figure->logical.high_open = true;
      figure->implied.high.reset();
    }
    return;
  }
  figure->value = value;
  switch (c.bound) {
    case Bound::kMoreThan:
    case Bound::kLessThan:
    case Bound::kAtLeast:
    case Bound::kAtMost:
      Open(&figure->logical, c.bound, value, c.kind != FigureKind::kTemperature);
      figure->implied = figure->logical;
      return;
    case Bound::kAbout:
    case Bound::kExact:
    case Bound::kBetween:
      break;
  }
  const double size = std::fabs(value);
  figure->logical = {value - size * c.low_share, value + size * c.high_share};
  const double half = HalfWidth(c, value);
  figure->implied = {*figure->logical.low - half, *figure->logical.high + half};
  if (c.bound == Bound::kAbout && c.high_share == 0) figure->implied.high = value;  // "nearly"
  if (c.bound == Bound::kAbout && c.low_share == 0) figure->implied.low = value;    // "just over"
}

}  // namespace crosscheck
