// Sizes of one thing.
//
// "The 47-page report says …" and "In a 48-page report the council …" share one noun,
// so no alignment of their sentences brings them together; yet a report has one number
// of pages. A number and a unit, joined by a hyphen in front of a singular noun, are
// such a size. Two texts speak of one thing where they tell one story, their sentences
// name somebody or something in common, and no two different persons ("a two-year
// contract for Berg", "a three-year contract for Lind").
// Silent where a text gives two sizes for the noun ("the 20-minute talk … a 40-minute
// talk"), of people ("a five-term senator": there are many), and on ages.
// Cost: linear in tokens; a key is met by at most kMostMeasures phrases.
// Test: tests/unit/graph/measures_test.cpp.
#include "core/graph/evidence_measures.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/graph/evidence_kinds.h"
#include "core/language/wordnet.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr size_t kMostMeasures = 100;
constexpr uint32_t kFarNoun = 4;     // tokens from the unit to its noun
constexpr size_t kPersonSenses = 2;  // of a noun, by frequency
constexpr double kStrength = 0.8;

}  // namespace

MeasureEvidence::MeasureEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical)
    : graph_(graph), terms_(terms), lexical_(*lexical), keys_of_(terms.size()) {
  for (uint32_t d = 0; d < terms_.size(); ++d) Add(d);
}

// Whom and what a sentence names, pronouns included.
void MeasureEvidence::NameNeighbours(const Reading& reading, const Terms& terms, Measure* measure) const {
  const Sentence& sentence = reading.analysis.sentences[measure->sentence];
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const int32_t e = terms.terms[t].entity;
    if (e < 0) continue;
    const Entity& entity = reading.entities[static_cast<size_t>(e)];
    if (!entity.named || entity.key.empty()) continue;
    measure->names.insert(entity.key);
    if (entity.type != EntityType::kPerson) continue;
    // "Jo Lind" in one text is "Jo A. Lind Jr." in another
    std::string surname(NameWords(entity.key).back());
    measure->names.insert(surname);
    measure->people.insert(std::move(surname));
  }
}

void MeasureEvidence::Add(uint32_t document) {
  const Reading& reading = graph_.reading(document);
  const Terms& terms = terms_[document];
  const auto& tokens = reading.analysis.tokens;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  for (uint32_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    const Sentence& sentence = reading.analysis.sentences[s];
    if (!sentence.parsed || sentence.kind == BlockKind::kFurniture) continue;
    for (uint32_t t = sentence.first; t + 3 < sentence.last; ++t) {
      const int32_t figure = terms.terms[t].figure;
      const Token& unit = tokens[t + 2];
      if (figure < 0 || tokens[t].upos != Upos::kNum || FoldMarks(reading.analysis.Form(tokens[t + 1])) != "-" || unit.upos != Upos::kNoun) continue;
      const Figure& f = reading.figures[static_cast<size_t>(figure)];
      if (!f.value || f.kind == FigureKind::kAge || f.kind == FigureKind::kOrdinal) continue;
      // the last noun of the phrase; the tree hangs "48-page" on many things
      int32_t noun = kNoToken;
      for (uint32_t u = t + 3; u < std::min(sentence.last, t + 3 + kFarNoun) && (tokens[u].upos == Upos::kNoun || tokens[u].upos == Upos::kAdj); ++u) {
        if (tokens[u].upos == Upos::kNoun) noun = static_cast<int32_t>(u);
      }
      if (noun == kNoToken) continue;
      const Token& thing = tokens[static_cast<size_t>(noun)];
      if (thing.upos != Upos::kNoun || reading.analysis.Xpos(thing) != "NN") continue;
      const std::string lemma = FoldMarks(reading.analysis.Lemma(thing));
      if (wordnet == nullptr || wordnet->IsHyponymOf(lemma, "person", WordPos::kNoun, kPersonSenses)) continue;
      Measure measure{document, s, figure, Cover(tokens[t].range, thing.range), {}, {}};
      NameNeighbours(reading, terms, &measure);
      Key key{graph_.StoryOf(document), terms[noun].word, FoldMarks(reading.analysis.Lemma(unit))};
      auto& list = measures_[key];
      if (list.size() >= kMostMeasures) continue;
      list.push_back(std::move(measure));
      keys_of_[document].insert(std::move(key));
    }
  }
}

bool MeasureEvidence::OneThing(const Measure& a, const Measure& b) const {
  const auto meet = [](const std::set<std::string>& x, const std::set<std::string>& y) {
    return std::ranges::any_of(x, [&](const std::string& key) { return y.contains(key); });
  };
  return meet(a.names, b.names) && (a.people.empty() || b.people.empty() || meet(a.people, b.people));
}

void MeasureEvidence::Find(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Key& key : keys_of_[draft]) {
    const std::vector<Measure>& list = measures_.at(key);
    const auto figure = [&](const Measure& m) -> const Figure& { return graph_.reading(m.document).figures[static_cast<size_t>(m.figure)]; };
    const auto one_size = [&](uint32_t document) {  // all that a text calls so is of one size
      const Figure* first = nullptr;
      for (const Measure& m : list) {
        if (m.document != document) continue;
        if (first != nullptr && !Agree(*first, figure(m)).value_or(false)) return false;
        first = &figure(m);
      }
      return true;
    };
    std::vector<uint32_t> told;
    for (const Measure& ours : list) {
      if (ours.document != draft || !one_size(draft)) continue;
      for (const Measure& theirs : list) {
        const bool asked = theirs.document == draft || graph_.side(theirs.document) == Side::kDraft || std::ranges::find(told, theirs.document) != told.end();
        if (asked || !OneThing(ours, theirs) || !one_size(theirs.document) || !Disjoint(figure(ours), figure(theirs)).value_or(false)) continue;
        told.push_back(theirs.document);
        Evidence evidence;
        evidence.kind = evidence::kMeasureRival;
        evidence.draft_document = draft;
        evidence.source_document = theirs.document;
        evidence.draft_range = ours.range;
        evidence.source_range = theirs.range;
        evidence.strength = kStrength;
        evidence.definite = true;
        evidence.reason = "another size is given there";
        const auto holding = [&](const Measure& m) {
          const auto& claims = graph_.reading(m.document).claims;
          for (uint32_t c = 0; c < claims.size(); ++c) {
            if (claims[c].sentence == m.sentence && Cover(claims[c].range, claims[c].subject.range).Overlaps(m.range)) return graph_.id(m.document, c);
          }
          return ClaimId();
        };
        evidence.draft = holding(ours);
        evidence.source = holding(theirs);
        out->push_back(std::move(evidence));
      }
    }
  }
}

}  // namespace crosscheck
