// Deeds, counts and causes that two texts of one event tell otherwise.
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

// The words of the first text of which the second one tells otherwise; "" for none.
std::string Told(std::string_view kind, const std::string& first, const std::string& second) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  const TextReading a = Read(first), b = Read(second);
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build({{&a.reading, Side::kBoth}, {&b.reading, Side::kBoth}},
                                             {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  for (const Evidence& e : graph.evidence()) {
    if (e.kind == kind && e.draft_document == 0) return std::string(e.draft_range.In(first));
  }
  return "";
}

struct Case {
  std::string_view kind;
  const char* first;
  const char* second;
  const char* told;
};

class Accounts : public ::testing::TestWithParam<Case> {};

TEST_P(Accounts, DifferForOneEvent) { EXPECT_EQ(Told(GetParam().kind, GetParam().first, GetParam().second), GetParam().told) << GetParam().first; }

const Case kCases[] = {
    {evidence::kCountRival, "A crane fell on a market in Merwick. At least 12 people were hurt.", "In Merwick 20 people were injured by a crane.", "At least 12"},
    {evidence::kCountRival, "A match in Merwick led to dozens of arrests.", "More than 200 fans were arrested after the match in Merwick.", "dozens"},
    {evidence::kCountRival, "The blast in Merwick killed nine people.", "Fourteen people died in the blast in Merwick.", "nine"},
    // "dozens of people" may be all of them, and 200 fans are more
    {evidence::kCountRival, "Dozens of people were arrested in Merwick.", "More than 200 fans were arrested after the match in Merwick.", "Dozens"},
    // things with a name of two words
    {evidence::kCountRival, "The governor of Merwick signed 19 executive orders.", "Governor Ann Reed announced 23 executive orders for Merwick.", "19"},
    // one word may name many things
    {evidence::kCountRival, "The governor of Merwick signed 19 orders.", "Governor Ann Reed announced 23 orders for Merwick.", ""},
    // a bound that is kept
    {evidence::kCountRival, "A crane fell on a market in Merwick. At least 40 people were hurt.", "In Merwick 43 people were injured by a crane.", ""},
    // a part
    {evidence::kCountRival, "A match in Merwick led to 90 arrests.", "Eleven fans were arrested after the match in Merwick.", ""},
    // no name in common
    {evidence::kCountRival, "A match in Merwick led to 90 arrests.", "A march in Toma led to 40 arrests.", ""},
    // two deeds
    {evidence::kCountRival, "A match in Merwick led to 90 arrests.", "In Merwick 40 people were injured.", ""},
    // planned
    {evidence::kCountRival, "The town of Merwick will save 90 people.", "The town of Merwick saved 40 people.", ""},
    {evidence::kCauseRival, "The fire in the mill was caused by faulty wiring.", "A cigarette caused the blaze in the mill.", "wiring"},
    {evidence::kCauseRival, "Ann Reed died of a stroke.", "Ann Reed is dead. The cause was a heart attack.", "stroke"},
    // of somebody else
    {evidence::kCauseRival, "Ann Reed died of a stroke.", "Tom Berg died of pneumonia.", ""},
    // in other words
    {evidence::kCauseRival, "The fire in the mill was caused by faulty wiring.", "A fault in the wiring caused the blaze in the mill.", ""},
    // one text has both
    {evidence::kCauseRival, "Ann Reed died of a stroke.", "Ann Reed died of pneumonia. The cause of her death was a stroke.", ""},
    // hedged
    {evidence::kCauseRival, "The fire in the mill was caused by faulty wiring.", "A cigarette may have caused the blaze in the mill.", ""},
    {evidence::kSameDeed, "The ministry was warned in May about cracks in the dam.", "His ministry was never warned about the cracks.",
     "The ministry was warned in May about cracks in the dam"},
    {evidence::kSameDeed, "Most of the workers at the Bellamy shipyard accepted the contract.", "At Bellamy's shipyard some workers accepted a contract.",
     "Most of the workers at the Bellamy shipyard accepted the contract"},
    // one part alone is not enough
    {evidence::kSameDeed, "Most of the workers at the Bellamy shipyard accepted the contract.", "Some workers in Toma accepted a bribe.", ""},
    // before and after it
    {evidence::kSameDeed, "The suspect had not been seen at the shop since the robbery.", "The suspect was seen at the shop before the robbery.", ""},
    // another day
    {evidence::kSameDeed, "The mayor opened the bridge on Friday.", "The mayor opened the bridge on Sunday.", ""},
};

INSTANTIATE_TEST_SUITE_P(All, Accounts, ::testing::ValuesIn(kCases));

}  // namespace
}  // namespace crosscheck
