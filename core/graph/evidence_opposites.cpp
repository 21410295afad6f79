// Opposites that stand beside the same words, not in the same slot.
//
// "Novices found it hard" against "easy for novices": the draft's word is carried by
// nothing, and the passage has an opposite of it close to a word that goes with it.
// How much of the surroundings the passage carries is the strength. Cost: the
// opposites of a word in the passages; the words of the sources where one is found.
// Test: rules/polarity/opposite.yaml.
#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr double kTight = 0.8;           // of the words around an opposite, where the word itself is known, too
constexpr double kTightMutual = 0.5;
constexpr double kTightAdjective = 0.6;
constexpr double kTightMutualAdjective = 0.3;
constexpr double kSure = 0.55;           // where it is not
constexpr double kQuality = 0.45;        // of two adjectives
constexpr double kDeed = 0.4;            // of two deeds
constexpr double kRetold = 0.65;         // of a sentence by all passages, which then retells them
constexpr int32_t kNear = 4;             // tokens
constexpr int32_t kMostWords = 8000;     // of one source, in which a word is looked for

// "The town sold the yard to Halden", "Halden bought the yard": one deal from its two sides,
// where what is the subject there stands here beside the other verb, and not as its subject.
bool OneDealOfTwo(const RelationLexicon& relations, const SentenceAlignment& alignment,
                  int32_t token, const Link& opposite) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[opposite.passage];
  const Relation* ours = relations.Find(relations.OfVerb(LemmaAt(draft, token)));
  if (ours == nullptr || ours->inverse.empty()) return false;
  if (ours->inverse != relations.OfVerb(LemmaAt(source, opposite.source))) return false;
  const auto subject = [](const Terms& terms, int32_t word) {
    return terms[word].slot.kind == Slot::Kind::kSubject;
  };
  return std::ranges::any_of(draft.dependents[static_cast<size_t>(token)], [&](int32_t word) {
    return std::ranges::any_of(alignment.LinksOf(word), [&](const Link& link) {
      return link.passage == opposite.passage &&
             source[link.source].slot.governor == opposite.source &&
             subject(source, link.source) != subject(draft, word) &&
             (subject(source, link.source) || source[link.source].slot.kind == Slot::Kind::kOblique);
    });
  });
}

// Who does what a verb says: its subject, or that of the verb it hangs on ("closed the
// port, leaving travellers stranded"); kNoToken where the tree names nobody.
int32_t DoerOf(const Terms& terms, int32_t verb) {
  constexpr int kClimb = 4;
  for (int step = 0; step < kClimb && verb != kNoToken; ++step) {
    for (const int32_t child : terms.dependents[static_cast<size_t>(verb)]) {
      const Deprel deprel = TokenAt(terms, child).deprel;
      if (deprel == Deprel::kNsubj || terms[child].slot.kind == Slot::Kind::kSubject) return child;
    }
    const Deprel deprel = TokenAt(terms, verb).deprel;
    const bool shares = deprel == Deprel::kAdvcl || deprel == Deprel::kXcomp || deprel == Deprel::kConj;
    verb = shares ? TokenAt(terms, verb).head : kNoToken;
  }
  return kNoToken;
}

// "The port stayed closed" against "the storm closed the port, leaving travellers
// stranded": the passage has who stays, but not as who leaves.
bool OtherDoer(const SentenceAlignment& alignment, int32_t token, const Link& opposite) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[opposite.passage];
  if (TokenAt(draft, token).upos != Upos::kVerb || TokenAt(source, opposite.source).upos != Upos::kVerb) return false;
  const int32_t ours = DoerOf(draft, token), theirs = DoerOf(source, opposite.source);
  if (ours == kNoToken || theirs == kNoToken || !draft[ours].content) return false;
  bool elsewhere = false;
  for (const Link& link : alignment.LinksOf(ours)) {
    if (link.passage != opposite.passage) continue;
    if (link.source == theirs || source[link.source].slot.governor == opposite.source) return false;
    elsewhere = true;
  }
  return elsewhere;
}

