#ifndef CROSSCHECK_CORE_CHECK_GUARD_IDENTITY_H_
#define CROSSCHECK_CORE_CHECK_GUARD_IDENTITY_H_

#include "core/check/guard.h"

namespace crosscheck {

// Guards about whether two statements with rival figures or times are of one thing.
// Passages that share many words tell of one thing all the same.

// Only one end says which of a kind: "a ticket", "a monthly ticket"; "the bridge",
// "the old bridge". After "a" and in the plural any noun or adjective says it, after
// "the" only words that pick one of several (`narrowing` in figure-context.yaml).
Tri WhichOne(const World& world, const GuardEnds& ends);

// One end counts two deeds together, the other each: "seven were killed or injured",
// "two were killed and five injured".
Tri CountedTogether(const World& world, const GuardEnds& ends);

// The two times are the years by which events are told apart: "the storm of 1953",
// "the storm of 1987".
Tri TwoEvents(const World& world, const GuardEnds& ends);

// Two times of what happens again and again ("sailed on 3 June", "sailed on 9 June";
// `recurrent` in figure-context.yaml), or two orders of it ("spoke before the vote").
Tri Recurrent(const World& world, const GuardEnds& ends);

// One end is said by somebody who takes a side or only estimates (`parties`,
// `contending`), the other by the narrator.
Tri OneSide(const World& world, const GuardEnds& ends);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_GUARD_IDENTITY_H_
