// The day on which two texts let one deed take place.
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

// The day of the first text that the second one gives otherwise; "" for none.
std::string Rival(const std::string& first, const std::string& second) {
  static const WordNet wordnet = WordNet::Open("/usr/share/wordnet", nullptr);
  const TextReading a = Read(first), b = Read(second);
  const Lexicons& lexicons = TextReaders::Get().lexicons();
  const ClaimGraph graph = ClaimGraph::Build({{&a.reading, Side::kBoth}, {&b.reading, Side::kBoth}},
                                             {lexicons.relations.get(), lexicons.entities.get(), &wordnet});
  for (const Evidence& e : graph.evidence()) {
    if (e.kind == evidence::kDateRival && e.draft_document == 0 && e.reason.starts_with("the deed")) return std::string(e.draft_range.In(first));
  }
  return "";
}

struct Case {
  const char* first;
  const char* second;
  const char* rival;
};

class Days : public ::testing::TestWithParam<Case> {};

TEST_P(Days, DifferForOneDeed) { EXPECT_EQ(Rival(GetParam().first, GetParam().second), GetParam().rival) << GetParam().first; }

const Case kCases[] = {
    {"The mayor's driver apologized on 3 May 2031 for a song about the bishop of Hull.",
     "Jo Berg, who drives the mayor through Hull, had to apologize on 4 May 2031 for the song that a choir sang in the rain.", "3 May 2031"},
    // the same day
    {"The mayor's driver apologized on 3 May 2031 for a song about the bishop of Hull.",
     "Jo Berg, who drives the mayor through Hull, had to apologize on 3 May 2031 for the song that a choir sang in the rain.", ""},
    // for something else
    {"The mayor's driver apologized on 3 May 2031 for a song about the bishop of Hull.",
     "Jo Berg, who drives the mayor through Hull, had to apologize on 4 May 2031 for the noise that a choir made in the rain.", ""},
    // somebody else
    {"Ann Lee apologized on 3 May 2031 for a song about the bishop of Hull.",
     "Jo Berg, who drives the mayor through Hull, had to apologize on 4 May 2031 for the song that a choir sang in the rain.", ""},
    // twice
    {"The driver apologized on 3 May 2031 for a song. The driver apologized on 5 May 2031 for a song of another choir.",
     "Jo Berg had to apologize on 4 May 2031 for the song that a choir sang in the rain.", ""},
    // planned
    {"The mayor's driver apologized on 3 May 2031 for a song about the bishop of Hull.",
     "Jo Berg, who drives the mayor through Hull, will apologize on 4 May 2031 for the song that a choir sang in the rain.", ""},
};

INSTANTIATE_TEST_SUITE_P(All, Days, ::testing::ValuesIn(kCases));

}  // namespace
}  // namespace crosscheck
