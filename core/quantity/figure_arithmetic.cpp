// Sums that a text does, or invites the reader to do.
//
// Only shapes that leave no other reading count, because a wrong alarm here reads
// as a lecture: "rose 30 % from 50 to 75", "rose 12 % to 75 from 67", "from 50 to 75,
// up 30 %" with nothing behind the 30 % that could name another base ("up 30 % from
// last year"); "12 people, seven men and four women"; "30 of the 40 pupils, or
// 80 %"; "$300 million for 1.5 million people, or $150 each"; "60 % … 30 % … and
// the remaining 20 %". All figures must be exact, of one unit, side by side in one
// sentence. Rounding of every figure counts. Cost: linear in the figures.

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/quantity/figure_algebra.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {
namespace {

class Arithmetic {
 public:
  Arithmetic(const Analysis& analysis, const std::vector<Figure>& figures)
      : analysis_(analysis), figures_(figures), tables_(FigureLexicon::Shipped().tables()) {}

  std::vector<ArithmeticCheck> Run();

 private:
  using Words = std::vector<std::string_view>;

  const Figure& F(size_t i) const { return figures_[i]; }
  bool Has(size_t i, size_t sentence) const {
    return i < figures_.size() && analysis_.tokens[F(i).first].sentence == sentence;
  }
  bool Exact(size_t i) const { return F(i).value && F(i).bound == Bound::kExact && F(i).unclear.empty(); }
  Words Between(size_t i, size_t j) const;
  std::string_view Before(size_t i) const;
  std::string_view After(size_t i, uint32_t steps = 0) const;
  bool IsChange(size_t i) const { return F(i).trend != Trend::kNone || F(i).noun_trend != Trend::kNone; }
  bool Ends(size_t i) const;
  bool LevelPair(size_t from, size_t to, bool swapped) const;

  void Changes(size_t i, size_t sentence);
  void Direction(size_t i, size_t sentence);
  void AddChange(size_t from, size_t to, size_t change);
  void ShareOfWhole(size_t i, size_t sentence);
  void PerHead(size_t i, size_t sentence);
  void Total(size_t i, size_t sentence);
  void Remainder(size_t i, size_t sentence);
  void Add(ArithmeticKind kind, std::vector<int32_t> figures, const Interval& computed, double stated, bool holds,
           std::string working);

  const Analysis& analysis_;
  const std::vector<Figure>& figures_;
  const FigureLexicon::Tables& tables_;
  std::vector<ArithmeticCheck> checks_;
};

std::string Short(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.4g", value);
  return buffer;
}

Arithmetic::Words Arithmetic::Between(size_t i, size_t j) const {
  Words words;
  for (uint32_t t = F(i).last; t < F(j).first; ++t) words.push_back(analysis_.Lower(analysis_.tokens[t]));
  return words;
}

std::string_view Arithmetic::Before(size_t i) const {
  const uint32_t first = F(i).first;
  return first == 0 ? std::string_view() : analysis_.Lower(analysis_.tokens[first - 1]);
}

std::string_view Arithmetic::After(size_t i, uint32_t steps) const {
  const uint32_t at = F(i).last + steps;
  const Sentence& sentence = analysis_.sentences[analysis_.tokens[F(i).first].sentence];
  return at < sentence.last ? analysis_.Lower(analysis_.tokens[at]) : std::string_view();
}

bool IsMark(std::string_view word) {
  return word.empty() || word == "." || word == "," || word == ";" || word == ")" || word == "—" || word == "–" || word == "!";
}

// Nothing behind the figure can name another base or measure.
bool Arithmetic::Ends(size_t i) const {
  if (IsMark(After(i))) return true;
  const bool noun = tables_.trend_nouns.find(After(i)) != tables_.trend_nouns.end();
  return noun && IsMark(After(i, 1));
}

// "from 50 [jobs] to 75", or swapped, "to 75 from 50".
bool Arithmetic::LevelPair(size_t from, size_t to, bool swapped) const {
  if (!Exact(from) || !Exact(to) || IsChange(from) || IsChange(to)) return false;
  if (F(from).dimension != F(to).dimension || F(from).per != F(to).per || F(from).kind == FigureKind::kOrdinal) return false;
  if (*F(from).value <= 0 || *F(to).value < 0 || F(from).factor <= 0 || F(from).offset != 0) return false;
  if (Before(from) != "from" || Before(to) != "to") return false;
  const Words words = swapped ? Between(to, from) : Between(from, to);
  return !words.empty() && words.size() <= 3 && std::none_of(words.begin(), words.end(), [](std::string_view w) { return IsMark(w); });
}

void Arithmetic::AddChange(size_t from, size_t to, size_t change) {
  const Figure& stated = F(change);
  const bool percent = stated.dimension == "share" && stated.kind == FigureKind::kPercent && F(from).dimension != "share";
  const bool points = stated.dimension == "point" && F(from).dimension == "share";
  const bool same = stated.dimension == F(from).dimension && stated.dimension != "share";
  if (!percent && !same && !points) return;
  if (!Exact(change) || !stated.per.empty()) return;
  const auto computed = percent ? PercentChange(F(from), F(to)) : Difference(F(from), F(to));
  if (!computed) return;
  const bool down = (stated.trend != Trend::kNone ? stated.trend : stated.noun_trend) == Trend::kDown;
  Interval size = *computed;
  if (down) size = {-*computed->high, -*computed->low};
  if (same && F(from).unit != stated.unit) return;
  const std::string unit = percent ? " %" : "";
  const double middle = (*computed->low + *computed->high) / 2;
  std::string working = "from " + ToText(F(from)) + " to " + ToText(F(to)) + " is " + (middle >= 0 ? "+" : "") + Short(middle) + unit;
  Add(percent ? ArithmeticKind::kPercentChange : ArithmeticKind::kDifference,
      {static_cast<int32_t>(from), static_cast<int32_t>(to), static_cast<int32_t>(change)}, size, std::fabs(*stated.value),
      MayBe(size, stated), std::move(working));
}

// "rose from 40 to 35"
void Arithmetic::Direction(size_t i, size_t sentence) {
  if (!Has(i + 1, sentence)) return;
  const bool swapped = F(i + 1).left;
  const size_t from = swapped ? i + 1 : i, to = swapped ? i : i + 1;
  const Trend moved = F(from).moved;
  if (moved == Trend::kNone || F(to).moved != moved || !F(from).left || F(to).left || !LevelPair(from, to, swapped)) return;
  const auto change = Difference(F(from), F(to));
  if (!change) return;
  const bool up = *change->low > 0, down = *change->high < 0;
  const bool told = std::any_of(checks_.begin(), checks_.end(), [&](const ArithmeticCheck& check) {
    return std::find(check.figures.begin(), check.figures.end(), static_cast<int32_t>(from)) != check.figures.end();
  });
  if (told || !(moved == Trend::kUp ? down : up)) return;  // listed only where it is wrong, and once
  Add(ArithmeticKind::kDirection, {static_cast<int32_t>(from), static_cast<int32_t>(to)}, *change, 0.0, false,
      "from " + ToText(F(from)) + " to " + ToText(F(to)) + " is a " + (up ? "rise" : "fall"));
}

void Arithmetic::Changes(size_t i, size_t sentence) {
  if (!Has(i + 2, sentence)) return;
  // "rose 30 % from 50 to 75"
  if (IsChange(i) && F(i).trend != Trend::kNone && Between(i, i + 1) == Words{"from"} && LevelPair(i + 1, i + 2, false)) {
    AddChange(i + 1, i + 2, i);
  }
  // "rose 12 % to 75 from 67"
  if (IsChange(i) && F(i).trend != Trend::kNone && Between(i, i + 1) == Words{"to"} && LevelPair(i + 2, i + 1, true) &&
      (Ends(i + 2) || After(i + 2) == "a")) {
    AddChange(i + 2, i + 1, i);
  }
  // "from 50 to 75, up 30 %", "from 50 to 75, a rise of 30 %"
  if (!LevelPair(i, i + 1, false) || !IsChange(i + 2) || !Ends(i + 2)) return;
  const Words gap = Between(i + 1, i + 2);
  if (gap.empty() || gap.size() > 5 || (gap[0] != "," && gap[0] != "(" && gap[0] != "—")) return;
  for (size_t w = 1; w < gap.size(); ++w) {
    const bool degree = tables_.between.find(gap[w]) != tables_.between.end() || tables_.trend_words.find(gap[w]) != tables_.trend_words.end() ||
                        tables_.trend_nouns.find(gap[w]) != tables_.trend_nouns.end() || gap[w] == "or";
    if (!degree) return;
  }
  AddChange(i, i + 1, i + 2);
}

// "30 of the 40 pupils, or 80 %"
void Arithmetic::ShareOfWhole(size_t i, size_t sentence) {
  if (!Has(i + 2, sentence) || !Exact(i) || !Exact(i + 1) || !Exact(i + 2)) return;
  if (F(i).dimension != "count" || F(i + 1).dimension != "count" || F(i + 2).kind != FigureKind::kPercent || IsChange(i + 2)) return;
  const Words of = Between(i, i + 1);
  if (of.empty() || of[0] != "of" || of.size() > 2) return;
  const Words gap = Between(i + 1, i + 2);
  if (gap.size() < 2 || gap.size() > 5) return;
  const bool stated = gap.back() == "(" || (gap.back() == "or" && gap[gap.size() - 2] == ",");
  if (!stated || (!IsMark(After(i + 2)))) return;
  const auto ratio = Ratio(F(i), F(i + 1));
  if (!ratio || *ratio->high > 1.0) return;
  const Interval percent{*ratio->low * 100, *ratio->high * 100};
  Add(ArithmeticKind::kShareOfWhole, {static_cast<int32_t>(i), static_cast<int32_t>(i + 1), static_cast<int32_t>(i + 2)}, percent,
      *F(i + 2).value, MayBe(percent, F(i + 2)), ToText(F(i)) + " of " + ToText(F(i + 1)) + " is " + Short(*percent.low) + " %");
}

// "$300 million for 1.5 million people, or $150 each"
void Arithmetic::PerHead(size_t i, size_t sentence) {
  if (!Has(i + 2, sentence) || !Exact(i) || !Exact(i + 1) || !Exact(i + 2)) return;
  if (F(i).kind != FigureKind::kMoney || F(i + 2).kind != FigureKind::kMoney || F(i + 1).dimension != "count") return;
  if (F(i).dimension != F(i + 2).dimension || !F(i).per.empty() || IsChange(i) || IsChange(i + 2)) return;
  const bool each = After(i + 2) == "each" || After(i + 2) == "apiece" || F(i + 2).per == "person" || F(i + 2).per == "head";
  const Words link = Between(i, i + 1);
  const Words gap = Between(i + 1, i + 2);
  const bool shared = !link.empty() && link.size() <= 3 && (link.back() == "for" || link.back() == "among" || link.back() == "between" || link.back() == "to");
  const bool told = gap.size() >= 2 && gap.size() <= 4 && (gap.back() == "or" || gap.back() == "(") && *F(i + 1).value >= 1;
  if (!each || !shared || !told) return;
  const auto ratio = Ratio(F(i), F(i + 1));
  if (!ratio) return;
  Add(ArithmeticKind::kPerHead, {static_cast<int32_t>(i), static_cast<int32_t>(i + 1), static_cast<int32_t>(i + 2)}, *ratio,
      *F(i + 2).value, MayBe(*ratio, F(i + 2)),
      ToText(F(i)) + " by " + ToText(F(i + 1)) + " is " + Short((*ratio->low + *ratio->high) / 2));
}

// "12 people, seven men and four women"
void Arithmetic::Total(size_t i, size_t sentence) {
  if (!Exact(i) || F(i).dimension != "count" || tables_.In("person-parts", After(i))) return;
  std::vector<int32_t> taken;
  size_t j = i + 1;
  for (; Has(j, sentence) && taken.size() < 5; ++j) {
    if (!Exact(j) || F(j).dimension != "count" || !tables_.In("person-parts", After(j))) break;
    const Words gap = Between(j - 1, j);
    const bool first = taken.empty();
    if (gap.empty() || gap.size() > (first ? 6u : 3u)) return;
    if (first && gap.back() != "," && gap.back() != ":" && gap.back() != "—" && gap.back() != "(") return;
    for (const std::string_view word : gap) {
      if (word == "including" || word == "among" || word == "of" || word == "with" || word == "and") {
        if (first || word != "and") return;
      }
    }
    taken.push_back(static_cast<int32_t>(j));
    if (!first && gap.back() == "and") break;
  }
  if (taken.size() < 2 || Before(static_cast<size_t>(taken.back())) != "and") return;
  const auto last = static_cast<size_t>(taken.back());
  if (!IsMark(After(last, 1))) return;
  std::vector<Figure> parts;
  for (const int32_t part : taken) parts.push_back(F(static_cast<size_t>(part)));
  const auto sum = Sum(parts);
  if (!sum) return;
  taken.push_back(static_cast<int32_t>(i));
  Add(ArithmeticKind::kTotal, std::move(taken), *sum, *F(i).value, MayBe(*sum, F(i)) && std::fabs(*sum->low - *F(i).value) < 0.5,
      "the parts add up to " + Short(*sum->low) + ", not " + Short(*F(i).value));
}

// "60 % walk, 30 % cycle and the remaining 20 % drive"
void Arithmetic::Remainder(size_t i, size_t sentence) {
  const std::string_view cue = Before(i);
  if (F(i).kind != FigureKind::kPercent || !Exact(i) || (cue != "remaining" && cue != "other")) return;
  if (cue == "other" && F(i).first >= 2 && analysis_.Lower(analysis_.tokens[F(i).first - 2]) != "the") return;
  Interval rest{100.0, 100.0};
  std::vector<int32_t> taken;
  for (size_t j = i; j-- > 0 && Has(j, sentence);) {
    if (F(j).kind != FigureKind::kPercent || !Exact(j) || IsChange(j) || F(j).factor != 0.01) return;
    *rest.low -= *F(j).implied.high + F(j).place;
    *rest.high -= *F(j).implied.low - F(j).place;
    taken.insert(taken.begin(), static_cast<int32_t>(j));
  }
  if (taken.empty() || taken.size() > 4 || Has(i + 1, sentence)) return;
  taken.push_back(static_cast<int32_t>(i));
  Add(ArithmeticKind::kShares, std::move(taken), rest, *F(i).value, MayBe(rest, F(i)),
      "the other shares leave " + Short((*rest.low + *rest.high) / 2) + " %");
}

void Arithmetic::Add(ArithmeticKind kind, std::vector<int32_t> figures, const Interval& computed, double stated, bool holds,
                     std::string working) {
  ArithmeticCheck check;
  check.kind = kind;
  for (const int32_t figure : figures) check.range = Cover(check.range, F(static_cast<size_t>(figure)).range);
  check.figures = std::move(figures);
  check.computed = computed;
  check.stated = stated;
  check.holds = holds;
  check.working = std::move(working);
  checks_.push_back(std::move(check));
}

std::vector<ArithmeticCheck> Arithmetic::Run() {
  for (size_t i = 0; i < figures_.size(); ++i) {
    const size_t sentence = analysis_.tokens[F(i).first].sentence;
    Changes(i, sentence);
    Direction(i, sentence);
    ShareOfWhole(i, sentence);
    PerHead(i, sentence);
    Total(i, sentence);
    Remainder(i, sentence);
  }
  std::stable_sort(checks_.begin(), checks_.end(), [](const ArithmeticCheck& a, const ArithmeticCheck& b) { return a.range < b.range; });
  return std::move(checks_);
}

}  // namespace

std::string_view ToString(ArithmeticKind kind) {
  constexpr std::string_view kNames[] = {"percent-change", "difference", "shares", "total", "share-of-whole", "direction", "order", "length", "per-head"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<ArithmeticCheck> CheckArithmetic(const Analysis& analysis, const std::vector<Figure>& figures) {
  return Arithmetic(analysis, figures).Run();
}

}  // namespace crosscheck
