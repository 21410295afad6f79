#ifndef CROSSCHECK_CORE_CLAIM_RELATIONS_H_
#define CROSSCHECK_CORE_CLAIM_RELATIONS_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/claim/function_words.h"

namespace crosscheck {

// Which way a word moves its subject on a scale.
enum class Direction : uint8_t { kNone, kUp, kDown };

// What is known of a relation: rules/lexicon/relations.yaml.
struct Relation {
  std::string name;                     // "buy": the class that claims are keyed by
  std::string inverse;                  // "sell"; "" where there is none
  std::vector<std::string> opposites;   // classes that cannot hold together with it
  std::vector<std::string> implies;     // classes that hold whenever it does
  bool functional = false;              // one value at a time ("headquartered-in")
  bool symmetric = false;               // "marry"
  Direction direction = Direction::kNone;
};

// Words to relations, and words that exclude each other. Immutable.
class RelationLexicon {
 public:
  // Reads relations.yaml, opposites.yaml and function-words.yaml below `folder`.
  static RelationLexicon Load(const std::filesystem::path& folder, Diagnostics* diagnostics);

  // The class of a verb lemma, with its particle where it has one ("take over");
  // the lemma itself where it is in no class.
  std::string OfVerb(std::string_view lemma, std::string_view particle = "") const;
  // The class that an event noun stands for ("purchase" -> "buy"); "" for none.
  std::string OfNoun(std::string_view lemma) const;
  // Metadata of a class; nullptr where the name is a bare lemma.
  const Relation* Find(std::string_view name) const;
  const std::vector<Relation>& all() const { return relations_; }

  // True where two relations cannot hold of the same things at the same time.
  bool Opposed(std::string_view a, std::string_view b) const;
  // True where two lemmas exclude each other: a listed pair, or words of rising
  // and of falling.
  bool OppositeWords(std::string_view a, std::string_view b) const;
  Direction DirectionOf(std::string_view lemma) const;
  // The exclusive group of a lemma ("colour", "month", "compass"): two members
  // of one group in the same slot are rivals. "" for none.
  std::string_view GroupOf(std::string_view lemma) const;
  // General nouns whose members exclude each other ("musical instrument"), for
  // words that stand in no group.
  const std::vector<std::string>& kinds() const { return kinds_; }
  // Verbs whose clause does not hold when they do ("fail", "refuse"): the
  // implicative signature of Nairn, Condoravdi and Karttunen (2006), "-|+".
  bool Negates(std::string_view lemma) const { return negating_.contains(std::string(lemma)); }
  // Verbs that deny a clause: "doubt", not "forget".
  bool NegatesClause(std::string_view lemma) const { return negating_clauses_.contains(std::string(lemma)); }
  bool Hedges(std::string_view lemma) const { return hedging_.contains(std::string(lemma)); }
  bool Plans(std::string_view lemma) const { return planning_.contains(std::string(lemma)); }
  // Words that exclude nothing, whatever a dictionary of antonyms says.
  bool Compatible(std::string_view lemma) const { return compatible_.contains(std::string(lemma)); }
  // Words that call a story untrue: "hoax", "debunk".
  bool Refutes(std::string_view lemma) const { return refuting_.contains(std::string(lemma)); }
  // Words by which a text says that something is not, or hardly, so.
  bool Denies(std::string_view lemma) const { return denying_.contains(std::string(lemma)); }
  // Words that a whole statement is called: "it is true that …", "it is untrue that …".
  bool CallsTrue(std::string_view lemma) const { return true_.contains(std::string(lemma)); }
  bool CallsUntrue(std::string_view lemma) const { return untrue_.contains(std::string(lemma)); }
  // Verbs of having and of getting to have ("hold", "build up"): what they say is
  // their noun.
  bool Holds(std::string_view lemma) const { return holding_.contains(std::string(lemma)); }
  // Words for all of a thing ("total"), and nouns for what there can be a share of
  // ("independence").
  bool Whole(std::string_view lemma) const { return whole_.contains(std::string(lemma)); }
  bool HasDegrees(std::string_view lemma) const { return degrees_.contains(std::string(lemma)); }
  // What makes an adjective its own denial: "non-", "un".
  const std::vector<std::string>& denying_prefixes() const { return denying_prefixes_; }
  // True where `word` stands in a closed class ("not", "may", "without").
  bool Is(WordClass of, std::string_view word) const { return words_.Is(of, word); }
  bool Opinion(std::string_view lemma) const { return opinion_.contains(std::string(lemma)); }

 private:
  using Set = std::unordered_set<std::string>;
  std::vector<Relation> relations_;
  FunctionWords words_;
  std::unordered_map<std::string, size_t> by_name_;
  std::unordered_map<std::string, std::string> verbs_, nouns_, groups_;
  std::unordered_map<std::string, Direction> directions_;
  std::unordered_map<std::string, Set> opposites_;
  std::vector<std::string> kinds_, denying_prefixes_;
  Set negating_, negating_clauses_, hedging_, planning_, opinion_, refuting_, denying_, compatible_, true_, untrue_, holding_, whole_, degrees_;

  friend class RelationLoader;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_RELATIONS_H_
