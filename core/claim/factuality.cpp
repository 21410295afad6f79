// How surely a clause is said.
//
// The clause's own words come first: auxiliaries ("may", "will", "must"),
// negation ("did not", "no longer", "without", "no firm"), hedging adverbs. Then
// the verbs above it, from the inside out: "failed to buy" denies, "plans to buy"
// plans, "if it buys" is conditional, "it is not true that it buys" denies. "not only" and "not until" deny nothing.
// A word of a lower modality never lifts one that was set before it.
#include "core/claim/factuality.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int kMaxClimb = 8;

}  // namespace

Factuality::Factuality(const Reading& reading, const RelationLexicon& relations, const Children& children)
    : r_(reading), a_(reading.analysis), relations_(relations), c_(children) {
  attributions_of_.resize(a_.sentences.size());
  for (size_t i = 0; i < r_.attributions.size(); ++i) {
    for (const TextRange range : r_.attributions[i].content) {
      auto sentence = std::ranges::upper_bound(a_.sentences, range.start, {}, [](const Sentence& s) { return s.range.end; });
      for (; sentence != a_.sentences.end() && sentence->range.start < range.end; ++sentence) {
        attributions_of_[static_cast<size_t>(sentence - a_.sentences.begin())].push_back(static_cast<int32_t>(i));
      }
    }
  }
}

const Token& Factuality::T(int32_t i) const { return a_.tokens[static_cast<size_t>(i)]; }

void Factuality::Judge(const TreeClause& clause, Claim* claim) const {
  OwnWords(clause, claim);
  Embedding(clause, claim);
  Quantifier(clause, claim);
  Speakers(clause, claim);
  Checkable(clause, claim);
}

// The first in the order of Modality wins; kAsserted gives way to all.
void Factuality::Weaken(Modality modality, TextRange because, Claim* claim) const {
  if (modality >= claim->modality) return;
  claim->modality = modality;
  claim->hedge = because;
}

void Factuality::OwnWords(const TreeClause& clause, Claim* claim) const {
  for (const int32_t aux : clause.auxiliaries) Auxiliary(aux, claim);
  for (const int32_t adverb : clause.modifiers) {
    const std::string_view lemma = a_.Lemma(T(adverb));
    if (Is(WordClass::kNegation, lemma) || Is(WordClass::kNearNegation, lemma)) {
      if (NotOnly(adverb)) continue;
      claim->polarity = claim->polarity == Polarity::kDenied ? Polarity::kAffirmed : Polarity::kDenied;
      if (claim->hedge.empty()) claim->hedge = T(adverb).range;
    } else if (relations_.Hedges(lemma)) {
      Weaken(Modality::kHedged, T(adverb).range, claim);
    }
  }
  if (DenyingDeterminer(clause.subject) || (clause.kind != TreeClause::Kind::kApposition && DenyingDeterminer(clause.object))) {
    claim->polarity = claim->polarity == Polarity::kDenied ? Polarity::kAffirmed : Polarity::kDenied;
  }
  if (clause.kind == TreeClause::Kind::kVerb) {
    const std::string_view lemma = a_.Lemma(T(clause.head));
    const bool embeds = clause.complement != kNoToken;
    if (!embeds && Is(WordClass::kHedgingVerb, lemma)) Weaken(Modality::kHedged, T(clause.head).range, claim);
  }
  for (const int32_t child : c_.Of(clause.head)) {
    if (T(child).deprel != Deprel::kMark) continue;
    if (Is(WordClass::kConditionMark, a_.Lower(T(child))) || Is(WordClass::kQuestionMark, a_.Lower(T(child)))) {
      Weaken(Modality::kConditional, T(child).range, claim);
    }
  }
}

void Factuality::Auxiliary(int32_t token, Claim* claim) const {
  const std::string_view lower = a_.Lower(T(token));
  const TextRange range = T(token).range;
  if (Is(WordClass::kHedged, lower)) Weaken(Modality::kHedged, range, claim);
  if (Is(WordClass::kForecast, lower)) Weaken(Modality::kForecast, range, claim);
  if (Is(WordClass::kObliged, lower)) Weaken(Modality::kObliged, range, claim);
  if (Is(WordClass::kConditional, lower)) Weaken(Modality::kConditional, range, claim);
}

// "not only", "not just", "not until", "not necessarily": the clause holds.
bool Factuality::NotOnly(int32_t negation) const {
  const size_t next = static_cast<size_t>(negation) + 1;
  if (next >= a_.tokens.size()) return false;
  return Is(WordClass::kSoftening, a_.Lower(a_.tokens[next]));
}

// "no firm", "none of the firms", "neither", "nobody", "nothing".
bool Factuality::DenyingDeterminer(int32_t argument) const {
  if (argument == kNoToken) return false;
  if (Is(WordClass::kNegativePronoun, a_.Lower(T(argument)))) return true;
  for (const int32_t child : c_.Of(argument)) {
    if (T(child).deprel == Deprel::kDet && Is(WordClass::kNegativeDeterminer, a_.Lower(T(child)))) return true;
  }
  return false;
}

