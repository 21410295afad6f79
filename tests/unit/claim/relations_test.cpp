#include "core/claim/relations.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crosscheck {
namespace {

const RelationLexicon& Lexicon() {
  static const RelationLexicon lexicon = [] {
    Diagnostics diagnostics;
    RelationLexicon loaded =
        RelationLexicon::Load(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon", &diagnostics);
    for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
    return loaded;
  }();
  return lexicon;
}

TEST(Relations, ClassesWordsAndPhrases) {
  EXPECT_EQ(Lexicon().OfVerb("purchase"), "buy");
  EXPECT_EQ(Lexicon().OfVerb("take", "over"), "buy");
  EXPECT_EQ(Lexicon().OfVerb("frobnicate"), "frobnicate");
  EXPECT_EQ(Lexicon().OfNoun("acquisition"), "buy");
  EXPECT_EQ(Lexicon().OfNoun("table"), "");
}

TEST(Relations, OppositesAreSymmetric) {
  const std::pair<const char*, const char*> pairs[] = {
      {"approve", "reject"}, {"rise", "fall"}, {"open", "close"}, {"support", "oppose"}};
  for (const auto& [a, b] : pairs) {
    EXPECT_TRUE(Lexicon().Opposed(a, b)) << a;
    EXPECT_TRUE(Lexicon().Opposed(b, a)) << b;
  }
  EXPECT_FALSE(Lexicon().Opposed("buy", "own"));
  EXPECT_TRUE(Lexicon().OppositeWords("soar", "plunge"));  // directions
  EXPECT_FALSE(Lexicon().OppositeWords("soar", "climb"));
}

TEST(Relations, GroupsAndEmbeddingVerbs) {
  const auto has = [](const char* word, const char* group) {
    return std::ranges::find(Lexicon().GroupsOf(word), group) != Lexicon().GroupsOf(word).end();
  };
  EXPECT_TRUE(has("red", "colour"));
  EXPECT_FALSE(has("monday", "colour"));
  EXPECT_TRUE(has("silver", "colour"));  // and a metal
  EXPECT_TRUE(has("silver", "metal"));
  EXPECT_TRUE(Lexicon().OppositeWords("near", "far from"));
  EXPECT_TRUE(Lexicon().Refutes("hoax"));
  EXPECT_TRUE(Lexicon().DeniesPlainly("not"));
  EXPECT_FALSE(Lexicon().Refutes("not"));
  EXPECT_TRUE(Lexicon().Withdraws("drops out"));
  EXPECT_TRUE(Lexicon().Way("up"));
  EXPECT_TRUE(Lexicon().Negates("refuse"));
  EXPECT_TRUE(Lexicon().Plans("aim"));
  EXPECT_TRUE(Lexicon().Compatible("man"));
}

}  // namespace
}  // namespace crosscheck
