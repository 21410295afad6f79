#include "core/graph/evidence.h"

#include <algorithm>
#include <array>

#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr std::array kKinds = {
#define EVIDENCE(constant, kind, description) EvidenceKind{kind, description},
#include "core/graph/evidence.def"
#undef EVIDENCE
};

constexpr double kSupport = 0.85;  // coverage from which a passage carries a sentence

}  // namespace

std::span<const EvidenceKind> EvidenceKinds() { return kKinds; }

void EvidenceFinder::Find(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  if (alignment.passages.empty()) return;
  const Sentence& sentence = alignment.draft_sentence();
  FindClauses(alignment, out);
  FindAbsence(alignment, out);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Term& term = (*alignment.draft)[t];
    if (term.content && !term.pronoun && !alignment.Carried(t)) FindRivals(alignment, t, out);
  }
  const auto best = std::ranges::max_element(alignment.coverage_of);
  if (best != alignment.coverage_of.end() && *best >= kSupport) {
    const auto passage = static_cast<uint32_t>(best - alignment.coverage_of.begin());
    Evidence evidence = Make(alignment, evidence::kSupports, sentence.range, *best, "the passage has the words of the sentence");
    const Passage& p = alignment.passages[passage];
    SetSource(alignment, passage, alignment.sources[passage]->reading->analysis.sentences[p.sentence].range, &evidence);
    out->push_back(std::move(evidence));
  }
}

Evidence EvidenceFinder::Make(const SentenceAlignment& alignment, std::string_view kind, TextRange range, double strength,
                              std::string reason) const {
  Evidence evidence;
  evidence.kind = kind;
  evidence.draft_document = alignment.draft_document;
  evidence.source_document = alignment.passages.empty() ? alignment.draft_document : alignment.passages.front().document;
  evidence.draft_range = range;
  evidence.strength = strength;
  evidence.reason = std::move(reason);
  evidence.draft = ClaimHolding(alignment.draft_document, alignment.sentence, range.start);
  return evidence;
}

void EvidenceFinder::SetSource(const SentenceAlignment& alignment, uint32_t passage, TextRange range,
                               Evidence* evidence) const {
  evidence->source_document = alignment.passages[passage].document;
  evidence->source_range = range;
  evidence->source = ClaimHolding(evidence->source_document, alignment.passages[passage].sentence, range.start);
}

ClaimId EvidenceFinder::ClaimHolding(uint32_t document, uint32_t sentence, uint32_t byte) const {
  const auto& claims = graph_.reading(document).claims;
  auto it = std::ranges::lower_bound(claims, sentence, {}, &Claim::sentence);
  ClaimId best;
  uint32_t size = ~0u;
  for (; it != claims.end() && it->sentence == sentence; ++it) {
    const TextRange whole = Cover(it->range, it->subject.range);
    if (!whole.Contains(byte) && best.valid()) continue;
    const uint32_t distance = whole.Contains(byte) ? it->range.size() : ~0u - 1;
    if (distance >= size) continue;
    size = distance;
    best = graph_.id(document, static_cast<uint32_t>(it - claims.begin()));
  }
  return best;
}

}  // namespace crosscheck
