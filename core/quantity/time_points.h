#ifndef CROSSCHECK_CORE_QUANTITY_TIME_POINTS_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_POINTS_H_

#include <cstdint>
#include <string>

#include "core/quantity/time_resolver.h"

// The small steps of the resolver: how points of the calendar are made and moved.
namespace crosscheck {

// The period that holds `day`, or the one `shift` periods later.
TimePoint Period(Granularity granularity, int64_t day, int64_t shift = 0);
TimePoint DayPoint(int64_t day);
// The days of a holiday; its value is the first day, or both ends.
TimePoint HolidayPoint(const HolidayRule& rule, int64_t first_day);
// A point whose days are not known, with what can be written of it.
TimePoint OpenPoint(std::string value, Granularity granularity);
// Saturday and Sunday of the ISO week that holds `day`.
TimePoint WeekendOf(int64_t day);

bool LooksAhead(Tense tense);
// The finest part that the fields give.
Granularity GranularityOf(const CalendarFields& fields);
// The day `amount` after `day` (before, where sign is -1); `finest` = its finest unit.
int64_t Moved(int64_t day, const TimeAmount& amount, int sign, Granularity* finest);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_POINTS_H_
