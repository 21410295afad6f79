#include "tests/support/conllu.h"

#include <sstream>
#include <vector>

#include "core/base/unicode.h"
#include "core/document/reader.h"

namespace crosscheck::testing {
namespace {

struct Row {
  std::string form, lemma, upos, xpos, deprel;
  int head = 0;
  bool space_after = true;
};

Upos ToUpos(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) {
    if (ToString(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return Upos::kX;
}

std::vector<std::vector<Row>> Rows(std::string_view lines) {
  std::vector<std::vector<Row>> sentences(1);
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Row row;
    if (!(fields >> row.form)) {
      if (!sentences.back().empty()) sentences.emplace_back();
      continue;
    }
    fields >> row.lemma >> row.upos >> row.xpos >> row.head >> row.deprel;
    if (row.form.size() > 1 && row.form.back() == '~') {
      row.form.pop_back();
      row.space_after = false;
    }
    sentences.back().push_back(row);
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

}  // namespace

Annotated FromConllu(std::string_view lines) {
  const auto sentences = Rows(lines);
  std::string text;
  Analysis analysis;
  for (const auto& rows : sentences) {
    Sentence sentence;
    sentence.first = static_cast<uint32_t>(analysis.tokens.size());
    sentence.range.start = static_cast<uint32_t>(text.size());
    sentence.parsed = true;
    for (const Row& row : rows) {
      Token token;
      token.range.start = static_cast<uint32_t>(text.size());
      text += row.form;
      token.range.end = static_cast<uint32_t>(text.size());
      sentence.range.end = token.range.end;
      if (row.space_after) text += ' ';
      token.form = analysis.words.Intern(row.form);
      token.lower = analysis.words.Intern(ToLower(row.form));
      token.lemma = analysis.words.Intern(row.lemma);
      token.xpos = analysis.words.Intern(row.xpos);
      token.deprel_label = analysis.words.Intern(row.deprel);
      token.deprel = ToDeprel(row.deprel);
      token.upos = ToUpos(row.upos);
      token.head = row.head == 0 ? kNoToken : static_cast<int32_t>(sentence.first) + row.head - 1;
      token.sentence = static_cast<uint32_t>(analysis.sentences.size());
      token.space_after = row.space_after;
      analysis.tokens.push_back(token);
    }
    sentence.last = static_cast<uint32_t>(analysis.tokens.size());
    analysis.sentences.push_back(sentence);
  }
  Block block;
  block.range = {0, static_cast<uint32_t>(text.size())};
  Annotated out;
  out.document = std::make_unique<Document>(std::move(text), Metadata{}, std::vector<Block>{block});
  analysis.document = out.document.get();
  out.analysis = std::move(analysis);
  return out;
}

std::unique_ptr<Document> TextDocument(std::string_view text, std::string_view iso_date) {
  Metadata metadata;
  metadata.date = ParseIsoDate(iso_date);
  Diagnostics diagnostics;
  return std::make_unique<Document>(ReadText(text, std::move(metadata), &diagnostics));
}

std::string Unmark(std::string_view marked, std::vector<TextRange>* ranges) {
  std::string text;
  std::vector<uint32_t> open;
  for (size_t i = 0; i < marked.size(); ++i) {
    const std::string_view pair = marked.substr(i, 2);
    if (pair == "[[") {
      open.push_back(static_cast<uint32_t>(text.size()));
      ++i;
    } else if (pair == "]]" && !open.empty()) {
      ranges->push_back({open.back(), static_cast<uint32_t>(text.size())});
      open.pop_back();
      ++i;
    } else {
      text += marked[i];
    }
  }
  return text;
}

}  // namespace crosscheck::testing
