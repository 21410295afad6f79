#ifndef CROSSCHECK_CORE_LANGUAGE_TOKENIZER_H_
#define CROSSCHECK_CORE_LANGUAGE_TOKENIZER_H_

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/text_range.h"
#include "core/language/word_lists.h"

namespace crosscheck {

// Cuts a sentence into words by the conventions of Universal Dependencies
// English (EWT and GUM): "don't" is do + n't, "Berg's" Berg + 's, "15-year"
// three words, "co-founder" one. Thread-safe once loaded.
class Tokenizer {
 public:
  // `lexicon` is the folder that holds tokens.yaml and abbreviations.yaml.
  static Result<Tokenizer> Load(const std::filesystem::path& lexicon);

  // The words of `sentence`, which is a range of `text`: in order, disjoint,
  // holding everything but white space. Linear in the sentence.
  std::vector<TextRange> Tokenize(std::string_view text, TextRange sentence) const;
  // What a word stands for: "(" for the "-LRB-" of treebanks, else the word itself.
  std::string_view FormOf(std::string_view word) const;

 private:
  Tokenizer(TokenLists lists, Abbreviations abbreviations);

  TokenLists lists_;
  Abbreviations abbreviations_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_TOKENIZER_H_
