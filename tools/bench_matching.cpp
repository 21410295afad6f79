#include "tools/bench_matching.h"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "core/check/rules.h"
#include "core/check/synthetic.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {
namespace {

// A join of two claims over two variables, with a condition on what they bind.
std::string RuleText(size_t number, const std::string& predicate) {
  return "  - id: bench.rule" + std::to_string(number) +
         "\n    finding: contradiction\n    severity: error\n    summary: Two figures.\n"
         "    match:\n"
         "      a: {from: draft, entity: $E, predicate: " +
         predicate +
         ", figure: $F}\n"
         "      b: {from: source, entity: $E, predicate: " +
         predicate +
         ", figure: $G}\n"
         "    where: [{figures-disjoint: {values: [$F, $G]}}]\n"
         "    message: \"{{F}} {{G}}\"\n"
         "    tests:\n"
         "      - {docs: {draft: A b c.}, expect: fires}\n"
         "      - {docs: {draft: A b c.}, expect: silent}\n";
}

RuleSet Rules(size_t count, const std::string& predicate) {
  std::string text = "crosscheck: 1\nrules:\n";
  for (size_t i = 0; i < count; ++i) text += RuleText(i, predicate);
  Diagnostics diagnostics;
  RuleSet rules = RuleSet::LoadText(text, "bench.yaml", &diagnostics);
  for (const Diagnostic& d : diagnostics) std::cerr << ToText(d) << '\n';
  return rules;
}

// `claims` claims, half of them in the draft; `together` of each side speak of
// one thing, each with a figure of its own.
struct Claims {
  Claims(size_t claims, size_t together) {
    std::string text;
    for (size_t i = 0; i < claims / 2; ++i) {
      const std::string entity = "E" + std::to_string(i / together);
      text += "- {from: draft, entity: " + entity +
              ", predicate: weigh, figure: " + std::to_string(10 + i % together) + "}\n";
      text += "- {from: source, entity: " + entity +
              ", predicate: weigh, figure: " + std::to_string(9000 + i % together) + "}\n";
    }
    Diagnostics diagnostics;
    YamlLimits limits;
    limits.max_bytes = size_t{64} << 20;
    const YamlNode node = ParseYaml(text, "claims", &diagnostics, limits);
    readings = MakeReadings(node.items, "claims", &diagnostics);
    for (const Diagnostic& d : diagnostics) std::cerr << ToText(d) << '\n';
    std::vector<ClaimGraph::Input> inputs;
    for (const auto& one : readings) inputs.push_back({&one->reading, one->side});
    graph = std::make_unique<ClaimGraph>(ClaimGraph::Build(std::move(inputs), {}));
  }
  std::vector<std::unique_ptr<SyntheticReading>> readings;
  std::unique_ptr<ClaimGraph> graph;
};

void Measure(const char* what, size_t size, const RuleSet& rules, const ClaimGraph& graph) {
  EvaluateOptions options;
  std::vector<RuleCost> costs;
  options.costs = &costs;
  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  Evaluate(rules, graph, options, &diagnostics);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  for (const Diagnostic& d : diagnostics) std::cerr << ToText(d) << '\n';
  uint64_t tried = 0, matches = 0;
  for (const RuleCost& cost : costs) {
    tried += cost.tried;
    matches += cost.matches;
  }
  const double pairs = static_cast<double>(costs.size()) *
                       static_cast<double>(graph.claim_count()) *
                       static_cast<double>(graph.claim_count());
  std::printf("%-22s %7zu %9llu %9llu %10.6f %10.1f ms\n", what, size,
              static_cast<unsigned long long>(matches), static_cast<unsigned long long>(tried),
              static_cast<double>(tried) / pairs, seconds * 1e3);
}

}  // namespace

int MeasureMatching() {
  std::printf("%-22s %7s %9s %9s %10s %13s\n", "grows", "to", "matches", "items", "of pairs",
              "time");
  const RuleSet one = Rules(1, "weigh");
  for (size_t claims = 1000; claims <= 16000; claims *= 2)
    Measure("claims", claims, one, *Claims(claims, 2).graph);
  for (size_t together = 1; together <= 16; together *= 2)
    Measure("claims of one thing", together, one, *Claims(4000, together).graph);
  const Claims fixed(4000, 2);
  for (size_t count = 1; count <= 64; count *= 4)
    Measure("rules that match", count, Rules(count, "weigh"), *fixed.graph);
  for (size_t count = 1; count <= 64; count *= 4)
    Measure("rules that do not", count, Rules(count, "sing"), *fixed.graph);
  return 0;
}

}  // namespace crosscheck
