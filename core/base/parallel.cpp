#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace crosscheck {

void ParallelFor(size_t count, unsigned threads, const std::function<void(size_t)>& work) {
  const size_t wanted = std::min<size_t>(std::max(1u, threads), count);
  if (wanted <= 1) {
    for (size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<size_t> next{0};
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> pool;
  for (size_t t = 1; t < wanted; ++t) pool.emplace_back(run);
  run();
}

}  // namespace crosscheck
