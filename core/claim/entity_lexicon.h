#ifndef CROSSCHECK_CORE_CLAIM_ENTITY_LEXICON_H_
#define CROSSCHECK_CORE_CLAIM_ENTITY_LEXICON_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/claim/entity.h"

namespace crosscheck {

// The form under which names are looked up and compared: case and marks folded,
// dots and apostrophes dropped, hyphens and white space made one space, "&" read
// as "and", initials drawn together ("J. K. Rowling" and "J.K. Rowling" are both
// "jk rowling"), a leading "the" and a trailing possessive dropped. Idempotent.
std::string FoldName(std::string_view name);

// A name that is known beforehand, under one of its written forms.
struct KnownName {
  std::string canonical;  // folded; the same for all forms
  EntityType type = EntityType::kOther;
  enum class Form : uint8_t { kName, kAdjective, kPeople } form = Form::kName;  // China, Chinese, Americans
  // Places of one level lie side by side; of two levels, one may lie in the other.
  enum class Level : uint8_t { kNone, kCountry, kState, kCity } level = Level::kNone;
  bool company = false;   // may be taken up as "the company", "the firm"
};

// A title or role: what stands before or beside a name.
struct KnownTitle {
  std::string role;      // normalised: "senator" for "Sen."; "" for a mere form of address
  Gender gender = Gender::kUnknown;
  bool address = false;  // Mr, Mrs, Dr …: never a description on its own
};

// A common noun that can refer again to something named before.
struct KnownNoun {
  EntityType type = EntityType::kOther;
  Gender gender = Gender::kUnknown;
  bool collective = false;  // "police", "team": taken up by "they" as well as by "it"
  bool role = false;        // a role of people too: "operator", "publisher"
};

// A word that shows by its place in a name what is named: "Inc.", "University".
struct NameWord {
  EntityType type = EntityType::kOther;
  bool droppable = false;  // "Inc.": not part of the key
};

struct KnownPronoun {
  int person = 3;
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool possessive = false;
  bool reflexive = false;
};

// A newspaper, broadcaster, site or wire agency.
struct KnownOutlet {
  std::string key;      // folded; the same for all forms
  std::string name;     // as it calls itself, without "the"
  bool agency = false;  // sells its texts to others: a dateline names it
};

// Words about names: rules/lexicon/{aliases,outlets,demonyms,places,regions,metonyms,titles,
// roles,given-names,entity-nouns,name-words,pronouns}.yaml. Immutable after
// loading; shared by all threads. All keys are folded by FoldName (names) or
// lower case (common nouns, pronouns).
class EntityLexicon {
 public:
  // Each gives null where the word is not known.
  const KnownName* FindName(std::string_view folded) const { return Find(names_, folded); }
  const KnownTitle* FindTitle(std::string_view folded) const { return Find(titles_, folded); }
  const KnownNoun* FindNoun(std::string_view lemma) const { return Find(nouns_, lemma); }
  // A word that closes a name ("Corp.", "River", "Act"), or opens one ("Lake", "University").
  const NameWord* FindNameWord(std::string_view folded) const { return Find(name_words_, folded); }
  const NameWord* FindNameOpener(std::string_view folded) const { return Find(name_openers_, folded); }
  const KnownPronoun* FindPronoun(std::string_view lower) const { return Find(pronouns_, lower); }
  // What a metonym stands for, canonical: "united states government" for "white house".
  const std::string* FindMetonym(std::string_view folded) const { return Find(metonyms_, folded); }
  // The gender that a given name usually tells; kNeuter for names of either.
  // Null where it is no common given name.
  const Gender* FindGivenName(std::string_view folded) const { return Find(given_names_, folded); }
  // Full forms of a short given name: "william" for "bill"; empty list otherwise.
  const std::vector<std::string>& FullGivenNames(std::string_view folded) const;
  // True where two nouns can name one thing: "ban" and "restriction".
  bool Synonyms(std::string_view lemma_a, std::string_view lemma_b) const;
  // Nouns that say the same in any text: "firm" for "company"; empty list otherwise.
  const std::vector<std::string>& SameNouns(std::string_view lemma) const;
  // True for a lower-case particle inside names of people: "van", "bin".
  bool IsParticle(std::string_view lower) const { return Find(particles_, lower) != nullptr; }
  // True for capitalised words that name nothing: "Monday", "GMT".
  bool NeverName(std::string_view folded) const { return Find(never_names_, folded) != nullptr; }
  // True for words that are seldom a name alone: "May", "Internet".
  bool SeldomName(std::string_view folded) const { return Find(seldom_names_, folded) != nullptr; }
  // True for nouns that are taken up by nothing: "time", "end", "lot".
  bool IsVagueNoun(std::string_view lemma) const { return Find(vague_nouns_, lemma) != nullptr; }
  // True for words before an example of a kind: "like", "such", "including".
  bool IsExampleWord(std::string_view lower) const { return Find(example_words_, lower) != nullptr; }
  // True for nouns that only an organisation has: "chief", "shares", "headquarters".
  bool IsFirmNoun(std::string_view lemma) const { return Find(firm_nouns_, lemma) != nullptr; }
  // True for verbs whose "it" is nobody: "it seems that …", "it rained".
  bool IsPleonasticVerb(std::string_view lemma) const { return Find(pleonastic_, lemma) != nullptr; }
  // What a place lies in, directly: the counties, states or countries of a town.
  const std::vector<std::string>& WholesOf(std::string_view folded) const;
  // The outlet of a name, also of a form that names it only where a credit is
  // meant ("the Times", "the Post"); ask after seeing that one is.
  const KnownOutlet* FindOutlet(std::string_view folded) const { return Find(outlets_, folded); }
  // True for the last word of an outlet's name: "Gazette", "Herald".
  bool IsOutletWord(std::string_view folded) const { return Find(outlet_words_, folded) != nullptr; }
  // How an outlet is credited: "told the Courier", "as reported by the Courier",
  // "an interview with the Courier".
  enum class Credit : uint8_t { kNone, kTold, kBy, kWork };
  Credit CreditOf(std::string_view lemma) const {
    const Credit* credit = Find(credits_, lemma);
    return credit == nullptr ? Credit::kNone : *credit;
  }
  // "former", "ex", "then": the role is over.
  bool IsFormerWord(std::string_view lower) const { return Find(former_, lower) != nullptr; }

