// Stage 1: lengths ("three and a half years"), repetitions ("every other
// Friday") and times of day ("5:30 p.m. GMT").
#include <array>

#include "core/quantity/time_grammar.h"

namespace crosscheck {
namespace {

using namespace time_grammar;  // NOLINT: the vocabulary of the tables
using C = TimeClass;

TimeUnit UnitOf(const TimeMatch& m) {
  const TimeTerm* unit = m.Find(C::kUnit);
  if (unit == nullptr) unit = m.Find(C::kUnits);
  if (unit == nullptr) return static_cast<TimeUnit>(m.Value(C::kUnitLetter));
  return static_cast<TimeUnit>(unit->Value(unit->Has(C::kUnits) ? C::kUnits : C::kUnit));
}

const TimeTerm* NumberOf(const TimeMatch& m) {
  for (const C cls : {C::kDecimal, C::kInteger, C::kPair}) {
    if (const TimeTerm* term = m.Find(cls)) return term;
  }
  return nullptr;
}

// "three years", "a five year low", "2.5 hours".
Meaning NumberUnit(const TimeMatch& m) {
  const TimeTerm* number = NumberOf(m);
  const TimeUnit unit = UnitOf(m);
  if (unit == TimeUnit::kHalf) return std::nullopt;
  // "three-quarters" is a fraction.
  if (unit == TimeUnit::kQuarter && m.Has(C::kUnits) && WordIs(m, m.At(2), "-"))
    return std::nullopt;
  // "52 years old" is an age, no time; "8-month-old" is a length.
  const TimeTerm* after = m.After();
  if (after != nullptr && WordIs(m, after, "old")) return std::nullopt;
  const bool age_unit = unit == TimeUnit::kYear && after != nullptr && WordIs(m, after, "-");
  if (age_unit && WordIs(m, m.After(1), "old")) return std::nullopt;
  if (unit == TimeUnit::kYear && WordIs(m, m.At(4), "old")) return std::nullopt;
  return Length(unit, number->number +
                          (number->Has(C::kPair) ? number->Value(C::kPair) - number->number : 0));
}

// "an hour", "a couple of weeks". Counter-examples: "a second round" (an
// ordinal), "a quarter of the voters" (a fraction).
Meaning ArticleUnit(const TimeMatch& m) {
  const TimeUnit unit = UnitOf(m);
  if (unit == TimeUnit::kSecond || unit == TimeUnit::kHalf || unit == TimeUnit::kQuarter)
    return std::nullopt;
  if (m.Value(C::kArticle) != 2) return std::nullopt;
  const TimeTerm* after = m.After();
  if (after != nullptr && WordIs(m, after, "-")) return std::nullopt;
  TimeMeaning meaning = Length(unit, 1);
  meaning.by_article = true;
  return meaning;
}

// "one and a half years", "a year and a half", "half an hour".
Meaning AndAHalf(const TimeMatch& m) {
  const TimeTerm* number = NumberOf(m);
  const TimeTerm* fraction = nullptr;
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term != nullptr && (WordIs(m, term, "half") || WordIs(m, term, "quarter"))) fraction = term;
  }
  if (fraction == nullptr) return std::nullopt;
  TimeUnit unit = UnitOf(m);
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term == nullptr || term == fraction) continue;
    if (term->Has(C::kUnits))
      unit = static_cast<TimeUnit>(term->Value(C::kUnits));
    else if (term->Has(C::kUnit))
      unit = static_cast<TimeUnit>(term->Value(C::kUnit));
  }
  const double part = WordIs(m, fraction, "half") ? 0.5 : 0.25;
  const bool first = m.At(0) == fraction;  // "half an hour"
  return Length(unit, part + (first ? 0 : number != nullptr ? number->number : 1));
}

// "a few minutes", "several years", "some days".
Meaning VagueUnits(const TimeMatch& m) {
  TimeMeaning meaning = Length(UnitOf(m), 1);
  meaning.amount.vague = true;
  return meaning;
}

