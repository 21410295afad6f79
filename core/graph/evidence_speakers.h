#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_SPEAKERS_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_SPEAKERS_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/graph/claim_graph.h"
#include "core/graph/terms.h"

namespace crosscheck {

// speaker-unnamed: who may be meant by "a witness" or "the head of a large bank".
// Candidates are those who say the same in another text, or who have the role there
// and speak of the same things; the best few are given with the reason, and none is
// ever taken for the speaker. Sayings meet by their words and roles. Needs the terms
// of all documents, in their order; not thread-safe.
class SpeakerEvidence {
 public:
  SpeakerEvidence(const ClaimGraph& graph, const std::vector<Terms>& terms, Lexical* lexical);

  void Find(uint32_t draft, std::vector<Evidence>* out) const;

 private:
  // Somebody's words, told or quoted, or a claim that one makes by its verb.
  struct Saying {
    uint32_t document = 0;
    uint32_t sentence = 0;
    TextRange source;              // the words that name the speaker
    int32_t entity = -1;
    std::vector<int32_t> content;  // its content words
    std::string title;             // the speaker's role; "" where none is known
  };

  std::vector<Saying> SayingsOf(uint32_t document) const;
  std::string TitleOf(const Reading& reading, int32_t entity, TextRange words) const;
  bool Unnamed(const Saying& saying) const;
  std::string NameOf(const Saying& saying) const;
  double Overlap(const Saying& a, const Saying& b) const;
  bool SharesTopic(const Saying& a, const Saying& b) const;

  const ClaimGraph& graph_;
  const std::vector<Terms>& terms_;
  Lexical& lexical_;
  std::vector<std::vector<Saying>> sayings_;  // per document
  std::unordered_map<std::string, std::vector<const Saying*>> by_word_, by_title_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_SPEAKERS_H_
