// Stage 1: dates that the calendar names. Each line is a pattern, an example,
// and the builder that turns the words into fields of a date.
#include <array>

#include "core/quantity/time_grammar.h"

namespace crosscheck {
namespace {

using namespace time_grammar;  // NOLINT: the vocabulary of the tables
using C = TimeClass;

int NumberIn(const TimeTerm& term) { return static_cast<int>(term.number); }

// "Jan. 5, 2019", "the second of August", "04th Jan", "28 June in 2020".
Meaning MonthDay(const TimeMatch& m) {
  CalendarFields f;
  f.month = m.Value(C::kMonth);
  const TimeTerm* day = nullptr;
  const TimeTerm* year = nullptr;
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term == nullptr || term->Has(C::kMonth)) continue;
    if (day == nullptr && (term->Has(C::kDayNumber) || term->Has(C::kDayOrdinal))) {
      day = term;
    } else if (term->Has(C::kYear) || term->Has(C::kYear2)) {
      year = term;
    }
  }
  if (day == nullptr || !ValidMonthDay(f.month, NumberIn(*day))) return std::nullopt;
  f.day = NumberIn(*day);
  if (year != nullptr && !SetYear(*year, &f)) return std::nullopt;
  return Fields(f);
}

// "May 3 to 7, 2015", "3-7 May": days of one month. Counter-example: "May 3 to 7
// clubs" counts clubs.
Meaning MonthDays(const TimeMatch& m) {
  CalendarFields f;
  f.month = m.Value(C::kMonth);
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term == nullptr || term->Has(C::kMonth)) continue;
    const bool day = term->Has(C::kDayNumber) || term->Has(C::kDayOrdinal);
    if (day && f.day == kUnset) {
      f.day = NumberIn(*term);
    } else if (day && f.until_day == kUnset) {
      f.until_day = NumberIn(*term);
    } else if (term->Has(C::kYear)) {
      f.year = NumberIn(*term);
    }
  }
  const TimeTerm* last = m.After();
  const bool counts = f.year == kUnset && last != nullptr && last->classes.empty() && m.Words(*last).size() > 3 && m.Words(*last).back() == 's';
  if (f.day == kUnset || f.until_day <= f.day || counts || !ValidMonthDay(f.month, f.day) || !ValidMonthDay(f.month, f.until_day)) return std::nullopt;
  return Fields(f);
}

// The same where a number of four digits without a comma closes it: "January
// first 2000". Counter-example: "on May 5 2000 people came" is read as a year too.
Meaning MonthYear(const TimeMatch& m) {
  CalendarFields f;
  f.month = m.Value(C::kMonth);
  const TimeTerm* year = m.Find(C::kYear) != nullptr ? m.Find(C::kYear) : m.Find(C::kYear2);
  if (year == nullptr || !SetYear(*year, &f)) return std::nullopt;
  return Fields(f);
}

Meaning MonthAlone(const TimeMatch& m) {
  CalendarFields f;
  f.month = m.Value(C::kMonth);
  return Fields(f);
}

// Three parts in any order, joined by the same sign: year of four digits, month
// by name or number, day. With numbers only, American order unless it cannot be.
Meaning ThreeParts(const TimeMatch& m) {
  std::array<const TimeTerm*, 3> parts{};
  size_t count = 0;
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term != nullptr && (term->Has(C::kInteger) || term->Has(C::kMonth)) && count < 3)
      parts[count++] = term;
  }
  if (count != 3 || InsideNumberRow(m)) return std::nullopt;
  CalendarFields f;
  std::array<int, 2> rest{};
  size_t rests = 0;
  for (const TimeTerm* part : parts) {
    if (part->Has(C::kMonth) && f.month == kUnset) {
      f.month = part->Value(C::kMonth);
    } else if (part->Has(C::kYear) && part->range.size() == 4 && f.year == kUnset) {
      f.year = NumberIn(*part);
    } else if (rests < 2) {
      rest[rests++] = NumberIn(*part);
    } else if (f.year == kUnset && part->Has(C::kYear2)) {
      f.year = NumberIn(*part), f.short_year = true;  // "12/12/30"
    } else {
      return std::nullopt;
    }
  }
  if (f.year == kUnset) return std::nullopt;
  if (f.month != kUnset) {
    f.day = rest[0];
  } else {
    const bool iso_order = parts[0]->Has(C::kYear) && parts[0]->range.size() == 4;
    const bool day_first = rest[0] > 12 || (iso_order && rest[1] <= 12 && rest[0] > 12);
    f.month = day_first ? rest[1] : rest[0];
    f.day = day_first ? rest[0] : rest[1];
    f.either_order = !iso_order && !day_first && f.day <= 12 && f.day != f.month;
  }
  if (!ValidMonthDay(f.month, f.day)) return std::nullopt;
  return Fields(f);
}

