#ifndef CROSSCHECK_CORE_CLAIM_DESCRIPTION_FIT_H_
#define CROSSCHECK_CORE_CLAIM_DESCRIPTION_FIT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/cluster.h"
#include "core/claim/mention.h"

namespace crosscheck {

// True where a word of `gender` may take up what is known as `features`.
bool GenderFits(Gender gender, const ClusterFeatures& features);

// How well a definite description ("the company", "the chief executive") fits an
// earlier mention, whatever their places: by the noun, by synonyms, by a role that
// the text has given, by the kind of thing. Mentions are indices. All that is
// given must outlive it; `clusters` is asked and not changed.
class DescriptionFit {
 public:
  DescriptionFit(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
                 const std::vector<int32_t>& mention_of_head, Clusters& clusters)
      : context_(context),
        analysis_(context.analysis),
        lexicon_(context.lexicon),
        mentions_(mentions),
        of_head_(mention_of_head),
        clusters_(clusters) {}

  // Points for taking up `c` by description `m`: 60 for the same noun, 30 to 50
  // for what the two say of their kind, 0 where they do not fit.
  int Points(int32_t m, int32_t c);
  // The mention that owns `m` ("Acme's chief executive"); -1 where there is none.
  int32_t PossessorOf(int32_t m) const;
  // Whether `anaphor` has a modifier before its head that `antecedent` lacks.
  bool HasModifierBeyond(int32_t anaphor, int32_t antecedent) const;

 private:
  static size_t Size(int32_t index) { return static_cast<size_t>(index); }
  const MentionFeatures& M(int32_t m) const { return mentions_[Size(m)]; }
  const Token& At(int32_t t) const { return context_.At(t); }
  bool IsName(int32_t m) const {
    return M(m).pronoun == nullptr && M(m).mention.kind != Mention::Kind::kDescription;
  }

  int SameHead(int32_t m, int32_t c);
  bool PossessorsAgree(int32_t m, int32_t c);
  bool NumberFits(int32_t anaphor, int32_t antecedent);
  int NamedByWord(int32_t m, int32_t c) const;
  int Fits(int32_t m, int32_t c);
  int FitsPerson(int32_t m, const ClusterFeatures& features);
  std::string AffiliationSaid(int32_t m);
  const KnownTitle* TitleOf(int32_t m, int32_t* first) const;
  bool HasCompoundBefore(int32_t m, int32_t first) const;
  bool HasAnyModifier(int32_t m) const;
  int FitsOrganization(int32_t m, int32_t c, const ClusterFeatures& features) const;
  int FitsPlace(int32_t m, int32_t c, const ClusterFeatures& features) const;

  const MentionContext& context_;
  const Analysis& analysis_;
  const EntityLexicon& lexicon_;
  const std::vector<MentionFeatures>& mentions_;
  const std::vector<int32_t>& of_head_;
  Clusters& clusters_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_DESCRIPTION_FIT_H_
