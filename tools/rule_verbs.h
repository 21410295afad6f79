#ifndef CROSSCHECK_TOOLS_RULE_VERBS_H_
#define CROSSCHECK_TOOLS_RULE_VERBS_H_

#include <optional>

#include "core/pipeline/session.h"
#include "tools/verbs.h"

namespace crosscheck {

// The session for a verb, or nothing after the reason was printed.
std::optional<Session> OpenSession(const Command& command, bool with_rules);

// Prints diagnostics as the flags ask; true where one is an error.
bool PrintDiagnostics(const Command& command, const Diagnostics& diagnostics);

int ExplainVerb(const Command& command);  // explain RULE
int RulesVerb(const Command& command);    // rules list|lint|schema|doc FOLDER|new ID
int TestVerb(const Command& command);     // test [PREFIX…]

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_RULE_VERBS_H_
