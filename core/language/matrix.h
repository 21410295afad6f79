#ifndef CROSSCHECK_CORE_LANGUAGE_MATRIX_H_
#define CROSSCHECK_CORE_LANGUAGE_MATRIX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/language/kernels.h"
#include "core/language/model_file.h"

namespace crosscheck {

// What the bytes that a matrix is multiplied with stand for.
enum class Activation : uint8_t {
  kState,     // LSTM states: -1 … 1 as kStateUnit codes around kStateZero
  kSigned,    // around kStateZero, with a step of its own for each row
  kPositive,  // 0 … 127, with a step of its own for each row
};

// A linear map with int8 weights, repacked for the kernels when it is loaded:
// sections NAME.codes [outputs][inputs], NAME.scales and NAME.bias. The outputs
// are padded to a multiple of kOutputBlock with rows of zeros.
class Matrix {
 public:
  static Result<Matrix> Load(const ModelFile& model, std::string_view name, size_t outputs,
                             size_t inputs, Activation activation);

  size_t inputs() const { return inputs_; }
  size_t outputs() const { return outputs_; }
  size_t padded() const { return bias_.size(); }

  // sums of `rows` rows of inputs() bytes; `sums` has rows * padded() places.
  void Multiply(const Kernels& kernels, const uint8_t* rows_in, size_t rows, int32_t* sums) const {
    kernels.multiply(rows_in, rows, inputs_, packed_.data(), padded(), sums);
  }

  // What turns sums into numbers, each padded() long.
  const int32_t* zero() const { return zero_.data(); }
  const float* scale() const { return scale_.data(); }
  const float* bias() const { return bias_.data(); }

 private:
  size_t inputs_ = 0;
  size_t outputs_ = 0;
  std::vector<int8_t> packed_;
  std::vector<int32_t> zero_;  // the sum that an input of zeros gives
  std::vector<float> scale_;   // of one unit of the sum, before a row's step
  std::vector<float> bias_;
};

// A section of `count` floats, all finite and of sane size, so that nothing
// behind can meet a NaN or overflow an integer.
Result<std::span<const float>> FiniteFloats(const ModelFile& model, std::string_view name,
                                            size_t count);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_MATRIX_H_
