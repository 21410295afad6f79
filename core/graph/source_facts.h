#ifndef CROSSCHECK_CORE_GRAPH_SOURCE_FACTS_H_
#define CROSSCHECK_CORE_GRAPH_SOURCE_FACTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/graph/terms.h"

namespace crosscheck {

// A place in a source.
struct SourcePlace {
  uint32_t document = 0;
  TextRange range;
};

// What stands anywhere in the sources: words, entity keys, figures and times.
// Asked only "is it there, outside this document?", so each key keeps its first
// two documents. Filling is linear, asking is constant.
class SourceFacts {
 public:
  void Add(uint32_t document, const Terms& terms);

  bool HasWord(std::string_view folded, uint32_t except) const { return Has(words_, std::string(folded), except); }
  bool HasEntity(std::string_view key, uint32_t except) const { return Has(entities_, std::string(key), except); }
  // A figure of a source that supports this one, by Agree or by the same number.
  std::optional<SourcePlace> FindFigure(const Figure& figure, uint32_t except) const;
  // A time of a source with the same value, or that lies within this one.
  std::optional<SourcePlace> FindTime(const TimeExpression& time, uint32_t except) const;
  // A quarter of a year, where the sources number quarters, but never this one.
  bool OtherQuarters(const TimeExpression& time, uint32_t except) const;

 private:
  struct Pair {
    uint32_t first = ~0u;
    uint32_t second = ~0u;
  };
  using Documents = std::unordered_map<std::string, Pair>;
  struct FigureAt {
    uint32_t document;
    const Figure* figure;
  };
  struct TimeAt {
    uint32_t document;
    const TimeExpression* time;
  };

  static void Note(Documents* documents, const std::string& key, uint32_t document);
  static bool Has(const Documents& documents, const std::string& key, uint32_t except);

  Documents words_, entities_;
  std::unordered_map<int64_t, std::vector<FigureAt>> figures_;       // by magnitude
  std::unordered_map<std::string, std::vector<TimeAt>> times_;       // by value
  std::unordered_map<std::string, std::vector<TimeAt>> periods_;     // of a month or more, by their days
  std::unordered_map<std::string, std::vector<TimeAt>> times_in_;    // by the year they lie in
  std::unordered_map<std::string, std::vector<TimeAt>> undated_;     // without a year, by what would follow it: "-06"
  std::unordered_map<std::string, std::vector<TimeAt>> in_month_;    // with a year, by their month: "-06"
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_SOURCE_FACTS_H_
