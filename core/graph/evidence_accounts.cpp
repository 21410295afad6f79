// Accounts of one event.
//
// Two outlets tell one event in sentences that have little in common, so that aligning
// them word by word brings nothing together. What can be told of both: who did or did
// not do what to whom, how many it befell, and what caused it.
// Deeds are one where the verb is of one class and two of those who take part are the
// same, one of them as subject or object. Counts are of one event where verb and story
// are the same and the sentences, with the openings of their texts, name somebody or
// some place in common; a text that gives two such counts is asked for none ("eleven
// rebels and three soldiers died"). Causes are rivals where neither word has to do with
// the other and each text has one for it.
// Counter-examples: "many were hurt" and "20 officers were hurt" (a part); the deed of
// another day; "at least 40" and 43.
// Cost: linear in claims; a key is met by at most kMostRows rows.
// Test: tests/unit/graph/accounts_test.cpp.
#include "core/graph/evidence_accounts.h"

#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/relations.h"
#include "core/graph/evidence_kinds.h"
#include "core/language/wordnet.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr double kOneAccount = 0.8;
constexpr uint32_t kOpening = 5;     // sentences that tell what a text is about
constexpr double kFarBound = 1.5;    // "at least 12" and 20; 17 may be the later count of one
constexpr int kPartSteps = 3;          // steps from an argument down to what it is of

bool Told(const Claim& claim) {
  return claim.not_checkable == NotCheckable::kNone && claim.quotation < 0 && claim.predicate_head != kNoToken;
}

bool IsPlainText(BlockKind kind) { return kind != BlockKind::kHeading && kind != BlockKind::kFurniture && kind != BlockKind::kCaption; }

// "dozens" denies no 300, but who says so knows of no 300.
Interval Reach(const Figure& figure) { return figure.value ? BaseInterval(figure) : figure.logical; }

// "since the robbery", "before the robbery": a side of an event.
bool GivesSide(const Oblique& oblique) {
  constexpr std::array<std::string_view, 5> kSides = {"since", "until", "till", "before", "after"};
  return std::ranges::find(kSides, oblique.preposition) != kSides.end();
}

// Whether both claims are limited alike by an event before or after which they hold.
bool OneSide(const Claim& x, const Claim& y) {
  const auto met = [](const Claim& a, const Claim& b) {
    return std::ranges::all_of(a.obliques, [&](const Oblique& oblique) {
      return !GivesSide(oblique) || std::ranges::any_of(b.obliques, [&](const Oblique& other) { return other.preposition == oblique.preposition; });
    });
  };
  return met(x, y) && met(y, x);
}

bool Near(WordMatch match) { return match == WordMatch::kSame || match == WordMatch::kSynonym || match == WordMatch::kDerived; }

}  // namespace

AccountEvidence::AccountEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical)
    : graph_(graph), terms_(terms), lexical_(*lexical) {
  deeds_.keys_of.resize(terms_.size());
  counts_.keys_of.resize(terms_.size());
  causes_.keys_of.resize(terms_.size());
  scenes_.keys_of.resize(terms_.size());
  conditions_.keys_of.resize(terms_.size());
  for (uint32_t d = 0; d < terms_.size(); ++d) children_.emplace_back(terms_[d].reading->analysis);
  if (lexical_.knowledge().relations == nullptr || lexical_.knowledge().wordnet == nullptr) return;
  for (uint32_t d = 0; d < terms_.size(); ++d) {
    AddDeeds(d);
    AddCounts(d);
    AddCauses(d);
    AddScenes(d);
    AddConditions(d);
  }
}

void AccountEvidence::Find(uint32_t draft, std::vector<Evidence>* out) const {
  FindDeeds(draft, out);
  FindCounts(draft, out);
  FindCauses(draft, out);
  FindScenes(draft, out);
  FindConditions(draft, out);
}

// Whether a text is asked about by a draft: every other one, two drafts once.
bool AccountEvidence::Asked(uint32_t draft, uint32_t other) const {
  return other != draft && (graph_.side(other) != Side::kBoth || other > draft) && graph_.side(other) != Side::kDraft;
}

