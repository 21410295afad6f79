// One thing told in two ways side by side, held against itself.
//
// "300 feet (91 metres)" is a conversion; "three in four pupils, or 75 %" a share in
// words and in per cent. The second must stand in brackets or behind ", or", with
// nothing more in it: what else follows may be another thing. Writers convert roughly
// and round twice, so only what is off by a tenth at least counts; degrees may be those
// of a change ("2C (3.6F) warmer") or of a level. Money is left out (no exchange rates
// are invented), and so are lengths of time (months and years have no one length).
// Counter-example: "50 km (of 80 km)". Cost: constant for each pair of neighbours.
// Test: tests/unit/quantity/figure_arithmetic_test.cpp.

#include <algorithm>
#include <cmath>

#include "core/quantity/figure_sums.h"

namespace crosscheck {
namespace {

constexpr double kOff = 0.10;          // of the larger one
constexpr double kDegreesOff = 1.6;    // kelvin
constexpr double kWordShareOff = 8.0;  // per cent, of "three in four"

// "(91 metres)", ", or 91 metres,": how the second is told.
bool Restates(const FigureSums& s, size_t i, size_t words_between) {
  const FigureSums::Words gap = s.Between(i, i + 1);
  if (gap.empty() || gap.size() > words_between + 2) return false;
  if (gap.back() == "(") return gap.size() <= words_between + 1 && s.After(i + 1) == ")";
  return gap.size() >= 2 && gap.back() == "or" && gap[gap.size() - 2] == "," && FigureSums::IsMark(s.After(i + 1));
}

bool Told(const FigureSums& s, size_t i) {
  return s.F(i).value && s.F(i).unclear.empty() && (s.F(i).bound == Bound::kExact || s.F(i).bound == Bound::kAbout) && s.F(i).parts.empty();
}

// "300 feet (50 metres)"
void Conversion(FigureSums* s, size_t i) {
  const Figure& a = s->F(i);
  const Figure& b = s->F(i + 1);
  if (a.dimension != b.dimension || a.unit == b.unit || a.per != b.per) return;
  const bool measure = a.kind == FigureKind::kMeasure || a.kind == FigureKind::kTemperature;
  if (!measure || b.kind != a.kind || !Restates(*s, i, 0)) return;
  bool holds = false;
  if (a.kind == FigureKind::kTemperature) {
    if (a.unit == "degree" || b.unit == "degree") return;
    const double level = std::fabs(*a.value * a.factor + a.offset - *b.value * b.factor - b.offset);
    const double change = std::fabs(*a.value * a.factor - *b.value * b.factor);
    const double rough = std::max({kDegreesOff, a.place * a.factor, b.place * b.factor, kOff * std::fabs(*a.value * a.factor)});
    holds = std::min(level, change) <= rough;
  } else {
    const double one = std::fabs(*a.value * a.factor), two = std::fabs(*b.value * b.factor);
    holds = std::fabs(one - two) <= kOff * std::max(one, two) + (a.place * a.factor + b.place * b.factor) / 2;
  }
  const auto value = ValueIn(a, b);
  if (!value) return;
  s->Add(ArithmeticKind::kConversion, {i, i + 1}, {*value, *value}, holds, ToText(a) + " is " + ShortNumber(*value) + " " + b.unit + ", not " + ShortNumber(*b.value));
}

// "half of them, or 40 %"
void ShareInWords(FigureSums* s, size_t i) {
  const Figure& a = s->F(i);
  const Figure& b = s->F(i + 1);
  if (a.kind != FigureKind::kRatio || a.dimension != "share" || b.kind != FigureKind::kPercent || b.factor != 0.01) return;
  if (s->IsChange(i) || s->IsChange(i + 1) || *a.value <= 0 || *a.value >= 1 || !Restates(*s, i, 3)) return;
  const double percent = *a.value * 100;
  s->Add(ArithmeticKind::kShareOfWhole, {i, i + 1}, {percent, percent}, std::fabs(percent - *b.value) <= kWordShareOff,
         std::string(a.range.In(s->analysis().text())) + " is " + ShortNumber(percent) + " %");
}

}  // namespace

void CheckTwice(FigureSums* sums, size_t i) {
  if (!sums->Has(i + 1, sums->SentenceOf(i)) || !Told(*sums, i) || !Told(*sums, i + 1)) return;
  Conversion(sums, i);
  ShareInWords(sums, i);
}

}  // namespace crosscheck
