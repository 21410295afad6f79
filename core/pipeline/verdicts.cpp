#include "core/pipeline/verdicts.h"

#include <algorithm>

namespace crosscheck {
namespace {

Verdict VerdictOf(FindingKind kind) {
  switch (kind) {
    case FindingKind::kContradiction: return Verdict::kContradicted;
    case FindingKind::kUnsupported:
    case FindingKind::kDrift: return Verdict::kUnsupported;
    case FindingKind::kTension: return Verdict::kOpen;
    case FindingKind::kAgreement: return Verdict::kSupported;
    case FindingKind::kNote: break;
  }
  return Verdict::kNotCheckable;
}

double SuspicionOf(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kContradiction: return finding.confidence;
    case FindingKind::kUnsupported:
    case FindingKind::kDrift: return 0.8 * finding.confidence;
    case FindingKind::kTension: return 0.3 * finding.confidence;
    default: return 0.0;
  }
}

// The verdict of one claim: the worst finding that labels words of it.
ClaimVerdict JudgeClaim(const ClaimGraph& graph, ClaimId id, std::span<const Finding> findings) {
  ClaimVerdict result;
  result.claim = id;
  const Claim& claim = graph.claim(id);
  const uint32_t document = graph.node(id).document;
  if (claim.not_checkable != NotCheckable::kNone) {
    result.verdict = Verdict::kNotCheckable;
    return result;
  }
  bool supported = false;
  Verdict worst = Verdict::kNotCheckable;
  for (const Finding& finding : findings) {
    const bool touches = std::ranges::any_of(finding.labels, [&](const Label& label) {
      return label.document == document && label.range.Overlaps(claim.range);
    });
    const Verdict verdict = VerdictOf(finding.kind);
    if (!touches || verdict == Verdict::kNotCheckable) continue;
    supported = supported || verdict == Verdict::kSupported;
    worst = std::min(worst, verdict);
    for (const Label& label : finding.labels) {
      if (label.document == document) continue;
      const auto relation = verdict == Verdict::kContradicted ? EvidenceRelation::kContradicts
                            : verdict == Verdict::kSupported  ? EvidenceRelation::kSupports
                                                              : EvidenceRelation::kRelated;
      result.evidence.push_back({label.document, label.range, relation});
    }
  }
  result.verdict = worst == Verdict::kNotCheckable ? Verdict::kOpen : worst;
  return result;
}

}  // namespace

Judgement Judge(const ClaimGraph& graph, std::span<const Finding> findings) {
  Judgement judgement;
  for (size_t i = 0; i < graph.claim_count(); ++i) {
    const ClaimId id(i);
    if (graph.side(graph.node(id).document) == Side::kSource) continue;
    judgement.claims.push_back(JudgeClaim(graph, id, findings));
    judgement.verdict = std::min(judgement.verdict, judgement.claims.back().verdict);
  }
  double trust = 1.0;
  for (const Finding& finding : findings) trust *= 1.0 - SuspicionOf(finding);
  judgement.suspicion = 1.0 - trust;
  return judgement;
}

}  // namespace crosscheck
