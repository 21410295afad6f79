#ifndef CROSSCHECK_CORE_LANGUAGE_LEMMATIZER_H_
#define CROSSCHECK_CORE_LANGUAGE_LEMMATIZER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/language/model_file.h"

namespace crosscheck {

// The dictionary form of a word, from its form and its Penn Treebank tag:
// "bought" VBD → "buy". Names keep their case, other words lose it. Learned by
// tools/language/lemmas; the table is read where it lies in the model file,
// which must outlive the lemmatizer. Thread-safe.
class Lemmatizer {
 public:
  // From section "lemma.table". Where the model has none the lemmatizer only
  // lowers case; where the section is damaged there is an error.
  static Result<Lemmatizer> Load(const ModelFile& model);

  // `loud`: the sentence is in capitals throughout, so that those of this word
  // say nothing. Never empty for a form that is not.
  std::string Lemma(std::string_view form, std::string_view xpos, bool loud) const;

 private:
  std::string_view Find(char kind, std::string_view form, std::string_view xpos) const;
  std::string Guess(bool capitals, std::string_view form, std::string_view lower,
                    std::string_view xpos) const;

  std::string_view offsets_;  // four bytes a slot
  std::string_view records_;
  uint32_t slots_ = 0;  // a power of two, or 0: there is no table
};

// True where a form has two letters or more and all of them are capitals.
bool IsInCapitals(std::string_view form);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_LEMMATIZER_H_
