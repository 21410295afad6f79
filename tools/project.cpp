// Settings are one table: a name, whether it is a list, how it is put into the
// command, what it is by default and what it is for. Command line, environment,
// file, template and `config show` all walk over it.
#include "tools/project.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <set>
#include <type_traits>

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kProjectFile = "crosscheck.yml";
constexpr int kMostExtends = 16;

using Values = std::vector<std::string>;

struct SettingSpec {
  std::string_view name;
  bool list;
  std::string_view standard;  // what it is where nobody says anything
  std::string_view doc;
  // False where the values do not fit.
  bool (*apply)(const Values& values, Command* command);
};

template <typename T>
bool ParseInto(const Values& values, T* out) {
  const std::string& text = values.front();
  const bool share = std::is_floating_point_v<T> && text.ends_with('%');
  const char* end = text.data() + text.size() - (share ? 1 : 0);
  const auto [at, error] = std::from_chars(text.data(), end, *out);
  if (share) *out /= static_cast<T>(100);
  return error == std::errc() && at == end && *out >= T{};
}

template <typename T>
bool ParseShare(const Values& values, T* out) {
  return ParseInto(values, out) && *out <= 1.0;
}

constexpr SettingSpec kSettings[] = {
    {"rules", true, "", "further files and folders of rules, from this file on",
     [](const Values& v, Command* c) { c->extra_rules = v; return true; }},
    {"select", true, "", "only rules whose id begins so",
     [](const Values& v, Command* c) { c->run.select = v; return true; }},
    {"ignore", true, "", "no rule whose id begins so",
     [](const Values& v, Command* c) { c->run.ignore = v; return true; }},
    {"set", true, "", "RULE.params.NAME=VALUE, RULE.severity=WORD",
     [](const Values& v, Command* c) { c->settings = v; return true; }},
    {"show", true, "", "print these findings too: agreement, note, hint, suppressed",
     [](const Values& v, Command* c) { c->run.show = v; return true; }},
    {"format", true, "text", "FORMAT or FORMAT:PATH",
     [](const Values& v, Command* c) { c->formats = v; return true; }},
    {"fail-on", false, "error", "exit 1 from this severity on: error, warning, info, hint, never",
     [](const Values& v, Command* c) { c->fail_on = v.front(); return true; }},
    {"min-confidence", false, "0", "print nothing less sure, 0 … 1",
     [](const Values& v, Command* c) { return ParseShare(v, &c->run.min_confidence); }},
    {"min-supported", false, "0", "exit 1 where a smaller share of the claims has support: 90%",
     [](const Values& v, Command* c) { return ParseShare(v, &c->run.min_supported); }},
    {"max-findings", false, "0", "print at most so many; 0 = all",
     [](const Values& v, Command* c) { return ParseInto(v, &c->run.max_findings); }},
    {"max-bytes", false, "16777216", "the largest document that is read",
     [](const Values& v, Command* c) { return ParseInto(v, &c->run.max_bytes); }},
    {"date", true, "", "FILE=2024-05-15: when a text was written; a day alone: of every text that does not say",
     [](const Values& v, Command* c) { c->run.dates = v; return std::ranges::all_of(v, [](const std::string& given) { return IsGivenDate(given); }); }},
    {"fiscal-year-starts", false, "", "the first month of fiscal years, 1 to 12",
     [](const Values& v, Command* c) { return ParseInto(v, &c->fiscal_year_starts) && c->fiscal_year_starts >= 1 && c->fiscal_year_starts <= 12; }},
    {"rule-limit", false, "5000000", "the most items that one rule may look at",
     [](const Values& v, Command* c) { return ParseInto(v, &c->run.rule_limit); }},
};

struct Told {
  Values values;
  std::string origin, path;
  uint32_t line = 0;
};
using TellList = std::map<std::string, Told, std::less<>>;

std::string EnvironmentName(std::string_view setting) {
  std::string name = "CROSSCHECK_";
  for (const char c : setting) name += c == '-' ? '_' : static_cast<char>(c - (c >= 'a' && c <= 'z' ? 'a' - 'A' : 0));
  return name;
}

