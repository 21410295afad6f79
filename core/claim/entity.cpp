// From mentions to entities: the phases in order, and what a cluster of mentions
// says about its thing. An entity stands in the result if it is named, if several
// mentions speak of it, or if it is somebody known by a role ("its chief
// executive"): a single bare noun is left to the claim that holds it.

#include "core/claim/entity.h"

#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/attribution.h"
#include "core/claim/cluster.h"
#include "core/claim/coreference.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/mention.h"
#include "core/claim/role.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 8> kTypeNames = {
    "person", "organization", "place", "product", "law", "event", "group", "other"};

SpeechOfToken ReadSpeech(const Analysis& analysis, const std::vector<Quotation>& quotations,
                         const std::vector<Attribution>& attributions) {
  SpeechOfToken speech;
  speech.quotation.assign(analysis.tokens.size(), -1);
  speech.speaker_head.assign(quotations.size(), kNoToken);
  for (size_t q = 0; q < quotations.size(); ++q) {
    const Quotation& quotation = quotations[q];
    if (quotation.kind == QuotationKind::kScare || quotation.kind == QuotationKind::kTitle) continue;
    // Inner quotations come after the ones around them and overwrite them.
    for (uint32_t t = quotation.first; t < quotation.last; ++t) speech.quotation[t] = static_cast<int32_t>(q);
    if (quotation.attribution >= 0 && static_cast<size_t>(quotation.attribution) < attributions.size()) {
      speech.speaker_head[q] = attributions[static_cast<size_t>(quotation.attribution)].source_head;
    }
  }
  return speech;
}

// Builds the entities out of the clusters.
class EntityBuilder {
 public:
  EntityBuilder(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
                const RoleReadings& readings, Clusters* clusters)
      : context_(context), mentions_(mentions), readings_(readings), clusters_(*clusters) {}

  std::vector<Entity> Build() {
    Collect();
    for (size_t c = 0; c < members_.size(); ++c) {
      if (!members_[c].empty() && IsEntity(members_[c])) BuildOne(members_[c]);
    }
    AddRoles();
    return std::move(entities_);
  }

 private:
  const MentionFeatures& M(int32_t m) const { return mentions_[static_cast<size_t>(m)]; }
  bool IsName(int32_t m) const {
    return M(m).pronoun == nullptr && M(m).mention.kind != Mention::Kind::kDescription;
  }

  void Collect() {
    members_.resize(mentions_.size());
    entity_of_.assign(mentions_.size(), -1);
    has_role_.assign(mentions_.size(), false);
    for (size_t m = 0; m < mentions_.size(); ++m) {
      members_[static_cast<size_t>(clusters_.Of(static_cast<int32_t>(m)))].push_back(static_cast<int32_t>(m));
    }
    for (const RoleReading& reading : readings_.roles) has_role_[static_cast<size_t>(reading.mention)] = true;
  }

  bool IsEntity(const std::vector<int32_t>& members) const {
    const bool pronouns_only = std::ranges::all_of(members, [&](int32_t m) { return M(m).pronoun != nullptr; });
    if (pronouns_only) return false;
    if (members.size() > 1) return true;
    return IsName(members.front()) || has_role_[static_cast<size_t>(members.front())];
  }

  std::string_view Text(int32_t m) const { return M(m).mention.range.In(context_.analysis.text()); }

  // The fullest name: most words, then the first in the text.
  int32_t FullestName(const std::vector<int32_t>& members) const {
    int32_t best = -1;
    for (const int32_t m : members) {
      if (!IsName(m)) continue;
      const bool fuller = best >= 0 && M(m).mention.last - M(m).mention.first > M(best).mention.last - M(best).mention.first;
      if (best < 0 || (fuller && !M(m).adjective) || (M(best).adjective && !M(m).adjective)) best = m;
    }
    return best;
  }

  void BuildOne(const std::vector<int32_t>& members) {
    const ClusterFeatures& features = clusters_.Features(members.front());
    Entity entity;
    entity.type = features.type;
    entity.gender = features.gender;
    entity.plural = features.plural;
    const int32_t fullest = FullestName(members);
    entity.named = fullest >= 0;
    if (entity.named) {
      entity.name = std::string(Text(fullest));
      entity.key = EntityKey(M(fullest).folded, entity.type, context_.lexicon);
    } else {
      Describe(members, &entity);
    }
    for (const int32_t m : members) {
      entity.mentions.push_back(M(m).mention);
      entity_of_[static_cast<size_t>(m)] = static_cast<int32_t>(entities_.size());
      for (const Role& role : M(m).roles) entity.roles.push_back(role);
      if (IsName(m)) AddForm(M(m).folded, &entity);
    }
    if (entity.type == EntityType::kOrganization) {
      if (const std::string* metonym = context_.lexicon.FindMetonym(entity.key)) AddAlias(*metonym, &entity);
    }
    entities_.push_back(std::move(entity));
  }

