// Clauses held against clauses: the same predicate of the same things, but
// denied, hedged, planned, or with its sides exchanged.
#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr int32_t kDueWords = 5;  // tokens between "is" and its verb in "is not to be played"
constexpr double kSureDenial = 0.88;  // carried so far, a denial is found
constexpr int kEnoughToDeny = 3;  // content words that make a clause worth comparing alone

std::string_view Why(Modality modality) {
  switch (modality) {
    case Modality::kPlanned: return "a plan";
    case Modality::kForecast: return "a forecast";
    case Modality::kHedged: return "possible";
    case Modality::kBelieved: return "a belief";
    case Modality::kConditional: return "conditional";
    case Modality::kObliged: return "an obligation";
    case Modality::kQuestioned: return "a question";
    case Modality::kHypothetical: return "hypothetical";
    case Modality::kAsserted: return "a fact";
  }
  return "";
}

// Tells of something done or going on: "promoted", "is promoting", not "to promote"
// nor, unless `present` is asked for, "promotes", which headlines say of the future, too.
bool Done(const Terms& draft, const Claim& claim, bool present) {
  if (claim.predicate_head == kNoToken) return false;
  const Analysis& analysis = draft.reading->analysis;
  const auto finite = [&](const Token& token) {
    const std::string_view xpos = analysis.Xpos(token);
    return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
  };
  const auto head = static_cast<uint32_t>(claim.predicate_head);
  if (present ? finite(analysis.tokens[head]) : analysis.Xpos(analysis.tokens[head]) == "VBD") return true;
  const Sentence& sentence = analysis.sentences[claim.sentence];
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (claim.predicate.Contains(token.range) && t != head && finite(token)) return true;
  }
  return false;
}

// "The club is moving in May": what goes on by a date may lie ahead.
bool Scheduled(const Terms& draft, const Claim& claim) {
  const Analysis& analysis = draft.reading->analysis;
  if (claim.predicate_head == kNoToken ||
      analysis.Xpos(TokenAt(draft, claim.predicate_head)) != "VBG")
    return false;
  return std::ranges::any_of(draft.reading->times, [&](const TimeExpression& time) {
    return claim.range.Contains(time.range);
  });
}

// The grammatical person of a predicate's subject: 1 for "I", "we", 2 for "you".
int PersonOf(const EntityLexicon& lexicon, const Terms& terms, int32_t predicate) {
  for (const int32_t child : terms.dependents[static_cast<size_t>(predicate)]) {
    const Token& token = terms.reading->analysis.tokens[static_cast<size_t>(child)];
    if (terms[child].slot.kind != Slot::Kind::kSubject || token.upos != Upos::kPron) continue;
    const KnownPronoun* pronoun = lexicon.FindPronoun(terms.reading->analysis.Lower(token));
    if (pronoun != nullptr) return pronoun->person;
  }
  return 3;
}

// "I do not think so" and "you may think so" deny nothing of each other.
bool OtherSpeakers(const EntityLexicon* lexicon, const Terms& draft, int32_t here, const Terms& source, int32_t there) {
  if (lexicon == nullptr) return false;
  const int ours = PersonOf(*lexicon, draft, here), theirs = PersonOf(*lexicon, source, there);
  return ours != theirs && ours + theirs == 3;
}

// "is (not) to be played": what is due, not what is done; "is yet to be played" is not.
bool Due(const RelationLexicon* relations, const Terms& terms, int32_t predicate) {
  const auto& tokens = terms.reading->analysis.tokens;
  bool to = false, due = false, pending = false;
  for (int32_t t = predicate - 1; t >= 0 && t >= predicate - kDueWords; --t) {
    const Token& token = tokens[static_cast<size_t>(t)];
    if (token.head != predicate) continue;
    pending = pending || (to && relations != nullptr && relations->Is(WordClass::kPending, terms.reading->analysis.Lower(token)));
    to = to || token.deprel == Deprel::kMark;
    due = due || (to && token.upos == Upos::kAux && terms.reading->analysis.Lemma(token) == "be");
  }
  return due && !pending;
}

