#include "core/check/guard_identity.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/guard_end.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {
namespace {

constexpr int kSameTelling = 6;  // words in common, from which two passages tell of one thing

bool ToldAlike(const World& world, const GuardEnds& ends) {
  return ends.a.kind == ItemKind::kEnd && world.graph().evidence()[ends.a.index / 2].shared_words >= kSameTelling;
}

bool Listed(std::string_view list, const Analysis& analysis, uint32_t token) {
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  return tables.In(list, analysis.Lower(analysis.tokens[token])) || tables.In(list, analysis.Lemma(analysis.tokens[token]));
}

// A noun phrase: its head and the words that stand in it.
struct Phrase {
  const Analysis* analysis = nullptr;
  int32_t head = kNoToken;
  std::vector<uint32_t> words;  // nouns, adjectives and numbers but the head
  bool generic = false;         // "a ticket", "tickets"
};

bool Telling(const Analysis& analysis, uint32_t t) {
  const Upos upos = analysis.tokens[t].upos;
  return upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kNum || upos == Upos::kPropn;
}

// Whether nothing points at one thing: "a ticket", "tickets", not "the", "its", a name.
bool Generic(const Analysis& analysis, uint32_t first, int32_t head) {
  const Token& noun = analysis.tokens[static_cast<size_t>(head)];
  if (noun.upos == Upos::kNum) return true;  // "one in eight jobs"
  if (noun.upos != Upos::kNoun) return false;
  bool open = false;
  for (uint32_t t = first; t < static_cast<uint32_t>(head); ++t) {
    const Token& token = analysis.tokens[t];
    if (token.upos == Upos::kPart || token.upos == Upos::kPropn) return false;
    if (token.upos != Upos::kDet && token.upos != Upos::kPron) continue;
    const std::string_view word = analysis.Lower(token);
    if (word != "a" && word != "an" && word != "each" && word != "every" && word != "any") return false;
    open = true;
  }
  return open || analysis.Xpos(noun) == "NNS";
}

// The subject of an end's claim, else what its sentence has before the match.
Phrase PhraseOf(const GuardEnd& end, const GuardSentence& at) {
  Phrase phrase;
  phrase.analysis = &at.reading->analysis;
  const auto& tokens = phrase.analysis->tokens;
  const Argument* subject = nullptr;
  if (end.claim != nullptr) subject = end.claim->surface_subject.present() ? &end.claim->surface_subject : &end.claim->subject;
  const bool read = subject != nullptr && subject->head != kNoToken && at.Holds(static_cast<uint32_t>(subject->head));
  uint32_t first = at.sentence->last;
  for (uint32_t t = at.sentence->first; t < at.sentence->last; ++t) {
    const bool inside = read ? subject->range.Contains(tokens[t].range) : tokens[t].range.end <= at.words.start;
    if (!inside) continue;
    first = std::min(first, t);
    if (!read && phrase.head == kNoToken && tokens[t].upos == Upos::kNoun) phrase.head = static_cast<int32_t>(t);
    if (Telling(*phrase.analysis, t)) phrase.words.push_back(t);
  }
  if (read) phrase.head = subject->head;
  if (phrase.head == kNoToken) return phrase;
  std::erase(phrase.words, static_cast<uint32_t>(phrase.head));
  phrase.generic = Generic(*phrase.analysis, first, phrase.head);
  return phrase;
}

// The time at an end, and the word that it hangs on.
const TimeExpression* TimeAt(const GuardSentence& at) {
  if (at.sentence == nullptr) return nullptr;
  for (const TimeExpression& time : at.reading->times) {
    if (at.Holds(time.first) && time.range.Overlaps(at.words)) return &time;
  }
  return nullptr;
}

// A word of a count or of its bound ("at least 40 houses").
bool PartOfCount(const Reading& reading, uint32_t t) {
  const TextRange word = reading.analysis.tokens[t].range;
  const std::string_view tag = reading.analysis.Xpos(reading.analysis.tokens[t]);
  return tag == "JJR" || tag == "JJS" || std::ranges::any_of(reading.figures, [&](const Figure& f) {
    const bool counts = f.kind != FigureKind::kOrdinal && f.kind != FigureKind::kDuration;
    return counts && ((t >= f.first && t < f.last) || f.cue.Contains(word));
  });
}

bool OfKind(const Reading& reading, uint32_t t, FigureKind kind) {
  return std::ranges::any_of(reading.figures, [&](const Figure& f) { return f.kind == kind && t >= f.first && t < f.last; });
}

// Whether the phrase says by a word of its own which one is meant. "His second and last term"
// may be the one that the other text calls his term.
bool Narrows(const Phrase& ours, const GuardSentence& at, const Phrase& theirs, const GuardSentence& other, bool generic) {
  const Analysis& analysis = *ours.analysis;
  const bool dated = TimeAt(at) != nullptr;
  return std::ranges::any_of(ours.words, [&](uint32_t t) {
    const Token& token = analysis.tokens[t];
    const bool year = token.upos == Upos::kNum && token.deprel == Deprel::kNmod && token.head == ours.head;  // "the bond of 2030"
    if (dated && (OfKind(*at.reading, t, FigureKind::kOrdinal) || Listed("in-course", analysis, t))) return false;
    const bool picks = year || OfKind(*at.reading, t, FigureKind::kDuration) || (Listed("narrowing", analysis, t) && token.head == ours.head);
    const bool any = generic && token.upos != Upos::kPropn && token.upos != Upos::kNum;
    if ((!picks && !any) || PartOfCount(*at.reading, t)) return false;
    for (uint32_t u = other.sentence->first; u < other.sentence->last; ++u) {
      if (theirs.analysis->Lemma(theirs.analysis->tokens[u]) == analysis.Lemma(token)) return false;
    }
    return true;
  });
}

// "The trial of the vaccine", "the trial of the drug": what the two are of.
bool OfOthers(const Phrase& ours, const Phrase& theirs) {
  const auto of = [](const Phrase& phrase) {
    std::vector<std::string_view> lemmas;
    for (const uint32_t t : phrase.words) {
      const Token& token = phrase.analysis->tokens[t];
      if (token.head == phrase.head && token.deprel == Deprel::kNmod && token.upos == Upos::kNoun) lemmas.push_back(phrase.analysis->Lemma(token));
    }
    return lemmas;
  };
  const std::vector<std::string_view> here = of(ours), there = of(theirs);
  const bool met = std::ranges::any_of(here, [&](std::string_view lemma) { return std::ranges::find(there, lemma) != there.end(); });
  return !here.empty() && !there.empty() && !met;
}

bool Dated(const GuardSentence& at) {
  return std::ranges::any_of(at.reading->times, [&](const TimeExpression& time) {
    return at.Holds(time.first) && time.type == TimeType::kDate && time.granularity >= Granularity::kMonth;
  });
}

// "Killed or injured": the deed is counted together with another.
bool Joint(const GuardEnd& end) {
  const auto& tokens = end.reading->analysis.tokens;
  if (end.claim->predicate_head == kNoToken) return false;
  if (tokens[static_cast<size_t>(end.claim->predicate_head)].deprel == Deprel::kConj) return true;
  return std::ranges::any_of(tokens, [&](const Token& token) {
    return token.head == end.claim->predicate_head && token.deprel == Deprel::kConj && token.upos == Upos::kVerb;
  });
}

// Whether the figure of one end is the sum of the other's and one more of its sentence.
bool Sums(const GuardEnd& whole, const GuardEnd& part, const GuardSentence& at) {
  if (whole.figure == nullptr || part.figure == nullptr || !whole.figure->value || !part.figure->value || !Joint(whole)) return false;
  return std::ranges::any_of(at.reading->figures, [&](const Figure& other) {
    return &other != part.figure && at.Holds(other.first) && other.kind == FigureKind::kCardinal && other.value && *other.value + *part.figure->value == *whole.figure->value;
  });
}

// The word that a time hangs on.
int32_t AboveTime(const Analysis& analysis, const TimeExpression& time) {
  for (uint32_t t = time.first; t < time.last; ++t) {
    const int32_t head = analysis.tokens[t].head;
    if (head != kNoToken && (head < static_cast<int32_t>(time.first) || head >= static_cast<int32_t>(time.last))) return head;
  }
  return kNoToken;
}

// "the storm of 1953", "the 1953 storm".
bool NamesByYear(const GuardSentence& at) {
  const TimeExpression* time = TimeAt(at);
  if (time == nullptr || time->type != TimeType::kDate || time->granularity < Granularity::kYear) return false;
  const Analysis& analysis = at.reading->analysis;
  const int32_t noun = AboveTime(analysis, *time);
  if (noun == kNoToken || (analysis.tokens[static_cast<size_t>(noun)].upos != Upos::kNoun && analysis.tokens[static_cast<size_t>(noun)].upos != Upos::kPropn)) return false;
  if (noun == static_cast<int32_t>(time->last)) return true;
  return noun < static_cast<int32_t>(time->first) && time->first > 0 && analysis.Lower(analysis.tokens[time->first - 1]) == "of";
}

// The verb of the time at an end, or of the claim that a "before" or "after" orders.
int32_t VerbOf(const GuardEnd& end, const GuardSentence& at) {
  const auto& tokens = at.reading->analysis.tokens;
  if (const TimeExpression* time = TimeAt(at)) {
    if (time->type != TimeType::kDate && time->type != TimeType::kTime) return kNoToken;
    const int32_t above = AboveTime(at.reading->analysis, *time);
    if (above != kNoToken && tokens[static_cast<size_t>(above)].upos == Upos::kVerb) return above;
  }
  const std::string_view words = at.words.In(at.reading->document->text());
  return end.claim != nullptr && FigureLexicon::Shipped().tables().In("ordering", words) ? end.claim->predicate_head : kNoToken;
}

// "first flew": that happens once.
bool Single(const Analysis& analysis, int32_t verb) {
  for (uint32_t t = 0; t < analysis.tokens.size(); ++t) {
    if (analysis.tokens[t].head == verb && Listed("single", analysis, t)) return true;
  }
  return false;
}

bool TakesSide(const Reading& reading, const Claim& claim) {
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  return std::ranges::any_of(claim.speakers, [&](int32_t speaker) {
    const Attribution& said = reading.attributions[static_cast<size_t>(speaker)];
    const auto in = [&](std::string_view list, int32_t token) {
      return token != kNoToken && tables.In(list, reading.analysis.Lemma(reading.analysis.tokens[static_cast<size_t>(token)]));
    };
    return in("parties", said.source_head) || in("contending", said.cue_head);
  });
}

}  // namespace

