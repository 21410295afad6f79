// A finding of a later run is first looked for by its fingerprint (unchanged), then
// by its rule and one of its sides (updated), each entry standing for one finding.
// Linear in findings, but for the logarithm of the maps.
#include "core/finding/baseline.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/hash.h"
#include "core/base/markup.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

std::string Hex(uint64_t hash) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[(hash >> shift) & 15];
  return out;
}

std::string FoldSpace(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  return out;
}

using Sides = std::multimap<std::pair<std::string, std::string>, size_t>;

// Takes an entry with this rule and side that stands for nothing yet.
bool Take(const Sides& sides, const std::string& rule, const std::string& side, std::vector<char>* used) {
  if (side.empty()) return false;
  const auto [first, last] = sides.equal_range({rule, side});
  for (auto at = first; at != last; ++at) {
    if ((*used)[at->second] != 0) continue;
    (*used)[at->second] = 1;
    return true;
  }
  return false;
}

}  // namespace

std::string_view ToString(BaselineState state) {
  constexpr std::array<std::string_view, 4> kNames = {"new", "unchanged", "updated", "lost-support"};
  return kNames[static_cast<size_t>(state)];
}

std::string StatementHash(std::string_view document, std::string_view words) {
  return Hex(Hash64(FoldSpace(words), Hash64(document)));
}

BaselineEntry EntryOf(const Finding& finding, std::span<const std::string> names) {
  BaselineEntry entry = {finding.id, finding.rule, "", "", finding.message};
  std::vector<std::string> others;
  for (size_t i = 0; i < finding.labels.size(); ++i) {
    const Label& label = finding.labels[i];
    const std::string hash = StatementHash(names[label.document], label.text);
    if (i == 0)
      entry.here = hash;
    else
      others.push_back(hash);
  }
  std::ranges::sort(others);
  std::string all;
  for (const std::string& other : others) all += other;
  if (!all.empty()) entry.there = Hex(Hash64(all));
  return entry;
}

BaselineComparison Compare(const Baseline& baseline, std::span<const Finding> findings,
                           std::span<const std::string> names,
                           std::span<const std::string> statements) {
  Sides by_id, by_here, by_there;
  for (size_t i = 0; i < baseline.findings.size(); ++i) {
    const BaselineEntry& entry = baseline.findings[i];
    by_id.emplace(std::pair(entry.rule, entry.finding), i);
    by_here.emplace(std::pair(entry.rule, entry.here), i);
    by_there.emplace(std::pair(entry.rule, entry.there), i);
  }
  BaselineComparison comparison;
  comparison.states.assign(findings.size(), BaselineState::kNew);
  std::vector<char> used(baseline.findings.size(), 0);
  for (size_t i = 0; i < findings.size(); ++i) {
    const auto found = by_id.find({findings[i].rule, findings[i].id});
    if (found == by_id.end()) continue;
    used[found->second] = 1;
    comparison.states[i] = BaselineState::kUnchanged;
  }
  for (size_t i = 0; i < findings.size(); ++i) {
    if (comparison.states[i] == BaselineState::kUnchanged) continue;
    const BaselineEntry entry = EntryOf(findings[i], names);
    if (Take(by_here, entry.rule, entry.here, &used) || Take(by_there, entry.rule, entry.there, &used)) {
      comparison.states[i] = BaselineState::kUpdated;
    } else if (!statements[i].empty() && std::ranges::binary_search(baseline.supported, statements[i])) {
      comparison.states[i] = BaselineState::kLostSupport;
    }
  }
  for (size_t i = 0; i < used.size(); ++i) {
    if (used[i] == 0) comparison.absent.push_back(i);
  }
  return comparison;
}

Baseline ReadBaseline(std::string_view yaml, std::string_view path, Diagnostics* diagnostics) {
  Baseline baseline;
  const size_t before = diagnostics->size();
  const YamlNode root = ParseYaml(yaml, path, diagnostics);
  if (diagnostics->size() != before) return baseline;
  CheckKeys(root, {"crosscheck", "findings", "supported"}, path, diagnostics);
  const YamlNode* findings = root.Find("findings");
  if (root.Text("crosscheck") != "1" || findings == nullptr) {
    diagnostics->push_back({DiagnosticLevel::kError, "baseline.form", std::string(path), root.line, root.column,
                            "must hold 'crosscheck: 1' and a list of 'findings'", "write it with: crosscheck baseline create"});
    return baseline;
  }
  for (const YamlNode& node : findings->items) {
    CheckKeys(node, {"finding", "rule", "here", "there", "message"}, path, diagnostics);
    baseline.findings.push_back({node.Text("finding"), node.Text("rule"), node.Text("here"), node.Text("there"), node.Text("message")});
  }
  if (const YamlNode* supported = root.Find("supported")) baseline.supported = supported->Strings();
  std::ranges::sort(baseline.supported);
  return baseline;
}

std::string ToYaml(const Baseline& baseline) {
  std::vector<BaselineEntry> entries = baseline.findings;
  std::ranges::stable_sort(entries, {}, [](const BaselineEntry& e) { return std::pair(e.rule, e.finding); });
  std::string out = "crosscheck: 1\nfindings:" + std::string(entries.empty() ? " []\n" : "\n");
  for (const BaselineEntry& e : entries) {
    out += "  - {finding: " + e.finding + ", rule: " + e.rule + ", here: \"" + e.here + "\", there: \"" + e.there +
           "\",\n     message: " + QuoteYaml(e.message) + "}\n";
  }
  const std::set<std::string> supported(baseline.supported.begin(), baseline.supported.end());
  out += "supported:" + std::string(supported.empty() ? " []\n" : "\n");
  for (const std::string& hash : supported) out += "  - \"" + hash + "\"\n";
  return out;
}

}  // namespace crosscheck
