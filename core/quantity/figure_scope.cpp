// Bounds and trends: the words around a figure that say how it is meant.
//
// A bound is a phrase of approximators.yaml directly before the figure ("at least
// 40", "just under $5") or directly after it ("40 or more", "25-odd"); words that
// change nothing may stand between ("at least another 12"). "over three years" is
// a time span unless something makes it a bound ("for over three years").
//
// A trend is a word of change that governs the figure: a verb or adverb before it
// with only words of degree between ("rose by just over 12 %", "up 5 points"), a
// noun around it ("a 12 % drop", "an increase of 12 %"), or a comparison after it
// ("12 % more"). "rose to 12 %" gives none: 12 % is a level, of
// which is kept which way it was reached. A second figure after
// "or" is the same change in another measure ("fell 4 points, or 0.1 %").

#include <array>

#include "core/quantity/figure_scan.h"

namespace crosscheck {
namespace {

constexpr int64_t kMostMove = 12;   // atoms from "to 35" back to the verb of change
constexpr int64_t kMostObject = 6;  // words of the object of a verb of change

class Scope {
 public:
  explicit Scope(const FigureScene& scene) : scene_(scene), tables_(scene.tables) {}

  void Bound(Candidate* c) const;
  void Trend(const Candidate* previous, Candidate* c) const;
  void Level(Candidate* previous, Candidate* c) const;

 private:
  const Atom& At(int64_t i) const { return scene_.At(i); }
  bool BoundBefore(Candidate* c) const;
  bool BoundAfter(Candidate* c) const;
  void BoundPastNoun(Candidate* c) const;
  bool Negated(int64_t at) const;
  bool TimeSpan(const Candidate& c, int64_t cue) const;
  bool Apply(Candidate* c, const BoundPhrase& phrase, size_t first, size_t last) const;
  bool TrendBefore(Candidate* c) const;
  bool ChangedBy(Candidate* c, int64_t by) const;
  bool Gapped(const Candidate* previous, Candidate* c) const;
  bool TrendAfter(Candidate* c) const;
  bool Postposed(const Candidate& c, int64_t at) const;
  bool ObjectChanged(Candidate* c) const;
  bool Measured(const Candidate& c) const { return c.unit.has_value() || c.kind == FigureKind::kRatio; }
  bool Set(Candidate* c, crosscheck::Trend trend, int64_t at, bool noun = false) const;
  bool TakesTrend(const Candidate& c, int64_t at) const;
  bool PointsFollow(const Candidate& c) const;
  bool Attributive(const Candidate& c) const;
  bool Particle(int64_t at) const;
  crosscheck::Trend ChangeBefore(int64_t at, bool measured) const;

