#ifndef CROSSCHECK_CORE_GRAPH_OPENINGS_H_
#define CROSSCHECK_CORE_GRAPH_OPENINGS_H_

#include <cstdint>
#include <vector>

#include "core/graph/terms.h"

namespace crosscheck {

class EntityLexicon;

// What a sentence of a draft is about, by name: the tokens of the name in its main
// subject ("Ann Lee" of "Ann Lee left", "Acme" of "Acme's plan failed", "Blue Hour"
// of "The finale of Blue Hour aired").
struct Topic {
  int32_t entity = -1;          // index in Reading::entities; -1 for none
  int32_t subject = kNoToken;   // head of the subject that has the name
  std::vector<int32_t> tokens;  // of the name
};
Topic TopicOf(const Terms& draft, const Sentence& sentence);

// The word by which a passage may speak of the topic of another text without naming
// it: a subject or possessive pronoun, or "the film", that nothing before it in its
// own text explains, where sex and kind agree. kNoToken where there is none, and in
// texts of more than three sentences, for these name what they speak of.
int32_t OpeningFor(const Terms& draft, const Topic& topic, const Terms& source,
                   const Sentence& passage, const EntityLexicon* lexicon);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_OPENINGS_H_
