#ifndef CROSSCHECK_CORE_CLAIM_FACTUALITY_H_
#define CROSSCHECK_CORE_CLAIM_FACTUALITY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/claim.h"
#include "core/claim/clause.h"
#include "core/claim/negation.h"
#include "core/claim/relations.h"

namespace crosscheck {

// Decides how surely a clause is said: polarity, modality, quantifier, who says
// it, and whether it can be checked at all. Embedded clauses take the factuality
// of their embedding verb (Saurí and Pustejovsky 2009; implicative signatures of
// Nairn, Condoravdi and Karttunen 2006).
class Factuality {
 public:
  // All must outlive this.
  Factuality(const Reading& reading, const RelationLexicon& relations, const Children& children);

  // Sets polarity, modality, quantifier, hedge, speakers, quotation and
  // not_checkable of `claim`.
  void Judge(const TreeClause& clause, Claim* claim) const;

 private:
  const Token& T(int32_t i) const;
  bool Is(WordClass of, std::string_view word) const { return relations_.Is(of, word); }
  void OwnWords(const TreeClause& clause, Claim* claim) const;
  void Auxiliary(int32_t token, Claim* claim) const;
  void Embedding(const TreeClause& clause, Claim* claim) const;
  void Quantifier(const TreeClause& clause, Claim* claim) const;
  void Speakers(const TreeClause& clause, Claim* claim) const;
  void Checkable(const TreeClause& clause, Claim* claim) const;
  void Governed(int32_t at, bool infinitive, Claim* claim) const;
  void Adverbial(int32_t at, bool own, Claim* claim) const;
  bool NotAll(int32_t argument) const;
  bool InvertedCondition(const TreeClause& clause) const;
  bool HasCondition(int32_t child) const;
  bool ToldInThePast(const TreeClause& clause, int32_t speaker) const;
  static void Flip(Claim* claim);
  bool OnItsOwn(int32_t conjunct) const;
  bool PastOfTheKnown(int32_t head) const;
  void Weaken(Modality modality, TextRange because, Claim* claim) const;

  const Reading& r_;
  const Analysis& a_;
  const RelationLexicon& relations_;
  const Children& c_;
  Negation negation_;
  std::vector<std::vector<int32_t>> attributions_of_;  // per sentence
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_FACTUALITY_H_
