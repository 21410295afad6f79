#include "core/language/word_features.h"

#include <algorithm>
#include <utility>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

// Typographic variants of real news that the treebanks mostly lack.
std::u32string_view Replacement(char32_t c, bool* replaced) {
  *replaced = true;
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x60:
    case 0xB4:
      return U"'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return U"\"";
    case 0x2010:
    case 0x2011:
    case 0x2212:
      return U"-";
    case 0x2014:
    case 0x2015:
      return U"--";
    case 0x2026:
      return U"...";
    case 0xAD:
    case 0x200B:
    case 0xFEFF:
      return U"";
    default:
      *replaced = false;
      return {};
  }
}

bool IsUpperLatin(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c % 2 == 0;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c % 2 == 1;
  return c == 0x178;
}

char32_t LowerLatin(char32_t c) {
  if (!IsUpperLatin(c)) return c;
  if (c < 0x100) return c + 32;
  return c == 0x178 ? 0xFF : c + 1;
}

char32_t ShapeClass(char32_t c) {
  if (IsUpperLatin(c)) return 'X';
  if (c >= 'a' && c <= 'z') return 'x';
  if (c >= '0' && c <= '9') return 'd';
  if (c < 0x80) return c;
  if (c >= 0x1F000) return 'E';
  return c >= 0x2000 && c <= 0x2BFF ? 'S' : 'x';
}

// FNV-1a, 64 bits, of a seed byte and the UTF-8 bytes.
uint64_t SeededHash(std::u32string_view text, uint8_t seed) {
  constexpr uint64_t kOffset = 0xCBF29CE484222325u, kPrime = 0x100000001B3u;
  uint64_t value = (kOffset ^ seed) * kPrime;
  std::string bytes;
  for (const char32_t c : text) AppendUtf8(c, &bytes);
  for (const char byte : bytes) value = (value ^ static_cast<uint8_t>(byte)) * kPrime;
  return value;
}

std::u32string_view Front(std::u32string_view text, size_t count) { return text.substr(0, count); }

std::u32string_view Back(std::u32string_view text, size_t count) {
  return text.substr(text.size() - std::min(count, text.size()));
}

}  // namespace

std::u32string NormaliseForm(std::string_view form) {
  std::u32string normal;
  for (uint32_t at = 0; at < form.size();) {
    const CodePoint point = CodePointAt(form, at);
    bool replaced = false;
    const std::u32string_view text = Replacement(point.value, &replaced);
    if (replaced) {
      normal += text;
    } else {
      normal += point.value;
    }
    at += point.size;
  }
  static constexpr std::pair<std::u32string_view, char32_t> kWhole[] = {
      {U"''", U'"'}, {U"-LRB-", U'('}, {U"-RRB-", U')'}, {U"-LSB-", U'['}, {U"-RSB-", U']'}};
  for (const auto& [whole, value] : kWhole) {
    if (normal == whole) return std::u32string(1, value);
  }
  return normal;
}

std::u32string LowerForm(std::u32string_view normal) {
  std::u32string lower(normal);
  std::ranges::transform(lower, lower.begin(), LowerLatin);
  return lower;
}

std::u32string ShapeOf(std::u32string_view normal) {
  std::u32string shape;
  int run = 0;
  for (const char32_t c : normal) {
    const char32_t kind = ShapeClass(c);
    run = !shape.empty() && shape.back() == kind ? run + 1 : 1;
    if (run <= (kind == 'd' ? 4 : 2)) shape += kind;
  }
  return shape;
}

WordFeatures FeaturesOf(std::string_view form) {
  const std::u32string normal = NormaliseForm(form);
  const std::u32string lower = LowerForm(normal);
  std::u32string folded = lower;
  std::ranges::replace_if(
      folded, [](char32_t c) { return c >= '0' && c <= '9'; }, U'0');
  WordFeatures features;
  features.word_key = SeededHash(folded, 8);
  features.vector_key = SeededHash(lower, 9);
  features.hashed = {
      SeededHash(Front(folded, 2), 1), SeededHash(Front(folded, 3), 2),
      SeededHash(Back(folded, 2), 3),  SeededHash(Back(folded, 3), 4),
      SeededHash(Back(folded, 4), 5),  SeededHash(Back(folded, 5), 6),
      SeededHash(ShapeOf(normal), 7),
  };
  return features;
}

}  // namespace crosscheck