  const FigureScene& scene_;
  const FigureLexicon::Tables& tables_;
};

// "over three years of war" is a span; "for over three years" a bound.
bool Scope::TimeSpan(const Candidate& c, int64_t cue) const {
  if (c.kind != FigureKind::kDuration || !At(cue).Is("over")) return false;
  const Atom& before = At(cue - 1);
  for (const std::string_view word : {"for", "in", "after", "of", "than", "lasted", "lasting", "took", "takes", "take",
                                      "well", "just", "was", "is", "be", "nearly", "by", "spent", "little"}) {
    if (before.Is(word)) return false;
  }
  return true;
}

bool Scope::Apply(Candidate* c, const BoundPhrase& phrase, size_t first, size_t last) const {
  if (c->between || c->high) {
    if (phrase.bound != crosscheck::Bound::kAbout) return false;
    c->bound = phrase.bound;
    c->told = phrase.bound;
    c->low_share = phrase.low;
    c->high_share = phrase.high;
    c->cue_first = first;
    c->cue_last = last;
    return true;
  }
  c->bound = phrase.bound;
  c->told = phrase.told;
  c->low_share = phrase.low;
  c->high_share = phrase.high;
  c->cue_first = first;
  c->cue_last = last;
  return true;
}

// "did not sell more than 40", "should not be used for more than an hour": what the
// phrase at `at` bounds is an object of a denied verb. Counter-examples: "not only sold
// more than 40", "did not say that more than 40 came", "not until more than 40 came".
bool Scope::Negated(int64_t at) const {
  const Atom& before = At(at - 1);
  if (before.Is("not") || before.Is("no") || before.Is("never")) return true;
  if (!scene_.tagged || !scene_.sentence.parsed || at <= 0) return false;
  const auto& tokens = scene_.analysis.tokens;
  uint32_t verbs = 0;
  for (uint32_t i = At(at).token; i-- > scene_.sentence.first;) {
    const std::string_view word = scene_.analysis.Lower(tokens[i]);
    const Upos upos = tokens[i].upos;
    if (word == "not" || word == "n't" || word == "never" || word == "nor") return verbs > 0 && scene_.analysis.Lower(tokens[i + 1]) != "only";
    if (upos == Upos::kVerb || upos == Upos::kAux) ++verbs;
    const bool passes = upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kAdv || word == "to" || tables_.In("bound-prepositions", word);
    if (!passes || verbs > 3) return false;
  }
  return false;
}

bool Scope::BoundBefore(Candidate* c) const {
  auto at = static_cast<int64_t>(c->first) - 1;
  if (IsDash(At(at)) && At(at).glued) --at;  // "sub-500"
  for (int skipped = 0; skipped < 3; ++skipped) {
    if (const auto entry = tables_.bounds_before.Match(scene_.row, at)) {
      const int64_t first = entry.first;
      const int64_t size = entry.last - first;
      const Atom& head = At(first);
      const bool mark = scene_.In("marks", At(static_cast<int64_t>(c->last)));  // "around the 300 mark"
      if (size == 1 && skipped > 0 && !mark && (head.Is("about") || head.Is("around") || head.Is("over") || head.Is("under") || head.Is("some") || head.Is("above") || head.Is("below"))) return false;
      if (head.Is("minimum") && size == 1 && At(first - 1).Is("the")) return false;
      if (TimeSpan(*c, at)) return false;
      if (head.Is("not") && size == 1) return false;
      size_t from = static_cast<size_t>(first);
      const bool one_sided = entry->value.bound == crosscheck::Bound::kMoreThan || entry->value.bound == crosscheck::Bound::kLessThan;
      const bool negated = one_sided && Negated(first);
      BoundPhrase phrase = entry->value;
      if (negated && phrase.bound == crosscheck::Bound::kMoreThan) phrase.bound = phrase.told = crosscheck::Bound::kAtMost;
      if (negated && phrase.bound == crosscheck::Bound::kLessThan) phrase.bound = phrase.told = crosscheck::Bound::kAtLeast;
      if (negated && (At(first - 1).Is("not") || At(first - 1).Is("no") || At(first - 1).Is("never"))) --from;
      if (Apply(c, phrase, from, c->first)) {
        if (skipped == 0 || c->first == c->cue_last) c->cue_last = static_cast<size_t>(at) + 1;
        return true;
      }
      return false;
    }
    const auto skip = tables_.transparent.Match(scene_.row, at);
    if (!skip) break;
    at = skip.first - 1;
  }
  return false;
}

bool Scope::BoundAfter(Candidate* c) const {
  for (const size_t at : {c->last, c->rate_last, c->number.last}) {
    if (at < c->last && !(at == c->number.last && c->unit)) continue;
    if (at < c->last && !At(static_cast<int64_t>(at)).Is("odd") && !At(static_cast<int64_t>(at) + 1).Is("odd")) continue;
    const auto entry = tables_.bounds_after.Match(scene_.row, static_cast<int64_t>(at));
    if (!entry) continue;
    const auto end = static_cast<size_t>(entry.last);
    const Atom& word = At(static_cast<int64_t>(at));
    if (word.text == "+" && !word.glued) continue;
    if (word.Is("plus") && !IsStop(At(static_cast<int64_t>(end))) && At(static_cast<int64_t>(end)).IsNumber()) continue;
    if ((word.Is("at") || word.Is("minimum") || word.Is("maximum") || word.Is("odd")) && !IsStop(At(static_cast<int64_t>(end))) && !word.Is("odd")) continue;
    if (Apply(c, entry->value, at, end)) return true;
  }
  return false;
}

// "300 patients or more", "40 sick pupils at most": behind the noun that is counted.
void Scope::BoundPastNoun(Candidate* c) const {
  if (!scene_.tagged || (c->unit && c->kind != FigureKind::kMoney)) return;
  auto at = static_cast<int64_t>(c->last);
  const auto upos = [&](int64_t i) { return At(i).IsWord() ? scene_.UposOf(At(i)) : Upos::kX; };
  for (int words = 0; words < 2 && (upos(at) == Upos::kAdj || upos(at) == Upos::kNoun) && !scene_.PluralNoun(At(at)); ++words) ++at;
  if (!scene_.PluralNoun(At(at))) return;
  ++at;
  if (At(at).text == ",") ++at;
  const auto entry = tables_.bounds_after.Match(scene_.row, at);
  if (!entry || entry.last - entry.first < 2) return;
  const Atom& end = At(entry.last);
  const bool open = IsStop(end) || end.text.empty() || end.Is("and") || (end.IsWord() && scene_.UposOf(end) == Upos::kAdp);
  if (open) Apply(c, entry->value, static_cast<size_t>(entry.first), static_cast<size_t>(entry.last));
}

void Scope::Bound(Candidate* c) const {
  if (c->number.ordinal || c->number.vague) return;
  if (!BoundBefore(c) && !BoundAfter(c)) BoundPastNoun(c);
}

// "3.2 points": a count of points is a measure of an index or a score.
bool Scope::PointsFollow(const Candidate& c) const {
  const Atom& next = At(static_cast<int64_t>(c.last));
  return next.Is("points") || next.Is("point");
}

// "the 3 per cent rate": the share describes the noun behind it.
bool Scope::Attributive(const Candidate& c) const {
  const Atom& next = At(static_cast<int64_t>(c.last));
  return c.kind == FigureKind::kPercent && scene_.tagged && next.IsWord() && scene_.UposOf(next) == Upos::kNoun && !PointsFollow(c);
}

// "gave up 20 yards", "set up 12 shops": the word belongs to its verb.
bool Scope::Particle(int64_t at) const {
  const Atom& verb = At(at - 1);
  if (scene_.In("particle-verbs", verb)) return true;
  if (!scene_.tagged || verb.text.empty()) return false;
  if (scene_.UposOf(verb) != Upos::kVerb) return false;
  return tables_.trend_verbs.find(verb.lower) == tables_.trend_verbs.end() && !scene_.In("change-before-from", verb) &&
         !verb.Is("ended") && !verb.Is("closed") && !verb.Is("finished") && !verb.Is("traded") && !verb.Is("trading");
}

// Whether the word of change at `at` may govern this kind of figure.
bool Scope::TakesTrend(const Candidate& c, int64_t at) const {
  const Atom& word = At(at);
  if (c.kind == FigureKind::kAge || c.kind == FigureKind::kOrdinal || !c.parts.empty()) return false;
  if (c.kind == FigureKind::kDuration) return false;
  const bool by = At(at + 1).Is("by") || c.kind == FigureKind::kPercent || PointsFollow(c);
  const bool needs_by = tables_.needs_by.find(word.lower) != tables_.needs_by.end();
  if (needs_by && (!by || Attributive(c))) return false;
  // "declined two requests" but "declined by two seats", "down two seats"
  const bool verb = tables_.trend_verbs.find(word.lower) != tables_.trend_verbs.end();
  if (!by && verb && !c.unit && at < static_cast<int64_t>(c.first) && scene_.PluralNoun(At(static_cast<int64_t>(c.last)))) return false;
  if (tables_.only_measured.find(word.lower) == tables_.only_measured.end()) return true;
  return c.kind == FigureKind::kPercent || c.kind == FigureKind::kMoney || PointsFollow(c);
}

bool Scope::Set(Candidate* c, crosscheck::Trend trend, int64_t at, bool noun) const {
  (noun ? c->noun_trend : c->trend) = trend;
  c->change_first = static_cast<size_t>(at);
  c->change_last = static_cast<size_t>(at) + 1;
  return true;
}

// "cut its key rate by half a point": a verb of change whose object stands before
// "by". Counter-example: "fell to third place by 2010".
bool Scope::ChangedBy(Candidate* c, int64_t by) const {
  for (int64_t at = by - 1; at >= 0 && at >= by - kMostObject; --at) {
    const Atom& atom = At(at);
    if (!atom.IsWord() || atom.Is("to") || atom.Is("from") || atom.Is("by")) return false;
    const auto verb = tables_.trend_verbs.find(atom.lower);
    if (verb == tables_.trend_verbs.end() || at == by - 1) continue;
    if (scene_.tagged && scene_.UposOf(atom) != Upos::kVerb) continue;
    return Set(c, verb->second, at);
  }
  return false;
}

bool Scope::TrendBefore(Candidate* c) const {
  const bool cued = c->cue_last != 0 && c->cue_first < c->first;
  if (cued && tables_.level_words.find(At(static_cast<int64_t>(c->cue_first)).lower) != tables_.level_words.end()) return false;
  auto at = static_cast<int64_t>(cued ? c->cue_first : c->first) - 1;
  for (int steps = 0; steps < 5 && at >= 0; ++steps, --at) {
    const Atom& atom = At(at);
    if (!atom.IsWord()) return false;
    const auto word = tables_.trend_words.find(atom.lower);
    const auto verb = tables_.trend_verbs.find(atom.lower);
    const auto noun = tables_.trend_nouns.find(atom.lower);
    const bool off = atom.Is("off") && scene_.tagged && At(at - 1).IsWord() && scene_.UposOf(At(at - 1)) == Upos::kAux;  // "was off 3 %"
    const bool direction = atom.Is("up") || atom.Is("down") || off;
    if (c->kind == FigureKind::kPercent && at > 0 && !Attributive(*c)) {  // "put on 3 %", "gave up 3 %"
      const auto phrasal = tables_.trend_verbs.find(std::string(At(at - 1).lower) + " " + std::string(atom.lower));
      if (phrasal != tables_.trend_verbs.end()) return Set(c, phrasal->second, at - 1);
    }
    if (direction && At(at + 1).Is("to")) return false;
    if (verb != tables_.trend_verbs.end() && TakesTrend(*c, at)) {
      // "had increased" but "an increase of 12 %" is the noun below.
      const bool of = At(at + 1).Is("of") && noun != tables_.trend_nouns.end();
      if (!of) return Set(c, verb->second, at);
    }
    if (noun != tables_.trend_nouns.end() && TakesTrend(*c, at)) return At(at + 1).Is("of") || At(at + 1).Is("by") ? Set(c, noun->second, at, true) : false;
    if (direction && word != tables_.trend_words.end() && TakesTrend(*c, at)) return Particle(at) ? false : Set(c, word->second, at);
    if (atom.Is("by") && ChangedBy(c, at)) return true;
    const bool adverb = atom.lower.size() > 4 && atom.lower.substr(atom.lower.size() - 2) == "ly";
    if (atom.Is("to") || atom.Is("from")) return false;
    if (!adverb && tables_.between.find(atom.lower) == tables_.between.end()) return false;
  }
  return false;
}

// "ended 12 % up", "12 % down on the year": the word at `at` behind the figure.
// Counter-examples: "12 % up front", "12 % up to now".
bool Scope::Postposed(const Candidate& c, int64_t at) const {
  if (c.kind != FigureKind::kPercent || !scene_.tagged || At(at + 1).Is("to")) return false;
  const Atom& next = At(at + 1);
  if (!next.IsWord()) return IsStop(next) || next.text.empty();
  const Upos upos = scene_.UposOf(next);
  return upos == Upos::kAdp || upos == Upos::kVerb || upos == Upos::kCconj || upos == Upos::kSconj;
}

// "raised its fees 12 %": a verb of change, its object, and at once by how much.
// Counter-example: "raised fees 12 % of members pay".
bool Scope::ObjectChanged(Candidate* c) const {
  const bool points = At(static_cast<int64_t>(c->last)).Is("percentage");
  if (c->kind != FigureKind::kPercent || points || !scene_.tagged) return false;
  const Atom& next = At(static_cast<int64_t>(c->last));
  if (next.Is("of") || (next.IsWord() && (scene_.UposOf(next) == Upos::kNoun || scene_.UposOf(next) == Upos::kAdj))) return false;
  const bool cued = c->cue_last != 0 && c->cue_first < c->first;
  const auto from = static_cast<int64_t>(cued ? c->cue_first : c->first) - 1;
  for (int64_t at = from; at >= 0 && at > from - kMostObject; --at) {
    const Atom& atom = At(at);
    if (!atom.IsWord()) return false;
    const Upos upos = scene_.UposOf(atom);
    const auto verb = tables_.trend_verbs.find(atom.lower);
    if (verb != tables_.trend_verbs.end() && upos == Upos::kVerb) {
      return at < from && tables_.needs_by.find(atom.lower) != tables_.needs_by.end() && Set(c, verb->second, at);
    }
    const bool object = upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj || upos == Upos::kDet || upos == Upos::kPron;
    if (!object || (at == from && upos != Upos::kNoun && upos != Upos::kPropn)) return false;
  }
  return false;
}

bool Scope::TrendAfter(Candidate* c) const {
  auto at = static_cast<int64_t>(c->last);
  if (At(at).Is("points") || At(at).Is("point") || (c->unit.has_value() == false && scene_.PluralNoun(At(at)))) ++at;
  for (int steps = 0; steps < 2; ++steps, ++at) {
    const Atom& atom = At(at);
    if (!atom.IsWord()) return false;
    const auto noun = tables_.trend_nouns.find(atom.lower);
    if (noun != tables_.trend_nouns.end()) return TakesTrend(*c, at) && Measured(*c) ? Set(c, noun->second, at, true) : false;
    if (steps == 0) {
      const auto word = tables_.trend_words.find(atom.lower);
      const bool share = c->kind == FigureKind::kPercent || c->kind == FigureKind::kRatio || c->kind == FigureKind::kMoney;
      if (word != tables_.trend_words.end() && !atom.Is("up") && !atom.Is("down")) return share ? Set(c, word->second, at) : false;
      if (atom.Is("up") || atom.Is("down")) return Postposed(*c, at) ? Set(c, word->second, at) : false;
    }
    if (tables_.In("function-words", atom.lower)) return false;
  }
  return false;
}

// The direction of the change whose "from" or "to" stands at `at`.
crosscheck::Trend Scope::ChangeBefore(int64_t at, bool measured) const {
  bool from = At(at).Is("from");
  for (int64_t i = at - 1; i >= 0 && i >= at - kMostMove; --i) {
    const Atom& atom = At(i);
    if (IsStop(atom) || atom.Is("and") || atom.Is("but") || atom.Is("while") || atom.Is("that") || atom.Is("which")) break;
    if (!atom.IsWord()) continue;
    from = from || atom.Is("from");
    const bool weak = tables_.only_measured.find(atom.lower) != tables_.only_measured.end() ||
                      tables_.needs_by.find(atom.lower) != tables_.needs_by.end();
    if (weak && !from && !measured) continue;  // "lost three games to two clubs"
    if (const auto verb = tables_.trend_verbs.find(atom.lower); verb != tables_.trend_verbs.end()) return verb->second;
    if (const auto noun = tables_.trend_nouns.find(atom.lower); noun != tables_.trend_nouns.end()) return noun->second;
    if ((atom.Is("up") || atom.Is("down")) && !Particle(i)) return atom.Is("up") ? crosscheck::Trend::kUp : crosscheck::Trend::kDown;
  }
  return crosscheck::Trend::kNone;
}

// "fell from 40 to 35": two levels, and which way it went between them. "2 per
// cent, down from 3" says it of the figure before.
void Scope::Level(Candidate* previous, Candidate* c) const {
  if (c->trend != crosscheck::Trend::kNone || c->noun_trend != crosscheck::Trend::kNone || c->number.ordinal || !c->parts.empty()) return;
  const bool cued = c->cue_last != 0 && c->cue_first < c->first;
  auto at = static_cast<int64_t>(cued ? c->cue_first : c->first) - 1;
  while (at > 0 && !At(at).Is("to") && !At(at).Is("from") && tables_.between.find(At(at).lower) != tables_.between.end()) --at;
  const bool from = At(at).Is("from");
  if (!from && !At(at).Is("to")) return;
  const crosscheck::Trend moved = ChangeBefore(at, c->unit.has_value());
  if (moved == crosscheck::Trend::kNone) return;
  c->moved = moved;
  c->left = from;
  const Atom& direction = At(at - 1);
  if (!from || previous == nullptr || !(direction.Is("up") || direction.Is("down"))) return;
  const bool near = c->first >= previous->last && c->first - previous->last <= 5;
  if (near && previous->trend == crosscheck::Trend::kNone && previous->kind == c->kind) previous->moved = moved;
}

// "costs fell by half and prices by a third": the verb of the clause before.
bool Scope::Gapped(const Candidate* previous, Candidate* c) const {
  const auto by = static_cast<int64_t>(c->first) - 1;
  if (previous == nullptr || previous->trend == crosscheck::Trend::kNone || !At(by).Is("by") || !Measured(*c) || !scene_.tagged) return false;
  bool joined = false;
  for (int64_t at = by - 1; at >= static_cast<int64_t>(previous->last); --at) {
    const Atom& atom = At(at);
    joined = joined || atom.Is("and") || atom.Is("while");
    if (atom.IsWord() && (scene_.UposOf(atom) == Upos::kVerb || scene_.UposOf(atom) == Upos::kAux)) return false;
  }
  return joined && Set(c, previous->trend, static_cast<int64_t>(previous->change_first));
}

void Scope::Trend(const Candidate* previous, Candidate* c) const {
  if (c->trend != crosscheck::Trend::kNone || c->number.ordinal) return;
  if (c->signed_number && c->kind == FigureKind::kPercent) {
    Set(c, c->value < 0 ? crosscheck::Trend::kDown : crosscheck::Trend::kUp, static_cast<int64_t>(c->first));
    return;
  }
  if (TrendBefore(c) || TrendAfter(c) || ObjectChanged(c) || Gapped(previous, c)) return;
  if (previous == nullptr || previous->trend == crosscheck::Trend::kNone || previous->kind == FigureKind::kRatio) return;
  // "fell 4 points, or 0.1 %"
  auto at = static_cast<int64_t>(previous->last);
  if (c->first < previous->last || c->first - previous->last > 4) return;
  bool alternative = false;
  for (; at < static_cast<int64_t>(c->first); ++at) alternative = alternative || At(at).Is("or") || At(at).text == "(";
  if (alternative && TakesTrend(*c, static_cast<int64_t>(previous->change_first))) {
    c->trend = previous->trend;
    c->change_first = previous->change_first;
    c->change_last = previous->change_last;
  }
}

}  // namespace

void ReadBounds(const FigureScene& scene, std::vector<Candidate>* candidates) {
  const Scope scope(scene);
  for (size_t i = 0; i < candidates->size(); ++i) {
    Candidate& candidate = (*candidates)[i];
    scope.Bound(&candidate);
    // "aged at least 5"
    const bool cue_before = candidate.cue_first > 0 && candidate.cue_first < candidate.first;
    if (cue_before && !candidate.unit && candidate.value < 120 && scene.In("age-before", scene.At(candidate.cue_first - 1))) {
      MakeAge(scene.tables, &candidate);
    }
    // "children under 12"; but "people over 10 miles away"
    const Atom& after = scene.At(candidate.last);
    const bool bounded = candidate.bound == Bound::kLessThan || candidate.bound == Bound::kMoreThan;
    const bool open = IsStop(after) || !scene.tagged || scene.UposOf(after) == Upos::kVerb || scene.UposOf(after) == Upos::kAux ||
                      scene.UposOf(after) == Upos::kAdp || scene.UposOf(after) == Upos::kCconj;
    if (cue_before && bounded && !candidate.unit && candidate.number.scale == 1 && candidate.value < 120 && open &&
        candidate.cue_first + 1 == candidate.first && scene.In("age-groups", scene.At(candidate.cue_first - 1))) {
      MakeAge(scene.tables, &candidate);
    }
    if (i == 0 || candidate.bound != Bound::kExact || candidate.high) continue;
    // "more than 7 miles (11 km)": the same amount again, so the same bound.
    const Candidate& before = (*candidates)[i - 1];
    if (before.last + 1 != candidate.first || scene.At(before.last).text != "(" || !before.unit || !candidate.unit) continue;
    if (before.kind != candidate.kind || before.high || before.kind == FigureKind::kPercent) continue;
    candidate.bound = before.bound;
    candidate.told = before.told;
    candidate.low_share = before.low_share;
    candidate.high_share = before.high_share;
    candidate.cue_first = before.cue_first;
    candidate.cue_last = before.cue_last;
  }
}

void ReadTrends(const FigureScene& scene, std::vector<Candidate>* candidates) {
  const Scope scope(scene);
  for (size_t i = 0; i < candidates->size(); ++i) {
    scope.Trend(i > 0 ? &(*candidates)[i - 1] : nullptr, &(*candidates)[i]);
    scope.Level(i > 0 ? &(*candidates)[i - 1] : nullptr, &(*candidates)[i]);
  }
}

}  // namespace crosscheck
