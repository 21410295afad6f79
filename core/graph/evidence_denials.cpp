// What a draft denies or leaves out, and no source does.
//
// A denial is carried where a source denies the words that it is about: in a passage
// that has most of the clause, or at the same predicate anywhere. A word of denial
// speaks of what it stands at in the tree and of its close neighbours; further off it
// may be about something else ("works without a cable" denies no work). None counts
// that the draft has in another place ("free" of "risk-free").
//
// An exclusion denies a part of a statement: "with tours except on Mondays", "sells
// pumps but not valves", "fails to mention the fee". The sources carry the word that
// is left out, and nothing near any of its places denies.
#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr int32_t kBesideDenial = 3;     // tokens between a word of denial and what it may speak of, whatever the tree
constexpr double kPlainDenial = 0.5;     // below this coverage only "not" and its like deny beyond doubt
constexpr double kOnIt = 0.7;            // of the best passage's coverage: speaks of the same
constexpr size_t kMaxSentences = 240;    // of one source, in which a predicate is looked for
constexpr size_t kShortestUn = 4;    // bytes of a word that "un" may deny

// A verb of telling that is denied: "did not mention", "fails to explain".
bool Untold(const RelationLexicon& relations, const Terms& terms, int32_t verb) {
  if (TokenAt(terms, verb).upos != Upos::kVerb || !relations.Tells(LemmaAt(terms, verb))) return false;
  if (terms[verb].denied) return true;
  const int32_t above = terms[verb].slot.governor;
  return above != kNoToken && TokenAt(terms, verb).deprel == Deprel::kXcomp && relations.Negates(LemmaAt(terms, above));
}

// The word by which a text excludes a noun; kNoToken where it does not.
int32_t ExcludedBy(const RelationLexicon& relations, const Terms& terms, int32_t token) {
  const Upos upos = TokenAt(terms, token).upos;
  if (upos != Upos::kNoun && upos != Upos::kPropn) return kNoToken;
  for (const int32_t child : terms.dependents[static_cast<size_t>(token)]) {
    const Deprel relation = TokenAt(terms, child).deprel;
    const bool before = relation == Deprel::kCase || relation == Deprel::kMark || relation == Deprel::kCc || relation == Deprel::kAdvmod;
    if (before && relations.LeavesOut(LemmaAt(terms, child))) return child;
    const bool conjunct = TokenAt(terms, token).deprel == Deprel::kConj && relation == Deprel::kAdvmod;
    if (conjunct && relations.DeniesPlainly(LemmaAt(terms, child))) return child;
  }
  if (TokenAt(terms, token).deprel == Deprel::kConj && TokenAt(terms, token).head != kNoToken) {  // "except pumps and _hoses_"
    for (const int32_t child : terms.dependents[static_cast<size_t>(TokenAt(terms, token).head)]) {
      const Deprel relation = TokenAt(terms, child).deprel;
      if ((relation == Deprel::kCase || relation == Deprel::kMark) && relations.LeavesOut(LemmaAt(terms, child))) return child;
    }
  }
  const int32_t above = terms[token].slot.governor;
  if (above == kNoToken || terms[token].slot.kind != Slot::Kind::kObject) return kNoToken;
  const std::string verb = LemmaAt(terms, above);
  if (relations.LeavesOut(verb) || Untold(relations, terms, above)) return above;
  for (const int32_t child : terms.dependents[static_cast<size_t>(above)]) {  // "without offering a tour"; "instead of visiting Hull" is another way
    const std::string mark = LemmaAt(terms, child);
    if (TokenAt(terms, child).deprel == Deprel::kMark && relations.LeavesOut(mark) && !terms[token].name) return child;
  }
  return kNoToken;
}

// Whether a word stands within what another governs, itself included, and no clause
// of its own that only gives a reason or a time.
bool Below(const Terms& terms, int32_t token, int32_t top) {
  constexpr int kDeepest = 40;
  for (int steps = 0; token != kNoToken && steps < kDeepest; ++steps) {
    if (token == top) return true;
    const Deprel relation = TokenAt(terms, token).deprel;
    if (relation == Deprel::kAdvcl || relation == Deprel::kParataxis) return false;
    token = TokenAt(terms, token).head;
  }
  return false;
}

