#ifndef CROSSCHECK_CORE_LANGUAGE_CHUNK_H_
#define CROSSCHECK_CORE_LANGUAGE_CHUNK_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/base/unicode.h"

namespace crosscheck {

// A stretch of text between white space, with what matters for the end of a
// sentence: `(“Stop!”)` opens with a bracket and a quotation mark, has the core
// `Stop`, and ends in one mark, a closing quotation mark and a bracket.
struct Chunk {
  TextRange range;
  TextRange core;             // without opening marks, final stops and closing marks; may be empty
  uint8_t dots = 0;           // full stops in the closing part; "…" counts as three
  bool ask = false;           // "!" or "?" there
  bool quote_after = false;   // a closing quotation mark after the stops
  bool closer_after = false;  // any closing mark after the stops
  bool footnote = false;      // "[12]" after the stops
  bool opens_quote = false;
  bool opens_bracket = false;
  bool cut_after = false;  // a sentence ends here for certain: "…fell.The firm…"
  char32_t first = 0;      // first code point after opening marks; 0 = there is none

  bool stops() const { return dots > 0 || ask; }
};

// The chunks of `block`, which is a range of `text`, in order.
std::vector<Chunk> Chunks(std::string_view text, TextRange block);

bool IsBullet(char32_t c);

// IsSpace, but quick for ASCII.
inline bool IsBlank(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : IsSpace(c);
}

// The number that begins a list item, with its style: "3.", "3)", "3.)", "(3)",
// "c.", "c)"; value 0 where the chunk is none.
struct Enumerator {
  uint32_t value = 0;
  uint8_t style = 0;
};
Enumerator ReadEnumerator(std::string_view chunk);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_CHUNK_H_
