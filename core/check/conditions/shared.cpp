#include "core/check/conditions/shared.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/unicode.h"
#include "core/claim/alias.h"

namespace crosscheck::conditions {

Tolerance ToleranceOf(const Question& question) {
  const std::vector<std::string> words = question.Words("tolerance");
  if (words.empty() || words.front() == "implied") return {};
  std::string_view text = words.front();
  if (text == "exact") return {Tolerance::Kind::kExact, 0.0};
  const bool share = text.ends_with('%');
  if (share) text.remove_suffix(1);
  double amount = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), amount);
  return {share ? Tolerance::Kind::kShare : Tolerance::Kind::kAmount,
          share ? amount / 100.0 : amount};
}

namespace {

std::optional<double> Distance(const Figure& a, const Figure& b) {
  if (!Comparable(a, b) || !a.value) return std::nullopt;
  const std::optional<double> other = ValueIn(b, a);
  if (!other) return std::nullopt;
  return std::abs(*a.value - *other);
}

double Allowed(const Figure& a, const Tolerance& tolerance) {
  if (tolerance.kind == Tolerance::Kind::kShare) return std::abs(*a.value) * tolerance.amount;
  return tolerance.kind == Tolerance::Kind::kAmount ? tolerance.amount : 0.0;
}

}  // namespace

std::optional<bool> FiguresAgree(const Figure& a, const Figure& b, const Tolerance& tolerance) {
  if (tolerance.kind == Tolerance::Kind::kImplied) return Agree(a, b);
  const std::optional<double> distance = Distance(a, b);
  if (!distance) return std::nullopt;
  return *distance <= Allowed(a, tolerance) + 1e-9;
}

// A wider tolerance can only forgive: what the wording allows stays allowed.
std::optional<bool> FiguresDisjoint(const Figure& a, const Figure& b, const Tolerance& tolerance) {
  const std::optional<bool> disjoint = Disjoint(a, b);
  if (tolerance.kind == Tolerance::Kind::kImplied || !disjoint) return disjoint;
  const std::optional<double> distance = Distance(a, b);
  if (!distance) return disjoint;
  if (tolerance.kind == Tolerance::Kind::kExact && a.bound == Bound::kExact &&
      b.bound == Bound::kExact)
    return *distance > 1e-9;
  return *disjoint && *distance > Allowed(a, tolerance) + 1e-9;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = FoldMarks(text);
  std::string word;
  for (uint32_t at = 0; at < folded.size();) {
    const CodePoint c = CodePointAt(folded, at);
    if (IsLetter(c.value) || IsDigit(c.value)) {
      word.append(folded, at, c.size);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    at += c.size;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

double Overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0.0;
  std::vector<std::string> left = a, right = b, common;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  return static_cast<double>(common.size()) /
         static_cast<double>(std::max(left.size(), right.size()));
}

namespace {

bool IsPerson(const Value& value) { return value.entity != nullptr && value.entity->type == EntityType::kPerson; }

// All words of the smaller in the larger: "chief executive" refines to "chief
// executive of Acme". Counter-example: "Jo Berg" and "Ann Lee".
bool WordsWithin(const Value& a, const Value& b) {
  std::vector<std::string> left = WordsOf(a.text), right = WordsOf(b.text);
  if (left.empty() || right.empty() || left.size() == right.size()) return false;
  if (left.size() > right.size()) std::swap(left, right);
  return std::all_of(left.begin(), left.end(), [&right](const std::string& word) {
    return std::find(right.begin(), right.end(), word) != right.end();
  });
}

}  // namespace

Tri SameThing(const Value& a, const Value& b) {
  if (!a.known || !b.known) return Tri::kUnknown;
  if (a.figure != nullptr && b.figure != nullptr) return ToTri(Agree(*a.figure, *b.figure));
  if (!a.key.empty() && a.key == b.key) return Tri::kYes;
  const auto alias = [](const Value& of, const Value& other) {
    return of.entity != nullptr && std::find(of.entity->aliases.begin(), of.entity->aliases.end(),
                                             other.key) != of.entity->aliases.end();
  };
  if (alias(a, b) || alias(b, a)) return Tri::kYes;
  const bool names = a.entity != nullptr && b.entity != nullptr && a.entity->named && b.entity->named;
  if (names && !IsPerson(a) && !IsPerson(b) && (IsAcronymOf(a.key, b.key) || IsAcronymOf(b.key, a.key))) return Tri::kYes;
  if (IsPerson(a) && IsPerson(b)) {  // "Barry Rand", "A. Barry Rand"; "Bibi" and "Benjamin" may be one
    if (WordsWithin(a, b)) return Tri::kYes;
    const std::vector<std::string> left = WordsOf(a.text), right = WordsOf(b.text);
    if (!left.empty() && !right.empty() && left.back() == right.back()) return Tri::kUnknown;
  }
  return ToTri(!a.text.empty() && FoldKey(a.text) == FoldKey(b.text));
}

Tri Refines(const World&, const Value& a, const Value& b) {
  if (!a.known || !b.known) return Tri::kUnknown;
  if (a.time != nullptr && b.time != nullptr && TimesAYear(*a.time) && TimesAYear(*b.time)) return ToTri(SameTime(*a.time, *b.time));
  if (SameThing(a, b) == Tri::kYes) return Tri::kYes;
  if (a.figure != nullptr && b.figure != nullptr) {
    const std::optional<bool> agree = Agree(*a.figure, *b.figure);
    return agree ? ToTri(*agree) : Tri::kUnknown;
  }
  if (a.time != nullptr && b.time != nullptr) {
    // "to 2012", "to 2008": ends of two periods from one year, where each is exact.
    const int end = EndOfPeriod(*a.time);
    if (end != 0 && end == EndOfPeriod(*b.time) && (*a.time->own.end <= *b.time->own.start || *b.time->own.end <= *a.time->own.start)) return Tri::kNo;
    const std::optional<bool> ab = Contains(*a.time, *b.time), ba = Contains(*b.time, *a.time);
    if ((ab && *ab) || (ba && *ba)) return Tri::kYes;
    return ab && ba ? Tri::kNo : Tri::kUnknown;
  }
  return ToTri(WordsWithin(a, b));
}

const Claim* ClaimOf(const World& world, Item item) {
  if (!item.valid()) return nullptr;
  if (item.kind == ItemKind::kClaim) return &world.graph().claim(ClaimId(item.index));
  if (item.kind != ItemKind::kEnd) return nullptr;
  const Evidence& e = world.graph().evidence()[item.index / 2];
  const ClaimId claim = item.index % 2 == 1 ? e.source : e.draft;
  return claim.valid() ? &world.graph().claim(claim) : nullptr;
}

}  // namespace crosscheck::conditions
