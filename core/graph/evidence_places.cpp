// Where a thing is, and where it was born, founded or held, against another place there.
//
// A part of a place is in the place, and a place that no list knows may be in any: only
// two countries, or what is known to lie in another one, exclude each other.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/said.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr int kPlaceSteps = 4;  // words between a place and what is said

}  // namespace

// One place, or one that lies in the other.
bool EvidenceFinder::PlacesMeet(const std::string& a, const std::string& b) const {
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  return a == b || wordnet == nullptr || wordnet->IsPartOf(a, b) || wordnet->IsPartOf(b, a);
}

// The place that a mention names, by the lexicon or, where a text takes it for a place,
// by WordNet; "" for none that is known.
std::string EvidenceFinder::PlaceNamed(const Terms& terms, const Entity& entity,
                                       const Mention& mention) const {
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (lexicon == nullptr || wordnet == nullptr || mention.kind != Mention::Kind::kName) return "";
  const std::string folded = FoldName(mention.range.In(terms.reading->document->text()));
  if (const KnownName* name = lexicon->FindName(folded); name != nullptr) {
    const bool place = name->form == KnownName::Form::kName && name->type == EntityType::kPlace;
    return place ? name->canonical : "";
  }
  if (entity.type != EntityType::kPlace) return "";
  const auto meanings = wordnet->Synsets(folded, WordPos::kNoun);
  const bool lies = std::ranges::any_of(
      meanings, [&](SynsetId meaning) { return !wordnet->Holonyms(meaning).empty(); });
  return lies || wordnet->IsHyponymOf(folded, "continent", WordPos::kNoun) ? folded : "";
}

// The places in which something said of a subject lies: "is in Norway", "is a town in
// the north of Norway", "a firm located in Norway".
std::vector<std::pair<int32_t, std::string>> EvidenceFinder::PlacesOf(
    const Terms& terms, const Sentence& sentence, const std::vector<int32_t>& said) const {
  std::vector<std::pair<int32_t, std::string>> places;
  for (const auto& entity : terms.reading->entities) {
    for (const Mention& mention : entity.mentions) {
      if (mention.head < static_cast<int32_t>(sentence.first) ||
          mention.head >= static_cast<int32_t>(sentence.last))
        continue;
      const std::string name = PlaceNamed(terms, entity, mention);
      if (name.empty()) continue;
      int32_t at = mention.head;
      bool in = false, reached = false;
      for (int steps = 0; steps < kPlaceSteps && at != kNoToken && !reached; ++steps) {
        in = in || CaseOf(terms, sentence, at) == "in";
        reached = std::ranges::find(said, at) != said.end();
        if (TokenAt(terms, at).deprel == Deprel::kNsubj) break;
        at = TokenAt(terms, at).head;
      }
      reached = reached || (at != kNoToken && std::ranges::find(said, at) != said.end());
      if (in && reached) places.emplace_back(mention.head, name);
    }
  }
  return places;
}

// Whether a place cannot lie in a country or continent: it is another one, or known to
// lie in another.
bool EvidenceFinder::LiesElsewhere(const std::string& place, const std::string& whole) const {
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (lexicon == nullptr || wordnet == nullptr || PlacesMeet(place, whole)) return false;
  const auto country = [&](const std::string& name) {
    const KnownName* known = lexicon->FindName(FoldName(name));
    return known != nullptr && known->form == KnownName::Form::kName &&
           known->level == KnownName::Level::kCountry;
  };
  const auto continent = [&](const std::string& name) {
    return wordnet->IsHyponymOf(name, "continent", WordPos::kNoun);
  };
  const bool land = country(whole);
  if (!land && !continent(whole)) return false;
  const auto other = [&](const std::string& name) {
    return land ? country(name) : continent(name);
  };
  if (other(place)) return true;
  std::vector<SynsetId> wholes = wordnet->Synsets(FoldMarks(place), WordPos::kNoun);
  constexpr size_t kMost = 24;
  for (size_t i = 0; i < wholes.size() && i < kMost; ++i) {
    for (const SynsetId above : wordnet->Holonyms(wholes[i])) wholes.push_back(above);
    const auto words = wordnet->Words(wholes[i]);
    if (std::ranges::any_of(words, [&](const std::string& word) { return other(FoldMarks(word)); }))
      return true;
  }
  return false;
}

