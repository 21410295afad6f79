#ifndef CROSSCHECK_CORE_LANGUAGE_MODEL_FILE_H_
#define CROSSCHECK_CORE_LANGUAGE_MODEL_FILE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/result.h"

namespace crosscheck {

// A model file: named sections of bytes, mapped into memory and read in place.
// Layout, all little-endian (tools/language/container.py writes it):
//
//     magic     8 bytes "XCMODEL\n"
//     version   u32 = 1
//     sections  u32
//     size      u64, of the whole file
//     checksum  u64, over every byte from offset 32
//     table     per section: name (32 bytes, zero-padded), offset u64, size u64
//     data      each section starts at a multiple of 64
//
// Load checks all of it, so that a truncated or altered file is an error and a
// section that was found can be read without further checks of its place. What
// a section *means* is checked by its reader.
//
// Immutable after loading, hence safe to share between threads. Views into it
// live as long as the ModelFile does; moving it does not move the bytes.
class ModelFile {
 public:
  static Result<ModelFile> Load(const std::filesystem::path& path);
  // The same from bytes in memory, which are copied. `name` stands in errors.
  static Result<ModelFile> FromBytes(std::string_view bytes, std::string_view name);

  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;
  ~ModelFile();

  // Empty where there is no such section; see Has.
  std::string_view Section(std::string_view name) const;
  bool Has(std::string_view name) const;
  std::vector<std::string_view> SectionNames() const;

  // A section as an array of `count` numbers; an error names the section where
  // it is missing or has another size.
  template <typename T>
  Result<std::span<const T>> Array(std::string_view name, size_t count) const {
    static_assert(std::is_arithmetic_v<T>);
    const Result<std::string_view> bytes = Exactly(name, count, sizeof(T));
    if (!bytes) return bytes.error();
    return std::span(reinterpret_cast<const T*>((*bytes).data()), count);
  }

  // The path or name that Load was given, for messages.
  const std::string& name() const { return name_; }

 private:
  struct Entry {
    std::string_view name;
    std::string_view bytes;
  };

  ModelFile() = default;
  Status Open();
  Result<std::string_view> Exactly(std::string_view name, size_t count, size_t width) const;
  void Release();

  std::string name_;
  const char* data_ = nullptr;
  size_t size_ = 0;
  bool mapped_ = false;          // else data_ was allocated
  std::vector<Entry> sections_;  // sorted by name
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_MODEL_FILE_H_
