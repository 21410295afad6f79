// The planned, indexed evaluator against one that tries all pairs, on small
// claim sets made from a fixed seed.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/check/rules.h"
#include "core/check/synthetic.h"

namespace crosscheck {
namespace {

struct Said {
  bool draft;
  int entity, predicate, figure, year;
};

// Every claim gets a place of its own, so that no two have the same words.
std::string Line(const Said& s, int document, int place) {
  return std::string("- {from: ") +
         (s.draft ? "draft" : "source, document: d" + std::to_string(document)) + ", entity: E" +
         std::to_string(s.entity) + ", predicate: p" + std::to_string(s.predicate) +
         ", figure: " + std::to_string(s.figure) + ", time: " + std::to_string(s.year) +
         ", place: L" + std::to_string(place) + "}\n";
}

TEST(Oracle, IndexedJoinsFindWhatAllPairsFind) {
  const char* rules =
      "crosscheck: 1\nrules:\n  - id: pack.name\n    finding: contradiction\n    severity: error\n "
      "   summary: S.\n"
      "    match:\n      a: {from: draft, entity: $E, predicate: $P, figure: $F, time: $T}\n      "
      "b: {from: source, entity: $E, predicate: $P, figure: $G, time: $U}\n"
      "    where: [{figures-disjoint: {values: [$F, $G]}}, {times-overlap: {values: [$T, $U]}}]\n  "
      "  message: \"{{a.id}} {{b.id}}\"\n"
      "    tests:\n      - {docs: {draft: A b c.}, expect: fires}\n      - {docs: {draft: A b c.}, "
      "expect: silent}\n";
  Diagnostics diagnostics;
  const RuleSet set = RuleSet::LoadText(rules, "r.yaml", &diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<Said> said;
    std::string claims;
    for (int i = 0; i < 40; ++i) {
      const auto pick = [&random](uint32_t n) { return static_cast<int>(random() % n); };
      said.push_back({i < 15, pick(4), pick(3), 10 + pick(4), 2020 + pick(2)});
      claims += Line(said.back(), i % 3, i);
    }
    const YamlNode node = ParseYaml(claims, "claims", &diagnostics);
    const auto readings = MakeReadings(node.items, "claims", &diagnostics);
    std::vector<ClaimGraph::Input> inputs;
    for (const auto& one : readings) inputs.push_back({&one->reading, one->side});
    const ClaimGraph graph = ClaimGraph::Build(std::move(inputs), {});
    std::set<std::string> found, expected;
    for (const Finding& f : Evaluate(set, graph, {}, nullptr)) found.insert(f.message);
    for (size_t a = 0; a < graph.claim_count(); ++a) {
      for (size_t b = 0; b < graph.claim_count(); ++b) {
        const uint32_t left = graph.node(ClaimId(a)).document,
                       right = graph.node(ClaimId(b)).document;
        if (graph.side(left) != Side::kDraft || graph.side(right) != Side::kSource) continue;
        const Claim& x = graph.claim(ClaimId(a));
        const Claim& y = graph.claim(ClaimId(b));
        const Reading& r = graph.reading(left);
        const Reading& s = graph.reading(right);
        const bool apart = Disjoint(r.figures[static_cast<size_t>(x.figure)],
                                    s.figures[static_cast<size_t>(y.figure)]) == true;
        const bool same_year = r.times[static_cast<size_t>(x.time)].value ==
                               s.times[static_cast<size_t>(y.time)].value;
        if (x.subject.key == y.subject.key && x.relation == y.relation && apart && same_year)
          expected.insert(std::to_string(a) + " " + std::to_string(b));
      }
    }
    EXPECT_EQ(found, expected) << "round " << round;
  }
}

// Twice the claims with twice the matches cost twice; more claims of which none
// match cost only their own look. Counted, not timed.
TEST(Oracle, CostGrowsWithMatchesNotWithPairs) {
  const std::string rule =
      "crosscheck: 1\nrules:\n  - id: pack.name\n    finding: contradiction\n    severity: error\n "
      "   summary: S.\n    match:\n      a: {from: draft, entity: $E, predicate: weigh, figure: "
      "$F}\n      b: {from: source, entity: $E, predicate: weigh, figure: $G}\n    where: "
      "[{figures-disjoint: {values: [$F, $G]}}]\n    message: \"{{F}} {{G}}\"\n    tests:\n      - "
      "{docs: {draft: A b c.}, expect: fires}\n      - {docs: {draft: A b c.}, expect: silent}\n";
  Diagnostics diagnostics;
  const RuleSet set = RuleSet::LoadText(rule, "r.yaml", &diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  const auto cost = [&](int matching, int others) {
    std::string claims;
    for (int i = 0; i < matching + others; ++i) {
      const std::string rest = ", entity: E" + std::to_string(i) +
                               (i < matching ? ", predicate: weigh" : ", predicate: cost");
      claims += "- {from: draft" + rest + ", figure: 4}\n";
      claims += "- {from: source" + rest + ", figure: 9}\n";
    }
    const YamlNode node = ParseYaml(claims, "claims", &diagnostics);
    const auto readings = MakeReadings(node.items, "claims", &diagnostics);
    std::vector<ClaimGraph::Input> inputs;
    for (const auto& one : readings) inputs.push_back({&one->reading, one->side});
    const ClaimGraph graph = ClaimGraph::Build(std::move(inputs), {});
    EvaluateOptions options;
    std::vector<RuleCost> costs;
    options.costs = &costs;
    Evaluate(set, graph, options, nullptr);
    EXPECT_EQ(costs.front().matches, static_cast<uint64_t>(matching));
    return costs.front().tried;
  };
  const uint64_t base = cost(50, 0);
  EXPECT_EQ(cost(100, 0), 2 * base);
  EXPECT_EQ(cost(200, 0), 4 * base);
  EXPECT_EQ(cost(50, 150), base);
}

}  // namespace
}  // namespace crosscheck
