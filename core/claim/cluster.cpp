#include "core/claim/cluster.h"

#include <algorithm>
#include <iterator>

namespace crosscheck {
namespace {

bool TypesAgree(const ClusterFeatures& a, const ClusterFeatures& b) {
  if (a.type == b.type) return true;
  if (a.type == EntityType::kOther || b.type == EntityType::kOther) return true;
  return !a.type_sure || !b.type_sure;
}

bool GendersAgree(Gender a, Gender b) { return a == Gender::kUnknown || b == Gender::kUnknown || a == b; }

}  // namespace

Clusters::Clusters(const std::vector<MentionFeatures>& mentions) {
  parent_.resize(mentions.size());
  features_.resize(mentions.size());
  for (size_t m = 0; m < mentions.size(); ++m) {
    const MentionFeatures& mention = mentions[m];
    parent_[m] = static_cast<int32_t>(m);
    ClusterFeatures& features = features_[m];
    features.type = mention.type;
    features.type_sure = mention.type_sure;
    features.gender = mention.gender;
    features.plural = mention.plural;
    features.collective = mention.collective;
    features.person_title = mention.titled && mention.type == EntityType::kPerson;
    features.named = mention.pronoun == nullptr && mention.mention.kind != Mention::Kind::kDescription;
    features.mentions = mention.adjective ? 0 : 1;
    for (const crosscheck::Role& role : mention.roles) features.titles.emplace_back(role.title, role.affiliation);
  }
}

int32_t Clusters::Of(int32_t mention) {
  auto at = static_cast<size_t>(mention);
  while (parent_[at] != static_cast<int32_t>(at)) {
    parent_[at] = parent_[static_cast<size_t>(parent_[at])];
    at = static_cast<size_t>(parent_[at]);
  }
  return static_cast<int32_t>(at);
}

bool Clusters::Agree(int32_t a, int32_t b) {
  const ClusterFeatures& x = Features(a);
  const ClusterFeatures& y = Features(b);
  const bool number = x.plural == y.plural || x.collective || y.collective;
  return number && TypesAgree(x, y) && GendersAgree(x.gender, y.gender);
}

void Clusters::Merge(int32_t a, int32_t b) {
  int32_t to = Of(a), from = Of(b);
  if (to == from) return;
  if (from < to) std::swap(to, from);
  parent_[static_cast<size_t>(from)] = to;
  ClusterFeatures& x = features_[static_cast<size_t>(to)];
  ClusterFeatures& y = features_[static_cast<size_t>(from)];
  const bool better = y.type != EntityType::kOther && (x.type == EntityType::kOther || (y.type_sure && !x.type_sure));
  if (better) x.type = y.type;
  x.type_sure = x.type_sure || y.type_sure;
  if (x.gender == Gender::kUnknown) x.gender = y.gender;
  x.collective = x.collective || y.collective;
  x.named = x.named || y.named;
  x.person_title = x.person_title || y.person_title;
  x.mentions += y.mentions;
  std::ranges::move(y.titles, std::back_inserter(x.titles));
}

}  // namespace crosscheck
