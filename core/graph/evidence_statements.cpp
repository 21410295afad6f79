// Statements and targets.
//
// Two texts that agree need not share many words: one has the matter in passing, the
// other in a long sentence. What makes them agree is the owner, the noun and what the
// noun is of: "Acme holds a large stock of oil for the winter, the ministry said" and
// "Firms like Acme have built up stocks of oil". Verbs of having say no more than
// their noun, so they all count as one; any other verb must carry over. How large the
// stock is, is left to other evidence, but "small" and "large" are not the same.
//
// Targets: "aims for total independence in grain" and "aims to grow 70 percent of its
// grain at home by 2030" name two shares of one matter: total, full or complete of a
// thing that has degrees is all of it. Counter-examples: two years that both give are
// two steps of one plan; "to cut imports by 70 percent" is a change and no share.
// Cost: claims times the nouns said of their owner; targets are rare.
// Test: tests/unit/graph/statements_test.cpp.
#include "core/graph/evidence_statements.h"

#include <algorithm>
#include <set>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence_kinds.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxNouns = 500;      // of one owner
constexpr size_t kMaxStatements = 50;  // of one owner and noun
constexpr size_t kMaxTargets = 50;     // that name one thing
constexpr double kSame = 0.9;
constexpr double kAbbreviated = 0.75;  // "GPUs" for "graphics chips": may be the same
constexpr double kOneMatter = 0.8;

// "GPUs", "EU": capitals that may stand for other words.
bool Abbreviation(std::string_view form) {
  if (form.size() > 2 && form.back() == 's') form.remove_suffix(1);
  return form.size() >= 2 && form.size() <= 5 && std::ranges::all_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
}

TextRange Whole(const Claim& claim) { return Cover(claim.range, claim.subject.range); }

}  // namespace

StatementEvidence::StatementEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical)
    : graph_(graph), terms_(terms), lexical_(*lexical), targets_of_(terms.size()) {
  for (uint32_t d = 0; d < terms_.size(); ++d) children_.emplace_back(terms_[d].reading->analysis);
  if (lexical_.knowledge().relations == nullptr) return;
  for (uint32_t d = 0; d < terms_.size(); ++d) {
    if (graph_.side(d) != Side::kDraft) AddStatements(d);
    AddTargets(d);
  }
}

void StatementEvidence::Find(uint32_t draft, std::vector<Evidence>* out) {
  if (lexical_.knowledge().relations == nullptr) return;
  FindSame(draft, out);
  FindTargets(draft, out);
}

// The named subject, and those that a plural names as its examples: "firms like Acme".
std::vector<std::string> StatementEvidence::OwnersOf(uint32_t document, const Claim& claim) const {
  const Reading& reading = graph_.reading(document);
  std::vector<std::string> keys;
  const auto add = [&](int32_t e) {
    if (e < 0) return;
    const Entity& entity = reading.entities[static_cast<size_t>(e)];
    if (entity.named && !entity.key.empty() && std::ranges::find(keys, entity.key) == keys.end()) keys.push_back(entity.key);
  };
  add(claim.subject.entity);
  if (!keys.empty() || claim.subject.head == kNoToken) return keys;
  const Terms& terms = terms_[document];
  const Sentence& sentence = reading.analysis.sentences[claim.sentence];
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Token& token = TokenAt(reading, t);
    if (terms[t].entity < 0 || !terms[t].name || token.deprel != Deprel::kNmod || token.head != claim.subject.head || t < claim.subject.head) continue;
    const std::string_view before = reading.analysis.Lower(TokenAt(reading, t - 1));
    if (before == "like" || before == "as" || before == "including") add(terms[t].entity);
  }
  return keys;
}

void StatementEvidence::AddStatements(uint32_t document) {
  const Reading& reading = graph_.reading(document);
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    if (claim.not_checkable != NotCheckable::kNone || claim.polarity != Polarity::kAffirmed || claim.modality != Modality::kAsserted) continue;
    const BlockKind kind = reading.analysis.sentences[claim.sentence].kind;
    if (kind == BlockKind::kHeading || kind == BlockKind::kFurniture || kind == BlockKind::kCaption) continue;
    if (claim.object.head == kNoToken || claim.predicate_head == kNoToken || claim.relation == "be") continue;
    const Upos upos = TokenAt(reading, claim.object.head).upos;
    if (upos != Upos::kNoun && upos != Upos::kPropn) continue;
    const bool holds = lexical_.knowledge().relations->Holds(FoldMarks(reading.analysis.Lemma(TokenAt(reading, claim.predicate_head))));
    for (const std::string& owner : OwnersOf(document, claim)) {
      ByNoun& nouns = statements_[owner];
      const uint32_t word = terms_[document][claim.object.head].word;
      if (nouns.size() >= kMaxNouns && !nouns.contains(word)) continue;
      auto& list = nouns[word];
      if (list.size() < kMaxStatements) list.push_back({document, c, holds});
    }
  }
}

