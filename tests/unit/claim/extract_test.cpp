#include "core/claim/extract.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/claim/lexicons.h"
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

// Scope of negation, and what the word above a clause makes of it.
TEST(Extract, SaysHowSurelyBelowOtherWords) {
  const Polarity yes = Polarity::kAffirmed, no = Polarity::kDenied;
  const FactCase cases[] = {
      {"The council no longer owns the mill.", "own", no, Modality::kAsserted},
      {"The mill could not be saved.", "save", no, Modality::kAsserted},
      {"The mill may not open.", "open", no, Modality::kHedged},
      {"Not all ministers signed the letter.", "sign", no, Modality::kAsserted},
      {"All ministers signed the letter.", "sign", yes, Modality::kAsserted},
      {"None of the ministers signed the letter.", "sign", no, Modality::kAsserted},
      {"The tenant left without paying the fine.", "pay", no, Modality::kAsserted},
      {"The tenant refused to sign the deal.", "sign", no, Modality::kAsserted},
      {"The tenant managed to sign the deal.", "sign", yes, Modality::kAsserted},
      {"The tenant did not manage to sign the deal.", "sign", no, Modality::kAsserted},
      {"The tenant was unable to sign the deal.", "sign", no, Modality::kAsserted},
      {"The tenant was eager to sign the deal.", "sign", yes, Modality::kPlanned},
      {"The tenant did not call, nor did she sign the deal.", "sign", no, Modality::kAsserted},
      {"The tenant was not angry, nor was she about to sign the deal.", "sign", no, Modality::kAsserted},
      {"The tenant stopped paying the fine.", "pay", no, Modality::kAsserted},
      {"The council prevented the tenant from building the dam.", "build", no, Modality::kAsserted},
      {"The council decided against selling the mill.", "sell", no, Modality::kAsserted},
      {"The mayor denied that he had paid the fine.", "pay", no, Modality::kAsserted},
      {"The mayor stopped short of paying the fine.", "pay", no, Modality::kAsserted},
      {"The mayor was far from paying the fine.", "pay", no, Modality::kAsserted},
      {"The plan is anything but a success.", "be", no, Modality::kAsserted},
      {"The plan is something other than a success.", "be", no, Modality::kAsserted},
      {"The plan is by no means a success.", "be", no, Modality::kAsserted},
      {"The mayor has at no time paid the fine.", "pay", no, Modality::kAsserted},
      {"The mayor paid the fine in no time.", "pay", yes, Modality::kAsserted},
      {"Neither the mayor nor the clerk paid the fine.", "pay", no, Modality::kAsserted},
      {"Either the mayor or the clerk paid the fine.", "pay", yes, Modality::kAsserted},
      {"The town lacks a mill.", "have", no, Modality::kAsserted},
      {"The town does not lack a mill.", "have", yes, Modality::kAsserted},
      {"The bridge is yet to be built.", "build", no, Modality::kAsserted},
      {"The mayor pretended that he had paid the fine.", "pay", no, Modality::kHedged},
      {"The mayor forgot that he had paid the fine.", "pay", yes, Modality::kAsserted},
      {"The mayor forgot to pay the fine.", "pay", no, Modality::kAsserted},
      {"The mayor knows that the tenant paid the fine.", "pay", yes, Modality::kAsserted},
      {"The mayor did not say that the tenant paid the fine.", "pay", yes, Modality::kHypothetical},
      {"The mayor has not confirmed that the tenant paid the fine.", "pay", yes, Modality::kHypothetical},
      {"The mayor did not know that the tenant paid the fine.", "pay", yes, Modality::kAsserted},
      {"It is possible that the tenant paid the fine.", "pay", yes, Modality::kHedged},
      {"It is not true that the tenant paid the fine.", "pay", no, Modality::kAsserted},
      {"If the council agrees, the tenant pays the fine.", "pay", yes, Modality::kConditional},
      {"Even if the council agrees, the tenant pays the fine.", "pay", yes, Modality::kAsserted},
      {"Had the tenant paid the fine, the mill would be open.", "pay", yes, Modality::kConditional},
  };
  for (const FactCase& c : cases) {
    const TextReading read = Read(c.text);
    const Claim* claim = Find(read, c.relation);
    ASSERT_NE(claim, nullptr) << c.text << ": " << Claims(read);
    EXPECT_EQ(ToString(claim->polarity), ToString(c.polarity)) << c.text;
    EXPECT_EQ(ToString(claim->modality), ToString(c.modality)) << c.text;
  }
}

