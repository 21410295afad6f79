#include "core/check/guard_circumstance.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/guard_end.h"
#include "core/quantity/figure_algebra.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {
namespace {

// Words that limit by their own meaning: nouns, names, numbers, and "first", "last",
// "biggest" before them; an adverb only behind the figure ("300 jobs worldwide").
bool Limits(const GuardEnd& end, uint32_t t) {
  const Analysis& analysis = end.reading->analysis;
  const Token& token = analysis.tokens[t];
  switch (token.upos) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kNum:
      return true;
    case Upos::kAdj:
      return token.deprel == Deprel::kAmod && (analysis.Xpos(token) == "JJS" || (end.figure != nullptr && !end.figure->of_range.Contains(token.range)));
    case Upos::kAdv:
      return token.deprel == Deprel::kAdvmod && end.figure != nullptr && t >= end.figure->last && token.head == end.claim->predicate_head;
    default:
      return false;
  }
}

// Part of who says it ("according to its filing"), which limits nothing.
bool OfSpeaker(const Reading& reading, TextRange word) {
  const auto holds = [&](const std::vector<TextRange>& ranges) { return std::ranges::any_of(ranges, [&](TextRange r) { return r.Contains(word); }); };
  return std::ranges::any_of(reading.attributions, [&](const Attribution& a) { return holds(a.source) || holds(a.cue); });
}

// The words that limit a statement, as token indices: of its clause, without its
// subject, its predicate and the figure with what it counts.
std::vector<uint32_t> LimitsOf(const GuardEnd& end) {
  std::vector<uint32_t> limits;
  const Sentence& sentence = SentenceOf(end);
  const Analysis& analysis = end.reading->analysis;
  const Claim& claim = *end.claim;
  const TextRange time = claim.time >= 0 ? end.reading->times[static_cast<size_t>(claim.time)].range : TextRange{};
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const TextRange range = analysis.tokens[t].range;
    const bool inside = claim.range.Contains(range) || claim.tail.Contains(range) || claim.place.range.Contains(range) || time.Contains(range);
    const bool core = claim.subject.range.Contains(range) || claim.surface_subject.range.Contains(range) || claim.predicate.Contains(range);
    if (!inside || core || end.words.Contains(range) || !Limits(end, t) || OfSpeaker(*end.reading, range)) continue;
    if (end.figure != nullptr) {
      const Figure& f = *end.figure;
      const bool counted = f.of != kNoToken && static_cast<uint32_t>(f.of) == t;
      if (f.range.Contains(range) || f.cue.Contains(range) || f.change.Contains(range) || counted) continue;
    } else if (static_cast<int32_t>(t) == claim.object.head) {
      continue;
    }
    limits.push_back(t);
  }
  return limits;
}

// "before tax" (-1), "including tax" (1), "tax" (0): whether a word counts a part in.
int Counted(const Reading& reading, uint32_t token) {
  constexpr uint32_t kReach = 3;  // "including its tall mast"
  const Analysis& analysis = reading.analysis;
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  const Sentence& sentence = analysis.sentences[analysis.tokens[token].sentence];
  const auto side = [&](std::string_view word) { return tables.In("counts-out", word) ? -1 : tables.In("counts-in", word) ? 1 : 0; };
  if (token + 1 < sentence.last) {
    const std::string_view next = analysis.Lower(analysis.tokens[token + 1]);
    if (next == "included" || next == "excluded") return side(next);
  }
  for (uint32_t t = token; t > sentence.first && token - t < kReach; --t) {
    const Token& before = analysis.tokens[t - 1];
    if (const int found = side(analysis.Lower(before)); found != 0) {
      const bool denied = t >= sentence.first + 2 && analysis.Lower(analysis.tokens[t - 2]) == "not";  // "not counting"
      return denied ? -found : found;
    }
    if (before.upos == Upos::kVerb || before.upos == Upos::kAdp || before.upos == Upos::kPunct) break;
  }
  return 0;
}

bool Limited(const GuardEnd& end, const GuardEnd& other) {
  return std::ranges::any_of(LimitsOf(end), [&](uint32_t t) { return !StandsNear(end, t, other); });
}

// Without claims: all dates of the one sentence apart from all of the other.
bool DatesApart(const GuardSentence& a, const GuardSentence& b) {
  bool any = false;
  for (const TimeExpression& s : a.reading->times) {
    if (!a.Holds(s.first) || s.type == TimeType::kDuration || s.type == TimeType::kSet) continue;
    for (const TimeExpression& t : b.reading->times) {
      if (!b.Holds(t.first) || t.type == TimeType::kDuration || t.type == TimeType::kSet) continue;
      any = true;
      if (s.value == t.value || Overlap(s, t) == std::optional<bool>(true)) return false;
    }
  }
  return any;
}

