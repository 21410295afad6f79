#include "core/document/reader.h"

#include <algorithm>
#include <filesystem>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

// The suffixes of each reader, in the order of the table.
#define READER(name, function, ...) \
  constexpr std::string_view kSuffixesOf_##function[] = {__VA_ARGS__};
#include "core/document/readers.def"
#undef READER

constexpr Reader kReaders[] = {
#define READER(name, function, ...) {name, kSuffixesOf_##function, function},
#include "core/document/readers.def"
#undef READER
};

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

const Reader& ReaderFor(const std::string& path) {
  const std::string suffix = ToLower(std::filesystem::path(path).extension().string());
  for (const Reader& reader : kReaders) {
    if (std::ranges::find(reader.suffixes, suffix) != reader.suffixes.end()) return reader;
  }
  return kReaders[0];
}

}  // namespace

std::span<const Reader> Readers() { return kReaders; }

Result<Document> ReadDocument(std::string_view bytes, Metadata metadata, size_t max_bytes,
                              Diagnostics* diagnostics) {
  if (bytes.size() > max_bytes) {
    return Error{"too large: " + std::to_string(bytes.size()) + " bytes, at most " +
                 std::to_string(max_bytes) + " are read (--max-bytes)"};
  }
  if (bytes.starts_with("%PDF-")) return Error{"a PDF: no reader for this format"};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Error{"not UTF-8, but UTF-16"};
  if (const size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return Error{"not a text: NUL byte at offset " + std::to_string(nul)};
  }
  if (const auto invalid = FirstInvalidUtf8(bytes)) {
    return Error{"not UTF-8: invalid byte at offset " + std::to_string(*invalid)};
  }
  const Reader& reader = ReaderFor(metadata.path);
  if (!bytes.starts_with(kByteOrderMark))
    return reader.read(bytes, std::move(metadata), diagnostics);
  // The mark stays in the bytes that offsets count; as a zero-width space it
  // would stick to the first word, so readers see a plain space each.
  std::string plain(bytes);
  plain.replace(0, kByteOrderMark.size(), kByteOrderMark.size(), ' ');
  return reader.read(plain, std::move(metadata), diagnostics);
}

}  // namespace crosscheck
