#ifndef CROSSCHECK_CORE_CLAIM_ATTRIBUTION_PARTS_H_
#define CROSSCHECK_CORE_CLAIM_ATTRIBUTION_PARTS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/claim/attribution.h"
#include "core/claim/cue_lexicon.h"
#include "core/claim/quotation.h"
#include "core/language/analysis.h"

namespace crosscheck {

// What the steps of FindAttributions share: the document, its tree from above,
// and which outermost quotation holds each token. Only for attribution*.cpp.
class AttributionText {
 public:
  AttributionText(const Analysis& analysis, const CueLexicon& cues, const std::vector<Quotation>& quotations);

  const Analysis& analysis() const { return analysis_; }
  const CueLexicon& cues() const { return cues_; }
  const Children& children() const { return children_; }
  const Token& At(int32_t token) const { return analysis_.tokens[static_cast<size_t>(token)]; }
  std::string_view Lemma(int32_t token) const { return analysis_.Lemma(At(token)); }
  std::string_view Lower(int32_t token) const { return analysis_.Lower(At(token)); }
  std::string_view Xpos(int32_t token) const { return analysis_.Xpos(At(token)); }
  std::string_view Label(int32_t token) const { return analysis_.Label(At(token)); }
  int32_t Size() const { return static_cast<int32_t>(analysis_.tokens.size()); }
  int32_t SentenceFirst(int32_t token) const;
  int32_t SentenceLast(int32_t token) const;  // one behind its last token

  // The outermost quotation of a token that somebody may speak (no title), or -1.
  int32_t QuotationOf(int32_t token) const { return quotation_of_[static_cast<size_t>(token)]; }

  // The first child with this relation, or kNoToken.
  int32_t Child(int32_t token, Deprel deprel) const { return children_.First(token, deprel); }
  bool HasChild(int32_t token, Deprel deprel) const { return Child(token, deprel) != kNoToken; }
  // The first child whose relation is written exactly so ("nsubj:pass").
  int32_t ChildLabelled(int32_t token, std::string_view label) const;
  // A child with this relation and this form in lower case, or kNoToken.
  int32_t ChildWord(int32_t token, Deprel deprel, std::string_view lower) const;

  bool IsNoun(int32_t token) const;
  bool IsPunct(int32_t token) const { return At(token).upos == Upos::kPunct; }
  bool Capitalised(int32_t token) const;  // a word with a capital, no pronoun or article
  bool Passive(int32_t verb) const;
  bool Infinitive(int32_t verb) const;  // marked by "to"
  bool Negated(int32_t head) const;

  // The tokens below and at `head`, without the subtrees of `without`; sorted.
  std::vector<int32_t> Subtree(int32_t head, std::span<const int32_t> without = {}) const;
  // Ranges of runs of tokens. Punctuation between two runs joins them;
  // punctuation at the ends is left out, but for marks of quotation.
  std::vector<TextRange> Ranges(std::vector<int32_t> tokens) const;

  // Who does what the verb (or adjective) says: its subject, or that of the
  // clause it depends on ("went on to say", "left, saying"). kNoToken = nobody.
  int32_t Subject(int32_t predicate) const;
  // The range of a source with this head: the phrase with its appositions, without
  // clauses that only add ("Berg, who left, …").
  // `cue` and what hangs from it is never part of it ("a letter | saying …").
  std::vector<TextRange> SourceRanges(int32_t head, int32_t cue) const;
  // Who speaks where the tree does not say: the noun phrase between a quotation and
  // the cue ("…," Berg, who left, told the press), else the one that touches the
  // cue, outside quotations, behind it ("said Berg") or before it. kNoToken = none.
  int32_t NearestSource(int32_t cue) const;
  // The name between a cue and its source, where the parser took the description
  // behind the name for the subject: explained | Berg, | the director of the port.
  // Else `source` itself.
  int32_t NameBefore(int32_t source, int32_t cue) const;
  // Who speaks where the parser took the dateline for the subject: "LEEDS, England
  // -- Mayor Jo | Berg | said". Else `source` itself.
  int32_t BehindDateline(int32_t source, int32_t cue) const;
  // The noun that a relative pronoun stands for; the token itself otherwise.
  int32_t Antecedent(int32_t token) const;
  // The cue and the auxiliaries, negation, adverbs, particles and weekday that touch
  // it; of a noun, its article, adjectives and the 's of its owner.
  TextRange CueRange(int32_t head, std::span<const int32_t> rest) const;

  // Whether the words of `cue` behind its head follow `head`; their tokens.
  bool Follows(int32_t head, const Cue& cue, std::vector<int32_t>* rest) const;

 private:
  int32_t DirectSubject(int32_t predicate) const;
  int32_t BehindQuotation(int32_t cue) const;
  bool OnlyAdds(int32_t child, int32_t head) const;

  const Analysis& analysis_;
  const CueLexicon& cues_;
  Children children_;
  std::vector<int32_t> quotation_of_;
};

// Attributions that the grammar of a sentence shows: cues with their dependents.
void FindCueAttributions(const AttributionText& text, std::vector<Attribution>* out);

// Gives every quotation its attribution: that of the cue beside it, of the
// sentence before that ends in a colon, of the quotation that it continues, of
// the dash line, of the turn of an interview. Adds attributions where needed.
void AttributeQuotations(const AttributionText& text, std::vector<Quotation>* quotations, std::vector<Attribution>* out);

// "Q: …", "SMITH: We …", "Clinton camp: …": speakers in front of a colon.
void FindTurns(const AttributionText& text, std::vector<Attribution>* out);

// Sets the parts of `attribution` that the lexicon knows.
void TakeFromCue(const Cue& cue, Attribution* attribution);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ATTRIBUTION_PARTS_H_
