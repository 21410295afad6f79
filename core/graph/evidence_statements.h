#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_STATEMENTS_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_STATEMENTS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph/claim_graph.h"
#include "core/graph/terms.h"

namespace crosscheck {

// Claims and targets of several texts that speak of one thing in few common words:
//   same-statement  the same said of the same owner: "has a stock of oil", "holds a
//                   large stock of oil", "firms like Acme have built up stocks of oil"
//   target-rival    another share aimed at in the same matter: "total independence",
//                   "70 percent"
// Statements meet by owner and noun, targets by what they name; there is no step over
// all pairs. Needs the terms of all documents, in their order; not thread-safe.
class StatementEvidence {
 public:
  StatementEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical);

  // Appends the evidence of a draft. Of texts that all say the same, only the first
  // one's claim gets it, one for each other text.
  void Find(uint32_t draft, std::vector<Evidence>* out);

 private:
  // What a claim says of an owner, by its noun.
  struct Statement {
    uint32_t document = 0;
    uint32_t claim = 0;
    bool holds = false;  // "has", "holds", "built up": the noun tells it all
  };
  // A share that somebody plans to reach.
  struct Target {
    uint32_t document = 0;
    uint32_t sentence = 0;
    TextRange range;
    double share = 0.0;      // percent
    bool whole = false;      // "total", "full"
    int32_t time = -1;       // index in Reading::times
  };
  using ByNoun = std::map<uint32_t, std::vector<Statement>>;  // word number of the noun

  void AddStatements(uint32_t document);
  void AddTargets(uint32_t document);
  std::vector<std::string> OwnersOf(uint32_t document, const Claim& claim) const;
  std::optional<double> Wholeness(uint32_t document, int32_t noun) const;
  bool SameWhat(const Statement& a, const Statement& b) const;
  bool SameMatter(const Target& a, const Target& b) const;
  std::vector<int32_t> Complement(uint32_t document, int32_t noun) const;
  void FindSame(uint32_t draft, std::vector<Evidence>* out) const;
  void FindTargets(uint32_t draft, std::vector<Evidence>* out) const;

  const ClaimGraph& graph_;
  const std::vector<Terms>& terms_;
  Lexical& lexical_;
  std::vector<Children> children_;                           // per document
  std::map<std::string, ByNoun, std::less<>> statements_;    // by owner's key
  std::map<std::string, std::vector<Target>, std::less<>> targets_;  // by key of what their sentence names
  std::vector<std::vector<Target>> targets_of_;              // per document
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_STATEMENTS_H_
