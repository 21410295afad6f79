#ifndef CROSSCHECK_CORE_CLAIM_QUOTATION_H_
#define CROSSCHECK_CORE_CLAIM_QUOTATION_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/language/analysis.h"

namespace crosscheck {

enum class QuotationKind : uint8_t { kDirect, kBlock, kPartial, kScare, kTitle };
std::string_view ToString(QuotationKind kind);

// Words between quotation marks, or in a block quotation.
struct Quotation {
  TextRange range;                 // the quoted words without the marks
  uint32_t first = 0, last = 0;    // their tokens, [first, last)
  QuotationKind kind = QuotationKind::kDirect;
  bool closed = true;              // false: the closing mark is missing, or the quotation runs on
  int32_t nested_in = -1;          // index of the quotation around it
  int32_t attribution = -1;        // index in Reading::attributions; -1 = nobody named
};

// All quotations of a document, in order of the text.
std::vector<Quotation> FindQuotations(const Analysis& analysis);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_QUOTATION_H_
