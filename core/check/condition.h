#ifndef CROSSCHECK_CORE_CHECK_CONDITION_H_
#define CROSSCHECK_CORE_CHECK_CONDITION_H_

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/rule.h"
#include "core/check/world.h"

namespace crosscheck {

enum class ArgumentType : uint8_t {
  kValues,  // two $VARIABLES or paths ("e.draft.figure")
  kValue,   // one
  kItems,   // names of patterns, or paths to items ("e.draft")
  kItem,
  kSet,        // the name of a `collect`
  kNumber,     // or {param: …}
  kShare,      // "60%" or 0.6, or {param: …}
  kTolerance,  // implied, exact, 2%, a number, or {param: …}
  kWords,      // a list of words, among `values` where given, or {param: …}
  kOps,        // what a pattern may demand of a field
};
std::string_view ToString(ArgumentType type);

struct ArgumentSpec {
  std::string_view name;
  ArgumentType type;
  bool required;
  std::string_view values;  // allowed words, separated by blanks
  std::string_view doc;
};

// A partial match: the item of each pattern (kNoItem while unbound) and the sets
// that were collected.
struct Binding {
  std::vector<uint32_t> items;
  std::vector<std::vector<uint32_t>> sets;
};

// What a condition is asked: its arguments, filled in from a match.
class Question {
 public:
  Question(const World& w, const Rule& r, const Condition& c, const Binding& b,
           std::map<std::string, Value>* e)
      : world(w), rule(r), condition(c), binding(b), extras(e) {}

  const ConditionArgument* Find(std::string_view name) const;
  // The i-th operand of an argument: a value, or the item.
  Value Get(std::string_view argument, size_t i = 0) const;
  Item ItemOf(std::string_view argument, size_t i = 0) const;
  size_t Count(std::string_view argument) const;
  // Items of a collected set.
  std::vector<Item> Set(std::string_view argument) const;
  // The same operand seen from one item of its set.
  Value GetIn(std::string_view argument, Item of_set) const;
  std::optional<double> Number(std::string_view argument) const;
  std::vector<std::string> Words(std::string_view argument) const;
  // Keeps a value for the message: "sum", "diff".
  void Provide(std::string_view name, Value value) const;

  const World& world;
  const Rule& rule;
  const Condition& condition;
  const Binding& binding;
  std::map<std::string, Value>* extras;
};

// One condition: the single description that the loader, the JSON schema, the
// reference page and completion are made from.
struct ConditionSpec {
  std::string_view name;
  std::string_view doc;
  std::span<const ArgumentSpec> arguments;
  bool links;                 // it ties patterns together: not a product
  std::string_view provides;  // names of values for messages, separated by blanks
  std::string_view example;   // as a rule writes it
  Tri (*test)(const Question& question);
};

// The specs themselves, one for each line of conditions.def.
#define CONDITION(Name) extern const ConditionSpec k##Name##Condition;
#include "core/check/conditions.def"
#undef CONDITION

// All conditions, in the order of conditions.def.
std::span<const ConditionSpec* const> Conditions();
const ConditionSpec* FindCondition(std::string_view name);

// Whether an item meets a demand of a pattern; a field that is unknown is
// kUnknown, except for exists and missing.
Tri Meets(const World& world, const Rule& rule, Item item, const Test& test);
// Evaluates a tree of conditions with Kleene's logic, each leaf's `unknown`
// turned into what the rule wants it to count as.
Tri Evaluate(const World& world, const Rule& rule, const Condition& condition,
             const Binding& binding, std::map<std::string, Value>* extras);

// The number of a NumberOrParam; nothing where the param is missing.
std::optional<double> NumberOf(const Rule& rule, const NumberOrParam& number);

inline Tri Not(Tri t) {
  return t == Tri::kYes ? Tri::kNo : t == Tri::kNo ? Tri::kYes : Tri::kUnknown;
}
inline Tri ToTri(bool b) { return b ? Tri::kYes : Tri::kNo; }
inline Tri ToTri(std::optional<bool> b) { return b ? ToTri(*b) : Tri::kUnknown; }

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_CONDITION_H_
