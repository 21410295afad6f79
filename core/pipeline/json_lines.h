#ifndef CROSSCHECK_CORE_PIPELINE_JSON_LINES_H_
#define CROSSCHECK_CORE_PIPELINE_JSON_LINES_H_

#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/pipeline/session.h"

namespace crosscheck {

// One answer to one request.
struct LineAnswer {
  std::string json;     // one line, without the line break
  bool failed = false;  // an "error" line: something was skipped
};

// `analyze`: what is read out of a text. `layers` chooses among the fields;
// empty = all.
LineAnswer AnalyzeLine(const Session& session, std::string_view line,
                       const std::vector<std::string>& layers);

// `judge`: a draft against its sources.
LineAnswer JudgeLine(const Session& session, std::string_view line);

// Splits "figures,times"; an error names what is no layer, and the nearest name.
Result<std::vector<std::string>> ParseLayers(std::string_view list);

// Answers every line of `in` on a line of `out`, in the same order, on up to
// `threads` threads; an answer is flushed as soon as all before it are out, and
// a caller who waits for each answer before the next request is served too.
// Returns the exit code: 0, or 3 where a line could not be answered.
int ServeLines(std::istream& in, std::ostream& out, unsigned threads,
               const std::function<LineAnswer(std::string_view)>& answer);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_JSON_LINES_H_
