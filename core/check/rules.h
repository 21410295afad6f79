#ifndef CROSSCHECK_CORE_CHECK_RULES_H_
#define CROSSCHECK_CORE_CHECK_RULES_H_

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

struct Rule;  // rule.h: a rule after loading, all names resolved

// The rules of a run.
class RuleSet {
 public:
  // Loads every *.yaml below `folders` but lexicons. Errors go to `diagnostics`
  // with their place; a set with an error must not be evaluated (exit code 2).
  static RuleSet Load(const std::vector<std::filesystem::path>& folders, Diagnostics* diagnostics);
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  std::span<const Rule> rules() const;
  const Rule* Find(std::string_view id) const;

 private:
  RuleSet();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

struct EvaluateOptions {
  unsigned threads = 1;
  std::vector<std::string> select;  // rule id prefixes; empty = all
  std::vector<std::string> ignore;
};

// What every rule finds in the graph, in the total order of findings, each with
// its fingerprint and its why. Limits that were hit go to `diagnostics`.
std::vector<Finding> Evaluate(const RuleSet& rules, const ClaimGraph& graph,
                              const EvaluateOptions& options, Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULES_H_
