// Comparing figures as intervals.
//
// Every figure stands for an interval in the base unit of its dimension. Two
// figures are disjoint when their intervals do not meet: "more than 40" and 12 are,
// "more than 40" and 400 are not. Between a clear gap and an overlap lies a zone
// where a careful reader would not call it a contradiction: 3.26 million cut off to
// "3.2 million", 56 where "about 50" was said, 40 where "more than 40" was. There
// the answer is nothing. Figures agree when one lies in the other's interval; open
// ends reach a quarter further at most, so that 400 does not support "more than 40".
//
// Conversion rounds again ("7 miles (11 km)"), so figures of different units are
// first widened by half of their last place. Money of two currencies never
// compares: no exchange rates are invented. Cost: constant.
// Test: tests/unit/quantity/figure_pairs_test.cpp.

#include "core/quantity/figure_algebra.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

constexpr double kOpenReach = 0.25;    // how far an open end supports anything
constexpr double kCutOff = 0.10;       // most that cutting digits off explains
constexpr double kMostRounded = 0.05;  // most that rounding a count explains
constexpr double kVagueGuard = 0.10;   // beyond "about": neither yes nor no
constexpr double kWordGuard = 0.05;    // beyond "a third"
constexpr double kTiny = 1e-9;

Trend Direction(const Figure& f) { return f.trend != Trend::kNone ? f.trend : f.noun_trend; }

bool IsPoint(const Figure& f) {
  return f.value.has_value() && (f.bound == Bound::kExact || f.bound == Bound::kAbout);
}

bool WordShare(const Figure& f) { return f.kind == FigureKind::kRatio && f.place == 0.0; }

double ToBase(const Figure& f, double value) {
  if (f.dimension == "multiple") return std::fabs(value - 1.0);  // doubled = up by 1
  return value * f.factor + f.offset;
}

// The place value of the last digit that was meant, in the unit's own scale.
double PlaceOf(const Figure& f) {
  if (!f.value) return 0;
  const double size = std::fabs(*f.value);
  if (f.place > 0 && size != std::floor(size)) return f.place;
  if (f.place == 0 && size != std::floor(size)) return 0;
  double place = f.place > 0 ? f.place : 1;
  while (place * 10 <= size && std::fmod(size, place * 10) == 0) place *= 10;
  return place;
}

// How much one name covers: short and long tons, months of 28 to 31 days.
double NameSlack(const Figure& a, const Figure& b) {
  if (a.factor == b.factor || (!a.guessed_unit && !b.guessed_unit)) return 0;
  if (a.dimension == "time") return 0.04;
  return a.dimension == "volume" ? 0.21 : 0.13;
}

Interval Widened(const Figure& f, double half, double share) {
  Interval base = BaseInterval(f);
  const auto room = [&](double end) { return half * f.factor + std::fabs(end) * share; };
  if (base.low && (half > 0 || share > 0) && f.logical.low) *base.low -= room(*base.low);
  if (base.high && (half > 0 || share > 0)) *base.high += room(*base.high);
  return base;
}

struct Sides {
  Interval a, b;
};

Sides SidesOf(const Figure& a, const Figure& b) {
  const bool other_unit = (a.factor != b.factor || a.offset != b.offset) && a.dimension != "share";
  const double slack = NameSlack(a, b);
  const auto half = [other_unit](const Figure& f) {
    if (!other_unit || !IsPoint(f) || f.dimension == "multiple") return 0.0;
    const double place = PlaceOf(f);
    return f.implied.low && *f.implied.low < *f.value - kTiny ? 0.0 : std::min(place / 2, std::max(1.0, std::fabs(*f.value)) * 0.08);
  };
  return {Widened(a, half(a), slack), Widened(b, half(b), slack)};
}

// The room between two intervals: below zero where they overlap, zero where they
// touch at an end that one of them leaves out.
double Gap(const Interval& a, const Interval& b) {
  const auto beyond = [](const Interval& low, const Interval& high) {
    if (!low.high || !high.low) return -1.0;
    const double gap = *high.low - *low.high;
    const double tiny = kTiny * std::max(1.0, std::fabs(*high.low));
    if (gap > tiny) return gap;
    return gap > -tiny && (low.high_open || high.low_open) ? 0.0 : -1.0;
  };
  return std::max(beyond(a, b), beyond(b, a));
}

