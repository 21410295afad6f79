// Stage 1: times that are counted from the day of writing, or from the time that
// the text last spoke of, and the references to present, past and future.
#include <array>

#include "core/quantity/time_grammar.h"

namespace crosscheck {
namespace {

using namespace time_grammar;  // NOLINT: the vocabulary of the tables
using C = TimeClass;
using R = TimeRelation;

TimeMeaning Relative(R relation) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kRelative;
  meaning.relation = relation;
  // "the following month", "that year": from the time last spoken of.
  meaning.from_text = relation == R::kFollowing || relation == R::kPrevious ||
                      relation == R::kSame || relation == R::kThat || relation == R::kLatest;
  return meaning;
}

R RelationOf(const TimeMatch& m) { return static_cast<R>(m.Value(C::kRelation)); }
TimeUnit UnitNamed(const TimeMatch& m) {
  const TimeTerm* unit = m.Find(C::kUnit);
  return static_cast<TimeUnit>(unit != nullptr ? unit->Value(C::kUnit) : m.Value(C::kUnits));
}

TimeMeaning RelativeUnit(R relation, TimeUnit unit) {
  TimeMeaning meaning = Relative(relation);
  meaning.has_unit = true;
  meaning.unit = unit;
  return meaning;
}

// A length that is tied to a place in time, unlike a bare one.
TimeMeaning Bound(TimeMeaning length) {
  length.from_text = true;
  return length;
}

// A unit that can be a place in the calendar; "this second" and "last minute" are none.
bool OnCalendar(TimeUnit unit) { return unit >= TimeUnit::kDay && unit != TimeUnit::kHalf; }

// "yesterday", "the day after tomorrow".
Meaning DayOffset(const TimeMatch& m) {
  TimeMeaning meaning = RelativeUnit(R::kThis, TimeUnit::kDay);
  meaning.day_offset = m.Value(C::kDayOffset);
  return meaning;
}

// "tonight", "last night".
Meaning NightOffset(const TimeMatch& m) {
  TimeMeaning meaning = RelativeUnit(R::kThis, TimeUnit::kDay);
  meaning.day_offset = m.Value(C::kNightOffset);
  meaning.daypart = Daypart::kNight;
  return meaning;
}

// "last week", "this year", "the following month".
Meaning RelationUnit(const TimeMatch& m) {
  const TimeUnit unit = UnitNamed(m);
  if (!OnCalendar(unit) || unit == TimeUnit::kNight) return std::nullopt;
  const R relation = RelationOf(m);
  if (unit == TimeUnit::kFortnight) return Bound(Length(unit, 1));
  // "that day" may be any noun's "that"; "this" and "that" need no article.
  return RelativeUnit(relation, unit);
}

// "last April", "next Friday", "this summer", "last Christmas".
Meaning RelationName(const TimeMatch& m) {
  TimeMeaning meaning = Relative(RelationOf(m));
  if (m.Has(C::kMonth)) meaning.fields.month = m.Value(C::kMonth);
  if (m.Has(C::kWeekday)) meaning.fields.weekday = m.Value(C::kWeekday);
  if (m.Has(C::kSeason)) meaning.fields.season = m.Value(C::kSeason);
  if (m.Has(C::kHoliday)) meaning.fields.holiday = m.Value(C::kHoliday);
  const TimeTerm* day =
      m.Find(C::kDayNumber) != nullptr ? m.Find(C::kDayNumber) : m.Find(C::kDayOrdinal);
  if (day != nullptr) {
    if (meaning.fields.month == kUnset) return std::nullopt;
    meaning.fields.day = static_cast<int>(day->number);
    if (!ValidMonthDay(meaning.fields.month, meaning.fields.day)) return std::nullopt;
  }
  return meaning;
}

// "next 5/12": a numeric day with a relation.
Meaning RelationNumbers(const TimeMatch& m) {
  TimeMeaning meaning = Relative(RelationOf(m));
  const TimeTerm* month = m.Find(C::kDayNumber);
  const TimeTerm* day = m.Find(C::kDayNumber, 1);
  meaning.fields.month = static_cast<int>(month->number);
  meaning.fields.day = static_cast<int>(day->number);
  if (meaning.fields.month > 12) std::swap(meaning.fields.month, meaning.fields.day);
  if (!ValidMonthDay(meaning.fields.month, meaning.fields.day)) return std::nullopt;
  return meaning;
}

// "last quarter of" is a part, "this third quarter" a quarter.
Meaning RelationQuarter(const TimeMatch& m) {
  const auto unit = UnitNamed(m);
  const int ordinal = static_cast<int>(m.Find(C::kOrdinal)->number);
  if (unit != TimeUnit::kQuarter || ordinal < 1 || ordinal > 4) return std::nullopt;
  TimeMeaning meaning = Relative(RelationOf(m));
  meaning.fields.quarter = ordinal;
  return meaning;
}

// "this morning", "last evening", "that night".
Meaning RelationDaypart(const TimeMatch& m) {
  const R relation = RelationOf(m);
  TimeMeaning meaning = RelativeUnit(relation, TimeUnit::kDay);
  meaning.daypart = static_cast<Daypart>(m.Value(C::kDaypart));
  if (relation == R::kSame) return std::nullopt;
  return meaning;
}

// "the past three months", "the next few days", "5 upcoming years": lengths.
Meaning RelationLength(const TimeMatch& m) {
  const R relation = RelationOf(m);
  if (relation == R::kSame || relation == R::kThat) return std::nullopt;
  TimeMeaning meaning = Length(UnitNamed(m), 1);
  meaning.relation = relation;
  meaning.from_text = true;  // tells "the last 3 months" from a bare length
  const TimeTerm* number =
      m.Find(C::kInteger) != nullptr ? m.Find(C::kInteger) : m.Find(C::kDecimal);
  if (number == nullptr) number = m.Find(C::kPair);
  if (m.Has(C::kVague) || number == nullptr) {
    meaning.amount.vague = true;
  } else {
    meaning.amount.parts[0].second = *AmountOf(*number);
  }
  return meaning;
}

// "the first nine months", "the last two weeks" of something.
Meaning OrdinalLength(const TimeMatch& m) {
  const TimeTerm* number = m.Find(C::kInteger);
  TimeMeaning meaning = Length(UnitNamed(m), number != nullptr ? number->number : 1);
  meaning.from_text = true;
  meaning.amount.vague = number == nullptr;
  return meaning;
}

// "recent years", "coming months", "past weeks".
Meaning VaguePeriods(const TimeMatch& m) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kReference;
  const TimeUnit unit = UnitNamed(m);
  if (unit < TimeUnit::kDay) return std::nullopt;
  if (m.Has(C::kReferenceAdjective)) {
    if (m.Value(C::kReferenceAdjective) == static_cast<int>(Reference::kPast)) {
      TimeMeaning length = Bound(Length(unit, 1));
      length.amount.vague = true;
      return length;
    }
    meaning.reference = static_cast<Reference>(m.Value(C::kReferenceAdjective));
    return meaning;
  }
  switch (RelationOf(m)) {
    case R::kPast:
    case R::kPrevious:
      meaning.reference = Reference::kPast;
      return meaning;
    case R::kComing:
    case R::kFollowing:
    case R::kNext:
      meaning.reference = Reference::kFuture;
      return meaning;
    default:
      return std::nullopt;
  }
}

