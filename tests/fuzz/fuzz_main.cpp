// The entry of libFuzzer: FUZZ_TARGET names the target that this program is for.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzz_targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using crosscheck::testing::FuzzTarget;
  const auto targets = crosscheck::testing::FuzzTargets();
  std::ranges::find(targets, FUZZ_TARGET, &FuzzTarget::name)
      ->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
