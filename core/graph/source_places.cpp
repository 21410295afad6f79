#include "core/graph/source_places.h"

#include <algorithm>

#include "core/claim/alias.h"
#include "core/claim/entity_lexicon.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestName = 4;  // words of a place's name
constexpr size_t kSenses = 1;       // "Hull" is a town before it is anything else
constexpr size_t kMostSynsets = 30;
constexpr size_t kEnough = 2;  // documents that are kept: one that is not the draft itself

void AddNew(std::string word, std::vector<std::string>* words) {
  if (std::ranges::find(*words, word) == words->end()) words->push_back(std::move(word));
}

std::string Joined(const std::vector<std::string_view>& words, size_t first, size_t count) {
  std::string joined;
  for (size_t i = first; i < first + count; ++i) {
    if (!joined.empty()) joined += ' ';
    joined += words[i];
  }
  return joined;
}

}  // namespace

void SourcePlaces::Add(uint32_t document, const std::vector<Entity>& entities) {
  if (knowledge_.entities == nullptr) return;
  for (const Entity& entity : entities) {
    if (!entity.named || entity.key.empty() || entity.type == EntityType::kPerson) continue;
    for (const std::string& whole : WholesOf(entity)) {
      auto& documents = documents_[whole];
      if (documents.size() < kEnough && (documents.empty() || documents.back() != document))
        documents.push_back(document);
    }
  }
}

bool SourcePlaces::HasPartOf(std::string_view key, uint32_t except) const {
  const auto found = documents_.find(std::string(key));
  return found != documents_.end() &&
         std::ranges::any_of(found->second, [except](uint32_t d) { return d != except; });
}

const SourcePlaces::Wholes& SourcePlaces::WholesOf(const Entity& entity) {
  const bool place = entity.type == EntityType::kPlace;
  const auto [it, added] = known_.emplace(entity.key + (place ? "/place" : "/name"), Wholes());
  if (!added) return it->second;
  const auto words = NameWords(entity.key);
  for (size_t first = 0; first < words.size();) {
    size_t taken = 1;
    for (size_t size = std::min(words.size() - first, kLongestName); size > 0; --size) {
      const std::string run = Joined(words, first, size);
      if (knowledge_.entities->WholesOf(run).empty() &&
          knowledge_.entities->FindName(run) == nullptr)
        continue;
      FromLexicon(run, &it->second);
      taken = size;  // "New South Wales" is not in Wales
      break;
    }
    first += taken;
  }
  if (place) FromWordNet(entity.key, &it->second);
  return it->second;
}

void SourcePlaces::FromLexicon(const std::string& place, Wholes* wholes) const {
  Wholes open = {place};
  while (!open.empty()) {
    const std::string at = std::move(open.back());
    open.pop_back();
    for (const std::string& whole : knowledge_.entities->WholesOf(at)) {
      if (std::ranges::find(*wholes, whole) != wholes->end()) continue;
      wholes->push_back(whole);
      open.push_back(whole);
    }
  }
}

void SourcePlaces::FromWordNet(const std::string& place, Wholes* wholes) const {
  if (knowledge_.wordnet == nullptr) return;
  const WordNet& wordnet = *knowledge_.wordnet;
  const std::vector<SynsetId> continent = wordnet.Synsets("continent", WordPos::kNoun, kSenses);
  std::vector<SynsetId> open = wordnet.Synsets(place, WordPos::kNoun, kSenses);
  for (size_t next = 0; next < open.size() && open.size() < kMostSynsets; ++next) {
    for (const SynsetId whole : wordnet.Holonyms(open[next])) {
      if (std::ranges::find(open, whole) != open.end()) continue;
      if (!continent.empty() && wordnet.IsHyponymOf(whole, continent.front()))
        continue;  // too wide to say anything
      open.push_back(whole);
      for (const std::string& word : wordnet.Words(whole)) {
        const std::string folded = FoldName(word);
        const KnownName* known = knowledge_.entities->FindName(folded);
        AddNew(known == nullptr ? folded : known->canonical, wholes);
      }
    }
  }
}

}  // namespace crosscheck
