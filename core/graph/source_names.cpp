#include "core/graph/source_names.h"

#include <algorithm>

#include "core/claim/alias.h"
#include "core/claim/entity_lexicon.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSlips = 2;      // letters that two spellings may differ by; see IsSpellingVariant
constexpr size_t kMostAtShape = 400;  // names of one initial and length; in a large corpus each has relatives
constexpr size_t kShortestAcronym = 3;  // "PM" has too many namesakes
constexpr size_t kMostWithAcronym = 2;  // enough to find one that is not of the draft itself
constexpr size_t kShortestName = 2;   // letters of a given name; "J." is nobody else's

uint32_t Shape(std::string_view word, size_t size) {
  return static_cast<uint32_t>(static_cast<unsigned char>(word.front())) << 16 | static_cast<uint32_t>(size);
}

bool IsFullName(const Entity& entity) {
  return entity.named && entity.type == EntityType::kPerson && NameWords(entity.key).size() >= 2;
}

// One is the other with an ending of grammar: "Republican", "Republicans",
// "America", "American".
bool Inflected(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

}  // namespace

void SourceNames::Add(uint32_t document, const std::vector<Entity>& entities) {
  for (const Entity& entity : entities) {
    if (!entity.named || entity.key.empty()) continue;
    const auto words = NameWords(entity.key);
    if (entity.type == EntityType::kPerson) {
      auto& family = by_surname_[std::string(words.back())];
      if (family.size() < kMostAtShape) family.push_back({document, &entity});
    }
    const auto note = [&](std::vector<uint32_t>* documents) {
      if (documents->size() < kMostWithAcronym && (documents->empty() || documents->back() != document)) documents->push_back(document);
    };
    if (words.size() == 1 && words[0].size() >= kShortestAcronym) note(&acronyms_[entity.key]);
    for (const std::string& acronym : AcronymsOf(entity.key)) {
      if (entity.type != EntityType::kPerson && acronym.size() >= kShortestAcronym) note(&by_initials_[acronym]);
    }
    for (const std::string_view word : words) {
      auto& list = by_shape_[Shape(word, word.size())];
      if (list.size() < kMostAtShape) list.push_back({document, &entity});
    }
  }
}

bool SourceNames::HasAcronym(const Entity& name, uint32_t except) const {
  if (name.type == EntityType::kPerson && name.key.find(' ') != std::string::npos) return false;
  const auto elsewhere = [except](const auto& documents, const std::string& key) {
    const auto found = documents.find(key);
    return found != documents.end() && std::ranges::any_of(found->second, [except](uint32_t d) { return d != except; });
  };
  if (elsewhere(by_initials_, name.key)) return true;
  return std::ranges::any_of(AcronymsOf(name.key), [&](const std::string& acronym) {
    return acronym.size() >= kShortestAcronym && elsewhere(acronyms_, acronym);
  });
}

std::optional<SourceNames::Rival> SourceNames::AlteredFrom(const Entity& name, uint32_t except) const {
  if (lexicon_ == nullptr || !name.named || name.plural || name.key.empty()) return std::nullopt;
  const auto spelling = OtherSpelling(name, except);
  return spelling ? spelling : OtherGivenName(name, except);
}

std::optional<SourceNames::Rival> SourceNames::OtherSpelling(const Entity& name, uint32_t except) const {
  if (name.type != EntityType::kPerson && name.type != EntityType::kOrganization && name.type != EntityType::kPlace) return std::nullopt;
  for (const std::string_view word : NameWords(name.key)) {
    for (size_t size = word.size() > kMostSlips ? word.size() - kMostSlips : 1; size <= word.size() + kMostSlips; ++size) {
      const auto found = by_shape_.find(Shape(word, size));
      if (found == by_shape_.end()) continue;
      for (const Name& other : found->second) {
        const bool asked = other.document != except && other.entity->type == name.type && !other.entity->plural;
        if (asked && IsSpellingVariant(name.key, other.entity->key) && !Inflected(name.key, other.entity->key)) {
          return Rival{other.document, other.entity, true};
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<SourceNames::Rival> SourceNames::OtherGivenName(const Entity& name, uint32_t except) const {
  if (!IsFullName(name)) return std::nullopt;
  const auto words = NameWords(name.key);
  const auto found = by_surname_.find(std::string(words.back()));
  if (found == by_surname_.end() || words.front().size() < kShortestName) return std::nullopt;
  std::optional<Rival> rival;
  for (const Name& other : found->second) {
    if (other.document == except) continue;
    const auto theirs = NameWords(other.entity->key);
    // "Ruiz" alone may be the draft's Martin Ruiz
    const bool different = CompareNames(name, *other.entity, *lexicon_) == NameRelation::kDifferent;
    if (!different || theirs.front().size() < kShortestName) return std::nullopt;
    if (rival && rival->entity->key != other.entity->key) return std::nullopt;  // a family
    if (!rival) rival = Rival{other.document, other.entity, false};
  }
  return rival;
}

}  // namespace crosscheck
