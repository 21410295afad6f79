#ifndef CROSSCHECK_CORE_CLAIM_ATTRIBUTION_SHAPES_H_
#define CROSSCHECK_CORE_CLAIM_ATTRIBUTION_SHAPES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/claim/attribution_parts.h"

// The shapes in which the content of a cue stands beside it. Only for
// attribution_cues.cpp, which puts attributions together from them.

namespace crosscheck {

using Deps = std::vector<int32_t>;

// What was found beside a cue.
struct CueContent {
  Deps heads;    // tokens whose subtrees are the content
  Deps without;  // subtrees that are not
  int32_t head = kNoToken;
  bool proposition = true;
  const Cue* cue = nullptr;
  int32_t source = kNoToken;  // where the shape itself names it
  bool no_source = false;     // nobody is named, so the subject must not be asked
  Deps tokens = {};           // all of it, where no subtrees hold it; else empty
};

// An entry of the word whose further words follow, among those that take one of
// `frames` (0 = any); `rest` gets the further words. nullptr = none.
const Cue* FindEntry(const AttributionText& text, CueClass word_class, int32_t token,
                     uint16_t frames, Deps* rest);

// The dependent behind `head` that one of the entry's prepositions introduces,
// and that preposition. kNoToken = none.
int32_t TopicOf(const AttributionText& text, int32_t head, const Cue& cue, int32_t* preposition);

// The content that a topic is; its preposition goes to the cue where it follows
// at once ("spoke about", but "spoke on Monday | about").
CueContent TopicContent(int32_t head, int32_t topic, int32_t preposition, const Cue& cue,
                        Deps* rest);

// What a verb says by one of its dependents; `rest` gets the further words of its
// entry. nullopt = it is no cue, or says nothing here.
std::optional<CueContent> VerbContent(const AttributionText& text, int32_t verb, Deps* rest);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ATTRIBUTION_SHAPES_H_
