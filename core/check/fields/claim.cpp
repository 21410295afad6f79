#include "core/check/fields/tables.h"
#include "core/check/world.h"

namespace crosscheck::fields {
namespace {

struct At {
  At(const World& w, uint32_t index)
      : world(w),
        document(w.graph().node(ClaimId(index)).document),
        reading(w.graph().reading(document)),
        claim(w.graph().claim(ClaimId(index))) {}
  const World& world;
  uint32_t document;
  const Reading& reading;
  const Claim& claim;
};

Value Subject(const World& w, uint32_t i) {
  const At at(w, i);
  Value v = OfArgument(w, at.document, at.claim.subject);
  // "the ferry" of another story is another ferry.
  const bool named = v.entity != nullptr && v.entity->named;
  if (const uint32_t story = w.graph().StoryOf(at.document); story > 0 && !named && !v.key.empty()) v.key += " /" + std::to_string(story);
  return v;
}
Value Object(const World& w, uint32_t i) {
  const At at(w, i);
  return OfArgument(w, at.document, at.claim.object);
}
Value Place(const World& w, uint32_t i) {
  const At at(w, i);
  return OfArgument(w, at.document, at.claim.place);
}
Value FigureOf(const World& w, uint32_t i) {
  const At at(w, i);
  return OfFigure(w, at.document, at.claim.figure);
}
Value Time(const World& w, uint32_t i) {
  const At at(w, i);
  return OfTime(w, at.document, at.claim.time);
}
Value Modal(const World& w, uint32_t i) { return OfWord(ToString(At(w, i).claim.modality)); }
Value PolarityOf(const World& w, uint32_t i) { return OfWord(ToString(At(w, i).claim.polarity)); }
Value Quantifier(const World& w, uint32_t i) { return OfWord(At(w, i).claim.quantifier); }
Value Checkable(const World& w, uint32_t i) {
  return OfFlag(At(w, i).claim.not_checkable == NotCheckable::kNone);
}
Value Why(const World& w, uint32_t i) { return OfWord(ToString(At(w, i).claim.not_checkable)); }
Value Passive(const World& w, uint32_t i) { return OfFlag(At(w, i).claim.inverted); }
Value Attributed(const World& w, uint32_t i) { return OfFlag(!At(w, i).claim.speakers.empty()); }
Value Hedge(const World& w, uint32_t i) {
  const At at(w, i);
  return OfRange(w, at.document, at.claim.hedge);
}

Value Predicate(const World& w, uint32_t i) {
  const At at(w, i);
  Value v = OfRange(w, at.document, at.claim.predicate);
  v.known = !at.claim.relation.empty();
  v.key = at.claim.relation;
  if (v.text.empty()) v.text = at.claim.relation;
  return v;
}

// A change ("rose 12%") and a level ("12%") never answer the same question.
Value Change(const World& w, uint32_t i) {
  Value v = FigureOf(w, i);
  return v.known && v.figure->trend != Trend::kNone ? v : Unknown();
}

Value Level(const World& w, uint32_t i) {
  Value v = FigureOf(w, i);
  return v.known && v.figure->trend == Trend::kNone ? v : Unknown();
}

Value Content(const World& w, uint32_t i) {
  Value v = FigureOf(w, i);
  return v.known ? v : Object(w, i);
}

int32_t Innermost(const Claim& claim) {
  return claim.speakers.empty() ? -1 : claim.speakers.front();
}

Value Speaker(const World& w, uint32_t i) {
  const At at(w, i);
  return OfSpeaker(w, at.document, Innermost(at.claim));
}

Value SpeakerResolved(const World& w, uint32_t i) { return OfResolved(w, Speaker(w, i)); }

Value Quote(const World& w, uint32_t i) {
  const At at(w, i);
  if (at.claim.quotation < 0) return Unknown();
  return OfRange(w, at.document,
                 at.reading.quotations[static_cast<size_t>(at.claim.quotation)].range);
}

// What the claim counts a part of: "of the 60 hurt, 31 were men".
Value Whole(const World& w, uint32_t i) {
  const At at(w, i);
  for (const Oblique& oblique : at.claim.obliques) {
    if (oblique.preposition == "of" || oblique.preposition == "among")
      return OfArgument(w, at.document, oblique.argument);
  }
  return Unknown();
}

Value Obliques(const World& w, uint32_t i) {
  const At at(w, i);
  if (at.claim.obliques.empty()) return Unknown();
  const Oblique& first = at.claim.obliques.front();
  Value v = OfArgument(w, at.document, first.argument);
  v.text = first.preposition + (first.preposition.empty() ? "" : " ") + v.text;
  return v;
}

constexpr FieldSpec kFields[] = {
    {ItemKind::kClaim, "entity", ValueType::kText, false, "",
     "what the claim is about: the subject, by the key that all its names share", Subject},
    {ItemKind::kClaim, "predicate", ValueType::kText, false, "",
     "the relation that is claimed, by its class: `buy` for bought, purchased, acquisition of",
     Predicate},
    {ItemKind::kClaim, "object", ValueType::kText, false, "",
     "the object, complement or predicate noun", Object},
    {ItemKind::kClaim, "value", ValueType::kText, false, "",
     "the figure where there is one, else the object", Content},
    {ItemKind::kClaim, "figure", ValueType::kFigure, false, "",
     "the figure, with its unit and bounds", FigureOf},
    {ItemKind::kClaim, "change", ValueType::kFigure, false, "",
     "the figure where it is a rise or a fall", Change},
    {ItemKind::kClaim, "level", ValueType::kFigure, false, "",
     "the figure where it is no rise or fall", Level},
    {ItemKind::kClaim, "time", ValueType::kTime, true, "",
     "when it holds or happened, as stated or resolved", Time},
    {ItemKind::kClaim, "place", ValueType::kText, true, "", "where", Place},
    {ItemKind::kClaim, "polarity", ValueType::kWord, false, "affirmed denied",
     "affirmed, or denied by a negation", PolarityOf},
    {ItemKind::kClaim, "modality", ValueType::kWord, false, kModalities, "how surely it is put",
     Modal},
    {ItemKind::kClaim, "speaker", ValueType::kText, false, "",
     "who says it; unknown for the narrator", Speaker},
    {ItemKind::kClaim, "speaker-resolved", ValueType::kFlag, false, "true false",
     "whether the speaker has a name in the text", SpeakerResolved},
    {ItemKind::kClaim, "attributed", ValueType::kFlag, false, "true false",
     "whether anybody but the narrator says it", Attributed},
    {ItemKind::kClaim, "quote", ValueType::kText, false, "",
     "the words of the quotation that it stands in", Quote},
    {ItemKind::kClaim, "quantifier", ValueType::kWord, false, "",
     "all, nearly all, most, some, no, only … of the subject", Quantifier},
    {ItemKind::kClaim, "whole", ValueType::kText, false, "", "the whole that a part is counted of",
     Whole},
    {ItemKind::kClaim, "circumstance", ValueType::kText, false, "",
     "the first further argument with its preposition", Obliques},
    {ItemKind::kClaim, "hedge", ValueType::kText, false, "",
     "the word that sets modality or polarity", Hedge},
    {ItemKind::kClaim, "passive", ValueType::kFlag, false, "true false",
     "a passive whose agent became the subject", Passive},
    {ItemKind::kClaim, "checkable", ValueType::kFlag, false, "true false",
     "false for questions, opinions, similes, headings …", Checkable},
    {ItemKind::kClaim, "not-checkable", ValueType::kWord, false, "", "why it cannot be checked",
     Why},
};

}  // namespace

std::span<const FieldSpec> ClaimFields() { return kFields; }

}  // namespace crosscheck::fields