// "had expected a smaller loss" of "the loss was larger than expected": one text compares
// with what the other tells of.
bool ComparesWith(const SentenceAlignment& alignment, int32_t token, const Link& opposite) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[opposite.passage];
  const auto comparative = [](const Terms& terms, int32_t t) {
    const std::string_view tag = terms.reading->analysis.Xpos(TokenAt(terms, t));
    return tag == "JJR" || tag == "RBR";
  };
  if (!comparative(draft, token) || !comparative(source, opposite.source)) return false;
  const auto standard = [](const Terms& terms, int32_t adjective) {
    const auto& analysis = terms.reading->analysis;
    for (auto t = adjective + 1; t < static_cast<int32_t>(analysis.tokens.size()) && t <= adjective + kNear; ++t) {
      if (analysis.Lower(TokenAt(terms, t)) == "than") return t + 1;
    }
    return kNoToken;
  };
  const int32_t ours = standard(draft, token), theirs = standard(source, opposite.source);
  if ((ours == kNoToken) == (theirs == kNoToken)) return false;
  if (ours != kNoToken) return ours < static_cast<int32_t>(alignment.draft_sentence().last) && alignment.CarriedIn(ours, opposite.passage);
  return std::ranges::any_of(alignment.links, [&](const auto& links) {
    return std::ranges::any_of(links, [&](const Link& link) { return link.passage == opposite.passage && link.source == theirs; });
  });
}

// "Trains ran" against "the ferry port": what only tells what kind of port it is.
bool KindOnly(const SentenceAlignment& alignment, int32_t token, const Link& opposite) {
  const auto kind = [](const Token& word) { return word.upos == Upos::kNoun && word.deprel == Deprel::kCompound; };
  const Token& ours = TokenAt(*alignment.draft, token);
  const Token& theirs = TokenAt(*alignment.sources[opposite.passage], opposite.source);
  return ours.upos == Upos::kNoun && theirs.upos == Upos::kNoun && kind(ours) != kind(theirs);
}

// "Acquitted of fraud", "convicted of theft", "sales in Europe grew", "sales in Asia shrank": each
// has something behind the same preposition that the other text does not have.
bool OtherMatter(const SentenceAlignment& alignment, int32_t token, const Link& opposite) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[opposite.passage];
  if (TokenAt(draft, token).upos != Upos::kVerb || TokenAt(source, opposite.source).upos != Upos::kVerb) return false;
  const auto matters = [](const Terms& terms, int32_t verb) {  // "of fraud" may hang on whom they acquitted
    std::vector<int32_t> found;
    const auto add = [&](int32_t above, bool of_argument) {
      for (const int32_t t : terms.dependents[static_cast<size_t>(above)]) {
        const bool behind = of_argument ? TokenAt(terms, t).deprel == Deprel::kNmod : terms[t].slot.kind == Slot::Kind::kOblique;
        if (behind && terms[t].content && terms[t].time < 0 && terms[t].figure < 0 && terms[t].slot.preposition != 0) found.push_back(t);
      }
    };
    add(verb, false);
    for (const int32_t t : terms.dependents[static_cast<size_t>(verb)]) {
      if (terms[t].slot.kind == Slot::Kind::kObject || terms[t].slot.kind == Slot::Kind::kSubject) add(t, true);
    }
    return found;
  };
  for (const int32_t ours : matters(draft, token)) {
    if (alignment.CarriedIn(ours, opposite.passage)) continue;
    for (const int32_t theirs : matters(source, opposite.source)) {
      if (source[theirs].slot.preposition == draft[ours].slot.preposition && !alignment.MetIn(theirs, opposite.passage)) return true;
    }
  }
  return false;
}

// "Tom's father is Bo", "Ann is the mother of Tom": he has both; only of one person they are opposites.
bool TwoOfKin(const EntityLexicon* lexicon, const SentenceAlignment& alignment, int32_t token, const Link& opposite) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[opposite.passage];
  if (lexicon == nullptr) return false;
  const KnownNoun* ours = lexicon->FindNoun(LemmaAt(draft, token));
  const KnownNoun* theirs = lexicon->FindNoun(LemmaAt(source, opposite.source));
  const auto sexed = [](const KnownNoun* noun) { return noun != nullptr && (noun->gender == Gender::kFemale || noun->gender == Gender::kMale); };
  if (!sexed(ours) || !sexed(theirs) || ours->gender == theirs->gender) return false;
  // Of whom they are father and mother: the entities that hang on the two nouns.
  const auto whose = [](const Terms& terms, int32_t noun) {
    for (const int32_t child : terms.dependents[static_cast<size_t>(noun)]) {
      const Deprel deprel = TokenAt(terms, child).deprel;
      if (terms[child].name && deprel == Deprel::kNmod) return terms[child].entity;
    }
    return int32_t{-1};
  };
  const int32_t child_here = whose(draft, token), child_there = whose(source, opposite.source);
  if (child_here < 0 || child_there < 0) return false;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!draft[t].name || draft[t].entity == child_here) continue;
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage == opposite.passage && source[link.source].name && source[link.source].entity != child_there) return false;
    }
  }
  return true;
}

}  // namespace

