// What one text denies of a thing and the other tells of it, whatever else the two
// sentences tell.
//
// "Berg, who grew up in Hull, has modelled for Acme, Roy and Lee" and "Jo Berg refused to
// model for Acme" share few words, so clauses held against clauses (evidence_clauses.cpp)
// let them pass. Here the main clause of the draft is about a named thing, and the
// passage has the same subject. The denied clause, without its subject and without the
// words that deny it ("refused to", "has yet to"), must be carried whole by what the
// other sentence affirms: of "did not speak on Monday", "spoke on Sunday" leaves a word.
//
// Counter-examples: "is not always at home" of one who is at home, "has yet to pay" of a
// text that is older than "paid", a denial in a condition or of somebody else.
// Cost: the tokens of the two sentences.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/openings.h"
#include "core/graph/said.h"

namespace crosscheck {
namespace {

constexpr int kClimb = 6;       // words between a clause and what is said of the subject
constexpr size_t kEnough = 2;   // words that make a denied clause worth comparing
constexpr double kEmpty = 0.5;  // weight below which a word says nothing of its own: "have"
constexpr double kNamed = 1.0, kOpen = 0.95;

bool Nominal(const Terms& terms, const Sentence& sentence, int32_t head) {
  return TokenAt(terms, head).upos == Upos::kNoun && HasChild(terms, sentence, head, Deprel::kCop);
}

// The content words of a clause, its head included, that a denial of it reaches.
std::vector<int32_t> WordsOf(const Terms& terms, int32_t head, int32_t subject) {
  std::vector<int32_t> phrase = {head}, words;
  for (size_t i = 0; i < phrase.size(); ++i) {
    const int32_t t = phrase[i];
    for (const int32_t child : terms.dependents[static_cast<size_t>(t)]) {
      const bool own =
          child == subject || (t == head && TokenAt(terms, child).deprel == Deprel::kNsubj);
      if (!own && std::ranges::find(phrase, child) == phrase.end()) phrase.push_back(child);
    }
    const bool says = terms[t].content && terms[t].weight >= kEmpty && (t == head || !terms[t].denier);
    if (says) words.push_back(t);
  }
  return words;
}

// Told as a fact: no claim that it is the head of is hedged, planned or asked.
bool Asserted(const Terms& terms, uint32_t sentence, int32_t head) {
  const auto& claims = terms.reading->claims;
  auto claim = std::ranges::lower_bound(claims, sentence, {}, &Claim::sentence);
  for (; claim != claims.end() && claim->sentence == sentence; ++claim) {
    const bool of =
        claim->predicate_head == head || (claim->relation == "be" && claim->object.head == head);
    const bool open =
        claim->modality != Modality::kAsserted || claim->not_checkable != NotCheckable::kNone;
    if (of && open) return false;
  }
  return true;
}

// Whether a word stands in a clause about the subject, not in one about somebody else.
bool AboutSubject(const Terms& terms, const Sentence& sentence, int32_t word, int32_t subject,
                  const std::vector<int32_t>& said) {
  int32_t at = word;
  for (int step = 0; step < kClimb && at != kNoToken; ++step) {
    if (std::ranges::find(said, at) != said.end()) return true;
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
         ++t) {
      if (TokenAt(terms, t).head != at || TokenAt(terms, t).deprel != Deprel::kNsubj) continue;
      return t == subject || (terms[t].entity >= 0 && terms[t].entity == terms[subject].entity);
    }
    const Deprel deprel = TokenAt(terms, at).deprel;
    if (deprel == Deprel::kCcomp || deprel == Deprel::kAdvcl) return false;
    at = TokenAt(terms, at).head;
  }
  return false;
}

// "avoids the use of the radio": what a word stands under denies it.
bool UnderDenial(const RelationLexicon& relations, const Terms& terms, int32_t word) {
  int32_t at = TokenAt(terms, word).head;
  for (int step = 0; step < kClimb && at != kNoToken; ++step, at = TokenAt(terms, at).head) {
    if (relations.Negates(LemmaAt(terms, at))) return true;
  }
  return false;
}

// "has yet to": what was not done when the text was written, may be done by now.
bool Pending(const RelationLexicon& relations, const Terms& terms, const Sentence& sentence,
             int32_t head) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    const Token& token = TokenAt(terms, t);
    const bool near = token.head == head || (TokenAt(terms, head).head != kNoToken &&
                                             token.head == TokenAt(terms, head).head);
    if (near && relations.Is(WordClass::kPending, terms.reading->analysis.Lower(token)))
      return true;
  }
  return false;
}

bool Past(const Terms& terms, int32_t head) {
  const std::string_view xpos = terms.reading->analysis.Xpos(TokenAt(terms, head));
  return xpos == "VBD" || xpos == "VBN";
}

// Where the denial of a sentence's main clause begins: its predicate, or the verb that a
// predicate such as "refused" denies; kNoToken where it affirms.
int32_t DeniedHead(const Terms& terms, int32_t predicate) {
  std::vector<int32_t> chain = {predicate};
  for (size_t i = 0; i < chain.size() && i < static_cast<size_t>(kClimb); ++i) {
    if (terms[chain[i]].denied) return chain[i];
    for (const int32_t child : terms.dependents[static_cast<size_t>(chain[i])]) {
      const bool gerund = terms.reading->analysis.Xpos(TokenAt(terms, child)) == "VBG";
      const Deprel deprel = TokenAt(terms, child).deprel;
      if (deprel == Deprel::kXcomp ||
          (gerund && (deprel == Deprel::kObl || deprel == Deprel::kAdvcl)))
        chain.push_back(child);
    }
  }
  return kNoToken;
}