// "for years", "within months": only behind a preposition.
Meaning UnitsAlone(const TimeMatch& m) {
  const TimeTerm* before = m.Before();
  if (before == nullptr || !before->Has(C::kPreposition) || UnitOf(m) < TimeUnit::kMinute)
    return std::nullopt;
  return VagueUnits(m);
}

// "years ago", "weeks later". Counter-example: "weeks earlier than planned".
Meaning UnitsBeside(const TimeMatch& m) {
  const TimeTerm* after = m.After();
  if (UnitOf(m) < TimeUnit::kMinute || WordIs(m, after, "than")) return std::nullopt;
  const TimeTerm* word = m.At(1);
  const bool preposition = WordIs(m, word, "after") || WordIs(m, word, "before");
  if (preposition && after != nullptr && m.Words(*after).size() > 1) return std::nullopt;
  TimeMeaning meaning = *VagueUnits(m);
  meaning.op = TimeMeaning::Op::kShift;
  meaning.sign = m.Has(C::kLater) ? 1 : -1;
  meaning.from_text = !m.Has(C::kAgo);
  return meaning;
}

// "3h", "10D", "2W".
Meaning LetterUnit(const TimeMatch& m) {
  const auto unit = static_cast<TimeUnit>(m.Value(C::kUnitLetter));
  const bool minutes_or_millions = unit == TimeUnit::kMonth;  // "5m": a month to nobody
  if (minutes_or_millions || InsideNumberRow(m)) return std::nullopt;
  return Length(unit, NumberOf(m)->number);
}

// "two to three weeks", "three or four days": at least the first.
Meaning RangeUnit(const TimeMatch& m) { return NumberUnit(m); }

// "all day", "the whole month": a length.
Meaning WholeUnit(const TimeMatch& m) {
  const TimeUnit unit = UnitOf(m);
  return unit >= TimeUnit::kDay ? Meaning(Length(unit, 1)) : std::nullopt;
}

TimeMeaning Set(TimeUnit unit, double amount) {
  TimeMeaning meaning = Length(unit, amount);
  meaning.op = TimeMeaning::Op::kSet;
  return meaning;
}

// "every week", "each two days", "every other year", "every second month".
Meaning EveryUnit(const TimeMatch& m) {
  double amount = 1;
  if (const TimeTerm* number = m.Find(C::kInteger)) amount = number->number;
  if (m.Has(C::kOther)) amount = m.Value(C::kOther);
  if (const TimeTerm* ordinal = m.Find(C::kOrdinal); ordinal != nullptr && ordinal->number > 0)
    amount = ordinal->number;
  const TimeUnit unit = UnitOf(m);
  if (unit < TimeUnit::kMinute || unit == TimeUnit::kHalf) return std::nullopt;
  return Set(unit, amount);
}

// "every Monday", "each July", "every summer", "Mondays", "every 25 December".
Meaning EveryName(const TimeMatch& m) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kSet;
  if (m.Has(C::kMonth)) meaning.fields.month = m.Value(C::kMonth);
  if (m.Has(C::kWeekday)) meaning.fields.weekday = m.Value(C::kWeekday);
  if (m.Has(C::kWeekdays)) meaning.fields.weekday = m.Value(C::kWeekdays);
  if (m.Has(C::kSeason)) meaning.fields.season = m.Value(C::kSeason);
  if (m.Has(C::kSeasons)) meaning.fields.season = m.Value(C::kSeasons);
  if (m.Has(C::kDaypart)) meaning.daypart = static_cast<Daypart>(m.Value(C::kDaypart));
  const TimeTerm* day =
      m.Find(C::kDayNumber) != nullptr ? m.Find(C::kDayNumber) : m.Find(C::kDayOrdinal);
  if (day != nullptr) meaning.fields.day = static_cast<int>(day->number);
  return meaning;
}

// Counter-example: "two Sundays ago".
Meaning NameAlone(const TimeMatch& m) {
  const bool counted = m.Before() != nullptr && m.Before()->Has(C::kInteger);
  return counted ? std::nullopt : EveryName(m);
}

