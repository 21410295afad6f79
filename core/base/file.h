#ifndef CROSSCHECK_CORE_BASE_FILE_H_
#define CROSSCHECK_CORE_BASE_FILE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace crosscheck {

// All bytes of a regular file; an error names the path and the reason.
Result<std::string> ReadFile(const std::filesystem::path& path);

// The regular files below `root` (or `root` itself), sorted by path bytes.
// Hidden files and folders are left out. An error where root does not exist.
Result<std::vector<std::filesystem::path>> FilesBelow(const std::filesystem::path& root);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_FILE_H_
