#include "core/language/matrix.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace crosscheck {

Result<std::span<const float>> FiniteFloats(const ModelFile& model, std::string_view name,
                                            size_t count) {
  constexpr float kLimit = 1e4f;
  Result<std::span<const float>> values = model.Array<float>(name, count);
  if (values && !std::ranges::all_of(*values, [](float x) { return std::abs(x) < kLimit; })) {
    return Error{model.name() + ": section '" + std::string(name) + "' holds impossible numbers"};
  }
  return values;
}

Result<Matrix> Matrix::Load(const ModelFile& model, std::string_view name, size_t outputs,
                            size_t inputs, Activation activation) {
  const std::string base(name);
  const auto codes = model.Array<int8_t>(base + ".codes", outputs * inputs);
  if (!codes) return codes.error();
  const auto scales = FiniteFloats(model, base + ".scales", outputs);
  if (!scales) return scales.error();
  const auto bias = FiniteFloats(model, base + ".bias", outputs);
  if (!bias) return bias.error();
  // AVX2 would saturate on -128; the exporter never writes it.
  if (inputs % kDepthBlock != 0 || std::ranges::count(*codes, int8_t{-128}) != 0) {
    return Error{model.name() + ": matrix '" + base + "' is not fit for the kernels"};
  }
  Matrix matrix;
  matrix.inputs_ = inputs;
  matrix.outputs_ = outputs;
  const size_t padded = (outputs + kOutputBlock - 1) / kOutputBlock * kOutputBlock;
  matrix.packed_.resize(padded * inputs);
  PackWeights((*codes).data(), outputs, inputs, matrix.packed_.data());
  matrix.zero_.resize(padded);
  matrix.scale_.resize(padded);
  matrix.bias_.resize(padded);
  const float unit = activation == Activation::kState ? 1.0f / kStateUnit : 1.0f;
  const int zero = activation == Activation::kPositive ? 0 : kStateZero;
  for (size_t o = 0; o < outputs; ++o) {
    int32_t sum = 0;
    for (const int8_t code : (*codes).subspan(o * inputs, inputs)) sum += code;
    matrix.zero_[o] = sum * zero;
    matrix.scale_[o] = (*scales)[o] * unit;
    matrix.bias_[o] = (*bias)[o];
  }
  return matrix;
}

}  // namespace crosscheck
