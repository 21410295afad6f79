// Chu-Liu/Edmonds (Edmonds 1967; McDonald et al. 2005 for parsing), with an
// explicit stack instead of recursion.
//
// Every word takes its best head. If that makes a cycle (a → b → a), the cycle
// becomes one node: an arc into it is worth what it wins over the arc of the
// cycle that it would replace, an arc out of it is worth the best of its words.
// The smaller problem is solved the same way; on the way back the cycle is
// opened where the arc into it points.
//
// One root: every arc from the root loses so much that a second one can never
// pay; the order of trees with one root stays as it was.

#include "core/language/spanning_tree.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace crosscheck {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

// A square table of scores: rows are dependents, columns heads; node 0 is the root.
struct Table {
  size_t size = 0;
  std::vector<double> scores;

  explicit Table(size_t n) : size(n), scores(n * n, kNever) {}
  double& At(size_t dependent, size_t head) { return scores[dependent * size + head]; }
  double At(size_t dependent, size_t head) const { return scores[dependent * size + head]; }
};

// What must be known to undo one contraction.
struct Level {
  std::vector<int32_t> heads;  // greedy heads before contraction
  std::vector<int32_t> cycle;
  std::vector<int32_t> rest;   // new number -> old number, the cycle left out
  std::vector<int32_t> enter;  // per new head: the word of the cycle it would take
  std::vector<int32_t> leave;  // per new dependent: the best head within the cycle
};

std::vector<int32_t> GreedyHeads(const Table& table) {
  std::vector<int32_t> heads(table.size, 0);
  for (size_t d = 1; d < table.size; ++d) {
    const auto row = table.scores.begin() + static_cast<std::ptrdiff_t>(d * table.size);
    heads[d] = static_cast<int32_t>(
        std::max_element(row, row + static_cast<std::ptrdiff_t>(table.size)) - row);
  }
  return heads;
}

// The nodes of one cycle, or none.
std::vector<int32_t> FindCycle(std::span<const int32_t> heads) {
  std::vector<size_t> seen(heads.size(), 0);  // number of the walk that came by
  for (size_t start = 1; start < heads.size(); ++start) {
    size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = static_cast<size_t>(heads[node]);
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<int32_t> cycle = {static_cast<int32_t>(node)};
    for (int32_t at = heads[node]; at != cycle.front(); at = heads[static_cast<size_t>(at)]) {
      cycle.push_back(at);
    }
    return cycle;
  }
  return {};
}

size_t Index(int32_t node) { return static_cast<size_t>(node); }

// The table with the cycle of `level` as its last node; fills the rest of level.
Table Contract(const Table& table, Level* level) {
  std::vector<bool> inside(table.size, false);
  for (const int32_t node : level->cycle) inside[Index(node)] = true;
  for (size_t i = 0; i < table.size; ++i) {
    if (!inside[i]) level->rest.push_back(static_cast<int32_t>(i));
  }
  const size_t last = level->rest.size();
  Table small(last + 1);
  level->enter.assign(last, 0);
  level->leave.assign(last, 0);
  for (size_t i = 0; i < last; ++i) {
    const size_t node = Index(level->rest[i]);
    for (size_t h = 0; h < last && i > 0; ++h) {
      if (h != i) small.At(i, h) = table.At(node, Index(level->rest[h]));
    }
    for (const int32_t member : level->cycle) {
      const size_t m = Index(member);
      const double win = table.At(m, node) - table.At(m, Index(level->heads[m]));
      if (win > small.At(last, i)) {
        small.At(last, i) = win;
        level->enter[i] = member;
      }
      if (i > 0 && table.At(node, m) > small.At(i, last)) {
        small.At(i, last) = table.At(node, m);
        level->leave[i] = member;
      }
    }
  }
  return small;
}

std::vector<int32_t> Expand(const Level& level, const std::vector<int32_t>& solved) {
  std::vector<int32_t> heads = level.heads;
  const size_t last = level.rest.size();
  for (size_t i = 1; i < last; ++i) {
    const size_t head = Index(solved[i]);
    heads[Index(level.rest[i])] = head == last ? level.leave[i] : level.rest[head];
  }
  const size_t source = Index(solved[last]);
  heads[Index(level.enter[source])] = level.rest[source];
  return heads;
}

std::vector<int32_t> ChuLiuEdmonds(Table table) {
  std::vector<Level> levels;
  std::vector<int32_t> heads = GreedyHeads(table);
  for (std::vector<int32_t> cycle = FindCycle(heads); !cycle.empty(); cycle = FindCycle(heads)) {
    Level& level = levels.emplace_back();
    level.heads = std::move(heads);
    level.cycle = std::move(cycle);
    table = Contract(table, &level);
    heads = GreedyHeads(table);
  }
  for (; !levels.empty(); levels.pop_back()) heads = Expand(levels.back(), heads);
  return heads;
}

}  // namespace

bool IsTree(std::span<const int32_t> heads) {
  return heads.empty() ||
         (std::ranges::count(heads.subspan(1), 0) == 1 && FindCycle(heads).empty());
}

std::vector<int32_t> BestTree(std::span<const float> scores, size_t size, size_t stride) {
  std::vector<int32_t> heads(size + 1, 0);
  for (size_t d = 1; d <= size; ++d) {
    const float* row = scores.data() + (d - 1) * stride;
    size_t best = 0;
    for (size_t h = 1; h <= size; ++h) {
      if (h != d && row[h] > row[best]) best = h;
    }
    heads[d] = static_cast<int32_t>(best);
  }
  if (size == 0 || IsTree(heads)) return heads;
  Table table(size + 1);
  double widest = 1;
  for (size_t d = 1; d <= size; ++d) {
    for (size_t h = 0; h <= size; ++h) {
      if (h == d) continue;
      const double score = scores[(d - 1) * stride + h];
      table.At(d, h) = score;
      widest = std::max(widest, std::abs(score));
    }
  }
  const double penalty = 4 * widest * static_cast<double>(size + 1);
  for (size_t d = 1; d <= size; ++d) table.At(d, 0) -= penalty;
  return ChuLiuEdmonds(std::move(table));
}

}  // namespace crosscheck