// What a noun is of: "oil" of "stock of oil" and "oil stock".
std::vector<int32_t> StatementEvidence::Complement(uint32_t d, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  std::vector<int32_t> words;
  for (const int32_t child : children_[d].Of(noun)) {
    const Token& token = TokenAt(reading, child);
    if (token.upos != Upos::kNoun && token.upos != Upos::kPropn) continue;
    if (token.deprel == Deprel::kCompound) words.push_back(child);
    const int32_t preposition = token.deprel == Deprel::kNmod ? children_[d].First(child, Deprel::kCase) : kNoToken;
    if (preposition != kNoToken && reading.analysis.Lower(TokenAt(reading, preposition)) == "of") words.push_back(child);
  }
  return words;
}

// Whether two claims of one owner and noun say the same. The second's words must not
// say otherwise of the verb, of what the noun is of, of its size, number or time.
bool StatementEvidence::SameWhat(const Statement& a, const Statement& b) const {
  const Reading& here = graph_.reading(a.document);
  const Reading& there = graph_.reading(b.document);
  const Terms& ours = terms_[a.document];
  const Terms& theirs = terms_[b.document];
  const Claim& first = here.claims[a.claim];
  const Claim& second = there.claims[b.claim];
  if (a.holds != b.holds) return false;
  if (!a.holds && !Carries(lexical_.Compare(ours[first.predicate_head].word, theirs[second.predicate_head].word))) return false;
  if (first.figure >= 0 && second.figure >= 0) {
    const Figure& f = here.figures[static_cast<size_t>(first.figure)];
    const Figure& g = there.figures[static_cast<size_t>(second.figure)];
    if (!Comparable(f, g) || !Agree(f, g).value_or(false)) return false;
  }
  if (first.time >= 0 && second.time >= 0) {
    const TimeExpression& t = here.times[static_cast<size_t>(first.time)];
    const TimeExpression& u = there.times[static_cast<size_t>(second.time)];
    const bool bound = t.since || u.since || t.deadline || u.deadline;  // "since 2002", "since 2003"
    if (t.value != u.value && (bound || !Overlap(t, u).value_or(true))) return false;
  }
  const auto child_opposed = [&](int32_t x) {
    return std::ranges::any_of(children_[b.document].Of(second.object.head), [&](int32_t y) {
      const WordMatch match = lexical_.Compare(ours[x].word, theirs[y].word);
      return TokenAt(there, y).deprel == Deprel::kAmod && (match == WordMatch::kOpposite || match == WordMatch::kExclusive);
    });
  };
  for (const int32_t x : children_[a.document].Of(first.object.head)) {
    if (TokenAt(here, x).deprel == Deprel::kAmod && child_opposed(x)) return false;
  }
  const std::vector<int32_t> of = Complement(a.document, first.object.head), of_there = Complement(b.document, second.object.head);
  if (of.empty() != of_there.empty()) return false;
  return of.empty() || std::ranges::any_of(of, [&](int32_t x) {
    return std::ranges::any_of(of_there, [&](int32_t y) {
      if (Carries(lexical_.Compare(ours[x].word, theirs[y].word)) || Carries(lexical_.Compare(theirs[y].word, ours[x].word))) return true;
      return a.holds && (Abbreviation(here.analysis.Form(TokenAt(here, x))) || Abbreviation(there.analysis.Form(TokenAt(there, y))));
    });
  });
}

