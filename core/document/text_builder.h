#ifndef CROSSCHECK_CORE_DOCUMENT_TEXT_BUILDER_H_
#define CROSSCHECK_CORE_DOCUMENT_TEXT_BUILDER_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace crosscheck {

// Puts the decoded text of a marked-up file together, piece by piece, and keeps
// for each piece where its bytes lie in the file. White space is collapsed to
// one space as it comes; blocks are parted by blank lines.
class TextBuilder {
 public:
  // Bytes that stand in the file as they are.
  void Append(std::string_view text, uint32_t source);
  // Bytes that stand for `source_length` other bytes of the file ("&amp;").
  void AppendDecoded(std::string_view text, uint32_t source, uint32_t source_length);

  // The block that is being written: where it began, without white space.
  bool block_empty() const { return text_.size() == block_start_; }
  std::string_view block_text() const { return std::string_view(text_).substr(block_start_); }
  // Ends it and gives its range, empty where nothing was written.
  TextRange EndBlock();

  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  std::string_view text() const { return text_; }
  std::string TakeText() { return std::move(text_); }
  std::vector<OffsetSpan> TakeOffsets() { return std::move(offsets_); }

 private:
  void Add(std::string_view text, uint32_t source, uint32_t source_length);

  std::string text_;
  std::vector<OffsetSpan> offsets_;
  uint32_t block_start_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_DOCUMENT_TEXT_BUILDER_H_
