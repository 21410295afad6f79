#include "core/language/sentence_splitter.h"

#include "core/base/unicode.h"

namespace crosscheck {

Result<SentenceSplitter> SentenceSplitter::Load(const std::filesystem::path&) {
  return SentenceSplitter();
}

std::vector<TextRange> SentenceSplitter::Split(std::string_view text, TextRange block) const {
  std::vector<TextRange> sentences;
  TextRange open;
  bool stopped = false;
  for (uint32_t at = block.start; at < block.end;) {
    const CodePoint c = CodePointAt(text, at);
    if (!IsSpace(c.value)) {
      const bool after_space = !open.empty() && open.end < at;
      if (open.empty() || (stopped && after_space && !IsLower(c.value))) {
        if (!open.empty()) sentences.push_back(open);
        open.start = at;
      }
      open.end = at + c.size;
      stopped = c.value == '.' || c.value == '!' || c.value == '?' || (stopped && !IsLetter(c.value));
    }
    at += c.size;
  }
  if (!open.empty()) sentences.push_back(open);
  return sentences;
}

}  // namespace crosscheck
