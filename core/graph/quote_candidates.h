#ifndef CROSSCHECK_CORE_GRAPH_QUOTE_CANDIDATES_H_
#define CROSSCHECK_CORE_GRAPH_QUOTE_CANDIDATES_H_

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/claim/quote_words.h"

namespace crosscheck {

// The documents that a quotation may come from: those that share most of its
// stretches of three words, or where it has none in common, most of its words.
// Filling is linear in words; asking is linear in the quotation's words times the
// documents of a key, of which kMostDocuments are kept.
class QuoteCandidates {
 public:
  static constexpr size_t kMostDocuments = 100;

  // Documents in ascending order.
  void Add(uint32_t document, std::span<const QuoteWord> words);
  // At most `count` documents other than `except`, in ascending order; all of them
  // where there are no more.
  std::vector<uint32_t> Find(std::span<const QuoteWord> words, uint32_t except, size_t count) const;

  // Whether a document other than `except` has the word.
  bool Known(const QuoteWord& word, uint32_t except) const;

 private:
  using Postings = std::unordered_map<uint64_t, std::vector<uint32_t>>;
  static void Note(Postings* postings, uint64_t key, uint32_t document);
  std::vector<uint32_t> documents_;
  Postings stretches_, words_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_QUOTE_CANDIDATES_H_
