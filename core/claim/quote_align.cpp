#include "core/claim/quote_align.h"

#include <algorithm>

// Semi-global edit distance over words (Sellers 1980): the draft must be used up,
// the source may start and end anywhere. Costs are in hundredths so that brackets
// can be cheap without being free, which keeps alignments tight:
//   same 0 · replaced 100 · dropped 90 · added 90 · beside or within brackets 10.
// A replacement costs less than a drop and an addition, so that "rise" → "fall"
// reads as one change.

namespace crosscheck {
namespace {

constexpr int kReplace = 100;
constexpr int kInsertOrDrop = 90;
constexpr int kBracket = 10;

struct Table {
  size_t columns;
  std::vector<int> cost;
  int& At(size_t i, size_t j) { return cost[i * columns + j]; }
};

int PairCost(const QuoteWord& a, const QuoteWord& b) {
  if (a.bracket || b.bracket) return kBracket;
  return a.key == b.key ? 0 : kReplace;
}

// Leaving out source word j where the draft stands between words i-1 and i.
int DropCost(std::span<const QuoteWord> draft, size_t i, const QuoteWord& dropped) {
  const bool beside = dropped.bracket || (i > 0 && draft[i - 1].bracket) || (i < draft.size() && draft[i].bracket);
  return beside ? kBracket : kInsertOrDrop;
}

int AddCost(const QuoteWord& added) { return added.bracket ? kBracket : kInsertOrDrop; }

}  // namespace

std::vector<AlignStep> AlignWords(std::span<const QuoteWord> draft, std::span<const QuoteWord> source) {
  const size_t n = draft.size(), m = source.size();
  Table t{m + 1, std::vector<int>((n + 1) * (m + 1), 0)};
  for (size_t i = 1; i <= n; ++i) t.At(i, 0) = t.At(i - 1, 0) + AddCost(draft[i - 1]);
  for (size_t i = 1; i <= n; ++i) {
    for (size_t j = 1; j <= m; ++j) {
      t.At(i, j) = std::min({t.At(i - 1, j - 1) + PairCost(draft[i - 1], source[j - 1]),
                             t.At(i, j - 1) + DropCost(draft, i, source[j - 1]),
                             t.At(i - 1, j) + AddCost(draft[i - 1])});
    }
  }
  size_t end = 0;
  for (size_t j = 1; j <= m; ++j) {
    if (t.At(n, j) < t.At(n, end)) end = j;
  }
  std::vector<AlignStep> steps;
  for (size_t i = n, j = end; i > 0;) {
    const int here = t.At(i, j);
    if (j > 0 && here == t.At(i - 1, j - 1) + PairCost(draft[i - 1], source[j - 1])) {
      const bool same = PairCost(draft[i - 1], source[j - 1]) < kReplace;
      --i, --j;
      steps.push_back({same ? AlignStep::Kind::kSame : AlignStep::Kind::kReplaced, static_cast<uint32_t>(i), static_cast<uint32_t>(j)});
    } else if (here == t.At(i - 1, j) + AddCost(draft[i - 1])) {
      --i;
      steps.push_back({draft[i].bracket ? AlignStep::Kind::kSame : AlignStep::Kind::kAdded, static_cast<uint32_t>(i), static_cast<uint32_t>(j)});
    } else {
      const bool free = DropCost(draft, i, source[j - 1]) == kBracket;
      --j;
      steps.push_back({free ? AlignStep::Kind::kSame : AlignStep::Kind::kDropped, static_cast<uint32_t>(i), static_cast<uint32_t>(j)});
    }
  }
  std::ranges::reverse(steps);
  return steps;
}

}  // namespace crosscheck
