#ifndef CROSSCHECK_TOOLS_VERBS_H_
#define CROSSCHECK_TOOLS_VERBS_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/pipeline/run.h"

namespace crosscheck {

// What the command line asked for, after parsing. One struct for all verbs: each
// reads what concerns it.
struct Command {
  std::string verb;
  RunOptions run;
  std::vector<std::string> formats;  // "text", "json:report.json"
  std::vector<std::string> extra_rules;
  std::vector<std::string> settings;   // "RULE.params.NAME=VALUE"
  std::vector<std::string> arguments;  // of verbs that take other things than texts
  std::string resources;
  std::string layers;
  std::string color = "auto";
  std::string fail_on = "error";
  unsigned jobs = 0;
  bool quiet = false;
  bool verbose = false;
  bool no_cache = false;
  bool mutate = false;         // test: change the examples too
  bool strict = false;         // rules lint: also what a shipped rule must have
  bool profile_rules = false;  // say what each rule cost
  std::string rule_template;   // rules new
  std::string finding;         // test --from, why
  std::string expect;          // test --from: "fires", or "silent" for a false alarm
  int fiscal_year_starts = 0;  // 0 = as the calendar lexicon says
  std::string today;           // "2026-11-22"; "" = nothing has ended
  std::string reason, until;   // ignore
  bool origin = false;         // config show: say where each setting comes from
  bool settled = false;        // the project's settings are in
  std::filesystem::path project;  // the folder of crosscheck.yml and .crosscheck
  // What the command line itself gave, by setting.
  std::map<std::string, std::vector<std::string>> given;
};

// Runs the verb and returns the exit code.
int RunVerb(Command command);

// Puts in the settings of the project that the texts belong to, and what it accepted
// of earlier runs; once. False after a mistake was printed.
bool SettleSettings(Command* command);

// Writes the report in the formats that the command asks for.
bool PrintReport(const Command& command, const Report& report);

// The session for a verb, or nothing after the reason was printed.
std::optional<Session> OpenSession(const Command& command, bool with_rules);

// Prints diagnostics as the flags ask; true where one is an error.
bool PrintDiagnostics(const Command& command, const Diagnostics& diagnostics);

// Says what was wrong with the command line, on stderr; exit code 2.
int UsageError(const std::string& message);

}  // namespace crosscheck

#endif  // CROSSCHECK_TOOLS_VERBS_H_
