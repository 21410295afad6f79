#ifndef CROSSCHECK_CORE_CLAIM_QUOTE_ALIGN_H_
#define CROSSCHECK_CORE_CLAIM_QUOTE_ALIGN_H_

#include <cstdint>
#include <span>
#include <vector>

#include "core/claim/quote_words.h"

namespace crosscheck {

// One step of an alignment of two word sequences.
struct AlignStep {
  enum class Kind : uint8_t { kSame, kReplaced, kDropped, kAdded } kind = Kind::kSame;
  uint32_t draft = 0;   // index of the draft's word (kDropped: of the one that follows)
  uint32_t source = 0;  // index of the source's word (kAdded: of the one that follows)
};

// The cheapest alignment of all of `draft` with some stretch of `source` (the
// ends of the source are free). A bracketed word is the same as anything, and
// words beside it may be missing at little cost: "[the bill] passed" aligns with
// "it passed". Ties go to the earliest stretch. Time and space |draft|·|source|.
std::vector<AlignStep> AlignWords(std::span<const QuoteWord> draft, std::span<const QuoteWord> source);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_QUOTE_ALIGN_H_
