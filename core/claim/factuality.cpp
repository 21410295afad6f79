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

constexpr int kMaxLinks = 8;

}  // namespace

Factuality::Factuality(const Reading& reading, const RelationLexicon& relations, const Children& children)
    : r_(reading), a_(reading.analysis), relations_(relations), c_(children), negation_(a_, &relations, children) {
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
  if (InvertedCondition(clause)) Weaken(Modality::kConditional, T(clause.auxiliaries.front()).range, claim);
  for (const int32_t adverb : clause.modifiers) {
    const std::string_view lemma = a_.Lemma(T(adverb));
    if (Is(WordClass::kNegation, lemma) || Is(WordClass::kNearNegation, lemma) || negation_.NoLonger(adverb) || negation_.YetTo(adverb)) {
      if (negation_.Softened(adverb)) continue;
      Flip(claim);
      if (claim->hedge.empty()) claim->hedge = T(adverb).range;
    } else if (relations_.Hedges(lemma)) {
      Weaken(Modality::kHedged, T(adverb).range, claim);
    }
  }
  if (negation_.Opening(clause.head)) Flip(claim);
  if (negation_.Argument(clause.subject) || NotAll(clause.subject) || (clause.kind != TreeClause::Kind::kApposition && negation_.Argument(clause.object))) {
    Flip(claim);
  }
  if (clause.kind == TreeClause::Kind::kCopula && negation_.DeniedUnder(clause.head) != kNoToken) Flip(claim);
  if (clause.kind == TreeClause::Kind::kVerb && negation_.Lacks(clause.head)) Flip(claim);
  if (clause.kind == TreeClause::Kind::kVerb) {
    const std::string_view lemma = a_.Lemma(T(clause.head));
    const bool embeds = clause.complement != kNoToken;
    const bool shows = c_.First(clause.head, Deprel::kObl) != kNoToken;  // "appeared in a film"
    if (!embeds && !shows && Is(WordClass::kHedgingVerb, lemma)) Weaken(Modality::kHedged, T(clause.head).range, claim);
  }
  for (const int32_t child : c_.Of(clause.head)) {
    if (negation_.Adjunct(child)) Flip(claim);
    if (HasCondition(child)) Weaken(Modality::kConditional, T(child).range, claim);
    if (T(child).deprel != Deprel::kMark) continue;
    if (Is(WordClass::kConditionMark, a_.Lower(T(child))) || Is(WordClass::kQuestionMark, a_.Lower(T(child)))) {
      Weaken(Modality::kConditional, T(child).range, claim);
    }
  }
}

void Factuality::Auxiliary(int32_t token, Claim* claim) const {
  const std::string_view lower = a_.Lower(T(token));
  const TextRange range = T(token).range;
  const size_t next = static_cast<size_t>(token) + 1;
  const bool denied = next < a_.tokens.size() && Is(WordClass::kNegation, a_.Lower(a_.tokens[next]));
  if (denied && Is(WordClass::kAble, lower)) return;
  if (Is(WordClass::kHedged, lower)) Weaken(Modality::kHedged, range, claim);
  if (Is(WordClass::kForecast, lower)) Weaken(Modality::kForecast, range, claim);
  if (Is(WordClass::kObliged, lower)) Weaken(Modality::kObliged, range, claim);
  if (Is(WordClass::kConditional, lower)) Weaken(Modality::kConditional, range, claim);
}

void Factuality::Flip(Claim* claim) {
  claim->polarity = claim->polarity == Polarity::kDenied ? Polarity::kAffirmed : Polarity::kDenied;
}

// "not all firms", "not everyone".
bool Factuality::NotAll(int32_t argument) const {
  if (argument == kNoToken) return false;
  const auto follows = [&](int32_t whole) {
    return Is(WordClass::kWholeDeterminer, a_.Lower(T(whole))) && whole > 0 && a_.Lower(T(whole - 1)) == "not";
  };
  const auto words = c_.Of(argument);
  return follows(argument) || std::ranges::any_of(words, follows);
}

// "Had it rained, …": the auxiliary before its subject stands for "if", also where the
// parser takes the two clauses for equals. A question is judged by its mark.
bool Factuality::InvertedCondition(const TreeClause& clause) const {
  if (clause.borrowed_subject || clause.auxiliaries.empty()) return false;
  const int32_t first = clause.auxiliaries.front();
  if (T(first).upos != Upos::kAux) return false;  // "Sail With Me was released": a title, misread
  const bool opens = static_cast<uint32_t>(first) == a_.sentences[T(first).sentence].first;
  if (T(clause.head).deprel != Deprel::kAdvcl && !opens) return false;
  return clause.subject != kNoToken && clause.auxiliaries.front() < clause.subject && c_.First(clause.head, Deprel::kMark) == kNoToken;
}