bool Holds(const Interval& outer, const Interval& inner) {
  const double tiny = kTiny * std::max({1.0, std::fabs(inner.low.value_or(0)), std::fabs(inner.high.value_or(0))});
  if (outer.low && (!inner.low || *inner.low < *outer.low - tiny)) return false;
  return !(outer.high && (!inner.high || *inner.high > *outer.high + tiny));
}

Interval Capped(const Figure& f, Interval interval) {
  // "thousands": up to ten thousand, though more is not denied.
  if (!interval.high && f.logical.high) interval.high = ToBase(f, *f.logical.high);
  if (interval.low && !interval.high) interval.high = *interval.low + std::fabs(*interval.low) * kOpenReach;
  const bool from_zero = interval.high && interval.low && *interval.low == 0 && *interval.high > 0;
  if (interval.high && (!interval.low || from_zero)) interval.low = *interval.high - std::fabs(*interval.high) * kOpenReach;
  return interval;
}

// The finer number may be the coarser one before rounding ("70.4" for "70") or,
// where `cut` is set, before cutting digits off ("3.26" for "3.2").
bool RoundsTo(const Figure& a, const Figure& b, bool cut) {
  if (!IsPoint(a) || !IsPoint(b) || WordShare(a) || WordShare(b) || a.dimension == "multiple" || b.dimension == "multiple") return false;
  const double place_a = PlaceOf(a) * a.factor;
  const double place_b = PlaceOf(b) * b.factor;
  const double coarse = std::max(place_a, place_b);
  if (std::min(place_a, place_b) > coarse * 0.9) return false;
  const double value = ToBase(a, *a.value);
  const double distance = std::fabs(value - ToBase(b, *b.value));
  const bool counts = a.kind == FigureKind::kCardinal && b.kind == FigureKind::kCardinal;
  if (distance <= coarse / 2 * 1.0001 && !(counts && coarse < 1000)) return !counts || distance <= std::fabs(value) * kMostRounded;
  return cut && distance < std::min(coarse, std::fabs(value) * kCutOff);
}

// The ends of two ranges, but for a tenth of what lies between.
bool SameEnds(const Interval& a, const Interval& b) {
  if (!a.low || !a.high || !b.low || !b.high) return true;
  const double slack = std::max({(*a.high - *a.low) * 0.1, (*b.high - *b.low) * 0.1, std::fabs(*a.high) * kTiny});
  return std::fabs(*a.low - *b.low) <= slack && std::fabs(*a.high - *b.high) <= slack;
}

bool OtherDegrees(const Figure& a, const Figure& b) {
  return a.dimension == "temperature" && a.unit != b.unit && (a.unit == "degree" || b.unit == "degree");
}

bool SameParts(const Figure& a, const Figure& b) {
  std::vector<double> x = a.parts, y = b.parts;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

}  // namespace

Interval BaseInterval(const Figure& f, bool signed_trend) {
  Interval base = f.implied;
  if (base.low) base.low = ToBase(f, *base.low);
  if (base.high) base.high = ToBase(f, *base.high);
  if (base.low && base.high && *base.low > *base.high) std::swap(base.low, base.high);
  if (f.trend == Trend::kDown || f.trend == Trend::kUp || f.noun_trend != Trend::kNone) {  // "-1.3%" and "fell 1.3%"
    if (base.low && base.high && *base.high < 0) {
      const double low = *base.low;
      base.low = -*base.high;
      base.high = -low;
    }
  }
  if (signed_trend && Direction(f) == Trend::kDown) {
    const Interval up = base;
    base.low = up.high ? std::optional<double>(-*up.high) : std::nullopt;
    base.high = up.low ? std::optional<double>(-*up.low) : std::nullopt;
    std::swap(base.low_open, base.high_open);
  }
  return base;
}