// "The dogs do not fight playfully", "not upstairs" leaves open that they fight: the denial
// is of the manner or place, which the other text does not have.
bool DeniesManner(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, int32_t predicate) {
  const Terms& terms = denied_here ? *alignment.draft : *alignment.sources[passage];
  for (const int32_t child : terms.dependents[static_cast<size_t>(predicate)]) {
    if (!terms[child].content || terms[child].slot.kind != Slot::Kind::kAdverb) continue;
    if (terms[child].denier || terms[child].time >= 0 || TokenAt(terms, child).upos != Upos::kAdv) continue;
    const bool met = denied_here ? alignment.CarriedIn(child, passage) : alignment.MetIn(child, passage);
    if (!met) return true;
  }
  return false;
}

// Told of some only: "some houses have no power" leaves open that most have.
bool OfSome(const RelationLexicon* relations, const Terms& terms, int32_t predicate) {
  if (relations == nullptr) return false;
  const Analysis& analysis = terms.reading->analysis;
  const Sentence& sentence = analysis.sentences[TokenAt(terms, predicate).sentence];
  const auto some = [&](int32_t token) {
    const std::string_view word = analysis.Lower(TokenAt(terms, token));
    return relations->Is(WordClass::kQuantifier, word) && !relations->Is(WordClass::kWholeDeterminer, word) && !relations->Is(WordClass::kNegativeDeterminer, word);
  };
  for (const int32_t subject : terms.dependents[static_cast<size_t>(predicate)]) {
    if (terms[subject].slot.kind != Slot::Kind::kSubject) continue;
    if (some(subject)) return true;
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
      const Deprel deprel = TokenAt(terms, t).deprel;
      if (TokenAt(terms, t).head == subject && (deprel == Deprel::kDet || deprel == Deprel::kAmod) && some(t)) return true;
    }
  }
  return false;
}

// "used to smoke" tells of then only.
bool UsedTo(const Terms& terms, int32_t predicate) {
  const Token& token = TokenAt(terms, predicate);
  if (token.deprel != Deprel::kXcomp || token.head == kNoToken) return false;
  return terms.reading->analysis.Lower(TokenAt(terms, token.head)) == "used" && !terms[token.head].denied;
}

// "grew up in Leeds" against "was born in Hull but did not grow up there": only there.
bool DeniesThere(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, int32_t denied, int32_t affirmed) {
  const Terms& first = denied_here ? *alignment.draft : *alignment.sources[passage];
  const Terms& second = denied_here ? *alignment.sources[passage] : *alignment.draft;
  const bool there = std::ranges::any_of(first.dependents[static_cast<size_t>(denied)], [&](int32_t child) {
    return TokenAt(first, child).deprel == Deprel::kAdvmod && first.reading->analysis.Lower(TokenAt(first, child)) == "there";
  });
  return there && std::ranges::any_of(second.dependents[static_cast<size_t>(affirmed)], [&](int32_t child) {
    return second[child].slot.kind == Slot::Kind::kOblique && second[child].name;
  });
}

// "hates leaving the house" does not say that one leaves it.
bool OnlyFelt(const RelationLexicon* relations, const Terms& terms, int32_t predicate) {
  const Token& token = TokenAt(terms, predicate);
  const bool gerund = token.deprel == Deprel::kAdvcl && terms.reading->analysis.Xpos(token) == "VBG";
  const bool complement = gerund || token.deprel == Deprel::kXcomp || token.deprel == Deprel::kCcomp;
  return complement && relations != nullptr && relations->Is(WordClass::kAttitudeVerb, LemmaAt(terms, token.head));
}

