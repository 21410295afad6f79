// What a source tells, but of another: "Berg was fined 400 euros" where the sources
// know Berg, and fine Lee.
//
// All words of the draft's clause stand in the sources, so nothing is absent, and
// the two sentences may be built too differently for one slot to be held against
// another. What tells is the company that a name, a figure or a time keeps. Its
// clause's other words are looked for twice: in the passage that has most of them,
// and in the sentences that mention it, with pronouns resolved, and those next to
// them. Where the first has nearly all and the second hardly any, and the passage
// has another thing of the same kind that the draft's sentence does not mention, the
// clause is told of that one.
// Cost: the words of a clause times the sentences that mention its names, with a cap.
// Test: rules/facts/told-of-another.yaml.
#include <algorithm>
#include <set>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr size_t kSentencesSearched = 240;  // of one source
constexpr double kNextTo = 0.7;        // a sentence beside one that mentions the thing may speak of it
struct Gap {
  double most, apart;  // the passage's share of the clause, and how far the thing's own sentences stay behind
};
constexpr Gap kName = {0.8, 0.5};
constexpr Gap kFigure = {0.5, 0.4};
constexpr size_t kCompany = 2;         // words that make a clause one of its own

bool SameEntity(const Entity& a, const Entity& b) {
  if (a.key.empty() || b.key.empty()) return false;
  return a.key == b.key || std::ranges::find(b.aliases, a.key) != b.aliases.end() || std::ranges::find(a.aliases, b.key) != a.aliases.end();
}

// The name, figure or time that a token is part of.
TextRange WholeOf(const Terms& terms, int32_t token) {
  const Term& term = terms[token];
  if (term.time >= 0) return terms.reading->times[static_cast<size_t>(term.time)].range;
  if (term.figure >= 0) return terms.reading->figures[static_cast<size_t>(term.figure)].range;
  const TextRange range = TokenAt(terms, token).range;
  const auto& mentions = terms.reading->entities[static_cast<size_t>(term.entity)].mentions;
  const auto found = std::ranges::find_if(mentions, [&](const Mention& mention) { return mention.range.Contains(range); });
  return found != mentions.end() ? found->range : range;
}

uint32_t SentenceOf(const Analysis& analysis, uint32_t token) {
  const auto after = std::ranges::upper_bound(analysis.sentences, token, {}, &Sentence::first);
  return static_cast<uint32_t>(after - analysis.sentences.begin()) - 1;
}

bool SameNumber(const Figure& a, const Figure& b) {
  return (a.value && b.value && *a.value == *b.value) || Agree(a, b).value_or(false);
}

// The sentences of a source that have a thing of the draft: in any form of its
// name, also a part of it, or in a pronoun for it.
std::vector<bool> Mentioning(const Terms& draft, const Anchor& anchor, const Terms& source) {
  const Reading& theirs = *source.reading;
  std::vector<bool> found(theirs.analysis.sentences.size(), false);
  const auto add = [&](uint32_t token) { found[SentenceOf(theirs.analysis, token)] = true; };
  const Reading& ours = *draft.reading;
  if (anchor.figure >= 0) {
    for (const Figure& f : theirs.figures) {
      if (SameNumber(ours.figures[static_cast<size_t>(anchor.figure)], f)) add(f.first);
    }
  } else if (anchor.time >= 0) {
    for (const TimeExpression& t : theirs.times) {
      const TimeExpression& time = ours.times[static_cast<size_t>(anchor.time)];
      if (t.value == time.value || Overlap(time, t).value_or(true)) add(t.first);
    }
  } else {
    const Entity& entity = ours.entities[static_cast<size_t>(anchor.entity)];
    for (const Entity& other : theirs.entities) {
      if (!SameEntity(entity, other)) continue;
      for (const Mention& mention : other.mentions) add(mention.first);
    }
  }
  for (const int32_t t : anchor.tokens) {
    const Token& token = TokenAt(draft, t);
    if (token.upos != Upos::kPropn && token.upos != Upos::kNum) continue;
    const std::string folded = FoldMarks(ours.analysis.Form(token));
    if (const auto places = source.places.find(folded); places != source.places.end()) {
      for (const int32_t place : places->second) add(static_cast<uint32_t>(place));
    }
  }
  return found;
}

bool Speaks(const Reading& reading, int32_t entity) {
  return std::ranges::any_of(reading.attributions, [&](const Attribution& a) { return a.entity == entity; });
}

