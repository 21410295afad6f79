#ifndef CROSSCHECK_TESTS_FUZZ_WORDS_FUZZ_H_
#define CROSSCHECK_TESTS_FUZZ_WORDS_FUZZ_H_

#include <string_view>

namespace crosscheck::testing {

// The sentence splitter and the tokenizer on arbitrary bytes, valid UTF-8 or
// not. Sentences and words must lie in order without overlapping, hold every
// byte that is no white space, and begin and end on borders of characters.
void FuzzWords(std::string_view bytes);

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_FUZZ_WORDS_FUZZ_H_