void StatementEvidence::FindSame(uint32_t draft, std::vector<Evidence>* out) const {
  const Reading& reading = graph_.reading(draft);
  const bool equals = graph_.OfEqualStanding(draft);
  std::set<std::pair<uint32_t, uint32_t>> told;  // claims that an earlier claim of the draft has met
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    const bool plain = claim.not_checkable == NotCheckable::kNone && claim.polarity == Polarity::kAffirmed && claim.modality == Modality::kAsserted;
    const bool own_subject = claim.range.Contains(claim.subject.range);  // not "… and keeps it warm"
    if (!plain || !own_subject || claim.object.head == kNoToken || claim.predicate_head == kNoToken || claim.relation == "be") continue;
    const Statement ours{draft, c, lexical_.knowledge().relations->Holds(FoldMarks(reading.analysis.Lemma(TokenAt(reading, claim.predicate_head))))};
    const uint32_t noun = terms_[draft][claim.object.head].word;
    std::map<uint32_t, uint32_t> found;  // document -> claim
    for (const std::string& owner : OwnersOf(draft, claim)) {
      const auto nouns = statements_.find(owner);
      if (nouns == statements_.end()) continue;
      for (const auto& [word, list] : nouns->second) {
        const WordMatch match = lexical_.Compare(noun, word);
        if (match != WordMatch::kSame && match != WordMatch::kSynonym && match != WordMatch::kDerived) continue;
        for (const Statement& theirs : list) {
          if (theirs.document != draft && !found.contains(theirs.document) && SameWhat(ours, theirs)) found[theirs.document] = theirs.claim;
        }
      }
    }
    const bool first = !found.empty() && std::ranges::none_of(found, [&](const auto& f) { return told.contains({f.first, f.second}); });
    if (!first || (equals ? found.begin()->first < draft : found.size() < 2)) continue;
    for (const auto& [document, other] : found) {
      told.emplace(document, other);
      Evidence evidence;
      evidence.kind = evidence::kSameStatement;
      evidence.draft = graph_.id(draft, c);
      evidence.source = graph_.id(document, other);
      evidence.draft_document = draft;
      evidence.source_document = document;
      evidence.draft_range = Whole(claim);
      evidence.source_range = Whole(graph_.reading(document).claims[other]);
      const auto abbreviated = [&](uint32_t d, const Claim& k) {
        const Reading& r = graph_.reading(d);
        return std::ranges::any_of(Complement(d, k.object.head), [&](int32_t t) { return Abbreviation(r.analysis.Form(TokenAt(r, t))); });
      };
      evidence.strength = abbreviated(draft, claim) != abbreviated(document, graph_.reading(document).claims[other]) ? kAbbreviated : kSame;
      evidence.reason = "the same is said of the same there";
      out->push_back(std::move(evidence));
    }
  }
}

// 100 for "total", "full" and "complete" before a noun that has degrees.
std::optional<double> StatementEvidence::Wholeness(uint32_t d, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  if (TokenAt(reading, noun).upos != Upos::kNoun) return std::nullopt;
  const std::string lemma = FoldMarks(reading.analysis.Lemma(TokenAt(reading, noun)));
  bool self = false, whole = false;
  for (const int32_t child : children_[d].Of(noun)) {
    const std::string word = FoldMarks(reading.analysis.Lemma(TokenAt(reading, child)));
    self = self || word == "self";
    whole = whole || (child < noun && relations.Whole(word));
  }
  if (!whole || !relations.HasDegrees(self ? "self-" + lemma : lemma)) return std::nullopt;
  return 100.0;
}

