#include "core/check/condition.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/unicode.h"

namespace crosscheck {

namespace {

constexpr const ConditionSpec* kConditions[] = {
#define CONDITION(Name) &k##Name##Condition,
#include "core/check/conditions.def"
#undef CONDITION
};

}  // namespace

std::span<const ConditionSpec* const> Conditions() { return kConditions; }

const ConditionSpec* FindCondition(std::string_view name) {
  for (const ConditionSpec* spec : kConditions) {
    if (spec->name == name) return spec;
  }
  return nullptr;
}

std::string_view ToString(ArgumentType type) {
  constexpr std::array<std::string_view, 10> kNames = {"values", "value",  "items", "item",
                                                       "set",    "number", "share", "tolerance",
                                                       "words",  "demands"};
  return kNames[static_cast<size_t>(type)];
}

const Param* Rule::FindParam(std::string_view name) const {
  for (const Param& param : params) {
    if (param.name == name) return &param;
  }
  return nullptr;
}

int Rule::PatternOf(std::string_view alias) const {
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].alias == alias) return static_cast<int>(i);
  }
  return -1;
}

std::optional<double> NumberOf(const Rule& rule, const NumberOrParam& number) {
  if (number.param.empty()) return number.number;
  const Param* param = rule.FindParam(number.param);
  if (param == nullptr || param->value.empty()) return std::nullopt;
  std::string_view text = param->value.front();
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return percent ? value / 100.0 : value;
}

const ConditionArgument* Question::Find(std::string_view name) const {
  for (const ConditionArgument& argument : condition.arguments) {
    if (argument.name == name) return &argument;
  }
  return nullptr;
}

size_t Question::Count(std::string_view argument) const {
  const ConditionArgument* found = Find(argument);
  return found == nullptr ? 0 : found->operands.size();
}

Item Question::ItemOf(std::string_view argument, size_t i) const {
  const ConditionArgument* found = Find(argument);
  if (found == nullptr || i >= found->operands.size()) return {};
  const Operand& operand = found->operands[i];
  const size_t p = static_cast<size_t>(operand.pattern);
  return world.Follow({rule.patterns[p].kind, binding.items[p]}, operand.path);
}

Value Question::Get(std::string_view argument, size_t i) const {
  const ConditionArgument* found = Find(argument);
  if (found == nullptr || i >= found->operands.size()) return {};
  const Operand& operand = found->operands[i];
  const size_t p = static_cast<size_t>(operand.pattern);
  return world.Get({rule.patterns[p].kind, binding.items[p]}, operand.path);
}

std::vector<Item> Question::Set(std::string_view argument) const {
  std::vector<Item> items;
  const ConditionArgument* found = Find(argument);
  if (found == nullptr || found->operands.empty()) return items;
  const size_t p = static_cast<size_t>(found->operands.front().pattern);
  for (const uint32_t index : binding.sets[p]) items.push_back({rule.patterns[p].kind, index});
  return items;
}

Value Question::GetIn(std::string_view argument, Item of_set) const {
  const ConditionArgument* found = Find(argument);
  if (found == nullptr || found->operands.empty()) return {};
  return world.Get(of_set, found->operands.front().path);
}

std::optional<double> Question::Number(std::string_view argument) const {
  const ConditionArgument* found = Find(argument);
  if (found == nullptr || !found->number) return std::nullopt;
  return NumberOf(rule, *found->number);
}

std::vector<std::string> Question::Words(std::string_view argument) const {
  const ConditionArgument* found = Find(argument);
  if (found == nullptr) return {};
  if (found->param.empty()) return found->words;
  const Param* param = rule.FindParam(found->param);
  return param == nullptr ? std::vector<std::string>() : param->value;
}

void Question::Provide(std::string_view name, Value value) const {
  if (extras != nullptr) (*extras)[std::string(name)] = std::move(value);
}

namespace {

bool InKeys(const Test& test, const Value& value) {
  const std::string folded = FoldKey(value.text);
  return std::any_of(test.keys.begin(), test.keys.end(), [&](const std::string& key) {
    return key == value.key || key == value.text || key == folded;
  });
}

Tri Compared(const Rule& rule, const Test& test, const Value& value) {
  const std::optional<double> bound = NumberOf(rule, test.number);
  if (!bound) return Tri::kUnknown;
  if (value.type == ValueType::kFigure && (value.figure == nullptr || !value.figure->value))
    return Tri::kUnknown;
  const double number = value.number;
  switch (test.op) {
    case Test::Op::kLess:
      return ToTri(number < *bound);
    case Test::Op::kAtMost:
      return ToTri(number <= *bound);
    case Test::Op::kMore:
      return ToTri(number > *bound);
    default:
      return ToTri(number >= *bound);
  }
}

Tri Combine(Tri a, Tri b, bool any) { return any ? std::max(a, b) : std::min(a, b); }

}  // namespace

Tri Meets(const World& world, const Rule& rule, Item item, const Test& test) {
  const Value value = world.Get(item, test.path);
  if (test.op == Test::Op::kExists) return ToTri(value.known);
  if (test.op == Test::Op::kMissing) return ToTri(!value.known);
  if (!value.known) return Tri::kUnknown;
  switch (test.op) {
    case Test::Op::kOneOf:
      return ToTri(InKeys(test, value));
    case Test::Op::kNoneOf:
      return ToTri(!InKeys(test, value));
    case Test::Op::kRegex:
      return ToTri(re2::RE2::PartialMatch(value.text, *test.regex));
    default:
      return Compared(rule, test, value);
  }
}

// Conditions nest only as deep as the YAML loader lets them (40), so this
// recursion is bounded by the rule, not by any text.
Tri Evaluate(const World& world, const Rule& rule, const Condition& condition,
             const Binding& binding, std::map<std::string, Value>* extras) {
  if (condition.kind == Condition::Kind::kTest) {
    const Tri result = condition.spec->test(Question(world, rule, condition, binding, extras));
    if (result != Tri::kUnknown || condition.unknown == OnUnknown::kOpen) return result;
    return condition.unknown == OnUnknown::kMatch ? Tri::kYes : Tri::kNo;
  }
  if (condition.kind == Condition::Kind::kNot) {
    Tri inner = Tri::kYes;
    for (const Condition& part : condition.parts)
      inner = Combine(inner, Evaluate(world, rule, part, binding, extras), false);
    return Not(inner);
  }
  const bool any = condition.kind == Condition::Kind::kAny;
  Tri result = any ? Tri::kNo : Tri::kYes;
  for (const Condition& part : condition.parts) {
    result = Combine(result, Evaluate(world, rule, part, binding, extras), any);
    if (any ? result == Tri::kYes : result == Tri::kNo) break;
  }
  return result;
}

}  // namespace crosscheck