Tri WhichOne(const World& world, const GuardEnds& ends) {
  const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
  if (one.sentence == nullptr || two.sentence == nullptr || ToldAlike(world, ends)) return Tri::kUnknown;
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  const Phrase ours = PhraseOf(a, one), theirs = PhraseOf(b, two);
  if (OfOthers(ours, theirs)) return Tri::kYes;
  if ((a.claim != nullptr && a.claim->event) || (b.claim != nullptr && b.claim->event)) {
    // "floods killed 12 in 1997", "floods killed four"
    return ToTri(ours.generic && theirs.generic && Dated(one) != Dated(two));
  }
  if (ours.head == kNoToken || theirs.head == kNoToken) return Tri::kUnknown;
  const auto lemma = [](const Phrase& phrase) { return phrase.analysis->Lemma(phrase.analysis->tokens[static_cast<size_t>(phrase.head)]); };
  if (lemma(ours) != lemma(theirs)) return Tri::kUnknown;
  const bool generic = ours.generic && theirs.generic;
  return ToTri(Narrows(ours, one, theirs, two, generic) || Narrows(theirs, two, ours, one, generic));
}

Tri CountedTogether(const World& world, const GuardEnds& ends) {
  const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
  if (one.sentence == nullptr || two.sentence == nullptr || ends.claim_a == nullptr || ends.claim_b == nullptr) return Tri::kUnknown;
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  return ToTri(Sums(a, b, two) || Sums(b, a, one));
}

