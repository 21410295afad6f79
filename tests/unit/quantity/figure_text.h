#ifndef CROSSCHECK_TESTS_UNIT_QUANTITY_FIGURE_TEXT_H_
#define CROSSCHECK_TESTS_UNIT_QUANTITY_FIGURE_TEXT_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/unicode.h"
#include "core/quantity/figure.h"
#include "tests/support/conllu.h"

namespace crosscheck::testing {

// A text cut at white space, as one sentence without tags or tree: what figures
// must be readable from, whatever tokenizer or parser stands before them.
inline Annotated Bare(std::string_view text) {
  Annotated out;
  Block block;
  block.range = {0, static_cast<uint32_t>(text.size())};
  out.document = std::make_unique<Document>(std::string(text), Metadata{}, std::vector<Block>{block});
  Analysis& analysis = out.analysis;
  analysis.document = out.document.get();
  const std::string_view fixed = out.document->text();
  for (uint32_t at = 0; at < fixed.size();) {
    uint32_t end = at;
    while (end < fixed.size() && !IsSpace(CodePointAt(fixed, end).value)) end += CodePointAt(fixed, end).size;
    if (end > at) {
      Token token;
      token.range = {at, end};
      token.form = analysis.words.Intern(token.range.In(fixed));
      token.lower = token.lemma = analysis.words.Intern(ToLower(token.range.In(fixed)));
      analysis.tokens.push_back(token);
    }
    at = end < fixed.size() ? end + CodePointAt(fixed, end).size : end;
  }
  Sentence sentence;
  sentence.range = block.range;
  sentence.last = static_cast<uint32_t>(analysis.tokens.size());
  analysis.sentences.push_back(sentence);
  return out;
}

struct MarkedFigure {
  Annotated text;
  std::optional<Figure> figure;  // the first that overlaps the [[marks]]
};

inline MarkedFigure ReadMarked(std::string_view marked) {
  std::vector<TextRange> ranges;
  const std::string plain = Unmark(marked, &ranges);
  MarkedFigure out{Bare(plain), std::nullopt};
  for (const Figure& figure : ReadFigures(out.text.analysis)) {
    if (!out.figure && !ranges.empty() && ranges[0].Overlaps(figure.range)) out.figure = figure;
  }
  return out;
}

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_UNIT_QUANTITY_FIGURE_TEXT_H_
