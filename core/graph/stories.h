#ifndef CROSSCHECK_CORE_GRAPH_STORIES_H_
#define CROSSCHECK_CORE_GRAPH_STORIES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "core/claim/claim.h"

namespace crosscheck {

// Which story each document tells, as the number of its first document: documents
// that share two names or more that few others have. A handful of documents is one
// story. What a text only describes ("the ferry", "the company") can be the
// same thing in another text of the same story, not anywhere in a corpus.
// Linear in names.
std::vector<uint32_t> FindStories(std::span<const Reading* const> readings);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_STORIES_H_
