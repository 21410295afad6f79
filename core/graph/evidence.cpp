#include "core/graph/evidence.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr std::array kKinds = {
#define EVIDENCE(constant, kind, description) EvidenceKind{kind, description},
#include "core/graph/evidence.def"
#undef EVIDENCE
};

constexpr double kSupport = 0.7;     // coverage from which passages may carry a sentence; rules ask for more
constexpr double kUncovered = 0.8;   // coverage below which a sentence may be nobody's
constexpr int kEnoughWords = 4;      // content words from which coverage means something

// Whether a sentence tells something: a heading, a caption and a question do not.
bool Tells(const Terms& terms, const Sentence& sentence) {
  if (sentence.kind == BlockKind::kHeading || sentence.kind == BlockKind::kCaption || sentence.kind == BlockKind::kFurniture) return false;
  std::string_view text = sentence.range.In(terms.reading->document->text());
  while (!text.empty() && (text.ends_with('"') || text.ends_with("”") || text.ends_with(')'))) text.remove_suffix(text.ends_with("”") ? std::string_view("”").size() : 1);
  return !text.ends_with('?');
}

}  // namespace

std::span<const EvidenceKind> EvidenceKinds() { return kKinds; }

void EvidenceFinder::Find(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  if (alignment.passages.empty()) return;
  const Sentence& sentence = alignment.draft_sentence();
  FindClauses(alignment, out);
  FindExclusion(alignment, out);
  FindLimit(alignment, out);
  FindAbsence(alignment, out);
  FindEdited(alignment, out);
  FindWidened(alignment, out);
  if (!FindAiring(alignment, out)) FindFacts(alignment, out);
  FindLengths(alignment, out);
  FindOrder(alignment, out);
  FindChanges(alignment, out);
  FindOpenPronoun(alignment, out);
  FindDisplaced(alignment, out);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Term& term = (*alignment.draft)[t];
    if (!term.content || term.pronoun) continue;
    if (!alignment.Carried(t)) {
      FindRivals(alignment, t, out);
      FindOpposite(alignment, t, out);
    } else {
      FindMoved(alignment, t, out);
      FindOpposite(alignment, t, out);
      CompareTrend(alignment, t, out);
    }
  }
  FindSupport(alignment, out);
  FindRefutation(alignment, out);
}

namespace {

// Numbers that stand in no passage but follow from one: "20" of "15 and another five".
std::vector<int32_t> DerivedNumbers(const SentenceAlignment& alignment, const std::vector<Evidence>& evidence) {
  std::vector<int32_t> found;
  const Sentence& sentence = alignment.draft_sentence();
  for (const Evidence& e : evidence) {
    if (e.kind != evidence::kFigureAgrees || e.draft_document != alignment.draft_document || !sentence.range.Contains(e.draft_range)) continue;
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
      const Token& token = TokenAt(*alignment.draft, t);
      if (token.upos == Upos::kNum && e.draft_range.Contains(token.range) && !alignment.Carried(t)) found.push_back(t);
    }
  }
  return found;
}

}  // namespace

