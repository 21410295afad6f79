// Dates of a text held against each other.
//
// Two events in one sentence, joined by "after" or "before", have an order; their
// dates must have it, too. A length beside a start and an end must fit between them,
// where every date stands for its whole period: from some day of 2010 to some day
// of 2013 it is two to four years. Lengths that are told roughly ("about", "nearly")
// are left out, and so is all that the tree does not make sure: the date must be
// that of the event's own clause ("after a plan to close in 2018 was leaked" dates no
// leak). Counter-example: "resigned in 2015 after a loss" has one date only. A weekday
// is held against its date where the year is written out ("Monday, 4 June" of which
// year?) and the whole world counts as the program does.
// Cost: linear. Test: tests/unit/quantity/time_arithmetic_test.cpp.
#include "core/quantity/time_arithmetic.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>

#include "core/base/one_of.h"
#include "core/quantity/calendar.h"
#include "core/quantity/time_clause.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {
namespace {

constexpr int kSameCalendar = 1930;  // from then on every country counts alike
constexpr double kSlack = 0.5;  // of the length's unit: "three years" may be 2½

class TimeArithmetic {
 public:
  TimeArithmetic(const Analysis& analysis, const std::vector<TimeExpression>& times)
      : a_(analysis), times_(times), children_(analysis), lexicon_(TimeLexicon::Shipped()) {}

  std::vector<ArithmeticCheck> Run() {
    for (size_t i = 0; i < times_.size(); ++i) CheckSpan(i);
    for (const TimeExpression& time : times_) CheckWeekday(time);
    for (size_t t = 0; t < a_.tokens.size(); ++t) {
      CheckClause(static_cast<int32_t>(t));
      CheckDay(t);
    }
    std::ranges::stable_sort(checks_, {}, [](const ArithmeticCheck& check) { return check.range; });
    return std::move(checks_);
  }

 private:
  const Token& T(int32_t token) const { return a_.tokens[static_cast<size_t>(token)]; }
  std::string_view Words(TextRange range) const { return range.In(a_.text()); }
  std::string_view Before(const TimeExpression& time) const {
    if (time.first == 0 || a_.tokens[time.first - 1].sentence != a_.tokens[time.first].sentence) return "";
    return a_.Lower(a_.tokens[time.first - 1]);
  }

  // The first and the last period of what a time speaks of: a year of "2010".
  std::optional<DayInterval> First(const TimeExpression& time) const {
    if (!time.days.start || !time.days.end || time.granularity == Granularity::kUnknown) return std::nullopt;
    return ShiftPeriod(time.granularity, *time.days.start, 0);
  }
  std::optional<DayInterval> Last(const TimeExpression& time) const {
    if (!time.days.start || !time.days.end || time.granularity == Granularity::kUnknown) return std::nullopt;
    return ShiftPeriod(time.granularity, *time.days.end - 1, 0);
  }

  // "five years, from 2010 to 2013"; "the ten-day fair, from 3 to 7 May": a length
  // and, directly behind it, the period that it fills.
  void CheckSpan(size_t i) {
    const auto length = LengthOf(times_[i]);
    if (!length || i + 1 >= times_.size() || !ToldExactly(a_, times_[i])) return;
    const TimeExpression& from = times_[i + 1];
    if (a_.tokens[from.first].sentence != a_.tokens[times_[i].first].sentence || from.type != TimeType::kDate) return;
    const bool two = i + 2 < times_.size() && times_[i + 2].days.end && from.days.end && *times_[i + 2].days.end == *from.days.end &&
                     times_[i + 2].days.start == from.days.start && times_[i + 2].first >= from.last;
    const bool one = from.value.find('/') != std::string::npos;
    if (!two && !one) return;
    const std::string_view lead = Before(from);
    if (!OneOf(lead, {"from", "between", ",", "("})) return;
    for (uint32_t t = times_[i].last; t + 1 < from.first; ++t) {  // nothing between but its noun
      if (a_.tokens[t].upos == Upos::kVerb || a_.tokens[t].upos == Upos::kCconj || from.first - times_[i].last > 4) return;
    }
    const TimeExpression& to = two ? times_[i + 2] : from;
    const auto first = First(from), last = Last(to);
    if (!first || !last) return;
    AddLength(times_[i], *length, static_cast<double>(*last->start - *first->end), static_cast<double>(*last->end - *first->start), from, to);
  }

