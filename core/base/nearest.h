#ifndef CROSSCHECK_CORE_BASE_NEAREST_H_
#define CROSSCHECK_CORE_BASE_NEAREST_H_

#include <span>
#include <string>
#include <string_view>

namespace crosscheck {

// The number of single-byte insertions, deletions, replacements and swaps of
// neighbours that turn `a` into `b` (optimal string alignment distance).
int EditDistance(std::string_view a, std::string_view b);

// The candidate nearest to `word`, for "did you mean"; empty where none is near
// enough to be a likely slip (at most a third of the letters, at least one).
std::string Nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_NEAREST_H_