// The clause that a condition hangs on holds where the condition does: "if it rains".
bool Factuality::HasCondition(int32_t child) const {
  if (T(child).deprel != Deprel::kAdvcl) return false;
  const int32_t mark = c_.First(child, Deprel::kMark);
  if (mark == kNoToken || !Is(WordClass::kConditionMark, a_.Lower(T(mark)))) return false;
  return mark == 0 || !Is(WordClass::kUnconditional, a_.Lower(T(mark - 1)));
}

// "they wanted to stay, and so the roof was kept": a finite clause with a subject of
// its own is no part of the infinitive that it is joined to.
bool Factuality::OnItsOwn(int32_t conjunct) const {
  const Token& token = T(conjunct);
  if (token.deprel != Deprel::kConj || token.head == kNoToken || a_.Xpos(T(token.head)) != "VB") return false;
  const auto finite = [&](const Token& t) {
    const std::string_view xpos = a_.Xpos(t);
    return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
  };
  bool subject = false, tensed = finite(token);
  for (const int32_t child : c_.Of(conjunct)) {
    subject = subject || T(child).deprel == Deprel::kNsubj;
    tensed = tensed || ((T(child).deprel == Deprel::kAux || T(child).deprel == Deprel::kCop) && finite(T(child)));
  }
  return subject && tensed;
}

// "they want to keep the yard that Berg built": what is told of the plan's known
// things has happened; not "to build a yard that had no cranes".
bool Factuality::PastOfTheKnown(int32_t head) const {
  const auto past = [&](int32_t t) { return a_.Xpos(T(t)) == "VBD"; };
  bool finite = past(head);
  for (const int32_t child : c_.Of(head)) finite = finite || ((T(child).deprel == Deprel::kAux || T(child).deprel == Deprel::kCop) && past(child));
  int32_t at = head;
  for (int steps = 0; steps < kMaxLinks && T(at).deprel == Deprel::kConj && T(at).head != kNoToken; ++steps) at = T(at).head;
  if (!finite || a_.Label(T(at)) != "acl:relcl" || T(at).head == kNoToken) return false;
  const auto words = c_.Of(T(at).head);
  return std::ranges::any_of(words, [&](int32_t child) {
    const bool known = a_.Label(T(child)) == "nmod:poss" || (T(child).deprel == Deprel::kDet && a_.Lower(T(child)) == "the");
    return known && child < T(at).head;
  });
}

void Factuality::Embedding(const TreeClause& clause, Claim* claim) const {
  int32_t at = clause.head;
  for (int steps = 0; steps < kMaxLinks; ++steps) {
    const Deprel relation = T(at).deprel;
    const int32_t head = T(at).head;
    if (head == kNoToken) return;
    const bool conjunct = relation == Deprel::kConj;
    const bool embedded = relation == Deprel::kXcomp || relation == Deprel::kCcomp || relation == Deprel::kCsubj;
    const bool infinitive = relation == Deprel::kAcl && a_.Xpos(T(at)) == "VB";
    const bool adverbial = relation == Deprel::kAdvcl;
    if (!conjunct && !embedded && !infinitive && !adverbial) return;
    if (conjunct && OnItsOwn(at)) return;
    if (embedded || infinitive) Governed(at, infinitive, claim);
    if (adverbial) return Adverbial(at, steps == 0, claim);
    at = head;
  }
}

// What the word above makes of its complement `at`.
void Factuality::Governed(int32_t at, bool infinitive, Claim* claim) const {
  const int32_t head = T(at).head;
  const Deprel relation = T(at).deprel;
  const std::string_view lemma = a_.Lemma(T(head));
  const bool verdict = relations_.CallsTrue(lemma) || relations_.CallsUntrue(lemma);
  const bool clause = relation == Deprel::kCcomp && a_.Xpos(T(at)) != "VBG";
  const bool negates = clause ? relations_.NegatesClause(lemma) : negation_.Fails(head);
  if (infinitive && negation_.OfferRefused(head) != kNoToken) {
    Flip(claim);
    if (claim->hedge.empty()) claim->hedge = T(T(head).head).range;
  } else if (negates || (relation == Deprel::kCsubj && relations_.CallsUntrue(lemma))) {
    Flip(claim);
    if (claim->hedge.empty()) claim->hedge = T(head).range;
  } else if (relations_.Plans(lemma) || infinitive) {
    Weaken(Modality::kPlanned, T(head).range, claim);
  } else if (relations_.Hedges(lemma)) {
    Weaken(Modality::kHedged, T(head).range, claim);
  } else if (relation == Deprel::kXcomp && Is(WordClass::kForecast, a_.Lower(T(head)))) {
    Weaken(Modality::kForecast, T(head).range, claim);
  }
  for (const int32_t child : c_.Of(head)) {
    if (T(child).deprel == Deprel::kAux) Auxiliary(child, claim);
    const bool negation = T(child).deprel == Deprel::kAdvmod && (Is(WordClass::kNegation, a_.Lemma(T(child))) || negation_.NoLonger(child));
    const bool reaches = relation == Deprel::kXcomp || (relation == Deprel::kCsubj && verdict);
    if (negation && reaches && !negation_.Softened(child)) Flip(claim);
  }
  if (relation == Deprel::kXcomp && negation_.Opening(head)) Flip(claim);
}

