#ifndef CROSSCHECK_CORE_LANGUAGE_EMOJI_H_
#define CROSSCHECK_CORE_LANGUAGE_EMOJI_H_

#include <cstdint>
#include <string_view>

namespace crosscheck {

// Whether `c` is a picture or a mark that changes one.
bool IsEmojiPart(char32_t c);

// Where the picture at `at` ends, before `end`: with its modifiers and with the
// pictures that are joined to it; two letters make a flag.
uint32_t EmojiEnd(std::string_view text, uint32_t at, uint32_t end);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_EMOJI_H_
