#ifndef CROSSCHECK_CORE_CHECK_MATCHER_H_
#define CROSSCHECK_CORE_CHECK_MATCHER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/check/condition.h"
#include "core/check/rule.h"
#include "core/check/world.h"

namespace crosscheck {

// A complete match of a rule.
struct Match {
  Binding binding;
  Tri holds = Tri::kYes;  // kUnknown: only something that is not known keeps it from firing
  std::map<std::string, Value> extras;
};

// A place that `why` asks about: only items that touch it count in the funnel.
struct Focus {
  uint32_t document = 0;
  TextRange range;
};

// How many candidates each step of a rule let through.
struct FunnelStep {
  std::string name;
  uint64_t in = 0;
  uint64_t out = 0;
};

struct Funnel {
  std::vector<FunnelStep> steps;
  // The candidate that came furthest and what stopped it.
  int nearest_step = -1;
  Binding nearest;
  std::map<std::string, Value> nearest_extras;
  uint64_t tried = 0;    // items looked at: the cost of the rule
  bool limited = false;  // the limit was hit: matches may be missing
};

// Finds all matches of one rule. Patterns are bound one after the other, the one
// with the fewest candidates first, then always one that an equality ties to
// those already bound, so that its candidates come from an index.
class Matcher {
 public:
  Matcher(const World& world, const Rule& rule, uint64_t limit, const Focus* focus = nullptr);

  std::vector<Match> Run();
  const Funnel& funnel() const { return funnel_; }

 private:
  struct Candidates {
    std::vector<uint32_t> items;
    std::vector<char> holds;  // by item number
  };
  struct Level {
    int pattern = -1;
    int seek = -1;                // index in joins: the one that the index serves
    std::vector<int> joins;       // all that tie it to earlier levels
    std::vector<int> conditions;  // of `where`, decidable from here on
  };
  struct Cursor {
    std::span<const uint32_t> items;
    size_t next = 0;
  };

  // The column and postings of a place in the rule: asked of the world once, so
  // that inner loops take no lock.
  struct SiteIndex {
    const std::vector<uint32_t>* column = nullptr;
    const World::PostingMap* postings = nullptr;
  };
  const SiteIndex& IndexOf(int pattern, const FieldPath& path) const;
  uint32_t KeyOf(const Site& site, const Binding& binding) const;
  std::span<const uint32_t> Lookup(const Site& site, uint32_t key) const;

  void FindCandidates();
  Candidates CandidatesOf(size_t pattern) const;
  bool Fits(size_t pattern, uint32_t item) const;
  void Plan();
  std::span<const uint32_t> Open(const Level& level, const Binding& binding) const;
  bool Joined(const std::vector<Join>& joins, const std::vector<int>& chosen,
              const Binding& binding);
  bool Compatible(const Join& join, const Binding& binding) const;
  bool Try(const Level& level, const Binding& binding, std::vector<Tri>* held, size_t depth);
  bool Apart(int pattern, const Binding& binding) const;
  bool InScope(const Binding& binding) const;
  bool Complete(Match* match);
  Tri HoldsNone(const Clause& clause, Match* match);
  void CollectSet(const Clause& clause, Match* match);
  bool MeetsFilter(const Clause& clause, const Binding& binding) const;
  bool Excused(const Clause& clause, Match* match);
  // Items of a clause's pattern that its joins allow, with how well they fit.
  template <typename F>
  void ForClause(const Clause& clause, Match* match, F visit);
  size_t Step(std::string name);
  bool Pass(size_t step, bool passed, const Binding& binding,
            const std::map<std::string, Value>* extras = nullptr);
  bool Touches(const Binding& binding) const;

  const World& world_;
  const Rule& rule_;
  const uint64_t limit_;
  const Focus* focus_;
  mutable std::unordered_map<const FieldPath*, SiteIndex> index_;
  std::vector<Candidates> candidates_;  // per pattern
  std::vector<Level> levels_;
  std::vector<int> late_;  // conditions on collected sets
  Funnel funnel_;
  size_t join_step_ = 0, scope_step_ = 0;
  std::vector<size_t> condition_steps_, none_steps_, unless_steps_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_MATCHER_H_
