#ifndef CROSSCHECK_CORE_GRAPH_TERMS_H_
#define CROSSCHECK_CORE_GRAPH_TERMS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/claim/claim.h"
#include "core/graph/lexical.h"

namespace crosscheck {

// Where a token stands in its clause, so that two texts can be compared slot by
// slot: passive subjects are objects, by-agents are subjects, conjuncts stand
// where their first conjunct does.
struct Slot {
  enum class Kind : uint8_t { kNone, kRoot, kSubject, kObject, kOblique, kModifier, kAdverb, kClause, kApposition };
  Kind kind = Kind::kNone;
  uint32_t preposition = 0;     // word number of the preposition of an oblique; 0 for none
  int32_t governor = kNoToken;  // the content word above
};

// A token as the aligner sees it.
struct Term {
  bool content = false;    // takes part in the alignment
  bool name = false;       // part of a name
  bool pronoun = false;    // a resolved pronoun; stands for its entity
  bool denied = false;     // an odd number of negations above it
  bool denier = false;     // says no more than that something is not so: "refused to", "never"
  bool definite = false;   // speaks of something named, known or pointed at
  uint32_t word = 0;       // Lexical number of its lemma
  int32_t entity = -1;     // index in Reading::entities
  int32_t figure = -1;     // index in Reading::figures
  int32_t time = -1;       // index in Reading::times
  double weight = 0.0;     // what losing it costs: names and figures most, adverbs least
  Slot slot;
};

// The terms of one document, and what it names. Built once, linear in tokens.
struct Terms {
  const Reading* reading = nullptr;
  bool spoken = false;  // talk written down: full of "I", "you" and "we"
  std::vector<Term> terms;                       // per token
  std::vector<std::vector<int32_t>> dependents;  // per token: tokens whose slot's governor it is
  std::unordered_set<std::string> words;         // folded forms and lemmas of all tokens
  std::unordered_map<std::string, std::vector<int32_t>> places;  // folded form -> tokens, names only

  const Term& operator[](int32_t token) const { return terms[static_cast<size_t>(token)]; }
};

// The token of a term, and its lemma without marks and capitals.
inline const Token& TokenAt(const Reading& reading, int32_t i) { return reading.analysis.tokens[static_cast<size_t>(i)]; }
inline const Token& TokenAt(const Terms& terms, int32_t i) { return TokenAt(*terms.reading, i); }
std::string LemmaAt(const Terms& terms, int32_t i);
// The words of a stretch as reasons show them.
std::string Quoted(std::string_view text, TextRange range);
inline std::string Quoted(const Reading& reading, TextRange range) { return Quoted(reading.document->text(), range); }

Terms BuildTerms(const Reading& reading, Lexical* lexical);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_TERMS_H_