// The shares in what hangs on a verb of planning.
void StatementEvidence::AddTargets(uint32_t document) {
  const Reading& reading = graph_.reading(document);
  const auto& sentences = reading.analysis.sentences;
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    if (!sentences[s].parsed || sentences[s].kind == BlockKind::kFurniture || sentences[s].kind == BlockKind::kHeading) continue;
    for (auto t = static_cast<int32_t>(sentences[s].first); t < static_cast<int32_t>(sentences[s].last); ++t) {
      const Token& verb = TokenAt(reading, t);
      if (verb.upos != Upos::kVerb || !lexical_.knowledge().relations->Plans(reading.analysis.Lemma(verb)) || terms_[document][t].denied) continue;
      const auto [first, last] = children_[document].Yield(t);
      Target target{document, s, {}, 0.0, false, -1};
      for (int32_t u = t + 1; u < last && target.range.empty(); ++u) {
        const int32_t f = terms_[document][u].figure;
        if (f >= 0) {
          const Figure& figure = reading.figures[static_cast<size_t>(f)];
          const bool level = figure.kind == FigureKind::kPercent && figure.value && figure.trend == Trend::kNone && figure.noun_trend == Trend::kNone;
          const bool change = u > 0 && reading.analysis.Lower(TokenAt(reading, static_cast<int32_t>(figure.first) - 1)) == "by";
          if (!level || change) continue;
          target.share = *figure.value;
          target.range = Cover(verb.range, figure.range);
        } else if (const auto whole = Wholeness(document, u)) {
          target.share = *whole;
          target.whole = true;
          target.range = Cover(verb.range, TokenAt(reading, u).range);
        }
      }
      if (target.range.empty()) continue;
      for (int32_t u = first; u < last; ++u) {
        if (terms_[document][u].time >= 0) target.time = terms_[document][u].time;
      }
      targets_of_[document].push_back(target);
      std::vector<std::string> keys;
      for (auto u = static_cast<int32_t>(sentences[s].first); u < static_cast<int32_t>(sentences[s].last); ++u) {
        const int32_t e = terms_[document][u].entity;
        if (e < 0 || !reading.entities[static_cast<size_t>(e)].named) continue;
        const std::string& key = reading.entities[static_cast<size_t>(e)].key;
        if (key.empty() || std::ranges::find(keys, key) != keys.end()) continue;
        keys.push_back(key);
        auto& list = targets_[key];
        if (graph_.side(document) != Side::kDraft && list.size() < kMaxTargets) list.push_back(target);
      }
    }
  }
}

// Two sentences that share a noun beside the names: "grain".
bool StatementEvidence::SameMatter(const Target& a, const Target& b) const {
  const Terms& ours = terms_[a.document];
  const Terms& theirs = terms_[b.document];
  const Sentence& here = ours.reading->analysis.sentences[a.sentence];
  const Sentence& there = theirs.reading->analysis.sentences[b.sentence];
  for (uint32_t x = here.first; x < here.last; ++x) {
    const Token& token = ours.reading->analysis.tokens[x];
    const bool noun = token.upos == Upos::kNoun && ours.terms[x].figure < 0 && ours.terms[x].time < 0 && !ours.terms[x].name;
    if (!noun || token.range.size() < 3) continue;
    for (uint32_t y = there.first; y < there.last; ++y) {
      if (theirs.reading->analysis.tokens[y].upos == Upos::kNoun && theirs.terms[y].figure < 0 && ours.terms[x].word == theirs.terms[y].word) return true;
    }
  }
  return false;
}

void StatementEvidence::FindTargets(uint32_t draft, std::vector<Evidence>* out) const {
  const Reading& reading = graph_.reading(draft);
  for (const Target& ours : targets_of_[draft]) {
    const Sentence& sentence = reading.analysis.sentences[ours.sentence];
    std::vector<uint32_t> told;
    for (auto u = static_cast<int32_t>(sentence.first); u < static_cast<int32_t>(sentence.last); ++u) {
      const int32_t e = terms_[draft][u].entity;
      const auto found = e < 0 ? targets_.end() : targets_.find(reading.entities[static_cast<size_t>(e)].key);
      if (found == targets_.end()) continue;
      for (const Target& theirs : found->second) {
        const bool asked = theirs.document == draft || std::ranges::find(told, theirs.document) != told.end();
        if (asked || ours.whole == theirs.whole || ours.share == theirs.share || !SameMatter(ours, theirs)) continue;
        const Reading& other = graph_.reading(theirs.document);
        if (ours.time >= 0 && theirs.time >= 0 && reading.times[static_cast<size_t>(ours.time)].value != other.times[static_cast<size_t>(theirs.time)].value) continue;
        told.push_back(theirs.document);
        Evidence evidence;
        evidence.kind = evidence::kTargetRival;
        evidence.draft_document = draft;
        evidence.source_document = theirs.document;
        evidence.draft_range = ours.range;
        evidence.source_range = theirs.range;
        evidence.strength = kOneMatter;
        evidence.definite = true;
        evidence.reason = "another share is aimed at there";
        const auto holding = [&](const Reading& r, uint32_t d, const Target& t) {
          for (uint32_t c = 0; c < r.claims.size(); ++c) {
            if (r.claims[c].sentence == t.sentence && r.claims[c].range.Overlaps(t.range)) return graph_.id(d, c);
          }
          return ClaimId();
        };
        evidence.draft = holding(reading, draft, ours);
        evidence.source = holding(other, theirs.document, theirs);
        out->push_back(std::move(evidence));
      }
    }
  }
}

}  // namespace crosscheck
