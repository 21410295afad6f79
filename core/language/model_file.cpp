#include "core/language/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

namespace crosscheck {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::string_view kMagic = "XCMODEL\n";
constexpr uint32_t kVersion = 1;
constexpr size_t kHeaderSize = 32;
constexpr size_t kNameSize = 32;
constexpr size_t kEntrySize = kNameSize + 16;
constexpr size_t kAlignment = 64;
constexpr size_t kMaxSize = size_t{1} << 30;

template <typename T>
T ReadAt(const char* data, size_t offset) {
  T value;
  std::memcpy(&value, data + offset, sizeof value);
  return value;
}

// Multiply and rotate over 64-bit words, the tail padded with zeros: one
// altered word always changes the sum, since each step can be undone.
uint64_t Checksum(const char* data, size_t size) {
  const size_t padded = (size + 7) / 8 * 8;
  uint64_t value = padded;
  const auto add = [&value](uint64_t word) {
    value = std::rotl((value ^ word) * 0x9E3779B97F4A7C15u, 29);
  };
  size_t at = 0;
  for (; at + 8 <= size; at += 8) add(ReadAt<uint64_t>(data, at));
  if (at < size) {
    uint64_t word = 0;
    std::memcpy(&word, data + at, size - at);
    add(word);
  }
  return value;
}

}  // namespace

Result<ModelFile> ModelFile::Load(const std::filesystem::path& path) {
  ModelFile file;
  file.name_ = path.string();
  const auto failed = [&](const char* what) {
    return Error{file.name_ + ": " + what + ": " + std::strerror(errno)};
  };
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed("cannot open the model file");
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return Error{file.name_ + ": the model file is not a regular file"};
  }
  const auto size = static_cast<size_t>(status.st_size);
  if (size < kHeaderSize || size > kMaxSize) {
    ::close(descriptor);
    return Error{file.name_ + ": not a model file: " + std::to_string(size) + " bytes"};
  }
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  const int reason = errno;
  ::close(descriptor);
  errno = reason;
  if (data == MAP_FAILED) return failed("cannot map the model file");
  file.data_ = static_cast<const char*>(data);
  file.size_ = size;
  file.mapped_ = true;
  if (Status status_of_content = file.Open(); !status_of_content) return status_of_content.error();
  return file;
}

Result<ModelFile> ModelFile::FromBytes(std::string_view bytes, std::string_view name) {
  ModelFile file;
  file.name_ = name;
  char* copy = static_cast<char*>(
      ::operator new (std::max<size_t>(bytes.size(), 1), std::align_val_t{kAlignment}));
  std::copy(bytes.begin(), bytes.end(), copy);
  file.data_ = copy;
  file.size_ = bytes.size();
  if (Status status = file.Open(); !status) return status.error();
  return file;
}

// Checks the header, the sum and the place of every section.
Status ModelFile::Open() {
  const auto broken = [this](std::string_view what) {
    return Error{name_ + ": " + std::string(what)};
  };
  if (size_ < kHeaderSize || std::string_view(data_, kMagic.size()) != kMagic) {
    return broken("not a model file");
  }
  const auto version = ReadAt<uint32_t>(data_, 8);
  if (version != kVersion) {
    return broken("model file of version " + std::to_string(version) + ", this program reads " +
                  std::to_string(kVersion));
  }
  const size_t count = ReadAt<uint32_t>(data_, 12);
  const auto size = ReadAt<uint64_t>(data_, 16);
  if (size != size_) {
    return broken("model file of " + std::to_string(size_) + " bytes, its header says " +
                  std::to_string(size));
  }
  if (count > (size_ - kHeaderSize) / kEntrySize) return broken("model file with a broken table");
  if (Checksum(data_ + kHeaderSize, size_ - kHeaderSize) != ReadAt<uint64_t>(data_, 24)) {
    return broken("model file is damaged: its checksum differs");
  }
  const size_t first = kHeaderSize + count * kEntrySize;
  for (size_t i = 0; i < count; ++i) {
    const char* entry = data_ + kHeaderSize + i * kEntrySize;
    const std::string_view name(entry, ::strnlen(entry, kNameSize));
    const auto offset = ReadAt<uint64_t>(entry, kNameSize);
    const auto length = ReadAt<uint64_t>(entry, kNameSize + 8);
    if (name.empty() || name.size() == kNameSize || offset % kAlignment != 0 || offset < first ||
        offset > size_ || length > size_ - offset) {
      return broken("model file with a broken table");
    }
    sections_.push_back({name, std::string_view(data_ + offset, length)});
  }
  std::ranges::sort(sections_, {}, &Entry::name);
  if (std::ranges::adjacent_find(sections_, {}, &Entry::name) != sections_.end()) {
    return broken("model file with two sections of one name");
  }
  return {};
}

std::string_view ModelFile::Section(std::string_view name) const {
  const auto found = std::ranges::lower_bound(sections_, name, {}, &Entry::name);
  return found != sections_.end() && found->name == name ? found->bytes : std::string_view();
}

bool ModelFile::Has(std::string_view name) const {
  return std::ranges::binary_search(sections_, name, {}, &Entry::name);
}

std::vector<std::string_view> ModelFile::SectionNames() const {
  std::vector<std::string_view> names;
  for (const Entry& entry : sections_) names.push_back(entry.name);
  return names;
}

Result<std::string_view> ModelFile::Exactly(std::string_view name, size_t count,
                                            size_t width) const {
  if (!Has(name)) return Error{name_ + ": model file without section '" + std::string(name) + "'"};
  const std::string_view bytes = Section(name);
  if (bytes.size() / width != count || bytes.size() % width != 0) {
    return Error{name_ + ": section '" + std::string(name) + "' has " +
                 std::to_string(bytes.size()) + " bytes, not " + std::to_string(count) + " times " +
                 std::to_string(width)};
  }
  return bytes;
}

void ModelFile::Release() {
  if (data_ == nullptr) return;
  // The bytes were never const objects: both calls only give them back.
  void* data = const_cast<char*>(data_);
  if (mapped_) {
    ::munmap(data, size_);
  } else {
    ::operator delete (data, std::align_val_t{kAlignment});
  }
  data_ = nullptr;
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : name_(std::move(other.name_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(other.size_),
      mapped_(other.mapped_),
      sections_(std::move(other.sections_)) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  if (this != &other) {
    Release();
    name_ = std::move(other.name_);
    data_ = std::exchange(other.data_, nullptr);
    size_ = other.size_;
    mapped_ = other.mapped_;
    sections_ = std::move(other.sections_);
  }
  return *this;
}

ModelFile::~ModelFile() { Release(); }

}  // namespace crosscheck
