// Kernels for AVX-512 with VNNI. Compiled with the flags of isa.cmake; run only
// where the processor has all of them.

#include "core/language/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

namespace crosscheck {
namespace {

#include "core/language/kernels_loops.inc"

inline int32_t LoadGroup(const uint8_t* at) {
  int32_t group;
  __builtin_memcpy(&group, at, sizeof group);
  return group;
}

// kRows rows times kBlocks blocks of 16 outputs.
template <size_t kRows, size_t kBlocks>
inline void Block(const uint8_t* a, size_t depth, const int8_t* w, size_t outputs, int32_t* sums) {
  __m512i sum[kRows][kBlocks];
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t b = 0; b < kBlocks; ++b) sum[r][b] = _mm512_setzero_si512();
  }
  for (size_t k = 0; k < depth; k += kDepthBlock, w += kOutputBlock * kDepthBlock) {
    __m512i part[kBlocks];
    for (size_t b = 0; b < kBlocks; ++b) {
      part[b] = _mm512_loadu_si512(w + b * kOutputBlock * depth);
    }
    for (size_t r = 0; r < kRows; ++r) {
      const __m512i group = _mm512_set1_epi32(LoadGroup(a + r * depth + k));
      for (size_t b = 0; b < kBlocks; ++b)
        sum[r][b] = _mm512_dpbusd_epi32(sum[r][b], group, part[b]);
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t b = 0; b < kBlocks; ++b) {
      _mm512_storeu_si512(sums + r * outputs + b * kOutputBlock, sum[r][b]);
    }
  }
}

template <size_t kBlocks>
inline void Rows(const uint8_t* a, size_t rows, size_t depth, const int8_t* w, size_t outputs,
                 int32_t* sums) {
  size_t r = 0;
  for (; r + 4 <= rows; r += 4)
    Block<4, kBlocks>(a + r * depth, depth, w, outputs, sums + r * outputs);
  for (; r < rows; ++r) Block<1, kBlocks>(a + r * depth, depth, w, outputs, sums + r * outputs);
}

void Multiply(const uint8_t* a, size_t rows, size_t depth, const int8_t* weights, size_t outputs,
              int32_t* sums) {
  size_t at = 0;
  for (; at + 4 * kOutputBlock <= outputs; at += 4 * kOutputBlock) {
    Rows<4>(a, rows, depth, weights + at * depth, outputs, sums + at);
  }
  for (; at < outputs; at += kOutputBlock) {
    Rows<1>(a, rows, depth, weights + at * depth, outputs, sums + at);
  }
}

}  // namespace

const Kernels kVnniKernels = {"avx512-vnni", Multiply,     Dequantise, ToFixed,
                              LstmCell,      QuantiseRelu, ArcScores};

}  // namespace crosscheck

#endif  // __x86_64__
