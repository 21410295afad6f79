// Messages: {{a.figure}}, {{E}}, sections {{#who}} … {{/who}}, {{^who}} … {{/who}}.
// Every placeholder is resolved when the rule is loaded, so that one that could
// never be filled is an error there and not a gap in a report.
#include <algorithm>
#include <set>

#include "core/check/conditions/shared.h"
#include "core/check/loader.h"
#include "core/check/message.h"

namespace crosscheck {
namespace {

const std::vector<std::string> kFunctions = {"text", "key", "interval", "short", "doc", "unit"};
const std::vector<std::string> kSetFunctions = {"count", "origins", "origin-list", "documents"};

bool IsOneOf(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Template RuleReader::ReadTemplate(const YamlNode& node, std::string_view text) {
  size_t at = 0;
  return ReadParts(node, text, &at, "", -1);
}

// Sections nest only as deep as the template writes them; a rule is small.
std::vector<TemplatePart> RuleReader::ReadParts(const YamlNode& node, std::string_view text,
                                                size_t* at, const std::string& section,
                                                int inside) {
  std::vector<TemplatePart> parts;
  while (*at < text.size()) {
    const size_t open = text.find("{{", *at);
    if (open != *at) {
      TemplatePart literal;
      literal.text = text.substr(*at, open == std::string_view::npos ? open : open - *at);
      parts.push_back(std::move(literal));
    }
    if (open == std::string_view::npos) {
      *at = text.size();
      break;
    }
    const size_t close = text.find("}}", open);
    if (close == std::string_view::npos) {
      Say(node, "rule.template", "'{{' is never closed");
      *at = text.size();
      return parts;
    }
    std::string name(text.substr(open + 2, close - open - 2));
    *at = close + 2;
    if (name.starts_with('/')) {
      if (name.substr(1) != section)
        Say(node, "rule.template", "'{{" + name + "}}' closes no open section");
      return parts;
    }
    const bool opens = name.starts_with('#') || name.starts_with('^');
    TemplatePart part =
        ReadPlaceholder(node, opens ? std::string_view(name).substr(1) : name, inside);
    if (opens) {
      part.kind =
          name.front() == '#' ? TemplatePart::Kind::kSection : TemplatePart::Kind::kInverted;
      const bool set = part.operand.pattern >= static_cast<int>(rule_.matched) &&
                       part.operand.path.field == nullptr;
      part.parts = ReadParts(node, text, at, name.substr(1), set ? part.operand.pattern : inside);
    }
    parts.push_back(std::move(part));
  }
  if (!section.empty() &&
      (text.size() < section.size() + 5 ||
       text.substr(0, *at).find("{{/" + section + "}}") == std::string_view::npos)) {
    Say(node, "rule.template", "section '{{#" + section + "}}' is never closed");
  }
  return parts;
}

TemplatePart RuleReader::ReadPlaceholder(const YamlNode& node, std::string_view name, int inside) {
  TemplatePart part;
  part.kind = TemplatePart::Kind::kValue;
  part.text = name;
  const size_t dot = name.find('.');
  const std::string head(name.substr(0, dot));
  std::string rest(dot == std::string_view::npos ? "" : name.substr(dot + 1));
  if (IsOneOf(extras_, head)) {
    part.extra = head;
    part.function = rest;
    return part;
  }
  for (Variable& variable : rule_.variables) {
    if (variable.name != head) continue;
    ++variable.uses;
    part.operand = {variable.sites.front().pattern, variable.sites.front().path, head};
    part.function = rest;
    if (!rest.empty() && !IsOneOf(kFunctions, rest))
      SayOneOf(node, "rule.template", "part of a value", rest, kFunctions);
    return part;
  }
  int pattern =
      head == "near" && !rule_.none.empty() ? rule_.none.front().pattern : rule_.PatternOf(head);
  if (pattern < 0 && inside >= 0) {  // a bare field of the section's item
    pattern = inside;
    rest = name;
  }
  if (pattern < 0) {
    std::vector<std::string> names;
    for (const Variable& variable : rule_.variables) names.push_back(variable.name);
    for (const Pattern& p : rule_.patterns) names.push_back(p.alias);
    SayOneOf(node, "rule.template", "placeholder", name, names);
    return part;
  }
  part.operand.pattern = pattern;
  if (rest.empty()) return part;
  const bool set = pattern >= static_cast<int>(rule_.matched);
  if (set && IsOneOf(kSetFunctions, rest)) {
    part.function = rest;
    return part;
  }
  std::string error;
  const ItemKind kind = rule_.patterns[static_cast<size_t>(pattern)].kind;
  part.operand.path = ResolvePath(kind, rest, &error);
  if (error.empty()) return part;
  const size_t last = rest.rfind('.');
  const std::string function = last == std::string::npos ? rest : rest.substr(last + 1);
  std::string shorter;
  if (IsOneOf(kFunctions, function)) {
    part.operand.path =
        ResolvePath(kind, last == std::string::npos ? "" : rest.substr(0, last), &shorter);
    part.function = function;
    if (shorter.empty()) return part;
  }
  Say(node, "rule.template", "'{{" + std::string(name) + "}}' cannot be filled: " + error);
  return part;
}

namespace {

std::string Short(const std::string& text) {
  constexpr size_t kBytes = 60;
  if (text.size() <= kBytes) return text;
  size_t end = text.rfind(' ', kBytes);
  if (end == std::string::npos || end == 0) end = kBytes;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(0, end) + " …";
}

class Filler {
 public:
  Filler(const World& world, const Rule& rule, const std::map<std::string, Value>& extras)
      : world_(world), rule_(rule), extras_(extras) {}

  std::string Fill(const std::vector<TemplatePart>& parts, const Binding& binding) const {
    std::string out;
    for (const TemplatePart& part : parts) {
      switch (part.kind) {
        case TemplatePart::Kind::kText:
          out += part.text;
          break;
        case TemplatePart::Kind::kValue:
          out += OneValue(part, binding);
          break;
        case TemplatePart::Kind::kSection:
        case TemplatePart::Kind::kInverted:
          out += Section(part, binding);
          break;
      }
    }
    return out;
  }

 private:
  Item ItemOf(const Operand& operand, const Binding& binding) const {
    const size_t p = static_cast<size_t>(operand.pattern);
    return {rule_.patterns[p].kind, binding.items[p]};
  }

  bool IsSet(const TemplatePart& part, const Binding& binding) const {
    return part.extra.empty() && part.operand.pattern >= static_cast<int>(rule_.matched) &&
           part.operand.path.field == nullptr &&
           binding.items[static_cast<size_t>(part.operand.pattern)] == kNoItem;
  }

  std::string Section(const TemplatePart& part, const Binding& binding) const {
    const bool inverted = part.kind == TemplatePart::Kind::kInverted;
    if (!IsSet(part, binding)) {
      const bool known = ValueOf(part, binding).known;
      return known != inverted ? Fill(part.parts, binding) : "";
    }
    const size_t p = static_cast<size_t>(part.operand.pattern);
    const std::vector<uint32_t>& set = binding.sets[p];
    if (inverted) return set.empty() ? Fill(part.parts, binding) : "";
    std::string out;
    Binding inner = binding;
    for (const uint32_t index : set) {
      inner.items[p] = index;
      out += Fill(part.parts, inner);
    }
    return out;
  }

  Value ValueOf(const TemplatePart& part, const Binding& binding) const {
    if (!part.extra.empty()) {
      const auto found = extras_.find(part.extra);
      return found == extras_.end() ? Value() : found->second;
    }
    if (part.operand.pattern < 0) return {};
    const Item item = world_.Follow(ItemOf(part.operand, binding), part.operand.path);
    if (!item.valid()) return {};
    if (part.operand.path.field != nullptr) return part.operand.path.field->get(world_, item.index);
    Value v;
    v.known = true;
    v.document = world_.DocumentOf(item);
    v.range = world_.RangeOf(item);
    v.text = std::string(world_.WordsOf(item));
    return v;
  }

  std::string OfSet(const TemplatePart& part, const Binding& binding) const {
    const size_t p = static_cast<size_t>(part.operand.pattern);
    const std::vector<uint32_t>& set = binding.sets[p];
    if (part.function.empty() || part.function == "count") return std::to_string(set.size());
    std::set<std::string> names;
    for (const uint32_t index : set) {
      const Item item = World::CountsAs({rule_.patterns[p].kind, index});
      names.insert(world_.DocumentName(part.function == "documents" ? world_.DocumentOf(item)
                                                                    : world_.OriginOf(item)));
    }
    if (part.function == "origins") return std::to_string(names.size());
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
  }

  std::string OneValue(const TemplatePart& part, const Binding& binding) const {
    if (IsSet(part, binding)) return OfSet(part, binding);
    const Value value = ValueOf(part, binding);
    if (!value.known) return "?";
    if (part.function == "interval" && value.figure != nullptr) return IntervalText(*value.figure);
    if (part.function == "unit" && value.figure != nullptr) return value.figure->unit;
    if (part.function == "key") return value.key;
    if (part.function == "short") return Short(value.text);
    if (part.function == "doc" && value.document != kNoItem)
      return world_.DocumentName(value.document);
    return value.text;
  }

  const World& world_;
  const Rule& rule_;
  const std::map<std::string, Value>& extras_;
};

}  // namespace

std::string Fill(const World& world, const Rule& rule, const Template& parts,
                 const Binding& binding, const std::map<std::string, Value>& extras) {
  return Filler(world, rule, extras).Fill(parts, binding);
}

}  // namespace crosscheck
