// Conditions on where things stand: documents, sentences, origins, items.
#include <algorithm>
#include <set>

#include "core/check/conditions/shared.h"

namespace crosscheck {
namespace {

constexpr ArgumentSpec kItems[] = {
    {"claims", ArgumentType::kItems, true, "", "two or more patterns, or ends of an evidence"},
};

// Calls `differ` on neighbours; a collected set stands for each of its items.
template <typename F>
Tri AllAlike(const Question& q, F key) {
  std::set<uint64_t> keys;
  for (size_t i = 0; i < q.Count("claims"); ++i) {
    const Item item = q.ItemOf("claims", i);
    if (!item.valid()) return Tri::kUnknown;
    keys.insert(key(item));
  }
  return ToTri(keys.size() <= 1);
}

Tri TestSameDocument(const Question& q) {
  return AllAlike(q, [&q](Item item) { return q.world.DocumentOf(item); });
}
Tri TestDifferentDocument(const Question& q) {
  std::set<uint32_t> documents;
  for (size_t i = 0; i < q.Count("claims"); ++i) {
    const Item item = q.ItemOf("claims", i);
    if (!item.valid()) return Tri::kUnknown;
    if (!documents.insert(q.world.DocumentOf(item)).second) return Tri::kNo;
  }
  return Tri::kYes;
}
Tri TestSameSentence(const Question& q) {
  return AllAlike(q, [&q](Item item) {
    const uint64_t document = q.world.DocumentOf(item);
    return document << 32 |
           q.world.SentenceAt(static_cast<uint32_t>(document), q.world.RangeOf(item).start);
  });
}
Tri TestIndependent(const Question& q) {
  std::set<uint32_t> origins;
  for (size_t i = 0; i < q.Count("claims"); ++i) {
    const Item item = q.ItemOf("claims", i);
    if (!item.valid()) return Tri::kUnknown;
    if (!origins.insert(q.world.OriginOf(item)).second) return Tri::kNo;
  }
  return Tri::kYes;
}

// An end of an evidence is the claim that it stands for.
Item AsClaim(const World& world, Item item) {
  if (item.kind != ItemKind::kEnd || !item.valid()) return item;
  const Evidence& e = world.graph().evidence()[item.index / 2];
  const ClaimId claim = item.index % 2 == 1 ? e.source : e.draft;
  return {ItemKind::kClaim, claim.valid() ? claim.index : kNoItem};
}
Tri TestSameItem(const Question& q) {
  std::set<Item> items;
  for (size_t i = 0; i < q.Count("claims"); ++i) {
    const Item item = AsClaim(q.world, q.ItemOf("claims", i));
    if (!item.valid()) return Tri::kNo;
    items.insert(item);
  }
  return ToTri(items.size() == 1);
}

}  // namespace

const ConditionSpec kSameDocumentCondition = {"same-document",
                                              "all stand in one document",
                                              kItems,
                                              true,
                                              "",
                                              "same-document: {claims: [a, b]}",
                                              TestSameDocument};
const ConditionSpec kDifferentDocumentCondition = {"different-document",
                                                   "no two stand in one document",
                                                   kItems,
                                                   false,
                                                   "",
                                                   "different-document: {claims: [a, b]}",
                                                   TestDifferentDocument};
const ConditionSpec kSameSentenceCondition = {"same-sentence",
                                              "all stand in one sentence",
                                              kItems,
                                              true,
                                              "",
                                              "same-sentence: {claims: [a, b]}",
                                              TestSameSentence};
const ConditionSpec kIndependentCondition = {"independent",
                                             "no two go back to one origin",
                                             kItems,
                                             false,
                                             "",
                                             "independent: {claims: [a, b]}",
                                             TestIndependent};
const ConditionSpec kSameItemCondition = {
    "same-item", "all are one and the same claim",    kItems,      true,
    "",          "same-item: {claims: [e.draft, a]}", TestSameItem};

}  // namespace crosscheck
