#ifndef CROSSCHECK_CORE_QUANTITY_TIME_MEANING_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_MEANING_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/quantity/time.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {

constexpr int kUnset = -100000;

// The parts of a calendar date that words give.
struct CalendarFields {
  int year = kUnset;
  bool short_year = false;  // two digits: the century is open
  int until_year = kUnset;  // last year of "2019-20"
  int month = kUnset;
  int day = kUnset;
  int until_day = kUnset;   // last day of "May 3 to 7"
  int weekday = kUnset;  // 1 = Monday
  int quarter = kUnset;
  int half = kUnset;
  int season = kUnset;   // 1 = spring
  int week = kUnset;     // ISO number
  int decade = kUnset;   // 1990; 90 where the century is open
  int century = kUnset;  // 1900; -300 for the third century BC
  int holiday = kUnset;  // index in the lexicon
  bool weekend = false;  // Saturday and Sunday of the week
  bool fiscal = false;
  bool either_order = false;  // "3/6/2019": day and month, or month and day
};

// A length: units with their amounts, the largest unit first.
struct TimeAmount {
  std::vector<std::pair<TimeUnit, double>> parts;
  bool vague = false;  // "several years": how many is not said
};

// What an expression means before it is put on the calendar: a small tree in a
// vector, children before parents. See time_resolver.h for how each is resolved.
struct TimeMeaning {
  enum class Op : uint8_t {
    kFields,     // "5 March 2019", "Friday"; within `base` where there is one ("June" of last year)
    kRelative,   // "last week", "next Friday", "the following month", "the quarter"
    kShift,      // `amount` before or after `base`: "three days later", "a year ago"
    kPart,       // "the third week of" `base`
    kDuration,   // `amount`
    kSet,        // repetition of `amount` or of `base`
    kReference,  // PRESENT_REF, PAST_REF, FUTURE_REF
    kClock,      // a time of day, on the day of `base` where there is one
    kWeekOf,     // the week, or its weekend, that holds `base`
    kAlias,      // `base`, with other words around it
  };
  Op op = Op::kFields;
  CalendarFields fields;
  TimeRelation relation = TimeRelation::kThis;
  TimeUnit unit = TimeUnit::kDay;
  bool has_unit = false;   // kRelative: by unit, else by `fields`
  bool from_text = false;  // counted from the time last spoken of, not from the day of writing
  int sign = 0;            // kShift: -1 before, 1 after
  TimeAmount amount;
  int count = 1;    // kSet: how often in `amount`
  int ordinal = 0;  // kPart: 1 …, or -1 = last
  Reference reference = Reference::kPresent;
  Daypart daypart = Daypart::kNone;
  int hour = kUnset, minute = kUnset, second = kUnset;
  int day_offset = 0;        // kRelative by day: "yesterday" = -1
  std::string period;        // kSet: the value as the lexicon gives it ("P1D")
  int32_t base = -1;         // index of a meaning
  bool after_phase = false;  // "later in the week", "the end of": value is the period's own
  Phase phase = Phase::kStart;
  bool by_article = false;  // kDuration: "a year", not "one year"
  bool hidden = false;      // kShift: "in two weeks" may be a length after all
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_MEANING_H_