// "the week", "the year": the one that the text is about.
Meaning TheUnit(const TimeMatch& m) {
  const TimeUnit unit = UnitNamed(m);
  if (unit == TimeUnit::kHour || unit == TimeUnit::kFortnight) return Length(unit, 1);
  if (!OnCalendar(unit) || unit == TimeUnit::kNight || unit > TimeUnit::kCentury)
    return std::nullopt;
  // "the year ended June 30", "the year to April" is a length that closes with that time.
  const bool to = WordIs(m, m.After(), "to") || WordIs(m, m.After(), "through");
  const bool until = to && m.After(1) != nullptr && m.After(1)->Has(C::kMonth);
  const bool ended = until || (m.After() != nullptr && m.After()->Has(C::kEnded));
  if (ended && unit == TimeUnit::kYear) return Bound(Length(unit, 1));
  TimeMeaning meaning = RelativeUnit(unit == TimeUnit::kQuarter ? R::kLatest : R::kThis, unit);
  meaning.from_text = unit == TimeUnit::kQuarter;
  return meaning;
}

// "the day before", "the week after": beside the time last spoken of. With a date
// behind it, it is that date's business: "the day before the vote".
Meaning UnitBeside(const TimeMatch& m) {
  const TimeUnit unit = UnitNamed(m);
  const TimeTerm* after = m.After();
  const bool closed =
      after == nullptr || (after->word == nullptr && m.Words(*after).size() == 1 && !after->digits);
  if (!OnCalendar(unit) || !closed) return std::nullopt;
  return RelativeUnit(m.Has(C::kLater) ? R::kFollowing : R::kPrevious, unit);
}

