#ifndef CROSSCHECK_CORE_CHECK_TEST_FROM_FINDING_H_
#define CROSSCHECK_CORE_CHECK_TEST_FROM_FINDING_H_

#include <string>
#include <string_view>

#include "core/check/rule.h"
#include "core/check/rule_tests.h"

namespace crosscheck {

// How much of the texts a test takes over.
enum class TestReach : uint8_t {
  kSentences,   // those that a label stands in
  kParagraphs,  // the blocks around them
  kTexts,       // the whole texts that a label stands in
  kAll,         // every text of the run
};

// A test that stands for a finding: its labels are marked where `expect` is
// "fires". The text of the first label is the draft where the run had none.
RuleTest TestFromFinding(const Finding& finding, const ClaimGraph& graph, std::string_view expect,
                         TestReach reach);

// The test as an entry of a rule's `tests`.
std::string ToYaml(const RuleTest& test);

// The shortest test with which the rule still fires, as YAML with a comment that
// says into which file it belongs and what it does today. `expect` is "fires", or
// "silent" for a false alarm.
std::string ProposeTest(const RuleSet& rules, const Finding& finding, const ClaimGraph& graph,
                        std::string_view expect, const TestReader& reader);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_TEST_FROM_FINDING_H_
