#include "core/pipeline/result_file.h"

#include <nlohmann/json.hpp>

namespace crosscheck {

Result<ResultFile> ReadResultFile(std::string_view json) {
  const auto root = nlohmann::json::parse(json, nullptr, false);
  if (!root.is_object() || root.value("crosscheck", 0) != 1 || !root.contains("documents") || !root["documents"].is_array())
    return Error{"no result of crosscheck: write one with --format json:FILE"};
  ResultFile file;
  for (const auto& row : root["documents"]) {
    if (!row.is_object() || !row.contains("path") || !row["path"].is_string()) return Error{"a document without a path"};
    const std::string side = row.value("side", "source");
    file.audit = file.audit || side == "both";
    file.texts.push_back({row["path"], row.value("sha256", ""), side != "source"});
  }
  const auto settings = root.find("settings");
  if (settings == root.end() || !settings->is_object()) return file;
  for (const auto& [name, values] : settings->items()) {
    std::vector<std::string> words;
    for (const auto& value : values) {
      if (value.is_string()) words.push_back(value);
    }
    file.settings.emplace_back(name, std::move(words));
  }
  return file;
}

}  // namespace crosscheck
