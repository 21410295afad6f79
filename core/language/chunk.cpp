#include "core/language/chunk.h"

#include <algorithm>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr std::u32string_view kOpening = U"\"'“‘„‚«‹([{¿¡*_`";
constexpr std::u32string_view kClosing = U"\"'”’»›)]}*_“";
constexpr std::u32string_view kQuotes = U"\"'“‘„‚«‹`”’»›";
constexpr std::u32string_view kAsking = U"!?‽！？";
constexpr std::u32string_view kBullets = U"•⁃‣▪▸►●○◦■□✓✔➢";

bool In(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// The code point that ends at `end`; text from `start` on.
CodePoint CodePointBefore(std::string_view text, uint32_t start, uint32_t end) {
  uint32_t at = end - 1;
  while (at > start && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return {CodePointAt(text, at).value, end - at};
}

bool IsStop(char32_t c) { return c == '.' || c == U'…' || c == U'。' || In(kAsking, c); }

// Takes closing marks off the end: all that stand after the last stop. "[12]"
// after a stop is a footnote and goes, too.
uint32_t WithoutClosing(std::string_view text, TextRange range, Chunk* chunk) {
  uint32_t end = range.end;
  while (end > range.start) {
    const CodePoint c = CodePointBefore(text, range.start, end);
    if (!In(kClosing, c.value)) break;
    if (c.value == ']') {  // a footnote?
      uint32_t open = end - 1;
      while (open > range.start && text[open - 1] >= '0' && text[open - 1] <= '9') --open;
      if (open > range.start + 1 && open < end - 1 && text[open - 1] == '[') {
        chunk->footnote = true;
        end = open - 1;
        continue;
      }
    }
    end -= c.size;
  }
  return end;
}

void ReadEnd(std::string_view text, Chunk* chunk) {
  TextRange core = chunk->core;
  const uint32_t bare = WithoutClosing(text, core, chunk);
  uint32_t end = bare;
  while (end > core.start) {
    const CodePoint c = CodePointBefore(text, core.start, end);
    if (!IsStop(c.value)) break;
    if (In(kAsking, c.value)) {
      chunk->ask = true;
    } else if (chunk->dots < 100) {
      chunk->dots = static_cast<uint8_t>(chunk->dots + (c.value == U'…' ? 3 : 1));
    }
    end -= c.size;
  }
  if (!chunk->stops()) {
    chunk->footnote = false;
    chunk->core.end = std::max(core.start, bare);
    return;
  }
  chunk->core.end = end;
  for (uint32_t at = bare; at < core.end;) {
    const CodePoint c = CodePointAt(text, at);
    chunk->closer_after = true;
    chunk->quote_after |= In(kQuotes, c.value);
    at += c.size;
  }
}

Chunk ReadChunk(std::string_view text, TextRange range) {
  Chunk chunk;
  chunk.range = chunk.core = range;
  while (chunk.core.start < range.end) {
    const CodePoint c = CodePointAt(text, chunk.core.start);
    chunk.first = c.value;
    if (!In(kOpening, c.value)) break;
    chunk.opens_quote |= In(kQuotes, c.value);
    chunk.opens_bracket |= c.value == '(' || c.value == '[';
    chunk.core.start += c.size;
    chunk.first = 0;
  }
  ReadEnd(text, &chunk);
  return chunk;
}

// Where a sentence ends within a stretch without white space, as the blank was
// forgotten: after a word of lower case, one stop and maybe a closing quotation
// mark, before a capitalised word of three letters or more: "…fell.The firm".
// Counter-examples: "example.Com", "U.S.The", "Node.Js", "www.acme.Example".
uint32_t ForgottenBlank(std::string_view text, TextRange range) {
  if (range.size() < 7 || range.size() > 80) return range.end;
  const std::string_view whole = range.In(text);
  if (whole.find_first_of("/@:\\_") != std::string_view::npos) return range.end;
  for (uint32_t at = range.start + 3; at + 3 < range.end; ++at) {
    const char c = text[at];
    if (c != '.' && c != '?' && c != '!') continue;
    const auto lower = [&](uint32_t i) { return text[i] >= 'a' && text[i] <= 'z'; };
    if (!lower(at - 1) || !lower(at - 2) || !lower(at - 3)) continue;
    uint32_t next = at + 1;
    const CodePoint quote = CodePointAt(text, next);
    if (quote.value == U'”' || quote.value == '"') next += quote.size;
    if (next + 3 > range.end || text[next] < 'A' || text[next] > 'Z') continue;
    if (lower(next + 1) && lower(next + 2)) return next;
  }
  return range.end;
}

}  // namespace

bool IsBullet(char32_t c) { return In(kBullets, c); }

std::vector<Chunk> Chunks(std::string_view text, TextRange block) {
  std::vector<Chunk> chunks;
  for (uint32_t at = block.start; at < block.end;) {
    const CodePoint first = CodePointAt(text, at);
    if (IsBlank(first.value)) {
      at += first.size;
      continue;
    }
    uint32_t end = at;
    while (end < block.end) {
      const CodePoint c = CodePointAt(text, end);
      if (IsBlank(c.value)) break;
      end += c.size;
    }
    while (at < end) {
      const uint32_t cut = ForgottenBlank(text, {at, end});
      chunks.push_back(ReadChunk(text, {at, cut}));
      chunks.back().cut_after = cut < end;
      at = cut;
    }
  }
  return chunks;
}

Enumerator ReadEnumerator(std::string_view chunk) {
  const bool bracket = chunk.starts_with('(');
  if (bracket) chunk.remove_prefix(1);
  Enumerator read;
  size_t at = 0;
  while (at < chunk.size() && at < 3 && chunk[at] >= '0' && chunk[at] <= '9') {
    read.value = read.value * 10 + static_cast<uint32_t>(chunk[at++] - '0');
  }
  if (at == 0 && !chunk.empty() && chunk[0] >= 'a' && chunk[0] <= 'z') {
    read.value = static_cast<uint32_t>(chunk[at++] - 'a') + 1;
    read.style = 8;
  }
  const std::string_view rest = chunk.substr(at);
  if (bracket) {
    read.style = static_cast<uint8_t>(read.style + 4);
    return at > 0 && rest == ")" ? read : Enumerator{};
  }
  if (at == 0 || (rest != "." && rest != ")" && rest != ".)")) return {};
  read.style = static_cast<uint8_t>(read.style + (rest == "." ? 1 : rest == ")" ? 2 : 3));
  return read;
}

}  // namespace crosscheck
