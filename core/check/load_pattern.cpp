// Patterns: which items a rule asks for, and what it demands of their fields.
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/nearest.h"
#include "core/base/unicode.h"
#include "core/check/loader.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr std::array kKinds = {ItemKind::kEvidence, ItemKind::kQuotation, ItemKind::kSaying,
                               ItemKind::kPassage,  ItemKind::kNumber,    ItemKind::kMoment,
                               ItemKind::kRole,     ItemKind::kName,      ItemKind::kSum,
                               ItemKind::kDocument};

const std::vector<std::string> kOps = {"bind", "lexicon", "one-of", "not", "regex", "exists",
                                       "gt",   "gte",     "lt",     "lte", "eq",    "resolved"};

ItemKind KindOf(const YamlNode& node) {
  for (const ItemKind kind : kKinds) {
    if (node.Find(ToString(kind)) != nullptr) return kind;
  }
  return ItemKind::kClaim;
}

FieldPath With(const FieldPath& prefix, const FieldSpec* field) {
  FieldPath path = prefix;
  path.field = field;
  return path;
}

std::optional<Test::Op> NumberOp(std::string_view name) {
  if (name == "gt") return Test::Op::kMore;
  if (name == "gte") return Test::Op::kAtLeast;
  if (name == "lt") return Test::Op::kLess;
  if (name == "lte") return Test::Op::kAtMost;
  return std::nullopt;
}

bool Tests(const Pattern& pattern, std::string_view field) {
  return std::any_of(pattern.tests.begin(), pattern.tests.end(), [&](const Test& test) {
    return test.path.hops.empty() && test.path.field != nullptr && test.path.field->name == field;
  });
}

}  // namespace

int RuleReader::AddPattern(const std::string& alias, const YamlNode& written) {
  const int index = static_cast<int>(rule_.patterns.size());
  rule_.patterns.push_back({});
  if (!written.IsMap() || written.entries.empty()) {
    Expect(written, "a pattern", "a map of fields such as {from: draft, entity: $E}");
    rule_.patterns.back().alias = alias;
    return index;
  }
  const YamlNode node = WithUse(written, 0);
  Pattern pattern;
  pattern.alias = alias;
  pattern.kind = KindOf(node);
  pattern.line = written.line;
  pattern.text = Flow(written);
  rule_.patterns.back() = pattern;  // so that variables know their pattern
  for (const auto& [key, value] : node.entries) {
    if (key.text == "use") continue;
    if (key.text == "from") {
      if (value.text == "draft")
        pattern.from = From::kDraft;
      else if (value.text == "source")
        pattern.from = From::kSource;
      else if (value.text != "any")
        SayOneOf(value, "rule.from", "side", value.text, {"draft", "source", "any"});
      continue;
    }
    if (key.text == ToString(pattern.kind)) {
      YamlNode main = key;
      main.text = std::string(MainField(pattern.kind)->name);
      if (value.kind != YamlNode::Kind::kNull && value.text != "any")
        ReadField(main, value, pattern.kind, {}, &pattern);
      continue;
    }
    ReadField(key, value, pattern.kind, {}, &pattern);
  }
  // What cannot be checked is matched only by a rule that asks for it.
  if (pattern.kind == ItemKind::kClaim && !Tests(pattern, "checkable") &&
      !Tests(pattern, "not-checkable")) {
    Test checkable;
    checkable.path = With({}, FindField(ItemKind::kClaim, "checkable"));
    checkable.keys = {"true"};
    checkable.text = "checkable: true";
    pattern.tests.push_back(std::move(checkable));
  }
  rule_.patterns[static_cast<size_t>(index)] = std::move(pattern);
  return index;
}

// A named pattern gives the keys that the one that uses it lacks.
YamlNode RuleReader::WithUse(const YamlNode& node, int depth) {
  const YamlNode* use = node.Find("use");
  if (use == nullptr) return node;
  const auto found = library_.patterns.find(use->text);
  if (found == library_.patterns.end()) {
    std::vector<std::string> names;
    for (const auto& [name, pattern] : library_.patterns) names.push_back(name);
    SayOneOf(*use, "rule.unknown-pattern", "named pattern", use->text, names);
    return node;
  }
  if (depth > 8) {
    Say(*use, "rule.pattern-cycle", "named patterns use each other in a circle");
    return node;
  }
  YamlNode all = node;
  const YamlNode base = WithUse(found->second, depth + 1);
  for (const auto& entry : base.entries) {
    if (entry.first.text != "use" && all.Find(entry.first.text) == nullptr)
      all.entries.push_back(entry);
  }
  return all;
}

