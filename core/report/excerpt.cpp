#include "core/report/excerpt.h"

#include <algorithm>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

// The offset `count` code points before or after `offset`, within `limits`.
uint32_t StepBack(std::string_view text, uint32_t offset, uint32_t count, uint32_t limit) {
  while (count-- > 0 && offset > limit) {
    do --offset;
    while (offset > limit && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80);
  }
  return offset;
}

uint32_t StepForward(std::string_view text, uint32_t offset, uint32_t count, uint32_t limit) {
  while (count-- > 0 && offset < limit) offset += CodePointAt(text, offset).size;
  return std::min(offset, limit);
}

// The sentences that touch `range`.
TextRange Around(const Reading& reading, TextRange range) {
  TextRange around = range;
  const auto& sentences = reading.analysis.sentences;
  auto sentence = std::ranges::lower_bound(sentences, range.start, {},
                                           [](const Sentence& s) { return s.range.end; });
  for (;
       sentence != sentences.end() && sentence->range.start < std::max(range.end, range.start + 1);
       ++sentence) {
    around.start = std::min(around.start, sentence->range.start);
    around.end = std::max(around.end, sentence->range.end);
  }
  return around;
}

void AppendFlat(std::string_view words, std::string* out) {
  for (const char c : words) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space) {
      *out += c;
    } else if (!out->empty() && out->back() != ' ') {
      *out += ' ';
    }
  }
}

// A long stretch as its beginning and its end, at word borders: what differs in a
// long quotation stands in the message, and a line of a thousand columns is not read.
void AppendMarked(std::string_view text, TextRange range, uint32_t marked, uint32_t width, std::string* out) {
  if (marked <= width) return AppendFlat(range.In(text), out);
  uint32_t head = StepForward(text, range.start, width * 2 / 3, range.end);
  uint32_t tail = StepBack(text, range.end, width / 3, range.start);
  while (head > range.start && text[head - 1] != ' ') --head;
  while (tail < range.end && text[tail] != ' ') ++tail;
  if (head <= range.start || tail >= range.end) {  // one long word
    head = StepForward(text, range.start, width * 2 / 3, range.end);
    tail = StepBack(text, range.end, width / 3, range.start);
  }
  AppendFlat(TextRange{range.start, head}.In(text), out);
  *out += "[…]";
  AppendFlat(TextRange{tail, range.end}.In(text), out);
}

}  // namespace

LineColumn PlaceOf(std::string_view bytes, uint32_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  LineColumn place;
  place.line = 1 + static_cast<uint32_t>(std::ranges::count(before, '\n'));
  const size_t line = before.rfind('\n');
  place.column = 1 + static_cast<uint32_t>(CountCodePoints(
                         before.substr(line == std::string_view::npos ? 0 : line + 1)));
  return place;
}

Excerpt ExcerptOf(const Reading& reading, TextRange range, uint32_t width) {
  const std::string_view text = reading.document->text();
  TextRange around = Around(reading, range);
  const auto marked = static_cast<uint32_t>(CountCodePoints(range.In(text)));
  const uint32_t room = width > marked ? width - marked : 20;
  const auto after =
      static_cast<uint32_t>(CountCodePoints(text.substr(range.end, around.end - range.end)));
  const auto before =
      static_cast<uint32_t>(CountCodePoints(text.substr(around.start, range.start - around.start)));
  const uint32_t keep_before =
      std::min(before, std::max(room / 2, room > after ? room - after : 0));
  const TextRange cut = {
      StepBack(text, range.start, keep_before, around.start),
      StepForward(text, range.end, room - std::min(room, keep_before), around.end)};
  Excerpt excerpt;
  if (cut.start > around.start) excerpt.text = "…";
  AppendFlat(text.substr(cut.start, range.start - cut.start), &excerpt.text);
  excerpt.marked.start = static_cast<uint32_t>(excerpt.text.size());
  excerpt.before = static_cast<uint32_t>(CountCodePoints(excerpt.text));
  AppendMarked(text, range, marked, width, &excerpt.text);
  excerpt.marked.end = static_cast<uint32_t>(excerpt.text.size());
  excerpt.width = static_cast<uint32_t>(CountCodePoints(excerpt.marked.In(excerpt.text)));
  AppendFlat(text.substr(range.end, cut.end - range.end), &excerpt.text);
  if (cut.end < around.end) excerpt.text += "…";
  return excerpt;
}

std::string PlaceText(const Report& report, uint32_t document, TextRange range) {
  const ReportDocument& row = report.Row(document);
  const LineColumn place = PlaceOf(row.bytes, report.names.InFile(document, range).start);
  return row.path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace crosscheck
