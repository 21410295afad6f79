#include "tests/fuzz/words_fuzz.h"

#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/check.h"
#include "core/base/unicode.h"
#include "core/language/chunk.h"
#include "core/language/sentence_splitter.h"
#include "core/language/tokenizer.h"

namespace crosscheck::testing {
namespace {

struct Parts {
  SentenceSplitter splitter;
  Tokenizer tokenizer;
};

const Parts& SharedParts() {
  static const std::unique_ptr<Parts> parts = [] {
    const std::filesystem::path lexicon =
        std::filesystem::path(CROSSCHECK_SOURCE_DIR) / "rules/lexicon";
    auto splitter = SentenceSplitter::Load(lexicon);
    auto tokenizer = Tokenizer::Load(lexicon);
    CROSSCHECK_CHECK(splitter.ok() && tokenizer.ok());
    return std::make_unique<Parts>(Parts{std::move(*splitter), std::move(*tokenizer)});
  }();
  return *parts;
}

bool OnlyBlanks(std::string_view text, uint32_t from, uint32_t to) {
  while (from < to) {
    const CodePoint c = CodePointAt(text, from);
    if (!IsBlank(c.value)) return false;
    from += c.size;
  }
  return from == to;
}

bool OnBorder(std::string_view text, uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

// The ranges fill `whole` but for white space.
void CheckCover(std::string_view text, TextRange whole, const std::vector<TextRange>& ranges,
                bool valid) {
  uint32_t at = whole.start;
  for (const TextRange range : ranges) {
    CROSSCHECK_CHECK(at <= range.start && range.start < range.end && range.end <= whole.end);
    CROSSCHECK_CHECK(OnlyBlanks(text, at, range.start));
    CROSSCHECK_CHECK(!valid || (OnBorder(text, range.start) && OnBorder(text, range.end)));
    at = range.end;
  }
  CROSSCHECK_CHECK(OnlyBlanks(text, at, whole.end));
}

}  // namespace

void FuzzWords(std::string_view bytes) {
  const bool valid = !FirstInvalidUtf8(bytes);
  const TextRange whole = {0, static_cast<uint32_t>(bytes.size())};
  const std::vector<TextRange> sentences = SharedParts().splitter.Split(bytes, whole);
  CheckCover(bytes, whole, sentences, valid);
  for (const TextRange sentence : sentences) {
    CheckCover(bytes, sentence, SharedParts().tokenizer.Tokenize(bytes, sentence), valid);
  }
}

}  // namespace crosscheck::testing
