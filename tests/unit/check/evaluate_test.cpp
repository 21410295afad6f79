// The evaluator on claims that are written down rather than read: each case is a
// rule's patterns and conditions, claims, and what must be found.
#include <gtest/gtest.h>

#include "core/check/rules.h"
#include "core/check/synthetic.h"
#include "core/check/why.h"

namespace crosscheck {
namespace {

struct World {
  std::vector<std::unique_ptr<SyntheticReading>> readings;
  std::unique_ptr<ClaimGraph> graph;
};

World Make(const std::string& claims, bool audit = false) {
  Diagnostics diagnostics;
  const YamlNode node = ParseYaml(claims, "claims", &diagnostics);
  World world;
  world.readings = MakeReadings(node.items, "claims", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  std::vector<ClaimGraph::Input> inputs;
  for (const auto& one : world.readings)
    inputs.push_back({&one->reading, audit ? Side::kBoth : one->side});
  world.graph = std::make_unique<ClaimGraph>(ClaimGraph::Build(std::move(inputs), {}));
  return world;
}

std::string RuleText(const std::string& body, const std::string& id = "pack.name") {
  return "  - id: " + id + "\n    finding: contradiction\n    severity: error\n    summary: S.\n" +
         body +
         "    tests:\n      - {docs: {draft: A b c.}, expect: fires}\n      - {docs: {draft: A b "
         "c.}, expect: silent}\n";
}

RuleSet Load(const std::string& rules) {
  Diagnostics diagnostics;
  RuleSet set = RuleSet::LoadText("crosscheck: 1\nrules:\n" + rules, "r.yaml", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  return set;
}

std::vector<Finding> Find(const std::string& rules, const World& world, bool open = false) {
  EvaluateOptions options;
  options.open = open;
  return Evaluate(Load(rules), *world.graph, options, nullptr);
}

const char kConflict[] =
    "    match:\n"
    "      a: {from: draft, entity: $E, predicate: $P, figure: $F, time: $T}\n"
    "      b: {from: source, entity: $E, predicate: $P, figure: $G, time: $U}\n"
    "    where:\n"
    "      - figures-disjoint: {values: [$F, $G]}\n"
    "      - times-overlap: {values: [$T, $U], unknown: match}\n"
    "    message: \"{{F}} here, {{G}} in {{b.doc}}\"\n";

TEST(Evaluate, JoinsOverAllBindings) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: draft, entity: Borealis, predicate: employ, figure: 70}\n"
      "- {from: source, document: wire, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, document: wire, entity: Acme, predicate: sell, figure: 9}\n"
      "- {from: source, document: report, entity: Acme, predicate: employ, figure: 900}\n"
      "- {from: source, document: report, entity: Borealis, predicate: employ, figure: 95}\n");
  const std::vector<Finding> found = Find(RuleText(kConflict), world);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].message, "400 here, 900 in report");
  EXPECT_EQ(found[1].message, "70 here, 95 in report");
  ASSERT_EQ(found[0].labels.size(), 2u);
  EXPECT_FALSE(found[0].why.empty());
  EXPECT_EQ(found[0].id.substr(0, 2), "F-");
}

TEST(Evaluate, TimesConflictWithNothingWhereTheyAreUnknown) {
  const std::string dated =
      "- {from: draft, entity: Acme, predicate: employ, figure: 400, time: 2020}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900, time: 2023}\n";
  EXPECT_TRUE(Find(RuleText(kConflict), Make(dated)).empty());
  const std::string undated =
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900, time: 2023}\n";
  EXPECT_EQ(Find(RuleText(kConflict), Make(undated)).size(), 1u);
}

TEST(Evaluate, UnknownIsNeitherYesNorNo) {
  const char* claims =
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900, time: 2023}\n";
  const auto rule = [](const std::string& unknown) {
    return RuleText(
        "    match:\n"
        "      a: {from: draft, entity: $E, predicate: $P, time: $T}\n"
        "      b: {from: source, entity: $E, predicate: $P, time: $U}\n"
        "    where: [{times-overlap: {values: [$T, $U]" +
        unknown +
        "}}]\n"
        "    message: m\n");
  };
  struct Row {
    const char* unknown;
    size_t sure, open;
  };
  for (const Row& row : {Row{"", 0, 1}, Row{", unknown: open", 0, 1}, Row{", unknown: skip", 0, 0},
                         Row{", unknown: match", 1, 1}}) {
    EXPECT_EQ(Find(rule(row.unknown), Make(claims)).size(), row.sure) << row.unknown;
    const std::vector<Finding> open = Find(rule(row.unknown), Make(claims), true);
    ASSERT_EQ(open.size(), row.open) << row.unknown;
    if (row.open == 1) {
      EXPECT_EQ(open[0].open, row.sure == 0) << row.unknown;
    }
  }
}

