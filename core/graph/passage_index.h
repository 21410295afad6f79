#ifndef CROSSCHECK_CORE_GRAPH_PASSAGE_INDEX_H_
#define CROSSCHECK_CORE_GRAPH_PASSAGE_INDEX_H_

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/graph/terms.h"

namespace crosscheck {

// A sentence of a document.
struct Passage {
  uint32_t document = 0;
  uint32_t sentence = 0;

  auto operator<=>(const Passage&) const = default;
};

// Finds the sentences that speak of the same things as a draft sentence: an
// inverted index from words and entity keys to sentences, weighted by how rare
// they are (inverse document frequency, Spärck Jones 1972). A key in more than
// kMaxPostings sentences says nothing and is passed over; Search costs the
// postings of its keys, not the size of the corpus.
class PassageIndex {
 public:
  static constexpr size_t kMaxPostings = 500;

  explicit PassageIndex(Lexical* lexical) : lexical_(*lexical) {}

  // Adds the sentences of a document. All must be added before the first search.
  void Add(uint32_t document, const Terms& terms);

  // The best `count` passages for a sentence, best first, leaving out those of
  // `except` (the draft itself; ~0u for none). Ties go to the earlier passage.
  std::vector<Passage> Search(const Terms& terms, const Sentence& sentence, uint32_t except, size_t count) const;

  // Keys that were passed over because they stand everywhere.
  size_t hubs() const { return hubs_; }

 private:
  std::vector<uint64_t> KeysOf(const Terms& terms, int32_t token) const;

  Lexical& lexical_;
  std::unordered_map<uint64_t, std::vector<Passage>> postings_;
  std::vector<Passage> small_;  // the first passages: all of them where the sources are short
  size_t sentences_ = 0;
  mutable size_t hubs_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_PASSAGE_INDEX_H_
