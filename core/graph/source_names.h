#ifndef CROSSCHECK_CORE_GRAPH_SOURCE_NAMES_H_
#define CROSSCHECK_CORE_GRAPH_SOURCE_NAMES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/claim/entity.h"

namespace crosscheck {

// The names that the sources have, asked for the one that a draft's name is an
// altered form of:
//
//   "Martin Ruiz"  where the sources' only Ruiz is Maria Ruiz: another given name
//   "Thornbury"    where they have Thornbery: a slip of spelling
//
// Silent where a source has this person in any form, where two of its people
// bear the surname (a family), and where the draft only has more of the name
// ("Maria J. Ruiz"). Filling is linear in names; asking is linear in those of one
// surname, and in those with words of one initial and about one length.
class SourceNames {
 public:
  explicit SourceNames(const EntityLexicon* lexicon) : lexicon_(lexicon) {}

  // `entities` must outlive this.
  void Add(uint32_t document, const std::vector<Entity>& entities);

  struct Rival {
    uint32_t document = 0;
    const Entity* entity = nullptr;
    bool spelling = false;  // one name spelt in two ways, else another given name
  };
  // Whether a source other than `except` has this name in another length: "tsa" of
  // "transport safety agency", or the other way about.
  bool HasAcronym(const Entity& name, uint32_t except) const;
  // The name of a source other than `except` that `name` alters.
  std::optional<Rival> AlteredFrom(const Entity& name, uint32_t except) const;

 private:
  struct Name {
    uint32_t document;
    const Entity* entity;
  };
  std::optional<Rival> OtherSpelling(const Entity& name, uint32_t except) const;
  std::optional<Rival> OtherGivenName(const Entity& name, uint32_t except) const;

  const EntityLexicon* lexicon_;  // null: nothing is found
  std::unordered_map<std::string, std::vector<Name>> by_surname_;
  std::unordered_map<std::string, std::vector<uint32_t>> by_initials_;  // acronym -> documents with the whole name
  std::unordered_map<std::string, std::vector<uint32_t>> acronyms_;     // key of one word -> documents
  std::unordered_map<uint32_t, std::vector<Name>> by_shape_;  // initial and length of a word
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_SOURCE_NAMES_H_
