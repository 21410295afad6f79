#include "core/check/guard_end.h"

#include <algorithm>
#include <string>

namespace crosscheck {
namespace {

// How far around a sentence its text may tell what the sentence leaves out.
constexpr uint32_t kNear = 2;

bool SharesTime(const GuardEnd& end, uint32_t token, const GuardEnd& other) {
  const auto same = [](const TimeExpression& a, const TimeExpression& b) { return a.value == b.value || Overlap(a, b).value_or(false); };
  for (const TimeExpression& time : end.reading->times) {
    if (token < time.first || token >= time.last) continue;
    return other.claim->time >= 0 && same(time, other.reading->times[static_cast<size_t>(other.claim->time)]);
  }
  return false;
}

const Sentence* SentenceHolding(const Reading& reading, TextRange range) {
  const auto& sentences = reading.analysis.sentences;
  const auto found = std::ranges::find_if(sentences, [&](const Sentence& s) { return s.range.Contains(range); });
  return found == sentences.end() ? nullptr : &*found;
}

}  // namespace

GuardEnd GuardEndOf(const World& world, Item item, const Claim* claim) {
  GuardEnd end;
  if (claim == nullptr || !item.valid()) return end;
  end.reading = &world.graph().reading(world.DocumentOf(item));
  end.claim = claim;
  end.words = item.kind == ItemKind::kEnd ? world.RangeOf(item) : TextRange{};
  std::string error;
  const FieldPath path = ResolvePath(item.kind, "figure", &error);
  if (error.empty()) end.figure = world.Get(item, path).figure;
  return end;
}

bool StandsNear(const GuardEnd& end, uint32_t token, const GuardEnd& other) {
  const Analysis& ours = end.reading->analysis;
  const Analysis& theirs = other.reading->analysis;
  const std::string_view lemma = ours.Lemma(ours.tokens[token]);
  const auto last = static_cast<uint32_t>(theirs.sentences.size()) - 1;
  const uint32_t from = other.claim->sentence < kNear ? 0 : other.claim->sentence - kNear;
  const uint32_t to = std::min(last, other.claim->sentence + kNear);
  for (uint32_t t = theirs.sentences[from].first; t < theirs.sentences[to].last; ++t) {
    if (theirs.Lemma(theirs.tokens[t]) == lemma || theirs.Lower(theirs.tokens[t]) == ours.Lower(ours.tokens[token])) return true;
  }
  for (const Entity& entity : end.reading->entities) {
    const bool here = std::ranges::any_of(entity.mentions, [&](const Mention& m) { return m.range.Contains(ours.tokens[token].range); });
    if (!here || entity.key.empty()) continue;
    if (std::ranges::any_of(other.reading->entities, [&](const Entity& e) { return e.key == entity.key; })) return true;
  }
  return SharesTime(end, token, other);
}

GuardSentence GuardSentenceAt(const World& world, Item item) {
  if (!item.valid() || (item.kind != ItemKind::kEnd && item.kind != ItemKind::kClaim)) return {};
  const Reading& reading = world.graph().reading(world.DocumentOf(item));
  return {&reading, SentenceHolding(reading, world.RangeOf(item)), world.RangeOf(item)};
}

}  // namespace crosscheck
