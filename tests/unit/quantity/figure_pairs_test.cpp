// Reads figure_pairs.txt and asks the algebra about every pair, both ways round.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "core/quantity/figure_algebra.h"
#include "tests/unit/quantity/figure_text.h"

namespace crosscheck {
namespace {

using testing::MarkedFigure;
using testing::ReadMarked;

struct Pair {
  int line = 0;
  std::string relation, a, b;
};

std::vector<Pair> Pairs() {
  std::ifstream in(std::string(CROSSCHECK_SOURCE_DIR) + "/tests/unit/quantity/figure_pairs.txt");
  std::vector<Pair> pairs;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const size_t first = line.find(" | ");
    const size_t second = line.find(" | ", first + 3);
    pairs.push_back({number, line.substr(0, first), line.substr(first + 3, second - first - 3), line.substr(second + 3)});
  }
  return pairs;
}

std::string Answer(const Figure& a, const Figure& b) {
  if (Agree(a, b) == std::optional<bool>(true)) return "agree";
  return Disjoint(a, b) == std::optional<bool>(true) ? "conflict" : "open";
}

TEST(FigurePairs, HaveTheRelationThatPeopleGiveThem) {
  const std::vector<Pair> pairs = Pairs();
  EXPECT_GE(pairs.size(), 150u);
  for (const Pair& pair : pairs) {
    const MarkedFigure a = ReadMarked(pair.a), b = ReadMarked(pair.b);
    SCOPED_TRACE("figure_pairs.txt:" + std::to_string(pair.line) + ": " + pair.a + " | " + pair.b);
    if (!a.figure || !b.figure) {
      ADD_FAILURE() << "no figure in " << (a.figure ? pair.b : pair.a);
      continue;
    }
    EXPECT_EQ(Answer(*a.figure, *b.figure), pair.relation) << IntervalText(*a.figure) << " against " << IntervalText(*b.figure);
    EXPECT_EQ(Answer(*b.figure, *a.figure), pair.relation);
    EXPECT_NE(Disjoint(*a.figure, *a.figure), std::optional<bool>(true));
  }
}

}  // namespace
}  // namespace crosscheck
