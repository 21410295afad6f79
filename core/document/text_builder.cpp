#include "core/document/text_builder.h"

#include "core/base/unicode.h"

namespace crosscheck {

void TextBuilder::Add(std::string_view text, uint32_t source, uint32_t source_length) {
  const auto at = static_cast<uint32_t>(text_.size());
  const auto length = static_cast<uint32_t>(text.size());
  if (!offsets_.empty() && length == source_length) {
    OffsetSpan& last = offsets_.back();
    const bool plain = last.length == last.source_length;
    if (plain && last.text + last.length == at && last.source + last.length == source) {
      last.length += length;
      last.source_length += length;
      text_ += text;
      return;
    }
  }
  offsets_.push_back({at, source, length, source_length});
  text_ += text;
}

void TextBuilder::Append(std::string_view text, uint32_t source) {
  for (uint32_t i = 0; i < text.size();) {
    uint32_t end = i;
    const bool space = IsSpace(CodePointAt(text, i).value);
    while (end < text.size() && IsSpace(CodePointAt(text, end).value) == space)
      end += CodePointAt(text, end).size;
    if (!space) {
      Add(text.substr(i, end - i), source + i, end - i);
    } else if (!block_empty() && text_.back() != ' ') {
      Add(" ", source + i, end - i);
    }
    i = end;
  }
}

void TextBuilder::AppendDecoded(std::string_view text, uint32_t source, uint32_t source_length) {
  if (text.empty()) return;
  if (!IsSpace(CodePointAt(text, 0).value)) {
    Add(text, source, source_length);
  } else if (!block_empty() && text_.back() != ' ') {
    Add(" ", source, source_length);
  }
}

TextRange TextBuilder::EndBlock() {
  TextRange range = {block_start_, static_cast<uint32_t>(text_.size())};
  while (!range.empty() && text_[range.end - 1] == ' ') --range.end;
  if (!range.empty()) text_ += "\n\n";
  block_start_ = static_cast<uint32_t>(text_.size());
  return range;
}

}  // namespace crosscheck
