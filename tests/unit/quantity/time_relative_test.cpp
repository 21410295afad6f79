#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

constexpr std::string_view kWritten = "2019-05-22";  // a Wednesday

TEST(TimeRelative, FromTheDayOfWriting) {
  const TimeCase cases[] = {
      {"It opened [[today]].", kWritten, {"DATE 2019-05-22 2019-05-22..2019-05-23"}},
      {"It opened [[yesterday]].", kWritten, {"DATE 2019-05-21"}},
      {"It opens [[tomorrow]].", kWritten, {"DATE 2019-05-23"}},
      {"It opens [[the day after tomorrow]].", kWritten, {"DATE 2019-05-24"}},
      {"It opened [[last week]].", kWritten, {"DATE 2019-W20 2019-05-13..2019-05-20"}},
      {"It opens [[next week]].", kWritten, {"DATE 2019-W22"}},
      {"It opened [[last month]].", kWritten, {"DATE 2019-04 2019-04-01..2019-05-01"}},
      {"It opened [[this month]].", kWritten, {"DATE 2019-05"}},
      {"It opened [[last quarter]].", kWritten, {"DATE 2019-Q1"}},
      {"It opened [[this year]].", kWritten, {"DATE 2019"}},
      {"It opened [[last year]].", kWritten, {"DATE 2018 2018-01-01..2019-01-01"}},
      {"It opens [[next decade]].", kWritten, {"DATE 202"}},
      {"It opened [[last Tuesday]].", kWritten, {"DATE 2019-05-14"}},
      {"It opened [[this Monday]].", kWritten, {"DATE 2019-05-20"}},
      {"It opened [[this past Monday]].", kWritten, {"DATE 2019-05-20"}},
      {"It opens [[next Friday]].", kWritten, {"DATE 2019-05-31"}},
      {"It opens [[this coming Sunday]].", kWritten, {"DATE 2019-05-26"}},
      {"It opened [[last April]].", kWritten, {"DATE 2019-04"}},
      {"It opened [[last August]].", kWritten, {"DATE 2018-08"}},
      {"It opens [[next January]].", kWritten, {"DATE 2020-01"}},
      {"It opens [[this summer]].", kWritten, {"DATE 2019-SU"}},
      {"It opened [[last winter]].", kWritten, {"DATE 2018-WI"}},
      {"It opened [[last Christmas]].", kWritten, {"DATE 2018-12-25"}},
      {"It opened [[earlier this month]].", kWritten, {"DATE 2019-05"}},
      {"It opens [[later this year]].", kWritten, {"DATE 2019"}},
      {"It opened [[late last week]].", kWritten, {"DATE 2019-W20"}},
      {"It opens at [[the end of the year]].", kWritten, {"DATE 2019"}},
      {"It should triple by [[the end of the decade]].", kWritten, {"DATE 201"}},
      {"It opens by [[year-end]].", kWritten, {"DATE 2019"}},
      {"It opened in [[June last year]].", kWritten, {"DATE 2018-06"}},
      {"It fell in [[last year's fourth quarter]].", kWritten, {"DATE 2018-Q4"}},
      {"It fell in [[the first quarter of this year]].", kWritten, {"DATE 2019-Q1"}},
      {"It meets on [[Tuesday of next week]].", kWritten, {"DATE 2019-05-28"}},
      {"It meets [[next week on Thursday]].", kWritten, {"DATE 2019-05-30"}},
      {"It meets on [[the 15th day of next month]].", kWritten, {"DATE 2019-06-15"}},
      {"It meets in [[the week after next]].", kWritten, {"DATE 2019-W23"}},
      {"It closed over [[the weekend]].",
       "2019-05-20",
       {"DATE 2019-W20-WE 2019-05-18..2019-05-20"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

TEST(TimeRelative, LengthsFromADay) {
  const TimeCase cases[] = {
      {"It closed [[three days ago]].", kWritten, {"DATE 2019-05-19"}},
      {"It closed [[two weeks ago]].", kWritten, {"DATE 2019-W19"}},
      {"It closed [[five months ago]].", kWritten, {"DATE 2018-12"}},
      {"It closed [[a year ago]].", kWritten, {"DATE 2018"}},
      {"It closed [[nearly two decades ago]].", kWritten, {"DATE 199"}},
      {"It closed [[years ago]].", kWritten, {"DATE PAST_REF -"}},
      {"It closed, and reopened [[a few days later]].", kWritten, {"DURATION PXD -"}},
      {"It closed [[several years ago]].", kWritten, {"DATE PAST_REF -"}},
      {"It will reopen in [[two years]].", kWritten, {"DATE 2021"}},
      {"It will reopen [[ten days from now]].", kWritten, {"DATE 2019-06-01"}},
      {"It reopened [[three days after Easter 2018]].", kWritten, {"DATE 2018-04-04"}},
      {"It reopened [[two months before May 5, 2018]].", kWritten, {"DATE 2018-03-05"}},
      {"It closed [[half a century ago]].", kWritten, {"DATE 196"}},
      {"It will reopen [[a week from Tuesday]].", kWritten, {"DATE 2019-06-04"}},
      {"It ended [[2 weeks and 2 days ago]].", kWritten, {"DATE 2019-05-06"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

// "the following month", "a year earlier": from the time last spoken of.
TEST(TimeRelative, FromTheText) {
  const TimeCase cases[] = {
      {"It closed in [[October 2012]] and reopened [[the following month]].",
       kWritten,
       {"DATE 2012-10", "DATE 2012-11"}},
      {"It closed on [[5 May 2012]] and reopened [[three days later]].",
       kWritten,
       {"DATE 2012-05-05", "DATE 2012-05-08"}},
      {"It closed on [[5 May 2012]] and reopened [[the next day]].",
       kWritten,
       {"DATE 2012-05-05", "DATE 2012-05-06"}},
      {"It closed on [[22 May 1995]]; [[the following year]] it was sold.",
       kWritten,
       {"DATE 1995-05-22", "DATE 1996"}},
      {"It closed in [[2012]]. Its owner died [[that year]].",
       kWritten,
       {"DATE 2012", "DATE 2012"}},
      {"It closed in [[2012]]. A fire broke out [[two years earlier]].",
       kWritten,
       {"DATE 2012", "DATE 2010"}},
      {"Profit rose in [[the third quarter]], up from 3 million [[a year earlier]].",
       "2018-11-02",
       {"DATE 2018-Q3", "DATE 2017-Q3"}},
      {"Profit rose in [[the third quarter]]. In [[the year-earlier quarter]] it fell.",
       "2018-11-02",
       {"DATE 2018-Q3", "DATE 2017-Q3"}},
      {"Sales in [[the first quarter]] rose. For [[the quarter]], costs fell.",
       "2018-05-02",
       {"DATE 2018-Q1", "DATE 2018-Q1"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

TEST(TimeRelative, References) {
  const TimeCase cases[] = {
      {"It is [[now]] closed.", kWritten, {"DATE PRESENT_REF -"}},
      {"It [[currently]] makes steel.", kWritten, {"DATE PRESENT_REF"}},
      {"Its [[current]] chairman left.", kWritten, {"DATE PRESENT_REF"}},
      {"It was [[recently]] sold.", kWritten, {"DATE PAST_REF"}},
      {"It will [[soon]] be sold.", kWritten, {"DATE FUTURE_REF"}},
      {"It was common in [[the past]].", kWritten, {"DATE PAST_REF"}},
      {"It will be common in [[the near future]].", kWritten, {"DATE FUTURE_REF"}},
      {"It is rare [[these days]].", kWritten, {"DATE PRESENT_REF"}},
      {"It will grow in [[the coming months]].", kWritten, {"DATE FUTURE_REF"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

TEST(TimeRelative, TimesOfDay) {
  const TimeCase cases[] = {
      {"The quake struck at [[5:30 p.m.]] in the north.", kWritten, {"TIME 2019-05-22T17:30"}},
      {"The quake struck at [[10 p.m. on Monday]].",
       kWritten,
       {"TIME 2019-05-20T22:00 2019-05-20..2019-05-21"}},
      {"The quake struck at [[noon Thursday]].", "2019-05-24", {"TIME 2019-05-23T12:00"}},
      {"The quake struck on [[Monday night]].", kWritten, {"TIME 2019-05-20TNI"}},
      {"The quake struck [[this morning]].", kWritten, {"TIME 2019-05-22TMO"}},
      {"The quake struck [[last night]].", kWritten, {"TIME 2019-05-21TNI"}},
      {"The quake struck [[yesterday afternoon]].", kWritten, {"TIME 2019-05-21TAF"}},
      {"The quake struck at [[17:45:10]] sharp.", kWritten, {"TIME 2019-05-22T17:45:10"}},
      {"The quake struck at [[5 p.m. EST, Nov. 6]].", "2019-11-10", {"TIME 2019-11-06T17:00"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

}  // namespace
}  // namespace crosscheck::testing
