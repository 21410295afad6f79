// Rivals: what a passage has in the slot of a word that it does not carry.
//
// Draft "Berg moved to Leeds in May", passage "Berg moved to York in May": "Leeds"
// is carried by nothing; its governor "moved" is, and "moved" has "York" in the
// same slot, which no other word of the draft takes. Three ways lead to a rival:
// the governor is aligned; the dependents are ("Acme _bought_ pumps" / "Acme
// _sold_ pumps"); the neighbours in the line are, where the parses differ. How
// much of the sentence around the word the passage carries is the strength.
// A rival is only a place to look: Classify says what kind of pair it is.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr int kSameScene = 5;         // shared words that make two scenes one
constexpr int kSameSceneNames = 3;
constexpr int kSameSceneOpposites = 8;
constexpr int kMaxLost = 2;           // words without a partner on the way to a neighbour
constexpr int32_t kMaxBetween = 7;    // tokens between the partners of two neighbours

// Slots that may hold the same thing in another construction.
bool SameSlot(const Slot& a, const Slot& b) {
  using Kind = Slot::Kind;
  if (a.kind == b.kind) {
    return a.kind != Kind::kOblique || a.preposition == b.preposition;
  }
  const auto either = [&](Kind x, Kind y) { return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x); };
  return either(Kind::kModifier, Kind::kOblique) || either(Kind::kApposition, Kind::kModifier);
}

bool SameSort(Upos a, Upos b) {
  if (a == b) return true;
  const auto nominal = [](Upos u) { return u == Upos::kNoun || u == Upos::kPropn; };
  const auto modifier = [](Upos u) { return u == Upos::kAdj || u == Upos::kNoun || u == Upos::kPropn; };
  return (nominal(a) && nominal(b)) || (modifier(a) && modifier(b) && (a == Upos::kAdj || b == Upos::kAdj));
}

const Token& TokenAt(const Terms& terms, int32_t i) { return terms.reading->analysis.tokens[static_cast<size_t>(i)]; }

std::string Quoted(const Terms& terms, TextRange range) {
  return "“" + std::string(range.In(terms.reading->document->text())) + "”";
}

// The stretch of a name or figure that a token belongs to, else the token.
TextRange RangeOf(const Terms& terms, int32_t token) {
  const Term& term = terms[token];
  if (term.figure >= 0) return terms.reading->figures[static_cast<size_t>(term.figure)].range;
  if (term.time >= 0) return terms.reading->times[static_cast<size_t>(term.time)].range;
  if (term.name && term.entity >= 0) {
    for (const Mention& mention : terms.reading->entities[static_cast<size_t>(term.entity)].mentions) {
      if (mention.range.Contains(TokenAt(terms, token).range)) return mention.range;
    }
  }
  return TokenAt(terms, token).range;
}

// Many people say something, and many are a senator: a person's name rivals
// another only where something in particular is told of the one who bears it.
bool NamesOneThing(const Terms& draft, int32_t token) {
  const Term& term = draft[token];
  if (term.entity < 0 || draft.reading->entities[static_cast<size_t>(term.entity)].type != EntityType::kPerson) return true;
  if (term.slot.kind == Slot::Kind::kModifier || term.slot.kind == Slot::Kind::kApposition) return false;
  return term.slot.governor == kNoToken || draft[term.slot.governor].weight >= 1.0;
}

}  // namespace

bool EvidenceFinder::IsTaken(const SentenceAlignment& alignment, uint32_t passage, int32_t source, int32_t except) const {
  const Sentence& s = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    if (t == except) continue;
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage == passage && link.source == source) return true;
    }
  }
  return false;
}

void EvidenceFinder::RivalsByHead(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Slot& slot = (*alignment.draft)[token].slot;
  if (slot.governor == kNoToken || slot.kind == Slot::Kind::kNone || slot.kind == Slot::Kind::kClause) return;
  const Sentence& s = alignment.draft_sentence();
  if (slot.governor < static_cast<int32_t>(s.first) || slot.governor >= static_cast<int32_t>(s.last)) return;
  for (const Link& link : alignment.LinksOf(slot.governor)) {
    const Terms& source = *alignment.sources[link.passage];
    for (const int32_t child : source.dependents[static_cast<size_t>(link.source)]) {
      if (!source[child].content || !SameSlot(slot, source[child].slot)) continue;
      rivals->push_back({child, link.passage, 0.0});
    }
  }
}

