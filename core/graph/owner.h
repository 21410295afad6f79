#ifndef CROSSCHECK_CORE_GRAPH_OWNER_H_
#define CROSSCHECK_CORE_GRAPH_OWNER_H_

#include <cstdint>

#include "core/claim/claim.h"

namespace crosscheck {

// Whose measure a claim gives, as an index in Reading::entities: the named subject
// ("Acme earned 5 million"), the possessor of the subject ("Acme's profit", "the
// profit of Acme"), or, for a bare noun ("Profit was 5 million"), the owner that one
// of the two sentences before has. -1 where none is named; a pronoun's is not asked.
int32_t OwnerOf(const Reading& reading, const Claim& claim);

// True where both claims have an owner and the two names have no word in common, nor
// a known alias: figures of Acme's profit and of Borealis's profit do not conflict.
bool OtherOwner(const Reading& a, const Claim& claim_a, const Reading& b, const Claim& claim_b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_OWNER_H_
