// What a figure counts or measures.
//
// With a parse: the head that the number modifies ("12 [police officers]"), or
// the noun after "of" where the unit itself is that head ("50 tonnes of [rice]",
// "70 % of [voters]"), or the noun that a joined measure describes ("a 12-ton
// [truck]"); for a predicate, its subject ("[sales] were $5m").
// Without one: the row of words up to the next function word or stop, whose last
// word is the head. Limits: no coreference; a bare "12 were hurt" gives nothing.

#include <algorithm>

#include "core/quantity/figure_scan.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxPhrase = 5;
constexpr size_t kMostNames = 9;  // words of "Fiat Uno and Lancia Delta"
constexpr int kMostSteps = 5;
constexpr int kFewSteps = 2;   // a bare number says less about where it belongs

class Counter {
 public:
  Counter(const FigureScene& scene, const Candidate& candidate, size_t previous, size_t limit)
      : scene_(scene), c_(candidate), previous_(previous), limit_(std::min(limit, scene.row.size())) {}

  CountedThing Run() const;

 private:
  const Atom& At(size_t i) const { return scene_.At(i); }
  bool PhraseWord(size_t at) const;
  CountedThing PhraseFrom(size_t at) const;
  CountedThing FromParse() const;
  CountedThing OfChange() const;
  CountedThing OfCounted(size_t at) const;
  int32_t Climb(int32_t token, int32_t from, int32_t to) const;
  CountedThing BehindNames(size_t at) const;
  bool IsNominal(int32_t token) const;
  TextRange NounPhrase(int32_t head) const;

  const FigureScene& scene_;
  const Candidate& c_;
  const size_t previous_;  // the atom behind the figure before, 0 for none
  const size_t limit_;
};

bool Counter::PhraseWord(size_t at) const {
  const Atom& atom = At(at);
  if (at >= limit_ || !atom.IsWord() || scene_.In("function-words", atom)) return false;
  if (scene_.tagged) {
    const Upos upos = scene_.UposOf(atom);
    return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj || upos == Upos::kNum || upos == Upos::kX ||
           (upos == Upos::kVerb && scene_.tagged && scene_.PluralNoun(At(at + 1)));
  }
  return true;
}

// The words from `at` on that may form one noun phrase.
CountedThing Counter::PhraseFrom(size_t at) const {
  size_t first = at;
  while (first < limit_ && (At(first).Is("the") || At(first).Is("its") || At(first).Is("their") || At(first).Is("a") || At(first).Is("all") || At(first).Is("those") || At(first).Is("our"))) ++first;
  CountedThing thing;
  size_t end = first;
  bool plural = false;
  while (end < first + kMaxPhrase && PhraseWord(end)) {
    // After a plural noun a new phrase or a verb begins, if nothing is tagged.
    if (plural && !scene_.tagged) break;
    plural = scene_.PluralNoun(At(end));
    ++end;
    if (IsDash(At(end)) && At(end).glued && At(end + 1).IsWord() && end + 1 < limit_) ++end;
  }
  while (end > first && scene_.tagged && scene_.UposOf(At(end - 1)) == Upos::kAdj) --end;
  if (end == first) return thing;
  thing.head = static_cast<int32_t>(At(end - 1).token);
  thing.range = {At(first).range.start, At(end - 1).range.end};
  return thing;
}

bool Counter::IsNominal(int32_t token) const {
  if (token < 0) return false;
  const Upos upos = scene_.analysis.tokens[static_cast<size_t>(token)].upos;
  return upos == Upos::kNoun || upos == Upos::kPropn;
}

// The words that belong to a head as one name of a thing: compounds, adjectives.
TextRange Counter::NounPhrase(int32_t head) const {
  const auto& tokens = scene_.analysis.tokens;
  TextRange range = tokens[static_cast<size_t>(head)].range;
  for (auto i = static_cast<size_t>(head); i-- > scene_.sentence.first;) {
    const Token& token = tokens[i];
    const bool part = token.head == head && (token.deprel == Deprel::kCompound || token.deprel == Deprel::kAmod || token.deprel == Deprel::kFlat);
    const bool own = i >= At(c_.first).token && i <= At(c_.last - 1).token;
    if (!part || own) break;
    range.start = token.range.start;
  }
  return range;
}

CountedThing Counter::FromParse() const {
  CountedThing thing;
  const auto& tokens = scene_.analysis.tokens;
  const uint32_t from = At(c_.first).token;
  const uint32_t to = At(c_.last - 1).token + 1;
  // The token of the figure whose head lies outside it.
  int32_t out = kNoToken;
  for (uint32_t i = from; i < to; ++i) {
    const int32_t head = tokens[i].head;
    if (head < static_cast<int32_t>(from) || head >= static_cast<int32_t>(to)) out = static_cast<int32_t>(i);
  }
  if (out == kNoToken) return thing;
  thing.head = Climb(out, static_cast<int32_t>(from), static_cast<int32_t>(to));
  if (thing.head != kNoToken) thing.range = NounPhrase(thing.head);
  return thing;
}

// "60 Fiat and Lancia [cars]": the plural noun behind the row of names at `at`.
// Counter-example: "60 Fiats and a car".
CountedThing Counter::BehindNames(size_t at) const {
  bool joined = false;
  size_t end = at;
  for (; end < limit_ && end < at + kMostNames; ++end) {
    const Atom& atom = At(end);
    const bool link = atom.Is("and") || atom.Is("or") || atom.text == "," || atom.text == "&";
    if (!link && (!atom.IsWord() || !IsCapital(atom) || (scene_.tagged && scene_.analysis.Xpos(scene_.analysis.tokens[atom.token]) == "NNPS"))) break;
    joined = joined || (link && atom.text != ",");
  }
  CountedThing thing;
  if (!joined || end >= limit_ || IsCapital(At(end)) || !IsCapital(At(end - 1)) || !scene_.PluralNoun(At(end))) return thing;
  thing.head = static_cast<int32_t>(At(end).token);
  thing.range = At(end).range;
  return thing;
}

