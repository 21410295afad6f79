#ifndef CROSSCHECK_CORE_LANGUAGE_LANGUAGE_ID_H_
#define CROSSCHECK_CORE_LANGUAGE_LANGUAGE_ID_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/language/analysis.h"
#include "core/language/word_lists.h"

namespace crosscheck {

// Tells sentences in other languages from English ones, so that they are said to
// be so and not parsed as English. Made to err on the side of English: headlines,
// lists of names and fragments are never marked. Thread-safe once loaded.
class LanguageId {
 public:
  // `lexicon` is the folder that holds languages.yaml.
  static Result<LanguageId> Load(const std::filesystem::path& lexicon);

  // Sets Sentence::foreign; reads the tokens' forms only. Linear.
  void Mark(Analysis* analysis) const;

 private:
  enum class Verdict : uint8_t { kEnglish, kOpen, kForeign };

  LanguageId() = default;
  Verdict Judge(const Analysis& analysis, const Sentence& sentence) const;
  bool IsInName(const Analysis& analysis, const Sentence& sentence, uint32_t token) const;

  WordSet english_;
  WordSet in_names_;
  // Word → the languages that have it, one bit each.
  std::unordered_map<std::string, uint32_t, StringHash, std::equal_to<>> foreign_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_LANGUAGE_ID_H_
