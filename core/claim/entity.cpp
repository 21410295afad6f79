#include "core/claim/entity.h"

#include <array>

#include "core/claim/entity_lexicon.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 8> kTypeNames = {
    "person", "organization", "place", "product", "law", "event", "group", "other"};

}  // namespace

std::string_view ToString(EntityType type) { return kTypeNames[static_cast<size_t>(type)]; }

std::string_view ToString(NameRelation relation) {
  constexpr std::array<std::string_view, 4> kNames = {"same", "compatible", "different", "unknown"};
  return kNames[static_cast<size_t>(relation)];
}

std::vector<Entity> FindEntities(const Analysis& analysis, const EntityLexicon& lexicon) {
  std::vector<Entity> entities;
  std::unordered_map<std::string, size_t> by_key;
  for (const NameSpan& name : analysis.names) {
    const TextRange range = Cover(analysis.tokens[name.first].range, analysis.tokens[name.last - 1].range);
    const std::string key = FoldName(range.In(analysis.text()));
    const auto [at, added] = by_key.try_emplace(key, entities.size());
    if (added) {
      Entity entity;
      entity.name = std::string(range.In(analysis.text()));
      entity.key = key;
      const KnownName* known = lexicon.FindName(key);
      if (known != nullptr) entity.key = known->canonical;
      entity.type = name.type == NameType::kPerson   ? EntityType::kPerson
                    : name.type == NameType::kPlace ? EntityType::kPlace
                                                     : EntityType::kOrganization;
      entities.push_back(std::move(entity));
    }
    entities[at->second].mentions.push_back(
        {range, name.first, name.last, static_cast<int32_t>(name.last) - 1, Mention::Kind::kName});
  }
  return entities;
}

}  // namespace crosscheck
