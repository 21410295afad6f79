// Each kind of change on an example of our own: the words that come out and the
// verdict that is demanded.
#include "core/check/test_mutants.h"

#include <gtest/gtest.h>

#include <map>

#include "core/check/rules.h"

namespace crosscheck {
namespace {

RuleSet Load(const std::string& finding, const std::string& draft, const std::string& source,
             const std::string& more = "") {
  Diagnostics diagnostics;
  RuleSet set = RuleSet::LoadText(
      "crosscheck: 1\nrules:\n  - id: pack.name\n    finding: " + finding +
          "\n    severity: error\n    summary: S.\n    match: {e: {evidence: figure-rival}}\n" +
          more +
          "    message: m\n    tests:\n      - name: one\n        docs:\n          draft: \"" +
          draft + "\"\n          source/wire: \"" + source +
          "\"\n        expect: fires\n      - {docs: {draft: A b.}, expect: silent}\n",
      "r.yaml", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  return set;
}

// "draft | source → expect" by kind of change.
std::map<std::string, std::string> Changes(const RuleSet& rules) {
  std::map<std::string, std::string> changes;
  const Rule& rule = rules.rules().front();
  for (const Mutant& mutant : MutantsOf(rule, rule.tests.front()))
    changes[std::string(mutant.kind)] =
        mutant.test.docs[0].text + " | " + mutant.test.docs[1].text + " → " + mutant.test.expect;
  return changes;
}

TEST(Mutants, ChangeOneThingEach) {
  const auto changes = Changes(Load("contradiction", "The firm paid [[e.draft:€3.2 million]].",
                                    "The firm paid [[e.source:€4.5 million]]."));
  const std::map<std::string, std::string> expected = {
      {"identical", "The firm paid €4.5 million. | The firm paid €4.5 million. → silent"},
      {"repaired", "The firm paid €4.5 million. | The firm paid €4.5 million. → silent"},
      {"swapped", "The firm paid €4.5 million. | The firm paid €3.2 million. → fires"},
      {"turned", "The firm paid €4.5 million. | The firm paid €3.2 million. → fires"},
      {"figure", "The firm paid €10.6 million. | The firm paid €4.5 million. → fires"},
      {"unit", "The firm paid £3.2 million. | The firm paid €4.5 million. → silent"},
      {"polarity",
       "It is not true that the firm paid €3.2 million. | The firm paid €4.5 million. → silent"},
      {"modality",
       "It is unclear whether the firm paid €3.2 million. | The firm paid €4.5 million. → silent"},
  };
  EXPECT_EQ(changes, expected);
}

TEST(Mutants, DemandOnlyWhatTheFindingPromises) {
  const auto dropped = Changes(Load("unsupported", "It opened in [[e.draft:2019]].", "It opened."));
  EXPECT_EQ(dropped.size(), 2u);
  EXPECT_EQ(dropped.at("date"), "It opened in 1982. | It opened. → fires");
  EXPECT_TRUE(
      Changes(Load("agreement", "It [[e.draft:opened]].", "It [[e.source:opened]].")).empty());
}

TEST(Mutants, LeaveEqualMarksAndNamedKindsAlone) {
  const auto same = Changes(
      Load("drift", "[[e.draft:The dam broke.]]", "Jo Berg said [[e.source:the dam broke]]."));
  EXPECT_EQ(same.size(), 1u);
  const auto named =
      Changes(Load("contradiction", "It has [[e.draft:4]] gates.", "It has [[e.source:9]] gates.",
                   "    survives: {turned: it has one direction}\n"));
  EXPECT_EQ(named.count("turned"), 0u);
  EXPECT_EQ(named.count("swapped"), 1u);
}

}  // namespace
}  // namespace crosscheck
