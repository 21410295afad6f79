#include "core/graph/claim_graph.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "core/base/hash.h"
#include "core/claim/relations.h"
#include "core/graph/alignment.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_accounts.h"
#include "core/graph/evidence_days.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/evidence_measures.h"
#include "core/graph/evidence_quotes.h"
#include "core/graph/evidence_speakers.h"
#include "core/graph/evidence_statements.h"
#include "core/graph/lexical.h"
#include "core/graph/origins.h"
#include "core/graph/passage_index.h"
#include "core/graph/source_facts.h"
#include "core/graph/stories.h"
#include "core/graph/terms.h"

namespace crosscheck {
namespace {

constexpr size_t kPassages = 6;        // passages that a draft sentence is held against
constexpr double kAlone = 0.5;           // how uncovered a sentence among others must be
constexpr double kCarriedAround = 0.8;   // mean coverage of the other sentences of a draft
constexpr double kMoved = 0.5;           // both texts have the words, each in its place
constexpr size_t kWholeArticle = 8;      // sentences; of fewer the share of carried words says little
constexpr double kRetold = 0.86;      // share of the words of a draft that its sources carry, where it retells them
constexpr size_t kMaxAtKey = 4000;     // claims at one (entity, relation); more is reported

uint64_t KeyOf(std::string_view entity, std::string_view relation) {
  return Hash64(relation, Hash64(entity));
}

// A whole article whose sources carry few of its words was not made from them: it
// is one more telling, and a passage that is near may be of something else.
bool CarriesLittle(const std::vector<SentenceAlignment>& alignments) {
  double sum = 0.0;
  for (const SentenceAlignment& alignment : alignments) sum += alignment.coverage;
  return alignments.size() >= kWholeArticle && sum < kRetold * static_cast<double>(alignments.size());
}

}  // namespace

// Claims by what they speak of.
struct ClaimGraph::Index {
  std::unordered_map<uint64_t, std::vector<ClaimId>> by_entity_relation;
  std::unordered_map<uint64_t, std::vector<ClaimId>> by_entity;
  Origins origins;
  size_t hubs = 0;

  void Add(std::unordered_map<uint64_t, std::vector<ClaimId>>* map, uint64_t key, ClaimId id) {
    auto& list = (*map)[key];
    if (!list.empty() && list.back() == id) return;
    if (list.size() < kMaxAtKey) {
      list.push_back(id);
    } else if (list.size() == kMaxAtKey) {
      ++hubs;
    }
  }
};

ClaimGraph::ClaimGraph() : index_(std::make_unique<Index>()) {}
ClaimGraph::ClaimGraph(ClaimGraph&&) noexcept = default;
ClaimGraph& ClaimGraph::operator=(ClaimGraph&&) noexcept = default;
ClaimGraph::~ClaimGraph() = default;

ClaimGraph ClaimGraph::Build(std::vector<Input> inputs, const Knowledge& knowledge) {
  ClaimGraph graph;
  graph.inputs_ = std::move(inputs);
  graph.AddClaims(knowledge);
  std::vector<const Reading*> readings;
  for (const Input& input : graph.inputs_) readings.push_back(input.reading);
  graph.stories_ = FindStories(readings);
  Origins origins = FindOrigins(readings, knowledge.entities);
  graph.origins_ = origins.origin;
  graph.index_->origins = std::move(origins);
  graph.FindEvidence(knowledge);
  return graph;
}

void ClaimGraph::AddClaims(const Knowledge& knowledge) {
  for (uint32_t d = 0; d < inputs_.size(); ++d) {
    first_claim_.push_back(static_cast<uint32_t>(nodes_.size()));
    const auto& claims = reading(d).claims;
    for (uint32_t c = 0; c < claims.size(); ++c) {
      const ClaimId id = nodes_.Add({d, c});
      const Claim& claim = claims[c];
      const Relation* relation = knowledge.relations != nullptr ? knowledge.relations->Find(claim.relation) : nullptr;
      const auto add = [&](const std::string& key) {
        if (key.empty()) return;
        index_->Add(&index_->by_entity, Hash64(key), id);
        index_->Add(&index_->by_entity_relation, KeyOf(key, claim.relation), id);
      };
      add(claim.subject.key);
      if (relation != nullptr && relation->symmetric) add(claim.object.key);
      if (!claim.object.key.empty()) index_->Add(&index_->by_entity, Hash64(claim.object.key), id);
    }
  }
  if (index_->hubs > 0) {
    diagnostics_.push_back({DiagnosticLevel::kWarning, "graph.hub", "", 0, 0,
                            std::to_string(index_->hubs) + " keys hold more than " + std::to_string(kMaxAtKey) +
                                " claims; the rest of them was not compared", ""});
  }
}

void ClaimGraph::FindEvidence(const Knowledge& knowledge) {
  Lexical lexical(knowledge);
  std::vector<Terms> terms;
  terms.reserve(inputs_.size());
  PassageIndex passages(&lexical);
  SourceFacts facts;
  SourceNames names(knowledge.entities);
  SourcePlaces places(knowledge);
  for (uint32_t d = 0; d < inputs_.size(); ++d) {
    terms.push_back(BuildTerms(reading(d), &lexical));
    if (side(d) == Side::kDraft) continue;
    passages.Add(d, terms.back());
    facts.Add(d, terms.back());
    names.Add(d, reading(d).entities);
    places.Add(d, reading(d).entities);
  }
  const Aligner aligner(&lexical);
  const EvidenceFinder finder(*this, aligner, facts, names, places, &lexical);
  QuoteEvidence quotes(*this, knowledge.entities);
  StatementEvidence statements(*this, terms, &lexical);
  const MeasureEvidence measures(*this, terms, &lexical);
  const DayEvidence days(*this, terms, &lexical);
  const AccountEvidence accounts(*this, terms, &lexical);
  SpeakerEvidence speakers(*this, terms, &lexical);
  coverage_.resize(inputs_.size());
  own_telling_.resize(inputs_.size());
  for (uint32_t d = 0; d < inputs_.size(); ++d) {
    if (side(d) == Side::kSource) continue;
    const auto& sentences = reading(d).analysis.sentences;
    const size_t own = evidence_.size();
    std::vector<SentenceAlignment> alignments;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      coverage_[d].push_back(1.0);
      if (!sentences[s].parsed || sentences[s].kind == BlockKind::kFurniture) continue;
      alignments.push_back(aligner.Align(terms[d], d, s, passages.Search(terms[d], sentences[s], d, kPassages), terms));
      coverage_[d].back() = alignments.back().coverage;
    }
    own_telling_[d] = side(d) == Side::kDraft && CarriesLittle(alignments);
    for (const SentenceAlignment& alignment : alignments) {
      const size_t first = evidence_.size();
      std::vector<Evidence> own_evidence;  // its parts look at what was found for this sentence
      finder.Find(alignment, &own_evidence);
      std::ranges::move(own_evidence, std::back_inserter(evidence_));
      quotes.DropVerbatim(alignment, first, &evidence_);
      // One outlet may know itself what another has from somebody.
      if (!OfEqualStanding(d)) quotes.FindLostSpeaker(alignment, &evidence_);
      quotes.FindChangedWord(alignment, &evidence_);
    }
    quotes.Find(d, &evidence_);
    statements.Find(d, &evidence_);
    measures.Find(d, &evidence_);
    if (OfEqualStanding(d)) {
      days.Find(d, &evidence_);
      accounts.Find(d, &evidence_);
    }
    speakers.Find(d, &evidence_);
    DropFreeSummaries(d, own);
    if (OfEqualStanding(d)) AskBothWays(own);
  }
}