// "Nobody fell in the second race" leaves open that two fell in another: the ordinal is
// met by a count.
bool DeniesOrdinal(const SentenceAlignment& alignment, uint32_t passage) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const auto ranks = [](const Terms& terms, int32_t t) {
    return terms[t].figure >= 0 && terms.reading->figures[static_cast<size_t>(terms[t].figure)].kind == FigureKind::kOrdinal;
  };
  const auto counts = [](const Terms& terms, int32_t t) {
    if (terms[t].figure < 0) return false;
    const Figure& figure = terms.reading->figures[static_cast<size_t>(terms[t].figure)];
    return figure.kind == FigureKind::kCardinal && figure.of != kNoToken;
  };
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage != passage) continue;
      if (ranks(draft, t) ? counts(source, link.source) : counts(draft, t) && ranks(source, link.source)) return true;
    }
  }
  return false;
}

// "is not identified" leaves open that one "identifies himself": the passive is of what
// others do.
bool OneReflexive(const EntityLexicon* lexicon, const Terms& a, int32_t first, const Terms& b, int32_t second) {
  const auto reflexive = [&](const Terms& terms, int32_t verb) {
    return lexicon != nullptr && std::ranges::any_of(terms.dependents[static_cast<size_t>(verb)], [&](int32_t child) {
      const Token& token = terms.reading->analysis.tokens[static_cast<size_t>(child)];
      const KnownPronoun* pronoun = terms[child].slot.kind == Slot::Kind::kObject ? lexicon->FindPronoun(terms.reading->analysis.Lower(token)) : nullptr;
      return pronoun != nullptr && pronoun->reflexive;
    });
  };
  return reflexive(a, first) != reflexive(b, second);
}

// "No hall is older" of "the oldest hall": what is denied is that another is more so.
bool MoreThanTheMost(const Terms& a, int32_t first, const Terms& b, int32_t second) {
  const std::string_view ours = a.reading->analysis.Xpos(TokenAt(a, first)), theirs = b.reading->analysis.Xpos(TokenAt(b, second));
  const auto comparative = [](std::string_view tag) { return tag == "JJR" || tag == "RBR"; };
  const auto superlative = [](std::string_view tag) { return tag == "JJS" || tag == "RBS"; };
  return (comparative(ours) && superlative(theirs)) || (superlative(ours) && comparative(theirs));
}

// Tells that somebody says, accuses, plans: its predicate is a cue.
bool Reports(const Reading& reading, const Claim& claim) {
  return std::ranges::any_of(reading.attributions, [&](const Attribution& a) { return a.cue_head == claim.predicate_head; });
}

// "Berg, Lee and Roy": a subject of several.
bool Several(const Terms& terms, const Claim& claim) {
  const Analysis& analysis = terms.reading->analysis;
  const Sentence& sentence = analysis.sentences[claim.sentence];
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.deprel == Deprel::kConj && token.head == claim.subject.head && claim.subject.range.Contains(token.range)) return true;
  }
  return false;
}

// Whether the subject of a verb is another one than is told of before.
bool OfAnother(const Terms& terms, int32_t verb) {
  return std::ranges::any_of(terms.dependents[static_cast<size_t>(verb)], [&](int32_t subject) {
    if (terms[subject].slot.kind != Slot::Kind::kSubject) return false;
    const Analysis& analysis = terms.reading->analysis;
    const auto& tokens = analysis.tokens;
    return subject > 0 && (analysis.Lower(tokens[static_cast<size_t>(subject) - 1]) == "another" || analysis.Lower(tokens[static_cast<size_t>(subject) - 1]) == "other");
  });
}

}  // namespace

// Denied itself, or as what is not given or had: "has yet to give its _approval_".
bool EvidenceFinder::DeniedThrough(const Terms& terms, int32_t token) const {
  if (terms[token].denied) return true;
  const int32_t above = terms[token].slot.governor;
  const bool object = above != kNoToken && terms[token].slot.kind == Slot::Kind::kObject && TokenAt(terms, token).upos == Upos::kNoun;
  const RelationLexicon* relations = lexical_.knowledge().relations;
  return object && terms[above].denied && relations != nullptr && relations->Is(WordClass::kGivingVerb, LemmaAt(terms, above));
}

