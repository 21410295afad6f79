#ifndef CROSSCHECK_CORE_LANGUAGE_TREE_TEXT_H_
#define CROSSCHECK_CORE_LANGUAGE_TREE_TEXT_H_

#include <string>

#include "core/language/analysis.h"

namespace crosscheck {

// A sentence as an indented tree for people who write rules: the text on the
// first line, then one line a word, children below their head in the order of
// the text, with relation, form, lemma where it differs, and tags:
//
//   The firm did not raise prices .
//   root    raise  VERB/VB
//     nsubj   firm  NOUN/NN
//       det     The  the  DET/DT
//
// A sentence without a tree gives its words, one a line, without relations.
std::string TreeText(const Analysis& analysis, const Sentence& sentence);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_TREE_TEXT_H_
