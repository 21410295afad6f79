#include "core/language/kernels.h"

#include <vector>

namespace crosscheck {

void PackWeights(const int8_t* weights, size_t outputs, size_t depth, int8_t* packed) {
  for (size_t o = 0; o < outputs; ++o) {
    int8_t* block = packed + o / kOutputBlock * kOutputBlock * depth;
    for (size_t k = 0; k < depth; ++k) {
      block[k / kDepthBlock * kOutputBlock * kDepthBlock + o % kOutputBlock * kDepthBlock +
            k % kDepthBlock] = weights[o * depth + k];
    }
  }
}

std::span<const Kernels* const> SupportedKernels() {
  static const std::vector<const Kernels*> supported = [] {
    std::vector<const Kernels*> found = {&kScalarKernels};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) found.push_back(&kAvx2Kernels);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vnni")) {
      found.push_back(&kVnniKernels);
    }
#endif
    return found;
  }();
  return supported;
}

}  // namespace crosscheck
