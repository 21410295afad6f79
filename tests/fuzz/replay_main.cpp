// Feeds every file of a folder to a fuzz entry, each also cut in half and with
// every byte of its first kilobyte altered: a fuzzer's corpus as a plain test.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>

#include "core/base/file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void Feed(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto paths = crosscheck::FilesBelow(argv[1]);
  if (!paths || paths->empty()) {
    std::fprintf(stderr, "%s: no corpus\n", argv[1]);
    return 1;
  }
  for (const std::filesystem::path& path : *paths) {
    const auto content = crosscheck::ReadFile(path);
    if (!content) return 1;
    std::string bytes = *content;
    Feed(bytes);
    Feed(bytes.substr(0, bytes.size() / 2));
    for (size_t i = 0; i < std::min<size_t>(bytes.size(), 1024); ++i) {
      bytes[i] = static_cast<char>(bytes[i] ^ 0x81);
      Feed(bytes);
      bytes[i] = static_cast<char>(bytes[i] ^ 0x81);
    }
  }
  std::printf("%zu files\n", paths->size());
  return 0;
}
