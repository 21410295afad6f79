#ifndef CROSSCHECK_CORE_LANGUAGE_NAME_DECODER_H_
#define CROSSCHECK_CORE_LANGUAGE_NAME_DECODER_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/language/analysis.h"

namespace crosscheck {

// Reads names out of BILOU scores: "B-PER I-PER L-PER" is a name of three words,
// "U-LOC" of one, "O" none. The best sequence in which every name that begins
// also ends wins (Viterbi), so that no span has to be repaired.
class NameDecoder {
 public:
  NameDecoder() = default;
  // The labels in the order of the scores; an error where one is none.
  static Result<NameDecoder> Make(std::span<const std::string_view> labels);

  // The best label of each of `words` words; rows of scores are `stride` apart.
  std::vector<uint32_t> Best(std::span<const float> scores, size_t words, size_t stride) const;

  // The names of a sequence that Best gave; indices count from `first`.
  std::vector<NameSpan> Spans(std::span<const uint32_t> labels, uint32_t first) const;

 private:
  enum class Place : uint8_t { kOutside, kBegin, kInside, kLast, kUnit };
  struct Label {
    Place place = Place::kOutside;
    NameType type = NameType::kPerson;
  };
  static bool Opens(Label label) {
    return label.place == Place::kBegin || label.place == Place::kInside;
  }
  static bool Follows(Label before, Label after);

  std::vector<Label> labels_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_NAME_DECODER_H_