  // A text's own acronym is not the well-known one: "(NRA)" after "National Road Agency".
  void AddForm(const std::string& folded, Entity* entity) const {
    const std::string key = EntityKey(folded, entity->type, context_.lexicon);
    if (key != entity->key) AddAlias(IsAcronymOf(folded, entity->key) ? folded : key, entity);
  }

  static void AddAlias(const std::string& key, Entity* entity) {
    if (key == entity->key || key.empty()) return;
    if (std::ranges::find(entity->aliases, key) == entity->aliases.end()) entity->aliases.push_back(key);
  }

  // Name and key of a thing without a name: the lemmas of its first description.
  void Describe(const std::vector<int32_t>& members, Entity* entity) const {
    int32_t first = -1;
    for (const int32_t m : members) {
      if (M(m).pronoun == nullptr) {
        first = m;
        break;
      }
    }
    if (first < 0) first = members.front();
    entity->name = std::string(Text(first));
    for (uint32_t t = M(first).mention.first; t < M(first).mention.last; ++t) {
      const Token& token = context_.analysis.tokens[t];
      const bool content = token.upos == Upos::kNoun || token.upos == Upos::kAdj || token.upos == Upos::kPropn ||
                           token.upos == Upos::kNum || token.upos == Upos::kVerb;
      if (!content) continue;
      if (!entity->key.empty()) entity->key += ' ';
      const bool proper = token.upos == Upos::kPropn || IsUpper(CodePointAt(context_.analysis.Form(token), 0).value);
      entity->key += proper && t > M(first).mention.first ? context_.folded[t] : FoldName(context_.analysis.Lemma(token));
    }
  }

  // Not the "general" of "deputy attorney general".
  static void KeepWholeRoles(std::vector<Role>* roles) {
    std::erase_if(*roles, [whole = *roles](const Role& part) {
      return std::ranges::any_of(whole, [&](const Role& role) { return role.range != part.range && role.range.Contains(part.range); });
    });
  }

  void AddRoles() {
    for (const RoleReading& reading : readings_.roles) {
      const int32_t e = entity_of_[static_cast<size_t>(reading.mention)];
      if (e < 0) continue;
      Entity& entity = entities_[static_cast<size_t>(e)];
      Role role = reading.role;
      const int32_t owner = reading.possessor >= 0 ? entity_of_[static_cast<size_t>(reading.possessor)] : -1;
      if (owner >= 0 && owner != e && role.affiliation.empty()) role.affiliation = entities_[static_cast<size_t>(owner)].key;
      const bool known = std::ranges::any_of(entity.roles, [&](const Role& other) {
        return other.title == role.title && (other.affiliation == role.affiliation || role.affiliation.empty()) && other.former == role.former;
      });
      if (!known) entity.roles.push_back(std::move(role));
    }
    for (Entity& entity : entities_) {
      KeepWholeRoles(&entity.roles);
      if (!entity.named && !entity.roles.empty() && !entity.roles.front().affiliation.empty()) {
        entity.key = entity.roles.front().title + " of " + entity.roles.front().affiliation;
      }
    }
  }

  const MentionContext& context_;
  const std::vector<MentionFeatures>& mentions_;
  const RoleReadings& readings_;
  Clusters& clusters_;
  std::vector<std::vector<int32_t>> members_;
  std::vector<int32_t> entity_of_;
  std::vector<bool> has_role_;
  std::vector<Entity> entities_;
};

}  // namespace

std::string_view ToString(EntityType type) { return kTypeNames[static_cast<size_t>(type)]; }

std::string_view ToString(NameRelation relation) {
  constexpr std::array<std::string_view, 4> kNames = {"same", "compatible", "different", "unknown"};
  return kNames[static_cast<size_t>(relation)];
}

std::vector<Entity> FindEntities(const Analysis& analysis, const EntityLexicon& lexicon,
                                 const std::vector<Quotation>& quotations,
                                 const std::vector<Attribution>& attributions) {
  const Children children(analysis);
  const MentionContext context(analysis, children, lexicon);
  std::vector<MentionFeatures> mentions = AddPronounsAndDescriptions(context, FindNames(context));
  const std::vector<int32_t> mention_of_head = MentionOfHead(context, mentions);
  ReadTypeEvidence(context, mention_of_head, &mentions);
  Clusters clusters(mentions);
  LinkNames(context, &mentions, &clusters);
  const RoleReadings readings = ReadRoles(context, mentions, mention_of_head);
  const SpeechOfToken speech = ReadSpeech(analysis, quotations, attributions);
  ResolveCoreference(context, mentions, mention_of_head, readings, speech, &clusters);
  return EntityBuilder(context, mentions, readings, &clusters).Build();
}

std::vector<Entity> FindEntities(const Analysis& analysis, const EntityLexicon& lexicon) {
  return FindEntities(analysis, lexicon, {}, {});
}

}  // namespace crosscheck
