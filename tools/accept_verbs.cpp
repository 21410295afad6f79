#include "tools/accept_verbs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/nearest.h"
#include "core/pipeline/acceptance.h"
#include "core/pipeline/result_file.h"
#include "tools/last_run.h"
#include "tools/project.h"

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

fs::path SuppressionsFile(const Command& command) { return command.project / ".crosscheck/suppressions.yml"; }
fs::path BaselineFile(const Command& command) { return command.project / ".crosscheck/baseline.yml"; }

bool WriteFile(const fs::path& path, const std::string& text) {
  std::error_code code;
  if (!path.parent_path().empty()) fs::create_directories(path.parent_path(), code);
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (file.flush()) return true;
  UsageError(path.string() + ": cannot be written");
  return false;
}

// The texts on the command line, else those of the last run; then the settings of
// their project.
bool TakeTexts(Command* command) {
  if (command->run.drafts.empty() && !TakeLastRun(command)) {
    UsageError("there is no last run to speak of; give the texts: DRAFT --against SOURCE");
    return false;
  }
  command->run.audit = command->run.audit || command->run.sources.empty();
  return SettleSettings(command) && LoadAccepted(command);
}

std::optional<Run> RunAgain(const Command& command) {
  const auto session = OpenSession(command, true);
  if (!session) return std::nullopt;
  auto run = RunCheck(*session, command.run, std::cin);
  if (!run) {
    UsageError(run.error().message);
    return std::nullopt;
  }
  return *std::move(run);
}

