#ifndef CROSSCHECK_CORE_BASE_RESOURCES_H_
#define CROSSCHECK_CORE_BASE_RESOURCES_H_

#include <filesystem>

#include "core/base/result.h"

namespace crosscheck {

// Where the data that the program ships lies.
struct Resources {
  std::filesystem::path model;    // the language model
  std::filesystem::path rules;    // the folder of rules
  std::filesystem::path lexicon;  // rules/lexicon
  std::filesystem::path wordnet;  // WordNet 3.0, Debian's wordnet-base; may be missing
};

// Finds them, in this order: `folder` where given (a project root or an
// installed share/crosscheck); share/crosscheck beside the running binary; the
// source tree it was built from. An error names what is missing.
Result<Resources> FindResources(const std::filesystem::path& folder = {});

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_RESOURCES_H_