// "2019-10-09" in a name or a path: as above, but letters may touch it.
// "20161016".
Meaning Compact(const TimeMatch& m) {
  const TimeTerm& term = *m.At(0);
  if (term.range.size() != 8 || !term.digits || InsideNumberRow(m)) return std::nullopt;
  const int all = NumberIn(term);
  CalendarFields f;
  f.year = all / 10000, f.month = all / 100 % 100, f.day = all % 100;
  if (f.year < 1900 || f.year > 2100 || !ValidMonthDay(f.month, f.day)) return std::nullopt;
  return Fields(f);
}

// "11/20", "22/04", "Oct/2": a day of the year.
Meaning TwoParts(const TimeMatch& m) {
  if (WordIs(m, m.Before(), "odds") || WordIs(m, m.Before(1), "odds")) return std::nullopt;  // "odds of 5/1"
  const TimeTerm* month = m.Find(C::kMonth);
  const TimeTerm* first = m.Find(C::kInteger);
  const TimeTerm* second = m.Find(C::kInteger, 1);
  if (first == nullptr || InsideNumberRow(m)) return std::nullopt;
  CalendarFields f;
  if (month != nullptr) {
    f.month = month->Value(C::kMonth);
    f.day = NumberIn(*first);
  } else if (second != nullptr) {
    const bool day_first = NumberIn(*first) > 12;
    f.month = NumberIn(day_first ? *second : *first);
    f.day = NumberIn(day_first ? *first : *second);
    f.either_order = !day_first && f.day <= 12 && f.day != f.month && !m.Has(C::kWeekday);
    // "7/8" is a fraction unless a weekday stands before it.
    const int below = NumberIn(*second);
    const bool fraction = NumberIn(*first) < below && (below <= 5 || below == 8 || below == 16);
    if (fraction && !m.Has(C::kWeekday) && !WordIs(m, m.Before(), "on")) return std::nullopt;
  }
  if (!ValidMonthDay(f.month, f.day)) return std::nullopt;
  return Fields(f);
}

// "2015-12", "12-2015", "3/2015".
Meaning NumberMonthYear(const TimeMatch& m) {
  const TimeTerm* year = m.Find(C::kYear);
  const TimeTerm* month = m.Find(C::kMonthNumber);
  if (year == nullptr || month == nullptr || InsideNumberRow(m)) return std::nullopt;
  const bool years = m.At(0) == year && m.Words(*m.At(1)) == "–" && month->range.size() == 2 && NumberIn(*month) > NumberIn(*year) % 100;
  if (years) return std::nullopt;  // "2010–12" with the dash of ranges
  CalendarFields f;
  f.year = NumberIn(*year), f.month = NumberIn(*month);
  if (f.year < 1800 || f.year > 2150) return std::nullopt;
  return Fields(f);
}

