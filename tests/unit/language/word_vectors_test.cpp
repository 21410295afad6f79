#include "core/language/word_vectors.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(WordVectors, Cosine) {
  const auto model = ModelFile::Load(CROSSCHECK_SOURCE_DIR "/core/language/english.model");
  if (!model.ok()) GTEST_SKIP() << "no model";
  const auto vectors = WordVectors::Load(*model);
  ASSERT_TRUE(vectors.ok()) << vectors.error().message;
  if ((*vectors).size() == 0) GTEST_SKIP() << "the model has no vectors";
  const auto cosine = [&](std::string_view a, std::string_view b) {
    return (*vectors).Cosine(a, b);
  };
  ASSERT_TRUE(cosine("monday", "tuesday").has_value());
  EXPECT_NEAR(*cosine("bank", "bank"), 1.0, 1e-12);
  EXPECT_DOUBLE_EQ(*cosine("bank", "money"), *cosine("money", "bank"));
  EXPECT_DOUBLE_EQ(*cosine("Bank", "money"), *cosine("bank", "money"));
  EXPECT_GT(*cosine("monday", "tuesday"), 0.8);
  EXPECT_GT(*cosine("buy", "purchase"), *cosine("buy", "cloud"));
  EXPECT_FALSE(cosine("qqqqzz", "bank").has_value());
  EXPECT_FALSE(cosine("", "bank").has_value());
}

}  // namespace
}  // namespace crosscheck
