#ifndef CROSSCHECK_CORE_LANGUAGE_WORD_VECTORS_H_
#define CROSSCHECK_CORE_LANGUAGE_WORD_VECTORS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/language/model_file.h"

namespace crosscheck {

// How near the meanings of two words are, by the word vectors (GloVe, 60,000
// words, int8) that the model file holds for the network. Nearness is no
// evidence: "rise" and "fall" are near. For ranking, never for a verdict.
// Thread-safe; the model must outlive it.
class WordVectors {
 public:
  // Empty where the model has no vectors; an error where they are damaged.
  static Result<WordVectors> Load(const ModelFile& model);

  size_t size() const { return keys_.size(); }
  // The cosine of the angle between the vectors of two forms (case is ignored),
  // -1 … 1; nothing where either word is unknown. The same on every machine.
  std::optional<double> Cosine(std::string_view a, std::string_view b) const;

 private:
  std::span<const int8_t> Find(std::string_view form) const;

  std::span<const uint64_t> keys_;  // ascending
  std::span<const int8_t> codes_;   // width_ a key
  size_t width_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_WORD_VECTORS_H_
