#ifndef CROSSCHECK_CORE_BASE_ONE_OF_H_
#define CROSSCHECK_CORE_BASE_ONE_OF_H_

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace crosscheck {

// True where the word is one of a few. For closed sets of the grammar; whatever
// an author of rules may want to change stands in rules/lexicon.
inline bool OneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_ONE_OF_H_