// Up the tree from the figure to the noun it modifies, or to the subject of the
// nearest clause that has one.
int32_t Counter::Climb(int32_t token, int32_t from, int32_t to) const {
  const auto& tokens = scene_.analysis.tokens;
  const int most = c_.unit && c_.kind != FigureKind::kAge ? kMostSteps : kFewSteps;
  for (int steps = 0; steps < most; ++steps) {
    const Token& t = tokens[static_cast<size_t>(token)];
    for (uint32_t i = scene_.sentence.first; i < scene_.sentence.last; ++i) {
      const auto child = static_cast<int32_t>(i);
      if (tokens[i].head == token && tokens[i].deprel == Deprel::kNsubj && IsNominal(child) && (child < from || child >= to)) return child;
    }
    if (t.head == kNoToken) return kNoToken;
    const bool modifies = t.deprel == Deprel::kNummod || t.deprel == Deprel::kCompound || t.deprel == Deprel::kAmod ||
                          t.deprel == Deprel::kNmod || t.deprel == Deprel::kAppos || t.deprel == Deprel::kAcl || t.deprel == Deprel::kDet;
    const bool unit = t.head >= 0 && scene_.tables.units.Starting(scene_.analysis.Lower(tokens[static_cast<size_t>(t.head)])) != nullptr;
    const bool measure = unit && c_.unit && t.deprel == Deprel::kAppos;  // "5 degrees Celsius, 23 F"
    if (modifies && IsNominal(t.head) && !measure && !(unit && steps == 0 && t.head < from)) return t.head;
    if (c_.kind == FigureKind::kDuration) return kNoToken;  // "nine months ago" measures no thing
    token = t.head;
  }
  return kNoToken;
}

// "the Dow fell 2 % and [the Nasdaq] lost 3 %", "Nasdaq +0.8 %": the noun before the
// word of change, where a row of clauses misleads the parse.
CountedThing Counter::OfChange() const {
  CountedThing thing;
  const bool change = c_.change_last > 0 && c_.change_first < c_.first;
  const bool verb = At(c_.first).IsWord() && scene_.tagged && scene_.UposOf(At(c_.first)) == Upos::kVerb;  // "costs tripled"
  if (!scene_.tagged || !(change || verb || c_.signed_number) || c_.kind == FigureKind::kDuration || c_.kind == FigureKind::kAge) return thing;
  for (size_t at = change ? c_.change_first : c_.first; at-- > previous_;) {
    const Upos upos = At(at).IsWord() ? scene_.UposOf(At(at)) : Upos::kX;
    if (upos == Upos::kAux || upos == Upos::kAdv) continue;
    if (upos != Upos::kNoun && upos != Upos::kPropn) return thing;
    thing.head = static_cast<int32_t>(At(at).token);
    thing.range = NounPhrase(thing.head);
    return thing;
  }
  return thing;
}

// "12,000 of the 15,000 workers", "three of its five mills": what the whole counts.
CountedThing Counter::OfCounted(size_t at) const {
  size_t number = at;
  while (number < limit_ && At(number).IsWord() && scene_.In("function-words", At(number))) ++number;
  if (number != limit_) return {};
  while (At(number).IsNumber() || (number == limit_ && At(number).IsWord())) ++number;
  CountedThing thing;
  if (!At(number).IsWord() || !scene_.PluralNoun(At(number))) return thing;
  thing.head = static_cast<int32_t>(At(number).token);
  thing.range = At(number).range;
  return thing;
}

CountedThing Counter::Run() const {
  const size_t after = c_.rate_last > c_.last ? c_.rate_last : c_.last;
  CountedThing thing;
  if (!c_.unit && c_.kind == FigureKind::kCardinal) {
    thing = BehindNames(At(after).Is("of") ? after + 1 : after);
    if (thing.head != kNoToken) return thing;
  }
  if (At(after).Is("of")) {
    thing = PhraseFrom(after + 1);
    if (thing.head == kNoToken && c_.kind == FigureKind::kCardinal && !c_.unit) thing = OfCounted(after + 1);
    if (c_.kind == FigureKind::kPercent || c_.kind == FigureKind::kRatio || !c_.unit) thing.whole = thing.range;
    if (thing.head != kNoToken) return thing;
  }
  if (scene_.sentence.parsed && scene_.tagged) {
    const CountedThing parsed = FromParse();
    const bool beyond = previous_ > 0 && parsed.head != kNoToken && static_cast<uint32_t>(parsed.head) < At(previous_ - 1).token;
    if (parsed.head == kNoToken || beyond) {
      if (const CountedThing near = OfChange(); near.head != kNoToken) return near;
    }
    if (parsed.head != kNoToken) return parsed;
  }
  const size_t start = IsDash(At(after)) && At(after).glued ? after + 1 : after;
  const bool attributive = c_.joined_unit || c_.kind == FigureKind::kMoney || !c_.unit;
  return attributive || c_.kind == FigureKind::kPercent ? PhraseFrom(start) : thing;
}

}  // namespace

CountedThing ReadCounted(const FigureScene& scene, const Candidate& candidate, size_t previous_end, size_t next_figure) {
  return Counter(scene, candidate, previous_end, next_figure).Run();
}

}  // namespace crosscheck
