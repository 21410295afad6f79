#include "core/quantity/calendar.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

int64_t Day(int year, int month, int day) { return DaysFromCivil({year, month, day}); }

TEST(Calendar, DaysAndBack) {
  EXPECT_EQ(Day(1970, 1, 1), 0);
  EXPECT_EQ(Day(2000, 3, 1), 11017);
  for (const int64_t day : {-800000, -1, 0, 365, 19000, 100000})
    EXPECT_EQ(DaysFromCivil(CivilFromDays(day)), day);
}

TEST(Calendar, WeekdaysAndIsoWeeks) {
  EXPECT_EQ(WeekdayOf(Day(2025, 5, 27)), 2);
  EXPECT_EQ(WeekdayOf(Day(1969, 12, 28)), 7);
  struct Row {
    Date date;
    int year, week;
  };
  for (const Row& row : {Row{{2005, 1, 1}, 2004, 53}, Row{{2008, 12, 29}, 2009, 1},
                         Row{{2010, 1, 3}, 2009, 53}, Row{{2016, 7, 25}, 2016, 30}}) {
    const IsoWeek week = IsoWeekOf(DaysFromCivil(row.date));
    EXPECT_EQ(week.year, row.year) << ToString(row.date);
    EXPECT_EQ(week.week, row.week) << ToString(row.date);
    const int64_t monday = MondayOf(week);
    EXPECT_EQ(WeekdayOf(monday), 1);
    EXPECT_LE(monday, DaysFromCivil(row.date));
    EXPECT_GT(monday + 7, DaysFromCivil(row.date));
  }
}

TEST(Calendar, MonthsAreCutToTheirLength) {
  EXPECT_EQ(AddMonths({2019, 1, 31}, 1), (Date{2019, 2, 28}));
  EXPECT_EQ(AddMonths({2020, 1, 31}, 1), (Date{2020, 2, 29}));
  EXPECT_EQ(AddMonths({2020, 1, 15}, -13), (Date{2018, 12, 15}));
  EXPECT_TRUE(ValidDate(2020, 2, 29));
  EXPECT_FALSE(ValidDate(2021, 2, 29));
  EXPECT_FALSE(ValidDate(2021, 13, 1));
}

TEST(Calendar, Periods) {
  struct Row {
    Granularity granularity;
    int64_t shift;
    Date start, end;
  };
  const Row rows[] = {
      {Granularity::kDay, 1, {2019, 5, 23}, {2019, 5, 24}},
      {Granularity::kWeek, 0, {2019, 5, 20}, {2019, 5, 27}},
      {Granularity::kMonth, -1, {2019, 4, 1}, {2019, 5, 1}},
      {Granularity::kQuarter, 0, {2019, 4, 1}, {2019, 7, 1}},
      {Granularity::kHalf, 1, {2019, 7, 1}, {2020, 1, 1}},
      {Granularity::kSeason, -1, {2018, 12, 1}, {2019, 3, 1}},
      {Granularity::kYear, 0, {2019, 1, 1}, {2020, 1, 1}},
      {Granularity::kDecade, -1, {2000, 1, 1}, {2010, 1, 1}},
      {Granularity::kCentury, 0, {2000, 1, 1}, {2100, 1, 1}},
  };
  for (const Row& row : rows) {
    const DayInterval days = ShiftPeriod(row.granularity, Day(2019, 5, 22), row.shift);
    EXPECT_EQ(CivilFromDays(*days.start), row.start);
    EXPECT_EQ(CivilFromDays(*days.end), row.end);
  }
}

TEST(Calendar, MovableFeasts) {
  EXPECT_EQ(CivilFromDays(EasterSunday(2018)), (Date{2018, 4, 1}));
  EXPECT_EQ(CivilFromDays(EasterSunday(2019)), (Date{2019, 4, 21}));
  EXPECT_EQ(CivilFromDays(EasterSunday(2038)), (Date{2038, 4, 25}));
  EXPECT_EQ(CivilFromDays(OrthodoxEaster(2021)), (Date{2021, 5, 2}));
  EXPECT_EQ(CivilFromDays(OrthodoxEaster(2024)), (Date{2024, 5, 5}));
  EXPECT_EQ(CivilFromDays(NthWeekday(2023, 11, 4, 4)), (Date{2023, 11, 23}));
  EXPECT_EQ(CivilFromDays(NthWeekday(2022, 5, 1, -1)), (Date{2022, 5, 30}));
}

TimeExpression Between(Date start, Date end) {
  TimeExpression time;
  time.days = {DaysFromCivil(start), DaysFromCivil(end)};
  return time;
}

TEST(TimeAlgebra, ThreeValued) {
  const TimeExpression year = Between({2019, 1, 1}, {2020, 1, 1});
  const TimeExpression may = Between({2019, 5, 1}, {2019, 6, 1});
  const TimeExpression next = Between({2020, 1, 1}, {2021, 1, 1});
  const TimeExpression unknown;
  EXPECT_EQ(Overlap(year, may), true);
  EXPECT_EQ(Overlap(year, next), false);  // half-open: the new year belongs to one only
  EXPECT_EQ(Overlap(year, unknown), std::nullopt);
  EXPECT_EQ(Contains(year, may), true);
  EXPECT_EQ(Contains(may, year), false);
  EXPECT_EQ(Contains(year, next), false);
  EXPECT_EQ(Contains(unknown, may), std::nullopt);
  EXPECT_EQ(Before(year, next), true);
  EXPECT_EQ(Before(next, year), false);
  EXPECT_EQ(Before(year, may), false);
  EXPECT_EQ(Before(may, unknown), std::nullopt);
  TimeExpression since_year = year;  // "since 2019"
  since_year.since = true;
  EXPECT_EQ(Overlap(since_year, next), std::nullopt);
  EXPECT_EQ(Overlap(since_year, Between({2018, 1, 1}, {2019, 1, 1})), false);
  TimeExpression by_year = next;  // "by 2020"
  by_year.deadline = true;
  EXPECT_EQ(Overlap(by_year, may), std::nullopt);
  EXPECT_EQ(Overlap(by_year, Between({2022, 1, 1}, {2023, 1, 1})), false);
  TimeExpression since;  // open towards the future
  since.days.start = DaysFromCivil({2019, 6, 1});
  EXPECT_EQ(Overlap(may, since), false);
  EXPECT_EQ(Overlap(year, since), std::nullopt);
}

}  // namespace
}  // namespace crosscheck
