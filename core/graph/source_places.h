#ifndef CROSSCHECK_CORE_GRAPH_SOURCE_PLACES_H_
#define CROSSCHECK_CORE_GRAPH_SOURCE_PLACES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/claim/entity.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

// What the places of the sources lie in: a source that names Leeds carries
// "Yorkshire", "England" and "British", though it has none of these words. Read
// from rules/lexicon/regions.yaml and from WordNet's parts and wholes. A name's
// words count, too ("Leeds Road School"), but not those of a person's.
// Filling is linear in names, each looked up once; asking is constant.
class SourcePlaces {
 public:
  explicit SourcePlaces(const Knowledge& knowledge) : knowledge_(knowledge) {}

  void Add(uint32_t document, const std::vector<Entity>& entities);
  // Whether a source other than `except` names a place within this one (its key).
  bool HasPartOf(std::string_view key, uint32_t except) const;

 private:
  using Wholes = std::vector<std::string>;

  // All that a name's places lie in, over any number of steps.
  const Wholes& WholesOf(const Entity& entity);
  void FromLexicon(const std::string& place, Wholes* wholes) const;
  void FromWordNet(const std::string& place, Wholes* wholes) const;

  Knowledge knowledge_;
  std::unordered_map<std::string, Wholes> known_;  // by key and whether it is a place
  std::unordered_map<std::string, std::vector<uint32_t>>
      documents_;  // whole -> at most two documents
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_SOURCE_PLACES_H_
