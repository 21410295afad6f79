#ifndef CROSSCHECK_CORE_GRAPH_EDIT_H_
#define CROSSCHECK_CORE_GRAPH_EDIT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "core/graph/terms.h"

namespace crosscheck {

// A stretch of tokens: [first, last).
struct Stretch {
  int32_t first = 0;
  int32_t last = 0;
};

// Two sentences that are word for word the same but for one word or short phrase,
// exchanged wherever it stands: "The first train is late" – "The fifth train is late".
struct Edit {
  Stretch draft, source;  // the first place
  int frame = 0;          // content words in common
  int words = 0;          // words in common
};

// The edit that makes the draft's sentence of the source's; none where more differs.
// Articles, marks and capitals do not count. Phrases have at most four words; the
// shortest that explain all are taken. Linear in tokens.
std::optional<Edit> FindEdit(const Terms& draft, const Sentence& here, const Terms& source,
                             const Sentence& there);

// The words of a stretch as a dictionary has them: folded, without articles, the
// last one by its lemma.
std::string PhraseOf(const Terms& terms, Stretch stretch);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EDIT_H_