void EvidenceFinder::FindClauses(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const auto& claims = graph_.reading(alignment.draft_document).claims;
  auto it = std::ranges::lower_bound(claims, alignment.sentence, {}, &Claim::sentence);
  for (; it != claims.end() && it->sentence == alignment.sentence; ++it) {
    CompareClauses(alignment, static_cast<uint32_t>(it - claims.begin()), out);
    CompareSubjects(alignment, static_cast<uint32_t>(it - claims.begin()), out);
    FindLoneDenial(alignment, static_cast<uint32_t>(it - claims.begin()), out);
    FindExpectation(alignment, static_cast<uint32_t>(it - claims.begin()), out);
  }
  const auto found = [&](double least = 0.0) {
    return std::ranges::any_of(*out, [&](const Evidence& e) {
      return e.kind == evidence::kNegation && e.strength >= least && alignment.draft_sentence().range.Contains(e.draft_range);
    });
  };
  if (!found()) CompareComplements(alignment, out);
  if (!found()) ComparePolarity(alignment, out);
  if (!found(kSureDenial)) FindTopicDenial(alignment, out);
}

// "Berg sold the yard to Acme" against "Lee sold the yard to Acme", with pronouns
// and shared subjects resolved: the same told of another.
void EvidenceFinder::CompareSubjects(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const {
  const Reading& reading = graph_.reading(alignment.draft_document);
  const Terms& draft = *alignment.draft;
  const Claim& claim = reading.claims[draft_claim];
  const int32_t head = claim.relation == "be" && claim.object.head != kNoToken ? claim.object.head : claim.predicate_head;
  const int32_t subject = claim.subject.head;
  if (head == kNoToken || subject == kNoToken || claim.subject.entity < 0 || !draft[subject].name) return;
  const Entity& ours = reading.entities[static_cast<size_t>(claim.subject.entity)];
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  const auto person = [](const Entity& entity) {  // beyond doubt: a club is told of like a person, too
    return entity.named && !entity.plural && entity.type == EntityType::kPerson && entity.gender != Gender::kUnknown;
  };
  if (lexicon == nullptr || !person(ours)) return;
  std::vector<int32_t> without;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (claim.subject.range.Contains(reading.analysis.tokens[static_cast<size_t>(t)].range)) without.push_back(t);
  }
  Evidence best;
  for (const Link& link : alignment.LinksOf(head)) {
    if (alignment.CarriedIn(subject, link.passage)) return;  // the passage names them, too
    const Passage& passage = alignment.passages[link.passage];
    const Reading& source = graph_.reading(passage.document);
    auto other = std::ranges::lower_bound(source.claims, passage.sentence, {}, &Claim::sentence);
    for (; other != source.claims.end() && other->sentence == passage.sentence; ++other) {
      const bool same = other->predicate_head == link.source || (other->relation == "be" && other->object.head == link.source);
      if (!same || other->subject.entity < 0) continue;
      const Entity& theirs = source.entities[static_cast<size_t>(other->subject.entity)];
      const bool by_name = other->subject.head != kNoToken && (*alignment.sources[link.passage])[other->subject.head].name;
      if (!by_name || !person(theirs) || crosscheck::CompareNames(ours, theirs, *lexicon) != NameRelation::kDifferent) continue;
      if (Several(*alignment.sources[link.passage], *other)) continue;
      const double strength = alignment.CoverageWithin(link.passage, Cover(claim.range, claim.subject.range), without);
      if (strength <= best.strength) continue;
      best = Make(alignment, evidence::kNameRival, claim.subject.range, strength, ours.name + " here, " + theirs.name + " there");
      best.draft = graph_.id(alignment.draft_document, draft_claim);
      SetSource(alignment, link.passage, other->subject.range, &best);
      best.source = graph_.id(passage.document, static_cast<uint32_t>(other - source.claims.begin()));
      best.shared_words = alignment.CarriedCount(link.passage);
      best.mutual = alignment.ReverseAround(link.passage, link.source);
      best.definite = true;
      best.moved = alignment.Carried(subject);
    }
  }
  if (best.strength > 0.0) out->push_back(std::move(best));
}