// "the ministry says", where the source has "Ann Lee said": somebody speaks for it.
bool SpeaksForIt(const Reading& ours, int32_t entity, const Reading& theirs, int32_t person) {
  const bool office = ours.entities[static_cast<size_t>(entity)].type != EntityType::kPerson;
  return office && theirs.entities[static_cast<size_t>(person)].type == EntityType::kPerson && Speaks(ours, entity) && Speaks(theirs, person);
}

}  // namespace

// How much of a clause's other words a sentence with the thing carries, at best.
double EvidenceFinder::InCompany(const SentenceAlignment& alignment, const Anchor& anchor) const {
  double total = 0.0, best = 0.0;
  for (const int32_t t : anchor.company) total += (*alignment.draft)[t].weight;
  std::set<const Terms*> seen;
  for (const Terms* source : alignment.sources) {
    if (!seen.insert(source).second) continue;
    const auto& sentences = source->reading->analysis.sentences;
    const std::vector<bool> mentioned = Mentioning(*alignment.draft, anchor, *source);
    for (size_t s = 0; s < sentences.size() && s < kSentencesSearched; ++s) {
      const bool beside = (s > 0 && mentioned[s - 1]) || (s + 1 < sentences.size() && mentioned[s + 1]);
      const double near = mentioned[s] ? 1.0 : beside && anchor.entity >= 0 ? kNextTo : 0.0;
      if (near <= best) continue;
      double carried = 0.0;
      for (const int32_t t : anchor.company) {
        for (uint32_t u = sentences[s].first; u < sentences[s].last; ++u) {
          if (!Carries(aligner_.Compare(*alignment.draft, t, *source, static_cast<int32_t>(u)))) continue;
          carried += (*alignment.draft)[t].weight;
          break;
        }
      }
      best = std::max(best, near * carried / total);
    }
  }
  return best;
}

// Whether a word of the passage stands as subject or object of what the thing is
// subject or object of.
bool EvidenceFinder::SameSlotAt(const SentenceAlignment& alignment, uint32_t p, const Anchor& anchor, int32_t other) const {
  const Slot& theirs = (*alignment.sources[p])[other].slot;
  if (theirs.kind != Slot::Kind::kSubject && theirs.kind != Slot::Kind::kObject) return false;
  return std::ranges::any_of(anchor.tokens, [&](int32_t t) {
    const Slot& ours = (*alignment.draft)[t].slot;
    const bool inside = ours.governor >= static_cast<int32_t>(alignment.draft_sentence().first) && ours.governor < static_cast<int32_t>(alignment.draft_sentence().last);
    return ours.kind == theirs.kind && inside && std::ranges::any_of(alignment.LinksOf(ours.governor), [&](const Link& link) {
      return link.passage == p && link.source == theirs.governor;
    });
  });
}

// A thing of the same kind in the passage that nothing of the draft's sentence is.
int32_t EvidenceFinder::OtherOfKind(const SentenceAlignment& alignment, uint32_t p, const Anchor& anchor) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[p];
  const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
  int32_t pronoun = kNoToken;  // where no name stands
  for (auto u = static_cast<int32_t>(passage.first); u < static_cast<int32_t>(passage.last); ++u) {
    if (IsTaken(alignment, p, u, anchor.tokens.front())) continue;
    const Term& term = source[u];
    if (anchor.figure >= 0) {
      if (term.figure < 0 || term.time >= 0 || TokenAt(source, u).upos != Upos::kNum) continue;
      const Figure& ours = draft.reading->figures[static_cast<size_t>(anchor.figure)];
      const Figure& theirs = source.reading->figures[static_cast<size_t>(term.figure)];
      if (ours.kind == theirs.kind && Comparable(ours, theirs) && Disjoint(ours, theirs).value_or(false)) return u;
    } else if (anchor.time >= 0) {
      if (term.time < 0) continue;
      const TimeExpression& ours = draft.reading->times[static_cast<size_t>(anchor.time)];
      const TimeExpression& theirs = source.reading->times[static_cast<size_t>(term.time)];
      if (ours.type == theirs.type && ours.granularity == theirs.granularity && IsParticular(ours) && IsParticular(theirs) && !Overlap(ours, theirs).value_or(true)) return u;
    } else if (term.entity >= 0 && (term.name || term.pronoun)) {
      const Entity& ours = draft.reading->entities[static_cast<size_t>(anchor.entity)];
      const Entity& theirs = source.reading->entities[static_cast<size_t>(term.entity)];
      if (!theirs.named || SameEntity(ours, theirs) || lexical_.knowledge().entities == nullptr) continue;
      const NameRelation relation = crosscheck::CompareNames(ours, theirs, *lexical_.knowledge().entities);
      // A newspaper and a person are told apart where both are who did it.
      const bool kind = theirs.type == ours.type ? relation == NameRelation::kDifferent
                                                 : relation != NameRelation::kSame && relation != NameRelation::kCompatible && SameSlotAt(alignment, p, anchor, u);
      if (!kind || SpeaksForIt(*draft.reading, anchor.entity, *source.reading, term.entity)) continue;
      if (!term.pronoun) return u;
      pronoun = u;
    }
  }
  return pronoun;
}