EvidenceFinder::FactRival EvidenceFinder::RivalPlace(const SentenceAlignment& alignment,
                                                     uint32_t passage,
                                                     const std::vector<int32_t>& ours,
                                                     const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const auto state = [](const Terms& terms, int32_t word) { return TokenAt(terms, word).upos == Upos::kAdj; };
  if (state(draft, ours.front())) return {};  // "unknown in Spain", "popular in Norway"
  const auto a = PlacesOf(draft, alignment.draft_sentence(), ours);
  const auto b = PlacesOf(source, there, theirs);
  if (a.size() != 1 || b.empty() || draft[a.front().first].denied) return {};
  const bool elsewhere = std::ranges::all_of(
      b, [&](const auto& other) { return LiesElsewhere(other.second, a.front().second); });
  return elsewhere ? FactRival{a.front().first, b.front().first} : FactRival{};
}

// The known places at which a verb's event took place.
std::vector<std::pair<int32_t, std::string>> EvidenceFinder::PlacesAt(const Terms& terms,
                                                                      const Sentence& sentence,
                                                                      int32_t verb) const {
  std::vector<std::pair<int32_t, std::string>> places;
  for (const auto& entity : terms.reading->entities) {
    for (const Mention& mention : entity.mentions) {
      if (mention.head < static_cast<int32_t>(sentence.first) ||
          mention.head >= static_cast<int32_t>(sentence.last))
        continue;
      const Token& token = TokenAt(terms, mention.head);
      const std::string_view preposition = CaseOf(terms, sentence, mention.head);
      if (token.head != verb || (preposition != "in" && preposition != "from")) continue;
      const std::string name = PlaceNamed(terms, entity, mention);
      if (!name.empty()) places.emplace_back(mention.head, name);
    }
  }
  return places;
}

// Born, founded, built in another place than there.
EvidenceFinder::FactRival EvidenceFinder::RivalScene(const SentenceAlignment& alignment,
                                                     uint32_t passage, int32_t verb,
                                                     const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  if (draft[verb].denied || TokenAt(draft, verb).upos != Upos::kVerb ||
      !lexical_.knowledge().relations->Once(LemmaAt(draft, verb)))
    return {};
  const auto ours = PlacesAt(draft, alignment.draft_sentence(), verb);
  if (ours.size() != 1) return {};
  std::vector<std::pair<int32_t, std::string>> places;
  for (const int32_t v : theirs) {
    const WordMatch match = aligner_.Compare(draft, verb, source, v);
    if (source[v].denied || (match != WordMatch::kSame && match != WordMatch::kSynonym)) continue;
    for (const auto& place : PlacesAt(source, there, v)) places.push_back(place);
  }
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  const auto city = [&](const std::string& name) {
    const KnownName* known = lexicon->FindName(FoldName(name));
    return known != nullptr
               ? known->level == KnownName::Level::kCity
               : lexical_.knowledge().wordnet->IsHyponymOf(name, "city", WordPos::kNoun);
  };
  const bool elsewhere = std::ranges::all_of(places, [&](const auto& other) {
    const bool cities = city(other.second) && city(ours.front().second) &&
                        !PlacesMeet(other.second, ours.front().second);
    return cities || LiesElsewhere(other.second, ours.front().second);
  });
  return !places.empty() && elsewhere ? FactRival{ours.front().first, places.front().first}
                                      : FactRival{};
}

// "Born outside of Hull" against "born in Hull", either way round.
EvidenceFinder::FactRival EvidenceFinder::RivalOutside(const SentenceAlignment& alignment,
                                                       uint32_t passage, int32_t verb,
                                                       const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (draft[verb].denied || !relations->Once(LemmaAt(draft, verb))) return {};
  const auto outside = [&](std::string_view preposition) {
    return relations->OppositeWords(preposition, "inside");
  };
  const auto inside = [](std::string_view preposition) {
    return preposition == "in" || preposition == "inside" || preposition == "within";
  };
  for (auto t = static_cast<int32_t>(here.first); t < static_cast<int32_t>(here.last); ++t) {
    if (TokenAt(draft, t).head != verb || !draft[t].name) continue;
    const std::string_view ours = CaseOf(draft, here, t);
    if (!outside(ours) && !inside(ours)) continue;
    for (const Link& link : alignment.LinksOf(t)) {
      const int32_t v = TokenAt(source, link.source).head;
      if (link.passage != passage || v == kNoToken || source[v].denied || std::ranges::find(theirs, v) == theirs.end()) continue;
      if (!Carries(aligner_.Compare(draft, verb, source, v))) continue;
      const std::string_view other = CaseOf(source, there, link.source);
      if (!(outside(ours) ? inside(other) : outside(other))) continue;
      const auto preposition = [](const Terms& terms, const Sentence& sentence, int32_t noun) {
        for (auto p = static_cast<int32_t>(sentence.first); p < noun; ++p) {
          if (TokenAt(terms, p).head == noun && TokenAt(terms, p).deprel == Deprel::kCase) return p;
        }
        return noun;
      };
      return {preposition(draft, here, t), preposition(source, there, link.source)};
    }
  }
  return {};
}

}  // namespace crosscheck
