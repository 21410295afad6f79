// TIMEX3 values (ISO-TimeML; Pustejovsky et al. 2003): how points, lengths and
// repetitions are written.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/quantity/calendar.h"
#include "core/quantity/time_resolver.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 6> kDayparts = {"", "TMO", "TMI", "TAF", "TEV", "TNI"};

// A length in calendar months and in seconds, and the units it was given in.
struct UnitForm {
  double factor;  // how many of `letter`
  char letter;
  bool clock;  // after the T
};

UnitForm FormOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return {1, 'S', true};
    case TimeUnit::kMinute:
      return {1, 'M', true};
    case TimeUnit::kHour:
      return {1, 'H', true};
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return {1, 'D', false};
    case TimeUnit::kWeek:
      return {1, 'W', false};
    case TimeUnit::kWeekend:
      return {1, 'W', false};
    case TimeUnit::kFortnight:
      return {2, 'W', false};
    case TimeUnit::kMonth:
      return {1, 'M', false};
    case TimeUnit::kQuarter:
      return {3, 'M', false};
    case TimeUnit::kHalf:
      return {6, 'M', false};
    case TimeUnit::kYear:
      return {1, 'Y', false};
    case TimeUnit::kDecade:
      return {10, 'Y', false};
    case TimeUnit::kCentury:
      return {100, 'Y', false};
    case TimeUnit::kMillennium:
      return {1000, 'Y', false};
  }
  return {1, 'D', false};
}

char VagueLetter(TimeUnit unit) {
  if (unit == TimeUnit::kQuarter) return 'Q';
  if (unit == TimeUnit::kDecade) return 'E';
  if (unit == TimeUnit::kCentury) return 'C';
  return FormOf(unit).letter;
}

// A number with leading zeros, at least `width` digits.
std::string Digits(int number, size_t width) {
  std::string out = std::to_string(number);
  while (out.size() < width) out.insert(out.begin(), '0');
  return out;
}

void Append(double amount, char letter, std::string* out) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), amount);
  out->append(buffer.data(), result.ptr);
  *out += letter;
}

}  // namespace

std::string ValueOf(const TimePoint& point) {
  if (!point.known() || !point.open_value.empty()) return point.open_value + point.part;
  const int64_t start = *point.days.start;
  const Date date = CivilFromDays(start);
  const std::string year = Digits(date.year, 4);
  switch (point.granularity) {
    case Granularity::kCentury:
      return Digits(date.year / 100, 2);
    case Granularity::kDecade:
      return Digits(date.year / 10, 3);
    case Granularity::kYear:
      return date.year > 0 ? year : "BC" + Digits(1 - date.year, 4);
    case Granularity::kHalf:
      return year + (date.month <= 6 ? "-H1" : "-H2");
    case Granularity::kQuarter:
      return year + "-Q" + Digits((date.month - 1) / 3 + 1, 1);
    case Granularity::kSeason:
      return year + "-" +
             std::string(kSeasons[date.month == 12 ? 4 : static_cast<size_t>(date.month) / 3]);
    case Granularity::kMonth:
      return year + "-" + Digits(date.month, 2);
    case Granularity::kWeek: {
      const IsoWeek week = IsoWeekOf(start);
      return Digits(week.year, 4) + "-W" + Digits(week.week, 2) + (point.weekend ? "-WE" : "");
    }
    default:
      return ToString(date) + point.part;
  }
}

// Halves of years, hours and minutes go into the next smaller unit ("P2Y6M",
// "PT1H30M"); other fractions stay ("P1.5D").
std::string DurationValue(const TimeAmount& amount) {
  if (amount.parts.empty()) return "PXX";
  if (amount.vague) {
    const TimeUnit unit = amount.parts[0].first;
    return std::string(FormOf(unit).clock ? "PTX" : "PX") + VagueLetter(unit);
  }
  std::string calendar, clock;
  for (const auto& [unit, count] : amount.parts) {
    const UnitForm form = FormOf(unit);
    const double value = count * form.factor;
    const double whole = std::floor(value), rest = value - whole;
    std::string* out = form.clock ? &clock : &calendar;
    const bool year = form.letter == 'Y', hour = form.letter == 'H',
               minute = form.clock && form.letter == 'M';
    const double smaller = rest * (year ? 12 : 60);
    if (rest > 0 && (year || hour || minute) && std::fabs(smaller - std::round(smaller)) < 1e-9) {
      if (whole > 0) Append(whole, form.letter, out);
      Append(std::round(smaller), year ? 'M' : hour ? 'M' : 'S', out);
    } else {
      Append(value, form.letter, out);
    }
  }
  return "P" + calendar + (clock.empty() ? "" : "T" + clock);
}

