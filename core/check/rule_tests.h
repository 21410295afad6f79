#ifndef CROSSCHECK_CORE_CHECK_RULE_TESTS_H_
#define CROSSCHECK_CORE_CHECK_RULE_TESTS_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/check/rules.h"

namespace crosscheck {

struct RuleTest;  // rule.h

// A text of a rule test, without its marks.
struct TestText {
  std::string name;  // "draft", "wire"
  Side side = Side::kSource;
  std::string text, date, publisher;
};

// The seam to the phases below: rules know nothing of engines and files.
struct TestReader {
  // Reads one text; the pointer keeps document and reading alive.
  std::function<std::shared_ptr<const Reading>(const TestText&)> read;
  std::function<ClaimGraph(std::vector<ClaimGraph::Input>)> build;
  const RelationLexicon* relations = nullptr;
};

enum class TestOutcome : uint8_t {
  kPassed,    // .
  kNoisy,     // N: fired, expected silent
  kMissing,   // M: silent, expected to fire
  kGap,       // ?: a known gap, still there
  kClosed,    // !: a known gap that is gone: the mark can be taken away
  kWrong,     // W: fired, but with another message or at another place
  kBroken,    // E: the test itself cannot be run
  kSurvived,  // S: the example was changed, and the verdict did not follow
};
char Mark(TestOutcome outcome);

struct TestResult {
  std::string rule, name, path;
  std::string mutant;  // the kind of change; "" for a test as it stands in the rule
  uint32_t line = 0;
  TestOutcome outcome = TestOutcome::kPassed;
  std::string detail;  // what was expected, what came, and the claims as read
};

struct TestReport {
  std::vector<TestResult> results;
  size_t failures() const;  // noisy, missing, wrong, broken, survived
};

struct TestOptions {
  std::vector<std::string> select;  // rule id prefixes; empty = all
  bool mutate = false;              // also change the examples and demand that the verdict follows
};

// One test of one rule of the set; it need not stand in the rule.
TestResult RunRuleTest(const RuleSet& rules, const Rule& rule, const RuleTest& test,
                       const TestReader& reader);
TestReport RunRuleTests(const RuleSet& rules, const TestReader& reader, const TestOptions& options);

std::string ToText(const TestReport& report, bool verbose);
std::string ToJunit(const TestReport& report);
std::string ToJson(const TestReport& report);

// The claims of a graph, one a line, as people read them.
std::string DescribeClaims(const ClaimGraph& graph);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULE_TESTS_H_
