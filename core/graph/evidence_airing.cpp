// Where a programme is shown, against another channel there: "Blue Harbour airs on
// Nordic One" – "The series was first broadcast on Kanal Four".
//
// The programme is often a title that spoils the tree, and the channel stands now behind
// the verb, now before it ("Nordic One is the network that ran Blue Harbour"). So both
// sentences are read for one thing only: a verb of showing and the names of channels that
// go with it. All of them must differ. A place beside the verb keeps it to that place
// ("in Canada on Kanal Four"), and says nothing of others.
// Cost: the tokens of the two sentences, where the draft's has such a verb.
// Tests: rules/facts/fact-conflict.yaml.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"

namespace crosscheck {
namespace {

constexpr size_t kShortText = 3;  // sentences of a text that may leave its subject unnamed
constexpr int kNear = 3;          // steps in the tree from a channel to its verb

// A name that a channel may bear.
bool MayBeChannel(const Terms& terms, int32_t t) {
  const Entity* entity = EntityAt(terms, t);
  return terms[t].name && terms[t].time < 0 && entity != nullptr && entity->named &&
         entity->type != EntityType::kPerson && entity->type != EntityType::kPlace &&
         entity->type != EntityType::kEvent;
}

bool Hangs(const Terms& terms, int32_t token, int32_t top) {
  for (int steps = 0; token != kNoToken && steps <= kNear; ++steps) {
    if (token == top) return true;
    token = TokenAt(terms, token).head;
  }
  return false;
}

// Two names without a word in common.
bool Apart(const Entity& a, const Entity& b) {
  const std::vector<std::string_view> x = NameWords(a.key), y = NameWords(b.key);
  return std::ranges::none_of(
      x, [&](std::string_view word) { return std::ranges::find(y, word) != y.end(); });
}

}  // namespace

// What a sentence says of where something is shown.
EvidenceFinder::Airing EvidenceFinder::AiringOf(const Terms& terms,
                                                const Sentence& sentence) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  Airing airing;
  for (auto v = static_cast<int32_t>(sentence.first); v < static_cast<int32_t>(sentence.last);
       ++v) {
    if (!relations.Shows(LemmaAt(terms, v)) || terms[v].denied) continue;
    std::vector<int32_t> channels;
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
         ++t) {
      if (!Hangs(terms, t, v) || t == v) continue;
      const std::string_view preposition = CaseOf(terms, sentence, t);
      const Entity* entity = EntityAt(terms, t);
      const bool place = entity != nullptr && entity->type == EntityType::kPlace;
      if (place && preposition == "in") return {};
      if (preposition != "on") continue;
      const auto within = [&](int32_t word) {  // "Nordic One", headed by a number
        return TokenAt(terms, word).head == t && MayBeChannel(terms, word);
      };
      if (MayBeChannel(terms, t))
        channels.push_back(t);
      else if (t > v + 1 && TokenAt(terms, t).upos == Upos::kNum && within(t - 1))
        channels.push_back(t - 1);
    }
    if (channels.empty()) channels = ChannelsBefore(terms, sentence, v);
    if (channels.empty()) continue;
    airing.verb = v;
    airing.channels = channels;
  }
  return airing;
}

// "Nordic One is the network that ran it": the channel that a verb of showing describes.
std::vector<int32_t> EvidenceFinder::ChannelsBefore(const Terms& terms, const Sentence& sentence,
                                                    int32_t verb) const {
  const int32_t noun = TokenAt(terms, verb).head;
  const bool describes = TokenAt(terms, verb).deprel == Deprel::kAcl && noun != kNoToken &&
                         lexical_.knowledge().relations->Channel(LemmaAt(terms, noun)) &&
                         HasChild(terms, sentence, noun, Deprel::kCop);
  std::vector<int32_t> channels;
  for (auto t = static_cast<int32_t>(sentence.first);
       describes && t < static_cast<int32_t>(sentence.last); ++t) {
    const bool subject =
        TokenAt(terms, t).head == noun && TokenAt(terms, t).deprel == Deprel::kNsubj;
    if (subject && MayBeChannel(terms, t)) channels.push_back(t);
  }
  return channels;
}

// Whether a passage tells of the programme of the draft: it has a word of its title, or
// is a short text that speaks of "it" or "the series".
bool EvidenceFinder::SameProgramme(const SentenceAlignment& alignment, const Airing& ours,
                                   uint32_t passage, const Airing& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(here.first); t < static_cast<int32_t>(here.last); ++t) {
    const bool channel = std::ranges::any_of(ours.channels, [&](int32_t c) {
      return draft[c].entity >= 0 && draft[c].entity == draft[t].entity;
    });
    const std::string_view form = draft.reading->analysis.Form(TokenAt(draft, t));
    const bool title = !channel && draft[t].content && IsUpper(CodePointAt(form, 0).value);
    if (title && alignment.CarriedIn(t, passage)) return true;
  }
  if (source.reading->analysis.sentences.size() > kShortText) return false;
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  for (auto t = static_cast<int32_t>(there.first); t < static_cast<int32_t>(there.last); ++t) {
    const Token& token = TokenAt(source, t);
    const bool subject =
        token.deprel == Deprel::kNsubj &&
        (token.head == theirs.verb || TokenAt(source, theirs.verb).head == token.head);
    if (!subject) continue;
    const std::string_view nature = NatureOf(source, t);
    const bool work =
        !nature.empty() && !lexical_.knowledge().relations->NaturesExclude(nature, "work");
    if (source.reading->analysis.Lower(token) == "it" || (work && source[t].definite)) return true;
  }
  return false;
}

bool EvidenceFinder::FindAiring(const SentenceAlignment& alignment,
                                std::vector<Evidence>* out) const {
  if (lexical_.knowledge().relations == nullptr) return false;
  const Terms& draft = *alignment.draft;
  const Airing ours = AiringOf(draft, alignment.draft_sentence());
  if (ours.verb == kNoToken) return false;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& there = source.reading->analysis.sentences[alignment.passages[p].sentence];
    const Airing theirs = AiringOf(source, there);
    if (theirs.verb == kNoToken || !SameProgramme(alignment, ours, p, theirs)) continue;
    const bool apart = std::ranges::all_of(theirs.channels, [&](int32_t other) {
      return std::ranges::all_of(ours.channels, [&](int32_t mine) {
        return Apart(*EntityAt(draft, mine), *EntityAt(source, other)) &&
               (alignment.opened[p] || !alignment.CarriedIn(mine, p));
      });
    });
    if (!apart) continue;
    Evidence evidence = Make(alignment, evidence::kFactRival, WordsAt(draft, ours.channels.front()),
                             1.0, "shown by another channel there");
    SetSource(alignment, p, WordsAt(source, theirs.channels.front()), &evidence);
    evidence.shared_words = alignment.CarriedCount(p);
    evidence.definite = true;
    out->push_back(std::move(evidence));
    return true;
  }
  return false;
}

}  // namespace crosscheck
