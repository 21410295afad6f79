// Loads rules/lexicon/calendar.yaml: the words of time, and the holidays that
// have a rule. A word of several pieces is kept under its pieces joined by a
// separator, and its first piece remembers how long the longest such word is, so
// that the reader finds the longest one with a handful of look-ups.
#include "core/quantity/time_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/base/file.h"
#include "core/base/resources.h"
#include "core/base/unicode.h"
#include "core/base/yaml.h"
#include "core/quantity/calendar.h"
#include "core/quantity/lunar.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(TimeClass::kCount)> kClassNames = {
    "month",
    "weekday",
    "weekdays",
    "season",
    "seasons",
    "unit",
    "units",
    "unit-letter",
    "daypart",
    "day-offset",
    "night-offset",
    "relation",
    "reference",
    "reference-noun",
    "reference-adjective",
    "to-date",
    "every",
    "other",
    "repeated",
    "ago",
    "earlier",
    "later",
    "approximator",
    "phase",
    "phase-noun",
    "phase-end",
    "vague",
    "pair",
    "clock-half",
    "clock-word",
    "oclock",
    "zone",
    "fiscal",
    "period",
    "decade-word",
    "comparable",
    "ahead",
    "once",
    "whole",
    "begin",
    "ended",
    "more",
    "era",
    "number",
    "ordinal",
    "ordinal-suffix",
    "preposition",
    "modal-company",
    "article",
    "pronoun",
    "expecting",
    "future-auxiliary",
    "holiday",
    "integer",
    "decimal",
    "year",
    "year2",
    "day-number",
    "day-ordinal",
    "month-number",
    "hour-number",
    "minute-number",
    "date",
    "day",
    "week-period",
    "month-period",
    "long-period",
    "year-period",
    "span",
    "clock",
    "part-of-day",
    "set",
    "now",
    "bare-weekday",
    "bare-month"};

struct Name {
  TimeClass cls;
  std::string_view name;
  int value;
};

// The names that stand for the value of a class in the file.
constexpr int kStart = static_cast<int>(Phase::kStart);
constexpr std::array kValueNames = {Name{TimeClass::kSeason, "spring", 1},
                                    Name{TimeClass::kSeason, "summer", 2},
                                    Name{TimeClass::kSeason, "autumn", 3},
                                    Name{TimeClass::kSeason, "winter", 4},
                                    Name{TimeClass::kUnit, "second", 0},
                                    Name{TimeClass::kUnit, "minute", 1},
                                    Name{TimeClass::kUnit, "hour", 2},
                                    Name{TimeClass::kUnit, "day", 3},
                                    Name{TimeClass::kUnit, "night", 4},
                                    Name{TimeClass::kUnit, "week", 5},
                                    Name{TimeClass::kUnit, "weekend", 6},
                                    Name{TimeClass::kUnit, "fortnight", 7},
                                    Name{TimeClass::kUnit, "month", 8},
                                    Name{TimeClass::kUnit, "quarter", 9},
                                    Name{TimeClass::kUnit, "half", 10},
                                    Name{TimeClass::kUnit, "year", 11},
                                    Name{TimeClass::kUnit, "decade", 12},
                                    Name{TimeClass::kUnit, "century", 13},
                                    Name{TimeClass::kUnit, "millennium", 14},
                                    Name{TimeClass::kDaypart, "morning", 1},
                                    Name{TimeClass::kDaypart, "midday", 2},
                                    Name{TimeClass::kDaypart, "afternoon", 3},
                                    Name{TimeClass::kDaypart, "evening", 4},
                                    Name{TimeClass::kDaypart, "night", 5},
                                    Name{TimeClass::kRelation, "this", 0},
                                    Name{TimeClass::kRelation, "last", 1},
                                    Name{TimeClass::kRelation, "previous", 2},
                                    Name{TimeClass::kRelation, "past", 3},
                                    Name{TimeClass::kRelation, "next", 4},
                                    Name{TimeClass::kRelation, "coming", 5},
                                    Name{TimeClass::kRelation, "following", 6},
                                    Name{TimeClass::kRelation, "same", 7},
                                    Name{TimeClass::kRelation, "that", 8},
                                    Name{TimeClass::kRelation, "latest", 9},
                                    Name{TimeClass::kReference, "present", 0},
                                    Name{TimeClass::kReference, "past", 1},
                                    Name{TimeClass::kReference, "future", 2},
                                    Name{TimeClass::kPhase, "start", kStart},
                                    Name{TimeClass::kPhase, "mid", kStart + 1},
                                    Name{TimeClass::kPhase, "end", kStart + 2},
                                    Name{TimeClass::kPhase, "month-end", kStart + 3},
                                    Name{TimeClass::kApproximator, "about", 0},
                                    Name{TimeClass::kApproximator, "at-least", 1},
                                    Name{TimeClass::kApproximator, "at-most", 2},
                                    Name{TimeClass::kApproximator, "more", 3},
                                    Name{TimeClass::kApproximator, "less", 4},
                                    Name{TimeClass::kApproximator, "plain", 5},
                                    Name{TimeClass::kClockHalf, "am", 0},
                                    Name{TimeClass::kClockHalf, "pm", 1}};