Values SplitCommas(std::string_view text) {
  Values values;
  while (!text.empty()) {
    const size_t comma = std::min(text.find(','), text.size());
    if (comma > 0) values.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return values;
}

class ProjectReader {
 public:
  ProjectReader(TellList* told, Diagnostics* diagnostics) : told_(told), diagnostics_(diagnostics) {}

  // What a file says goes before what it extends.
  void Read(const fs::path& path, int depth = 0) {
    if (depth > kMostExtends || !seen_.insert(path.lexically_normal().string()).second)
      return Say(path, {}, "project.extends", "extends itself, or more than " + std::to_string(kMostExtends) + " files");
    const auto bytes = ReadFile(path);
    if (!bytes) return Say(path, {}, "project.file", bytes.error().message);
    const size_t before = diagnostics_->size();
    const YamlNode root = ParseYaml(*bytes, path.string(), diagnostics_);
    if (diagnostics_->size() != before) return;
    if (!root.IsMap() || root.Text("crosscheck") != "1")
      return Say(path, root, "project.form", "must be a map that begins with 'crosscheck: 1'");
    std::vector<std::string> keys = {"crosscheck", "extends"};
    for (const SettingSpec& spec : kSettings) keys.emplace_back(spec.name);
    CheckKeys(root, keys, path.string(), diagnostics_);
    for (const SettingSpec& spec : kSettings) {
      if (const YamlNode* node = root.Find(spec.name)) Take(path, spec, *node);
    }
    const YamlNode* extends = root.Find("extends");
    if (extends == nullptr) return;
    for (const std::string& other : extends->Strings()) Read(path.parent_path() / other, depth + 1);
  }

 private:
  void Take(const fs::path& path, const SettingSpec& spec, const YamlNode& node) {
    Told told = {{}, path.string() + ":" + std::to_string(node.line), path.string(), node.line};
    if (spec.name == "set" && node.IsMap()) {
      for (const auto& [key, value] : node.entries) told.values.push_back(key.text + "=" + value.text);
    } else {
      told.values = node.Strings();
    }
    if (!spec.list && told.values.size() != 1)
      return Say(path, node, "project.form", "'" + std::string(spec.name) + "' must be one word: " + std::string(spec.doc));
    if (spec.name == "rules") {
      for (std::string& file : told.values) file = (path.parent_path() / file).string();
    }
    told_->try_emplace(std::string(spec.name), std::move(told));
  }

  void Say(const fs::path& path, const YamlNode& at, std::string code, std::string message) {
    diagnostics_->push_back({DiagnosticLevel::kError, std::move(code), path.string(), at.line, at.column, std::move(message), ""});
  }

  TellList* told_;
  Diagnostics* diagnostics_;
  std::set<std::string> seen_;
};

}  // namespace

fs::path ProjectFolder(const Command& command) {
  std::error_code code;
  fs::path at;
  if (!command.run.drafts.empty() && command.run.drafts.front() != "-") at = fs::path(command.run.drafts.front());
  if (!fs::is_directory(at, code)) at = at.parent_path();
  const fs::path absolute = fs::absolute(at.empty() ? fs::path(".") : at, code).lexically_normal();
  fs::path up = at;
  for (fs::path folder = absolute;; folder = folder.parent_path()) {
    if (fs::exists(folder / kProjectFile, code) || fs::is_directory(folder / ".crosscheck", code)) {
      const fs::path relative = folder.lexically_relative(fs::current_path(code));
      if (relative == ".") return "";
      return relative.empty() || *relative.begin() == ".." ? folder : relative;
    }
    if (folder == folder.parent_path()) return "";
  }
}

std::vector<SettingInForce> ApplyProject(const fs::path& folder, Command* command, Diagnostics* diagnostics) {
  TellList told;
  for (const SettingSpec& spec : kSettings) {
    const std::string name = EnvironmentName(spec.name);
    const char* value = std::getenv(name.c_str());
    if (value != nullptr && *value != '\0') told[std::string(spec.name)] = {spec.list ? SplitCommas(value) : Values{value}, name, "", 0};
  }
  std::error_code code;
  if (fs::exists(folder / kProjectFile, code)) ProjectReader(&told, diagnostics).Read(folder / kProjectFile);
  std::vector<SettingInForce> in_force;
  for (const SettingSpec& spec : kSettings) {
    const auto given = command->given.find(std::string(spec.name));
    if (given != command->given.end()) {
      in_force.push_back({std::string(spec.name), given->second, "command line"});
      continue;
    }
    const auto found = told.find(spec.name);
    if (found == told.end()) {
      in_force.push_back({std::string(spec.name), spec.standard.empty() ? Values() : Values{std::string(spec.standard)}, "default"});
      continue;
    }
    if (!spec.apply(found->second.values, command)) {
      diagnostics->push_back({DiagnosticLevel::kError, "project.value", found->second.path, found->second.line, 0,
                              "'" + found->second.values.front() + "' is no value of '" + std::string(spec.name) + "'" +
                                  (found->second.path.empty() ? " (" + found->second.origin + ")" : ""),
                              std::string(spec.doc)});
    }
    in_force.push_back({std::string(spec.name), found->second.values, found->second.origin});
  }
  return in_force;
}

void ApplySetting(const std::string& name, const std::vector<std::string>& values, Command* command) {
  const auto spec = std::ranges::find(kSettings, name, &SettingSpec::name);
  if (spec != std::end(kSettings) && !values.empty()) spec->apply(values, command);
}

std::string ProjectTemplate() {
  std::string text =
      "# Settings of this project. The command line goes before the environment\n"
      "# (CROSSCHECK_FAIL_ON), that before this file, and this before what it extends.\n"
      "crosscheck: 1\n"
      "# extends: [../house/crosscheck.yml]\n";
  for (const SettingSpec& spec : kSettings) {
    text += "# " + std::string(spec.name) + ": " + (spec.list ? "[" + std::string(spec.standard) + "]" : std::string(spec.standard)) +
            "   # " + std::string(spec.doc) + "\n";
  }
  return text;
}

}  // namespace crosscheck
