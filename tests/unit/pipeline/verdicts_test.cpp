#include "core/pipeline/verdicts.h"

#include <gtest/gtest.h>

#include <algorithm>

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

// The verdict on the first claim of a sentence that a rule calls carried by the source.
Verdict FirstVerdict(std::string_view sentence, const TextReading& source) {
  const TextReading draft = Read(sentence);
  const ClaimGraph graph = ClaimGraph::Build({{&draft.reading, Side::kDraft}, {&source.reading, Side::kSource}}, {});
  Finding carried;
  carried.kind = FindingKind::kAgreement;
  carried.labels.push_back({0, {0, static_cast<uint32_t>(sentence.size() - 1)}, std::string(sentence), ""});
  const std::vector<Finding> findings = {carried};
  const Judgement judgement = Judge(graph, findings);
  return judgement.claims.empty() ? Verdict::kNotCheckable : judgement.claims.front().verdict;
}

// All words of these sentences stand in the source; a tick needs the parts of a claim in
// one of its sentences.
TEST(ApartVerdicts, TheSourcesMustHaveTheClaimTogether) {
  const TextReading source = Read(
      "The port of Halden was closed on Thursday. A crane fell onto the quay and killed two dockers. Nordkai denied that it had "
      "ignored warnings. Inspectors may fine Nordkai. Ships were sent to Moss. Both dockers came from Sarpsborg. A ship left on Friday.");
  const struct {
    std::string_view draft;
    Verdict verdict;
  } table[] = {
      {"A crane fell onto the quay.", Verdict::kSupported},
      {"Two dockers were killed by a crane.", Verdict::kSupported},
      {"The dockers came from Sarpsborg.", Verdict::kSupported},
      {"Ships were sent to Moss on Friday.", Verdict::kSupported},  // when may stand in another sentence
      {"Inspectors may fine Nordkai.", Verdict::kSupported},
      {"The port of Halden may fine Nordkai.", Verdict::kOpen},
      {"Inspectors denied that they had ignored warnings.", Verdict::kOpen},
      {"Two inspectors were killed.", Verdict::kOpen},
      {"Nordkai welcomed the warnings.", Verdict::kOpen},
      {"The crane fell onto a ship.", Verdict::kOpen},
      {"Ships were sent to Sarpsborg.", Verdict::kOpen},
      {"Ships were sent to Moss and Sarpsborg.", Verdict::kOpen},
  };
  for (const auto& row : table) EXPECT_EQ(FirstVerdict(row.draft, source), row.verdict) << row.draft;
}

// The tick of a short sentence needs each of its words.
TEST(Ticks, NeedEachWordOfFew) {
  const TextReading source = Read(
      "Berta Lind is a Danish potter. Ola Vik is a young driver. Tarn is a crime novel of 1964. "
      "Three smugglers have been arrested at the port.");
  const struct {
    std::string_view draft;
    Verdict verdict;
  } table[] = {
      {"Berta Lind is a Danish potter.", Verdict::kSupported},
      {"Berta Lind is a Danish senator.", Verdict::kOpen},
      {"Ola Vik is a driver.", Verdict::kSupported},
      {"Ola Vik is a lorry driver.", Verdict::kOpen},
      {"Tarn is a novel.", Verdict::kSupported},
      {"Tarn is a historical novel.", Verdict::kOpen},
      {"Three smugglers are in custody.", Verdict::kSupported},  // told by a verb there
  };
  for (const auto& row : table) EXPECT_EQ(FirstVerdict(row.draft, source), row.verdict) << row.draft;
}

TEST(SuperlativeItems, ABoundIsNoSuperlative) {
  const auto superlatives = [](std::string_view text) {
    const TextReading draft = Read(text);
    const ClaimGraph graph = ClaimGraph::Build({{&draft.reading, Side::kDraft}}, {});
    return std::ranges::count(Judge(graph, {}).items, CheckItemKind::kSuperlative, &CheckItem::kind);
  };
  EXPECT_EQ(superlatives("At least 40 pumps were sold."), 0);
  EXPECT_EQ(superlatives("Acme sold at most 40 pumps."), 0);
  EXPECT_EQ(superlatives("Acme sold the largest pump."), 1);
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
