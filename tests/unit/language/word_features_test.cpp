#include "core/language/word_features.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

std::string Utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) AppendUtf8(c, &bytes);
  return bytes;
}

TEST(WordFeatures, NormaliseLowerAndShape) {
  struct Case {
    const char *form, *normal, *lower, *shape;
  };
  const Case cases[] = {
      // form          normal        lower         shape
      {"McDonald’s", "McDonald's", "mcdonald's", "XxXxx'x"},
      {"“", "\"", "\"", "\""},
      {"''", "\"", "\"", "\""},
      {"—", "--", "--", "--"},
      {"…", "...", "...", ".."},
      {"-LRB-", "(", "(", "("},
      {"1970s", "1970s", "1970s", "ddddx"},
      {"3,200,000", "3,200,000", "3,200,000", "d,ddd,ddd"},
      {"NASA", "NASA", "nasa", "XX"},
      {"Östersund", "Östersund", "östersund", "Xxx"},
      {"ŁÓDŹ", "ŁÓDŹ", "łódź", "XX"},
      {"🙂", "🙂", "🙂", "E"},
      {"", "", "", ""},
  };
  for (const Case& c : cases) {
    const std::u32string normal = NormaliseForm(c.form);
    EXPECT_EQ(Utf8(normal), c.normal) << c.form;
    EXPECT_EQ(Utf8(LowerForm(normal)), c.lower) << c.form;
    EXPECT_EQ(Utf8(ShapeOf(normal)), c.shape) << c.form;
  }
}

TEST(WordFeatures, CaseIsOnlyInTheShape) {
  const WordFeatures small = FeaturesOf("berlin"), large = FeaturesOf("BERLIN");
  EXPECT_EQ(small.word_key, large.word_key);
  EXPECT_EQ(small.vector_key, large.vector_key);
  EXPECT_NE(small.hashed.back(), large.hashed.back());
  EXPECT_TRUE(std::equal(small.hashed.begin(), small.hashed.end() - 1, large.hashed.begin()));
}

TEST(WordFeatures, DigitsAreOneInWordsButNotInVectors) {
  EXPECT_EQ(FeaturesOf("1987").word_key, FeaturesOf("2024").word_key);
  EXPECT_NE(FeaturesOf("1987").vector_key, FeaturesOf("2024").vector_key);
}

// FNV-1a of the seed byte 8 and "the", by tools/language/features.py.
TEST(WordFeatures, HashesAreThoseOfTraining) {
  EXPECT_EQ(FeaturesOf("The").word_key, 0x615a8dc0175b5152u);
}

TEST(WordFeatures, BrokenUtf8IsRead) {
  EXPECT_EQ(NormaliseForm("a\xff").size(), 2u);
  EXPECT_NO_FATAL_FAILURE(FeaturesOf("\xe2\x80"));
}

}  // namespace
}  // namespace crosscheck
