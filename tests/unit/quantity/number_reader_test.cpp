#include "core/quantity/number_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/quantity/figure_lexicon.h"

namespace crosscheck {
namespace {

struct Case {
  std::string_view text;
  double value;
  size_t atoms;  // how many the number takes
};

TEST(NumberReader, ReadsDigitsAndWords) {
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  for (const Case& c : std::vector<Case>{{"1,200,000 cars", 1200000, 1},
                                         {"1.111,11", 1111.11, 1},
                                         {"5,00", 5, 1},
                                         {".534", 0.534, 1},
                                         {"1.3e6", 1300000, 1},
                                         {"3 200 cars", 3200, 2},
                                         {"3 20 cars", 3, 1},
                                         {"4.2 million cars", 4200000, 2},
                                         {"10k", 10000, 2},
                                         {"2 1/4 miles", 2.25, 4},
                                         {"3½ miles", 3.5, 2},
                                         {"twenty-one", 21, 3},
                                         {"one hundred and sixty-one", 161, 6},
                                         {"two hundred and two thousand", 202000, 5},
                                         {"four thousand three hundred and 21", 4321, 6},
                                         {"two million and three women", 2000000, 2},
                                         {"three and a half million", 3500000, 5},
                                         {"3 million and a quarter", 3250000, 5},
                                         {"one billion and a half million", 1000500000, 6},
                                         {"half a dozen", 6, 3},
                                         {"a quarter of a million", 250000, 5},
                                         {"twenty-three fifths", 4.6, 4},
                                         {"one hundred thirty-fifths", 100.0 / 35, 5},
                                         {"twenty-fifth", 25, 3},
                                         {"one in five", 0.2, 3},
                                         {"nine out of ten", 0.9, 4},
                                         {"two hundred point zero three", 200.03, 5},
                                         {"three dozen", 36, 2},
                                         {"two-and-a-half", 2.5, 7},
                                         {"a few hundred boats", 200, 3},
                                         {"several hundred thousand boats", 200000, 3},
                                         {"a couple of hundred boats", 150, 4},
                                         {"1'500'000", 1500000, 1},
                                         {"three lakh crore", 3e12, 3}}) {
    const AtomRow row(c.text);
    const auto number = ReadNumber(row, 0, tables, false, false);
    ASSERT_TRUE(number) << c.text;
    EXPECT_NEAR(number->value, c.value, 1e-9 * c.value) << c.text;
    EXPECT_EQ(number->last - number->first, c.atoms) << c.text;
  }
}

TEST(NumberReader, LeavesOtherWordsAlone) {
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  for (const std::string_view text : {"million-dollar question", "192.168.1.2", "several boats", "a few boats", "a couple of boats", "007", "a car", "and"}) {
    EXPECT_FALSE(ReadNumber(AtomRow(text), 0, tables, false, false)) << text;
  }
}

TEST(NumberReader, TakesAndAsTheJointOfARangeAfterBetween) {
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  const AtomRow row("five hundred and six hundred");
  EXPECT_EQ(ReadNumber(row, 0, tables, false, true)->value, 500);
}

}  // namespace
}  // namespace crosscheck
