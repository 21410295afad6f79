#include "core/check/finding_maker.h"

#include <algorithm>
#include <map>

#include "core/check/message.h"

namespace crosscheck {
namespace {

constexpr size_t kSetLabels = 8;  // items of a set that get a label of their own

class Maker {
 public:
  Maker(const World& world, const Rule& rule, const Match& match)
      : world_(world), rule_(rule), match_(match) {}

  Made Make() {
    made_.finding.rule = rule_.id;
    made_.finding.kind = rule_.finding;
    made_.finding.severity = rule_.severity;
    made_.finding.confidence = Confidence();
    made_.finding.tags = rule_.tags;
    made_.finding.message = Fill(world_, rule_, rule_.message, match_.binding, match_.extras);
    made_.finding.help = Fill(world_, rule_, rule_.help, match_.binding, match_.extras);
    if (rule_.fix) {
      made_.finding.fix = Fill(world_, rule_, rule_.fix->with, match_.binding, match_.extras);
      made_.finding.fix_safe = rule_.fix->safe;
    }
    if (match_.holds != Tri::kYes) MarkOpen();
    AddLabels();
    AddWhy();
    const bool alone = !made_.finding.labels.empty() && world_.graph().TellsOnItsOwn(made_.finding.labels.front().document);
    if (rule_.own_telling && alone) {
      made_.finding.severity = std::max(made_.finding.severity, *rule_.own_telling);
      made_.finding.why.push_back("the draft was not made from these texts: it tells the matter on its own");
    }
    const size_t primary = static_cast<size_t>(rule_.primary);
    const Item item = DraftEnd({rule_.patterns[primary].kind, match_.binding.items[primary]});
    if (item.kind == ItemKind::kClaim) made_.claim = ClaimId(item.index);
    if (item.kind == ItemKind::kEnd) made_.claim = world_.graph().evidence()[item.index / 2].draft;
    if (rule_.once >= 0) made_.once = OnceKey();
    return std::move(made_);
  }

 private:
  // One more fact would settle it: never more than a tension.
  void MarkOpen() {
    made_.finding.open = true;
    made_.finding.kind =
        Accuses(rule_.finding) ? FindingKind::kTension : rule_.finding;
    made_.finding.severity = Severity::kInfo;
    made_.finding.confidence = std::min(made_.finding.confidence, 0.3);
    made_.finding.tags.push_back("open");
  }

  double Confidence() const {
    if (!rule_.confidence_of) return rule_.confidence;
    const size_t p = static_cast<size_t>(rule_.confidence_of->pattern);
    const Value v =
        world_.Get({rule_.patterns[p].kind, match_.binding.items[p]}, rule_.confidence_of->path);
    return v.known ? std::clamp(rule_.confidence * v.number, 0.0, 1.0) : rule_.confidence;
  }

  static Item DraftEnd(Item item) {
    return item.kind == ItemKind::kEvidence ? Item{ItemKind::kEnd, 2 * item.index} : item;
  }

  // An evidence stands for its draft's claim: one finding for each claim.
  uint32_t OnceKey() const {
    const size_t p = static_cast<size_t>(rule_.once);
    const uint32_t index = match_.binding.items[p];
    if (rule_.patterns[p].kind != ItemKind::kEvidence) return index;
    const Evidence& e = world_.graph().evidence()[index];
    return e.draft.valid() ? e.draft.index : kNoItem;
  }

  void AddLabel(Item item, const FieldPath& path, std::string text) {
    const Item at = world_.Follow(item, path);
    if (!at.valid()) return;
    Label label;
    label.document = world_.DocumentOf(at);
    label.range = world_.RangeOf(at);
    if (path.field != nullptr) {
      const Value v = path.field->get(world_, at.index);
      if (!v.range.empty() && v.document != kNoItem) {
        label.document = v.document;
        label.range = v.range;
      }
    }
    if (label.range.empty()) return;
    label.text =
        std::string(label.range.In(world_.graph().reading(label.document).analysis.text()));
    label.label = std::move(text);
    for (const Label& other : made_.finding.labels) {
      if (other.document == label.document && other.range == label.range) return;
    }
    made_.finding.labels.push_back(std::move(label));
  }

