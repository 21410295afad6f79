// How a rule is matched.
//
// A rule is a small conjunctive query: patterns, equalities between their fields
// ($VARIABLES) and conditions. Trying every pair of claims would cost the square
// of a corpus. So each pattern's own demands are met first, from postings where
// they name words; then the pattern with the fewest candidates is bound, and each
// further one is looked up by a field that it must share with what is bound:
//
//   match: {a: {from: draft, entity: $E, figure: $F}, b: {from: source, entity: $E, figure: $G}}
//   → all draft claims with a figure; for each, the source claims of its entity
//
// Conditions are asked as soon as all that they speak of is bound. `none` and
// `collect` look up their items for one match at a time: no product of the two.
// Cost: candidates plus joined pairs; both are counted, and a limit per rule is
// reported rather than run into. tests/oracle holds it against all pairs.
#include "core/check/matcher.h"

#include <algorithm>
#include <set>

#include "core/check/conditions/shared.h"
#include "core/check/guard.h"

namespace crosscheck {

Matcher::Matcher(const World& world, const Rule& rule, uint64_t limit, const Focus* focus)
    : world_(world), rule_(rule), limit_(limit), focus_(focus) {
  for (size_t p = 0; p < rule_.matched; ++p)
    Step(rule_.patterns[p].alias + ": " + rule_.patterns[p].text);
  join_step_ = Step("shared variables");
  for (const Condition& condition : rule_.where) condition_steps_.push_back(Step(condition.text));
  scope_step_ = Step("scope");
  for (const Clause& clause : rule_.none)
    none_steps_.push_back(
        Step("none: " + rule_.patterns[static_cast<size_t>(std::max(clause.pattern, 0))].text));
  for (const Clause& clause : rule_.unless) unless_steps_.push_back(Step("unless: " + clause.name));
}

size_t Matcher::Step(std::string name) {
  funnel_.steps.push_back({std::move(name)});
  return funnel_.steps.size() - 1;
}

bool Matcher::Touches(const Binding& binding) const {
  if (focus_ == nullptr) return true;
  for (size_t p = 0; p < rule_.matched; ++p) {
    if (binding.items[p] == kNoItem) continue;
    std::vector<Item> ends = {{rule_.patterns[p].kind, binding.items[p]}};
    if (ends.front().kind == ItemKind::kEvidence)
      ends.push_back({ItemKind::kEnd, 2 * binding.items[p] + 1});
    for (const Item end : ends) {
      if (world_.DocumentOf(end) == focus_->document && world_.RangeOf(end).Overlaps(focus_->range))
        return true;
    }
  }
  return false;
}

bool Matcher::Pass(size_t step, bool passed, const Binding& binding,
                   const std::map<std::string, Value>* extras) {
  if (!Touches(binding)) return passed;
  ++funnel_.steps[step].in;
  if (passed) {
    ++funnel_.steps[step].out;
  } else if (static_cast<int>(step) > funnel_.nearest_step) {
    funnel_.nearest_step = static_cast<int>(step);
    funnel_.nearest = binding;
    if (extras != nullptr) funnel_.nearest_extras = *extras;
  }
  return passed;
}

const Matcher::SiteIndex& Matcher::IndexOf(int pattern, const FieldPath& path) const {
  SiteIndex& index = index_[&path];
  if (index.column == nullptr) {
    const ItemKind kind = rule_.patterns[static_cast<size_t>(pattern)].kind;
    index.column = &world_.Column(kind, path);
    index.postings = &world_.Postings(kind, path);
  }
  return index;
}

uint32_t Matcher::KeyOf(const Site& site, const Binding& binding) const {
  return (
      *IndexOf(site.pattern, site.path).column)[binding.items[static_cast<size_t>(site.pattern)]];
}

std::span<const uint32_t> Matcher::Lookup(const Site& site, uint32_t key) const {
  if (key == 0) return {};
  const World::PostingMap& postings = *IndexOf(site.pattern, site.path).postings;
  const auto found = postings.find(key);
  return found == postings.end() ? std::span<const uint32_t>()
                                 : std::span<const uint32_t>(found->second);
}

bool Matcher::Fits(size_t p, uint32_t index) const {
  const Pattern& pattern = rule_.patterns[p];
  const Item item{pattern.kind, index};
  if (pattern.from != From::kAny) {
    const uint32_t document = world_.DocumentOf(item);
    if (pattern.from == From::kDraft ? !world_.IsDraft(document) : !world_.IsSource(document))
      return false;
  }
  for (const Test& test : pattern.tests) {
    if (Meets(world_, rule_, item, test) != Tri::kYes) return false;
  }
  for (const auto& [variable, path] : pattern.variables) {
    if (!path.field->context && (*IndexOf(static_cast<int>(p), path).column)[index] == 0)
      return false;
  }
  return true;
}

// Demands on closed words are served by postings; the fewest are looked at.
Matcher::Candidates Matcher::CandidatesOf(size_t p) const {
  const Pattern& pattern = rule_.patterns[p];
  Candidates found;
  const uint32_t count = world_.Count(pattern.kind);
  found.holds.assign(count, 0);
  std::vector<uint32_t> pool;
  bool indexed = false;
  for (const Test& test : pattern.tests) {
    const bool exact = test.op == Test::Op::kOneOf && (test.path.field->type == ValueType::kWord ||
                                                       test.path.field->name == "predicate");
    if (!exact) continue;
    std::vector<uint32_t> here;
    world_.Column(pattern.kind, test.path);  // interns the keys
    const std::set<std::string> keys(test.keys.begin(), test.keys.end());
    for (const std::string& key : keys) {
      const std::span<const uint32_t> posting =
          world_.Posting(pattern.kind, test.path, world_.KeyNumber(key));
      here.insert(here.end(), posting.begin(), posting.end());
    }
    if (!indexed || here.size() < pool.size()) pool = std::move(here);
    indexed = true;
    if (pool.size() * 16 < count) break;  // few enough
  }
  if (!indexed) {
    for (uint32_t i = 0; i < count; ++i) {
      if (Fits(p, i)) found.items.push_back(i);
    }
  } else {
    std::sort(pool.begin(), pool.end());
    for (const uint32_t i : pool) {
      if (Fits(p, i)) found.items.push_back(i);
    }
  }
  for (const uint32_t i : found.items) found.holds[i] = 1;
  return found;
}

void Matcher::FindCandidates() {
  for (size_t p = 0; p < rule_.patterns.size(); ++p) {
    candidates_.push_back(CandidatesOf(p));
    funnel_.tried += candidates_.back().items.size();
    if (p >= rule_.matched) continue;
    Binding one;
    one.items.assign(rule_.patterns.size(), kNoItem);
    for (const uint32_t item : candidates_.back().items) {
      one.items[p] = item;
      Pass(p, true, one);
    }
    if (candidates_.back().items.empty()) return;  // no match is possible
  }
}

void Matcher::Plan() {
  std::vector<char> bound(rule_.patterns.size(), 0);
  std::vector<char> placed(rule_.where.size(), 0);
  for (size_t n = 0; n < rule_.matched; ++n) {
    int best = -1;
    bool best_tied = false;
    for (size_t p = 0; p < rule_.matched; ++p) {
      if (bound[p]) continue;
      const bool tied = std::any_of(rule_.joins.begin(), rule_.joins.end(), [&](const Join& j) {
        const int other = j.left.pattern == static_cast<int>(p)    ? j.right.pattern
                          : j.right.pattern == static_cast<int>(p) ? j.left.pattern
                                                                   : -1;
        return other >= 0 && !j.context && bound[static_cast<size_t>(other)];
      });
      const bool fewer = best < 0 || candidates_[p].items.size() <
                                         candidates_[static_cast<size_t>(best)].items.size();
      if (best < 0 || (tied && !best_tied) || (tied == best_tied && fewer)) {
        best = static_cast<int>(p);
        best_tied = tied;
      }
    }
    Level level;
    level.pattern = best;
    bound[static_cast<size_t>(best)] = 1;
    for (size_t j = 0; j < rule_.joins.size(); ++j) {
      const Join& join = rule_.joins[j];
      const bool mine = join.left.pattern == best || join.right.pattern == best;
      if (!mine || !bound[static_cast<size_t>(join.left.pattern)] ||
          !bound[static_cast<size_t>(join.right.pattern)])
        continue;
      level.joins.push_back(static_cast<int>(j));
      if (!join.context && level.seek < 0 && join.left.pattern != join.right.pattern)
        level.seek = static_cast<int>(j);
    }
    for (size_t c = 0; c < rule_.where.size(); ++c) {
      const std::vector<int>& of = rule_.where[c].patterns;
      const bool ready = std::all_of(of.begin(), of.end(),
                                     [&](int p) { return bound[static_cast<size_t>(p)] != 0; });
      if (placed[c] || !ready) continue;
      placed[c] = 1;
      level.conditions.push_back(static_cast<int>(c));
    }
    levels_.push_back(std::move(level));
  }
  for (size_t c = 0; c < rule_.where.size(); ++c) {
    if (!placed[c]) late_.push_back(static_cast<int>(c));
  }
}

namespace {

// The key that the other side of a join has, and the field to look it up by.
const Site& Mine(const Join& join, int pattern) {
  return join.left.pattern == pattern ? join.left : join.right;
}
const Site& Other(const Join& join, int pattern) {
  return join.left.pattern == pattern ? join.right : join.left;
}

}  // namespace

std::span<const uint32_t> Matcher::Open(const Level& level, const Binding& binding) const {
  const size_t p = static_cast<size_t>(level.pattern);
  if (level.seek < 0) return candidates_[p].items;
  const Join& join = rule_.joins[static_cast<size_t>(level.seek)];
  return Lookup(Mine(join, level.pattern), KeyOf(Other(join, level.pattern), binding));
}

bool Matcher::Compatible(const Join& join, const Binding& binding) const {
  const auto value = [&](const Site& site) {
    const size_t p = static_cast<size_t>(site.pattern);
    return world_.Get({rule_.patterns[p].kind, binding.items[p]}, site.path);
  };
  const Value a = value(join.left), b = value(join.right);
  if (!a.known || !b.known) return true;
  if (a.time != nullptr && b.time != nullptr) return Overlap(*a.time, *b.time).value_or(true);
  return conditions::Refines(world_, a, b) != Tri::kNo;
}

bool Matcher::Joined(const std::vector<Join>& joins, const std::vector<int>& chosen,
                     const Binding& binding) {
  for (const int j : chosen) {
    const Join& join = joins[static_cast<size_t>(j)];
    if (join.context) {
      if (!Compatible(join, binding)) return false;
      continue;
    }
    const uint32_t left = KeyOf(join.left, binding), right = KeyOf(join.right, binding);
    if (left == 0 || left != right) return false;
  }
  return true;
}

// No item matches two patterns at once, and in an audit, where every document
// is both, the draft's side and the source's side are never the same document.
bool Matcher::Apart(int pattern, const Binding& binding) const {
  const size_t p = static_cast<size_t>(pattern);
  const Item item{rule_.patterns[p].kind, binding.items[p]};
  const size_t end = p < rule_.matched ? rule_.matched : rule_.patterns.size();
  for (size_t q = 0; q < end; ++q) {
    const bool other_clause = q >= rule_.matched && q != p;
    if (q == p || other_clause || binding.items[q] == kNoItem) continue;
    const Item other{rule_.patterns[q].kind, binding.items[q]};
    if (other == item) return false;
    const From a = rule_.patterns[p].from, b = rule_.patterns[q].from;
    if (other.kind == ItemKind::kEvidence && a == From::kSource &&
        world_.graph().evidence()[other.index].draft_document == world_.DocumentOf(item))
      return false;
    const bool sides =
        (a == From::kDraft && b == From::kSource) || (a == From::kSource && b == From::kDraft);
    if (sides && world_.DocumentOf(item) == world_.DocumentOf(other)) return false;
  }
  return true;
}

bool Matcher::InScope(const Binding& binding) const {
  std::set<uint32_t> documents;
  bool draft = false;
  for (size_t p = 0; p < rule_.matched; ++p) {
    const Item item{rule_.patterns[p].kind, binding.items[p]};
    documents.insert(world_.DocumentOf(item));
    draft = draft || world_.IsDraft(world_.DocumentOf(item));
    if (item.kind != ItemKind::kEvidence) continue;
    const Evidence& e = world_.graph().evidence()[item.index];
    if (e.source.valid() || !e.source_range.empty()) documents.insert(e.source_document);
  }
  if (rule_.scope == Scope::kAcross && documents.size() < 2) return false;
  if (rule_.scope == Scope::kWithin && documents.size() > 1) return false;
  return draft || rule_.scope == Scope::kSources;
}

bool Matcher::Try(const Level& level, const Binding& binding, std::vector<Tri>* held,
                  size_t depth) {
  if (!Apart(level.pattern, binding)) return false;
  if (!level.joins.empty() && !Pass(join_step_, Joined(rule_.joins, level.joins, binding), binding))
    return false;
  Tri all = depth == 0 ? Tri::kYes : (*held)[depth - 1];
  for (const int c : level.conditions) {
    const Tri result =
        Evaluate(world_, rule_, rule_.where[static_cast<size_t>(c)], binding, nullptr);
    all = std::min(all, result);
    if (!Pass(condition_steps_[static_cast<size_t>(c)], result != Tri::kNo, binding)) return false;
  }
  (*held)[depth] = all;
  return true;
}

std::vector<Match> Matcher::Run() {
  std::vector<Match> matches;
  FindCandidates();
  if (candidates_.size() < rule_.patterns.size() || rule_.matched == 0) return matches;
  Plan();
  Binding binding;
  binding.items.assign(rule_.patterns.size(), kNoItem);
  binding.sets.resize(rule_.patterns.size());
  std::vector<Cursor> cursors(levels_.size());
  std::vector<Tri> held(levels_.size(), Tri::kYes);
  size_t depth = 0;
  cursors[0] = {Open(levels_[0], binding), 0};
  while (true) {
    Cursor& cursor = cursors[depth];
    const size_t p = static_cast<size_t>(levels_[depth].pattern);
    if (cursor.next >= cursor.items.size()) {
      binding.items[p] = kNoItem;
      if (depth == 0) break;
      --depth;
      continue;
    }
    const uint32_t item = cursor.items[cursor.next++];
    if (!candidates_[p].holds[item]) continue;
    if (++funnel_.tried > limit_) {
      funnel_.limited = true;
      break;
    }
    binding.items[p] = item;
    if (!Try(levels_[depth], binding, &held, depth)) {
      binding.items[p] = kNoItem;
      continue;
    }
    if (depth + 1 < levels_.size()) {
      ++depth;
      cursors[depth] = {Open(levels_[depth], binding), 0};
      continue;
    }
    Match match{binding, held[depth], {}};
    if (Complete(&match)) matches.push_back(std::move(match));
    binding.items[p] = kNoItem;
  }
  return matches;
}

// What is asked once all patterns of `match` are bound.
bool Matcher::Complete(Match* match) {
  if (!Pass(scope_step_, InScope(match->binding), match->binding)) return false;
  for (size_t n = 0; n < rule_.none.size(); ++n) {
    const Tri absent = HoldsNone(rule_.none[n], match);
    match->holds = std::min(match->holds, absent);
    if (!Pass(none_steps_[n], absent != Tri::kNo, match->binding)) return false;
  }
  for (const Clause& clause : rule_.collect) CollectSet(clause, match);
  for (const Condition& condition : rule_.where) {
    const size_t c = static_cast<size_t>(&condition - rule_.where.data());
    const bool late = std::find(late_.begin(), late_.end(), static_cast<int>(c)) != late_.end();
    if (!late && condition.kind == Condition::Kind::kTest && condition.spec->provides.empty())
      continue;
    const Tri result = Evaluate(world_, rule_, condition, match->binding, &match->extras);
    match->holds = std::min(match->holds, result);
    if (late && !Pass(condition_steps_[c], result != Tri::kNo, match->binding, &match->extras))
      return false;
  }
  for (size_t u = 0; u < rule_.unless.size(); ++u) {
    if (!Pass(unless_steps_[u], !Excused(rule_.unless[u], match), match->binding)) return false;
  }
  return true;
}

template <typename F>
void Matcher::ForClause(const Clause& clause, Match* match, F visit) {
  const size_t p = static_cast<size_t>(clause.pattern);
  std::vector<int> all;
  int seek = -1;
  for (size_t j = 0; j < clause.joins.size(); ++j) {
    all.push_back(static_cast<int>(j));
    const bool outside = clause.joins[j].left.pattern != clause.joins[j].right.pattern;
    if (!clause.joins[j].context && outside && seek < 0) seek = static_cast<int>(j);
  }
  std::span<const uint32_t> items = candidates_[p].items;
  if (seek >= 0) {
    const Join& join = clause.joins[static_cast<size_t>(seek)];
    items = Lookup(Mine(join, clause.pattern), KeyOf(Other(join, clause.pattern), match->binding));
  }
  for (const uint32_t item : items) {
    if (!candidates_[p].holds[item]) continue;
    ++funnel_.tried;
    match->binding.items[p] = item;
    if (!Apart(clause.pattern, match->binding) || !Joined(clause.joins, all, match->binding))
      continue;
    Tri fits = Tri::kYes;
    for (const Condition& condition : clause.where)
      fits = std::min(fits, Evaluate(world_, rule_, condition, match->binding, nullptr));
    if (!visit(item, fits)) break;
  }
  match->binding.items[p] = kNoItem;
}

Tri Matcher::HoldsNone(const Clause& clause, Match* match) {
  if (clause.pattern < 0) return Tri::kYes;
  Tri found = Tri::kNo;
  std::vector<uint32_t>& near = match->binding.sets[static_cast<size_t>(clause.pattern)];
  ForClause(clause, match, [&](uint32_t item, Tri fits) {
    found = std::max(found, fits);
    if (fits == Tri::kNo && near.size() < static_cast<size_t>(rule_.near)) near.push_back(item);
    return found != Tri::kYes;
  });
  return Not(found);
}

void Matcher::CollectSet(const Clause& clause, Match* match) {
  if (clause.pattern < 0) return;
  std::vector<uint32_t>& set = match->binding.sets[static_cast<size_t>(clause.pattern)];
  ForClause(clause, match, [&](uint32_t item, Tri fits) {
    if (fits == Tri::kYes) set.push_back(item);
    return true;
  });
}

bool Matcher::MeetsFilter(const Clause& clause, const Binding& binding) const {
  const Candidates& candidates = candidates_[static_cast<size_t>(clause.pattern)];
  const ItemKind kind = rule_.patterns[static_cast<size_t>(clause.pattern)].kind;
  const auto meets = [&](Item item) {
    return item.valid() && item.kind == kind && candidates.holds[item.index] != 0;
  };
  const auto claim = [](ClaimId id) {
    return Item{ItemKind::kClaim, id.valid() ? id.index : kNoItem};
  };
  for (size_t p = 0; p < rule_.matched; ++p) {
    const Item item{rule_.patterns[p].kind, binding.items[p]};
    if (meets(item)) return true;
    if (item.kind != ItemKind::kEvidence) continue;
    const Evidence& e = world_.graph().evidence()[item.index];
    if (meets(claim(e.draft)) || meets(claim(e.source))) return true;
  }
  return false;
}

bool Matcher::Excused(const Clause& clause, Match* match) {
  if (clause.guard != nullptr)
    return clause.guard->holds(world_, EndsOf(world_, rule_, match->binding)) == Tri::kYes;
  if (clause.of_match) return MeetsFilter(clause, match->binding);
  if (clause.pattern >= 0) {
    bool excused = false;
    ForClause(clause, match, [&](uint32_t, Tri fits) {
      excused = fits == Tri::kYes;
      return !excused;
    });
    return excused;
  }
  if (clause.where.empty()) return false;
  Tri holds = Tri::kYes;
  for (const Condition& condition : clause.where)
    holds = std::min(holds, Evaluate(world_, rule_, condition, match->binding, nullptr));
  return holds == Tri::kYes;
}

}  // namespace crosscheck
