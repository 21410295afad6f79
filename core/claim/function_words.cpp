#include "core/claim/function_words.h"

#include <vector>

#include "core/base/file.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

constexpr std::array kKeys = {
#define WORD_CLASS(constant, key) key,
#include "core/claim/function_words.def"
};

}  // namespace

FunctionWords FunctionWords::Load(const std::filesystem::path& folder, Diagnostics* diagnostics) {
  FunctionWords words;
  const std::string path = (folder / "function-words.yaml").string();
  const auto say = [&](const YamlNode& at, const char* code, std::string message) {
    diagnostics->push_back({DiagnosticLevel::kError, code, path, at.line, at.column, std::move(message), ""});
  };
  const Result<std::string> bytes = ReadFile(folder / "function-words.yaml");
  if (!bytes) {
    diagnostics->push_back({DiagnosticLevel::kError, "lexicon.unreadable", path, 0, 0, bytes.error().message, ""});
    return words;
  }
  const YamlNode root = ParseYaml(*bytes, path, diagnostics);
  std::vector<std::string> keys(kKeys.begin(), kKeys.end());
  keys.emplace_back("crosscheck");
  CheckKeys(root, keys, path, diagnostics);
  for (size_t i = 0; i < kKeys.size(); ++i) {
    const YamlNode* list = root.Find(kKeys[i]);
    if (list == nullptr) {
      say(root, "lexicon.missing", std::string("there is no list '") + kKeys[i] + "'");
      continue;
    }
    for (std::string& word : list->Strings()) {
      if (!words.sets_[i].insert(word).second) say(*list, "lexicon.duplicate", "'" + word + "' stands twice in '" + kKeys[i] + "'");
    }
  }
  return words;
}

}  // namespace crosscheck
