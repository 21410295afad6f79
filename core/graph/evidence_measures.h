#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_MEASURES_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_MEASURES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/graph/claim_graph.h"
#include "core/graph/terms.h"

namespace crosscheck {

// The size by which texts call one thing: "the 47-page report" and "a 48-page
// report". Such a size names its thing wherever it is told, so the sentences need
// not have much in common:
//   measure-rival  another text of the same story gives the thing another size
// Phrases meet by story, noun and unit; there is no step over all pairs. Needs the
// terms of all documents, in their order; not thread-safe.
class MeasureEvidence {
 public:
  MeasureEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical);

  // Appends the evidence of a draft, one piece a phrase and other text.
  void Find(uint32_t draft, std::vector<Evidence>* out) const;

 private:
  // "48-page" before its noun.
  struct Measure {
    uint32_t document = 0;
    uint32_t sentence = 0;
    int32_t figure = -1;             // index in Reading::figures
    TextRange range;                 // "48-page report"
    std::set<std::string> names;     // keys of the entities that its sentence names
    std::set<std::string> people;    // those of them that are persons
  };
  using Key = std::tuple<uint32_t, uint32_t, std::string>;  // story, noun, unit

  void Add(uint32_t document);
  void NameNeighbours(const Reading& reading, const Terms& terms, Measure* measure) const;
  bool OneThing(const Measure& a, const Measure& b) const;

  const ClaimGraph& graph_;
  const std::vector<Terms>& terms_;
  Lexical& lexical_;
  std::map<Key, std::vector<Measure>> measures_;
  std::vector<std::set<Key>> keys_of_;  // per document
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_MEASURES_H_
