// Conditions on any two values: same, differ, refines, is.
#include "core/check/conditions/shared.h"

namespace crosscheck {
namespace {

using conditions::SameThing;

constexpr ArgumentSpec kTwoValues[] = {
    {"values", ArgumentType::kValues, true, "", "two variables or paths"},
};

Tri TestSame(const Question& q) { return SameThing(q.Get("values", 0), q.Get("values", 1)); }
Tri TestDiffer(const Question& q) { return Not(TestSame(q)); }
Tri TestRefines(const Question& q) {
  return conditions::Refines(q.world, q.Get("values", 0), q.Get("values", 1));
}

constexpr ArgumentSpec kIs[] = {
    {"value", ArgumentType::kValue, true, "", "a variable or a path"},
    {"demands", ArgumentType::kOps, true, "",
     "what a pattern may demand of a field: one-of, not, regex, lexicon, gte …"},
};

// The demands were made for the operand's own item, so their path is its path.
Tri TestIs(const Question& q) {
  const ConditionArgument* value = q.Find("value");
  const ConditionArgument* demands = q.Find("demands");
  if (value == nullptr || demands == nullptr || value->operands.empty()) return Tri::kUnknown;
  const size_t p = static_cast<size_t>(value->operands.front().pattern);
  const Item item{q.rule.patterns[p].kind, q.binding.items[p]};
  Tri result = Tri::kYes;
  for (const Test& test : demands->tests)
    result = std::min(result, Meets(q.world, q.rule, item, test));
  return result;
}

}  // namespace

const ConditionSpec kSameCondition = {
    "same",  "both values name the same thing; written forms and aliases do not matter",
    kTwoValues,    false,
    "",      "same: {values: [$X, $Y]}",
    TestSame};
const ConditionSpec kDifferCondition = {
    "differ", "the two values name different things", kTwoValues,      false,
    "",       "differ: {values: [$X, $Y]}",           TestDiffer};
const ConditionSpec kRefinesCondition = {
    "refines",  "one value only says the other more precisely: Lyon / France, 1961 / 3 May 1961",
    kTwoValues,       false,
    "",         "refines: {values: [$X, $Y]}",
    TestRefines};
const ConditionSpec kIsCondition = {
    "is", "a value meets demands such as a pattern may make",  kIs,   false,
    "",   "is: {value: e.draft.modality, one-of: [asserted]}", TestIs};

}  // namespace crosscheck
