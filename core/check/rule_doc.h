#ifndef CROSSCHECK_CORE_CHECK_RULE_DOC_H_
#define CROSSCHECK_CORE_CHECK_RULE_DOC_H_

#include <span>
#include <string>

#include "core/check/rule.h"

namespace crosscheck {

// A rule for people at the terminal: what it finds, when it stays silent, its
// params, its examples.
std::string ExplainRule(const Rule& rule);

// The same as a page in Markdown (docs/rules/<id>.md).
std::string RulePage(const Rule& rule);
// docs/rules/README.md: all rules, by pack.
std::string RuleIndex(std::span<const Rule> rules);
// docs/rules/language.md: every key, field, condition and guard of the rule
// language, from the tables that the loader checks by.
std::string LanguagePage();

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULE_DOC_H_