TEST(Evaluate, NestedConditionsFollowKleene) {
  const char* claims =
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900, time: 2023}\n";
  struct Row {
    const char* where;
    const char* expect;
  };
  for (const Row& row : {
           Row{"any: [{times-overlap: {values: [$T, $U]}}, {figures-disjoint: {values: [$F, $G]}}]",
               "fires"},
           Row{"all: [{times-overlap: {values: [$T, $U]}}, {figures-disjoint: {values: [$F, $G]}}]",
               "open"},
           Row{"all: [{times-overlap: {values: [$T, $U]}}, {figures-agree: {values: [$F, $G]}}]",
               "silent"},
           Row{"not: {figures-agree: {values: [$F, $G]}}", "fires"},
           Row{"not: {times-overlap: {values: [$T, $U]}}", "open"},
           Row{"not: [{figures-disjoint: {values: [$F, $G]}}]", "silent"},
       }) {
    const std::string rule = RuleText(
        "    match:\n"
        "      a: {from: draft, entity: $E, predicate: $P, figure: $F, time: $T}\n"
        "      b: {from: source, entity: $E, predicate: $P, figure: $G, time: $U}\n"
        "    where: [{" +
        std::string(row.where) +
        "}]\n"
        "    message: \"{{F}} {{G}} {{T}} {{U}}\"\n");
    const std::vector<Finding> found = Find(rule, Make(claims), true);
    const std::string got = found.empty() ? "silent" : found[0].open ? "open" : "fires";
    EXPECT_EQ(got, row.expect) << row.where;
  }
}

TEST(Evaluate, AbsenceListsItsNearestMisses) {
  const std::string rule = RuleText(
      "    match:\n      a: {from: draft, entity: $E, predicate: $P, figure: $F}\n"
      "    none:\n      - claim: {from: source, entity: $E, predicate: $P, figure: $G}\n"
      "        where: [{figures-agree: {values: [$F, $G]}}]\n"
      "    near: 2\n"
      "    message: \"no source gives {{F}}{{#near}}; {{doc}} has {{G}}{{/near}}{{^near}}; none is "
      "near{{/near}}\"\n");
  const char* near =
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, document: wire, entity: Acme, predicate: employ, figure: 900}\n";
  const std::vector<Finding> found = Find(rule, Make(near));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "no source gives 400; wire has 900");
  EXPECT_EQ(Find(rule, Make("- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"))[0]
                .message,
            "no source gives 400; none is near");
  EXPECT_TRUE(
      Find(
          rule,
          Make(
              std::string(near) +
              "- {from: source, document: report, entity: Acme, predicate: employ, figure: 400}\n"))
          .empty());
}

TEST(Evaluate, SetsAreCountedAndSummed) {
  const std::string count = RuleText(
      "    match:\n      a: {from: draft, entity: $E, predicate: $P, object: $O}\n"
      "    collect:\n      s: {claim: {from: source, entity: $E, predicate: $P, object: $O}}\n"
      "    where: [{count: {of: s, distinct: document, gte: 2}}]\n"
      "    message: \"{{s.count}} of {{s.origins}}: {{#s}}[{{doc}}]{{/s}}\"\n");
  const std::string claims =
      "- {from: draft, entity: Acme, predicate: buy, object: Borealis}\n"
      "- {from: source, document: wire, entity: Acme, predicate: buy, object: Borealis}\n"
      "- {from: source, document: wire, entity: Acme, predicate: buy, object: Borealis}\n";
  EXPECT_TRUE(Find(count, Make(claims)).empty());
  const std::vector<Finding> two = Find(
      count,
      Make(claims +
           "- {from: source, document: zeta, entity: Acme, predicate: buy, object: Borealis}\n"));
  ASSERT_EQ(two.size(), 1u);
  EXPECT_EQ(two[0].message, "3 of 2: [wire][wire][zeta]");

  const std::string sum = RuleText(
      "    match:\n      t: {from: draft, predicate: hurt, figure: $T}\n"
      "    collect:\n      p:\n        claim: {from: draft, predicate: part, figure: $N}\n        "
      "where: [{same-document: {claims: [t, p]}}]\n"
      "    where:\n      - count: {of: p, gte: 2}\n      - sum-differs: {of: p, figure: $N, total: "
      "$T}\n"
      "    message: \"the parts make {{sum}}, not {{T}}\"\n");
  const std::string parts =
      "- {from: draft, entity: men, predicate: part, figure: 31}\n- {from: draft, entity: women, "
      "predicate: part, figure: 27}\n";
  EXPECT_TRUE(Find(sum, Make("- {from: draft, entity: all, predicate: hurt, figure: 58}\n" + parts))
                  .empty());
  const std::vector<Finding> wrong =
      Find(sum, Make("- {from: draft, entity: all, predicate: hurt, figure: 61}\n" + parts));
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong[0].message, "the parts make 58, not 61");
}

