#ifndef CROSSCHECK_CORE_CLAIM_PROPOSITION_H_
#define CROSSCHECK_CORE_CLAIM_PROPOSITION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/text_range.h"
#include "core/claim/claim.h"

namespace crosscheck {

// Words of a text in reading order. `text` leaves out what stands between words
// that belong together ("forcing … out") and adds what the clause takes from
// elsewhere in its sentence; `range` is from the first to the last word that
// stands in its place. Both are empty where the part is missing; a predicate that
// no word says ("Berg, the mayor") has a text, and an empty range.
struct Phrase {
  TextRange range;
  std::string text;
  int32_t entity = -1;  // index in Reading::entities

  bool present() const { return !text.empty(); }
};

// A claim as a reader would put it: who, what, of what, in full phrases.
struct Proposition {
  int32_t claim = -1;   // index in Reading::claims: relation, polarity, modality, time, speaker
  int32_t part = 0;     // "Acme and Borealis sell pumps": two parts of one claim
  Phrase subject, predicate, object;
  int32_t figure = -1;  // index in Reading::figures; that of this part
  TextRange range;      // from the first to the last word of the parts that stand together
};

// The propositions of a reading, in order of its claims. Coordinations are taken
// apart ("A and B", not "A or B", nor what only holds of both together), chains of
// verbs are drawn together ("plans to buy"), prepositions that join verb and object
// stand with the verb ("moved to"), what a clause shares with others stands in
// each. A claim without a subject, without arguments of its own, or that is said
// with the verb below it, gives none. Linear in tokens, but for the phrases, which
// are bounded by the depth of the tree.
std::vector<Proposition> ReadPropositions(const Reading& reading);

// A claim with the phrases that it has itself, for claims that give no proposition.
Proposition AsRead(const Reading& reading, int32_t claim);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_PROPOSITION_H_
