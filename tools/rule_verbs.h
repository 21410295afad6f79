#ifndef CROSSCHECK_TOOLS_RULE_VERBS_H_
#define CROSSCHECK_TOOLS_RULE_VERBS_H_

#include "tools/verbs.h"

namespace crosscheck {

int ExplainVerb(const Command& command);  // explain RULE
int RulesVerb(const Command& command);    // rules list|lint|schema|doc FOLDER|new ID
int TestVerb(const Command& command);     // test [PREFIX…]

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_RULE_VERBS_H_
