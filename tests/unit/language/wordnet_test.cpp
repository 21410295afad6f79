#include "core/language/wordnet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <thread>
#include <vector>

#include "core/language/wordnet_files.h"

namespace crosscheck {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class WordNetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (wordnet_.empty()) GTEST_SKIP() << "WordNet 3.0 (wordnet-base) is not installed";
  }
  WordNet wordnet_ = WordNet::Open("/usr/share/wordnet", nullptr);
};

TEST(WordNetMissing, IsEmptyAndSaid) {
  Diagnostics diagnostics;
  const WordNet none = WordNet::Open("/nonexistent/wordnet", &diagnostics);
  EXPECT_TRUE(none.empty());
  ASSERT_THAT(diagnostics, SizeIs(1));
  EXPECT_EQ(diagnostics[0].code, "wordnet.missing");
  EXPECT_EQ(diagnostics[0].level, DiagnosticLevel::kWarning);
  EXPECT_THAT(none.Synsets("rise", WordPos::kVerb), IsEmpty());
  EXPECT_THAT(none.Antonyms("rise", WordPos::kVerb), IsEmpty());
  EXPECT_THAT(none.BaseForms("rises", WordPos::kVerb), IsEmpty());
  EXPECT_FALSE(none.IsHyponymOf("dog", "animal", WordPos::kNoun));
  EXPECT_FALSE(none.IsPartOf("Munich", "Germany"));
}

TEST_F(WordNetTest, FindsMeaningsInOrderOfFrequency) {
  const auto senses = wordnet_.Synsets("bank", WordPos::kNoun);
  ASSERT_THAT(senses, SizeIs(10));
  EXPECT_THAT(wordnet_.Gloss(senses[0]), ::testing::HasSubstr("sloping land"));
  EXPECT_THAT(wordnet_.Words(senses[1]), Contains("depository financial institution"));
  EXPECT_THAT(wordnet_.Synsets("bank", WordPos::kNoun, 2), SizeIs(2));
  EXPECT_TRUE(wordnet_.Knows("Fall Back", WordPos::kVerb));
  for (const char* unknown : {"", " ", "zzzzzz", "a b c d", "qq", "\xff"}) {
    EXPECT_FALSE(wordnet_.Knows(unknown, WordPos::kNoun)) << unknown;
  }
}

TEST_F(WordNetTest, FirstAndLastLemmasAreFound) {
  EXPECT_TRUE(wordnet_.Knows("'hood", WordPos::kNoun));
  EXPECT_TRUE(wordnet_.Knows("zygote", WordPos::kNoun));
  EXPECT_TRUE(wordnet_.Knows("abandon", WordPos::kVerb));
  EXPECT_TRUE(wordnet_.Knows("zoom", WordPos::kVerb));
}

TEST_F(WordNetTest, Synonyms) {
  EXPECT_THAT(wordnet_.Synonyms("buy", WordPos::kVerb, 1), Contains("purchase"));
  EXPECT_THAT(wordnet_.Synonyms("buy", WordPos::kVerb), Not(Contains("buy")));
  EXPECT_TRUE(wordnet_.AreSynonyms("purchase", "buy", WordPos::kVerb, 1));
  EXPECT_FALSE(wordnet_.AreSynonyms("sell", "buy", WordPos::kVerb));
}

TEST_F(WordNetTest, AntonymsBelongToTheWordNotToItsSynonyms) {
  EXPECT_THAT(wordnet_.Antonyms("rise", WordPos::kVerb), Contains("fall"));
  EXPECT_THAT(wordnet_.Antonyms("hot", WordPos::kAdjective), Contains("cold"));
  EXPECT_THAT(wordnet_.Antonyms("scorching", WordPos::kAdjective), IsEmpty());
  EXPECT_THAT(wordnet_.IndirectAntonyms("scorching", WordPos::kAdjective), Contains("cold"));
  EXPECT_THAT(wordnet_.IndirectAntonyms("hot", WordPos::kAdjective), Contains("cold"));
}

TEST_F(WordNetTest, AdjectivesOfNearlyTheSameMeaning) {
  const auto also = [&](std::string_view word) {
    std::vector<std::string> words;
    for (const SynsetId synset : wordnet_.Synsets(word, WordPos::kAdjective, 1)) {
      for (const SynsetId other : wordnet_.AlsoSee(synset)) std::ranges::copy(wordnet_.Words(other), std::back_inserter(words));
    }
    return words;
  };
  EXPECT_THAT(also("happy"), Contains("joyful"));
  EXPECT_THAT(also("happy"), Not(Contains("unhappy")));
  EXPECT_THAT(also("plastic"), Not(Contains("wooden")));
}