// "east" of "north - east": two points of the compass with a dash are one word.
bool EvidenceFinder::OfCompass(const Terms& terms, int32_t token) const {
  const auto& tokens = terms.reading->analysis.tokens;
  const auto count = static_cast<int32_t>(tokens.size());
  for (const int32_t step : {-1, 1}) {
    const int32_t dash = token + step, other = token + 2 * step;
    if (other < 0 || other >= count || terms.reading->analysis.Form(tokens[static_cast<size_t>(dash)]) != "-") continue;
    const WordMatch match = lexical_.Compare(terms[token].word, terms[other].word);
    const auto ours = lexical_.GroupsOf(terms[token].word), theirs = lexical_.GroupsOf(terms[other].word);
    const bool grouped = std::ranges::any_of(ours, [&](const std::string& g) { return std::ranges::binary_search(theirs, g); });
    if (grouped || match == WordMatch::kOpposite || match == WordMatch::kExclusive) return true;
  }
  return false;
}

// "Some young riders cross the hill", "some old riders cross the hill": of two that nobody
// names, each may be what it is called.
bool EvidenceFinder::TwoUnnamed(const SentenceAlignment& alignment, int32_t token,
                                const Link& opposite) const {
  const auto noun = [](const Terms& terms, int32_t adjective) {
    const Token& word = TokenAt(terms, adjective);
    const bool subject = word.deprel == Deprel::kAmod && word.head != kNoToken &&
                         terms[word.head].slot.kind == Slot::Kind::kSubject;
    return subject && !terms[word.head].definite ? word.head : kNoToken;
  };
  const int32_t ours = noun(*alignment.draft, token),
                theirs = noun(*alignment.sources[opposite.passage], opposite.source);
  return ours != kNoToken && theirs != kNoToken;
}

// Where the sources have the word, too, its surroundings must be the same both ways;
// less so for an adjective, which stays with its noun. Who wins and who loses, and
// the kin of two people, stand in one story.
bool EvidenceFinder::Tight(const SentenceAlignment& alignment, int32_t token, const Link& opposite, double strength) const {
  const bool adjective = TokenAt(*alignment.draft, token).upos == Upos::kAdj && TokenAt(*alignment.sources[opposite.passage], opposite.source).upos == Upos::kAdj;
  const double mutual = alignment.ReverseAround(opposite.passage, opposite.source);
  return adjective ? strength >= kTightAdjective && mutual >= kTightMutualAdjective : strength >= kTight && mutual >= kTightMutual;
}

// Whether the sources have a word for what a word of the draft says, anywhere.
bool EvidenceFinder::ToldAnywhere(const SentenceAlignment& alignment, int32_t token) const {
  std::vector<const Terms*> seen;
  for (const Terms* source : alignment.sources) {
    if (std::ranges::find(seen, source) != seen.end()) continue;
    seen.push_back(source);
    const auto last = std::min(static_cast<int32_t>(source->terms.size()), kMostWords);
    for (int32_t u = 0; u < last; ++u) {
      if ((*source)[u].content && Carries(aligner_.Compare(*alignment.draft, token, *source, u))) return true;
    }
  }
  return false;
}

// A summary that retells in few words shares little of one long sentence. There only
// verbs and adjectives count, of which no source has a word of the same meaning, in a
// sentence that the passages together carry: "founded to ignore the small boats" where
// the founders "highlight" them.
bool EvidenceFinder::Telling(const SentenceAlignment& alignment, int32_t token, const Link& opposite, double strength) const {
  if (graph_.side(alignment.draft_document) != Side::kDraft || alignment.coverage < kRetold) return false;
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[opposite.passage];
  const Upos ours = TokenAt(draft, token).upos, theirs = TokenAt(source, opposite.source).upos;
  const bool deeds = (ours == Upos::kVerb || ours == Upos::kNoun) && (theirs == Upos::kVerb || theirs == Upos::kNoun);
  const bool verbs = deeds && (ours == Upos::kVerb || theirs == Upos::kVerb);
  const bool adjectives = ours == Upos::kAdj && theirs == Upos::kAdj;
  const double least = verbs ? kDeed : adjectives ? kQuality : kSure;
  return strength >= least && !ToldAnywhere(alignment, token);
}