void Factuality::Embedding(const TreeClause& clause, Claim* claim) const {
  int32_t at = clause.head;
  for (int steps = 0; steps < kMaxClimb; ++steps) {
    const Deprel relation = T(at).deprel;
    const int32_t head = T(at).head;
    if (head == kNoToken) return;
    const bool conjunct = relation == Deprel::kConj;
    const bool embedded = relation == Deprel::kXcomp || relation == Deprel::kCcomp || relation == Deprel::kCsubj;
    const bool infinitive = relation == Deprel::kAcl && a_.Xpos(T(at)) == "VB";
    const bool adverbial = relation == Deprel::kAdvcl;
    if (!conjunct && !embedded && !infinitive && !adverbial) return;
    if (embedded || infinitive) {
      const std::string_view lemma = a_.Lemma(T(head));
      const bool verdict = relations_.CallsTrue(lemma) || relations_.CallsUntrue(lemma);
      if (relations_.Negates(lemma) || (relation == Deprel::kCsubj && relations_.CallsUntrue(lemma))) {
        claim->polarity = claim->polarity == Polarity::kDenied ? Polarity::kAffirmed : Polarity::kDenied;
        if (claim->hedge.empty()) claim->hedge = T(head).range;
      } else if (relations_.Plans(lemma) || infinitive) {
        Weaken(Modality::kPlanned, T(head).range, claim);
      } else if (relations_.Hedges(lemma)) {
        Weaken(Modality::kHedged, T(head).range, claim);
      }
      for (const int32_t child : c_.Of(head)) {
        if (T(child).deprel == Deprel::kAux) Auxiliary(child, claim);
        const bool negation = T(child).deprel == Deprel::kAdvmod && Is(WordClass::kNegation, a_.Lemma(T(child)));
        const bool reaches = relation == Deprel::kXcomp || (relation == Deprel::kCsubj && verdict);
        if (negation && reaches && !NotOnly(child)) {
          claim->polarity = claim->polarity == Polarity::kDenied ? Polarity::kAffirmed : Polarity::kDenied;
        }
      }
    }
    if (adverbial) {
      const bool purpose = a_.Xpos(T(at)) == "VB" && steps == 0;
      for (const int32_t child : c_.Of(at)) {
        if (T(child).deprel != Deprel::kMark) continue;
        const std::string_view mark = a_.Lower(T(child));
        if (Is(WordClass::kConditionMark, mark)) Weaken(Modality::kConditional, T(child).range, claim);
        if (purpose && mark == "to") Weaken(Modality::kPlanned, T(child).range, claim);
        if (Is(WordClass::kDenyingMark, mark)) claim->polarity = Polarity::kDenied;
      }
      return;
    }
    at = head;
  }
}

void Factuality::Quantifier(const TreeClause& clause, Claim* claim) const {
  if (clause.subject == kNoToken) return;
  for (const int32_t child : c_.Of(clause.subject)) {
    const std::string_view lower = a_.Lower(T(child));
    const bool determines = T(child).deprel == Deprel::kDet || T(child).deprel == Deprel::kAmod || T(child).deprel == Deprel::kAdvmod;
    if (determines && Is(WordClass::kQuantifier, lower)) {
      claim->quantifier = std::string(lower);
      return;
    }
  }
}

// The attributions whose content holds the clause's head, from the inside out.
void Factuality::Speakers(const TreeClause& clause, Claim* claim) const {
  const TextRange head = T(clause.head).range;
  std::vector<std::pair<uint32_t, int32_t>> found;  // size of the content, attribution
  for (const int32_t i : attributions_of_[T(clause.head).sentence]) {
    const Attribution& attribution = r_.attributions[static_cast<size_t>(i)];
    if (attribution.cue_head == clause.head) continue;
    for (const TextRange content : attribution.content) {
      if (content.Contains(head)) found.emplace_back(content.size(), i);
    }
  }
  std::ranges::sort(found);
  for (const auto& [size, i] : found) {
    if (!claim->speakers.empty() && claim->speakers.back() == i) continue;
    claim->speakers.push_back(i);
    const Attribution& attribution = r_.attributions[static_cast<size_t>(i)];
    if (attribution.cue.empty()) continue;
    const TextRange cue = attribution.cue.front();
    const CueKind kind = attribution.cue_kind;
    if (kind == CueKind::kBelieve) Weaken(Modality::kBelieved, cue, claim);
    if (kind == CueKind::kPlan || kind == CueKind::kHope) Weaken(Modality::kPlanned, cue, claim);
    if (kind == CueKind::kPredict) Weaken(Modality::kForecast, cue, claim);
    if (kind == CueKind::kAsk) Weaken(Modality::kQuestioned, cue, claim);
    if (kind == CueKind::kAllege) Weaken(Modality::kHedged, cue, claim);
  }
  for (size_t q = 0; q < r_.quotations.size(); ++q) {
    if (r_.quotations[q].range.Contains(head)) claim->quotation = static_cast<int32_t>(q);
    if (r_.quotations[q].range.start >= head.end) break;
  }
}

void Factuality::Checkable(const TreeClause& clause, Claim* claim) const {
  const Sentence& sentence = a_.sentences[claim->sentence];
  const std::string_view text = sentence.range.In(a_.text());
  const bool question = text.ends_with('?') || text.ends_with("?\"") || text.ends_with("?\u201d");
  if (question) {
    claim->modality = Modality::kQuestioned;
    claim->not_checkable = NotCheckable::kQuestion;
  } else if (sentence.kind == BlockKind::kFurniture) {
    claim->not_checkable = NotCheckable::kFurniture;
  } else if (sentence.foreign) {
    claim->not_checkable = NotCheckable::kForeign;
  } else if (!claim->subject.present() && !claim->object.present()) {
    claim->not_checkable = NotCheckable::kFragment;
  } else if (!claim->subject.present() && T(clause.head).deprel == Deprel::kRoot && a_.Xpos(T(clause.head)) == "VB") {
    claim->not_checkable = NotCheckable::kCommand;
  } else if (clause.kind == TreeClause::Kind::kCopula && relations_.Opinion(a_.Lemma(T(clause.head)))) {
    claim->not_checkable = NotCheckable::kOpinion;
  }
}

}  // namespace crosscheck
