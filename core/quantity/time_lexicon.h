#ifndef CROSSCHECK_CORE_QUANTITY_TIME_LEXICON_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_LEXICON_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/diagnostic.h"

namespace crosscheck {

// What a word can be in a time expression. The first group comes from
// rules/lexicon/calendar.yaml, the second is computed from the form of a number,
// the third names expressions that a stage of the grammar has already read.
enum class TimeClass : uint8_t {
  kMonth,
  kWeekday,
  kWeekdays,
  kSeason,
  kSeasons,
  kUnit,
  kUnits,
  kUnitLetter,
  kDaypart,
  kDayOffset,
  kNightOffset,
  kRelation,
  kReference,
  kReferenceNoun,
  kReferenceAdjective,
  kToDate,
  kEvery,
  kOther,
  kRepeated,
  kAgo,
  kEarlier,
  kLater,
  kApproximator,
  kPhase,
  kPhaseNoun,
  kPhaseEnd,
  kVague,
  kPair,
  kClockHalf,
  kClockWord,
  kOclock,
  kZone,
  kFiscal,
  kPeriod,
  kDecadeWord,
  kComparable,
  kAhead,
  kOnce,
  kWhole,
  kBegin,
  kEnded,
  kMore,
  kEra,
  kNumber,
  kOrdinal,
  kOrdinalSuffix,
  kPreposition,
  kModalCompany,
  kArticle,
  kPronoun,
  kExpecting,
  kFutureAuxiliary,
  kHoliday,
  kInteger,
  kDecimal,
  kYear,
  kYear2,
  kDayNumber,
  kDayOrdinal,
  kMonthNumber,
  kHourNumber,
  kMinuteNumber,
  kDate,
  kDay,
  kWeekPeriod,
  kMonthPeriod,
  kLongPeriod,
  kYearPeriod,
  kSpan,
  kClock,
  kPartOfDay,
  kSet,
  kNow,
  kBareWeekday,
  kBareMonth,
  kCount,
};
// The class's name in patterns and in the lexicon file ("month", "day-offset").
std::string_view ToString(TimeClass cls);
TimeClass ToTimeClass(std::string_view name);  // kCount where there is none

// Periods that words name. Finer than Granularity: a night is no day.
enum class TimeUnit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kNight,
  kWeek,
  kWeekend,
  kFortnight,
  kMonth,
  kQuarter,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
};
enum class TimeRelation : uint8_t {
  kThis,
  kLast,
  kPrevious,
  kPast,
  kNext,
  kComing,
  kFollowing,
  kSame,
  kThat,
  kLatest,
};
enum class Daypart : uint8_t { kNone, kMorning, kMidday, kAfternoon, kEvening, kNight };
enum class Phase : uint8_t { kStart, kMid, kEnd, kMonthEnd };
enum class Reference : uint8_t { kPresent, kPast, kFuture };

struct HolidayRule {
  enum class Kind : uint8_t { kFixed, kWeekday, kEaster, kOrthodoxEaster, kHebrew, kIslamic, kChinese, kNewMoon, kFullMoon, kOnce };
  Kind kind = Kind::kFixed;
  int month = 1;  // with kHebrew a HebrewMonth
  int day = 1;    // of the month; with kWeekday the weekday
  int nth = 1;    // with kWeekday
  int plus = 0;   // days after the rule
  int year = 0;   // with kOnce: the only year it was in
  int length = 1; // days
  int about = 0;  // days by which it may be kept earlier or later
};
// The first day of a holiday in a year.
int64_t HolidayIn(const HolidayRule& rule, int year);

struct TimeSense {
  TimeClass cls = TimeClass::kCount;
  int32_t value = 0;
};

// The words of one entry, all senses together.
struct TimeWord {
  std::vector<TimeSense> senses;
  bool ambiguous = false;  // a month or weekday only with a capital or beside a number
};

// rules/lexicon/calendar.yaml, loaded. Immutable; shared by all threads.
class TimeLexicon {
 public:
  // What is wrong in the file goes to `diagnostics` with its place; the rest is loaded.
  static TimeLexicon Parse(std::string_view bytes, std::string_view path, Diagnostics* diagnostics);
  static TimeLexicon Load(const std::filesystem::path& file, Diagnostics* diagnostics);
  // The file that the program ships (FindResources), loaded once; empty where it is missing.
  static const TimeLexicon& Shipped();

  // The word of one piece or of several pieces joined by '\x1f'; null where there is none.
  const TimeWord* Find(std::string_view key) const;
  // The word as a text writes it: "'ll", "p.m."; null where there is none.
  const TimeWord* FindSpelled(std::string_view word) const;
  // How many pieces the longest word that begins with this piece has; 0 = none begins so.
  uint32_t LongestFrom(std::string_view piece) const;

  const HolidayRule& holiday(int32_t index) const { return holidays_[static_cast<size_t>(index)]; }
  const std::string& period(int32_t index) const { return periods_[static_cast<size_t>(index)]; }
  // Lemmas that begin what goes on ("found", "open"), and that end it ("die", "close").
  bool Begins(std::string_view lemma) const { return begins_.contains(lemma); }
  bool Ends(std::string_view lemma) const { return ends_.contains(lemma); }
  // Lemmas that say of a thing only that it goes on: "last", "run".
  bool GoesOn(std::string_view lemma) const { return goes_on_.contains(lemma); }
  int fiscal_year_starts() const { return fiscal_year_starts_; }
  void set_fiscal_year_starts(int month) { fiscal_year_starts_ = month; }

 private:
  friend class TimeLexiconLoader;

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, TimeWord, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> longest_;
  std::vector<HolidayRule> holidays_;
  std::vector<std::string> periods_;  // of kRepeated: "P1D"
  std::unordered_set<std::string, Hash, std::equal_to<>> begins_, ends_, goes_on_;
  int fiscal_year_starts_ = 1;
};

// A piece of text as words are cut: a run of letters, a run of digits, or one
// other character. White space is left out.
struct TextPiece {
  enum class Kind : uint8_t { kLetters, kDigits, kMark };
  uint32_t start = 0, end = 0;
  Kind kind = Kind::kMark;
};
// The piece at or after `from`; empty at the end of the text.
TextPiece NextPiece(std::string_view text, uint32_t from);
// A piece as the lexicon spells it: lower case, plain apostrophe and hyphen.
void AppendSpelling(std::string_view piece, std::string* out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_LEXICON_H_
