// What several texts say in few common words, and who may be an unnamed speaker.
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

using Found = std::vector<std::string>;

// "number of the first text < number of the other: reason" of all evidence of a kind.
Found Between(std::string_view kind, const std::vector<std::string>& texts) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  std::vector<TextReading> readings;
  for (const std::string& text : texts) readings.push_back(Read(text));
  std::vector<ClaimGraph::Input> inputs;
  for (const TextReading& r : readings) inputs.push_back({&r.reading, Side::kBoth});
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build(inputs, {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  Found found;
  for (const Evidence& e : graph.evidence()) {
    if (e.kind == kind) found.push_back(std::to_string(e.draft_document) + " < " + std::to_string(e.source_document) + ": " + e.reason);
  }
  return found;
}

TEST(Statements, AreToldOnceForAllThatAgree) {
  const std::string same = ": the same is said of the same there";
  EXPECT_EQ(Between("same-statement", {"Norbank holds a large reserve of gold.", "It rained.", "Norbank has a reserve of gold, the ministry said.",
                                       "Lenders like Norbank have built up reserves of gold."}),
            (Found{"0 < 2" + same, "0 < 3" + same}));
  EXPECT_EQ(Between("same-statement", {"Norbank sold its gold.", "Norbank bought the gold."}), Found{});
  EXPECT_EQ(Between("same-statement", {"Norbank has a large reserve of gold.", "Norbank has a small reserve of gold."}), Found{});
  EXPECT_EQ(Between("same-statement", {"Lund has led the bank since 2002.", "Lund has led the bank since 2003."}), Found{});
  EXPECT_EQ(Between("same-statement", {"Norbank has 40 tonnes of gold.", "Norbank has 60 tonnes of gold."}), Found{});
}

TEST(Statements, TargetsDifferInOneMatterOnly) {
  EXPECT_EQ(Between("target-rival", {"Norway seeks full independence in seed potatoes.", "Norway plans to produce 60 percent of its seed potatoes."}).size(), 2u);
  EXPECT_TRUE(Between("target-rival", {"Norway seeks full independence in seed potatoes.", "Sweden plans to produce 60 percent of its seed potatoes."}).empty());
}

TEST(Speakers, CandidatesAreRankedByWordsAndRole) {
  const std::vector<std::string> texts = {"The chief executive of a large bank called the tax a mistake.",
                                          "The tax was a mistake, Ole Dahl, chief executive of Norbank, said.",
                                          "The tax was a mistake, Eva Lund said."};
  EXPECT_EQ(Between("speaker-unnamed", texts), (Found{"0 < 1: Ole Dahl is given the same words, in the same role", "0 < 2: Eva Lund is given the same words"}));
  EXPECT_TRUE(Between("speaker-unnamed", {"The ministry called the tax a mistake.", texts[1]}).empty());
  EXPECT_TRUE(Between("speaker-unnamed", {"The chief executive called the tax a mistake.", texts[1]}).empty());
  EXPECT_TRUE(Between("speaker-unnamed", {"Officials called the tax a mistake.", texts[1]}).empty());
}

}  // namespace
}  // namespace crosscheck
