#ifndef CROSSCHECK_CORE_CHECK_GUARD_H_
#define CROSSCHECK_CORE_CHECK_GUARD_H_

#include <span>
#include <string>
#include <string_view>

#include "core/check/condition.h"

namespace crosscheck {

// Two ends that a guard looks at: claims, with the words that the match is about.
struct GuardEnds {
  Item a, b;  // items of the match; ends of an evidence
  const Claim* claim_a = nullptr;
  const Claim* claim_b = nullptr;
};

// A named shape of a false conflict, usable in one word: `unless: [superseded]`.
// A guard only ever removes a finding, on evidence: unknown removes nothing.
struct GuardSpec {
  std::string_view name;
  std::string_view doc;
  std::string_view example;  // two statements that the guard keeps apart
  Tri (*holds)(const World& world, const GuardEnds& ends);
};
std::span<const GuardSpec> Guards();
const GuardSpec* FindGuard(std::string_view name);

// The ends of a match: the two ends of its first evidence, else its first two
// items.
GuardEnds EndsOf(const World& world, const Rule& rule, const Binding& binding);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_GUARD_H_
