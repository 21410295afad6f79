// Times and clauses: which tense surrounds a time, and which time a clause has.
// Both walk heads upwards in the tree; a walk ends at the first predicate, so a
// time belongs to the nearest clause around it ("the plant that opened in 2019"
// keeps 2019 to itself). Cost: the depth of the tree for each time.
#include "core/quantity/time_clause.h"

#include <algorithm>

namespace crosscheck {
namespace {

const Token& At(const Analysis& a, int32_t token) { return a.tokens[static_cast<size_t>(token)]; }

bool Has(const TimeLexicon& lexicon, std::string_view word, TimeClass cls) {
  const TimeWord* found = lexicon.FindSpelled(word);
  return found != nullptr &&
         std::ranges::any_of(found->senses, [&](const TimeSense& s) { return s.cls == cls; });
}

bool IsVerb(const Token& t) { return t.upos == Upos::kVerb || t.upos == Upos::kAux; }

// A relation that begins a clause of its own.
bool BeginsClause(Deprel deprel) {
  return deprel == Deprel::kAcl || deprel == Deprel::kAdvcl || deprel == Deprel::kCcomp ||
         deprel == Deprel::kXcomp || deprel == Deprel::kCsubj || deprel == Deprel::kParataxis ||
         deprel == Deprel::kRoot;
}

// What the verb group around a token says; kUnknown where it says nothing.
struct VerbGroup {
  bool future = false;
  bool past = false;
  bool infinitive = false;
  bool present = false;
};

VerbGroup GroupOf(const Analysis& a, const TimeLexicon& lexicon, int32_t verb) {
  VerbGroup group;
  const Sentence& sentence = a.SentenceOf(At(a, verb));
  const auto look = [&](const Token& t) {
    const std::string_view xpos = a.Xpos(t);
    group.past = group.past || xpos == "VBD" || (xpos == "VBN" && &t == &At(a, verb));
    group.present = group.present || xpos == "VBZ" || xpos == "VBP";
    group.future = group.future ||
                   (t.upos == Upos::kAux && Has(lexicon, a.Lower(t), TimeClass::kFutureAuxiliary));
  };
  look(At(a, verb));
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& child = a.tokens[i];
    if (child.head != verb) continue;
    if (child.deprel == Deprel::kAux || child.deprel == Deprel::kCop) look(child);
    if (child.deprel == Deprel::kMark && a.Lower(child) == "to") group.infinitive = true;
  }
  return group;
}

// Without a tree: the nearest word before the time that shows a tense.
Tense TenseByWords(const Analysis& a, const TimeLexicon& lexicon, uint32_t first) {
  const Sentence& sentence = a.SentenceOf(a.tokens[first]);
  constexpr uint32_t kWindow = 12;
  const uint32_t begin = first > sentence.first + kWindow ? first - kWindow : sentence.first;
  for (uint32_t i = first; i-- > begin;) {
    const std::string_view word = a.Lower(a.tokens[i]);
    if (Has(lexicon, word, TimeClass::kFutureAuxiliary) ||
        Has(lexicon, word, TimeClass::kExpecting))
      return Tense::kFuture;
  }
  return Tense::kUnknown;
}

bool IsExpecting(const Analysis& a, const TimeLexicon& lexicon, const Token& token) {
  return Has(lexicon, a.Lower(token), TimeClass::kExpecting) ||
         Has(lexicon, a.Lemma(token), TimeClass::kExpecting);
}

// The token of [first, last) that the rest of the sentence sees.
int32_t HeadOf(const Analysis& a, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    const int32_t head = a.tokens[i].head;
    if (head < static_cast<int32_t>(first) || head >= static_cast<int32_t>(last)) {
      if (a.tokens[i].deprel != Deprel::kCase && a.tokens[i].deprel != Deprel::kPunct)
        return static_cast<int32_t>(i);
    }
  }
  return static_cast<int32_t>(last) - 1;
}

}  // namespace

int32_t GovernorOf(const Analysis& a, uint32_t first, uint32_t last) {
  if (first >= a.tokens.size() || last <= first) return kNoToken;
  return At(a, HeadOf(a, first, last)).head;
}

