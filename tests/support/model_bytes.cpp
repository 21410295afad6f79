#include "tests/support/model_bytes.h"

#include <bit>
#include <cstring>

namespace crosscheck {
namespace {

constexpr size_t kHeaderSize = 32;

size_t Align(size_t offset) { return (offset + 63) / 64 * 64; }

}  // namespace

void SetWord(std::string* bytes, size_t offset, uint64_t value) {
  std::memcpy(bytes->data() + offset, &value, sizeof value);
}

void FixChecksum(std::string* bytes) {
  if (bytes->size() < kHeaderSize) return;
  std::string content = bytes->substr(kHeaderSize);
  content.resize((content.size() + 7) / 8 * 8, '\0');
  uint64_t sum = content.size();
  for (size_t i = 0; i < content.size(); i += 8) {
    uint64_t word;
    std::memcpy(&word, content.data() + i, sizeof word);
    sum = std::rotl((sum ^ word) * 0x9E3779B97F4A7C15u, 29);
  }
  SetWord(bytes, 16, bytes->size());
  SetWord(bytes, 24, sum);
}

std::string ModelBytes(const std::vector<std::pair<std::string, std::string>>& sections) {
  constexpr size_t kEntrySize = 48, kNameSize = 32;
  std::string bytes = "XCMODEL\n";
  bytes.resize(Align(kHeaderSize + kEntrySize * sections.size()), '\0');
  SetWord(&bytes, 8, 1 | uint64_t{sections.size()} << 32);
  for (size_t i = 0; i < sections.size(); ++i) {
    const auto& [name, data] = sections[i];
    const size_t entry = kHeaderSize + i * kEntrySize;
    bytes.replace(entry, name.size(), name);
    SetWord(&bytes, entry + kNameSize, bytes.size());
    SetWord(&bytes, entry + kNameSize + 8, data.size());
    bytes += data;
    bytes.resize(Align(bytes.size()), '\0');
  }
  FixChecksum(&bytes);
  return bytes;
}

}  // namespace crosscheck
