#ifndef CROSSCHECK_TESTS_FUZZ_FUZZ_TARGETS_H_
#define CROSSCHECK_TESTS_FUZZ_FUZZ_TARGETS_H_

#include <span>
#include <string_view>

namespace crosscheck::testing {

// A function that eats bytes from outside. It must come back whatever they are,
// and checks what it can of its own result.
struct FuzzTarget {
  std::string_view name;  // also the folder of its corpus, tests/fuzz/corpus/<name>
  void (*run)(std::string_view bytes);
};
std::span<const FuzzTarget> FuzzTargets();

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_FUZZ_FUZZ_TARGETS_H_
