#include "core/language/word_encoder.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include "core/base/hash.h"

namespace crosscheck {

struct WordEncoder::Kept {
  uint64_t form = 0;  // 64-bit hash; two forms of one hash are beyond our days
  std::vector<int16_t> row;
};

// First come, first kept: text is so skewed that the words of the first few
// pages are most words of all later ones, and a slot that never changes needs
// no lock.
struct WordEncoder::Slots {
  std::array<std::atomic<const Kept*>, kSlots> kept = {};
  ~Slots() {
    for (const std::atomic<const Kept*>& slot : kept) delete slot.load();
  }
};

WordEncoder::WordEncoder() : slots_(std::make_unique<Slots>()) {}
WordEncoder::WordEncoder(WordEncoder&&) noexcept = default;
WordEncoder& WordEncoder::operator=(WordEncoder&&) noexcept = default;
WordEncoder::~WordEncoder() = default;

Status WordEncoder::Table::Load(const ModelFile& model, const std::string& name, size_t width,
                                bool keyed) {
  const size_t rows = model.Section(name + ".scales").size() / sizeof(float);
  const auto code_array = model.Array<int8_t>(name + ".codes", rows * width);
  if (!code_array) return code_array.error();
  const auto scale_array = FiniteFloats(model, name + ".scales", rows);
  if (!scale_array) return scale_array.error();
  codes = *code_array;
  scales = *scale_array;
  if (!keyed) return {};
  const auto key_array = model.Array<uint64_t>(name + ".keys", rows);
  if (!key_array) return key_array.error();
  keys = *key_array;
  if (!std::ranges::is_sorted(keys)) {
    return Error{model.name() + ": section '" + name + ".keys' is not in order"};
  }
  return {};
}

const int8_t* WordEncoder::Table::Find(uint64_t key, size_t width, float* scale) const {
  const auto found = std::ranges::lower_bound(keys, key);
  if (found == keys.end() || *found != key) return nullptr;
  const auto row = static_cast<size_t>(found - keys.begin());
  *scale = scales[row];
  return codes.data() + row * width;
}

Result<WordEncoder> WordEncoder::Load(const ModelFile& model, const Sizes& sizes) {
  WordEncoder encoder;
  encoder.sizes_ = sizes;
  const size_t width = sizes.embedding;
  for (auto [table, name, columns, keyed] :
       {std::tuple(&encoder.words_, "word", width, true),
        std::tuple(&encoder.vectors_, "vector", size_t{sizes.vector}, true),
        std::tuple(&encoder.hashed_, "hashed", width, false)}) {
    if (Status status = table->Load(model, name, columns, keyed); !status) return status.error();
  }
  uint32_t rows = 0;
  for (size_t i = 0; i < kHashedFeatures; ++i) {
    encoder.first_row_[i] = std::exchange(rows, rows + sizes.tables[i]);
  }
  if (rows != encoder.hashed_.scales.size()) {
    return Error{model.name() + ": section 'hashed.scales' has not the rows of its tables"};
  }
  const auto norm = FiniteFloats(model, "word.norm", 2 * width);
  if (!norm) return norm.error();
  encoder.norm_ = *norm;
  const auto project = FiniteFloats(model, "vector.project", sizes.vector * width);
  if (!project) return project.error();
  encoder.project_ = *project;
  for (const auto& [name, outputs] :
       {std::pair("layer1.forward.input", 4 * sizes.hidden),
        std::pair("layer1.backward.input", 4 * sizes.hidden), std::pair("head.skip", sizes.skip)}) {
    Result<Matrix> matrix = Matrix::Load(model, name, outputs, width, Activation::kSigned);
    if (!matrix) return matrix.error();
    encoder.row_size_ += (*matrix).padded();
    encoder.input_.push_back(*std::move(matrix));
  }
  return encoder;
}

std::vector<float> WordEncoder::Embedding(std::string_view form) const {
  const WordFeatures features = FeaturesOf(form);
  const size_t width = sizes_.embedding;
  std::vector<float> sum(width, 0.0f);
  const auto add = [&sum](const int8_t* codes, float scale) {
    for (size_t i = 0; i < sum.size(); ++i) sum[i] += scale * static_cast<float>(codes[i]);
  };
  float scale = 0;
  if (const int8_t* codes = words_.Find(features.word_key, width, &scale)) add(codes, scale);
  if (const int8_t* codes = vectors_.Find(features.vector_key, sizes_.vector, &scale)) {
    for (size_t k = 0; k < sizes_.vector; ++k) {
      const float factor = scale * static_cast<float>(codes[k]);
      const float* row = project_.data() + k * width;
      for (size_t i = 0; i < width; ++i) sum[i] += factor * row[i];
    }
  }
  for (size_t t = 0; t < kHashedFeatures; ++t) {
    const size_t row = first_row_[t] + features.hashed[t] % sizes_.tables[t];
    add(hashed_.codes.data() + row * width, hashed_.scales[row]);
  }
  const auto count = static_cast<float>(width);
  float mean = 0, variance = 0;
  for (const float x : sum) mean += x;
  mean /= count;
  for (const float x : sum) variance += (x - mean) * (x - mean);
  const float inverse = 1.0f / std::sqrt(variance / count + 1e-5f);
  for (size_t i = 0; i < width; ++i) {
    sum[i] = (sum[i] - mean) * inverse * norm_[i] + norm_[width + i];
  }
  return sum;
}

void WordEncoder::Compute(const Kernels& kernels, std::string_view form, int16_t* row) const {
  const std::vector<float> embedding = Embedding(form);
  float top = 1e-6f;
  for (const float x : embedding) top = std::max(top, std::abs(x));
  std::vector<uint8_t> codes(embedding.size());
  for (size_t i = 0; i < codes.size(); ++i) {
    codes[i] = static_cast<uint8_t>(static_cast<int>(embedding[i] / top * kStateUnit +
                                                     (static_cast<float>(kStateZero) + 0.5f)));
  }
  std::vector<int32_t> sums(row_size_);
  for (const Matrix& matrix : input_) {
    matrix.Multiply(kernels, codes.data(), 1, sums.data());
    kernels.to_fixed(sums.data(), matrix.zero(), matrix.scale(), matrix.bias(), top / kStateUnit,
                     matrix.padded(), row);
    row += matrix.padded();
  }
}

const int16_t* WordEncoder::Row(const Kernels& kernels, std::string_view form,
                                int16_t* scratch) const {
  const uint64_t hash = Hash64(form);
  std::atomic<const Kept*>& slot = slots_->kept[hash % kSlots];
  const Kept* kept = slot.load(std::memory_order_acquire);
  if (kept != nullptr && kept->form == hash) return kept->row.data();
  Compute(kernels, form, scratch);
  if (kept != nullptr) return scratch;
  auto fresh = std::make_unique<Kept>();
  fresh->form = hash;
  fresh->row.assign(scratch, scratch + row_size());
  if (!slot.compare_exchange_strong(kept, fresh.get(), std::memory_order_acq_rel)) return scratch;
  return fresh.release()->row.data();
}

}  // namespace crosscheck