// "pleaded not guilty" against "pleaded guilty": a word below the predicate that
// is denied in one text only, while what governs it is denied in both or neither.
void EvidenceFinder::CompareComplements(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const int32_t above = draft[t].slot.governor;
    if (!draft[t].content || above == kNoToken) continue;
    for (const Link& link : alignment.LinksOf(t)) {
      const Terms& source = *alignment.sources[link.passage];
      const int32_t above_there = source[link.source].slot.governor;
      if (draft[t].denied == source[link.source].denied || above_there == kNoToken || !Carries(aligner_.Compare(draft, above, source, above_there))) continue;
      if (draft[above].denied != source[above_there].denied || OtherSpeakers(lexical_.knowledge().entities, draft, t, source, link.source)) continue;
      const TextRange here = draft.reading->analysis.tokens[static_cast<size_t>(t)].range;
      const TextRange there = source.reading->analysis.tokens[static_cast<size_t>(link.source)].range;
      const std::array<int32_t, 1> without = {t};
      const double around = std::max(alignment.CoverageAround(link.passage, t), alignment.CoverageWithout(link.passage, without));
      Evidence evidence = Make(alignment, evidence::kNegation, here, around,
                               draft[t].denied ? "denied here, affirmed there" : "affirmed here, denied there");
      SetSource(alignment, link.passage, there, &evidence);
      evidence.shared_words = alignment.CarriedCount(link.passage);
      evidence.mutual = alignment.ReverseAround(link.passage, link.source);
      out->push_back(std::move(evidence));
      return;
    }
  }
}

// What is denied, the clause alone, must be carried whole by what affirms it: "he did not ride by the
// creek" leaves open that he rode.
double EvidenceFinder::DenialStrength(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, TextRange denied,
                                      std::span<const int32_t> left_out) const {
  const Terms& terms = denied_here ? *alignment.draft : *alignment.sources[passage];
  const Sentence& sentence = denied_here ? alignment.draft_sentence() : terms.reading->analysis.sentences[alignment.passages[passage].sentence];
  int words = 0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    words += terms.terms[t].content && denied.Contains(terms.reading->analysis.tokens[t].range);
  }
  if (words < kEnoughToDeny) denied = {};  // "that is no excuse": the words around it must tell what
  return denied_here ? alignment.StrictCoverage(passage, denied, left_out) : alignment.ReverseCoverage(passage, denied, left_out);
}

// "There is no cat on the mat" against "A cat is on the mat": no verb in common,
// but the whole of one sentence denied.
void EvidenceFinder::ComparePolarity(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const auto main_denied = [](const Terms& terms, const Sentence& sentence) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (terms.terms[t].slot.kind != Slot::Kind::kRoot) continue;
      if (!terms.terms[t].denier) return terms.terms[t].denied;
      return std::ranges::any_of(terms.dependents[t], [&](int32_t child) {  // "is not unable to pay"
        return TokenAt(terms, child).deprel == Deprel::kXcomp && terms[child].denied;
      });
    }
    return false;
  };
  const Sentence& sentence = alignment.draft_sentence();
  const bool here = main_denied(*alignment.draft, sentence);
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Sentence& passage = alignment.sources[p]->reading->analysis.sentences[alignment.passages[p].sentence];
    if (main_denied(*alignment.sources[p], passage) == here) continue;
    if (alignment.StrictCoverage(p) < 0.8 || alignment.ReverseCoverage(p) < 0.8 || DeniesOther(alignment, p, here)) continue;
    Evidence evidence = Make(alignment, evidence::kNegation, sentence.range, DenialStrength(alignment, p, here, {}),
                             here ? "denied here, affirmed there" : "affirmed here, denied there");
    SetSource(alignment, p, passage.range, &evidence);
    evidence.shared_words = alignment.CarriedCount(p);
    evidence.mutual = alignment.ReverseCoverage(p);
    out->push_back(std::move(evidence));
    return;
  }
}