// An adverbial clause by the word that brings it in.
void Factuality::Adverbial(int32_t at, bool own, Claim* claim) const {
  const int32_t head = T(at).head;
  const bool purpose = a_.Xpos(T(at)) == "VB" && own;
  if (c_.First(at, Deprel::kMark) == kNoToken && a_.Xpos(T(at)) == "VBG" && relations_.Negates(negation_.WithParticle(head))) Flip(claim);
  if (own && negation_.PhraseBefore(at) != kNoToken) Flip(claim);
  for (const int32_t child : c_.Of(at)) {
    if (T(child).deprel != Deprel::kMark) continue;
    const std::string_view mark = a_.Lower(T(child));
    if (Is(WordClass::kConditionMark, mark)) Weaken(Modality::kConditional, T(child).range, claim);
    if (purpose && mark == "to") Weaken(Modality::kPlanned, T(child).range, claim);
    if (Is(WordClass::kDenyingMark, mark)) claim->polarity = Polarity::kDenied;
    if (Is(WordClass::kPreventingMark, mark) && Is(WordClass::kPreventingVerb, a_.Lemma(T(head)))) Flip(claim);
    if (Is(WordClass::kOpposingMark, mark) && relations_.Plans(a_.Lemma(T(head)))) Flip(claim);
  }
}

void Factuality::Quantifier(const TreeClause& clause, Claim* claim) const {
  if (clause.subject == kNoToken) return;
  const auto quantifier = [&](int32_t token) {  // "nearly all"
    const std::string word(a_.Lower(T(token)));
    const bool nearly = token > 0 && Is(WordClass::kNearly, a_.Lower(T(token - 1)));
    return nearly ? "nearly " + word : word;
  };
  const std::string_view own = a_.Lower(T(clause.subject));
  if (Is(WordClass::kQuantifier, own) && c_.First(clause.subject, Deprel::kNmod) != kNoToken) {  // "all of the ships"
    claim->quantifier = quantifier(clause.subject);
    return;
  }
  for (const int32_t child : c_.Of(clause.subject)) {
    const std::string_view lower = a_.Lower(T(child));
    const bool determines = T(child).deprel == Deprel::kDet || T(child).deprel == Deprel::kAmod || T(child).deprel == Deprel::kAdvmod;
    if (determines && Is(WordClass::kQuantifier, lower)) {
      claim->quantifier = quantifier(child);
      return;
    }
  }
}

// "said it would close": it will, told in the past. Not "it would close if …", nor words
// as they were spoken ("it would be a shame").
bool Factuality::ToldInThePast(const TreeClause& clause, int32_t speaker) const {
  const Attribution& attribution = r_.attributions[static_cast<size_t>(speaker)];
  if (attribution.cue_head == kNoToken || attribution.denied || a_.Xpos(T(attribution.cue_head)) != "VBD") return false;
  const bool quoted = std::ranges::any_of(r_.quotations, [&](const Quotation& q) { return q.range.Contains(T(clause.head).range); });
  const bool would = std::ranges::any_of(clause.auxiliaries, [&](int32_t aux) { return Is(WordClass::kConditional, a_.Lower(T(aux))); });
  const bool perfect = std::ranges::any_of(clause.auxiliaries, [&](int32_t aux) { return a_.Lemma(T(aux)) == "have"; });  // "would have closed"
  const auto condition = [&](int32_t child) {
    if (HasCondition(child)) return true;
    const std::string_view mark = a_.Lower(T(child));
    return T(child).deprel == Deprel::kMark && (Is(WordClass::kConditionMark, mark) || Is(WordClass::kQuestionMark, mark));
  };
  return would && !perfect && !quoted && !InvertedCondition(clause) && std::ranges::none_of(c_.Of(clause.head), condition);
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
  if (claim->modality == Modality::kConditional && !found.empty() && ToldInThePast(clause, found.front().second)) claim->modality = Modality::kForecast;
  for (const auto& [size, i] : found) {
    if (!claim->speakers.empty() && claim->speakers.back() == i) continue;
    claim->speakers.push_back(i);
    const Attribution& attribution = r_.attributions[static_cast<size_t>(i)];
    if (attribution.cue.empty()) continue;
    const TextRange cue = attribution.cue.front();
    const CueKind kind = attribution.cue_kind;
    const bool plan = kind == CueKind::kPlan || kind == CueKind::kHope;
    if (plan && (OnItsOwn(clause.head) || PastOfTheKnown(clause.head))) continue;
    if (attribution.cue_head != kNoToken && negation_.OfferRefused(attribution.cue_head) != kNoToken) continue;
    // "did not know that" leaves what it was; "did not say", "has not confirmed that" do not.
    const bool known = attribution.factive && attribution.cue_kind == CueKind::kBelieve;
    if (attribution.denied && !known) Weaken(Modality::kHypothetical, cue, claim);
    if (kind == CueKind::kBelieve && !attribution.factive) Weaken(Modality::kBelieved, cue, claim);
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
