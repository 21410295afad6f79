#ifndef CROSSCHECK_CORE_CLAIM_ROLE_H_
#define CROSSCHECK_CORE_CLAIM_ROLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/mention.h"

namespace crosscheck {

// Two mentions that the syntax of one sentence says are the same.
struct SameAs {
  int32_t a = -1;      // index of the mention that keeps the name
  int32_t b = -1;
};

// A role read from a noun phrase, before the possessor's reference is known.
struct RoleReading {
  int32_t mention = -1;    // who has the role
  Role role;
  int32_t possessor = -1;  // mention of "its" in "its chief executive"; -1 for none
};

// What titles, appositions, copulas and parentheses say.
struct RoleReadings {
  std::vector<RoleReading> roles;
  std::vector<SameAs> same;
};

// Reads "Acme chief executive Jo Berg", "Jo Berg, Acme's chief executive,", "Acme's
// chief executive, Jo Berg,", "Jo Berg is the chief executive of Acme", "Ann Lee
// (D-Ohio)" and definite descriptions with a role ("its chief executive"). Not
// "Jo Berg could be chief executive", "Jo Berg is not the chief executive".
RoleReadings ReadRoles(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
                       const std::vector<int32_t>& mention_of_head);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ROLE_H_
