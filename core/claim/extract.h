#ifndef CROSSCHECK_CORE_CLAIM_EXTRACT_H_
#define CROSSCHECK_CORE_CLAIM_EXTRACT_H_

#include <vector>

#include "core/claim/claim.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"

namespace crosscheck {

// Reads the claims of a document below the sentence: one for each clause
// (finite, participial, relative), apposition and nominalised event whose head
// the parse gives. All other parts of `reading` must be there already.
std::vector<Claim> ExtractClaims(const Reading& reading, const RelationLexicon& relations);

// Sets Claim::event: the lexicon knows the head noun of an argument as an event.
void MarkEvents(const EntityLexicon& lexicon, Reading* reading);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_EXTRACT_H_
