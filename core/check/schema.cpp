#include "core/check/schema.h"

#include <nlohmann/json.hpp>

#include "core/check/condition.h"
#include "core/check/guard.h"
#include "core/check/loader.h"
#include "core/check/synthetic.h"
#include "core/check/test_mutants.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

using Json = nlohmann::ordered_json;

constexpr ItemKind kPatternKinds[] = {ItemKind::kClaim,  ItemKind::kEvidence, ItemKind::kQuotation,
                                      ItemKind::kSaying, ItemKind::kPassage,  ItemKind::kNumber,
                                      ItemKind::kMoment, ItemKind::kRole,     ItemKind::kName,
                                      ItemKind::kSum,    ItemKind::kDocument};

const char kAlias[] = "^[a-z][a-z0-9_]*$";
const char kVariable[] = "^\\$[A-Z][A-Z0-9_]*$";
const char kOperand[] = "^(\\$[A-Z][A-Z0-9_]*|[a-z][a-z0-9_]*(\\.[a-z][a-z-]*)*)$";
const char kIdOrPack[] = "^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*$";
const char kIdPattern[] = "^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$";

Json Ref(const std::string& name) { return {{"$ref", "#/definitions/" + name}}; }
Json Text() { return {{"type", "string"}, {"minLength", 1}}; }
Json Plain() { return {{"type", Json::array({"string", "number", "boolean"})}}; }
Json Matching(const char* regex) { return {{"type", "string"}, {"pattern", regex}}; }
Json Enum(const std::vector<std::string>& words) { return {{"enum", words}}; }
Json ListOf(Json item, int least = 0) {
  Json list = {{"type", "array"}, {"items", std::move(item)}};
  if (least > 0) list["minItems"] = least;
  return list;
}
Json Map(Json properties, Json required = Json::array()) {
  Json map = {
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) map["required"] = std::move(required);
  return map;
}
Json MapOf(Json value, const char* names = nullptr) {
  Json map = {{"type", "object"}, {"additionalProperties", std::move(value)}, {"minProperties", 1}};
  if (names != nullptr) map["propertyNames"] = {{"pattern", names}};
  return map;
}

std::vector<std::string> WordsOf(const FieldSpec& field) {
  std::vector<std::string> words = SplitWords(field.values);
  if (field.kind == ItemKind::kEvidence && field.name == "evidence") {
    for (const EvidenceKind& kind : EvidenceKinds()) words.emplace_back(kind.name);
  }
  if (field.kind == ItemKind::kSum && field.name == "sum") {
    for (int k = 0; k <= static_cast<int>(kLastArithmeticKind); ++k)
      words.emplace_back(ToString(static_cast<ArithmeticKind>(k)));
  }
  return words;
}

// true and false are booleans to YAML, words to us.
Json OneWord(const FieldSpec& field) {
  if (field.type == ValueType::kFlag) return {{"type", "boolean"}};
  const std::vector<std::string> words = WordsOf(field);
  if (!words.empty()) return Enum(words);
  return {{"type", Json::array({"string", "number", "boolean"})},
          {"not", {{"type", "string"}, {"pattern", "^\\$"}}}};
}

// Field names of a kind, those of an end's claim included.
std::string FieldRef(ItemKind kind, std::string_view name) {
  return std::string(ToString(kind)) + "." + std::string(name);
}

void AddSubfields(ItemKind kind, Json* properties) {
  for (const FieldSpec* field : FieldsOf(kind))
    (*properties)[std::string(field->name)] = Ref(FieldRef(kind, field->name));
  for (const HopSpec* hop : HopsOf(kind)) {
    if (!properties->contains(std::string(hop->name)))
      (*properties)[std::string(hop->name)] = Ref(FieldRef(kind, hop->name));
  }
  if (kind != ItemKind::kEnd) return;
  Json claim = Json::object();
  AddSubfields(ItemKind::kClaim, &claim);
  for (auto& [name, value] : claim.items()) {
    if (!properties->contains(name)) (*properties)[name] = value;
  }
}

