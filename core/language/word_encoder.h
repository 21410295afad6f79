#ifndef CROSSCHECK_CORE_LANGUAGE_WORD_ENCODER_H_
#define CROSSCHECK_CORE_LANGUAGE_WORD_ENCODER_H_

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/language/kernels.h"
#include "core/language/matrix.h"
#include "core/language/model_file.h"
#include "core/language/word_features.h"

namespace crosscheck {

// Turns a word form into all that the network computes from it alone: embeddings
// of the word, its vector and its affixes are summed, layer-normed and multiplied
// with the input weights of the first LSTM layer and of the tag and name heads.
// This depends on nothing but the form, so the rows of frequent forms are kept.
//
// Thread-safe: the kept rows are written once and never changed or dropped while
// the encoder lives; the store is bounded (kSlots rows of 3 KB), and a row has
// the same bytes whether it was kept or not. The model must outlive the encoder.
class WordEncoder {
 public:
  struct Sizes {
    uint32_t embedding = 0;
    uint32_t hidden = 0;
    uint32_t skip = 0;    // units of the heads that also read the word itself
    uint32_t vector = 0;  // components of a word vector
    std::array<uint32_t, kHashedFeatures> tables = {};
  };
  static constexpr size_t kSlots = 4096;

  static Result<WordEncoder> Load(const ModelFile& model, const Sizes& sizes);
  WordEncoder(WordEncoder&&) noexcept;
  WordEncoder& operator=(WordEncoder&&) noexcept;
  ~WordEncoder();

  // Numbers of one row, fixed point: 4 gates of both directions, forward first,
  // then the skip units, up to a multiple of kOutputBlock.
  size_t row_size() const { return row_size_; }
  size_t skip_start() const { return 8 * size_t{sizes_.hidden}; }

  // The row of a form: `scratch` (row_size() long) if it had to be computed and
  // was not kept, else a row of ours.
  const int16_t* Row(const Kernels& kernels, std::string_view form, int16_t* scratch) const;

  // The layer-normed embedding, for tests and explanations.
  std::vector<float> Embedding(std::string_view form) const;

 private:
  // A table found by the hash of a word, int8 codes with a scale a row.
  struct Table {
    std::span<const uint64_t> keys;  // ascending
    std::span<const int8_t> codes;
    std::span<const float> scales;

    Status Load(const ModelFile& model, const std::string& name, size_t width, bool keyed);
    // The row of a key, or nothing.
    const int8_t* Find(uint64_t key, size_t width, float* scale) const;
  };
  struct Kept;
  struct Slots;

  WordEncoder();
  void Compute(const Kernels& kernels, std::string_view form, int16_t* row) const;

  Sizes sizes_;
  Table words_, vectors_, hashed_;
  std::span<const float> norm_;     // gains, then biases
  std::span<const float> project_;  // [vector component][embedding]
  std::array<uint32_t, kHashedFeatures> first_row_ = {};
  std::vector<Matrix> input_;  // forward, backward, skip
  size_t row_size_ = 0;
  std::unique_ptr<Slots> slots_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_WORD_ENCODER_H_
