#include "core/document/line_shape.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

enum class FurnitureShape : uint8_t { kWhole, kStart, kAnywhere };
struct FurnitureWords {
  FurnitureShape shape;
  std::string_view words;
};
constexpr FurnitureWords kFurniture[] = {
#define FURNITURE(shape, words) {FurnitureShape::shape, words},
#include "core/document/furniture.def"
#undef FURNITURE
};
constexpr std::string_view kCaptions[] = {
#define CAPTION(words) words,
#include "core/document/caption.def"
#undef CAPTION
};

constexpr size_t kMostFurnitureWords = 16;
constexpr size_t kMostHeadingWords = 16;
constexpr size_t kMostHeadingBytes = 140;
constexpr size_t kMostCreditWords = 12;
constexpr size_t kMostBylineWords = 12;

char32_t FirstCodePoint(std::string_view text) {
  return text.empty() ? U'\0' : CodePointAt(text, 0).value;
}

// The offset of the last code point of `text`, which is not empty.
uint32_t LastOffset(std::string_view text) {
  auto at = static_cast<uint32_t>(text.size()) - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

bool IsClosing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U')' || c == U']' || c == U'»';
}

// The line in lower case with single spaces and no marks at its ends.
std::string Plain(std::string_view line) {
  std::string out;
  for (const char c : ToLower(line)) {
    const bool space = c == ' ' || c == '\t';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  while (!out.empty() && std::string_view(" .:!…>|-").find(out.back()) != std::string_view::npos) {
    out.pop_back();
  }
  return out;
}

// "14 comments", "3 Comments - Add comment", "1,204 shares". "14 comments were
// removed" is none: a verb follows.
bool IsCounter(std::string_view plain) {
  size_t i = 0;
  while (i < plain.size() && (IsAsciiDigit(plain[i]) || plain[i] == ',' || plain[i] == '.')) ++i;
  if (i == 0 || i == plain.size() || plain[i] != ' ') return false;
  std::string_view rest = plain.substr(i + 1);
  constexpr std::array<std::string_view, 7> kCounted = {"comment", "share",   "like",   "view",
                                                        "reply",   "replies", "retweet"};
  for (const std::string_view word : kCounted) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    if (rest.starts_with("s")) rest.remove_prefix(1);
    return rest.empty() || !(rest.size() > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z');
  }
  return false;
}

// A web address alone, an image that left no words, a rule of marks.
bool HasNoWords(std::string_view line) {
  if (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) {
    return line.find(' ') == std::string_view::npos;
  }
  for (uint32_t i = 0; i < line.size();) {
    const CodePoint c = CodePointAt(line, i);
    if (IsLetter(c.value) || IsDigit(c.value)) return false;
    i += c.size;
  }
  return true;
}

std::optional<int> RomanOrLetter(std::string_view letters) {
  if (letters.size() == 1 && letters[0] >= 'a' && letters[0] <= 'z') return letters[0] - 'a' + 1;
  constexpr std::array<std::string_view, 10> kRoman = {"i",  "ii",  "iii",  "iv", "v",
                                                       "vi", "vii", "viii", "ix", "x"};
  const auto found = std::ranges::find(kRoman, letters);
  if (found == kRoman.end()) return std::nullopt;
  return static_cast<int>(found - kRoman.begin()) + 1;
}

uint32_t SkipSpaces(std::string_view line, uint32_t at) {
  while (at < line.size() && IsSpace(CodePointAt(line, at).value)) at += CodePointAt(line, at).size;
  return at;
}

// "1.", "1)", "1.)", "(1)", "a.", "(a)", "iv)": digits or letters with their marks.
std::optional<ListMarker> Enumerator(std::string_view line) {
  const bool opened = line.starts_with('(');
  uint32_t i = opened ? 1 : 0;
  const uint32_t begin = i;
  while (i < line.size() && IsAsciiDigit(line[i]) && i - begin < 3) ++i;
  const bool digits = i > begin;
  if (!digits) {
    while (i < line.size() && line[i] >= 'a' && line[i] <= 'z' && i - begin < 4) ++i;
  }
  if (i == begin || i >= line.size()) return std::nullopt;
  const std::string_view name = line.substr(begin, i - begin);
  const bool dot = !opened && line[i] == '.';
  if (dot) ++i;
  const bool paren = i < line.size() && line[i] == ')';
  if (paren) ++i;
  if (!dot && !paren) return std::nullopt;
  const uint32_t after = SkipSpaces(line, i);
  if (after == i || after == line.size()) return std::nullopt;
  const auto letter = digits ? std::optional<int>() : RomanOrLetter(name);
  if (!digits && !letter) return std::nullopt;
  ListMarker marker;
  marker.number = digits ? std::stoi(std::string(name)) : *letter;
  using enum ListMarker::Style;
  marker.style = digits ? (paren ? kNumberParen : kNumberDot) : (paren ? kLetterParen : kLetterDot);
  marker.size = after;
  return marker;
}

}  // namespace

