// Candidates for unnamed speakers.
//
// "The head of a large bank called the tax a mistake" and "The tax was a mistake, Jo
// Berg, chief executive of Norbank, said": the words are the same, so Jo Berg may be
// meant. Or the role is, and both sentences are about the tax. A role that another
// text gives the candidate and that is not the unnamed one's speaks against him.
// Counter-examples: "the ministry said" (no person), "Norbank's chief executive said"
// (the reader can find the name), "the president said" (the text says who that is),
// "officials say" (many).
// Cost: the sayings that share a rare word or a role. Test: tests/unit/graph/statements_test.cpp.
#include "core/graph/evidence_speakers.h"

#include <algorithm>
#include <tuple>

#include "core/base/unicode.h"
#include "core/graph/evidence_kinds.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxSayings = 200;  // sayings with one word; more say nothing
constexpr size_t kMostCandidates = 3;
constexpr double kSameWords = 0.65;  // of the unnamed one's words
constexpr size_t kFewestWords = 2;
constexpr double kRoleAlone = 0.45;
constexpr double kRoleToo = 0.3;

}  // namespace

SpeakerEvidence::SpeakerEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical)
    : graph_(graph), terms_(terms), lexical_(*lexical) {
  for (uint32_t d = 0; d < terms_.size(); ++d) sayings_.push_back(SayingsOf(d));
  for (const auto& sayings : sayings_) {
    for (const Saying& saying : sayings) {
      if (graph_.side(saying.document) == Side::kDraft || NameOf(saying).empty()) continue;
      const Terms& own = terms_[saying.document];
      std::vector<std::string> words;
      for (const int32_t t : saying.content) words.emplace_back(lexical_.Lemma(own[t].word));
      std::ranges::sort(words);
      words.erase(std::unique(words.begin(), words.end()), words.end());
      for (const std::string& word : words) by_word_[word].push_back(&saying);
      if (!saying.title.empty()) by_title_[saying.title].push_back(&saying);
    }
  }
}

// The role that the text gives an entity, or that the words name.
std::string SpeakerEvidence::TitleOf(const Reading& reading, int32_t entity, TextRange words) const {
  if (entity < 0) return "";
  for (const Role& role : reading.entities[static_cast<size_t>(entity)].roles) {
    if (!role.title.empty() && (!role.former || words.Contains(role.range))) return role.title;
  }
  return "";
}

std::vector<SpeakerEvidence::Saying> SpeakerEvidence::SayingsOf(uint32_t document) const {
  std::vector<Saying> out;
  const Reading& reading = graph_.reading(document);
  const auto content_of = [&](const std::vector<TextRange>& ranges, Saying* saying) {
    for (const TextRange range : ranges) {
      auto t = std::ranges::lower_bound(reading.analysis.tokens, range.start, {}, [](const Token& token) { return token.range.start; });
      for (; t != reading.analysis.tokens.end() && t->range.start < range.end; ++t) {
        const auto i = static_cast<int32_t>(t - reading.analysis.tokens.begin());
        if (terms_[document][i].content && !terms_[document][i].pronoun && terms_[document][i].weight >= 1.0 && !saying->source.Contains(t->range)) saying->content.push_back(i);
      }
    }
  };
  for (const Attribution& a : reading.attributions) {
    if (a.source.empty() || a.content.empty() || a.source_head == kNoToken || a.cue_kind == CueKind::kPlan || a.cue_kind == CueKind::kOrder) continue;
    Saying saying{document, TokenAt(reading, a.source_head).sentence, Cover(a.source.front(), a.source.back()), a.entity, {}, ""};
    content_of(a.content, &saying);
    saying.title = TitleOf(reading, a.entity, saying.source);
    out.push_back(std::move(saying));
  }
  return out;
}

// A person of whom the words give no name, nor the firm by which to find it.
bool SpeakerEvidence::Unnamed(const Saying& saying) const {
  const Reading& reading = graph_.reading(saying.document);
  if (saying.entity >= 0 && reading.entities[static_cast<size_t>(saying.entity)].named) return false;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  bool person = false, indefinite = false;
  auto t = std::ranges::lower_bound(reading.analysis.tokens, saying.source.start, {}, [](const Token& token) { return token.range.start; });
  for (; t != reading.analysis.tokens.end() && t->range.start < saying.source.end; ++t) {
    const auto i = static_cast<int32_t>(t - reading.analysis.tokens.begin());
    const int32_t e = terms_[saying.document][i].entity;
    const bool firm = e >= 0 && terms_[saying.document][i].name && reading.entities[static_cast<size_t>(e)].type != EntityType::kPlace;
    if (firm || t->upos == Upos::kPron) return false;
    const std::string_view xpos = reading.analysis.Xpos(*t), lower = reading.analysis.Lower(*t);
    if (lower == "not" || lower == "no") return false;
    indefinite = indefinite || lower == "a" || lower == "an" || lower == "one" || lower == "another";
    const bool head = t->head == kNoToken || !saying.source.Contains(TokenAt(reading, t->head).range);
    if (!head || t->deprel == Deprel::kConj) continue;
    if (xpos == "NNS" || xpos == "NNPS") return false;
    person = wordnet != nullptr && wordnet->IsHyponymOf(lower, "person", WordPos::kNoun, 1);
  }
  return indefinite && (person || !saying.title.empty());
}