// "all of the [schools]", "dozens of [people]": the noun that is meant.
int32_t AccountEvidence::GroupOf(uint32_t d, int32_t head) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  for (int steps = 0; steps < kPartSteps && head != kNoToken; ++steps) {
    const std::string lemma = FoldMarks(reading.analysis.Lemma(TokenAt(reading, head)));
    const bool quantity = relations.Is(WordClass::kQuantifier, lemma) || terms_[d][head].figure >= 0 || TokenAt(reading, head).upos == Upos::kNum;
    const int32_t of = quantity ? children_[d].First(head, Deprel::kNmod) : kNoToken;
    if (of == kNoToken) return head;
    head = of;
  }
  return head;
}

// A noun and what it is of: "[workers] at [Bellamy's] [shipyard]".
void AccountEvidence::AddPart(uint32_t d, int32_t head, bool core, std::vector<Part>* parts) const {
  const Reading& reading = graph_.reading(d);
  if (head == kNoToken) return;
  head = GroupOf(d, head);
  std::vector<std::pair<int32_t, int>> open = {{head, 0}};
  while (!open.empty()) {
    const auto [token, depth] = open.back();
    open.pop_back();
    const Upos upos = TokenAt(reading, token).upos;
    const Term& term = terms_[d][token];
    const bool nominal = upos == Upos::kNoun || upos == Upos::kPropn || (upos == Upos::kPron && term.entity >= 0);
    const bool known = term.entity >= 0 && std::ranges::any_of(*parts, [&](const Part& part) { return part.entity == term.entity; });
    const bool person = term.entity >= 0 && reading.entities[static_cast<size_t>(term.entity)].type == EntityType::kPerson;
    const bool same = token == head || (person && TokenAt(reading, token).deprel == Deprel::kAppos);  // "the head of the bank, Elena Sorin"
    if (nominal && term.time < 0 && !known) parts->push_back({WordOf(d, token), term.entity, token, core && same});
    if (depth == kPartSteps) continue;
    for (const int32_t child : children_[d].Of(token)) {
      const Deprel relation = TokenAt(reading, child).deprel;
      if (relation == Deprel::kNmod || relation == Deprel::kCompound || relation == Deprel::kAppos || relation == Deprel::kFlat) open.emplace_back(child, depth + 1);
    }
  }
}

void AccountEvidence::AddDeeds(uint32_t d) {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    if (!Told(claim) || !IsPlainText(reading.analysis.sentences[claim.sentence].kind)) continue;
    const Token& verb = TokenAt(reading, claim.predicate_head);
    const std::string lemma = FoldMarks(reading.analysis.Lemma(verb));
    const bool says = std::ranges::any_of(reading.attributions, [&](const Attribution& a) { return a.cue_head == claim.predicate_head && a.cue_kind == CueKind::kSay && a.kind != AttributionKind::kIndirect; });
    if (says || verb.upos != Upos::kVerb || relations.Is(WordClass::kTooGeneral, lemma) || relations.Tells(lemma)) continue;
    Deed deed{d, c, {}};
    std::string relation = claim.relation;
    AddPart(d, claim.surface_subject.head, true, &deed.parts);
    if (claim.object.head != claim.surface_subject.head) AddPart(d, claim.object.head, true, &deed.parts);
    if (claim.subject.head != claim.surface_subject.head) AddPart(d, claim.subject.head, true, &deed.parts);
    for (const Oblique& oblique : claim.obliques) {
      const std::string phrasal = relations.OfVerb(lemma, oblique.preposition);  // "agreed to the contract"
      const bool object = claim.relation == lemma && phrasal != lemma && !phrasal.ends_with(" " + oblique.preposition);
      if (object) relation = phrasal;
      AddPart(d, oblique.argument.head, object, &deed.parts);
    }
    AddClauses(d, claim.predicate_head, &deed.parts);
    if (!deed.parts.empty()) deeds_.Add({graph_.StoryOf(d), std::move(relation)}, std::move(deed));
  }
}

