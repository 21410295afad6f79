#ifndef CROSSCHECK_CORE_LANGUAGE_MAPPED_FILE_H_
#define CROSSCHECK_CORE_LANGUAGE_MAPPED_FILE_H_

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace crosscheck {

// The bytes of a file, mapped read-only: pages are read when they are touched,
// so opening costs microseconds whatever the size. The bytes keep their address
// when the object is moved.
class MappedFile {
 public:
  static Result<MappedFile> Open(const std::filesystem::path& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_MAPPED_FILE_H_
