// Kernels for AVX2. Compiled with -mavx2 (isa.cmake); run only where the
// processor has it.

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

// kRows rows times one block of 16 outputs.
template <size_t kRows>
inline void Block(const uint8_t* a, size_t depth, const int8_t* w, size_t outputs, int32_t* sums) {
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i low[kRows], high[kRows];
  for (size_t r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  for (size_t k = 0; k < depth; k += kDepthBlock, w += kOutputBlock * kDepthBlock) {
    const __m256i w_low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w));
    const __m256i w_high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + 32));
    for (size_t r = 0; r < kRows; ++r) {
      const __m256i group = _mm256_set1_epi32(LoadGroup(a + r * depth + k));
      low[r] =
          _mm256_add_epi32(low[r], _mm256_madd_epi16(_mm256_maddubs_epi16(group, w_low), ones));
      high[r] =
          _mm256_add_epi32(high[r], _mm256_madd_epi16(_mm256_maddubs_epi16(group, w_high), ones));
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * outputs), low[r]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * outputs + 8), high[r]);
  }
}

void Multiply(const uint8_t* a, size_t rows, size_t depth, const int8_t* weights, size_t outputs,
              int32_t* sums) {
  for (size_t block = 0; block < outputs; block += kOutputBlock) {
    const int8_t* w = weights + block * depth;
    size_t r = 0;
    for (; r + 4 <= rows; r += 4)
      Block<4>(a + r * depth, depth, w, outputs, sums + r * outputs + block);
    for (; r + 2 <= rows; r += 2)
      Block<2>(a + r * depth, depth, w, outputs, sums + r * outputs + block);
    for (; r < rows; ++r) Block<1>(a + r * depth, depth, w, outputs, sums + r * outputs + block);
  }
}

}  // namespace

const Kernels kAvx2Kernels = {"avx2",   Multiply,     Dequantise, ToFixed,
                              LstmCell, QuantiseRelu, ArcScores};

}  // namespace crosscheck

#endif  // __x86_64__
