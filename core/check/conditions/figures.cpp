// Conditions on figures. They compare intervals: "about 40" is no number.
#include <vector>

#include "core/check/conditions/shared.h"
#include "core/check/fields/tables.h"

namespace crosscheck {
namespace {

using conditions::ToleranceOf;

constexpr ArgumentSpec kTwo[] = {
    {"values", ArgumentType::kValues, true, "", "two figures"},
};
constexpr ArgumentSpec kTwoWithin[] = {
    {"values", ArgumentType::kValues, true, "", "two figures"},
    {"tolerance", ArgumentType::kTolerance, false, "implied exact",
     "implied = half the last written digit of the coarser figure; exact; 2%; or an amount"},
};

struct Pair {
  explicit Pair(const Question& q) : first(q.Get("values", 0)), second(q.Get("values", 1)) {}
  bool figures() const { return first.figure != nullptr && second.figure != nullptr; }
  Value first, second;
};

Tri TestComparable(const Question& q) {
  const Pair pair(q);
  return pair.figures() ? ToTri(Comparable(*pair.first.figure, *pair.second.figure))
                        : Tri::kUnknown;
}

Tri TestDisjoint(const Question& q) {
  const Pair pair(q);
  if (!pair.figures()) return Tri::kUnknown;
  return ToTri(
      conditions::FiguresDisjoint(*pair.first.figure, *pair.second.figure, ToleranceOf(q)));
}

Tri TestAgree(const Question& q) {
  const Pair pair(q);
  if (!pair.figures()) return Tri::kUnknown;
  return ToTri(conditions::FiguresAgree(*pair.first.figure, *pair.second.figure, ToleranceOf(q)));
}

Tri TestSameValue(const Question& q) {
  const Pair pair(q);
  if (pair.figures())
    return ToTri(conditions::FiguresAgree(*pair.first.figure, *pair.second.figure, ToleranceOf(q)));
  if (pair.first.known && pair.second.known &&
      (pair.first.figure != nullptr) != (pair.second.figure != nullptr))
    return Tri::kNo;
  return std::max(conditions::SameThing(pair.first, pair.second),
                  conditions::Refines(q.world, pair.first, pair.second));
}

// "12 people, seven men and four women": the parts' intervals are added, so a
// rounded part widens the sum.
constexpr ArgumentSpec kSum[] = {
    {"of", ArgumentType::kSet, true, "", "the collected parts"},
    {"figure", ArgumentType::kValue, true, "", "the figure of each part"},
    {"total", ArgumentType::kValue, true, "", "the figure that they should make"},
    {"tolerance", ArgumentType::kTolerance, false, "implied exact", "as in figures-agree"},
};

Tri TestSum(const Question& q) {
  const Value total = q.Get("total");
  if (total.figure == nullptr) return Tri::kUnknown;
  std::vector<Figure> parts;
  double sum = 0.0;
  for (const Item item : q.Set("of")) {
    const Value part = q.GetIn("figure", item);
    if (part.figure == nullptr || !part.figure->value) return Tri::kUnknown;
    if (part.figure->bound != Bound::kExact && part.figure->bound != Bound::kAbout)
      return Tri::kUnknown;
    parts.push_back(*part.figure);
    sum += *part.figure->value;
  }
  if (parts.empty()) return Tri::kUnknown;
  const std::optional<Interval> computed = Sum(parts);
  if (!computed) return Tri::kUnknown;
  q.Provide("sum", fields::OfNumber(sum));
  return ToTri(!MayBe(*computed, *total.figure));
}

constexpr ArgumentSpec kChange[] = {
    {"from", ArgumentType::kValue, true, "", "the earlier figure"},
    {"to", ArgumentType::kValue, true, "", "the later figure"},
    {"stated", ArgumentType::kValue, true, "", "the change that the text states, in per cent"},
    {"tolerance", ArgumentType::kTolerance, false, "implied exact", "as in figures-agree"},
};

Tri TestChange(const Question& q) {
  const Value from = q.Get("from"), to = q.Get("to"), stated = q.Get("stated");
  if (from.figure == nullptr || to.figure == nullptr || stated.figure == nullptr)
    return Tri::kUnknown;
  const std::optional<Interval> computed = PercentChange(*from.figure, *to.figure);
  if (!computed) return Tri::kUnknown;
  if (from.figure->value && to.figure->value && *from.figure->value != 0.0) {
    q.Provide("computed", fields::OfNumber(100.0 * (*to.figure->value - *from.figure->value) /
                                           *from.figure->value));
  }
  return ToTri(!MayBe(*computed, *stated.figure));
}

}  // namespace

const ConditionSpec kComparableCondition = {
    "comparable", "the two figures have like units", kTwo,          false,
    "",           "comparable: {values: [$F, $G]}",  TestComparable};
const ConditionSpec kFiguresDisjointCondition = {
    "figures-disjoint",
    "the two figures cannot both be right, rounding and bounds allowed",
    kTwoWithin,
    false,
    "",
    "figures-disjoint: {values: [$F, $G], tolerance: implied}",
    TestDisjoint};
const ConditionSpec kFiguresAgreeCondition = {"figures-agree",
                                              "one figure supports the other",
                                              kTwoWithin,
                                              false,
                                              "",
                                              "figures-agree: {values: [$F, $G], tolerance: 2%}",
                                              TestAgree};
const ConditionSpec kSameValueCondition = {
    "same-value", "figures that agree, or values that name the same thing",
    kTwoWithin,   false,
    "",           "same-value: {values: [$V, $W]}",
    TestSameValue};
const ConditionSpec kSumDiffersCondition = {
    "sum-differs", "the parts of a set do not make the total",        kSum,   false,
    "sum",         "sum-differs: {of: parts, figure: $N, total: $T}", TestSum};
const ConditionSpec kPercentChangeDiffersCondition = {
    "percent-change-differs",
    "the stated change does not follow from the two figures",
    kChange,
    false,
    "computed",
    "percent-change-differs: {from: $A, to: $B, stated: $C}",
    TestChange};

}  // namespace crosscheck
