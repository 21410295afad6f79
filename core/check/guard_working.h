#ifndef CROSSCHECK_CORE_CHECK_GUARD_WORKING_H_
#define CROSSCHECK_CORE_CHECK_GUARD_WORKING_H_

#include "core/check/guard.h"

namespace crosscheck {

// What one end says beside its figure makes the other's: "34 %, six points more than in
// 2017" and "28 %", "40,000, twice what it was built for" and "20,000", "22 points, 14 of
// them after the break" and "14 points".
Tri WorkedOut(const World& world, const GuardEnds& ends);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_GUARD_WORKING_H_
