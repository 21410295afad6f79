#ifndef CROSSCHECK_CORE_CHECK_WHY_H_
#define CROSSCHECK_CORE_CHECK_WHY_H_

#include <string>
#include <vector>

#include "core/check/matcher.h"
#include "core/check/rules.h"

namespace crosscheck {

// Why a finding was made: the claims as read, the steps, the exceptions that did
// not apply.
std::string WhyFinding(const RuleSet& rules, const Finding& finding, const ClaimGraph& graph);

// Why nothing, or not more, was found at a place: the claims as read there or
// the reason why none was, then for each rule (all that came near, or the one
// named) the funnel: how many candidates each step left, the first that dropped
// the rest, the nearest miss and the smallest change that would let it through.
std::string WhyNot(const RuleSet& rules, const ClaimGraph& graph, const Focus& place,
                   const std::vector<std::string>& select, const EvaluateOptions& options);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_WHY_H_
