#ifndef CROSSCHECK_CORE_LANGUAGE_SENTENCE_SPLITTER_H_
#define CROSSCHECK_CORE_LANGUAGE_SENTENCE_SPLITTER_H_

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/text_range.h"
#include "core/language/word_lists.h"

namespace crosscheck {

// Cuts a block of text into sentences. Thread-safe once loaded.
class SentenceSplitter {
 public:
  // `lexicon` is the folder that holds abbreviations.yaml.
  static Result<SentenceSplitter> Load(const std::filesystem::path& lexicon);

  // The sentences of `block`, which is a range of `text`: in order, disjoint,
  // without white space around them, holding everything else of the block. A
  // single line break is white space like any other. Linear in the block.
  std::vector<TextRange> Split(std::string_view text, TextRange block) const;

 private:
  explicit SentenceSplitter(Abbreviations abbreviations);

  Abbreviations abbreviations_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_SENTENCE_SPLITTER_H_
