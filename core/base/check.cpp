#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace crosscheck::internal {

void CheckFailed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "crosscheck: internal error: %s does not hold (%s:%d)\n", condition, file, line);
  std::abort();
}

}  // namespace crosscheck::internal
