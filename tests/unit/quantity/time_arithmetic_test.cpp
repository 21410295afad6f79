#include "core/quantity/time_arithmetic.h"

#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

std::string Checks(const Annotated& a) {
  std::string out;
  for (const ArithmeticCheck& check : CheckTimes(a.analysis, ReadTimes(a.analysis))) {
    out += (out.empty() ? "" : "; ") + std::string(ToString(check.kind)) + " " + std::string(check.range.In(a.document->text()));
  }
  return out;
}

// Lengths need no tree.
std::string Spans(std::string_view text) {
  const std::unique_ptr<Document> document = TextDocument(text, "2024-06-12");
  const Analysis analysis = PlainAnalysis(*document);
  std::string out;
  for (const ArithmeticCheck& check : CheckTimes(analysis, ReadTimes(analysis))) {
    out += (out.empty() ? "" : "; ") + std::string(check.range.In(document->text()));
  }
  return out;
}

TEST(TimeArithmetic, LengthsFitBetweenTheirDates) {
  EXPECT_EQ(Spans("She led it for five years, from 2010 to 2012."), "five years");
  EXPECT_EQ(Spans("She led it for five years, from 2010 to 2015."), "");
  EXPECT_EQ(Spans("She led it for two years, from 2010 to 2013."), "");
  EXPECT_EQ(Spans("She led it for two months, from May to September 2015."), "two months");
  EXPECT_EQ(Spans("She led it for four months, from May to September 2015."), "");
  EXPECT_EQ(Spans("The ten-day fair, from 3 to 7 May 2022, drew many."), "ten-day");
  EXPECT_EQ(Spans("The five-day fair, from 3 to 7 May 2022, drew many."), "");
  EXPECT_EQ(Spans("She led it for nearly five years, from 2010 to 2012."), "");
  EXPECT_EQ(Spans("She led it for more than five years, from 2010 to 2012."), "");
}

// "He left in 2015 after he was sued in 2018."
TEST(TimeArithmetic, EventsFollowTheirDates) {
  const auto told = [](std::string_view mark, std::string_view first, std::string_view second) {
    return FromConllu("\nHe he PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\nin in ADP IN 4 case\n" + std::string(first) + " 2015 NUM CD 2 obl\n" +
                      std::string(mark) + " after SCONJ IN 8 mark\nhe he PRON PRP 8 nsubj:pass\nwas be AUX VBD 8 aux:pass\nsued sue VERB VBN 2 advcl\nin in ADP IN 10 case\n" +
                      std::string(second) + "~ 2018 NUM CD 8 obl\n. . PUNCT . 2 punct\n");
  };
  EXPECT_EQ(Checks(told("after", "2015", "2018")), "order 2015 after he was sued in 2018");
  EXPECT_EQ(Checks(told("before", "2018", "2015")), "order 2018 before he was sued in 2015");
  EXPECT_EQ(Checks(told("after", "2018", "2015")), "");
  EXPECT_EQ(Checks(told("before", "2015", "2018")), "");
  EXPECT_EQ(Checks(told("after", "2015", "2015")), "");
}

}  // namespace
}  // namespace crosscheck::testing