// "daily", "annually".
Meaning Repeated(const TimeMatch& m) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kSet;
  meaning.ordinal = m.Value(C::kRepeated);
  meaning.period = "lexicon";
  return meaning;
}

// "once a week", "three times a day".
Meaning TimesAUnit(const TimeMatch& m) {
  const TimeUnit unit = UnitOf(m);
  if (unit < TimeUnit::kMinute) return std::nullopt;
  TimeMeaning meaning = Set(unit, 1);
  if (const TimeTerm* number = m.Find(C::kInteger); number != nullptr && number->number >= 1 && number->number < 10000) meaning.count = static_cast<int>(number->number);
  if (m.At(0) != nullptr && WordIs(m, m.At(0), "twice")) meaning.count = 2;
  return meaning;
}

// "24 hours a day", "five days a week". Counter-example: "two days a year later".
Meaning LengthAUnit(const TimeMatch& m) {
  const TimeTerm* after = m.After();
  const TimeTerm* unit = m.FindLast(C::kUnit);
  if (after != nullptr && (after->Has(C::kAgo) || after->Has(C::kEarlier) || after->Has(C::kLater)))
    return std::nullopt;
  return Set(static_cast<TimeUnit>(unit->Value(C::kUnit)), 1);
}

// "7:15 p.m.", "19:15:30", "10 p.m. EST".
Meaning Clock(const TimeMatch& m) {
  const TimeTerm* hour = m.Find(C::kHourNumber);
  const bool half = m.Has(C::kClockHalf);
  if (hour == nullptr || InsideNumberRow(m) || !(hour->digits || half)) return std::nullopt;
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kClock;
  meaning.hour = static_cast<int>(hour->number);
  const TimeTerm* minute = nullptr;
  for (size_t i = 1; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term == nullptr || term == hour || !term->Has(C::kMinuteNumber) ||
        term->range.start == hour->range.start)
      continue;
    (minute == nullptr ? meaning.minute : meaning.second) = static_cast<int>(term->number);
    minute = term;
  }
  if (half) {
    if (meaning.hour < 1 || meaning.hour > 12) return std::nullopt;
    const bool pm = m.Value(C::kClockHalf) == 1;
    meaning.hour = meaning.hour % 12 + (pm ? 12 : 0);
  }
  return meaning;
}

// "8.30 pm": a number with two decimals that is an hour.
Meaning ClockPoint(const TimeMatch& m) {
  const TimeTerm* number = m.Find(C::kDecimal);
  const std::string_view words = m.Words(*number);
  if (words.size() < 4 || words[words.size() - 3] != '.' || number->number >= 13)
    return std::nullopt;
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kClock;
  meaning.hour = static_cast<int>(number->number) % 12 + (m.Value(C::kClockHalf) == 1 ? 12 : 0);
  meaning.minute = (words[words.size() - 2] - '0') * 10 + (words.back() - '0');
  return meaning.minute < 60 ? Meaning(meaning) : std::nullopt;
}

// "noon", "midnight", "five o'clock".
Meaning ClockWord(const TimeMatch& m) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kClock;
  meaning.hour = m.Has(C::kClockWord) ? m.Value(C::kClockWord)
                                      : static_cast<int>(m.Find(C::kHourNumber)->number);
  return meaning;
}

// "the morning", "overnight", "mid-afternoon".
Meaning TheDaypart(const TimeMatch& m) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kClock;
  meaning.daypart = static_cast<Daypart>(m.Value(C::kDaypart));
  return meaning;
}
Meaning Overnight(const TimeMatch& m) {
  return WordIs(m, m.At(0), "overnight") ? TheDaypart(m) : std::nullopt;
}