// Passages support a sentence when they carry most of its words, and the sentence
// loses no figure, name or time and meets no rival. The best one is shown.
void EvidenceFinder::FindSupport(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  int content = 0;
  const bool lost = std::ranges::any_of(*out, [&](const Evidence& e) {
    const bool rival = e.kind.ends_with("-rival") || e.kind == evidence::kAntonym || e.kind == evidence::kWordEdited || e.kind == evidence::kWordExchanged || e.kind == evidence::kScopeWidened || e.kind == evidence::kNegation ||
                       e.kind == evidence::kFigureAbsent || e.kind == evidence::kFigureElsewhere || e.kind == evidence::kDateAbsent || e.kind == evidence::kNameAbsent;
    return rival && e.draft_document == alignment.draft_document && sentence.range.Contains(e.draft_range);
  });
  for (uint32_t t = sentence.first; t < sentence.last; ++t) content += draft.terms[t].content;
  const bool talk = std::ranges::all_of(alignment.sources, &Terms::spoken);  // retold in other words
  const std::vector<int32_t> derived = DerivedNumbers(alignment, *out);
  double whole = 0.0, follows = 0.0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) whole += draft.terms[t].content ? draft.terms[t].weight : 0.0;
  for (const int32_t t : derived) follows += draft[t].weight;
  if (content >= kEnoughWords && alignment.coverage + (whole > 0.0 ? follows / whole : 0.0) < kUncovered && !talk) {
    out->push_back(Make(alignment, evidence::kUncovered, UncoveredPart(alignment), 1.0 - alignment.coverage,
                        "the sources carry too few of these words"));
  }
  if (lost || NumberLost(alignment) || alignment.coverage_of.empty()) return;
  const bool equals = graph_.OfEqualStanding(alignment.draft_document);
  if (equals && !Tells(draft, sentence)) return;
  uint32_t passage = 0;
  double most = -1.0;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    if (equals && !Tells(source, source.reading->analysis.sentences[alignment.passages[p].sentence])) continue;
    if (alignment.coverage_of[p] <= most) continue;
    most = alignment.coverage_of[p];
    passage = p;
  }
  if (most < 0.0 || alignment.opened[passage]) return;  // who "it" is, no text says
  // A draft may be put together from several passages; that two texts agree is
  // said of two sentences.
  std::vector<int32_t> frame = ReportingFrame(alignment);
  double coverage = std::max(equals ? most : alignment.coverage, alignment.CoverageWithout(passage, frame));
  frame.insert(frame.end(), derived.begin(), derived.end());
  coverage = std::max(coverage, alignment.CoverageWithout(passage, frame));
  if (coverage < kSupport) return;
  Evidence evidence = Make(alignment, evidence::kSupports, sentence.range, coverage, "the passage has the words of the sentence");
  const Passage& p = alignment.passages[passage];
  SetSource(alignment, passage, alignment.sources[passage]->reading->analysis.sentences[p.sentence].range, &evidence);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const bool carried = equals ? alignment.CarriedIn(t, passage) : alignment.Carried(t);
    if (draft[t].content && !carried && std::ranges::find(frame, t) == frame.end()) evidence.left.push_back(TokenAt(draft, t).range);
  }
  evidence.apart = ClaimsApart(alignment);
  out->push_back(std::move(evidence));
}

namespace {

// "glad" where a passage has "pleased": one side of a pair of opposites.
bool Akin(const RelationLexicon* relations, const SentenceAlignment& alignment, int32_t adjective) {
  const std::string lemma = LemmaAt(*alignment.draft, adjective);
  for (size_t p = 0; relations != nullptr && p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& there = source.reading->analysis.sentences[alignment.passages[p].sentence];
    for (auto t = static_cast<int32_t>(there.first); t < static_cast<int32_t>(there.last); ++t) {
      if (source[t].content && relations->SharesOpposite(lemma, LemmaAt(source, t))) return true;
    }
  }
  return false;
}

// Whether no passage has a word of the claim: its verb, the noun of "is a senator", the
// adjective of "is blind", what narrows it ("a chess player"). Of what its subject is said
// to be, not "is in custody", which is mostly told by a verb; nor the verbs of other claims.
bool WordLeft(const RelationLexicon* relations, const SentenceAlignment& alignment, const Claim& claim) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  const auto words = std::views::iota(static_cast<int32_t>(sentence.first), static_cast<int32_t>(sentence.last));
  const auto bare_noun = [&](int32_t t) {
    const bool governed = std::ranges::any_of(words, [&](int32_t w) { return TokenAt(draft, w).head == t && TokenAt(draft, w).deprel == Deprel::kCase; });
    return (TokenAt(draft, t).upos == Upos::kNoun || TokenAt(draft, t).upos == Upos::kPropn) && !governed;
  };
  return std::ranges::any_of(words, [&](int32_t t) {
    if (!draft[t].content || draft[t].pronoun || alignment.Carried(t) || !claim.range.Contains(TokenAt(draft, t).range)) return false;
    const bool core = t == claim.predicate_head || t == claim.object.head;
    const Upos upos = TokenAt(draft, t).upos;
    if (core && upos == Upos::kAdj) return !Akin(relations, alignment, t);
    if (upos == Upos::kVerb && relations != nullptr && relations->Is(WordClass::kLightVerb, LemmaAt(draft, t))) return false;  // "gets nine awards"
    return core ? upos == Upos::kVerb || bare_noun(t) : upos != Upos::kVerb;
  });
}

