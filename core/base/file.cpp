#include "core/base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

namespace crosscheck {
namespace fs = std::filesystem;

Result<std::string> ReadFile(const fs::path& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return Error{path.string() + ": is a folder"};
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path.string() + ": " + std::strerror(errno)};
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (in.bad()) return Error{path.string() + ": " + std::strerror(errno)};
  return std::move(bytes).str();
}

Result<std::vector<fs::path>> FilesBelow(const fs::path& root) {
  std::error_code code;
  if (!fs::exists(root, code)) return Error{root.string() + ": no such file or folder"};
  if (!fs::is_directory(root, code)) return std::vector<fs::path>{root};
  std::vector<fs::path> files;
  auto it = fs::recursive_directory_iterator(root, code);
  if (code) return Error{root.string() + ": " + code.message()};
  for (; it != fs::recursive_directory_iterator(); it.increment(code)) {
    if (code) return Error{root.string() + ": " + code.message()};
    if (it->path().filename().string().starts_with('.')) {
      if (it->is_directory(code)) it.disable_recursion_pending();
      continue;
    }
    if (it->is_regular_file(code)) files.push_back(it->path());
  }
  std::ranges::sort(files, {}, [](const fs::path& path) { return path.string(); });
  return files;
}

}  // namespace crosscheck
