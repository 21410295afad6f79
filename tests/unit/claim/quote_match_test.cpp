#include "core/claim/quote_match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

namespace crosscheck {
namespace {

// A text whose quotations are given by “ and ”; no analysis is needed.
struct Text {
  std::unique_ptr<Document> document;
  Reading reading;
};

Text MakeText(std::string text) {
  Text t;
  Block block;
  block.range = {0, static_cast<uint32_t>(text.size())};
  t.document = std::make_unique<Document>(std::move(text), Metadata{}, std::vector<Block>{block});
  t.reading.document = t.document.get();
  t.reading.analysis.document = t.document.get();
  t.reading.quotations = FindQuotations(t.reading.analysis);
  return t;
}

struct Case {
  QuoteMatchKind kind;
  const char* source;
  const char* draft;  // its first quotation is looked up
};

class Lookup : public ::testing::TestWithParam<Case> {};

TEST_P(Lookup, SaysHowTheWordsStandThere) {
  const Text source = MakeText(GetParam().source), draft = MakeText(GetParam().draft);
  ASSERT_FALSE(draft.reading.quotations.empty());
  const QuoteMatch match = MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading);
  EXPECT_EQ(ToString(match.kind), ToString(GetParam().kind)) << GetParam().draft;
}

constexpr auto kIdentical = QuoteMatchKind::kIdentical;
constexpr auto kContained = QuoteMatchKind::kContained;
constexpr auto kAltered = QuoteMatchKind::kAltered;
constexpr auto kStitched = QuoteMatchKind::kStitched;
constexpr auto kAbsent = QuoteMatchKind::kAbsent;

const Case kCases[] = {
    {kIdentical, "“We don’t sell chips,” Berg said.", "Berg: \"We don't sell chips\"."},
    {kIdentical, "“We don’t sell chips,” Berg said.", "Berg: \"We do not\nsell chips!\""},
    {kIdentical, "“Our organisation lost 1,000 jobs.”", "\"our organization lost 1000 jobs\""},
    {kIdentical, "“The U.S. market grew 5%.”", "“The US market grew 5 per cent”"},
    {kIdentical, "“It is O.K. by us.”", "“It is okay by us.”"},
    {kIdentical, "“He told us ‘never again’ and left.”", "'He told us \"never again\" and left'"},
    {kContained, "“We will rebuild the old bridge next year,” she said.", "She wants to “rebuild the old bridge”."},
    {kContained, "“We will rebuild the old bridge next year,” she said.", "“We will rebuild … next year,” she said."},
    {kContained, "“We will rebuild the old bridge next year,” she said.", "“[W]e will rebuild the old bridge”"},
    {kIdentical, "“We will rebuild it next year,” she said.", "“We will rebuild [the old bridge] next year”"},
    {kContained, "“We will win,” she said, “and then we will govern.”", "“We will win and then we will govern,” she said."},
    {kAltered, "“We will not sell the plant,” Berg said.", "“We will sell the plant,” Berg said."},
    {kAltered, "“We expect 40 new jobs in spring,” Berg said.", "“We expect 60 new jobs in spring,” Berg said."},
    {kAltered, "“Sales can rise again this autumn,” Berg said.", "“Sales cannot rise again this autumn,” Berg said."},
    {kStitched, "“We will not sell the plant to anybody,” Berg said on Monday in the town hall, where many had come to listen to him and to ask what would become of them. "
                "The council met twice before the end of the week to talk about it. “The workers have every reason to be angry today,” Lind said.",
     "“We will not sell the plant to anybody, the workers have every reason to be angry today,” Berg said."},
    {kAbsent, "“We will not sell the plant,” Berg said.", "“Chips are the oil of our century,” Berg said."},
};

INSTANTIATE_TEST_SUITE_P(QuoteMatch, Lookup, ::testing::ValuesIn(kCases));

// Edits that alter what was said: within one quotation of the source.
struct AlteredCase {
  const char* source;
  const char* draft;
  size_t within;  // edits that count
};

class Alterations : public ::testing::TestWithParam<AlteredCase> {};

TEST_P(Alterations, CountWithinTheQuotation) {
  const Text source = MakeText(GetParam().source), draft = MakeText(GetParam().draft);
  const QuoteMatch match = MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading);
  const auto within = std::ranges::count_if(match.edits, [](const WordEdit& e) { return e.quoted && !e.edge; });
  EXPECT_EQ(static_cast<size_t>(within), GetParam().within) << GetParam().draft;
}