// "the week after next".
Meaning UnitAfterNext(const TimeMatch& m) {
  TimeMeaning meaning = RelativeUnit(R::kNext, UnitNamed(m));
  meaning.day_offset = 1;  // one more unit
  return OnCalendar(meaning.unit) ? Meaning(meaning) : std::nullopt;
}

// "the year-earlier quarter", "the year-ago period", "year-earlier" before a noun.
Meaning YearEarlier(const TimeMatch& m) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kShift;
  meaning.sign = -1;
  meaning.from_text = true;
  meaning.relation = R::kSame;  // "the same period, a year before"
  meaning.amount.parts.emplace_back(TimeUnit::kYear, 1);
  if (const TimeTerm* unit = m.Find(C::kUnit)) {
    if (static_cast<TimeUnit>(unit->Value(C::kUnit)) != TimeUnit::kQuarter) return std::nullopt;
    meaning.unit = TimeUnit::kQuarter;
    meaning.has_unit = true;
  }
  if (const TimeTerm* ordinal = m.Find(C::kOrdinal))
    meaning.fields.quarter = static_cast<int>(ordinal->number);
  return meaning;
}

// "the 1988 period", "the 1988 quarter": the period last spoken of, in that year.
Meaning YearPeriod(const TimeMatch& m) {
  TimeMeaning meaning = RelativeUnit(R::kSame, TimeUnit::kQuarter);
  meaning.fields.year = static_cast<int>(m.Find(C::kYear)->number);
  return meaning;
}

// "the latest period", "the same period".
Meaning LatestPeriod(const TimeMatch& m) {
  const R relation = RelationOf(m);
  if (relation != R::kLatest && relation != R::kSame) return std::nullopt;
  return RelativeUnit(relation, TimeUnit::kQuarter);
}

// "the fiscal year", "the current fiscal year".
Meaning FiscalYear(const TimeMatch& m) {
  if (UnitNamed(m) != TimeUnit::kYear) return std::nullopt;
  if (m.After() != nullptr && m.After()->Has(C::kEnded)) return Bound(Length(TimeUnit::kYear, 1));
  R relation = m.Has(C::kRelation) ? RelationOf(m) : R::kThis;
  TimeMeaning meaning = RelativeUnit(relation == R::kLatest ? R::kLast : relation, TimeUnit::kYear);
  meaning.fields.fiscal = true;
  return meaning;
}

Meaning Refer(Reference reference) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kReference;
  meaning.reference = reference;
  return meaning;
}

// Counter-example: "shortly after the vote" is no time of its own.
Meaning ReferenceWord(const TimeMatch& m) {
  const TimeTerm* after = m.After();
  if (after != nullptr && (after->Has(C::kEarlier) || after->Has(C::kLater))) return std::nullopt;
  return Refer(static_cast<Reference>(m.Value(C::kReference)));
}

// "the future". Counter-examples: "the future chancellor", "the past president".
Meaning ReferenceNoun(const TimeMatch& m) {
  const TimeTerm* after = m.After();
  const bool noun = after != nullptr && after->classes.empty() && after->literal == 0 &&
                    m.Words(*after).size() > 2;
  if (noun || (after != nullptr &&
               (after->Has(C::kUnit) || after->Has(C::kUnits) || after->Has(C::kInteger))))
    return std::nullopt;
  return Refer(static_cast<Reference>(m.Value(C::kReferenceNoun)));
}

// "his current position": present. Only "current" stands alone as a time.
Meaning CurrentAlone(const TimeMatch& m) {
  const auto reference = static_cast<Reference>(m.Value(C::kReferenceAdjective));
  const bool then = m.Before() != nullptr && WordIs(m, m.Before(), "then");
  if (reference != Reference::kPresent || then) return std::nullopt;
  return Refer(reference);
}

Meaning ToDate(const TimeMatch& m) {
  const TimeTerm* after = m.After();
  if (after != nullptr && (after->Has(C::kInteger) || WordIs(m, after, "-"))) return std::nullopt;
  if (m.Before() != nullptr && (WordIs(m, m.Before(), "up") || WordIs(m, m.Before(), "-")))
    return std::nullopt;
  return Refer(Reference::kPresent);
}

