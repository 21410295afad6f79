// Figures that follow from one another within a sentence. A difference or a factor must
// stand behind its figure and compare with something ("more than in 2017", "twice what");
// a part must be one "of them". Cost: the figures of two sentences. Test: the rules
// figures.conflict and figures.claims-conflict.
#include "core/check/guard_working.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/one_of.h"
#include "core/check/guard_end.h"
#include "core/quantity/figure_algebra.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {
namespace {

constexpr uint32_t kReach = 12;       // tokens from a figure to what is said of it
constexpr uint32_t kComparison = 4;   // tokens from a difference to "more than"
constexpr double kRounding = 0.015;   // what a writer works out is rounded

std::string_view WordAt(const GuardSentence& at, uint32_t token) {
  const Analysis& analysis = at.reading->analysis;
  return at.Holds(token) ? analysis.Lower(analysis.tokens[token]) : std::string_view();
}

// "14 of them", "14 of whom".
bool OfThem(const GuardSentence& at, const Figure& figure) {
  return WordAt(at, figure.last) == "of" && OneOf(WordAt(at, figure.last + 1), {"them", "whom", "which", "these", "those"});
}

// "six points more than", "up 20 %", "a 20 % rise".
bool Compares(const GuardSentence& at, const Figure& figure) {
  if (figure.trend != Trend::kNone || figure.noun_trend != Trend::kNone) return true;
  const auto& words = FigureLexicon::Shipped().tables().trend_words;
  for (uint32_t t = figure.last; t < figure.last + kComparison; ++t) {
    if (words.find(WordAt(at, t)) != words.end()) return true;
  }
  return false;
}

bool Makes(const GuardEnd& end, const GuardSentence& at, const Figure& wanted) {
  const Figure& base = *end.figure;
  const auto near = [&](double made) { return std::fabs(made - *wanted.value) <= std::fabs(*wanted.value) * kRounding; };
  return std::ranges::any_of(at.reading->figures, [&](const Figure& other) {
    if (&other == end.figure || !at.Holds(other.first) || !other.value || !other.unclear.empty()) return false;
    if (OfThem(at, other) && Agree(other, wanted).value_or(false)) return true;
    if (base.unit != wanted.unit || other.first < base.last || other.first > base.last + kReach) return false;
    const double a = *base.value, b = *other.value;
    if (other.dimension == "multiple") return b > 0.0 && (near(a / b) || near(a * b));
    if (!Compares(at, other)) return false;
    if (other.kind == FigureKind::kPercent && base.kind != FigureKind::kPercent) return near(a / (1 + b / 100)) || (b < 100 && near(a / (1 - b / 100)));
    const bool points = base.kind == FigureKind::kPercent && (other.unit.empty() || other.unit == "percentage-point");
    return (points || other.unit == base.unit) && (near(a - b) || near(a + b));
  });
}

}  // namespace

Tri WorkedOut(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
  if (a.figure == nullptr || b.figure == nullptr || !a.figure->value || !b.figure->value || one.sentence == nullptr || two.sentence == nullptr) return Tri::kUnknown;
  return ToTri(Makes(a, one, *b.figure) || Makes(b, two, *a.figure));
}

}  // namespace crosscheck
