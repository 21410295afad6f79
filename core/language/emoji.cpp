#include "core/language/emoji.h"

#include "core/base/unicode.h"

namespace crosscheck {

bool IsEmojiPart(char32_t c) {
  return c >= 0x1f000 || (c >= 0x2600 && c < 0x27c0) || c == 0xfe0f || c == 0x200d || c == 0x20e3;
}

uint32_t EmojiEnd(std::string_view text, uint32_t at, uint32_t end) {
  const CodePoint first = CodePointAt(text, at);
  const auto letter = [](char32_t c) { return c >= 0x1f1e6 && c <= 0x1f1ff; };
  uint32_t to = at + first.size;
  bool joined = false, flag = letter(first.value);
  while (to < end) {
    const CodePoint c = CodePointAt(text, to);
    const bool modifies =
        c.value == 0xfe0f || c.value == 0x20e3 || (c.value >= 0x1f3fb && c.value <= 0x1f3ff);
    const bool second = flag && letter(c.value);
    if (!modifies && !second && !joined && c.value != 0x200d) break;
    flag = flag && !second;
    joined = c.value == 0x200d;
    to += c.size;
  }
  return to;
}

}  // namespace crosscheck
