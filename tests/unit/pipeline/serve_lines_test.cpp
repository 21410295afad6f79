#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <thread>

#include "core/pipeline/json_lines.h"

namespace crosscheck {
namespace {

// Slower for early lines, so that later answers are ready first.
LineAnswer Echo(std::string_view line) {
  const int number = std::stoi(std::string(line));
  std::this_thread::sleep_for(std::chrono::microseconds(number % 7 == 0 ? 400 : 10));
  return {std::string(line), number == 13};
}

std::string Numbers(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::to_string(i) + "\n";
  return text;
}

TEST(ServeLines, KeepsTheOrderOnAnyNumberOfThreads) {
  for (const unsigned threads : {1u, 2u, 5u}) {
    std::istringstream in(Numbers(200));
    std::ostringstream out;
    EXPECT_EQ(ServeLines(in, out, threads, Echo), 3);
    EXPECT_EQ(out.str(), Numbers(200)) << threads;
  }
}

TEST(ServeLines, AnswersALineWithoutItsBreak) {
  std::istringstream in("1\n2");
  std::ostringstream out;
  EXPECT_EQ(ServeLines(in, out, 2, Echo), 0);
  EXPECT_EQ(out.str(), "1\n2\n");
}

TEST(ParseLayers, NamesTheNearest) {
  EXPECT_EQ(ParseLayers("figures,times")->size(), 2u);
  EXPECT_TRUE(ParseLayers("")->empty());
  const auto wrong = ParseLayers("figure");
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().message, "there is no layer \"figure\"; did you mean \"figures\"?");
}

}  // namespace
}  // namespace crosscheck
