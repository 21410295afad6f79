#include "core/quantity/time.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/one_of.h"
#include "core/quantity/calendar.h"
#include "core/quantity/time_clause.h"
#include "core/quantity/time_grammar.h"
#include "core/quantity/time_lexicon.h"
#include "core/quantity/time_resolver.h"
#include "core/quantity/time_terms.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 4> kTypeNames = {"DATE", "TIME", "DURATION", "SET"};

// The days that a time speaks of: "since 2019" has no end, "by 2025" no beginning.
DayInterval Covered(const TimeExpression& t) {
  DayInterval days = t.days;
  if (t.since) days.end.reset();
  if (t.deadline) days.start.reset();
  return days;
}

// Reads the sentences of one document in order.
class TimeReader {
 public:
  TimeReader(const Analysis& analysis, const TimeLexicon& lexicon)
      : analysis_(analysis),
        lexicon_(lexicon),
        grammar_(TimeGrammar::Instance()),
        terms_reader_(analysis, lexicon, grammar_.literals()),
        resolver_(lexicon, analysis.document->metadata().date) {}

  std::vector<TimeExpression> Run() {
    for (uint32_t i = 0; i < analysis_.sentences.size(); ++i) {
      const uint32_t first = i;
      Sentence sentence = analysis_.sentences[i];
      while (i + 1 < analysis_.sentences.size() && CutInTime(i)) {
        ++i;
        sentence.range.end = analysis_.sentences[i].range.end;
        sentence.last = analysis_.sentences[i].last;
      }
      ReadSentence(sentence, first);
    }
    return std::move(out_);
  }

 private:
  // True where sentence `index` ends in the full stop of a word of time and the
  // next goes on with the time: "at 10 p.m. | Wednesday", "on Nov. | 6".
  bool CutInTime(uint32_t index) const {
    const Sentence& here = analysis_.sentences[index];
    const Sentence& next = analysis_.sentences[index + 1];
    if (next.block != here.block || here.last <= here.first || next.last <= next.first)
      return false;
    const std::string_view text = here.range.In(analysis_.text());
    if (!text.ends_with('.')) return false;
    const size_t space = text.find_last_of(" \n");
    const std::string_view last = text.substr(space == std::string_view::npos ? 0 : space + 1);
    if (last.size() > 6) return false;
    std::string word;
    AppendSpelling(last, &word);
    const bool clock = HasClass(word, TimeClass::kClockHalf);
    word.pop_back();
    const bool month = HasClass(word, TimeClass::kMonth) && word != "may";
    const std::string_view begin = analysis_.Lower(analysis_.tokens[next.first]);
    const bool digit = begin[0] >= '0' && begin[0] <= '9';
    return (clock &&
            (HasClass(begin, TimeClass::kWeekday) || HasClass(begin, TimeClass::kDayOffset) ||
             HasClass(begin, TimeClass::kMonth))) ||
           (month && digit);
  }

  bool HasClass(std::string_view word, TimeClass cls) const {
    const TimeWord* found = lexicon_.FindSpelled(word);
    if (found == nullptr) return false;
    for (const TimeSense& sense : found->senses) {
      if (sense.cls == cls) return true;
    }
    return false;
  }

  void ReadSentence(const Sentence& sentence, uint32_t index) {
    terms_reader_.Read(sentence, &terms_);
    meanings_.clear();
    grammar_.Run(analysis_.text(), &terms_, &meanings_);
    ShareYears();
    const size_t first = out_.size();
    for (size_t i = 0; i < terms_.size(); ++i) {
      if (terms_[i].meaning != kNoMeaning) Emit(i, index);
    }
    Widen(first);
  }

