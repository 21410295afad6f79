#ifndef CROSSCHECK_CORE_BASE_PARALLEL_H_
#define CROSSCHECK_CORE_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace crosscheck {

// Calls work(i) for every i in [0, count), on up to `threads` threads. The order
// of the calls is open, so results must go to place i and be merged in order
// afterwards. An exception of `work` is our mistake and ends the program.
void ParallelFor(size_t count, unsigned threads, const std::function<void(size_t)>& work);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_PARALLEL_H_
