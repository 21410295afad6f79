#include "core/graph/passage_index.h"

#include <algorithm>
#include <cmath>

#include "core/base/hash.h"

namespace crosscheck {
namespace {

constexpr uint64_t kEntitySeed = 1;
constexpr size_t kSmall = 16;

}  // namespace

// A token is found by its lemma whatever its part of speech, and a name or a
// resolved pronoun also by the key of its entity.
std::vector<uint64_t> PassageIndex::KeysOf(const Terms& terms, int32_t token) const {
  std::vector<uint64_t> keys;
  const Term& term = terms[token];
  if (!term.content) return keys;
  if (!term.pronoun) keys.push_back(Hash64(lexical_.Lemma(term.word)));
  if (term.entity >= 0) {
    const Entity& entity = terms.reading->entities[static_cast<size_t>(term.entity)];
    if (!entity.key.empty()) keys.push_back(Hash64(entity.key, kEntitySeed));
  }
  return keys;
}

void PassageIndex::Add(uint32_t document, const Terms& terms) {
  const auto& sentences = terms.reading->analysis.sentences;
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    if (sentences[s].kind == BlockKind::kFurniture) continue;
    ++sentences_;
    if (small_.size() <= kSmall) small_.push_back({document, s});
    for (uint32_t t = sentences[s].first; t < sentences[s].last; ++t) {
      for (const uint64_t key : KeysOf(terms, static_cast<int32_t>(t))) {
        auto& list = postings_[key];
        if (list.empty() || list.back() != Passage{document, s}) list.push_back({document, s});
      }
    }
  }
}

std::vector<Passage> PassageIndex::Search(const Terms& terms, const Sentence& sentence, uint32_t except, size_t count) const {
  std::vector<uint64_t> keys;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    for (const uint64_t key : KeysOf(terms, static_cast<int32_t>(t))) keys.push_back(key);
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::vector<std::pair<Passage, double>> scores;
  for (const uint64_t key : keys) {
    const auto found = postings_.find(key);
    if (found == postings_.end()) continue;
    if (found->second.size() > kMaxPostings) {
      ++hubs_;
      continue;
    }
    const double rare = std::log(1.0 + static_cast<double>(sentences_) / static_cast<double>(found->second.size()));
    for (const Passage passage : found->second) {
      if (passage.document != except) scores.emplace_back(passage, rare);
    }
  }
  if (small_.size() <= count) {  // a short source is read whole: pronouns share no key with a name
    for (const Passage passage : small_) {
      if (passage.document != except) scores.emplace_back(passage, 0.0);
    }
  }
  // Stable, so that the sums add up in the order of the keys on every machine.
  std::ranges::stable_sort(scores, {}, &std::pair<Passage, double>::first);
  std::vector<std::pair<double, Passage>> ranked;
  for (const auto& [passage, score] : scores) {
    if (ranked.empty() || ranked.back().second != passage) ranked.emplace_back(0.0, passage);
    ranked.back().first -= score;
  }
  const size_t kept = std::min(count, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
  std::vector<Passage> best;
  for (size_t i = 0; i < kept; ++i) best.push_back(ranked[i].second);
  return best;
}

}  // namespace crosscheck
