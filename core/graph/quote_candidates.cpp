#include "core/graph/quote_candidates.h"

#include <algorithm>
#include <map>

#include "core/base/hash.h"

namespace crosscheck {
namespace {

constexpr size_t kStretch = 3;

uint64_t StretchKey(std::span<const QuoteWord> words, size_t at) {
  uint64_t key = 0;
  for (size_t i = at; i < at + kStretch; ++i) key = Hash64(words[i].key, key);
  return key;
}

}  // namespace

void QuoteCandidates::Note(Postings* postings, uint64_t key, uint32_t document) {
  auto& list = (*postings)[key];
  if (list.size() < kMostDocuments && (list.empty() || list.back() != document)) list.push_back(document);
}

void QuoteCandidates::Add(uint32_t document, std::span<const QuoteWord> words) {
  documents_.push_back(document);
  for (size_t i = 0; i < words.size(); ++i) {
    Note(&words_, Hash64(words[i].key), document);
    if (i + kStretch <= words.size()) Note(&stretches_, StretchKey(words, i), document);
  }
}

bool QuoteCandidates::Known(const QuoteWord& word, uint32_t except) const {
  const auto found = words_.find(Hash64(word.key));
  return found != words_.end() && std::ranges::any_of(found->second, [&](uint32_t document) { return document != except; });
}

std::vector<uint32_t> QuoteCandidates::Find(std::span<const QuoteWord> words, uint32_t except, size_t count) const {
  if (documents_.size() <= count + 1) {
    std::vector<uint32_t> all = documents_;
    std::erase(all, except);
    return all;
  }
  std::map<uint32_t, size_t> shared;
  const auto count_in = [&](const Postings& postings, uint64_t key) {
    const auto found = postings.find(key);
    if (found == postings.end()) return;
    for (const uint32_t document : found->second) {
      if (document != except) ++shared[document];
    }
  };
  for (size_t i = 0; i + kStretch <= words.size(); ++i) count_in(stretches_, StretchKey(words, i));
  if (shared.empty()) {
    for (const QuoteWord& word : words) count_in(words_, Hash64(word.key));
  }
  std::vector<std::pair<uint32_t, size_t>> ranked(shared.begin(), shared.end());
  std::ranges::stable_sort(ranked, std::ranges::greater(), &std::pair<uint32_t, size_t>::second);
  std::vector<uint32_t> best;
  for (size_t i = 0; i < std::min(count, ranked.size()); ++i) best.push_back(ranked[i].first);
  std::ranges::sort(best);
  return best;
}

}  // namespace crosscheck
