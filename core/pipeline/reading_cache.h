#ifndef CROSSCHECK_CORE_PIPELINE_READING_CACHE_H_
#define CROSSCHECK_CORE_PIPELINE_READING_CACHE_H_

#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

#include "core/pipeline/session.h"

namespace crosscheck {

// The readings that were used last, up to a number of tokens. A key is a hash;
// the documents are compared before a reading is given out, so a collision costs time
// and nothing else. Thread-safe.
class ReadingCache {
 public:
  explicit ReadingCache(size_t max_tokens) : max_tokens_(max_tokens) {}

  SharedReading Find(const Document& document);
  void Add(SharedReading reading);

 private:
  struct Entry {
    uint64_t key;
    SharedReading reading;
  };
  static uint64_t KeyOf(const Document& document);
  static size_t CostOf(const ReadDocumentResult& reading);

  std::mutex mutex_;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<uint64_t, std::list<Entry>::iterator> places_;
  size_t max_tokens_;
  size_t tokens_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_READING_CACHE_H_
