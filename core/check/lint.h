#ifndef CROSSCHECK_CORE_CHECK_LINT_H_
#define CROSSCHECK_CORE_CHECK_LINT_H_

#include <string>
#include <string_view>

#include "core/check/rules.h"

namespace crosscheck {

// What is doubtful in rules that load: exceptions that can never apply, two rules
// of one normal form, conditions that ask the same twice, circles of yields-to.
// `strict` also wants what a shipped rule must have: four tests, notes on false
// positives, a reference, help.
Diagnostics LintRules(const RuleSet& rules, bool strict);

// A diagnostic with the line of the file that it speaks of and a caret below.
std::string WithCaret(const Diagnostic& diagnostic, std::string_view file_text);
// The same, reading the file; without one it is the plain text.
std::string WithCaret(const Diagnostic& diagnostic);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_LINT_H_