bool Comparable(const Figure& a, const Figure& b) {
  if (!a.unclear.empty() || !b.unclear.empty() || a.dimension.empty()) return false;
  const bool converted = a.dimension == b.dimension && a.dimension.find('/') != std::string::npos;
  if (!a.per.empty() && !b.per.empty() && a.per != b.per && !converted) return false;
  if (a.parts.size() != b.parts.size()) return false;
  if (a.dimension == b.dimension) return true;
  const bool change = Direction(a) != Trend::kNone && Direction(b) != Trend::kNone;
  return change && ((a.dimension == "multiple" && b.dimension == "share") || (a.dimension == "share" && b.dimension == "multiple"));
}

std::optional<bool> Disjoint(const Figure& a, const Figure& b) {
  if (!Comparable(a, b) || a.kind == FigureKind::kOrdinal) return std::nullopt;
  if (!a.parts.empty()) return !SameParts(a, b);
  if (OtherDegrees(a, b)) return std::nullopt;
  const Trend da = Direction(a), db = Direction(b);
  if (da != Trend::kNone && db != Trend::kNone && da != db) return true;
  if (a.left != b.left) return std::nullopt;  // "from 40" against "to 35": two times
  const Sides sides = SidesOf(a, b);
  const double gap = Gap(sides.a, sides.b);
  if (gap < 0) return false;
  if (gap == 0 || da != db || (a.per != b.per && a.dimension.find('/') == std::string::npos)) return std::nullopt;
  if (RoundsTo(a, b, true)) return std::nullopt;
  for (const Figure* f : {&a, &b}) {
    const double size = f->value ? std::fabs(ToBase(*f, *f->value)) : f->implied.high ? std::fabs(ToBase(*f, *f->implied.high)) : 0;
    if (f->bound == Bound::kAbout && gap <= size * kVagueGuard) return std::nullopt;
    if (WordShare(*f) && f->dimension == "share" && gap <= kWordGuard) return std::nullopt;
  }
  return true;
}

std::optional<bool> Agree(const Figure& a, const Figure& b) {
  if (!Comparable(a, b)) return std::nullopt;
  if (!a.parts.empty()) return SameParts(a, b);
  const Trend da = Direction(a), db = Direction(b);
  if (da != Trend::kNone && db != Trend::kNone && da != db) return false;
  if (a.moved != Trend::kNone && b.moved != Trend::kNone && a.moved != b.moved) return std::nullopt;  // "rose to 40", "fell to 40"
  // "rose by 5 %", "rose to 5 %"; "from 2 to 3", "from 3 to 2"
  const auto level = [](const Figure& f, Trend direction) { return direction == Trend::kNone && f.moved != Trend::kNone; };
  if ((da != Trend::kNone && level(b, db)) || (db != Trend::kNone && level(a, da))) return std::nullopt;
  if (level(a, da) && level(b, db) && a.left != b.left) return std::nullopt;
  if (OtherDegrees(a, b)) return a.value && b.value && *a.value == *b.value ? std::optional<bool>(true) : std::nullopt;
  if (a.kind == FigureKind::kOrdinal || b.kind == FigureKind::kOrdinal) return a.value == b.value;
  const Sides sides = SidesOf(a, b);
  // "from 4 to 9", "from 4 to 15": a range is carried by one with the same ends.
  if (a.bound == Bound::kBetween && b.bound == Bound::kBetween && !(SameEnds(sides.a, sides.b))) {
    return Disjoint(a, b) == std::optional<bool>(true) ? std::optional<bool>(false) : std::nullopt;
  }
  const Interval x = Capped(a, sides.a), y = Capped(b, sides.b);
  const auto point_in = [](const Figure& f, const Interval& interval) {
    if (!IsPoint(f)) return false;
    const double value = f.dimension == "multiple" ? ToBase(f, *f.value) : std::fabs(ToBase(f, *f.value));
    const bool negative = interval.high && *interval.high < 0;
    const double point = negative ? ToBase(f, *f.value) : value;
    const double tiny = kTiny * std::max(1.0, std::fabs(point));  // 40 is not more than 40
    if ((interval.low_open && interval.low && point <= *interval.low + tiny) ||
        (interval.high_open && interval.high && point >= *interval.high - tiny)) return false;
    return Holds(interval, {point, point});
  };
  if (Gap(x, y) < 0 && (point_in(a, y) || point_in(b, x) || Holds(x, y) || Holds(y, x))) return true;
  if (RoundsTo(a, b, false)) return true;
  return Disjoint(a, b) == std::optional<bool>(true) ? std::optional<bool>(false) : std::nullopt;
}

