#ifndef CROSSCHECK_CORE_GRAPH_ALIGNMENT_H_
#define CROSSCHECK_CORE_GRAPH_ALIGNMENT_H_

#include <cstdint>
#include <span>
#include <vector>

#include "core/graph/openings.h"
#include "core/graph/passage_index.h"
#include "core/graph/terms.h"

namespace crosscheck {

// A word of the draft that a word of a passage carries over, or is related to.
struct Link {
  uint32_t passage = 0;  // index in SentenceAlignment::passages
  int32_t source = kNoToken;
  WordMatch match = WordMatch::kNone;
};

// A draft sentence held against the passages that speak of the same things.
// Coverage is the weight of the words that are carried over by the weight of all.
struct SentenceAlignment {
  const Terms* draft = nullptr;
  uint32_t draft_document = 0;
  uint32_t sentence = 0;
  std::vector<Passage> passages;        // best first
  std::vector<const Terms*> sources;    // parallel to `passages`
  std::vector<std::vector<Link>> links;     // per token of the sentence: what carries it
  std::vector<std::vector<Link>> opposed;   // per token: opposite and exclusive words
  std::vector<double> coverage_of;      // per passage, alone
  std::vector<bool> opened;             // per passage: the draft's subject stands for an opening of it (openings.h)
  double coverage = 0.0;                // of all passages together

  const Sentence& draft_sentence() const { return draft->reading->analysis.sentences[sentence]; }
  const std::vector<Link>& LinksOf(int32_t token) const { return links[static_cast<size_t>(token) - draft_sentence().first]; }
  const std::vector<Link>& OpposedTo(int32_t token) const { return opposed[static_cast<size_t>(token) - draft_sentence().first]; }
  bool Carried(int32_t token) const { return !LinksOf(token).empty(); }
  bool CarriedIn(int32_t token, uint32_t passage) const;
  // Whether the sentence has a word of the passage.
  bool MetIn(int32_t source, uint32_t passage) const;
  // The coverage of one passage with some of the draft's tokens left out of the
  // count: how much the surroundings of a word have in common.
  double CoverageWithout(uint32_t passage, std::span<const int32_t> left_out) const;
  // The same within a stretch of the sentence; 0 where that leaves fewer than
  // three content words.
  double CoverageWithin(uint32_t passage, TextRange stretch, std::span<const int32_t> left_out) const;
  // The same among the word's neighbours in the tree: its dependents, the two
  // words above it and theirs; 0 where these are fewer than four content words.
  double CoverageAround(uint32_t passage, int32_t token) const;
  // The same for a word of the passage: how much of what stands around it there
  // the sentence has, too.
  double ReverseAround(uint32_t passage, int32_t source) const;
  // How much of the passage's own words the sentence carries, by near-equal words
  // only (no more general ones): whether a denial in the passage is about this.
  // Within a stretch of the passage where one is given, without some tokens of it.
  double ReverseCoverage(uint32_t passage, TextRange stretch = {}, std::span<const int32_t> left_out = {}) const;
  // The same within a clause of the passage, without some words of it and, where
  // `times` is false, without its dates: 0 where that leaves fewer than three words.
  double ReverseWithin(uint32_t passage, TextRange clause, TextRange without, bool times) const;
  // The same measure for the draft's words.
  double StrictCoverage(uint32_t passage, TextRange stretch = {}, std::span<const int32_t> left_out = {}) const;
  // Whether the passage around a stretch of a source denies by a word beside `words`:
  // "[neither the council nor] the mayor sold the hall".
  bool DeniesBeside(uint32_t document, TextRange stretch, TextRange words) const;
  // The number of content words of the sentence that the passage carries.
  int CarriedCount(uint32_t passage) const;
};

// Aligns words: names by entity, figures and times by value, all else by meaning.
class Aligner {
 public:
  explicit Aligner(Lexical* lexical) : lexical_(*lexical) {}

  SentenceAlignment Align(const Terms& draft, uint32_t draft_document, uint32_t sentence, std::vector<Passage> passages,
                          const std::vector<Terms>& all) const;
  // How a draft's word stands to a source's word.
  WordMatch Compare(const Terms& draft, int32_t d, const Terms& source, int32_t s) const;
  // The same by what the two words name alone.
  WordMatch CompareNames(const Terms& draft, int32_t d, const Terms& source, int32_t s) const;

 private:
  void LinkOpenings(SentenceAlignment* out) const;
  bool Named(const Terms& draft, const Topic& topic, const Terms& source, const Sentence& passage) const;
  WordMatch CompareDescriptions(const Terms& draft, int32_t d, const Terms& source, int32_t s) const;

  Lexical& lexical_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_ALIGNMENT_H_
