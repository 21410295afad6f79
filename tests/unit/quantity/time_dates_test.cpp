#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

// Dates that the calendar names: how they may be written.
TEST(TimeDates, WrittenForms) {
  const TimeCase cases[] = {
      {"The bridge opened on [[5 March 2019]].",
       "2021-06-01",
       {"DATE 2019-03-05 2019-03-05..2019-03-06"}},
      {"The bridge opened on [[March 5, 2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[Mar. 5, 2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[the 5th of March 2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[the fifth of March, 2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[March fifth 2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[2019-03-05]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[2019/03/05]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[03/05/2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[25/03/2019]].", "2021-06-01", {"DATE 2019-03-25"}},
      {"The bridge opened on [[25.03.2019]].", "2021-06-01", {"DATE 2019-03-25"}},
      {"The bridge opened on [[05-Mar-2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[20190305]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened on [[Tuesday, March 5, 2019]].", "2021-06-01", {"DATE 2019-03-05"}},
      {"The bridge opened in [[March 2019]].",
       "2021-06-01",
       {"DATE 2019-03 2019-03-01..2019-04-01"}},
      {"The bridge opened in [[March of 2019]].", "2021-06-01", {"DATE 2019-03"}},
      {"The bridge opened in [[2019]].", "2021-06-01", {"DATE 2019 2019-01-01..2020-01-01"}},
      {"The bridge opened in [[the year 2019]].", "2021-06-01", {"DATE 2019"}},
      {"The bridge opened in [[nineteen ninety-six]].", "2021-06-01", {"DATE 1996"}},
      {"The bridge opened in [[twenty twenty-four]].", "2025-06-01", {"DATE 2024"}},
      {"It won the title in [[2019-20]].", "2021-06-01", {"DATE 2019/2020 2019-01-01..2021-01-01"}},
      {"It was built in [[the 1990s]].", "2021-06-01", {"DATE 199 1990-01-01..2000-01-01"}},
      {"It was built in [[the '80s]].", "2021-06-01", {"DATE 198"}},
      {"It was built in [[the eighties]].", "2021-06-01", {"DATE 198"}},
      {"It was built in [[the nineteen seventies]].", "2021-06-01", {"DATE 197"}},
      {"It was built in [[the 19th century]].", "2021-06-01", {"DATE 18 1800-01-01..1900-01-01"}},
      {"It was built in [[44 BC]].", "2021-06-01", {"DATE BC0044"}},
      {"It was built in [[AD 79]].", "2021-06-01", {"DATE 0079 0079-01-01..0080-01-01"}},
      {"It was built in [[79 CE]].", "2021-06-01", {"DATE 0079"}},
      {"It was built in [[the first century BC]].", "2021-06-01", {"DATE BC00"}},
      {"It was built in [[the early 1980s]].", "2021-06-01", {"DATE 198 1980-01-01..1985-01-01"}},
      {"It placed 44 ad pages.", "2021-06-01", {}},
      {"It was built in [[early 1990]].", "2021-06-01", {"DATE 1990"}},
      {"It was built in [[the late 1970s]].", "2021-06-01", {"DATE 197 1975-01-01..1980-01-01"}},
      {"It was built in [[mid-2004]].", "2021-06-01", {"DATE 2004"}},
      {"It was built by [[the end of 2004]].", "2021-06-01", {"DATE 2004"}},
      {"It was built in [[spring 2019]].", "2021-06-01", {"DATE 2019-SP 2019-03-01..2019-06-01"}},
      {"It was built in [[the summer of 2003]].",
       "2021-06-01",
       {"DATE 2003-SU 2003-06-01..2003-09-01"}},
      {"It was built in [[winter 2018]].", "2021-06-01", {"DATE 2018-WI 2018-12-01..2019-03-01"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

TEST(TimeDates, QuartersHalvesWeeks) {
  const TimeCase cases[] = {
      {"Sales fell in [[the third quarter of 2022]].",
       "2023-05-10",
       {"DATE 2022-Q3 2022-07-01..2022-10-01"}},
      {"Sales fell in [[the 2022 third quarter]].", "2023-05-10", {"DATE 2022-Q3"}},
      {"Sales fell in [[Q3 2022]].", "2023-05-10", {"DATE 2022-Q3"}},
      {"Sales fell in [[2022-Q3]].", "2023-05-10", {"DATE 2022-Q3"}},
      {"Sales fell in [[the first half of 2022]].",
       "2023-05-10",
       {"DATE 2022-H1 2022-01-01..2022-07-01"}},
      {"Sales fell in [[the second half of 2022]].", "2023-05-10", {"DATE 2022-H2"}},
      {"Sales fell in [[H2 2022]].", "2023-05-10", {"DATE 2022-H2"}},
      {"The firm posted [[first-quarter]] profit.", "2023-05-10", {"DATE 2023-Q1"}},
      {"The firm posted [[fourth-quarter]] profit.", "2023-02-10", {"DATE 2022-Q4"}},
      {"The firm posted a loss in [[its second quarter]].", "2023-08-10", {"DATE 2023-Q2"}},
      {"Sales fell in [[fiscal 2022]].", "2023-05-10", {"DATE 2022"}},
      {"Sales fell in [[FY2022]].", "2023-05-10", {"DATE 2022"}},
      {"Sales fell in [[the second quarter of fiscal 2022]].", "2023-05-10", {"DATE 2022-Q2 2021-04-01..2023-07-01"}},
      {"Sales fell in [[2010–12]].", "2023-05-10", {"DATE 2010/2012"}},
      {"Sales fell on [[03/06/2019]].", "2023-05-10", {"DATE 2019-03-06 2019-03-06..2019-06-04"}},
      {"Sales fell on [[13/06/2019]].", "2023-05-10", {"DATE 2019-06-13 2019-06-13..2019-06-14"}},
      {"It was the 12th time in all.", "2023-05-10", {}},
      {"It rained in [[week 31 of 2018]].", "2023-05-10", {"DATE 2018-W31 2018-07-30..2018-08-06"}},
      {"It rained in [[the last week of July 2016]].", "2023-05-10", {"DATE 2016-W30"}},
      {"It rained in [[the third week of January 2019]].", "2023-05-10", {"DATE 2019-W03"}},
      {"It rained in [[the second month of 2019]].", "2023-05-10", {"DATE 2019-02"}},
      {"It rained on [[the 15th day of June 2019]].", "2023-05-10", {"DATE 2019-06-15"}},
      {"It rained on [[the first Monday of May 2019]].", "2023-05-10", {"DATE 2019-05-06"}},
      {"It rained on [[the last Monday of May 2019]].", "2023-05-10", {"DATE 2019-05-27"}},
      {"It rained in [[the week ending May 5]].", "2023-05-10", {"DATE 2023-W18"}},
      {"It rained in [[the week of April 10]].", "2018-04-20", {"DATE 2018-W15"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

TEST(TimeDates, Holidays) {
  const TimeCase cases[] = {
      {"Shops closed on [[Christmas Day 2020]].", "2021-02-01", {"DATE 2020-12-25"}},
      {"Shops closed on [[Easter Monday 2019]].", "2021-02-01", {"DATE 2019-04-22"}},
      {"Shops closed on [[Good Friday 2024]].", "2024-05-01", {"DATE 2024-03-29"}},
      {"Shops closed on [[Thanksgiving 2023]].", "2024-02-01", {"DATE 2023-11-23"}},
      {"Shops closed on [[Memorial Day 2022]].", "2024-02-01", {"DATE 2022-05-30"}},
      {"Shops closed on [[New Year's Eve]].", "2024-02-01", {"DATE 2023-12-31"}},
      {"Shops closed for [[Labor Day weekend 2021]].",
       "2024-02-01",
       {"DATE 2021-W35-WE 2021-09-04..2021-09-06"}},
      {"The law was passed after [[9/11]].", "2024-02-01", {"DATE 2001-09-11"}},
      {"The law was passed on [[9/11/2019]].", "2024-02-01", {"DATE 2019-09-11"}},
      {"It ran until [[two weeks after Easter 2018]].", "2024-02-01", {"DATE 2018-04-15"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// Holidays of the moon: where it must be seen, the day may be one off.
TEST(TimeDates, HolidaysOfTheMoon) {
  const TimeCase cases[] = {
      {"Shops closed for [[Lunar New Year 2024]].", "2024-05-01", {"DATE 2024-02-10 2024-02-10..2024-02-11"}},
      {"Shops closed on [[Chinese New Year's Eve]].", "2024-05-01", {"DATE 2024-02-09"}},
      {"Shops closed for the [[Mid-Autumn Festival 2023]].", "2024-05-01", {"DATE 2023-09-29"}},
      {"Shops closed on [[Eid al-Fitr 2024]].", "2024-05-01", {"DATE 2024-04-10 2024-04-09..2024-04-12"}},
      {"Shops closed during [[Ramadan 2024]].", "2024-05-01", {"DATE 2024-03-11/2024-04-09 2024-03-10..2024-04-11"}},
      {"Shops closed for [[Passover 2024]].", "2024-05-01", {"DATE 2024-04-23/2024-04-30 2024-04-22..2024-05-01"}},
      {"Shops closed for [[Rosh Hashanah 2025]].", "2024-05-01", {"DATE 2025-09-23/2025-09-24 2025-09-22..2025-09-25"}},
      {"Shops closed on [[Yom Kippur]].", "2024-12-01", {"DATE 2024-10-12 2024-10-11..2024-10-13"}},
      {"Shops closed for [[Hanukkah]].", "2025-02-01", {"DATE 2024-12-26/2025-01-02"}},
      {"Shops closed for [[Diwali 2023]].", "2024-05-01", {"DATE 2023-11-12 2023-11-11..2023-11-14"}},
      {"Shops closed for [[Holi 2024]].", "2024-05-01", {"DATE 2024-03-25 2024-03-24..2024-03-27"}},
      {"Shops closed for [[Nowruz 2024]].", "2024-05-01", {"DATE 2024-03-21 2024-03-20..2024-03-23"}},
      {"The vote was held [[two weeks after Easter 2024]].", "2024-05-01", {"DATE 2024-04-14"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// A date without its year lies on the side that the words ask for, else on the
// nearer one.
TEST(TimeDates, OpenDates) {
  const TimeCase cases[] = {
      {"The mine closed in [[October]].", "2019-05-22", {"DATE 2018-10"}},
      {"The mine will close in [[October]].", "2019-05-22", {"DATE 2019-10"}},
      {"The mine is expected to close in [[October]].", "2019-05-22", {"DATE 2019-10"}},
      {"The mine closed on [[Monday]].", "2019-05-22", {"DATE 2019-05-20"}},
      {"The mine is to close by [[March]].", "2019-05-22", {"DATE 2020-03"}},
      {"The mine will close on [[Monday]].", "2019-05-22", {"DATE 2019-05-27"}},
      {"The mine closed on [[Wednesday]].", "2019-05-22", {"DATE 2019-05-22"}},
      {"The mine closed on [[May 3]].", "2019-05-22", {"DATE 2019-05-03"}},
      {"The dividend is payable [[June 15]].", "2019-05-22", {"DATE 2019-06-15"}},
      {"They met on [[Friday the 13th]].", "2019-09-20", {"DATE 2019-09-13"}},
      {"They met on [[Saturday, April 25]].", "1998-04-24", {"DATE 1998-04-25"}},
      {"They met on [[Feb. 29]].", "2021-03-22", {"DATE 2020-02-29"}},
      {"They met on [[4 July]].", "2021-07-22", {"DATE 2021-07-04"}},
      {"It lasted from [[June]] to [[August]].", "2021-11-22", {"DATE 2021-06", "DATE 2021-08"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// Without a date of writing they keep what is known of them.
TEST(TimeDates, WithoutDateOfWriting) {
  const TimeCase cases[] = {
      {"The mine closed on [[Friday]].", "", {"DATE XXXX-WXX-5 -"}},
      {"The mine closed on [[2 October]].", "", {"DATE XXXX-10-02 -"}},
      {"The mine closed in [[October]].", "", {"DATE XXXX-10 -"}},
      {"The mine closed [[last year]].", "", {"DATE XXXX -"}},
      {"The mine closed [[yesterday]].", "", {"DATE XXXX-XX-XX -"}},
      {"The mine closed [[last week]].", "", {"DATE XXXX-WXX -"}},
      {"The mine closed in [[the third quarter]].", "", {"DATE XXXX-Q3 -"}},
      {"The mine closed in [[October 2012]] and reopened in [[the following month]].",
       "",
       {"DATE 2012-10", "DATE 2012-11"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// What only looks like a time.
TEST(TimeDates, NoTimes) {
  const TimeCase cases[] = {
      {"It may rain, and the army may march.", "2021-06-01", {}},
      {"May I ask who pays?", "2021-06-01", {}},
      {"They delivered 2000 pieces of furniture.", "2021-06-01", {}},
      {"Call 555-2010-2015 for help.", "2021-06-01", {}},
      {"The H100 chip beat the A100.", "2021-06-01", {}},
      {"The score was 3:1 after 7/8 of the race.", "2021-06-01", {}},
      {"She is 52 years old.", "2021-06-01", {}},
      {"The second round begins.", "2021-06-01", {}},
      {"A quarter of the voters stayed away.", "2021-06-01", {}},
      {"Prices began to fall.", "2021-06-01", {}},
      {"The share of $1990 was paid.", "2021-06-01", {}},
      {"The plan Made in Norway 2030 began.", "2021-06-01", {}},
      {"It spoke shortly after the vote.", "2021-06-01", {}},
      {"Sun said the servers were safe.", "2021-06-01", {}},
      {"Open the file 133-03-03-2020.", "2021-06-01", {}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// A time that is one end of a period stands for the whole of it; the year of the
// second end holds for the first.
TEST(TimeDates, Periods) {
  const TimeCase cases[] = {
      {"It was open from [[2010]] to [[2015]].", "2021-06-01", {"DATE 2010 2010-01-01..2016-01-01", "DATE 2015 2010-01-01..2016-01-01"}},
      {"It was open between [[2010]] and [[2015]].", "2021-06-01", {"DATE 2010 2010-01-01..2016-01-01", "DATE 2015 2010-01-01..2016-01-01"}},
      {"It opened in [[2010]] and closed in [[2015]].", "2021-06-01", {"DATE 2010 2010-01-01..2011-01-01", "DATE 2015 2015-01-01..2016-01-01"}},
      {"It ran from [[May]] to [[July 2015]].", "2021-06-01", {"DATE 2015-05 2015-05-01..2015-08-01", "DATE 2015-07"}},
      {"It ran from [[November]] to [[February 2016]].", "2021-06-01", {"DATE 2015-11", "DATE 2016-02 2015-11-01..2016-03-01"}},
      {"It ran from [[May 3 to 7, 2015]].", "2021-06-01", {"DATE 2015-05-03/2015-05-07 2015-05-03..2015-05-08"}},
      {"It ran [[3-7 May 2015]].", "2021-06-01", {"DATE 2015-05-03/2015-05-07 2015-05-03..2015-05-08"}},
      {"It lost money in [[the year]] to [[March 2024]].", "2024-06-01", {"DURATION P1Y", "DATE 2024-03 2023-04-01..2024-04-01"}},
      {"It lost money in [[the three months]] ended [[June 2023]].", "2024-06-01", {"DURATION P3M", "DATE 2023-06 2023-04-01..2023-07-01"}},
      {"It was open until [[2015]].", "2021-06-01", {"DATE 2015 -"}},
      {"It lost money in [[1H22]].", "2023-06-01", {"DATE 2022-H1"}},
      {"It lost money in [[2Q 2022]].", "2023-06-01", {"DATE 2022-Q2"}},
      {"It lost money in [[the 2023-24 fiscal year]].", "2024-06-01", {"DATE 2023/2024"}},
      {"It lost money in [[financial year 2022/23]].", "2024-06-01", {"DATE 2022/2023"}},
      {"It came last in the [[2011/12]] season.", "2024-06-01", {"DATE 2011/2012"}},
      {"It was built in [[the 1800s]].", "2021-06-01", {"DATE 18 1800-01-01..1900-01-01"}},
      {"In [[May]] it rained.", "2021-06-01", {"DATE 2021-05"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// "in his 40s" is an age, "5/1" may be odds.
TEST(TimeDates, AgesAndOddsAreNoDates) {
  for (const std::string_view text : {"A man in his 40s fell.", "A man in his late forties fell.", "The over-50s stayed.", "Odds of 5/1 were given.",
                                      "The fleet grew from 1000 to 1200 ships."}) {
    ExpectTimes({text, "2021-06-01", {}});
  }
}

// A fiscal year that begins in July is named after the year in which it ends.
TEST(TimeDates, FiscalYear) {
  const std::string yaml =
      "words:\n  fiscal: {1: [fiscal]}\n  preposition: {1: [in]}\nfiscal-year-starts: 7\n";
  Diagnostics diagnostics;
  const TimeLexicon lexicon = TimeLexicon::Parse(yaml, "calendar.yaml", &diagnostics);
  ASSERT_TRUE(diagnostics.empty()) << ToText(diagnostics[0]);
  const auto document = TextDocument("Sales fell in fiscal 2022.", "2023-06-01");
  const std::vector<TimeExpression> times = ReadTimes(PlainAnalysis(*document), lexicon);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(TimeText(times[0], true), "DATE 2022 2021-07-01..2022-07-01");
  // The same month set by the user, over a calendar that says none.
  Diagnostics shipped;
  TimeLexicon set = TimeLexicon::Load(std::filesystem::path(CROSSCHECK_SOURCE_DIR) / "rules/lexicon/calendar.yaml", &shipped);
  set.set_fiscal_year_starts(10);
  const auto quarter = TextDocument("Sales fell in the second quarter of fiscal 2022.", "2023-06-01");
  const std::vector<TimeExpression> quarters = ReadTimes(PlainAnalysis(*quarter), set);
  ASSERT_EQ(quarters.size(), 1u);
  EXPECT_EQ(TimeText(quarters[0], true), "DATE 2022-Q2 2022-01-01..2022-04-01");
}

TEST(TimeDates, DeadlinesAndStarts) {
  const auto document =
      TextDocument("It aims for 70% by 2025 and has worked on it since 2019.", "2021-06-01");
  const std::vector<TimeExpression> times = ReadTimes(PlainAnalysis(*document));
  ASSERT_EQ(times.size(), 2u);
  EXPECT_TRUE(times[0].deadline);
  EXPECT_FALSE(times[0].since);
  EXPECT_TRUE(times[1].since);
  EXPECT_EQ(times[0].granularity, Granularity::kYear);
}

}  // namespace
}  // namespace crosscheck::testing
