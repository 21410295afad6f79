#include "core/language/sentence_splitter.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

const SentenceSplitter& Splitter() {
  static const auto* splitter = [] {
    auto loaded = SentenceSplitter::Load(CROSSCHECK_SOURCE_DIR "/rules/lexicon");
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().message);
    return new SentenceSplitter(std::move(*loaded));
  }();
  return *splitter;
}

// The sentences of a text, joined by " | ".
std::string Split(std::string_view text) {
  std::string joined;
  for (const TextRange range : Splitter().Split(text, {0, static_cast<uint32_t>(text.size())})) {
    if (!joined.empty()) joined += " | ";
    joined += range.In(text);
  }
  return joined;
}

TEST(SentenceSplitter, Sentences) {
  // The expected text is the input with " | " for the blank of each boundary.
  for (const std::string expected :
       {// plain stops
        "Prices fell. | Nobody knew why.", "Did prices fall? | They did!",
        "Prices fell!! | Really?! | Yes.", "It cost 3.50 euros. | It was 1,200.75 before.",
        "He came in 2019. | She left.",
        // titles, initials, names
        "Dr. Jo Berg met Sen. Ann Holt.", "The writer J. K. Berg smiled.", "Jo M. Holt resigned.",
        "We saw Gov. Holt and then-Rep. Lee.", "It belongs to John Berg Jr. and his wife.",
        "It was Jo and I. | Did you know?", "They chose plan B. | The others left.",
        // firms and countries
        "She runs Acme Inc. in Bern.", "She runs Acme Inc. | The firm is old.",
        "He left the U.S. | It was cold.", "The U.S. Senate voted.", "The U.S. economy grew.",
        "It is in Washington, D.C. | However, it moved.", "Acme Corp. Chairman Jo Berg spoke.",
        "Goods, e.g. coal, rose.", "Acme vs. Globex is open.",
        "They sell tea, coffee, etc. | He buys it.",
        // numbers
        "See No. 5 and Fig. 2 on p. 12.", "It opens on Sept. 11 or Oct. 3.",
        "He said no. | She agreed.", "It closed in Sept. | The shop moved.",
        // times
        "It ended at 5 p.m. on Monday.", "It ended late at 5 p.m. | Mr. Berg left.",
        "At 5 p.m. Mr. Berg left.", "It was 3 p.m. | Berg was late.",
        "It runs to 5 p.m. EST daily.",
        // quotations
        "“We won. | We lost,” he said.", "\"Is it true?\" Berg asked. | \"Yes.\"",
        "“Is it true?” Jo Berg asked.", "“It is true.” | She nodded.",
        "He asked, \"Why?\" | \"Because,\" she said.", "“Stop!” he cried.",
        "\" He left . \" | \" It is over . \"",
        // brackets and notes
        "He spoke (she was there.) at noon.", "(It rained.) | They left.",
        "It fell.[12] | It rose.", "It fell. [3] | It rose.", "“A [...] B [...]” (Berg 12).",
        // ellipses
        "I think ... it works.", "Well… it works.", "Wait... | They left.", "It was so . . . odd.",
        // names with a mark
        "She joined Yahoo! in May.",
        // lists
        "1. Buy milk 2. Buy tea", "1) Buy milk 2) Buy tea", "a. Milk b. Tea c. Rice",
        "• Milk • Tea", "2.1. Results of the test",
        // addresses
        "Write to jo@acme.example. | It works.", "See www.acme.example/a.b for more.",
        // careless writing
        "It fell.Then it rose.", "it works. | now go", "thanks :) | See you", "Great! :) | See you",
        // headlines
        "Acme to buy Globex", "PRICES FALL. | NOBODY KNOWS WHY."}) {
    std::string text = expected;
    for (size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | "))
      text.replace(at, 3, " ");
    std::string wanted = expected;
    if (text == "It fell.Then it rose.") wanted = "It fell. | Then it rose.";
    if (text.starts_with("1. Buy")) wanted = "1. Buy milk | 2. Buy tea";
    if (text.starts_with("1) Buy")) wanted = "1) Buy milk | 2) Buy tea";
    if (text.starts_with("a. Milk")) wanted = "a. Milk | b. Tea | c. Rice";
    if (text.starts_with("•")) wanted = "• Milk | • Tea";
    EXPECT_EQ(Split(text), wanted);
  }
}

TEST(SentenceSplitter, LineBreaksAreBlanks) {
  EXPECT_EQ(Split("Prices fell\nsharply. They\nrose."), "Prices fell\nsharply. | They\nrose.");
}

TEST(SentenceSplitter, HoldsEverythingOfItsBlockAndNothingElse) {
  const std::string text = "xx  One. Two.\n yy";
  const auto sentences = Splitter().Split(text, {2, 14});
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0], (TextRange{4, 8}));
  EXPECT_EQ(sentences[1], (TextRange{9, 13}));
  EXPECT_TRUE(Splitter().Split(text, {2, 4}).empty());
  EXPECT_TRUE(Splitter().Split("", {0, 0}).empty());
}

TEST(SentenceSplitter, IsLinear) {
  for (const std::string piece :
       {"word ", ". ", "\" ", "a.", "1. ", "( ", "U.S. ", "…", "!", "'"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    Splitter().Split(text, {0, static_cast<uint32_t>(text.size())});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 20.0) << piece;  // a second on a slow machine; quadratic would be hours
  }
}

TEST(SentenceSplitter, AMissingLexiconIsSaid) {
  const auto loaded = SentenceSplitter::Load("/nonexistent");
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.error().message.find("abbreviations.yaml"), std::string::npos);
}

}  // namespace
}  // namespace crosscheck
