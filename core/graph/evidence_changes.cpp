// Shares as subjects, and one change told by its factor and by its share.
//
// "42 % of the voters stayed at home": the sign has the place in the tree, the number
// beside it counts. What hangs on the whole tells shares apart: "of the young voters".
//
// "Halved", "fell 12 %":
// No word of the one stands where a word of the other does, so the slots of an alignment
// do not bring them together. Both must be told of one thing (the subjects are aligned
// and are not told apart by what hangs on them) and of one time, or of none.
// Counter-examples: "halved in ten years", "fell 5 % last year"; "the catch of cod".
// Cost: the figures of a sentence times those of its passages.
// Test: tests/pairs/bounds.txt.
#include <algorithm>

#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/quantity/figure_algebra.h"
#include "core/quantity/time_clause.h"

namespace crosscheck {
namespace {

constexpr int kStepsUp = 3;  // from a figure to its verb

struct Change {
  const Figure* figure = nullptr;
  int32_t verb = kNoToken, subject = kNoToken;
  int32_t time = -1;  // of its clause
};

Change ChangeOf(const Terms& terms, const Figure& figure) {
  const auto verb_at = [&](int32_t t) { return TokenAt(terms, t).upos == Upos::kVerb; };
  Change change;
  if (figure.trend == Trend::kNone || !figure.unclear.empty()) return change;
  int32_t at = static_cast<int32_t>(figure.first);
  for (int steps = 0; steps < kStepsUp && at != kNoToken && !verb_at(at); ++steps)
    at = TokenAt(terms, at).head;
  if (at == kNoToken || !verb_at(at)) return change;
  for (const int32_t child : terms.dependents[static_cast<size_t>(at)]) {
    if (terms[child].slot.kind == Slot::Kind::kSubject) change.subject = child;
  }
  if (change.subject == kNoToken) return change;
  change.figure = &figure;
  change.verb = at;
  change.time = TimeOfClause(terms.reading->analysis, terms.reading->times, at);
  return change;
}

// The token of a figure that hangs on a word outside it.
int32_t HeadOf(const Terms& terms, const Figure& figure) {
  for (auto t = static_cast<int32_t>(figure.first); t < static_cast<int32_t>(figure.last); ++t) {
    const int32_t head = TokenAt(terms, t).head;
    if (head < static_cast<int32_t>(figure.first) || head >= static_cast<int32_t>(figure.last))
      return t;
  }
  return kNoToken;
}

// The nouns of which a share is told, with all that hangs on them, or only what stands
// before them ("young", "factory").
std::vector<int32_t> WholesOf(const Terms& terms, int32_t share, bool all) {
  std::vector<int32_t> found;
  if (share == kNoToken) return found;
  for (const int32_t noun : terms.dependents[static_cast<size_t>(share)]) {
    if (TokenAt(terms, noun).deprel != Deprel::kNmod) continue;
    if (all) found.push_back(noun);
    for (const int32_t child : terms.dependents[static_cast<size_t>(noun)]) {
      const Deprel deprel = TokenAt(terms, child).deprel;
      const bool before = child < noun && (deprel == Deprel::kAmod || deprel == Deprel::kCompound);
      if (terms[child].content && terms[child].figure < 0 && (all || before))
        found.push_back(child);
    }
  }
  return found;
}

}  // namespace

bool EvidenceFinder::SameWhole(const SentenceAlignment& alignment, int32_t ours, uint32_t passage,
                               int32_t theirs, bool all) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const std::vector<int32_t> here = WholesOf(draft, ours, all),
                             there = WholesOf(source, theirs, all);
  return std::ranges::all_of(
             here,
             [&](int32_t t) { return !draft[t].content || alignment.CarriedIn(t, passage); }) &&
         std::ranges::all_of(there, [&](int32_t t) {
           return !source[t].content || IsTaken(alignment, passage, t, kNoToken);
         });
}

// "42 % of the voters" against "71 % of the young voters".
bool EvidenceFinder::OtherWhole(const SentenceAlignment& alignment, const Figure& ours,
                                uint32_t passage, const Figure& theirs) const {
  const auto share = [](const Figure& f) {
    return f.kind == FigureKind::kPercent || f.dimension == "share";
  };
  if (!share(ours) || !share(theirs) || ours.whole.empty() || theirs.whole.empty()) return false;
  return !SameWhole(alignment, HeadOf(*alignment.draft, ours), passage,
                    HeadOf(*alignment.sources[passage], theirs), false);
}

void EvidenceFinder::RivalsOfShare(const SentenceAlignment& alignment, int32_t token,
                                   std::vector<Rival>* rivals) const {
  const Terms& draft = *alignment.draft;
  const int32_t sign = draft[token].slot.governor;
  if (draft[token].figure < 0 || sign == kNoToken || draft[sign].figure != draft[token].figure ||
      draft[sign].content)
    return;
  const Slot& slot = draft[sign].slot;
  const Sentence& s = alignment.draft_sentence();
  if (slot.kind == Slot::Kind::kNone || slot.kind == Slot::Kind::kClause ||
      slot.governor < static_cast<int32_t>(s.first) ||
      slot.governor >= static_cast<int32_t>(s.last))
    return;
  for (const Link& link : alignment.LinksOf(slot.governor)) {
    const Terms& source = *alignment.sources[link.passage];
    for (const int32_t child : source.dependents[static_cast<size_t>(link.source)]) {
      const Slot& other = source[child].slot;
      const bool one_slot = slot.kind == other.kind && (slot.kind != Slot::Kind::kOblique ||
                                                        slot.preposition == other.preposition);
      if (source[child].figure < 0 || !one_slot ||
          !SameWhole(alignment, sign, link.passage, child, true))
        continue;
      const Figure& figure = source.reading->figures[static_cast<size_t>(source[child].figure)];
      for (auto t = static_cast<int32_t>(figure.first); t < static_cast<int32_t>(figure.last);
           ++t) {
        if (source[t].content && TokenAt(source, t).upos == Upos::kNum)
          rivals->push_back({t, link.passage, 0.0});
      }
    }
  }
}

void EvidenceFinder::FindChanges(const SentenceAlignment& alignment,
                                 std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  const auto one_time = [&](const Terms& source, const Change& ours, const Change& theirs) {
    if (ours.time < 0 || theirs.time < 0) return ours.time == theirs.time;
    return SameTime(draft.reading->times[static_cast<size_t>(ours.time)],
                    source.reading->times[static_cast<size_t>(theirs.time)]);
  };
  for (const Figure& figure : draft.reading->figures) {
    if (figure.first < sentence.first || figure.first >= sentence.last) continue;
    const Change ours = ChangeOf(draft, figure);
    if (ours.figure == nullptr) continue;
    for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
      const Terms& source = *alignment.sources[p];
      const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
      for (const Figure& other : source.reading->figures) {
        if (other.first < passage.first || other.first >= passage.last ||
            other.dimension == figure.dimension)
          continue;
        if (!Disjoint(figure, other).value_or(false)) continue;
        const Change theirs = ChangeOf(source, other);
        if (theirs.figure == nullptr || draft[ours.verb].denied != source[theirs.verb].denied)
          continue;
        const bool one_thing = Linked(alignment, p, ours.subject, theirs.subject) &&
                               !OtherWhich(alignment, p, ours.subject, theirs.subject) &&
                               !OtherKind(alignment, p, ours.subject, theirs.subject);
        if (one_thing && one_time(source, ours, theirs))
          AddTimeRival(alignment, p, evidence::kFigureRival, figure.range, other.range, out);
      }
    }
  }
}

}  // namespace crosscheck
