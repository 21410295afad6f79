// Conditions: one-key maps with named arguments, checked against the table.
#include <algorithm>
#include <charconv>

#include "core/base/nearest.h"
#include "core/check/loader.h"

namespace crosscheck {
namespace {

std::optional<double> ParseNumber(std::string_view text, bool share) {
  const bool percent = share && text.ends_with('%');
  if (percent) text.remove_suffix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return percent ? value / 100.0 : value;
}

void Collect(const Condition& condition, std::vector<int>* patterns) {
  for (const Condition& part : condition.parts)
    patterns->insert(patterns->end(), part.patterns.begin(), part.patterns.end());
  for (const ConditionArgument& argument : condition.arguments) {
    for (const Operand& operand : argument.operands) {
      if (operand.pattern >= 0) patterns->push_back(operand.pattern);
    }
  }
  std::sort(patterns->begin(), patterns->end());
  patterns->erase(std::unique(patterns->begin(), patterns->end()), patterns->end());
}

}  // namespace

bool IsTolerance(const std::string& text) {
  return text == "implied" || text == "exact" || ParseNumber(text, true).value_or(-1.0) >= 0.0;
}

std::vector<Condition> RuleReader::ReadWhere(const YamlNode* node) {
  std::vector<Condition> conditions;
  if (node == nullptr) return conditions;
  if (!node->IsList()) {
    Expect(*node, "'where'", "a list of conditions");
    return conditions;
  }
  for (const YamlNode& item : node->items) conditions.push_back(ReadCondition(item));
  return conditions;
}

Condition RuleReader::ReadCondition(const YamlNode& node) {
  Condition condition;
  condition.line = node.line;
  condition.text = Flow(node);
  if (!node.IsMap() || node.entries.size() != 1) {
    Expect(node, "a condition", "a map with one key, the condition's name");
    condition.kind = Condition::Kind::kAll;
    return condition;
  }
  const auto& [key, value] = node.entries.front();
  if (key.text == "any" || key.text == "all" || key.text == "not") {
    condition.kind = key.text == "any"   ? Condition::Kind::kAny
                     : key.text == "all" ? Condition::Kind::kAll
                                         : Condition::Kind::kNot;
    if (value.IsList()) {
      for (const YamlNode& part : value.items) condition.parts.push_back(ReadCondition(part));
    } else if (value.IsMap() && condition.kind == Condition::Kind::kNot) {
      condition.parts.push_back(ReadCondition(value));
    }
    if (condition.parts.empty())
      Expect(value, "'" + key.text + "'", "a list of at least one condition");
    Collect(condition, &condition.patterns);
    return condition;
  }
  condition.spec = FindCondition(key.text);
  if (condition.spec == nullptr) {
    std::vector<std::string> names = {"any", "all", "not"};
    for (const ConditionSpec* spec : Conditions()) names.emplace_back(spec->name);
    SayOneOf(key, "rule.unknown-condition", "condition", key.text, names);
    condition.kind = Condition::Kind::kAll;
    return condition;
  }
  ReadArguments(value, &condition);
  Collect(condition, &condition.patterns);
  for (const std::string& extra : SplitWords(condition.spec->provides)) extras_.push_back(extra);
  return condition;
}

void RuleReader::ReadArguments(const YamlNode& node, Condition* condition) {
  const ConditionSpec& spec = *condition->spec;
  if (!node.IsMap())
    return Expect(node, "'" + std::string(spec.name) + "'",
                  "a map of arguments, e.g. " + std::string(spec.example));
  std::vector<std::string> allowed = {"unknown"};
  const bool ops = std::any_of(spec.arguments.begin(), spec.arguments.end(),
                               [](const ArgumentSpec& a) { return a.type == ArgumentType::kOps; });
  for (const ArgumentSpec& argument : spec.arguments) {
    if (argument.type != ArgumentType::kOps) allowed.emplace_back(argument.name);
  }
  for (const auto& [key, value] : node.entries) {
    if (key.text == "unknown") {
      if (value.text == "skip")
        condition->unknown = OnUnknown::kSkip;
      else if (value.text == "match")
        condition->unknown = OnUnknown::kMatch;
      else if (value.text != "open")
        SayOneOf(value, "rule.value", "value of 'unknown'", value.text, {"skip", "open", "match"});
      continue;
    }
    const auto argument = std::find_if(spec.arguments.begin(), spec.arguments.end(),
                                       [name = key.text](const ArgumentSpec& a) {
                                         return a.name == name && a.type != ArgumentType::kOps;
                                       });
    if (argument != spec.arguments.end())
      ReadArgument(value, *argument, condition);
    else if (!ops)
      SayOneOf(key, "rule.unknown-argument", "argument of '" + std::string(spec.name) + "'",
               key.text, allowed);
  }
  if (ops) ReadOps(node, condition);
  for (const ArgumentSpec& argument : spec.arguments) {
    const bool given =
        std::any_of(condition->arguments.begin(), condition->arguments.end(),
                    [&](const ConditionArgument& a) { return a.name == argument.name; });
    if (argument.required && !given && node.Find(argument.name) == nullptr) {
      Say(node, "rule.missing-argument",
          "'" + std::string(spec.name) + "' needs '" + std::string(argument.name) +
              "': " + std::string(argument.doc),
          "e.g. " + std::string(spec.example));
    }
  }
}

// The demands of `is` are made on the field that its `value` names.
void RuleReader::ReadOps(const YamlNode& node, Condition* condition) {
  ConditionArgument demands;
  demands.name = "demands";
  const auto value = std::find_if(condition->arguments.begin(), condition->arguments.end(),
                                  [](const ConditionArgument& a) { return a.name == "value"; });
  if (value == condition->arguments.end() || value->operands.empty() ||
      value->operands.front().pattern < 0)
    return;
  const FieldPath path = value->operands.front().path;
  if (path.field == nullptr)
    return Say(node, "rule.operand", "'is' asks of a field, not of a whole pattern",
               "write " + value->operands.front().text + ".modality");
  for (const auto& [key, ops] : node.entries) {
    if (key.text == "value" || key.text == "unknown") continue;
    ReadOp(key, ops, path, &demands.tests);
  }
  if (!demands.tests.empty()) condition->arguments.push_back(std::move(demands));
}

void RuleReader::ReadArgument(const YamlNode& node, const ArgumentSpec& spec,
                              Condition* condition) {
  ConditionArgument argument;
  argument.name = spec.name;
  const std::string what = "'" + argument.name + "'";
  switch (spec.type) {
    case ArgumentType::kValues:
    case ArgumentType::kItems: {
      const bool values = spec.type == ArgumentType::kValues;
      const bool size = values ? node.items.size() == 2 : node.items.size() >= 2;
      if (!node.IsList() || !size)
        return Expect(
            node, what,
            values ? "a list of two variables or paths" : "a list of two or more patterns");
      for (const YamlNode& item : node.items) argument.operands.push_back(ReadOperand(item));
      break;
    }
    case ArgumentType::kValue:
    case ArgumentType::kItem:
      argument.operands.push_back(ReadOperand(node));
      break;
    case ArgumentType::kSet: {
      Operand operand = ReadOperand(node);
      const bool set = operand.pattern >= static_cast<int>(rule_.matched);
      if (operand.pattern >= 0 && !set)
        Say(node, "rule.operand", "'" + node.text + "' is a single pattern, not a collected set",
            "collect it: {" + node.text + ": {claim: …}}");
      argument.operands.push_back(std::move(operand));
      break;
    }
    case ArgumentType::kNumber:
    case ArgumentType::kShare: {
      NumberOrParam number;
      if (!ReadNumber(node, spec.type, &number)) return;
      argument.number = number;
      break;
    }
    case ArgumentType::kTolerance:
    case ArgumentType::kWords:
      if (node.IsMap()) {
        if (!CheckParam(node, &argument.param)) return;
      } else {
        argument.words = node.Strings();
        if (argument.words.empty()) return Expect(node, what, "a word or a list of words");
        for (const std::string& word : argument.words) {
          const std::vector<std::string> allowed = SplitWords(spec.values);
          const bool fits = spec.type == ArgumentType::kTolerance
                                ? IsTolerance(word)
                                : allowed.empty() || std::find(allowed.begin(), allowed.end(),
                                                               word) != allowed.end();
          if (!fits && spec.type == ArgumentType::kTolerance)
            Expect(node, what, "implied, exact, a share such as 2%, or an amount");
          else if (!fits)
            SayOneOf(node, "rule.value", "value of " + what, word, allowed);
        }
      }
      break;
    case ArgumentType::kOps:
      return;
  }
  condition->arguments.push_back(std::move(argument));
}

bool RuleReader::CheckParam(const YamlNode& node, std::string* param) {
  const YamlNode* name = node.Find("param");
  if (name == nullptr || node.entries.size() != 1) {
    Expect(node, "a map here", "{param: NAME}");
    return false;
  }
  if (rule_.FindParam(name->text) == nullptr) {
    std::vector<std::string> names;
    for (const Param& p : rule_.params) names.push_back(p.name);
    SayOneOf(*name, "rule.unknown-param", "param", name->text, names);
    return false;
  }
  *param = name->text;
  return true;
}

bool RuleReader::ReadNumber(const YamlNode& node, ArgumentType type, NumberOrParam* number) {
  if (node.IsMap()) return CheckParam(node, &number->param);
  const std::optional<double> value = ParseNumber(node.text, type == ArgumentType::kShare);
  if (!value) {
    Expect(node, "'" + node.text + "'",
           type == ArgumentType::kShare ? "a number or a share such as 60%" : "a number");
    return false;
  }
  number->number = *value;
  return true;
}

// "$X", "a", "e.draft", "e.draft.modality".
Operand RuleReader::ReadOperand(const YamlNode& node) {
  Operand operand;
  operand.text = node.text;
  if (!node.IsScalar() || node.text.empty()) {
    Expect(node, "this", "a $VARIABLE, a pattern's name, or a path such as a.figure");
    return operand;
  }
  if (node.text.starts_with('$')) {
    for (Variable& variable : rule_.variables) {
      if (variable.name != node.text.substr(1)) continue;
      ++variable.uses;
      // In a clause, its own site comes before that of the match it joins.
      const Site* site = &variable.sites.front();
      operand.pattern = site->pattern;
      operand.path = site->path;
      return operand;
    }
    std::vector<std::string> names;
    for (const Variable& variable : rule_.variables) names.push_back("$" + variable.name);
    SayOneOf(node, "rule.unbound-variable", "variable", node.text, names);
    return operand;
  }
  const size_t dot = node.text.find('.');
  operand.pattern = rule_.PatternOf(node.text.substr(0, dot));
  if (operand.pattern < 0) {
    std::vector<std::string> names;
    for (const Pattern& pattern : rule_.patterns) names.push_back(pattern.alias);
    SayOneOf(node, "rule.unknown-alias", "pattern", node.text.substr(0, dot), names);
    return operand;
  }
  if (dot == std::string::npos) return operand;
  std::string error;
  operand.path = ResolvePath(rule_.patterns[static_cast<size_t>(operand.pattern)].kind,
                             std::string_view(node.text).substr(dot + 1), &error);
  if (!error.empty()) Say(node, "rule.unknown-field", error);
  return operand;
}

}  // namespace crosscheck
