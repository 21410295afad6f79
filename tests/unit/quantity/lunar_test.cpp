#include "core/quantity/lunar.h"

#include <gtest/gtest.h>

#include "core/quantity/calendar.h"

namespace crosscheck {
namespace {

std::string Told(int64_t day) { return ToString(CivilFromDays(day)); }

TEST(Lunar, HebrewDaysAreExact) {
  struct Row {
    int year;
    HebrewMonth month;
    int day;
    std::string_view expected;
  };
  const Row rows[] = {
      {2023, HebrewMonth::kTishri, 1, "2023-09-16"},  {2024, HebrewMonth::kTishri, 1, "2024-10-03"},
      {2025, HebrewMonth::kTishri, 10, "2025-10-02"}, {2024, HebrewMonth::kNisan, 15, "2024-04-23"},
      {2025, HebrewMonth::kNisan, 15, "2025-04-13"},  {2019, HebrewMonth::kNisan, 15, "2019-04-20"},
      {2024, HebrewMonth::kAdar, 14, "2024-03-24"},   {2022, HebrewMonth::kKislev, 25, "2022-12-19"},
      {2024, HebrewMonth::kKislev, 25, "2024-12-26"}, {2024, HebrewMonth::kShevat, 15, "2024-01-25"},
      {2025, HebrewMonth::kSivan, 6, "2025-06-02"},   {2024, HebrewMonth::kAv, 9, "2024-08-13"},
      {2025, HebrewMonth::kTevet, 10, "2025-01-10"},  {1948, HebrewMonth::kIyar, 5, "1948-05-14"},
  };
  for (const Row& row : rows) EXPECT_EQ(Told(HebrewDay(row.year, row.month, row.day)), row.expected);
  EXPECT_EQ(ToHebrewMonth("nisan"), HebrewMonth::kNisan);
  EXPECT_EQ(ToHebrewMonth("may"), HebrewMonth::kCount);
}

TEST(Lunar, IslamicDaysAreNear) {
  struct Row {
    int year, month, day;
    Date observed;
  };
  const Row rows[] = {
      {2022, 10, 1, {2022, 5, 2}},  {2023, 9, 1, {2023, 3, 23}},  {2024, 9, 1, {2024, 3, 11}},
      {2024, 10, 1, {2024, 4, 10}}, {2024, 12, 10, {2024, 6, 16}}, {2025, 10, 1, {2025, 3, 30}},
      {2025, 12, 10, {2025, 6, 6}}, {2019, 10, 1, {2019, 6, 4}},
  };
  for (const Row& row : rows) {
    const int64_t off = IslamicDay(row.year, row.month, row.day) - DaysFromCivil(row.observed);
    EXPECT_LE(off < 0 ? -off : off, 1) << ToString(row.observed);
  }
}

TEST(Lunar, ChineseDaysAreExact) {
  struct Row {
    int year, month, day;
    std::string_view expected;
  };
  const Row rows[] = {
      {2020, 1, 1, "2020-01-25"}, {2021, 1, 1, "2021-02-12"},  {2022, 1, 1, "2022-02-01"},  {2023, 1, 1, "2023-01-22"},
      {2024, 1, 1, "2024-02-10"}, {2025, 1, 1, "2025-01-29"},  {2026, 1, 1, "2026-02-17"},  {1985, 1, 1, "1985-02-20"},
      {2024, 5, 5, "2024-06-10"}, {2023, 8, 15, "2023-09-29"}, {2025, 8, 15, "2025-10-06"}, {2020, 5, 5, "2020-06-25"},
      {2023, 9, 9, "2023-10-23"},
  };
  for (const Row& row : rows) EXPECT_EQ(Told(ChineseDay(row.year, row.month, row.day)), row.expected);
}

TEST(Lunar, MoonsAreNear) {
  // Diwali, the day before the new moon; Holi, the day after the full one.
  for (const Date kept : {Date{2019, 10, 27}, Date{2020, 11, 14}, Date{2021, 11, 4}, Date{2022, 10, 24}, Date{2023, 11, 12}, Date{2025, 10, 20}}) {
    EXPECT_EQ(Told(MoonDay(DaysFromCivil({kept.year, 10, 18}), false) - 1), ToString(kept));
  }
  for (const Date kept : {Date{2021, 3, 29}, Date{2022, 3, 18}, Date{2023, 3, 8}, Date{2024, 3, 25}, Date{2025, 3, 14}}) {
    const int64_t off = MoonDay(DaysFromCivil({kept.year, 2, 27}), true) + 1 - DaysFromCivil(kept);
    EXPECT_LE(off < 0 ? -off : off, 1) << ToString(kept);
  }
}

}  // namespace
}  // namespace crosscheck
