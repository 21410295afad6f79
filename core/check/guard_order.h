#ifndef CROSSCHECK_CORE_CHECK_GUARD_ORDER_H_
#define CROSSCHECK_CORE_CHECK_GUARD_ORDER_H_

#include "core/check/guard.h"

namespace crosscheck {

// The two ends tell of two of one kind, which their place in order tells apart: "her
// second album" and "her debut album", "the last race" and "the first race". Words that
// the match itself is about tell nothing apart.
Tri AnotherInOrder(const World& world, const GuardEnds& ends);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_GUARD_ORDER_H_
