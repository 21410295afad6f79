// Whether two clauses with rival figures or times are of one thing.
//
// Only nouns are held against each other; names are known by their entities. A word
// of another meaning may still name the same thing ("the plant", "the site"), so that
// subjects without a tie are two things only where the clauses share little else.
// Cost: the links of one sentence. Tests: the rules figures.conflict and times.conflict.
#include <algorithm>
#include <array>

#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/language/wordnet.h"
#include "core/quantity/figure_lexicon.h"
#include "core/quantity/time_clause.h"

namespace crosscheck {
namespace {

constexpr int kFewShared = 3;  // words in common, from which the subject is the same in other words
constexpr int kOneKind = 6;    // the same where one word is a kind of the other: "the quake", "an aftershock"
constexpr std::array<const char*, 7> kNoParts = {"attribute", "amount", "possession", "group", "measure", "act", "event"};  // a thing has them
constexpr size_t kPartSenses = 1;

// "reopen" of "open", "re-elect" of "elect".
bool Again(std::string_view longer, std::string_view verb) {
  if (!longer.starts_with("re") || !longer.ends_with(verb)) return false;
  return longer.size() == verb.size() + 2 || (longer.size() == verb.size() + 3 && longer[2] == '-');
}

}  // namespace

// "joined Hull in 2015" against "left Hull in 2018", "written in 1931" against "published
// in 1936": the dates are of two deeds.
bool EvidenceFinder::OtherDeed(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const auto verb = [](const Terms& terms, int32_t t) {
    const TimeExpression& time = terms.reading->times[static_cast<size_t>(terms[t].time)];
    const int32_t above = GovernorOf(terms.reading->analysis, time.first, time.last);
    const bool told = above != kNoToken && (TokenAt(terms, above).upos == Upos::kVerb || TokenAt(terms, above).upos == Upos::kAdj);  // "was clean in 1950"
    return told && terms[above].weight >= 1.0 ? above : kNoToken;
  };
  const int32_t ours = verb(draft, token), theirs = verb(source, rival.source);
  if (ours == kNoToken || theirs == kNoToken) return false;
  // The dictionary has writing as publishing.
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  const auto in = [&](std::string_view list, const Terms& terms, int32_t t) { return tables.In(list, LemmaAt(terms, t)); };
  if (in("making-works", draft, ours) && in("issuing-works", source, theirs)) return true;
  if (in("issuing-works", draft, ours) && in("making-works", source, theirs)) return true;
  const std::string here = LemmaAt(draft, ours), there = LemmaAt(source, theirs);
  if (Again(here, there) || Again(there, here)) return true;
  if (Linked(alignment, rival.passage, ours, theirs)) return false;
  return !Carries(lexical_.Compare(draft[ours].word, source[theirs].word)) && !Carries(lexical_.Compare(source[theirs].word, draft[ours].word));
}

// "Electric cars", "diesel cars": each has a word that the other has not.
bool EvidenceFinder::OtherKind(const SentenceAlignment& alignment, uint32_t passage, int32_t ours, int32_t theirs) const {
  const auto words = [](const Terms& terms, int32_t noun) {
    std::vector<int32_t> found;
    for (const int32_t child : terms.dependents[static_cast<size_t>(noun)]) {
      const Token& token = TokenAt(terms, child);
      const bool before = token.head == noun && child < noun && (token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound || (token.deprel == Deprel::kNmod && token.upos == Upos::kNoun));
      if (before && terms[child].content && terms[child].figure < 0 && terms[child].time < 0) found.push_back(child);
    }
    return found;
  };
  const std::vector<int32_t> here = words(*alignment.draft, ours), there = words(*alignment.sources[passage], theirs);
  if (here.empty() || there.empty()) return false;
  const bool met = std::ranges::any_of(here, [&](int32_t a) { return alignment.CarriedIn(a, passage); });
  const bool taken = std::ranges::any_of(there, [&](int32_t b) { return IsTaken(alignment, passage, b, kNoToken); });
  return !met && !taken;
}

// "The bus lane", "the bus route": what stands before two nouns makes them no one thing.
bool EvidenceFinder::SharesModifier(const SentenceAlignment& alignment, uint32_t passage, const Argument& ours, const Argument& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  return std::ranges::any_of(draft.dependents[static_cast<size_t>(ours.head)], [&](int32_t a) {
    if (a > ours.head || TokenAt(draft, a).deprel != Deprel::kCompound) return false;
    return std::ranges::any_of(alignment.LinksOf(a), [&](const Link& link) {
      return link.passage == passage && TokenAt(source, link.source).head == theirs.head && TokenAt(source, link.source).deprel == Deprel::kCompound;
    });
  });
}

// "Police arrested 14 fans", "border guards arrested nine fans": two unnamed agents of one
// deed, people or bodies, called by nouns that have nothing to do with each other.
bool EvidenceFinder::OtherAgent(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const Passage& passage = alignment.passages[rival.passage];
  const ClaimId ours = ClaimHolding(alignment.draft_document, alignment.sentence, TokenAt(draft, token).range.start);
  const ClaimId theirs = ClaimHolding(passage.document, passage.sentence, TokenAt(source, rival.source).range.start);
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (!ours.valid() || !theirs.valid() || wordnet == nullptr) return false;
  const auto agent = [&](const Terms& terms, const Claim& claim) {
    const int32_t head = claim.subject.head;
    if (head == kNoToken || !claim.object.present() || head == claim.object.head || TokenAt(terms, head).upos != Upos::kNoun) return kNoToken;
    const std::string lemma = LemmaAt(terms, head);
    const bool acts = wordnet->IsHyponymOf(lemma, "person", WordPos::kNoun, 1) || wordnet->IsHyponymOf(lemma, "social group", WordPos::kNoun, 1);
    return acts ? head : kNoToken;
  };
  const int32_t first = agent(draft, graph_.claim(ours)), second = agent(source, graph_.claim(theirs));
  return first != kNoToken && second != kNoToken && lexical_.Compare(draft[first].word, source[second].word) == WordMatch::kNone &&
         lexical_.Compare(source[second].word, draft[first].word) == WordMatch::kNone;
}

// "The mine closes in 2031" against "the mine's first shaft", "the quake" against "an
// aftershock", "passed the lower house" against "passed the senate": the clauses are of
// two things, one a part of the other or both named in other words. What a thing has
// ("the cost of the bridge") is no part of it.
bool EvidenceFinder::OtherThing(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const Passage& passage = alignment.passages[rival.passage];
  const ClaimId ours = ClaimHolding(alignment.draft_document, alignment.sentence, TokenAt(draft, token).range.start);
  const ClaimId theirs = ClaimHolding(passage.document, passage.sentence, TokenAt(source, rival.source).range.start);
  if (!ours.valid() || !theirs.valid()) return false;
  const auto range = [](const Terms& terms, int32_t t) {  // of the figure or time
    const Term& term = terms[t];
    if (term.figure >= 0) return terms.reading->figures[static_cast<size_t>(term.figure)].range;
    return term.time >= 0 ? terms.reading->times[static_cast<size_t>(term.time)].range : TokenAt(terms, t).range;
  };
  const Sentence& s = alignment.draft_sentence();
  const auto noun = [](const Terms& terms, const Argument& a, TextRange quantity) {
    if (a.head == kNoToken || (a.range.Overlaps(quantity) && quantity.start < TokenAt(terms, a.head).range.end)) return false;  // but "winds of 120 km/h"
    const Token& head = TokenAt(terms, a.head);
    const char first = terms.reading->analysis.Form(head).front();
    return head.upos == Upos::kNoun || (head.upos == Upos::kPropn && first >= 'a' && first <= 'z');  // "the harbour bridge"
  };
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const auto part = [&](const Terms& terms, int32_t head) {
    const std::string lemma = LemmaAt(terms, head);
    return wordnet != nullptr && std::ranges::none_of(kNoParts, [&](const char* kind) { return wordnet->IsHyponymOf(lemma, kind, WordPos::kNoun, kPartSenses); });
  };
  const Claim& first = graph_.claim(ours);
  const Claim& second = graph_.claim(theirs);
  const bool agents = first.inverted && second.inverted;  // "built by the Danish maker": the thing is another word
  const auto held_at = [&](const Terms& terms, int32_t whole) {  // "the fireworks at the parade"
    const RelationLexicon* relations = lexical_.knowledge().relations;
    return relations != nullptr && std::ranges::any_of(terms.reading->analysis.tokens, [&](const Token& word) {
      return word.head == whole && word.deprel == Deprel::kCase && relations->Is(WordClass::kTimePreposition, terms.reading->analysis.Lower(word));
    });
  };
  const auto apart = [&](const Argument& a, const Argument& b, bool subject) {
    const bool nouns = noun(draft, a, range(draft, token)) && noun(source, b, range(source, rival.source));
    if (!nouns || a.head < static_cast<int32_t>(s.first) || a.head >= static_cast<int32_t>(s.last)) return false;
    const WordMatch match = lexical_.Compare(draft[a.head].word, source[b.head].word);
    if (match == WordMatch::kSame) return subject && !agents && OtherKind(alignment, rival.passage, a.head, b.head);
    if (match == WordMatch::kGeneral || match == WordMatch::kSpecific) return alignment.CarriedCount(rival.passage) < kOneKind;
    for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
      for (const Link& link : alignment.LinksOf(t)) {
        if (link.passage != rival.passage || (t == a.head && link.source == b.head)) continue;
        const bool whole = t == a.head && b.range.Contains(TokenAt(source, link.source).range);
        const bool piece = link.source == b.head && a.range.Contains(TokenAt(draft, t).range);
        // "The cost of the bridge" is what "the bridge cost".
        if (whole) return (part(source, b.head) && !IsTaken(alignment, rival.passage, b.head, a.head)) || held_at(source, link.source);
        if (piece) return (part(draft, a.head) && !alignment.CarriedIn(a.head, rival.passage)) || held_at(draft, t);
      }
    }
    if (match == WordMatch::kNone && subject && !Linked(alignment, rival.passage, a.head, b.head) && SharesModifier(alignment, rival.passage, a, b)) return true;
    if (match != WordMatch::kNone || alignment.CarriedIn(a.head, rival.passage) || IsTaken(alignment, rival.passage, b.head, kNoToken)) return false;
    return !subject || alignment.CarriedCount(rival.passage) < kFewShared;
  };
  return apart(first.subject, second.subject, true) || apart(first.object, second.object, false);
}

