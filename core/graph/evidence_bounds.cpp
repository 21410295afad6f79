// Bounds of what is told: when a course began or ended, and the one place it keeps to.
//
// "The club began digging in May 1990" is no opening and no birth, but a course that runs
// "from January 1990 to August 1991" began and ended once. Who "only works in Lyon" works
// nowhere else, so another place of work there says otherwise; without the "only" it would
// not. Cost: the tokens of the two sentences. Tests: rules/facts/fact-conflict.yaml.
#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/openings.h"
#include "core/graph/said.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr int kSteps = 3;  // from a name up to what is said

// What begins or ends: "began [digging]", "the [digging] ended".
int32_t CourseOf(const Terms& terms, const Sentence& sentence, int32_t verb, int32_t subject) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).head == verb && TokenAt(terms, t).deprel == Deprel::kXcomp) return t;
  }
  return subject != kNoToken && !terms[subject].name ? subject : kNoToken;
}

}  // namespace

// "digging" and "dug", and other words for it; a noun in -ing is a verb's, too.
bool EvidenceFinder::OneCourse(const Terms& draft, int32_t course, const Terms& source,
                               int32_t verb) const {
  if (Carries(aligner_.Compare(draft, course, source, verb))) return true;
  constexpr std::string_view kGerund = "ing";
  const std::string form = FoldMarks(draft.reading->analysis.Form(TokenAt(draft, course)));
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (wordnet == nullptr || !form.ends_with(kGerund)) return false;
  const std::string stem = form.substr(0, form.size() - kGerund.size());
  return std::ranges::any_of(std::array{stem, stem + "e"}, [&](const std::string& lemma) {
    if (!wordnet->Knows(lemma, WordPos::kVerb)) return false;
    const WordMatch match = lexical_.Compare(lexical_.Word(lemma, Upos::kVerb), source[verb].word);
    return match == WordMatch::kSame || match == WordMatch::kSynonym;
  });
}

// "began filming in May" of what was filmed "from January to August".
EvidenceFinder::FactRival EvidenceFinder::RivalBound(const SentenceAlignment& alignment,
                                                     uint32_t passage, int32_t verb,
                                                     const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  if (TokenAt(draft, verb).upos != Upos::kVerb || draft[verb].denied) return {};
  const std::string lemma = LemmaAt(draft, verb);
  const bool starts = relations.OfVerb(lemma) == "start", ends = relations.OfVerb(lemma) == "end";
  const int32_t course =
      starts || ends ? CourseOf(draft, here, verb, TopicOf(draft, here).subject) : kNoToken;
  const std::vector<int32_t> ours = TimesAt(draft, here, verb);
  if (course == kNoToken || ours.size() != 1) return {};
  const TimeExpression& mine = draft.reading->times[static_cast<size_t>(draft[ours.front()].time)];
  for (const int32_t v : theirs) {
    if (TokenAt(source, v).upos != Upos::kVerb || source[v].denied) continue;
    if (!OneCourse(draft, course, source, v)) continue;
    FactRival rival;
    int bounds = 0;
    for (auto t = static_cast<int32_t>(there.first); t < static_cast<int32_t>(there.last); ++t) {
      if (TokenAt(source, t).head != v || source[t].time < 0) continue;
      const std::string_view preposition = CaseOf(source, there, t);
      const bool from = preposition == "from", to = preposition == "to" || preposition == "until";
      bounds += from || to;
      const TimeExpression& bound = source.reading->times[static_cast<size_t>(source[t].time)];
      if ((starts ? from : to) && OtherDate(mine, bound)) rival = {ours.front(), t};
    }
    if (bounds == 2 && rival.source != kNoToken) return rival;
  }
  return {};
}

// "only works in Lyon" of a cook "in Hull".
EvidenceFinder::FactRival EvidenceFinder::RivalOnly(const SentenceAlignment& alignment,
                                                    uint32_t passage, int32_t verb,
                                                    const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  bool only = false;
  int32_t ours = kNoToken;
  for (auto t = static_cast<int32_t>(here.first); t < static_cast<int32_t>(here.last); ++t) {
    const Token& token = TokenAt(draft, t);
    if (token.head != verb) continue;
    only = only || (token.deprel == Deprel::kAdvmod && relations.Limits(LemmaAt(draft, t)));
    if (token.deprel == Deprel::kObl && EntityAt(draft, t) != nullptr && draft[t].name) ours = t;
  }
  if (!only || ours == kNoToken || draft[verb].denied || CaseOf(draft, here, ours) != "in" ||
      alignment.CarriedIn(ours, passage))
    return {};
  for (auto t = static_cast<int32_t>(there.first); t < static_cast<int32_t>(there.last); ++t) {
    const Entity* entity = EntityAt(source, t);
    if (entity == nullptr || !source[t].name || CaseOf(source, there, t) != "in") continue;
    int32_t at = t;
    bool said = false;
    for (int steps = 0; steps < kSteps && at != kNoToken && !said; ++steps) {
      at = TokenAt(source, at).head;
      said = at != kNoToken && std::ranges::find(theirs, at) != theirs.end();
    }
    const std::string& mine = EntityAt(draft, ours)->key;
    if (said && !source[at].denied && !PlacesMeet(mine, entity->key)) return {ours, t};
  }
  return {};
}

}  // namespace crosscheck
