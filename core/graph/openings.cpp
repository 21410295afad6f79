// Openings without an antecedent: "It opened in 1992", "The film was shot in Rome".
//
// A passage that is cut out of its text, or a text of a sentence or two, may speak of
// its subject by a pronoun or a description only. Nothing in it says who is meant, but
// a draft that is held against it says it: "Harbour Hall opened in 1993" against "It
// opened in 1992". So the name in the draft's main subject stands for the opening,
// where sex and kind agree: "she" is no harbour hall, "the film" no person. Where the
// text has a name before that the pronoun could take up, nothing is open: "Ann Lee
// met Jo Berg's sister. She left in May" is about Ann Lee. An opening may show that a
// draft says otherwise, never that it is right: what "it" is, nobody has said.
//
// Cost: the tokens of the two sentences. Tests: rules/times/conflict.yaml.
#include "core/graph/openings.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"

namespace crosscheck {
namespace {

constexpr size_t kShort = 3;  // sentences of a text that may leave its subject unnamed

const Entity* EntityOf(const Terms& terms, int32_t t) {
  return terms[t].entity >= 0 ? &terms.reading->entities[static_cast<size_t>(terms[t].entity)]
                              : nullptr;
}

bool IsSubject(const Terms& terms, int32_t t) { return TokenAt(terms, t).deprel == Deprel::kNsubj; }

// The subject of the main clause.
int32_t MainSubject(const Terms& terms, const Sentence& sentence) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    const int32_t head = TokenAt(terms, t).head;
    if (IsSubject(terms, t) && head != kNoToken && TokenAt(terms, head).deprel == Deprel::kRoot)
      return t;
  }
  return kNoToken;
}

// Whether a name that stands before a word could be what it takes up.
bool NamedBefore(const Terms& source, int32_t token, Gender gender,
                 EntityType type = EntityType::kOther) {
  for (const Entity& entity : source.reading->entities) {
    if (!entity.named || entity.mentions.empty()) continue;
    const bool kind =
        type == EntityType::kOther || entity.type == EntityType::kOther || entity.type == type;
    if (!kind) continue;  // a firm named before is no film
    const bool before = static_cast<int32_t>(entity.mentions.front().last) <= token;
    const bool person = entity.type == EntityType::kPerson;
    const bool sexes =
        entity.gender == Gender::kUnknown || gender == Gender::kUnknown || entity.gender == gender;
    if (before && (gender == Gender::kNeuter ? !person : person && sexes)) return true;
  }
  return false;
}

// A name alone often does not tell what it names: who has a sex or an office is a
// person.
bool SurelyPerson(const Entity& entity) {
  const bool sex = entity.gender == Gender::kFemale || entity.gender == Gender::kMale;
  return entity.type == EntityType::kPerson && (sex || !entity.roles.empty());
}

// Whether an entity can be what a pronoun of this gender stands for.
bool Agrees(const Entity& topic, Gender gender, bool plural) {
  const bool person = topic.type == EntityType::kPerson;
  if (plural || gender == Gender::kNeuter) return !SurelyPerson(topic);
  return person && (topic.gender == Gender::kUnknown || topic.gender == gender);
}

bool OpenPronoun(const Topic& topic, const Terms& draft, const Terms& source, int32_t t,
                 const EntityLexicon& lexicon) {
  const Token& token = TokenAt(source, t);
  const KnownPronoun* pronoun = lexicon.FindPronoun(source.reading->analysis.Lower(token));
  if (pronoun == nullptr || pronoun->person != 3 || pronoun->reflexive) return false;
  const Entity* taken = EntityOf(source, t);
  if (taken != nullptr && taken->named) return false;
  const Entity& entity = draft.reading->entities[static_cast<size_t>(topic.entity)];
  return Agrees(entity, pronoun->gender, pronoun->plural) &&
         !NamedBefore(source, t, pronoun->plural ? Gender::kUnknown : pronoun->gender);
}