Json Demands(ItemKind kind, std::string_view name, const FieldSpec* field, const HopSpec* hop) {
  Json properties = Json::object();
  if (field != nullptr) {
    const Json word = OneWord(*field);
    const Json words = {{"anyOf", Json::array({word, ListOf(word, 1)})}};
    properties["bind"] = Matching(kVariable);
    properties["one-of"] = words;
    properties["eq"] = words;
    properties["not"] = words;
    properties["lexicon"] = Text();
    properties["regex"] = Text();
    properties["exists"] = {{"type", "boolean"}};
    if (field->type == ValueType::kNumber || field->type == ValueType::kFigure) {
      for (const char* op : {"gt", "gte", "lt", "lte"}) properties[op] = Ref("number");
    }
    if (FindField(kind, std::string(name) + "-resolved") != nullptr)
      properties["resolved"] = {{"type", "boolean"}};
  }
  if (hop != nullptr) AddSubfields(hop->to, &properties);
  Json demands = Map(std::move(properties));
  demands["minProperties"] = 1;
  return demands;
}

Json FieldSchema(ItemKind kind, std::string_view name, const FieldSpec* field, const HopSpec* hop) {
  Json forms = Json::array();
  if (field != nullptr) {
    forms.push_back(Ref("variable"));
    forms.push_back(OneWord(*field));
    forms.push_back(ListOf(OneWord(*field), 1));
  }
  forms.push_back(Demands(kind, name, field, hop));
  return {{"description", std::string(field != nullptr ? field->doc : hop->doc)},
          {"anyOf", std::move(forms)}};
}

void AddFields(ItemKind kind, Json* definitions) {
  for (const FieldSpec* field : FieldsOf(kind))
    (*definitions)[FieldRef(kind, field->name)] =
        FieldSchema(kind, field->name, field, FindHop(kind, field->name));
  for (const HopSpec* hop : HopsOf(kind)) {
    if (FindField(kind, hop->name) == nullptr)
      (*definitions)[FieldRef(kind, hop->name)] = FieldSchema(kind, hop->name, nullptr, hop);
  }
}

Json PatternSchema(ItemKind kind) {
  Json properties = Json::object();
  properties["use"] = {{"type", "string"}, {"description", "a named pattern whose keys are added"}};
  properties["from"] = {{"enum", {"draft", "source", "any"}},
                        {"description", "on which side it must stand; any unless said"}};
  AddSubfields(kind, &properties);
  if (kind == ItemKind::kClaim) {
    Json map = Map(std::move(properties));
    map["minProperties"] = 1;
    return map;
  }
  // The kind's own key also takes `any`.
  const std::string key(ToString(kind));
  const std::string main(MainField(kind)->name);
  properties[key] = {{"description", std::string(MainField(kind)->doc)},
                     {"anyOf", Json::array({Ref(FieldRef(kind, main)), Json{{"const", "any"}}})}};
  return Map(std::move(properties), Json::array({key}));
}

Json ArgumentSchema(const ArgumentSpec& argument) {
  const Json operand = Ref("operand");
  const Json param = Ref("param-of");
  const std::vector<std::string> words = SplitWords(argument.values);
  Json schema;
  switch (argument.type) {
    case ArgumentType::kValues:
      schema = {{"type", "array"}, {"items", operand}, {"minItems", 2}, {"maxItems", 2}};
      break;
    case ArgumentType::kItems:
      schema = ListOf(operand, 2);
      break;
    case ArgumentType::kValue:
    case ArgumentType::kItem:
      schema = operand;
      break;
    case ArgumentType::kSet:
      schema = Matching(kAlias);
      break;
    case ArgumentType::kNumber:
    case ArgumentType::kShare:
      schema = Ref("number");
      break;
    case ArgumentType::kTolerance:
      schema = Ref("tolerance");
      break;
    default: {
      const Json word = words.empty() ? Plain() : Enum(words);
      schema = {{"anyOf", Json::array({word, ListOf(word, 1), param})}};
    }
  }
  return {{"description", std::string(argument.doc)}, {"allOf", Json::array({schema})}};
}

