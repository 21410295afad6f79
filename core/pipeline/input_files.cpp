#include "core/pipeline/input_files.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "core/base/unicode.h"
#include "core/document/reader.h"

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

// kSettings: files about the folder, which are no texts of it.
enum class Format : uint8_t { kText, kSettings, kOther };

Format FormatOf(const fs::path& path) {
  if (ToLower(path.stem().string()) == "readme") return Format::kSettings;
  const std::string suffix = ToLower(path.extension().string());
  for (const Reader& reader : Readers()) {
    if (std::ranges::find(reader.suffixes, suffix) != reader.suffixes.end()) return Format::kText;
  }
  return suffix == ".yaml" || suffix == ".yml" ? Format::kSettings : Format::kOther;
}

// Everything below `root`, folder by folder; links to folders are not followed,
// so that a loop of links cannot hold the run.
void WalkFolder(const fs::path& root, std::vector<InputFile>* files) {
  std::vector<fs::path> folders = {root};
  while (!folders.empty()) {
    const fs::path folder = std::move(folders.back());
    folders.pop_back();
    std::error_code code;
    fs::directory_iterator it(folder, code);
    if (code) {
      files->push_back({folder.string(), "the folder cannot be read: " + code.message()});
      continue;
    }
    for (; it != fs::directory_iterator(); it.increment(code)) {
      const fs::path& path = it->path();
      if (path.filename().string().starts_with('.')) continue;
      std::error_code kind_code;
      if (it->is_directory(kind_code) && !it->is_symlink(kind_code)) {
        folders.push_back(path);
      } else if (it->is_regular_file(kind_code)) {
        const Format format = FormatOf(path);
        if (format == Format::kText) files->push_back({path.string(), ""});
        if (format == Format::kOther)
          files->push_back({path.string(), "no reader for this format"});
      }
      if (code) break;
    }
    if (code)
      files->push_back(
          {folder.string(), "the folder cannot be read to its end: " + code.message()});
  }
}

}  // namespace

Result<std::vector<InputFile>> CollectInputs(const std::vector<std::string>& paths) {
  std::vector<InputFile> files;
  for (const std::string& path : paths) {
    std::error_code code;
    if (path == "-") {
      files.push_back({path, ""});
    } else if (!fs::exists(path, code)) {
      return Error{path + ": " + (code ? code.message() : "no such file or folder")};
    } else if (fs::is_directory(path, code)) {
      WalkFolder(fs::path(path).lexically_normal(), &files);
    } else {
      files.push_back({fs::path(path).lexically_normal().string(), ""});
    }
  }
  std::ranges::sort(files, {}, &InputFile::path);
  std::set<fs::path> seen;
  std::erase_if(files, [&](const InputFile& file) {
    std::error_code code;
    const fs::path real = file.path == "-" ? fs::path("-") : fs::weakly_canonical(file.path, code);
    return !seen.insert(code ? fs::path(file.path) : real).second;
  });
  return files;
}

bool SameFile(const std::string& a, const std::string& b) {
  std::error_code code;
  return a == b || (a != "-" && b != "-" && fs::equivalent(a, b, code) && !code);
}

}  // namespace crosscheck