// "did not cut the box" against "cut the tape on the box"; "the end of a pencil" is
// of the pencil.
bool EvidenceFinder::OtherObject(const SentenceAlignment& alignment, int32_t predicate, const Link& link) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[link.passage];
  const uint32_t of = lexical_.Word("of", Upos::kAdp);
  const auto part = [&](const Terms& whole, int32_t noun, const Terms& other, int32_t thing) {
    return std::ranges::any_of(whole.dependents[static_cast<size_t>(noun)], [&](int32_t child) {
      return whole[child].slot.preposition == of && Carries(aligner_.Compare(whole, child, other, thing));
    });
  };
  bool ours = false, theirs = false;
  for (const int32_t here : draft.dependents[static_cast<size_t>(predicate)]) {
    if (draft[here].slot.kind != Slot::Kind::kObject || !draft[here].content) continue;
    ours = true;
    for (const int32_t there : source.dependents[static_cast<size_t>(link.source)]) {
      if (source[there].slot.kind != Slot::Kind::kObject || !source[there].content) continue;
      theirs = true;
      if (Carries(aligner_.Compare(draft, here, source, there)) || Carries(aligner_.Compare(source, there, draft, here))) return false;
      if (part(source, there, draft, here) || part(draft, here, source, there)) return false;
    }
  }
  return ours && theirs;
}

// Whether a denial leaves the other text's clause open: what is due against what is
// done, somebody else ("another boy is not looking"), another object, a manner that
// only the denial has.
bool EvidenceFinder::DeniesOther(const SentenceAlignment& alignment, int32_t predicate, const Link& link, bool denied_here) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (Due(relations, *alignment.draft, predicate) != Due(relations, *alignment.sources[link.passage], link.source)) return true;
  if (OfAnother(*alignment.draft, predicate) != OfAnother(*alignment.sources[link.passage], link.source)) return true;
  if (OneReflexive(lexical_.knowledge().entities, *alignment.draft, predicate, *alignment.sources[link.passage], link.source)) return true;
  const Terms& source = *alignment.sources[link.passage];
  if (OfSome(relations, *alignment.draft, predicate) && OfSome(relations, source, link.source)) return true;
  if (UsedTo(*alignment.draft, predicate) != UsedTo(source, link.source)) return true;
  if (DeniesThere(alignment, link.passage, denied_here, denied_here ? predicate : link.source, denied_here ? link.source : predicate)) return true;
  const bool before = BeforeTheTold(*alignment.draft, predicate), before_there = BeforeTheTold(*alignment.sources[link.passage], link.source);
  if (before != before_there && (denied_here ? before : before_there)) return true;
  if (MoreThanTheMost(*alignment.draft, predicate, *alignment.sources[link.passage], link.source)) return true;
  const bool felt = denied_here ? OnlyFelt(relations, *alignment.sources[link.passage], link.source) : OnlyFelt(relations, *alignment.draft, predicate);
  if (felt || DeniesOrdinal(alignment, link.passage)) return true;
  return OtherObject(alignment, predicate, link) || DeniesManner(alignment, link.passage, denied_here, denied_here ? predicate : link.source);
}

bool EvidenceFinder::DeniesOther(const SentenceAlignment& alignment, uint32_t passage, bool denied_here) const {
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const bool verb = alignment.draft->reading->analysis.tokens[static_cast<size_t>(t)].upos == Upos::kVerb;
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage == passage && MoreThanTheMost(*alignment.draft, t, *alignment.sources[passage], link.source)) return true;
      if (!verb) continue;
      if (link.passage == passage && DeniesOther(alignment, t, link, denied_here)) return true;
    }
  }
  return false;
}

