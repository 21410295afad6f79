// A dictionary first, then rules of endings.
//
// Most English lemmas follow from the ending and the tag: "companies" NNS is
// "-ies → -y", "hoping" VBG "-hoping → -hope". The rules are kept as the longest
// endings that decide something ("s" below "ies" below "movies"), and what they
// get wrong ("people", "bought") stands in the dictionary. Both lie in one hash
// table inside the model file, so that nothing is built at the start: a known
// word costs one probe, an unknown one up to eight.
//
// Example of a rule's value: "l3y" = lower case, drop three bytes, append "y".
// Limit: a form and a tag have one lemma ("lay" VBD is always "lie").
// Figures: docs/language-text.md. The writer is tools/language/lemmas, and
// lemmatizer_test.cpp feeds the loader with damaged tables.

#include "core/language/lemmatizer.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr uint32_t kEmpty = 0xffffffffu;
constexpr size_t kLongestSuffix = 7;  // code points
constexpr size_t kLongestKey = 200;   // bytes; the writer drops longer ones

uint32_t ReadU32(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof(value));
  return std::endian::native == std::endian::little ? value : __builtin_bswap32(value);
}

uint64_t Fnv1a(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

// Curly apostrophes made plain, as in the table.
std::string Plain(std::string_view form) {
  std::string plain(form);
  for (const std::string_view mark : {"’", "‘"}) {
    for (size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at))
      plain.replace(at, mark.size(), "'");
  }
  return plain;
}

// "1,200.50": its lemma has no commas.
bool IsNumeral(std::string_view form, std::string_view xpos) {
  return xpos == "CD" && !form.empty() && form[0] >= '0' && form[0] <= '9' &&
         form.find_first_not_of(",.0123456789") == std::string_view::npos;
}

// "@Reuters", "#ferries", "https://example.org": no ending of theirs is grammar.
bool IsAddress(std::string_view form) {
  return form.size() > 1 &&
         (form[0] == '@' || form[0] == '#' || form.find("://") != std::string_view::npos ||
          form.find('@', 1) < form.size() - 1);
}

std::string Apply(std::string_view rule, std::string_view form, std::string_view lower) {
  std::string lemma(rule[0] == 'l' ? lower : form);
  const size_t drop =
      rule.size() > 1 && rule[1] >= '0' && rule[1] <= '9' ? static_cast<size_t>(rule[1] - '0') : 0;
  if (drop >= lemma.size() || rule.size() < 2) return lemma;
  for (size_t i = lemma.size() - drop; i < lemma.size(); ++i) {
    if (static_cast<unsigned char>(lemma[i]) >= 0x80) return lemma;  // endings of rules are ASCII
  }
  lemma.resize(lemma.size() - drop);
  lemma += rule.substr(2);
  return lemma;
}

}  // namespace

bool IsInCapitals(std::string_view form) {
  size_t letters = 0;
  for (uint32_t at = 0; at < form.size();) {
    const CodePoint c = CodePointAt(form, at);
    at += c.size;
    if (!IsLetter(c.value)) continue;
    if (!IsUpper(c.value)) return false;
    ++letters;
  }
  return letters > 1;
}

Result<Lemmatizer> Lemmatizer::Load(const ModelFile& model) {
  Lemmatizer lemmatizer;
  if (!model.Has("lemma.table")) return lemmatizer;
  const std::string_view table = model.Section("lemma.table");
  const Error damaged{model.name() + ": section lemma.table is damaged"};
  if (table.size() < 4) return damaged;
  const uint32_t slots = ReadU32(table, 0);
  if (!std::has_single_bit(slots) || (table.size() - 4) / 4 < slots) return damaged;
  lemmatizer.slots_ = slots;
  lemmatizer.offsets_ = table.substr(4, size_t{4} * slots);
  lemmatizer.records_ = table.substr(4 + size_t{4} * slots);
  bool has_empty = false;
  for (uint32_t slot = 0; slot < slots; ++slot) {
    const uint32_t offset = ReadU32(lemmatizer.offsets_, size_t{4} * slot);
    has_empty |= offset == kEmpty;
    if (offset == kEmpty) continue;
    // Both sizes and all they count must lie inside.
    const std::string_view rest =
        lemmatizer.records_.substr(std::min<size_t>(offset, lemmatizer.records_.size()));
    if (rest.empty()) return damaged;
    const size_t key = static_cast<unsigned char>(rest[0]);
    if (rest.size() < key + 2) return damaged;
    const size_t value = static_cast<unsigned char>(rest[key + 1]);
    if (value == 0 || rest.size() < key + 2 + value) return damaged;
  }
  if (!has_empty) return damaged;  // a search would never end
  return lemmatizer;
}

std::string_view Lemmatizer::Find(char kind, std::string_view form, std::string_view xpos) const {
  if (slots_ == 0 || form.size() + xpos.size() > kLongestKey) return {};
  char key[kLongestKey + 2];
  size_t size = 0;
  key[size++] = kind;
  std::memcpy(key + size, form.data(), form.size());
  size += form.size();
  key[size++] = '/';
  std::memcpy(key + size, xpos.data(), xpos.size());
  size += xpos.size();
  const std::string_view wanted(key, size);
  for (auto slot = static_cast<uint32_t>(Fnv1a(wanted) & (slots_ - 1));;
       slot = (slot + 1) & (slots_ - 1)) {
    const uint32_t offset = ReadU32(offsets_, size_t{4} * slot);
    if (offset == kEmpty) return {};
    const auto found = static_cast<unsigned char>(records_[offset]);
    if (found != size || records_.substr(offset + 1, found) != wanted) continue;
    return records_.substr(offset + 2 + found,
                           static_cast<unsigned char>(records_[offset + 1 + found]));
  }
}

std::string Lemmatizer::Guess(bool capitals, std::string_view form, std::string_view lower,
                              std::string_view xpos) const {
  // Where the last kLongestSuffix code points of the lowered form begin.
  size_t start = lower.size();
  for (size_t count = 0; start > 0 && count < kLongestSuffix; ++count) {
    do --start;
    while (start > 0 && (static_cast<unsigned char>(lower[start]) & 0xc0) == 0x80);
  }
  for (const char kind : {'S', 's'}) {
    if (kind == 'S' && !capitals) continue;
    for (size_t at = start; at <= lower.size(); ++at) {
      if (at < lower.size() && (static_cast<unsigned char>(lower[at]) & 0xc0) == 0x80) continue;
      const std::string_view rule = Find(kind, lower.substr(at), xpos);
      if (!rule.empty()) return Apply(rule, form, lower);
    }
  }
  return std::string(lower);
}

std::string Lemmatizer::Lemma(std::string_view form, std::string_view xpos, bool loud) const {
  std::string plain = Plain(form);
  if (IsNumeral(plain, xpos)) {
    std::erase(plain, ',');
    return plain;
  }
  if (IsAddress(plain)) return plain;
  const std::string lower = ToLower(plain);
  const bool capitals = !loud && plain != lower && IsInCapitals(plain);
  for (const char kind : {'W', 'w'}) {
    if (kind == 'W' && !capitals) continue;
    std::string_view found = Find(kind, plain, xpos);
    if (found.empty() && plain != lower) found = Find(kind, lower, xpos);
    if (!found.empty()) return std::string(found);
  }
  return Guess(capitals, plain, lower, xpos);
}

}  // namespace crosscheck