void RuleReader::ReadField(const YamlNode& key, const YamlNode& value, ItemKind kind,
                           const FieldPath& prefix, Pattern* pattern) {
  if (value.IsMap()) return ReadDemands(key, value, kind, prefix, pattern);
  const FieldSpec* field = FindField(kind, key.text);
  if (field == nullptr) {
    if (kind == ItemKind::kEnd &&
        FindField(ItemKind::kClaim, key.text) != nullptr) {  // an end has its claim's fields
      FieldPath to_claim = prefix;
      to_claim.hops.push_back(FindHop(kind, "claim"));
      return ReadField(key, value, ItemKind::kClaim, to_claim, pattern);
    }
    std::string error;
    const FieldPath path = ResolvePath(kind, key.text, &error);
    if (!error.empty()) return Say(key, "rule.unknown-field", error);
    if (key.text.find('.') != std::string::npos)
      return Say(key, "rule.unknown-field", "'" + key.text + "' is a path, not a field",
                 "write it as a map, such as draft: {modality: asserted}");
    return Expect(value, "'" + key.text + "'",
                  "a map of demands such as {" +
                      std::string(FieldsOf(path.hops.back()->to).front()->name) + ": …}");
  }
  const FieldPath path = With(prefix, field);
  if (value.IsScalar() && IsVariable(value.text)) return Bind(value, path, pattern);
  AddWords(value, path, Test::Op::kOneOf, &pattern->tests);
}

// A map holds demands on the field itself ({not: …}, {gte: 2}) and, by other
// names, on what the field stands for ({type: person} of a speaker).
void RuleReader::ReadDemands(const YamlNode& key, const YamlNode& ops, ItemKind kind,
                             const FieldPath& prefix, Pattern* pattern) {
  const FieldSpec* field = FindField(kind, key.text);
  const HopSpec* hop = FindHop(kind, key.text);
  FieldPath to_claim = prefix;
  if (field == nullptr && hop == nullptr && kind == ItemKind::kEnd) {
    to_claim.hops.push_back(FindHop(kind, "claim"));
    return ReadDemands(key, ops, ItemKind::kClaim, to_claim, pattern);
  }
  if (field == nullptr && hop == nullptr) {
    std::string error;
    ResolvePath(kind, key.text, &error);
    return Say(key, "rule.unknown-field", error);
  }
  FieldPath beyond = prefix;
  if (hop != nullptr) beyond.hops.push_back(hop);
  for (const auto& [name, value] : ops.entries) {
    const bool op = std::find(kOps.begin(), kOps.end(), name.text) != kOps.end();
    if (op && name.text == "resolved") {
      const FieldSpec* resolved = FindField(kind, key.text + "-resolved");
      if (resolved == nullptr)
        Say(name, "rule.unknown-op",
            "'" + key.text + "' cannot be resolved or not; only speakers can");
      else
        AddWords(value, With(prefix, resolved), Test::Op::kOneOf, &pattern->tests);
    } else if (op && field == nullptr) {
      Say(name, "rule.unknown-op",
          "'" + key.text + "' is no field with a value of its own, so '" + name.text +
              "' cannot be asked of it");
    } else if (op && name.text == "bind") {
      if (!value.IsScalar() || !IsVariable(value.text))
        Expect(value, "'bind'", "a variable such as $E");
      else
        Bind(value, With(prefix, field), pattern);
    } else if (op) {
      ReadOp(name, value, With(prefix, field), &pattern->tests);
    } else if (hop != nullptr) {
      ReadField(name, value, hop->to, beyond, pattern);
    } else {
      SayOneOf(name, "rule.unknown-op", "demand on '" + key.text + "'", name.text, kOps);
    }
  }
}

