#ifndef CROSSCHECK_CORE_BASE_DIAGNOSTIC_H_
#define CROSSCHECK_CORE_BASE_DIAGNOSTIC_H_

#include <cstdint>
#include <string>
#include <vector>

namespace crosscheck {

enum class DiagnosticLevel : uint8_t { kNote, kWarning, kError };

// Something about an *input* (a file, a line of JSON, a rule) that people must
// know: what, and where. Findings are about claims; diagnostics are about inputs.
struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::kWarning;
  std::string code;     // stable, dotted: "input.not-utf8", "rule.unknown-key"
  std::string path;     // the file as the user named it; "" where there is none
  uint32_t line = 0;    // 1-based; 0 = the whole file
  uint32_t column = 0;  // 1-based, in code points; 0 = the whole line
  std::string message;  // lower case, no full stop
  std::string help;     // what to do about it; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

// "path:line:column: error[code]: message" and, on a line of its own, the help.
std::string ToText(const Diagnostic& diagnostic);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_DIAGNOSTIC_H_
