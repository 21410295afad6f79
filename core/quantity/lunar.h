#ifndef CROSSCHECK_CORE_QUANTITY_LUNAR_H_
#define CROSSCHECK_CORE_QUANTITY_LUNAR_H_

#include <cstdint>
#include <string_view>

// Days of holidays that follow the moon, as days since 1970-01-01 (calendar.h).
// Each function gives the day of a date of another calendar that falls in a
// Gregorian year. Thread-safe; a call of ChineseDay or MoonDay takes
// half a millisecond, the others are integer arithmetic.
namespace crosscheck {

// The months of the Hebrew calendar; kAdar is the second Adar of a leap year.
enum class HebrewMonth : uint8_t { kTishri, kHeshvan, kKislev, kTevet, kShevat, kAdar, kNisan, kIyar, kSivan, kTammuz, kAv, kElul, kCount };
// By its usual English name ("nisan"); kCount where it is none.
HebrewMonth ToHebrewMonth(std::string_view name);

// The civil day on whose evening the date ends: Passover 2024 (15 Nisan) is 23
// April, which begins on the evening of the 22nd. Exact; the rules are those of
// Dershowitz and Reingold, Calendrical Calculations, chapter 8.
int64_t HebrewDay(int gregorian_year, HebrewMonth month, int day);

// The tabular Islamic calendar; the first day, where two fall in the year. A moon
// that is seen makes the observed day differ by one, seldom two.
int64_t IslamicDay(int gregorian_year, int month, int day);

// The Chinese calendar, with its leap months, as ICU computes it.
int64_t ChineseDay(int gregorian_year, int month, int day);

// The day of the first new moon, or full one, on or after a day, by the months of
// the Chinese calendar (full: their 15th day, which may be a day early).
int64_t MoonDay(int64_t from, bool full);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_LUNAR_H_