void EvidenceFinder::CompareClauses(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Claim& claim = graph_.reading(alignment.draft_document).claims[draft_claim];
  // The content word of the predicate: the verb, or the predicate nominal of a copula.
  const int32_t head = claim.relation == "be" && claim.object.head != kNoToken ? claim.object.head : claim.predicate_head;
  if (head == kNoToken) return;
  for (const Link& link : alignment.LinksOf(head)) {
    const Terms& source = *alignment.sources[link.passage];
    const Passage& passage = alignment.passages[link.passage];
    const auto& others = graph_.reading(passage.document).claims;
    auto other = std::ranges::lower_bound(others, passage.sentence, {}, &Claim::sentence);
    const Claim* match = nullptr;
    for (; other != others.end() && other->sentence == passage.sentence; ++other) {
      if (other->predicate_head == link.source || (other->relation == "be" && other->object.head == link.source)) match = &*other;
    }
    const bool denied = DeniedThrough(draft, head), their_denied = DeniedThrough(source, link.source);
    const Token& token = source.reading->analysis.tokens[static_cast<size_t>(link.source)];
    if (denied != their_denied) {
      if (OtherSpeakers(lexical_.knowledge().entities, draft, head, source, link.source)) continue;
      if (DeniesOther(alignment, head, link, denied)) continue;
      const TextRange clause = denied ? Cover(claim.range, claim.subject.range)
                               : match != nullptr ? Cover(match->range, match->subject.range) : TextRange{};
      const bool together = denied ? claim.collective : match != nullptr && match->collective;
      const std::vector<int32_t> apart = together ? std::vector<int32_t>{} : OthersDenied(alignment, link.passage, denied, denied ? head : link.source);
      const double carried = DenialStrength(alignment, link.passage, denied, clause, apart);
      Evidence evidence = Make(alignment, evidence::kNegation, claim.hedge.empty() ? claim.range : Cover(claim.hedge, claim.predicate), carried,
                               denied ? "denied here, affirmed there" : "affirmed here, denied there");
      evidence.draft = graph_.id(alignment.draft_document, draft_claim);
      SetSource(alignment, link.passage, match != nullptr ? match->range : token.range, &evidence);
      if (match != nullptr) evidence.source = graph_.id(passage.document, static_cast<uint32_t>(match - others.data()));
      evidence.shared_words = alignment.CarriedCount(link.passage);
      evidence.mutual = alignment.ReverseAround(link.passage, link.source);
      out->push_back(std::move(evidence));
      return;
    }
    if (match != nullptr) CompareForce(alignment, draft_claim, link, *match, out);
  }
}

// "He decided to write. He would spend a year on it": what came later, seen from the
// past; not "it would cost a year if …".
bool EvidenceFinder::TellsOfLater(const Terms& terms, const Claim& claim) const {
  const Analysis& analysis = terms.reading->analysis;
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const bool reported = !claim.speakers.empty();  // "said it would cost": it will
  if (claim.modality != Modality::kConditional || reported || relations == nullptr) return false;
  const Sentence& sentence = analysis.sentences[claim.sentence];
  bool would = false;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::string_view form = analysis.Lower(analysis.tokens[t]);
    if (relations->Is(WordClass::kConditionMark, form)) return false;
    would = would || (claim.hedge.Contains(analysis.tokens[t].range) && relations->Is(WordClass::kConditional, form));
  }
  return would;
}

