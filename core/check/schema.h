#ifndef CROSSCHECK_CORE_CHECK_SCHEMA_H_
#define CROSSCHECK_CORE_CHECK_SCHEMA_H_

#include <string>

namespace crosscheck {

// The JSON Schema (draft 7) of rule files, made from the tables of fields,
// conditions and guards: what an editor completes and checks by. It says nothing
// that the loader does not also check; names of variables, aliases, lexicons and
// params are beyond it.
std::string RulesSchema();

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_SCHEMA_H_