// Whether the passages have, for a word of the claim, only one that excludes it: "an
// orange cab" where they have a brown one.
bool OtherWord(const SentenceAlignment& alignment, const Claim& claim) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (draft[t].content && !alignment.Carried(t) && !alignment.OpposedTo(t).empty() && claim.range.Contains(TokenAt(draft, t).range)) return true;
  }
  return false;
}

// The words of a sentence that say something; a name is one, and so is "hand out".
int WordCount(const Terms& terms, const Sentence& sentence) {
  int words = 0;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const bool particle = TokenAt(terms, t).upos == Upos::kAdp && TokenAt(terms, t).deprel == Deprel::kCompound;
    const bool goes_on = t > static_cast<int32_t>(sentence.first) && terms[t].name && terms[t].entity >= 0 && terms[t - 1].entity == terms[t].entity;
    words += terms[t].content && !particle && !goes_on;
  }
  return words;
}

// "in Lund" or "to Lund and Malmo" of a verb.
bool Circumstance(const Terms& draft, int32_t token, int32_t predicate) {
  const Token& word = TokenAt(draft, token);
  if (word.head == kNoToken) return false;
  const Token& above = TokenAt(draft, word.head);
  if (word.deprel == Deprel::kObl) return word.head == predicate;
  return word.deprel == Deprel::kConj && above.head == predicate && (above.deprel == Deprel::kObl || above.deprel == Deprel::kObj);
}

}  // namespace

// Whether a word of a draft that carries no weight stands in a passage, too.
bool Joined(const SentenceAlignment& alignment, int32_t token) {
  const std::string lemma = LemmaAt(*alignment.draft, token);
  return std::ranges::any_of(alignment.sources, [&](const Terms* source) { return source->words.contains(lemma); });
}

// "The Astrid drifted" where each passage that has the verb names another one who drifted,
// and has the Astrid by a pronoun only ("tugs brought her back").
bool OtherSubject(const SentenceAlignment& alignment, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const int32_t subject = claim.subject.head, verb = claim.predicate_head;
  if (subject == kNoToken || verb == kNoToken || !draft[subject].name || TokenAt(draft, verb).upos != Upos::kVerb) return false;
  const auto& links = alignment.LinksOf(verb);
  return !links.empty() && std::ranges::all_of(links, [&](const Link& link) {
    const Terms& source = *alignment.sources[link.passage];
    const bool other = std::ranges::any_of(source.dependents[static_cast<size_t>(link.source)], [&](int32_t child) {
      return source[child].slot.kind == Slot::Kind::kSubject && source[child].name;
    });
    return other && std::ranges::none_of(alignment.LinksOf(subject), [&](const Link& name) {
      return name.passage == link.passage && !source[name.source].pronoun;
    });
  });
}

// "most of the guests" where no passage says how many of them, or another number.
// "All" and "some" are often not said.
bool QuantifierLeft(const RelationLexicon* relations, const SentenceAlignment& alignment, const Claim& claim) {
  if (claim.quantifier.empty() || relations == nullptr) return false;
  for (const WordClass unsaid : {WordClass::kWholeDeterminer, WordClass::kIndefiniteDeterminer, WordClass::kNegativeDeterminer}) {
    if (relations->Is(unsaid, claim.quantifier)) return false;
  }
  const std::string_view last = std::string_view(claim.quantifier).substr(claim.quantifier.rfind(' ') + 1);
  return std::ranges::none_of(alignment.sources, [&](const Terms* source) { return source->words.contains(std::string(last)); });
}

// "outside of Lund", "without a guide", where the passages have only Lund and the guide.
bool LeavesOut(const RelationLexicon* relations, const SentenceAlignment& alignment, const Claim& claim) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Token& token = TokenAt(draft, t);
    const bool excludes = relations != nullptr && token.deprel == Deprel::kCase && relations->Is(WordClass::kExcludingPreposition, LemmaAt(draft, t));
    if (excludes && claim.range.Contains(token.range) && !Joined(alignment, t)) return true;
  }
  return false;
}

