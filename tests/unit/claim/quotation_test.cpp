#include "core/claim/quotation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/unicode.h"
#include "tests/support/conllu.h"

namespace crosscheck {
namespace {

// A document whose words are cut at white space and marks; no tags, no trees:
// what FindQuotations needs where only the marks matter.
struct Plain {
  std::unique_ptr<Document> document;
  Analysis analysis;
};

void AddTokens(std::string_view text, TextRange range, Analysis* analysis) {
  for (uint32_t at = range.start; at < range.end;) {
    const CodePoint c = CodePointAt(text, at);
    if (IsSpace(c.value)) {
      at += c.size;
      continue;
    }
    uint32_t end = at + c.size;
    const bool word = IsLetter(c.value) || IsDigit(c.value);
    while (word && end < range.end && (IsLetter(CodePointAt(text, end).value) || IsDigit(CodePointAt(text, end).value))) {
      end += CodePointAt(text, end).size;
    }
    Token token;
    token.range = {at, end};
    token.form = analysis->words.Intern(token.range.In(text));
    token.lower = token.form;
    token.upos = word ? Upos::kNoun : Upos::kPunct;
    token.sentence = static_cast<uint32_t>(analysis->sentences.size() - 1);
    analysis->tokens.push_back(token);
    at = end;
  }
}

// Paragraphs are separated by a blank line; "> " starts a block quotation.
Plain Read(std::string text) {
  std::vector<Block> blocks;
  for (uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find("\n\n", at), text.size()));
    Block block;
    block.range = {at, end};
    if (text.compare(at, 2, "> ") == 0) {
      block.kind = BlockKind::kQuotation;
      block.range.start += 2;
      const size_t dash = text.find("— ", at);
      if (dash < end) block.credit = {static_cast<uint32_t>(dash) + 4, end};
    }
    blocks.push_back(block);
    at = end + 2;
  }
  Plain plain;
  plain.document = std::make_unique<Document>(std::move(text), Metadata{}, blocks);
  plain.analysis.document = plain.document.get();
  for (size_t b = 0; b < blocks.size(); ++b) {
    uint32_t start = blocks[b].range.start;
    const std::string_view all = plain.document->text();
    for (uint32_t at = start; at < blocks[b].range.end; ++at) {
      const bool last = at + 1 == blocks[b].range.end;
      if (!last && !((all[at] == '.' || all[at] == '?') && all[at + 1] == ' ')) continue;
      Sentence sentence;
      sentence.range = {start, at + 1};
      sentence.block = static_cast<uint32_t>(b);
      sentence.first = static_cast<uint32_t>(plain.analysis.tokens.size());
      plain.analysis.sentences.push_back(sentence);
      AddTokens(all, sentence.range, &plain.analysis);
      plain.analysis.sentences.back().last = static_cast<uint32_t>(plain.analysis.tokens.size());
      start = at + 2;
    }
  }
  return plain;
}

struct Case {
  const char* what;
  const char* text;  // [[…]] marks the expected quotations
};

class Marks : public ::testing::TestWithParam<Case> {};

TEST_P(Marks, FindsTheQuotedWords) {
  std::vector<TextRange> expected;
  const std::string text = testing::Unmark(GetParam().text, &expected);
  const Plain plain = Read(text);
  std::vector<std::string> want, got;
  std::ranges::sort(expected);
  for (const TextRange range : expected) want.emplace_back(range.In(text));
  for (const Quotation& q : FindQuotations(plain.analysis)) got.emplace_back(q.range.In(text));
  EXPECT_EQ(got, want) << GetParam().what << ": " << text;
}

const Case kMarks[] = {
    {"straight", "The mayor said: \"[[We will rebuild the bridge.]]\""},
    {"curly", "“[[We will rebuild the bridge,]]” the mayor said."},
    {"two parts", "“[[We will,]]” she said, “[[rebuild the bridge.]]”"},
    {"guillemets", "Le maire : « [[Nous allons reconstruire]] »."},
    {"German", "Er sagte: „[[Wir bauen die Brücke]]“."},
    {"German with an English closing mark", "Er sagte: „[[Wir bauen die Brücke]]”."},
    {"Danish guillemets", "Hun sagde: »[[Vi bygger broen]]«."},
    {"Swedish", "Hon sa: ”[[Vi bygger bron]]” igen."},
    {"TeX", "The mayor said ``[[We will rebuild]]'' twice."},
    {"tokenised", "The mayor said `` [[We will rebuild .]] '' Then she left."},
    {"tokenised straight", "\" [[We will rebuild ,]] \" the mayor said ."},
    {"British single", "The mayor said: '[[We don't know yet]]'."},
    {"curly single", "The mayor said: ‘[[We don’t know yet]]’."},
    {"nested", "She said: “[[He told us ‘[[never again]]’ and left.]]”"},
    {"nested the other way", "She said: ‘[[He told us “[[never again]]” and left.]]’"},
    {"apostrophes", "The voters' choice in the '90s wasn’t the party’s, rock 'n' roll or not."},
    {"plural possessive in single marks", "It's called the '[[boys' club]]' rule."},
    {"missing closing mark", "“[[We will rebuild, she said.]] The council met on Monday."},
    {"missing closing mark at the end", "She said: “[[We will rebuild. We will win.]]"},
    {"missing closing mark with a quotation within", "She said, “[[In fact the ‘[[old]]’ bridge is weak.]]"},
    {"paragraphs", "“[[We will rebuild.]]\n\n“[[It takes time,]]” she said."},
    {"inches", "The board is 6' 2\" long and 5\" wide."},
    {"in brackets", "The mayor (\"[[a builder]]\") and her \"[[friends]]\"."},
    {"after a dash", "The word—“[[bridge]]”—was new."},
    {"line wrap", "The mayor said \"[[we will\nrebuild]]\" again."},
    {"two in one sentence", "He said \"[[yes]]\" and she said \"[[no.]]\""},
    {"stray closing mark", "We will rebuild,” she said."},
    {"Japanese", "彼は「[[はい]]」と言った。"},
};

INSTANTIATE_TEST_SUITE_P(Quotation, Marks, ::testing::ValuesIn(kMarks));

}  // namespace
}  // namespace crosscheck