// A draft retells its sources: what it says must stand there. Two texts of equal
// standing each tell much that the other does not: they speak of one thing only
// where the words around a rival carry over both ways.
void ClaimGraph::AskBothWays(size_t first) {
  for (size_t i = first; i < evidence_.size(); ++i) {
    evidence_[i].strength *= evidence_[i].moved ? kMoved * evidence_[i].mutual : evidence_[i].mutual;
  }
}

// A draft that tells everything in words of its own is no draft with one sentence
// from nowhere: a sentence counts as uncovered only beside others that are carried.
void ClaimGraph::DropFreeSummaries(uint32_t document, size_t first) {
  double sum = 0.0;
  int count = 0;
  const auto& sentences = reading(document).analysis.sentences;
  for (size_t s = 0; s < coverage_[document].size(); ++s) {
    if (!sentences[s].parsed || sentences[s].kind == BlockKind::kFurniture) continue;
    sum += coverage_[document][s];
    ++count;
  }
  if (count < 2) return;
  const auto own = evidence_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto dropped = std::remove_if(own, evidence_.end(), [&](const Evidence& e) {
    if (e.kind != evidence::kUncovered) return false;
    return e.strength < kAlone || (sum - (1.0 - e.strength)) / (count - 1) < kCarriedAround;
  });
  evidence_.erase(dropped, evidence_.end());
}

std::span<const ClaimId> ClaimGraph::ClaimsAt(std::string_view entity_key, std::string_view relation) const {
  const auto found = index_->by_entity_relation.find(KeyOf(entity_key, relation));
  return found == index_->by_entity_relation.end() ? std::span<const ClaimId>() : std::span<const ClaimId>(found->second);
}

std::span<const ClaimId> ClaimGraph::ClaimsOn(std::string_view entity_key) const {
  const auto found = index_->by_entity.find(Hash64(entity_key));
  return found == index_->by_entity.end() ? std::span<const ClaimId>() : std::span<const ClaimId>(found->second);
}

std::span<const uint32_t> ClaimGraph::Cites(uint32_t document) const { return index_->origins.cites[document]; }
std::span<const uint32_t> ClaimGraph::Copies(uint32_t document) const { return index_->origins.copies[document]; }

uint32_t ClaimGraph::OriginOf(uint32_t document, TextRange range) const {
  for (const CreditedWords& words : index_->origins.credited[document]) {
    if (words.range.Contains(range)) return words.origin;
  }
  return OriginOf(document);
}

std::string_view ClaimGraph::OutletOf(uint32_t origin) const {
  if (origin < document_count()) return "";
  return index_->origins.outlets[origin - document_count()];
}

}  // namespace crosscheck
