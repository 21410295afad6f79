#ifndef CROSSCHECK_CORE_QUANTITY_TIME_RESOLVER_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_RESOLVER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/quantity/time.h"
#include "core/quantity/time_lexicon.h"
#include "core/quantity/time_meaning.h"

namespace crosscheck {

// The tense of the clause that a time stands in: which way an open date points.
// kOver: said to be over ("ended June 30"); kAhead: said to be still to come
// ("by March"), whatever is nearer.
enum class Tense : uint8_t { kUnknown, kPast, kPresent, kFuture, kOver, kAhead };

// A place in the calendar, or what is known of it.
struct TimePoint {
  Granularity granularity = Granularity::kUnknown;
  DayInterval days;  // both ends, or neither
  bool weekend = false;
  int early = 0, late = 0; // days by which it may begin earlier, end later: a holiday of the moon
  std::string part;        // "TNI", "T17:30": appended to the day's value
  std::string open_value;  // the value where the days do not give it: "XXXX-10-02", "2019/2020"
  std::optional<Reference> reference;  // "several years ago": no place, only a side

  bool known() const { return days.start.has_value(); }
};
// TIMEX3 value of a point: "2019-03-05", "2025-Q1", "2016-W45-WE", "199".
std::string ValueOf(const TimePoint& point);

struct ResolvedTime {
  TimeType type = TimeType::kDate;
  std::string value;
  DayInterval days;
  Granularity granularity = Granularity::kUnknown;
  bool as_length = false;  // "in two weeks" read as a length
};

// Puts meanings on the calendar, in the order of the text: it remembers the
// times it has resolved, so that "the following month" counts from the one last
// spoken of. One for each document.
class TimeResolver {
 public:
  TimeResolver(const TimeLexicon& lexicon, std::optional<Date> written);

  // Resolves meanings[index]; nothing where it is no date after all ("the 40th
  // week of March"). `sentence` numbers the sentence it stands in.
  std::optional<ResolvedTime> Resolve(const std::vector<TimeMeaning>& meanings, int32_t index,
                                      Tense tense, uint32_t sentence);

 private:
  struct Anchor {
    TimePoint point;
    uint32_t sentence = 0;
  };

  std::optional<TimePoint> PointOf(const TimeMeaning& meaning, const TimePoint* base,
                                   Tense tense) const;
  std::optional<TimePoint> FieldsPoint(const TimeMeaning& meaning, const TimePoint* base,
                                       Tense tense) const;
  TimePoint QuarterOrHalf(const CalendarFields& f, int year) const;
  std::optional<TimePoint> InYear(const CalendarFields& fields, int year) const;
  // The first day of a holiday; moons cost much, so each is asked once in a document.
  int64_t HolidayDay(int32_t holiday, int year) const;
  std::optional<TimePoint> Nearest(const CalendarFields& fields, Tense tense) const;
  std::optional<TimePoint> WeekdayPoint(const CalendarFields& fields, const TimePoint* base,
                                        Tense tense) const;
  std::optional<TimePoint> DayOfMonth(const CalendarFields& fields, const TimePoint* base,
                                      Tense tense) const;
  std::optional<TimePoint> RelativePoint(const TimeMeaning& meaning, const TimePoint* base,
                                         Tense tense) const;
  std::optional<TimePoint> RelativeUnit(const TimeMeaning& meaning, const TimePoint* base,
                                        Tense tense) const;
  std::optional<TimePoint> RelativeName(const TimeMeaning& meaning) const;
  std::optional<TimePoint> LatestQuarter(const TimeMeaning& meaning, const TimePoint* base) const;
  std::optional<TimePoint> ShiftPoint(const TimeMeaning& meaning, const TimePoint* base) const;
  std::optional<TimePoint> PartPoint(const TimeMeaning& meaning, const TimePoint* base) const;
  std::optional<TimePoint> ClockPoint(const TimeMeaning& meaning, const TimePoint* base) const;
  std::optional<TimePoint> WeekPoint(const TimeMeaning& meaning, const TimePoint* base,
                                     Tense tense) const;
  TimePoint Weekend(Tense tense) const;
  std::string SetValue(const TimeMeaning& meaning) const;

  int FullYear(const CalendarFields& fields) const;
  // The day to count from: of the time last spoken of where `granularity` is not
  // finer than it, else of writing.
  std::optional<int64_t> From(bool text, Granularity granularity) const;

  const TimeLexicon& lexicon_;
  std::optional<int64_t> written_;
  std::optional<Anchor> last_;
  std::optional<Anchor> last_quarter_;
  uint32_t sentence_ = 0;
  mutable std::unordered_map<uint64_t, int64_t> holiday_days_;
};

// TIMEX3 value of a length: "P3Y", "PT1H30M", "P2Y6M", "PXD".
std::string DurationValue(const TimeAmount& amount);
// What can be written of a date whose year is not known: "XXXX-10-02".
std::string OpenValue(const CalendarFields& fields);
std::string OpenValue(Granularity granularity);
std::string PartValue(Daypart part, int hour, int minute, int second);
Granularity GranularityOf(TimeUnit unit);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_RESOLVER_H_