  // Whether its year stands in the text: "October" may be that of any year.
  bool NamesYear(const TimeExpression& time) const {
    return time.days.start && Words(time.range).find(std::to_string(CivilFromDays(*time.days.start).year)) != std::string_view::npos;
  }

  // "left in 2015 after he was convicted in 2018"
  void CheckClause(int32_t verb) {
    const Token& token = T(verb);
    if (token.deprel != Deprel::kAdvcl || token.head == kNoToken || T(token.head).sentence != token.sentence) return;
    int32_t mark = kNoToken;
    for (const int32_t child : children_.Of(verb)) {
      if (T(child).deprel == Deprel::kMark && OneOf(a_.Lower(T(child)), {"after", "before"})) mark = child;
    }
    const std::string_view tense = a_.Xpos(T(token.head));
    if (mark == kNoToken || (tense != "VBD" && tense != "VBN")) return;
    const int32_t here = TimeOfClause(a_, times_, token.head), there = TimeOfClause(a_, times_, verb);
    if (here < 0 || there < 0 || here == there) return;
    const TimeExpression& ours = times_[static_cast<size_t>(here)];
    const TimeExpression& theirs = times_[static_cast<size_t>(there)];
    if (ours.type != TimeType::kDate || theirs.type != TimeType::kDate || !NamesYear(ours) || !NamesYear(theirs)) return;
    const bool after = a_.Lower(T(mark)) == "after";
    const TimeExpression& first = after ? theirs : ours;
    const TimeExpression& second = after ? ours : theirs;
    const auto one = First(first), two = Last(second);
    if (!one || !two || first.since || second.since || first.deadline || second.deadline) return;
    const std::string order = std::string(Words(second.range)) + " is not after " + std::string(Words(first.range));
    if (*two->end <= *one->start) return Add(ArithmeticKind::kOrder, Cover(ours.range, theirs.range), order);
    for (const TimeExpression& length : times_) {  // "three years after it opened in 2012"
      if (static_cast<int32_t>(length.last) != mark || !ToldExactly(a_, length)) continue;
      if (const auto told = LengthOf(length)) {
        AddLength(length, *told, static_cast<double>(*two->start - *one->end), static_cast<double>(*two->end - *one->start), first, second);
      }
    }
  }

  // The value of a word in one class of the lexicon, as "4" of "april" among months.
  std::optional<int32_t> ValueOf(size_t token, TimeClass cls) const {
    const TimeWord* found = token < a_.tokens.size() ? lexicon_.FindSpelled(a_.Lower(a_.tokens[token])) : nullptr;
    if (found == nullptr) return std::nullopt;
    const auto sense = std::ranges::find(found->senses, cls, &TimeSense::cls);
    return sense == found->senses.end() ? std::nullopt : std::optional(sense->value);
  }

  // Digits alone, or with the ending of an ordinal; nothing for any other word.
  std::optional<int> DigitsOf(size_t token, bool ordinal) const {
    if (token >= a_.tokens.size()) return std::nullopt;
    const std::string_view word = a_.Lower(a_.tokens[token]);
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc()) return std::nullopt;
    const std::string_view rest(end, static_cast<size_t>(word.data() + word.size() - end));
    return rest.empty() || (ordinal && OneOf(rest, {"st", "nd", "rd", "th"})) ? std::optional(value) : std::nullopt;
  }

  // "Monday, 4 June 2019"
  void CheckWeekday(const TimeExpression& time) {
    if (time.type != TimeType::kDate || time.granularity != Granularity::kDay || !time.days.start) return;
    const Date date = CivilFromDays(*time.days.start);
    if (date.year < kSameCalendar) return;
    std::optional<int32_t> weekday;
    bool year = false;
    for (uint32_t t = time.first; t < time.last; ++t) {
      if (const auto named = ValueOf(t, TimeClass::kWeekday)) weekday = named;
      year = year || DigitsOf(t, false) == date.year;
    }
    const int right = WeekdayOf(*time.days.start);
    if (!weekday || !year || *weekday == right) return;
    const auto name = [&](int day) {
      constexpr std::string_view kNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
      return std::string(kNames[day - 1]);
    };
    Add(ArithmeticKind::kWeekday, time.range, "that date is a " + name(right) + ", not a " + name(*weekday));
  }

