#ifndef CROSSCHECK_CORE_GRAPH_ORIGINS_H_
#define CROSSCHECK_CORE_GRAPH_ORIGINS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/claim.h"

namespace crosscheck {

class EntityLexicon;

// Words of a document that it says it has from somebody else.
struct CreditedWords {
  TextRange range;
  uint32_t origin = 0;
};

// Who goes back to whom. An origin is the number of a document, or, from the number
// of documents on, that of an outlet which is not in the run.
struct Origins {
  std::vector<uint32_t> origin;              // per document: where it goes back to, or itself
  std::vector<std::vector<uint32_t>> cites;  // per document: publishers' texts that it credits
  std::vector<std::vector<uint32_t>> copies;  // per document: earlier texts that it shares passages with
  std::vector<std::vector<CreditedWords>> credited;  // per document: to outlets outside, by sentence
  std::vector<std::string> outlets;          // names of those outside the run, in order of their numbers
};

// Finds copied passages (shared sentences, each counted once) and explicit credits
// (credits.h), and takes as origin of a document the earliest one that it can be
// traced back to. `readings` in the order of the documents. Without a lexicon only
// publishers of the run are known as outlets. Linear in words.
Origins FindOrigins(const std::vector<const Reading*>& readings, const EntityLexicon* lexicon);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_ORIGINS_H_
