#ifndef CROSSCHECK_CORE_CLAIM_QUOTE_WORDS_H_
#define CROSSCHECK_CORE_CLAIM_QUOTE_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"

namespace crosscheck {

// A word as quotations are compared by, and where it stands.
struct QuoteWord {
  std::string key;         // folded: case, accents, spelling, contractions
  TextRange range;
  bool bracket = false;    // the editor's: in brackets, "[the company]", or masked, "d---"
  bool gap_before = false; // an ellipsis precedes
  int32_t quotation = -1;  // innermost quotation around it; -1 = none, or not asked
};

// The words of a range of a text, folded so that only what was said remains:
//   "We don’t pay 1,000 %"  and  "we do not pay 1000 per cent"   are the same,
//   "[W]e can … pay"        gives  we can (gap) pay.
// Counter-example: "cannot" and "can" differ by the word "not".
std::vector<QuoteWord> QuoteWords(std::string_view text, TextRange range);

// not, never, no …: a difference in one of them turns a quotation round.
bool IsNegation(std::string_view key);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_QUOTE_WORDS_H_