constexpr std::array kLengthPatterns = {
    TimePattern{"<integer|decimal> <more>? -? <more>? <unit|units>", "three more years",
                NumberUnit},
    TimePattern{"<integer|decimal> - <unit> ~- long|old", "an 8-month-old strike", NumberUnit},
    TimePattern{"<article> <unit> ~- long", "a year-long strike", ArticleUnit},
    TimePattern{"a? <pair> of? <more>? <units>", "a couple of years", NumberUnit},
    TimePattern{"<integer> to|or|- <integer> -? <unit|units>", "two to three weeks", RangeUnit},
    TimePattern{"between <integer> and <integer> <units>", "between two and six days", RangeUnit},
    TimePattern{"<article> <more>? <unit>", "an additional year", ArticleUnit},
    TimePattern{"<article> <unit> or two|so|more", "a year or two", ArticleUnit},
    TimePattern{"<integer> -? and -? a? -? half|quarter -? <unit|units>", "one and a half years",
                AndAHalf},
    TimePattern{"<integer|article> <unit|units> and a? half|quarter", "a year and a half",
                AndAHalf},
    TimePattern{"the <units> <ahead>", "the weeks ahead", VagueUnits},
    TimePattern{"half <article> <unit>", "half an hour", AndAHalf},
    TimePattern{"<article> half -? <unit>", "a half hour", AndAHalf},
    TimePattern{"a? <vague> <more>? <units>", "a few minutes", VagueUnits},
    TimePattern{"<vague> -? <unit>", "several-year", VagueUnits},
    TimePattern{"dozens|hundreds|thousands|scores of <units>", "hundreds of years", VagueUnits},
    TimePattern{"<units>", "for years", UnitsAlone},
    TimePattern{"<units> <ago|earlier|later>", "years ago", UnitsBeside},
    TimePattern{"<units> or|and <units>", "within weeks or months", UnitsAlone},
    TimePattern{"<integer|decimal> ~<unit-letter>", "3h", LetterUnit},
    TimePattern{"all <unit>", "all day", WholeUnit},
    TimePattern{"<every> <integer|other|ordinal>? <unit|units>", "every two days", EveryUnit},
    TimePattern{"<every> <other>? <weekday|month|season> <daypart>?", "every other Friday",
                EveryName},
    TimePattern{"<every> <daypart>", "every morning", EveryName},
    TimePattern{"<every> <day-number|day-ordinal> of? <month>", "every 25 December", EveryName},
    TimePattern{"<every> <month> <day-number|day-ordinal>", "every December 25", EveryName},
    TimePattern{"<weekdays>", "Mondays", NameAlone},
    TimePattern{"<repeated>", "annually", Repeated},
    TimePattern{"<once> <article> <unit>", "once a week", TimesAUnit},
    TimePattern{"<integer> <units> <article> <unit>", "24 hours a day", LengthAUnit},
    TimePattern{"<integer> times <article> <unit>", "three times a day", TimesAUnit},
    TimePattern{"per <unit>", "per year", TimesAUnit},
    TimePattern{"<hour-number> ~: ~<minute-number> <clock-half>? <zone>?", "7:15 p.m. GMT", Clock},
    TimePattern{"<hour-number> ~: ~<minute-number> ~: ~<minute-number> <clock-half>? <zone>?",
                "19:15:30", Clock},
    TimePattern{"<hour-number> <clock-half>", "10 p.m.", Clock},
    TimePattern{"<hour-number> <clock-half> ,? <zone>", "10 p.m. EST", Clock},
    TimePattern{"<decimal> <clock-half> <zone>?", "8.30 pm", ClockPoint},
    TimePattern{"<clock-word>", "noon", ClockWord},
    TimePattern{"<hour-number> <oclock>", "five o'clock", ClockWord},
    TimePattern{"the <phase>? -? <daypart>", "the early morning", TheDaypart},
    TimePattern{"<phase> -? <daypart>", "mid-afternoon", TheDaypart},
    TimePattern{"<daypart>", "overnight", Overnight},
};

}  // namespace

std::span<const TimePattern> LengthPatterns() { return kLengthPatterns; }

}  // namespace crosscheck
