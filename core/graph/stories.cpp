#include "core/graph/stories.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

namespace crosscheck {
namespace {

constexpr size_t kOneStory = 40;   // so many documents are given together for a reason
constexpr size_t kCommonName = 20;  // documents from which a name tells no story
constexpr int kSharedNames = 2;

// Union by the smaller number, so that a story is known by its first document.
class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

  uint32_t Root(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void Join(uint32_t a, uint32_t b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace

std::vector<uint32_t> FindStories(std::span<const Reading* const> readings) {
  std::vector<uint32_t> stories(readings.size(), 0);
  if (readings.size() <= kOneStory) return stories;
  std::unordered_map<std::string, std::vector<uint32_t>> bearers;
  for (uint32_t d = 0; d < readings.size(); ++d) {
    for (const Entity& entity : readings[d]->entities) {
      if (!entity.named || entity.key.empty()) continue;
      auto& list = bearers[entity.key];
      if (list.size() <= kCommonName && (list.empty() || list.back() != d)) list.push_back(d);
    }
  }
  std::map<std::pair<uint32_t, uint32_t>, int> shared;  // of two documents
  for (const auto& [key, list] : bearers) {
    if (list.size() > kCommonName) continue;
    for (size_t i = 0; i < list.size(); ++i) {
      for (size_t j = i + 1; j < list.size(); ++j) ++shared[{list[i], list[j]}];
    }
  }
  Sets sets(readings.size());
  for (const auto& [pair, count] : shared) {
    if (count >= kSharedNames) sets.Join(pair.first, pair.second);
  }
  for (uint32_t d = 0; d < readings.size(); ++d) stories[d] = sets.Root(d);
  return stories;
}

}  // namespace crosscheck
