// Puts meanings on the calendar.
//
// Two days matter: the day of writing, and the time that the text last spoke of
// (the anchor). "last week" counts from the first, "the following month" and
// "three days later" from the second. A date that lacks its year ("October",
// "on Friday") is placed by the tense of its clause: before the day of writing
// unless the clause speaks of the future, as news mostly tells what has happened
// (HeidelTime's rule for news; Stroetgen and Gertz 2010). A bare month and day
// whose clause does not tell takes the nearer side.
//
// Example, written on 2019-05-22: "The plant closed in October and reopened three
// weeks later." = 2018-10, and the week three weeks after its first day.
// Limits: one anchor, no tree of the narrative; who moves the story back and
// forth in time within a paragraph is followed only by the last date named.
#include "core/quantity/time_resolver.h"

#include <algorithm>
#include <cmath>

#include "core/quantity/calendar.h"
#include "core/quantity/time_points.h"

namespace crosscheck {
namespace {

using Op = TimeMeaning::Op;
using R = TimeRelation;

// How a relation moves: the period before, this one, the next.
int StepOf(R relation) {
  switch (relation) {
    case R::kLast:
    case R::kPrevious:
    case R::kPast:
      return -1;
    case R::kNext:
    case R::kComing:
    case R::kFollowing:
      return 1;
    default:
      return 0;
  }
}

bool YearOnly(const CalendarFields& f) {
  return f.year != kUnset && f.month == kUnset && f.day == kUnset && f.quarter == kUnset &&
         f.half == kUnset && f.season == kUnset && f.week == kUnset && f.holiday == kUnset &&
         f.weekday == kUnset;
}

bool InTheYear(const CalendarFields& f) {
  return f.month != kUnset || f.quarter != kUnset || f.half != kUnset || f.season != kUnset ||
         f.week != kUnset || f.holiday != kUnset;
}

}  // namespace

TimeResolver::TimeResolver(const TimeLexicon& lexicon, std::optional<Date> written)
    : lexicon_(lexicon) {
  if (written) written_ = DaysFromCivil(*written);
}

std::optional<int64_t> TimeResolver::From(bool text, Granularity granularity) const {
  if (text && last_ && last_->point.granularity <= granularity) return last_->point.days.start;
  return written_;
}

std::optional<ResolvedTime> TimeResolver::Resolve(const std::vector<TimeMeaning>& meanings,
                                                  int32_t index, Tense tense, uint32_t sentence) {
  sentence_ = sentence;
  std::vector<int32_t> chain;
  for (int32_t at = index; at >= 0; at = meanings[static_cast<size_t>(at)].base)
    chain.push_back(at);
  const TimeMeaning* top = &meanings[static_cast<size_t>(index)];
  while (top->op == Op::kAlias) top = &meanings[static_cast<size_t>(top->base)];

  ResolvedTime out;
  if (top->op == Op::kDuration) {
    out.type = TimeType::kDuration;
    out.value = DurationValue(top->amount);
    return out;
  }
  // "a few days later" tells how long, not when.
  if (top->op == Op::kShift && top->from_text && top->amount.vague) {
    out.type = TimeType::kDuration;
    out.value = DurationValue(top->amount);
    return out;
  }
  if (top->op == Op::kSet) {
    out.type = TimeType::kSet;
    out.value = SetValue(*top);
    return out;
  }
  if (top->hidden && top->op == Op::kShift && tense == Tense::kPast) {
    out.type = TimeType::kDuration;
    out.value = DurationValue(top->amount);
    out.as_length = true;
    return out;
  }
  std::optional<TimePoint> point;
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const std::optional<TimePoint> base = std::move(point);
    // "a week from Tuesday": the Tuesday to come.
    const bool onward = top->op == Op::kShift && top->sign > 0 && tense == Tense::kUnknown;
    point = PointOf(meanings[static_cast<size_t>(*at)], base ? &*base : nullptr,
                    onward ? Tense::kFuture : tense);
    if (!point) return std::nullopt;
  }
  if (point->reference) {
    static constexpr std::string_view kNames[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
    out.value = kNames[static_cast<size_t>(*point->reference)];
    return out;
  }
  out.type = point->part.empty() ? TimeType::kDate : TimeType::kTime;
  out.value = ValueOf(*point);
  out.days = point->days;
  if (out.days.start) *out.days.start -= point->early;
  if (out.days.end) *out.days.end += point->late;
  out.granularity = point->granularity;
  // A comparison with a year before is an aside: the story stays where it was.
  const bool aside =
      (top->op == Op::kShift && top->sign < 0 &&
       top->amount.parts.front().first == TimeUnit::kYear) ||
      (top->op == Op::kRelative && top->relation == R::kSame && top->fields.year != kUnset);
  if (point->known() && !aside) {
    last_ = Anchor{*point, sentence};
    if (point->granularity == Granularity::kQuarter) last_quarter_ = last_;
  }
  return out;
}

std::optional<TimePoint> TimeResolver::PointOf(const TimeMeaning& m, const TimePoint* base,
                                               Tense tense) const {
  switch (m.op) {
    case Op::kAlias:
      return base != nullptr ? std::optional(*base) : std::nullopt;
    case Op::kFields:
      return FieldsPoint(m, base, tense);
    case Op::kRelative:
      return RelativePoint(m, base, tense);
    case Op::kShift:
      return ShiftPoint(m, base);
    case Op::kPart:
      return PartPoint(m, base);
    case Op::kClock:
      return ClockPoint(m, base);
    case Op::kWeekOf:
      return WeekPoint(m, base, tense);
    case Op::kReference: {
      TimePoint point;
      point.reference = m.reference;
      return point;
    }
    default:
      return std::nullopt;
  }
}

// Two digits belong to the century that puts them no more than twenty years
// ahead of the day of writing.
int TimeResolver::FullYear(const CalendarFields& f) const {
  if (!f.short_year) return f.year;
  const int now = written_ ? CivilFromDays(*written_).year : 2000;
  const int year = now / 100 * 100 + f.year;
  return year > now + 20 ? year - 100 : year;
}

std::optional<TimePoint> TimeResolver::FieldsPoint(const TimeMeaning& m, const TimePoint* base,
                                                   Tense tense) const {
  const CalendarFields& f = m.fields;
  if (f.century != kUnset && f.century < 0) {  // year 0 is 1 BC
    const int number = -f.century / 100 - 1;
    TimePoint point = OpenPoint((number < 10 ? "BC0" : "BC") + std::to_string(number), Granularity::kCentury);
    point.days = {DaysFromCivil({f.century + 1, 1, 1}), DaysFromCivil({f.century + 101, 1, 1})};
    return point;
  }
  if (f.century != kUnset) {
    TimePoint point = Period(Granularity::kCentury, DaysFromCivil({f.century, 1, 1}));
    if (f.century == 0) {  // no year 0
      point.open_value = ValueOf(point);
      point.days.start = DaysFromCivil({1, 1, 1});
    }
    return point;
  }
  if (f.decade != kUnset) {
    int decade = f.decade;
    if (decade < 100 && written_) {
      const int now = CivilFromDays(*written_).year;
      decade += now / 100 * 100;
      if (decade > now) decade -= 100;
    } else if (decade < 100) {
      decade += decade >= 30 ? 1900 : 2000;
    }
    return Period(Granularity::kDecade, DaysFromCivil({decade, 1, 1}));
  }
  if (base != nullptr && !base->known()) return OpenPoint(OpenValue(f), GranularityOf(f));
  if (f.weekday != kUnset && f.month == kUnset) return WeekdayPoint(f, base, tense);
  if (f.day != kUnset && f.month == kUnset) return DayOfMonth(f, base, tense);
  if (YearOnly(f)) {
    const int year = FullYear(f);
    TimePoint point = Period(Granularity::kYear, DaysFromCivil({year, 1, 1}));
    if (f.until_year != kUnset) {
      point.open_value = ValueOf(point) + "/" + std::to_string(f.until_year);
      point.days.end = DaysFromCivil({f.until_year + 1, 1, 1});
      return point;
    }
    const int month = lexicon_.fiscal_year_starts();
    if (f.fiscal && month > 1) {  // named after the year in which it ends
      point.days = {DaysFromCivil({year - 1, month, 1}), DaysFromCivil({year, month, 1})};
      point.open_value = ValueOf(Period(Granularity::kYear, DaysFromCivil({year, 1, 1})));
    } else if (f.fiscal) {  // it may end with the year or run into the next one
      point.open_value = ValueOf(point);
      point.days.end = DaysFromCivil({year + 1, 4, 1});
    }
    return point;
  }
  if (f.year != kUnset) return InYear(f, FullYear(f));
  if (base != nullptr) return InYear(f, CivilFromDays(*base->days.start).year);
  return Nearest(f, tense);
}

int64_t TimeResolver::HolidayDay(int32_t holiday, int year) const {
  const auto [known, added] = holiday_days_.try_emplace(uint64_t{static_cast<uint32_t>(holiday)} << 32 | static_cast<uint32_t>(year), 0);
  if (added) known->second = HolidayIn(lexicon_.holiday(holiday), year);
  return known->second;
}

// "the second quarter of fiscal 2024": keeps the year's own name; its days are those of
// the fiscal year where its first month is known.
TimePoint TimeResolver::QuarterOrHalf(const CalendarFields& f, int year) const {
  const bool quarter = f.quarter != kUnset;
  const int months = quarter ? f.quarter * 3 - 3 : f.half * 6 - 6;
  TimePoint point = Period(quarter ? Granularity::kQuarter : Granularity::kHalf, DaysFromCivil({year, months + 1, 1}));
  const int first = lexicon_.fiscal_year_starts();
  if (!f.fiscal || first == 1) return point;
  point.open_value = ValueOf(point);
  const Date start = AddMonths({year - 1, first, 1}, months);
  point.days = {DaysFromCivil(start), DaysFromCivil(AddMonths(start, quarter ? 3 : 6))};
  return point;
}

std::optional<TimePoint> TimeResolver::InYear(const CalendarFields& f, int year) const {
  if (f.holiday != kUnset) return HolidayPoint(lexicon_.holiday(f.holiday), HolidayDay(f.holiday, year));
  if (f.week != kUnset) return Period(Granularity::kWeek, MondayOf({year, f.week}));
  if (f.quarter != kUnset || f.half != kUnset) return QuarterOrHalf(f, year);
  if (f.season != kUnset)
    return Period(Granularity::kSeason, DaysFromCivil({year, f.season * 3, 1}));
  if (f.month == kUnset) return std::nullopt;
  if (f.day == kUnset) return Period(Granularity::kMonth, DaysFromCivil({year, f.month, 1}));
  if (!ValidDate(year, f.month, f.day)) return std::nullopt;
  TimePoint day = DayPoint(DaysFromCivil({year, f.month, f.day}));
  if (f.until_day != kUnset && ValidDate(year, f.month, f.until_day)) {  // "May 3 to 7"
    const TimePoint last = DayPoint(DaysFromCivil({year, f.month, f.until_day}));
    day.open_value = ValueOf(day) + "/" + ValueOf(last);
    day.days.end = last.days.end;
  }
  return day;
}

namespace {

// Which side an open date lies on. The clause's tense decides, unless the other
// side is much nearer: news names a date eleven months off with its year, so
// "extended to Nov. 20", written on 2 November, is the one ahead, and "expects to
// report third-quarter profit" in October the one behind.
bool Ahead(const TimePoint& past, const TimePoint& future, int64_t written, Tense tense,
           bool exact) {
  constexpr int64_t kFar = 240, kNear = 62, kHalfYear = 183;
  const int64_t back = written - *past.days.start, ahead = *future.days.start - written;
  if (tense == Tense::kOver) return false;
  if (tense == Tense::kAhead && future.granularity <= Granularity::kMonth) return true;
  if (ahead <= 0) return true;  // the present one
  if (LooksAhead(tense)) return ahead <= kHalfYear;
  if (tense == Tense::kPresent && exact) return ahead < 2 * back;  // "takes effect on 1 January"
  const bool sudden = back > kFar && ahead <= kNear;
  if (tense == Tense::kPast) return exact && sudden;
  return exact ? ahead < back : sudden;
}

}  // namespace

// The occurrence of a date without a year that the clause asks for; a weekday
// named with it has the last word.
std::optional<TimePoint> TimeResolver::Nearest(const CalendarFields& f, Tense tense) const {
  if (!written_) return OpenPoint(OpenValue(f), GranularityOf(f));
  const int year = CivilFromDays(*written_).year;
  if (f.week != kUnset) return InYear(f, year);
  std::optional<TimePoint> past, future;
  for (int i = 0; i <= 8 && !past; ++i) {
    const auto point = InYear(f, year - i);
    if (point && *point->days.start <= *written_) past = point;
  }
  for (int i = 0; i <= 8 && !future; ++i) {
    const auto point = InYear(f, year + i);
    if (point && *point->days.end > *written_) future = point;
  }
  if (!past || !future) return past ? past : future;
  if (*past->days.start == *future->days.start) return past;
  if (f.weekday != kUnset) {
    const bool past_fits = WeekdayOf(*past->days.start) == f.weekday;
    if (past_fits != (WeekdayOf(*future->days.start) == f.weekday))
      return past_fits ? past : future;
  }
  return Ahead(*past, *future, *written_, tense, f.day != kUnset || f.holiday != kUnset) ? future
                                                                                         : past;
}

// "Friday"; within a week or month where one is named; with a day of the month
// ("Friday the 13th") the nearest month where the two meet.
std::optional<TimePoint> TimeResolver::WeekdayPoint(const CalendarFields& f, const TimePoint* base,
                                                    Tense tense) const {
  if (base != nullptr && f.day == kUnset) {
    return DayPoint(*ShiftPeriod(Granularity::kWeek, *base->days.start, 0).start + f.weekday - 1);
  }
  if (!written_) return OpenPoint(OpenValue(f), Granularity::kDay);
  if (f.day != kUnset) {
    Date month = CivilFromDays(*written_);
    for (int i = 0; i < 60; ++i) {
      for (const int sign : {1, -1}) {
        const Date at = AddMonths({month.year, month.month, 1}, sign * i);
        if (!ValidDate(at.year, at.month, f.day)) continue;
        const int64_t day = DaysFromCivil({at.year, at.month, f.day});
        if (WeekdayOf(day) == f.weekday) return DayPoint(day);
      }
    }
    return std::nullopt;
  }
  const int64_t back = (WeekdayOf(*written_) - f.weekday + 7) % 7;
  const int64_t last = *written_ - back;
  const bool ahead = LooksAhead(tense) || tense == Tense::kPresent;  // "polls open on Thursday"
  return DayPoint(ahead && back != 0 ? last + 7 : last);
}

// "the 18th", of the month named or of the nearest.
std::optional<TimePoint> TimeResolver::DayOfMonth(const CalendarFields& f, const TimePoint* base,
                                                  Tense tense) const {
  const std::optional<int64_t> from =
      base != nullptr ? base->days.start : From(true, Granularity::kMonth);
  if (!from) return OpenPoint(OpenValue(f), Granularity::kDay);
  const Date at = CivilFromDays(*from);
  for (const int months : {0, LooksAhead(tense) ? 1 : -1}) {
    const Date month = AddMonths({at.year, at.month, 1}, months);
    if (!ValidDate(month.year, month.month, f.day)) continue;
    const int64_t day = DaysFromCivil({month.year, month.month, f.day});
    const bool fits =
        base != nullptr || months != 0 || (LooksAhead(tense) ? day >= *from : day <= *from + 16);
    if (fits) return DayPoint(day);
  }
  return std::nullopt;
}

std::optional<TimePoint> TimeResolver::RelativePoint(const TimeMeaning& m, const TimePoint* base,
                                                     Tense tense) const {
  return m.has_unit ? RelativeUnit(m, base, tense) : RelativeName(m);
}

// "the weekend": the one just gone by, early in a week that tells of it.
TimePoint TimeResolver::Weekend(Tense tense) const {
  const int weekday = WeekdayOf(*written_);
  const bool gone = weekday < 6 && !LooksAhead(tense) && (tense == Tense::kPast || weekday <= 3);
  return WeekendOf(*written_ - (gone ? 7 : 0));
}

std::optional<TimePoint> TimeResolver::RelativeUnit(const TimeMeaning& m, const TimePoint* base,
                                                    Tense tense) const {
  const Granularity granularity = crosscheck::GranularityOf(m.unit);
  const bool quarter = m.unit == TimeUnit::kQuarter;
  if (quarter && (m.relation == R::kLatest || m.relation == R::kSame || m.relation == R::kThat))
    return LatestQuarter(m, base);
  const bool narrative =
      m.from_text || (m.unit == TimeUnit::kDay && m.relation == R::kNext && m.day_offset == 0);
  const std::optional<int64_t> from = From(narrative, granularity);
  if (!from) {
    TimePoint open = OpenPoint(
        m.unit == TimeUnit::kWeekend ? "XXXX-WXX-WE" : OpenValue(granularity), granularity);
    open.part = PartValue(m.daypart, kUnset, kUnset, kUnset);
    return open;
  }
  int64_t step = StepOf(m.relation) + m.day_offset;
  if (m.relation == R::kLatest) step = -1;
  if (m.unit == TimeUnit::kWeekend) {
    if (m.relation == R::kThis && tense != Tense::kUnknown && !m.from_text) return Weekend(tense);
    if (m.relation == R::kThis) return Weekend(tense);
    return WeekendOf(*from + 7 * step);
  }
  TimePoint point = Period(granularity, *from, step);
  point.part = PartValue(m.daypart, kUnset, kUnset, kUnset);
  return point;
}

// "the quarter", "the latest period", "the 1988 quarter": the one last spoken
// of, in another year where one is named; else the last one that is complete.
std::optional<TimePoint> TimeResolver::LatestQuarter(const TimeMeaning& m,
                                                     const TimePoint* base) const {
  std::optional<TimePoint> quarter;
  if (last_quarter_) {
    quarter = last_quarter_->point;
  } else if (written_) {
    quarter = Period(Granularity::kQuarter, *written_, -1);
  }
  const int year = m.fields.year != kUnset            ? m.fields.year
                   : base != nullptr && base->known() ? CivilFromDays(*base->days.start).year
                                                      : kUnset;
  if (!quarter)
    return OpenPoint(year == kUnset ? "XXXX-QX" : OpenValue(m.fields) + "-QX",
                     Granularity::kQuarter);
  if (year == kUnset) return quarter;
  Date start = CivilFromDays(*quarter->days.start);
  start.year = year;
  return Period(Granularity::kQuarter, DaysFromCivil(start));
}

// "last April", "next Friday", "this summer".
std::optional<TimePoint> TimeResolver::RelativeName(const TimeMeaning& m) const {
  const CalendarFields& f = m.fields;
  const Granularity granularity = GranularityOf(f);
  const std::optional<int64_t> from = From(m.from_text, granularity);
  if (!from) return OpenPoint(OpenValue(f), granularity);
  const int step = StepOf(m.relation);
  if (f.weekday != kUnset) {
    const int weekday = WeekdayOf(*from);
    const int64_t monday = *from - weekday + 1;
    if (step == 0) return DayPoint(monday + f.weekday - 1);
    const bool near = m.relation == R::kPast || m.relation == R::kComing ||
                      (m.from_text && last_.has_value()) || (step < 0 && weekday >= 6);
    if (!near) return DayPoint(monday + 7 * step + f.weekday - 1);
    const int64_t back = (weekday - f.weekday + 7) % 7;
    if (step < 0) return DayPoint(*from - (back == 0 ? 7 : back));
    return DayPoint(*from - back + 7);
  }
  const int year = CivilFromDays(*from).year;
  if (!InTheYear(f)) return std::nullopt;
  if (step == 0) {
    const auto before = InYear(f, year - 1);
    const bool spans = before && *before->days.end > *from;  // January is in last year's winter
    return spans ? before : InYear(f, year);
  }
  for (int i = -1; i <= 8; ++i) {
    const auto point = InYear(f, year + step * i);
    if (!point) continue;
    if (step < 0 ? *point->days.end <= *from : *point->days.start > *from) return point;
  }
  return std::nullopt;
}

// "a year earlier", "two weeks after Easter", "three days ago".
std::optional<TimePoint> TimeResolver::ShiftPoint(const TimeMeaning& m,
                                                  const TimePoint* base) const {
  if (m.amount.vague) {
    TimePoint side;
    side.reference = m.sign < 0 ? Reference::kPast : Reference::kFuture;
    return side;
  }
  const bool years = m.amount.parts.size() == 1 && m.amount.parts[0].first == TimeUnit::kYear;
  const bool recent_quarter = last_quarter_ && sentence_ <= last_quarter_->sentence + 2;
  // "from a year earlier", where the text compares quarters, is the same quarter.
  const bool same_period =
      m.sign < 0 && base == nullptr && years && (m.from_text || recent_quarter);
  if (same_period && (m.has_unit || m.fields.quarter != kUnset || recent_quarter)) {
    TimeMeaning quarter = m;
    const std::optional<TimePoint> latest = LatestQuarter(quarter, nullptr);
    if (!latest || !latest->known()) return latest;
    Date start =
        AddMonths(CivilFromDays(*latest->days.start), -12 * std::llround(m.amount.parts[0].second));
    if (m.fields.quarter != kUnset) start.month = m.fields.quarter * 3 - 2;
    return Period(Granularity::kQuarter, DaysFromCivil(start));
  }
  Granularity finest = Granularity::kDay;
  // "year-earlier results", with no quarter in sight: the year before that of writing.
  const bool adjective = m.from_text && m.relation == R::kSame;
  const Anchor* anchor = m.from_text && last_ && !adjective ? &*last_ : nullptr;
  const std::optional<int64_t> from = base != nullptr     ? base->days.start
                                      : anchor != nullptr ? anchor->point.days.start
                                                          : written_;
  if (!from) {
    Moved(0, m.amount, m.sign, &finest);
    return OpenPoint(OpenValue(std::max(finest, Granularity::kDay)), finest);
  }
  const int64_t day = Moved(*from, m.amount, m.sign, &finest);
  if (base != nullptr) return DayPoint(day);
  if (anchor != nullptr)
    finest = std::min(Granularity::kYear,
                      std::max(finest, std::min(anchor->point.granularity, Granularity::kYear)));
  const double count = m.amount.parts.front().second;
  if (finest == Granularity::kCentury) {
    finest = Granularity::kDecade;  // "half a century ago"
  } else if (finest == Granularity::kDecade && count != std::floor(count)) {
    finest = Granularity::kYear;
  }
  if (finest < Granularity::kDay) {
    TimePoint point = DayPoint(day);
    point.part = "TXX:XX";
    return point;
  }
  return Period(finest, day);
}

// "the third week of March": weeks belong to the month of their Thursday.
std::optional<TimePoint> TimeResolver::PartPoint(const TimeMeaning& m,
                                                 const TimePoint* base) const {
  if (base == nullptr) return std::nullopt;
  const Granularity granularity = crosscheck::GranularityOf(m.unit);
  if (!base->known()) return OpenPoint(OpenValue(granularity), granularity);
  if (m.fields.weekday != kUnset) {  // "the first Monday of May"
    const bool first = m.ordinal > 0;
    const int64_t edge = first ? *base->days.start : *base->days.end - 1;
    const int to = first ? (m.fields.weekday - WeekdayOf(edge) + 7) % 7
                         : -((WeekdayOf(edge) - m.fields.weekday + 7) % 7);
    const int64_t day = edge + to + 7 * (first ? m.ordinal - 1 : m.ordinal + 1);
    const bool inside = day >= *base->days.start && day < *base->days.end;
    return inside ? std::optional(DayPoint(day)) : std::nullopt;
  }
  if (granularity >= base->granularity) return std::nullopt;
  if (granularity == Granularity::kHalf && base->granularity > Granularity::kYear)
    return *base;  // half of a decade
  const bool week = granularity == Granularity::kWeek;
  const int64_t n = m.ordinal > 0 ? m.ordinal - 1 : m.ordinal + 1;
  const int64_t edge = m.ordinal > 0 ? *base->days.start : *base->days.end - 1;
  TimePoint point = Period(granularity, edge, n);
  if (week) {
    const auto inside = [&](const TimePoint& p) {
      return *p.days.start + 3 >= *base->days.start && *p.days.start + 3 < *base->days.end;
    };
    if (!inside(Period(granularity, edge)))
      point = Period(granularity, edge, n + (m.ordinal > 0 ? 1 : -1));
    if (!inside(point)) return std::nullopt;
    return m.unit == TimeUnit::kWeekend ? WeekendOf(*point.days.start) : point;
  }
  const bool inside = *point.days.start >= *base->days.start && *point.days.start < *base->days.end;
  return inside ? std::optional(point) : std::nullopt;
}

// "10 p.m." of the day named, of the day last spoken of, or of the day of writing.
std::optional<TimePoint> TimeResolver::ClockPoint(const TimeMeaning& m,
                                                  const TimePoint* base) const {
  TimePoint point;
  if (base != nullptr) {
    if (base->granularity != Granularity::kDay) return std::nullopt;
    point = *base;
  } else if (const std::optional<int64_t> from = From(true, Granularity::kDay)) {
    point = DayPoint(*from);
  } else {
    point = OpenPoint("XXXX-XX-XX", Granularity::kDay);
  }
  point.part = PartValue(m.daypart, m.hour, m.minute, m.second);
  return point;
}

// "the week of April 10", "Labor Day weekend": a Monday's weekend is the one before it.
std::optional<TimePoint> TimeResolver::WeekPoint(const TimeMeaning& m, const TimePoint* base,
                                                 Tense) const {
  if (base == nullptr) return std::nullopt;
  if (!base->known())
    return OpenPoint(m.fields.weekend ? "XXXX-WXX-WE" : "XXXX-WXX", Granularity::kWeek);
  int64_t day = *base->days.start;
  if (m.fields.holiday != kUnset)
    day = HolidayDay(m.fields.holiday, m.fields.year);
  if (!m.fields.weekend) return Period(Granularity::kWeek, day);
  return WeekendOf(WeekdayOf(day) <= 2 ? day - 7 : day);
}

}  // namespace crosscheck
