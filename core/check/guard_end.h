#ifndef CROSSCHECK_CORE_CHECK_GUARD_END_H_
#define CROSSCHECK_CORE_CHECK_GUARD_END_H_

#include <cstdint>

#include "core/check/world.h"

namespace crosscheck {

// One end of a match as guards read it: the claim that holds it, the figure if it is
// one, and the words that the match is about, which are never a limit of themselves.
struct GuardEnd {
  const Reading* reading = nullptr;
  const Claim* claim = nullptr;  // null where no claim was read there
  const Figure* figure = nullptr;
  TextRange words;
};
GuardEnd GuardEndOf(const World& world, Item item, const Claim* claim);
inline const Sentence& SentenceOf(const GuardEnd& end) { return end.reading->analysis.sentences[end.claim->sentence]; }

// Whether a word of an end's sentence, or the entity that it names, stands in the
// other's sentence or the two on each side of it, or the other is of the same time.
bool StandsNear(const GuardEnd& end, uint32_t token, const GuardEnd& other);

// The sentence of an end, which is known without a claim, too ("Milk 92 cents on Monday").
struct GuardSentence {
  const Reading* reading = nullptr;
  const Sentence* sentence = nullptr;  // null where the end has none
  TextRange words;

  bool Holds(uint32_t token) const { return token >= sentence->first && token < sentence->last; }
};
GuardSentence GuardSentenceAt(const World& world, Item item);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_GUARD_END_H_
