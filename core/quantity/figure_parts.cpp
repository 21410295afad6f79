// Parts of a whole, held against it.
//
// "30 of the 40 pupils, or 80 %"; "$300 million for 1.5 million people, or $150 each";
// "12 people, seven men and four women"; "50 ships: 20 tankers, ten ferries and 15
// tugs"; "$100 million, of which $60 million goes to roads and $60 million to rail";
// "60 % … 30 % … and the remaining 20 %"; "60 % chose Ruiz, 30 % Berg and 25 % Holm";
// "120 % of the voters". A list must be closed by "and" and end its clause: open ones
// ("including", "30 % voted for …") may leave parts out, and then only too much is
// wrong. Counter-examples: "60 % of women and 55 % of men" are two wholes, "130 % of
// the plan" and "of last year's votes" are no parts. Cost: linear in the figures.
// Test: tests/unit/quantity/figure_arithmetic_test.cpp.

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "core/base/one_of.h"
#include "core/quantity/figure_sums.h"

namespace crosscheck {
namespace {

using Words = FigureSums::Words;
constexpr size_t kMostParts = 8;

bool Count(const FigureSums& s, size_t i) { return s.Exact(i) && s.F(i).dimension == "count" && s.F(i).kind == FigureKind::kCardinal; }
bool Holds(const FigureSums& s, const Words& words, std::string_view set) {
  return std::ranges::any_of(words, [&](std::string_view word) { return s.tables().In(set, word); });
}

// "30 of the 40 pupils, or 80 %"; "15 of the 12 members"
void ShareOfWhole(FigureSums* s, size_t i, size_t sentence) {
  if (!s->Has(i + 1, sentence) || !Count(*s, i) || !Count(*s, i + 1)) return;
  const Words of = s->Between(i, i + 1);
  if (of.empty() || of[0] != "of" || of.size() > 2) return;
  const auto ratio = Ratio(s->F(i), s->F(i + 1));
  if (!ratio) return;
  const bool named = of.size() == 2 && OneOf(of[1], {"the", "its", "their", "these", "those"});
  if (*ratio->low > 1.0) {
    if (named && *s->F(i + 1).value >= 2 && s->After(i + 1) != "-" && !s->tables().In("compared-after", s->After(i))) {
      s->Add(ArithmeticKind::kShareOfWhole, {i, i + 1}, *ratio, false, ToText(s->F(i)) + " is more than all " + ToText(s->F(i + 1)));
    }
    return;
  }
  if (!s->Has(i + 2, sentence) || !s->Exact(i + 2) || s->F(i + 2).kind != FigureKind::kPercent || s->IsChange(i + 2)) return;
  const Words gap = s->Between(i + 1, i + 2);
  if (gap.size() < 2 || gap.size() > 5 || *ratio->high > 1.0) return;
  const bool stated = gap.back() == "(" || (gap.back() == "or" && gap[gap.size() - 2] == ",");
  if (!stated || !FigureSums::IsMark(s->After(i + 2))) return;
  const Interval percent{*ratio->low * 100, *ratio->high * 100};
  s->Add(ArithmeticKind::kShareOfWhole, {i, i + 1, i + 2}, percent, MayBe(percent, s->F(i + 2)),
         ToText(s->F(i)) + " of " + ToText(s->F(i + 1)) + " is " + ShortNumber(*percent.low) + " %");
}

// "per family" of 4 million families, "per head" and "each" of anybody.
bool ForEach(const FigureSums& s, size_t amount, size_t count) {
  if (OneOf(s.After(amount), {"each", "apiece"})) return true;
  const std::string& per = s.F(amount).per;
  return !per.empty() && (OneOf(per, {"person", "head", "capita"}) || per == s.F(count).of_key);
}

// "$300 million for 1.5 million people, or $150 each"; "the town of 10,000 people spent
// 5 million euros, or 500 euros per head"
void PerHead(FigureSums* s, size_t i, size_t sentence) {
  if (!s->Has(i + 2, sentence) || !s->Exact(i) || !s->Exact(i + 1) || !s->Exact(i + 2)) return;
  const bool sum_first = s->F(i).kind == FigureKind::kMoney;
  const size_t sum = sum_first ? i : i + 1, count = sum_first ? i + 1 : i, each = i + 2;
  if (s->F(sum).kind != FigureKind::kMoney || s->F(each).kind != FigureKind::kMoney || !Count(*s, count) || *s->F(count).value < 1) return;
  if (s->F(sum).dimension != s->F(each).dimension || !s->F(sum).per.empty() || s->IsChange(sum) || s->IsChange(each)) return;
  if (!ForEach(*s, each, count)) return;
  const Words link = s->Between(i, i + 1), gap = s->Between(i + 1, each);
  if (gap.empty() || gap.size() > 4 || !OneOf(gap.back(), {"or", "(", ",", "—", "–"})) return;
  if (sum_first) {
    if (link.empty() || link.size() > 3 || gap.size() < 2 || !OneOf(link.back(), {"for", "among", "between", "to", "across"})) return;
  } else {
    const bool restated = gap.back() == "or" || gap.back() == "(";
    const bool person = OneOf(s->F(each).per, {"person", "head", "capita"}) || s->F(each).per == s->F(count).of_key;
    if (!restated || !person || link.size() > 6 || std::ranges::any_of(link, FigureSums::IsMark) || Holds(*s, link, "compared-after")) return;
  }
  const auto ratio = Ratio(s->F(sum), s->F(count));
  if (!ratio) return;
  s->Add(ArithmeticKind::kPerHead, {sum, count, each}, *ratio, MayBe(*ratio, s->F(each)),
         ToText(s->F(sum)) + " by " + ToText(s->F(count)) + " is " + ShortNumber(*s->F(sum).value / *s->F(count).value));
}

// "120 million USD" for two times 60 million.
std::string SumText(const std::vector<Figure>& parts) {
  Figure sum = parts.front();
  sum.value = 0.0;
  for (const Figure& part : parts) *sum.value += *part.value;
  sum.logical = sum.implied = {sum.value, sum.value};
  return ToText(sum);
}

void AddTotal(FigureSums* s, size_t total, const std::vector<size_t>& parts) {
  std::vector<Figure> figures;
  for (const size_t part : parts) figures.push_back(s->F(part));
  const auto sum = Sum(figures);
  if (!sum) return;
  const double told = *s->F(total).value, least = *sum->low, most = *sum->high;
  std::vector<size_t> taken = parts;
  taken.push_back(total);
  const bool holds = MayBe(*sum, s->F(total)) && told > least - 0.5 && told < most + 0.5;
  s->Add(ArithmeticKind::kTotal, std::move(taken), *sum, holds, "the parts add up to " + SumText(figures) + ", not " + ToText(s->F(total)));
}

// "12 people, seven men and four women"
void People(FigureSums* s, size_t i, size_t sentence) {
  const auto person = [&](size_t j) { return s->tables().In("person-parts", s->After(j)); };
  if (!Count(*s, i) || person(i)) return;
  std::vector<size_t> parts;
  for (size_t j = i + 1; s->Has(j, sentence) && parts.size() < 5; ++j) {
    if (!Count(*s, j) || !person(j)) break;
    const Words gap = s->Between(j - 1, j);
    const bool first = parts.empty();
    if (gap.empty() || gap.size() > (first ? 6u : 3u)) return;
    if (first && !OneOf(gap.back(), {",", ":", "—", "("})) return;
    for (const std::string_view word : gap) {
      if (OneOf(word, {"including", "among", "of", "with", "and"}) && (first || word != "and")) return;
    }
    parts.push_back(j);
    if (!first && gap.back() == "and") break;
  }
  if (parts.size() < 2 || s->Before(parts.back()) != "and" || !FigureSums::IsMark(s->After(parts.back(), 1))) return;
  AddTotal(s, i, parts);
}

// "50 ships: 20 tankers, ten ferries and 15 tugs"; "(20 tankers and 30 tugs)"
void List(FigureSums* s, size_t i, size_t sentence) {
  if (!Count(*s, i) || *s->F(i).value < 3 || OneOf(s->Before(i), {"of", "by", "than"})) return;
  std::vector<size_t> parts;
  bool closed = false;
  for (size_t j = i + 1; !closed && s->Has(j, sentence) && parts.size() < kMostParts; ++j) {
    if (!Count(*s, j) || s->IsChange(j) || *s->F(j).value >= *s->F(i).value) return;
    const Words gap = s->Between(j - 1, j);
    const bool first = parts.empty();
    if (gap.size() < 2 || gap.size() > 4 || Holds(*s, gap, "compared-after") || s->tables().In("compared-after", s->After(j))) return;
    if (first ? !OneOf(gap.back(), {":", "("}) : !OneOf(gap.back(), {",", "and"})) return;
    if (std::ranges::find(gap, ")") != gap.end()) return;  // "five tackles (four solo) and two passes"
    if (std::count_if(gap.begin(), gap.end(), FigureSums::IsMark) > (first ? 0 : 1)) return;
    parts.push_back(j);
    closed = gap.back() == "and";
  }
  if (!closed || parts.size() < 2 || FigureSums::IsMark(s->After(parts.back()))) return;
  uint32_t step = 1;  // the last part's words, up to the end of the clause
  while (step < 4 && !FigureSums::IsMark(s->After(parts.back(), step))) ++step;
  const std::string_view end = s->After(parts.back(), step);
  if (!OneOf(end, {"", ".", ")", ";", "!"})) return;
  AddTotal(s, i, parts);
}

// "$100 million, of which $60 million goes to roads and $60 million to rail": no more
// than the whole. Parts with verbs of their own may overlap ("$60 million is spent and
// $50 million is promised").
void OfWhich(FigureSums* s, size_t i, size_t sentence) {
  if (!s->Has(i + 2, sentence) || s->F(i).kind != FigureKind::kMoney || s->IsChange(i)) return;
  for (size_t j = i; j <= i + 2; ++j) {
    if (!s->Exact(j) || s->F(j).dimension != s->F(i).dimension || s->F(j).per != s->F(i).per || s->F(j).unit != s->F(i).unit) return;
  }
  const Words which = s->Between(i, i + 1), gap = s->Between(i + 1, i + 2);
  const bool led = which.size() <= 4 && which.size() >= 2 && which.back() == "which" && which[which.size() - 2] == "of";
  if (!led || gap.empty() || gap.size() > 6 || gap.back() != "and" || !OneOf(s->After(i + 2), {"to", "for", "on", "in", "from"})) return;
  const std::vector<Figure> parts = {s->F(i + 1), s->F(i + 2)};
  const auto sum = Sum(parts);
  const Interval whole = BaseInterval(s->F(i));
  if (!sum || !whole.high || *sum->low <= *whole.high) return;
  s->Add(ArithmeticKind::kTotal, {i + 1, i + 2, i}, *sum, false,
         "the parts add up to " + SumText(parts) + " of " + ToText(s->F(i)));
}

bool Percent(const FigureSums& s, size_t i) {
  return s.F(i).kind == FigureKind::kPercent && s.F(i).factor == 0.01 && s.F(i).value && s.F(i).unclear.empty() && !s.IsChange(i) && s.F(i).moved == Trend::kNone;
}

// "60 % walk, 30 % cycle and the remaining 20 % drive"
void Remainder(FigureSums* s, size_t i, size_t sentence) {
  const std::string_view cue = s->Before(i);
  if (!Percent(*s, i) || !s->Exact(i) || (cue != "remaining" && cue != "other")) return;
  if (cue == "other" && !s->Before(i, 1).empty() && s->Before(i, 1) != "the") return;
  Interval rest{100.0, 100.0};
  std::vector<size_t> taken;
  for (size_t j = i; j-- > 0 && s->Has(j, sentence);) {
    if (!Percent(*s, j) || !s->Exact(j)) return;
    *rest.low -= *s->F(j).implied.high + s->F(j).place;
    *rest.high -= *s->F(j).implied.low - s->F(j).place;
    taken.insert(taken.begin(), j);
  }
  if (taken.empty() || taken.size() > 4 || s->Has(i + 1, sentence)) return;
  taken.push_back(i);
  s->Add(ArithmeticKind::kShares, std::move(taken), rest, MayBe(rest, s->F(i)), "the other shares leave " + ShortNumber((*rest.low + *rest.high) / 2) + " %");
}

// "60 % chose Ruiz, 30 % Berg and 25 % Holm": each chooses one.
void Choices(FigureSums* s, size_t i, size_t sentence) {
  const std::string_view verb = s->After(i);
  if (!Percent(*s, i) || !s->tables().In("choice-verbs", verb)) return;
  if (i > 0 && s->Has(i - 1, sentence) && s->After(i - 1) == verb) return;  // the list began before
  double least = 0, told = 0;
  std::vector<size_t> taken;
  for (size_t j = i; s->Has(j, sentence) && Percent(*s, j) && taken.size() < kMostParts; ++j) {
    const uint32_t next = s->F(j).last;
    const bool name = next < s->analysis().tokens.size() && s->analysis().tokens[next].upos == Upos::kPropn;
    if (s->After(j) != verb && !name) break;
    if (j > i) {
      const Words gap = s->Between(j - 1, j);
      if (gap.size() > 7 || Holds(*s, gap, "other-whole")) return;
    }
    if (!s->F(j).implied.low) return;
    least += *s->F(j).implied.low - s->F(j).place / 2;
    told += *s->F(j).value;
    taken.push_back(j);
  }
  if (taken.size() < 2) return;
  for (uint32_t step = 1; step < 8 && !s->After(taken.back(), step).empty(); ++step) {
    if (s->tables().In("other-whole", s->After(taken.back(), step))) return;
  }
  if (least <= 100.0) return;
  s->Add(ArithmeticKind::kShares, std::move(taken), {least, told}, false, "the shares add up to " + ShortNumber(told) + " %");
}

// "120 % of the voters took part": no more of them than all.
void MoreThanAll(FigureSums* s, size_t i) {
  if (!Percent(*s, i) || *s->F(i).value <= 100 || !s->F(i).implied.low || *s->F(i).implied.low <= 100) return;
  if (s->After(i) != "of" || OneOf(s->Before(i), {"by", "than", "as"})) return;
  uint32_t step = 1;
  while (step < 4 && (OneOf(s->After(i, step), {"the", "all", "its", "their", "our", "registered", "eligible"}))) ++step;
  if (!s->tables().In("bounded-wholes", s->After(i, step))) return;
  for (uint32_t behind = step + 1; behind < step + 6 && !s->After(i, behind).empty(); ++behind) {
    const std::string_view word = s->After(i, behind);
    const bool year = word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
    if (year || s->tables().In("compared-after", word)) return;  // "of the votes it won in 2016"
    if (FigureSums::IsMark(word)) break;
  }
  s->Add(ArithmeticKind::kShares, {i}, {100.0, 100.0}, false, "no more than 100 % can be of the " + std::string(s->After(i, step)));
}

}  // namespace

void CheckParts(FigureSums* sums, size_t i) {
  const size_t sentence = sums->SentenceOf(i);
  ShareOfWhole(sums, i, sentence);
  PerHead(sums, i, sentence);
  People(sums, i, sentence);
  List(sums, i, sentence);
  OfWhich(sums, i, sentence);
  Remainder(sums, i, sentence);
  Choices(sums, i, sentence);
  MoreThanAll(sums, i);
}

}  // namespace crosscheck