void EvidenceFinder::RivalsByDependents(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Terms& draft = *alignment.draft;
  const Sentence& s = alignment.draft_sentence();
  for (const int32_t child : draft.dependents[static_cast<size_t>(token)]) {
    const Slot::Kind kind = draft[child].slot.kind;
    if (kind != Slot::Kind::kSubject && kind != Slot::Kind::kObject && kind != Slot::Kind::kOblique && kind != Slot::Kind::kModifier) continue;
    if (child < static_cast<int32_t>(s.first) || child >= static_cast<int32_t>(s.last)) continue;
    for (const Link& link : alignment.LinksOf(child)) {
      const Terms& source = *alignment.sources[link.passage];
      const int32_t governor = source[link.source].slot.governor;
      if (governor == kNoToken || !source[governor].content || !SameSlot(draft[child].slot, source[link.source].slot)) continue;
      rivals->push_back({governor, link.passage, 0.0});
    }
  }
}

// The nearest words on both sides that a passage carries; what stands between
// their partners there, and is taken by nothing, stands for the word.
void EvidenceFinder::RivalsByNeighbours(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Terms& draft = *alignment.draft;
  const Sentence& s = alignment.draft_sentence();
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
    const auto partner = [&](int32_t step) {  // the partner of the nearest carried word, or the passage's edge
      int lost = 0;
      for (int32_t at = token + step; at >= static_cast<int32_t>(s.first) && at < static_cast<int32_t>(s.last); at += step) {
        if (!draft[at].content) continue;
        for (const Link& link : alignment.LinksOf(at)) {
          if (link.passage == p) return link.source;
        }
        if (++lost > kMaxLost) return kNoToken;
      }
      return step < 0 ? static_cast<int32_t>(passage.first) - 1 : static_cast<int32_t>(passage.last);
    };
    const int32_t left = partner(-1), right = partner(1);
    if (left == kNoToken || right == kNoToken || right - left < 2 || right - left > kMaxBetween) continue;
    for (int32_t at = left + 1; at < right; ++at) {
      if (source[at].content) rivals->push_back({at, p, 0.0});
    }
  }
}

std::vector<EvidenceFinder::Rival> EvidenceFinder::RivalsOf(const SentenceAlignment& alignment, int32_t token) const {
  std::vector<Rival> rivals;
  RivalsByHead(alignment, token, &rivals);
  RivalsByDependents(alignment, token, &rivals);
  RivalsByNeighbours(alignment, token, &rivals);
  const Upos upos = TokenAt(*alignment.draft, token).upos;
  std::erase_if(rivals, [&](const Rival& rival) {
    const Terms& source = *alignment.sources[rival.passage];
    const WordMatch match = lexical_.Compare((*alignment.draft)[token].word, source[rival.source].word);
    const bool excludes = match == WordMatch::kOpposite || match == WordMatch::kExclusive;
    if (!excludes && !SameSort(upos, TokenAt(source, rival.source).upos)) return true;
    return IsTaken(alignment, rival.passage, rival.source, token);
  });
  // The word with what hangs on it: "North Korea", "a French horn".
  std::vector<int32_t> without = {token};
  for (const int32_t child : (*alignment.draft).dependents[static_cast<size_t>(token)]) {
    if ((*alignment.draft)[child].slot.kind == Slot::Kind::kModifier && !alignment.Carried(child)) without.push_back(child);
  }
  const TextRange clause = ClauseAround(alignment, token);
  for (Rival& rival : rivals) {
    rival.strength = std::max(alignment.CoverageWithout(rival.passage, without), alignment.CoverageWithin(rival.passage, clause, without));
  }
  std::ranges::sort(rivals, [](const Rival& a, const Rival& b) {
    return std::tuple(-a.strength, a.passage, a.source) < std::tuple(-b.strength, b.passage, b.source);
  });
  rivals.erase(std::unique(rivals.begin(), rivals.end(), [](const Rival& a, const Rival& b) {
    return a.passage == b.passage && a.source == b.source;
  }), rivals.end());
  return rivals;
}