// "The president of Acme is Bo Lee", "of Borealis is Ann Berg", "founded Acme in 1990", "founded
// Borealis in 1999": beside the two stand, in one place, two other names that do not meet, and
// the sentences tell of two things; or only one of the two is what is compared with.
bool EvidenceFinder::OtherNamesBeside(const SentenceAlignment& alignment, int32_t token, const Rival& rival) {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const auto within = [](const Terms& terms, int32_t a, int32_t b) {  // tokens of one name, figure or time
    const bool time = terms[a].time >= 0 && terms[a].time == terms[b].time;
    return a == b || time || (terms[a].entity >= 0 && terms[a].entity == terms[b].entity);
  };
  const auto names_at = [](const Terms& terms, int32_t word) {
    std::vector<int32_t> names;
    for (const int32_t child : terms.dependents[static_cast<size_t>(word)]) {
      const Token& t = TokenAt(terms, child);
      if (terms[child].name && t.upos == Upos::kPropn && (t.deprel == Deprel::kNmod || t.deprel == Deprel::kObj || t.deprel == Deprel::kObl)) names.push_back(child);
    }
    return names;
  };
  const auto apart = [&](int32_t here, int32_t there) {
    for (const int32_t ours : names_at(draft, here)) {
      if (within(draft, ours, token) || alignment.CarriedIn(ours, rival.passage)) continue;
      for (const int32_t theirs : names_at(source, there)) {
        const bool place = draft[ours].slot.kind == source[theirs].slot.kind && draft[ours].slot.preposition == source[theirs].slot.preposition;
        if (place && !within(source, theirs, rival.source) && !alignment.MetIn(theirs, rival.passage)) return true;
      }
    }
    return false;
  };
  const auto than = [](const Terms& terms, int32_t t) {
    const Analysis& analysis = terms.reading->analysis;
    const auto first = static_cast<int32_t>(analysis.sentences[TokenAt(terms, t).sentence].first);
    for (int32_t u = t - 1; u >= first; --u) {
      if (TokenAt(terms, u).head == t && analysis.Lower(TokenAt(terms, u)) == "than") return true;
    }
    return false;
  };
  if (than(draft, token) != than(source, rival.source)) return true;  // "in Hull they are higher than in Leeds"
  int32_t head = token;  // of the name
  while (TokenAt(draft, head).deprel == Deprel::kFlat && TokenAt(draft, head).head != kNoToken) head = TokenAt(draft, head).head;
  std::vector<int32_t> around = draft.dependents[static_cast<size_t>(head)];
  if (const int32_t above = draft[head].slot.governor; above != kNoToken) {
    around.push_back(above);
    const auto& siblings = draft.dependents[static_cast<size_t>(above)];
    around.insert(around.end(), siblings.begin(), siblings.end());
  }
  const Sentence& sentence = alignment.draft_sentence();
  return std::ranges::any_of(around, [&](int32_t word) {
    if (word < static_cast<int32_t>(sentence.first) || word >= static_cast<int32_t>(sentence.last) || within(draft, word, token)) return false;
    return std::ranges::any_of(alignment.LinksOf(word), [&](const Link& link) { return link.passage == rival.passage && apart(word, link.source); });
  });
}

}  // namespace crosscheck
