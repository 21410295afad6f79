#include "core/quantity/figure.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/quantity/figure_text.h"

namespace crosscheck {
namespace {

using testing::Bare;

// "kind|value or low..high|unit|bound|trend" of each figure, parts that say
// nothing left out.
std::string Show(std::string_view text) {
  const testing::Annotated annotated = Bare(text);
  std::string out;
  for (const Figure& f : ReadFigures(annotated.analysis)) {
    if (!out.empty()) out += "; ";
    Figure bare = f;
    bare.bound = Bound::kExact;
    out += std::string(ToString(f.kind)) + " " + ToText(bare);
    if (f.bound != Bound::kExact && f.bound != Bound::kBetween) out += " " + std::string(ToString(f.bound));
    if (f.trend != Trend::kNone) out += f.trend == Trend::kUp ? " up" : " down";
    if (!f.unclear.empty()) out += " unclear";
  }
  return out;
}

struct Case {
  std::string_view text, shown;
};

TEST(Figures, ReadsNumbers) {
  for (const Case& c : std::vector<Case>{
           {"The firm has 1,200,000 clients.", "cardinal 1.2 million"},
           {"It sold 12,34,567 books.", "cardinal 1.2346 million"},
           {"Forty-two ducks came.", "cardinal 42"},
           {"It took three hundred and twenty-one days.", "duration 321 day"},
           {"They counted five and a half million bees.", "cardinal 5.5 million"},
           {"Of two thirds of a million bees.", "cardinal 666,666.7"},
           {"A dozen eggs broke.", "cardinal 12"},
           {"Two fifths of the eggs broke.", "ratio 0.4"},
           {"One in five eggs broke.", "ratio 0.2"},
           {"Half of the eggs broke.", "ratio 0.5"},
           {"Percent of 10", "percent 10% unclear"},
           {"It took ten percent of 10 votes.", "percent 10%; cardinal 10"},
           {"Prices are twice as high.", "ratio 2"},
           {"A 5-fold rise came.", "ratio 5"},
           {"A five-fold rise came.", "ratio 5"},
           {"Prices are three times higher.", "ratio 3 up"},
           {"They meet twice a week.", ""},
           {"They met three times.", "cardinal 3"},
           {"He came second.", "ordinal 2"},
           {"The 11th house burned.", "ordinal 11"},
           {"A board of 3½ inches.", "measure 3.5 inch"},
           {"Add 2 1/4 cups of milk.", "measure 2.25 cup"},
           {"They hired nought point five people.", "cardinal 0.5"},
           {"Dozens of boats sank.", "cardinal 12 – 120"},
           {"Tens of thousands of boats sank.", "cardinal 10,000 – 100,000"}}) {
    EXPECT_EQ(Show(c.text), c.shown) << c.text;
  }
}

TEST(Figures, ReadsUnitsAndMoney) {
  for (const Case& c : std::vector<Case>{
           {"It cost $3.2bn.", "money 3.2 billion USD"},
           {"It cost US$ 40.", "money 40 USD"},
           {"It cost 50 cents.", "money 0.5 USD"},
           {"It cost EUR50m.", "money 50 million EUR"},
           {"It cost RM120,000 then.", "money 120,000 MYR"},
           {"It cost 3 dollars 50 cents.", "money 3.5 USD"},
           {"They paid 361 million pounds.", "money 361 million GBP"},
           {"The dog weighs 25 pounds.", "measure 25 pound"},
           {"Oil fell to $80 a barrel.", "money 80 USD per barrel"},
           {"It ran 5km.", "measure 5 kilometre"},
           {"It ran at 60mph.", "measure 60 mile per hour"},
           {"It ran at 50 metres per second.", "measure 50 metre per second"},
           {"He is 5 ft 6 in.", "measure 5.5 foot"},
           {"It takes 1 hour 30 minutes.", "duration 1.5 hour"},
           {"It takes 2 hours and 15 minutes.", "duration 2.25 hour"},
           {"It was 21 degrees Celsius.", "temperature 21 degree Celsius"},
           {"Turn it by 90 degrees.", "measure 90 degree"},
           {"A three-ton lorry broke down.", "measure 3 ton"},
           {"The 65-year-old left.", "age 65 year"},
           {"A man aged 44 left.", "age 44 year"},
           {"A two-and-a-half-year plan.", "duration 2.5 year"},
           {"It cost 8 or $9.", "money 8 USD; money 9 USD"},
           {"People aged between 18 and 24 voted.", "age 18 – 24 year"},
           {"Interest rates rose by a quarter point.", "percent 0.25 percentage-point up"},
           {"The bank cut its key rate by half a point.", "percent 0.5 percentage-point down"},
           {"He won by half a point.", "ratio 0.5"},
           {"Rates rose two percentage points.", "percent 2 percentage-point up"},
           {"We drove 5, 10 and 15 km.", "measure 5 kilometre; measure 10 kilometre; measure 15 kilometre"}}) {
    EXPECT_EQ(Show(c.text), c.shown) << c.text;
  }
}

TEST(Figures, ReadsBoundsRangesAndTrends) {
  for (const Case& c : std::vector<Case>{
           {"About 40 came.", "cardinal 40 about"},
           {"At least another 12 came.", "cardinal 12 at-least"},
           {"More than 3,000 came.", "cardinal 3,000 more-than"},
           {"Up to €500 is due.", "money 500 EUR at-most"},
           {"Not more than 9 came.", "cardinal 9 at-most"},
           {"Children of 5 or more came.", "cardinal 5 at-least"},
           {"20 to 30 million came.", "cardinal 20 – 30 million"},
           {"Between 5% and 6% came.", "percent 5 – 6%"},
           {"Sales rose 12%.", "percent 12% up"},
           {"Sales rose to 12%.", "percent 12%"},
           {"Sales fell by just over 3 per cent.", "percent 3% about down"},
           {"Shares were down 4 points, or 0.1%.", "cardinal 4 down; percent 0.1% down"},
           {"Profit more than doubled.", "ratio 2 more-than up"},
           {"It fell from 40 to 35.", "cardinal 40; cardinal 35"},
           {"Prices range from $20 to $35.", "money 20 – 35 USD"},
           {"Over three years of war.", "duration 3 year"},
           {"For over three years.", "duration 3 year more-than"}}) {
    EXPECT_EQ(Show(c.text), c.shown) << c.text;
  }
}

// What only looks like a figure, beside what is one.
TEST(Figures, LeavesOutImpostors) {
  for (const Case& c : std::vector<Case>{
           {"In 2015 sales fell.", ""},
           {"The 1990s were loud.", ""},
           {"On May 4 and 9 June.", ""},
           {"They met at 10.45pm.", ""},
           {"They met at 5 p.m. and 12:30.", ""},
           {"The H100 and the A4 and COVID-19.", ""},
           {"See chapter 3 and section 230.", ""},
           {"Firms such as 01.AI grow.", ""},
           {"Call 555-0100-22 now.", ""},
           {"Call 020 7946 0958 now.", ""},
           {"The host 192.168.1.2 is down.", ""},
           {"1. Introduction", ""},
           {"The one you mentioned is gone.", ""},
           {"One of the dogs is gone.", "cardinal 1"},
           {"A Galaxy 9 is gone.", ""},
           {"In the second half it rained.", ""},
           {"The firm runs 24/7.", ""},
           {"He lives at 575 Mill Road.", ""}}) {
    EXPECT_EQ(Show(c.text), c.shown) << c.text;
  }
}

TEST(Figures, SaysWhatIsCountedAndWhere) {
  const testing::Annotated text = Bare("Some 70% of voters back the plan.");
  const std::vector<Figure> figures = ReadFigures(text.analysis);
  ASSERT_EQ(figures.size(), 1u);
  const std::string_view bytes = text.document->text();
  EXPECT_EQ(figures[0].range.In(bytes), "70%");
  EXPECT_EQ(figures[0].cue.In(bytes), "Some");
  EXPECT_EQ(figures[0].of_range.In(bytes), "voters");
  EXPECT_EQ(figures[0].whole.In(bytes), "voters");
  EXPECT_EQ(figures[0].of_key, "voter");
}

// The rule of rounding, in numbers.
TEST(Figures, StandForIntervals) {
  const auto interval = [](std::string_view text) {
    const testing::Annotated annotated = Bare(text);
    const std::vector<Figure> figures = ReadFigures(annotated.analysis);
    return figures.empty() ? std::string() : IntervalText(figures[0]);
  };
  EXPECT_EQ(interval("€3.2 million"), "3.15 – 3.25 million EUR");
  EXPECT_EQ(interval("8,000 people"), "7,600 – 8,400");
  EXPECT_EQ(interval("300 people"), "300");
  EXPECT_EQ(interval("about 300 people"), "270 – 330");
  EXPECT_EQ(interval("nearly 300 people"), "270 – 300");
  EXPECT_EQ(interval("more than 40 people"), "more than 40");
  EXPECT_EQ(interval("up to 40 people"), "0 – 40");
  EXPECT_EQ(interval("0.3%"), "0.25 – 0.35%");
}

TEST(Figures, LexiconsHaveNoMistakes) {
  Diagnostics diagnostics;
  FigureLexicon::Load(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon", &diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << ToText(diagnostic);
}

// "level: moved, left" of each figure.
std::string Moves(std::string_view text) {
  const testing::Annotated annotated = Bare(text);
  std::string out;
  for (const Figure& f : ReadFigures(annotated.analysis)) {
    if (!out.empty()) out += "; ";
    out += ToText(f) + (f.moved == Trend::kUp ? " up" : f.moved == Trend::kDown ? " down" : "") + (f.left ? " left" : "");
    EXPECT_TRUE(f.trend == Trend::kNone || f.moved == Trend::kNone) << text;
  }
  return out;
}

TEST(Figures, KeepsWhichWayALevelWent) {
  for (const Case& c : std::vector<Case>{
           {"The fee fell from 40 to 35.", "40 down left; 35 down"},
           {"Inflation was 2%, up from 1.5%.", "2% up; 1.5% up left"},
           {"Sales rose to €50 from €40.", "50 EUR up; 40 EUR up left"},
           {"The fleet grew 10% to 33 ships.", "10%; 33 up"},
           {"Fees range from 35 to 40.", "35 – 40"},
           {"It went from 1000 to 2000 hires.", "1,000; 2,000"},
           {"The club lost three games to two rivals.", "3; 2"}}) {
    EXPECT_EQ(Moves(c.text), c.shown) << c.text;
  }
}

TEST(Figures, ReadsScoresAndOdds) {
  for (const Case& c : std::vector<Case>{
           {"They beat Hull 4–0.", "ratio 4–0"},
           {"The visitors lost 0-2.", "ratio 0–2"},
           {"The bill passed 52-48.", "ratio 52–48"},
           {"The odds are 100-1.", "ratio 100–1"},
           {"Odds of 14 million to one.", "ratio 14,000,000–1"},
           {"The ratio of gold to lead is 3:1.", "ratio 3–1"},
           {"Odds of 5/1 were given.", "ratio 5–1"},
           {"Call 555-0199.", ""}}) {
    EXPECT_EQ(Show(c.text), c.shown) << c.text;
  }
}

TEST(Figures, KeepsWhatACountIsPer) {
  const testing::Annotated text = Bare("They saw 40 deaths per 1,000 births and 900 people per square kilometre.");
  const std::vector<Figure> figures = ReadFigures(text.analysis);
  ASSERT_GE(figures.size(), 3u);
  EXPECT_EQ(figures[0].per, "1,000");
  EXPECT_EQ(figures[2].per, "square kilometre");
}

}  // namespace
}  // namespace crosscheck
