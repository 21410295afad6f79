#include "tools/last_run.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

fs::path NotePath() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache != '\0') {
    return fs::path(cache) / "crosscheck/last-run";
  }
  const char* home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? fs::path()
                                          : fs::path(home) / ".cache/crosscheck/last-run";
}

}  // namespace

void NoteLastRun(const Command& command) {
  const fs::path note = NotePath();
  std::error_code code;
  if (note.empty() || (fs::create_directories(note.parent_path(), code), code)) return;
  std::ofstream out(note);
  const std::string here = fs::current_path(code).string();
  out << here << '\n' << (command.run.audit ? "audit" : "check") << '\n';
  for (const std::string& path : command.run.drafts) out << "draft " << path << '\n';
  for (const std::string& path : command.run.sources) out << "source " << path << '\n';
}

bool TakeLastRun(Command* command) {
  std::ifstream in(NotePath());
  std::string folder, verb;
  if (!std::getline(in, folder) || !std::getline(in, verb)) return false;
  std::error_code code;
  fs::current_path(folder, code);  // paths are printed as they were given then
  if (code) return false;
  command->run.audit = verb == "audit";
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("draft ")) command->run.drafts.push_back(line.substr(6));
    if (line.starts_with("source ")) command->run.sources.push_back(line.substr(7));
  }
  return !command->run.drafts.empty();
}

}  // namespace crosscheck
