#ifndef CROSSCHECK_CORE_PIPELINE_ACCEPTANCE_H_
#define CROSSCHECK_CORE_PIPELINE_ACCEPTANCE_H_

#include "core/pipeline/run.h"

namespace crosscheck {

// What people accepted of a run's findings: single ones with a reason, and all that
// a baseline held when it was made. Such findings are set aside: not printed unless
// asked for, and no part of the exit code.

// Before judging: findings with a suppression, in the project's file or in a comment of
// a draft (inline_ignores.h), change no verdict. Days are held
// against options.today, else against the newest day of a draft; never the clock.
void SetAsideSuppressed(const RunOptions& options, Run* run);

// After judging: findings that the baseline holds are set aside, the others get a tag
// with their state ("new", "updated", "lost-support").
void SetAsideKnown(const RunOptions& options, Run* run);

// The baseline of a run as it is.
Baseline BaselineOf(const Run& run);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_ACCEPTANCE_H_
