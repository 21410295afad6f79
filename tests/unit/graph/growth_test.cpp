// What keeps a large corpus linear: stories and candidates for quotations.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/graph/quote_candidates.h"
#include "core/graph/stories.h"
#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReading;

std::vector<uint32_t> StoriesOf(const std::vector<std::string>& texts) {
  std::vector<std::unique_ptr<TextReading>> owned;
  std::vector<const Reading*> readings;
  for (const std::string& text : texts) {
    owned.push_back(std::make_unique<TextReading>(Read(text)));
    readings.push_back(&owned.back()->reading);
  }
  return FindStories(readings);
}

TEST(Stories, AHandfulOfTextsIsOne) {
  const std::vector<uint32_t> stories = StoriesOf({"Jo Berg sold the Hull yard.", "It rained in Lyon."});
  EXPECT_EQ(stories, (std::vector<uint32_t>{0, 0}));
}

TEST(Stories, TwoRareNamesJoinTexts) {
  std::vector<std::string> texts;
  for (int i = 0; i < 45; ++i) texts.push_back("The ferry was late again on Monday.");
  texts[3] = "Maria Thornbury sold the yard in Grimsby.";
  texts[9] = "The yard in Grimsby now belongs to Anna Quill.";
  texts[20] = "Maria Thornbury came back to Grimsby.";
  const std::vector<uint32_t> stories = StoriesOf(texts);
  EXPECT_EQ(stories[20], stories[3]);
  EXPECT_NE(stories[9], stories[3]);  // one name in common
  EXPECT_NE(stories[1], stories[2]);  // none
}

std::vector<QuoteWord> Words(std::string_view text) { return QuoteWords(text, {0, static_cast<uint32_t>(text.size())}); }

TEST(QuoteCandidates, AreTheTextsThatShareStretches) {
  QuoteCandidates candidates;
  candidates.Add(0, Words("We will never close the harbour, he said."));
  candidates.Add(1, Words("The harbour was closed in May."));
  candidates.Add(2, Words("It rained."));
  candidates.Add(3, Words("Nobody said a word of it."));
  EXPECT_EQ(candidates.Find(Words("never close the harbour"), 9, 1), std::vector<uint32_t>{0});
  EXPECT_EQ(candidates.Find(Words("harbour"), 0, 2), std::vector<uint32_t>{1});  // no stretch of three words
  EXPECT_TRUE(candidates.Find(Words("quite another thing altogether"), 9, 2).empty());
}

TEST(QuoteCandidates, AreAllWhereTheyAreFew) {
  QuoteCandidates candidates;
  candidates.Add(0, Words("It rained."));
  candidates.Add(1, Words("It snowed."));
  EXPECT_EQ(candidates.Find(Words("never"), 0, 4), std::vector<uint32_t>{1});
}

}  // namespace
}  // namespace crosscheck
