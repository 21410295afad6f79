#ifndef CROSSCHECK_CORE_GRAPH_LEXICAL_H_
#define CROSSCHECK_CORE_GRAPH_LEXICAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/interner.h"
#include "core/graph/claim_graph.h"
#include "core/language/analysis.h"
#include "core/language/wordnet.h"

namespace crosscheck {

// How the word of a draft stands to a word of a source.
enum class WordMatch : uint8_t {
  kNone,
  kSame,       // the same lemma
  kSynonym,    // one meaning, or one relation class
  kDerived,    // one root: "purchase" – "buy" through the lexicon, "acquire" – "acquisition"
  kGeneral,    // the draft's word is more general: "company" for "carmaker"
  kSpecific,   // the draft's word is more specific: says more than the source
  kOpposite,   // cannot both hold in one slot
  kExclusive,  // two members of one exclusive group: "red" – "blue"
};

// True for the matches that carry the draft's word over.
inline bool Carries(WordMatch match) {
  return match == WordMatch::kSame || match == WordMatch::kSynonym || match == WordMatch::kDerived ||
         match == WordMatch::kGeneral;
}

// The part of speech under which WordNet keeps a word; none for function words and names.
std::optional<WordPos> PosOf(Upos upos);

// Compares words by lemma, relation classes, opposites and WordNet. What is
// known of a word is gathered once and kept, so that comparing two words costs a
// few searches in short sorted lists. Not thread-safe.
class Lexical {
 public:
  explicit Lexical(const Knowledge& knowledge) : knowledge_(knowledge) {}

  // The number of a word, for Compare: a lemma with its part of speech.
  uint32_t Word(std::string_view lemma, Upos upos);
  std::string_view Lemma(uint32_t word) const { return lemmas_.Text(words_[word].lemma); }

  WordMatch Compare(uint32_t draft, uint32_t source);
  // The exclusive groups that a word belongs to, sorted.
  std::vector<std::string> GroupsOf(uint32_t word) { return ProfileOf(word).groups; }

  const Knowledge& knowledge() const { return knowledge_; }

 private:
  struct Profile {
    bool ready = false;
    std::vector<uint32_t> synonyms, derived, general, opposites;  // lemma numbers, sorted
    std::string relation;  // class of the verb or event noun; "" for none
    std::vector<std::string> groups;  // exclusive ones, sorted
  };
  struct Entry {
    uint32_t lemma = 0;
    Upos upos = Upos::kX;
    Profile profile;
  };

  const Profile& ProfileOf(uint32_t word);
  void FromWordNet(std::string_view lemma, Upos upos, Profile* profile);
  std::vector<std::string> GroupsOf(std::string_view lemma, Upos upos) const;

  Knowledge knowledge_;
  Interner lemmas_;
  std::vector<Entry> words_;
  std::unordered_map<uint64_t, uint32_t> numbers_;  // lemma, upos -> word
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_LEXICAL_H_