// True where the word after a number says that it counts things: "2000 pieces".
// Counter-examples: "the 2012 results", "In 1987 sales rose".
bool CountsThings(const TimeMatch& m) {
  const TimeTerm* after = m.After();
  if (after == nullptr) return false;
  if (after->Has(C::kUnit) || after->Has(C::kUnits) || after->Has(C::kInteger)) {
    return !after->Has(C::kOrdinal) && !WordIs(m, after, "quarter");
  }
  const std::string_view word = m.Words(*after);
  const bool plural =
      word.size() > 3 && word.back() == 's' && word[0] >= 'a' && word[word.size() - 2] != 's';
  return plural && after->range.start == m.range().end + 1;
}

// "Agenda 2030", "Expo 2025": a year behind a capitalised word is part of a name.
// Counter-examples: "In 2019", "(2019)", "Fiscal 2019".
bool EndsName(const TimeMatch& m) {
  const TimeTerm* before = m.Before();
  if (before == nullptr || !before->capital || before->word != nullptr ||
      before->meaning != kNoMeaning)
    return false;
  return before->range.size() > 1 && m.Before(1) != nullptr &&
         m.range().start == before->range.end + 1;
}

// "2019-20", "2010-2015".
Meaning YearSpan(const TimeMatch& m) {
  const TimeTerm& first = *m.Find(C::kYear);
  const TimeTerm& second = *m.At(2);
  if (InsideNumberRow(m) || first.number < 1800 || first.number > 2100 || !second.digits)
    return std::nullopt;
  CalendarFields f;
  f.year = NumberIn(first);
  f.until_year = second.Has(C::kYear) ? NumberIn(second) : f.year / 100 * 100 + NumberIn(second);
  const int longest = second.Has(C::kYear) ? 200 : 20;
  if (f.until_year <= f.year || f.until_year > f.year + longest) return std::nullopt;
  return Fields(f);
}

// "the 2022/23 season", "2011/12 school year": two years with a stroke. A stroke
// and a number up to 12 may also be a month, so something must say that it is not.
Meaning StrokeSpan(const TimeMatch& m) {
  const TimeTerm& first = *m.Find(C::kYear);
  const TimeTerm* second = nullptr;
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term != nullptr && term != &first && (term->Has(C::kYear) || term->Has(C::kYear2))) second = term;
  }
  if (second == nullptr || !second->digits || !first.digits || InsideNumberRow(m)) return std::nullopt;
  const TimeTerm* after = m.After();
  bool said = m.Has(C::kFiscal) || NumberIn(*second) > 12;
  for (const std::string_view word : {"season", "seasons", "school", "academic", "financial", "fiscal", "tax", "campaign", "winter"}) said = said || WordIs(m, after, word);
  CalendarFields f;
  f.year = NumberIn(first);
  f.until_year = second->range.size() == 4 ? NumberIn(*second) : f.year / 100 * 100 + NumberIn(*second);
  if (!said || f.until_year != f.year + 1 || f.year < 1800 || f.year > 2100) return std::nullopt;
  return Fields(f);
}

// A year alone: "in 1990", "the 1988 accord", "(2019)".
Meaning YearAlone(const TimeMatch& m) {
  const TimeTerm& term = *m.Find(C::kYear);
  if (InsideNumberRow(m) || EndsName(m)) return std::nullopt;
  const TimeTerm* before = m.Before();
  const bool preposition = before != nullptr && before->Has(C::kPreposition);
  const bool definite =
      before != nullptr &&
      (before->Has(C::kArticle) || before->Has(C::kPronoun) || before->Has(C::kRelation) ||
       before->Has(C::kPhase) || before->Has(C::kFiscal));
  const bool usual = term.number >= 1800 && term.number <= 2100;
  const bool end = WordIs(m, before, "from") || WordIs(m, before, "to") || WordIs(m, before, "between") || WordIs(m, before, "by") ||
                   WordIs(m, before, "for") || WordIs(m, before, "over") || WordIs(m, before, "within");
  if (!usual && end && NumberIn(term) % 100 == 0) return std::nullopt;  // "from 1000 to 2000 ships"
  const bool spelled = !term.digits;
  if (spelled && !(preposition && usual) && term.number >= 2000) return std::nullopt;
  if (!usual && !preposition) return std::nullopt;
  if (CountsThings(m) && !definite &&
      !(preposition && usual && WordIs(m, before, "in") && !spelled))
    return std::nullopt;
  CalendarFields f;
  f.year = NumberIn(term);
  return Fields(f);
}

