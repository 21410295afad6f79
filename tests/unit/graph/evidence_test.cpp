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

// The kinds of evidence between a draft and one source, with the draft's words:
// "figure-rival: 5 pumps", sorted.
std::vector<std::string> EvidenceOf(std::string_view draft, std::string_view source) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  const TextReading a = Read(draft), b = Read(source);
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build({{&a.reading, Side::kDraft}, {&b.reading, Side::kSource}},
                                             {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  std::vector<std::string> kinds;
  for (const Evidence& e : graph.evidence()) {
    kinds.push_back(std::string(e.kind) + ": " + std::string(e.draft_range.In(a.document->text())));
  }
  std::ranges::sort(kinds);
  return kinds;
}

struct PairCase {
  const char* draft;
  const char* source;
  const char* evidence;  // must be there
};

TEST(Evidence, FindsWhatDoesNotCarryOver) {
  const PairCase cases[] = {
      {"The firm sold 40 pumps to Hull in May.", "The firm sold 60 pumps to Hull in May.", "figure-rival: 40"},
      {"The firm sold 40 pumps to Hull in May.", "The firm sold pumps to Hull in May.", "figure-absent: 40"},
      {"The storm killed nine people.", "The storm killed four people and hurt nine others.", "figure-elsewhere: nine"},
      {"The clinic treated 300 patients in March.", "The clinic treated more than 300 patients in March.", "figure-elsewhere: 300"},
      {"The club won 24 titles.", "In his 24 seasons the club won titles three times.", "figure-elsewhere: 24"},
      {"The fire killed 17 people.", "The fire killed 11 pilots and six sailors.", "figure-agrees: 17"},
      {"The flood damaged 18,000 homes.", "The flood damaged 11,000 homes in the north and another 7,000 in the south.", "figure-agrees: 18,000"},
      {"Two ships were damaged.", "Both ships were damaged in the storm.", "figure-agrees: Two"},
      {"The fire killed 17 people.", "The fire killed 11 pilots and six cows.", "figure-absent: 17"},
      {"The firm moved its office to Hamburg.", "The firm moved its office to Munich.", "name-rival: Hamburg"},
      {"Jo Berg opened the harbour.", "The harbour was opened.", "name-absent: Jo Berg"},
      {"The council did not approve the harbour scheme.", "The council approved the harbour scheme.",
       "negation: did not approve"},
      {"The ticket costs $110 a month.", "The ticket costs $100 a month.", "figure-rival: $110"},
      {"Members of the Hull club found the new timetable hard to read.",
       "Most members of the Hull club said that for them the new timetable is easy to read.", "opposite-near: hard"},
      {"The Hull club offers a non-toxic paint for boats.", "In May the Hull club offers toxic paint for boats.", "opposite-near: non-toxic"},
      {"The firm does not pay for the pension plan of the drivers in Spain.",
       "The firm in Spain pays for the pension plan of its drivers. The plan is new.", "denial-absent: does not pay"},
      {"He was sentenced on Monday. The judge called the fraud cruel.", "Jo Berg was sentenced on Monday. The judge called the fraud cruel.",
       "pronoun-open: He"},
      {"The phone from DataVault costs little.", "The phone costs little.", "name-absent: DataVault"},
      {"The city built the new harbour.", "The city plans to build the new harbour.", "target-as-result: built"},
  };
  for (const PairCase& c : cases) {
    const auto found = EvidenceOf(c.draft, c.source);
    EXPECT_TRUE(std::ranges::find(found, c.evidence) != found.end())
        << c.draft << "\n  wanted " << c.evidence << "\n  got " << ::testing::PrintToString(found);
  }
}

// Kinds of evidence that must be there, or with "!" in front must not.
TEST(Evidence, QuotationsAreAlteredOnlyWithinTheSourcesOwn) {
  const PairCase cases[] = {
      {"“It was a total failure of transport policy,” Ruiz said.", "Ruiz said: “It was a complete failure of transport policy.”", "quote-altered"},
      {"“I regret it, but it was a failure of transport policy,” Ruiz said.", "Ruiz said: “It was a failure of transport policy.”", "!quote-altered"},
      {"“I regret it, but it was a failure of transport policy,” Ruiz said.", "Ruiz said: “It was a failure of transport policy.”", "quote-absent"},
      {"“It was a failure. We paid for it dearly,” Ruiz said.", "“It was a failure. Nobody knew. We paid for it dearly,” Ruiz said.", "!quote-altered"},
      {"“It was a failure of policy that cost the town its port,” Ruiz said.", "Ruiz said it was a failure of the policy that had cost the town its port.", "!quote-altered"},
      {"Anna Berg spoke for the firm in Hull.", "Eva Berg spoke for the firm in Hull.", "name-altered"},
      {"Jo Thornbury spoke for the firm.", "The firm sent Jo Thornbery.", "name-altered"},
      {"Anna Berg spoke for the firm in Hull.", "Eva Berg spoke for the firm in Hull. Tim Berg was there.", "!name-altered"},
      {"Jo Berg spoke for the firm in Hull.", "Berg spoke for the firm in Hull.", "!name-altered"},
      {"The Hull Harbour Board met.", "The harbour board met.", "name-part-absent"},
      {"Winning again at 31, Berg thanked her club.", "The 31-year-old Berg won again and thanked her club.", "!figure-absent"},
      {"The fair opened in June 2019.", "The fair opened in June.", "!date-absent"},
      {"The fair opened in May 2019.", "The fair opened in June.", "date-absent"},
      {"Hull beat Leeds 2 - 1 on Sunday.", "Hull beat Leeds on Sunday (2-1).", "!figure-absent"},
      {"The novelist JK Stone spoke.", "The novelist J.K. Stone spoke.", "!name-part-absent"},
      {"He rowed at the Olympics.", "He rowed at the Olympic games.", "!name-absent"},
      {"Two big firms — Acme and Borealis — sold pumps.", "Acme sold pumps, and so did Borealis.", "!figure-absent"},
      {"Three big firms — Acme and Borealis among them — sold pumps.", "Acme sold pumps, and so did Borealis.", "figure-absent"},
      {"Anna Freeman bought the mill in Hull.", "Peter Miller bought the mill in Hull.", "name-rival"},
      {"The bomb dates from World War II.", "The bomb is from the Second World War.", "!figure-absent"},
      // what the places of a source lie in
      {"A Yorkshire bakery was sold.", "A bakery in Harrogate was sold.", "!name-absent"},
      {"A British bakery was sold.", "The Harrogate Bread Company was sold.", "!name-absent"},
      {"A Welsh bakery was sold.", "A bakery in New South Wales was sold.", "name-absent"},
      {"A Scottish bakery was sold.", "A bakery in Harrogate was sold.", "name-absent"},
      {"A Yorkshire bakery was sold.", "The bakery of Mary Harrogate was sold.", "name-absent"},
      {"The choir sang in Asia.", "The choir sang in Syria.", "name-absent"},
      // a name that is written out before its acronym
      {"The Coast and Rescue Authority (CRA) closed the pier.", "The CRA closed the pier.", "!name"},
      {"The Coast and Harbour Authority (CRA) closed the pier.", "The CRA closed the pier.", "name-absent"},
      // initials, and the score of a match
      {"The author JK Berg spoke in Hull.", "The author Berg spoke in Hull.", "!name-part-absent"},
      {"The author Kay Berg spoke in Hull.", "The author Berg spoke in Hull.", "name-part-absent: Kay"},
  };
  for (const PairCase& c : cases) {
    const auto found = EvidenceOf(c.draft, c.source);
    const std::string_view wanted = c.evidence;
    const bool absent = wanted.starts_with('!');
    const bool there = std::ranges::any_of(found, [&](const std::string& e) { return e.starts_with(wanted.substr(absent ? 1 : 0)); });
    EXPECT_NE(there, absent) << c.draft << "\n  wanted " << c.evidence << "\n  got " << ::testing::PrintToString(found);
  }
}

// All that differs is told, words that stand side by side as one change.
TEST(Evidence, AlteredQuotationsSayWhatDiffers) {
  const PairCase cases[] = {
      {"“We have enough pumps for many more years of work,” Ruiz said.", "“We have enough pumps for a few more years of work,” Ruiz said.", "“many” stands for “a few”"},
      {"“This shouldn't have been used for the new harbour,” Ruiz said.", "“This should have been used for the new harbour,” Ruiz said.", "“not” was added"},
      {"“The old harbour will be closed by the town next spring and not before,” Ruiz said.", "“The large harbour will be closed by the town next year and not before,” Ruiz said.",
       "“old” stands for “large”; “spring” stands for “year”"},
  };
  for (const PairCase& c : cases) {
    const TextReading a = Read(c.draft), b = Read(c.source);
    const Lexicons& lexicons = TextReaders::Get().lexicons();
    const ClaimGraph graph = ClaimGraph::Build({{&a.reading, Side::kDraft}, {&b.reading, Side::kSource}},
                                               {lexicons.relations.get(), lexicons.entities.get(), nullptr});
    std::string reason;
    for (const Evidence& e : graph.evidence()) {
      if (e.kind == evidence::kQuoteAltered) reason = e.reason;
    }
    EXPECT_EQ(reason, c.evidence) << c.draft;
  }
}

TEST(Evidence, AgreeingTextsSupport) {
  const std::pair<const char*, const char*> cases[] = {
      {"The firm sold 40 pumps to Hull in May.", "In May the firm sold 40 pumps to Hull."},
      {"The firm purchased a harbour.", "The firm bought a harbour."},
      {"A harbour was bought by the firm.", "The firm bought a harbour."},
      {"Sales were 1.2 million pumps.", "Sales were 1,200,000 pumps."},
  };
  for (const auto& [draft, source] : cases) {
    const auto found = EvidenceOf(draft, source);
    const auto is = [&](std::string_view kind) {
      return std::ranges::any_of(found, [&](const std::string& e) { return e.starts_with(std::string(kind) + ":"); });
    };
    EXPECT_TRUE(is("supports")) << draft << ": " << ::testing::PrintToString(found);
    for (const std::string_view alarm : {"figure-rival", "figure-absent", "name-rival", "name-absent", "negation", "antonym", "word-rival"}) {
      EXPECT_FALSE(is(alarm)) << draft << ": " << alarm;
    }
  }
}

TEST(Evidence, PointsOfTheCompassWithADashAreOneWord) {
  const auto opposed = [](std::string_view draft) {
    return std::ranges::any_of(EvidenceOf(draft, "Members of the Hull club said in May that they crossed the south of the lake."),
                               [](const std::string& e) { return e.starts_with("opposite-near"); });
  };
  EXPECT_TRUE(opposed("Members of the Hull club crossed the north of the lake."));
  EXPECT_FALSE(opposed("Members of the Hull club crossed the north - west of the lake."));
}

TEST(Evidence, TwoScenesMayHaveTwoOfEverything) {
  for (const std::string& e : EvidenceOf("A boy rides a big horse.", "A boy rides a small horse.")) {
    EXPECT_FALSE(e.starts_with("antonym")) << e;
  }
}

TEST(Evidence, EveryKindHasADescription) {
  EXPECT_GE(EvidenceKinds().size(), 25u);
  for (const EvidenceKind& kind : EvidenceKinds()) EXPECT_FALSE(kind.description.empty()) << kind.name;
}

TEST(ClaimGraph, JoinsClaimsByEntityAndRelation) {
  const TextReading a = Read("Acme bought Borealis."), b = Read("Borealis was purchased by Acme.");
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build({{&a.reading, Side::kBoth}, {&b.reading, Side::kBoth}}, {lexicons.relations.get(), lexicons.entities.get(), nullptr});
  ASSERT_GE(graph.claim_count(), 2u);
  EXPECT_EQ(graph.ClaimsAt(graph.claim(graph.id(0, 0)).subject.key, "buy").size(), 2u);
  EXPECT_TRUE(graph.ClaimsAt("nobody", "buy").empty());
}

TEST(ClaimGraph, CopiesHaveOneOrigin) {
  const char* story = "The harbour of Hull was closed on Friday after a fire in a warehouse.\n\nNobody was hurt in the fire, the harbour master told reporters on Friday.";
  const TextReading a = Read(story, "2024-05-01"), b = Read(story, "2024-05-02"), c = Read("Hull has a harbour with many boats and a long wall.", "2024-05-03");
  const ClaimGraph graph = ClaimGraph::Build({{&b.reading, Side::kBoth}, {&a.reading, Side::kBoth}, {&c.reading, Side::kBoth}}, {});
  EXPECT_EQ(graph.OriginOf(0), 1u);  // the later one goes back to the earlier
  EXPECT_EQ(graph.OriginOf(1), 1u);
  EXPECT_EQ(graph.OriginOf(2), 2u);
}

}  // namespace
}  // namespace crosscheck
