// What begins and ends, and how old it is then.
//
// Two verbs of one subject with a dated beginning and a dated later point: a birth and
// a death, an opening and a closing. The end lies after the beginning, and an age or an
// anniversary told with the later point must be the years between. One subject is what
// the tree says: the second verb is joined to the first and has no subject of its own
// ("was born in 1950 and died in 2010"), or the first describes the second or its subject
// ("Born in 1950, she died", "Berg, who was born in 1950, died"). Both dates must name
// their year in digits. Counter-example: "born in 1950, he lost a son aged 12 in 2010":
// that age does not hang on the verb. Cost: linear in the tokens of each sentence.
// Test: tests/unit/quantity/time_arithmetic_test.cpp.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>

#include "core/base/one_of.h"
#include "core/quantity/calendar.h"
#include "core/quantity/time_arithmetic.h"
#include "core/quantity/time_clause.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {
namespace {

constexpr double kDaysOff = 0.01;         // of a year
constexpr int kAnniversaryOff = 1;        // "marks its 50th year" begins with the 49th

class Courses {
 public:
  Courses(const Analysis& analysis, const std::vector<TimeExpression>& times, const std::vector<Figure>& figures)
      : a_(analysis), times_(times), figures_(figures), children_(analysis), lexicon_(TimeLexicon::Shipped()) {}

  std::vector<ArithmeticCheck> Run() {
    for (size_t t = 0; t < a_.tokens.size(); ++t) {
      const auto verb = static_cast<int32_t>(t);
      if (IsPast(verb) && Begins(verb)) Check(verb);
    }
    return std::move(checks_);
  }

 private:
  const Token& T(int32_t token) const { return a_.tokens[static_cast<size_t>(token)]; }
  bool Begins(int32_t verb) const { return lexicon_.Begins(a_.Lemma(T(verb))) || lexicon_.Begins(a_.Lower(T(verb))); }
  bool IsPast(int32_t verb) const { return T(verb).upos == Upos::kVerb && (a_.Xpos(T(verb)) == "VBD" || a_.Xpos(T(verb)) == "VBN"); }
  int32_t SubjectOf(int32_t verb) const {
    for (const int32_t child : children_.Of(verb)) {
      if (T(child).deprel == Deprel::kNsubj || T(child).deprel == Deprel::kCsubj) return child;
    }
    return kNoToken;
  }

  // The date that says when, with its year in digits.
  const TimeExpression* DateOf(int32_t verb) const {
    const int32_t index = TimeOfClause(a_, times_, verb);
    if (index < 0) return nullptr;
    const TimeExpression& time = times_[static_cast<size_t>(index)];
    const bool dated = time.type == TimeType::kDate && time.days.start && time.days.end && !time.since && !time.deadline && T(static_cast<int32_t>(time.first)).sentence == T(verb).sentence;
    if (!dated || time.granularity == Granularity::kUnknown || time.granularity > Granularity::kYear) return nullptr;
    const std::string year = std::to_string(CivilFromDays(*time.days.start).year);
    return time.range.In(a_.text()).find(year) == std::string_view::npos ? nullptr : &time;
  }

  // The later verb of the same subject, or kNoToken.
  int32_t LaterVerb(int32_t verb) const {
    const Token& token = T(verb);
    for (const int32_t child : children_.Of(verb)) {
      if (T(child).deprel == Deprel::kConj && child > verb && IsPast(child) && SubjectOf(child) == kNoToken) return child;
    }
    if (token.head == kNoToken || T(token.head).sentence != token.sentence) return kNoToken;
    if (token.deprel == Deprel::kAdvcl && SubjectOf(verb) == kNoToken && IsPast(token.head) && verb < token.head) {
      for (const int32_t child : children_.Of(verb)) {
        if (T(child).deprel == Deprel::kMark) return kNoToken;  // "though opened in 2012"
      }
      return token.head;
    }
    const bool describes = token.deprel == Deprel::kAcl;
    const int32_t noun = token.head, later = describes ? T(noun).head : kNoToken;
    const bool subject = later != kNoToken && T(noun).deprel == Deprel::kNsubj;
    if (!subject || T(later).sentence != token.sentence || !IsPast(later)) return kNoToken;
    const int32_t own = SubjectOf(verb);  // "who was born", not "whom she bore"
    return own == kNoToken || OneOf(a_.Lower(T(own)), {"who", "which", "that"}) ? later : kNoToken;
  }

