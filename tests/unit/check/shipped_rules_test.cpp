#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "core/check/rule.h"
#include "core/check/rules.h"
#include "core/check/test_marks.h"

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

std::set<std::string> WordsOf(const RuleTest& test) {
  std::set<std::string> words;
  for (const TestDocument& doc : test.docs) {
    std::string word;
    for (const char c : WithoutMarks(doc.text) + " ") {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
      if (letter) {
        word += c;
      } else if (!word.empty()) {
        words.insert(std::exchange(word, ""));
      }
    }
  }
  return words;
}

// True where less than two thirds of the words of the smaller text stand in the other.
bool WordedOtherwise(const RuleTest& a, const RuleTest& b) {
  const std::set<std::string> left = WordsOf(a), right = WordsOf(b);
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return 3 * both.size() < 2 * std::min(left.size(), right.size());
}

TEST(ShippedRules, AreTestedOnPlainTextInTwoWordings) {
  Diagnostics diagnostics;
  const RuleSet rules = RuleSet::Load({"rules"}, &diagnostics);
  for (const Rule& rule : rules.rules()) {
    bool two = false;
    for (const RuleTest& a : rule.tests) {
      for (const RuleTest& b : rule.tests)
        two = two || (!a.docs.empty() && !b.docs.empty() && WordedOtherwise(a, b));
    }
    EXPECT_TRUE(two) << rule.id;
  }
}

TEST(ShippedRules, StandInAllPacks) {
  Diagnostics diagnostics;
  const RuleSet rules = RuleSet::Load({"rules"}, &diagnostics);
  for (const char* pack : {"figures", "times", "facts", "quotes", "attribution", "polarity", "comparison", "drift",
                           "support", "consistency", "reference"}) {
    EXPECT_TRUE(std::any_of(rules.rules().begin(), rules.rules().end(), [&](const Rule& rule) {
      return rule.id.starts_with(std::string(pack) + ".");
    })) << pack;
  }
}

TEST(ShippedLexicons, AreAllThere) {
  for (const char* name : {"relations", "opposites", "cues", "approximators", "units", "roles", "titles", "outlets"})
    EXPECT_TRUE(std::filesystem::exists("rules/lexicon/" + std::string(name) + ".yaml")) << name;
}

}  // namespace
}  // namespace crosscheck
