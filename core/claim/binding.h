#ifndef CROSSCHECK_CORE_CLAIM_BINDING_H_
#define CROSSCHECK_CORE_CLAIM_BINDING_H_

#include <cstdint>

#include "core/claim/mention.h"

namespace crosscheck {

// True where a pronoun cannot refer to the phrase with head `other` in the same
// sentence: principle B of binding (Chomsky 1981) on the dependency tree, "Berg
// saw him" is not about Berg; and a phrase is not its own part, "his lawyer" is
// not "his". "Berg sold his house" and "Berg, who said he left" are allowed.
bool BindingForbids(const MentionContext& context, int32_t pronoun, bool possessive, int32_t other);

// True where `above` is `token` or one of its heads, at most 20 steps up.
bool Dominates(const MentionContext& context, int32_t above, int32_t token);

// The verb above `object` whose object it is, where the clause of `pronoun` hangs
// below that verb: "called the curbs a failure, noting that they hurt". kNoToken
// where there is none.
int32_t VerbOverObjectAndClause(const MentionContext& context, int32_t object, int32_t pronoun);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_BINDING_H_
