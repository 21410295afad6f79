#include "core/check/fields.h"

#include <algorithm>
#include <array>

#include "core/base/nearest.h"
#include "core/check/fields/tables.h"

namespace crosscheck {

std::string_view ToString(ItemKind kind) {
  constexpr std::array<std::string_view, kItemKinds> kNames = {
      "claim",  "evidence", "end",  "quotation", "saying", "passage",
      "number", "when",     "role", "name",      "sum",    "document"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view ToString(ValueType type) {
  constexpr std::array<std::string_view, 7> kNames = {"text",   "word", "number", "flag",
                                                      "figure", "time", "item"};
  return kNames[static_cast<size_t>(type)];
}

std::vector<const FieldSpec*> FieldsOf(ItemKind kind) {
  std::vector<const FieldSpec*> all;
  for (const FieldSpec& field : fields::Own(kind)) all.push_back(&field);
  for (const FieldSpec& field : fields::Common(kind)) {
    const bool own = std::any_of(all.begin(), all.end(),
                                 [&field](const FieldSpec* f) { return f->name == field.name; });
    if (!own) all.push_back(&field);
  }
  return all;
}

const FieldSpec* FindField(ItemKind kind, std::string_view name) {
  for (const FieldSpec* field : FieldsOf(kind)) {
    if (field->name == name) return field;
  }
  return nullptr;
}

const FieldSpec* MainField(ItemKind kind) {
  const std::span<const FieldSpec> own = fields::Own(kind);
  return own.empty() ? nullptr : &own.front();
}

std::vector<const HopSpec*> HopsOf(ItemKind from) {
  std::vector<const HopSpec*> hops;
  for (const HopSpec& hop : fields::AllHops()) {
    if (hop.from == from) hops.push_back(&hop);
  }
  return hops;
}

const HopSpec* FindHop(ItemKind from, std::string_view name) {
  for (const HopSpec& hop : fields::AllHops()) {
    if (hop.from == from && hop.name == name) return &hop;
  }
  return nullptr;
}

std::string FieldPath::Text() const {
  std::string text;
  for (const HopSpec* hop : hops) {
    if (!text.empty()) text += '.';
    text += hop->name;
  }
  if (field != nullptr) {
    if (!text.empty()) text += '.';
    text += field->name;
  }
  return text;
}

namespace {

std::string UnknownName(ItemKind kind, std::string_view name) {
  std::vector<std::string> names;
  for (const FieldSpec* field : FieldsOf(kind)) names.emplace_back(field->name);
  for (const HopSpec* hop : HopsOf(kind)) names.emplace_back(hop->name);
  const std::string nearest = Nearest(name, names);
  std::string error =
      "a " + std::string(ToString(kind)) + " has no field '" + std::string(name) + "'";
  if (!nearest.empty()) return error + "; did you mean '" + nearest + "'?";
  error += "; it has";
  for (size_t i = 0; i < names.size(); ++i) error += (i == 0 ? " " : ", ") + names[i];
  return error;
}

}  // namespace

FieldPath ResolvePath(ItemKind kind, std::string_view dotted, std::string* error) {
  FieldPath path;
  error->clear();
  ItemKind at = kind;
  while (!dotted.empty()) {
    const size_t dot = dotted.find('.');
    const std::string_view name = dotted.substr(0, dot);
    const bool last = dot == std::string_view::npos;
    dotted = last ? std::string_view() : dotted.substr(dot + 1);
    const FieldSpec* field = last ? FindField(at, name) : nullptr;
    if (field != nullptr) {
      path.field = field;
      return path;
    }
    const HopSpec* hop = FindHop(at, name);
    if (hop == nullptr && at == ItemKind::kEnd) {  // an end stands for its claim
      hop = FindHop(at, "claim");
      path.hops.push_back(hop);
      at = hop->to;
      field = last ? FindField(at, name) : nullptr;
      if (field != nullptr) {
        path.field = field;
        return path;
      }
      hop = FindHop(at, name);
    }
    if (hop == nullptr) {
      *error = UnknownName(at, name);
      return path;
    }
    path.hops.push_back(hop);
    at = hop->to;
  }
  return path;
}

}  // namespace crosscheck
