#ifndef CROSSCHECK_CORE_GRAPH_ORIGINS_H_
#define CROSSCHECK_CORE_GRAPH_ORIGINS_H_

#include <cstdint>
#include <vector>

#include "core/claim/claim.h"

namespace crosscheck {

// Who goes back to whom.
struct Origins {
  std::vector<uint32_t> origin;              // per document: the one it goes back to, or itself
  std::vector<std::vector<uint32_t>> cites;  // per document: what it cites or copies, directly
};

// Finds copied passages (shared runs of kShingle words, each counted once) and
// explicit credits ("as reported by the Daily Post", a dateline's agency), and
// takes as origin of a document the earliest one that it can be traced back to.
// `readings` in the order of the documents. Linear in words.
Origins FindOrigins(const std::vector<const Reading*>& readings);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_ORIGINS_H_