// The name of a saying's speaker, or the role at a named firm; "" where neither is told.
std::string SpeakerEvidence::NameOf(const Saying& saying) const {
  if (saying.entity < 0) return "";
  const Entity& entity = graph_.reading(saying.document).entities[static_cast<size_t>(saying.entity)];
  if (entity.named) return entity.type == EntityType::kPerson ? entity.name : "";
  for (const Role& role : entity.roles) {
    if (role.affiliation.empty()) continue;
    const auto& all = graph_.reading(saying.document).entities;
    const auto of = std::ranges::find(all, role.affiliation, &Entity::key);
    return "the " + role.title + " of " + (of != all.end() ? of->name : role.affiliation);
  }
  return "";
}

// The share of the first one's words that the second one has.
double SpeakerEvidence::Overlap(const Saying& a, const Saying& b) const {
  if (a.content.size() < kFewestWords) return 0.0;
  const Terms& ours = terms_[a.document];
  const Terms& theirs = terms_[b.document];
  double all = 0.0, carried = 0.0;
  for (const int32_t x : a.content) {
    all += ours[x].weight;
    const bool met = std::ranges::any_of(b.content, [&](int32_t y) { return Carries(lexical_.Compare(ours[x].word, theirs[y].word)); });
    if (met) carried += ours[x].weight;
  }
  return all > 0.0 ? carried / all : 0.0;
}

// Whether the two sentences share a name or a noun outside the speaker's own words.
bool SpeakerEvidence::SharesTopic(const Saying& a, const Saying& b) const {
  const Terms& ours = terms_[a.document];
  const Terms& theirs = terms_[b.document];
  const Sentence& there = theirs.reading->analysis.sentences[b.sentence];
  const Sentence& here = ours.reading->analysis.sentences[a.sentence];
  for (uint32_t x = here.first; x < here.last; ++x) {
    if (ours.terms[x].weight < 1.5 || ours.terms[x].pronoun) continue;
    for (uint32_t y = there.first; y < there.last; ++y) {
      if (!theirs.terms[y].content || b.source.Contains(theirs.reading->analysis.tokens[y].range)) continue;
      if (ours.terms[x].word == theirs.terms[y].word) return true;
      const int32_t e = ours.terms[x].entity, f = theirs.terms[y].entity;
      const bool named = e >= 0 && f >= 0 && !ours.reading->entities[static_cast<size_t>(e)].key.empty();
      if (named && ours.reading->entities[static_cast<size_t>(e)].key == theirs.reading->entities[static_cast<size_t>(f)].key) return true;
    }
  }
  return false;
}

void SpeakerEvidence::Find(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Saying& saying : sayings_[draft]) {
    if (!Unnamed(saying)) continue;
    std::vector<const Saying*> met;
    const auto add = [&](const auto& map, const std::string& key) {
      const auto found = map.find(key);
      if (found == map.end() || found->second.size() > kMaxSayings) return;
      for (const Saying* other : found->second) {
        if (other->document != draft && std::ranges::find(met, other) == met.end()) met.push_back(other);
      }
    };
    for (const int32_t t : saying.content) add(by_word_, std::string(lexical_.Lemma(terms_[draft][t].word)));
    if (!saying.title.empty()) add(by_title_, saying.title);
    std::vector<std::pair<double, const Saying*>> ranked;
    for (const Saying* other : met) {
      const bool role = !saying.title.empty() && saying.title == other->title;
      if (!role && !saying.title.empty() && !other->title.empty()) continue;
      const double overlap = Overlap(saying, *other);
      double score = overlap >= kSameWords ? overlap * (1.0 - kRoleToo) + (role ? kRoleToo : 0.0) : 0.0;
      if (score == 0.0 && role && SharesTopic(saying, *other)) score = kRoleAlone;
      if (score > 0.0) ranked.emplace_back(-score, other);
    }
    std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) {
      return std::tuple(a.first, a.second->document, a.second->source) < std::tuple(b.first, b.second->document, b.second->source);
    });
    std::vector<std::string> names;
    for (const auto& [score, other] : ranked) {
      const std::string name = NameOf(*other);
      if (names.size() >= kMostCandidates) break;
      if (std::ranges::find(names, name) != names.end()) continue;
      names.push_back(name);
      Evidence evidence;
      evidence.kind = evidence::kSpeakerUnnamed;
      evidence.draft_document = draft;
      evidence.source_document = other->document;
      evidence.draft_range = saying.source;
      evidence.source_range = other->source;
      evidence.strength = -score;
      const bool words = Overlap(saying, *other) >= kSameWords;
      const bool role = !saying.title.empty() && saying.title == other->title;
      evidence.reason = name + (words ? " is given the same words" : " speaks of the same") + (role ? ", in the same role" : "");
      out->push_back(std::move(evidence));
    }
  }
}

}  // namespace crosscheck
