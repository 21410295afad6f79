#include <gtest/gtest.h>

#include <string>

#include "core/document/reader.h"

namespace crosscheck {
namespace {

// Each block with its words, and the bytes of the file that they lead back to.
std::string Blocks(const Document& document, std::string_view bytes) {
  std::string out;
  for (const Block& block : document.blocks()) {
    out += std::string(ToString(block.kind)) + "|" + std::string(block.range.In(document.text())) +
           "|" + std::string(document.InFile(block.range).In(bytes)) + "\n";
  }
  return out;
}

Document Markdown(std::string_view bytes) {
  Diagnostics diagnostics;
  return ReadMarkdown(bytes, {}, &diagnostics);
}

Document Html(std::string_view bytes) {
  Diagnostics diagnostics;
  return ReadHtml(bytes, {}, &diagnostics);
}

// The bytes of the file under some words of the text.
std::string Under(const Document& document, std::string_view bytes, std::string_view words) {
  const auto at = static_cast<uint32_t>(document.text().find(words));
  return std::string(document.InFile({at, at + static_cast<uint32_t>(words.size())}).In(bytes));
}

TEST(Markdown, LeadsBackToTheFile) {
  const std::string bytes =
      "# Mill *closes*\n\nThe **old** mill [closed](https://a.example/closed) &amp; burnt.\n";
  const Document document = Markdown(bytes);
  EXPECT_EQ(Blocks(document, bytes),
            "heading|Mill closes|Mill *closes\n"
            "prose|The old mill closed & burnt.|The **old** mill "
            "[closed](https://a.example/closed) &amp; burnt.\n");
  EXPECT_EQ(Under(document, bytes, "closed & burnt"),
            "closed](https://a.example/closed) &amp; burnt");
  EXPECT_EQ(Under(document, bytes, "burnt"), "burnt");
}

TEST(Markdown, TellsBlocksApart) {
  const std::string bytes =
      "The plan:\n\n- close the mill\n- sell the land\n  by May\n\n> We need a year.\n>\n> — Jo "
      "Berg, owner\n\n"
      "| Mill | Built |\n|---|---|\n| Upper | 1790 |\n\n![the mill](mill.png)\n";
  const Document document = Markdown(bytes);
  std::string kinds;
  for (const Block& block : document.blocks()) kinds += std::string(ToString(block.kind)) + " ";
  EXPECT_EQ(kinds, "prose list-item list-item quotation table-row table-row caption ");
  ASSERT_EQ(document.blocks().size(), 7u);
  EXPECT_EQ(document.blocks()[1].lead_in, 0);
  EXPECT_EQ(document.blocks()[3].credit.In(document.text()), "Jo Berg, owner");
  ASSERT_EQ(document.blocks()[5].cells.size(), 2u);
  EXPECT_EQ(document.blocks()[5].cells[1].In(document.text()), "1790");
  EXPECT_EQ(document.blocks()[2].range.In(document.text()), "sell the land by May");
}

TEST(Markdown, TakesFrontMatter) {
  const Document document = Markdown(
      "---\ntitle: Mill closes\npublisher: The Courier\ndate: 2024-05-03\n---\nThe mill closed.\n");
  EXPECT_EQ(document.metadata().title, "Mill closes");
  EXPECT_EQ(document.metadata().publisher, "The Courier");
  ASSERT_TRUE(document.metadata().date);
  EXPECT_EQ(ToString(*document.metadata().date), "2024-05-03");
  ASSERT_EQ(document.blocks().size(), 1u);
}

TEST(Markdown, SaysWhichDateItCannotRead) {
  Diagnostics diagnostics;
  Metadata metadata;
  metadata.path = "a.md";
  ReadMarkdown("---\ndate: soon\n---\nThe mill closed.\n", metadata, &diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "input.date");
}

TEST(Html, LeadsBackToTheFile) {
  const std::string bytes =
      "<p>Profit  fell&nbsp;to &pound;3m &mdash; <b>a</b> &quot;low&quot;.</p>";
  const Document document = Html(bytes);
  ASSERT_EQ(document.blocks().size(), 1u);
  EXPECT_EQ(document.text().substr(0, document.blocks()[0].range.end),
            "Profit fell to £3m — a \"low\".");
  EXPECT_EQ(Under(document, bytes, "£3m"), "&pound;3m");
  EXPECT_EQ(Under(document, bytes, "\"low\""), "&quot;low&quot;");
  EXPECT_EQ(Under(document, bytes, "fell to"), "fell&nbsp;to");
}

TEST(Html, TellsBlocksApart) {
  const std::string bytes =
      "<html><head><title>T</title><meta property='og:site_name' content='The Courier'>"
      "<meta property='article:published_time' content='2024-05-03T08:00:00Z'></head><body>"
      "<nav>Home News</nav><article><h1>Mill closes</h1><p>The mill closed.<br><br>It was old.</p>"
      "<ul><li>one thing</li></ul><blockquote><p>We need a year.</p><footer>Jo "
      "Berg</footer></blockquote>"
      "<table><tr><th>Mill</th><th>Built</th></tr><tr><td>Upper</td><td>1790</td></tr></table>"
      "<figure><img src=x><figcaption>The mill in winter</figcaption></figure></article>"
      "<div class='share-buttons'>Tweet this</div><script>var x = 1;</script></body></html>";
  const Document document = Html(bytes);
  std::string kinds;
  for (const Block& block : document.blocks()) kinds += std::string(ToString(block.kind)) + " ";
  EXPECT_EQ(
      kinds,
      "furniture heading prose prose list-item quotation table-row table-row caption furniture ");
  EXPECT_EQ(document.metadata().publisher, "The Courier");
  EXPECT_EQ(document.metadata().title, "Mill closes");
  ASSERT_TRUE(document.metadata().date);
  EXPECT_EQ(ToString(*document.metadata().date), "2024-05-03");
  ASSERT_EQ(document.blocks().size(), 10u);
  EXPECT_EQ(document.blocks()[5].credit.In(document.text()), "Jo Berg");
  ASSERT_EQ(document.blocks()[7].cells.size(), 2u);
  EXPECT_EQ(document.blocks()[7].cells[0].In(document.text()), "Upper");
}

TEST(Html, TakesThePagesOwnDate) {
  const auto date = [](const std::string& bytes) {
    const Document document = Html(bytes);
    return document.metadata().date ? ToString(*document.metadata().date) : std::string();
  };
  EXPECT_EQ(date("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": \"2020-07-02T10:00\"}</script><p>It rained.</p>"), "2020-07-02");
  EXPECT_EQ(date("<p>On <span itemprop='datePublished' content='2012-01-02'>2 January</span></p><p>It rained.</p>"), "2012-01-02");
  EXPECT_EQ(date("<p><time datetime='2019-05-06'>6 May</time></p><p>It rained.</p>"), "2019-05-06");
  EXPECT_EQ(date("<script>var a = {\"datePublished\": \"2020-07-02\"};</script><p>It rained.</p>"), "");
}

TEST(Html, RefusesEndlessNesting) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += "<div>";
  Diagnostics diagnostics;
  EXPECT_TRUE(ReadHtml(bytes, {}, &diagnostics).blocks().empty());
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "input.too-deep");
}

TEST(Html, ManyUnclosedParagraphsAreNoNesting) {
  std::string bytes;
  for (int i = 0; i < 5'000; ++i) bytes += "<p>The mill closed.";
  EXPECT_EQ(Html(bytes).blocks().size(), 5'000u);
}

}  // namespace
}  // namespace crosscheck
