#ifndef CROSSCHECK_TESTS_SUPPORT_CONLLU_H_
#define CROSSCHECK_TESTS_SUPPORT_CONLLU_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analysis.h"

namespace crosscheck::testing {

// A document with a hand-made analysis, for tests that must not depend on what
// the parser thinks of a sentence today.
struct Annotated {
  std::unique_ptr<Document> document;  // a fixed address: `analysis` points to it
  Analysis analysis;
};

// Builds it from lines "form lemma UPOS XPOS head deprel" (fields separated by
// white space; head 1-based in the sentence, 0 = root; "_" = empty). A blank
// line ends a sentence; a form that ends in "~" has no space after it. All
// sentences stand in one prose block.
Annotated FromConllu(std::string_view lines);

// A document of plain text, read as the program reads .txt.
std::unique_ptr<Document> TextDocument(std::string_view text, std::string_view iso_date = "");

// Takes the [[…]] marks out of `marked`; `ranges` get the bytes they held.
std::string Unmark(std::string_view marked, std::vector<TextRange>* ranges);

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_SUPPORT_CONLLU_H_