// "the film", where the text named none before.
bool OpenNoun(const Topic& topic, const Terms& draft, const Terms& source, int32_t t,
              const EntityLexicon& lexicon) {
  const Analysis& analysis = source.reading->analysis;
  const Token& token = TokenAt(source, t);
  const Entity* taken = EntityOf(source, t);
  if (token.upos != Upos::kNoun || !source[t].definite || (taken != nullptr && taken->named))
    return false;
  const std::string lemma = FoldMarks(analysis.Lemma(token));
  const KnownNoun* noun = lexicon.FindNoun(lemma);
  if (noun == nullptr || lexicon.IsVagueNoun(lemma)) return false;
  const bool the =
      std::ranges::any_of(source.dependents[static_cast<size_t>(t)], [&](int32_t child) {
        const std::string_view lower = analysis.Lower(TokenAt(source, child));
        return TokenAt(source, child).deprel == Deprel::kDet && (lower == "the" || lower == "this");
      });
  const bool named = std::ranges::any_of(
      source.dependents[static_cast<size_t>(t)],
      [&](int32_t child) { return TokenAt(source, child).upos == Upos::kPropn; });
  const Entity& entity = draft.reading->entities[static_cast<size_t>(topic.entity)];
  const bool person = noun->type == EntityType::kPerson;
  const bool agrees = person ? entity.type == EntityType::kPerson : !SurelyPerson(entity);
  return the && !named && agrees &&
         !NamedBefore(source, t, person ? Gender::kUnknown : Gender::kNeuter, noun->type);
}

// Part of a name, or what a thing is of: "of Blue Hour", "Blue Hour's"; not where it
// is ("in Hull") or what it is like ("Welsh").
bool OfName(const Terms& terms, int32_t t) {
  const Token& token = TokenAt(terms, t);
  if (token.upos != Upos::kPropn && token.deprel != Deprel::kNmod) return false;
  if (token.deprel != Deprel::kNmod) return token.head != kNoToken && terms[token.head].name;
  const Analysis& analysis = terms.reading->analysis;
  if (analysis.Label(token) == "nmod:poss") return true;
  for (int32_t u = t; u >= 0 && u > t - 6; --u) {
    if (TokenAt(terms, u).head == t && TokenAt(terms, u).deprel == Deprel::kCase)
      return analysis.Lower(TokenAt(terms, u)) == "of";
  }
  return false;
}

}  // namespace

Topic TopicOf(const Terms& draft, const Sentence& sentence) {
  Topic topic;
  topic.subject = MainSubject(draft, sentence);
  if (topic.subject == kNoToken) return topic;
  std::vector<int32_t> phrase = {topic.subject};
  for (size_t i = 0; i < phrase.size(); ++i) {
    for (const int32_t child : draft.dependents[static_cast<size_t>(phrase[i])]) {
      const bool same =
          draft[child].entity >= 0 && draft[child].entity == draft[topic.subject].entity;
      if (same || OfName(draft, child)) phrase.push_back(child);
    }
  }
  std::ranges::sort(phrase);
  for (const int32_t t : phrase) {
    const Entity* entity = EntityOf(draft, t);
    if (topic.entity < 0 && draft[t].name && entity != nullptr && entity->named)
      topic.entity = draft[t].entity;
    if (topic.entity >= 0 && draft[t].name && draft[t].entity == topic.entity)
      topic.tokens.push_back(t);
  }
  return topic;
}

int32_t OpeningFor(const Terms& draft, const Topic& topic, const Terms& source,
                   const Sentence& passage, const EntityLexicon* lexicon) {
  if (topic.entity < 0 || lexicon == nullptr) return kNoToken;
  if (source.reading->analysis.sentences.size() > kShort) return kNoToken;
  const bool whole = topic.subject == topic.tokens.front() || draft[topic.subject].name;
  for (auto t = static_cast<int32_t>(passage.first); t < static_cast<int32_t>(passage.last); ++t) {
    const bool possessive = source.reading->analysis.Label(TokenAt(source, t)) == "nmod:poss";
    if (possessive && OpenPronoun(topic, draft, source, t, *lexicon)) return t;
    if (!IsSubject(source, t)) continue;
    if (OpenPronoun(topic, draft, source, t, *lexicon)) return t;
    if (whole && OpenNoun(topic, draft, source, t, *lexicon)) return t;
    // "The finale aired" of "The finale of Blue Hour aired", not "the finale of White Day".
    const auto& below = source.dependents[static_cast<size_t>(t)];
    const bool of_other = std::ranges::any_of(below, [&](int32_t child) { return OfName(source, child); });
    const bool same = !whole && !of_other && draft[topic.subject].word == source[t].word;
    if (same && source[t].definite && !NamedBefore(source, t, Gender::kNeuter)) return t;
  }
  return kNoToken;
}

}  // namespace crosscheck
