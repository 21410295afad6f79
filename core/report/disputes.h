#ifndef CROSSCHECK_CORE_REPORT_DISPUTES_H_
#define CROSSCHECK_CORE_REPORT_DISPUTES_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/text_range.h"
#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

// One side of a conflict: a claim, or where none was read, the words.
struct DisputePlace {
  uint32_t document = 0;
  TextRange range;  // of the claim, else of the words
  bool operator==(const DisputePlace&) const = default;
};

// Claims that contradict each other, directly or through others: a connected
// component of the graph whose edges are the contradictions.
struct Dispute {
  std::vector<size_t> findings;      // indexes of the contradictions, ascending
  std::vector<DisputePlace> places;  // in order of document and place
  // The smallest set of places without which no contradiction is left (a minimum
  // vertex cover): indexes of `places`. Of several such sets the one of fewer
  // texts, then of later ones. `smallest` is false where a dispute is too large to
  // try them all, and the set was taken greedily.
  std::vector<size_t> repair;
  bool smallest = true;
  // The text that every contradiction of the dispute has on one side, while the
  // others agree; ~0u where there is none, or only two texts dispute.
  uint32_t alone = ~0u;
  std::string settles;               // what would decide it, from the surest rule's help
};

// In order of their first finding.
std::vector<Dispute> FindDisputes(const ClaimGraph& graph, std::span<const Finding> findings);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_DISPUTES_H_