// What a word of denial speaks of: what it stands at and all below ("did _not_ …",
// "_no_ pump", "without …", "_failed_ to …"), the verb whose argument it denies
// ("found _no_ trace"), and words right beside it, where the tree may err.
bool SpeaksOf(const Terms& terms, int32_t denial, int32_t token) {
  if (std::abs(denial - token) <= kBesideDenial) return true;
  const Token& word = TokenAt(terms, denial);
  const bool modifies = word.deprel == Deprel::kAdvmod || word.deprel == Deprel::kAmod || word.deprel == Deprel::kDet || word.deprel == Deprel::kNummod;
  const bool marks = word.deprel == Deprel::kMark || word.deprel == Deprel::kCase || word.deprel == Deprel::kCc || word.deprel == Deprel::kAux;
  const int32_t top = (modifies || marks) && word.head != kNoToken ? word.head : denial;
  if (Below(terms, token, top)) return true;
  const Deprel relation = TokenAt(terms, top).deprel;
  const bool argument = relation == Deprel::kNsubj || relation == Deprel::kObj || relation == Deprel::kXcomp || relation == Deprel::kCcomp;
  return argument && !marks && TokenAt(terms, top).head == token;
}

bool SameDeed(WordMatch match) { return match == WordMatch::kSame || match == WordMatch::kSynonym || match == WordMatch::kDerived; }

// "elderly" of "but not for elderly users": without it, other users are left out. A
// noun with a preposition may belong to the verb ("saves time but not work with its
// timer"), so any passage will do for it.
bool CarriesModifiers(const RelationLexicon& relations, const SentenceAlignment& alignment, int32_t token, int32_t except, uint32_t passage) {
  const Terms& draft = *alignment.draft;
  return std::ranges::all_of(draft.dependents[static_cast<size_t>(token)], [&](int32_t child) {
    if (child == except || !draft[child].content || relations.Denies(LemmaAt(draft, child))) return true;  // "a few"
    const Deprel relation = TokenAt(draft, child).deprel;
    const bool modifies = relation == Deprel::kAmod || relation == Deprel::kCompound || relation == Deprel::kNummod;
    return modifies ? alignment.CarriedIn(child, passage) : relation != Deprel::kNmod || alignment.Carried(child);
  });
}

// Whether a limiting adverb stands at a word or a phrase, and limits no number
// ("only 20 pumps"), no purpose ("only to find") and no clause ("only if").
bool LimitsPhrase(const Terms& terms, const RelationLexicon& relations, int32_t adverb) {
  const Token& token = TokenAt(terms, adverb);
  const auto size = static_cast<int32_t>(terms.terms.size());
  if (token.deprel != Deprel::kAdvmod || token.head == kNoToken || adverb + 1 >= size) return false;
  if (adverb > 0 && relations.DeniesPlainly(LemmaAt(terms, adverb - 1))) return false;  // "not only"
  const Upos head = TokenAt(terms, token.head).upos, next = TokenAt(terms, adverb + 1).upos;
  const bool number = terms[token.head].figure >= 0 || terms[token.head].time >= 0 || terms[adverb + 1].figure >= 0 || terms[adverb + 1].time >= 0;
  if (number || next == Upos::kNum || next == Upos::kSym || next == Upos::kSconj || next == Upos::kPart) return false;
  return head == Upos::kNoun || head == Upos::kPropn || head == Upos::kAdj;
}

// A word of a stretch, no name, that a passage has.
bool CarriesWord(const SentenceAlignment& alignment, uint32_t passage, TextRange stretch) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const char first = draft.reading->analysis.Form(TokenAt(draft, t)).front();
    const bool word = draft[t].content && !draft[t].name && !(first >= 'A' && first <= 'Z');
    if (word && stretch.Contains(TokenAt(draft, t).range) && alignment.CarriedIn(t, passage)) return true;
  }
  return false;
}

