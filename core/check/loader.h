#ifndef CROSSCHECK_CORE_CHECK_LOADER_H_
#define CROSSCHECK_CORE_CHECK_LOADER_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/yaml.h"
#include "core/check/condition.h"
#include "core/check/rule.h"

namespace crosscheck {

// What the files that a rule file imports give it.
struct Library {
  std::map<std::string, std::vector<std::string>> lexicons;
  std::map<std::string, YamlNode> patterns;
};

// A condition of a project on findings of rules that it does not own.
struct Filter {
  std::string id, reason, until;
  std::vector<std::string> rules;  // ids of rules, or packs
  YamlNode when;                   // a pattern
  std::string path;
  uint32_t line = 0;
};

// Reads one rule out of its YAML. One object per rule: it resolves names against
// the rule that it builds. All problems go to the diagnostics, with their place,
// the allowed values and the nearest name.
class RuleReader {
 public:
  RuleReader(std::string_view path, const Library& library, Diagnostics* diagnostics)
      : path_(path), library_(library), diagnostics_(diagnostics) {}

  Rule Read(const YamlNode& node);
  // Adds a filter's pattern to a rule as an exception.
  void AddFilter(const Filter& filter, Rule* rule);

 private:
  // load_rule.cpp
  void ReadHeader(const YamlNode& node);
  void ReadGrades(const YamlNode& node);
  void ReadLists(const YamlNode& node);
  void ReadParams(const YamlNode& node);
  void ReadParam(const std::string& name, const YamlNode& node);
  void ReadPatterns(const YamlNode& node);
  void ReadConditions(const YamlNode& node);
  void ReadUnless(const YamlNode& node);
  void ReadOutputs(const YamlNode& node);
  void ReadConfidence(const YamlNode& node);
  void ReadTests(const YamlNode& node);
  void ReadTest(const YamlNode& node);
  void ReadFix(const YamlNode& node);
  void ReadSurvives(const YamlNode& node, Reasons* reasons);
  void ReadClauses(const YamlNode& node, std::string_view key, std::vector<Clause>* clauses);
  const YamlNode* ClausePattern(const YamlNode& node);
  void FindJoins();
  void CheckProduct(const YamlNode& node);
  void CheckEnd(const YamlNode& node);

  // load_pattern.cpp
  int AddPattern(const std::string& alias, const YamlNode& node);
  YamlNode WithUse(const YamlNode& node, int depth);
  void ReadField(const YamlNode& key, const YamlNode& value, ItemKind kind, const FieldPath& prefix,
                 Pattern* pattern);
  void ReadDemands(const YamlNode& key, const YamlNode& ops, ItemKind kind, const FieldPath& prefix,
                   Pattern* pattern);
  bool ReadOp(const YamlNode& key, const YamlNode& value, const FieldPath& path,
              std::vector<Test>* tests);
  void AddWords(const YamlNode& node, const FieldPath& path, Test::Op op, std::vector<Test>* tests);
  void Bind(const YamlNode& node, const FieldPath& path, Pattern* pattern);
  void CheckWords(const YamlNode& at, const std::vector<std::string>& words,
                  const FieldSpec& field);
  std::vector<std::string> LexiconWords(const YamlNode& node);

  // load_condition.cpp
  std::vector<Condition> ReadWhere(const YamlNode* node);
  Condition ReadCondition(const YamlNode& node);
  void ReadArguments(const YamlNode& node, Condition* condition);
  void ReadArgument(const YamlNode& node, const ArgumentSpec& spec, Condition* condition);
  void ReadOps(const YamlNode& node, Condition* condition);
  Operand ReadOperand(const YamlNode& node);
  bool ReadNumber(const YamlNode& node, ArgumentType type, NumberOrParam* number);
  bool CheckParam(const YamlNode& node, std::string* param);

  // template.cpp
  Template ReadTemplate(const YamlNode& node, std::string_view text);
  std::vector<TemplatePart> ReadParts(const YamlNode& node, std::string_view text, size_t* at,
                                      const std::string& section, int inside);
  TemplatePart ReadPlaceholder(const YamlNode& node, std::string_view name, int inside);

  void Say(const YamlNode& at, std::string_view code, std::string message, std::string help = "");
  void SayOneOf(const YamlNode& at, std::string_view code, std::string_view what,
                std::string_view word, const std::vector<std::string>& allowed);
  void Expect(const YamlNode& at, std::string_view what, std::string_view form);

  std::string path_;
  const Library& library_;
  Diagnostics* diagnostics_;
  Rule rule_;
  std::vector<std::string> extras_;  // what the rule's conditions provide for messages
  int clause_ = -1;                  // the pattern of the clause that is being read
};

// Splits "a b c" at blanks.
std::vector<std::string> SplitWords(std::string_view words);
// A YAML node on one line, for messages.
std::string Flow(const YamlNode& node);
// True for "$UPPER".
bool IsVariable(std::string_view text);

// "implied", "exact", "2%", "50000".
bool IsTolerance(const std::string& text);
// What the value of a param must be where it is something else; "" where it fits.
std::string ParamProblem(const Rule& rule, const Param& param);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_LOADER_H_