// "30 million before tax", "36 million including tax": one counts in what the other
// leaves out.
bool CountsOtherwise(const GuardSentence& a, const GuardSentence& b) {
  const Analysis& ours = a.reading->analysis;
  const Analysis& theirs = b.reading->analysis;
  for (uint32_t t = a.sentence->first; t < a.sentence->last; ++t) {
    const Upos upos = ours.tokens[t].upos;
    const int side = upos == Upos::kNoun || upos == Upos::kPropn ? Counted(*a.reading, t) : 0;
    for (uint32_t u = b.sentence->first; side != 0 && u < b.sentence->last; ++u) {
      if (theirs.Lemma(theirs.tokens[u]) == ours.Lemma(ours.tokens[t]) && Counted(*b.reading, u) == -side) return true;
    }
  }
  return false;
}

// Without claims: both sentences have a figure that the other has not.
bool FiguresApart(const GuardSentence& a, const GuardSentence& b) {
  for (const Figure& f : a.reading->figures) {
    if (!a.Holds(f.first) || f.kind == FigureKind::kOrdinal || f.range.Overlaps(a.words)) continue;
    for (const Figure& g : b.reading->figures) {
      if (b.Holds(g.first) && g.kind == f.kind && f.value && g.value && *f.value != *g.value && Comparable(f, g)) return true;
    }
  }
  return false;
}

enum class Tense : uint8_t { kNone, kPresent, kPast };

Tense TenseOf(const GuardEnd& end) {
  const Analysis& analysis = end.reading->analysis;
  if (end.claim->predicate_head == kNoToken) return Tense::kNone;
  const auto of = [&](const Token& token) {
    const std::string_view tag = analysis.Xpos(token);
    return tag == "VBD" ? Tense::kPast : tag == "VBZ" || tag == "VBP" ? Tense::kPresent : Tense::kNone;
  };
  const Sentence& sentence = SentenceOf(end);
  const Tense own = of(analysis.tokens[static_cast<size_t>(end.claim->predicate_head)]);
  if (own != Tense::kNone) return own;
  const Token& head = analysis.tokens[static_cast<size_t>(end.claim->predicate_head)];
  if (head.deprel == Deprel::kXcomp && head.head != kNoToken && analysis.Lower(analysis.tokens[static_cast<size_t>(head.head)]) == "used") return Tense::kPast;  // "used to employ"
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.head == end.claim->predicate_head && token.deprel == Deprel::kCop) return of(token);
  }
  return Tense::kNone;  // "has sold", "was sold": no state that a time could end
}

// Whether a word of a list hangs on the predicate ("can carry", "visited again").
bool PredicateHas(const GuardEnd& end, std::string_view list) {
  const Analysis& analysis = end.reading->analysis;
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  const Sentence& sentence = SentenceOf(end);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.head != kNoToken && token.head == end.claim->predicate_head && tables.In(list, analysis.Lower(token))) return true;
  }
  return false;
}

// "a second poll", "another shop": one more than the text told of. "His second term"
// may be the one that the other text calls his term.
bool OneMore(const GuardEnd& end) {
  const Analysis& analysis = end.reading->analysis;
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  const auto of = [&](const Argument& argument) {
    if (argument.head == kNoToken) return false;
    const Sentence& sentence = SentenceOf(end);
    bool open = false, more = false;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.head != argument.head) continue;
      const std::string_view word = analysis.Lower(token);
      open = open || word == "a" || word == "an" || word == "another";
      more = more || tables.In("one-more", word);
    }
    return open && more;
  };
  return of(end.claim->subject) || of(end.claim->object);
}

// "visited the town for the second time".
bool OneMoreTime(const GuardEnd& end) {
  const Analysis& analysis = end.reading->analysis;
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  const Sentence& sentence = SentenceOf(end);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.head == kNoToken || !tables.In("one-more", analysis.Lower(token))) continue;
    const Token& time = analysis.tokens[static_cast<size_t>(token.head)];
    if (analysis.Lemma(time) == "time" && time.head != kNoToken && time.head == end.claim->predicate_head) return true;
  }
  return false;
}

// Who says it, or expects it ("experts expect growth of 2 %"): the entity, else the
// head noun; "" where nobody does, or a pronoun.
std::string SpeakerOf(const GuardEnd& end) {
  const Analysis& analysis = end.reading->analysis;
  const auto name = [&](int32_t entity, int32_t head) -> std::string {
    if (entity >= 0) return end.reading->entities[static_cast<size_t>(entity)].key;
    if (head == kNoToken) return {};
    const Token& token = analysis.tokens[static_cast<size_t>(head)];
    return token.upos == Upos::kPron ? std::string() : std::string(analysis.Lemma(token));
  };
  if (!end.claim->speakers.empty()) {
    const Attribution& said = end.reading->attributions[static_cast<size_t>(end.claim->speakers.front())];
    return name(said.entity, said.source_head);
  }
  // "experts expect growth of 2 %", read as a belief or forecast of its subject
  for (const Attribution& held : end.reading->attributions) {
    if (held.cue_head != kNoToken && held.cue_head == end.claim->predicate_head) return name(held.entity, held.source_head);
  }
  return {};
}

}  // namespace