// Classes that share the value names of another.
TimeClass NamesOf(TimeClass cls) {
  switch (cls) {
    case TimeClass::kSeasons:
      return TimeClass::kSeason;
    case TimeClass::kUnits:
    case TimeClass::kUnitLetter:
      return TimeClass::kUnit;
    case TimeClass::kReferenceNoun:
    case TimeClass::kReferenceAdjective:
      return TimeClass::kReference;
    case TimeClass::kPhaseNoun:
    case TimeClass::kPhaseEnd:
      return TimeClass::kPhase;
    default:
      return cls;
  }
}

std::optional<int> ToInt(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The whole numbers of "5 7 -1" or of "12-25".
std::vector<int> Ints(std::string_view text) {
  std::vector<int> out;
  for (size_t i = 0; i < text.size();) {
    const size_t end = std::min(text.find_first_of(" -", i + 1), text.size());
    if (const auto value = ToInt(text.substr(i, end - i))) out.push_back(*value);
    i = end + 1;
  }
  return out;
}

std::vector<std::string> Pieces(std::string_view word) {
  std::vector<std::string> out;
  for (TextPiece piece = NextPiece(word, 0); piece.end > piece.start;
       piece = NextPiece(word, piece.end)) {
    out.emplace_back();
    AppendSpelling(word.substr(piece.start, piece.end - piece.start), &out.back());
  }
  return out;
}

}  // namespace

std::string_view ToString(TimeClass cls) {
  return cls == TimeClass::kCount ? "" : kClassNames[static_cast<size_t>(cls)];
}

TimeClass ToTimeClass(std::string_view name) {
  return static_cast<TimeClass>(std::ranges::find(kClassNames, name) - kClassNames.begin());
}

int64_t HolidayIn(const HolidayRule& rule, int year) {
  switch (rule.kind) {
    case HolidayRule::Kind::kFixed:
      return DaysFromCivil({year, rule.month, rule.day}) + rule.plus;
    case HolidayRule::Kind::kWeekday:
      return NthWeekday(year, rule.month, rule.day, rule.nth) + rule.plus;
    case HolidayRule::Kind::kEaster:
      return EasterSunday(year) + rule.plus;
    case HolidayRule::Kind::kOrthodoxEaster:
      return OrthodoxEaster(year) + rule.plus;
    case HolidayRule::Kind::kOnce:
      return DaysFromCivil({rule.year, rule.month, rule.day});
    case HolidayRule::Kind::kHebrew:
      return HebrewDay(year, static_cast<HebrewMonth>(rule.month), rule.day) + rule.plus;
    case HolidayRule::Kind::kIslamic:
      return IslamicDay(year, rule.month, rule.day) + rule.plus;
    case HolidayRule::Kind::kChinese:
      return ChineseDay(year, rule.month, rule.day) + rule.plus;
    case HolidayRule::Kind::kNewMoon:
    case HolidayRule::Kind::kFullMoon:
      break;
  }
  return MoonDay(DaysFromCivil({year, rule.month, rule.day}), rule.kind == HolidayRule::Kind::kFullMoon) + rule.plus;
}

