#ifndef CROSSCHECK_CORE_CLAIM_CLAUSE_H_
#define CROSSCHECK_CORE_CLAIM_CLAUSE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/language/analysis.h"

namespace crosscheck {

// A predicate with its arguments as the dependency tree gives them, before
// anything is normalised. Token indices; kNoToken where a part is missing.
struct TreeClause {
  enum class Kind : uint8_t { kVerb, kCopula, kApposition, kNominal, kPossessive, kExistential };

  Kind kind = Kind::kVerb;
  int32_t head = kNoToken;      // verb, predicate nominal, appositive, event noun
  int32_t subject = kNoToken;
  int32_t object = kNoToken;    // direct object, predicate nominal, clausal complement's head
  int32_t copula = kNoToken;
  int32_t particle = kNoToken;  // compound:prt
  int32_t agent = kNoToken;     // "by …" of a passive
  bool passive = false;
  bool borrowed_subject = false;  // taken from another clause (control, coordination, participle)
  std::vector<int32_t> auxiliaries;  // aux, aux:pass, in order of the text
  std::vector<int32_t> obliques;     // obl, nmod of event nouns, obl:tmod: heads of the phrases
  std::vector<int32_t> modifiers;    // advmod
  int32_t complement = kNoToken;     // xcomp or ccomp head
};

// All clauses of the parsed sentences, in order of their heads. The rules on
// who the subject is follow the UD guidelines: own nsubj; the first conjunct's;
// the controller for xcomp (object before subject); the modified noun for acl
// and relative clauses; the governing clause's subject for participles.
std::vector<TreeClause> FindClauses(const Analysis& analysis, const Children& children);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_CLAUSE_H_