  // "from May to July 2015": the year holds for both. Counter-example: "in May and
  // in July 2015" says nothing of May.
  void ShareYears() {
    for (size_t i = 0; i + 2 < terms_.size(); ++i) {
      if (terms_[i].meaning == kNoMeaning || terms_[i + 2].meaning == kNoMeaning) continue;
      TimeMeaning& open = meanings_[static_cast<size_t>(terms_[i].meaning)];
      const TimeMeaning& full = meanings_[static_cast<size_t>(terms_[i + 2].meaning)];
      const bool fields = open.op == TimeMeaning::Op::kFields && full.op == TimeMeaning::Op::kFields && open.base < 0;
      if (!fields || open.fields.month == kUnset || open.fields.year != kUnset || full.fields.year == kUnset || full.fields.month == kUnset) continue;
      const std::string_view link = terms_[i + 1].range.In(analysis_.text());
      const bool span = OneOf(link, {"to", "-", "–", "until", "till", "through"});
      if (!span && !OneOf(link, {"and", "or"})) continue;
      const bool before = span && open.fields.month > full.fields.month;  // "November to February 2016"
      open.fields.year = full.fields.year - (before ? 1 : 0);
      open.fields.short_year = full.fields.short_year;
    }
  }

  // A time that is one end of a period stands for the period: "from 2010 to 2015",
  // "until 2015", "the year to March 2024". So 2012 is never at another time than
  // either. The value stays that of the words.
  void Widen(size_t first) {
    for (size_t i = first; i < out_.size(); ++i) {
      TimeExpression& time = out_[i];
      const std::string_view before = WordBefore(time);
      if (i > first && time.days.end) WidenPair(&out_[i - 1], &time);
      if (!time.days.start || !time.days.end || time.type == TimeType::kSet) continue;
      const bool alone = i == first || out_[i - 1].days.end != time.days.end;
      if (!alone) continue;
      if (OneOf(before, {"until", "till"})) {
        time.days.start.reset();
      } else if (before == "before") {
        time.days = {std::nullopt, time.days.start};
      } else if (before == "after") {
        time.days = {time.days.end, std::nullopt};
      }
    }
  }

  void WidenPair(TimeExpression* a, TimeExpression* b) const {
    std::string_view gap = TextRange{a->range.end, std::max(a->range.end, b->range.start)}.In(analysis_.text());
    while (!gap.empty() && gap.front() == ' ') gap.remove_prefix(1);
    while (!gap.empty() && gap.back() == ' ') gap.remove_suffix(1);
    const std::string_view before = WordBefore(*a);
    const bool dash = OneOf(gap, {"-", "–"});
    const bool link = dash || (before == "from" && OneOf(gap, {"to", "until", "till", "through"})) || (before == "between" && gap == "and");
    if (a->days.start && a->days.end && b->days.start && link && *a->days.start < *b->days.end) {
      a->days = b->days = {a->days.start, b->days.end};
      return;
    }
    if (a->type != TimeType::kDuration || !OneOf(gap, {"to", "ending", "ended", "ending on", "ended on", "to the end of", "through"})) return;
    // "the year to March 2024", "the three months ended 30 June": P1Y, P3M.
    const std::string& length = a->value;
    int count = 0;
    const auto [end, error] = std::from_chars(length.data() + 1, length.data() + length.size(), count);
    if (error != std::errc() || end != length.data() + length.size() - 1 || (*end != 'Y' && *end != 'M') || count <= 0 || count > 1200) return;
    const int months = count * (*end == 'Y' ? 12 : 1);
    b->days.start = DaysFromCivil(AddMonths(CivilFromDays(*b->days.end), -months));
    b->granularity = months >= 12 ? Granularity::kYear : months > 3 ? Granularity::kHalf : months == 3 ? Granularity::kQuarter : Granularity::kMonth;
    a->days = b->days;  // the length is that period's
    a->granularity = b->granularity;
  }

  // The word before a time, in lower case; "" at the start of its sentence.
  std::string_view WordBefore(const TimeExpression& time) const {
    const Token& token = analysis_.tokens[time.first];
    if (time.first == 0 || analysis_.tokens[time.first - 1].sentence != token.sentence) return "";
    return analysis_.Lower(analysis_.tokens[time.first - 1]);
  }

