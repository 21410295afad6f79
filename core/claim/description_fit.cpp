#include "core/claim/description_fit.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool HasRole(const ClusterFeatures& features, const std::string& role, const std::string& affiliation) {
  return std::ranges::any_of(features.titles, [&](const auto& said) {
    const bool same = said.first == role || said.first.ends_with(" " + role);
    return same && (affiliation.empty() || said.second.empty() || said.second == affiliation);
  });
}

}  // namespace

bool GenderFits(Gender gender, const ClusterFeatures& features) {
  return gender == Gender::kUnknown || features.gender == Gender::kUnknown || gender == features.gender;
}

int DescriptionFit::Points(int32_t m, int32_t c) { return std::max(SameHead(m, c), Fits(m, c)); }

int DescriptionFit::SameHead(int32_t m, int32_t c) {
  if (IsName(c)) return NamedByWord(m, c);
  if (M(m).folded != M(c).folded || !NumberFits(m, c) || HasModifierBeyond(m, c)) return 0;
  return PossessorsAgree(m, c) ? 60 : 0;
}

// "Berg's death" is not "Lee's death", and "its share" no share of a sentence ago.
bool DescriptionFit::PossessorsAgree(int32_t m, int32_t c) {
  const int32_t mine = PossessorOf(m), theirs = PossessorOf(c);
  if (mine < 0) return true;
  return theirs >= 0 && clusters_.Of(mine) == clusters_.Of(theirs);
}

int32_t DescriptionFit::PossessorOf(int32_t m) const {
  for (const int32_t child : context_.children.Of(M(m).mention.head)) {
    if (analysis_.Label(At(child)) == "nmod:poss") return of_head_[Size(child)];
  }
  return -1;
}

// The words of a description that narrow it down: modifiers before the head.
bool DescriptionFit::HasModifierBeyond(int32_t anaphor, int32_t antecedent) const {
  for (const int32_t child : context_.children.Of(M(anaphor).mention.head)) {
    const Deprel deprel = At(child).deprel;
    if (deprel != Deprel::kAmod && deprel != Deprel::kCompound && deprel != Deprel::kNummod) continue;
    const std::string_view lemma = analysis_.Lemma(At(child));
    if (lexicon_.IsFormerWord(lemma)) continue;
    bool found = false;
    for (uint32_t t = M(antecedent).mention.first; t < M(antecedent).mention.last && !found; ++t) {
      found = analysis_.Lemma(analysis_.tokens[t]) == lemma;
    }
    if (!found) return true;
  }
  return false;
}

bool DescriptionFit::NumberFits(int32_t anaphor, int32_t antecedent) {
  if (M(anaphor).plural == clusters_.Features(antecedent).plural) return true;
  // "a ban … the curbs": rules are counted as one or as many.
  return lexicon_.Synonyms(M(anaphor).folded, "curb");
}

// "the university" after "Lund University" or "University of Lund".
int DescriptionFit::NamedByWord(int32_t m, int32_t c) const {
  const uint32_t first = M(c).mention.first;
  const std::string last = context_.folded[M(c).mention.last - 1];
  const bool longer = M(c).mention.last > first + 1;
  const bool of = M(c).mention.last > first + 2 && context_.folded[first + 1] == "of" && context_.folded[first] == M(m).folded;
  return longer && (of || last == M(m).folded) && M(c).type != EntityType::kPerson && !HasModifierBeyond(m, c) ? 60 : 0;
}

int DescriptionFit::Fits(int32_t m, int32_t c) {
  const ClusterFeatures& features = clusters_.Features(c);
  if (!NumberFits(m, c) || !GenderFits(M(m).gender, features)) return 0;
  if (!IsName(c) && !features.named) {
    const bool synonyms = lexicon_.Synonyms(M(m).folded, M(c).folded);
    return synonyms && !HasModifierBeyond(m, c) && PossessorsAgree(m, c) ? 40 : 0;
  }
  if (M(m).type == EntityType::kPerson) return FitsPerson(m, features);
  if (M(m).type == EntityType::kOrganization) return FitsOrganization(m, c, features);
  if (M(m).type == EntityType::kPlace) return FitsPlace(m, c, features);
  return 0;
}