// Whether every passage that has the predicate of a claim affirms what the claim denies,
// or the other way round.
bool EvidenceFinder::OtherPolarity(const SentenceAlignment& alignment, const Claim& claim) const {
  const Terms& draft = *alignment.draft;
  const int32_t head = claim.relation == "be" && claim.object.head != kNoToken ? claim.object.head : claim.predicate_head;
  if (head == kNoToken || alignment.LinksOf(head).empty()) return false;
  const bool denied = claim.polarity == Polarity::kDenied;
  return std::ranges::all_of(alignment.LinksOf(head), [&](const Link& link) {
    const Terms& source = *alignment.sources[link.passage];
    if (!denied) return source[link.source].denied && !draft[head].denied;
    return !source[link.source].denied && lexical_.knowledge().relations != nullptr && !DeniesNear(draft, source, link.source);
  });
}

// The claims of the sentence whose subject, predicate and object stand in the sources,
// but in no one passage: "the port may fine Acme" where the port is closed in one
// sentence and the inspectors may fine Acme in another. Words that no passage has may be
// there in other words, and do not count; but of a sentence of few words one is too much
// ("the union welcomed the plan", which it attacks).
std::vector<TextRange> EvidenceFinder::ClaimsApart(const SentenceAlignment& alignment) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  std::vector<TextRange> apart;
  const bool few = WordCount(draft, sentence) <= kEnoughWords;
  for (const Claim& claim : draft.reading->claims) {
    if (!sentence.range.Overlaps(claim.range)) continue;
    std::vector<int32_t> core;
    const auto add = [&](int32_t t) {
      const bool here = t >= static_cast<int32_t>(sentence.first) && t < static_cast<int32_t>(sentence.last);
      if (here && draft[t].content && !draft[t].pronoun && alignment.Carried(t)) core.push_back(t);
    };
    for (const int32_t t : {claim.subject.head, claim.predicate_head, claim.object.head}) add(t);
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
      if (claim.range.Contains(TokenAt(draft, t).range) && draft[t].time < 0 && Circumstance(draft, t, claim.predicate_head)) add(t);
    }
    const auto together = [&](uint32_t p) { return std::ranges::all_of(core, [&](int32_t t) { return alignment.CarriedIn(t, p); }); };
    const auto passages = std::views::iota(uint32_t{0}, static_cast<uint32_t>(alignment.passages.size()));
    const bool scattered = core.size() > 1 && std::ranges::none_of(passages, together);
    if (scattered || OtherSubject(alignment, claim) || QuantifierLeft(lexical_.knowledge().relations, alignment, claim) || OtherPolarity(alignment, claim) || LeavesOut(lexical_.knowledge().relations, alignment, claim) || (few && WordLeft(lexical_.knowledge().relations, alignment, claim)) || OtherWord(alignment, claim)) apart.push_back(claim.range);
  }
  return apart;
}

namespace {

// "Report: …", "Experts: …": a headline's speaker without a name.
std::vector<int32_t> ColonFrame(const Reading& reading, const Sentence& sentence) {
  constexpr uint32_t kLongestOpening = 3;
  std::vector<int32_t> frame;
  for (uint32_t t = sentence.first; t < sentence.last && t <= sentence.first + kLongestOpening; ++t) {
    const Token& token = reading.analysis.tokens[t];
    if (t > sentence.first && reading.analysis.Form(token) == ":") return frame;
    if (token.upos != Upos::kNoun && token.upos != Upos::kAdj && token.upos != Upos::kDet) return {};
    frame.push_back(static_cast<int32_t>(t));
  }
  return {};
}

}  // namespace

// A number of digits that is no figure, such as one to call, and that no source has.
bool EvidenceFinder::NumberLost(const SentenceAlignment& alignment) const {
  const Sentence& sentence = alignment.draft_sentence();
  const Analysis& analysis = alignment.draft->reading->analysis;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Term& term = alignment.draft->terms[t];
    const std::string_view form = analysis.Form(analysis.tokens[t]);
    const bool digits = std::ranges::count_if(form, [](char c) { return c >= '0' && c <= '9'; }) >= 2;
    if (!digits || !term.content || term.figure >= 0 || term.time >= 0 || alignment.Carried(static_cast<int32_t>(t))) continue;
    if (!facts_.HasWord(FoldMarks(form), alignment.draft_document)) return true;
  }
  return false;
}

