#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_ACCOUNTS_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_ACCOUNTS_H_

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/graph/claim_graph.h"
#include "core/graph/terms.h"

namespace crosscheck {

// What two texts of equal standing tell of one event in words of their own:
//   same-deed    the same deed of and to the same, whatever else they say of it: done or
//                not, for sure or perhaps
//   part-rival   the same deed with another amount of one group: "nearly all", "some"
//   count-rival  another count of those whom the event befell ("12 people were hurt",
//                "nearly 20 injured"), or of things with a name of two words that the
//                same one dealt with ("19 executive orders")
//   cause-rival  another cause of the same
//   detail-rival the same deed at another place, with another thing, on another limb
//   day-rival    another day of a deed that is done once
//   deed-denied  a deed that one text only tells and the other only denies
//   state-rival  the same thing in the opposite state: "open", "closed"
// Accounts meet by story and deed; there is no step over all pairs. Needs the terms of
// all documents, in their order; not thread-safe.
class AccountEvidence {
 public:
  AccountEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical);

  // Appends the evidence of a draft. Of two texts that are held against each other, only
  // the first gets counts, causes and amounts.
  void Find(uint32_t draft, std::vector<Evidence>* out) const;

 private:
  // A thing that takes part in a deed, by its word and, where it is known, its name.
  struct Part {
    uint32_t word = 0;
    int32_t entity = -1;
    int32_t token = kNoToken;
    bool core = false;  // subject or object
  };
  struct Deed {
    uint32_t document = 0;
    uint32_t claim = 0;
    std::vector<Part> parts;
  };
  // A word that tells a deed apart from another of its kind.
  struct Trait {
    size_t group = 0, member = 0;  // of RelationLexicon::detail_groups
    int32_t token = kNoToken;
    TextRange range;
  };
  struct Scene {  // a deed with what tells it apart
    uint32_t document = 0;
    Deed deed;
    int32_t verb = kNoToken;
    int32_t time = -1;
    std::vector<Trait> traits;
  };
  struct Condition {  // a state that something is told to be in
    uint32_t document = 0;
    uint32_t claim = 0;
    int32_t word = kNoToken;
    Part subject;
    size_t pair = 0;    // of RelationLexicon::state_pair
    bool left = false;  // the side of the pair that holds
    int32_t time = -1;
  };
  struct Count {
    uint32_t document = 0;
    uint32_t sentence = 0;
    uint32_t claim = 0;
    int32_t figure = -1;
    int32_t noun = kNoToken;  // kNoToken: nobody is named
    bool thing = false;
  };
  struct Cause {
    uint32_t document = 0;
    uint32_t claim = 0;
    int32_t cause = kNoToken;
    int32_t effect = kNoToken;  // kNoToken: left to the reader
    int32_t victim = -1;        // index in Reading::entities
    int32_t thing = kNoToken;   // what a verb says to have come of it: "the _bridge_ collapsed"
  };
  using Key = std::pair<uint32_t, std::string>;  // story, deed
  static constexpr size_t kMostRows = 60;
  template <typename T>
  struct Table {
    std::map<Key, std::vector<T>> rows;
    std::vector<std::vector<Key>> keys_of;  // per document, in order of the text
    void Add(const Key& key, T row) {
      auto& list = rows[key];
      if (list.size() >= kMostRows) return;
      auto& keys = keys_of[row.document];
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
      list.push_back(std::move(row));
    }
  };

  void AddDeeds(uint32_t document);
  void AddCounts(uint32_t document);
  void AddCauses(uint32_t document);
  void AddPart(uint32_t document, int32_t token, bool core, std::vector<Part>* parts) const;
  void AddClauses(uint32_t document, int32_t verb, std::vector<Part>* parts) const;
  int32_t ClaimAround(uint32_t document, const Figure& figure, int32_t noun) const;
  int32_t GroupOf(uint32_t document, int32_t head) const;
  std::string TollOf(uint32_t document, const Figure& figure, const Claim& claim, int32_t noun) const;
  std::string NameOfThings(uint32_t document, int32_t noun) const;

