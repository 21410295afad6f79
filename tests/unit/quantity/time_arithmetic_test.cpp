#include "core/quantity/time_arithmetic.h"

#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

// The words of each failed sum, after its kind where `kinds` is set.
std::string Told(const std::vector<ArithmeticCheck>& checks, const Document& document, bool kinds) {
  std::string out;
  for (const ArithmeticCheck& check : checks) {
    if (!out.empty()) out += "; ";
    if (kinds) out += std::string(ToString(check.kind)) + " ";
    out += check.range.In(document.text());
  }
  return out;
}

std::string Checks(const Annotated& a) { return Told(CheckTimes(a.analysis, ReadTimes(a.analysis)), *a.document, true); }

std::string Courses(const Annotated& a) {
  return Told(CheckCourses(a.analysis, ReadTimes(a.analysis), ReadFigures(a.analysis)), *a.document, true);
}

// Lengths need no tree.
std::string Spans(std::string_view text) {
  const std::unique_ptr<Document> document = TextDocument(text, "2024-06-12");
  const Analysis analysis = PlainAnalysis(*document);
  return Told(CheckTimes(analysis, ReadTimes(analysis)), *document, false);
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

TEST(TimeArithmetic, AllButALengthIsNoLength) {
  EXPECT_EQ(Spans("It was his for all but six years, from 1922 to 2004."), "");
}

TEST(TimeArithmetic, WeekdaysFitTheirDates) {
  EXPECT_EQ(Spans("It opened on Monday, 4 June 2019."), "Monday, 4 June 2019");
  EXPECT_EQ(Spans("It opened on Friday, May 8, 2018, in the rain."), "Friday, May 8, 2018");
  EXPECT_EQ(Spans("It opened on Tuesday, 4 June 2019."), "");
  EXPECT_EQ(Spans("It opened on Monday, 4 June."), "");
  EXPECT_EQ(Spans("They marched on Sunday, 9 January 1905."), "");
}

TEST(TimeArithmetic, MonthsHaveTheirDays) {
  EXPECT_EQ(Spans("It opened on 31 April 2019."), "31 April 2019");
  EXPECT_EQ(Spans("It opened on February 29, 2019."), "February 29, 2019");
  EXPECT_EQ(Spans("It opened on February 29, 2020."), "");
  EXPECT_EQ(Spans("It opened on 30 April 2019."), "");
  EXPECT_EQ(Spans("In February 30 people came, in 2019 none."), "");
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

// "She was born in 1950 and died in 2010 at the age of 75."
TEST(TimeArithmetic, AgesFollowFromBirths) {
  const auto told = [](std::string_view begun, std::string_view ended, std::string_view age) {
    return FromConllu("\nShe she PRON PRP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nborn bear VERB VBN 0 root\nin in ADP IN 5 case\n" + std::string(begun) +
                      " 1950 NUM CD 3 obl\nand and CCONJ CC 7 cc\ndied die VERB VBD 3 conj\nin in ADP IN 9 case\n" + std::string(ended) +
                      " 2010 NUM CD 7 obl\nat at ADP IN 12 case\nthe the DET DT 12 det\nage age NOUN NN 7 obl\nof of ADP IN 14 case\n" + std::string(age) +
                      "~ 75 NUM CD 12 nmod\n. . PUNCT . 3 punct\n");
  };
  EXPECT_EQ(Courses(told("1950", "2010", "75")), "age 75");
  EXPECT_EQ(Courses(told("1950", "2010", "60")), "");
  EXPECT_EQ(Courses(told("1950", "2010", "59")), "");
  EXPECT_EQ(Courses(told("1950", "2010", "57")), "age 57");
  EXPECT_EQ(Courses(told("1950", "1940", "60")), "order 1950 and died in 1940");
}

}  // namespace
}  // namespace crosscheck::testing
