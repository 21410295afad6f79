#include "core/pipeline/reading_cache.h"

#include "core/base/hash.h"

namespace crosscheck {

uint64_t ReadingCache::KeyOf(const Document& document) {
  const Metadata& metadata = document.metadata();
  const uint64_t seed =
      Hash64(metadata.path, Hash64(metadata.date ? ToString(*metadata.date) : ""));
  return Hash64(document.text(), Hash64(metadata.publisher, seed));
}

size_t ReadingCache::CostOf(const ReadDocumentResult& reading) {
  return reading.reading.analysis.tokens.size() + 16;
}

SharedReading ReadingCache::Find(const Document& document) {
  const uint64_t key = KeyOf(document);
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  if (!(found->second->reading->document == document)) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return entries_.front().reading;
}

void ReadingCache::Add(SharedReading reading) {
  if (CostOf(*reading) > max_tokens_) return;
  const uint64_t key = KeyOf(reading->document);
  const std::lock_guard lock(mutex_);
  if (places_.contains(key)) return;
  tokens_ += CostOf(*reading);
  entries_.push_front({key, std::move(reading)});
  places_[key] = entries_.begin();
  while (tokens_ > max_tokens_) {
    tokens_ -= CostOf(*entries_.back().reading);
    places_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace crosscheck
