#ifndef CROSSCHECK_CORE_CHECK_MESSAGE_H_
#define CROSSCHECK_CORE_CHECK_MESSAGE_H_

#include <map>
#include <string>

#include "core/check/condition.h"

namespace crosscheck {

// Fills a template from a match. Sections over a set repeat for each item; over
// a value they stand where it is known. What is unknown prints as "?".
std::string Fill(const World& world, const Rule& rule, const Template& parts,
                 const Binding& binding, const std::map<std::string, Value>& extras);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_MESSAGE_H_