// Reads the YAML tree into a lexicon.
class TimeLexiconLoader {
 public:
  TimeLexiconLoader(std::string_view path, Diagnostics* diagnostics)
      : path_(path), diagnostics_(diagnostics) {}

  TimeLexicon Run(std::string_view bytes) {
    const YamlNode root = ParseYaml(bytes, path_, diagnostics_);
    if (!root.IsMap()) return std::move(lexicon_);
    CheckKeys(root, {"words", "ambiguous", "fiscal-year-starts", "course", "holidays"}, path_, diagnostics_);
    if (const YamlNode* words = root.Find("words")) Words(*words);
    if (const YamlNode* holidays = root.Find("holidays")) Holidays(*holidays);
    if (const YamlNode* course = root.Find("course")) {
      CheckKeys(*course, {"begin", "end", "go-on"}, path_, diagnostics_);
      if (const YamlNode* list = course->Find("begin")) for (std::string& word : list->Strings()) lexicon_.begins_.insert(std::move(word));
      if (const YamlNode* list = course->Find("end")) for (std::string& word : list->Strings()) lexicon_.ends_.insert(std::move(word));
      if (const YamlNode* list = course->Find("go-on")) for (std::string& word : list->Strings()) lexicon_.goes_on_.insert(std::move(word));
    }
    if (const YamlNode* list = root.Find("ambiguous")) {
      for (const std::string& word : list->Strings()) {
        const auto found = lexicon_.words_.find(word);
        if (found != lexicon_.words_.end()) found->second.ambiguous = true;
      }
    }
    if (const YamlNode* month = root.Find("fiscal-year-starts")) {
      const auto value = ToInt(month->text);
      if (value && *value >= 1 && *value <= 12)
        lexicon_.fiscal_year_starts_ = *value;
      else
        Say(*month, "the first month of the fiscal year must be 1 to 12");
    }
    return std::move(lexicon_);
  }

 private:
  void Say(const YamlNode& at, std::string message) {
    diagnostics_->push_back({DiagnosticLevel::kError, "lexicon.calendar", std::string(path_),
                             at.line, at.column, std::move(message), ""});
  }

  void Words(const YamlNode& words) {
    std::vector<std::string> names;
    for (size_t i = 0; i < static_cast<size_t>(TimeClass::kHoliday); ++i)
      names.emplace_back(kClassNames[i]);
    CheckKeys(words, names, path_, diagnostics_);
    for (const auto& [key, values] : words.entries) {
      const TimeClass cls = ToTimeClass(key.text);
      if (cls >= TimeClass::kHoliday) continue;
      for (const auto& [value, list] : values.entries) {
        const std::optional<int> number = Value(cls, value);
        if (!number) continue;
        for (const std::string& word : list.Strings()) Add(word, {cls, *number});
      }
    }
  }

  std::optional<int> Value(TimeClass cls, const YamlNode& value) {
    if (cls == TimeClass::kRepeated) {
      lexicon_.periods_.push_back(value.text);
      return static_cast<int>(lexicon_.periods_.size()) - 1;
    }
    if (const auto number = ToInt(value.text)) return number;
    for (const Name& name : kValueNames) {
      if (name.cls == NamesOf(cls) && name.name == value.text) return name.value;
    }
    Say(value,
        "'" + value.text + "' is no value of the class '" + std::string(ToString(cls)) + "'");
    return std::nullopt;
  }

