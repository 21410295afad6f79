#include "core/base/unicode.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "core/base/check.h"

namespace crosscheck {
namespace {

bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string AsciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString Utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

const icu::Normalizer2& Normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = get(error);
  CROSSCHECK_CHECK(U_SUCCESS(error));
  return *normalizer;
}

icu::UnicodeString Normalized(const icu::Normalizer2& normalizer, const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString out = normalizer.normalize(text, error);
  return U_SUCCESS(error) ? out : text;
}

}  // namespace

CodePoint CodePointAt(std::string_view text, uint32_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {first, 1};
  int32_t at = static_cast<int32_t>(offset);
  UChar32 c = 0;
  U8_NEXT(text.data(), at, static_cast<int32_t>(text.size()), c);
  if (c < 0) return {0xfffd, 1};
  return {static_cast<char32_t>(c), static_cast<uint32_t>(at) - offset};
}

std::optional<size_t> FirstInvalidUtf8(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    int32_t next = 0;
    UChar32 c = 0;
    const auto left = static_cast<int32_t>(text.size() - at > 4 ? 4 : text.size() - at);
    U8_NEXT(text.data() + at, next, left, c);
    if (c < 0) return at;
    at += static_cast<size_t>(next);
  }
  return std::nullopt;
}

bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool IsUpper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c)); }
bool IsLower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool IsDigit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }
bool IsSpace(char32_t c) {
  return c == 0x200b || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_WHITE_SPACE);
}
bool IsPunctuation(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

void AppendUtf8(char32_t c, std::string* out) {
  char bytes[4];
  int32_t size = 0;
  UBool failed = false;
  U8_APPEND(bytes, size, 4, static_cast<UChar32>(c), failed);
  if (!failed) out->append(bytes, static_cast<size_t>(size));
}

std::string ToLower(std::string_view text) {
  if (IsAscii(text)) return AsciiLower(text);
  return Utf8(Utf16(text).toLower(icu::Locale::getRoot()));
}

std::string Nfc(std::string_view text) {
  if (IsAscii(text)) return std::string(text);
  return Utf8(Normalized(Normalizer(&icu::Normalizer2::getNFCInstance), Utf16(text)));
}

std::string FoldKey(std::string_view text) {
  if (IsAscii(text)) return AsciiLower(text);
  return Utf8(Normalized(Normalizer(&icu::Normalizer2::getNFKCCasefoldInstance), Utf16(text)));
}

std::string FoldMarks(std::string_view text) {
  if (IsAscii(text)) return AsciiLower(text);
  const icu::UnicodeString parts =
      Normalized(Normalizer(&icu::Normalizer2::getNFKDInstance), Utf16(FoldKey(text)));
  icu::UnicodeString kept;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return Utf8(kept);
}

size_t CountCodePoints(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

}  // namespace crosscheck
