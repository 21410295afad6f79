#ifndef CROSSCHECK_CORE_CLAIM_ENTITY_H_
#define CROSSCHECK_CORE_CLAIM_ENTITY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/language/analysis.h"

namespace crosscheck {

enum class EntityType : uint8_t {
  kPerson, kOrganization, kPlace, kProduct, kLaw, kEvent, kGroup, kOther,
};
std::string_view ToString(EntityType type);

enum class Gender : uint8_t { kUnknown, kFemale, kMale, kNeuter };

// One mention of an entity: a name, a pronoun, a definite description.
struct Mention {
  TextRange range;
  uint32_t first = 0, last = 0;  // tokens, [first, last)
  int32_t head = kNoToken;
  enum class Kind : uint8_t { kName, kPronoun, kDescription, kPossessive } kind = Kind::kName;
};

// A role that the text gives an entity: "Martin Lau, Tencent president".
struct Role {
  std::string title;             // normalised: "chief executive" for CEO
  std::string affiliation;       // key of the organisation or place; "" where none is said
  TextRange range;
  bool former = false;
};

// Somebody or something that a document speaks of, with all its mentions.
struct Entity {
  std::string name;              // fullest form in the text ("Tencent Holdings")
  std::string key;               // the same for all written forms and documents: folded, aliases applied
  EntityType type = EntityType::kOther;
  Gender gender = Gender::kUnknown;
  bool named = true;             // false: a description only ("the CEO of a major chip firm")
  bool plural = false;
  std::vector<Mention> mentions; // in order of the text
  std::vector<std::string> aliases;  // keys of other written forms ("wechat owner", "us")
  std::vector<Role> roles;
};

struct Quotation;
struct Attribution;
class EntityLexicon;  // aliases, demonyms, metonyms, titles, gendered names: rules/lexicon/

// How two names stand to each other.
//   kSame        written forms of one name: "Acme Corp." and "Acme", "U.S." and "United States"
//   kCompatible  may name one thing: "Berg" and "Jo Berg", "Jo Berg" and "J. Berg"
//   kDifferent   cannot: "Jo Berg" and "Ann Lee", "Jo Berg" and "Tim Berg", "China" and "Japan"
//   kUnknown     things of another kind, or part and whole: "Munich" and "Germany"
enum class NameRelation : uint8_t { kSame, kCompatible, kDifferent, kUnknown };
std::string_view ToString(NameRelation relation);

// The key of a name: one key for all its written forms, in all documents.
// Titles, forms of address and company suffixes are dropped, marks and case
// folded, known aliases and demonyms applied ("Sen. Jo Berg" -> "jo berg", "Acme
// Holdings Ltd." -> "acme", "U.S." and "American" -> "united states"). Idempotent.
std::string EntityKey(std::string_view name, EntityType type, const EntityLexicon& lexicon);

// Compares by names only: what the texts say of the two plays no part. Symmetric.
// kUnknown unless both are named.
NameRelation CompareNames(const Entity& a, const Entity& b, const EntityLexicon& lexicon);

// True where two keys are likely one name spelt in two ways: "merkel" and
// "merkl". Only words of five letters or more, one slip in a name, same initial;
// never names that differ in a digit.
bool IsSpellingVariant(std::string_view key_a, std::string_view key_b);

// The entities of a document, in order of first mention, with coreference
// resolved where it is clear and refused where it is not.
std::vector<Entity> FindEntities(const Analysis& analysis, const EntityLexicon& lexicon);
// The same, with who speaks: "I" in a quotation is then its speaker.
std::vector<Entity> FindEntities(const Analysis& analysis, const EntityLexicon& lexicon,
                                 const std::vector<Quotation>& quotations,
                                 const std::vector<Attribution>& attributions);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ENTITY_H_