TextRange Trimmed(std::string_view text, TextRange range) {
  while (range.start < range.end) {
    const CodePoint c = CodePointAt(text, range.start);
    if (!IsSpace(c.value)) break;
    range.start += c.size;
  }
  while (range.start < range.end) {
    const uint32_t last = LastOffset(text.substr(0, range.end));
    if (!IsSpace(CodePointAt(text, last).value)) break;
    range.end = last;
  }
  if (range.start > range.end) range.start = range.end;
  return range;
}

size_t CountWords(std::string_view line) {
  size_t words = 0;
  bool inside = false;
  for (uint32_t i = 0; i < line.size();) {
    const CodePoint c = CodePointAt(line, i);
    const bool space = IsSpace(c.value);
    if (!space && !inside) ++words;
    inside = !space;
    i += c.size;
  }
  return words;
}

bool EndsSentence(std::string_view line) {
  while (!line.empty()) {
    const uint32_t last = LastOffset(line);
    const char32_t c = CodePointAt(line, last).value;
    if (c == U'.' || c == U'!' || c == U'?' || c == U'…') return true;
    if (!IsClosing(c) && !IsSpace(c)) return false;
    line = line.substr(0, last);
  }
  return false;
}

std::optional<ListMarker> MarkerAt(std::string_view line) {
  if (line.empty()) return std::nullopt;
  const CodePoint c = CodePointAt(line, 0);
  constexpr std::u32string_view kBullets = U"•⁃▪◦‣●■*·";
  const bool bullet = kBullets.find(c.value) != std::u32string_view::npos;
  const bool dash = c.value == U'-' || c.value == U'–' || c.value == U'—';
  if (!bullet && !dash) return Enumerator(line);
  const uint32_t after = SkipSpaces(line, c.size);
  // "*" and dashes need a space; a bullet may touch its words ("⁃9. Item").
  if (after == line.size() || (after == c.size && (dash || c.value == U'*'))) return std::nullopt;
  ListMarker marker;
  marker.style = dash ? ListMarker::Style::kDash : ListMarker::Style::kBullet;
  marker.size = after;
  return marker;
}

bool IsFurniture(std::string_view line) {
  if (HasNoWords(line)) return true;
  if (CountWords(line) > kMostFurnitureWords) return false;
  const std::string plain = Plain(line);
  if (IsCounter(plain)) return true;
  return std::ranges::any_of(kFurniture, [&](const FurnitureWords& f) {
    if (f.shape == FurnitureShape::kWhole) return plain == f.words;
    if (f.shape == FurnitureShape::kStart) return plain.starts_with(f.words);
    return plain.find(f.words) != std::string::npos;
  });
}

bool IsCaption(std::string_view line) {
  const std::string lower = ToLower(line.substr(0, std::min<size_t>(line.size(), 24)));
  return std::ranges::any_of(kCaptions,
                             [&](std::string_view words) { return lower.starts_with(words); });
}

bool IsByline(std::string_view line) {
  if (!line.starts_with("By ") && !line.starts_with("BY ")) return false;
  if (EndsSentence(line) || CountWords(line) > kMostBylineWords) return false;
  return IsUpper(FirstCodePoint(line.substr(3)));
}

std::optional<TextRange> CreditOf(std::string_view line) {
  if (line.empty()) return std::nullopt;
  const CodePoint c = CodePointAt(line, 0);
  uint32_t at = c.size;
  if (line.starts_with("--")) {
    at = 2;
  } else if (c.value != U'–' && c.value != U'—' && c.value != U'―') {
    return std::nullopt;
  }
  at = SkipSpaces(line, at);
  const std::string_view words = line.substr(at);
  if (words.empty() || !IsUpper(FirstCodePoint(words))) return std::nullopt;
  if (EndsSentence(words) || CountWords(words) > kMostCreditWords) return std::nullopt;
  return TextRange{at, static_cast<uint32_t>(line.size())};
}

std::vector<TextRange> CellsOf(std::string_view line) {
  const bool pipes = std::ranges::count(line, '|') >= 1;
  const char mark = pipes ? '|' : '\t';
  if (!pipes && std::ranges::count(line, '\t') < 1) return {};
  std::vector<TextRange> cells;
  uint32_t start = line.front() == '|' ? 1 : 0;
  for (auto i = start; i <= line.size(); ++i) {
    if (i < line.size() && line[i] != mark) continue;
    const TextRange cell = Trimmed(line, {start, i});
    if (i < line.size() || !cell.empty()) cells.push_back(cell);
    start = i + 1;
  }
  if (HasNoWords(line)) return {TextRange{0, 0}};
  return cells;
}

bool LooksLikeHeading(std::string_view line) {
  if (line.empty() || line.size() > kMostHeadingBytes || CountWords(line) > kMostHeadingWords)
    return false;
  const uint32_t last = LastOffset(line);
  const char32_t end = CodePointAt(line, last).value;
  if (end == U'.' || end == U';' || end == U',' || end == U':' || end == U'!' || end == U'…')
    return false;
  const char32_t first = FirstCodePoint(line);
  return IsUpper(first) || IsDigit(first) || (IsLetter(first) && !IsLower(first)) ||
         first == U'“' || first == U'‘' || first == U'"' || first == U'\'' || first == U'#';
}

}  // namespace crosscheck