// "the year 2008", "year of 2008", "cy18", "calendar year 2008".
Meaning NamedYear(const TimeMatch& m) {
  CalendarFields f;
  const TimeTerm* year = m.Find(C::kYear) != nullptr ? m.Find(C::kYear) : m.Find(C::kYear2);
  if (year == nullptr || !SetYear(*year, &f)) return std::nullopt;
  f.fiscal = m.Has(C::kFiscal) || WordIs(m, m.At(0), "fy");
  return Fields(f);
}

// "in his 40s", "her early forties", "the over-50s": ages, no years.
bool IsAge(const TimeMatch& m) {
  const TimeTerm* before = m.Before();
  size_t at = 0;
  while (before != nullptr && (before->Has(C::kPhase) || WordIs(m, before, "-"))) before = m.Before(++at);
  return before != nullptr && (before->Has(C::kPronoun) || WordIs(m, before, "over") || WordIs(m, before, "under"));
}

// "the 1990s", "1990 s", "the '80s".
Meaning DecadeNumber(const TimeMatch& m) {
  const TimeTerm* year = m.Find(C::kYear) != nullptr ? m.Find(C::kYear) : m.Find(C::kYear2);
  if (year == nullptr || NumberIn(*year) % 10 != 0) return std::nullopt;
  if (!year->Has(C::kYear) && IsAge(m)) return std::nullopt;
  CalendarFields f;
  const bool hundred = NumberIn(*year) % 100 == 0 && NumberIn(*year) >= 1000 && NumberIn(*year) < 1900;
  (hundred ? f.century : f.decade) = NumberIn(*year);  // "the 1800s"
  return Fields(f);
}

// "the nineties", "the nineteen eighties".
Meaning DecadeWord(const TimeMatch& m) {
  if (m.Find(C::kInteger) == nullptr && IsAge(m)) return std::nullopt;
  CalendarFields f;
  f.decade = m.Value(C::kDecadeWord);
  if (const TimeTerm* century = m.Find(C::kInteger)) {
    if (NumberIn(*century) < 10 || NumberIn(*century) > 20) return std::nullopt;
    f.decade += NumberIn(*century) * 100;
  }
  return Fields(f);
}

// "44 BC", "AD 79", "79 CE". Counter-example: "44 ad agencies".
Meaning EraYear(const TimeMatch& m) {
  const TimeTerm& era = *m.Find(C::kEra);
  const TimeTerm& year = *m.Find(C::kInteger);
  const char letter = m.Words(era).front();
  const size_t start = m.range().start;
  const bool range = start > 0 && m.text()[start - 1] == '-';  // "3,800-3,700 BC"
  if (!year.digits || letter < 'A' || letter > 'Z' || (!range && InsideNumberRow(m))) return std::nullopt;
  const int number = NumberIn(year);
  if (number < 1 || number > 9999) return std::nullopt;
  CalendarFields f;
  f.year = era.Value(C::kEra) < 0 ? 1 - number : number;  // no year 0
  return Fields(f);
}

// "the 20th century", "the 5th century BC".
Meaning Century(const TimeMatch& m) {
  CalendarFields f;
  const int ordinal = NumberIn(*m.Find(C::kOrdinal));
  if (ordinal < 1 || ordinal > 30) return std::nullopt;
  const TimeTerm* era = m.Find(C::kEra);
  f.century = era != nullptr && era->Value(C::kEra) < 0 ? -ordinal * 100 : (ordinal - 1) * 100;
  return Fields(f);
}