bool AccountEvidence::OnePart(uint32_t a, const Part& x, uint32_t b, const Part& y) const {
  const auto named = [&](uint32_t d, const Part& part) -> const Entity* {
    if (part.entity < 0) return nullptr;
    const Entity& entity = graph_.reading(d).entities[static_cast<size_t>(part.entity)];
    return entity.named && !entity.key.empty() ? &entity : nullptr;
  };
  const Entity* first = named(a, x);
  const Entity* second = named(b, y);
  if (first != nullptr && second != nullptr) {
    return first->key == second->key || std::ranges::find(first->aliases, second->key) != first->aliases.end() ||
           std::ranges::find(second->aliases, first->key) != second->aliases.end();
  }
  // "the minister" and a minister's name
  const auto role = [&](const Entity* entity, uint32_t word) {
    const std::string_view noun = lexical_.Lemma(word);
    return entity != nullptr && std::ranges::any_of(entity->roles, [&](const Role& r) { return !r.former && (r.title == noun || r.title.ends_with(" " + std::string(noun))); });
  };
  if (role(first, y.word) || role(second, x.word)) return true;
  const WordMatch match = lexical_.Compare(x.word, y.word);
  return match == WordMatch::kSame || match == WordMatch::kSynonym;
}

bool AccountEvidence::OneTime(uint32_t a, const Claim& x, uint32_t b, const Claim& y) const {
  if (x.time < 0 || y.time < 0) return true;
  const TimeExpression& first = graph_.reading(a).times[static_cast<size_t>(x.time)];
  const TimeExpression& second = graph_.reading(b).times[static_cast<size_t>(y.time)];
  if (first.value == second.value) return true;
  const bool days = first.value.starts_with("XXXX-WXX-") && second.value.starts_with("XXXX-WXX-");
  return !days && Overlap(first, second).value_or(true);
}

// Who and what takes part in both deeds.
AccountEvidence::Pairs AccountEvidence::Meeting(const Deed& a, const Deed& b) const {
  Pairs met;
  std::vector<bool> taken(b.parts.size());
  for (const Part& p : a.parts) {
    if (std::ranges::any_of(met, [&](const auto& pair) { return pair.first->word == p.word; })) continue;
    for (size_t i = 0; i < b.parts.size(); ++i) {
      if (taken[i] || !OnePart(a.document, p, b.document, b.parts[i])) continue;
      taken[i] = true;
      met.emplace_back(&p, &b.parts[i]);
      break;
    }
  }
  return met;
}

bool AccountEvidence::OneDeed(const Deed& a, const Deed& b, const Pairs& met) const {
  const Claim& x = ClaimOf(a.document, a.claim);
  const Claim& y = ClaimOf(b.document, b.claim);
  if (met.size() < 2 || std::ranges::none_of(met, [](const auto& pair) { return pair.first->core && pair.second->core; })) return false;
  if (!OneTime(a.document, x, b.document, y) || !OneDoer(a.document, x, b.document, y)) return false;
  if (x.polarity == y.polarity) return true;
  return OneSide(x, y) && !HadBeen(a.document, x) && !HadBeen(b.document, y);
}

// "had stopped short of calling on him": a denial by the narrator that held before what the
// text tells of, and may hold no more. After a verb of saying "had" means only "has".
bool AccountEvidence::HadBeen(uint32_t d, const Claim& claim) const {
  if (claim.polarity != Polarity::kDenied || !claim.speakers.empty()) return false;
  constexpr int kStepsUp = 3;
  const Reading& reading = graph_.reading(d);
  int32_t at = claim.predicate_head;
  for (int steps = 0; steps < kStepsUp && at != kNoToken; ++steps, at = TokenAt(reading, at).head) {
    const bool had = std::ranges::any_of(children_[d].Of(at), [&](int32_t child) {
      return TokenAt(reading, child).deprel == Deprel::kAux && reading.analysis.Lower(TokenAt(reading, child)) == "had";
    });
    if (had) return true;
  }
  return false;
}