// Asserted here, only possible, believed or planned there. A draft must keep the
// force of its source over the whole sentence; of two texts of equal standing the
// two clauses are compared, whatever else their sentences tell. A plan's date goes
// with the plan.
void EvidenceFinder::CompareForce(const SentenceAlignment& alignment, uint32_t draft_claim, const Link& link, const Claim& match,
                                  std::vector<Evidence>* out) const {
  const Claim& claim = graph_.reading(alignment.draft_document).claims[draft_claim];
  if (claim.modality != Modality::kAsserted || match.modality == Modality::kAsserted) return;
  const bool target = match.modality == Modality::kPlanned || match.modality == Modality::kForecast;
  const bool equals = graph_.OfEqualStanding(alignment.draft_document);
  // Of two texts of equal standing, one may ask "if …" without speaking of what is.
  if (equals && !target && match.modality != Modality::kHedged && match.modality != Modality::kBelieved) return;
  if (TellsOfLater(*alignment.sources[link.passage], match)) return;
  // An accusation is no less made because what it says is only alleged.
  const Passage& passage = alignment.passages[link.passage];
  if (Reports(graph_.reading(alignment.draft_document), claim) || Reports(graph_.reading(passage.document), match)) return;
  // "promotes" may be a headline's future; "makes 70 percent of them" is a level.
  const bool level = claim.figure >= 0 && alignment.draft_sentence().kind == BlockKind::kProse;
  if (!Done(*alignment.draft, claim, !target || level)) return;
  if (target && Scheduled(*alignment.draft, claim)) return;
  const std::array<int32_t, 1> without = {claim.relation == "be" && claim.object.head != kNoToken ? claim.object.head : claim.predicate_head};
  double strength = alignment.CoverageWithout(link.passage, without);
  if (equals) strength = std::max(strength, alignment.CoverageWithin(link.passage, Cover(claim.range, claim.subject.range), without));
  Evidence evidence = Make(alignment, target ? evidence::kTargetAsResult : evidence::kHedgeLost,
                           claim.predicate.empty() ? claim.range : claim.predicate, strength,
                           "told as a fact here, as " + std::string(Why(match.modality)) + " there");
  evidence.draft = graph_.id(alignment.draft_document, draft_claim);
  SetSource(alignment, link.passage, match.hedge.empty() ? match.range : Cover(match.hedge, match.predicate), &evidence);
  evidence.source = graph_.id(passage.document, static_cast<uint32_t>(&match - graph_.reading(passage.document).claims.data()));
  evidence.shared_words = alignment.CarriedCount(link.passage);
  evidence.mutual = std::max(alignment.ReverseAround(link.passage, link.source),
                             alignment.ReverseWithin(link.passage, Cover(match.range, match.subject.range), {}, false));
  out->push_back(std::move(evidence));
}

// "Acme expects sales of about 40 million" retold as "Sales will be 40 million": the
// figure is the same, but nobody is left who expects it.
void EvidenceFinder::FindExpectation(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const {
  const Reading& reading = graph_.reading(alignment.draft_document);
  const Claim& claim = reading.claims[draft_claim];
  const bool plain = claim.speakers.empty() && claim.quotation < 0 && claim.polarity == Polarity::kAffirmed &&
                     (claim.modality == Modality::kAsserted || claim.modality == Modality::kForecast);
  if (!plain || claim.figure < 0 || claim.subject.head == kNoToken || (*alignment.draft)[claim.subject.head].name) return;
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const bool expects_itself = relations != nullptr && claim.predicate_head != kNoToken &&
                              relations->Plans(reading.analysis.Lemma(reading.analysis.tokens[static_cast<size_t>(claim.predicate_head)]));
  if (expects_itself) return;  // "analysts expected 72 cents"
  const Figure& figure = reading.figures[static_cast<size_t>(claim.figure)];
  for (const Link& link : alignment.LinksOf(claim.subject.head)) {
    const Passage& passage = alignment.passages[link.passage];
    const Reading& source = graph_.reading(passage.document);
    const TextRange noun = source.analysis.tokens[static_cast<size_t>(link.source)].range;
    for (const Attribution& a : source.attributions) {
      const bool expects = a.cue_kind == CueKind::kPredict || a.cue_kind == CueKind::kBelieve || a.cue_kind == CueKind::kHope;
      if (!expects || a.denied || a.source.empty() || a.cue.empty() || a.content.empty() || !a.content.front().Contains(noun)) continue;
      const auto theirs = std::ranges::find_if(source.figures, [&](const Figure& f) {
        return a.content.front().Contains(f.number) && f.kind == figure.kind && Comparable(figure, f) && Agree(figure, f).value_or(false);
      });
      if (theirs == source.figures.end()) continue;
      const double strength = alignment.CoverageWithin(link.passage, Cover(claim.range, claim.subject.range), {});
      Evidence evidence = Make(alignment, evidence::kExpectationLost, Cover(claim.predicate, figure.range), strength,
                               "expected by “" + std::string(a.source.front().In(source.document->text())) + "” there");
      evidence.draft = graph_.id(alignment.draft_document, draft_claim);
      SetSource(alignment, link.passage, Cover(a.cue.front(), theirs->range), &evidence);
      evidence.shared_words = alignment.CarriedCount(link.passage);
      out->push_back(std::move(evidence));
      return;
    }
  }
}

}  // namespace crosscheck