TEST_F(WordNetTest, DerivedForms) {
  EXPECT_THAT(wordnet_.DerivedForms("acquire", WordPos::kVerb),
              Contains(LemmaPos{"acquisition", WordPos::kNoun}));
  EXPECT_THAT(wordnet_.DerivedForms("sharply", WordPos::kAdverb),
              Contains(LemmaPos{"sharp", WordPos::kAdjective}));
  EXPECT_THAT(wordnet_.DerivedForms("German", WordPos::kAdjective),
              Contains(LemmaPos{"Germany", WordPos::kNoun}));
}

TEST_F(WordNetTest, Hypernyms) {
  const auto dog = wordnet_.Synsets("dog", WordPos::kNoun, 1);
  const auto above = wordnet_.Hypernyms(dog[0]);
  ASSERT_GT(above.size(), 5u);
  EXPECT_EQ(above[0], (SynsetAt{dog[0], 0}));
  EXPECT_TRUE(std::ranges::is_sorted(above, {}, &SynsetAt::depth));
  EXPECT_TRUE(wordnet_.IsHyponymOf("dog", "animal", WordPos::kNoun, 1));
  EXPECT_FALSE(wordnet_.IsHyponymOf("animal", "dog", WordPos::kNoun, 1));
  EXPECT_TRUE(wordnet_.IsHyponymOf("Paris", "city", WordPos::kNoun));
}

TEST_F(WordNetTest, SistersAndParts) {
  EXPECT_TRUE(wordnet_.AreSisters("monday", "tuesday", WordPos::kNoun));
  EXPECT_FALSE(wordnet_.AreSisters("monday", "monday", WordPos::kNoun));
  EXPECT_THAT(wordnet_.SisterTerms("monday", WordPos::kNoun), Contains("Tuesday"));
  EXPECT_TRUE(wordnet_.IsPartOf("Munich", "Germany"));
  EXPECT_TRUE(wordnet_.IsPartOf("Munich", "Europe"));
  EXPECT_FALSE(wordnet_.IsPartOf("Germany", "Munich"));
}

TEST_F(WordNetTest, BaseForms) {
  EXPECT_THAT(wordnet_.BaseForms("bought", WordPos::kVerb), Contains("buy"));
  EXPECT_THAT(wordnet_.BaseForms("rising", WordPos::kVerb), Contains("rise"));
  EXPECT_THAT(wordnet_.BaseForms("companies", WordPos::kNoun), Contains("company"));
  EXPECT_THAT(wordnet_.BaseForms("qqqs", WordPos::kNoun), IsEmpty());
}

TEST_F(WordNetTest, AnswersAreTheSameForAnyThread) {
  const std::vector<std::string> words = {"rise", "fall", "run",   "set",
                                          "take", "make", "break", "go"};
  std::vector<std::vector<std::string>> expected, answers(8 * words.size());
  for (const auto& word : words) expected.push_back(wordnet_.SisterTerms(word, WordPos::kVerb));
  std::vector<std::jthread> threads;
  for (size_t t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < words.size(); ++i) {
        answers[t * words.size() + i] = wordnet_.SisterTerms(words[i], WordPos::kVerb);
      }
    });
  }
  threads.clear();
  for (size_t i = 0; i < answers.size(); ++i) EXPECT_EQ(answers[i], expected[i % words.size()]);
}

TEST(WordNetFiles, FindsLinesByHalves) {
  constexpr std::string_view kBytes = "  1 licence\n  2 text\nant n 1\nbee n 2\ncat\nemu n 4\n";
  EXPECT_EQ(wordnet::FindLine(kBytes, "ant"), "ant n 1");
  EXPECT_EQ(wordnet::FindLine(kBytes, "bee"), "bee n 2");
  EXPECT_EQ(wordnet::FindLine(kBytes, "cat"), "cat");
  EXPECT_EQ(wordnet::FindLine(kBytes, "emu"), "emu n 4");
  for (const char* missing : {"", "a", "dog", "zoo", "be", "bees"})
    EXPECT_EQ(wordnet::FindLine(kBytes, missing), "");
  EXPECT_EQ(wordnet::FindLine("", "ant"), "");
}

TEST(WordNetFiles, NonsenseGivesNothing) {
  for (const char* line : {"", "\n", "00000000", "00000000 03 n zz dog 0 001 @",
                           "00000000 03 n 01 dog 0 999 @ 1 n", "99999999 03 n 01 dog 0 000 | x"}) {
    const wordnet::Record record = wordnet::ReadRecord(line, 0);
    EXPECT_THAT(record.pointers, IsEmpty()) << line;
  }
  EXPECT_THAT(wordnet::ReadRecord("abc", 77).words, IsEmpty());
  EXPECT_THAT(wordnet::Offsets("dog n 9999999 x"), IsEmpty());
}

}  // namespace
}  // namespace crosscheck