// "easy for novices" against "novices found it hard": the sources have no word
// of this meaning, but an opposite close to what goes with it.
void EvidenceFinder::FindOpposite(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Analysis& analysis = draft.reading->analysis;
  if (draft[token].name || draft[token].figure >= 0 || draft[token].time >= 0 || TokenAt(draft, token).upos == Upos::kPropn) return;
  const bool elsewhere = facts_.HasWord(FoldMarks(analysis.Lemma(TokenAt(draft, token))), alignment.draft_document);
  if (elsewhere && graph_.side(alignment.draft_document) != Side::kDraft) return;
  if (alignment.Carried(token) && AtHome(alignment, token)) return;
  if (OfCompass(draft, token)) return;
  if (lexical_.knowledge().relations == nullptr) return;
  const auto groups = lexical_.knowledge().relations->GroupsOf(LemmaAt(draft, token));
  if (std::ranges::find(groups, "ordinal") != groups.end()) return;  // what the first half saw, the second may have seen, too
  std::vector<int32_t> beside = draft.dependents[static_cast<size_t>(token)];
  if (draft[token].slot.governor != kNoToken) beside.push_back(draft[token].slot.governor);
  Evidence best;
  for (const Link& opposite : alignment.OpposedTo(token)) {
    if (IsTaken(alignment, opposite.passage, opposite.source, token)) continue;
    const Terms& source = *alignment.sources[opposite.passage];
    if (source[opposite.source].denied != draft[token].denied || !OneStory(alignment, opposite.passage)) continue;
    if (TwoUnnamed(alignment, token, opposite) || OtherDoer(alignment, token, opposite) || KindOnly(alignment, token, opposite)) continue;
    if (OtherMatter(alignment, token, opposite) || TwoOfKin(lexical_.knowledge().entities, alignment, token, opposite)) continue;
    if (ComparesWith(alignment, token, opposite)) continue;
    if (OneDealOfTwo(*lexical_.knowledge().relations, alignment, token, opposite)) continue;
    int near = 0;
    for (const int32_t word : beside) {
      if (!draft[word].content || word < static_cast<int32_t>(alignment.draft_sentence().first) || word >= static_cast<int32_t>(alignment.draft_sentence().last)) continue;
      near += std::ranges::any_of(alignment.LinksOf(word), [&](const Link& link) {
        return link.passage == opposite.passage && std::abs(link.source - opposite.source) <= kNear;
      });
    }
    if (near == 0) continue;
    double strength = std::max(alignment.CoverageWithin(opposite.passage, ClauseAround(alignment, token), std::array{token}), alignment.CoverageAround(opposite.passage, token));
    if (elsewhere && !Tight(alignment, token, opposite, strength)) continue;
    if (!elsewhere && strength < kSure && Telling(alignment, token, opposite, strength)) strength = kSure;  // no source says otherwise
    if (strength <= best.strength) continue;
    const TextRange ours = TokenAt(draft, token).range, theirs = TokenAt(source, opposite.source).range;
    best = Make(alignment, evidence::kOppositeNear, ours, strength, Quoted(*draft.reading, ours) + " here, " + Quoted(*source.reading, theirs) + " there");
    SetSource(alignment, opposite.passage, theirs, &best);
    best.shared_words = alignment.CarriedCount(opposite.passage);
    best.mutual = alignment.ReverseAround(opposite.passage, opposite.source);
    best.definite = DefiniteSubject(alignment, token);
    best.moved = elsewhere;
  }
  if (best.strength > 0.0) out->push_back(std::move(best));
}

// "up 40.6%" against "down 40.6%": one figure, two directions.
void EvidenceFinder::CompareTrend(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const auto trend_of = [](const Figure& figure) { return figure.trend != Trend::kNone ? figure.trend : figure.noun_trend; };
  const int32_t index = draft[token].figure;
  if (index < 0 || TokenAt(draft, token).upos != Upos::kNum) return;
  const Figure& ours = draft.reading->figures[static_cast<size_t>(index)];
  if (trend_of(ours) == Trend::kNone) return;
  const std::array<int32_t, 1> without = {token};
  for (const Link& link : alignment.LinksOf(token)) {
    const Terms& source = *alignment.sources[link.passage];
    if (source[link.source].figure < 0) continue;
    const Figure& theirs = source.reading->figures[static_cast<size_t>(source[link.source].figure)];
    if (trend_of(theirs) == Trend::kNone || trend_of(theirs) == trend_of(ours) || ours.unit != theirs.unit) continue;
    const double strength = std::max(alignment.CoverageAround(link.passage, token), alignment.CoverageWithout(link.passage, without));
    Evidence evidence = Make(alignment, evidence::kAntonym, Cover(ours.change, ours.range), strength,
                             trend_of(ours) == Trend::kUp ? "up here, down there" : "down here, up there");
    SetSource(alignment, link.passage, Cover(theirs.change, theirs.range), &evidence);
    evidence.shared_words = alignment.CarriedCount(link.passage);
    evidence.mutual = alignment.ReverseAround(link.passage, link.source);
    evidence.definite = true;
    out->push_back(std::move(evidence));
    return;
  }
}

}  // namespace crosscheck
