#include "core/report/report.h"

#include <algorithm>

namespace crosscheck {

#define FORMAT(name, function, what) \
  std::string function(const Report& report, const FormatOptions& options);
#include "core/report/formats.def"
#undef FORMAT

namespace {

constexpr Format kFormats[] = {
#define FORMAT(name, function, what) {name, what, function},
#include "core/report/formats.def"
#undef FORMAT
};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const ReportDocument& Report::Row(uint32_t document) const {
  const auto found = std::ranges::find(documents, document, &ReportDocument::document);
  CROSSCHECK_CHECK(found != documents.end());
  return *found;
}

size_t SupportingOrigins(const ClaimGraph& graph, const ClaimVerdict& verdict) {
  std::vector<uint32_t> origins;
  for (const ClaimEvidence& evidence : verdict.evidence) {
    if (evidence.relation == EvidenceRelation::kSupports)
      origins.push_back(graph.OriginOf(evidence.document, evidence.range));
  }
  std::ranges::sort(origins);
  const auto repeated = std::ranges::unique(origins);
  return origins.size() - repeated.size();
}

ClaimCounts CountClaims(const Report& report, uint32_t document) {
  ClaimCounts counts;
  for (const ClaimVerdict& verdict : report.judgement.claims) {
    if (document != kNotInGraph && report.graph->node(verdict.claim).document != document) continue;
    ++counts.all;
    ++counts.by_verdict[static_cast<size_t>(verdict.verdict)];
    if (verdict.verdict == Verdict::kSupported && SupportingOrigins(*report.graph, verdict) >= 2) {
      ++counts.by_two_origins;
    }
  }
  return counts;
}

std::string_view ConfidenceWord(double confidence) {
  // The middles between .9, .6 and .3, which are what rules write.
  return confidence >= 0.75 ? "high" : confidence >= 0.45 ? "medium" : "low";
}

}  // namespace crosscheck
