#include "core/language/wordnet_files.h"

#include <algorithm>
#include <charconv>

namespace crosscheck::wordnet {
namespace {

// Takes the fields of a line, one by one; empty when there are no more.
class Fields {
 public:
  explicit Fields(std::string_view line) : rest_(line) {}

  std::string_view Next() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    const std::string_view field = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(field.size());
    return field;
  }
  uint32_t Number(int base) {
    const std::string_view field = Next();
    uint32_t value = 0;
    const auto read = std::from_chars(field.data(), field.data() + field.size(), value, base);
    failed_ |= read.ec != std::errc() || read.ptr != field.data() + field.size();
    return failed_ ? 0 : value;
  }
  bool failed() const { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

std::string_view LineAt(std::string_view bytes, size_t start) {
  return bytes.substr(start, bytes.find('\n', start) - start);
}

Link ToLink(std::string_view symbol) {
  if (symbol.empty()) return Link::kOther;
  switch (symbol[0]) {
    case '!':
      return Link::kAntonym;
    case '@':
      return Link::kHypernym;  // "@i" is an instance's class
    case '~':
      return Link::kHyponym;
    case '%':
      return Link::kMeronym;
    case '#':
      return Link::kHolonym;
    case '+':
      return Link::kDerived;
    case '&':
      return Link::kSimilar;
    case '^':
      return Link::kAlso;
    case '*':
      return Link::kEntails;
    case '>':
      return Link::kCauses;
    case '\\':
      return Link::kPertains;
    default:
      return Link::kOther;
  }
}

std::string Word(std::string_view field) {
  if (field.ends_with(')')) field = field.substr(0, field.find('('));
  std::string word(field);
  std::ranges::replace(word, '_', ' ');
  return word;
}

}  // namespace

std::string_view FindLine(std::string_view bytes, std::string_view key) {
  size_t low = 0, high = bytes.size();  // the line, if any, begins in [low, high)
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const size_t before = middle == 0 ? std::string_view::npos : bytes.rfind('\n', middle - 1);
    const size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = LineAt(bytes, start);
    const std::string_view first = line.substr(0, line.find(' '));
    if (first == key && !key.empty()) return line;
    if (first < key) {
      low = std::max(start + line.size() + 1, middle + 1);
    } else {
      high = start;
    }
  }
  return {};
}

std::vector<uint32_t> Offsets(std::string_view index_line) {
  Fields fields(index_line);
  fields.Next();  // lemma
  fields.Next();  // part of speech
  const uint32_t synsets = fields.Number(10);
  const uint32_t pointers = fields.Number(10);
  for (uint32_t i = 0; i < pointers && !fields.failed() && i < 64; ++i) fields.Next();
  fields.Next();  // senses, the same number again
  fields.Next();  // senses that were seen in tagged text
  std::vector<uint32_t> offsets;
  for (uint32_t i = 0; i < synsets; ++i) {
    const uint32_t offset = fields.Number(10);
    if (fields.failed()) break;
    offsets.push_back(offset);
  }
  return offsets;
}

Record ReadRecord(std::string_view data, uint32_t offset) {
  Record record;
  if (offset >= data.size() || (offset > 0 && data[offset - 1] != '\n')) return record;
  const std::string_view line = LineAt(data, offset);
  const size_t bar = line.find(" | ");
  Fields fields(line.substr(0, bar));
  if (fields.Number(10) != offset || fields.failed()) return record;
  fields.Next();  // lexicographer file
  fields.Next();  // type
  const uint32_t words = fields.Number(16);
  for (uint32_t i = 0; i < words && i < 256; ++i) {
    record.words.push_back(Word(fields.Next()));
    fields.Next();  // lexicographer's number
  }
  const uint32_t pointers = fields.Number(10);
  for (uint32_t i = 0; i < pointers && !fields.failed(); ++i) {
    Pointer pointer;
    pointer.link = ToLink(fields.Next());
    pointer.offset = fields.Number(10);
    const std::string_view pos = fields.Next();
    pointer.pos = pos.empty() ? '?' : pos[0] == 's' ? 'a' : pos[0];
    const uint32_t ends = fields.Number(16);
    pointer.from = ends >> 8;
    pointer.to = ends & 0xff;
    if (!fields.failed()) record.pointers.push_back(pointer);
  }
  if (bar != std::string_view::npos) {
    record.gloss = line.substr(bar + 3);
    while (record.gloss.ends_with(' ')) record.gloss.remove_suffix(1);
  }
  return record;
}

}  // namespace crosscheck::wordnet
