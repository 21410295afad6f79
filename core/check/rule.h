#ifndef CROSSCHECK_CORE_CHECK_RULE_H_
#define CROSSCHECK_CORE_CHECK_RULE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/yaml.h"
#include "core/check/fields.h"
#include "core/finding/finding.h"

namespace re2 {
class RE2;
}

namespace crosscheck {

struct ConditionSpec;
struct GuardSpec;

// Yes, no, or not enough to tell.
enum class Tri : uint8_t { kNo, kUnknown, kYes };
enum class OnUnknown : uint8_t { kSkip, kOpen, kMatch };
enum class From : uint8_t { kAny, kDraft, kSource };
enum class Scope : uint8_t { kAny, kAcross, kWithin, kSources };

// A number or word of a rule that a project may set.
struct Param {
  std::string name;
  std::string type;                // tolerance, number, integer, share, list, text, flag
  std::vector<std::string> value;  // one entry but for lists
  std::optional<double> min, max;
  std::string doc;
};

// A number that a rule gives outright or takes from a param.
struct NumberOrParam {
  double number = 0.0;
  std::string param;
};

// One demand of a pattern on a field of its item.
struct Test {
  enum class Op : uint8_t {
    kOneOf,
    kNoneOf,
    kExists,
    kMissing,
    kRegex,
    kLess,
    kAtMost,
    kMore,
    kAtLeast
  };
  FieldPath path;
  Op op = Op::kOneOf;
  std::vector<std::string> keys;
  NumberOrParam number;
  std::shared_ptr<const re2::RE2> regex;
  std::string text;  // as written, for `why`
};

// A pattern: which items it asks for. Patterns of `match` come first in a rule,
// then those of `collect`, `none` and `unless`.
struct Pattern {
  std::string alias;
  ItemKind kind = ItemKind::kClaim;
  From from = From::kAny;
  std::vector<Test> tests;
  std::vector<std::pair<int, FieldPath>> variables;  // index in Rule::variables
  std::string text;
  uint32_t line = 0;
};

// A place where a variable stands.
struct Site {
  int pattern = -1;
  FieldPath path;
};

struct Variable {
  std::string name;         // without the $
  std::vector<Site> sites;  // the first one binds, the others join
  int uses = 0;             // in conditions, messages, labels
  uint32_t line = 0;
};

// What a condition or a message speaks of: an item of a pattern, or a field.
struct Operand {
  int pattern = -1;
  FieldPath path;
  std::string text;
};

struct ConditionArgument {
  std::string name;
  std::vector<Operand> operands;
  std::vector<std::string> words;
  std::optional<NumberOrParam> number;  // also a tolerance in percent
  std::string param;                    // words come from a param
  std::vector<Test> tests;
};

struct Condition {
  enum class Kind : uint8_t { kTest, kAny, kAll, kNot };
  Kind kind = Kind::kTest;
  std::vector<Condition> parts;
  const ConditionSpec* spec = nullptr;
  std::vector<ConditionArgument> arguments;
  OnUnknown unknown = OnUnknown::kOpen;
  std::vector<int> patterns;  // all that it speaks of, sorted
  std::string text;           // one line, for `why`
  uint32_t line = 0;
};

// An equality of two fields of two patterns: the index join.
struct Join {
  Site left, right;
  bool context = false;  // times and places: unknown conflicts with nothing
};

// An absence, a set or an exception: at most one pattern and its conditions.
struct Clause {
  std::string name;
  int pattern = -1;
  std::vector<Condition> where;
  const GuardSpec* guard = nullptr;
  std::vector<Join> joins;
  bool of_match = false;  // a filter: its pattern is asked of the matched items themselves
};

struct TemplatePart {
  enum class Kind : uint8_t { kText, kValue, kSection, kInverted };
  Kind kind = Kind::kText;
  std::string text;      // the words, or the name of what is filled in
  Operand operand;       // kValue, and the thing a section asks for
  std::string function;  // "interval", "short", "count", "origins", "origin-list", "doc" …
  std::string extra;     // a value that a condition worked out: "sum", "diff"
  std::vector<TemplatePart> parts;
};
using Template = std::vector<TemplatePart>;

struct RuleLabel {
  Operand operand;
  Template text;
};

struct Reference {
  std::string title, url, page;
};

struct Fix {
  Operand replace;
  Template with;
  bool safe = false;
};

struct TestDocument {
  std::string name;  // "draft", "source/wire"
  std::string text;  // with [[a:…]] marks
  std::string date, publisher;
};

// Kinds of change (test_mutants.h) that a verdict need not follow, each with why.
using Reasons = std::vector<std::pair<std::string, std::string>>;

struct RuleTest {
  std::string name;
  std::vector<TestDocument> docs;
  std::vector<YamlNode> claims;
  std::string expect;   // fires, silent, open, todo-fires, todo-silent
  std::string message;  // with * for any words
  std::string severity;  // of one finding at least; "" = any
  std::vector<std::pair<std::string, std::string>> params;
  Reasons survives;
  uint32_t line = 0;
};

// A fact that a pack supplies with its source: who held which office, and when.
struct Fact {
  std::vector<std::string> of;     // of what, in all its written forms, folded
  std::string relation;            // folded: "chancellor"
  std::vector<std::string> value;  // who or what, in all written forms, folded
  std::string shown;               // the first written form, for messages
  DayInterval days;
  std::string source;
};
// Lists of facts by name. Files that give facts of one name add to one list.
using FactBase = std::map<std::string, std::vector<Fact>, std::less<>>;

// A rule after loading, all names resolved.
struct Rule {
  std::string id, summary, note, status = "stable", replaced_by;
  FindingKind finding = FindingKind::kNote;
  Severity severity = Severity::kWarning;
  std::optional<Severity> own_telling;  // where the draft tells its matter on its own
  double confidence = 0.6;
  std::optional<Operand> confidence_of;  // a number that scales it
  Template message, help;
  std::string help_text, message_text;
  std::vector<RuleLabel> labels;
  std::vector<std::string> tags, falsepositives, yields_to;
  std::vector<Reference> references;
  std::vector<Param> params;

  std::vector<Pattern> patterns;
  size_t matched = 0;  // how many patterns, from the front, are of `match`
  std::vector<Variable> variables;
  std::vector<Join> joins;  // among the patterns of `match`
  std::vector<Condition> where;
  std::vector<Clause> none, collect, unless;
  Scope scope = Scope::kAny;
  int primary = 0;
  int once = -1;  // one finding for each item of this pattern
  int near = 0;   // how many nearest misses of `none` the message may list
  bool allow_product = false;
  std::optional<Fix> fix;
  std::vector<RuleTest> tests;
  Reasons survives;                       // of all its tests
  std::shared_ptr<const FactBase> facts;  // of the whole set; may be null
  std::string path;                       // the file
  uint32_t line = 0;

  const Param* FindParam(std::string_view name) const;
  int PatternOf(std::string_view alias) const;  // -1 where there is none
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULE_H_
