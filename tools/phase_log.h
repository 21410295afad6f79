#ifndef CROSSCHECK_TOOLS_PHASE_LOG_H_
#define CROSSCHECK_TOOLS_PHASE_LOG_H_

#include "core/pipeline/run.h"

namespace crosscheck {

// Sends the log to stderr (the library's own default is stdout) and sets how
// much of it is shown.
void SetUpLog(bool verbose);

// Logs, with --verbose, how long each phase of a run took.
PhaseObserver LogPhases();

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_PHASE_LOG_H_
