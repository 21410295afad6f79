// Sizes by which texts call one thing.
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

// The words of the first text that the second one tells with another size; "" for none.
std::string Rival(const std::string& first, const std::string& second) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  const TextReading a = Read(first), b = Read(second);
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build({{&a.reading, Side::kBoth}, {&b.reading, Side::kBoth}},
                                             {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  for (const Evidence& e : graph.evidence()) {
    if (e.kind == evidence::kMeasureRival && e.draft_document == 0) return std::string(e.draft_range.In(first));
  }
  return "";
}

struct Case {
  const char* first;
  const char* second;
  const char* rival;
};

class Measures : public ::testing::TestWithParam<Case> {};

TEST_P(Measures, DifferForOneThing) { EXPECT_EQ(Rival(GetParam().first, GetParam().second), GetParam().rival) << GetParam().first; }

const Case kCases[] = {
    {"Norbank printed a 40-page report.", "The 44-page report of Norbank came late.", "40-page report"},
    {"Ada Lind took a 12-word oath.", "Ada Lind laughed at the 14-word oath.", "12-word oath"},
    {"Norbank printed a 40-page report.", "Norbank printed a 40-page report.", ""},
    // one judge under a shorter and a longer name
    {"Ada Lind took a 12-word oath.", "Ada M. Lind laughed at the 14-word oath.", "12-word oath"},
    // nothing in common but the noun
    {"Norbank printed a 40-page report.", "Sudbank printed a 44-page report.", ""},
    // another unit, another noun
    {"Norbank printed a 40-page report.", "Norbank printed a 44-word report.", ""},
    {"Norbank printed a 40-page report.", "Norbank printed a 44-page letter.", ""},
    // people and ages
    {"Norbank paid a five-term senator.", "Norbank paid a two-term senator.", ""},
    {"Norbank found a 40-year-old tree.", "Norbank found a 50-year-old tree.", ""},
    // several things of the kind
    {"Norbank printed a 40-page report and a 41-page report.", "Norbank printed a 44-page report.", ""},
};

INSTANTIATE_TEST_SUITE_P(All, Measures, ::testing::ValuesIn(kCases));

}  // namespace
}  // namespace crosscheck
