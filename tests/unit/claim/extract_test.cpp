#include "core/claim/extract.h"

#include <gtest/gtest.h>

#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReading;

// "relation(subject | object)" of each claim, in order.
std::string Claims(const TextReading& read) {
  std::string out;
  const std::string_view text = read.document->text();
  for (const Claim& claim : read.reading.claims) {
    if (!out.empty()) out += "; ";
    out += claim.relation + "(" + std::string(claim.subject.range.In(text)) + " | " + std::string(claim.object.range.In(text)) + ")";
  }
  return out;
}

const Claim* Find(const TextReading& read, std::string_view relation) {
  for (const Claim& claim : read.reading.claims) {
    if (claim.relation == relation) return &claim;
  }
  return nullptr;
}

struct ShapeCase {
  const char* text;
  const char* claims;
};

TEST(Extract, ReadsBelowTheSentence) {
  const ShapeCase cases[] = {
      {"Acme bought three pumps.", "buy(Acme | three pumps)"},
      {"Three pumps were bought by Acme.", "buy(Acme | Three pumps)"},                    // passive
      {"Acme bought three pumps and sold two boats.", "buy(Acme | three pumps); sell(Acme | two boats)"},  // shared subject
      {"Acme, which makes pumps, owns a harbour.", "make(Acme | pumps); own(Acme | a harbour)"},
      {"The scheme is a failure.", "be(The scheme | a failure)"},
  };
  for (const ShapeCase& c : cases) EXPECT_EQ(Claims(Read(c.text)), c.claims) << c.text;
}

TEST(Extract, TakesOverMeansBuy) {
  const TextReading read = Read("Acme took over Borealis.");
  ASSERT_NE(Find(read, "buy"), nullptr) << Claims(read);
}

struct FactCase {
  const char* text;
  const char* relation;
  Polarity polarity;
  Modality modality;
};

TEST(Extract, SaysHowSurely) {
  const FactCase cases[] = {
      {"The council approved the scheme.", "approve", Polarity::kAffirmed, Modality::kAsserted},
      {"The council did not approve the scheme.", "approve", Polarity::kDenied, Modality::kAsserted},
      {"No council approved the scheme.", "approve", Polarity::kDenied, Modality::kAsserted},
      {"The council not only approved the scheme but funded it.", "approve", Polarity::kAffirmed, Modality::kAsserted},
      {"The council may approve the scheme.", "approve", Polarity::kAffirmed, Modality::kHedged},
      {"The council will approve the scheme.", "approve", Polarity::kAffirmed, Modality::kForecast},
      {"The council must approve the scheme.", "approve", Polarity::kAffirmed, Modality::kObliged},
      {"The council plans to approve the scheme.", "approve", Polarity::kAffirmed, Modality::kPlanned},
      {"The council failed to approve the scheme.", "approve", Polarity::kDenied, Modality::kAsserted},
      {"If the council approves the scheme, work can start.", "approve", Polarity::kAffirmed, Modality::kConditional},
      {"Did the council approve the scheme?", "approve", Polarity::kAffirmed, Modality::kQuestioned},
  };
  for (const FactCase& c : cases) {
    const TextReading read = Read(c.text);
    const Claim* claim = Find(read, c.relation);
    ASSERT_NE(claim, nullptr) << c.text << ": " << Claims(read);
    EXPECT_EQ(ToString(claim->polarity), ToString(c.polarity)) << c.text;
    EXPECT_EQ(ToString(claim->modality), ToString(c.modality)) << c.text;
  }
}

TEST(Extract, QuestionsAreNoClaimsToCheck) {
  const TextReading read = Read("Did the council approve the scheme?");
  const Claim* claim = Find(read, "approve");
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->not_checkable, NotCheckable::kQuestion);
}

TEST(Extract, KeepsFigureAndTimeOfTheClause) {
  const TextReading read = Read("The city built 2,000 homes in 2024.");
  ASSERT_EQ(read.reading.claims.size(), 1u);
  const Claim& claim = read.reading.claims[0];
  ASSERT_GE(claim.figure, 0);
  EXPECT_EQ(read.reading.figures[static_cast<size_t>(claim.figure)].value, 2000);
  ASSERT_GE(claim.time, 0);
  EXPECT_EQ(read.reading.times[static_cast<size_t>(claim.time)].value, "2024");
}

TEST(Extract, AManIsSomebodyNewEachTime) {
  EXPECT_EQ(Read("A man rides a horse.").reading.claims.at(0).subject.key, "");
  EXPECT_NE(Read("The council rides a horse.").reading.claims.at(0).subject.key, "");
}

TEST(Extract, RangesLieInTheText) {
  const TextReading read = Read("Acme, founded in 1990, said on Monday it would sell its pumps to Borealis for $5 million.");
  for (const Claim& claim : read.reading.claims) {
    EXPECT_LE(claim.range.end, read.document->text().size());
    EXPECT_FALSE(claim.range.empty());
    EXPECT_FALSE(claim.predicate.empty());
  }
}

}  // namespace
}  // namespace crosscheck
