// Chu-Liu/Edmonds (Edmonds 1967; McDonald et al. 2005 for parsing), in the
// dense form of Tarjan (1977) and Gabow et al. (1986): time and memory grow with
// the square of the sentence, however many cycles there are.
//
// Every word takes its best head. Following heads from a word makes a path; it
// ends at the root, at a word that is known to reach the root, or on itself. In
// the last case the words of the cycle (a → b → a) become one node, which takes
// the place of the first: an arc into it is worth what it wins over the arc of
// the cycle that it would replace, an arc out of it is worth the best of its
// words; the path goes on from there. At the end the cycles are opened, the last
// made first, where the arc into them points.
//
// One root: every arc from the root loses so much that a second one can never
// pay; the order of trees with one root stays as it was.
//
// Its slow twin is the trial of all trees in spanning_tree_test.cpp.

#include "core/language/spanning_tree.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace crosscheck {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr size_t kNone = std::numeric_limits<size_t>::max();

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

// An arc between words, whatever nodes they have become part of.
struct Arc {
  size_t dependent = 0;
  size_t head = 0;
};

// A word, or a cycle of earlier nodes.
struct Node {
  size_t parent = kNone;  // the cycle it became part of
  Arc arc;                // into it
};

class Contraction {
 public:
  // Node 0 is the root; set the scores of all arcs before Solve.
  explicit Contraction(size_t size)
      : size_(size),
        scores_(size * size, kNever),
        arcs_(size * size),
        nodes_(size),
        node_of_(size),
        live_(size),
        settled_(size, false) {
    for (size_t i = 0; i < size; ++i) node_of_[i] = live_[i] = i;
  }

  void Set(size_t dependent, size_t head, double score) {
    scores_[dependent * size_ + head] = score;
    arcs_[dependent * size_ + head] = {dependent, head};
  }

  std::vector<int32_t> Solve();

 private:
  struct Step {
    size_t slot;
    double score;  // of the arc that it took
  };

  size_t BestHead(size_t slot) const;
  void Contract(size_t from);
  std::vector<int32_t> Expand();

  size_t size_;
  std::vector<double> scores_;   // [dependent slot][head slot]
  std::vector<Arc> arcs_;        // likewise: the words that the score is for
  std::vector<Node> nodes_;      // words, then cycles in the order of making
  std::vector<size_t> node_of_;  // slot -> node
  std::vector<size_t> live_;     // slots that hold a node, ascending
  std::vector<bool> settled_;    // slots whose heads lead to the root, or that are gone
  std::vector<Step> path_;
};

size_t Contraction::BestHead(size_t slot) const {
  const double* row = scores_.data() + slot * size_;
  size_t best = 0;
  for (const size_t head : live_) {
    if (head != slot && row[head] > row[best]) best = head;
  }
  return best;
}

// Makes one node of the path from step `from` to its end.
void Contraction::Contract(size_t from) {
  const size_t node = nodes_.size(), into = path_[from].slot;
  nodes_.emplace_back();
  std::vector<bool> inside(size_, false);
  for (size_t i = from; i < path_.size(); ++i) {
    inside[path_[i].slot] = true;
    nodes_[node_of_[path_[i].slot]].parent = node;
  }
  for (const size_t other : live_) {
    if (inside[other]) continue;
    double enter = kNever, leave = kNever;
    Arc enter_arc, leave_arc;
    for (size_t i = from; i < path_.size(); ++i) {
      const size_t in = path_[i].slot * size_ + other, out = other * size_ + path_[i].slot;
      if (const double win = scores_[in] - path_[i].score; win > enter) {
        enter = win;
        enter_arc = arcs_[in];
      }
      if (scores_[out] > leave) {
        leave = scores_[out];
        leave_arc = arcs_[out];
      }
    }
    scores_[into * size_ + other] = enter;
    arcs_[into * size_ + other] = enter_arc;
    scores_[other * size_ + into] = leave;
    arcs_[other * size_ + into] = leave_arc;
  }
  node_of_[into] = node;
  for (size_t i = from + 1; i < path_.size(); ++i) settled_[path_[i].slot] = true;
  std::erase_if(live_, [&](size_t slot) { return inside[slot] && slot != into; });
  path_.resize(from);
}

// Gives the arc into each cycle to the part of it that holds the arc's word.
std::vector<int32_t> Contraction::Expand() {
  for (size_t cycle = nodes_.size(); cycle-- > size_;) {
    const Arc arc = nodes_[cycle].arc;
    size_t part = arc.dependent;
    while (nodes_[part].parent != cycle) part = nodes_[part].parent;
    nodes_[part].arc = arc;
  }
  std::vector<int32_t> heads(size_, 0);
  for (size_t d = 1; d < size_; ++d) heads[d] = static_cast<int32_t>(nodes_[d].arc.head);
  return heads;
}

std::vector<int32_t> Contraction::Solve() {
  settled_[0] = true;
  for (size_t start = 1; start < size_; ++start) {
    if (settled_[start]) continue;
    size_t slot = start;
    while (!settled_[slot]) {
      const size_t head = BestHead(slot);
      path_.push_back({slot, scores_[slot * size_ + head]});
      nodes_[node_of_[slot]].arc = arcs_[slot * size_ + head];
      slot = head;
      const auto met = std::ranges::find(path_, slot, &Step::slot);
      if (met != path_.end()) Contract(static_cast<size_t>(met - path_.begin()));
    }
    for (const Step& step : path_) settled_[step.slot] = true;
    path_.clear();
  }
  return Expand();
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
  double widest = 1;
  for (size_t d = 1; d <= size; ++d) {
    for (size_t h = 0; h <= size; ++h) {
      if (h != d) widest = std::max<double>(widest, std::abs(scores[(d - 1) * stride + h]));
    }
  }
  const double penalty = 4 * widest * static_cast<double>(size + 1);
  Contraction contraction(size + 1);
  for (size_t d = 1; d <= size; ++d) {
    for (size_t h = 0; h <= size; ++h) {
      if (h != d) contraction.Set(d, h, scores[(d - 1) * stride + h] - (h == 0 ? penalty : 0.0));
    }
  }
  return contraction.Solve();
}

}  // namespace crosscheck
