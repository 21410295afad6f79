// Stages 2 and 3: expressions that are put together from those of the stage
// before: "the first week of" + "March", "three days" + "after" + "Easter",
// "noon" + "Thursday"; then what stands around them: "early", "the end of",
// "nearly".
#include <array>

#include "core/quantity/time_grammar.h"

namespace crosscheck {
namespace {

using namespace time_grammar;  // NOLINT: the vocabulary of the tables
using C = TimeClass;
using Op = TimeMeaning::Op;

TimeMeaning Alias(const TimeTerm& term) {
  TimeMeaning meaning;
  meaning.op = Op::kAlias;
  meaning.base = term.meaning;
  return meaning;
}

// The fields of a date that lacks its year (or its month, or its week) and can
// take it from a period beside it.
bool Open(const TimeMeaning& m) {
  const CalendarFields& f = m.fields;
  if (m.op != Op::kFields || m.base >= 0) return false;
  return f.year == kUnset && f.decade == kUnset && f.century == kUnset;
}

// "June last year", "the third quarter of this year", "Tuesday of next week".
TimeMeaning Within(const TimeMeaning& open, const TimeTerm& period) {
  TimeMeaning meaning = open;
  meaning.base = period.meaning;
  return meaning;
}

// A period that can lend its year, month or week to `open`.
bool CanHold(const TimeMeaning& period, const TimeTerm& term, const TimeMeaning& open) {
  const CalendarFields& f = open.fields;
  if (f.weekday != kUnset && f.day == kUnset)
    return term.Has(C::kWeekPeriod) || term.Has(C::kMonthPeriod);
  if (f.day != kUnset && f.month == kUnset) return term.Has(C::kMonthPeriod);
  return term.Has(C::kYearPeriod) && period.op != Op::kShift;
}

Meaning DateOfDate(const TimeMatch& m) {
  const TimeTerm* part = m.Find(C::kDate);
  const TimeTerm* period = m.Find(C::kDate, 1);
  const TimeMeaning& open = m.MeaningOf(*part);
  // "the last Monday of May", "the last week of July": the relation is an ordinal.
  const bool last_day = open.op == Op::kRelative && open.fields.weekday != kUnset &&
                        open.relation == TimeRelation::kLast && WordIs(m, m.At(1), "of");
  if (last_day && !period->Has(C::kDay)) {
    TimeMeaning meaning;
    meaning.op = Op::kPart;
    meaning.fields.weekday = open.fields.weekday;
    meaning.ordinal = -1;
    meaning.base = period->meaning;
    return meaning;
  }
  const bool last = open.op == Op::kRelative && open.has_unit &&
                    open.relation == TimeRelation::kLast && WordIs(m, m.At(1), "of");
  if (last && open.unit < TimeUnit::kYear) {
    TimeMeaning meaning;
    meaning.op = Op::kPart;
    meaning.unit = open.unit;
    meaning.ordinal = -1;
    meaning.base = period->meaning;
    return meaning;
  }
  // "the week of the 18th", "the weekend of Halloween".
  const bool week = open.op == Op::kRelative && open.has_unit &&
                    (open.unit == TimeUnit::kWeek || open.unit == TimeUnit::kWeekend);
  if (week && open.relation == TimeRelation::kThis && period->Has(C::kDay) &&
      WordIs(m, m.At(1), "of")) {
    TimeMeaning meaning;
    meaning.op = Op::kWeekOf;
    meaning.base = period->meaning;
    meaning.fields.weekend = open.unit == TimeUnit::kWeekend;
    return meaning;
  }
  if (!Open(open) || !CanHold(m.MeaningOf(*period), *period, open)) return std::nullopt;
  return Within(open, *period);
}

// "next week on Tuesday", "this year's third quarter".
Meaning PeriodThenDate(const TimeMatch& m) {
  const TimeTerm* period = m.Find(C::kDate);
  const TimeTerm* part = m.Find(C::kDate, 1);
  const TimeMeaning& open = m.MeaningOf(*part);
  if (!Open(open) || !CanHold(m.MeaningOf(*period), *period, open)) return std::nullopt;
  return Within(open, *period);
}

// "last year's quarter".
Meaning YearsQuarter(const TimeMatch& m) {
  const TimeTerm* year = m.Find(C::kYearPeriod);
  const TimeTerm* unit = m.Find(C::kUnit);
  if (static_cast<TimeUnit>(unit->Value(C::kUnit)) != TimeUnit::kQuarter) return std::nullopt;
  TimeMeaning meaning;
  meaning.op = Op::kRelative;
  meaning.relation = TimeRelation::kSame;
  meaning.from_text = meaning.has_unit = true;
  meaning.unit = TimeUnit::kQuarter;
  meaning.base = year->meaning;
  return meaning;
}

// "Saturday, April 25", "this coming Sunday, March eighth": the day is said
// twice. Counter-example: "Friday, Saturday" are two.
Meaning WeekdayAndDay(const TimeMatch& m) {
  const TimeMeaning& weekday = m.MeaningOf(*m.Find(C::kDay));
  const TimeTerm* day = m.Find(C::kDay, 1);
  const TimeMeaning& second = m.MeaningOf(*day);
  const bool full =
      second.fields.day != kUnset && (second.fields.month != kUnset || second.op == Op::kFields);
  if (weekday.fields.weekday == kUnset || weekday.fields.day != kUnset || !full ||
      second.fields.weekday != kUnset)
    return std::nullopt;
  TimeMeaning meaning = second;
  meaning.fields.weekday = weekday.fields.weekday;  // helps to find the year
  return meaning;
}

TimeMeaning Shift(const TimeMeaning& length, int sign) {
  TimeMeaning meaning;
  meaning.op = Op::kShift;
  meaning.sign = sign;
  meaning.amount = length.amount;
  return meaning;
}

bool PlainLength(const TimeMeaning& m) { return m.op == Op::kDuration && !m.from_text; }

// "three weeks ago".
Meaning LengthAgo(const TimeMatch& m) {
  const TimeMeaning& length = m.MeaningOf(*m.Find(C::kSpan));
  if (!PlainLength(length)) return std::nullopt;
  return Shift(length, -1);
}

// "three days later", "a year earlier": from the time last spoken of. "before"
// and "after" only where nothing follows that they could belong to.
Meaning LengthBeside(const TimeMatch& m) {
  const TimeMeaning& length = m.MeaningOf(*m.Find(C::kSpan));
  if (!PlainLength(length)) return std::nullopt;
  const bool later = m.Has(C::kLater);
  const TimeTerm* word = m.Find(later ? C::kLater : C::kEarlier);
  const bool preposition = WordIs(m, word, "after") || WordIs(m, word, "before");
  const TimeTerm* after = m.After();
  if (preposition && after != nullptr && m.Words(*after).size() > 1) return std::nullopt;
  if (after != nullptr && (WordIs(m, after, "than") || after->Has(C::kDate)))
    return std::nullopt;  // "later this week"
  TimeMeaning meaning = Shift(length, later ? 1 : -1);
  meaning.from_text = !WordIs(m, word, "hence");
  return meaning;
}

// "two weeks after Easter", "three days before yesterday", "a month from today".
Meaning LengthFromDate(const TimeMatch& m) {
  const TimeMeaning& length = m.MeaningOf(*m.Find(C::kSpan));
  const TimeTerm* date = m.Find(C::kDate);
  if (!PlainLength(length) || !date->Has(C::kDay)) return std::nullopt;
  bool before = false;
  for (size_t i = 0; i < m.elements(); ++i)
    before = before || WordIs(m, m.At(i), "before") || WordIs(m, m.At(i), "to");
  TimeMeaning meaning = Shift(length, before ? -1 : 1);
  meaning.base = date->meaning;
  return meaning;
}

// "two weeks from now".
Meaning LengthFromNow(const TimeMatch& m) {
  const TimeMeaning& length = m.MeaningOf(*m.Find(C::kSpan));
  return PlainLength(length) ? Meaning(Shift(length, 1)) : std::nullopt;
}

// "in two weeks": the resolver asks the clause's tense whether it is a point
// ahead ("will return in two weeks") or a length ("rose most in two weeks").
Meaning InLength(const TimeMatch& m) {
  const TimeMeaning& length = m.MeaningOf(*m.Find(C::kSpan));
  if (!PlainLength(length) || length.amount.vague) return std::nullopt;
  TimeMeaning meaning = Shift(length, 1);
  meaning.hidden = true;
  return meaning;
}

// "the third week of March", "the 15th day of next month".
Meaning PartOf(const TimeMatch& m) {
  const TimeTerm* unit = m.FindLast(C::kUnit);
  TimeMeaning meaning;
  meaning.op = Op::kPart;
  meaning.unit = static_cast<TimeUnit>(unit->Value(C::kUnit));
  meaning.ordinal = static_cast<int>(m.Find(C::kOrdinal)->number);
  meaning.base = m.Find(C::kDate)->meaning;
  if (meaning.unit < TimeUnit::kDay || meaning.ordinal == 0) return std::nullopt;
  const TimeTerm& base = *m.Find(C::kDate);
  if (base.Has(C::kDay)) return std::nullopt;
  return meaning;
}

// "the first Monday of May".
Meaning WeekdayOf(const TimeMatch& m) {
  const TimeTerm* period = m.Find(C::kDate, 1);
  TimeMeaning meaning;
  meaning.op = Op::kPart;
  meaning.fields.weekday = m.MeaningOf(*m.Find(C::kBareWeekday)).fields.weekday;
  meaning.ordinal = static_cast<int>(m.Find(C::kOrdinal)->number);
  meaning.base = period->meaning;
  if (period->Has(C::kDay) || meaning.ordinal == 0 || meaning.ordinal > 53) return std::nullopt;
  return meaning;
}

// "noon Thursday", "10 p.m. on Wednesday", "Saturday at 5:30 p.m.".
Meaning ClockOnDay(const TimeMatch& m) {
  const TimeTerm* clock = m.Find(C::kClock) != nullptr ? m.Find(C::kClock) : m.Find(C::kPartOfDay);
  const TimeMeaning& day = m.MeaningOf(*m.Find(C::kDay));
  if (day.daypart != Daypart::kNone) return std::nullopt;
  TimeMeaning meaning = m.MeaningOf(*clock);
  meaning.base = m.Find(C::kDay)->meaning;
  return meaning;
}

// "Saturday night", "yesterday morning"; "Tuesday nights" is a repetition.
Meaning DayAndPart(const TimeMatch& m) {
  const TimeTerm* part = m.Find(C::kDaypart);
  const TimeTerm* day = m.Find(C::kDay);
  const bool plural = m.Words(*part).back() == 's';
  TimeMeaning meaning;
  meaning.op = plural ? Op::kSet : Op::kClock;
  meaning.daypart = static_cast<Daypart>(part->Value(C::kDaypart));
  meaning.base = day->meaning;
  if (plural) {
    meaning.fields = m.MeaningOf(*day).fields;
    meaning.base = -1;
    if (meaning.fields.weekday == kUnset) return std::nullopt;
  }
  return meaning;
}

// "1 hour and 30 minutes", "2 years 1 month 21 days": falling units make one
// length. Counter-example: "the last 3 months and 2 days" are two.
Meaning TwoLengths(const TimeMatch& m) {
  const TimeMeaning& first = m.MeaningOf(*m.Find(C::kSpan));
  TimeMeaning meaning = first;
  for (size_t i = 1; m.Find(C::kSpan, i) != nullptr; ++i) {
    const TimeMeaning& next = m.MeaningOf(*m.Find(C::kSpan, i));
    if (!PlainLength(first) || !PlainLength(next) || first.amount.vague || next.amount.vague)
      return std::nullopt;
    if (next.amount.parts.front().first >= meaning.amount.parts.back().first) return std::nullopt;
    meaning.amount.parts.insert(meaning.amount.parts.end(), next.amount.parts.begin(),
                                next.amount.parts.end());
  }
  return meaning;
}

// The same, gone by: "2 weeks and 2 days ago".
Meaning TwoLengthsAgo(const TimeMatch& m) {
  const Meaning both = TwoLengths(m);
  if (!both) return std::nullopt;
  const bool beside = m.Has(C::kEarlier) || m.Has(C::kLater);
  TimeMeaning meaning = Shift(*both, m.Has(C::kLater) ? 1 : -1);
  meaning.from_text = beside;
  return meaning;
}

// "the week of April 10", "the week beginning May 5", "w/c Feb 4".
Meaning WeekOf(const TimeMatch& m) {
  const TimeTerm* unit = m.Find(C::kUnit);
  TimeMeaning meaning;
  meaning.op = Op::kWeekOf;
  const TimeTerm* day = m.Find(C::kDay);
  if (day == nullptr) return std::nullopt;
  meaning.base = day->meaning;
  if (unit != nullptr) {
    const auto kind = static_cast<TimeUnit>(unit->Value(C::kUnit));
    if (kind != TimeUnit::kWeek && kind != TimeUnit::kWeekend) return std::nullopt;
    meaning.fields.weekend = kind == TimeUnit::kWeekend;
  }
  return meaning;
}

// "Labor Day weekend", "the Easter weekend 2021".
Meaning HolidayWeekend(const TimeMatch& m) {
  const TimeTerm* unit = m.Find(C::kUnit);
  const TimeMeaning& day = m.MeaningOf(*m.Find(C::kDay));
  if (static_cast<TimeUnit>(unit->Value(C::kUnit)) != TimeUnit::kWeekend ||
      day.fields.holiday == kUnset)
    return std::nullopt;
  TimeMeaning meaning;
  meaning.op = Op::kWeekOf;
  meaning.base = m.Find(C::kDay)->meaning;
  if (const TimeTerm* year = m.Find(C::kYearPeriod)) {
    meaning.fields = day.fields;
    meaning.fields.year = m.MeaningOf(*year).fields.year;
  }
  meaning.fields.weekend = true;
  return meaning;
}

// "the 19th of every month", "19 June every year".
Meaning DayOfEvery(const TimeMatch& m) {
  TimeMeaning meaning = m.MeaningOf(*m.Find(C::kSet));
  if (meaning.amount.parts.size() != 1 || meaning.amount.parts[0].second != 1) return std::nullopt;
  const TimeUnit unit = meaning.amount.parts[0].first;
  if (const TimeTerm* date = m.Find(C::kDate)) {
    const TimeMeaning& day = m.MeaningOf(*date);
    const bool of_month =
        unit == TimeUnit::kMonth && day.fields.day != kUnset && day.fields.month == kUnset;
    if (!Open(day) || (unit != TimeUnit::kYear && !of_month)) return std::nullopt;
    meaning.fields = day.fields;
  } else {
    if (unit != TimeUnit::kMonth) return std::nullopt;
    meaning.fields.day = static_cast<int>(m.Find(C::kDayOrdinal)->number);
  }
  meaning.amount.parts.clear();
  return meaning;
}

// "Monday two weeks from now": the weekday of the week that the rest gives.
Meaning WeekdayOfShift(const TimeMatch& m) {
  const TimeTerm* weekday = m.Find(C::kBareWeekday);
  const TimeTerm* date = nullptr;
  for (size_t i = 0; m.Find(C::kDate, i) != nullptr; ++i) {
    if (m.Find(C::kDate, i) != weekday) date = m.Find(C::kDate, i);
  }
  if (date == nullptr || m.MeaningOf(*date).op != Op::kShift) return std::nullopt;
  return Within(m.MeaningOf(*weekday), *date);
}

constexpr std::array kJoin = {
    TimePattern{"<date> of|in|, <date>", "the last week of July", DateOfDate},
    TimePattern{"<date> <date>", "June last year", DateOfDate},
    TimePattern{"<week-period> -|,? on? <bare-weekday>", "next week on Tuesday", PeriodThenDate},
    TimePattern{"<date> ~' ~s <date>", "this year's third quarter", PeriodThenDate},
    TimePattern{"<year-period> ~' ~s <unit>", "last year's quarter", YearsQuarter},
    TimePattern{"<day> ,|-? the? (? <day> )?", "Saturday, April 25", WeekdayAndDay},
    TimePattern{"<span> <ago>", "three weeks ago", LengthAgo},
    TimePattern{"<span> or so <ago>", "a week or so ago", LengthAgo},
    TimePattern{"<span> <earlier|later>", "three days later", LengthBeside},
    TimePattern{"<span> before|after|from|since|following <date>", "two weeks after Easter",
                LengthFromDate},
    TimePattern{"<span> prior to <date>", "three days prior to May 5", LengthFromDate},
    TimePattern{"<span> from <now>", "two weeks from now", LengthFromNow},
    TimePattern{"in <span>", "in two weeks", InLength},
    TimePattern{"in <span> ~' s? time?", "in a fortnight's time", LengthFromNow},
    TimePattern{"in <span> time", "in two weeks time", LengthFromNow},
    TimePattern{"in <span> from|since|after <date>", "in two days from today", LengthFromDate},
    TimePattern{"the? <ordinal> -? <unit> of|in <date>", "the third week of March", PartOf},
    TimePattern{"<clock|part-of-day> ,? on|of? <day>", "noon Thursday", ClockOnDay},
    TimePattern{"<day> ,? at|in? <clock|part-of-day>", "Saturday at 5:30 p.m.", ClockOnDay},
    TimePattern{"<day> <daypart>", "Saturday night", DayAndPart},
    TimePattern{"<day> <phase> -? <daypart>", "Saturday late night", DayAndPart},
    TimePattern{"<span> ,? and? <span>", "1 hour and 30 minutes", TwoLengths},
    TimePattern{"<span> ,? and? <span> ,? and? <span>", "2 years 1 month 21 days", TwoLengths},
    TimePattern{"<span> ,? and? <span> <ago|earlier|later>", "2 weeks and 2 days ago",
                TwoLengthsAgo},
    TimePattern{"<span> ,? and? <span> ,? and? <span> <ago|earlier|later>",
                "2 years 1 month 21 days later", TwoLengthsAgo},
    TimePattern{"the? <unit> of the? <date>", "the week of April 10", WeekOf},
    TimePattern{"the? <unit> <begin> on? <date>", "the week beginning May 5", WeekOf},
    TimePattern{"<week-period> <begin|ended> on? <day>", "the week ending May 25", WeekOf},
    TimePattern{"the? <ordinal> <bare-weekday> of|in <date>", "the first Monday of May", WeekdayOf},
    TimePattern{"w ~/ ~c <date>", "w/c Feb 4", WeekOf},
    TimePattern{"the? <day> <unit> <year-period>?", "Labor Day weekend", HolidayWeekend},
    TimePattern{"the? <day-ordinal> of <set>", "19th of every month", DayOfEvery},
    TimePattern{"<date> of? <set>", "the 19th of every month", DayOfEvery},
};

// "early 1990", "later this month", "earlier in the year".
Meaning PhaseOf(const TimeMatch& m) {
  TimeMeaning meaning = Alias(*m.Find(C::kDate));
  meaning.after_phase = true;
  meaning.phase =
      static_cast<Phase>(m.Has(C::kPhase) ? m.Value(C::kPhase) : m.Value(C::kPhaseNoun));
  const TimeTerm& date = *m.Find(C::kDate);
  if (m.Has(C::kPhaseNoun) && date.Has(C::kDay) && m.MeaningOf(date).op == Op::kFields)
    return std::nullopt;
  return meaning;
}

// "nearly two years", "at least the past 18 months". Counter-examples: "over the
// past year" (a preposition), "some years" is read in stage 1.
Meaning AboutLength(const TimeMatch& m) {
  const TimeTerm* span = m.Find(C::kSpan);
  const bool limit = m.Value(C::kApproximator) == 1 || m.Value(C::kApproximator) == 2;
  if (m.MeaningOf(*span).from_text && !limit) return std::nullopt;
  if (m.Value(C::kApproximator) == 5) return std::nullopt;
  return Alias(*span);
}

// "about two years ago", "around Nov. 1". Counter-examples: "about last year"
// (a topic), "over Christmas".
Meaning AboutDate(const TimeMatch& m) {
  const TimeTerm* date = m.Find(C::kDate) != nullptr ? m.Find(C::kDate) : m.Find(C::kClock);
  if (date == nullptr || m.Value(C::kApproximator) == 5) return std::nullopt;
  const TimeMeaning& meaning = m.MeaningOf(*date);
  const bool shift = meaning.op == Op::kShift && !meaning.hidden;
  const bool near = WordIs(m, m.At(0), "around") || WordIs(m, m.At(0), "circa");
  if (!shift && !near && !date->Has(C::kClock)) return std::nullopt;
  return Alias(*date);
}

// "1994 or later", "1990 and beyond".
Meaning OrLater(const TimeMatch& m) { return Alias(*m.Find(C::kDate)); }

// "Monday two weeks from now", "in 3 days on Friday".
Meaning WeekdayWithShift(const TimeMatch& m) { return WeekdayOfShift(m); }

constexpr std::array kWrap = {
    TimePattern{"the? <phase> -? <date>", "early 1990", PhaseOf},
    TimePattern{"<phase> in|on the? <date>", "later in the week", PhaseOf},
    TimePattern{"the? <phase-noun> of the? <date>", "the end of 1990", PhaseOf},
    TimePattern{"<approximator> <span>", "nearly two years", AboutLength},
    TimePattern{"<approximator> <date|clock>", "about two years ago", AboutDate},
    TimePattern{"<date> or|and later|beyond|after|greater|earlier", "1990 and beyond", OrLater},
    TimePattern{"<bare-weekday> ,? <date>", "Monday two weeks from now", WeekdayWithShift},
    TimePattern{"<date> ,? on? <bare-weekday>", "in 3 days on Friday", WeekdayWithShift},
    TimePattern{"<date> ,? on|in? <bare-weekday>", "first week of October on Friday",
                PeriodThenDate},
    TimePattern{"<date> of|in|,? <date>", "the end of June last year", DateOfDate},
    TimePattern{"<clock|part-of-day> ,? on|of? <day>", "noon on Thursday, May 5", ClockOnDay},
};

}  // namespace

std::span<const TimePattern> JoinPatterns() { return kJoin; }
std::span<const TimePattern> WrapPatterns() { return kWrap; }

}  // namespace crosscheck