  // "31 April 2019", "the 31st of April 2019", "April 31, 2019"
  void CheckDay(size_t month_at) {
    const auto month = ValueOf(month_at, TimeClass::kMonth);
    if (!month || month_at == 0 || a_.Form(a_.tokens[month_at]).front() != a_.Lower(a_.tokens[month_at]).front() - 'a' + 'A') return;
    size_t first = month_at, last = month_at + 1;
    std::optional<int> day = DigitsOf(month_at - 1, true);
    if (!day && month_at >= 2 && a_.Lower(a_.tokens[month_at - 1]) == "of") {
      day = DigitsOf(month_at - 2, true);
      first = month_at - 1;
    }
    if (day) {
      --first;
    } else if (day = DigitsOf(month_at + 1, true); day && month_at + 2 < a_.tokens.size() && a_.Lower(a_.tokens[month_at + 2]) == ",") {
      last += 2;
    } else {
      return;
    }
    const auto year = DigitsOf(last, false);
    const bool one_sentence = last < a_.tokens.size() && a_.tokens[first].sentence == a_.tokens[last].sentence;
    if (!year || !one_sentence || *year < kSameCalendar || *year > 2999 || *day < 29 || *day > 31 || ValidDate(*year, *month, *day)) return;
    const TextRange range = Cover(a_.tokens[first].range, a_.tokens[last].range);
    Add(ArithmeticKind::kDay, range, "that month has " + std::to_string(DaysInMonth(*year, *month)) + " days");
  }

  void AddLength(const TimeExpression& length, const ToldLength& told, double least, double most, const TimeExpression& from, const TimeExpression& to) {
    const double slack = told.unit * kSlack;
    if (told.days >= least - slack && told.days <= most + slack) return;
    Add(ArithmeticKind::kLength, length.range,
        "from " + std::string(Words(from.range)) + " to " + std::string(Words(to.range)) + " is not " + std::string(Words(length.range)));
  }

  void Add(ArithmeticKind kind, TextRange range, std::string working) { AddFailure(kind, range, std::move(working), &checks_); }

  const Analysis& a_;
  const std::vector<TimeExpression>& times_;
  Children children_;
  const TimeLexicon& lexicon_;
  std::vector<ArithmeticCheck> checks_;
};

}  // namespace

std::optional<ToldLength> LengthOf(const TimeExpression& time) {
  const std::string& value = time.value;
  int count = 0;
  if (time.type != TimeType::kDuration || value.size() < 3 || value[0] != 'P') return std::nullopt;
  const auto [end, error] = std::from_chars(value.data() + 1, value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() - 1 || count <= 0) return std::nullopt;
  const double unit = *end == 'Y' ? kDaysInYear : *end == 'M' ? kDaysInYear / 12 : *end == 'W' ? 7 : *end == 'D' ? 1 : 0;
  return unit == 0 ? std::nullopt : std::optional(ToldLength{count * unit, unit});
}

int BoundOfLength(const Analysis& analysis, const TimeExpression& time) {
  const auto side = [](std::string_view word) {
    if (OneOf(word, {"more", "least", "over", "above", "beyond", "longer"})) return 1;
    return OneOf(word, {"less", "most", "under", "below", "fewer", "shorter", "within"}) ? -1 : 0;
  };
  const auto& tokens = analysis.tokens;
  const auto at = [&](int64_t t) {
    const bool inside = t >= 0 && t < static_cast<int64_t>(tokens.size()) && tokens[static_cast<size_t>(t)].sentence == tokens[time.first].sentence;
    return inside ? analysis.Lower(tokens[static_cast<size_t>(t)]) : std::string_view();
  };
  for (int64_t t = static_cast<int64_t>(time.first) - 2; t < static_cast<int64_t>(time.last); ++t) {
    const int found = at(t) == "up" && at(t + 1) == "to" ? -1 : side(at(t));
    if (found == 0) continue;
    const std::string_view before = at(t - 1);
    return before == "no" || before == "not" ? -found : found;
  }
  if (at(time.last) == "at" || at(time.last) == "or") return side(at(static_cast<int64_t>(time.last) + 1));
  return 0;
}

