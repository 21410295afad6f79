#ifndef CROSSCHECK_CORE_LANGUAGE_SPANNING_TREE_H_
#define CROSSCHECK_CORE_LANGUAGE_SPANNING_TREE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace crosscheck {

// The best dependency tree of arc scores: heads[d] for dependents 1 … size,
// 0 = the root, heads[0] = 0. Exactly one word hangs on the root. `scores` has
// a row of `stride` numbers for each dependent 1 … size (so row 0 is dependent
// 1), in it a number for each head 0 … size; a word's score as its own head is
// ignored. Every score must be finite. Ties go to the smaller head.
//
// Most sentences cost one pass of the table; where the best heads hold a cycle
// or several roots, Chu-Liu/Edmonds costs a few more: time and memory grow with
// size squared, whatever the scores.
std::vector<int32_t> BestTree(std::span<const float> scores, size_t size, size_t stride);

// Whether heads (as above) form a tree with exactly one root.
bool IsTree(std::span<const int32_t> heads);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_SPANNING_TREE_H_
