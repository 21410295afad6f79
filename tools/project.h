#ifndef CROSSCHECK_TOOLS_PROJECT_H_
#define CROSSCHECK_TOOLS_PROJECT_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/diagnostic.h"
#include "tools/verbs.h"

namespace crosscheck {

// One setting of a run and where its value comes from.
struct SettingInForce {
  std::string name;                 // "fail-on"; the same word as the flag
  std::vector<std::string> values;  // one entry but for lists
  std::string origin;               // "command line", "CROSSCHECK_FAIL_ON", "crosscheck.yml:3", "default"
};

// The folder that settings, suppressions and baseline belong to: the nearest one,
// upwards from the first text, that holds crosscheck.yml or .crosscheck; else the
// working folder. Where it is reached from a relative path, so is it.
std::filesystem::path ProjectFolder(const Command& command);

// Settles what the command line left open: environment (CROSSCHECK_FAIL_ON) before
// the project's crosscheck.yml before the files that it `extends`. Only what `given`
// names stands as it is. All settings with their origins, in a fixed order; mistakes
// go to `diagnostics`.
std::vector<SettingInForce> ApplyProject(const std::filesystem::path& folder, Command* command,
                                         Diagnostics* diagnostics);

// Puts one setting into the command, as the file that a result was made with has it.
void ApplySetting(const std::string& name, const std::vector<std::string>& values, Command* command);

// A crosscheck.yml to start from, every setting in it explained.
std::string ProjectTemplate();

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_PROJECT_H_
