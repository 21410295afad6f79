#include "core/base/resources.h"

#include <system_error>
#include <vector>

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

Resources InSourceTree(const fs::path& root) {
  return {root / "core/language/english.model", root / "rules", root / "rules/lexicon", {}};
}

Resources Installed(const fs::path& share) {
  return {share / "english.model", share / "rules", share / "rules/lexicon", {}};
}

bool Exists(const Resources& r) {
  std::error_code code;
  return fs::exists(r.lexicon, code);
}

}  // namespace

Result<Resources> FindResources(const fs::path& folder) {
  std::error_code code;
  std::vector<Resources> places;
  if (!folder.empty()) {
    places = {InSourceTree(folder), Installed(folder)};
  } else {
    const fs::path binary = fs::read_symlink("/proc/self/exe", code);
    if (!code) places.push_back(Installed(binary.parent_path().parent_path() / "share/crosscheck"));
    places.push_back(InSourceTree(CROSSCHECK_SOURCE_DIR));
  }
  for (Resources& place : places) {
    if (!Exists(place)) continue;
    place.wordnet = "/usr/share/wordnet";
    return place;
  }
  return Error{"the rules and lexicons were not found (looked in " + places.front().rules.string() +
               " and " + places.back().rules.string() + ")"};
}

}  // namespace crosscheck
