#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_DAYS_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_DAYS_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/graph/claim_graph.h"
#include "core/graph/terms.h"

namespace crosscheck {

// The day on which two texts of one story let one deed take place: "apologised on
// Friday for the letter" and "had to apologise for her letter on Saturday". Sentences
// of two outlets have little else in common, so no alignment brings them together:
//   date-rival  another text gives the deed another day
// Deeds meet by story and verb; there is no step over all pairs. Needs the terms of
// all documents, in their order; not thread-safe.
class DayEvidence {
 public:
  DayEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical);

  // Appends the evidence of a draft: at most one piece for a verb and other text.
  void Find(uint32_t draft, std::vector<Evidence>* out) const;

 private:
  // A deed that a text gives a day.
  struct Deed {
    uint32_t document = 0;
    uint32_t claim = 0;
    std::vector<uint32_t> things;  // words of what it was done to or for
  };
  using Key = std::pair<uint32_t, std::string>;  // story, relation

  void Add(uint32_t document);
  std::vector<uint32_t> ThingsOf(uint32_t document, const Claim& claim) const;
  const TimeExpression& DayOf(const Deed& deed) const;
  bool Knew(uint32_t document, const TimeExpression& day) const;
  bool OneDoer(const Deed& a, const Deed& b) const;
  bool OneThing(const Deed& a, const Deed& b) const;
  bool OneDay(const std::vector<Deed>& deeds, uint32_t document) const;
  Evidence Rival(const Deed& ours, const Deed& theirs) const;

  const ClaimGraph& graph_;
  const std::vector<Terms>& terms_;
  Lexical& lexical_;
  std::map<Key, std::vector<Deed>> deeds_;
  std::vector<std::vector<Key>> keys_of_;  // per document, in order of the text
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_DAYS_H_
