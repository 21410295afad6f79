#ifndef CROSSCHECK_CORE_BASE_UNICODE_H_
#define CROSSCHECK_CORE_BASE_UNICODE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

// Unicode on UTF-8 bytes, by ICU. None of these depends on the locale.

// The code point at `offset`, and how many bytes it takes; U+FFFD and 1 where
// the bytes are not UTF-8. `offset` must be below text.size().
struct CodePoint {
  char32_t value;
  uint32_t size;
};
CodePoint CodePointAt(std::string_view text, uint32_t offset);

// The first byte that is not part of valid UTF-8, or nothing.
std::optional<size_t> FirstInvalidUtf8(std::string_view text);

bool IsLetter(char32_t c);       // general category L*
bool IsUpper(char32_t c);        // Lu or Lt
bool IsLower(char32_t c);        // Ll
bool IsDigit(char32_t c);        // Nd
bool IsSpace(char32_t c);        // White_Space, and the zero-width space
bool IsPunctuation(char32_t c);  // P* or S*

void AppendUtf8(char32_t c, std::string* out);

// Full lower-casing, root locale.
std::string ToLower(std::string_view text);
// NFC: for texts and figures.
std::string Nfc(std::string_view text);
// NFKC with case folding, marks kept: only for keys of names and words.
std::string FoldKey(std::string_view text);
// FoldKey without diacritical marks: "Müller" and "Muller" get one key.
std::string FoldMarks(std::string_view text);

// The number of code points in valid UTF-8.
size_t CountCodePoints(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_UNICODE_H_
