#include "core/base/diagnostic.h"

namespace crosscheck {
namespace {

const char* Name(DiagnosticLevel level) {
  switch (level) {
    case DiagnosticLevel::kNote:
      return "note";
    case DiagnosticLevel::kWarning:
      return "warning";
    case DiagnosticLevel::kError:
      return "error";
  }
  return "";
}

}  // namespace

std::string ToText(const Diagnostic& diagnostic) {
  std::string text = diagnostic.path;
  if (diagnostic.line > 0) text += ":" + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) text += ":" + std::to_string(diagnostic.column);
  if (!text.empty()) text += ": ";
  text += std::string(Name(diagnostic.level)) + "[" + diagnostic.code + "]: " + diagnostic.message;
  if (!diagnostic.help.empty()) text += "\n  = help: " + diagnostic.help;
  return text;
}

}  // namespace crosscheck
