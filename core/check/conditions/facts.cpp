// A condition on facts that a pack supplies: terms of office and the like.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/check/conditions/shared.h"
#include "core/check/fields/tables.h"

namespace crosscheck {
namespace {

constexpr ArgumentSpec kArguments[] = {
    {"of", ArgumentType::kValue, true, "", "of what: the organisation, the country"},
    {"relation", ArgumentType::kValue, true, "", "which relation: the title"},
    {"value", ArgumentType::kValue, true, "", "what the text gives: the holder"},
    {"facts", ArgumentType::kWords, true, "", "the name of a list of facts"},
};

bool Names(const std::vector<std::string>& forms, const Value& value) {
  const std::string text = FoldKey(value.text);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
    if (form == value.key || form == text) return true;
    // A surname is enough to be the same person: "Holm" of "Anna Holm".
    return form.size() > text.size() && form.ends_with(" " + text);
  });
}

// Holds where the list knows the matter at the day of the document, and every
// fact of that day has another value. Without a day nothing can be told.
// Example: an article of 2015 that calls Peter Holm the mayor of a town whose
// list has Anna Holm from 2010 to 2020. Counter-example: the same in 2021.
Tri TestFact(const Question& q) {
  const Value of = q.Get("of"), relation = q.Get("relation"), value = q.Get("value");
  const std::vector<std::string> lists = q.Words("facts");
  if (!of.known || !relation.known || !value.known || value.document == kNoItem ||
      q.rule.facts == nullptr)
    return Tri::kUnknown;
  const auto date = q.world.graph().reading(value.document).analysis.document->metadata().date;
  if (!date) return Tri::kUnknown;
  const int64_t day = DaysFromCivil(*date);
  const Fact* other = nullptr;
  for (const std::string& list : lists) {
    const auto found = q.rule.facts->find(list);
    if (found == q.rule.facts->end()) continue;
    for (const Fact& fact : found->second) {
      const bool then =
          (!fact.days.start || *fact.days.start <= day) && (!fact.days.end || day < *fact.days.end);
      if (!then || fact.relation != FoldKey(relation.text) || !Names(fact.of, of)) continue;
      if (Names(fact.value, value)) return Tri::kNo;
      other = &fact;
    }
  }
  if (other == nullptr) return Tri::kUnknown;
  q.Provide("fact", fields::OfText(other->shown + " (" + other->source + ")"));
  return Tri::kYes;
}

}  // namespace

const ConditionSpec kFactDiffersCondition = {
    "fact-differs",
    "a list of facts knows the matter at the day of the document, and has another value",
    kArguments,
    true,
    "fact",
    "fact-differs: {of: $O, relation: $R, value: $X, facts: terms-of-office, unknown: skip}",
    TestFact};

}  // namespace crosscheck
