#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_QUOTES_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_QUOTES_H_

#include <memory>
#include <vector>

#include "core/claim/quote_match.h"
#include "core/graph/alignment.h"
#include "core/graph/claim_graph.h"
#include "core/graph/quote_candidates.h"

namespace crosscheck {

// Evidence about who said what in which words: quotations looked up word by word
// in every source, their speakers compared, and sentences that lost the speaker
// whom the passage names. Indexes each source once, when it is first needed.
class QuoteEvidence {
 public:
  // Both must outlive this. `entities` may be null: then speakers are not compared.
  QuoteEvidence(const ClaimGraph& graph, const EntityLexicon* entities);
  ~QuoteEvidence();

  // quote-altered, quote-absent and speaker-rival for the quotations of a draft.
  void Find(uint32_t draft, std::vector<Evidence>* out);
  // speaker-lost for one sentence of a draft.
  void FindLostSpeaker(const SentenceAlignment& alignment, std::vector<Evidence>* out);
  // modal-raised and negation where a sentence repeats one of its passages almost
  // word for word: "may" became "will", "denied" became "confirmed".
  void FindChangedWord(const SentenceAlignment& alignment, std::vector<Evidence>* out);
  // Takes evidence from `first` on out again that sets a source against its own
  // words: the sentence, or the quotation it is about, stands there verbatim. Not what
  // the source says against them beside them ("nor").
  void DropVerbatim(const SentenceAlignment& alignment, size_t first, std::vector<Evidence>* out);

 private:
  struct Best {
    QuoteMatch match;
    uint32_t document = 0;
    bool found = false;  // a source was asked
  };
  const QuoteIndex& IndexOf(uint32_t document);
  bool FewUnknownWords(uint32_t draft, int32_t number) const;
  Best Lookup(uint32_t draft, const Quotation& quotation, std::vector<uint32_t>* holders);
  bool LostVerbatim(const SentenceAlignment& alignment, std::vector<Evidence>* out);
  static std::vector<const Entity*> Voices(const Reading& reading, int32_t quotation);
  void CompareSpeakers(uint32_t draft, int32_t quotation, const std::vector<uint32_t>& holders, std::vector<Evidence>* out);
  void Altered(uint32_t draft, int32_t number, const Best& best, std::vector<Evidence>* out) const;
  bool TwoSpeakers(uint32_t draft, int32_t quotation, const Best& best) const;
  Evidence Make(std::string_view kind, uint32_t draft, TextRange range, const Best& best, double strength,
                std::string reason) const;

  const ClaimGraph& graph_;
  const EntityLexicon* entities_;
  std::vector<std::unique_ptr<QuoteIndex>> indexes_;  // by document
  QuoteCandidates candidates_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_QUOTES_H_
