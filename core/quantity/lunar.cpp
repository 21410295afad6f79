// Calendars of the moon.
//
// The Hebrew calendar is arithmetic: a year begins with the new moon of Tishri as
// counted from a first one, put off by a day or two so that no fast meets a
// Sabbath. Months before Nisan are counted from the new year before, the rest back
// from the one that follows, so that leap months need no case of their own. The
// Islamic one is a table (11 leap days in 30 years). The Chinese calendar needs the
// sun and the moon themselves, so ICU is asked. Test: tests/unit/quantity/lunar_test.cpp.
#include "core/quantity/lunar.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/base/check.h"
#include "core/quantity/calendar.h"

namespace crosscheck {
namespace {

constexpr int64_t kHebrewEpoch = -2092590;   // 1 Tishri of year 1, before its delays
constexpr int64_t kIslamicEpoch = -492148;   // 16 July 622 (Julian), 1 Muharram of year 1
constexpr int kHebrewLag = 3760;             // 2024 begins within the year 5784
constexpr double kMillisecondsADay = 86400000.0;
constexpr int64_t kShortestMonth = 29;
constexpr int64_t kFullMoon = 14;            // days after the first of the month

constexpr std::array<std::string_view, static_cast<size_t>(HebrewMonth::kCount)> kHebrewNames = {
    "tishri", "heshvan", "kislev", "tevet", "shevat", "adar", "nisan", "iyar", "sivan", "tammuz", "av", "elul"};

// Days from the epoch to the new moon of Tishri, with the delays of one year alone.
int64_t HebrewElapsed(int64_t year) {
  const int64_t months = FloorDivide(235 * year - 234, 19);
  const int64_t parts = 12084 + 13753 * months;
  const int64_t day = 29 * months + FloorDivide(parts, 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

int64_t HebrewNewYear(int64_t year) {
  const int64_t before = HebrewElapsed(year - 1), here = HebrewElapsed(year), after = HebrewElapsed(year + 1);
  const int64_t delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
  return kHebrewEpoch + here + delay;
}

int64_t DayOfHebrewYear(int64_t year, HebrewMonth month, int day) {
  const int64_t begin = HebrewNewYear(year), next = HebrewNewYear(year + 1);
  const int64_t length = next - begin;
  const int64_t heshvan = length % 10 == 5 ? 30 : 29, kislev = length % 10 == 3 ? 29 : 30;
  // From the new year that follows, back to the first day of the month.
  constexpr std::array<int64_t, 7> kBack = {206, 177, 147, 118, 88, 59, 29};  // Adar … Elul
  switch (month) {
    case HebrewMonth::kTishri: return begin + day - 1;
    case HebrewMonth::kHeshvan: return begin + 30 + day - 1;
    case HebrewMonth::kKislev: return begin + 30 + heshvan + day - 1;
    case HebrewMonth::kTevet: return begin + 30 + heshvan + kislev + day - 1;
    case HebrewMonth::kShevat: return begin + 30 + heshvan + kislev + 29 + day - 1;
    default: return next - kBack[static_cast<size_t>(month) - static_cast<size_t>(HebrewMonth::kAdar)] + day - 1;
  }
}

std::unique_ptr<icu::Calendar> ChineseCalendar(int64_t day) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("@calendar=chinese"), status));
  CROSSCHECK_CHECK(U_SUCCESS(status));
  calendar->setTime(static_cast<double>(day) * kMillisecondsADay, status);
  return calendar;
}

int DayOfMonth(const icu::Calendar& calendar) {
  UErrorCode status = U_ZERO_ERROR;
  return calendar.get(UCAL_DATE, status);
}

}  // namespace

HebrewMonth ToHebrewMonth(std::string_view name) {
  return static_cast<HebrewMonth>(std::ranges::find(kHebrewNames, name) - kHebrewNames.begin());
}

int64_t HebrewDay(int gregorian_year, HebrewMonth month, int day) {
  const int64_t year = int64_t{gregorian_year} + kHebrewLag;
  const int64_t found = DayOfHebrewYear(year, month, day);
  return found >= DaysFromCivil({gregorian_year, 1, 1}) ? found : DayOfHebrewYear(year + 1, month, day);
}

int64_t IslamicDay(int gregorian_year, int month, int day) {
  const int64_t begin = DaysFromCivil({gregorian_year, 1, 1});
  const auto tabular = [&](int64_t year) {
    return kIslamicEpoch + (year - 1) * 354 + FloorDivide(3 + 11 * year, 30) + 29 * (month - 1) +
           month / 2 + day - 1;
  };
  int64_t year = FloorDivide((begin - kIslamicEpoch) * 30, 10631);
  while (tabular(year) < begin) ++year;
  return tabular(year);
}

int64_t ChineseDay(int gregorian_year, int month, int day) {
  const auto calendar = ChineseCalendar(DaysFromCivil({gregorian_year, 7, 1}));
  calendar->set(UCAL_DATE, 1);  // a day that every month has
  calendar->set(UCAL_MONTH, month - 1);
  calendar->set(UCAL_IS_LEAP_MONTH, 0);
  calendar->set(UCAL_DATE, day);
  UErrorCode status = U_ZERO_ERROR;
  return FloorDivide(static_cast<int64_t>(calendar->getTime(status)), static_cast<int64_t>(kMillisecondsADay));
}

int64_t MoonDay(int64_t from, bool full) {
  if (full) from -= kFullMoon;
  int64_t day = from;
  if (const int dom = DayOfMonth(*ChineseCalendar(day)); dom > 1) {
    day += kShortestMonth - (dom - 1);
    if (DayOfMonth(*ChineseCalendar(day)) != 1) ++day;
  }
  return full ? day + kFullMoon : day;
}

}  // namespace crosscheck
