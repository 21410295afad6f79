#ifndef CROSSCHECK_CORE_CLAIM_RANKING_H_
#define CROSSCHECK_CORE_CLAIM_RANKING_H_

#include <algorithm>
#include <cstdint>
#include <vector>

namespace crosscheck {

// The clusters that a description may take up, each with the best fit and the
// best place of its mentions.
class Ranking {
 public:
  void Add(int32_t mention, int32_t cluster, int fit, int place) {
    const auto found = std::ranges::find(entries_, cluster, &Entry::cluster);
    if (found == entries_.end()) {
      entries_.push_back({mention, cluster, fit, place});
      return;
    }
    found->fit = std::max(found->fit, fit);
    found->place = std::max(found->place, place);
  }

  // A mention of the best cluster that fits; -1 where none does, or where the
  // next comes within `margin`.
  int32_t Best(int margin) const {
    const Entry* best = nullptr;
    const Entry* second = nullptr;
    for (const Entry& entry : entries_) {
      if (entry.fit <= 0) continue;
      if (best == nullptr || entry.Score() > best->Score()) {
        second = best;
        best = &entry;
      } else if (second == nullptr || entry.Score() > second->Score()) {
        second = &entry;
      }
    }
    if (best == nullptr || (second != nullptr && second->Score() + margin > best->Score())) return -1;
    return best->mention;
  }

 private:
  struct Entry {
    int32_t mention = -1;
    int32_t cluster = -1;
    int fit = 0;
    int place = 0;
    int Score() const { return fit + place; }
  };
  std::vector<Entry> entries_;  // at most kMostCandidates
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_RANKING_H_