Json ConditionSchema() {
  Json properties = Json::object();
  for (const char* list : {"any", "all"}) properties[list] = ListOf(Ref("condition"), 1);
  properties["not"] = {{"anyOf", Json::array({Ref("condition"), ListOf(Ref("condition"), 1)})}};
  for (const ConditionSpec* spec : Conditions()) {
    Json arguments = Json::object(), required = Json::array();
    bool ops = false;
    for (const ArgumentSpec& argument : spec->arguments) {
      if (argument.type == ArgumentType::kOps) {
        ops = true;
        continue;
      }
      arguments[std::string(argument.name)] = ArgumentSchema(argument);
      if (argument.required) required.push_back(std::string(argument.name));
    }
    if (ops) {
      for (const char* op : {"one-of", "eq", "not"})
        arguments[op] = {{"anyOf", Json::array({Plain(), ListOf(Plain(), 1)})}};
      for (const char* op : {"lexicon", "regex"}) arguments[op] = Text();
      for (const char* op : {"gt", "gte", "lt", "lte"}) arguments[op] = Ref("number");
      arguments["exists"] = {{"type", "boolean"}};
    }
    arguments["unknown"] = {
        {"enum", {"skip", "open", "match"}},
        {"description",
         "what counts where it cannot be told: skip = no, open = neither, match = yes"}};
    Json one = Map(std::move(arguments), std::move(required));
    if (ops) one["minProperties"] = 2;
    one["description"] = std::string(spec->doc) + "\n\n" + std::string(spec->example);
    properties[std::string(spec->name)] = std::move(one);
  }
  Json condition = Map(std::move(properties));
  condition["minProperties"] = 1;
  condition["maxProperties"] = 1;
  return condition;
}

// claim: or find: with a pattern, and what else the clause may hold.
Json ClauseSchema(Json properties, Json required, bool pattern_required) {
  properties["claim"] = Ref("pattern");
  properties["find"] = Ref("pattern");
  properties["where"] = Ref("where");
  Json clause = Map(std::move(properties), std::move(required));
  if (pattern_required)
    clause["oneOf"] = Json::array({Json{{"required", {"claim"}}}, Json{{"required", {"find"}}}});
  return clause;
}

Json UnlessSchema() {
  std::vector<std::string> guards;
  std::string docs;
  for (const GuardSpec& guard : Guards()) {
    guards.emplace_back(guard.name);
    docs += std::string(guard.name) + ": " + std::string(guard.doc) + "\n";
  }
  Json exception =
      ClauseSchema({{"name", Text()}, {"as", Matching(kAlias)}}, Json::array({"name"}), false);
  exception["anyOf"] = Json::array(
      {Json{{"required", {"where"}}}, Json{{"required", {"claim"}}}, Json{{"required", {"find"}}}});
  return ListOf({{"description", docs}, {"anyOf", Json::array({Enum(guards), exception})}});
}

Json SurvivesSchema() {
  Json schema = {{"type", "object"}, {"additionalProperties", false}};
  for (const MutantKind& kind : MutantKinds())
    schema["properties"][std::string(kind.name)] = {
        {"type", "string"}, {"minLength", 1}, {"description", std::string(kind.doc)}};
  return schema;
}

