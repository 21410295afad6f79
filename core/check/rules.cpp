#include "core/check/rules.h"

#include "core/check/rule.h"

namespace crosscheck {

struct RuleSet::Parts {
  std::vector<Rule> rules;
};

RuleSet::RuleSet() : parts_(std::make_unique<Parts>()) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

std::span<const Rule> RuleSet::rules() const { return parts_->rules; }

const Rule* RuleSet::Find(std::string_view id) const {
  for (const Rule& rule : parts_->rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

RuleSet RuleSet::Load(const std::vector<std::filesystem::path>&, Diagnostics*) { return RuleSet(); }

std::vector<Finding> Evaluate(const RuleSet&, const ClaimGraph&, const EvaluateOptions&, Diagnostics*) {
  return {};
}

}  // namespace crosscheck