  void Add(std::string_view word, TimeSense sense) {
    const std::vector<std::string> pieces = Pieces(word);
    if (pieces.empty()) return;
    std::string key;
    for (const std::string& piece : pieces) key += (key.empty() ? "" : "\x1f") + piece;
    lexicon_.words_[key].senses.push_back(sense);
    uint32_t& longest = lexicon_.longest_[pieces.front()];
    longest = std::max(longest, static_cast<uint32_t>(pieces.size()));
  }

  void Holidays(const YamlNode& holidays) {
    for (const YamlNode& item : holidays.items) {
      CheckKeys(
          item,
          {"names", "fixed", "weekday", "easter", "orthodox-easter", "hebrew", "islamic", "chinese", "new-moon", "full-moon", "once", "plus", "days", "about"},
          path_, diagnostics_);
      const std::optional<HolidayRule> rule = Rule(item);
      if (!rule) {
        Say(item,
            "a holiday needs one rule: fixed, weekday, easter, orthodox-easter, hebrew, islamic, chinese, new-moon, full-moon or once");
        continue;
      }
      lexicon_.holidays_.push_back(*rule);
      const YamlNode* names = item.Find("names");
      if (names == nullptr) continue;
      for (const std::string& name : names->Strings()) {
        Add(name, {TimeClass::kHoliday, static_cast<int32_t>(lexicon_.holidays_.size()) - 1});
      }
    }
  }

  static std::optional<HolidayRule> Rule(const YamlNode& item) {
    HolidayRule rule;
    const std::vector<int> plus = Ints(item.Text("plus"));
    if (!plus.empty()) rule.plus = plus[0];
    rule.length = std::max(1, ToInt(item.Text("days")).value_or(1));
    rule.about = std::max(0, ToInt(item.Text("about")).value_or(0));
    const auto numbers = [&](std::string_view key) { return Ints(item.Text(key)); };
    if (const auto fixed = numbers("fixed"); fixed.size() == 2) {
      rule.month = fixed[0], rule.day = fixed[1];
      return rule;
    }
    if (const auto nth = numbers("weekday"); nth.size() == 3) {
      rule.kind = HolidayRule::Kind::kWeekday;
      rule.month = nth[0], rule.day = nth[1], rule.nth = nth[2];
      return rule;
    }
    if (const auto days = ToInt(item.Text("easter"))) {
      rule.kind = HolidayRule::Kind::kEaster;
      rule.plus += *days;
      return rule;
    }
    if (const auto days = ToInt(item.Text("orthodox-easter"))) {
      rule.kind = HolidayRule::Kind::kOrthodoxEaster;
      rule.plus += *days;
      return rule;
    }
    for (const auto& [key, kind] : {std::pair("islamic", HolidayRule::Kind::kIslamic), std::pair("chinese", HolidayRule::Kind::kChinese),
                                    std::pair("new-moon", HolidayRule::Kind::kNewMoon), std::pair("full-moon", HolidayRule::Kind::kFullMoon)}) {
      const auto date = numbers(key);
      if (date.size() != 2 || date[0] < 1 || date[0] > 12 || date[1] < 1 || date[1] > 31) continue;
      rule.kind = kind;
      rule.month = date[0], rule.day = date[1];
      return rule;
    }
    if (const std::string hebrew = item.Text("hebrew"); hebrew.find(' ') != std::string::npos) {
      const size_t gap = hebrew.find(' ');
      const HebrewMonth month = ToHebrewMonth(hebrew.substr(0, gap));
      const std::optional<int> day = ToInt(hebrew.substr(gap + 1));
      if (month == HebrewMonth::kCount || !day || *day < 1 || *day > 30) return std::nullopt;
      rule.kind = HolidayRule::Kind::kHebrew;
      rule.month = static_cast<int>(month), rule.day = *day;
      return rule;
    }
    if (const auto once = numbers("once");
        once.size() == 3 && ValidDate(once[0], once[1], once[2])) {
      rule.kind = HolidayRule::Kind::kOnce;
      rule.year = once[0], rule.month = once[1], rule.day = once[2];
      return rule;
    }
    return std::nullopt;
  }

