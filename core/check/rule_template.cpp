#include "core/check/rule_template.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/base/nearest.h"

namespace crosscheck {
namespace {

constexpr std::string_view kId = "id: pack.name";

}  // namespace

std::vector<std::string> TemplateNames(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  const auto files = FilesBelow(folder);
  if (!files) return names;
  for (const std::filesystem::path& file : *files) {
    if (file.extension() == ".yaml") names.push_back(file.stem().string());
  }
  return names;
}

Result<std::string> NewRule(const std::filesystem::path& folder, std::string_view name,
                            std::string_view id) {
  const std::vector<std::string> names = TemplateNames(folder);
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    const std::string nearest = Nearest(name, names);
    std::string message = "there is no template \"" + std::string(name) + "\"";
    if (!nearest.empty()) message += "; did you mean \"" + nearest + "\"?";
    message += "; templates:";
    for (const std::string& one : names) message += " " + one;
    return Error{std::move(message)};
  }
  Result<std::string> text = ReadFile(folder / (std::string(name) + ".yaml"));
  if (!text) return text;
  const size_t at = text->find(kId);
  if (at == std::string::npos) return Error{"template \"" + std::string(name) + "\" has no id"};
  return text->replace(at + 4, kId.size() - 4, id);
}

}  // namespace crosscheck
