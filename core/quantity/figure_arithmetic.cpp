// Sums that a text does, or invites the reader to do.
//
// Only shapes that leave no other reading count, because a wrong alarm here reads
// as a lecture. All figures must be exact, of one unit, side by side in one
// sentence, and the rounding of every figure counts. This file has the changes of a
// level: "rose 30 % from 50 to 75", "rose 12 % to 75 from 67", "from 50 to 75, up
// 30 %" with nothing behind the 30 % that could name another base ("up 30 % from
// last year"), "doubled from 20 to 30", "rose from 40 to 35". Parts of a whole are in
// figure_parts.cpp, things told twice in figure_twice.cpp. Cost: linear in the figures.
// Test: tests/unit/quantity/figure_arithmetic_test.cpp.

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/quantity/figure_sums.h"

namespace crosscheck {

std::string ShortNumber(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.4g", value);
  return buffer;
}

FigureSums::Words FigureSums::Between(size_t i, size_t j) const {
  Words words;
  for (uint32_t t = F(i).last; t < F(j).first; ++t) words.push_back(analysis_.Lower(analysis_.tokens[t]));
  return words;
}

std::string_view FigureSums::Before(size_t i, uint32_t steps) const {
  const uint32_t first = F(i).first;
  const Sentence& sentence = analysis_.sentences[SentenceOf(i)];
  return first < sentence.first + steps + 1 ? std::string_view() : analysis_.Lower(analysis_.tokens[first - steps - 1]);
}

std::string_view FigureSums::After(size_t i, uint32_t steps) const {
  const uint32_t at = F(i).last + steps;
  return at < analysis_.sentences[SentenceOf(i)].last ? analysis_.Lower(analysis_.tokens[at]) : std::string_view();
}

bool FigureSums::IsMark(std::string_view word) {
  return word.empty() || word == "." || word == "," || word == ";" || word == ")" || word == "—" || word == "–" || word == "!";
}

bool FigureSums::Ends(size_t i) const {
  if (IsMark(After(i))) return true;
  const bool noun = tables_.trend_nouns.find(After(i)) != tables_.trend_nouns.end();
  return noun && IsMark(After(i, 1));
}

void FigureSums::Add(ArithmeticKind kind, std::vector<size_t> figures, const Interval& computed, bool holds, std::string working) {
  ArithmeticCheck check;
  check.kind = kind;
  for (const size_t figure : figures) {
    check.range = Cover(check.range, F(figure).range);
    check.figures.push_back(static_cast<int32_t>(figure));
  }
  check.computed = computed;
  check.stated = std::fabs(F(figures.back()).value.value_or(0.0));
  check.holds = holds;
  check.working = std::move(working);
  checks_.push_back(std::move(check));
}

namespace {

constexpr double kMultipleSlack = 0.15;  // "doubled" is told roughly

// "from 50 [jobs] to 75", or swapped, "to 75 from 50".
bool LevelPair(const FigureSums& s, size_t from, size_t to, bool swapped) {
  const Figure& a = s.F(from);
  const Figure& b = s.F(to);
  if (!s.Exact(from) || !s.Exact(to) || s.IsChange(from) || s.IsChange(to)) return false;
  if (a.dimension != b.dimension || a.per != b.per || a.kind == FigureKind::kOrdinal) return false;
  if (*a.value <= 0 || *b.value < 0 || a.factor <= 0 || a.offset != 0) return false;
  if (s.Before(from) != "from" || s.Before(to) != "to") return false;
  const FigureSums::Words words = swapped ? s.Between(to, from) : s.Between(from, to);
  return !words.empty() && words.size() <= 3 && std::ranges::none_of(words, FigureSums::IsMark);
}

std::string Levels(const FigureSums& s, size_t from, size_t to) { return "from " + ToText(s.F(from)) + " to " + ToText(s.F(to)); }

void AddChange(FigureSums* s, size_t from, size_t to, size_t change) {
  const Figure& stated = s->F(change);
  const Figure& a = s->F(from);
  const Figure& b = s->F(to);
  const bool percent = stated.dimension == "share" && stated.kind == FigureKind::kPercent && a.dimension != "share";
  const bool points = stated.dimension == "point" && a.dimension == "share";
  const bool same = stated.dimension == a.dimension && stated.dimension != "share";
  if (!percent && !same && !points) return;
  if (!s->Exact(change) || !stated.per.empty() || (same && a.unit != stated.unit)) return;
  const auto computed = percent ? PercentChange(a, b) : Difference(a, b);
  if (!computed) return;
  const bool down = (stated.trend != Trend::kNone ? stated.trend : stated.noun_trend) == Trend::kDown;
  Interval size = *computed;
  if (down) size = {-*computed->high, -*computed->low};
  const double to_told = *ValueIn(b, a);
  const double middle = percent ? (to_told / *a.value - 1) * 100 : to_told - *a.value;
  s->Add(percent ? ArithmeticKind::kPercentChange : ArithmeticKind::kDifference, {from, to, change}, size, MayBe(size, stated),
         Levels(*s, from, to) + " is " + (middle >= 0 ? "+" : "") + ShortNumber(middle) + (percent ? " %" : ""));
}

// "doubled from 20 to 30", "doubled to 30 from 20"
void AddMultiple(FigureSums* s, size_t from, size_t to, size_t multiple) {
  const auto ratio = Ratio(s->F(to), s->F(from));
  if (!ratio) return;
  const double told = *s->F(multiple).value;
  const bool holds = *ratio->high >= told * (1 - kMultipleSlack) && *ratio->low <= told * (1 + kMultipleSlack);
  const double times = *ValueIn(s->F(to), s->F(from)) / *s->F(from).value;
  s->Add(ArithmeticKind::kPercentChange, {from, to, multiple}, *ratio, holds, Levels(*s, from, to) + " is " + ShortNumber(times) + " times as much");
}

// "rose from 40 to 35"
void Direction(FigureSums* s, size_t i, size_t sentence) {
  if (!s->Has(i + 1, sentence)) return;
  const bool swapped = s->F(i + 1).left;
  const size_t from = swapped ? i + 1 : i, to = swapped ? i : i + 1;
  const Trend moved = s->F(from).moved;
  if (moved == Trend::kNone || s->F(to).moved != moved || !s->F(from).left || s->F(to).left || !LevelPair(*s, from, to, swapped)) return;
  const auto change = Difference(s->F(from), s->F(to));
  if (!change) return;
  const bool up = *change->low > 0, down = *change->high < 0;
  const bool told = std::ranges::any_of(s->checks(), [&](const ArithmeticCheck& check) {
    return std::ranges::find(check.figures, static_cast<int32_t>(from)) != check.figures.end();
  });
  if (told || !(moved == Trend::kUp ? down : up)) return;  // listed only where it is wrong, and once
  s->Add(ArithmeticKind::kDirection, {from, to}, *change, false, Levels(*s, from, to) + " is a " + (up ? "rise" : "fall"));
}

// ", up 30 %", " (a rise of 30 %)", with nothing that names another base.
bool ToldBehind(const FigureSums& s, size_t level, size_t change) {
  if (!s.IsChange(change) || !s.Ends(change)) return false;
  const FigureSums::Words gap = s.Between(level, change);
  if (gap.empty() || gap.size() > 5 || (gap[0] != "," && gap[0] != "(" && gap[0] != "—")) return false;
  const FigureLexicon::Tables& tables = s.tables();
  return std::all_of(gap.begin() + 1, gap.end(), [&](std::string_view word) {
    return tables.between.find(word) != tables.between.end() || tables.trend_words.find(word) != tables.trend_words.end() ||
           tables.trend_nouns.find(word) != tables.trend_nouns.end() || word == "or";
  });
}

}  // namespace

void CheckChanges(FigureSums* s, size_t i) {
  const size_t sentence = s->SentenceOf(i);
  if (s->Has(i + 2, sentence)) {
    const bool told = s->IsChange(i) && s->F(i).trend != Trend::kNone;
    const bool multiple = s->F(i).dimension == "multiple" && s->Exact(i);
    const FigureSums::Words gap = s->Between(i, i + 1);
    // "rose 30 % from 50 to 75", "doubled from 20 to 30"
    if (told && gap == FigureSums::Words{"from"} && LevelPair(*s, i + 1, i + 2, false)) {
      multiple ? AddMultiple(s, i + 1, i + 2, i) : AddChange(s, i + 1, i + 2, i);
    }
    // "rose 12 % to 75 from 67"
    if (told && gap == FigureSums::Words{"to"} && LevelPair(*s, i + 2, i + 1, true) && (s->Ends(i + 2) || s->After(i + 2) == "a")) {
      multiple ? AddMultiple(s, i + 2, i + 1, i) : AddChange(s, i + 2, i + 1, i);
    }
    // "from 50 to 75, up 30 %", "to 75 from 50, a rise of 30 %"
    if (ToldBehind(*s, i + 1, i + 2)) {
      if (LevelPair(*s, i, i + 1, false)) AddChange(s, i, i + 1, i + 2);
      if (LevelPair(*s, i + 1, i, true)) AddChange(s, i + 1, i, i + 2);
    }
  }
  Direction(s, i, sentence);
}

std::string_view ToString(ArithmeticKind kind) {
  constexpr std::string_view kNames[] = {"percent-change", "difference", "shares",   "total", "share-of-whole", "direction", "order",
                                         "length",         "per-head",   "conversion", "age",   "weekday",        "day"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<ArithmeticCheck> CheckArithmetic(const Analysis& analysis, const std::vector<Figure>& figures) {
  FigureSums sums(analysis, figures);
  for (size_t i = 0; i < figures.size(); ++i) {
    CheckChanges(&sums, i);
    CheckParts(&sums, i);
    CheckTwice(&sums, i);
  }
  std::vector<ArithmeticCheck> checks = sums.Take();
  std::ranges::stable_sort(checks, {}, [](const ArithmeticCheck& check) { return check.range; });
  return checks;
}

}  // namespace crosscheck