// The longest stretch of words that nothing carries, without what the sources have in
// between.
TextRange EvidenceFinder::UncoveredPart(const SentenceAlignment& alignment) const {
  const Sentence& sentence = alignment.draft_sentence();
  TextRange part, best;
  double weight = 0.0, most = 0.0;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Term& term = (*alignment.draft)[t];
    if (!term.content) continue;
    if (alignment.Carried(t)) {
      part = {};
      weight = 0.0;
      continue;
    }
    const TextRange at = alignment.draft->reading->analysis.tokens[static_cast<size_t>(t)].range;
    part = part.empty() ? at : Cover(part, at);
    weight += term.weight;
    if (weight > most) {
      most = weight;
      best = part;
    }
  }
  return best.empty() ? sentence.range : best;
}

// "…, officials say" of a speaker without a name adds nothing that a source need
// carry; who speaks is a question of its own (rules/attribution).
std::vector<int32_t> EvidenceFinder::ReportingFrame(const SentenceAlignment& alignment) const {
  std::vector<int32_t> frame;
  const Sentence& sentence = alignment.draft_sentence();
  const Reading& reading = *alignment.draft->reading;
  for (const Attribution& a : reading.attributions) {
    const bool plain = a.cue_kind == CueKind::kSay || a.cue_kind == CueKind::kReport;
    if (!plain || a.source.empty() || a.cue.empty() || !sentence.range.Contains(a.cue.front())) continue;
    if (a.entity >= 0 && reading.entities[static_cast<size_t>(a.entity)].named) continue;
    const size_t before = frame.size();
    bool named = false;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const TextRange range = reading.analysis.tokens[t].range;
      const auto in = [&](const std::vector<TextRange>& parts) {
        return std::ranges::any_of(parts, [&](TextRange part) { return part.Contains(range); });
      };
      if (!in(a.source) && !in(a.cue)) continue;
      named = named || reading.analysis.tokens[t].upos == Upos::kPropn;
      frame.push_back(static_cast<int32_t>(t));
    }
    if (named) frame.resize(before);
  }
  if (frame.empty()) frame = ColonFrame(reading, sentence);
  return frame;
}

Evidence EvidenceFinder::Make(const SentenceAlignment& alignment, std::string_view kind, TextRange range, double strength,
                              std::string reason) const {
  Evidence evidence;
  evidence.kind = kind;
  evidence.draft_document = alignment.draft_document;
  evidence.source_document = alignment.passages.empty() ? alignment.draft_document : alignment.passages.front().document;
  evidence.draft_range = range;
  evidence.strength = strength;
  evidence.reason = std::move(reason);
  evidence.draft = ClaimHolding(alignment.draft_document, alignment.sentence, range.start);
  return evidence;
}

void EvidenceFinder::SetSource(const SentenceAlignment& alignment, uint32_t passage, TextRange range,
                               Evidence* evidence) const {
  evidence->source_document = alignment.passages[passage].document;
  evidence->source_range = range;
  evidence->source = ClaimHolding(evidence->source_document, alignment.passages[passage].sentence, range.start);
}

ClaimId EvidenceFinder::ClaimHolding(uint32_t document, uint32_t sentence, uint32_t byte) const {
  const auto& claims = graph_.reading(document).claims;
  auto it = std::ranges::lower_bound(claims, sentence, {}, &Claim::sentence);
  ClaimId best;
  uint32_t size = ~0u;
  for (; it != claims.end() && it->sentence == sentence; ++it) {
    const TextRange whole = Cover(it->range, it->subject.range);
    if (!whole.Contains(byte) && best.valid()) continue;
    const uint32_t distance = whole.Contains(byte) ? it->range.size() : ~0u - 1;
    if (distance >= size) continue;
    size = distance;
    best = graph_.id(document, static_cast<uint32_t>(it - claims.begin()));
  }
  return best;
}

}  // namespace crosscheck
