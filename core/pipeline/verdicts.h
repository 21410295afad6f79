#ifndef CROSSCHECK_CORE_PIPELINE_VERDICTS_H_
#define CROSSCHECK_CORE_PIPELINE_VERDICTS_H_

#include <span>

#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"
#include "core/report/judgement.h"

namespace crosscheck {

// Turns findings into a verdict for each claim and each item of every draft in
// the graph, and for the draft as a whole. Findings decide; this only counts.
Judgement Judge(const ClaimGraph& graph, std::span<const Finding> findings);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_VERDICTS_H_
