#ifndef CROSSCHECK_CORE_CHECK_LINT_H_
#define CROSSCHECK_CORE_CHECK_LINT_H_

#include <string>
#include <string_view>

#include "core/check/rules.h"
#include "core/language/wordnet.h"

namespace crosscheck {

struct LintOptions {
  // Also wants what a shipped rule must have: four tests, two of them on plain
  // text, notes on false alarms, a reference, help.
  bool strict = false;
  // With these, a `predicate` that no claim can have is named; may be null.
  const RelationLexicon* relations = nullptr;
  const WordNet* wordnet = nullptr;
};

// What is doubtful in rules that load: exceptions that can never apply, two rules
// of one normal form, conditions that ask the same twice, circles of yields-to,
// predicates that nothing is read as.
Diagnostics LintRules(const RuleSet& rules, const LintOptions& options);

// A diagnostic with the line of the file that it speaks of and a caret below.
std::string WithCaret(const Diagnostic& diagnostic, std::string_view file_text);
// The same, reading the file; without one it is the plain text.
std::string WithCaret(const Diagnostic& diagnostic);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_LINT_H_
