#ifndef CROSSCHECK_CORE_CHECK_GUARD_CIRCUMSTANCE_H_
#define CROSSCHECK_CORE_CHECK_GUARD_CIRCUMSTANCE_H_

#include "core/check/guard.h"

namespace crosscheck {

// Guards about what limits a statement: when, where, of which part, by whose word.
// Each says yes only where the limit is seen in a text.

// One end is limited ("on Monday", "in the first half", "for children", "worldwide")
// by words that stand nowhere near the other. An event of a definite kind ("the
// fire") is one thing however it is limited: there both ends must be limited, each
// in its own way.
Tri DifferentCircumstance(const World& world, const GuardEnds& ends);

// Each end is limited by words that stand nowhere near the other: "two days at the
// port", "a week at the airport".
Tri TwoCircumstances(const World& world, const GuardEnds& ends);

// One end is told in the present, the other in the past: "employs 400", "employed
// 300". What happened at an event is no state and does not count.
Tri ThenAndNow(const World& world, const GuardEnds& ends);

// The same of two days that are told without a number ("meets on Tuesday", "met on
// Thursday"): a habit or a plan beside what happened.
Tri DaysThenAndNow(const World& world, const GuardEnds& ends);

// Only one end speaks of a further thing or time of its kind: "visited again in June",
// "a second poll".
Tri FurtherOne(const World& world, const GuardEnds& ends);

// Only one end says what can be: "can carry 3,500 cars", "carries 2,000 cars".
Tri OnlyAble(const World& world, const GuardEnds& ends);

// Two speakers, each of one end: the texts do not say which of them is right.
Tri DifferentSpeakers(const World& world, const GuardEnds& ends);

// The two statements also give figures, or lengths of time, that cannot both hold:
// two cases of one kind ("3 hours to Graz", "2 hours to Linz").
Tri DifferentCase(const World& world, const GuardEnds& ends);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_GUARD_CIRCUMSTANCE_H_
