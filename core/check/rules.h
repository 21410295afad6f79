#ifndef CROSSCHECK_CORE_CHECK_RULES_H_
#define CROSSCHECK_CORE_CHECK_RULES_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/claim/relations.h"
#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

struct Rule;  // rule.h: a rule after loading, all names resolved

// The rules of a run.
class RuleSet {
 public:
  // Loads every *.yaml below `folders` but lexicons and folders whose name begins
  // with _ (templates). Errors go to `diagnostics` with their place; a set with an
  // error must not be evaluated (exit code 2). A filter whose `until` lies before
  // `today` is left out and named; without a day, filters do not end.
  static RuleSet Load(const std::vector<std::filesystem::path>& folders, Diagnostics* diagnostics,
                      std::optional<Date> today = std::nullopt);
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  // Reads one file's text, for tests and editors; imports lie beside `path`.
  static RuleSet LoadText(std::string_view text, std::string_view path, Diagnostics* diagnostics,
                          std::optional<Date> today = std::nullopt);

  std::span<const Rule> rules() const;
  const Rule* Find(std::string_view id) const;

  // Sets "RULE.params.NAME", "RULE.severity" or "RULE.confidence". What cannot
  // be set, and why, goes to `diagnostics`.
  bool Set(std::string_view what, std::string_view value, Diagnostics* diagnostics);

 private:
  RuleSet();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// What a rule cost in a run.
struct RuleCost {
  std::string rule;
  uint64_t tried = 0;  // items looked at
  uint64_t matches = 0;
  uint64_t findings = 0;
  double milliseconds = 0.0;
};

struct EvaluateOptions {
  unsigned threads = 1;
  // What is known of relations (functional, opposed …); without it, conditions
  // that ask for it answer "unknown".
  const RelationLexicon* relations = nullptr;
  bool open = false;           // also what only an unknown fact keeps from firing
  uint64_t limit = 5'000'000;  // items that one rule may look at; reported when hit
  // Params of the selected rules for this run alone: a rule test's own.
  std::vector<std::pair<std::string, std::string>> params;
  std::vector<RuleCost>* costs = nullptr;  // filled where given, in order of the rules
  std::vector<std::string> select;         // rule id prefixes; empty = all
  std::vector<std::string> ignore;
};

// What every rule finds in the graph, in the total order of findings, each with
// its fingerprint and its why. Limits that were hit go to `diagnostics`.
std::vector<Finding> Evaluate(const RuleSet& rules, const ClaimGraph& graph,
                              const EvaluateOptions& options, Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULES_H_
