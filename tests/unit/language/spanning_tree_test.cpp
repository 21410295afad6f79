#include "core/language/spanning_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace crosscheck {
namespace {

using ::testing::ElementsAre;

double Sum(const std::vector<float>& scores, size_t size, const std::vector<int32_t>& heads) {
  double sum = 0;
  for (size_t d = 1; d <= size; ++d)
    sum += scores[(d - 1) * (size + 1) + static_cast<size_t>(heads[d])];
  return sum;
}

// The best tree by trying all.
double BestByHand(const std::vector<float>& scores, size_t size) {
  std::vector<int32_t> heads(size + 1, 0);
  double best = -1e9;
  for (;;) {
    if (IsTree(heads)) best = std::max(best, Sum(scores, size, heads));
    size_t d = 1;
    while (d <= size && heads[d] == static_cast<int32_t>(size)) heads[d++] = 0;
    if (d > size) return best;
    ++heads[d];
  }
}

TEST(SpanningTree, KnowsTrees) {
  EXPECT_TRUE(IsTree(std::vector<int32_t>{0, 2, 0, 2}));
  EXPECT_FALSE(IsTree(std::vector<int32_t>{0, 0, 0})) << "two roots";
  EXPECT_FALSE(IsTree(std::vector<int32_t>{0, 0, 3, 2})) << "a cycle";
  EXPECT_FALSE(IsTree(std::vector<int32_t>{0, 2, 1})) << "no root";
}

TEST(SpanningTree, OfNothingAndOfOneWord) {
  EXPECT_THAT(BestTree({}, 0, 1), ElementsAre(0));
  EXPECT_THAT(BestTree(std::vector<float>{-5, 9}, 1, 2), ElementsAre(0, 0));
}

TEST(SpanningTree, BreaksACycle) {
  // Words 1 and 2 like each other best; the root prefers word 2.
  const std::vector<float> scores = {1, 0, 9,  //
                                     4, 9, 0};
  EXPECT_THAT(BestTree(scores, 2, 3), ElementsAre(0, 2, 0));
}

TEST(SpanningTree, HasOneRootEvenIfTwoScoreMore) {
  const std::vector<float> scores = {9, 0, 1,  //
                                     8, 1, 0};
  EXPECT_THAT(BestTree(scores, 2, 3), ElementsAre(0, 0, 1));
}

TEST(SpanningTree, IsTheBestOfAllTrees) {
  std::mt19937 random(3);
  for (int round = 0; round < 400; ++round) {
    const size_t size = 1 + static_cast<size_t>(round) % 5;
    std::vector<float> scores(size * (size + 1));
    // Few different values make ties, wide ones make cycles.
    for (float& score : scores) score = static_cast<float>(random() % (round % 2 == 0 ? 5 : 1000));
    const std::vector<int32_t> heads = BestTree(scores, size, size + 1);
    ASSERT_TRUE(IsTree(heads)) << round;
    ASSERT_DOUBLE_EQ(Sum(scores, size, heads), BestByHand(scores, size)) << round;
  }
}

TEST(SpanningTree, LongSentencesOfCycles) {
  // Each pair of words prefers itself, pairs of pairs come second, and so on.
  constexpr size_t kSize = 256;
  std::vector<float> scores(kSize * (kSize + 1));
  for (size_t d = 0; d < kSize; ++d) {
    for (size_t h = 0; h < kSize; ++h) {
      size_t level = 0;
      while ((d >> level) != (h >> level)) ++level;
      scores[d * (kSize + 1) + h + 1] = 100.0f - static_cast<float>(level);
    }
  }
  EXPECT_TRUE(IsTree(BestTree(scores, kSize, kSize + 1)));
}

// Each word prefers the one before, the first two each other: every cycle that is
// contracted makes the next one. A cubic algorithm takes minutes here.
TEST(SpanningTree, ChainsOfCyclesTakeNoLonger) {
  constexpr size_t kSize = 3000;
  std::vector<float> scores(kSize * (kSize + 1), 0.0f);
  const auto at = [&](size_t d, size_t h) -> float& { return scores[(d - 1) * (kSize + 1) + h]; };
  for (size_t d = 2; d <= kSize; ++d) at(d, d - 1) = 1000;
  for (size_t d = 1; d < kSize; ++d) at(d, d + 1) = 900.0f - static_cast<float>(d) / 8;
  const std::vector<int32_t> heads = BestTree(scores, kSize, kSize + 1);
  EXPECT_TRUE(IsTree(heads));
  EXPECT_EQ(heads[1], 0);
  for (size_t d = 2; d <= kSize; ++d) EXPECT_EQ(heads[d], static_cast<int32_t>(d - 1));
}

}  // namespace
}  // namespace crosscheck
