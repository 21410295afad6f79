#include "core/language/word_vectors.h"

#include <algorithm>
#include <cmath>

#include "core/language/word_features.h"

namespace crosscheck {
namespace {

constexpr size_t kMostComponents = 1024;  // sums of products stay below 2^31

}  // namespace

Result<WordVectors> WordVectors::Load(const ModelFile& model) {
  WordVectors vectors;
  if (!model.Has("vector.keys") || !model.Has("vector.codes")) return vectors;
  const size_t words = model.Section("vector.keys").size() / sizeof(uint64_t);
  const size_t numbers = model.Section("vector.codes").size();
  if (words == 0) return vectors;
  const auto keys = model.Array<uint64_t>("vector.keys", words);
  if (!keys) return keys.error();
  const auto codes = model.Array<int8_t>("vector.codes", numbers);
  if (!codes) return codes.error();
  if (numbers % words != 0 || numbers / words > kMostComponents || !std::ranges::is_sorted(*keys)) {
    return Error{model.name() + ": the word vectors are damaged"};
  }
  vectors.keys_ = *keys;
  vectors.codes_ = *codes;
  vectors.width_ = numbers / words;
  return vectors;
}

std::span<const int8_t> WordVectors::Find(std::string_view form) const {
  const uint64_t key = FeaturesOf(form).vector_key;
  const auto found = std::ranges::lower_bound(keys_, key);
  if (found == keys_.end() || *found != key) return {};
  return codes_.subspan(static_cast<size_t>(found - keys_.begin()) * width_, width_);
}

// The scale of a row cancels out, so whole numbers suffice up to the last step.
std::optional<double> WordVectors::Cosine(std::string_view a, std::string_view b) const {
  const std::span<const int8_t> of_a = Find(a), of_b = Find(b);
  if (of_a.empty() || of_b.empty()) return std::nullopt;
  int32_t product = 0, square_a = 0, square_b = 0;
  for (size_t i = 0; i < width_; ++i) {
    product += of_a[i] * of_b[i];
    square_a += of_a[i] * of_a[i];
    square_b += of_b[i] * of_b[i];
  }
  if (square_a == 0 || square_b == 0) return std::nullopt;
  return product / std::sqrt(static_cast<double>(square_a) * square_b);
}

}  // namespace crosscheck