// The name, figure or time at a token; no company where it is none that counts.
Anchor EvidenceFinder::AnchorAt(const SentenceAlignment& alignment, int32_t t) const {
  const Terms& draft = *alignment.draft;
  const Reading& reading = *draft.reading;
  const Term& term = draft[t];
  Anchor anchor;
  if (term.time >= 0) {
    anchor.time = term.time;
    anchor.range = reading.times[static_cast<size_t>(term.time)].range;
    if (!IsParticular(reading.times[static_cast<size_t>(term.time)])) return anchor;
  } else if (term.figure >= 0) {
    const Figure& figure = reading.figures[static_cast<size_t>(term.figure)];
    anchor.figure = term.figure;
    anchor.range = figure.range;
    const bool one = figure.kind == FigureKind::kCardinal && figure.value == 1.0;
    if (one || !figure.unclear.empty() || !figure.value || Derived(alignment, figure)) return anchor;
  } else if (term.name && term.entity >= 0) {
    const Entity& entity = reading.entities[static_cast<size_t>(term.entity)];
    const auto mention = std::ranges::find_if(entity.mentions, [&](const Mention& m) {
      return m.kind == Mention::Kind::kName && m.range.Contains(TokenAt(draft, t).range);
    });
    anchor.entity = term.entity;
    if (mention == entity.mentions.end() || !entity.named) return anchor;
    anchor.range = mention->range;
    // "the Prime Minister", "the Frenchman": names of many
    const bool pointed = mention->first > 0 && TokenAt(draft, static_cast<int32_t>(mention->first) - 1).upos == Upos::kDet;
    const EntityLexicon* lexicon = lexical_.knowledge().entities;
    const bool title = lexicon != nullptr && lexicon->FindTitle(FoldMarks(mention->range.In(reading.document->text()))) != nullptr;
    if (title || (pointed && entity.type == EntityType::kPerson)) return anchor;
  } else {
    return anchor;
  }
  const ClaimId id = ClaimHolding(alignment.draft_document, alignment.sentence, anchor.range.start);
  if (!id.valid()) return anchor;
  const Claim& claim = graph_.claim(id);
  const TextRange clause = Cover(claim.range, claim.subject.range);
  const Sentence& sentence = alignment.draft_sentence();
  for (auto u = static_cast<int32_t>(sentence.first); u < static_cast<int32_t>(sentence.last); ++u) {
    const TextRange range = TokenAt(draft, u).range;
    const bool same = anchor.entity >= 0 && draft[u].entity == anchor.entity;
    if (anchor.range.Contains(range)) anchor.tokens.push_back(u);
    else if (!same && draft[u].content && !draft[u].pronoun && clause.Contains(range)) anchor.company.push_back(u);
  }
  return anchor;
}

void EvidenceFinder::FindDisplaced(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  if (graph_.side(alignment.draft_document) != Side::kDraft) return;
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  TextRange last;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (last.Contains(TokenAt(draft, t).range)) continue;
    const Anchor anchor = AnchorAt(alignment, t);
    if (anchor.company.size() < kCompany || anchor.tokens.empty()) continue;
    last = anchor.range;
    double most = 0.0, total = 0.0;
    uint32_t best = 0;
    for (const int32_t u : anchor.company) total += draft[u].weight;
    for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
      double carried = 0.0;
      for (const int32_t u : anchor.company) carried += alignment.CarriedIn(u, p) ? draft[u].weight : 0.0;
      if (carried / total <= most) continue;
      most = carried / total;
      best = p;
    }
    const Gap& gap = anchor.figure >= 0 ? kFigure : kName;
    if (most < gap.most) continue;
    const int32_t other = OtherOfKind(alignment, best, anchor);
    if (other == kNoToken || most - InCompany(alignment, anchor) < gap.apart) continue;
    Evidence evidence = Make(alignment, evidence::kDisplaced, anchor.range, most, "told of another there");
    SetSource(alignment, best, WholeOf(*alignment.sources[best], other), &evidence);
    evidence.shared_words = static_cast<int>(anchor.company.size());
    out->push_back(std::move(evidence));
  }
}

}  // namespace crosscheck