Tense TenseOfClause(const Analysis& a, const TimeLexicon& lexicon, uint32_t first, uint32_t last) {
  if (first >= a.tokens.size() || last <= first) return Tense::kUnknown;
  if (!a.SentenceOf(a.tokens[first]).parsed) return TenseByWords(a, lexicon, first);
  bool open = false;     // an infinitive or participle was passed: its governor decides
  bool subject = false;  // "the debate on Tuesday was due to …": what is due is not the debate
  constexpr int kMaxDepth = 64;
  int32_t at = At(a, HeadOf(a, first, last)).head;
  for (int depth = 0; at >= 0 && depth < kMaxDepth; ++depth, at = At(a, at).head) {
    const Token& token = At(a, at);
    const bool expecting = !subject && IsExpecting(a, lexicon, token);
    subject = token.deprel == Deprel::kNsubj || token.deprel == Deprel::kCsubj;
    if (expecting && (open || a.Xpos(token) != "VBD" || !IsVerb(token))) return Tense::kFuture;
    const VerbGroup group = GroupOf(a, lexicon, at);
    if (group.future) return Tense::kFuture;
    if (group.infinitive) {
      open = true;
      continue;
    }
    if (group.past) return Tense::kPast;
    if (group.present) return open ? Tense::kFuture : Tense::kPresent;
  }
  return Tense::kUnknown;
}

namespace {

bool SaysWhen(const TimeExpression& t) {
  return t.type == TimeType::kDate || t.type == TimeType::kTime;
}

// How well a time says when: a place in the calendar before "now" and "recently".
int RankOf(const TimeExpression& t) { return t.days.start ? 0 : 1; }

// True where `token` is inside the clause of `predicate`: its heads lead there
// before they pass the border of another clause. `direct` tells whether it hangs
// on the predicate itself.
bool InClauseOf(const Analysis& a, int32_t token, int32_t predicate, bool* direct) {
  constexpr int kMaxDepth = 64;
  *direct = true;
  for (int depth = 0; depth < kMaxDepth && token >= 0; ++depth) {
    if (token == predicate) return false;
    const Token& t = At(a, token);
    if (t.head == predicate)
      return !BeginsClause(t.deprel) && t.deprel != Deprel::kConj && t.deprel != Deprel::kAppos;
    if (BeginsClause(t.deprel) || (IsVerb(t) && depth > 0) || t.deprel == Deprel::kAppos)
      return false;
    token = t.head;
    *direct = false;
  }
  return false;
}

int32_t OwnTime(const Analysis& a, const std::vector<TimeExpression>& times, int32_t predicate,
                bool before_only) {
  const uint32_t sentence = At(a, predicate).sentence;
  int32_t best = -1;
  int best_rank = 100;
  // Times lie in order of the text: the first of the predicate's sentence.
  auto at =
      std::ranges::lower_bound(times, a.sentences[sentence].first, {}, &TimeExpression::first);
  for (; at != times.end() && at->first < a.sentences[sentence].last; ++at) {
    if (!SaysWhen(*at)) continue;
    if (before_only && static_cast<int32_t>(at->first) > predicate) break;
    bool direct = false;
    if (!InClauseOf(a, HeadOf(a, at->first, at->last), predicate, &direct)) continue;
    if (before_only && !direct) continue;
    const int rank = RankOf(*at) + (direct ? 0 : 2);
    if (rank >= best_rank) continue;
    best_rank = rank;
    best = static_cast<int32_t>(at - times.begin());
  }
  return best;
}

}  // namespace

int32_t TimeOfClause(const Analysis& a, const std::vector<TimeExpression>& times,
                     int32_t predicate) {
  if (predicate < 0 || !a.SentenceOf(At(a, predicate)).parsed) return -1;
  const int32_t own = OwnTime(a, times, predicate, false);
  if (own >= 0) return own;
  // "In 2019 it bought A and sold B".
  const Token& token = At(a, predicate);
  if (token.deprel == Deprel::kConj && token.head >= 0 && token.head < predicate)
    return OwnTime(a, times, token.head, true);
  return -1;
}

int32_t TimeOfNarrative(const Analysis& a, const std::vector<TimeExpression>& times,
                        int32_t predicate) {
  if (predicate < 0) return -1;
  const uint32_t index = At(a, predicate).sentence;
  const Sentence& here = a.sentences[index];
  if (index == 0 || !here.parsed || here.kind != BlockKind::kProse) return -1;
  const Sentence& before = a.sentences[index - 1];
  if (before.block != here.block || !before.parsed) return -1;
  const auto past = [&](int32_t verb) {
    const Token& t = At(a, verb);
    return a.Xpos(t) == "VBD";
  };
  int32_t root = -1;
  for (uint32_t i = before.first; i < before.last && root < 0; ++i) {
    if (a.tokens[i].head == kNoToken) root = static_cast<int32_t>(i);
  }
  if (root < 0 || !past(root) || !past(predicate) || At(a, predicate).head != kNoToken) return -1;
  const int32_t time = OwnTime(a, times, root, false);
  if (time < 0 || !times[static_cast<size_t>(time)].days.start) return -1;
  // Any other date in either sentence makes the story's own time doubtful.
  auto at = std::ranges::lower_bound(times, before.first, {}, &TimeExpression::first);
  for (; at != times.end() && at->first < here.last; ++at) {
    if (SaysWhen(*at) && at - times.begin() != time) return -1;
  }
  return time;
}

}  // namespace crosscheck