const AlteredCase kAlterations[] = {
    // both statements end there, with other words
    {"“The ferry brings the island nearer and nearer to ruin,” Berg said.", "“The ferry brings the island nearer and nearer to poverty,” Berg said.", 1},
    {"“The ferry brings the island nearer to a slow death. We must act,” Berg said.", "“The ferry brings the island nearer to ruin,” Berg said.", 2},
    // the draft's marks close earlier, or the source goes on: no more than an edge
    {"“The ferry brings the island nearer to the end of its long and proud history,” Berg said.", "“The ferry brings the island nearer to ruin,” Berg said.", 0},
    {"“The ferry brings the island nearer,” Berg said.", "“The ferry brings the island nearer to ruin,” Berg said.", 0},
    // single words in common among others that differ, in a stretch that is the same
    {"“There must be no private talks between Minister Lind and Ada Berg in the town hall.”",
     "“There must be no private talks between this minister and Berg in the town hall.”", 3},
    {"“We hope and pray.”", "“They hope or pray.”", 0},
};

INSTANTIATE_TEST_SUITE_P(QuoteMatch, Alterations, ::testing::ValuesIn(kAlterations));

TEST(QuoteMatch, NamesTheChangedWords) {
  const Text source = MakeText("Berg said: “We will not sell 40 plants in spring.”");
  const Text draft = MakeText("Berg said: “We will sell 60 plants in spring.”");
  const QuoteMatch match = MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading);
  ASSERT_EQ(match.edits.size(), 2u);
  EXPECT_EQ(match.edits[0].kind, WordEdit::Kind::kDropped);
  EXPECT_TRUE(match.edits[0].negation);
  EXPECT_EQ(match.edits[0].source.In(source.document->text()), "not");
  EXPECT_EQ(match.edits[1].kind, WordEdit::Kind::kReplaced);
  EXPECT_TRUE(match.edits[1].figure);
  EXPECT_EQ(match.edits[1].draft.In(draft.document->text()), "60");
  EXPECT_EQ(match.source_quotation, 0);
  EXPECT_TRUE(match.quoted);
}

// What is printed of each edit: "+" added, "-" dropped, "~" replaced; E at the edge,
// S whole sentences, Q inside one quotation of the source.
std::string EditsOf(const char* source_text, const char* draft_text) {
  const Text source = MakeText(source_text), draft = MakeText(draft_text);
  std::string out;
  for (const WordEdit& e : MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading).edits) {
    if (!out.empty()) out += ' ';
    out += e.kind == WordEdit::Kind::kAdded ? '+' : e.kind == WordEdit::Kind::kDropped ? '-' : '~';
    if (e.edge) out += 'E';
    if (e.sentences) out += 'S';
    if (e.quoted) out += 'Q';
  }
  return out;
}

TEST(QuoteMatch, TellsAnExcerptFromAnAlteration) {
  struct Row { const char* source; const char* draft; const char* edits; };
  const Row rows[] = {
      {"“We will not sell the old plant,” Berg said.", "“We will sell the old plant,” Berg said.", "-Q"},
      {"“We will sell the old plant,” Berg said.", "“Believe me, we will sell the old plant,” Berg said.", "+E"},
      {"“We will sell the old plant,” Berg said.", "“We will sell the old plant if we must,” Berg said.", "+E"},
      {"“We will sell the plant. The time has come. We owe this to our children.”", "“We will sell the plant. We owe this to our children.”", "-SQ"},
      {"“We will sell the old” plant, Berg said, “before the winter comes.”", "“We will sell the old thing before the winter comes.”", "- ~"},
      {"Berg said that they would sell the old plant in spring.", "“They will sell the old plant in spring,” Berg said.", "~"},
  };
  for (const Row& row : rows) EXPECT_EQ(EditsOf(row.source, row.draft), row.edits) << row.draft;
}

TEST(QuoteMatch, WhatTheEditorMaskedMayBeAnyWord) {
  const Text source = MakeText("“Tell the d---- council to go home,” Berg said.");
  const Text draft = MakeText("“Tell the damned council to go home,” Berg said.");
  EXPECT_NE(MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading).kind, kAltered);
  const Text half = MakeText("“Tell the d----d council to go home,” Berg said.");
  EXPECT_NE(MatchQuotation(draft.reading, draft.reading.quotations[0], half.reading).kind, kAltered);
}

TEST(QuoteMatch, SeesANegationUnderAnEllipsis) {
  const Text source = MakeText("“We will certainly not pay the fine today,” Berg said.");
  const Text draft = MakeText("“We will … pay the fine today,” Berg said.");
  EXPECT_TRUE(MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading).ellipsis_hides_negation);
}

TEST(QuoteMatch, SaysWhereTheSourceHasTheWordsOutsideQuotationMarks) {
  const Text source = MakeText("Berg said that the plant was safe and sound for years.");
  const Text draft = MakeText("“The plant was safe and sound,” Berg said.");
  const QuoteMatch match = MatchQuotation(draft.reading, draft.reading.quotations[0], source.reading);
  EXPECT_EQ(match.kind, kContained);
  EXPECT_FALSE(match.quoted);
}

}  // namespace
}  // namespace crosscheck
