// Conditions on what claims say of each other.
#include <algorithm>

#include "core/check/conditions/shared.h"
#include "core/check/fields/tables.h"

namespace crosscheck {
namespace {

using conditions::ClaimOf;

constexpr ArgumentSpec kStatement[] = {
    {"claims", ArgumentType::kItems, true, "", "two patterns"},
    {"min-overlap", ArgumentType::kShare, false, "",
     "how many of the words must be the same; 60% unless said"},
};

// The words that are compared: of a quotation where there is one, since a
// partial quotation is the part of a sentence that must be the same.
std::string_view StatementOf(const World& world, Item item) {
  const std::string_view text = world.graph().reading(world.DocumentOf(item)).analysis.text();
  const Claim* claim = ClaimOf(world, item);
  if (claim != nullptr && claim->quotation >= 0) {
    const Reading& reading = world.graph().reading(world.DocumentOf(item));
    return reading.quotations[static_cast<size_t>(claim->quotation)].range.In(text);
  }
  if (item.kind == ItemKind::kSaying) {
    const Reading& reading = world.graph().reading(world.DocumentOf(item));
    const Attribution& a = reading.attributions[world.IndexIn(item)];
    if (!a.content.empty()) return Cover(a.content.front(), a.content.back()).In(text);
  }
  return world.WordsOf(item);
}

constexpr size_t kFewestWords = 3;

Tri TestSameStatement(const Question& q) {
  const Item a = q.ItemOf("claims", 0), b = q.ItemOf("claims", 1);
  if (!a.valid() || !b.valid()) return Tri::kUnknown;
  const double need = q.Number("min-overlap").value_or(0.6);
  const auto left = conditions::WordsOf(StatementOf(q.world, a)), right = conditions::WordsOf(StatementOf(q.world, b));
  // Two quoted words ("we trust") are no statement that could be another's.
  const auto scrap = [&](Item item, size_t words) {
    const Claim* claim = ClaimOf(q.world, item);
    return words < kFewestWords && claim != nullptr && claim->quotation >= 0;
  };
  if (scrap(a, left.size()) || scrap(b, right.size())) return Tri::kUnknown;
  return ToTri(conditions::Overlap(left, right) >= need);
}

constexpr ArgumentSpec kOpposed[] = {
    {"claims", ArgumentType::kItems, true, "", "two patterns"},
    {"by", ArgumentType::kWords, false, "negation antonym", "which ways count; both unless said"},
};

// "approved" / "rejected" are opposed; "did not approve" / "rejected" are not.
Tri TestOpposed(const Question& q) {
  const Claim* a = ClaimOf(q.world, q.ItemOf("claims", 0));
  const Claim* b = ClaimOf(q.world, q.ItemOf("claims", 1));
  if (a == nullptr || b == nullptr) return Tri::kUnknown;
  const std::vector<std::string> by = q.Words("by");
  const auto counts = [&by](const char* way) {
    return by.empty() || std::find(by.begin(), by.end(), way) != by.end();
  };
  const bool negated = a->polarity != b->polarity;
  // "had never won" leaves open that it won then.
  const auto before = [&](Item item, const Claim& claim) {
    const std::string_view text = q.world.graph().reading(q.world.DocumentOf(item)).analysis.text();
    return claim.speakers.empty() && claim.predicate.In(text).starts_with("had ");
  };
  const bool first = before(q.ItemOf("claims", 0), *a), second = before(q.ItemOf("claims", 1), *b);
  if (negated && first != second && (first ? a : b)->polarity == Polarity::kDenied) return Tri::kNo;
  if (a->relation == b->relation) return ToTri(negated && counts("negation"));
  if (q.world.relations() == nullptr) return Tri::kUnknown;
  const bool antonyms = q.world.relations()->Opposed(a->relation, b->relation);
  return ToTri(antonyms && !negated && a->polarity == Polarity::kAffirmed && counts("antonym"));
}

constexpr ArgumentSpec kOne[] = {
    {"claim", ArgumentType::kItem, true, "", "a pattern, or an end of an evidence"},
};

Tri TestAttributed(const Question& q) {
  const Claim* claim = ClaimOf(q.world, q.ItemOf("claim"));
  return claim == nullptr ? Tri::kUnknown : ToTri(!claim->speakers.empty());
}

// A fact with one value at a time: "headquartered in". Counter-example: "makes".
Tri TestFunctional(const Question& q) {
  const Claim* claim = ClaimOf(q.world, q.ItemOf("claim"));
  if (claim == nullptr || q.world.relations() == nullptr) return Tri::kUnknown;
  const Relation* relation = q.world.relations()->Find(claim->relation);
  return ToTri(relation != nullptr && relation->functional);
}

constexpr ArgumentSpec kTwoClaims[] = {
    {"claims", ArgumentType::kItems, true, "", "two patterns; the first must be put more surely"},
};

Tri TestStronger(const Question& q) {
  const Claim* a = ClaimOf(q.world, q.ItemOf("claims", 0));
  const Claim* b = ClaimOf(q.world, q.ItemOf("claims", 1));
  if (a == nullptr || b == nullptr) return Tri::kUnknown;
  return ToTri(a->modality == Modality::kAsserted && b->modality != Modality::kAsserted);
}

constexpr ArgumentSpec kRole[] = {
    {"who", ArgumentType::kValue, true, "", "the named one"},
    {"role", ArgumentType::kValue, true, "", "the words that only give a role"},
};

// "Jo Berg" holds the role of "the CEO" where a text calls her Acme's CEO.
Tri TestHoldsRole(const Question& q) {
  const Value who = q.Get("who"), role = q.Get("role");
  if (who.entity == nullptr || !role.known) return Tri::kUnknown;
  const std::vector<std::string> wanted = conditions::WordsOf(role.text);
  for (const Role& held : who.entity->roles) {
    const std::vector<std::string> title = conditions::WordsOf(held.title);
    if (!title.empty() &&
        std::search(wanted.begin(), wanted.end(), title.begin(), title.end()) != wanted.end())
      return Tri::kYes;
    if (role.entity == nullptr) continue;
    for (const Role& other : role.entity->roles) {
      if (other.title == held.title) return Tri::kYes;
    }
  }
  return who.entity->roles.empty() ? Tri::kUnknown : Tri::kNo;
}

constexpr ArgumentSpec kBetween[] = {
    {"claims", ArgumentType::kItems, true, "", "two patterns"},
    {"kind", ArgumentType::kWords, true, "", "kinds of evidence"},
    {"min-strength", ArgumentType::kShare, false, "", "how sure the alignment must be"},
};

Tri TestBetween(const Question& q) {
  const Claim* a = ClaimOf(q.world, q.ItemOf("claims", 0));
  const Claim* b = ClaimOf(q.world, q.ItemOf("claims", 1));
  if (a == nullptr || b == nullptr) return Tri::kUnknown;
  const double least = q.Number("min-strength").value_or(0.0);
  std::string error;
  static const FieldPath kKind = ResolvePath(ItemKind::kEvidence, "evidence", &error);
  for (const std::string& kind : q.Words("kind")) {
    const uint32_t key = q.world.KeyNumber(kind);
    for (const uint32_t i : q.world.Posting(ItemKind::kEvidence, kKind, key)) {
      const Evidence& e = q.world.graph().evidence()[i];
      if (e.strength < least || !e.draft.valid() || !e.source.valid()) continue;
      const Claim* left = &q.world.graph().claim(e.draft);
      const Claim* right = &q.world.graph().claim(e.source);
      if ((left == a && right == b) || (left == b && right == a)) return Tri::kYes;
    }
  }
  return Tri::kNo;
}

constexpr ArgumentSpec kAligned[] = {
    {"values", ArgumentType::kValues, true, "", "the quotation, and the passage"},
    {"min-overlap", ArgumentType::kShare, false, "",
     "how many of the quoted words must be there; 60% unless said"},
};

struct Aligned {
  size_t first = 0, last = 0;  // words of the passage
  double share = 0.0;
};

// The window of the passage that holds most of the quotation's words.
Aligned Align(const std::vector<std::string>& quote, const std::vector<std::string>& passage) {
  Aligned best;
  if (quote.empty() || passage.empty()) return best;
  for (size_t at = 0; at < passage.size(); ++at) {
    const size_t end = std::min(passage.size(), at + quote.size());
    const std::vector<std::string> window(passage.begin() + static_cast<std::ptrdiff_t>(at),
                                          passage.begin() + static_cast<std::ptrdiff_t>(end));
    const double share = conditions::Overlap(quote, window);
    if (share > best.share) best = {at, end, share};
  }
  return best;
}

Tri TestAligned(const Question& q) {
  const Value quote = q.Get("values", 0), passage = q.Get("values", 1);
  if (!quote.known || !passage.known) return Tri::kUnknown;
  const Aligned aligned = Align(conditions::WordsOf(quote.text), conditions::WordsOf(passage.text));
  return ToTri(aligned.share >= q.Number("min-overlap").value_or(0.6));
}

constexpr ArgumentSpec kDiffers[] = {
    {"values", ArgumentType::kValues, true, "", "the quotation, and the passage"},
    {"ignore", ArgumentType::kWords, false,
     "typographic whitespace first-letter-case final-punctuation ellipsis bracketed",
     "what may differ"},
};

// Quoted words that the passage lacks. Marks, case and white space never count;
// what stands in square brackets and the words that an ellipsis leaves out are
// the editor's.
Tri TestQuoteDiffers(const Question& q) {
  const Value quote = q.Get("values", 0), passage = q.Get("values", 1);
  if (!quote.known || !passage.known) return Tri::kUnknown;
  std::string kept;
  bool bracket = false;
  for (const char c : quote.text) {
    if (c == '[') bracket = true;
    if (!bracket) kept += c;
    if (c == ']') bracket = false;
  }
  std::vector<std::string> wanted = conditions::WordsOf(kept),
                           there = conditions::WordsOf(passage.text);
  size_t at = 0;
  std::string missing;
  for (const std::string& word : wanted) {
    const auto found =
        std::find(there.begin() + static_cast<std::ptrdiff_t>(at), there.end(), word);
    if (found == there.end()) {
      missing += (missing.empty() ? "" : " ") + word;
    } else {
      at = static_cast<size_t>(found - there.begin()) + 1;
    }
  }
  q.Provide("diff", fields::OfText(missing));
  return ToTri(!missing.empty());
}

}  // namespace

const ConditionSpec kSameStatementCondition = {"same-statement",
                                               "the two say the same in mostly the same words",
                                               kStatement,
                                               true,
                                               "",
                                               "same-statement: {claims: [a, b], min-overlap: 70%}",
                                               TestSameStatement};
const ConditionSpec kOpposedCondition = {
    "opposed",  "one affirms what the other denies, by a negation or by an opposite verb",
    kOpposed,   false,
    "",         "opposed: {claims: [a, b], by: [negation, antonym]}",
    TestOpposed};
const ConditionSpec kAttributedCondition = {"attributed",
                                            "somebody else than the narrator says it",
                                            kOne,
                                            false,
                                            "",
                                            "attributed: {claim: a}",
                                            TestAttributed};
const ConditionSpec kFunctionalCondition = {
    "functional",
    "the relation can hold only one value at a time (rules/lexicon/relations.yaml)",
    kOne,
    false,
    "",
    "functional: {claim: a}",
    TestFunctional};
const ConditionSpec kStrongerCondition = {
    "stronger",  "the first is asserted, the second only hedged, planned, believed …",
    kTwoClaims,  false,
    "",          "stronger: {claims: [a, b]}",
    TestStronger};
const ConditionSpec kHoldsRoleCondition = {
    "holds-role", "a text gives this role to the named one", kRole,        false,
    "",           "holds-role: {who: $C, role: $S}",         TestHoldsRole};
const ConditionSpec kBetweenCondition = {
    "between",  "the aligner found evidence of these kinds between the two",
    kBetween,   true,
    "",         "between: {claims: [a, b], kind: [supports]}",
    TestBetween};
const ConditionSpec kQuoteAlignedCondition = {"quote-aligned",
                                              "the passage holds most of the quoted words",
                                              kAligned,
                                              true,
                                              "",
                                              "quote-aligned: {values: [$Q, $R], min-overlap: 60%}",
                                              TestAligned};
const ConditionSpec kQuoteDiffersCondition = {
    "quote-differs", "quoted words are missing from the passage, or stand in another order",
    kDiffers,        false,
    "diff",          "quote-differs: {values: [$Q, $R], ignore: [bracketed, ellipsis]}",
    TestQuoteDiffers};

}  // namespace crosscheck