  // Labels that the rule wrote come first of their pattern; every matched item
  // that it did not label gets one, so that each end can be found.
  void LabelItem(size_t p, Item item) {
    const bool evidence = item.kind == ItemKind::kEvidence;
    for (int end = 0; end < (evidence ? 2 : 1); ++end) {
      const HopSpec* hop =
          evidence ? FindHop(ItemKind::kEvidence, end == 0 ? "draft" : "source") : nullptr;
      bool written = false;
      for (const RuleLabel& label : rule_.labels) {
        if (label.operand.pattern != static_cast<int>(p)) continue;
        const bool whole = label.operand.path.hops.empty() && label.operand.path.field == nullptr;
        const bool mine = !evidence || (whole ? end == 0
                                              : !label.operand.path.hops.empty() &&
                                                    label.operand.path.hops.front() == hop);
        if (!mine) continue;
        Binding binding = match_.binding;
        binding.items[p] = item.index;
        const size_t before = made_.finding.labels.size();
        AddLabel(item, label.operand.path, Fill(world_, rule_, label.text, binding, match_.extras));
        written = written || made_.finding.labels.size() > before;
      }
      if (written) continue;
      FieldPath path;
      if (hop != nullptr) path.hops.push_back(hop);
      AddLabel(item, path, DefaultLabel(world_.Follow(item, path), p));
    }
  }

  std::string DefaultLabel(Item item, size_t p) const {
    if (!item.valid()) return "";
    const FieldSpec* figure =
        FindField(item.kind, item.kind == ItemKind::kNumber ? "number" : "figure");
    const Value v = figure == nullptr ? Value() : figure->get(world_, item.index);
    if (v.figure != nullptr) return "= " + IntervalText(*v.figure);
    return static_cast<int>(p) == rule_.primary && made_.finding.labels.empty()
               ? "stated here"
               : "in " + world_.DocumentName(world_.DocumentOf(item));
  }

  void AddLabels() {
    const size_t primary = static_cast<size_t>(rule_.primary);
    LabelItem(primary, {rule_.patterns[primary].kind, match_.binding.items[primary]});
    for (size_t p = 0; p < rule_.matched; ++p) {
      if (p != primary) LabelItem(p, {rule_.patterns[p].kind, match_.binding.items[p]});
    }
    for (const Clause& clause : rule_.collect) {
      if (clause.pattern < 0) continue;
      const size_t p = static_cast<size_t>(clause.pattern);
      const std::vector<uint32_t>& set = match_.binding.sets[p];
      for (size_t i = 0; i < set.size() && i < kSetLabels; ++i)
        LabelItem(p, {rule_.patterns[p].kind, set[i]});
    }
  }

  void AddWhy() {
    std::vector<std::string>& why = made_.finding.why;
    for (size_t p = 0; p < rule_.matched; ++p) {
      why.push_back(Describe(world_, rule_, match_.binding, p));
      if (rule_.patterns[p].kind == ItemKind::kEvidence)
        why.push_back(world_.graph().evidence()[match_.binding.items[p]].reason);
    }
    for (const Condition& condition : rule_.where)
      why.push_back(condition.text + (match_.holds == Tri::kYes ? ": yes" : ": not ruled out"));
    for (const Clause& clause : rule_.none) {
      if (clause.pattern >= 0)
        why.push_back("there is no " + rule_.patterns[static_cast<size_t>(clause.pattern)].text);
    }
    std::string exceptions;
    for (const Clause& clause : rule_.unless)
      exceptions += (exceptions.empty() ? "" : ", ") + clause.name;
    if (!exceptions.empty()) why.push_back("no exception applies: " + exceptions);
  }

  const World& world_;
  const Rule& rule_;
  const Match& match_;
  Made made_;
};

}  // namespace

std::string Describe(const World& world, const Rule& rule, const Binding& binding, size_t pattern) {
  const Item item{rule.patterns[pattern].kind, binding.items[pattern]};
  if (item.index == kNoItem) return rule.patterns[pattern].alias + " = nothing";
  if (item.kind == ItemKind::kEvidence) {
    const Evidence& e = world.graph().evidence()[item.index];
    return rule.patterns[pattern].alias + " = evidence " + std::string(e.kind) + ", strength " +
           std::to_string(e.strength).substr(0, 4);
  }
  return rule.patterns[pattern].alias + " = “" + std::string(world.WordsOf(item)) + "” (" +
         world.DocumentName(world.DocumentOf(item)) + ")";
}

Made MakeFinding(const World& world, const Rule& rule, const Match& match) {
  return Maker(world, rule, match).Make();
}

void KeepBest(const Rule& rule, std::vector<Made>* made) {
  if (rule.once < 0) return;
  std::map<uint32_t, size_t> best;
  for (size_t i = 0; i < made->size(); ++i) {
    const Made& one = (*made)[i];
    if (one.once == kNoItem) continue;
    const auto [at, fresh] = best.try_emplace(one.once, i);
    if (fresh) continue;
    const Finding& old = (*made)[at->second].finding;
    const bool better =
        old.open != one.finding.open ? old.open : one.finding.confidence > old.confidence;
    if (better) at->second = i;
  }
  std::vector<Made> kept;
  for (size_t i = 0; i < made->size(); ++i) {
    const auto found = best.find((*made)[i].once);
    if ((*made)[i].once == kNoItem || found->second == i) kept.push_back(std::move((*made)[i]));
  }
  *made = std::move(kept);
}

}  // namespace crosscheck
