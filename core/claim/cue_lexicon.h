#ifndef CROSSCHECK_CORE_CLAIM_CUE_LEXICON_H_
#define CROSSCHECK_CORE_CLAIM_CUE_LEXICON_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/yaml.h"
#include "core/claim/attribution.h"

namespace crosscheck {

// The word class in which a cue is looked up.
enum class CueClass : uint8_t { kVerb, kNoun, kAdjective, kAdverb, kAdposition };

// How sure the source claims to be of the content.
enum class Commitment : uint8_t { kCertain, kProbable, kPossible, kCounter, kNone };
std::string_view ToString(Commitment commitment);

// The shapes in which the content of a cue comes; see rules/lexicon/cues.yaml.
enum CueFrame : uint16_t {
  kTakesClause = 1,
  kTakesQuote = 2,
  kTakesInfinitive = 4,
  kTakesObject = 8,
  kTakesObjectInfinitive = 16,
  kTakesComplement = 32,
  kTakesSubject = 64,
  kTakesPassive = 128,
  kTakesAnything = 256,
};

// One entry: a head word and the words that must follow it.
struct Cue {
  std::string head;                 // lemma
  std::vector<std::string> rest;    // "out" of "point out"; lower case
  std::vector<std::string> topics;  // prepositions that introduce what is spoken of
  CueKind kind = CueKind::kSay;
  Commitment commitment = Commitment::kCertain;
  int strength = 2;
  uint16_t takes = 0;               // CueFrame bits
  bool factive = false;
  bool recites = false;             // gives the words of somebody else: "read", "cited"
  bool addressee = false;           // its object is the hearer

  bool Takes(uint16_t frames) const { return (takes & frames) != 0; }
};

// The cues of rules/lexicon/cues.yaml, by head word and class. Immutable once
// loaded; may be shared by threads.
class CueLexicon {
 public:
  // Reads the file; what is wrong in it goes to `diagnostics` with its place
  // and the nearest name, and the rest is still loaded.
  static CueLexicon Load(const std::filesystem::path& path, Diagnostics* diagnostics);
  static CueLexicon Parse(std::string_view bytes, std::string_view path, Diagnostics* diagnostics);

  // The entries of a head word, those with most words first, else in the order
  // of the file. Empty where it is no cue.
  std::span<const Cue> Find(CueClass word_class, std::string_view lemma) const;
  // Verbs that only carry a noun cue: "made the claim", "has doubts".
  bool IsSupportVerb(std::string_view lemma) const;
  // Words that say when something is said: "said Monday", "said last week".
  bool IsTimeWord(std::string_view lower) const;
  size_t size() const { return size_; }

 private:
  void AddGroup(const YamlNode& group, std::string_view path, Diagnostics* diagnostics);

  std::unordered_map<std::string, std::vector<Cue>> by_head_[5];  // by CueClass
  std::vector<std::string> support_verbs_;  // sorted
  std::vector<std::string> time_words_;     // sorted, lower case
  size_t size_ = 0;
};

// The file as the loader of all lexicons wants it.
std::unique_ptr<const CueLexicon> LoadCueLexicon(const std::filesystem::path& path, Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_CUE_LEXICON_H_
