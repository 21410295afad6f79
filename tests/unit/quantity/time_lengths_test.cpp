#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

constexpr std::string_view kWritten = "2019-05-22";

TEST(TimeLengths, Durations) {
  const TimeCase cases[] = {
      {"The strike lasted [[three weeks]].", kWritten, {"DURATION P3W -"}},
      {"The strike lasted [[a year and a half]].", kWritten, {"DURATION P1Y6M"}},
      {"The strike lasted [[two and a half years]].", kWritten, {"DURATION P2Y6M"}},
      {"The strike lasted [[2 1/2 years]].", kWritten, {"DURATION P2Y6M"}},
      {"The strike lasted [[half an hour]].", kWritten, {"DURATION PT30M"}},
      {"The strike lasted [[1 hour and 30 minutes]].", kWritten, {"DURATION PT1H30M"}},
      {"The strike lasted [[nearly two years]].", kWritten, {"DURATION P2Y"}},
      {"The strike lasted [[more than four hours]].", kWritten, {"DURATION PT4H"}},
      {"The strike lasted [[at least 30 days]].", kWritten, {"DURATION P30D"}},
      {"The strike lasted [[a few minutes]].", kWritten, {"DURATION PTXM"}},
      {"The strike lasted [[several months]].", kWritten, {"DURATION PXM"}},
      {"The strike lasted for [[years]].", kWritten, {"DURATION PXY"}},
      {"The strike lasted [[a couple of weeks]].", kWritten, {"DURATION P2W"}},
      {"The strike lasted [[twenty-one days]].", kWritten, {"DURATION P21D"}},
      {"The strike lasted [[two decades]].", kWritten, {"DURATION P20Y"}},
      {"The strike lasted [[a fortnight]].", kWritten, {"DURATION P2W"}},
      {"The strike lasted [[two to three weeks]].", kWritten, {"DURATION P2W"}},
      {"The strike lasted [[two nights]].", kWritten, {"DURATION P2D"}},
      {"It has a [[five-year]] plan.", kWritten, {"DURATION P5Y"}},
      {"It sold [[10-year]] bonds.", kWritten, {"DURATION P10Y"}},
      {"Sales fell in [[the past three months]].", kWritten, {"DURATION P3M"}},
      {"Sales will fall over [[the next few years]].", kWritten, {"DURATION PXY"}},
      {"Sales fell for [[the first nine months]].", kWritten, {"DURATION P9M"}},
      {"Sales fell in [[recent months]].", kWritten, {"DURATION PXM"}},
      {"Sales fell in [[the year]] ended [[June 30]].",
       kWritten,
       {"DURATION P1Y", "DATE 2018-06-30"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

TEST(TimeLengths, Repetitions) {
  const TimeCase cases[] = {
      {"They meet [[every Monday]].", kWritten, {"SET XXXX-WXX-1 -"}},
      {"They meet on [[Tuesdays]].", kWritten, {"SET XXXX-WXX-2"}},
      {"They meet on [[Tuesday nights]].", kWritten, {"SET XXXX-WXX-2TNI"}},
      {"They meet [[every other Friday]].", kWritten, {"SET XXXX-WXX-5"}},
      {"They meet [[every two weeks]].", kWritten, {"SET P2W"}},
      {"They meet [[each July]].", kWritten, {"SET XXXX-07"}},
      {"They meet [[every summer]].", kWritten, {"SET XXXX-SU"}},
      {"They meet [[every weekend]].", kWritten, {"SET XXXX-WXX-WE"}},
      {"They meet [[annually]].", kWritten, {"SET P1Y"}},
      {"They meet [[daily]].", kWritten, {"SET P1D"}},
      {"They meet [[once a week]].", kWritten, {"SET P1W"}},
      {"They work [[24 hours a day]].", kWritten, {"SET P1D"}},
      {"They meet [[three times a month]].", kWritten, {"SET P1M"}},
      {"They meet on [[the 19th of every month]].", kWritten, {"SET XXXX-XX-19"}},
      {"They meet [[every 25 December]].", kWritten, {"SET XXXX-12-25"}},
  };
  for (const TimeCase& c : cases) ExpectTimes(c);
}

}  // namespace
}  // namespace crosscheck::testing
