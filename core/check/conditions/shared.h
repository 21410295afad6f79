#ifndef CROSSCHECK_CORE_CHECK_CONDITIONS_SHARED_H_
#define CROSSCHECK_CORE_CHECK_CONDITIONS_SHARED_H_

#include <optional>
#include <string>
#include <vector>

#include "core/check/condition.h"

namespace crosscheck::conditions {

// How far two figures may lie apart.
struct Tolerance {
  enum class Kind : uint8_t { kImplied, kExact, kShare, kAmount } kind = Kind::kImplied;
  double amount = 0.0;
};
Tolerance ToleranceOf(const Question& question);

// Three-valued comparisons of two figures under a tolerance.
std::optional<bool> FiguresAgree(const Figure& a, const Figure& b, const Tolerance& tolerance);
std::optional<bool> FiguresDisjoint(const Figure& a, const Figure& b, const Tolerance& tolerance);

// Whether one value only says the other more precisely: Lyon / France, 1961 /
// 3 May 1961, "chief executive" / "chief executive of Acme".
Tri Refines(const World& world, const Value& a, const Value& b);
// Whether both name the same thing: by key, or by an alias that a text gives.
Tri SameThing(const Value& a, const Value& b);

// Folded words of a text without punctuation; small closed-class words stay.
std::vector<std::string> WordsOf(std::string_view text);
// Words in common over words in all, 0 … 1, counted with repetition.
double Overlap(const std::vector<std::string>& a, const std::vector<std::string>& b);
// The claim that an item stands for (a claim itself, or an evidence's end).
const Claim* ClaimOf(const World& world, Item item);

}  // namespace crosscheck::conditions

namespace crosscheck {

// The conditions are constants, which without this would be seen in their own
// file only.
#define CONDITION(Name) extern const ConditionSpec k##Name##Condition;
#include "core/check/conditions.def"
#undef CONDITION

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_CONDITIONS_SHARED_H_
