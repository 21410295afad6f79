#ifndef CROSSCHECK_CORE_CLAIM_FUNCTION_WORDS_H_
#define CROSSCHECK_CORE_CLAIM_FUNCTION_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "core/base/diagnostic.h"

namespace crosscheck {

// The classes of rules/lexicon/function-words.yaml, which says what each is for.
enum class WordClass : uint8_t {
#define WORD_CLASS(constant, key) constant,
#include "core/claim/function_words.def"
  kCount
};

// Closed classes of words by which a clause is denied, hedged, quantified or
// passed over. Immutable after loading.
class FunctionWords {
 public:
  // Reads function-words.yaml below `folder`. A class that the file does not
  // have, or has twice, is said in `diagnostics`, and so is a word that stands
  // twice in its class.
  static FunctionWords Load(const std::filesystem::path& folder, Diagnostics* diagnostics);

  // `word` in lower case: a form or a lemma, as the class has it.
  bool Is(WordClass of, std::string_view word) const { return sets_[static_cast<size_t>(of)].contains(std::string(word)); }

 private:
  std::array<std::unordered_set<std::string>, static_cast<size_t>(WordClass::kCount)> sets_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_FUNCTION_WORDS_H_
