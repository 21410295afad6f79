#ifndef CROSSCHECK_TOOLS_ACCEPT_VERBS_H_
#define CROSSCHECK_TOOLS_ACCEPT_VERBS_H_

#include "tools/verbs.h"

namespace crosscheck {

// Verbs about findings of an earlier run and about the project's files.

// `ignore F-… --reason T [--until D]`: adds to .crosscheck/suppressions.yml.
int IgnoreVerb(Command command);
// `baseline create|accept|prune|show`: .crosscheck/baseline.yml.
int BaselineVerb(Command command);
// `report RESULT.json… --format F:PATH`: a result in another format.
int ReportVerb(const Command& command);
// `init`: a crosscheck.yml and a .crosscheck folder in the working folder.
int InitVerb();
// `config show --origin`: the settings in force.
int ConfigVerb(Command command);

// Reads the project's suppressions and baseline into the run's options. False where
// one of the files is broken.
bool LoadAccepted(Command* command);

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_ACCEPT_VERBS_H_
