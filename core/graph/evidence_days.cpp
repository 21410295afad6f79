// Days of one deed.
//
// Two texts of one story tell of one deed where the verb is the same, something that it
// was done to or for is the same ("apologised for the letter"), and the doers may be one:
// a description beside a name, or one name. Then each text has one day for it.
// Silent where a text gives the verb two days (it was done twice), where one of the texts
// came out before the later day (it cannot know of it: another deed, told in the other),
// and for days of a saying ("today" in a quotation).
// Counter-example: "won the nomination on Monday", "won the primary on Tuesday".
// Cost: linear in claims; a key is met by at most kMostDeeds claims.
// Test: tests/unit/graph/days_test.cpp.
#include "core/graph/evidence_days.h"

#include <algorithm>

#include "core/claim/alias.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr size_t kMostDeeds = 100;
constexpr double kOneDeed = 0.8;

bool IsDay(const TimeExpression& time) {
  return (time.type == TimeType::kDate || time.type == TimeType::kTime) && !time.since && !time.deadline && time.days.start && time.days.end &&
         *time.days.end - *time.days.start <= 1 && IsParticular(time);
}

bool IsAmong(const std::vector<uint32_t>& words, uint32_t word) { return std::ranges::find(words, word) != words.end(); }

}  // namespace

DayEvidence::DayEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical)
    : graph_(graph), terms_(terms), lexical_(*lexical), keys_of_(terms.size()) {
  for (uint32_t d = 0; d < terms_.size(); ++d) Add(d);
}

const TimeExpression& DayEvidence::DayOf(const Deed& deed) const {
  const Reading& reading = graph_.reading(deed.document);
  return reading.times[static_cast<size_t>(reading.claims[deed.claim].time)];
}

// What the deed was done to or for: the nouns of its object and obliques.
std::vector<uint32_t> DayEvidence::ThingsOf(uint32_t document, const Claim& claim) const {
  const Terms& terms = terms_[document];
  std::vector<uint32_t> words;
  const auto add = [&](int32_t head) {
    if (head == kNoToken || terms[head].time >= 0) return;
    if (TokenAt(terms, head).upos == Upos::kNoun && !IsAmong(words, terms[head].word)) words.push_back(terms[head].word);
  };
  add(claim.object.head);
  if (claim.surface_subject.head != claim.subject.head) add(claim.surface_subject.head);
  for (const Oblique& oblique : claim.obliques) add(oblique.argument.head);
  return words;
}

void DayEvidence::Add(uint32_t document) {
  const Reading& reading = graph_.reading(document);
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    const bool told = claim.not_checkable == NotCheckable::kNone && claim.polarity == Polarity::kAffirmed && claim.modality == Modality::kAsserted;
    if (!told || claim.time < 0 || claim.quotation >= 0 || claim.predicate_head == kNoToken) continue;
    if (TokenAt(reading, claim.predicate_head).upos != Upos::kVerb || !IsDay(reading.times[static_cast<size_t>(claim.time)])) continue;
    Deed deed{document, c, ThingsOf(document, claim)};
    if (deed.things.empty()) continue;
    Key key{graph_.StoryOf(document), claim.relation};
    auto& list = deeds_[key];
    if (list.size() >= kMostDeeds) continue;
    list.push_back(std::move(deed));
    auto& keys = keys_of_[document];
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
  }
}

// Whether a text of that date can tell of the day; one without a date may.
bool DayEvidence::Knew(uint32_t document, const TimeExpression& day) const {
  const auto date = graph_.reading(document).analysis.document->metadata().date;
  return !date || *day.days.start <= DaysFromCivil(*date);
}

// Two names are two people; a description may be anybody.
bool DayEvidence::OneDoer(const Deed& a, const Deed& b) const {
  const auto doer = [&](const Deed& deed) -> const Entity* {
    const Reading& reading = graph_.reading(deed.document);
    const int32_t e = reading.claims[deed.claim].subject.entity;
    return e < 0 || !reading.entities[static_cast<size_t>(e)].named ? nullptr : &reading.entities[static_cast<size_t>(e)];
  };
  const Entity* first = doer(a);
  const Entity* second = doer(b);
  if (first == nullptr || second == nullptr || first->key == second->key) return true;
  const auto alias = [](const Entity& x, const Entity& y) { return std::ranges::find(x.aliases, y.key) != x.aliases.end(); };
  return alias(*first, *second) || alias(*second, *first);
}

bool DayEvidence::OneThing(const Deed& a, const Deed& b) const {
  return std::ranges::any_of(a.things, [&](uint32_t x) {
    return std::ranges::any_of(b.things, [&](uint32_t y) {
      const WordMatch match = lexical_.Compare(x, y);
      return match == WordMatch::kSame || match == WordMatch::kSynonym;
    });
  });
}

bool DayEvidence::OneDay(const std::vector<Deed>& deeds, uint32_t document) const {
  const TimeExpression* first = nullptr;
  for (const Deed& deed : deeds) {
    if (deed.document != document) continue;
    if (first != nullptr && first->days.start != DayOf(deed).days.start) return false;
    first = &DayOf(deed);
  }
  return true;
}

Evidence DayEvidence::Rival(const Deed& ours, const Deed& theirs) const {
  Evidence evidence;
  evidence.kind = evidence::kDateRival;
  evidence.draft = graph_.id(ours.document, ours.claim);
  evidence.source = graph_.id(theirs.document, theirs.claim);
  evidence.draft_document = ours.document;
  evidence.source_document = theirs.document;
  evidence.draft_range = DayOf(ours).range;
  evidence.source_range = DayOf(theirs).range;
  evidence.strength = kOneDeed;
  evidence.definite = true;
  evidence.reason = "the deed is given another day there";
  return evidence;
}

void DayEvidence::Find(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Key& key : keys_of_[draft]) {
    const std::vector<Deed>& list = deeds_.at(key);
    if (!OneDay(list, draft)) continue;
    std::vector<uint32_t> told;
    for (const Deed& ours : list) {
      if (ours.document != draft) continue;
      for (const Deed& theirs : list) {
        const bool asked = theirs.document == draft || graph_.side(theirs.document) == Side::kDraft || std::ranges::find(told, theirs.document) != told.end();
        if (asked || DayOf(ours).days.start == DayOf(theirs).days.start || !OneDay(list, theirs.document)) continue;
        if (!Knew(draft, DayOf(theirs)) || !Knew(theirs.document, DayOf(ours))) continue;
        if (!OneDoer(ours, theirs) || !OneThing(ours, theirs)) continue;
        told.push_back(theirs.document);
        out->push_back(Rival(ours, theirs));
      }
    }
  }
}

}  // namespace crosscheck
