#include "core/language/name_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kLabels[] = {"O", "B-PER", "I-PER", "L-PER", "U-PER", "B-ORG", "L-ORG"};

NameDecoder Decoder() { return *NameDecoder::Make(kLabels); }

// Scores that give each word one label, a little.
std::vector<float> Wish(const std::vector<size_t>& labels) {
  std::vector<float> scores(labels.size() * std::size(kLabels), 0.0f);
  for (size_t w = 0; w < labels.size(); ++w) scores[w * std::size(kLabels) + labels[w]] = 1.0f;
  return scores;
}

TEST(NameDecoder, TakesWhatFits) {
  EXPECT_THAT(Decoder().Best(Wish({0, 1, 2, 3, 4}), 5, std::size(kLabels)),
              ElementsAre(0, 1, 2, 3, 4));
}

TEST(NameDecoder, EveryNameThatBeginsEnds) {
  std::vector<float> scores = Wish({1, 3, 2});
  scores[2] = 0.5f;  // the first word as I-PER: may not begin a sentence
  const auto labels = Decoder().Best(scores, 3, std::size(kLabels));
  EXPECT_THAT(labels, ElementsAre(1, 3, 0)) << "the open I-PER at the end falls";
}

TEST(NameDecoder, ANameHasOneType) {
  const auto labels = Decoder().Best(Wish({1, 6}), 2, std::size(kLabels));
  const auto spans = Decoder().Spans(labels, 0);
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(spans[0].last - spans[0].first, 2u);
}

TEST(NameDecoder, SpansCountFromTheFirstToken) {
  const std::vector<uint32_t> labels = {4, 0, 5, 6};
  const auto spans = Decoder().Spans(labels, 10);
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[0].first, 10u);
  EXPECT_EQ(spans[0].last, 11u);
  EXPECT_EQ(spans[0].type, NameType::kPerson);
  EXPECT_EQ(spans[1].first, 12u);
  EXPECT_EQ(spans[1].last, 14u);
  EXPECT_EQ(spans[1].type, NameType::kOrganization);
}

TEST(NameDecoder, OfNoWords) { EXPECT_TRUE(Decoder().Best({}, 0, std::size(kLabels)).empty()); }

TEST(NameDecoder, RefusesOtherLabels) {
  EXPECT_THAT(NameDecoder::Make(std::vector<std::string_view>{"O", "B-DOG"}).error().message,
              HasSubstr("B-DOG"));
  EXPECT_FALSE(NameDecoder::Make(std::vector<std::string_view>{"B-PER"}).ok());
}

}  // namespace
}  // namespace crosscheck
