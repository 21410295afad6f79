#include "core/check/rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/base/unicode.h"
#include "core/check/loader.h"

namespace crosscheck {

struct RuleSet::Parts {
  std::vector<Rule> rules;
};

RuleSet::RuleSet() : parts_(std::make_unique<Parts>()) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

std::span<const Rule> RuleSet::rules() const { return parts_->rules; }

const Rule* RuleSet::Find(std::string_view id) const {
  for (const Rule& rule : parts_->rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

namespace {

namespace fs = std::filesystem;

void Say(Diagnostics* diagnostics, std::string_view code, const std::string& path,
         const YamlNode& at, std::string message, std::string help = "") {
  diagnostics->push_back({DiagnosticLevel::kError, std::string(code), path, at.line, at.column,
                          std::move(message), std::move(help)});
}

// Reads rule files and what they import. A file is parsed once.
class FileLoader {
 public:
  FileLoader(Diagnostics* diagnostics, std::optional<Date> today)
      : diagnostics_(diagnostics), today_(today) {}

  void LoadFile(const fs::path& path, std::vector<Rule>* rules) {
    const YamlNode* root = Parsed(path);
    if (root != nullptr) LoadRoot(*root, path, rules);
  }

  void LoadRoot(const YamlNode& root, const fs::path& path, std::vector<Rule>* rules) {
    if (!CheckRoot(root, path)) return;
    Library library;
    std::set<std::string> seen;
    Import(root, path, &library, &seen);
    if (const YamlNode* facts = root.Find("facts")) ReadFacts(*facts, path);
    if (const YamlNode* filters = root.Find("filters")) ReadFilters(*filters, path);
    const YamlNode* list = root.Find("rules");
    if (list == nullptr) return;
    if (!list->IsList())
      return Say(diagnostics_, "rule.form", path.string(), *list,
                 "'rules' must be a list of rules");
    for (const YamlNode& node : list->items) {
      RuleReader reader(path.string(), library, diagnostics_);
      rules->push_back(reader.Read(node));
    }
  }

  // Names that only the whole set knows: doubles, yields-to, replaced-by, filters.
  void Finish(std::vector<Rule>* rules) {
    std::stable_sort(rules->begin(), rules->end(),
                     [](const Rule& a, const Rule& b) { return a.id < b.id; });
    std::vector<std::string> ids;
    for (const Rule& rule : *rules) ids.push_back(rule.id);
    for (size_t i = 1; i < rules->size(); ++i) {
      const Rule& rule = (*rules)[i];
      if (rule.id.empty() || rule.id != (*rules)[i - 1].id) continue;
      YamlNode at;
      at.line = rule.line;
      Say(diagnostics_, "rule.duplicate-id", rule.path, at,
          "rule '" + rule.id + "' is defined twice", "the other one: " + (*rules)[i - 1].path);
    }
    for (const Rule& rule : *rules) {
      for (const std::string& other : rule.yields_to) CheckId(rule, "yields-to", other, ids);
      if (!rule.replaced_by.empty()) CheckId(rule, "replaced-by", rule.replaced_by, ids);
    }
    for (const Filter& filter : filters_) Apply(filter, ids, rules);
    if (facts_.empty()) return;
    const auto facts = std::make_shared<const FactBase>(std::move(facts_));
    for (Rule& rule : *rules) rule.facts = facts;
  }

 private:
  const YamlNode* Parsed(const fs::path& path) {
    const std::string key = path.lexically_normal().string();
    const auto found = files_.find(key);
    if (found != files_.end()) return &found->second;
    const Result<std::string> bytes = ReadFile(path);
    if (!bytes.ok()) {
      diagnostics_->push_back(
          {DiagnosticLevel::kError, "rule.file", path.string(), 0, 0, bytes.error().message, ""});
      return nullptr;
    }
    const size_t before = diagnostics_->size();
    YamlNode root = ParseYaml(*bytes, path.string(), diagnostics_);
    if (diagnostics_->size() != before) return nullptr;
    return &files_.emplace(key, std::move(root)).first->second;
  }

  bool CheckRoot(const YamlNode& root, const fs::path& path) {
    if (!root.IsMap()) {
      Say(diagnostics_, "rule.form", path.string(), root,
          "a rule file must be a map that begins with 'crosscheck: 1'");
      return false;
    }
    CheckKeys(root, {"crosscheck", "imports", "lexicons", "patterns", "facts", "rules", "filters"},
              path.string(), diagnostics_);
    if (root.Text("crosscheck") != "1") {
      const YamlNode* version = root.Find("crosscheck");
      Say(diagnostics_, "rule.version", path.string(), version != nullptr ? *version : root,
          "a rule file must say which format it is in", "write crosscheck: 1 in its first line");
      return false;
    }
    return true;
  }

  // Imports nest; what a file says itself goes before what it imports.
  void Import(const YamlNode& root, const fs::path& path, Library* library,
              std::set<std::string>* seen) {
    if (!seen->insert(path.lexically_normal().string()).second) return;
    if (const YamlNode* lexicons = root.Find("lexicons")) {
      if (!lexicons->IsMap())
        Say(diagnostics_, "rule.form", path.string(), *lexicons,
            "'lexicons' must be a map of names and lists of words");
      for (const auto& [name, words] : lexicons->entries) {
        if (!words.IsList())
          Say(diagnostics_, "rule.form", path.string(), words,
              "lexicon '" + name.text + "' must be a list of words");
        library->lexicons.try_emplace(name.text, words.Strings());
      }
    }
    if (const YamlNode* patterns = root.Find("patterns")) {
      if (!patterns->IsMap())
        Say(diagnostics_, "rule.form", path.string(), *patterns,
            "'patterns' must be a map of names and patterns");
      for (const auto& [name, pattern] : patterns->entries)
        library->patterns.try_emplace(name.text, pattern);
    }
    const YamlNode* imports = root.Find("imports");
    if (imports == nullptr) return;
    if (!imports->IsList())
      return Say(diagnostics_, "rule.form", path.string(), *imports,
                 "'imports' must be a list of files");
    for (const YamlNode& item : imports->items) {
      const fs::path file = path.parent_path() / item.text;
      std::error_code error;
      if (!fs::is_regular_file(file, error)) {
        Say(diagnostics_, "rule.import", path.string(), item,
            "there is no file '" + item.text + "' to import",
            "paths are relative to the file that imports");
        continue;
      }
      const YamlNode* imported = Parsed(file);
      if (imported != nullptr && CheckRoot(*imported, file)) Import(*imported, file, library, seen);
    }
  }

  // facts: {terms-of-office: [{of, relation, value, from, until, source}]}
  void ReadFacts(const YamlNode& lists, const fs::path& path) {
    if (!lists.IsMap())
      return Say(diagnostics_, "rule.form", path.string(), lists,
                 "'facts' must be a map of names and lists");
    for (const auto& [name, list] : lists.entries) {
      if (!list.IsList())
        return Say(diagnostics_, "rule.form", path.string(), list,
                   "facts '" + name.text + "' must be a list of maps");
      for (const YamlNode& node : list.items) ReadFact(node, path, &facts_[name.text]);
    }
  }

  void ReadFact(const YamlNode& node, const fs::path& path, std::vector<Fact>* facts) {
    CheckKeys(node, {"of", "relation", "value", "from", "until", "source"}, path.string(),
              diagnostics_);
    Fact fact;
    const auto folded = [&node](const char* key) {
      std::vector<std::string> words =
          node.Find(key) == nullptr ? std::vector<std::string>() : node.Find(key)->Strings();
      for (std::string& word : words) word = FoldKey(word);
      return words;
    };
    fact.of = folded("of");
    fact.value = folded("value");
    fact.relation = FoldKey(node.Text("relation"));
    fact.source = node.Text("source");
    if (fact.of.empty() || fact.value.empty() || fact.relation.empty() || fact.source.empty()) {
      return Say(diagnostics_, "rule.fact", path.string(), node,
                 "a fact needs of, relation, value and source");
    }
    fact.shown = node.Find("value")->Strings().front();
    for (const char* key : {"from", "until"}) {
      const YamlNode* day = node.Find(key);
      if (day == nullptr) continue;
      const std::optional<Date> date = ParseIsoDate(day->text);
      if (!date)
        return Say(diagnostics_, "rule.fact", path.string(), *day, "'" + day->text + "' is no day",
                   "write it as 2021-12-08");
      (key == std::string_view("from") ? fact.days.start : fact.days.end) = DaysFromCivil(*date);
    }
    facts->push_back(std::move(fact));
  }

  void ReadFilters(const YamlNode& list, const fs::path& path) {
    if (!list.IsList())
      return Say(diagnostics_, "rule.form", path.string(), list, "'filters' must be a list");
    for (const YamlNode& node : list.items) {
      CheckKeys(node, {"id", "rules", "reason", "until", "when"}, path.string(), diagnostics_);
      Filter filter{node.Text("id"), node.Text("reason"), node.Text("until"), {}, {}, path.string(),
                    node.line};
      if (filter.id.empty() || filter.reason.empty())
        Say(diagnostics_, "rule.missing-key", path.string(), node,
            "a filter needs an id and a reason");
      if (const YamlNode* rules = node.Find("rules")) filter.rules = rules->Strings();
      const YamlNode* when = node.Find("when");
      const YamlNode* claim = when == nullptr ? nullptr : when->Find("claim");
      if (claim == nullptr || !claim->IsMap()) {
        Say(diagnostics_, "rule.form", path.string(), node,
            "a filter needs when: {claim: pattern}");
        continue;
      }
      filter.when = *claim;
      if (Ended(filter, node, path)) continue;
      filters_.push_back(std::move(filter));
    }
  }

  // The last day of a filter is `until` itself.
  bool Ended(const Filter& filter, const YamlNode& node, const fs::path& path) {
    if (filter.until.empty()) return false;
    const std::optional<Date> until = ParseIsoDate(filter.until);
    if (!until) {
      Say(diagnostics_, "rule.form", path.string(), *node.Find("until"),
          "'until' must be a day, not '" + filter.until + "'", "write it as 2026-11-09");
      return true;
    }
    if (!today_) {
      diagnostics_->push_back({DiagnosticLevel::kWarning, "rule.filter-end", path.string(), node.line, 0,
                               "filter '" + filter.id + "' has an end, " + filter.until + ", that is held against no day",
                               "give --today; a run never looks at the clock"});
      return false;
    }
    if (DaysFromCivil(*today_) <= DaysFromCivil(*until)) return false;
    diagnostics_->push_back(
        {DiagnosticLevel::kWarning, "rule.filter-ended", path.string(), node.line, 0,
         "filter '" + filter.id + "' ended on " + filter.until + " and is not applied",
         "take it out, or give it a later day"});
    return true;
  }

  void CheckId(const Rule& rule, std::string_view key, const std::string& id,
               const std::vector<std::string>& ids) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
    const std::string nearest = Nearest(id, ids);
    YamlNode at;
    at.line = rule.line;
    // A pack may be loaded without the one that it yields to.
    diagnostics_->push_back(
        {DiagnosticLevel::kWarning, "rule.unknown-rule", rule.path, rule.line, 0,
         "rule '" + rule.id + "': " + std::string(key) + " names '" + id + "', which is not loaded",
         nearest.empty() ? "" : "did you mean '" + nearest + "'?"});
  }

  // A filter names a rule ("figures.conflict") or a whole pack ("figures").
  static bool Names(const std::string& name, const std::string& id) {
    return id == name || id.starts_with(name + ".");
  }

  void Apply(const Filter& filter, const std::vector<std::string>& ids, std::vector<Rule>* rules) {
    const Library none;
    for (Rule& rule : *rules) {
      const bool named = std::any_of(filter.rules.begin(), filter.rules.end(),
                                     [&](const std::string& name) { return Names(name, rule.id); });
      if (!named) continue;
      RuleReader reader(filter.path, none, diagnostics_);
      reader.AddFilter(filter, &rule);
    }
    for (const std::string& id : filter.rules) {
      if (std::any_of(ids.begin(), ids.end(), [&](const std::string& i) { return Names(id, i); }))
        continue;
      const std::string nearest = Nearest(id, ids);
      diagnostics_->push_back(
          {DiagnosticLevel::kError, "rule.unknown-rule", filter.path, filter.line, 0,
           "filter '" + filter.id + "' names rule '" + id + "', which is not loaded",
           nearest.empty() ? "" : "did you mean '" + nearest + "'?"});
    }
  }

  Diagnostics* diagnostics_;
  const std::optional<Date> today_;
  std::map<std::string, YamlNode> files_;
  std::vector<Filter> filters_;
  FactBase facts_;
};

bool IsRuleFile(const fs::path& path) {
  if (path.extension() != ".yaml" && path.extension() != ".yml") return false;
  const fs::path folder = path.parent_path();
  return std::none_of(folder.begin(), folder.end(), [](const fs::path& part) {
    return part == "lexicon" || part.native().starts_with('_');
  });
}

}  // namespace

RuleSet RuleSet::Load(const std::vector<fs::path>& folders, Diagnostics* diagnostics,
                      std::optional<Date> today) {
  RuleSet set;
  FileLoader loader(diagnostics, today);
  for (const fs::path& folder : folders) {
    const Result<std::vector<fs::path>> files = FilesBelow(folder);
    if (!files.ok()) {
      diagnostics->push_back(
          {DiagnosticLevel::kError, "rule.file", folder.string(), 0, 0, files.error().message, ""});
      continue;
    }
    for (const fs::path& file : *files) {
      const bool named = file == folder;  // a single file given by hand
      if (named || IsRuleFile(file.lexically_relative(folder)))
        loader.LoadFile(file, &set.parts_->rules);
    }
  }
  loader.Finish(&set.parts_->rules);
  return set;
}

RuleSet RuleSet::LoadText(std::string_view text, std::string_view path, Diagnostics* diagnostics,
                          std::optional<Date> today) {
  RuleSet set;
  FileLoader loader(diagnostics, today);
  const size_t before = diagnostics->size();
  const YamlNode root = ParseYaml(text, path, diagnostics);
  if (diagnostics->size() == before) loader.LoadRoot(root, fs::path(path), &set.parts_->rules);
  loader.Finish(&set.parts_->rules);
  return set;
}

bool RuleSet::Set(std::string_view what, std::string_view value, Diagnostics* diagnostics) {
  const auto fail = [&](std::string message, std::string help) {
    diagnostics->push_back(
        {DiagnosticLevel::kError, "rule.set", "", 0, 0, std::move(message), std::move(help)});
    return false;
  };
  // The longest rule id that `what` begins with, so that ids may hold dots.
  Rule* rule = nullptr;
  for (Rule& r : parts_->rules) {
    if (what.starts_with(r.id) && what.size() > r.id.size() && what[r.id.size()] == '.' &&
        (rule == nullptr || r.id.size() > rule->id.size()))
      rule = &r;
  }
  std::vector<std::string> ids;
  for (const Rule& r : parts_->rules) ids.push_back(r.id);
  if (rule == nullptr) {
    const std::string nearest = Nearest(what, ids);
    return fail("'" + std::string(what) + "' names no rule's setting",
                nearest.empty() ? "write RULE.params.NAME, RULE.severity or RULE.confidence"
                                : "did you mean '" + nearest + "'?");
  }
  const std::string_view key = what.substr(rule->id.size() + 1);
  if (key == "severity") {
    for (int s = 0; s <= static_cast<int>(Severity::kOff); ++s) {
      if (ToString(static_cast<Severity>(s)) != value) continue;
      rule->severity = static_cast<Severity>(s);
      return true;
    }
    return fail("unknown severity '" + std::string(value) + "'",
                "allowed: error, warning, info, hint, off");
  }
  std::vector<std::string> names;
  for (Param& param : rule->params) {
    names.push_back(param.name);
    if (key != "params." + param.name) continue;
    std::vector<std::string> before = std::exchange(param.value, {std::string(value)});
    const std::string wrong = ParamProblem(*rule, param);
    if (wrong.empty()) return true;
    param.value = std::move(before);
    return fail("'" + std::string(value) + "' is no " + wrong + " (" + std::string(what) + ")", param.doc);
  }
  std::string help = "params of " + rule->id + ":";
  for (const std::string& name : names) help += " " + name;
  return fail("'" + std::string(what) + "' names no setting",
              names.empty() ? "the rule has no params" : help);
}

}  // namespace crosscheck
