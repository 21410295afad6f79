#ifndef CROSSCHECK_CORE_CHECK_FINDING_MAKER_H_
#define CROSSCHECK_CORE_CHECK_FINDING_MAKER_H_

#include <string>
#include <vector>

#include "core/check/matcher.h"

namespace crosscheck {

// A finding with what is still needed to weigh it against others.
struct Made {
  Finding finding;
  ClaimId claim;            // the primary claim, if there is one
  uint32_t once = kNoItem;  // the item that it stands for, where the rule says `once`
};

// Message, labels and reasons of a match.
Made MakeFinding(const World& world, const Rule& rule, const Match& match);

// Of findings for the same item (`once`), keeps the surest.
void KeepBest(const Rule& rule, std::vector<Made>* made);

// How a bound pattern reads: "a = “built 2,000 homes” (draft)".
std::string Describe(const World& world, const Rule& rule, const Binding& binding, size_t pattern);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_FINDING_MAKER_H_
