#include "core/document/document.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 7> kBlockNames = {
    "prose", "heading", "list-item", "table-row", "caption", "quotation", "furniture"};

std::optional<int> Digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int DaysInMonth(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1)];
}

std::string Padded(int value, size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::string_view ToString(BlockKind kind) { return kBlockNames[static_cast<size_t>(kind)]; }

std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto year = Digits(text.substr(0, 4));
  const auto month = Digits(text.substr(5, 2));
  const auto day = Digits(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > DaysInMonth(*year, *month)) return std::nullopt;
  return Date{*year, *month, *day};
}

std::string ToString(const Date& date) {
  return Padded(date.year, 4) + "-" + Padded(date.month, 2) + "-" + Padded(date.day, 2);
}

TextRange Document::InFile(TextRange range) const {
  if (offsets_.empty() || range.empty()) return range;
  const auto at = [&](uint32_t offset) {  // the span that holds the byte at `offset`
    auto after = std::ranges::upper_bound(offsets_, offset, {}, &OffsetSpan::text);
    return after == offsets_.begin() ? *after : *(after - 1);
  };
  const OffsetSpan first = at(range.start);
  const OffsetSpan last = at(range.end - 1);
  const bool first_plain = first.length == first.source_length;
  const bool last_plain = last.length == last.source_length;
  const uint32_t start = first.source + (first_plain ? range.start - first.text : 0);
  const uint32_t end =
      last_plain ? last.source + (range.end - last.text) : last.source + last.source_length;
  return {start, end};
}

}  // namespace crosscheck