Tri DifferentCircumstance(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
  const bool placed = one.sentence != nullptr && two.sentence != nullptr;
  if (placed && CountsOtherwise(one, two)) return Tri::kYes;
  if (a.claim == nullptr || b.claim == nullptr) return placed && DatesApart(one, two) ? Tri::kYes : Tri::kUnknown;
  const bool first = Limited(a, b), second = Limited(b, a);
  if (a.claim->event || b.claim->event) return ToTri(first && second);
  return ToTri(first || second);
}

Tri TwoCircumstances(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) return Tri::kUnknown;
  return ToTri(Limited(a, b) && Limited(b, a));
}

Tri ThenAndNow(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) return Tri::kUnknown;
  const Tense s = TenseOf(a), t = TenseOf(b);
  if (s == Tense::kNone || t == Tense::kNone) return Tri::kUnknown;
  return ToTri(s != t && !a.claim->event && !b.claim->event);
}

Tri DaysThenAndNow(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) return Tri::kUnknown;
  const Tense s = TenseOf(a), t = TenseOf(b);
  if (s == Tense::kNone || t == Tense::kNone) return Tri::kUnknown;
  const auto digits = [](const GuardEnd& end) { return end.words.In(end.reading->document->text()).find_first_of("0123456789") != std::string_view::npos; };
  return ToTri(s != t && !digits(a) && !digits(b));
}

Tri FurtherOne(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) return Tri::kUnknown;
  if (a.figure != nullptr && b.figure != nullptr && PredicateHas(a, "at-first") != PredicateHas(b, "at-first")) return Tri::kYes;
  // "300 live there", "90 still live there": what is left of them
  if (a.figure != nullptr && b.figure != nullptr && PredicateHas(a, "still") != PredicateHas(b, "still")) return Tri::kYes;
  return ToTri(PredicateHas(a, "once-more") != PredicateHas(b, "once-more") || OneMore(a) != OneMore(b) || OneMoreTime(a) != OneMoreTime(b));
}

Tri OnlyAble(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) return Tri::kUnknown;
  return ToTri(PredicateHas(a, "able") != PredicateHas(b, "able"));
}

Tri DifferentSpeakers(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) return Tri::kUnknown;
  const std::string first = SpeakerOf(a), second = SpeakerOf(b);
  if (first.empty() || second.empty()) return Tri::kUnknown;
  return ToTri(first != second);
}

Tri DifferentCase(const World& world, const GuardEnds& ends) {
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  if (a.claim == nullptr || b.claim == nullptr) {
    const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
    if (one.sentence == nullptr || two.sentence == nullptr) return Tri::kUnknown;
    return FiguresApart(one, two) ? Tri::kYes : Tri::kUnknown;
  }
  const auto within = [](const GuardEnd& end, TextRange range) { return end.claim->range.Contains(range) || end.claim->tail.Contains(range); };
  for (const Figure& f : a.reading->figures) {
    if (!within(a, f.range) || f.kind == FigureKind::kOrdinal || f.range.Overlaps(a.words)) continue;
    for (const Figure& g : b.reading->figures) {
      if (within(b, g.range) && g.kind == f.kind && f.value && g.value && *f.value != *g.value && Comparable(f, g)) return Tri::kYes;
    }
  }
  const auto dated = [&](const GuardEnd& end, const TimeExpression& time) {
    return time.type == TimeType::kDate && time.granularity == Granularity::kDay && IsParticular(time) && within(end, time.range) && !time.range.Overlaps(end.words);
  };
  for (const TimeExpression& s : a.reading->times) {
    if (!dated(a, s)) continue;
    for (const TimeExpression& t : b.reading->times) {
      if (dated(b, t) && s.value != t.value && s.value.size() == t.value.size() && Overlap(s, t) != std::optional<bool>(true)) return Tri::kYes;
    }
  }
  for (const TimeExpression& s : a.reading->times) {
    if (s.type != TimeType::kDuration || !within(a, s.range) || s.range.Overlaps(a.words)) continue;
    for (const TimeExpression& t : b.reading->times) {
      if (t.type == TimeType::kDuration && within(b, t.range) && s.value != t.value) return Tri::kYes;
    }
  }
  return Tri::kNo;
}

}  // namespace crosscheck