Tri TwoEvents(const World& world, const GuardEnds& ends) {
  const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
  if (one.sentence == nullptr || two.sentence == nullptr) return Tri::kUnknown;
  return ToTri(!ToldAlike(world, ends) && NamesByYear(one) && NamesByYear(two));
}

Tri Recurrent(const World& world, const GuardEnds& ends) {
  const GuardSentence one = GuardSentenceAt(world, ends.a), two = GuardSentenceAt(world, ends.b);
  if (one.sentence == nullptr || two.sentence == nullptr || ToldAlike(world, ends)) return Tri::kUnknown;
  const int32_t first = VerbOf(GuardEndOf(world, ends.a, ends.claim_a), one), second = VerbOf(GuardEndOf(world, ends.b, ends.claim_b), two);
  if (first == kNoToken || second == kNoToken) return Tri::kUnknown;
  if (Single(one.reading->analysis, first) || Single(two.reading->analysis, second)) return Tri::kNo;
  return ToTri(Listed("recurrent", one.reading->analysis, static_cast<uint32_t>(first)) && Listed("recurrent", two.reading->analysis, static_cast<uint32_t>(second)));
}

Tri OneSide(const World& world, const GuardEnds& ends) {
  if (ends.claim_a == nullptr || ends.claim_b == nullptr || ends.claim_a->speakers.empty() == ends.claim_b->speakers.empty()) return Tri::kUnknown;
  const bool first = ends.claim_b->speakers.empty();
  const Reading& reading = world.graph().reading(world.DocumentOf(first ? ends.a : ends.b));
  return ToTri(TakesSide(reading, first ? *ends.claim_a : *ends.claim_b));
}

}  // namespace crosscheck
