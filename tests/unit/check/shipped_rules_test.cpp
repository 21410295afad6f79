#include <gtest/gtest.h>

#include "core/check/rule.h"
#include "core/check/rules.h"

namespace crosscheck {
namespace {

TEST(ShippedRules, LoadWithoutADiagnostic) {
  Diagnostics diagnostics;
  const RuleSet rules = RuleSet::Load({"rules"}, &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  EXPECT_GE(rules.rules().size(), 30u);
}

TEST(ShippedRules, HaveFourTestsNotesAndAReference) {
  Diagnostics diagnostics;
  const RuleSet rules = RuleSet::Load({"rules"}, &diagnostics);
  for (const Rule& rule : rules.rules()) {
    EXPECT_GE(rule.tests.size(), 4u) << rule.id;
    EXPECT_FALSE(rule.references.empty()) << rule.id;
    EXPECT_TRUE(rule.finding == FindingKind::kAgreement || !rule.falsepositives.empty()) << rule.id;
  }
}

}  // namespace
}  // namespace crosscheck
