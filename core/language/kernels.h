#ifndef CROSSCHECK_CORE_LANGUAGE_KERNELS_H_
#define CROSSCHECK_CORE_LANGUAGE_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <span>

namespace crosscheck {

// The inner loops of the network, once per instruction set. All sets give the
// same bytes: sums of products are integers, and floating point is written as
// one fixed order of +, -, *, / on single numbers, never contracted or
// re-associated, so that the width of a vector does not matter.
//
// Activations are 7 bits (0 … 127) and weights lie in -127 … 127: the sum of two
// products stays below 2^15, so AVX2's 16-bit pair sums are as exact as VNNI.
struct Kernels {
  const char* name;

  // sums[r][o] = sum over k of a[r][k] * w[o][k], for `rows` rows of `depth`
  // bytes. `weights` is packed as PackWeights does; `outputs` is a multiple of
  // kOutputBlock, `depth` of kDepthBlock. Rows of `sums` are `outputs` apart.
  void (*multiply)(const uint8_t* a, size_t rows, size_t depth, const int8_t* weights,
                   size_t outputs, int32_t* sums);

  // out[i] = (sums[i] - zero[i]) * scale[i] + bias[i]
  void (*dequantise)(const int32_t* sums, const int32_t* zero, const float* scale,
                     const float* bias, size_t size, float* out);

  // The same times kFixedOne and rounded, with row_scale on the product: the
  // input part of the LSTM gates.
  void (*to_fixed)(const int32_t* sums, const int32_t* zero, const float* scale, const float* bias,
                   float row_scale, size_t size, int16_t* out);

  // One step of one LSTM cell. `sums` (of the state), `zero`, `scale` and `x`
  // (input part, fixed point) hold the gates i, f, g, o of `hidden` units each;
  // `cell` is updated, `state` gets h as 7 bits around kStateZero.
  void (*lstm_cell)(const int32_t* sums, const int32_t* zero, const float* scale, const int16_t* x,
                    size_t hidden, float* cell, uint8_t* state);

  // out[i] = max(0, x[i]) in steps of the returned scale, 0 … 127.
  float (*quantise_relu)(const float* x, size_t size, uint8_t* out);

  // scores[d][h] = sum over k of dep[d][k] * head[k][h], k ascending. `head`
  // rows and `scores` rows are `columns` apart, a multiple of kOutputBlock.
  void (*arc_scores)(const float* dep, size_t rows, size_t depth, const float* head, size_t columns,
                     float* scores);
};

constexpr size_t kOutputBlock = 16;
constexpr size_t kDepthBlock = 4;
constexpr int kStateZero = 64;     // the code of 0 in a signed activation
constexpr float kStateUnit = 63;   // codes per 1.0 of a state
constexpr float kFixedOne = 1024;  // 1.0 in the fixed point of gate inputs

// weights[o][k] -> blocks of 16 outputs, in them groups of 4 inputs, in them
// output by output: [o / 16][k / 4][o % 16][k % 4].
void PackWeights(const int8_t* weights, size_t outputs, size_t depth, int8_t* packed);

// What this processor can run, the portable one first, the fastest last.
std::span<const Kernels* const> SupportedKernels();

// One per source file; only SupportedKernels may hand them out.
extern const Kernels kScalarKernels;
#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
extern const Kernels kVnniKernels;
#endif

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_KERNELS_H_