TEST(Extract, GivesTheDeedToTheOneKeptFromIt) {
  const TextReading read = Read("The council prevented the tenant from building the dam.");
  const Claim* claim = Find(read, "build");
  ASSERT_NE(claim, nullptr) << Claims(read);
  EXPECT_EQ(claim->subject.range.In(read.document->text()), "the tenant");
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

// The words of the time of the claim with this relation, "" where it has none.
std::string TimeOf(const TextReading& read, std::string_view relation) {
  const Claim* claim = Find(read, relation);
  if (claim == nullptr) return "no claim";
  if (claim->time < 0) return "";
  return std::string(read.reading.times[static_cast<size_t>(claim->time)].range.In(read.document->text()));
}

TEST(Extract, ATimeBelongsToItsOwnClauseOrTheStorySoFar) {
  const TextReading plant = Read("The plant that opened in 2012 closed on Monday.");
  EXPECT_EQ(TimeOf(plant, "open"), "2012");
  EXPECT_EQ(TimeOf(plant, "close"), "Monday");
  EXPECT_EQ(TimeOf(Read("In 2019 Acme bought a mill and sold a farm."), "sell"), "2019");
  EXPECT_EQ(TimeOf(Read("The storm hit the coast in 2017. It killed nine people."), "kill"), "2017");
  EXPECT_EQ(TimeOf(Read("The storm hit the coast in 2017. The town has nine schools."), "have"), "");
}

// "kind value" of each figure, read with tags and names.
std::string FiguresOf(std::string_view text) {
  const TextReading read = Read(text);
  std::string out;
  for (const Figure& f : read.reading.figures) out += (out.empty() ? "" : "; ") + std::string(ToString(f.kind)) + " " + ToText(f);
  return out;
}

TEST(Extract, FiguresAfterPersonsAreTheirAges) {
  EXPECT_EQ(FiguresOf("The suspect, 27, was arrested in Hull."), "age 27 year");
  EXPECT_EQ(FiguresOf("Maria Lopez, 43, won the race."), "age 43 year");
  EXPECT_EQ(FiguresOf("Maria Lopez 43 has won the race."), "age 43 year");
  EXPECT_EQ(FiguresOf("Children under 12 were turned away."), "age less than 12 year");
  EXPECT_EQ(FiguresOf("The shop sold 27 lamps, 43 chairs and 12 beds."), "cardinal 27; cardinal 43; cardinal 12");
}

TEST(Extract, AClaimHasTheLevelThatAChangeLedTo) {
  const TextReading read = Read("The number of pupils fell from 1,200 to 900.");
  ASSERT_FALSE(read.reading.claims.empty());
  const Claim& claim = read.reading.claims.front();
  ASSERT_GE(claim.figure, 0) << Claims(read);
  EXPECT_EQ(read.reading.figures[static_cast<size_t>(claim.figure)].value, 900.0);
}

TEST(Extract, SaysWhatIsWrongWithTheFilesOfFiguresAndTimes) {
  const auto folder = std::filesystem::temp_directory_path() / ("crosscheck_lexicons_" + std::to_string(getpid()));
  std::filesystem::copy(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon", folder);
  std::ofstream(folder / "calendar.yaml") << "words: {no-such-class: {1: [x]}}\n";
  std::ofstream(folder / "trends.yaml") << "sideways: []\n";
  Diagnostics diagnostics;
  Lexicons::Load(folder, &diagnostics);
  std::filesystem::remove_all(folder);
  std::string files;
  for (const Diagnostic& d : diagnostics) files += ToText(d) + "\n";
  EXPECT_NE(files.find("calendar.yaml"), std::string::npos) << files;
  EXPECT_NE(files.find("trends.yaml"), std::string::npos) << files;
}

TEST(Extract, AManIsSomebodyNewEachTime) {
  EXPECT_EQ(Read("A man rides a horse.").reading.claims.at(0).subject.key, "");
  EXPECT_NE(Read("The council rides a horse.").reading.claims.at(0).subject.key, "");
}

TEST(Extract, KnowsWhatIsToldOfAnEvent) {
  EXPECT_TRUE(Read("The fire killed nine guests.").reading.claims.at(0).event);
  EXPECT_TRUE(Read("Nine guests died in the fire.").reading.claims.at(0).event);
  EXPECT_FALSE(Read("The museum had nine guests.").reading.claims.at(0).event);
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
