#include "core/finding/finding.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

Finding Make(uint32_t document, uint32_t start, std::string words, std::string rule = "pack.name") {
  Finding finding;
  finding.rule = std::move(rule);
  finding.labels.push_back(
      {document, {start, start + static_cast<uint32_t>(words.size())}, std::move(words), "here"});
  return finding;
}

std::string Print(Finding finding) {
  SetFingerprint({"draft.md", "wire.txt"}, &finding);
  return finding.id;
}

TEST(Fingerprint, RestsOnRuleDocumentsAndWordsNotOnPlaces) {
  const std::string id = Print(Make(0, 10, "twelve people"));
  EXPECT_EQ(id.size(), 10u);
  EXPECT_EQ(id, Print(Make(0, 99, "twelve people")));
  EXPECT_EQ(id, Print(Make(0, 10, "twelve\n  people")));
  EXPECT_NE(id, Print(Make(1, 10, "twelve people")));
  EXPECT_NE(id, Print(Make(0, 10, "eleven people")));
  EXPECT_NE(id, Print(Make(0, 10, "twelve people", "pack.other")));
}

TEST(Fingerprint, MirroredLabelsAreOneFinding) {
  Finding a = Make(0, 1, "approved"), b = Make(1, 5, "rejected");
  a.labels.push_back(b.labels[0]);
  b.labels.push_back(a.labels[0]);
  EXPECT_EQ(Print(a), Print(b));
}

TEST(Order, IsByPlaceThenSeverityThenRule) {
  Finding early = Make(0, 1, "a"), late = Make(0, 9, "a"), other = Make(1, 0, "a");
  EXPECT_TRUE(Before(early, late));
  EXPECT_TRUE(Before(late, other));
  Finding hint = early;
  hint.severity = Severity::kHint;
  EXPECT_TRUE(Before(early, hint));
  EXPECT_TRUE(Before(early, Make(0, 1, "a", "pack.zeta")));
  EXPECT_FALSE(Before(early, early));
}

}  // namespace
}  // namespace crosscheck
