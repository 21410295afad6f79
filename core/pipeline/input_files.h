#ifndef CROSSCHECK_CORE_PIPELINE_INPUT_FILES_H_
#define CROSSCHECK_CORE_PIPELINE_INPUT_FILES_H_

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

// A file that a run was given, or that lies in a folder that it was given.
struct InputFile {
  std::string
      path;  // as the user named it, or the folder's name and the rest; "-" = standard input
  std::string reason;  // why it cannot be read (an unreadable folder); "" = try
};

// The files that `paths` name, sorted by path, each once. A folder stands for
// the files below it in a format that is read; hidden files, YAML and a README
// (about the folder, not texts of it) are passed over, files of other formats are
// listed with a reason.
// An error where a named path does not exist.
Result<std::vector<InputFile>> CollectInputs(const std::vector<std::string>& paths);

// True where two paths lead to the same file.
bool SameFile(const std::string& a, const std::string& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_INPUT_FILES_H_
