// Clauses held against clauses: the same predicate of the same things, but
// denied, hedged, planned, or with its sides exchanged.
#include <algorithm>
#include <array>

#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr int kEnoughToDeny = 3;  // content words that make a clause worth comparing alone

std::string_view Why(Modality modality) {
  switch (modality) {
    case Modality::kPlanned: return "a plan";
    case Modality::kForecast: return "a forecast";
    case Modality::kHedged: return "possible";
    case Modality::kBelieved: return "a belief";
    case Modality::kConditional: return "conditional";
    case Modality::kObliged: return "an obligation";
    case Modality::kQuestioned: return "a question";
    case Modality::kHypothetical: return "hypothetical";
    case Modality::kAsserted: return "a fact";
  }
  return "";
}

}  // namespace

void EvidenceFinder::FindClauses(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const auto& claims = graph_.reading(alignment.draft_document).claims;
  auto it = std::ranges::lower_bound(claims, alignment.sentence, {}, &Claim::sentence);
  for (; it != claims.end() && it->sentence == alignment.sentence; ++it) {
    CompareClauses(alignment, static_cast<uint32_t>(it - claims.begin()), out);
  }
  const bool found = std::ranges::any_of(*out, [&](const Evidence& e) {
    return e.kind == evidence::kNegation && alignment.draft_sentence().range.Contains(e.draft_range);
  });
  if (!found) ComparePolarity(alignment, out);
}

// What is denied, the clause alone, must be carried whole by what affirms it: "he did not ride by the
// creek" leaves open that he rode.
double EvidenceFinder::DenialStrength(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, TextRange denied) const {
  const Terms& terms = denied_here ? *alignment.draft : *alignment.sources[passage];
  const Sentence& sentence = denied_here ? alignment.draft_sentence() : terms.reading->analysis.sentences[alignment.passages[passage].sentence];
  int words = 0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    words += terms.terms[t].content && denied.Contains(terms.reading->analysis.tokens[t].range);
  }
  if (words < kEnoughToDeny) denied = {};  // "that is no excuse": the words around it must tell what
  return denied_here ? alignment.StrictCoverage(passage, denied) : alignment.ReverseCoverage(passage, denied);
}

// "There is no cat on the mat" against "A cat is on the mat": no verb in common,
// but the whole of one sentence denied.
void EvidenceFinder::ComparePolarity(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const auto main_denied = [](const Terms& terms, const Sentence& sentence) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (terms.terms[t].slot.kind == Slot::Kind::kRoot) return terms.terms[t].denied;
    }
    return false;
  };
  const Sentence& sentence = alignment.draft_sentence();
  const bool here = main_denied(*alignment.draft, sentence);
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Sentence& passage = alignment.sources[p]->reading->analysis.sentences[alignment.passages[p].sentence];
    if (main_denied(*alignment.sources[p], passage) == here) continue;
    if (alignment.StrictCoverage(p) < 0.8 || alignment.ReverseCoverage(p) < 0.8) continue;
    Evidence evidence = Make(alignment, evidence::kNegation, sentence.range, DenialStrength(alignment, p, here, {}),
                             here ? "denied here, affirmed there" : "affirmed here, denied there");
    SetSource(alignment, p, passage.range, &evidence);
    evidence.shared_words = alignment.CarriedCount(p);
    out->push_back(std::move(evidence));
    return;
  }
}

void EvidenceFinder::CompareClauses(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Claim& claim = graph_.reading(alignment.draft_document).claims[draft_claim];
  // The content word of the predicate: the verb, or the predicate nominal of a copula.
  const int32_t head = claim.relation == "be" && claim.object.head != kNoToken ? claim.object.head : claim.predicate_head;
  if (head == kNoToken) return;
  for (const Link& link : alignment.LinksOf(head)) {
    const Terms& source = *alignment.sources[link.passage];
    const Passage& passage = alignment.passages[link.passage];
    const auto& others = graph_.reading(passage.document).claims;
    auto other = std::ranges::lower_bound(others, passage.sentence, {}, &Claim::sentence);
    const Claim* match = nullptr;
    for (; other != others.end() && other->sentence == passage.sentence; ++other) {
      if (other->predicate_head == link.source || (other->relation == "be" && other->object.head == link.source)) match = &*other;
    }
    const std::array<int32_t, 1> without = {head};
    const double strength = alignment.CoverageWithout(link.passage, without);
    const bool denied = draft[head].denied, their_denied = source[link.source].denied;
    const Token& token = source.reading->analysis.tokens[static_cast<size_t>(link.source)];
    if (denied != their_denied) {
      const TextRange clause = denied ? Cover(claim.range, claim.subject.range)
                               : match != nullptr ? Cover(match->range, match->subject.range) : TextRange{};
      const double carried = DenialStrength(alignment, link.passage, denied, clause);
      Evidence evidence = Make(alignment, evidence::kNegation, claim.hedge.empty() ? claim.range : Cover(claim.hedge, claim.predicate), carried,
                               denied ? "denied here, affirmed there" : "affirmed here, denied there");
      evidence.draft = graph_.id(alignment.draft_document, draft_claim);
      SetSource(alignment, link.passage, match != nullptr ? match->range : token.range, &evidence);
      evidence.shared_words = alignment.CarriedCount(link.passage);
      out->push_back(std::move(evidence));
      return;
    }
    if (match != nullptr && claim.modality == Modality::kAsserted && match->modality != Modality::kAsserted) {
      const bool target = match->modality == Modality::kPlanned || match->modality == Modality::kForecast;
      Evidence evidence = Make(alignment, target ? evidence::kTargetAsResult : evidence::kHedgeLost,
                               claim.predicate.empty() ? claim.range : claim.predicate, strength,
                               "told as a fact here, as " + std::string(Why(match->modality)) + " there");
      evidence.draft = graph_.id(alignment.draft_document, draft_claim);
      SetSource(alignment, link.passage, match->hedge.empty() ? match->range : Cover(match->hedge, match->predicate), &evidence);
      evidence.shared_words = alignment.CarriedCount(link.passage);
      out->push_back(std::move(evidence));
    }
  }
}

}  // namespace crosscheck