  bool OnePart(uint32_t a, const Part& x, uint32_t b, const Part& y) const;
  using Pairs = std::vector<std::pair<const Part*, const Part*>>;
  Pairs Meeting(const Deed& a, const Deed& b) const;
  bool HadBeen(uint32_t document, const Claim& claim) const;
  bool OneDeed(const Deed& a, const Deed& b, const Pairs& met) const;
  bool OneSided(const std::vector<Deed>& list, const Deed& ours, const Deed& theirs) const;
  uint32_t WordOf(uint32_t document, int32_t token) const;
  TextRange AmountOf(uint32_t document, int32_t noun) const;
  void FindParts(const Deed& ours, const Deed& theirs, const Pairs& met, std::vector<Evidence>* out) const;
  bool OneTime(uint32_t a, const Claim& x, uint32_t b, const Claim& y) const;
  bool OneEvent(const Count& a, const Count& b) const;
  bool NamesMeet(uint32_t a, uint32_t x, uint32_t b, uint32_t y) const;
  bool OtherAgents(uint32_t a, const Claim& x, uint32_t b, const Claim& y) const;
  bool OtherWhole(uint32_t a, int32_t x, uint32_t b, int32_t y) const;
  bool OneDoer(uint32_t a, const Claim& x, uint32_t b, const Claim& y) const;
  bool MayBeOne(const Count& a, const Count& b) const;
  bool Apart(const Count& a, const Count& b) const;
  bool OneCount(const std::vector<Count>& counts, uint32_t document) const;
  bool OtherCause(const Cause& a, const Cause& b) const;
  bool Asked(uint32_t draft, uint32_t other) const;

  bool OneOutcome(const Cause& a, const Cause& b) const;

  // evidence_details.cpp
  int32_t ClaimWith(uint32_t document, int32_t token) const;
  bool Happened(uint32_t document, int32_t verb, int32_t claim) const;
  int32_t TimeBeside(uint32_t document, int32_t verb) const;
  void AddTraits(uint32_t document, int32_t noun, bool core, std::vector<Trait>* traits) const;
  int32_t DeedBefore(uint32_t document, int32_t noun) const;
  void AddParticipants(uint32_t document, int32_t verb, int32_t claim, std::vector<Part>* parts) const;
  void AddScene(uint32_t document, int32_t verb, std::vector<Trait> traits);
  void AddScenes(uint32_t document);
  void FindDays(const std::vector<Scene>& list, const Scene& ours, const Scene& theirs, std::vector<Evidence>* out) const;
  void AddConditions(uint32_t document);
  bool Changing(uint32_t document, int32_t word) const;
  std::vector<std::string> KeysOf(uint32_t document, const Part& part) const;
  bool TimesMeet(uint32_t a, int32_t x, uint32_t b, int32_t y) const;
  bool NamedInBoth(const Deed& a, const Deed& b, const Pairs& met) const;
  bool OneScene(const Scene& a, const Scene& b) const;
  bool Knows(uint32_t document, const Trait& trait) const;
  bool KnowsState(uint32_t document, size_t pair, bool left) const;
  bool OneSubject(const Condition& a, const Condition& b) const;
  void FindScenes(uint32_t draft, std::vector<Evidence>* out) const;
  void FindConditions(uint32_t draft, std::vector<Evidence>* out) const;

  void FindDeeds(uint32_t draft, std::vector<Evidence>* out) const;
  void FindCounts(uint32_t draft, std::vector<Evidence>* out) const;
  void FindCauses(uint32_t draft, std::vector<Evidence>* out) const;
  const Claim& ClaimOf(uint32_t document, uint32_t claim) const { return graph_.reading(document).claims[claim]; }
  const Figure& FigureOf(const Count& count) const { return graph_.reading(count.document).figures[static_cast<size_t>(count.figure)]; }
  Evidence Make(std::string_view kind, uint32_t draft, uint32_t claim, uint32_t source, uint32_t other, std::string reason) const;

  const ClaimGraph& graph_;
  const std::vector<Terms>& terms_;
  Lexical& lexical_;
  std::vector<Children> children_;  // per document
  Table<Deed> deeds_;
  Table<Count> counts_;
  Table<Cause> causes_;
  Table<Scene> scenes_;
  Table<Condition> conditions_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_ACCOUNTS_H_
