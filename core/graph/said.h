#ifndef CROSSCHECK_CORE_GRAPH_SAID_H_
#define CROSSCHECK_CORE_GRAPH_SAID_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph/terms.h"

namespace crosscheck {

// What a sentence says of its subject, read off the tree: the steps that facts
// (evidence_facts.cpp) and denials of a topic (evidence_topic.cpp) share.

// nullptr where the word is no mention.
const Entity* EntityAt(const Terms& terms, int32_t t);
bool HasChild(const Terms& terms, const Sentence& sentence, int32_t head, Deprel deprel);
// The words that say something of a subject: its predicate, appositions, participles,
// and what is joined to them.
std::vector<int32_t> SaidOf(const Terms& terms, const Sentence& sentence, int32_t subject);
// The preposition of a noun, "" for none.
std::string_view CaseOf(const Terms& terms, const Sentence& sentence, int32_t noun);
// A noun with the word before it that makes one of it: "video game".
std::string Phrase(const Terms& terms, int32_t noun);

// The name or title that a sentence begins with, as written, up to a comma, and the
// predicate of its main clause: "The Gifted", "Lost". Titles are often no names to the
// tagger.
struct Title {
  int32_t predicate = kNoToken;
  int32_t noun = kNoToken;  // what it is: "series" of "Lost is a television series"
  std::vector<std::string_view> words;
};
// The noun behind the first "is a", "was the" of a sentence, by its words alone, for
// titles spoil trees; kNoToken where no article follows.
int32_t CopulaNoun(const Terms& terms, const Sentence& sentence, int32_t* copula);
std::optional<Title> TitleOf(const Terms& terms, const Sentence& sentence);
// The head of the same title at the beginning of a passage; kNoToken for none.
int32_t TitledSame(const Title& title, const Terms& source, const Sentence& passage);

// "had never paid": what was not so before what the text tells of. Not in what somebody
// said ("said it had not paid"), where the past is the teller's.
bool BeforeTheTold(const Terms& terms, int32_t predicate);

// Whether a sentence has a word that is denied, or one that denies.
bool SaysDenial(const Terms& terms, const Sentence& sentence);
// Whether one of the claims in a stretch denies.
bool AnyDenied(const Reading& reading, TextRange stretch);
// "The union rejects cuts" of "its chairman said the union would not accept cuts": whoever
// speaks for it, it is its own stand, and the draft tells it as one.
bool OwnStand(const Reading& draft, uint32_t sentence, const Reading& source, const Attribution& said);

// Whether two dates differ in a year, a month or a day that both give.
bool OtherDate(const TimeExpression& a, const TimeExpression& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_SAID_H_