// How much of a group is told: "nearly all", "most" of "most of the workers"; empty where
// nothing is.
TextRange AccountEvidence::AmountOf(uint32_t d, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const auto amount = [&](int32_t token) {
    return token != kNoToken && terms_[d][token].figure < 0 && relations.Is(WordClass::kQuantifier, FoldMarks(reading.analysis.Lower(TokenAt(reading, token))));
  };
  int32_t found = kNoToken;
  for (const int32_t child : children_[d].Of(noun)) {
    if (child < noun && amount(child)) found = child;
  }
  if (found == kNoToken && TokenAt(reading, noun).deprel == Deprel::kNmod && amount(TokenAt(reading, noun).head)) found = TokenAt(reading, noun).head;
  if (found == kNoToken) return {};
  const bool nearly = found > 0 && relations.Is(WordClass::kNearly, FoldMarks(reading.analysis.Lemma(TokenAt(reading, found - 1))));
  return nearly ? Cover(TokenAt(reading, found - 1).range, TokenAt(reading, found).range) : TokenAt(reading, found).range;
}

// "members of the committee", "members of parliament": what both are of is not the same.
bool AccountEvidence::OtherWhole(uint32_t a, int32_t x, uint32_t b, int32_t y) const {
  std::vector<Part> first, second;
  AddPart(a, x, false, &first);
  AddPart(b, y, false, &second);
  std::erase_if(first, [&](const Part& part) { return part.token == x; });
  std::erase_if(second, [&](const Part& part) { return part.token == y; });
  if (first.empty() || second.empty()) return false;
  return std::ranges::none_of(first, [&](const Part& p) {
    return std::ranges::any_of(second, [&](const Part& q) { return OnePart(a, p, b, q); });
  });
}

void AccountEvidence::FindParts(const Deed& ours, const Deed& theirs, const Pairs& met, std::vector<Evidence>* out) const {
  for (const auto& [p, q] : met) {
    const TextRange here = AmountOf(ours.document, p->token), there = AmountOf(theirs.document, q->token);
    if (here.empty() || there.empty() || OtherWhole(ours.document, p->token, theirs.document, q->token)) continue;
    const auto words = [&](uint32_t d, TextRange range) { return FoldMarks(range.In(graph_.reading(d).document->text())); };
    if (words(ours.document, here) == words(theirs.document, there)) continue;
    Evidence evidence = Make(evidence::kPartRival, ours.document, ours.claim, theirs.document, theirs.claim, "another part of them is told there");
    evidence.draft_range = here;
    evidence.source_range = there;
    out->push_back(std::move(evidence));
  }
}

// Two names are two people; a description may be anybody.
bool AccountEvidence::OneDoer(uint32_t a, const Claim& x, uint32_t b, const Claim& y) const {
  const auto doer = [&](uint32_t d, const Claim& claim) -> const Entity* {
    const int32_t e = claim.subject.entity;
    if (e < 0) return nullptr;
    const Entity& entity = graph_.reading(d).entities[static_cast<size_t>(e)];
    return entity.named ? &entity : nullptr;
  };
  const Entity* first = doer(a, x);
  const Entity* second = doer(b, y);
  if (first == nullptr || second == nullptr || first->key == second->key) return true;
  const auto alias = [](const Entity& p, const Entity& q) { return std::ranges::find(p.aliases, q.key) != p.aliases.end(); };
  return alias(*first, *second) || alias(*second, *first);
}

void AccountEvidence::FindDeeds(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Key& key : deeds_.keys_of[draft]) {
    const std::vector<Deed>& list = deeds_.rows.at(key);
    for (const Deed& ours : list) {
      if (ours.document != draft) continue;
      for (const Deed& theirs : list) {
        if (theirs.document == draft || graph_.side(theirs.document) == Side::kDraft) continue;
        const Pairs met = Meeting(ours, theirs);
        const bool one = OneDeed(ours, theirs, met);
        // a group of which both tell an amount needs no second word in common, but a name
        const bool group = met.size() == 1 && met.front().first->core && met.front().second->core && NamesMeet(draft, ours.claim, theirs.document, theirs.claim);
        if (Asked(draft, theirs.document) && (one || group)) FindParts(ours, theirs, met, out);
        if (!one) continue;
        out->push_back(Make(evidence::kSameDeed, draft, ours.claim, theirs.document, theirs.claim, "the same deed is told there"));
        if (Asked(draft, theirs.document) && OneSided(list, ours, theirs))
          out->push_back(Make(evidence::kDeedDenied, draft, ours.claim, theirs.document, theirs.claim, "one text only tells it, the other only denies it"));
      }
    }
  }
}