  std::string_view path_;
  Diagnostics* diagnostics_;
  TimeLexicon lexicon_;
};

TimeLexicon TimeLexicon::Parse(std::string_view bytes, std::string_view path,
                               Diagnostics* diagnostics) {
  return TimeLexiconLoader(path, diagnostics).Run(bytes);
}

TimeLexicon TimeLexicon::Load(const std::filesystem::path& file, Diagnostics* diagnostics) {
  const Result<std::string> bytes = ReadFile(file);
  if (!bytes) {
    diagnostics->push_back({DiagnosticLevel::kError, "lexicon.calendar", file.string(), 0, 0,
                            bytes.error().message, ""});
    return {};
  }
  return Parse(*bytes, file.string(), diagnostics);
}

const TimeLexicon& TimeLexicon::Shipped() {
  static const TimeLexicon lexicon = [] {
    Diagnostics ignored;  // a damaged file is reported where the lexicons are loaded and linted
    const auto resources = FindResources();
    return resources ? Load(resources->lexicon / "calendar.yaml", &ignored) : TimeLexicon();
  }();
  return lexicon;
}

const TimeWord* TimeLexicon::Find(std::string_view key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? nullptr : &found->second;
}

const TimeWord* TimeLexicon::FindSpelled(std::string_view word) const {
  if (const TimeWord* found = Find(word)) return found;
  std::string key;
  for (const std::string& piece : Pieces(word)) key += (key.empty() ? "" : "\x1f") + piece;
  return Find(key);
}

uint32_t TimeLexicon::LongestFrom(std::string_view piece) const {
  const auto found = longest_.find(piece);
  return found == longest_.end() ? 0 : found->second;
}

TextPiece NextPiece(std::string_view text, uint32_t from) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto digit = [&](size_t i) { return byte(i) >= '0' && byte(i) <= '9'; };
  // Three-byte marks U+2000…U+206F: dashes, quotes, spaces; U+00A0 is a space.
  const auto mark3 = [&](size_t i) {
    return byte(i) == 0xe2 && (byte(i + 1) == 0x80 || byte(i + 1) == 0x81);
  };
  const auto letter = [&](size_t i) {
    const unsigned c = byte(i) | 0x20u;
    return (c >= 'a' && c <= 'z') ||
           (byte(i) >= 0x80 && !mark3(i) && !(byte(i) == 0xc2 && byte(i + 1) < 0xc0));
  };
  uint32_t i = from;
  while (i < text.size() && (byte(i) <= ' ' || (byte(i) == 0xc2 && byte(i + 1) == 0xa0)))
    i += byte(i) == 0xc2 ? 2 : 1;
  TextPiece piece{i, i, TextPiece::Kind::kMark};
  if (i >= text.size()) return piece;
  uint32_t end = i;
  if (digit(i)) {
    piece.kind = TextPiece::Kind::kDigits;
    while (digit(end)) ++end;
  } else if (letter(i)) {
    piece.kind = TextPiece::Kind::kLetters;
    while (letter(end)) ++end;
  } else {
    end += mark3(i) ? 3 : byte(i) == 0xc2 ? 2 : 1;
  }
  piece.end = std::min(end, static_cast<uint32_t>(text.size()));
  return piece;
}

void AppendSpelling(std::string_view piece, std::string* out) {
  if (piece == "\u2019" || piece == "\u2018" || piece == "`") {
    *out += '\'';
  } else if (piece == "\u2013" || piece == "\u2014" || piece == "\u2010" || piece == "\u2011") {
    *out += '-';
  } else {
    for (const char c : piece) *out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
}

}  // namespace crosscheck