TEST(Evaluate, ExceptionsRemoveOnEvidenceOnly) {
  const std::string claims =
      "- {from: draft, entity: Acme, predicate: employ, figure: 400, modality: planned}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900}\n";
  EXPECT_EQ(Find(RuleText(kConflict), Make(claims)).size(), 1u);
  EXPECT_TRUE(
      Find(RuleText(std::string(kConflict) + "    unless: [developed]\n"), Make(claims)).empty());
  EXPECT_EQ(Find(RuleText(std::string(kConflict) +
                          "    unless: [superseded, different-place, reported]\n"),
                 Make(claims))
                .size(),
            1u);
  const std::string named = std::string(kConflict) +
                            "    unless:\n      - name: it was restated\n        claim: {entity: "
                            "$E, predicate: restate}\n";
  EXPECT_EQ(Find(RuleText(named), Make(claims)).size(), 1u);
  EXPECT_TRUE(
      Find(RuleText(named),
           Make(claims + "- {from: source, entity: Acme, predicate: restate, object: figures}\n"))
          .empty());
}

TEST(Evaluate, MirroredMatchesAreOneFinding) {
  const std::string rule = RuleText(
      "    match:\n      a: {entity: $E, predicate: $P, object: $X}\n      b: {entity: $E, "
      "predicate: $P, object: $Y}\n"
      "    where: [{differ: {values: [$X, $Y]}}, {different-document: {claims: [a, b]}}]\n"
      "    message: \"{{X}} / {{Y}}\"\n");
  const World world = Make(
      "- {from: source, document: one, entity: Acme, predicate: lead, object: Berg}\n"
      "- {from: source, document: two, entity: Acme, predicate: lead, object: Lee}\n",
      true);
  const std::vector<Finding> found = Find(rule, world);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message, "Berg / Lee");
}

TEST(Evaluate, OneRuleYieldsToAnother) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900}\n");
  const std::string quiet =
      "    match:\n      a: {from: draft, entity: $E, figure: $F}\n    message: \"{{E}} {{F}}\"\n";
  EXPECT_EQ(Find(RuleText(quiet, "pack.quiet") + RuleText(kConflict), world).size(), 2u);
  const std::vector<Finding> found =
      Find(RuleText(quiet + std::string("    yields-to: [pack.name]\n"), "pack.quiet") +
               RuleText(kConflict),
           world);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, "pack.name");
}

TEST(Evaluate, OnceKeepsTheSurest) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, document: one, entity: Acme, predicate: employ, figure: 900}\n"
      "- {from: source, document: two, entity: Acme, predicate: employ, figure: 800}\n");
  EXPECT_EQ(Find(RuleText(kConflict), world).size(), 2u);
  EXPECT_EQ(Find(RuleText(std::string(kConflict) + "    once: a\n"), world).size(), 1u);
}

TEST(Evaluate, ParamsAreSetWithinTheirRange) {
  RuleSet rules =
      Load(RuleText("    params: {most: {type: number, default: 500, min: 0, max: 1000}}\n"
                    "    match:\n      a: {from: draft, entity: $E, figure: {bind: $F, gt: {param: "
                    "most}}}\n    message: \"{{E}} {{F}}\"\n"));
  const World world = Make("- {from: draft, entity: Acme, predicate: employ, figure: 400}\n");
  EXPECT_TRUE(Evaluate(rules, *world.graph, {}, nullptr).empty());
  Diagnostics diagnostics;
  EXPECT_TRUE(rules.Set("pack.name.params.most", "300", &diagnostics));
  EXPECT_EQ(Evaluate(rules, *world.graph, {}, nullptr).size(), 1u);
  EXPECT_FALSE(rules.Set("pack.name.params.most", "3000", &diagnostics));
  EXPECT_FALSE(rules.Set("pack.name.params.least", "3", &diagnostics));
  EXPECT_FALSE(rules.Set("pack.nme.params.most", "3", &diagnostics));
  EXPECT_EQ(diagnostics.size(), 3u);
}

