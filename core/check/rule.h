#ifndef CROSSCHECK_CORE_CHECK_RULE_H_
#define CROSSCHECK_CORE_CHECK_RULE_H_

#include <string>

namespace crosscheck {

// A rule after loading, all names resolved.
struct Rule {
  std::string id;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULE_H_