Json TestSchema() {
  Json claim = Json::object();
  for (const std::string& key : SyntheticKeys()) claim[key] = Plain();
  claim["from"] = Enum({"draft", "source"});
  claim["polarity"] = Enum({"affirmed", "denied"});
  claim["modality"] = Enum(SplitWords(FindField(ItemKind::kClaim, "modality")->values));
  Json doc = {{"anyOf", Json::array({Text(), Map({{"text", Text()},
                                                  {"date", Matching("^\\d{4}-\\d{2}-\\d{2}$")},
                                                  {"publisher", Text()}},
                                                 Json::array({"text"}))})}};
  Json test = Map({{"name", Text()},
                   {"docs", MapOf(doc, "^((draft|source)(/.+)?|text/.+)$")},
                   {"claims", ListOf(Map(std::move(claim)), 1)},
                   {"expect", Enum({"fires", "silent", "open", "todo-fires", "todo-silent"})},
                   {"message",
                    {{"type", "string"},
                     {"description", "what the message must be like; * stands for any words"}}},
                   {"severity", Enum({"error", "warning", "info", "hint"})},
                   {"params", {{"type", "object"}}},
                   {"survives", SurvivesSchema()}},
                  Json::array({"expect"}));
  test["oneOf"] = Json::array({Json{{"required", {"docs"}}}, Json{{"required", {"claims"}}}});
  return test;
}

Json ParamSchema() {
  return Map({{"type", Enum({"tolerance", "number", "integer", "share", "list", "text", "flag"})},
              {"default", Json::object()},
              {"min", Ref("plain-number")},
              {"max", Ref("plain-number")},
              {"doc", Text()}},
             Json::array({"type", "default"}));
}

Json RuleSchema() {
  Json p = Json::object();
  p["id"] = {
      {"type", "string"}, {"pattern", kIdPattern}, {"description", "pack.name, as in figures.conflict"}};
  p["finding"] = {
      {"enum", {"contradiction", "tension", "drift", "unsupported", "agreement", "note"}},
      {"description",
       "contradiction: cannot both hold; tension: one more fact would settle it; drift: same "
       "content, other force; unsupported: no source carries it"}};
  p["severity"] = Enum({"error", "warning", "info", "hint", "off"});
  p["own-telling"] = p["severity"];
  p["confidence"] = {
      {"anyOf", Json::array({Enum({"high", "medium", "low"}),
                             Json{{"type", "number"}, {"minimum", 0}, {"maximum", 1}},
                             Map({{"of", Matching("^[a-z][a-z0-9_]*(\\.[a-z][a-z-]*)+$")},
                                  {"times", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}}},
                                 Json::array({"of", "times"}))})}};
  p["status"] = Enum({"stable", "test", "experimental", "deprecated"});
  p["replaced-by"] = Matching(kIdPattern);
  p["summary"] = {{"type", "string"}, {"minLength", 1}, {"maxLength", 140}};
  for (const char* key : {"note", "help", "message"}) p[key] = Text();
  p["labels"] =
      MapOf({{"type", "string"}}, "^(\\$[A-Z][A-Z0-9_]*|[a-z][a-z0-9_]*(\\.[a-z][a-z-]*)*)$");
  p["references"] =
      ListOf(Map({{"title", Text()}, {"url", Text()}, {"page", Plain()}}, Json::array({"title"})));
  for (const char* key : {"falsepositives", "tags"}) p[key] = ListOf(Plain());
  p["params"] = MapOf(Ref("param"), "^[a-z][a-z0-9-]*$");
  p["scope"] = {
      {"enum", {"any", "across", "within", "sources"}},
      {"description",
       "across: two documents or more; within: one; sources: may speak of sources alone"}};
  p["primary"] = p["once"] = Matching(kAlias);
  p["yields-to"] = ListOf(Matching(kIdPattern));
  p["match"] = MapOf(Ref("pattern"), kAlias);
  p["collect"] = MapOf(ClauseSchema(Json::object(), Json::array(), true), kAlias);
  p["where"] = Ref("where");
  p["none"] = ListOf(ClauseSchema({{"as", Matching(kAlias)}}, Json::array(), true));
  p["unless"] = UnlessSchema();
  p["near"] = {{"type", "integer"}, {"minimum", 0}};
  p["fix"] =
      Map({{"replace", Matching(kOperand)}, {"with", Text()}, {"safe", {{"type", "boolean"}}}},
          Json::array({"replace", "with"}));
  p["allow-product"] = {{"type", "boolean"}};
  p["tests"] = ListOf(TestSchema(), 2);
  p["survives"] = SurvivesSchema();
  Json rule =
      Map(std::move(p),
          Json::array({"id", "finding", "severity", "summary", "match", "message", "tests"}));
  rule["if"] = {{"properties", {{"status", {{"const", "deprecated"}}}}}, {"required", {"status"}}};
  rule["then"] = {{"required", {"replaced-by"}}};
  return rule;
}