namespace {

// LengthOf, and "PT3H", "PT40M".
std::optional<ToldLength> LengthOrHours(const TimeExpression& time) {
  const std::string& value = time.value;
  if (time.type != TimeType::kDuration || !value.starts_with("PT")) return LengthOf(time);
  int count = 0;
  const auto [end, error] = std::from_chars(value.data() + 2, value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() - 1 || count <= 0) return std::nullopt;
  const double unit = *end == 'H' ? 1.0 / 24 : *end == 'M' ? 1.0 / 1440 : 0;
  return unit == 0 ? std::nullopt : std::optional(ToldLength{count * unit, unit});
}

}  // namespace

bool LengthsApart(const Analysis& a, const TimeExpression& first, const Analysis& b, const TimeExpression& second) {
  constexpr double kRough = 1.5;  // "about a month" may be three weeks
  const auto one = LengthOrHours(first), two = LengthOrHours(second);
  if (!one || !two) return false;
  const int side = BoundOfLength(a, first), other = BoundOfLength(b, second);
  if (side > 0 && other <= 0) return two->days < one->days - two->unit * 0.5;
  if (side < 0 && other >= 0) return two->days > one->days + two->unit * 0.5;
  if (side == 0 && other > 0) return one->days < two->days - one->unit * 0.5;
  if (side == 0 && other < 0) return one->days > two->days + one->unit * 0.5;
  return side == 0 && (one->days > two->days * kRough || two->days > one->days * kRough);
}

bool ToldExactly(const Analysis& analysis, const TimeExpression& time) {
  const auto rough = [](std::string_view word) {
    const TimeWord* found = TimeLexicon::Shipped().FindSpelled(word);
    if (found == nullptr) return OneOf(word, {"than", "least", "most", "over", "under", "nearly", "almost", "half", "odd", "but", "except"});
    return std::ranges::any_of(found->senses, [](const TimeSense& s) { return s.cls == TimeClass::kApproximator || s.cls == TimeClass::kVague; });
  };
  const auto& tokens = analysis.tokens;
  if (time.first > 0 && tokens[time.first - 1].sentence == tokens[time.first].sentence && rough(analysis.Lower(tokens[time.first - 1]))) return false;
  if (time.first > 1 && analysis.Lower(tokens[time.first - 1]) == "to" && analysis.Lower(tokens[time.first - 2]) == "up") return false;
  for (uint32_t t = time.first; t < time.last; ++t) {
    if (rough(analysis.Lower(tokens[t])) || (t + 1 < time.last && analysis.Lower(tokens[t]) == "up" && analysis.Lower(tokens[t + 1]) == "to")) return false;
  }
  // "a year at most", "two weeks or less"
  if (time.last + 1 >= tokens.size() || tokens[time.last + 1].sentence != tokens[time.first].sentence) return true;
  const std::string_view link = analysis.Lower(tokens[time.last]), word = analysis.Lower(tokens[time.last + 1]);
  if (link == "at") return !OneOf(word, {"most", "least"});
  return link != "or" || !OneOf(word, {"more", "less", "longer", "shorter", "so", "fewer", "over", "under"});
}

void AddFailure(ArithmeticKind kind, TextRange range, std::string working, std::vector<ArithmeticCheck>* checks) {
  ArithmeticCheck check;
  check.kind = kind;
  check.range = range;
  check.holds = false;
  check.working = std::move(working);
  checks->push_back(std::move(check));
}

std::vector<ArithmeticCheck> CheckTimes(const Analysis& analysis, const std::vector<TimeExpression>& times) {
  return TimeArithmetic(analysis, times).Run();
}

}  // namespace crosscheck
