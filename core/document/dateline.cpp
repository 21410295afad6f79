#include "core/document/dateline.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/unicode.h"
#include "core/document/line_shape.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr size_t kMostHeadLineWords = 12;
constexpr size_t kMostDatelineBytes = 90;

struct Piece {
  TextRange range;
  int number = -1;  // digits only
  int month = 0;    // 1..12
};

int MonthOf(std::string_view word) {
  const std::string lower = ToLower(word);
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] ||
        (lower.size() >= 3 && lower.size() <= 4 && kMonths[i].starts_with(lower))) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool IsDigitByte(char c) { return c >= '0' && c <= '9'; }
bool IsLetterByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Runs of digits or of letters; an ordinal ending after digits is skipped.
std::vector<Piece> PiecesOf(std::string_view line) {
  std::vector<Piece> pieces;
  for (uint32_t i = 0; i < line.size();) {
    const uint32_t start = i;
    if (IsDigitByte(line[i])) {
      while (i < line.size() && IsDigitByte(line[i])) ++i;
      const bool small = i - start <= 4;
      pieces.push_back(
          {{start, i}, small ? std::stoi(std::string(line.substr(start, i - start))) : -1, 0});
      const std::string_view ending = line.substr(i, 2);
      if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") i += 2;
    } else if (IsLetterByte(line[i])) {
      while (i < line.size() && IsLetterByte(line[i])) ++i;
      pieces.push_back({{start, i}, -1, MonthOf(line.substr(start, i - start))});
    } else {
      ++i;
    }
  }
  return pieces;
}

std::optional<Date> DateOf(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  return ParseIsoDate(ToString(Date{year, month, day}));
}

// "Ann Lee (3 May 1900 – 8 June 1980) was …": from one day to another.
bool OpenBracket(std::string_view words) {
  const auto opens = [&](std::string_view mark, std::string_view end) {
    const size_t at = words.rfind(mark);
    return at != std::string_view::npos && words.find(end, at) == std::string_view::npos;
  };
  return opens("(", ")") || opens("-LRB-", "-RRB-");
}

}  // namespace

std::optional<FoundDate> FindDate(std::string_view line) {
  const std::vector<Piece> pieces = PiecesOf(line);
  for (size_t i = 0; i + 2 < pieces.size(); ++i) {
    const Piece& a = pieces[i];
    const Piece& b = pieces[i + 1];
    const Piece& c = pieces[i + 2];
    const TextRange range = {a.range.start, c.range.end};
    std::optional<Date> date;
    if (b.month != 0) date = DateOf(c.number, b.month, a.number);
    if (!date && a.month != 0) date = DateOf(c.number, a.month, b.number);
    const std::string_view words = range.In(line);
    if (!date && words.size() == 10) date = ParseIsoDate(words);
    if (date && range.size() <= 24) return FoundDate{*date, range};
  }
  return std::nullopt;
}

std::optional<HeadLine> HeadLineOf(std::string_view line) {
  if (CountWords(line) > kMostHeadLineWords || EndsSentence(line)) return std::nullopt;
  const auto found = FindDate(line);
  if (!found) return std::nullopt;
  HeadLine head;
  head.date = found->date;
  TextRange before = Trimmed(line, {0, found->range.start});
  while (!before.empty() &&
         std::string_view(",|-:").find(line[before.end - 1]) != std::string_view::npos) {
    before = Trimmed(line, {before.start, before.end - 1});
  }
  const std::string lower = ToLower(before.In(line));
  const bool label = lower.starts_with("publish") || lower.starts_with("updat") ||
                     lower.starts_with("post") || lower.starts_with("by ") ||
                     lower.starts_with("on ") || lower.starts_with("date");
  // "Talks fail on 3 May 2024" is a headline: an outlet stands before a comma.
  const bool comma =
      before.end < line.size() && (line[before.end] == ',' || line[before.end] == '|');
  if (!before.empty() && !label && !comma) return std::nullopt;
  if (!label) head.publisher = before;
  return head;
}

std::optional<Dateline> DatelineOf(std::string_view paragraph) {
  const std::string_view head = paragraph.substr(0, kMostDatelineBytes);
  Dateline line;
  // "(CNN)The …", "(Acme Wire) — The …": the credit alone.
  if (head.starts_with('(')) {
    const size_t close = head.find(')');
    if (close == std::string_view::npos || close > 20 || !IsUpper(CodePointAt(head, 1).value))
      return std::nullopt;
    line.size = static_cast<uint32_t>(close) + 1;
  }
  const auto dash_at = [&](size_t i) -> uint32_t {
    for (const std::string_view dash : {"--", "–-", "—", "–", "―", "-"}) {
      if (head.substr(i).starts_with(dash)) return static_cast<uint32_t>(dash.size());
    }
    return 0;
  };
  if (line.size == 0) {
    size_t i = head.find(' ');
    for (; i != std::string_view::npos; i = head.find(' ', i + 1)) {
      if (i + 1 < head.size() && dash_at(i + 1) > 0) break;
    }
    if (i == std::string_view::npos) return std::nullopt;
    const std::string_view place = head.substr(0, i);
    if (OpenBracket(place)) return std::nullopt;
    const auto found = FindDate(place);
    if (found) line.date = found->date;
    // Without a date the place must be written in capitals.
    const std::string_view word = place.substr(0, place.find_first_of(" ,("));
    const bool capitals = word.size() >= 3 &&
                          std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) &&
                          IsUpper(CodePointAt(word, 0).value);
    if (!found && (!capitals || CountWords(place) > 6)) return std::nullopt;
    line.size = static_cast<uint32_t>(i) + 1 + dash_at(i + 1);
    while (line.size < head.size() && dash_at(line.size) > 0) line.size += dash_at(line.size);
  } else {
    const TextRange rest = Trimmed(head, {line.size, static_cast<uint32_t>(head.size())});
    const uint32_t dash = rest.empty() ? 0 : dash_at(rest.start);
    if (dash > 0) line.size = rest.start + dash;
  }
  line.story = Trimmed(paragraph, {line.size, static_cast<uint32_t>(paragraph.size())}).start;
  if (line.story >= paragraph.size()) return std::nullopt;
  const char32_t first = CodePointAt(paragraph, line.story).value;
  if (!IsUpper(first) && !IsPunctuation(first) && !IsDigit(first)) return std::nullopt;
  return line;
}

}  // namespace crosscheck
