#include "core/claim/proposition.h"

#include <gtest/gtest.h>

#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReading;

// "subject | predicate | object" of each proposition, in order.
std::string Propositions(const TextReading& read) {
  std::string out;
  for (const Proposition& p : ReadPropositions(read.reading)) {
    out += (out.empty() ? "" : "; ") + p.subject.text + " | " + p.predicate.text + " | " + p.object.text;
  }
  return out;
}

struct ShapeCase {
  const char* text;
  const char* propositions;
};

class PropositionShapes : public ::testing::TestWithParam<ShapeCase> {};

TEST_P(PropositionShapes, AreFullPhrases) { EXPECT_EQ(Propositions(Read(GetParam().text)), GetParam().propositions); }

INSTANTIATE_TEST_SUITE_P(
    Proposition, PropositionShapes,
    ::testing::Values(
        ShapeCase{"The firm bought three pumps.", "The firm | bought | three pumps"},
        // coordination with shared parts
        ShapeCase{"The firm sold the mill and closed the port.", "The firm | sold | the mill; The firm | closed | the port"},
        ShapeCase{"The firm sold the mill and the port.", "The firm | sold | the mill; The firm | sold | the port"},
        ShapeCase{"The mayor and the bishop opened the hall.", "The mayor | opened | the hall; the bishop | opened | the hall"},
        ShapeCase{"The firm sold the mill or the port.", "The firm | sold | the mill or the port"},
        ShapeCase{"The council and the bank sold two mills.", "The council and the bank | sold | two mills"},
        ShapeCase{"The mayor and the bishop met in Oslo.", "The mayor and the bishop | met in | Oslo"},
        ShapeCase{"Neither the mayor nor the bishop opened the hall.", "the mayor | opened | the hall; the bishop | opened | the hall"},
        ShapeCase{"The mayor or the bishop opened the hall.", "The mayor or the bishop | opened | the hall"},
        // relative clauses and participles
        ShapeCase{"The mill, which closed in May, employed 40 people.", "The mill | closed in | May; The mill | employed | 40 people"},
        ShapeCase{"The bridge built by the army collapsed.", "The bridge | built by | the army; The bridge built by the army | collapsed | "},
        // apposition, copula
        ShapeCase{"Anna Falk, the mayor of Lund, opened the hall.",
                  "Anna Falk | is | the mayor of Lund; Anna Falk | opened | the hall"},
        ShapeCase{"The agreement is subject to approval.", "The agreement | is subject to | approval"},
        ShapeCase{"The ferry is in Hull.", "The ferry | is in | Hull"},
        ShapeCase{"The lake is deeper than the quarry.", "The lake | is deeper than | the quarry"},
        // passive
        ShapeCase{"The ferry was sold by its owner.", "The ferry | was sold by | its owner"},
        // control and raising
        ShapeCase{"The firm hoped to buy the mill.", "The firm | hoped to buy | the mill"},
        ShapeCase{"The council no longer owns the mill.", "The council | no longer owns | the mill"},
        ShapeCase{"The council was unable to pay the fine.", "The council | was unable to pay | the fine"},
        // what stands before the clause
        ShapeCase{"In May the council sold the mill.", "the council | sold | the mill In May"},
        ShapeCase{"There are no seals in the bay.", "There | are | no seals in the bay"}));

TEST(Proposition, TellsWhereItsWordsStand) {
  const TextReading read = Read("In May the council sold two mills and 30 boats.");
  const std::string_view text = read.document->text();
  const std::vector<Proposition> all = ReadPropositions(read.reading);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1].subject.range.In(text), "the council");
  EXPECT_EQ(all[1].object.range.In(text), "30 boats");
  EXPECT_EQ(all[1].object.text, "30 boats In May");
  EXPECT_EQ(all[1].claim, all[0].claim);
  EXPECT_EQ(all[1].part, 1);
  ASSERT_GE(all[1].figure, 0);
  EXPECT_EQ(read.reading.figures[static_cast<size_t>(all[1].figure)].value, 30.0);
}

TEST(Proposition, AnImpliedPredicateHasNoBytes) {
  const TextReading read = Read("Anna Falk, the mayor of Lund, opened the hall.");
  const std::vector<Proposition> all = ReadPropositions(read.reading);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(all[0].predicate.range.empty());
  EXPECT_EQ(all[0].predicate.text, "is");
}

TEST(Proposition, AVerdictCanBeShownForEachClaim) {
  const TextReading read = Read("The firm hoped to buy the mill.");
  ASSERT_EQ(read.reading.claims.size(), 2u);
  EXPECT_EQ(AsRead(read.reading, 0).predicate.text, "hoped");
  EXPECT_EQ(AsRead(read.reading, 0).object.text, "to buy the mill");
}

}  // namespace
}  // namespace crosscheck
