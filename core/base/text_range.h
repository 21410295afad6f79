#ifndef CROSSCHECK_CORE_BASE_TEXT_RANGE_H_
#define CROSSCHECK_CORE_BASE_TEXT_RANGE_H_

#include <compare>
#include <cstdint>
#include <string_view>

namespace crosscheck {

// A half-open range of bytes [start, end), 0-based, into a text that the
// context names. Bytes are the only unit inside the program; UTF-16 units and
// columns exist only where something is printed.
struct TextRange {
  uint32_t start = 0;
  uint32_t end = 0;

  auto operator<=>(const TextRange&) const = default;

  uint32_t size() const { return end - start; }
  bool empty() const { return end <= start; }
  bool Contains(uint32_t offset) const { return start <= offset && offset < end; }
  bool Contains(TextRange other) const { return start <= other.start && other.end <= end; }
  // True where the two share at least one byte.
  bool Overlaps(TextRange other) const { return start < other.end && other.start < end; }
  // The bytes themselves. The range must lie within `text`.
  std::string_view In(std::string_view text) const { return text.substr(start, end - start); }
};

// The smallest range that holds both. An empty default range counts as nothing.
inline TextRange Cover(TextRange a, TextRange b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_TEXT_RANGE_H_
