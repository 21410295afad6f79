#ifndef CROSSCHECK_CORE_GRAPH_CLAIM_GRAPH_H_
#define CROSSCHECK_CORE_GRAPH_CLAIM_GRAPH_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/id.h"
#include "core/claim/claim.h"

namespace crosscheck {

class EntityLexicon;
class RelationLexicon;
class WordNet;

struct ClaimTag;
using ClaimId = Id<ClaimTag>;

// A document's part in a run. In `audit` every document is both: each is the
// draft against all others in turn.
enum class Side : uint8_t { kDraft, kSource, kBoth };

// A claim's place in the graph.
struct ClaimNode {
  uint32_t document = 0;  // index in ClaimGraph::readings()
  uint32_t claim = 0;     // index in that Reading::claims
};

// A named relation between a thing in one text and a thing in another, found by
// the aligner (evidence.cpp says how each is found), with its reason in plain
// words. Rules decide what it means; evidence alone is never a finding.
struct Evidence {
  std::string_view kind;    // from evidence.def: "figure-rival", "name-absent", "negation" …
  ClaimId draft;            // the claim on the draft's side
  ClaimId source;           // the claim on the other side; may be invalid (absence, passages)
  uint32_t draft_document = 0;
  uint32_t source_document = 0;
  TextRange draft_range;    // the words that do not carry over
  TextRange source_range;   // their rival, or the nearest passage; empty where there is none
  double strength = 0.0;    // 0 … 1: how sure the alignment is
  double mutual = 1.0;      // 0 … 1: how much of what stands around the rival the draft has, too
  int shared_words = 0;     // content words of the sentence that the passage carries
  bool moved = false;       // the words stand elsewhere in the sources
  bool definite = false;    // the draft's clause speaks of something named or known
  std::vector<TextRange> left;  // of "supports": the draft's words that no passage carries, in order
  std::vector<TextRange> apart;  // of "supports": the draft's claims whose parts no one passage has together, in order
  std::string reason;       // lower case, no full stop
};

// What the graph knows about words beside the texts. Whatever is null is not
// used: without WordNet only equal lemmas and the lexicons' classes meet.
struct Knowledge {
  const RelationLexicon* relations = nullptr;
  const EntityLexicon* entities = nullptr;
  const WordNet* wordnet = nullptr;
};

// What the run's claims have to do with each other. Claims meet through an
// index by (entity, relation); there is no all-pairs step. Append only; the
// graph library behind it shows itself nowhere.
class ClaimGraph {
 public:
  struct Input {
    const Reading* reading = nullptr;  // must outlive the graph
    Side side = Side::kBoth;
  };

  static ClaimGraph Build(std::vector<Input> inputs, const Knowledge& knowledge);
  ClaimGraph(ClaimGraph&&) noexcept;
  ClaimGraph& operator=(ClaimGraph&&) noexcept;
  ~ClaimGraph();

  size_t document_count() const { return inputs_.size(); }
  const Reading& reading(uint32_t document) const { return *inputs_[document].reading; }
  Side side(uint32_t document) const { return inputs_[document].side; }

  size_t claim_count() const { return nodes_.size(); }
  const ClaimNode& node(ClaimId id) const { return nodes_[id]; }
  const Claim& claim(ClaimId id) const { return reading(nodes_[id].document).claims[nodes_[id].claim]; }
  ClaimId id(uint32_t document, uint32_t claim) const { return ClaimId(first_claim_[document] + claim); }

  // Claims whose subject (or, for symmetric relations, object) has this key and
  // whose relation class is this one, in order of document and text.
  std::span<const ClaimId> ClaimsAt(std::string_view entity_key, std::string_view relation) const;
  // Claims that have anything to do with this entity key.
  std::span<const ClaimId> ClaimsOn(std::string_view entity_key) const;

  // Where a document goes back to (copied passages, explicit credits such as "as
  // reported by"): itself where it is an origin, another document, or, from
  // document_count() on, an outlet that is not in the run.
  uint32_t OriginOf(uint32_t document) const { return origins_[document]; }
  // The same of some words: those that credit an outlet go back to it.
  uint32_t OriginOf(uint32_t document, TextRange range) const;
  // The name of an origin outside the run; "" for a document's number.
  std::string_view OutletOf(uint32_t origin) const;
  // The story that a document belongs to (stories.h).
  uint32_t StoryOf(uint32_t document) const { return stories_[document]; }
  // Direct steps: `document` credits each of these, or has passages of them.
  std::span<const uint32_t> Cites(uint32_t document) const;
  std::span<const uint32_t> Copies(uint32_t document) const;

  // The words of a draft sentence that its best passages carry, as a share of
  // their weight, 0 … 1; 1 for a sentence without content words. Empty where the
  // document is no draft.
  std::span<const double> coverage(uint32_t document) const { return coverage_[document]; }

  // Whether a draft was not made from its sources but is one more telling of what they
  // tell: a whole article of which they carry little.
  bool TellsOnItsOwn(uint32_t document) const { return own_telling_[document]; }
  // Whether nothing has to stand in the other texts: so in an audit, and for such a draft.
  bool OfEqualStanding(uint32_t document) const { return side(document) == Side::kBoth || TellsOnItsOwn(document); }

  // All evidence, in order of draft document, place, kind.
  std::span<const Evidence> evidence() const { return evidence_; }
  // Hub keys that hit their cap, and other limits.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  struct Index;
  ClaimGraph();
  void AddClaims(const Knowledge& knowledge);
  void FindEvidence(const Knowledge& knowledge);
  void AskBothWays(size_t first);
  void DropFreeSummaries(uint32_t document, size_t first);

  std::vector<Input> inputs_;
  std::vector<uint32_t> first_claim_;
  Store<ClaimId, ClaimNode> nodes_;
  std::vector<uint32_t> origins_;
  std::vector<uint32_t> stories_;
  std::vector<Evidence> evidence_;
  std::vector<std::vector<double>> coverage_;  // per document, per sentence
  std::vector<bool> own_telling_;              // per document
  Diagnostics diagnostics_;
  std::unique_ptr<Index> index_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_CLAIM_GRAPH_H_
