// Evidence between texts of equal standing, as in an audit.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/claim/relations.h"
#include "core/graph/claim_graph.h"
#include "core/graph/evidence_kinds.h"
#include "core/language/wordnet.h"
#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReaders;
using testing::TextReading;

// "kind: words / words" of all evidence of a kind between two or three texts, at
// half strength or more.
std::vector<std::string> Between(std::string_view kind, const std::vector<std::string>& texts, double least = 0.5) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  std::vector<TextReading> readings;
  for (const std::string& text : texts) readings.push_back(Read(text));
  std::vector<ClaimGraph::Input> inputs;
  for (const TextReading& r : readings) inputs.push_back({&r.reading, Side::kBoth});
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build(inputs, {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  std::vector<std::string> found;
  for (const Evidence& e : graph.evidence()) {
    if (e.kind != kind || e.strength < least) continue;
    found.push_back(std::string(e.draft_range.In(readings[e.draft_document].document->text())) + " / " +
                    std::string(e.source_range.In(readings[e.source_document].document->text())));
  }
  std::ranges::sort(found);
  return found;
}

using Found = std::vector<std::string>;

TEST(EqualTexts, EachOtherTextsFigureIsARival) {
  const Found found = Between("figure-rival", {"The bus carried 58 pupils to Hull.", "The bus carried 85 pupils to Hull.", "The bus carried 58 pupils to Hull."});
  EXPECT_EQ(found, (Found{"85 / 58", "85 / 58"}));
}

TEST(EqualTexts, AMorningIsSetAgainstADay) {
  const Found found = Between("date-rival", {"The barge Lark rammed a bridge at Hull docks on 4 March 2031 in the morning.",
                                             "The barge Lark rammed a bridge at Hull docks on 3 March 2031."});
  EXPECT_FALSE(found.empty());
}

TEST(EqualTexts, TheMeasureOfAnotherFirmIsNoRival) {
  EXPECT_TRUE(Between("figure-rival", {"Borealis's profit was 5 million euros in 2021.", "Norwick's profit was 7 million euros in 2021."}).empty());
}

TEST(EqualTexts, AHedgeIsLostInAClauseOfALongerSentence) {
  const Found found = Between("hedge-lost", {"The tariffs are ruining Norwegian fish farms, and the ministry is looking on.",
                                             "The tariffs may be ruining Norwegian fish farms more than their rivals, Ane Dahl, head of the farmers' league, said in Bergen."});
  EXPECT_EQ(found, (Found{"are ruining / may be ruining"}));
  EXPECT_TRUE(Between("hedge-lost", {"The tariffs are ruining Norwegian fish farms.", "If the tariffs are ruining Norwegian fish farms, the league will sue."}).empty());
}

TEST(EqualTexts, PronounsOfOneThingInOtherWordsAreCompared) {
  const std::string curbs = "One minister even called the salmon curbs a blunder, noting that they may be ruining Norwegian companies more than Denmark.";
  EXPECT_EQ(Between("hedge-lost", {"The salmon ban stays. Traders say it is ruining Norwegian firms more than Denmark.", curbs}, 0.9), (Found{"is ruining / may be ruining"}));
  EXPECT_TRUE(Between("hedge-lost", {"The salmon ferry stays. Traders say it is ruining Norwegian firms more than Denmark.", curbs}, 0.9).empty());
}

TEST(EqualTexts, ATargetIsToldAsAResultInAClause) {
  const Found found = Between("target-as-result", {"Norway makes 40 percent of its cement from waste, an idea that others want to copy.",
                                                   "Norway aims to make 40 percent of its cement from waste by 2031."});
  EXPECT_EQ(found, (Found{"makes / aims to make"}));
}

// Strength of the strongest evidence of a kind of a draft against one source.
double Strongest(std::string_view kind, const std::string& draft, const std::string& source) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  const TextReading ours = Read(draft), theirs = Read(source);
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build({{&ours.reading, Side::kDraft}, {&theirs.reading, Side::kSource}}, {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  double most = 0.0;
  for (const Evidence& e : graph.evidence()) {
    if (e.kind == kind) most = std::max(most, e.strength);
  }
  return most;
}

TEST(EqualTexts, AnArticleOfItsOwnIsOneMoreTelling) {
  const std::string said = "The rules of the port are too harsh for small boats, Ane Dahl told reporters.";
  const std::string source = "The rules of the port are harsh, and they drive small boats to other harbours, Tim Lee told reporters at a breakfast in Bergen.";
  const std::string article = "Rain fell in the night. The school choir sang. Two bakers opened a shop. The library bought a piano. Nobody swam. Bees were seen near the mill. A horse won a prize. The judge went home. ";
  const double alone = Strongest("name-rival", said, source);
  EXPECT_GT(alone, 0.5);
  EXPECT_LT(Strongest("name-rival", article + said, source), alone);
}

TEST(EqualTexts, AHeadingAndAQuestionSupportNothing) {
  EXPECT_EQ(Between("supports", {"The pier of Hull was lit at night.", "The pier of Hull was lit at night."}).size(), 2u);
  EXPECT_TRUE(Between("supports", {"The pier of Hull was lit at night.", "Was the pier of Hull lit at night?"}).empty());
}

}  // namespace
}  // namespace crosscheck
