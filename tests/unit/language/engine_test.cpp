#include "core/language/engine.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/language/tree_text.h"
#include "tests/support/conllu.h"

namespace crosscheck {
namespace {

const Engine* SharedEngine() {
  static const auto* engine =
      new Result<Engine>(Engine::Load(CROSSCHECK_SOURCE_DIR "/core/language/english.model",
                                      CROSSCHECK_SOURCE_DIR "/rules/lexicon"));
  return engine->ok() ? &**engine : nullptr;
}

constexpr const char* kText =
    "Acme buys Globex\n\n"
    "Acme Inc. bought Globex for $3.2 billion in 2019. \"We didn't\n"
    "expect it,\" Dr. Jo Berg of the U.S. firm said. Wir sind nicht hier und das ist auch gut.\n\n"
    "- Prices rose.\n- Wages didn’t.\n";

TEST(Engine, RangesNestAndHoldTheText) {
  if (SharedEngine() == nullptr) GTEST_SKIP() << "no model";
  const auto document = testing::TextDocument(kText);
  const Analysis analysis = SharedEngine()->Analyze(*document);
  ASSERT_GE(analysis.sentences.size(), 6u);
  uint32_t at = 0, token = 0;
  for (size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    EXPECT_LE(at, sentence.range.start);
    EXPECT_TRUE(document->blocks()[sentence.block].range.Contains(sentence.range));
    EXPECT_EQ(sentence.first, token);
    EXPECT_LT(sentence.first, sentence.last);
    uint32_t roots = 0, inside = sentence.range.start;
    for (const Token& word : analysis.TokensOf(sentence)) {
      EXPECT_EQ(word.sentence, i);
      EXPECT_TRUE(sentence.range.Contains(word.range));
      EXPECT_LE(inside, word.range.start);
      EXPECT_EQ(analysis.text().substr(inside, word.range.start - inside).find_first_not_of(" \n"),
                std::string_view::npos);
      EXPECT_EQ(analysis.Form(word), word.range.In(analysis.text()));
      EXPECT_FALSE(analysis.Lemma(word).empty());
      inside = word.range.end;
      if (word.head == kNoToken) {
        ++roots;
      } else {
        EXPECT_GE(word.head, static_cast<int32_t>(sentence.first));
        EXPECT_LT(word.head, static_cast<int32_t>(sentence.last));
      }
    }
    EXPECT_EQ(inside, sentence.range.end);
    if (sentence.parsed) {
      EXPECT_EQ(roots, 1u);
    }
    at = sentence.range.end;
    token = sentence.last;
  }
  EXPECT_EQ(token, analysis.tokens.size());
}

// "a b, a b, …" has commas to cut at, "a b a b …" nothing.
TEST(Engine, EndlessSentencesBecomeSeveral) {
  if (SharedEngine() == nullptr) GTEST_SKIP() << "no model";
  for (const std::string_view unit :
       {"the harbour and the bridge, ", "the harbour and the bridge "}) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += unit;
    text += "were closed.";
    const auto document = testing::TextDocument(text);
    const Analysis analysis = SharedEngine()->Analyze(*document);
    ASSERT_GE(analysis.sentences.size(), 5u);
    uint32_t word = 0;
    for (const Sentence& sentence : analysis.sentences) {
      EXPECT_EQ(sentence.first, word);
      EXPECT_LE(sentence.last - sentence.first, Engine::kMostWords);
      EXPECT_GT(sentence.last - sentence.first, 0u);
      EXPECT_EQ(sentence.range.start, analysis.tokens[sentence.first].range.start);
      EXPECT_EQ(sentence.range.end, analysis.tokens[sentence.last - 1].range.end);
      if (unit.find(',') != unit.npos && sentence.last < analysis.tokens.size()) {
        EXPECT_TRUE(sentence.range.In(analysis.text()).ends_with(","));
      }
      word = sentence.last;
    }
    EXPECT_EQ(word, analysis.tokens.size());
    EXPECT_EQ(analysis.sentences.back().range.end, text.size());
  }
}

TEST(Engine, ForeignSentencesAreSaidAndNotParsed) {
  if (SharedEngine() == nullptr) GTEST_SKIP() << "no model";
  const auto document = testing::TextDocument(kText);
  const Analysis analysis = SharedEngine()->Analyze(*document);
  uint32_t foreign = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (!sentence.foreign) continue;
    ++foreign;
    EXPECT_TRUE(sentence.range.In(analysis.text()).starts_with("Wir"));
    EXPECT_FALSE(sentence.parsed);
  }
  EXPECT_EQ(foreign, 1u);
}

TEST(Engine, SpacesAreKnown) {
  if (SharedEngine() == nullptr) GTEST_SKIP() << "no model";
  const auto document = testing::TextDocument("He didn't go.");
  const Analysis analysis = SharedEngine()->Analyze(*document);
  std::string spaces;
  for (const Token& token : analysis.tokens) spaces += token.space_after ? '1' : '0';
  EXPECT_EQ(spaces, "10101");
}

TEST(Engine, ThreadsChangeNothing) {
  if (SharedEngine() == nullptr) GTEST_SKIP() << "no model";
  const auto document = testing::TextDocument(kText);
  const auto dump = [&] {
    const Analysis analysis = SharedEngine()->Analyze(*document);
    std::string text;
    for (const Sentence& sentence : analysis.sentences) text += TreeText(analysis, sentence);
    return text;
  };
  const std::string expected = dump();
  std::vector<std::string> dumps(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& out : dumps) threads.emplace_back([&out, &dump] { out = dump(); });
  }
  for (const std::string& out : dumps) EXPECT_EQ(out, expected);
}

TEST(Engine, WhatIsMissingIsSaid) {
  const auto no_model =
      Engine::Load("/nonexistent/x.model", CROSSCHECK_SOURCE_DIR "/rules/lexicon");
  ASSERT_FALSE(no_model.ok());
  EXPECT_NE(no_model.error().message.find("x.model"), std::string::npos);
  const auto no_lexicon = Engine::Load("/nonexistent/x.model", "/nonexistent");
  ASSERT_FALSE(no_lexicon.ok());
  EXPECT_NE(no_lexicon.error().message.find("abbreviations.yaml"), std::string::npos);
}

TEST(Engine, NothingIsDroppedOrStuck) {
  if (SharedEngine() == nullptr) GTEST_SKIP() << "no model";
  std::string words;
  for (int i = 0; i < 900; ++i) words += "word" + std::to_string(i) + ", ";
  for (const std::string& text : {std::string(), std::string(" \n\n "), words}) {
    const auto document = testing::TextDocument(text);
    const Analysis analysis = SharedEngine()->Analyze(*document);
    EXPECT_EQ(analysis.tokens.size(), text == words ? 1800u : 0u);
  }
}

}  // namespace
}  // namespace crosscheck
