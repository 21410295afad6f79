#ifndef CROSSCHECK_CORE_CHECK_TEST_MUTANTS_H_
#define CROSSCHECK_CORE_CHECK_TEST_MUTANTS_H_

#include <string_view>
#include <vector>

#include "core/check/rule.h"

namespace crosscheck {

// A changed example whose verdict is known from the change alone.
struct Mutant {
  std::string_view kind;  // "identical", "figure" …
  RuleTest test;          // its `expect` is the verdict that must follow
};

// The kinds of change, in the order in which they are tried.
struct MutantKind {
  std::string_view name;
  std::string_view doc;
};
const std::vector<MutantKind>& MutantKinds();

// All changes that fit an example that fires, but for the kinds that the rule's or
// the example's `survives` names with a reason. Examples that stay silent are left alone: what
// keeps them silent is not known from their words.
std::vector<Mutant> MutantsOf(const Rule& rule, const RuleTest& test);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_TEST_MUTANTS_H_