// The heads of what is joined to an argument, and the word that joins them.
struct Conjuncts {
  std::vector<int32_t> heads;
  std::string_view by;
};

Conjuncts ConjunctsOf(const Terms& terms, int32_t argument) {
  const Analysis& analysis = terms.reading->analysis;
  const Sentence& sentence = analysis.sentences[TokenAt(terms, argument).sentence];
  Conjuncts joined{.heads = {argument}, .by = {}};
  for (auto t = argument + 1; t < static_cast<int32_t>(sentence.last); ++t) {
    const Token& token = TokenAt(terms, t);
    const auto conjunct = [&](int32_t of) { return of != kNoToken && TokenAt(terms, of).deprel == Deprel::kConj && TokenAt(terms, of).head == argument; };
    if (conjunct(t)) joined.heads.push_back(t);
    if (token.deprel == Deprel::kCc && conjunct(token.head)) joined.by = analysis.Lower(token);
  }
  return joined;
}

}  // namespace

// "Neither the mayor nor the council approved", "Ann and Bo did not pay", "did not visit Rome
// or Oslo" deny it of each: the words of those whom the other text does not have, where it has
// one. Not "did not buy bread and butter", which may deny only both.
std::vector<int32_t> EvidenceFinder::OthersDenied(const SentenceAlignment& alignment, uint32_t passage, bool denied_here, int32_t predicate) const {
  const Terms& terms = denied_here ? *alignment.draft : *alignment.sources[passage];
  const Sentence& sentence = terms.reading->analysis.sentences[TokenAt(terms, predicate).sentence];
  const auto first = static_cast<int32_t>(sentence.first), last = static_cast<int32_t>(sentence.last);
  std::vector<int32_t> others;
  for (int32_t argument = first; argument < last; ++argument) {
    const Deprel relation = TokenAt(terms, argument).deprel;
    const bool subject = relation == Deprel::kNsubj;
    if (TokenAt(terms, argument).head != predicate || (!subject && relation != Deprel::kObj && relation != Deprel::kObl)) continue;
    const Conjuncts joined = ConjunctsOf(terms, argument);
    if (joined.by != "nor" && joined.by != (subject ? "and" : "or")) continue;
    const auto met = [&](int32_t head) { return denied_here ? alignment.CarriedIn(head, passage) : alignment.MetIn(head, passage); };
    if (std::ranges::none_of(joined.heads, met)) continue;
    for (int32_t t = first; t < last; ++t) {
      int32_t own = t;  // the one of them to which a word belongs
      while (own != kNoToken && std::ranges::find(joined.heads, own) == joined.heads.end()) own = TokenAt(terms, own).head;
      if (own != kNoToken && !met(own)) others.push_back(t);
    }
  }
  return others;
}

// Whether a word of a source says that something is not so. One that the draft has,
// too, denies nothing of it.
bool EvidenceFinder::IsDenial(const Terms& draft, const Terms& source, int32_t token) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const Token& t = TokenAt(source, token);
  const std::string lemma = LemmaAt(source, token), form = FoldMarks(source.reading->analysis.Lower(t));
  const auto denies = [&](const std::string& word) { return relations.Denies(word) || relations.LeavesOut(word); };
  const std::string& word = denies(lemma) ? lemma : form;
  const bool means_more = t.upos == Upos::kAdj || t.upos == Upos::kNoun;
  if (means_more && draft.words.contains(word)) return false;
  if (t.upos == Upos::kAdp && lemma == "against" && t.head != kNoToken) {  // "a vaccine against the flu"
    const int32_t above = TokenAt(source, t.head).head;
    if (above != kNoToken && TokenAt(source, above).upos == Upos::kNoun) return false;
  }
  if (denies(word)) return true;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  return t.upos == Upos::kAdj && lemma.starts_with("un") && lemma.size() >= 2 + kShortestUn && wordnet != nullptr &&
         wordnet->Knows(lemma.substr(2), WordPos::kAdjective);
}

