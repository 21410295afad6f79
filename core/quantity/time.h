#ifndef CROSSCHECK_CORE_QUANTITY_TIME_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/document/document.h"
#include "core/language/analysis.h"

namespace crosscheck {

enum class TimeType : uint8_t { kDate, kTime, kDuration, kSet };  // TIMEX3
std::string_view ToString(TimeType type);

enum class Granularity : uint8_t {
  kUnknown,
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kHalf,
  kSeason,
  kYear,
  kDecade,
  kCentury,
};

class TimeLexicon;

// A half-open interval of days since 1970-01-01; nothing = unbounded or unknown.
struct DayInterval {
  std::optional<int64_t> start;
  std::optional<int64_t> end;
};

// A time expression of the text.
struct TimeExpression {
  TextRange range;
  uint32_t first = 0, last = 0;  // tokens, [first, last)
  TimeType type = TimeType::kDate;
  std::string value;  // TIMEX3: "2019-01-01", "2025-Q1", "P3Y", "PRESENT_REF"
  DayInterval days;   // resolved against the document's date; empty for durations and sets
  Granularity granularity = Granularity::kUnknown;
  bool deadline = false;  // "by 2025": the end of a period, not the period
  bool since = false;     // "since 2019": from then on
  // What its own words cover, where `days` is a period that it begins or ends: 2010
  // of "from 2005 to 2010". Else the same as `days`.
  DayInterval own;
  int count = 1;          // of a repetition: how often in its period ("twice a year")
};

// Every time expression of a document, in order of the text, resolved against
// the document's own date (never the clock). Without a date, relative ones keep
// a relative value.
std::vector<TimeExpression> ReadTimes(const Analysis& analysis);
// The same with another calendar (time_lexicon.h) than the one that is shipped.
std::vector<TimeExpression> ReadTimes(const Analysis& analysis, const TimeLexicon& lexicon);

// Whether the value holds a digit: "2019", "XXXX-WXX-4", but not the "XXXX" of "30
// years ago" in a text without a date, which equals that of any other year.
inline bool IsParticular(const TimeExpression& time) {
  return time.value.find_first_of("0123456789") != std::string::npos;
}

// How often a year something happens that is told as repeated ("twice a week", "every
// six months"); nothing for other times and for "every Monday".
std::optional<double> TimesAYear(const TimeExpression& time);

// Whether two times are told as one: by their value, as one period ("the six months to
// June 2023", "the first half of 2023"), or as often ("twice a year").
bool SameTime(const TimeExpression& a, const TimeExpression& b);

// Whether a time begins (-1) or ends (1) a period of which both ends are told; else 0.
int EndOfPeriod(const TimeExpression& time);

// Three-valued comparisons of resolved times; nothing = unknown. "since 2019" is
// open towards the future, "by 2025" towards the past, so that neither is ever
// surely at another time than what may lie in it.
std::optional<bool> Overlap(const TimeExpression& a, const TimeExpression& b);
std::optional<bool> Contains(const TimeExpression& whole, const TimeExpression& part);
std::optional<bool> Before(const TimeExpression& a, const TimeExpression& b);

// Days since 1970-01-01, and back (calendar.h has the rest of the calendar).
int64_t DaysFromCivil(const Date& date);
Date CivilFromDays(int64_t days);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_H_
