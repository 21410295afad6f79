// How far a superlative reaches: "Europe's biggest brewer" where the source has
// "Denmark's biggest brewer".
//
// The biggest of a wider place is more than a source that calls it the biggest of a part
// says; the biggest of the whole is the biggest of each part that it belongs to, so
// narrower places stay silent, and so do places that neither hold each other. A
// superlative reaches as far as the owner of its noun ("Denmark's", "the world's") or a
// place in its phrase ("in Denmark", "of the world").
#include <algorithm>

#include "core/base/unicode.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"

namespace crosscheck {
namespace {

constexpr int32_t kFarthest = 10;  // words between a superlative and its place
constexpr int kStepsUp = 5;

bool Superlative(const Terms& terms, int32_t t) {
  const std::string_view xpos = terms.reading->analysis.Xpos(TokenAt(terms, t));
  return xpos == "JJS" || xpos == "RBS";
}

// The noun that a superlative is said of: "maker" of "Italy's biggest maker", "most" of
// "the most expensive house" hangs on an adjective.
int32_t NounOf(const Terms& terms, int32_t t) {
  for (int steps = 0; steps < 3 && t != kNoToken; ++steps) {
    const Token& token = TokenAt(terms, t);
    if (token.upos == Upos::kNoun || token.upos == Upos::kPropn) return t;
    t = token.head;
  }
  return kNoToken;
}

bool Above(const Terms& terms, int32_t above, int32_t t) {
  for (int steps = 0; steps < kStepsUp && t != kNoToken; ++steps) {
    if (t == above) return true;
    t = TokenAt(terms, t).head;
  }
  return false;
}

}  // namespace

// Where the superlative at `token` holds; the place's name or "world".
EvidenceFinder::Scope EvidenceFinder::ScopeOf(const Terms& terms, const Sentence& sentence, int32_t token) const {
  const Analysis& analysis = terms.reading->analysis;
  const int32_t noun = NounOf(terms, token);
  const int32_t first = std::max(static_cast<int32_t>(sentence.first), token - kFarthest);
  const int32_t last = std::min(static_cast<int32_t>(sentence.last), token + kFarthest);
  for (int32_t t = first; noun != kNoToken && t < last; ++t) {
    const bool owner = analysis.Label(TokenAt(terms, t)) == "nmod:poss" && TokenAt(terms, t).head == noun;
    const std::string_view preposition = CaseOf(terms, sentence, t);
    const bool within = t > token && (preposition == "in" || preposition == "of" || preposition == "on") &&
                        (Above(terms, noun, t) || Above(terms, token, t));
    if (!owner && !within) continue;
    if (const std::string name = ReachNamed(terms, t); !name.empty()) return {TokenAt(terms, t).range, name};
  }
  return {};
}

// The place that a word names as far as a superlative can reach, "world" for the whole of it.
std::string EvidenceFinder::ReachNamed(const Terms& terms, int32_t token) const {
  const std::string_view lemma = terms.reading->analysis.Lemma(TokenAt(terms, token));
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (wordnet != nullptr && wordnet->AreSynonyms(FoldMarks(lemma), "globe", WordPos::kNoun)) return "world";
  const int32_t e = terms[token].entity;
  if (e < 0) return "";
  const Entity& entity = terms.reading->entities[static_cast<size_t>(e)];
  for (Mention mention : entity.mentions) {
    if (!mention.range.Contains(TokenAt(terms, token).range)) continue;
    mention.kind = Mention::Kind::kName;  // "Italy's" names a place, too
    return PlaceNamed(terms, entity, mention);
  }
  return "";
}

void EvidenceFinder::FindWidened(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const Sentence& sentence = alignment.draft_sentence();
  if (wordnet == nullptr) return;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!Superlative(draft, t)) continue;
    const Scope ours = ScopeOf(draft, sentence, t);
    const int32_t noun = NounOf(draft, t);
    if (ours.name.empty() || noun == kNoToken) continue;
    const Link* widest = nullptr;
    Scope theirs;
    bool enough = false;
    for (const Link& link : alignment.LinksOf(t)) {
      const Terms& source = *alignment.sources[link.passage];
      if (link.match != WordMatch::kSame || !Superlative(source, link.source) || !alignment.CarriedIn(noun, link.passage)) continue;
      const Scope scope = ScopeOf(source, source.reading->analysis.sentences[alignment.passages[link.passage].sentence], link.source);
      const bool part = ours.name == "world" ? scope.name != "world" : wordnet->IsPartOf(scope.name, ours.name);
      enough = enough || scope.name.empty() || !part;
      if (enough || widest != nullptr) continue;
      widest = &link;
      theirs = scope;
    }
    if (enough || widest == nullptr) continue;
    Evidence evidence = Make(alignment, evidence::kScopeWidened, ours.range, 1.0, "the source says it of a part only");
    SetSource(alignment, widest->passage, theirs.range, &evidence);
    out->push_back(std::move(evidence));
  }
}

}  // namespace crosscheck
