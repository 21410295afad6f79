#ifndef CROSSCHECK_CORE_CLAIM_MENTION_H_
#define CROSSCHECK_CORE_CLAIM_MENTION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/entity_lexicon.h"

namespace crosscheck {

// A mention with the features that coreference decides by.
struct MentionFeatures {
  Mention mention;
  uint32_t sentence = 0;
  EntityType type = EntityType::kOther;
  bool type_sure = false;    // told by a lexicon, a title or the tagger; else a guess
  Gender gender = Gender::kUnknown;
  bool plural = false;
  bool collective = false;   // singular, yet taken up by "they"
  bool definite = false;     // description with "the", "this", a possessive: may refer back
  bool adjective = false;    // demonym before a noun: "Chinese"
  bool titled = false;       // name: "Mr Berg", surely a person; description: a role of people
  std::string folded;        // name: FoldName of its words; description: lemma of the head
  const KnownPronoun* pronoun = nullptr;
  std::vector<Role> roles;   // said right here: "Acme chief executive Jo Berg"
};

// What the tokens and the tree of a document tell, computed once for all finders.
struct MentionContext {
  MentionContext(const Analysis& a, const Children& c, const EntityLexicon& l);

  const Token& At(int32_t token) const { return analysis.tokens[static_cast<size_t>(token)]; }
  const std::string& Folded(int32_t token) const { return folded[static_cast<size_t>(token)]; }
  // FoldName of the tokens [first, last).
  std::string FoldedSpan(uint32_t first, uint32_t last) const;
  TextRange Range(uint32_t first, uint32_t last) const {
    return Cover(analysis.tokens[first].range, analysis.tokens[last - 1].range);
  }
  // The token of [first, last) whose head lies outside; the last one otherwise.
  int32_t HeadOf(uint32_t first, uint32_t last) const;

  const Analysis& analysis;
  const Children& children;
  const EntityLexicon& lexicon;
  std::vector<std::string> folded;   // FoldName of each token's form
};

// Names, in order of the text, with titles taken off into roles. Demonym
// adjectives ("Chinese firms") are names of their place.
std::vector<MentionFeatures> FindNames(const MentionContext& context);

// Pronouns and noun phrases whose heads lie outside `names`, merged with them
// into one list in order of the text. The range of a noun phrase goes from its
// first premodifier to its head.
std::vector<MentionFeatures> AddPronounsAndDescriptions(const MentionContext& context,
                                                        std::vector<MentionFeatures> names);

// Tells the type of names by what the text calls them: "companies like Acme and
// Brio" (Hearst, 1992), "the carmaker Acme", "Acme chief executive Jo Berg". Names
// that the tagger or the lexicon is sure of keep their type.
void ReadTypeEvidence(const MentionContext& context, const std::vector<int32_t>& mention_of_head,
                      std::vector<MentionFeatures>* mentions);

// Index of the mention whose head each token is, -1 for none.
std::vector<int32_t> MentionOfHead(const MentionContext& context, const std::vector<MentionFeatures>& mentions);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_MENTION_H_