// What befell those who are counted: "12 people were [hurt]", "dozens of [arrests]", "14
// [injured]"; "" for nothing of the kind.
std::string AccountEvidence::TollOf(uint32_t d, const Figure& figure, const Claim& claim, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  if (noun != kNoToken) {
    const std::string lemma = FoldMarks(reading.analysis.Lemma(TokenAt(reading, noun)));
    std::string toll(relations.TollOf(relations.OfNoun(lemma)));
    if (toll.empty()) toll = relations.TollOf(relations.OfVerb(lemma));
    if (toll.empty()) toll = relations.TollOf(lemma);
    if (!toll.empty()) return toll;
  }
  const auto held = [&](const Argument& argument) { return argument.present() && argument.range.Overlaps(figure.range); };
  const std::string toll(relations.TollOf(claim.relation));
  if (toll.empty()) return "";
  return held(claim.object) || (held(claim.subject) && !claim.object.present()) ? toll : "";
}

// "executive order": a noun with what stands before it, two words at least.
std::string AccountEvidence::NameOfThings(uint32_t d, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  if (noun == kNoToken || TokenAt(reading, noun).upos != Upos::kNoun) return "";
  std::string name;
  for (const int32_t child : children_[d].Of(noun)) {
    const Token& token = TokenAt(reading, child);
    const bool before = child < noun && (token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound);
    if (before && terms_[d][child].figure < 0) name += FoldMarks(reading.analysis.Lemma(token)) + " ";
  }
  return name.empty() ? "" : name + FoldMarks(reading.analysis.Lemma(TokenAt(reading, noun)));
}

// The claim that a figure stands in: the one of which its noun is the object, else the
// innermost.
int32_t AccountEvidence::ClaimAround(uint32_t d, const Figure& figure, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  int32_t best = -1;
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    const TextRange range = Cover(claim.range, claim.subject.range);
    const bool narrower = best < 0 || range.size() < Cover(ClaimOf(d, static_cast<uint32_t>(best)).range, ClaimOf(d, static_cast<uint32_t>(best)).subject.range).size();
    if (!Told(claim) || !range.Contains(figure.range)) continue;
    if (noun != kNoToken && claim.object.head == noun) return static_cast<int32_t>(c);
    if (narrower) best = static_cast<int32_t>(c);
  }
  return best;
}

void AccountEvidence::AddCounts(uint32_t d) {
  const Reading& reading = graph_.reading(d);
  for (size_t f = 0; f < reading.figures.size(); ++f) {
    const Figure& figure = reading.figures[f];
    const bool count = figure.kind == FigureKind::kCardinal && figure.unit.empty() && figure.unclear.empty() && (figure.whole.empty() || !figure.value);
    if (!count || figure.trend != Trend::kNone || figure.moved != Trend::kNone) continue;
    const std::string_view before = figure.first == 0 ? "" : reading.analysis.Lower(reading.analysis.tokens[figure.first - 1]);
    const std::string_view after = figure.last >= reading.analysis.tokens.size() ? "" : reading.analysis.Lower(reading.analysis.tokens[figure.last]);
    if (before == "another" || before == "other" || before == "further" || after == "other" || after == "others" || after == "more") continue;
    int32_t noun = GroupOf(d, figure.of != kNoToken ? figure.of : static_cast<int32_t>(figure.first));
    if (terms_[d][noun].figure == static_cast<int32_t>(f) || TokenAt(reading, noun).upos == Upos::kNum) noun = kNoToken;
    const int32_t c = ClaimAround(d, figure, noun);
    if (c < 0) continue;
    const Claim& claim = ClaimOf(d, static_cast<uint32_t>(c));
    const BlockKind kind = reading.analysis.sentences[claim.sentence].kind;
    if (kind == BlockKind::kFurniture || kind == BlockKind::kCaption || claim.polarity != Polarity::kAffirmed || claim.modality != Modality::kAsserted) continue;
    Count row{d, claim.sentence, static_cast<uint32_t>(c), static_cast<int32_t>(f), noun, false};
    if (const std::string toll = TollOf(d, figure, claim, noun); !toll.empty()) {
      counts_.Add({graph_.StoryOf(d), toll}, row);
    } else if (const std::string things = NameOfThings(d, noun); !things.empty() && figure.value && claim.object.head == noun) {
      row.thing = true;
      counts_.Add({graph_.StoryOf(d), "things " + things}, row);
    }
  }
}

