#ifndef CROSSCHECK_CORE_LANGUAGE_WORDNET_H_
#define CROSSCHECK_CORE_LANGUAGE_WORDNET_H_

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"

namespace crosscheck {

enum class WordPos : uint8_t { kNoun, kVerb, kAdjective, kAdverb };

// A set of synonyms: one meaning. The offset is its address in the data file of
// its part of speech, the same on every machine for WordNet 3.0.
struct SynsetId {
  WordPos pos = WordPos::kNoun;
  uint32_t offset = 0;

  auto operator<=>(const SynsetId&) const = default;
};

// A synset reached from another, and over how many links.
struct SynsetAt {
  SynsetId synset;
  uint32_t depth = 0;  // 0 = the start itself

  auto operator<=>(const SynsetAt&) const = default;
};

struct LemmaPos {
  std::string lemma;
  WordPos pos = WordPos::kNoun;

  auto operator<=>(const LemmaPos&) const = default;
};

// WordNet 3.0 (Fellbaum 1998; file format: wndb(5WN)), read where it lies: the
// index files are searched by halves, the data files read at a synset's offset,
// nothing is loaded at the start. Lemmas go in and out with blanks between words
// ("fall back"); case is ignored on the way in and kept on the way out.
//
// `senses` bounds how many of a lemma's meanings are followed, in the order of
// WordNet: the most frequent first. Lists of words are sorted, without repeats
// and without the lemma itself; lists of synsets keep WordNet's order.
//
// Thread-safe; answers that are costly are kept in a bounded cache, which never
// changes an answer.
class WordNet {
 public:
  static constexpr size_t kAllSenses = 1000;

  // Opens the files in `folder`. Where they are missing or are not WordNet's, the
  // result is empty, answers every question with nothing, and `diagnostics` says
  // so ("wordnet.missing", a warning). May be null when nobody wants to know.
  static WordNet Open(const std::filesystem::path& folder, Diagnostics* diagnostics);

  WordNet(WordNet&&) noexcept;
  WordNet& operator=(WordNet&&) noexcept;
  ~WordNet();

  bool empty() const;

  // The meanings of a lemma, the most frequent first.
  std::vector<SynsetId> Synsets(std::string_view lemma, WordPos pos,
                                size_t senses = kAllSenses) const;
  bool Knows(std::string_view lemma, WordPos pos) const;
  // The words of a meaning, in WordNet's order, as written ("Nobel Prize").
  std::vector<std::string> Words(SynsetId synset) const;
  std::string Gloss(SynsetId synset) const;

  // What a form may be a form of, by the exception lists and WordNet's rules of
  // detachment: "analyses" as a verb → "analyse"; only lemmas that WordNet knows.
  std::vector<std::string> BaseForms(std::string_view form, WordPos pos) const;

  std::vector<std::string> Synonyms(std::string_view lemma, WordPos pos,
                                    size_t senses = kAllSenses) const;
  // True where one meaning holds both; also for a lemma that is known, with itself.
  bool AreSynonyms(std::string_view a, std::string_view b, WordPos pos,
                   size_t senses = kAllSenses) const;

  // Opposites that stand as such in WordNet: "rise" – "fall".
  std::vector<std::string> Antonyms(std::string_view lemma, WordPos pos,
                                    size_t senses = kAllSenses) const;
  // Also, for adjectives, opposites through a similar adjective: "scorching" –
  // "cold", for it is similar to "hot". A superset of Antonyms.
  std::vector<std::string> IndirectAntonyms(std::string_view lemma, WordPos pos,
                                            size_t senses = kAllSenses) const;

  // Words of the same root in another (or the same) part of speech: "acquire" →
  // "acquisition". For adverbs also the adjective they stem from, and for
  // adjectives the noun they pertain to ("German" → "Germany").
  std::vector<LemmaPos> DerivedForms(std::string_view lemma, WordPos pos,
                                     size_t senses = kAllSenses) const;

  // The more general meanings of a meaning with their distance, nearest first,
  // the meaning itself included; instances count ("Paris" → "city"). Nouns, verbs.
  std::vector<SynsetAt> Hypernyms(SynsetId synset) const;
  bool IsHyponymOf(SynsetId synset, SynsetId ancestor) const;
  // True where a meaning of `lemma` lies below one of `ancestor` (or is it).
  bool IsHyponymOf(std::string_view lemma, std::string_view ancestor, WordPos pos,
                   size_t senses = kAllSenses) const;
  // Direct hyponyms, instances included.
  std::vector<SynsetId> Hyponyms(SynsetId synset) const;
  // Words that share a direct hypernym: "Monday" – "Tuesday". Bounded by
  // kMaxSisters, for "person" has thousands.
  static constexpr size_t kMaxSisters = 2000;
  std::vector<std::string> SisterTerms(std::string_view lemma, WordPos pos,
                                       size_t senses = kAllSenses) const;
  // True where a meaning of `a` and one of `b` share a direct hypernym and no
  // meaning holds both.
  bool AreSisters(std::string_view a, std::string_view b, WordPos pos,
                  size_t senses = kAllSenses) const;

  // Parts, members, substances of a meaning; and the wholes that it belongs to.
  std::vector<SynsetId> Meronyms(SynsetId synset) const;
  std::vector<SynsetId> Holonyms(SynsetId synset) const;
  // True where `part` is, over any number of links, part of `whole`: Munich of
  // Bavaria of Germany of Europe.
  bool IsPartOf(std::string_view part, std::string_view whole, size_t senses = kAllSenses) const;

  // What a verb entails ("snore" → "sleep") or causes ("kill" → "die").
  std::vector<SynsetId> Entailments(SynsetId synset) const;
  std::vector<SynsetId> Causes(SynsetId synset) const;
  // The heads of an adjective's cluster and its satellites.
  std::vector<SynsetId> SimilarTo(SynsetId synset) const;
  // "Also see": adjectives of nearly the same meaning ("happy" – "joyful").
  std::vector<SynsetId> AlsoSee(SynsetId synset) const;

 private:
  struct Files;
  explicit WordNet(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_WORDNET_H_