Json FilterSchema() {
  return Map({{"id", Text()},
              {"rules", ListOf(Matching(kIdOrPack), 1)},
              {"reason", Text()},
              {"until", Matching("^\\d{4}-\\d{2}-\\d{2}$")},
              {"when", Map({{"claim", Ref("pattern")}}, Json::array({"claim"}))}},
             Json::array({"id", "rules", "reason", "when"}));
}

Json FactSchema() {
  const Json names = {{"anyOf", Json::array({Text(), ListOf(Text(), 1)})}};
  const char day[] = "^\\d{4}-\\d{2}-\\d{2}$";
  return Map({{"of", names},
              {"relation", Text()},
              {"value", names},
              {"from", Matching(day)},
              {"until", Matching(day)},
              {"source", Text()}},
             Json::array({"of", "relation", "value", "source"}));
}

}  // namespace

std::string RulesSchema() {
  Json d = Json::object();
  d["variable"] = Matching(kVariable);
  d["operand"] = Matching(kOperand);
  d["param-of"] = Map({{"param", Text()}}, Json::array({"param"}));
  d["plain-number"] = {
      {"anyOf", Json::array({Json{{"type", "number"}}, Matching("^-?\\d+(\\.\\d+)?%$")})}};
  d["number"] = {{"anyOf", Json::array({Ref("plain-number"), Ref("param-of")})}};
  d["tolerance"] = {
      {"anyOf", Json::array({Matching("^(implied|exact|\\d+(\\.\\d+)?%?)$"),
                             Json{{"type", "number"}, {"minimum", 0}}, Ref("param-of")})}};
  d["where"] = ListOf(Ref("condition"), 1);
  d["condition"] = ConditionSchema();
  Json patterns = Json::array();
  for (const ItemKind kind : kPatternKinds) {
    d[std::string(ToString(kind)) + "-pattern"] = PatternSchema(kind);
    patterns.push_back(Ref(std::string(ToString(kind)) + "-pattern"));
    AddFields(kind, &d);
  }
  AddFields(ItemKind::kEnd, &d);
  d["pattern"] = {{"anyOf", std::move(patterns)}};
  d["param"] = ParamSchema();
  d["rule"] = RuleSchema();
  Json root = {{"$schema", "http://json-schema.org/draft-07/schema#"},
               {"title", "crosscheck rule file, format 1"}};
  Json file = Map({{"crosscheck", {{"enum", {1}}, {"description", "the format of this file"}}},
                   {"imports", ListOf(Text())},
                   {"lexicons", {{"type", "object"}, {"additionalProperties", ListOf(Plain())}}},
                   {"patterns", {{"type", "object"}, {"additionalProperties", Ref("pattern")}}},
                   {"facts", {{"type", "object"}, {"additionalProperties", ListOf(FactSchema())}}},
                   {"rules", ListOf(Ref("rule"))},
                   {"filters", ListOf(FilterSchema())}},
                  Json::array({"crosscheck"}));
  root.update(file);
  root["definitions"] = std::move(d);
  return root.dump(1) + "\n";
}

}  // namespace crosscheck
