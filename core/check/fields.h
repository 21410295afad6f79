#ifndef CROSSCHECK_CORE_CHECK_FIELDS_H_
#define CROSSCHECK_CORE_CHECK_FIELDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/claim/claim.h"

namespace crosscheck {

class World;

// What a pattern can ask for. kEnd is one side of an evidence; it is reached
// through `draft` and `source` and never matched by itself.
enum class ItemKind : uint8_t {
  kClaim,
  kEvidence,
  kEnd,
  kQuotation,
  kSaying,
  kPassage,
  kNumber,
  kMoment,
  kRole,
  kName,
  kSum,
  kDocument,
};
constexpr size_t kItemKinds = 12;
// "claim", "evidence" …: the key of a pattern that asks for the kind.
std::string_view ToString(ItemKind kind);

constexpr uint32_t kNoItem = 0xffffffffu;

// The number of a thing among its kind (World numbers them).
struct Item {
  ItemKind kind = ItemKind::kClaim;
  uint32_t index = kNoItem;

  bool valid() const { return index != kNoItem; }
  auto operator<=>(const Item&) const = default;
};

enum class ValueType : uint8_t { kText, kWord, kNumber, kFlag, kFigure, kTime, kItem };
std::string_view ToString(ValueType type);

// What a field of an item holds. Unknown is not a default.
struct Value {
  bool known = false;
  ValueType type = ValueType::kText;
  std::string key;      // what equality compares
  std::string text;     // what messages print
  double number = 0.0;  // numbers and flags
  const Figure* figure = nullptr;
  const TimeExpression* time = nullptr;
  const Entity* entity = nullptr;
  uint32_t document = kNoItem;  // where it stands, if it stands anywhere
  TextRange range;
};

// One field of a kind of item: the single description that patterns, the JSON
// schema, the reference page and completion are made from.
struct FieldSpec {
  ItemKind kind;
  std::string_view name;
  ValueType type;
  bool context;             // a time, a place: missing in one text, it conflicts with nothing
  std::string_view values;  // allowed words, separated by blanks; "" = any
  std::string_view doc;
  Value (*get)(const World& world, uint32_t index);
};
// The fields of a kind: its own and those that every kind has, in the order in
// which they are printed.
std::vector<const FieldSpec*> FieldsOf(ItemKind kind);
const FieldSpec* FindField(ItemKind kind, std::string_view name);
// The field that the key of a pattern's kind itself tests ("evidence: figure-rival").
const FieldSpec* MainField(ItemKind kind);

// A step from an item to one that belongs to it: an evidence's `draft`, a
// claim's `figure`.
struct HopSpec {
  ItemKind from;
  std::string_view name;
  ItemKind to;
  std::string_view doc;
  Item (*go)(const World& world, uint32_t index);
};
const HopSpec* FindHop(ItemKind from, std::string_view name);
std::vector<const HopSpec*> HopsOf(ItemKind from);

// Hops and then a field; no field = the item itself.
struct FieldPath {
  std::vector<const HopSpec*> hops;
  const FieldSpec* field = nullptr;

  std::string Text() const;  // "draft.modality"
};

// Resolves "draft.modality" on a kind of item. Empty `error` on success; else
// what is wrong, with the nearest name.
FieldPath ResolvePath(ItemKind kind, std::string_view dotted, std::string* error);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_FIELDS_H_