bool RuleReader::ReadOp(const YamlNode& key, const YamlNode& value, const FieldPath& path,
                        std::vector<Test>* tests) {
  Test test;
  test.path = path;
  test.text = path.Text() + ": {" + key.text + ": " + Flow(value) + "}";
  if (key.text == "one-of" || key.text == "eq") {
    AddWords(value, path, Test::Op::kOneOf, tests);
  } else if (key.text == "not") {
    AddWords(value, path, Test::Op::kNoneOf, tests);
  } else if (key.text == "lexicon") {
    test.keys = LexiconWords(value);
    tests->push_back(std::move(test));
  } else if (key.text == "exists") {
    if (value.text != "true" && value.text != "false")
      SayOneOf(value, "rule.value", "value of 'exists'", value.text, {"true", "false"});
    test.op = value.text == "true" ? Test::Op::kExists : Test::Op::kMissing;
    tests->push_back(std::move(test));
  } else if (key.text == "regex") {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    options.set_case_sensitive(false);
    test.op = Test::Op::kRegex;
    test.regex = std::make_shared<const re2::RE2>(value.text, options);
    if (!test.regex->ok()) {
      Say(value, "rule.regex", "the regular expression cannot be read: " + test.regex->error(),
          "RE2 has no back references and no look-around");
      return false;
    }
    tests->push_back(std::move(test));
  } else if (const std::optional<Test::Op> op = NumberOp(key.text)) {
    const ValueType type = path.field->type;
    if (type != ValueType::kNumber && type != ValueType::kFigure) {
      Say(key, "rule.unknown-op",
          "'" + std::string(path.field->name) + "' is no number, so '" + key.text +
              "' cannot be asked of it");
      return false;
    }
    test.op = *op;
    if (!ReadNumber(value, ArgumentType::kShare, &test.number)) return false;
    tests->push_back(std::move(test));
  } else {
    SayOneOf(key, "rule.unknown-op", "demand", key.text, kOps);
    return false;
  }
  return true;
}

void RuleReader::AddWords(const YamlNode& node, const FieldPath& path, Test::Op op,
                          std::vector<Test>* tests) {
  Test test;
  test.path = path;
  test.op = op;
  if (node.IsMap() && node.Find("lexicon") != nullptr) {
    test.keys = LexiconWords(*node.Find("lexicon"));
  } else {
    test.keys = node.Strings();
  }
  test.text =
      path.Text() + ": " + (op == Test::Op::kNoneOf ? "{not: " + Flow(node) + "}" : Flow(node));
  if (test.keys.empty())
    return Expect(node, "'" + path.Text() + "'",
                  "a word, a list of words, a $VARIABLE or a map of demands");
  for (const std::string& key : test.keys) {
    if (IsVariable(key))
      return Say(node, "rule.variable-place", "a variable stands alone, not in a list",
                 "write " + std::string(path.field->name) + ": " + key);
    if (key.starts_with('$'))
      return Say(node, "rule.variable-form", "'" + key + "' is no variable",
                 "variables are $ and upper-case letters, digits or _");
  }
  CheckWords(node, test.keys, *path.field);
  tests->push_back(std::move(test));
}

void RuleReader::CheckWords(const YamlNode& at, const std::vector<std::string>& words,
                            const FieldSpec& field) {
  std::vector<std::string> allowed = SplitWords(field.values);
  if (field.kind == ItemKind::kEvidence && field.name == "evidence") {
#define EVIDENCE(name, kind, description) allowed.emplace_back(kind);
#include "core/graph/evidence.def"
#undef EVIDENCE
  }
  if (field.kind == ItemKind::kSum && field.name == "sum") {
    for (int k = 0; k <= static_cast<int>(kLastArithmeticKind); ++k)
      allowed.emplace_back(ToString(static_cast<ArithmeticKind>(k)));
  }
  if (allowed.empty()) return;
  for (const std::string& word : words) {
    if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) continue;
    SayOneOf(at, "rule.value", "value of '" + std::string(field.name) + "'", word, allowed);
  }
}

std::vector<std::string> RuleReader::LexiconWords(const YamlNode& node) {
  const auto found = library_.lexicons.find(node.text);
  if (found != library_.lexicons.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [name, words] : library_.lexicons) names.push_back(name);
  SayOneOf(node, "rule.unknown-lexicon", "lexicon", node.text, names);
  return {""};
}

void RuleReader::Bind(const YamlNode& node, const FieldPath& path, Pattern* pattern) {
  const std::string name = node.text.substr(1);
  size_t v = 0;
  while (v < rule_.variables.size() && rule_.variables[v].name != name) ++v;
  if (v == rule_.variables.size()) rule_.variables.push_back({name, {}, 0, node.line});
  const int index = static_cast<int>(rule_.patterns.size()) - 1;
  rule_.variables[v].sites.push_back({index, path});
  pattern->variables.emplace_back(static_cast<int>(v), path);
}

}  // namespace crosscheck
