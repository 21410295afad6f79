// From matches to findings: messages, labels, reasons; mirrored and repeated
// matches become one; rules that yield fall silent where another one speaks.
#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>

#include "core/base/parallel.h"
#include "core/check/finding_maker.h"
#include "core/check/matcher.h"
#include "core/check/rules.h"

namespace crosscheck {
namespace {

bool Selected(const Rule& rule, const EvaluateOptions& options) {
  const auto begins = [&rule](const std::string& prefix) { return rule.id.starts_with(prefix); };
  if (rule.severity == Severity::kOff || rule.status == "deprecated") return false;
  if (std::any_of(options.ignore.begin(), options.ignore.end(), begins)) return false;
  return options.select.empty() ||
         std::any_of(options.select.begin(), options.select.end(), begins);
}

// The matched items as a set: a match and its mirror image have the same.
std::vector<Item> ItemSet(const Rule& rule, const Match& match) {
  std::vector<Item> items;
  for (size_t p = 0; p < rule.matched; ++p)
    items.push_back({rule.patterns[p].kind, match.binding.items[p]});
  std::sort(items.begin(), items.end());
  return items;
}

// Matches with the primary item in a draft first, then in order of the items, so
// that of two mirror images the draft's own stays.
void Order(const World& world, const Rule& rule, std::vector<Match>* matches) {
  const auto key = [&](const Match& m) {
    const size_t p = static_cast<size_t>(rule.primary);
    const uint32_t document = world.DocumentOf({rule.patterns[p].kind, m.binding.items[p]});
    return std::tuple(world.IsDraft(document) ? 0 : 1, m.holds == Tri::kYes ? 0 : 1, document);
  };
  std::stable_sort(matches->begin(), matches->end(), [&](const Match& a, const Match& b) {
    const auto left = key(a), right = key(b);
    return left != right ? left < right : a.binding.items < b.binding.items;
  });
  std::set<std::vector<Item>> seen;
  std::erase_if(*matches, [&](const Match& m) { return !seen.insert(ItemSet(rule, m)).second; });
}

// Whether two findings set the same two places of two documents against each
// other, each from its own side.
bool Mirrored(const Finding& a, const Finding& b) {
  if (a.labels.size() < 2 || a.labels.size() != b.labels.size() || a.labels.front().document == b.labels.front().document) return false;
  return std::all_of(a.labels.begin(), a.labels.end(), [&b](const Label& label) {
    return std::any_of(b.labels.begin(), b.labels.end(), [&label](const Label& other) {
      return other.document == label.document && other.range.Overlaps(label.range);
    });
  });
}

// Evidence is found from each side where every document is a draft; what one
// document holds against another is printed once, for the first. That two agree
// is said of each of them.
void DropMirrored(const Rule& rule, std::vector<Made>* made) {
  if (rule.matched != 1 || rule.finding == FindingKind::kAgreement) return;
  std::map<std::pair<uint32_t, uint32_t>, std::vector<Finding>> kept;  // by the two documents
  std::erase_if(*made, [&](const Made& one) {
    if (one.finding.labels.size() < 2) return false;
    std::vector<Finding>& pair = kept[std::minmax(one.finding.labels[0].document, one.finding.labels[1].document)];
    if (std::any_of(pair.begin(), pair.end(), [&](const Finding& other) { return Mirrored(one.finding, other); })) return true;
    pair.push_back(one.finding);
    return false;
  });
}

struct RuleResult {
  std::vector<Made> made;
  RuleCost cost;
  bool limited = false;
};

RuleResult RunRule(const World& world, const Rule& rule, const EvaluateOptions& options) {
  RuleResult result;
  const auto start = std::chrono::steady_clock::now();
  Matcher matcher(world, rule, options.limit);
  std::vector<Match> matches = matcher.Run();
  result.cost.matches = matches.size();
  if (!options.open) std::erase_if(matches, [](const Match& m) { return m.holds != Tri::kYes; });
  Order(world, rule, &matches);
  for (const Match& match : matches) result.made.push_back(MakeFinding(world, rule, match));
  KeepBest(rule, &result.made);
  DropMirrored(rule, &result.made);
  result.limited = matcher.funnel().limited;
  result.cost.rule = rule.id;
  result.cost.tried = matcher.funnel().tried;
  result.cost.findings = result.made.size();
  result.cost.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return result;
}

// Whether `other` speaks of the same thing in the same place.
bool SamePlace(const Made& made, const Made& other) {
  if (made.finding.labels.empty() || other.finding.labels.empty()) return false;
  const Label& a = made.finding.labels.front();
  const bool touch = std::any_of(
      other.finding.labels.begin(), other.finding.labels.end(),
      [&a](const Label& b) { return a.document == b.document && a.range.Overlaps(b.range); });
  return touch || (made.claim.valid() && made.claim == other.claim);
}

void Yield(const RuleSet& rules, std::vector<Made>* all) {
  std::map<std::pair<std::string_view, uint32_t>, std::vector<const Made*>> by_place;  // rule and document
  for (const Made& made : *all) {
    for (const Label& label : made.finding.labels) {
      auto& list = by_place[{made.finding.rule, label.document}];
      if (list.empty() || list.back() != &made) list.push_back(&made);
    }
  }
  std::vector<char> drop(all->size(), 0);
  for (size_t i = 0; i < all->size(); ++i) {
    const Made& made = (*all)[i];
    if (made.finding.labels.empty()) continue;
    for (const std::string& stronger : rules.Find(made.finding.rule)->yields_to) {
      const auto found = by_place.find({stronger, made.finding.labels.front().document});
      if (found == by_place.end()) continue;
      for (const Made* other : found->second) {
        if ((!other->finding.open || made.finding.open) && SamePlace(made, *other)) drop[i] = 1;
      }
    }
  }
  std::vector<Made> kept;
  for (size_t i = 0; i < all->size(); ++i) {
    if (!drop[i]) kept.push_back(std::move((*all)[i]));
  }
  *all = std::move(kept);
}

}  // namespace

std::vector<Finding> Evaluate(const RuleSet& rules, const ClaimGraph& graph,
                              const EvaluateOptions& options, Diagnostics* diagnostics) {
  const World world(graph, options.relations);
  std::vector<const Rule*> selected;
  for (const Rule& rule : rules.rules()) {
    if (Selected(rule, options)) selected.push_back(&rule);
  }
  std::vector<Rule> changed;  // copies of rules whose params are set for this run
  if (!options.params.empty()) {
    changed.reserve(selected.size());
    for (const Rule*& rule : selected) {
      changed.push_back(*rule);
      for (Param& param : changed.back().params) {
        for (const auto& [name, value] : options.params) {
          if (name == param.name) param.value = {value};
        }
      }
      rule = &changed.back();
    }
  }
  std::vector<RuleResult> results(selected.size());
  ParallelFor(selected.size(), options.threads,
              [&](size_t i) { results[i] = RunRule(world, *selected[i], options); });

  std::vector<Made> all;
  for (size_t i = 0; i < results.size(); ++i) {
    if (results[i].limited && diagnostics != nullptr) {
      diagnostics->push_back({DiagnosticLevel::kWarning, "rule.limit", selected[i]->path,
                              selected[i]->line, 0,
                              "rule '" + selected[i]->id + "' was stopped after " +
                                  std::to_string(options.limit) + " items; findings may be missing",
                              "give its patterns more in common, or raise the limit"});
    }
    if (options.costs != nullptr) options.costs->push_back(results[i].cost);
    for (Made& made : results[i].made) all.push_back(std::move(made));
  }
  Yield(rules, &all);
  std::vector<std::string> keys;
  for (uint32_t d = 0; d < graph.document_count(); ++d) keys.push_back(world.DocumentName(d));
  std::vector<Finding> findings;
  for (Made& made : all) {
    SetFingerprint(keys, &made.finding);
    findings.push_back(std::move(made.finding));
  }
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return Before(a, b); });
  findings.erase(std::unique(findings.begin(), findings.end(),
                             [](const Finding& a, const Finding& b) {
                               return a.id == b.id && a.rule == b.rule && !a.labels.empty() &&
                                      !b.labels.empty() &&
                                      a.labels.front().range == b.labels.front().range &&
                                      a.labels.front().document == b.labels.front().document;
                             }),
                 findings.end());
  return findings;
}

}  // namespace crosscheck