// A word of denial that speaks of a token, in its sentence.
bool EvidenceFinder::DeniesNear(const Terms& draft, const Terms& source, int32_t token) const {
  const auto& sentences = source.reading->analysis.sentences;
  const auto after = std::ranges::upper_bound(sentences, static_cast<uint32_t>(token), {}, &Sentence::first);
  const Sentence& sentence = *(after - 1);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (SpeaksOf(source, t, token) && IsDenial(draft, source, t)) return true;
  }
  const int32_t above = source[token].slot.governor;  // "has yet to give its _approval_"
  return source[token].denied || (above != kNoToken && source[token].slot.kind == Slot::Kind::kObject && source[above].denied);
}

// "No skater had won before" where a passage has "the first skater to win", "it was never
// so hot" where it has "the highest": what is denied follows.
bool EvidenceFinder::FollowsFromRank(const SentenceAlignment& alignment, uint32_t passage, int32_t predicate) const {
  const Terms& draft = *alignment.draft;
  const Sentence& ours = alignment.draft_sentence();
  bool compares = predicate != kNoToken && BeforeTheTold(draft, predicate);
  for (auto t = static_cast<int32_t>(ours.first); t < static_cast<int32_t>(ours.last); ++t) {
    const std::string_view xpos = draft.reading->analysis.Xpos(TokenAt(draft, t));
    compares = compares || xpos == "JJR" || xpos == "RBR";
  }
  if (!compares) return false;
  const Terms& source = *alignment.sources[passage];
  const Sentence& sentence = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const std::string_view xpos = source.reading->analysis.Xpos(TokenAt(source, t));
    const bool first = source[t].figure >= 0 && source.reading->figures[static_cast<size_t>(source[t].figure)].kind == FigureKind::kOrdinal &&
                       source.reading->figures[static_cast<size_t>(source[t].figure)].value == 1.0;
    if (first || xpos == "JJS" || xpos == "RBS") return true;
  }
  return false;
}

// A verb of leaving off, with its particle: "dropped out", "gave up".
bool EvidenceFinder::LeavesOff(const SentenceAlignment& alignment, uint32_t passage) const {
  const Terms& source = *alignment.sources[passage];
  const Sentence& sentence = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (TokenAt(source, t).upos != Upos::kVerb) continue;
    if (t + 1 >= static_cast<int32_t>(sentence.last)) continue;
    if (lexical_.knowledge().relations->Is(WordClass::kLeavingOff, LemmaAt(source, t) + " " + LemmaAt(source, t + 1))) return true;
  }
  return false;
}

// A passage with a word of denial that speaks of what it has of the draft's denial
// itself, or of its sentence.
bool EvidenceFinder::Denies(const SentenceAlignment& alignment, uint32_t passage, int32_t predicate, TextRange own) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& sentence = alignment.draft_sentence();
  bool met = false;
  for (const bool whole : {false, true}) {
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
      const bool its_own = own.Contains(TokenAt(draft, t).range) || (predicate != kNoToken && Below(draft, t, predicate));
      if ((!whole && !its_own) || draft[t].name) continue;
      for (const Link& link : alignment.LinksOf(t)) {
        if (link.passage != passage) continue;
        met = true;
        if (DeniesNear(draft, source, link.source)) return true;
      }
    }
    if (met) return false;
  }
  return false;
}