// Whether two counts can be of the same people: one of them is of people at large, and
// no part of them is larger than the whole.
bool AccountEvidence::MayBeOne(const Count& a, const Count& b) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const auto word = [&](const Count& count) {
    return count.noun == kNoToken ? std::string() : LemmaAt(terms_[count.document], count.noun);
  };
  const auto anybody = [&](const Count& count) {
    const std::string lemma = word(count);
    return lemma.empty() || relations.Anybody(lemma) || !relations.TollOf(relations.OfNoun(lemma)).empty() ||
           !relations.TollOf(relations.OfVerb(lemma)).empty() || !relations.TollOf(lemma).empty();
  };
  const bool first = anybody(a), second = anybody(b);
  if (first && second) return true;
  const Interval x = Reach(FigureOf(a)), y = Reach(FigureOf(b));
  if (!first && !second) {
    const WordMatch match = lexical_.Compare(terms_[a.document][a.noun].word, terms_[b.document][b.noun].word);
    return match == WordMatch::kSame || match == WordMatch::kSynonym;
  }
  const Interval& part = first ? y : x;
  const Interval& whole = first ? x : y;
  return part.low && whole.high && *part.low > *whole.high;
}

bool AccountEvidence::Apart(const Count& a, const Count& b) const {
  const Figure& x = FigureOf(a);
  const Figure& y = FigureOf(b);
  if (Disjoint(x, y).value_or(false)) return true;
  const Interval first = Reach(x), second = Reach(y);
  const auto below = [](const Interval& low, const Interval& high) { return low.high && high.low && *low.high < *high.low; };
  if (below(first, second) || below(second, first)) return true;
  const auto least = [](const Figure& f) { return f.bound == Bound::kAtLeast || f.bound == Bound::kMoreThan; };
  if (!x.value || !y.value || least(x) == least(y)) return false;
  return least(x) ? *y.value >= kFarBound * *x.value : *x.value >= kFarBound * *y.value;
}

// One event: the times can be one, the two sentences, with what their texts open with,
// name somebody or some place in common, and no two agents are told.
bool AccountEvidence::OneEvent(const Count& a, const Count& b) const {
  const Claim& x = ClaimOf(a.document, a.claim);
  const Claim& y = ClaimOf(b.document, b.claim);
  return OneTime(a.document, x, b.document, y) && NamesMeet(a.document, a.claim, b.document, b.claim) && !OtherAgents(a.document, x, b.document, y);
}

// Whether two claims, with what their texts open with, name somebody or some place in common.
bool AccountEvidence::NamesMeet(uint32_t a, uint32_t x, uint32_t b, uint32_t y) const {
  const auto names = [&](uint32_t d, uint32_t claim) {
    const Reading& reading = graph_.reading(d);
    std::vector<std::string_view> keys;
    for (const Entity& entity : reading.entities) {
      if (!entity.named || entity.key.empty()) continue;
      const bool met = std::ranges::any_of(entity.mentions, [&](const Mention& mention) {
        const uint32_t sentence = TokenAt(reading, static_cast<int32_t>(mention.first)).sentence;
        return sentence == ClaimOf(d, claim).sentence || sentence < kOpening;
      });
      if (met) keys.push_back(entity.key);
    }
    return keys;
  };
  const auto first = names(a, x), second = names(b, y);
  return std::ranges::any_of(first, [&](std::string_view key) { return std::ranges::find(second, key) != second.end(); });
}