void EvidenceFinder::FindRivals(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const {
  for (const Rival& rival : RivalsOf(alignment, token)) {
    Evidence evidence = Classify(alignment, token, rival);
    if (evidence.kind.empty()) continue;
    out->push_back(std::move(evidence));
    return;
  }
}

// The innermost claim around a word, if it has enough words beside it to tell
// that a passage speaks of the same thing.
TextRange EvidenceFinder::ClauseAround(const SentenceAlignment& alignment, int32_t token) const {
  const ClaimId id = ClaimHolding(alignment.draft_document, alignment.sentence, TokenAt(*alignment.draft, token).range.start);
  if (!id.valid()) return {};
  const Claim& claim = graph_.claim(id);
  return Cover(claim.range, claim.subject.range);
}

// Two scenes may have two of everything: words exclude each other only where the
// passages share enough to be one scene. Opposites are told of many things at
// once ("the small boy on the big horse"), so they need more.
bool EvidenceFinder::SameScene(const SentenceAlignment& alignment, const Rival& rival, WordMatch match) const {
  return alignment.CarriedCount(rival.passage) >= (match == WordMatch::kOpposite ? kSameSceneOpposites : kSameScene);
}

// Whether the clause of a word speaks of something definite: its subject, else
// the word's governor.
bool EvidenceFinder::DefiniteSubject(const SentenceAlignment& alignment, int32_t token) const {
  const Terms& draft = *alignment.draft;
  int32_t at = token;
  for (int steps = 0; steps < 8 && at != kNoToken; ++steps) {
    for (const int32_t child : draft.dependents[static_cast<size_t>(at)]) {
      if (draft[child].slot.kind == Slot::Kind::kSubject || draft[child].slot.kind == Slot::Kind::kObject) {
        if (draft[child].definite) return true;
      }
    }
    at = draft[at].slot.governor;
  }
  return false;
}

Evidence EvidenceFinder::Classify(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const Term& a = draft[token];
  const Term& b = source[rival.source];
  const TextRange ours = RangeOf(draft, token), theirs = RangeOf(source, rival.source);
  const WordMatch match = lexical_.Compare(a.word, b.word);
  const bool excludes = match == WordMatch::kOpposite || match == WordMatch::kExclusive;
  std::string_view kind;
  if (a.figure >= 0 && b.figure >= 0) {
    const Figure& first = draft.reading->figures[static_cast<size_t>(a.figure)];
    const Figure& second = source.reading->figures[static_cast<size_t>(b.figure)];
    const bool ordinals = first.kind == FigureKind::kOrdinal && second.kind == FigureKind::kOrdinal;
    if (ordinals ? first.value != second.value : Comparable(first, second) && Disjoint(first, second).value_or(false)) kind = evidence::kFigureRival;
  } else if (a.time >= 0 && b.time >= 0) {
    const TimeExpression& first = draft.reading->times[static_cast<size_t>(a.time)];
    const TimeExpression& second = source.reading->times[static_cast<size_t>(b.time)];
    if (first.type == second.type && !Overlap(first, second).value_or(false) && first.value != second.value) kind = evidence::kDateRival;
  } else if (a.name && b.name) {
    NameRelation relation = NameRelation::kUnknown;
    if (a.entity >= 0 && b.entity >= 0 && lexical_.knowledge().entities != nullptr) {
      relation = CompareNames(draft.reading->entities[static_cast<size_t>(a.entity)],
                              source.reading->entities[static_cast<size_t>(b.entity)], *lexical_.knowledge().entities);
    }
    if (!NamesOneThing(draft, token)) relation = NameRelation::kSame;
    const bool different = relation == NameRelation::kDifferent || (relation == NameRelation::kUnknown && excludes);
    const bool one_scene = alignment.CarriedCount(rival.passage) >= kSameSceneNames;
    if (different && one_scene) kind = evidence::kNameRival;
  } else if (match == WordMatch::kOpposite || match == WordMatch::kExclusive) {
    kind = match == WordMatch::kOpposite ? evidence::kAntonym : evidence::kWordRival;
    if (!SameScene(alignment, rival, match)) kind = evidence::kWordElsewhere;
  } else if (!a.name && !b.name && match == WordMatch::kNone) {
    kind = evidence::kWordElsewhere;
  }
  Evidence out;
  if (kind.empty()) return out;
  out = Make(alignment, kind, ours, rival.strength, Quoted(draft, ours) + " here, " + Quoted(source, theirs) + " there");
  SetSource(alignment, rival.passage, theirs, &out);
  out.shared_words = alignment.CarriedCount(rival.passage);
  out.definite = DefiniteSubject(alignment, token);
  return out;
}

}  // namespace crosscheck
