#ifndef CROSSCHECK_CORE_PIPELINE_RESULT_FILE_H_
#define CROSSCHECK_CORE_PIPELINE_RESULT_FILE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace crosscheck {

// What a result written with --format json says of the run that made it: enough to
// do the run again.
struct ResultFile {
  struct Text {
    std::string path, sha256;
    bool draft = false;
  };
  bool audit = false;
  std::vector<Text> texts;
  std::vector<std::pair<std::string, std::vector<std::string>>> settings;  // as Report::settings
};

// An error says what is missing.
Result<ResultFile> ReadResultFile(std::string_view json);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_RESULT_FILE_H_