// "Police arrested", "border guards arrested": two unnamed agents, called by nouns that
// have nothing to do with each other.
bool AccountEvidence::OtherAgents(uint32_t a, const Claim& x, uint32_t b, const Claim& y) const {
  const auto agent = [&](uint32_t d, const Claim& claim) {
    const int32_t head = claim.subject.head;
    const bool other = head != kNoToken && head != claim.object.head && TokenAt(terms_[d], head).upos == Upos::kNoun;
    return other && claim.object.present() ? GroupOf(d, head) : kNoToken;
  };
  const int32_t first = agent(a, x), second = agent(b, y);
  if (first == kNoToken || second == kNoToken) return false;
  return lexical_.Compare(terms_[a][first].word, terms_[b][second].word) == WordMatch::kNone && lexical_.Compare(terms_[b][second].word, terms_[a][first].word) == WordMatch::kNone;
}

// Whether a text gives one count; those of a part of the whole are counts of others.
bool AccountEvidence::OneCount(const std::vector<Count>& counts, uint32_t document) const {
  const Count* first = nullptr;
  for (const Count& count : counts) {
    if (count.document != document) continue;
    if (first != nullptr && !Agree(FigureOf(*first), FigureOf(count)).value_or(false) && (count.thing || MayBeOne(*first, count))) return false;
    if (first == nullptr) first = &count;
  }
  return true;
}

void AccountEvidence::FindCounts(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Key& key : counts_.keys_of[draft]) {
    const std::vector<Count>& list = counts_.rows.at(key);
    if (!OneCount(list, draft)) continue;
    std::vector<uint32_t> told;
    for (const Count& ours : list) {
      if (ours.document != draft) continue;
      for (const Count& theirs : list) {
        if (!Asked(draft, theirs.document) || std::ranges::find(told, theirs.document) != told.end()) continue;
        if (!OneCount(list, theirs.document) || !Apart(ours, theirs) || !OneEvent(ours, theirs)) continue;
        if (ours.thing ? !OneDoer(draft, ClaimOf(draft, ours.claim), theirs.document, ClaimOf(theirs.document, theirs.claim)) : !MayBeOne(ours, theirs)) continue;
        told.push_back(theirs.document);
        Evidence evidence = Make(evidence::kCountRival, draft, ours.claim, theirs.document, theirs.claim, "they are counted otherwise there");
        evidence.draft_range = Cover(FigureOf(ours).cue, FigureOf(ours).range);
        evidence.source_range = Cover(FigureOf(theirs).cue, FigureOf(theirs).range);
        out->push_back(std::move(evidence));
      }
    }
  }
}

// "A cigarette caused the blaze", "the cause was a heart attack", "died of a stroke".
void AccountEvidence::AddCauses(uint32_t d) {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    if (!Told(claim) || !IsPlainText(reading.analysis.sentences[claim.sentence].kind)) continue;
    if (claim.polarity != Polarity::kAffirmed || claim.modality != Modality::kAsserted) continue;
    Cause row{d, c, kNoToken, kNoToken, -1, kNoToken};
    const auto is_cause = [&](int32_t head) {
      return head != kNoToken && TokenAt(reading, head).upos == Upos::kNoun && relations.OfNoun(LemmaAt(terms_[d], head)) == "cause";
    };
    if (claim.relation == "cause") {
      row.cause = claim.subject.head;
      row.effect = claim.object.head;
    } else if (claim.relation == "be" && is_cause(claim.subject.head)) {
      row.cause = claim.object.head;
      row.effect = children_[d].First(claim.subject.head, Deprel::kNmod);
    } else if (relations.TollOf(claim.relation) == relations.TollOf("die") && claim.relation == "die") {
      for (const Oblique& oblique : claim.obliques) {
        if (oblique.preposition == "of" || oblique.preposition == "from") row.cause = oblique.argument.head;
      }
      row.effect = claim.predicate_head;
      row.victim = claim.subject.entity;
    }
    for (const Oblique& oblique : claim.obliques) {  // "collapsed because of rust"
      if (row.cause != kNoToken || (oblique.preposition != "because" && oblique.preposition != "due")) continue;
      row.cause = oblique.argument.head;
      row.effect = claim.predicate_head;
      row.thing = claim.object.present() ? claim.object.head : claim.subject.head;
    }
    if (row.cause == kNoToken || TokenAt(reading, row.cause).upos != Upos::kNoun || terms_[d][row.cause].time >= 0) continue;
    causes_.Add({graph_.StoryOf(d), "cause"}, row);
  }
}

