// A rule's own keys. Every value is checked where it is read, so that an error names
// its place; what needs the whole rule (joins, unused variables) follows.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include "core/base/nearest.h"
#include "core/check/guard.h"
#include "core/check/loader.h"
#include "core/check/test_mutants.h"

namespace crosscheck {
namespace {

const std::vector<std::string> kRuleKeys = {
    "id",          "finding",    "severity",       "confidence", "status",
    "replaced-by", "summary",    "note",           "help",       "message",
    "labels",      "references", "falsepositives", "tags",
    "params",      "scope",      "primary",        "once",       "yields-to",
    "match",       "collect",    "where",          "none",       "unless",
    "near",        "fix",        "allow-product",  "tests",      "survives",
    "own-telling"};
const std::vector<std::string> kParamTypes = {"tolerance", "number", "integer", "share",
                                              "list",      "text",   "flag"};
const std::vector<std::string> kExpectations = {"fires", "silent", "open", "todo-fires",
                                                "todo-silent"};

bool IsId(std::string_view id) {
  bool dot = false, start = true;
  for (const char c : id) {
    if (start ? !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')
              : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'))
      return false;
    start = c == '.' || c == '-';
    dot = dot || c == '.';
  }
  return dot && !start;
}

bool IsAlias(std::string_view name) {
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

template <typename Enum>
std::vector<std::string> NamesOf(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.emplace_back(ToString(static_cast<Enum>(i)));
  return names;
}

}  // namespace

void RuleReader::Say(const YamlNode& at, std::string_view code, std::string message,
                     std::string help) {
  if (!rule_.id.empty()) message = "rule '" + rule_.id + "': " + message;
  diagnostics_->push_back({DiagnosticLevel::kError, std::string(code), path_, at.line, at.column,
                           std::move(message), std::move(help)});
}

void RuleReader::SayOneOf(const YamlNode& at, std::string_view code, std::string_view what,
                          std::string_view word, const std::vector<std::string>& allowed) {
  const std::string nearest = Nearest(word, allowed);
  std::string help = nearest.empty() ? "" : "did you mean '" + nearest + "'? ";
  help += allowed.empty() ? "there is none" : "allowed:";
  for (size_t i = 0; i < allowed.size(); ++i) help += (i == 0 ? " " : ", ") + allowed[i];
  Say(at, code, "unknown " + std::string(what) + " '" + std::string(word) + "'", std::move(help));
}

void RuleReader::Expect(const YamlNode& at, std::string_view what, std::string_view form) {
  Say(at, "rule.form", std::string(what) + " must be " + std::string(form));
}

std::string ParamProblem(const Rule& rule, const Param& param) {
  const bool one = param.value.size() == 1;
  if (param.type == "tolerance")
    return one && IsTolerance(param.value.front()) ? "" : "tolerance: implied, exact, a share such as 2%, or an amount";
  if (param.type == "flag")
    return one && (param.value.front() == "true" || param.value.front() == "false") ? "" : "flag: true or false";
  if (param.type != "number" && param.type != "integer" && param.type != "share") return "";
  const std::optional<double> value = NumberOf(rule, {0.0, param.name});
  const bool in_range = value && (!param.min || *value >= *param.min) && (!param.max || *value <= *param.max);
  const bool whole = param.type != "integer" || (value && *value == std::floor(*value));
  return in_range && whole ? "" : param.type + " within its range";
}

Rule RuleReader::Read(const YamlNode& node) {
  rule_ = {};
  rule_.path = path_;
  rule_.line = node.line;
  if (!node.IsMap()) {
    Expect(node, "a rule", "a map");
    return std::move(rule_);
  }
  ReadHeader(node);
  for (const auto& [key, value] : node.entries) {
    if (std::find(kRuleKeys.begin(), kRuleKeys.end(), key.text) == kRuleKeys.end())
      SayOneOf(key, "rule.unknown-key", "key", key.text, kRuleKeys);
  }
  for (const char* key : {"id", "finding", "severity", "summary", "match", "message", "tests"}) {
    if (node.Find(key) == nullptr)
      Say(node, "rule.missing-key", "'" + std::string(key) + "' is missing");
  }
  ReadGrades(node);
  ReadLists(node);
  ReadParams(node);
  ReadPatterns(node);
  FindJoins();
  ReadConditions(node);
  ReadOutputs(node);
  ReadTests(node);
  ReadSurvives(node, &rule_.survives);
  CheckEnd(node);
  return std::move(rule_);
}

void RuleReader::ReadHeader(const YamlNode& node) {
  const YamlNode* id = node.Find("id");
  if (id != nullptr && IsId(id->text))
    rule_.id = id->text;
  else if (id != nullptr)
    Expect(*id, "'id'", "lower-case words with a pack before a dot, such as figures.conflict");
  rule_.summary = node.Text("summary");
  if (rule_.summary.size() > 140)
    Expect(*node.Find("summary"), "'summary'", "at most 140 bytes long");
  rule_.note = node.Text("note");
}

void RuleReader::ReadGrades(const YamlNode& node) {
  const auto choose = [&](const char* key, const std::vector<std::string>& names) -> int {
    const YamlNode* value = node.Find(key);
    if (value == nullptr) return -1;
    const auto found = std::find(names.begin(), names.end(), value->text);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    SayOneOf(*value, "rule.value", "value of '" + std::string(key) + "'", value->text, names);
    return -1;
  };
  if (const int i = choose("finding", NamesOf<FindingKind>(6)); i >= 0)
    rule_.finding = static_cast<FindingKind>(i);
  if (const int i = choose("severity", NamesOf<Severity>(5)); i >= 0)
    rule_.severity = static_cast<Severity>(i);
  if (const int i = choose("own-telling", NamesOf<Severity>(5)); i >= 0)
    rule_.own_telling = static_cast<Severity>(i);
  const std::vector<std::string> statuses = {"stable", "test", "experimental", "deprecated"};
  if (const int i = choose("status", statuses); i >= 0)
    rule_.status = statuses[static_cast<size_t>(i)];
  if (const int i = choose("scope", {"any", "across", "within", "sources"}); i >= 0)
    rule_.scope = static_cast<Scope>(i);
  if (const int i = choose("allow-product", {"false", "true"}); i >= 0)
    rule_.allow_product = i == 1;
  rule_.replaced_by = node.Text("replaced-by");
  if (rule_.status == "deprecated" && rule_.replaced_by.empty())
    Say(node, "rule.missing-key", "a deprecated rule names its successor in 'replaced-by'");
}

void RuleReader::ReadConfidence(const YamlNode& node) {
  const YamlNode* value = node.Find("confidence");
  if (value == nullptr) return;
  const YamlNode* scalar = value;
  if (value->IsMap()) {
    scalar = value->Find("times");
    const YamlNode* of = value->Find("of");
    if (scalar == nullptr || of == nullptr || value->entries.size() != 2)
      return Expect(*value, "'confidence'",
                    "high, medium, low, a number, or {of: e.strength, times: 0.9}");
    const Operand operand = ReadOperand(*of);
    if (operand.path.field == nullptr || operand.path.field->type != ValueType::kNumber)
      return Expect(*of, "'of'", "a field that is a number, such as e.strength");
    rule_.confidence_of = operand;
  }
  if (scalar->text == "high")
    rule_.confidence = 0.9;
  else if (scalar->text == "medium")
    rule_.confidence = 0.6;
  else if (scalar->text == "low")
    rule_.confidence = 0.3;
  else {
    NumberOrParam number;
    double v = -1.0;
    const auto [end, error] =
        std::from_chars(scalar->text.data(), scalar->text.data() + scalar->text.size(), v);
    if (error != std::errc() || end != scalar->text.data() + scalar->text.size() || v < 0.0 ||
        v > 1.0)
      return Expect(*scalar, "'confidence'", "high, medium, low or a number from 0 to 1");
    rule_.confidence = v;
  }
}

void RuleReader::ReadLists(const YamlNode& node) {
  const auto list = [&](const char* key, std::vector<std::string>* out) {
    const YamlNode* value = node.Find(key);
    if (value == nullptr) return;
    if (!value->IsList()) return Expect(*value, "'" + std::string(key) + "'", "a list");
    *out = value->Strings();
  };
  list("tags", &rule_.tags);
  list("falsepositives", &rule_.falsepositives);
  list("yields-to", &rule_.yields_to);
  const YamlNode* references = node.Find("references");
  if (references == nullptr) return;
  if (!references->IsList()) return Expect(*references, "'references'", "a list");
  for (const YamlNode& item : references->items) {
    if (item.Text("title").empty())
      Expect(item, "a reference", "a map with a title, and a url or a page");
    CheckKeys(item, {"title", "url", "page"}, path_, diagnostics_);
    rule_.references.push_back({item.Text("title"), item.Text("url"), item.Text("page")});
  }
}

void RuleReader::ReadParams(const YamlNode& node) {
  const YamlNode* params = node.Find("params");
  if (params == nullptr) return;
  if (!params->IsMap()) return Expect(*params, "'params'", "a map of names");
  for (const auto& [key, value] : params->entries) ReadParam(key.text, value);
}

void RuleReader::ReadParam(const std::string& name, const YamlNode& node) {
  Param param;
  param.name = name;
  if (!node.IsMap() || node.Find("type") == nullptr || node.Find("default") == nullptr)
    return Expect(node, "param '" + name + "'", "a map with type and default");
  CheckKeys(node, {"type", "default", "min", "max", "doc"}, path_, diagnostics_);
  param.type = node.Text("type");
  if (std::find(kParamTypes.begin(), kParamTypes.end(), param.type) == kParamTypes.end())
    SayOneOf(*node.Find("type"), "rule.value", "type of param", param.type, kParamTypes);
  param.value = node.Find("default")->Strings();
  param.doc = node.Text("doc");
  const auto number = [&](const char* key, std::optional<double>* out) {
    NumberOrParam value;
    if (node.Find(key) != nullptr && ReadNumber(*node.Find(key), ArgumentType::kShare, &value))
      *out = value.number;
  };
  number("min", &param.min);
  number("max", &param.max);
  rule_.params.push_back(param);
  if (param.min && param.max && *param.min > *param.max)
    Say(*node.Find("min"), "rule.param-range", "param '" + name + "' has a min above its max");
  const std::string wrong = ParamProblem(rule_, param);
  if (!wrong.empty())
    Say(*node.Find("default"), "rule.param-range", "the default of param '" + name + "' is no " + wrong);
}

const YamlNode* RuleReader::ClausePattern(const YamlNode& node) {
  const YamlNode* claim = node.Find("claim");
  return claim != nullptr ? claim : node.Find("find");
}

// All patterns come before any condition, so that conditions may speak of every
// pattern whatever the order of keys.
void RuleReader::ReadPatterns(const YamlNode& node) {
  const YamlNode* match = node.Find("match");
  if (match != nullptr && (!match->IsMap() || match->entries.empty()))
    Expect(*match, "'match'",
           "a map of names and patterns, such as {a: {from: draft, entity: $E}}");
  if (match != nullptr && match->IsMap()) {
    for (const auto& [alias, pattern] : match->entries) {
      if (!IsAlias(alias.text))
        Expect(alias, "a pattern's name", "lower-case letters, digits or _, such as a or total");
      AddPattern(alias.text, pattern);
    }
  }
  rule_.matched = rule_.patterns.size();
  const YamlNode* collect = node.Find("collect");
  if (collect != nullptr && !collect->IsMap())
    Expect(*collect, "'collect'", "a map of names and {claim: pattern}");
  if (collect != nullptr && collect->IsMap()) {
    for (const auto& [alias, clause] : collect->entries) {
      if (rule_.PatternOf(alias.text) >= 0)
        Say(alias, "rule.duplicate-alias", "'" + alias.text + "' names two patterns");
      const YamlNode* pattern = ClausePattern(clause);
      Clause read;
      read.name = alias.text;
      if (pattern == nullptr)
        Expect(clause, "'" + alias.text + "'",
               "a map with claim or find: {claim: {from: source, …}}");
      else
        read.pattern = AddPattern(alias.text, *pattern);
      rule_.collect.push_back(std::move(read));
    }
  }
  ReadClauses(node, "none", &rule_.none);
  ReadClauses(node, "unless", &rule_.unless);
}

void RuleReader::ReadClauses(const YamlNode& node, std::string_view key,
                             std::vector<Clause>* clauses) {
  const YamlNode* list = node.Find(key);
  if (list == nullptr) return;
  if (!list->IsList()) return Expect(*list, "'" + std::string(key) + "'", "a list");
  for (const YamlNode& item : list->items) {
    Clause clause;
    const bool absence = key == "none";
    if (item.IsScalar() && !absence) {
      clause.name = item.text;
      clause.guard = FindGuard(item.text);
      std::vector<std::string> names;
      for (const GuardSpec& guard : Guards()) names.emplace_back(guard.name);
      if (clause.guard == nullptr) SayOneOf(item, "rule.unknown-guard", "guard", item.text, names);
      clauses->push_back(std::move(clause));
      continue;
    }
    if (!item.IsMap()) {
      Expect(item, "an entry of '" + std::string(key) + "'",
             absence ? "a map with claim or find"
                     : "a guard's name, or a map with name and where, claim or find");
      clauses->push_back(std::move(clause));
      continue;
    }
    CheckKeys(item,
              absence ? std::vector<std::string>{"claim", "find", "as", "where"}
                      : std::vector<std::string>{"name", "claim", "find", "as", "where"},
              path_, diagnostics_);
    clause.name = item.Text("name");
    if (!absence && clause.name.empty())
      Say(item, "rule.missing-key", "an exception needs a name, which `why` prints");
    const YamlNode* pattern = ClausePattern(item);
    if (pattern != nullptr)
      clause.pattern = AddPattern(
          item.Text("as", std::string(key) + std::to_string(clauses->size() + 1)), *pattern);
    else if (absence)
      Expect(item, "an entry of 'none'", "a map with claim or find: what must not exist");
    else if (item.Find("where") == nullptr)
      Expect(item, "exception '" + clause.name + "'", "a map with where, claim or find");
    clauses->push_back(std::move(clause));
  }
}

// Conditions of exceptions only remove on evidence: unknown counts as no.
void RuleReader::ReadConditions(const YamlNode& node) {
  rule_.where = ReadWhere(node.Find("where"));
  const auto clauses = [&](const char* key, std::vector<Clause>* list) {
    const YamlNode* items = node.Find(key);
    if (items == nullptr) return;
    for (size_t i = 0; i < list->size(); ++i) {
      const YamlNode* item =
          items->IsList() ? (i < items->items.size() ? &items->items[i] : nullptr)
                          : (i < items->entries.size() ? &items->entries[i].second : nullptr);
      if (item == nullptr || !item->IsMap()) continue;
      clause_ = (*list)[i].pattern;
      (*list)[i].where = ReadWhere(item->Find("where"));
      clause_ = -1;
    }
  };
  clauses("collect", &rule_.collect);
  clauses("none", &rule_.none);
  clauses("unless", &rule_.unless);
  CheckProduct(node);
}

// Two sites of one variable are an equality: an index join between patterns, a
// condition within one.
void RuleReader::FindJoins() {
  const auto clause_of = [&](int pattern) -> Clause* {
    for (std::vector<Clause>* list : {&rule_.collect, &rule_.none, &rule_.unless}) {
      for (Clause& clause : *list) {
        if (clause.pattern == pattern) return &clause;
      }
    }
    return nullptr;
  };
  for (const Variable& variable : rule_.variables) {
    for (size_t s = 1; s < variable.sites.size(); ++s) {
      // Join with the first site that is visible: of `match`, or of the same clause.
      const Site& right = variable.sites[s];
      const bool in_match = right.pattern < static_cast<int>(rule_.matched);
      for (size_t t = 0; t < s; ++t) {
        const Site& left = variable.sites[t];
        const bool visible =
            left.pattern < static_cast<int>(rule_.matched) || left.pattern == right.pattern;
        if (!visible) continue;
        const bool context = left.path.field->context || right.path.field->context;
        const Join join{left, right, context};
        if (in_match)
          rule_.joins.push_back(join);
        else
          clause_of(right.pattern)->joins.push_back(join);
        break;
      }
    }
  }
}

namespace {

int Root(std::vector<int>* group, int i) {
  while ((*group)[static_cast<size_t>(i)] != i) i = (*group)[static_cast<size_t>(i)];
  return i;
}

void Unite(std::vector<int>* group, int a, int b) {
  (*group)[static_cast<size_t>(Root(group, a))] = Root(group, b);
}

void UniteLinked(const std::vector<Condition>& conditions, std::vector<int>* group) {
  for (const Condition& condition : conditions) {
    if (condition.kind == Condition::Kind::kAll) UniteLinked(condition.parts, group);
    if (condition.kind != Condition::Kind::kTest || condition.spec == nullptr ||
        !condition.spec->links)
      continue;
    for (const int pattern : condition.patterns) Unite(group, condition.patterns.front(), pattern);
  }
}

}  // namespace

// A rule whose patterns have nothing to do with each other would try every pair.
void RuleReader::CheckProduct(const YamlNode& node) {
  if (rule_.allow_product || rule_.patterns.empty()) return;
  std::vector<int> group(rule_.patterns.size());
  std::iota(group.begin(), group.end(), 0);
  for (const Join& join : rule_.joins) {
    if (!join.context) Unite(&group, join.left.pattern, join.right.pattern);
  }
  UniteLinked(rule_.where, &group);
  for (std::vector<Clause>* list : {&rule_.collect, &rule_.none, &rule_.unless}) {
    for (const Clause& clause : *list) {
      for (const Join& join : clause.joins) {
        if (!join.context) Unite(&group, join.left.pattern, join.right.pattern);
      }
      UniteLinked(clause.where, &group);
    }
  }
  for (size_t p = 1; p < rule_.patterns.size(); ++p) {
    if (Root(&group, static_cast<int>(p)) == Root(&group, 0)) continue;
    Say(node, "rule.product",
        "pattern '" + rule_.patterns[p].alias +
            "' shares no variable with the others, so the rule would try every pair",
        "share a $VARIABLE, or link them by same-document, same-statement … ; `allow-product: "
        "true` if you mean it");
    return;
  }
}

void RuleReader::ReadOutputs(const YamlNode& node) {
  ReadConfidence(node);
  rule_.message_text = node.Text("message");
  rule_.help_text = node.Text("help");
  if (const YamlNode* message = node.Find("message"))
    rule_.message = ReadTemplate(*message, rule_.message_text);
  if (const YamlNode* help = node.Find("help")) rule_.help = ReadTemplate(*help, rule_.help_text);
  if (const YamlNode* labels = node.Find("labels")) {
    if (!labels->IsMap()) return Expect(*labels, "'labels'", "a map of patterns and texts");
    for (const auto& [key, value] : labels->entries) {
      RuleLabel label;
      label.operand = ReadOperand(key);
      label.text = ReadTemplate(value, value.text);
      rule_.labels.push_back(std::move(label));
    }
  }
  const auto alias = [&](const char* key, int* out) {
    const YamlNode* value = node.Find(key);
    if (value == nullptr) return;
    const Operand operand = ReadOperand(*value);
    if (operand.pattern >= static_cast<int>(rule_.matched))
      Expect(*value, "'" + std::string(key) + "'", "a pattern of match");
    else if (operand.pattern >= 0)
      *out = operand.pattern;
  };
  alias("primary", &rule_.primary);
  alias("once", &rule_.once);
  if (const YamlNode* near = node.Find("near")) {
    NumberOrParam number;
    if (ReadNumber(*near, ArgumentType::kNumber, &number))
      rule_.near = static_cast<int>(number.number);
    if (rule_.none.empty())
      Say(*near, "rule.unused",
          "'near' lists the nearest misses of 'none', and there is no 'none'");
  }
  ReadFix(node);
}

void RuleReader::ReadFix(const YamlNode& node) {
  const YamlNode* fix = node.Find("fix");
  if (fix == nullptr) return;
  if (!fix->IsMap() || fix->Find("replace") == nullptr || fix->Find("with") == nullptr)
    return Expect(*fix, "'fix'", "a map with replace and with");
  CheckKeys(*fix, {"replace", "with", "safe"}, path_, diagnostics_);
  Fix read;
  read.replace = ReadOperand(*fix->Find("replace"));
  read.with = ReadTemplate(*fix->Find("with"), fix->Text("with"));
  read.safe = fix->Text("safe") == "true";
  rule_.fix = std::move(read);
}

void RuleReader::ReadTests(const YamlNode& node) {
  const YamlNode* tests = node.Find("tests");
  if (tests == nullptr) return;
  if (!tests->IsList()) return Expect(*tests, "'tests'", "a list");
  for (const YamlNode& test : tests->items) ReadTest(test);
  const auto expects = [&](std::string_view word) {
    return std::any_of(rule_.tests.begin(), rule_.tests.end(),
                       [&](const RuleTest& t) { return t.expect.ends_with(word); });
  };
  if (!expects("fires") && !expects("open"))
    Say(*tests, "rule.tests", "no test expects the rule to fire", "add one with expect: fires");
  if (!expects("silent"))
    Say(*tests, "rule.tests", "no test expects the rule to stay silent",
        "add one with expect: silent");
}

void RuleReader::ReadTest(const YamlNode& node) {
  RuleTest test;
  test.line = node.line;
  CheckKeys(node, {"name", "docs", "claims", "expect", "message", "severity", "params", "survives"},
            path_, diagnostics_);
  ReadSurvives(node, &test.survives);
  test.severity = node.Text("severity");
  test.name = node.Text("name");
  test.message = node.Text("message");
  test.expect = node.Text("expect");
  if (std::find(kExpectations.begin(), kExpectations.end(), test.expect) == kExpectations.end()) {
    SayOneOf(node.Find("expect") != nullptr ? *node.Find("expect") : node, "rule.value",
             "expectation", test.expect, kExpectations);
  }
  const YamlNode* docs = node.Find("docs");
  const YamlNode* claims = node.Find("claims");
  if ((docs == nullptr) == (claims == nullptr))
    Expect(node, "a test", "given either docs or claims");
  if (docs != nullptr) {
    if (!docs->IsMap() || docs->entries.empty())
      Expect(*docs, "'docs'", "a map such as {draft: …, source/wire: …}");
    for (const auto& [name, text] : docs->entries) {
      const bool side = name.text == "draft" || name.text == "source" ||
                        name.text.starts_with("source/") || name.text.starts_with("draft/") ||
                        name.text.starts_with("text/");
      if (!side)
        Expect(name, "a document's name",
               "draft or source, with a name after a slash where there are several, or text/NAME "
               "where each is held against the others");
      if (text.IsMap()) CheckKeys(text, {"text", "date", "publisher"}, path_, diagnostics_);
      if (text.IsMap() && !text.Text("date").empty() && !ParseIsoDate(text.Text("date")))
        Expect(*text.Find("date"), "'date'", "a day such as 2024-05-03");
      const std::string words = text.IsMap() ? text.Text("text") : text.text;
      if (words.empty())
        Expect(text, "document '" + name.text + "'",
               "a text, or a map with text, date and publisher");
      test.docs.push_back({name.text, words, text.Text("date"), text.Text("publisher")});
    }
  }
  if (claims != nullptr) {
    if (!claims->IsList() || claims->items.empty()) Expect(*claims, "'claims'", "a list of maps");
    test.claims = claims->items;
  }
  if (const YamlNode* params = node.Find("params")) {
    for (const auto& [name, value] : params->entries) {
      std::vector<std::string> names;
      for (const Param& param : rule_.params) names.push_back(param.name);
      if (rule_.FindParam(name.text) == nullptr)
        SayOneOf(name, "rule.unknown-param", "param", name.text, names);
      test.params.emplace_back(name.text, value.text);
    }
  }
  rule_.tests.push_back(std::move(test));
}

// survives: {turned: why a rule need not fire when the two texts change places}
void RuleReader::ReadSurvives(const YamlNode& node, Reasons* reasons) {
  const YamlNode* survives = node.Find("survives");
  if (survives == nullptr) return;
  if (!survives->IsMap())
    return Expect(*survives, "'survives'", "a map of kinds of change and reasons");
  std::vector<std::string> names;
  for (const MutantKind& kind : MutantKinds()) names.emplace_back(kind.name);
  for (const auto& [key, reason] : survives->entries) {
    if (std::find(names.begin(), names.end(), key.text) == names.end())
      SayOneOf(key, "rule.value", "kind of change", key.text, names);
    if (!reason.IsScalar() || reason.text.empty())
      Expect(reason, "'" + key.text + "' of 'survives'", "the reason, in words");
    reasons->emplace_back(key.text, reason.text);
  }
}

// What only the whole rule shows: variables that join nothing and print nothing.
void RuleReader::CheckEnd(const YamlNode& node) {
  for (const Variable& variable : rule_.variables) {
    if (variable.sites.size() > 1 || variable.uses > 0) continue;
    YamlNode at = node;
    at.line = variable.line;
    at.column = 0;
    Say(at, "rule.unused-variable", "variable $" + variable.name + " is used only once",
        "use it in a second pattern, a condition or the message, or write {exists: true}");
    diagnostics_->back().level = DiagnosticLevel::kWarning;  // doubtful, not broken
  }
  if (rule_.replaced_by == rule_.id && !rule_.id.empty()) Say(node, "rule.replaced", "a rule cannot replace itself");
}

// A filter is an exception whose pattern must be met by an item of the match.
void RuleReader::AddFilter(const Filter& filter, Rule* rule) {
  rule_ = std::move(*rule);
  Clause clause{.name = "filter " + filter.id + ": " + filter.reason, .of_match = true};
  clause.pattern = AddPattern("filter" + std::to_string(rule_.unless.size() + 1), filter.when);
  rule_.unless.push_back(std::move(clause));
  *rule = std::move(rule_);
}

}  // namespace crosscheck
