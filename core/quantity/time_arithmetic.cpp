// Dates of a text held against each other.
//
// Two events in one sentence, joined by "after" or "before", have an order; their
// dates must have it, too. A length beside a start and an end must fit between them,
// where every date stands for its whole period: from some day of 2010 to some day
// of 2013 it is two to four years. Lengths that are told roughly ("about", "nearly")
// are left out, and so is all that the tree does not make sure: the date must be
// that of the event's own clause ("after a plan to close in 2018 was leaked" dates no
// leak). Counter-example: "resigned in 2015 after a loss" has one date only.
// Cost: linear. Test: tests/unit/quantity/time_arithmetic_test.cpp.
#include "core/quantity/time_arithmetic.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>

#include "core/quantity/calendar.h"
#include "core/quantity/time_clause.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {
namespace {

constexpr double kYear = 365.2425;
constexpr double kSlack = 0.5;  // of the length's unit: "three years" may be 2½

struct Length {
  double days = 0;
  double unit = 0;
};

// "P5Y", "P10D": one unit, a whole number of it.
std::optional<Length> LengthOf(const TimeExpression& time) {
  const std::string& value = time.value;
  int count = 0;
  if (time.type != TimeType::kDuration || value.size() < 3 || value[0] != 'P') return std::nullopt;
  const auto [end, error] = std::from_chars(value.data() + 1, value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() - 1 || count <= 0) return std::nullopt;
  const double unit = *end == 'Y' ? kYear : *end == 'M' ? kYear / 12 : *end == 'W' ? 7 : *end == 'D' ? 1 : 0;
  return unit == 0 ? std::nullopt : std::optional(Length{count * unit, unit});
}

class TimeArithmetic {
 public:
  TimeArithmetic(const Analysis& analysis, const std::vector<TimeExpression>& times)
      : a_(analysis), times_(times), children_(analysis), lexicon_(TimeLexicon::Shipped()) {}

  std::vector<ArithmeticCheck> Run() {
    for (size_t i = 0; i < times_.size(); ++i) CheckSpan(i);
    for (size_t t = 0; t < a_.tokens.size(); ++t) CheckClause(static_cast<int32_t>(t));
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

  static bool OneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
  }

  // Told exactly: no "about", "more than", "nearly" in it or before it.
  bool Plain(const TimeExpression& time) const {
    const auto rough = [&](std::string_view word) {
      const TimeWord* found = lexicon_.FindSpelled(word);
      if (found == nullptr) return OneOf(word, {"than", "least", "most", "over", "under", "nearly", "almost", "half", "odd"});
      return std::ranges::any_of(found->senses, [](const TimeSense& s) { return s.cls == TimeClass::kApproximator || s.cls == TimeClass::kVague; });
    };
    if (rough(Before(time))) return false;
    for (uint32_t t = time.first; t < time.last; ++t) {
      if (rough(a_.Lower(a_.tokens[t]))) return false;
    }
    return true;
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
    if (!length || i + 1 >= times_.size() || !Plain(times_[i])) return;
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
    if (ours.type != TimeType::kDate || theirs.type != TimeType::kDate) return;
    const bool after = a_.Lower(T(mark)) == "after";
    const TimeExpression& first = after ? theirs : ours;
    const TimeExpression& second = after ? ours : theirs;
    const auto one = First(first), two = Last(second);
    if (!one || !two || first.since || second.since || first.deadline || second.deadline) return;
    const std::string order = std::string(Words(second.range)) + " is not after " + std::string(Words(first.range));
    if (*two->end <= *one->start) return Add(ArithmeticKind::kOrder, Cover(ours.range, theirs.range), order);
    for (const TimeExpression& length : times_) {  // "three years after it opened in 2012"
      if (static_cast<int32_t>(length.last) != mark || !Plain(length)) continue;
      if (const auto told = LengthOf(length)) {
        AddLength(length, *told, static_cast<double>(*two->start - *one->end), static_cast<double>(*two->end - *one->start), first, second);
      }
    }
  }

  void AddLength(const TimeExpression& length, const Length& told, double least, double most, const TimeExpression& from, const TimeExpression& to) {
    const double slack = told.unit * kSlack;
    if (told.days >= least - slack && told.days <= most + slack) return;
    Add(ArithmeticKind::kLength, length.range,
        "from " + std::string(Words(from.range)) + " to " + std::string(Words(to.range)) + " is not " + std::string(Words(length.range)));
  }

  void Add(ArithmeticKind kind, TextRange range, std::string working) {
    ArithmeticCheck check;
    check.kind = kind;
    check.range = range;
    check.holds = false;
    check.working = std::move(working);
    checks_.push_back(std::move(check));
  }

  const Analysis& a_;
  const std::vector<TimeExpression>& times_;
  Children children_;
  const TimeLexicon& lexicon_;
  std::vector<ArithmeticCheck> checks_;
};

}  // namespace

std::vector<ArithmeticCheck> CheckTimes(const Analysis& analysis, const std::vector<TimeExpression>& times) {
  return TimeArithmetic(analysis, times).Run();
}

}  // namespace crosscheck