// "third-quarter", "the fiscal first quarter", "the 1988 second quarter",
// "the second half of 2020", "first quarter 2016".
Meaning QuarterOrHalf(const TimeMatch& m) {
  CalendarFields f;
  const TimeTerm* unit = m.FindLast(C::kUnit);
  const int ordinal = NumberIn(*m.Find(C::kOrdinal));
  const auto kind = static_cast<TimeUnit>(unit->Value(C::kUnit));
  if (kind == TimeUnit::kQuarter && ((ordinal >= 1 && ordinal <= 4))) {
    f.quarter = ordinal;
  } else if (kind == TimeUnit::kHalf && (ordinal == 1 || ordinal == 2)) {
    f.half = ordinal;
  } else {
    return std::nullopt;
  }
  if (const TimeTerm* year = m.Find(C::kYear)) f.year = NumberIn(*year);
  f.fiscal = m.Has(C::kFiscal);
  if (kind == TimeUnit::kHalf && f.year == kUnset)
    return std::nullopt;  // "the first half" of a match
  return Fields(f);
}

// "Q1", "2019 q1", "H2 2019", "q1-2019".
Meaning LetterQuarter(const TimeMatch& m) {
  CalendarFields f;
  const TimeTerm* number = m.Find(C::kMonthNumber);
  const TimeTerm* year = m.Find(C::kYear);
  const TimeTerm* short_year = nullptr;  // "1H22"
  const TimeTerm* letter = nullptr;
  for (size_t i = 0; i < m.elements(); ++i) {
    const TimeTerm* term = m.At(i);
    if (term != nullptr && (WordIs(m, term, "q") || WordIs(m, term, "h"))) letter = term;
    if (letter != nullptr && term != letter && term != nullptr && year == nullptr && term->Has(C::kYear2) && term != number) short_year = term;
  }
  if (number == nullptr || letter == nullptr) return std::nullopt;
  const bool quarter = WordIs(m, letter, "q");
  if (NumberIn(*number) > (quarter ? 4 : 2)) return std::nullopt;
  if (!quarter && year == nullptr && short_year == nullptr) return std::nullopt;  // "H1" alone may be a visa or a heading
  (quarter ? f.quarter : f.half) = NumberIn(*number);
  if (year != nullptr) f.year = NumberIn(*year);
  if (short_year != nullptr && !SetYear(*short_year, &f)) return std::nullopt;
  return Fields(f);
}

// "spring 2019", "the summer of 2003", "this" is read elsewhere.
Meaning Season(const TimeMatch& m) {
  CalendarFields f;
  f.season = m.Value(C::kSeason);
  if (const TimeTerm* year = m.Find(C::kYear)) f.year = NumberIn(*year);
  return Fields(f);
}

// "week 31", "the week 3 of 2027".
Meaning WeekNumber(const TimeMatch& m) {
  CalendarFields f;
  f.week = NumberIn(*m.Find(C::kInteger));
  if (f.week < 1 || f.week > 53 || !m.Find(C::kInteger)->digits) return std::nullopt;
  if (const TimeTerm* year = m.Find(C::kYear)) f.year = NumberIn(*year);
  return Fields(f);
}

Meaning Holiday(const TimeMatch& m) {
  CalendarFields f;
  f.holiday = m.Value(C::kHoliday);
  if (const TimeTerm* year = m.Find(C::kYear)) f.year = NumberIn(*year);
  return Fields(f);
}

Meaning Weekday(const TimeMatch& m) {
  CalendarFields f;
  f.weekday = m.Value(C::kWeekday);
  return Fields(f);
}

// "Monday 21", "tuesday the eleventh": a weekday with a day of the month.
Meaning WeekdayDay(const TimeMatch& m) {
  CalendarFields f;
  f.weekday = m.Value(C::kWeekday);
  const TimeTerm* day =
      m.Find(C::kDayOrdinal) != nullptr ? m.Find(C::kDayOrdinal) : m.Find(C::kDayNumber);
  const TimeTerm* next = m.After();
  const bool counts = next != nullptr && next->classes.empty() &&
                      m.Words(*next).size() > 2;  // "Friday, the fourth decline"
  if (day == nullptr || (!day->digits && counts) ||
      (m.After() != nullptr && (m.After()->Has(C::kMonth) || m.After()->Has(C::kUnits))))
    return std::nullopt;
  f.day = NumberIn(*day);
  return Fields(f);
}

