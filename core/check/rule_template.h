#ifndef CROSSCHECK_CORE_CHECK_RULE_TEMPLATE_H_
#define CROSSCHECK_CORE_CHECK_RULE_TEMPLATE_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace crosscheck {

// Rule files to start from lie in a folder, rules/_templates: one rule each, with
// the id pack.name and tests that pass. They are never loaded as rules.

// The names of the templates in `folder`, sorted.
std::vector<std::string> TemplateNames(const std::filesystem::path& folder);

// The text of a template with `id` for its own; an error names the templates that
// there are, the nearest first.
Result<std::string> NewRule(const std::filesystem::path& folder, std::string_view name,
                            std::string_view id);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_RULE_TEMPLATE_H_