bool SaysMore(const Figure& draft, const Figure& source) {
  if (!Comparable(draft, source) || !IsPoint(draft) || !IsPoint(source) || WordShare(draft) || WordShare(source)) return false;
  if (draft.bound != Bound::kExact || source.bound != Bound::kExact || !draft.parts.empty() || draft.dimension == "multiple") return false;
  const double distance = std::fabs(ToBase(draft, *draft.value) - ToBase(source, *source.value));
  const double place = PlaceOf(draft) * draft.factor;
  return place > 0.0 && distance > place / 2 * 1.0001 && PlaceOf(source) * source.factor > place * 1.5;
}

std::optional<double> BasePoint(const Figure& f) {
  const std::optional<double> told = f.value ? f.value : f.logical.low ? f.logical.low : f.logical.high;
  if (!told) return std::nullopt;
  return f.parts.empty() ? ToBase(f, *told) : *told;
}

std::optional<bool> SameCounted(const Figure& a, const Figure& b) {
  if (a.of_key.empty() || b.of_key.empty() || a.of_key != b.of_key) return std::nullopt;
  return true;
}

std::optional<double> ValueIn(const Figure& figure, const Figure& other) {
  if (!figure.value || figure.dimension != other.dimension || other.factor == 0) return std::nullopt;
  return (*figure.value * figure.factor + figure.offset - other.offset) / other.factor;
}

std::optional<Interval> Difference(const Figure& from, const Figure& to) {
  if (!Comparable(from, to)) return std::nullopt;
  const Interval a = BaseInterval(from), b = BaseInterval(to);
  if (!a.low || !a.high || !b.low || !b.high) return std::nullopt;
  return Interval{(*b.low - *a.high) / from.factor, (*b.high - *a.low) / from.factor};
}

std::optional<Interval> Ratio(const Figure& numerator, const Figure& denominator) {
  if (!numerator.unclear.empty() || !denominator.unclear.empty()) return std::nullopt;
  const Interval a = BaseInterval(numerator), b = BaseInterval(denominator);
  if (!a.low || !a.high || !b.low || !b.high || *b.low <= 0 || *a.low < 0) return std::nullopt;
  return Interval{*a.low / *b.high, *a.high / *b.low};
}

std::optional<Interval> PercentChange(const Figure& from, const Figure& to) {
  if (!Comparable(from, to)) return std::nullopt;
  const std::optional<Interval> ratio = Ratio(to, from);
  if (!ratio) return std::nullopt;
  return Interval{(*ratio->low - 1) * 100, (*ratio->high - 1) * 100};
}

std::optional<Interval> Sum(std::span<const Figure> parts) {
  if (parts.empty()) return std::nullopt;
  Interval sum{0.0, 0.0};
  for (const Figure& part : parts) {
    if (!Comparable(parts.front(), part)) return std::nullopt;
    const Interval base = BaseInterval(part);
    if (!base.low || !base.high) return std::nullopt;
    *sum.low += *base.low;
    *sum.high += *base.high;
  }
  return Interval{*sum.low / parts.front().factor, *sum.high / parts.front().factor};
}

bool MayBe(const Interval& derived, const Figure& stated) {
  Interval own = stated.implied;
  // What a writer works out is rounded once more.
  const double place = IsPoint(stated) ? PlaceOf(stated) : 0;
  if (own.low) *own.low -= std::min(place, std::max(1.0, std::fabs(*own.low) * kCutOff));
  if (own.high) *own.high += std::min(place, std::max(1.0, std::fabs(*own.high) * kCutOff));
  const double gap = Gap(derived, own);
  return gap <= 0;
}

}  // namespace crosscheck