  void Emit(size_t at, uint32_t sentence) {
    const TimeTerm& term = terms_[at];
    const auto resolved = resolver_.Resolve(meanings_, term.meaning, TenseAt(at), sentence);
    if (!resolved) return;
    const bool rate = IsRate(at);
    TimeExpression time;
    time.range = term.range;
    time.first = term.token;
    time.last = term.token_end;
    time.type = rate ? TimeType::kSet : resolved->type;
    time.value = resolved->value;
    time.days = resolved->days;
    time.granularity = resolved->granularity;
    const TimeMeaning& meaning = meanings_[static_cast<size_t>(term.meaning)];
    if (meaning.op == TimeMeaning::Op::kFields && meaning.fields.either_order) CoverBothOrders(&time);
    if (meaning.op == TimeMeaning::Op::kFields && meaning.fields.fiscal && lexicon_.fiscal_year_starts() == 1) CoverFiscal(&time);
    const std::string_view before =
        at > 0 ? terms_[at - 1].range.In(analysis_.text()) : std::string_view();
    if (meaning.after_phase && time.granularity == Granularity::kDecade) NarrowDecade(meaning.phase, &time);
    time.own = time.days;
    time.count = meaning.count;
    time.deadline = before == "by" || before == "By";
    time.since = before == "since" || before == "Since";
    DropPreposition(&time);
    out_.push_back(std::move(time));
  }

  // "the early 1980s" end with 1984, "the late 1980s" begin with 1985.
  static void NarrowDecade(Phase phase, TimeExpression* time) {
    if (!time->days.start || !time->days.end) return;
    const int year = CivilFromDays(*time->days.start).year;
    const int first = phase == Phase::kStart ? 0 : phase == Phase::kMid ? 3 : 5;
    const int last = phase == Phase::kStart ? 5 : phase == Phase::kMid ? 8 : 10;
    time->days = {DaysFromCivil({year + first, 1, 1}), DaysFromCivil({year + last, 1, 1})};
  }

  // A quarter or half of a fiscal year whose first month nobody gave may lie up to a
  // year earlier or later than that of the calendar.
  static void CoverFiscal(TimeExpression* time) {
    const bool part = time->granularity == Granularity::kQuarter || time->granularity == Granularity::kHalf;
    if (!part || !time->days.start || !time->days.end) return;
    time->days = {DaysFromCivil(AddMonths(CivilFromDays(*time->days.start), -12)), DaysFromCivil(AddMonths(CivilFromDays(*time->days.end), 12))};
  }

  // "3/6/2019" keeps the American value, but is at no other time than 3 June.
  static void CoverBothOrders(TimeExpression* time) {
    if (!time->days.start || !time->days.end) return;
    const Date date = CivilFromDays(*time->days.start);
    const int64_t other = DaysFromCivil({date.year, date.day, date.month});
    time->days = {std::min(*time->days.start, other), std::max(*time->days.end, other + 1)};
  }

  // The way that an open date points: "ended June 30" back, "ending" ahead, else
  // the clause's tense. "by May" points ahead unless the clause tells of the past.
  Tense TenseAt(size_t at) const {
    const TimeTerm& term = terms_[at];
    if (at > 0 && terms_[at - 1].Has(TimeClass::kEnded)) {
      const std::string_view word = terms_[at - 1].range.In(analysis_.text());
      return word.ends_with("ing") ? Tense::kFuture : Tense::kOver;
    }
    const Tense tense = TenseOfClause(analysis_, lexicon_, term.token, term.token_end);
    const bool by = at > 0 && terms_[at - 1].range.In(analysis_.text()) == "by";
    if (by && tense != Tense::kPast) return Tense::kAhead;
    const int32_t governor = GovernorOf(analysis_, term.token, term.token_end);
    const bool of_verb =
        governor >= 0 && analysis_.tokens[static_cast<size_t>(governor)].upos == Upos::kVerb;
    // "polls open Thursday" looks ahead, "Thursday's close is the lowest" does not.
    if (tense == Tense::kPresent && !of_verb) return Tense::kUnknown;
    return tense == Tense::kFuture && of_verb ? Tense::kAhead : tense;
  }

  // "50,000 cars a year", "10 barrels a day": a length behind what is counted is
  // a rate. Counter-example: "it lasted a year".
  bool IsRate(size_t at) const {
    const TimeTerm& term = terms_[at];
    const TimeMeaning& meaning = meanings_[static_cast<size_t>(term.meaning)];
    if (at == 0 || meaning.op != TimeMeaning::Op::kDuration || !meaning.by_article) return false;
    const Token& before = analysis_.tokens[terms_[at - 1].token_end - 1];
    if (!analysis_.SentenceOf(before).parsed) return false;
    const std::string_view xpos = analysis_.Xpos(before);
    return xpos == "NNS" || xpos == "CD" || before.upos == Upos::kSym || before.upos == Upos::kNum;
  }