TEST(Evaluate, LimitIsReported) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, document: one, entity: Acme, predicate: employ, figure: 900}\n");
  EvaluateOptions options;
  options.limit = 1;
  Diagnostics diagnostics;
  Evaluate(Load(RuleText(kConflict)), *world.graph, options, &diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "rule.limit");
}

TEST(Evaluate, FilterSilencesARuleThatItDoesNotOwn) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900}\n");
  const std::string filter =
      "filters:\n  - id: desk.staff\n    rules: [pack.name]\n    reason: Counted by hand.\n    "
      "when: {claim: {predicate: employ}}\n";
  EXPECT_TRUE(Find(RuleText(kConflict) + filter, world).empty());
}

TEST(Evaluate, FilterEndsAfterItsLastDay) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900}\n");
  const std::string text = "crosscheck: 1\nrules:\n" + RuleText(kConflict) +
                           "filters:\n  - id: desk.staff\n    rules: [pack]\n    reason: Counted "
                           "by hand.\n    until: 2026-11-09\n    when: {claim: {predicate: "
                           "employ}}\n";
  struct Row {
    std::optional<Date> today;
    size_t findings, diagnostics;
  };
  for (const Row& row :
       {Row{std::nullopt, 0, 1}, Row{Date{2026, 11, 9}, 0, 0}, Row{Date{2026, 11, 10}, 1, 1}}) {
    Diagnostics diagnostics;
    const RuleSet rules = RuleSet::LoadText(text, "r.yaml", &diagnostics, row.today);
    ASSERT_EQ(diagnostics.size(), row.diagnostics);
    if (row.diagnostics > 0) {
      EXPECT_EQ(diagnostics[0].code, row.today ? "rule.filter-ended" : "rule.filter-end");
      EXPECT_EQ(diagnostics[0].level, DiagnosticLevel::kWarning);
    }
    EXPECT_EQ(Evaluate(rules, *world.graph, {}, nullptr).size(), row.findings);
  }
}

// What one end denies is no rival to another value at the other end.
TEST(Evaluate, GuardDeniedLooksAtThePolarityOfBothEnds) {
  struct Row {
    const char *draft, *source;
    size_t findings;
  };
  for (const Row& row : {Row{"affirmed", "affirmed", 1}, Row{"denied", "affirmed", 0},
                         Row{"affirmed", "denied", 0}, Row{"denied", "denied", 1}}) {
    const World world =
        Make("- {from: draft, entity: Acme, predicate: employ, figure: 400, polarity: " +
             std::string(row.draft) +
             "}\n- {from: source, entity: Acme, predicate: employ, figure: 900, polarity: " +
             std::string(row.source) + "}\n");
    EXPECT_EQ(Find(RuleText(std::string(kConflict) + "    unless: [denied]\n"), world).size(),
              row.findings)
        << row.draft << " " << row.source;
  }
}

TEST(Evaluate, ThreadsChangeNothing) {
  std::string claims;
  for (int i = 0; i < 60; ++i) {
    claims += "- {from: draft, entity: Firm" + std::to_string(i % 7) +
              ", predicate: employ, figure: " + std::to_string(100 + i) + "}\n";
    claims += "- {from: source, document: d" + std::to_string(i % 5) + ", entity: Firm" +
              std::to_string(i % 7) + ", predicate: employ, figure: " + std::to_string(500 + i) +
              "}\n";
  }
  const World world = Make(claims);
  const RuleSet rules = Load(RuleText(kConflict) + RuleText(kConflict, "pack.other") +
                             RuleText(kConflict, "pack.third"));
  EvaluateOptions one, four;
  four.threads = 4;
  const std::vector<Finding> a = Evaluate(rules, *world.graph, one, nullptr),
                             b = Evaluate(rules, *world.graph, four, nullptr);
  ASSERT_EQ(a.size(), b.size());
  ASSERT_GT(a.size(), 100u);
  for (size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].id, b[i].id);
    EXPECT_EQ(a[i].message, b[i].message);
  }
}

TEST(WhyNot, NamesTheStepAndTheSmallestChange) {
  const World world = Make(
      "- {from: draft, entity: Acme, predicate: employ, figure: 400, time: 2020}\n"
      "- {from: source, entity: Acme, predicate: employ, figure: 900, time: 2023}\n");
  const RuleSet rules = Load(RuleText(kConflict));
  const std::string why = WhyNot(rules, *world.graph, {0, {0, 10}}, {"pack.name"}, {});
  EXPECT_NE(why.find("stopped at: {times-overlap: "), std::string::npos) << why;
  EXPECT_NE(why.find("$T = “2020”"), std::string::npos) << why;
}

}  // namespace
}  // namespace crosscheck
