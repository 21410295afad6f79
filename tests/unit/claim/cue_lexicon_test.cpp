#include "core/claim/cue_lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crosscheck {
namespace {

TEST(CueLexicon, ShipsAFileWithoutFaults) {
  Diagnostics diagnostics;
  const CueLexicon cues = CueLexicon::Load(CROSSCHECK_SOURCE_DIR "/rules/lexicon/cues.yaml", &diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << ToText(diagnostic);
  EXPECT_GE(cues.size(), 300u);
}

TEST(CueLexicon, GivesLongerEntriesFirst) {
  Diagnostics diagnostics;
  const CueLexicon cues = CueLexicon::Parse(R"(
cues:
  - {kind: say, takes: [object], verbs: [call, call for]}
)", "cues.yaml", &diagnostics);
  ASSERT_TRUE(diagnostics.empty());
  const auto found = cues.Find(CueClass::kVerb, "call");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].rest, std::vector<std::string>{"for"});
  EXPECT_TRUE(found[1].rest.empty());
  EXPECT_TRUE(cues.Find(CueClass::kNoun, "call").empty());
}

TEST(CueLexicon, KeepsWhatAGroupSays) {
  Diagnostics diagnostics;
  const CueLexicon cues = CueLexicon::Parse(R"(
support-verbs: [make]
cues:
  - {kind: confirm, strength: 4, commitment: certain, factive: yes, takes: [clause, quote], topic: [to], verbs: [admit]}
)", "cues.yaml", &diagnostics);
  const Cue& cue = cues.Find(CueClass::kVerb, "admit")[0];
  EXPECT_EQ(cue.kind, CueKind::kConfirm);
  EXPECT_EQ(cue.strength, 4);
  EXPECT_TRUE(cue.factive);
  EXPECT_TRUE(cue.Takes(kTakesClause));
  EXPECT_FALSE(cue.Takes(kTakesObject));
  EXPECT_TRUE(cues.IsSupportVerb("make"));
  EXPECT_FALSE(cues.IsSupportVerb("admit"));
}

TEST(CueLexicon, NamesTheNearestWordForASlip) {
  Diagnostics diagnostics;
  CueLexicon::Parse("cues:\n  - {kind: confrim, strenght: 4, verbs: [admit]}\n", "cues.yaml", &diagnostics);
  ASSERT_EQ(diagnostics.size(), 2u);
  EXPECT_EQ(diagnostics[0].help, "did you mean 'strength'?");
  EXPECT_EQ(diagnostics[1].help, "did you mean 'confirm'?");
  EXPECT_EQ(diagnostics[1].line, 2u);
}

}  // namespace
}  // namespace crosscheck
