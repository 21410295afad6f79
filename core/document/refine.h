#ifndef CROSSCHECK_CORE_DOCUMENT_REFINE_H_
#define CROSSCHECK_CORE_DOCUMENT_REFINE_H_

#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace crosscheck {

// Steps that every reader shares, after it has cut its text into blocks. They
// only split blocks, change their kinds, and fill metadata that is still empty.

// Cuts the dateline off the first prose of a document and takes its date. With
// `whole` (a text of one paragraph) only an agency's credit or a dateline with a
// date is cut, because a bare sentence may look like one.
void TakeDateline(std::string_view text, bool whole, Metadata* metadata,
                  std::vector<Block>* blocks);

// Items belong to the line with a colon above them, rows to their first row.
void LinkBlocks(std::string_view text, std::vector<Block>* blocks);

// All of it, for readers of marked-up text: the outlet, date and byline in the
// first blocks, furniture, captions, credits under quotations, title, dateline,
// links between blocks.
void RefineBlocks(std::string_view text, Metadata* metadata, std::vector<Block>* blocks);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_DOCUMENT_REFINE_H_
