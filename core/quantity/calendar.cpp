// Calendar arithmetic on <chrono>'s civil calendar. Everything is a number of
// days since 1970-01-01, so that "the last week of March" or "three months
// before Easter" is integer arithmetic; years, months and weeks appear only
// where a period begins or is printed.
#include "core/quantity/calendar.h"

#include <algorithm>
#include <chrono>

namespace crosscheck {
namespace {

namespace ch = std::chrono;

// Months per period; 0 for periods that are no whole months.
int MonthsIn(Granularity granularity) {
  switch (granularity) {
    case Granularity::kMonth:
      return 1;
    case Granularity::kQuarter:
      return 3;
    case Granularity::kSeason:
      return 3;
    case Granularity::kHalf:
      return 6;
    case Granularity::kYear:
      return 12;
    case Granularity::kDecade:
      return 120;
    case Granularity::kCentury:
      return 1200;
    default:
      return 0;
  }
}

// Seasons begin in December, March …; all other periods with January.
int64_t MonthOffset(Granularity granularity) { return granularity == Granularity::kSeason ? 1 : 0; }

}  // namespace

int64_t FloorDivide(int64_t a, int64_t b) { return a / b - ((a % b != 0) && ((a < 0) != (b < 0))); }

int64_t DaysFromCivil(const Date& date) {
  const ch::year_month_day civil{ch::year(date.year), ch::month(static_cast<unsigned>(date.month)),
                                 ch::day(static_cast<unsigned>(date.day))};
  return ch::sys_days(civil).time_since_epoch().count();
}

Date CivilFromDays(int64_t days) {
  const ch::year_month_day civil{ch::sys_days(ch::days(days))};
  return {static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
          static_cast<int>(static_cast<unsigned>(civil.day()))};
}

int DaysInMonth(int year, int month) {
  const ch::year_month_day_last last{ch::year(year),
                                     ch::month_day_last(ch::month(static_cast<unsigned>(month)))};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool ValidDate(int year, int month, int day) {
  return year >= -9999 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= DaysInMonth(year, month);
}

int WeekdayOf(int64_t day) { return static_cast<int>(day + 3 - FloorDivide(day + 3, 7) * 7) + 1; }

IsoWeek IsoWeekOf(int64_t day) {
  const int64_t thursday = day - WeekdayOf(day) + 4;  // its year is the week's year
  const int year = CivilFromDays(thursday).year;
  return {year, static_cast<int>((thursday - DaysFromCivil({year, 1, 1})) / 7) + 1};
}

int64_t MondayOf(IsoWeek week) {
  const int64_t fourth = DaysFromCivil({week.year, 1, 4});  // always in week 1
  return fourth - WeekdayOf(fourth) + 1 + 7 * (week.week - 1);
}

Date AddMonths(const Date& date, int64_t months) {
  const int64_t index = int64_t{date.year} * 12 + (date.month - 1) + months;
  Date out;
  out.year = static_cast<int>(FloorDivide(index, 12));
  out.month = static_cast<int>(index - int64_t{out.year} * 12) + 1;
  out.day = std::min(date.day, DaysInMonth(out.year, out.month));
  return out;
}

DayInterval PeriodOf(Granularity granularity, int64_t day) {
  return ShiftPeriod(granularity, day, 0);
}

DayInterval ShiftPeriod(Granularity granularity, int64_t day, int64_t count) {
  if (granularity == Granularity::kWeek) {
    const int64_t monday = day - WeekdayOf(day) + 1 + 7 * count;
    return {monday, monday + 7};
  }
  const int months = MonthsIn(granularity);
  if (months == 0) return {day + count, day + count + 1};
  const Date date = CivilFromDays(day);
  const int64_t offset = MonthOffset(granularity);
  const int64_t index =
      FloorDivide(int64_t{date.year} * 12 + date.month - 1 + offset, months) + count;
  const Date zero{0, 1, 1};
  return {DaysFromCivil(AddMonths(zero, index * months - offset)),
          DaysFromCivil(AddMonths(zero, (index + 1) * months - offset))};
}

int64_t NthWeekday(int year, int month, int weekday, int n) {
  if (n < 0) {
    const int64_t last = DaysFromCivil({year, month, DaysInMonth(year, month)});
    return last - (WeekdayOf(last) - weekday + 7) % 7;
  }
  const int64_t first = DaysFromCivil({year, month, 1});
  return first + (weekday - WeekdayOf(first) + 7) % 7 + 7 * (n - 1);
}

int64_t EasterSunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return DaysFromCivil({year, sum / 31, sum % 31 + 1});
}

int64_t OrthodoxEaster(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int sum = d + e + 114;  // Julian month and day
  const int64_t julian_lag = year / 100 - year / 400 - 2;
  return DaysFromCivil({year, sum / 31, sum % 31 + 1}) + julian_lag;
}

}  // namespace crosscheck
