#ifndef CROSSCHECK_CORE_PIPELINE_INLINE_IGNORES_H_
#define CROSSCHECK_CORE_PIPELINE_INLINE_IGNORES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/text_range.h"

namespace crosscheck {

// A comment in a text that accepts what a rule, or a pack, finds there:
//
//   <!-- crosscheck-ignore figures.conflict: restated in May -->
//
// It speaks of the paragraph that it stands in; alone in its paragraph, of the next.
struct InlineIgnore {
  std::string rule, reason;
  TextRange covers;  // in the bytes of the file
  uint32_t line = 0;
};

// The comments of a file. One without a reason is named in `diagnostics`, and left out.
std::vector<InlineIgnore> FindInlineIgnores(std::string_view bytes, std::string_view path,
                                            Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_INLINE_IGNORES_H_
