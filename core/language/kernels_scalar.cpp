// The portable kernels: the reference that the others are compared with.

#include "core/language/kernels.h"

namespace crosscheck {
namespace {

#include "core/language/kernels_loops.inc"

void Multiply(const uint8_t* a, size_t rows, size_t depth, const int8_t* weights, size_t outputs,
              int32_t* sums) {
  for (size_t r = 0; r < rows; ++r) {
    const uint8_t* row = a + r * depth;
    const int8_t* w = weights;
    for (size_t block = 0; block < outputs; block += kOutputBlock) {
      int32_t sum[kOutputBlock] = {};
      for (size_t k = 0; k < depth; k += kDepthBlock) {
        for (size_t o = 0; o < kOutputBlock; ++o) {
          for (size_t i = 0; i < kDepthBlock; ++i) sum[o] += row[k + i] * w[o * kDepthBlock + i];
        }
        w += kOutputBlock * kDepthBlock;
      }
      for (size_t o = 0; o < kOutputBlock; ++o) sums[r * outputs + block + o] = sum[o];
    }
  }
}

}  // namespace

const Kernels kScalarKernels = {"scalar", Multiply,     Dequantise, ToFixed,
                                LstmCell, QuantiseRelu, ArcScores};

}  // namespace crosscheck