Granularity GranularityOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return Granularity::kSecond;
    case TimeUnit::kMinute:
      return Granularity::kMinute;
    case TimeUnit::kHour:
      return Granularity::kHour;
    case TimeUnit::kDay:
    case TimeUnit::kNight:
      return Granularity::kDay;
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend:
    case TimeUnit::kFortnight:
      return Granularity::kWeek;
    case TimeUnit::kMonth:
      return Granularity::kMonth;
    case TimeUnit::kQuarter:
      return Granularity::kQuarter;
    case TimeUnit::kHalf:
      return Granularity::kHalf;
    case TimeUnit::kYear:
      return Granularity::kYear;
    case TimeUnit::kDecade:
      return Granularity::kDecade;
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
      break;
  }
  return Granularity::kCentury;
}

// "XXXX-WXX-1" of "every Monday", "P2W" of "every two weeks".
std::string TimeResolver::SetValue(const TimeMeaning& m) const {
  if (!m.period.empty()) return lexicon_.period(m.ordinal);
  const CalendarFields& f = m.fields;
  const std::string part(kDayparts[static_cast<size_t>(m.daypart)]);
  if (f.weekday != kUnset) return "XXXX-WXX-" + Digits(f.weekday, 1) + part;
  if (f.month != kUnset && f.day != kUnset)
    return "XXXX-" + Digits(f.month, 2) + "-" + Digits(f.day, 2);
  if (f.month != kUnset) return "XXXX-" + Digits(f.month, 2);
  if (f.day != kUnset) return "XXXX-XX-" + Digits(f.day, 2);
  if (f.season != kUnset) return "XXXX-" + std::string(kSeasons[static_cast<size_t>(f.season)]);
  if (m.amount.parts.empty()) return "XXXX-XX-XX" + part;
  if (m.amount.parts[0].first == TimeUnit::kWeekend) return "XXXX-WXX-WE";
  return DurationValue(m.amount);
}

// What is left of a date when the year is not known: "XXXX-10-02", "XXXX-Q3".
std::string OpenValue(const CalendarFields& f) {
  if (f.weekday != kUnset && f.month == kUnset) return "XXXX-WXX-" + Digits(f.weekday, 1);
  const std::string year = f.year != kUnset && !f.short_year ? Digits(f.year, 4) : "XXXX";
  if (f.quarter != kUnset) return year + "-Q" + Digits(f.quarter, 1);
  if (f.half != kUnset) return year + "-H" + Digits(f.half, 1);
  if (f.season != kUnset) return year + "-" + std::string(kSeasons[static_cast<size_t>(f.season)]);
  if (f.week != kUnset) return year + "-W" + Digits(f.week, 2);
  const std::string month = f.month != kUnset ? Digits(f.month, 2) : "XX";
  if (f.day != kUnset) return year + "-" + month + "-" + Digits(f.day, 2);
  if (f.month != kUnset) return year + "-" + month;
  if (f.holiday != kUnset) return year + "-XX-XX";
  if (f.decade != kUnset) return "XX" + Digits(f.decade / 10 % 10, 1);
  return year;
}

// The value of a period that cannot be placed: "XXXX-WXX" of "last week".
std::string OpenValue(Granularity granularity) {
  switch (granularity) {
    case Granularity::kCentury:
      return "XX";
    case Granularity::kDecade:
      return "XXX";
    case Granularity::kYear:
      return "XXXX";
    case Granularity::kHalf:
      return "XXXX-HX";
    case Granularity::kQuarter:
      return "XXXX-QX";
    case Granularity::kSeason:
      return "XXXX-XX";
    case Granularity::kMonth:
      return "XXXX-XX";
    case Granularity::kWeek:
      return "XXXX-WXX";
    default:
      return "XXXX-XX-XX";
  }
}

// "TNI", "T17:30", "T17:30:05".
std::string PartValue(Daypart part, int hour, int minute, int second) {
  if (hour == kUnset) return std::string(kDayparts[static_cast<size_t>(part)]);
  std::string out = "T" + Digits(hour, 2) + ":" + Digits(minute == kUnset ? 0 : minute, 2);
  if (second != kUnset) out += ":" + Digits(second, 2);
  return out;
}

}  // namespace crosscheck
