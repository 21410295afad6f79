#include "core/pipeline/verdicts.h"

#include <gtest/gtest.h>

#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReading;

class Verdicts : public ::testing::Test {
 protected:
  Judgement Run(std::vector<Finding> findings) const {
    const ClaimGraph graph = ClaimGraph::Build({{&draft_.reading, Side::kDraft}, {&source_.reading, Side::kSource}}, {});
    return Judge(graph, findings);
  }
  Finding About(FindingKind kind, TextRange range) const {
    Finding finding;
    finding.kind = kind;
    finding.labels.push_back({0, range, std::string(range.In(draft_.document->text())), ""});
    return finding;
  }

  TextReading draft_ = Read("Acme sold 40 pumps. Jo Berg opened the harbour.");
  TextReading source_ = Read("Acme sold 40 pumps.");
};

TEST_F(Verdicts, WithoutFindingsAllIsOpen) {
  const Judgement judgement = Run({});
  EXPECT_EQ(judgement.verdict, Verdict::kOpen);
  EXPECT_EQ(judgement.claims.size(), draft_.reading.claims.size());
}

TEST_F(Verdicts, AFindingReachesTheClaimItLabelsOnly) {
  const Judgement judgement = Run({About(FindingKind::kContradiction, {10, 12})});
  EXPECT_EQ(judgement.verdict, Verdict::kContradicted);
  ASSERT_EQ(judgement.claims.size(), 2u);
  EXPECT_EQ(judgement.claims[0].verdict, Verdict::kContradicted);
  EXPECT_EQ(judgement.claims[1].verdict, Verdict::kOpen);
}

TEST_F(Verdicts, TheWorstHolds) {
  const Judgement judgement = Run({About(FindingKind::kAgreement, {0, 18}), About(FindingKind::kUnsupported, {10, 12})});
  EXPECT_EQ(judgement.claims[0].verdict, Verdict::kUnsupported);
  EXPECT_EQ(Run({About(FindingKind::kNote, {10, 12})}).claims[0].verdict, Verdict::kOpen);
}

TEST(AsideVerdicts, WhatIsSaidByTheWayMustBeCarriedItself) {
  const auto judged = [](std::string_view text) {
    const TextReading draft = Read(text), source = Read("Ann Lee, a teacher, opened the old bridge in Hull.");
    const ClaimGraph graph = ClaimGraph::Build({{&draft.reading, Side::kDraft}, {&source.reading, Side::kSource}}, {});
    Finding carried;
    carried.kind = FindingKind::kAgreement;
    carried.labels.push_back({0, {0, static_cast<uint32_t>(text.size() - 1)}, std::string(text), ""});
    std::vector<Finding> findings = {carried};
    std::vector<Verdict> verdicts;
    for (const ClaimVerdict& claim : Judge(graph, findings).claims) verdicts.push_back(claim.verdict);
    return verdicts;
  };
  EXPECT_EQ(judged("Ann Lee, a teacher, opened the old bridge in Hull."), (std::vector{Verdict::kSupported, Verdict::kSupported}));
  EXPECT_EQ(judged("Ann Lee, a lawyer, opened the old bridge in Hull."), (std::vector{Verdict::kOpen, Verdict::kSupported}));
}

TEST_F(Verdicts, SuspicionRisesWithFindings) {
  EXPECT_LT(Run({}).suspicion, Run({About(FindingKind::kUnsupported, {10, 12})}).suspicion);
  EXPECT_LE(Run({About(FindingKind::kContradiction, {10, 12})}).suspicion, 1.0);
}

TEST_F(Verdicts, ItemsTickFiguresAndNames) {
  const Judgement judgement = Run({});
  bool figure = false, name = false;
  for (const CheckItem& item : judgement.items) {
    figure = figure || (item.kind == CheckItemKind::kFigure && item.verdict == Verdict::kSupported);
    name = name || item.kind == CheckItemKind::kName;
  }
  EXPECT_TRUE(figure);
  EXPECT_TRUE(name);
}

}  // namespace
}  // namespace crosscheck
