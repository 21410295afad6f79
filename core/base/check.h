#ifndef CROSSCHECK_CORE_BASE_CHECK_H_
#define CROSSCHECK_CORE_BASE_CHECK_H_

namespace crosscheck::internal {
[[noreturn]] void CheckFailed(const char* condition, const char* file, int line);
}

// Ends the program where our own code broke a promise. Never for bad input.
#define CROSSCHECK_CHECK(condition) \
  ((condition) ? static_cast<void>(0) \
               : ::crosscheck::internal::CheckFailed(#condition, __FILE__, __LINE__))

#endif  // CROSSCHECK_CORE_BASE_CHECK_H_
