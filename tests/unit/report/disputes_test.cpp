#include "core/report/disputes.h"

#include <gtest/gtest.h>

#include <memory>

#include "core/claim/relations.h"
#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReaders;
using testing::TextReading;

// Texts of one claim each, and contradictions between them.
struct Quarrel {
  std::vector<std::unique_ptr<TextReading>> texts;
  std::unique_ptr<ClaimGraph> graph;
  std::vector<Finding> findings;

  explicit Quarrel(const std::vector<std::string>& bytes) {
    std::vector<ClaimGraph::Input> inputs;
    for (const std::string& text : bytes) {
      texts.push_back(std::make_unique<TextReading>(Read(text)));
      inputs.push_back({&texts.back()->reading, Side::kBoth});
    }
    const Lexicons& lexicons = TextReaders::Get().lexicons();
    graph = std::make_unique<ClaimGraph>(ClaimGraph::Build(inputs, {lexicons.relations.get(), lexicons.entities.get(), nullptr}));
  }
  void Conflict(uint32_t a, uint32_t b, double confidence = 0.6, const std::string& help = "") {
    Finding finding;
    finding.kind = FindingKind::kContradiction;
    finding.confidence = confidence;
    finding.help = help;
    for (const uint32_t d : {a, b}) finding.labels.push_back({d, {0, 3}, "The", ""});
    findings.push_back(finding);
  }
};

TEST(Disputes, TheTextThatDiffersFromAllStandsAlone) {
  Quarrel quarrel({"The firm sold 40 pumps.", "The firm sold 60 pumps.", "The firm sold 60 pumps to Hull."});
  quarrel.Conflict(0, 1, 0.5, "Ask the firm.");
  quarrel.Conflict(0, 2, 0.9, "Read its report.");
  const auto disputes = FindDisputes(*quarrel.graph, quarrel.findings);
  ASSERT_EQ(disputes.size(), 1u);
  EXPECT_EQ(disputes[0].places.size(), 3u);
  EXPECT_EQ(disputes[0].repair, std::vector<size_t>{0});
  EXPECT_TRUE(disputes[0].smallest);
  EXPECT_EQ(disputes[0].alone, 0u);
  EXPECT_EQ(disputes[0].settles, "Read its report.");
}

TEST(Disputes, AChainLosesItsMiddle) {
  Quarrel quarrel({"The firm sold 40 pumps.", "The firm sold 60 pumps.", "The firm sold 80 pumps.", "The firm sold 90 pumps."});
  quarrel.Conflict(0, 1);
  quarrel.Conflict(1, 2);
  quarrel.Conflict(2, 3);
  const auto disputes = FindDisputes(*quarrel.graph, quarrel.findings);
  ASSERT_EQ(disputes.size(), 1u);
  EXPECT_EQ(disputes[0].repair.size(), 2u);
  EXPECT_EQ(disputes[0].alone, ~0u);
}

TEST(Disputes, ApartWhereNothingJoinsThem) {
  Quarrel quarrel({"The firm sold 40 pumps.", "The firm sold 60 pumps.", "The yard closed in May.", "The yard closed in June."});
  quarrel.Conflict(2, 3);
  quarrel.Conflict(0, 1);
  Finding note;
  note.labels = quarrel.findings[0].labels;
  quarrel.findings.push_back(note);  // no contradiction
  const auto disputes = FindDisputes(*quarrel.graph, quarrel.findings);
  ASSERT_EQ(disputes.size(), 2u);
  EXPECT_EQ(disputes[0].findings, std::vector<size_t>{0});
  EXPECT_EQ(disputes[1].findings, std::vector<size_t>{1});
  EXPECT_EQ(disputes[0].alone, ~0u);  // two texts: neither stands alone
}

// The oracle: with more places than are all tried, the greedy set still covers.
TEST(Disputes, LargeOnesAreCovered) {
  std::vector<std::string> texts;
  for (int i = 0; i < 20; ++i) texts.push_back("The firm sold " + std::to_string(40 + i) + " pumps.");
  Quarrel quarrel(texts);
  for (uint32_t i = 1; i < 20; ++i) quarrel.Conflict(0, i);
  const auto disputes = FindDisputes(*quarrel.graph, quarrel.findings);
  ASSERT_EQ(disputes.size(), 1u);
  EXPECT_FALSE(disputes[0].smallest);
  EXPECT_EQ(disputes[0].repair, std::vector<size_t>{0});
  EXPECT_EQ(disputes[0].alone, 0u);
}

TEST(Disputes, NoneWithoutFindings) {
  Quarrel quarrel({"The firm sold 40 pumps."});
  EXPECT_TRUE(FindDisputes(*quarrel.graph, {}).empty());
}

}  // namespace
}  // namespace crosscheck