int NoFinding(const Run& run, const std::string& id) {
  std::vector<std::string> ids;
  for (const Finding& finding : run.all_findings) ids.push_back(finding.id);
  const std::string nearest = Nearest(id, ids);
  return UsageError("no finding of these texts is called " + id + (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
}

int ShowBaseline(const Run& run, const Baseline& baseline) {
  for (size_t i = 0; i < run.all_findings.size(); ++i) {
    const Finding& finding = run.all_findings[i];
    if (finding.kind == FindingKind::kAgreement || finding.kind == FindingKind::kNote) continue;
    std::cout << ToString(run.comparison.states[i]) << "  " << finding.id << "  " << finding.rule << "  " << finding.message << '\n';
  }
  for (const size_t i : run.comparison.absent) {
    const BaselineEntry& entry = baseline.findings[i];
    std::cout << "absent  " << entry.finding << "  " << entry.rule << "  " << entry.message << '\n';
  }
  return kExitClean;
}

int SaveBaseline(const Command& command, const Baseline& baseline) {
  if (!WriteFile(BaselineFile(command), ToYaml(baseline))) return kExitDidNotRun;
  std::cout << BaselineFile(command).string() << ": " << baseline.findings.size() << " findings\n";
  return kExitClean;
}

// Adds the named findings to the baseline.
int AcceptFindings(const Command& command, const Run& run, const std::vector<std::string>& ids, Baseline baseline) {
  for (const std::string& id : ids) {
    const auto found = std::ranges::find(run.all_findings, id, &Finding::id);
    if (found == run.all_findings.end()) return NoFinding(run, id);
    if (std::ranges::find(baseline.findings, id, &BaselineEntry::finding) == baseline.findings.end())
      baseline.findings.push_back(EntryOf(*found, run.report.names.names));
  }
  return SaveBaseline(command, baseline);
}

// The command that did a result, checked against its texts as they are.
std::optional<Command> CommandOf(Command command, const ResultFile& file) {
  command.run.audit = file.audit;
  for (const ResultFile::Text& text : file.texts) {
    const auto bytes = text.path == "-" ? Result<std::string>(Error{text.path}) : ReadFile(text.path);
    if (!text.sha256.empty() && (!bytes || Sha256(*bytes) != text.sha256)) {
      UsageError(text.path + (bytes ? ": is another text than the result was made of; run check again" : ": cannot be read any more"));
      return std::nullopt;
    }
    (text.draft ? command.run.drafts : command.run.sources).push_back(text.path);
  }
  for (const auto& [name, values] : file.settings) ApplySetting(name, values, &command);
  return command;
}

}  // namespace

bool LoadAccepted(Command* command) {
  Diagnostics diagnostics;
  std::error_code code;
  const fs::path suppressions = SuppressionsFile(*command);
  if (fs::exists(suppressions, code)) {
    const auto bytes = ReadFile(suppressions);
    if (!bytes) return UsageError(bytes.error().message), false;
    command->run.suppressions_path = suppressions.string();
    command->run.suppressions = ReadSuppressions(*bytes, suppressions.string(), &diagnostics);
  }
  const fs::path baseline = BaselineFile(*command);
  if (fs::exists(baseline, code)) {
    const auto bytes = ReadFile(baseline);
    if (!bytes) return UsageError(bytes.error().message), false;
    command->run.baseline = ReadBaseline(*bytes, baseline.string(), &diagnostics);
  }
  return !PrintDiagnostics(*command, diagnostics);
}

int IgnoreVerb(Command command) {
  if (command.reason.find_first_not_of(" \t\n") == std::string::npos)
    return UsageError("ignore wants a reason that others understand: --reason \"…\"");
  std::optional<Date> until;
  if (!command.until.empty() && !(until = ParseIsoDate(command.until)))
    return UsageError("--until wants a day such as 2026-11-22, not \"" + command.until + "\"");
  if (!TakeTexts(&command)) return kExitDidNotRun;
  const auto run = RunAgain(command);
  if (!run) return kExitDidNotRun;
  const auto found = std::ranges::find(run->all_findings, command.finding, &Finding::id);
  if (found == run->all_findings.end()) return NoFinding(*run, command.finding);
  Suppression suppression = SuppressionOf(*found, *run->graph, run->report.names.names);
  suppression.reason = command.reason;
  suppression.until = until;
  std::vector<Suppression> all = command.run.suppressions;
  std::erase_if(all, [&](const Suppression& s) { return s.finding == suppression.finding && s.quotes == suppression.quotes; });
  all.push_back(std::move(suppression));
  std::ranges::stable_sort(all, {}, [](const Suppression& s) { return std::pair(s.rule, s.finding); });
  if (!WriteFile(SuppressionsFile(command), ToYaml(all))) return kExitDidNotRun;
  std::cout << SuppressionsFile(command).string() << ": " << command.finding << " is left out from now on\n";
  return kExitClean;
}

int BaselineVerb(Command command) {
  const std::vector<std::string> actions = {"create", "accept", "prune", "show"};
  const std::string action = command.arguments.front();
  if (std::ranges::find(actions, action) == actions.end()) {
    const std::string nearest = Nearest(action, actions);
    return UsageError("baseline: create, accept, prune or show, not \"" + action + "\"" +
                      (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
  }
  std::vector<std::string> ids;
  for (size_t i = 1; i < command.arguments.size(); ++i)
    (command.arguments[i].starts_with("F-") ? ids : command.run.drafts).push_back(command.arguments[i]);
  if ((action == "accept") == ids.empty())
    return UsageError(ids.empty() ? "baseline accept wants findings: F-…" : "only baseline accept takes findings");
  if (!TakeTexts(&command)) return kExitDidNotRun;
  if (!command.run.baseline && action != "create") {
    if (action != "accept") return UsageError("there is no baseline yet: crosscheck baseline create");
    command.run.baseline = Baseline();
  }
  const auto run = RunAgain(command);
  if (!run) return kExitDidNotRun;
  if (action == "create") return SaveBaseline(command, BaselineOf(*run));
  if (action == "show") return ShowBaseline(*run, *command.run.baseline);
  if (action == "accept") return AcceptFindings(command, *run, ids, *command.run.baseline);
  Baseline kept = *command.run.baseline;
  for (auto i = run->comparison.absent.rbegin(); i != run->comparison.absent.rend(); ++i)
    kept.findings.erase(kept.findings.begin() + static_cast<std::ptrdiff_t>(*i));
  return SaveBaseline(command, kept);
}

int ReportVerb(const Command& command) {
  for (const std::string& path : command.arguments) {
    const auto bytes = ReadFile(path);
    if (!bytes) return UsageError(bytes.error().message);
    const auto file = ReadResultFile(*bytes);
    if (!file) return UsageError(path + ": " + file.error().message);
    auto again = CommandOf(command, *file);
    if (!again) return kExitDidNotRun;
    again->project = ProjectFolder(*again);
    if (!LoadAccepted(&*again)) return kExitDidNotRun;
    const auto run = RunAgain(*again);
    if (!run || !PrintReport(*again, run->report)) return kExitDidNotRun;
  }
  return kExitClean;
}

int InitVerb() {
  std::error_code code;
  if (fs::exists("crosscheck.yml", code)) return UsageError("crosscheck.yml: is there already");
  if (!WriteFile("crosscheck.yml", ProjectTemplate())) return kExitDidNotRun;
  fs::create_directories(".crosscheck", code);
  std::cout << "crosscheck.yml: every setting, with what it is for\n"
               ".crosscheck: findings that you accept (crosscheck ignore, crosscheck baseline)\n";
  return kExitClean;
}

int ConfigVerb(Command command) {
  if (command.arguments.front() != "show") return UsageError("config: show, not \"" + command.arguments.front() + "\"");
  command.run.drafts.assign(command.arguments.begin() + 1, command.arguments.end());
  Diagnostics diagnostics;
  command.project = ProjectFolder(command);
  for (const SettingInForce& setting : ApplyProject(command.project, &command, &diagnostics)) {
    std::string values;
    for (const std::string& value : setting.values) values += (values.empty() ? "" : ", ") + value;
    std::cout << setting.name << ": " << values << (command.origin ? "   # " + setting.origin : "") << '\n';
  }
  return PrintDiagnostics(command, diagnostics) ? kExitDidNotRun : kExitClean;
}

}  // namespace crosscheck