// "the chief executive" for whom the text gave that role; "the woman" for a woman.
int DescriptionFit::FitsPerson(int32_t m, const ClusterFeatures& features) {
  if (features.type != EntityType::kPerson) return 0;
  int32_t first = M(m).mention.head;
  const KnownTitle* title = TitleOf(m, &first);
  if (HasCompoundBefore(m, first)) return 0;  // "the video referee" is not any referee
  if (title != nullptr && !title->role.empty()) {
    return HasRole(features, title->role, AffiliationSaid(m)) ? 50 : 0;
  }
  if (HasAnyModifier(m)) return 0;
  return M(m).gender != Gender::kUnknown && features.gender == M(m).gender ? 30 : 0;
}

// "the U.S. attorney" is not Berg's attorney.
std::string DescriptionFit::AffiliationSaid(int32_t m) {
  for (const auto& [title, affiliation] : clusters_.Features(m).titles) {
    if (!affiliation.empty()) return affiliation;
  }
  return "";
}

// The longest title that ends at the head of a description.
const KnownTitle* DescriptionFit::TitleOf(int32_t m, int32_t* first) const {
  const int32_t head = M(m).mention.head;
  const int32_t start = std::max(static_cast<int32_t>(M(m).mention.first), head - 3);
  for (int32_t t = start; t <= head; ++t) {
    const KnownTitle* title = lexicon_.FindTitle(context_.FoldedSpan(static_cast<uint32_t>(t), static_cast<uint32_t>(head) + 1));
    if (title == nullptr || title->role.empty()) continue;
    *first = t;
    return title;
  }
  return nullptr;
}

bool DescriptionFit::HasCompoundBefore(int32_t m, int32_t first) const {
  for (const int32_t child : context_.children.Of(M(m).mention.head)) {
    if (child < first && At(child).deprel == Deprel::kCompound && At(child).upos == Upos::kNoun) return true;
  }
  return false;
}

bool DescriptionFit::HasAnyModifier(int32_t m) const {
  for (const int32_t child : context_.children.Of(M(m).mention.head)) {
    const Deprel deprel = At(child).deprel;
    if (child < M(m).mention.head && (deprel == Deprel::kAmod || deprel == Deprel::kCompound || deprel == Deprel::kNmod || deprel == Deprel::kNummod)) return true;
  }
  return false;
}

// "the company" for a named organisation that is not plainly something else.
int DescriptionFit::FitsOrganization(int32_t m, int32_t c, const ClusterFeatures& features) const {
  const bool guessed = features.type == EntityType::kPerson && !features.type_sure && features.gender == Gender::kUnknown;
  if ((features.type != EntityType::kOrganization && !guessed) || !IsName(c) || HasAnyModifier(m) || M(m).plural) return 0;
  const std::string& noun = M(m).folded;
  const std::string last = context_.folded[M(c).mention.last - 1];
  if (M(c).mention.last > M(c).mention.first + 1) {
    if (lexicon_.Synonyms(last, noun)) return 50;
    const KnownNoun* says = lexicon_.FindNoun(last);
    if (says != nullptr && says->type == EntityType::kOrganization) return 0;  // "the company" is no "… Agency"
  }
  const bool company = lexicon_.Synonyms(noun, "company");
  const KnownName* known = lexicon_.FindName(M(c).folded);
  if (known != nullptr && !known->company && company) return 0;
  if (known != nullptr && known->company && company) return 50;
  return company ? 35 : 0;
}

int DescriptionFit::FitsPlace(int32_t m, int32_t c, const ClusterFeatures& features) const {
  if (features.type != EntityType::kPlace || !IsName(c) || M(c).adjective || HasAnyModifier(m) || M(m).plural) return 0;
  const KnownName* known = lexicon_.FindName(M(c).folded);
  const auto level = known == nullptr ? KnownName::Level::kNone : known->level;
  const std::string& noun = M(m).folded;
  if (level == KnownName::Level::kCountry) return noun == "country" || noun == "nation" ? 50 : 0;
  if (level == KnownName::Level::kCity) return noun == "city" || noun == "capital" || noun == "town" ? 50 : 0;
  if (level == KnownName::Level::kState) return noun == "state" ? 50 : 0;
  return 0;
}

}  // namespace crosscheck
