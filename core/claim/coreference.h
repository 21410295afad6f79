#ifndef CROSSCHECK_CORE_CLAIM_COREFERENCE_H_
#define CROSSCHECK_CORE_CLAIM_COREFERENCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/cluster.h"
#include "core/claim/mention.h"
#include "core/claim/role.h"

namespace crosscheck {

// Who says the words of each token, as far as coreference needs it.
struct SpeechOfToken {
  std::vector<int32_t> quotation;     // token to the innermost direct quotation, -1 outside
  std::vector<int32_t> speaker_head;  // quotation to the head token of its speaker, kNoToken for none
};

// Joins definite descriptions and pronouns to what they take up, where that is
// clear; leaves them alone where it is not. `clusters` already hold the names.
// Mentions lie in order of the text; every token has a sentence.
void ResolveCoreference(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
                        const std::vector<int32_t>& mention_of_head, const RoleReadings& readings,
                        const SpeechOfToken& speech, Clusters* clusters);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_COREFERENCE_H_