  // "in two weeks" is read with its preposition, which is no part of the time.
  void DropPreposition(TimeExpression* time) const {
    const std::string_view words = time->range.In(analysis_.text());
    if (!words.starts_with("in ") && !words.starts_with("In ")) return;
    time->range.start += 3;
    if (time->last > time->first + 1) ++time->first;
  }

  const Analysis& analysis_;
  const TimeLexicon& lexicon_;
  const TimeGrammar& grammar_;
  TimeTermReader terms_reader_;
  TimeResolver resolver_;
  std::vector<TimeTerm> terms_;
  std::vector<TimeMeaning> meanings_;
  std::vector<TimeExpression> out_;
};

}  // namespace

std::string_view ToString(TimeType type) { return kTypeNames[static_cast<size_t>(type)]; }

std::vector<TimeExpression> ReadTimes(const Analysis& analysis) {
  return ReadTimes(analysis, TimeLexicon::Shipped());
}

std::vector<TimeExpression> ReadTimes(const Analysis& analysis, const TimeLexicon& lexicon) {
  return TimeReader(analysis, lexicon).Run();
}

std::optional<double> TimesAYear(const TimeExpression& time) {
  constexpr double kDays = 365.2425, kHours = 24 * kDays;
  std::string_view value = time.value;
  if (time.type != TimeType::kSet || value.size() < 3 || value[0] != 'P') return std::nullopt;
  const bool clock = value[1] == 'T';
  value.remove_prefix(clock ? 2 : 1);
  double amount = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), amount);
  if (error != std::errc() || end != value.data() + value.size() - 1 || amount <= 0) return std::nullopt;
  double periods = 0;
  switch (*end) {
    case 'Y': periods = 1; break;
    case 'M': periods = clock ? 60 * kHours : 12; break;
    case 'W': periods = kDays / 7; break;
    case 'D': periods = kDays; break;
    case 'H': periods = kHours; break;
    default: return std::nullopt;
  }
  return periods / amount * time.count;
}

bool SameTime(const TimeExpression& a, const TimeExpression& b) {
  constexpr double kAlike = 0.05;  // four weeks and a month are not
  if (const auto x = TimesAYear(a), y = TimesAYear(b); x && y) return std::max(*x, *y) <= std::min(*x, *y) * (1 + kAlike);
  if (a.value == b.value) return true;
  const bool periods = a.granularity >= Granularity::kMonth && b.granularity >= Granularity::kMonth && a.since == b.since && a.deadline == b.deadline;
  return periods && a.days.start && a.days.end && a.days.start == b.days.start && a.days.end == b.days.end;
}

int EndOfPeriod(const TimeExpression& time) {
  const DayInterval& own = time.own;
  const DayInterval& days = time.days;
  if (!own.start || !own.end || !days.start || !days.end || (own.start == days.start && own.end == days.end)) return 0;
  if (own.start == days.start) return -1;
  return own.end == days.end ? 1 : 0;
}

std::optional<bool> Before(const TimeExpression& a, const TimeExpression& b) {
  const DayInterval x = Covered(a), y = Covered(b);
  if (x.end && y.start && *x.end <= *y.start) return true;
  if (x.start && y.end && *y.end <= *x.start) return false;
  // They overlap: neither is surely first. With an open end it cannot be told.
  if (x.start && y.start && x.end && y.end) return false;
  return std::nullopt;
}

std::optional<bool> Overlap(const TimeExpression& a, const TimeExpression& b) {
  const DayInterval x = Covered(a), y = Covered(b);
  if (x.end && y.start && *x.end <= *y.start) return false;
  if (y.end && x.start && *y.end <= *x.start) return false;
  if (x.start && x.end && y.start && y.end) return true;
  return std::nullopt;
}

std::optional<bool> Contains(const TimeExpression& whole, const TimeExpression& part) {
  const std::optional<bool> overlap = Overlap(whole, part);
  if (overlap == false) return false;
  const DayInterval x = Covered(whole), y = Covered(part);
  if (!x.start || !x.end || !y.start || !y.end) return std::nullopt;
  return *x.start <= *y.start && *y.end <= *x.end;
}

}  // namespace crosscheck
