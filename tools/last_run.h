#ifndef CROSSCHECK_TOOLS_LAST_RUN_H_
#define CROSSCHECK_TOOLS_LAST_RUN_H_

#include "tools/verbs.h"

namespace crosscheck {

// Notes which texts the last `check` or `audit` was about, in the user's cache
// folder ($XDG_CACHE_HOME/crosscheck, else ~/.cache/crosscheck), so that `why`
// can be asked about a finding without naming them again: the working folder and
// the paths as they were given. Where nothing can be written, nothing is noted.
void NoteLastRun(const Command& command);

// Fills in the texts of the last run; false where none is noted.
bool TakeLastRun(Command* command);

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_LAST_RUN_H_
