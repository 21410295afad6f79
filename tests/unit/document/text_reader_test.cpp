#include <gtest/gtest.h>

#include <string>

#include "core/document/reader.h"

namespace crosscheck {
namespace {

// Every block on a line: "kind|words", with the credit after a second bar.
std::string Blocks(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks()) {
    std::string words(block.range.In(document.text()));
    for (char& c : words) {
      if (c == '\n') c = '~';
    }
    out += std::string(ToString(block.kind)) + "|" + words;
    if (!block.credit.empty()) out += "|" + std::string(block.credit.In(document.text()));
    out += "\n";
  }
  return out;
}

Document Read(std::string_view text) {
  Diagnostics diagnostics;
  return ReadText(text, {}, &diagnostics);
}

struct Case {
  const char* name;
  const char* text;
  const char* blocks;
};

class TextBlocksTest : public ::testing::TestWithParam<Case> {};

TEST_P(TextBlocksTest, ToldApartByShape) {
  EXPECT_EQ(Blocks(Read(GetParam().text)), GetParam().blocks);
}

constexpr Case kCases[] = {
    {"BareSentence", "The mill closed in May.", "prose|The mill closed in May.\n"},
    {"BareSentenceWithoutStop", "The mill closed in May", "prose|The mill closed in May\n"},
    {"HeadingNeedsProseBelow", "Mill to close\n\nThe mill will close in May, the owner said.",
     "heading|Mill to close\nprose|The mill will close in May, the owner said.\n"},
    {"TwoLinesWithoutStopsAreProse", "The mill closed\nThe shop opened",
     "prose|The mill closed\nprose|The shop opened\n"},
    {"NumberedHeading",
     "1. Close the mill\nThe mill will close in May, the owner said.\n2. Sell the land\nThe land "
     "goes to the town.",
     "heading|1. Close the mill\nprose|The mill will close in May, the owner said.\n"
     "heading|2. Sell the land\nprose|The land goes to the town.\n"},
    {"List", "The plan:\n- close the mill\n- sell the land",
     "prose|The plan:\nlist-item|- close the mill\nlist-item|- sell the land\n"},
    {"InlineList", "1) The first thing 2) The second thing",
     "list-item|1) The first thing\nlist-item|2) The second thing\n"},
    {"NoInlineListInProse", "He paid 1) and left.", "prose|He paid 1) and left.\n"},
    {"Quotation",
     "The mill is old.\n\nWe need another year.\n– Jo Berg, owner\n\nThe town agreed to wait.",
     "prose|The mill is old.\nquotation|We need another year.~– Jo Berg, owner|Jo Berg, "
     "owner\nprose|The town agreed to wait.\n"},
    {"Furniture", "The mill closed in May.\n14 Comments - Add comment",
     "prose|The mill closed in May.\nfurniture|14 Comments - Add comment\n"},
    {"CommentsInProse", "The mill closed in May.\n14 comments were removed by the owner.",
     "prose|The mill closed in May.\nprose|14 comments were removed by the owner.\n"},
    {"ReadMore", "The mill closed in May.\nRead more: the town without a mill",
     "prose|The mill closed in May.\nfurniture|Read more: the town without a mill\n"},
    {"WrappedLines",
     "The mill on the river closed in May after two hundred years of work, and the\n"
     "owner said on Monday that the land would be sold to the town, which wants to\nbuild houses "
     "there.",
     "prose|The mill on the river closed in May after two hundred years of work, and the~owner "
     "said on Monday that the land "
     "would be sold to the town, which wants to~build houses there.\n"},
    {"BrokenSentence", "It was a cold \nnight in the valley.",
     "prose|It was a cold ~night in the valley.\n"},
    {"Table", "Mill | Built | Closed |\nUpper | 1790 | 2024 |\nThe mills were the town's pride.",
     "table-row|Mill | Built | Closed |\ntable-row|Upper | 1790 | 2024 |\nprose|The mills were the "
     "town's pride.\n"},
    {"PictureAndCaption", "![]() |\nThe mill in winter |\nThe mill closed in May, its owner said.",
     "furniture|![]() |\ncaption|The mill in winter |\nprose|The mill closed in May, its owner "
     "said.\n"},
    {"Dateline", "Mill closes\n\nLOWMOUTH, 3 May 2024 — The mill closed.",
     "heading|Mill closes\nfurniture|LOWMOUTH, 3 May 2024 —\nprose|The mill closed.\n"},
    {"NoDateline", "Mill closes\n\nThe mill – a landmark – closed.",
     "heading|Mill closes\nprose|The mill – a landmark – closed.\n"},
    {"LifeSpan", "A poet\n\nAnn Lee (3 May 1900 – 8 June 1980) was a poet.",
     "heading|A poet\nprose|Ann Lee (3 May 1900 – 8 June 1980) was a poet.\n"},
    {"Agency", "(ABC)The mill closed. It was old.",
     "furniture|(ABC)\nprose|The mill closed. It was old.\n"},
};
INSTANTIATE_TEST_SUITE_P(Shapes, TextBlocksTest, ::testing::ValuesIn(kCases),
                         [](const auto& test) { return test.param.name; });

TEST(TextReader, TakesOutletAndDate) {
  const Document document =
      Read("Mill closes\nThe Courier, 2024-05-03\n\nThe mill closed on Friday, the owner said.");
  EXPECT_EQ(document.metadata().publisher, "The Courier");
  EXPECT_EQ(document.metadata().title, "Mill closes");
  ASSERT_TRUE(document.metadata().date);
  EXPECT_EQ(ToString(*document.metadata().date), "2024-05-03");
}

TEST(TextReader, TakesAMasthead) {
  const Document document = Read(
      "Coast Radio News\n3 May 2024\n\nMill closes\n\nThe mill closed on Friday, the owner said.");
  EXPECT_EQ(document.metadata().publisher, "Coast Radio News");
  EXPECT_EQ(document.metadata().title, "Mill closes");
}

TEST(TextReader, TakesTheDateOfTheDateline) {
  const Document document = Read("Mill closes\n\nLOWMOUTH, May 3, 2024 - The mill closed.");
  ASSERT_TRUE(document.metadata().date);
  EXPECT_EQ(ToString(*document.metadata().date), "2024-05-03");
}

TEST(TextReader, ListItemsKnowTheirLeadIn) {
  const Document document =
      Read("The plan is simple:\n- close the mill\n- sell the land\nThat is all.");
  ASSERT_EQ(document.blocks().size(), 4u);
  EXPECT_EQ(document.blocks()[1].lead_in, 0);
  EXPECT_EQ(document.blocks()[2].lead_in, 0);
}

TEST(TextReader, BlocksHoldAllButWhiteSpace) {
  const std::string text = "A title\r\n\r\n• one\r\n• two\r\n\tLast words\x0b here.  ";
  const Document document = Read(text);
  uint32_t at = 0;
  for (const Block& block : document.blocks()) {
    ASSERT_LE(at, block.range.start);
    EXPECT_EQ(text.substr(at, block.range.start - at).find_first_not_of(" \r\n\t\v"),
              std::string::npos);
    at = block.range.end;
  }
  EXPECT_EQ(text.substr(at).find_first_not_of(" \r\n\t\v"), std::string::npos);
}

TEST(ReadDocument, SaysWhereBytesAreNoText) {
  Diagnostics diagnostics;
  const auto nul = ReadDocument(std::string_view("ab\0c", 4), {}, 100, &diagnostics);
  ASSERT_FALSE(nul.ok());
  EXPECT_EQ(nul.error().message, "not a text: NUL byte at offset 2");
  const auto invalid = ReadDocument("ab\xff", {}, 100, &diagnostics);
  ASSERT_FALSE(invalid.ok());
  EXPECT_EQ(invalid.error().message, "not UTF-8: invalid byte at offset 2");
  EXPECT_EQ(ReadDocument("\xFF\xFEH\0i\0", {}, 100, &diagnostics).error().message, "not UTF-8, but UTF-16");
  EXPECT_EQ(ReadDocument("%PDF-1.4", {}, 100, &diagnostics).error().message, "a PDF: no reader for this format");
  EXPECT_FALSE(ReadDocument("abcdef", {}, 3, &diagnostics).ok());
  EXPECT_TRUE(ReadDocument("", {}, 3, &diagnostics).ok());
}

TEST(ReadDocument, KeepsOffsetsBehindAByteOrderMark) {
  Diagnostics diagnostics;
  const auto document = ReadDocument("\xEF\xBB\xBFThe mill closed.", {}, 100, &diagnostics);
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->blocks().size(), 1u);
  EXPECT_EQ(document->blocks()[0].range.start, 3u);
}

}  // namespace
}  // namespace crosscheck