// A sentence of the sources, a passage or not, that has a predicate and denies beside
// it; with another word of its clause where the predicate says little ("have").
bool EvidenceFinder::DeniedElsewhere(const SentenceAlignment& alignment, int32_t predicate, TextRange clause) const {
  const Terms& draft = *alignment.draft;
  const Sentence& ours = alignment.draft_sentence();
  const bool general = lexical_.knowledge().relations->Is(WordClass::kTooGeneral, LemmaAt(draft, predicate));
  std::vector<const Terms*> seen;
  for (const Terms* source : alignment.sources) {
    if (std::ranges::find(seen, source) != seen.end()) continue;
    seen.push_back(source);
    const auto& sentences = source->reading->analysis.sentences;
    for (size_t s = 0; s < sentences.size() && s < kMaxSentences; ++s) {
      for (auto u = static_cast<int32_t>(sentences[s].first); u < static_cast<int32_t>(sentences[s].last); ++u) {
        if (!(*source)[u].content || !SameDeed(aligner_.Compare(draft, predicate, *source, u)) || !DeniesNear(draft, *source, u)) continue;
        if (!general && !source->spoken) return true;
        for (auto t = static_cast<int32_t>(ours.first); t < static_cast<int32_t>(ours.last); ++t) {
          if (t == predicate || !draft[t].content || !clause.Contains(TokenAt(draft, t).range)) continue;
          for (auto w = static_cast<int32_t>(sentences[s].first); w < static_cast<int32_t>(sentences[s].last); ++w) {
            if (w != u && (*source)[w].content && Carries(aligner_.Compare(draft, t, *source, w))) return true;
          }
        }
      }
    }
  }
  return false;
}

// "is not", "never shows", not "failed to show".
bool EvidenceFinder::SaysNot(const SentenceAlignment& alignment, TextRange own) const {
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Token& token = TokenAt(*alignment.draft, t);
    if (own.Contains(token.range) && lexical_.knowledge().relations->DeniesPlainly(LemmaAt(*alignment.draft, t))) return true;
  }
  return false;
}

// The draft denies, and no passage that speaks of it denies beside its words.
void EvidenceFinder::FindLoneDenial(const SentenceAlignment& alignment, uint32_t draft_claim, std::vector<Evidence>* out) const {
  const Claim& claim = graph_.reading(alignment.draft_document).claims[draft_claim];
  if (claim.polarity != Polarity::kDenied || lexical_.knowledge().relations == nullptr) return;
  const TextRange clause = Cover(claim.range, claim.subject.range);
  // Without a subject that another clause stands between ("it has tours and does not sell maps").
  const TextRange own = {claim.predicate.start, std::max(claim.predicate.end, claim.range.end)};
  double best = 0.0;
  uint32_t nearest = 0;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const double carried = alignment.CoverageWithin(p, clause, {});
    if (carried <= best) continue;
    best = carried;
    nearest = p;
  }
  if (best == 0.0) return;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    if (alignment.CoverageWithin(p, clause, {}) < kOnIt * best) continue;
    if (Denies(alignment, p, claim.predicate_head, own) || FollowsFromRank(alignment, p, claim.predicate_head) || LeavesOff(alignment, p)) return;
  }
  const bool sure = claim.modality == Modality::kAsserted && SaysNot(alignment, own) && CarriesWord(alignment, nearest, own);
  if (best < kPlainDenial && !sure) return;
  if (claim.predicate_head != kNoToken && DeniedElsewhere(alignment, claim.predicate_head, clause)) return;
  Evidence evidence = Make(alignment, evidence::kDenialAbsent, claim.hedge.empty() ? claim.range : Cover(claim.hedge, claim.predicate), best,
                           "denied here, and by no passage that speaks of it");
  evidence.draft = graph_.id(alignment.draft_document, draft_claim);
  const Passage& passage = alignment.passages[nearest];
  SetSource(alignment, nearest, alignment.sources[nearest]->reading->analysis.sentences[passage.sentence].range, &evidence);
  evidence.shared_words = alignment.CarriedCount(nearest);
  out->push_back(std::move(evidence));
}