  void Check(int32_t begin) {
    const int32_t later = LaterVerb(begin);
    if (later == kNoToken) return;
    const TimeExpression* from = DateOf(begin);
    const TimeExpression* to = DateOf(later);
    if (from == nullptr || to == nullptr || from == to) return;
    if (lexicon_.Ends(a_.Lemma(T(later))) && *to->days.end <= *from->days.start) {
      return Add(ArithmeticKind::kOrder, Cover(from->range, to->range), Words(*to) + " is not after " + Words(*from));
    }
    const double least = static_cast<double>(*to->days.start - (*from->days.end - 1)) / kDaysInYear, most = static_cast<double>(*to->days.end - 1 - *from->days.start) / kDaysInYear;
    if (most < 0) return;
    const std::string between = "from " + Words(*from) + " to " + Words(*to) + " is " + std::to_string(static_cast<int>(most)) + " years";
    if (a_.Lower(T(begin)) == "born") {
      for (const Figure& age : figures_) {
        if (!AgeAt(age, later)) continue;
        const bool holds = *age.value >= std::floor(least - kDaysOff) && *age.value <= std::floor(most + kDaysOff);
        if (!holds) Add(ArithmeticKind::kAge, age.range, between);
      }
    }
    for (const int32_t token : children_.Of(later)) {
      const auto count = Anniversary(token);
      if (count && (count->years < least - kAnniversaryOff || count->years > most + kAnniversaryOff)) Add(ArithmeticKind::kAge, Cover(T(count->token).range, T(token).range), between);
    }
  }

  // "at the age of 75", "aged 75" of the verb itself.
  bool AgeAt(const Figure& age, int32_t verb) const {
    if (age.kind != FigureKind::kAge || !age.value || age.bound != Bound::kExact || age.unit != "year" || !age.unclear.empty() || age.first == 0) return false;
    if (!OneOf(a_.Lower(a_.tokens[age.first - 1]), {"of", "age", "aged"})) return false;  // not "when he was three"
    auto at = static_cast<int32_t>(age.first);
    for (int step = 0; step < 4; ++step) {
      const bool own = at >= static_cast<int32_t>(age.first) && at < static_cast<int32_t>(age.last);
      if (!own && !OneOf(a_.Lower(T(at)), {"age", "aged"})) return false;
      at = T(at).head;
      if (at == verb) return true;
      if (at == kNoToken) return false;
    }
    return false;
  }

  struct Years {
    int years = 0;
    int32_t token = kNoToken;
  };

  // The 50 of "its 50th anniversary".
  std::optional<Years> Anniversary(int32_t noun) const {
    if (!OneOf(a_.Lower(T(noun)), {"anniversary", "birthday"})) return std::nullopt;
    for (const int32_t child : children_.Of(noun)) {
      const std::string_view word = a_.Lower(T(child));
      int value = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
      const std::string_view rest(end, static_cast<size_t>(word.data() + word.size() - end));
      if (error == std::errc() && OneOf(rest, {"st", "nd", "rd", "th"})) return Years{value, child};
    }
    return std::nullopt;
  }

  std::string Words(const TimeExpression& time) const { return std::string(time.range.In(a_.text())); }

  void Add(ArithmeticKind kind, TextRange range, std::string working) { AddFailure(kind, range, std::move(working), &checks_); }

  const Analysis& a_;
  const std::vector<TimeExpression>& times_;
  const std::vector<Figure>& figures_;
  Children children_;
  const TimeLexicon& lexicon_;
  std::vector<ArithmeticCheck> checks_;
};

}  // namespace

std::vector<ArithmeticCheck> CheckCourses(const Analysis& analysis, const std::vector<TimeExpression>& times, const std::vector<Figure>& figures) {
  return Courses(analysis, times, figures).Run();
}

}  // namespace crosscheck
