#include "core/quantity/time_points.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/quantity/calendar.h"

namespace crosscheck {

TimePoint Period(Granularity granularity, int64_t day, int64_t shift) {
  TimePoint point;
  point.granularity = granularity;
  point.days = ShiftPeriod(granularity, day, shift);
  return point;
}

TimePoint DayPoint(int64_t day) { return Period(Granularity::kDay, day); }

TimePoint HolidayPoint(const HolidayRule& rule, int64_t first_day) {
  TimePoint point = DayPoint(first_day);
  point.early = std::max(rule.about, rule.kind == HolidayRule::Kind::kHebrew ? 1 : 0);  // it begins in the evening before
  point.late = rule.about;
  if (rule.length == 1) return point;
  const int64_t last = *point.days.start + rule.length - 1;
  point.open_value = ValueOf(point) + "/" + ValueOf(DayPoint(last));
  point.days.end = last + 1;
  return point;
}

TimePoint OpenPoint(std::string value, Granularity granularity) {
  TimePoint point;
  point.open_value = std::move(value);
  point.granularity = granularity;
  return point;
}

TimePoint WeekendOf(int64_t day) {
  TimePoint point = Period(Granularity::kWeek, day);
  *point.days.start += 5;
  point.weekend = true;
  return point;
}

bool LooksAhead(Tense tense) { return tense == Tense::kFuture || tense == Tense::kAhead; }

Granularity GranularityOf(const CalendarFields& f) {
  if (f.day != kUnset || f.weekday != kUnset || f.holiday != kUnset) return Granularity::kDay;
  if (f.week != kUnset) return Granularity::kWeek;
  if (f.month != kUnset) return Granularity::kMonth;
  if (f.season != kUnset) return Granularity::kSeason;
  if (f.quarter != kUnset) return Granularity::kQuarter;
  if (f.half != kUnset) return Granularity::kHalf;
  return Granularity::kYear;
}

int64_t Moved(int64_t day, const TimeAmount& amount, int sign, Granularity* finest) {
  double days = 0, months = 0;
  *finest = Granularity::kCentury;
  for (const auto& [unit, count] : amount.parts) {
    *finest = std::min(*finest, GranularityOf(unit));
    switch (unit) {
      case TimeUnit::kSecond:
        days += count / 86400;
        break;
      case TimeUnit::kMinute:
        days += count / 1440;
        break;
      case TimeUnit::kHour:
        days += count / 24;
        break;
      case TimeUnit::kDay:
      case TimeUnit::kNight:
        days += count;
        break;
      case TimeUnit::kWeek:
      case TimeUnit::kWeekend:
        days += 7 * count;
        break;
      case TimeUnit::kFortnight:
        days += 14 * count;
        break;
      case TimeUnit::kMonth:
        months += count;
        break;
      case TimeUnit::kQuarter:
        months += 3 * count;
        break;
      case TimeUnit::kHalf:
        months += 6 * count;
        break;
      case TimeUnit::kYear:
        months += 12 * count;
        break;
      case TimeUnit::kDecade:
        months += 120 * count;
        break;
      case TimeUnit::kCentury:
        months += 1200 * count;
        break;
      case TimeUnit::kMillennium:
        months += 12000 * count;
        break;
    }
  }
  const double limit = 12 * 9000.0;
  months = std::clamp(months, -limit, limit);
  days = std::clamp(days, -3.0e6, 3.0e6);
  const Date moved = AddMonths(CivilFromDays(day), sign * std::llround(months));
  return DaysFromCivil(moved) + sign * std::llround(std::trunc(days));
}

}  // namespace crosscheck