 private:
  friend class EntityLexiconLoader;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <typename T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  template <typename T>
  static const T* Find(const Table<T>& table, std::string_view key) {
    const auto found = table.find(key);
    return found == table.end() ? nullptr : &found->second;
  }

  Table<KnownName> names_;
  Table<KnownTitle> titles_;
  Table<KnownNoun> nouns_;
  Table<NameWord> name_words_;
  Table<NameWord> name_openers_;
  Table<KnownPronoun> pronouns_;
  Table<std::string> metonyms_;
  Table<Gender> given_names_;
  Table<std::vector<std::string>> full_names_;
  Table<std::vector<std::string>> wholes_;
  Table<std::vector<uint32_t>> synonyms_;  // lemma to the groups that hold it
  Table<std::vector<std::string>> same_;
  Table<bool> particles_;
  Table<bool> never_names_;
  Table<bool> seldom_names_;
  Table<bool> example_words_;
  Table<bool> firm_nouns_;
  Table<bool> vague_nouns_;
  Table<bool> pleonastic_;
  Table<bool> former_;
  Table<KnownOutlet> outlets_;
  Table<bool> outlet_words_;
  Table<Credit> credits_;
};

// Loads the files above from `folder`. What is wrong in a file, or a missing
// file, goes to `diagnostics`, and the rest is still loaded; never null.
std::unique_ptr<const EntityLexicon> LoadEntityLexicon(const std::filesystem::path& folder,
                                                       Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ENTITY_LEXICON_H_
