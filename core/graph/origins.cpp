// Origins.
//
// Two documents that share a long stretch of words have one origin: sentences of
// kMinWords words or more are hashed after folding, and documents that share a
// third of the shorter one's sentences are copies of each other. A document that
// credits another outlet by name ("according to the Daily Post", "Reuters reported")
// cites it, where a document of that publisher is in the run. Strong components of
// the graph of both are one origin (Boost.Graph); the earliest document of the
// component that cites nobody outside it stands for it.
#include "core/graph/origins.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <string>
#include <unordered_map>

#include "core/base/hash.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr size_t kMinWords = 8;       // shorter sentences are shared by chance
constexpr double kCopyShare = 0.34;   // of the shorter document's sentences
constexpr size_t kMaxSharers = 50;    // a sentence in more documents is boilerplate

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

// Sentences of a document as hashes of their folded words.
std::vector<uint64_t> SentenceHashes(const Reading& reading) {
  std::vector<uint64_t> hashes;
  for (const Sentence& sentence : reading.analysis.sentences) {
    if (sentence.kind == BlockKind::kFurniture) continue;
    std::string words;
    size_t count = 0;
    for (const Token& token : reading.analysis.TokensOf(sentence)) {
      if (token.upos == Upos::kPunct) continue;
      words += FoldMarks(reading.analysis.Form(token)) + ' ';
      ++count;
    }
    if (count >= kMinWords) hashes.push_back(Hash64(words));
  }
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

// Later documents (by date, then by place in the run) copy earlier ones.
bool Earlier(const std::vector<const Reading*>& readings, uint32_t a, uint32_t b) {
  const auto& first = readings[a]->document->metadata().date;
  const auto& second = readings[b]->document->metadata().date;
  if (first && second && *first != *second) return *first < *second;
  return a < b;
}

void FindCopies(const std::vector<const Reading*>& readings, std::vector<std::vector<uint32_t>>* cites) {
  std::vector<size_t> sizes;
  std::unordered_map<uint64_t, std::vector<uint32_t>> sharers;
  for (uint32_t d = 0; d < readings.size(); ++d) {
    const std::vector<uint64_t> hashes = SentenceHashes(*readings[d]);
    sizes.push_back(hashes.size());
    for (const uint64_t hash : hashes) sharers[hash].push_back(d);
  }
  std::map<std::pair<uint32_t, uint32_t>, size_t> shared;
  for (const auto& [hash, documents] : sharers) {
    if (documents.size() > kMaxSharers) continue;
    for (size_t i = 0; i < documents.size(); ++i) {
      for (size_t j = i + 1; j < documents.size(); ++j) ++shared[{documents[i], documents[j]}];
    }
  }
  for (const auto& [pair, count] : shared) {
    const auto smaller = static_cast<double>(std::min(sizes[pair.first], sizes[pair.second]));
    if (static_cast<double>(count) < kCopyShare * smaller) continue;
    const bool first_earlier = Earlier(readings, pair.first, pair.second);
    (*cites)[first_earlier ? pair.second : pair.first].push_back(first_earlier ? pair.first : pair.second);
  }
}

// Credits: an attribution whose source names the publisher of another document.
void FindCredits(const std::vector<const Reading*>& readings, std::vector<std::vector<uint32_t>>* cites) {
  std::unordered_map<std::string, std::vector<uint32_t>> publishers;
  for (uint32_t d = 0; d < readings.size(); ++d) {
    std::string name = FoldMarks(readings[d]->document->metadata().publisher);
    if (name.starts_with("the ")) name.erase(0, 4);
    if (name.size() >= 3) publishers[name].push_back(d);
  }
  if (publishers.empty()) return;
  for (uint32_t d = 0; d < readings.size(); ++d) {
    const Reading& reading = *readings[d];
    for (const Attribution& attribution : reading.attributions) {
      for (const TextRange range : attribution.source) {
        std::string name = FoldMarks(range.In(reading.document->text()));
        if (name.starts_with("the ")) name.erase(0, 4);
        const auto found = publishers.find(name);
        if (found == publishers.end()) continue;
        for (const uint32_t other : found->second) {
          if (other != d) (*cites)[d].push_back(other);
        }
      }
    }
  }
}

}  // namespace

Origins FindOrigins(const std::vector<const Reading*>& readings) {
  Origins origins;
  origins.cites.resize(readings.size());
  origins.origin.resize(readings.size());
  FindCopies(readings, &origins.cites);
  FindCredits(readings, &origins.cites);
  Graph graph(readings.size());
  for (uint32_t d = 0; d < readings.size(); ++d) {
    auto& list = origins.cites[d];
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (const uint32_t other : list) boost::add_edge(d, other, graph);
  }
  std::vector<int> component(readings.size());
  const int count = readings.empty() ? 0 : boost::strong_components(graph, component.data());
  // Components come out in reverse topological order: those that cite nobody first.
  std::vector<uint32_t> origin_of(static_cast<size_t>(count), ~0u);
  std::vector<std::vector<uint32_t>> members(static_cast<size_t>(count));
  for (uint32_t d = 0; d < readings.size(); ++d) members[static_cast<size_t>(component[d])].push_back(d);
  for (size_t c = 0; c < members.size(); ++c) {
    uint32_t best = ~0u;
    for (const uint32_t d : members[c]) {
      for (const uint32_t other : origins.cites[d]) {
        const auto theirs = static_cast<size_t>(component[other]);
        if (theirs == c) continue;
        const uint32_t candidate = origin_of[theirs];
        if (best == ~0u || Earlier(readings, candidate, best)) best = candidate;
      }
    }
    if (best == ~0u) {
      best = members[c].front();
      for (const uint32_t d : members[c]) best = Earlier(readings, d, best) ? d : best;
    }
    origin_of[c] = best;
    for (const uint32_t d : members[c]) origins.origin[d] = best;
  }
  return origins;
}

}  // namespace crosscheck
