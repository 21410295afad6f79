#ifndef CROSSCHECK_CORE_FINDING_SUPPRESSION_H_
#define CROSSCHECK_CORE_FINDING_SUPPRESSION_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/document/document.h"
#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

// Words of a text and what stands around them, white space folded.
struct QuotedWords {
  std::string document;  // as the user named it
  std::string before, text, after;

  bool operator==(const QuotedWords&) const = default;
};

// A finding that somebody accepts, with the reason. It holds for this finding at
// this place alone: the fingerprint says which rule found which words of which
// texts, the quotes say where they stand.
struct Suppression {
  std::string finding;  // "F-6f0f6d3b"
  std::string rule, reason;
  std::optional<Date> until;  // the last day
  std::vector<QuotedWords> quotes;
  uint32_t line = 0;  // in its file
};

// Reads .crosscheck/suppressions.yml. What is wrong goes to `diagnostics`, and the
// entry is left out.
std::vector<Suppression> ReadSuppressions(std::string_view yaml, std::string_view path,
                                          Diagnostics* diagnostics);
// The whole file, in the order of the list.
std::string ToYaml(std::span<const Suppression> suppressions);

// The suppression of a finding of a run. `names`: of the graph's documents.
Suppression SuppressionOf(const Finding& finding, const ClaimGraph& graph,
                          std::span<const std::string> names);

// Sets `set_aside` of the findings that a suppression speaks of. One that ended
// before `today` is not applied; without a day none ends. Ended and unused ones, the
// latter with the reason, go to `diagnostics`; one of a text that is not in the run
// is not unused.
void ApplySuppressions(std::span<const Suppression> suppressions, std::string_view path,
                       const ClaimGraph& graph, std::span<const std::string> names,
                       std::optional<Date> today, std::vector<Finding>* findings,
                       Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_FINDING_SUPPRESSION_H_
