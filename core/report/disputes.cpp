#include "core/report/disputes.h"

#include <algorithm>
#include <bit>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace crosscheck {
namespace {

constexpr size_t kTryAll = 16;  // places up to which all sets are tried

using Conflicts = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Edge = std::pair<size_t, size_t>;

// The innermost claim around a label, else the label's own words.
DisputePlace PlaceOfLabel(const ClaimGraph& graph, const Label& label) {
  TextRange best;
  for (const Claim& claim : graph.reading(label.document).claims) {
    const TextRange whole = Cover(claim.range, claim.subject.range);
    if (!whole.Contains(label.range) || (!best.empty() && whole.size() >= best.size())) continue;
    best = whole;
  }
  return {label.document, best.empty() ? label.range : best};
}

// Whether a set of places, a bit each, has an end of every conflict.
bool Covers(uint32_t set, std::span<const Edge> edges) {
  return std::ranges::all_of(edges, [set](const Edge& e) { return (set >> e.first & 1u) != 0 || (set >> e.second & 1u) != 0; });
}

std::vector<size_t> SmallestCover(const std::vector<DisputePlace>& places, std::span<const Edge> edges) {
  const auto rank = [&](uint32_t set) {
    std::set<uint32_t> texts;
    int64_t later = 0;
    for (size_t i = 0; i < places.size(); ++i) {
      if ((set >> i & 1u) == 0) continue;
      texts.insert(places[i].document);
      later -= places[i].document;
    }
    return std::tuple(std::popcount(set), texts.size(), later, set);
  };
  uint32_t best = (1u << places.size()) - 1;
  for (uint32_t set = 0; set < (1u << places.size()); ++set) {
    if (std::popcount(set) <= std::popcount(best) && Covers(set, edges) && rank(set) < rank(best)) best = set;
  }
  std::vector<size_t> cover;
  for (size_t i = 0; i < places.size(); ++i) {
    if ((best >> i & 1u) != 0) cover.push_back(i);
  }
  return cover;
}

// The place with most conflicts left, again and again.
std::vector<size_t> GreedyCover(size_t places, std::vector<Edge> edges) {
  std::vector<size_t> cover;
  while (!edges.empty()) {
    std::vector<size_t> degree(places, 0);
    for (const auto& [a, b] : edges) {
      ++degree[a];
      ++degree[b];
    }
    const auto most = static_cast<size_t>(std::ranges::max_element(degree) - degree.begin());
    cover.push_back(most);
    std::erase_if(edges, [most](const Edge& e) { return e.first == most || e.second == most; });
  }
  std::ranges::sort(cover);
  return cover;
}

uint32_t AloneIn(const std::vector<DisputePlace>& places, std::span<const Edge> edges) {
  std::set<uint32_t> texts;
  for (const DisputePlace& place : places) texts.insert(place.document);
  if (texts.size() < 3) return ~0u;
  for (const uint32_t text : texts) {
    const bool always = std::ranges::all_of(edges, [&](const Edge& e) {
      return (places[e.first].document == text) != (places[e.second].document == text);
    });
    if (always) return text;
  }
  return ~0u;
}

}  // namespace

std::vector<Dispute> FindDisputes(const ClaimGraph& graph, std::span<const Finding> findings) {
  std::map<std::tuple<uint32_t, uint32_t, uint32_t>, size_t> numbers;
  std::vector<DisputePlace> places;
  std::vector<std::pair<Edge, size_t>> edges;  // with the finding
  const auto number = [&](const DisputePlace& place) {
    const auto [it, added] = numbers.try_emplace({place.document, place.range.start, place.range.end}, places.size());
    if (added) places.push_back(place);
    return it->second;
  };
  for (size_t f = 0; f < findings.size(); ++f) {
    const Finding& finding = findings[f];
    if (finding.kind != FindingKind::kContradiction || finding.open || finding.labels.size() < 2) continue;
    const size_t a = number(PlaceOfLabel(graph, finding.labels[0]));
    const size_t b = number(PlaceOfLabel(graph, finding.labels[1]));
    if (a != b) edges.push_back({{a, b}, f});
  }
  Conflicts conflicts(places.size());
  for (const auto& [edge, finding] : edges) boost::add_edge(edge.first, edge.second, conflicts);
  std::vector<size_t> component(places.size());
  boost::connected_components(conflicts, component.empty() ? nullptr : component.data());

  std::map<size_t, Dispute> by_component;
  std::map<size_t, std::vector<Edge>> inside;  // edges by component, in numbers of Dispute::places
  std::map<size_t, std::vector<size_t>> members;
  for (size_t p = 0; p < places.size(); ++p) members[component[p]].push_back(p);
  std::vector<size_t> local(places.size());
  for (auto& [c, list] : members) {
    std::ranges::sort(list, {}, [&](size_t p) { return std::tuple(places[p].document, places[p].range); });
    for (size_t i = 0; i < list.size(); ++i) {
      local[list[i]] = i;
      by_component[c].places.push_back(places[list[i]]);
    }
  }
  for (const auto& [edge, finding] : edges) {
    const size_t c = component[edge.first];
    inside[c].push_back({local[edge.first], local[edge.second]});
    by_component[c].findings.push_back(finding);
  }
  std::vector<Dispute> disputes;
  for (auto& [c, dispute] : by_component) {
    if (dispute.findings.empty()) continue;
    const auto& own = inside[c];
    dispute.smallest = dispute.places.size() <= kTryAll;
    dispute.repair = dispute.smallest ? SmallestCover(dispute.places, own) : GreedyCover(dispute.places.size(), own);
    dispute.alone = AloneIn(dispute.places, own);
    const auto surest = std::ranges::max_element(dispute.findings, {}, [&](size_t f) { return findings[f].confidence; });
    dispute.settles = findings[*surest].help;
    disputes.push_back(std::move(dispute));
  }
  std::ranges::sort(disputes, {}, [](const Dispute& d) { return d.findings.front(); });
  return disputes;
}

}  // namespace crosscheck
