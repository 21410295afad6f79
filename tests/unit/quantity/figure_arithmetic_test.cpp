#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/quantity/figure_algebra.h"
#include "tests/support/conllu.h"
#include "tests/unit/quantity/figure_text.h"

namespace crosscheck {
namespace {

// Words and marks apart, as the tokenizer cuts them.
std::string Checks(std::string_view text) {
  std::string spaced;
  for (const char c : text) {
    if (c == ',' || c == '.' || c == ')' || c == '(' || c == ':') spaced += ' ';
    spaced += c;
    if (c == '(') spaced += ' ';
  }
  // Digits keep their marks: "1 ,200" is put together again.
  std::string joined;
  for (size_t i = 0; i < spaced.size(); ++i) {
    const bool mark = spaced[i] == ' ' && i + 2 < spaced.size() && (spaced[i + 1] == ',' || spaced[i + 1] == '.') &&
                      spaced[i + 2] >= '0' && spaced[i + 2] <= '9' && i > 0 && spaced[i - 1] >= '0' && spaced[i - 1] <= '9';
    if (!mark) joined += spaced[i];
  }
  const testing::Annotated annotated = testing::Bare(joined);
  std::string out;
  for (const ArithmeticCheck& check : CheckArithmetic(annotated.analysis, ReadFigures(annotated.analysis))) {
    if (!out.empty()) out += "; ";
    out += std::string(ToString(check.kind)) + (check.holds ? " holds" : " fails");
  }
  return out;
}

struct Case {
  std::string_view text, checks;
};

TEST(Arithmetic, ChecksOnlyWhatIsSure) {
  for (const Case& c : std::vector<Case>{
           {"Sales rose from 50 to 75, up 30%.", "percent-change fails"},
           {"Sales rose from 50 to 75, up 50%.", "percent-change holds"},
           {"Sales rose from 51 to 74, up 45%.", "percent-change holds"},
           {"Sales rose 12% to 56 from 50.", "percent-change holds"},
           {"Sales rose 30% to 56 from 50.", "percent-change fails"},
           {"Sales fell 10% from 50 to 45.", "percent-change holds"},
           {"Sales fell 30% from 50 to 45.", "percent-change fails"},
           {"Sales rose from 50 to 75, up 30% from last year.", ""},
           {"Sales rose from about 50 to 75, up 30%.", ""},
           {"Sales rose by 30% after a fall to 75.", ""},
           {"The fee rose from 40 to 35.", "direction fails"},
           {"Output was cut from 20 tonnes to 35 tonnes.", "direction fails"},
           {"Profit fell to €7 from €3.", "direction fails"},
           {"The fee fell from 40 to 35.", ""},
           {"Fees range from 40 to 35.", ""},
           {"The fee rose $5 from $20 to $30.", "difference fails"},
           {"The fee rose $10 from $20 to $30.", "difference holds"},
           {"It killed 12 people, seven men and four women.", "total fails"},
           {"It killed 11 people, seven men and four women.", "total holds"},
           {"It killed 12 people, including seven men and four women.", ""},
           {"Of 30 of the 40 pupils, or 75%.", "share-of-whole holds"},
           {"He saw 30 of the 40 pupils, or 90%.", "share-of-whole fails"},
           {"It gave $300 million to 1.5 million people, or $200 each.", "per-head holds"},
           {"It gave $300 million to 1.5 million people, or $50 each.", "per-head fails"},
           {"Here 60% walk, 30% cycle and the remaining 10% drive.", "shares holds"},
           {"Here 60% walk, 30% cycle and the remaining 30% drive.", "shares fails"},
           {"Here 60% walk, 30% cycle and 30% drive.", ""},
           {"Profit fell to €40 from €80, down 20%.", "percent-change fails"},
           {"Profit fell to €40 from €80, down 50%.", "percent-change holds"},
           {"The fee doubled from 20 to 30 euros.", "percent-change fails"},
           {"The fee doubled from 20 to 40 euros.", "percent-change holds"},
           {"The fee halved to €15 from €20.", "percent-change fails"},
           {"The fee more than doubled from 20 to 50 euros.", ""},
           {"Contracts lasting from three to six months are rare.", ""},
           {"The line has 50 ships: 20 tankers, ten ferries and 15 tugs.", "total fails"},
           {"The line has 50 ships: 20 tankers, 15 ferries and 15 tugs.", "total holds"},
           {"The line has 50 ships (20 tankers and ten ferries).", "total fails"},
           {"The line has 50 ships: 20 tankers, ten ferries, 15 tugs.", ""},
           {"The line has 50 ships: 20 more than in May and ten fewer than in June.", ""},
           {"He made five tackles (four solo) and two passes.", ""},
           {"Of the 15 of the 12 members, one left.", "share-of-whole fails"},
           {"It took 15 of the 12 rooms.", "share-of-whole fails"},
           {"It took 10 of the 12 rooms.", ""},
           {"It has $100 million, of which $60 million goes to roads and $60 million to rail.", "total fails"},
           {"It has $100 million, of which $60 million goes to roads and $40 million to rail.", ""},
           {"It gave $2 billion to 4 million families, $250 per family.", "per-head fails"},
           {"The town of 10,000 people spent 5 million euros, or 50 euros per head.", "per-head fails"},
           {"The town of 10,000 people spent 5 million euros, or 500 euros per head.", "per-head holds"},
           {"The firm with 300 workers earned $5 million, or $3 per share.", ""},
           {"Here 60% chose tea, 30% chose milk and 25% chose beer.", "shares fails"},
           {"Here 60% chose tea, 30% chose milk and 10% chose beer.", ""},
           {"In May 60% chose tea, in June 55% chose tea.", ""},
           {"Here 60% of women and 55% of men voted.", ""},
           {"Some 120% of the voters came.", "shares fails"},
           {"It ran at 120% of the plan.", ""},
           {"It won 120% of the votes it won in May.", ""},
           {"It is 300 feet (50 metres) high.", "conversion fails"},
           {"It is 300 feet (91 metres) high.", "conversion holds"},
           {"It is 1 mile (2 km) long.", "conversion holds"},
           {"It was 35C (75F) hot.", "conversion fails"},
           {"It was 35C (95F) hot.", "conversion holds"},
           {"It is 2C (3.6F) warmer.", "conversion holds"},
           {"It fines them $5 (€3).", ""},
           {"Three in four pupils, or 60%, walk.", "share-of-whole fails"},
           {"Three in four pupils, or 75%, walk.", "share-of-whole holds"},
           {"A third of them (33%) walk.", "share-of-whole holds"}}) {
    EXPECT_EQ(Checks(c.text), c.checks) << c.text;
  }
}

Figure Only(std::string_view text) {
  const testing::Annotated annotated = testing::Bare(text);
  const std::vector<Figure> figures = ReadFigures(annotated.analysis);
  return figures.empty() ? Figure{} : figures[0];
}

TEST(Arithmetic, DerivesValuesWithTheirRounding) {
  const auto change = PercentChange(Only("50 jobs"), Only("75 jobs"));
  ASSERT_TRUE(change);
  EXPECT_DOUBLE_EQ(*change->low, 50);
  EXPECT_DOUBLE_EQ(*change->high, 50);
  EXPECT_TRUE(MayBe(*change, Only("50%")));
  EXPECT_FALSE(MayBe(*change, Only("30%")));
  EXPECT_NEAR(*ValueIn(Only("2.4 kg"), Only("1 lb")), 5.29, 0.01);
  EXPECT_FALSE(PercentChange(Only("50 jobs"), Only("75 km")));
  const auto sum = Sum(std::vector<Figure>{Only("1.5 km"), Only("500 metres")});
  ASSERT_TRUE(sum);
  EXPECT_NEAR(*sum->low, 1.925, 0.01);
  EXPECT_NEAR(*sum->high, 2.075, 0.01);
  EXPECT_FALSE(Sum(std::vector<Figure>{Only("$5"), Only("€5")}));
  EXPECT_NEAR(*BasePoint(Only("67% of them")), *BasePoint(Only("Two thirds of them")), 0.01);
  EXPECT_NEAR(*BasePoint(Only("7 miles")), *BasePoint(Only("11.3 km")), 50);
}

}  // namespace
}  // namespace crosscheck
