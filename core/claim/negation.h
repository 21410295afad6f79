#ifndef CROSSCHECK_CORE_CLAIM_NEGATION_H_
#define CROSSCHECK_CORE_CLAIM_NEGATION_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/claim/relations.h"
#include "core/language/analysis.h"

namespace crosscheck {

// How a text denies: the words and phrases of a dependency tree that say that
// something is not so. Claims (factuality.h) and the words of a text
// (core/graph/terms.h) are read by the same signs. Token indices; a sign is counted
// by who asks, for two denials affirm. The signs: Huddleston and Pullum, The Cambridge
// Grammar of the English Language (2002), chapter 9; implicative verbs: Nairn,
// Condoravdi and Karttunen (2006).
class Negation {
 public:
  // All must outlive this. Without a lexicon nothing denies.
  Negation(const Analysis& analysis, const RelationLexicon* relations, const Children& children)
      : a_(analysis), relations_(relations), c_(children) {}

  // "not", "never", "no longer", "yet to", and no word behind it that takes it back
  // ("not only"), among the adverbs of a clause.
  bool Adverb(int32_t adverb) const;
  bool NoLonger(int32_t adverb) const;
  bool YetTo(int32_t adverb) const;
  // "not only", "not until": what follows takes the denial back.
  bool Softened(int32_t negation) const;
  // "no firm", "none of the firms", "nobody", "zero films", "neither Berg nor Lee".
  bool Argument(int32_t head) const;
  // "by no means", "at no time": the head of such a phrase beside a verb or adjective.
  bool Adjunct(int32_t head) const;
  // "nor was she ready": a conjunction before a clause that has its own subject.
  bool Opening(int32_t clause) const;
  // "refuse to", "unable to", "rule out": what depends on it does not come about.
  bool Fails(int32_t head) const;
  // "turned down an offer to work": the verb by which what a noun offers is not done;
  // kNoToken for none.
  int32_t OfferRefused(int32_t noun) const;
  // "anything but a success", "far from popular", "stopped short of paying": the first
  // token of the phrase that denies a word; kNoToken for none.
  int32_t PhraseBefore(int32_t word) const;
  // The word that such a phrase at a predicate denies ("success"); kNoToken for none.
  int32_t DeniedUnder(int32_t predicate) const;
  // "lacks a station": has none. Only with an object.
  bool Lacks(int32_t verb) const;

  // "rule out"; "" for a verb without particle.
  std::string WithParticle(int32_t verb) const;

 private:
  const Token& T(int32_t i) const { return a_.tokens[static_cast<size_t>(i)]; }
  bool Is(WordClass of, std::string_view word) const { return relations_ != nullptr && relations_->Is(of, word); }
  bool NoPlace(int32_t word) const;

  const Analysis& a_;
  const RelationLexicon* relations_;
  const Children& c_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_NEGATION_H_