// Whether two effects can be one: "the bridge collapsed", "the collapse".
bool AccountEvidence::OneOutcome(const Cause& a, const Cause& b) const {
  const Terms& ours = terms_[a.document];
  const Terms& theirs = terms_[b.document];
  if (a.effect == kNoToken && b.effect == kNoToken) return false;
  const bool open = a.effect == kNoToken || b.effect == kNoToken;
  if (!open && !Near(lexical_.Compare(ours[a.effect].word, theirs[b.effect].word))) return false;
  if (a.victim >= 0 && b.victim >= 0 && !OnePart(a.document, {0, a.victim}, b.document, {0, b.victim})) return false;
  return a.thing == kNoToken || b.thing == kNoToken || Near(lexical_.Compare(ours[a.thing].word, theirs[b.thing].word));
}

// Whether two causes of the same have nothing to do with each other.
bool AccountEvidence::OtherCause(const Cause& a, const Cause& b) const {
  if (!OneOutcome(a, b)) return false;
  const auto words = [&](const Cause& cause) {
    const auto [first, last] = children_[cause.document].Yield(cause.cause);
    std::vector<uint32_t> found;
    for (int32_t t = first; t < last; ++t) {
      const Upos upos = TokenAt(terms_[cause.document], t).upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj || upos == Upos::kVerb) found.push_back(terms_[cause.document][t].word);
    }
    return found;
  };
  for (const uint32_t x : words(a)) {
    for (const uint32_t y : words(b)) {
      const WordMatch match = lexical_.Compare(x, y);
      if (match != WordMatch::kNone && match != WordMatch::kExclusive) return false;
    }
  }
  return true;
}

void AccountEvidence::FindCauses(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Key& key : causes_.keys_of[draft]) {
    const std::vector<Cause>& list = causes_.rows.at(key);
    for (const Cause& ours : list) {
      if (ours.document != draft) continue;
      for (const Cause& theirs : list) {
        if (!Asked(draft, theirs.document) || !OtherCause(ours, theirs)) continue;
        // a text that also gives the other's cause tells of two
        const bool both = std::ranges::any_of(list, [&](const Cause& third) {
          return (third.document == draft && !OtherCause(third, theirs)) || (third.document == theirs.document && !OtherCause(ours, third));
        });
        if (both) continue;
        Evidence evidence = Make(evidence::kCauseRival, draft, ours.claim, theirs.document, theirs.claim, "another cause is given there");
        evidence.draft_range = TokenAt(terms_[draft], ours.cause).range;
        evidence.source_range = TokenAt(terms_[theirs.document], theirs.cause).range;
        out->push_back(std::move(evidence));
      }
    }
  }
}

Evidence AccountEvidence::Make(std::string_view kind, uint32_t draft, uint32_t claim, uint32_t source, uint32_t other, std::string reason) const {
  Evidence evidence;
  evidence.kind = kind;
  evidence.draft = graph_.id(draft, claim);
  evidence.source = graph_.id(source, other);
  evidence.draft_document = draft;
  evidence.source_document = source;
  evidence.draft_range = Cover(ClaimOf(draft, claim).range, ClaimOf(draft, claim).subject.range);
  evidence.source_range = Cover(ClaimOf(source, other).range, ClaimOf(source, other).subject.range);
  evidence.strength = kOneAccount;
  evidence.definite = true;
  evidence.reason = std::move(reason);
  return evidence;
}

}  // namespace crosscheck