void EvidenceFinder::FindExclusion(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (relations == nullptr) return;
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!draft[t].content || draft[t].pronoun || !alignment.Carried(t)) continue;
    const int32_t by = ExcludedBy(*relations, draft, t);
    if (by == kNoToken) continue;
    const std::array<int32_t, 2> without = {t, by};
    const auto strength = [&](const Link& link) {
      if (!CarriesModifiers(*relations, alignment, t, by, link.passage)) return 0.0;
      return std::max({alignment.CoverageWithin(link.passage, ClauseAround(alignment, t), without), alignment.CoverageAround(link.passage, t),
                       alignment.CoverageWithout(link.passage, without)});
    };
    double best = 0.0;
    const Link* nearest = nullptr;
    for (const Link& link : alignment.LinksOf(t)) {
      const double s = strength(link);
      if (s <= best) continue;
      best = s;
      nearest = &link;
    }
    const bool denied = std::ranges::any_of(alignment.LinksOf(t), [&](const Link& link) {
      return strength(link) >= kOnIt * best && DeniesNear(draft, *alignment.sources[link.passage], link.source);
    });
    if (nearest == nullptr || denied) continue;
    const TextRange range = Cover(TokenAt(draft, by).range, TokenAt(draft, t).range);
    Evidence evidence = Make(alignment, evidence::kExclusionAbsent, range, best, "left out here, and by no passage that has it");
    SetSource(alignment, nearest->passage, TokenAt(*alignment.sources[nearest->passage], nearest->source).range, &evidence);
    evidence.shared_words = alignment.CarriedCount(nearest->passage);
    out->push_back(std::move(evidence));
  }
}

// Whether a word by which a text limits ("only", "exclusive") speaks of a token there.
bool EvidenceFinder::LimitsThere(const Terms& source, int32_t token) const {
  const auto& sentences = source.reading->analysis.sentences;
  const auto after = std::ranges::upper_bound(sentences, static_cast<uint32_t>(token), {}, &Sentence::first);
  const Sentence& sentence = *(after - 1);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (lexical_.knowledge().relations->SaysLimit(LemmaAt(source, t)) && SpeaksOf(source, t, token)) return true;
  }
  return false;
}

// Whether the sources limit a word of the draft, in a passage or not.
bool EvidenceFinder::LimitedAnywhere(const SentenceAlignment& alignment, int32_t token) const {
  std::vector<const Terms*> seen;
  for (const Terms* source : alignment.sources) {
    if (std::ranges::find(seen, source) != seen.end()) continue;
    seen.push_back(source);
    const auto& sentences = source->reading->analysis.sentences;
    const size_t last = std::min(sentences.size(), kMaxSentences);
    for (int32_t u = 0; last > 0 && u < static_cast<int32_t>(sentences[last - 1].last); ++u) {
      if ((*source)[u].content && Carries(aligner_.Compare(*alignment.draft, token, *source, u)) && LimitsThere(*source, u)) return true;
    }
  }
  return false;
}

// "The hall is open only to members", where the sources tell of the members, limit
// nothing to them and deny it of nobody else.
void EvidenceFinder::FindLimit(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (relations == nullptr) return;
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!relations->Limits(LemmaAt(draft, t)) || !LimitsPhrase(draft, *relations, t)) continue;
    const int32_t head = TokenAt(draft, t).head;
    const std::array<int32_t, 1> without = {t};
    std::vector<std::pair<double, Link>> told;
    for (int32_t u = std::min(t, head); u < static_cast<int32_t>(sentence.last); ++u) {
      if (u == t || !draft[u].content || !Below(draft, u, head)) continue;
      for (const Link& link : alignment.LinksOf(u)) {
        told.emplace_back(std::max(alignment.CoverageWithout(link.passage, without), alignment.CoverageAround(link.passage, head)), link);
      }
    }
    if (told.empty() || LimitedAnywhere(alignment, head)) continue;
    const auto& [best, nearest] = *std::ranges::max_element(told, {}, [](const auto& place) { return place.first; });
    const bool limited = std::ranges::any_of(told, [&](const auto& place) {
      const Terms& source = *alignment.sources[place.second.passage];
      return place.first >= kOnIt * best && (DeniesNear(draft, source, place.second.source) || LimitsThere(source, place.second.source));
    });
    if (limited) continue;
    Evidence evidence = Make(alignment, evidence::kLimitAbsent, Cover(TokenAt(draft, t).range, TokenAt(draft, head).range), best,
                             "limited here, and by no passage that tells of it");
    SetSource(alignment, nearest.passage, TokenAt(*alignment.sources[nearest.passage], nearest.source).range, &evidence);
    evidence.shared_words = alignment.CarriedCount(nearest.passage);
    out->push_back(std::move(evidence));
  }
}

}  // namespace crosscheck
