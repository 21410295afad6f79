#include "core/language/tokenizer.h"

#include "core/base/unicode.h"

namespace crosscheck {

Result<Tokenizer> Tokenizer::Load(const std::filesystem::path&) { return Tokenizer(); }

std::vector<TextRange> Tokenizer::Tokenize(std::string_view text, TextRange sentence) const {
  std::vector<TextRange> words;
  bool joined = false;
  for (uint32_t at = sentence.start; at < sentence.end;) {
    const CodePoint c = CodePointAt(text, at);
    const bool wordlike = IsLetter(c.value) || IsDigit(c.value);
    if (IsSpace(c.value)) {
      joined = false;
    } else if (joined && wordlike) {
      words.back().end = at + c.size;
    } else {
      words.push_back({at, at + c.size});
      joined = wordlike;
    }
    at += c.size;
  }
  return words;
}

}  // namespace crosscheck