// "on the 18th": a day of an unnamed month. Counter-example: "the 18th hole".
Meaning DayAlone(const TimeMatch& m) {
  CalendarFields f;
  f.day = NumberIn(*m.Find(C::kDayOrdinal));
  const TimeTerm* after = m.After();
  const bool noun = after != nullptr && after->classes.empty() && after->literal == 0 &&
                    m.Words(*after).size() > 1;
  if (noun || WordIs(m, after, "time") || !m.Find(C::kDayOrdinal)->digits || (after != nullptr && after->Has(C::kUnit)))
    return std::nullopt;
  return Fields(f);
}

constexpr std::array kDatePatterns = {
    TimePattern{"<month> the? <day-number|day-ordinal> ,? of? <year>", "Jan. 5, 2019", MonthDay},
    TimePattern{"<month> -? the? <day-number|day-ordinal>", "March 8", MonthDay},
    TimePattern{"<month> ,? <day-ordinal>", "October, 1st", MonthDay},
    TimePattern{"<month> <day-number|day-ordinal> ,? '? <year2>", "January first 12", MonthDay},
    TimePattern{"the? <day-number|day-ordinal> day? -? of? <month>", "the 15th day of June",
                MonthDay},
    TimePattern{"the? <day-number|day-ordinal> day? -? of? <month> of|,|in? <year>",
                "28 June in 2020", MonthDay},
    TimePattern{"the? <day-number|day-ordinal> of? <month> of '? <year2>", "15 April of 87",
                MonthDay},
    TimePattern{"<month> the? <day-number|day-ordinal> to|-|through|until the? <day-number|day-ordinal> ,? <year>", "May 3 to 7, 2015", MonthDays},
    TimePattern{"<month> the? <day-number|day-ordinal> to|-|through|until the? <day-number|day-ordinal>", "May 3-7", MonthDays},
    TimePattern{"the? <day-number|day-ordinal> to|-|through|until the? <day-number|day-ordinal> of? <month> ,? <year>", "3-7 May 2015", MonthDays},
    TimePattern{"the? <day-number|day-ordinal> to|-|through|until the? <day-number|day-ordinal> of? <month>", "3 to 7 May", MonthDays},
    TimePattern{"<month> of|,|-|/|in? <year>", "Dec/2018", MonthYear},
    TimePattern{"<month> of '? <year2>", "April of 87", MonthYear},
    TimePattern{"<month> ' ~<year2>", "June '99", MonthYear},
    TimePattern{"<year> <month>", "2017 april", MonthYear},
    TimePattern{"<month>", "in October", MonthAlone},
    TimePattern{"<integer> ~- ~<integer|month> ~- ~<integer>", "2016-10-16", ThreeParts},
    TimePattern{"<integer> ~/ ~<integer|month> ~/ ~<integer|month>", "7/6/2018", ThreeParts},
    TimePattern{"<integer> ~- ~<integer> ~- ~<month>", "23-2020-September", ThreeParts},
    TimePattern{"<integer> ~. ~<integer> ~. ~<integer>", "16.10.2016", ThreeParts},
    TimePattern{"<month> ~- ~<integer> ~- ~<integer>", "Sep-23-2020", ThreeParts},
    TimePattern{"<year> <month-number> <day-number>", "2016 10 16", ThreeParts},
    TimePattern{"<integer>", "20161016", Compact},
    TimePattern{"<month> ~/ ~<integer>", "Oct/2", TwoParts},
    TimePattern{"<month> ~<day-number>", "mar3", TwoParts},
    TimePattern{"<day-number> ~/ ~<day-number>", "11/20", TwoParts},
    TimePattern{"<weekday> ,? <day-number> ~/|- ~<day-number>", "Friday 7/6", TwoParts},
    TimePattern{"<year> ~/ ~<year|year2>", "the 2022/23 season", StrokeSpan},
    TimePattern{"the? <year> ~-|/ ~<year|year2> <fiscal> year", "the 2023-24 fiscal year", StrokeSpan},
    TimePattern{"the? <fiscal> year? <year> ~-|/ ~<year|year2>", "financial year 2022/23", StrokeSpan},
    TimePattern{"<year> ~-|/ ~<month-number>", "2015-12", NumberMonthYear},
    TimePattern{"<month-number> ~-|/ ~<year>", "12-2015", NumberMonthYear},
    TimePattern{"<year>", "in 1990", YearAlone},
    TimePattern{"<year> ~- ~<year|year2>", "the 2019-20 season", YearSpan},
    TimePattern{"the? year of? <year>", "the year 2008", NamedYear},
    TimePattern{"the? calendar year <year>", "calendar year 2008", NamedYear},
    TimePattern{"cy|fy <year|year2>", "FY 2019", NamedYear},
    TimePattern{"cy|fy ~'? ~<year|year2>", "cy18", NamedYear},
    TimePattern{"<fiscal> year? <year>", "fiscal 1989", NamedYear},
    TimePattern{"the? <year> '? s", "the 1990s", DecadeNumber},
    TimePattern{"the? <year> <more|phase>? '? ~s", "the 1990's", DecadeNumber},
    TimePattern{"the? '? <year2> '? s", "the '80s", DecadeNumber},
    TimePattern{"the? <decade-word>", "the nineties", DecadeWord},
    TimePattern{"the? <integer> -? <decade-word>", "the nineteen eighties", DecadeWord},
    TimePattern{"the? <ordinal> -? century <era>?", "the 20th century", Century},
    TimePattern{"<integer> <era>", "44 BC", EraYear},
    TimePattern{"<era> <integer>", "AD 79", EraYear},
    TimePattern{"the|a|its|their? <fiscal>? -? <ordinal> -? <fiscal>? <unit>", "third-quarter",
                QuarterOrHalf},
    TimePattern{"the? <year> <ordinal> -? <unit>", "the 1988 second quarter", QuarterOrHalf},
    TimePattern{"the? <fiscal>? <ordinal> -? <unit> of? ,? <fiscal>? <year>",
                "the third quarter of 1990", QuarterOrHalf},
    TimePattern{"q|h ~<month-number>", "Q1", LetterQuarter},
    TimePattern{"q|h ~<month-number> of|,|-? <year>", "q1-2019", LetterQuarter},
    TimePattern{"<year> -? q|h ~<month-number>", "2019 Q1", LetterQuarter},
    TimePattern{"<month-number> ~q|h ~<year2>", "1H22", LetterQuarter},
    TimePattern{"<month-number> ~q|h <year>", "2Q 2023", LetterQuarter},
    TimePattern{"the? <season>", "the summer", Season},
    TimePattern{"the? <season> of|,? <year>", "the winter of 1994", Season},
    TimePattern{"the? week <integer>", "week 31", WeekNumber},
    TimePattern{"the? week <integer> of|,|in? <year>", "the week 3 of 2027", WeekNumber},
    TimePattern{"<holiday>", "Christmas Eve", Holiday},
    TimePattern{"<holiday> of|in|,? <year>", "Easter 2018", Holiday},
    TimePattern{"<weekday>", "Friday", Weekday},
    TimePattern{"<weekday> ,? the? <day-ordinal>", "tuesday the eleventh", WeekdayDay},
    TimePattern{"<weekday> <day-number>", "Monday 21", WeekdayDay},
    TimePattern{"the <day-ordinal>", "the 18th", DayAlone},
};

}  // namespace

std::span<const TimePattern> DatePatterns() { return kDatePatterns; }

}  // namespace crosscheck
