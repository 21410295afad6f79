#include "core/graph/lexical.h"

#include <algorithm>
#include <optional>

#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

// How many meanings of a word count, the most frequent first. Rare meanings make
// "man" a synonym of "piece" and everything a paraphrase of everything.
constexpr size_t kNounSenses = 2;
constexpr size_t kVerbSenses = 3;
constexpr uint32_t kGeneralDepth = 3;
constexpr size_t kShortestDenied = 4;  // bytes of a word that a prefix may deny

// "non-toxic" of "toxic", "unfair" of "fair"; not "unit" of "it".
bool DeniesByPrefix(const RelationLexicon& relations, std::string_view longer, std::string_view word) {
  if (word.size() < kShortestDenied) return false;
  return std::ranges::any_of(relations.denying_prefixes(), [&](const std::string& prefix) {
    return longer.size() == prefix.size() + word.size() && longer.starts_with(prefix) && longer.ends_with(word);
  });
}

bool Holds(const std::vector<uint32_t>& sorted, uint32_t number) {
  return std::ranges::binary_search(sorted, number);
}

void Sort(std::vector<uint32_t>* numbers) {
  std::ranges::sort(*numbers);
  numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
}

}  // namespace

std::optional<WordPos> PosOf(Upos upos) {
  switch (upos) {
    case Upos::kNoun: return WordPos::kNoun;
    case Upos::kVerb: return WordPos::kVerb;
    case Upos::kAdj: return WordPos::kAdjective;
    case Upos::kAdv: return WordPos::kAdverb;
    default: return std::nullopt;
  }
}

uint32_t Lexical::Word(std::string_view lemma, Upos upos) {
  const uint32_t number = lemmas_.Intern(lemma);
  const uint64_t key = uint64_t{number} << 8 | static_cast<uint64_t>(upos);
  const auto [it, added] = numbers_.emplace(key, static_cast<uint32_t>(words_.size()));
  if (added) words_.push_back({number, upos, {}});
  return it->second;
}

const Lexical::Profile& Lexical::ProfileOf(uint32_t word) {
  if (words_[word].profile.ready) return words_[word].profile;
  Profile profile;
  profile.ready = true;
  const std::string_view lemma = Lemma(word);
  const Upos upos = words_[word].upos;
  if (const RelationLexicon* relations = knowledge_.relations) {
    profile.groups = GroupsOf(lemma, upos);
    if (upos == Upos::kVerb) profile.relation = relations->OfVerb(lemma);
    if (upos == Upos::kNoun) profile.relation = relations->OfNoun(lemma);
  }
  if (knowledge_.wordnet != nullptr) FromWordNet(lemma, upos, &profile);
  if (upos == Upos::kNoun && knowledge_.entities != nullptr) {
    for (const std::string& other : knowledge_.entities->SameNouns(lemma)) profile.synonyms.push_back(lemmas_.Intern(other));
  }
  for (auto* list : {&profile.synonyms, &profile.derived, &profile.general, &profile.opposites}) Sort(list);
  words_[word].profile = std::move(profile);
  return words_[word].profile;
}

