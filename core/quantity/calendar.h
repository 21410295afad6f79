#ifndef CROSSCHECK_CORE_QUANTITY_CALENDAR_H_
#define CROSSCHECK_CORE_QUANTITY_CALENDAR_H_

#include <cstdint>

#include "core/document/document.h"
#include "core/quantity/time.h"

// Arithmetic of the proleptic Gregorian calendar. A day is its number since
// 1970-01-01; a weekday is 1 (Monday) … 7 (Sunday), as in ISO 8601.
namespace crosscheck {

int DaysInMonth(int year, int month);
bool ValidDate(int year, int month, int day);

int WeekdayOf(int64_t day);

// The ISO 8601 week that holds a day; its year may differ from the day's.
struct IsoWeek {
  int year = 0;
  int week = 1;  // 1..53
};
IsoWeek IsoWeekOf(int64_t day);
int64_t MondayOf(IsoWeek week);

// Months on or back; the day is cut to the length of the month (31 January + 1
// month = 28 or 29 February).
Date AddMonths(const Date& date, int64_t months);

// The calendar period of this granularity that holds a day: its month, its ISO
// week, its quarter … Seasons are meteorological (spring from 1 March, winter
// from 1 December); granularities below a day give the day.
DayInterval PeriodOf(Granularity granularity, int64_t day);

// The period `count` periods later (earlier where negative) than the one that
// holds `day`.
DayInterval ShiftPeriod(Granularity granularity, int64_t day, int64_t count);

// The n-th (1..5) weekday of a month; n = -1 is the last one.
int64_t NthWeekday(int year, int month, int weekday, int n);

inline constexpr double kDaysInYear = 365.2425;  // of the Gregorian calendar, on average

// a / b rounded down, also where a is negative.
int64_t FloorDivide(int64_t a, int64_t b);

// Western Easter Sunday (anonymous Gregorian algorithm, Meeus 1991), and the
// Orthodox one as a Gregorian day.
int64_t EasterSunday(int year);
int64_t OrthodoxEaster(int year);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_CALENDAR_H_
