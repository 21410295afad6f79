#ifndef CROSSCHECK_CORE_QUANTITY_TIME_CLAUSE_H_
#define CROSSCHECK_CORE_QUANTITY_TIME_CLAUSE_H_

#include <cstdint>
#include <vector>

#include "core/language/analysis.h"
#include "core/quantity/time.h"
#include "core/quantity/time_lexicon.h"
#include "core/quantity/time_resolver.h"

namespace crosscheck {

// The tense of the clause that the tokens [first, last) modify: by the tree
// where the sentence is parsed, else by the words before them. "would",
// "expected to", "due" and "payable" count as the future: what is not yet done.
Tense TenseOfClause(const Analysis& analysis, const TimeLexicon& lexicon, uint32_t first,
                    uint32_t last);

// The token that the time of [first, last) hangs on, or kNoToken.
int32_t GovernorOf(const Analysis& analysis, uint32_t first, uint32_t last);

// The time that says when the predicate of a clause holds: index in `times`, or
// -1. Only its own clause counts: "the plant that opened in 2019 closed" gives
// "closed" none. A date at the head of the first of several predicates holds for
// all ("In 2019 it bought A and sold B"). Lengths and repetitions say no when.
int32_t TimeOfClause(const Analysis& analysis, const std::vector<TimeExpression>& times,
                     int32_t predicate_token);

// The time of the story so far, for a predicate whose clause names none: that of
// the main clause of the sentence before, where both stand in the same paragraph
// and tell of the past, and that sentence names no other. -1 where that is not safe.
int32_t TimeOfNarrative(const Analysis& analysis, const std::vector<TimeExpression>& times,
                        int32_t predicate_token);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_TIME_CLAUSE_H_
