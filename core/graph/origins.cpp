// Origins.
//
// Two documents that share a long stretch of words have one origin: sentences of
// kMinWords words or more are hashed after folding, and documents that share a
// third of the shorter one's sentences are copies of each other. A document that
// credits another outlet by name ("according to the Daily Post", "Reuters reported";
// credits.h) cites it, where a document of that publisher is in the run. Strong
// components of the graph of both are one origin (Boost.Graph); the earliest document
// of the component that cites nobody outside it stands for it. An outlet that is not
// in the run is an origin, too: of the texts whose dateline or byline names it, and of
// single sentences elsewhere, since a long article that credits Reuters once has the
// rest from somebody else.
#include "core/graph/origins.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <string>
#include <unordered_map>

#include "core/base/hash.h"
#include "core/base/unicode.h"
#include "core/graph/credits.h"

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

// Which of two origins a text goes back to: an outlet that it names as the maker of
// all of it, before texts that it cites.
bool Better(const std::vector<const Reading*>& readings, uint32_t a, uint32_t b) {
  const size_t documents = readings.size();
  if ((a >= documents) != (b >= documents)) return a >= documents;
  if (a >= documents) return a < b;
  return Earlier(readings, a, b);
}

void FindCopies(const std::vector<const Reading*>& readings, std::vector<std::vector<uint32_t>>* copies) {
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
    (*copies)[first_earlier ? pair.second : pair.first].push_back(first_earlier ? pair.first : pair.second);
  }
}

// Credits: to a publisher of the run, a step of the graph; to an outlet that is not
// in the run, an origin of its own: of the whole text where a dateline says so,
// else of the credited sentences.
class CreditSteps {
 public:
  CreditSteps(const std::vector<const Reading*>& readings, const EntityLexicon* lexicon, Origins* origins)
      : readings_(readings), lexicon_(lexicon), origins_(origins) {
    for (uint32_t d = 0; d < readings.size(); ++d) {
      const std::string key = OutletKey(readings[d]->document->metadata().publisher, lexicon);
      if (key.size() >= kMinPublisher) publishers_[key].push_back(d);
    }
  }

  void Find() {
    const auto known = [this](const std::string& key) { return publishers_.contains(key); };
    for (uint32_t d = 0; d < readings_.size(); ++d) {
      for (const Credit& credit : FindCredits(*readings_[d], lexicon_, known)) Add(d, credit);
    }
  }

 private:
  void Add(uint32_t document, const Credit& credit) {
    const auto found = publishers_.find(credit.outlet);
    if (found == publishers_.end()) {
      const uint32_t outlet = Outside(credit);
      if (credit.whole)
        origins_->cites[document].push_back(outlet);
      else
        origins_->credited[document].push_back({credit.range, outlet});
      return;
    }
    for (const uint32_t other : found->second) {
      if (other != document) origins_->cites[document].push_back(other);
    }
  }

  // The number of an outlet outside the run.
  uint32_t Outside(const Credit& credit) {
    const auto number = static_cast<uint32_t>(readings_.size() + origins_->outlets.size());
    const auto [at, fresh] = outside_.try_emplace(credit.outlet, number);
    if (fresh) origins_->outlets.push_back(credit.name);
    return at->second;
  }

  static constexpr size_t kMinPublisher = 3;

  const std::vector<const Reading*>& readings_;
  const EntityLexicon* lexicon_;
  Origins* origins_;
  std::unordered_map<std::string, std::vector<uint32_t>> publishers_;
  std::unordered_map<std::string, uint32_t> outside_;
};

// The steps of all documents as a graph of documents and outlets outside the run.
Graph GraphOf(Origins* origins) {
  const size_t documents = origins->cites.size();
  Graph graph(documents + origins->outlets.size());
  for (uint32_t d = 0; d < documents; ++d) {
    for (auto* steps : {&origins->cites[d], &origins->copies[d]}) {
      std::ranges::sort(*steps);
      const auto [first, last] = std::ranges::unique(*steps);
      steps->erase(first, last);
      for (const uint32_t other : *steps) boost::add_edge(d, other, graph);
    }
  }
  return graph;
}

// Where the members of a component go back to: the best origin that one of them
// cites outside it, else the earliest of them. `origin_of`: of the components that
// come before, ~0u for the others.
uint32_t OriginOfComponent(const std::vector<const Reading*>& readings, const Origins& origins,
                           const std::vector<uint32_t>& members, const std::vector<int>& component,
                           const std::vector<uint32_t>& origin_of) {
  if (members.front() >= readings.size()) return members.front();  // an outlet cites nobody that we know of
  uint32_t best = ~0u;
  for (const uint32_t d : members) {
    for (const auto* steps : {&origins.cites[d], &origins.copies[d]}) {
      for (const uint32_t other : *steps) {
        if (component[other] == component[d]) continue;
        const uint32_t candidate = origin_of[static_cast<size_t>(component[other])];
        if (best == ~0u || Better(readings, candidate, best)) best = candidate;
      }
    }
  }
  if (best != ~0u) return best;
  best = members.front();
  for (const uint32_t d : members) best = Earlier(readings, d, best) ? d : best;
  return best;
}

}  // namespace

Origins FindOrigins(const std::vector<const Reading*>& readings, const EntityLexicon* lexicon) {
  Origins origins;
  origins.cites.resize(readings.size());
  origins.copies.resize(readings.size());
  origins.origin.resize(readings.size());
  origins.credited.resize(readings.size());
  if (readings.empty()) return origins;
  FindCopies(readings, &origins.copies);
  CreditSteps(readings, lexicon, &origins).Find();
  const Graph graph = GraphOf(&origins);
  std::vector<int> component(boost::num_vertices(graph));
  const auto count = static_cast<size_t>(boost::strong_components(graph, component.data()));
  std::vector<std::vector<uint32_t>> members(count);
  for (uint32_t d = 0; d < component.size(); ++d) members[static_cast<size_t>(component[d])].push_back(d);
  // Components come out in reverse topological order: those that cite nobody first.
  std::vector<uint32_t> origin_of(count, ~0u);
  for (size_t c = 0; c < count; ++c) {
    origin_of[c] = OriginOfComponent(readings, origins, members[c], component, origin_of);
    for (const uint32_t d : members[c]) {
      if (d < readings.size()) origins.origin[d] = origin_of[c];
    }
  }
  for (auto& steps : origins.cites)
    std::erase_if(steps, [&](uint32_t other) { return other >= readings.size(); });
  return origins;
}

}  // namespace crosscheck