bool Near(WordMatch match) {
  return match == WordMatch::kSame || match == WordMatch::kSynonym || match == WordMatch::kDerived;
}

bool Enough(const Terms& terms, const Sentence& sentence, int32_t head,
            const std::vector<int32_t>& words) {
  return words.size() >= kEnough || (words.size() == 1 && Nominal(terms, sentence, head));
}

}  // namespace

// The word of a passage that affirms what the draft's main clause denies.
int32_t EvidenceFinder::ToldOf(const SentenceAlignment& alignment, uint32_t passage, int32_t head,
                               int32_t subject, int32_t their_subject) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const uint32_t at = alignment.passages[passage].sentence;
  const Sentence& there = source.reading->analysis.sentences[at];
  const std::vector<int32_t> words = WordsOf(draft, head, subject);
  if (!Enough(draft, alignment.draft_sentence(), head, words)) return kNoToken;
  const bool nominal = Nominal(draft, alignment.draft_sentence(), head);
  const std::vector<int32_t> said = SaidOf(source, there, their_subject);
  int32_t first = kNoToken;
  for (const int32_t word : words) {
    const auto& links = alignment.LinksOf(word);
    const auto told = std::ranges::find_if(links, [&](const Link& link) {
      const bool match =
          Near(link.match) || (word == head && nominal && link.match == WordMatch::kGeneral);
      const bool open = word == words.front() && !Asserted(source, at, link.source);
      return link.passage == passage && match && !source[link.source].denied && !open &&
             !UnderDenial(relations, source, link.source) &&
             AboutSubject(source, there, link.source, their_subject, said);
    });
    if (told == links.end()) return kNoToken;
    if (first == kNoToken) first = told->source;
  }
  return first;
}

// The word of a passage that denies what the draft's main clause tells.
int32_t EvidenceFinder::DeniedOf(const SentenceAlignment& alignment, uint32_t passage,
                                 int32_t predicate, int32_t their_subject) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const std::vector<int32_t> said = SaidOf(source, there, their_subject);
  const auto carried = [&](int32_t word, bool of_any) {
    for (auto t = static_cast<int32_t>(here.first); t < static_cast<int32_t>(here.last); ++t) {
      if (!draft[t].content || draft[t].denied) continue;
      const WordMatch match = aligner_.Compare(draft, t, source, word);
      if (Near(match) || (of_any && match == WordMatch::kSpecific)) return t;
    }
    return kNoToken;
  };
  for (auto t = static_cast<int32_t>(there.first); t < static_cast<int32_t>(there.last); ++t) {
    const int32_t above = source[t].slot.governor;
    const bool clause = TokenAt(source, t).upos == Upos::kVerb || Nominal(source, there, t);
    if (!source[t].denied || !clause || (above != kNoToken && source[above].denied)) continue;
    if (!AboutSubject(source, there, t, their_subject, said)) continue;
    const bool pending = Pending(relations, source, there, t);
    if (pending && (Past(draft, predicate) || graph_.OfEqualStanding(alignment.draft_document)))
      continue;
    const std::vector<int32_t> words = WordsOf(source, t, their_subject);
    if (!Enough(source, there, t, words)) continue;
    bool main = draft[predicate].weight < kEmpty && Near(aligner_.Compare(draft, predicate, source, t));  // "has no"
    const bool all = std::ranges::all_of(words, [&](int32_t word) {
      const bool any = word != t && HasChild(source, there, word, Deprel::kDet);
      const int32_t ours = carried(word, any);
      main = main || ours == predicate;
      return ours != kNoToken;
    });
    if (all && main) return t;
  }
  return kNoToken;
}

void EvidenceFinder::FindTopicDenial(const SentenceAlignment& alignment,
                                     std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  const Topic topic = TopicOf(draft, sentence);
  if (topic.entity < 0 || lexical_.knowledge().relations == nullptr) return;
  const int32_t predicate = TokenAt(draft, topic.subject).head;
  if (predicate == kNoToken) return;
  const int32_t denied = DeniedHead(draft, predicate);
  if (!Asserted(draft, alignment.sentence, denied != kNoToken ? denied : predicate)) return;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    bool open = false;
    const int32_t subject = SameSubject(alignment, topic, p, &open);
    if (subject == kNoToken) continue;
    const int32_t there = denied != kNoToken ? ToldOf(alignment, p, denied, topic.subject, subject)
                                             : DeniedOf(alignment, p, predicate, subject);
    if (there == kNoToken) continue;
    // "had never won" leaves open that it won then
    const int32_t deny = denied != kNoToken ? (BeforeTheTold(draft, denied) ? denied : predicate) : there;
    const bool before = BeforeTheTold(denied != kNoToken ? draft : *alignment.sources[p], deny);
    if (before && !BeforeTheTold(denied != kNoToken ? *alignment.sources[p] : draft, denied != kNoToken ? there : predicate)) continue;
    const TextRange here = TokenAt(draft, predicate).range;
    Evidence evidence =
        Make(alignment, evidence::kNegation,
             denied != kNoToken ? Cover(here, TokenAt(draft, denied).range) : here,
             open ? kOpen : kNamed,
             denied != kNoToken ? "denied here, affirmed there" : "affirmed here, denied there");
    SetSource(alignment, p, TokenAt(*alignment.sources[p], there).range, &evidence);
    evidence.shared_words = alignment.CarriedCount(p);
    evidence.mutual = alignment.ReverseAround(p, there);
    out->push_back(std::move(evidence));
    return;
  }
}

}  // namespace crosscheck