// "the year to date", "end of year", "year-end".
Meaning PeriodEnd(const TimeMatch& m) {
  const bool month =
      m.Has(C::kPhaseEnd) && m.Value(C::kPhaseEnd) == static_cast<int>(Phase::kMonthEnd);
  TimeMeaning meaning = RelativeUnit(R::kThis, month ? TimeUnit::kMonth : TimeUnit::kYear);
  meaning.after_phase = true;
  meaning.phase = Phase::kEnd;
  return meaning;
}
Meaning UnitEnd(const TimeMatch& m) {
  const TimeUnit unit = UnitNamed(m);
  if (unit != TimeUnit::kYear && unit != TimeUnit::kMonth && unit != TimeUnit::kWeek)
    return std::nullopt;
  TimeMeaning meaning = RelativeUnit(R::kThis, unit);
  meaning.after_phase = true;
  meaning.phase = static_cast<Phase>(m.Value(C::kPhaseNoun));
  return meaning;
}

constexpr std::array kRelativePatterns = {
    TimePattern{"<day-offset>", "yesterday", DayOffset},
    TimePattern{"the <day-offset>", "the day after tomorrow", DayOffset},
    TimePattern{"<night-offset>", "tonight", NightOffset},
    TimePattern{"the? <relation> <unit>", "last week", RelationUnit},
    TimePattern{"<pronoun> <relation> <unit>", "its latest quarter", RelationUnit},
    TimePattern{"the? <relation> <month|weekday|season|holiday>", "last April", RelationName},
    TimePattern{"the? <relation> <month> the? <day-number|day-ordinal>", "next April 6",
                RelationName},
    TimePattern{"the? <relation> <day-number|day-ordinal> of? <month>", "next 6th of April",
                RelationName},
    TimePattern{"<relation> <day-number> ~/ ~<day-number>", "this 5/12", RelationNumbers},
    TimePattern{"the? <relation> <ordinal> -? <unit>", "this third quarter", RelationQuarter},
    TimePattern{"<relation> <daypart>", "this morning", RelationDaypart},
    TimePattern{"<relation> <phase> -? <daypart>", "this early morning", RelationDaypart},
    TimePattern{"the? <relation> a? <integer|decimal|vague|pair> of? <more>? <unit|units>",
                "the past three months", RelationLength},
    TimePattern{"the? <relation> <integer> to|-|or <integer> <unit|units>",
                "the next 12 to 18 months", RelationLength},
    TimePattern{"the? <relation> <unit> or so", "the next year or so", RelationUnit},
    TimePattern{"the? <comparable> <integer> <units>", "the year-earlier nine months",
                OrdinalLength},
    TimePattern{"the? <relation> <integer|decimal|vague|pair> of? <unit|units> or so",
                "the next two years or so", RelationLength},
    TimePattern{"the? <integer> <relation> <units>", "5 upcoming years", RelationLength},
    TimePattern{"<every> of the? <relation> <integer> <units>", "each of the past three years",
                RelationLength},
    TimePattern{"the? <ordinal> <integer|vague> <units>", "the first nine months", OrdinalLength},
    TimePattern{"the <integer> <units>", "the nine months", OrdinalLength},
    TimePattern{"the <ordinal|phase> <units>", "the early years", OrdinalLength},
    TimePattern{"the? <reference-adjective> <units>", "recent years", VaguePeriods},
    TimePattern{"the? <relation> <units>", "coming months", VaguePeriods},
    TimePattern{"the <unit>", "the week", TheUnit},
    TimePattern{"the <whole> <unit>", "the full year", TheUnit},
    TimePattern{"the <unit> <earlier|later>", "the day before", UnitBeside},
    TimePattern{"the? <unit> after next", "the week after next", UnitAfterNext},
    TimePattern{"<comparable>", "year-earlier results", YearEarlier},
    TimePattern{"the|a? comparable|corresponding? <comparable> <ordinal>? -? <unit|period>",
                "the year-ago quarter", YearEarlier},
    TimePattern{"the <year> <period|unit>", "the 1988 period", YearPeriod},
    TimePattern{"the <relation> <period>", "the latest period", LatestPeriod},
    TimePattern{"the|its|their? <relation>? <fiscal> <unit>", "the current fiscal year",
                FiscalYear},
    TimePattern{"<reference>", "now", ReferenceWord},
    TimePattern{"the <reference-noun>", "the near future", ReferenceNoun},
    TimePattern{"<reference-adjective>", "its current chairman", CurrentAlone},
    TimePattern{"<to-date>", "to date", ToDate},
    TimePattern{"the? <unit> to date", "the year to date", PeriodEnd},
    TimePattern{"<phase-end>", "year-end", PeriodEnd},
    TimePattern{"the? <phase-noun> of <unit>", "end of year", UnitEnd},
};

}  // namespace

std::span<const TimePattern> RelativePatterns() { return kRelativePatterns; }

}  // namespace crosscheck
