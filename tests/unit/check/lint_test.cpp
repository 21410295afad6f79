#include "core/check/lint.h"

#include <gtest/gtest.h>

#include "core/check/rules.h"

namespace crosscheck {
namespace {

std::string RuleWith(const std::string& body, const std::string& id = "pack.name") {
  return "  - id: " + id + "\n    finding: contradiction\n    severity: error\n    summary: S.\n" +
         body +
         "    message: \"{{F}} {{G}}\"\n    tests:\n      - {docs: {draft: A b c.}, expect: "
         "fires}\n "
         "     - {docs: {draft: A b c.}, expect: silent}\n";
}

std::string Match(const std::string& predicate) {
  return "    match:\n      a: {from: draft, entity: $E, predicate: " + predicate +
         ", figure: $F}\n      b: {from: source, entity: $E, predicate: " + predicate +
         ", figure: $G}\n    where: [{figures-disjoint: {values: [$F, $G]}}]\n";
}

std::vector<std::string> Lint(const std::string& rules, const LintOptions& options) {
  Diagnostics diagnostics;
  const RuleSet set = RuleSet::LoadText("crosscheck: 1\nrules:\n" + rules, "r.yaml", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  std::vector<std::string> said;
  for (const Diagnostic& d : LintRules(set, options))
    said.push_back(d.code + ": " + d.message + " " + d.help);
  return said;
}

TEST(Lint, NamesPredicatesThatNoClaimHas) {
  Diagnostics diagnostics;
  const RelationLexicon relations = RelationLexicon::Load("rules/lexicon", &diagnostics);
  const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  LintOptions options;
  options.relations = &relations;
  options.wordnet = &wordnet;
  struct Row {
    const char* predicate;
    const char* says;  // "" = nothing
  };
  for (const Row& row :
       {Row{"headquartered-in", ""}, Row{"employ", "write 'hire'"}, Row{"juggle", ""},
        Row{"headquarterd-in", "did you mean 'headquartered-in'?"},
        Row{"purchase", "write 'buy'"}}) {
    const std::vector<std::string> said = Lint(RuleWith(Match(row.predicate)), options);
    if (row.says[0] == '\0') {
      EXPECT_TRUE(said.empty()) << row.predicate << ": " << said.front();
    } else {
      ASSERT_FALSE(said.empty()) << row.predicate;
      EXPECT_NE(said.front().find(row.says), std::string::npos) << said.front();
    }
  }
  if (wordnet.empty()) return;
  const std::vector<std::string> said = Lint(RuleWith(Match("juggled")), options);
  ASSERT_FALSE(said.empty());
  EXPECT_NE(said.front().find("did you mean 'juggle'?"), std::string::npos) << said.front();
}

TEST(Lint, NamesExceptionsThatCannotApply) {
  const std::string asserted =
      "    match:\n      a: {from: draft, entity: $E, figure: $F, modality: asserted}\n      b: "
      "{from: source, entity: $E, figure: $G, modality: asserted}\n    where: [{figures-disjoint: "
      "{values: [$F, $G]}}]\n    unless: [hedged, superseded, superseded]\n";
  const std::vector<std::string> said = Lint(RuleWith(asserted), {});
  ASSERT_EQ(said.size(), 2u);
  EXPECT_TRUE(said[0].starts_with("lint.never-applies")) << said[0];
  EXPECT_TRUE(said[1].starts_with("lint.repeated")) << said[1];
}

TEST(Lint, NamesTwinsAndCircles) {
  const std::string twins = RuleWith(Match("$P") + "    yields-to: [pack.other]\n") +
                            RuleWith(Match("$R") + "    yields-to: [pack.name]\n", "pack.other");
  const std::vector<std::string> said = Lint(twins, {});
  ASSERT_EQ(said.size(), 3u);
  EXPECT_TRUE(said[0].starts_with("lint.circle")) << said[0];
  EXPECT_TRUE(said[2].starts_with("lint.twin")) << said[2];
}

TEST(Lint, StrictWantsWhatAShippedRuleHas) {
  LintOptions strict;
  strict.strict = true;
  const std::vector<std::string> said = Lint(RuleWith(Match("$P")), strict);
  ASSERT_EQ(said.size(), 4u);
  EXPECT_TRUE(said[0].starts_with("lint.tests")) << said[0];
  EXPECT_TRUE(said[1].starts_with("lint.reference")) << said[1];
  EXPECT_TRUE(said[2].starts_with("lint.falsepositives")) << said[2];
  EXPECT_TRUE(said[3].starts_with("lint.help")) << said[3];
}

}  // namespace
}  // namespace crosscheck