// "12th" is an ordinal like "first"; a noun belongs to the kinds above it, too.
std::vector<std::string> Lexical::GroupsOf(std::string_view lemma, Upos upos) const {
  const RelationLexicon& relations = *knowledge_.relations;
  const auto listed = relations.GroupsOf(lemma);
  std::vector<std::string> groups(listed.begin(), listed.end());
  const bool digit = !lemma.empty() && lemma.front() >= '0' && lemma.front() <= '9';
  if (digit && (lemma.ends_with("st") || lemma.ends_with("nd") || lemma.ends_with("rd") || lemma.ends_with("th"))) groups.emplace_back("ordinal");
  const bool noun = upos == Upos::kNoun || upos == Upos::kPropn;
  if (groups.empty() && noun && knowledge_.wordnet != nullptr) {
    for (const RelationLexicon::Kind& kind : relations.kinds()) {
      if (knowledge_.wordnet->IsHyponymOf(lemma, kind.noun, WordPos::kNoun, kNounSenses)) groups.push_back(kind.group);
    }
  }
  std::ranges::sort(groups);
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

void Lexical::FromWordNet(std::string_view lemma, Upos upos, Profile* profile) {
  const std::optional<WordPos> pos = PosOf(upos);
  if (!pos) return;
  const WordNet& wordnet = *knowledge_.wordnet;
  const size_t senses = *pos == WordPos::kVerb ? kVerbSenses : kNounSenses;
  for (const std::string& word : wordnet.Synonyms(lemma, *pos, senses)) profile->synonyms.push_back(lemmas_.Intern(word));
  if (*pos == WordPos::kAdjective) {
    for (const SynsetId synset : wordnet.Synsets(lemma, *pos, 1)) {
      for (const SynsetId similar : wordnet.SimilarTo(synset)) {
        for (const std::string& word : wordnet.Words(similar)) profile->synonyms.push_back(lemmas_.Intern(word));
      }
      for (const SynsetId also : wordnet.AlsoSee(synset)) {
        for (const std::string& word : wordnet.Words(also)) profile->synonyms.push_back(lemmas_.Intern(word));
      }
    }
  }
  for (const LemmaPos& form : wordnet.DerivedForms(lemma, *pos, senses)) profile->derived.push_back(lemmas_.Intern(form.lemma));
  for (const std::string& word : wordnet.Antonyms(lemma, *pos, senses)) profile->opposites.push_back(lemmas_.Intern(word));
  if (*pos != WordPos::kNoun && *pos != WordPos::kVerb) return;
  const uint32_t depth = *pos == WordPos::kVerb ? 1 : kGeneralDepth;
  for (const SynsetId synset : wordnet.Synsets(lemma, *pos, senses)) {
    for (const SynsetAt& above : wordnet.Hypernyms(synset)) {
      if (above.depth == 0 || above.depth > depth) continue;
      for (const std::string& word : wordnet.Words(above.synset)) {
        const bool too_general = knowledge_.relations != nullptr && knowledge_.relations->Is(WordClass::kTooGeneral, word);
        if (!too_general) profile->general.push_back(lemmas_.Intern(word));
      }
    }
  }
}

WordMatch Lexical::Compare(uint32_t draft, uint32_t source) {
  if (draft == source) return WordMatch::kSame;
  ProfileOf(draft);
  ProfileOf(source);
  const Entry& d = words_[draft];
  const Entry& s = words_[source];
  const Profile& a = d.profile;
  const Profile& b = s.profile;
  const RelationLexicon* relations = knowledge_.relations;
  const std::string_view first = Lemma(draft), second = Lemma(source);
  if (d.lemma == s.lemma) return WordMatch::kSame;
  const bool opposed = relations != nullptr &&
                       (relations->OppositeWords(first, second) ||
                        (!a.relation.empty() && !b.relation.empty() && relations->Opposed(a.relation, b.relation)));
  const bool compatible = relations != nullptr && relations->Compatible(first) && relations->Compatible(second);
  if (compatible) return WordMatch::kNone;
  const bool adjectives = relations != nullptr && d.upos == Upos::kAdj && s.upos == Upos::kAdj;
  if (adjectives && (DeniesByPrefix(*relations, first, second) || DeniesByPrefix(*relations, second, first))) return WordMatch::kOpposite;
  if (opposed || Holds(a.opposites, s.lemma) || Holds(b.opposites, d.lemma)) return WordMatch::kOpposite;
  if (std::ranges::any_of(a.groups, [&](const std::string& group) { return std::ranges::binary_search(b.groups, group); })) {
    if (Holds(a.synonyms, s.lemma) || Holds(b.synonyms, d.lemma)) return WordMatch::kSynonym;
    if (Holds(b.general, d.lemma)) return WordMatch::kGeneral;
    return Holds(a.general, s.lemma) ? WordMatch::kSpecific : WordMatch::kExclusive;
  }
  if (!a.relation.empty() && a.relation == b.relation) return WordMatch::kSynonym;
  if (relations != nullptr && !a.relation.empty() && !b.relation.empty()) {
    const Relation* whole = relations->Find(b.relation);  // who is killed has died
    if (whole != nullptr && std::ranges::find(whole->implies, a.relation) != whole->implies.end()) return WordMatch::kGeneral;
  }
  if (d.upos == s.upos && (Holds(a.synonyms, s.lemma) || Holds(b.synonyms, d.lemma))) return WordMatch::kSynonym;
  if (Holds(a.derived, s.lemma) || Holds(b.derived, d.lemma)) return WordMatch::kDerived;
  if (d.upos == s.upos && Holds(b.general, d.lemma)) return WordMatch::kGeneral;
  if (d.upos == s.upos && Holds(a.general, s.lemma)) return WordMatch::kSpecific;
  return WordMatch::kNone;
}

}  // namespace crosscheck
