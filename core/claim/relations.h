#ifndef CROSSCHECK_CORE_CLAIM_RELATIONS_H_
#define CROSSCHECK_CORE_CLAIM_RELATIONS_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
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
  // Reads relations.yaml, opposites.yaml, natures.yaml, details.yaml and function-words.yaml below
  // `folder`.
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
  // Two words that one word is the opposite of: "glad" and "pleased", both not "sad".
  bool SharesOpposite(std::string_view a, std::string_view b) const;
  // What befalls people and is counted, by its relation ("die" for "kill" and "die"); ""
  // for anything else. Nouns for people whoever they are ("person", "resident").
  std::string_view TollOf(std::string_view relation) const;
  bool Anybody(std::string_view noun) const { return anybody_.contains(std::string(noun)); }
  Direction DirectionOf(std::string_view lemma) const;
  // The exclusive groups of a lemma ("colour", "month"; "silver" is a colour and a
  // metal): two members of one group in the same slot are rivals.
  std::span<const std::string> GroupsOf(std::string_view lemma) const;
  // A noun whose hyponyms belong to a group: "musical instrument" to "instrument".
  struct Kind {
    std::string group, noun;
  };
  const std::vector<Kind>& kinds() const { return kinds_; }
  // What kind of thing a noun calls something ("film" for "movie", by natures.yaml), and
  // whether a thing can be of two natures: a film is no painting, but a work.
  std::optional<std::string_view> NatureOf(std::string_view noun) const;
  bool NaturesExclude(std::string_view a, std::string_view b) const;
  const std::vector<Kind>& nature_kinds() const { return nature_kinds_; }
  // Verbs for what happens to a thing once ("found"), and for making one ("direct").
  bool Once(std::string_view lemma) const { return once_.contains(std::string(lemma)); }
  bool Makes(std::string_view lemma) const { return making_.contains(std::string(lemma)); }
  // Verbs of showing a programme ("air"), and what shows one ("network").
  bool Shows(std::string_view lemma) const { return showing_.contains(std::string(lemma)); }
  bool Channel(std::string_view noun) const { return channels_.contains(std::string(noun)); }
  // Groups of things that people turn to one after the other ("instrument").
  const std::vector<std::string>& in_turn() const { return in_turn_; }
  // Verbs for what is done to them in turn ("play").
  bool Turns(std::string_view lemma) const { return turns_.contains(std::string(lemma)); }
  // Words for a way or a place that one thing may take now and then ("up", "inside").
  bool Way(std::string_view word) const { return ways_.contains(std::string(word)); }
  // Nouns for what may have several colours at once ("animal").
  const std::vector<std::string>& many_coloured() const { return many_coloured_; }
  // Words for a size ("little"), and nouns for what has one of its own ("person").
  bool Sizes(std::string_view lemma) const { return sizes_.contains(std::string(lemma)); }
  const std::vector<std::string>& sized() const { return sized_; }
  // Verbs whose clause does not hold when they do ("fail", "refuse"): the
  // implicative signature of Nairn, Condoravdi and Karttunen (2006), "-|+".
  bool Negates(std::string_view lemma) const { return negating_.contains(std::string(lemma)); }
  // Verbs that deny a clause: "doubt", not "forget".
  bool NegatesClause(std::string_view lemma) const { return negating_clauses_.contains(std::string(lemma)); }
  // Nouns for what asks one to do something ("an offer to work"), and verbs, with their
  // particles, by which it is not done ("turn down").
  bool Offers(std::string_view lemma) const { return offers_.contains(std::string(lemma)); }
  bool RefusesOffer(std::string_view phrase) const { return refusing_.contains(std::string(phrase)); }
  // Words that leave out what they go with ("except"), and verbs that bring a matter
  // up or give it ("mention").
  bool LeavesOut(std::string_view lemma) const { return leaving_out_.contains(std::string(lemma)); }
  // Adverbs that keep a statement to what they stand at ("only"), and all words by
  // which a text may say that it holds of nothing else ("only", "exclusive", "alone").
  bool Limits(std::string_view lemma) const { return limiting_.contains(std::string(lemma)); }
  bool SaysLimit(std::string_view word) const { return Limits(word) || limited_.contains(std::string(word)); }
  bool Tells(std::string_view lemma) const { return telling_.contains(std::string(lemma)); }
  bool Hedges(std::string_view lemma) const { return hedging_.contains(std::string(lemma)); }
  bool Plans(std::string_view lemma) const { return planning_.contains(std::string(lemma)); }
  // Words that exclude nothing, whatever a dictionary of antonyms says.
  bool Compatible(std::string_view lemma) const { return compatible_.contains(std::string(lemma)); }
  // Words that call a story untrue: "hoax", "debunk".
  bool Refutes(std::string_view lemma) const { return refuting_.contains(std::string(lemma)); }
  // What is done to a rumour that is not true ("slam", "shut down"), and nouns for
  // what is told ("rumour", "report").
  bool Rejects(std::string_view phrase) const { return rejecting_.contains(std::string(phrase)); }
  bool Told(std::string_view lemma) const { return told_.contains(std::string(lemma)); }
  // Words that deny whatever they stand at ("not"), words for being so that they
  // may deny ("real", "happen"), and words whose denial only leaves open ("confirm").
  bool DeniesPlainly(std::string_view word) const { return plain_denials_.contains(std::string(word)); }
  bool Exists(std::string_view lemma) const { return existing_.contains(std::string(lemma)); }
  bool LeavesOpen(std::string_view lemma) const { return unconfirmed_.contains(std::string(lemma)); }
  // Verbs of taking part no longer, with their particles: "quit", "drop out".
  bool Withdraws(std::string_view phrase) const { return withdrawing_.contains(std::string(phrase)); }
  // Words by which a text says that something is not, or hardly, so.
  bool Denies(std::string_view lemma) const { return denying_.contains(std::string(lemma)); }
  // Words that a whole statement is called: "it is true that …", "it is untrue that …".
  bool CallsTrue(std::string_view lemma) const { return true_.contains(std::string(lemma)); }
  bool CallsUntrue(std::string_view lemma) const { return untrue_.contains(std::string(lemma)); }
  // Verbs of having and of getting to have ("hold", "build up"): what they say is
  // their noun.
  bool Holds(std::string_view lemma) const { return holding_.contains(std::string(lemma)); }
  // What tells two accounts of one deed apart ("kitchen", "garden"), by details.yaml: a
  // group, and which of its members a noun is.
  struct DetailGroup {
    std::string name;
    bool core = false;                               // may be subject or object
    std::vector<std::string> prepositions;
    std::vector<std::vector<std::string>> members;   // each in all its words
  };
  struct Detail {
    size_t group = 0, member = 0;
  };
  const std::vector<DetailGroup>& detail_groups() const { return detail_groups_; }
  std::span<const Detail> DetailsOf(std::string_view noun) const;
  // A state of which one holds at a time ("open"): the pair and the side of a word.
  struct State {
    size_t pair = 0;
    bool left = false;
  };
  std::span<const State> StatesOf(std::string_view word) const;
  // Both sides of a pair of states.
  const std::pair<std::vector<std::string>, std::vector<std::string>>& state_pair(size_t pair) const { return state_pairs_[pair]; }
  // A verb for what is done to the same once in a story ("arrest").
  bool HappensOnce(std::string_view lemma) const { return happens_once_.contains(std::string(lemma)); }
  // A word by which a state has changed or will ("again", "until").
  bool Changing(std::string_view word) const { return changing_.contains(std::string(word)); }
  // A noun for one person whom a text does not name: "man".
  bool Someone(std::string_view noun) const { return someone_.contains(std::string(noun)); }
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
  std::unordered_map<std::string, std::string> verbs_, nouns_, tolls_;
  std::unordered_map<std::string, std::vector<std::string>> groups_;
  std::unordered_map<std::string, Direction> directions_;
  std::vector<DetailGroup> detail_groups_;
  std::unordered_map<std::string, std::vector<Detail>> details_;
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> state_pairs_;
  std::unordered_map<std::string, std::vector<State>> states_;
  std::unordered_map<std::string, Set> opposites_;
  bool Within(std::string_view nature, std::string_view other) const;
  std::vector<Kind> kinds_, nature_kinds_;
  std::unordered_map<std::string, std::string> natures_, within_;  // noun -> nature, nature -> the one above
  std::unordered_map<std::string, Set> natures_together_;
  std::vector<std::string> in_turn_, many_coloured_, sized_, denying_prefixes_;
  Set anybody_, leaving_out_, offers_, refusing_, limiting_, limited_, telling_, negating_, negating_clauses_,
      hedging_, planning_, opinion_, refuting_, plain_denials_, existing_, unconfirmed_,
      withdrawing_, rejecting_, told_, ways_, denying_, compatible_, true_, untrue_, holding_,
      whole_, degrees_, sizes_, turns_, once_, making_, showing_, channels_, someone_, changing_, happens_once_;

  friend class RelationLoader;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_RELATIONS_H_
