#include "tools/verbs.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <thread>

#include "core/base/nearest.h"
#include "core/check/rule.h"
#include "core/language/tree_text.h"
#include "core/pipeline/json_lines.h"
#include "core/report/excerpt.h"
#include "core/report/reading_json.h"
#include "tools/last_run.h"

namespace crosscheck {
namespace {

unsigned ThreadsOf(const Command& command) {
  return command.jobs > 0 ? command.jobs : std::max(1u, std::thread::hardware_concurrency());
}

// Prints diagnostics; true where one is an error.
bool PrintDiagnostics(const Command& command, const Diagnostics& diagnostics) {
  bool errors = false;
  for (const Diagnostic& d : diagnostics) {
    const bool error = d.level == DiagnosticLevel::kError;
    errors = errors || error;
    if (error || d.level == DiagnosticLevel::kWarning ? !command.quiet || error : command.verbose) {
      std::cerr << ToText(d) << '\n';
    }
  }
  return errors;
}

bool ApplySettings(const Command& command, RuleSet* rules, Diagnostics* diagnostics) {
  bool all = true;
  for (const std::string& setting : command.settings) {
    const size_t equals = setting.find('=');
    if (equals == std::string::npos) {
      diagnostics->push_back({DiagnosticLevel::kError, "usage.set", "", 0, 0,
                              "--set wants RULE.params.NAME=VALUE, not \"" + setting + "\"", ""});
      all = false;
      continue;
    }
    all = rules->Set(setting.substr(0, equals), setting.substr(equals + 1), diagnostics) && all;
  }
  return all;
}

// The session, or nothing after the reason was printed.
std::optional<Session> OpenSession(const Command& command, bool with_rules) {
  SessionOptions options;
  options.resources = command.resources;
  options.rules = with_rules;
  if (command.no_cache) options.cache_tokens = 0;
  for (const std::string& folder : command.extra_rules) {
    if (!std::filesystem::exists(folder)) {
      UsageError(folder + ": no such file or folder");
      return std::nullopt;
    }
    options.extra_rules.emplace_back(folder);
  }
  Diagnostics diagnostics;
  auto session = Session::Load(options, &diagnostics);
  if (!session) {
    UsageError(session.error().message);
    return std::nullopt;
  }
  if (with_rules) ApplySettings(command, session->mutable_rules(), &diagnostics);
  if (PrintDiagnostics(command, diagnostics)) return std::nullopt;
  return *std::move(session);
}

bool UseColor(const Command& command) {
  if (command.color != "auto") return command.color == "always";
  return std::getenv("NO_COLOR") == nullptr && isatty(STDOUT_FILENO) == 1;
}

struct Output {
  const Format* format;
  std::string path;  // "" = standard output
};

std::optional<std::vector<Output>> OutputsOf(const Command& command) {
  std::vector<std::string> names;
  for (const Format& format : Formats()) names.emplace_back(format.name);
  std::vector<Output> outputs;
  for (const std::string& wish : command.formats.empty() ? std::vector<std::string>{"text"} : command.formats) {
    const size_t colon = std::min(wish.find(':'), wish.size());
    const std::string name = wish.substr(0, colon);
    const auto found = std::ranges::find(Formats(), name, &Format::name);
    if (found == Formats().end()) {
      const std::string nearest = Nearest(name, names);
      UsageError("there is no format \"" + name + "\"" + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
      return std::nullopt;
    }
    outputs.push_back({&*found, colon < wish.size() ? wish.substr(colon + 1) : ""});
  }
  return outputs;
}

bool Print(const Command& command, const std::vector<Output>& outputs, const Report& report) {
  for (const Output& output : outputs) {
    FormatOptions options;
    options.color = output.path.empty() && UseColor(command);
    options.verbose = command.verbose;
    const std::string text = output.format->write(report, options);
    if (output.path.empty()) {
      std::cout << text << std::flush;
      continue;
    }
    std::ofstream file(output.path, std::ios::binary);
    file << text;
    if (!file.flush()) {
      UsageError(output.path + ": cannot be written");
      return false;
    }
  }
  return true;
}

int CheckVerb(const Command& command) {
  const auto outputs = OutputsOf(command);
  if (!outputs) return kExitDidNotRun;
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  auto run = RunCheck(*session, command.run, std::cin);
  if (!run) return UsageError(run.error().message);
  PrintDiagnostics(command, run->report.diagnostics);
  if (!Print(command, *outputs, run->report)) return kExitDidNotRun;
  NoteLastRun(command);
  return run->report.exit_code;
}

// `why F-…` or `why draft.md:12`: the finding or the claims of that line, with
// every step that led there. Without paths the last run is repeated.
int WhyVerb(Command command) {
  const std::string wanted = command.arguments.front();
  if (command.run.drafts.empty() && !TakeLastRun(&command)) {
    return UsageError("there is no last run to ask about; give the texts: crosscheck why " + wanted +
                      " DRAFT --against SOURCE");
  }
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  auto run = RunCheck(*session, command.run, std::cin);
  if (!run) return UsageError(run.error().message);
  Report& report = run->report;
  std::vector<Finding> kept;
  for (const Finding& finding : run->all_findings) {
    const bool here = std::ranges::any_of(finding.labels, [&](const Label& label) {
      return (PlaceText(report, label.document, label.range) + ":").starts_with(wanted + ":");
    });
    if (here || finding.id == wanted) kept.push_back(finding);
  }
  for (const ClaimVerdict& verdict : report.judgement.claims) {
    const ClaimNode& node = report.graph->node(verdict.claim);
    const Claim& claim = report.graph->claim(verdict.claim);
    const std::string place = PlaceText(report, node.document, claim.range);
    if (!(place + ":").starts_with(wanted + ":")) continue;
    JsonWriter out(1);
    out.BeginObject();
    WriteClaimMembers(report.graph->reading(node.document), node.claim, &out);
    out.Member("verdict", ToString(verdict.verdict));
    out.EndObject();
    std::cout << place << ": read as\n" << out.text() << "\n\n";
  }
  if (kept.empty()) std::cout << "no finding at " << wanted << " in this run\n";
  report.findings = std::move(kept);
  FormatOptions options;
  options.color = UseColor(command);
  options.verbose = true;
  if (!report.findings.empty()) std::cout << Formats().front().write(report, options);
  return kExitClean;
}

// Prints something for each text that could be read.
int ReadVerb(const Command& command, const std::function<void(const ReportDocument&, const Reading&)>& print) {
  const auto session = OpenSession(command, false);
  if (!session) return kExitDidNotRun;
  auto files = ReadInputs(*session, command.run, std::cin);
  if (!files) return UsageError(files.error().message);
  PrintDiagnostics(command, files->diagnostics);
  int exit_code = kExitClean;
  for (const ReportDocument& row : files->rows) {
    if (!row.reason.empty()) {
      std::cerr << row.path << ": not read: " << row.reason << '\n';
      exit_code = kExitSkipped;
      continue;
    }
    print(row, files->readings[row.document]->reading);
  }
  return exit_code;
}

void PrintClaims(const ReportDocument& row, const Reading& reading) {
  for (size_t i = 0; i < reading.claims.size(); ++i) {
    JsonWriter out;
    out.BeginObject();
    out.Member("document", row.path);
    WriteClaimMembers(reading, i, &out);
    out.EndObject();
    std::cout << out.text() << '\n';
  }
}

void PrintTrees(const ReportDocument& row, const Reading& reading) {
  std::cout << "# newdoc id = " << row.path << '\n';
  for (const Sentence& sentence : reading.analysis.sentences) std::cout << TreeText(reading.analysis, sentence) << '\n';
}

void PrintText(const ReportDocument&, const Reading& reading) {
  for (const Block& block : reading.document->blocks()) {
    std::cout << ToString(block.kind) << '\t' << block.range.In(reading.document->text()) << '\n';
  }
}

int ListRules(const Command& command) {
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  for (const Rule& rule : session->rules().rules()) {
    std::cout << rule.id << "  " << ToString(rule.finding) << "  " << ToString(rule.severity) << "  " << rule.summary << '\n';
  }
  return kExitClean;
}

int LintRules(const Command& command) {
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  std::cout << session->rules().rules().size() << " rules, no mistake found\n";
  return kExitClean;
}

void PrintRule(const Rule& rule) {
  std::cout << rule.id << ": " << rule.summary << "\n\n"
            << "finding: " << ToString(rule.finding) << " · severity: " << ToString(rule.severity)
            << " · confidence: " << ConfidenceWord(rule.confidence) << " · " << rule.status << '\n'
            << "file: " << rule.path << ":" << rule.line << '\n';
  if (!rule.note.empty()) std::cout << '\n' << rule.note << '\n';
  if (!rule.help_text.empty()) std::cout << "\nwhat to do: " << rule.help_text << '\n';
  for (const Param& param : rule.params) {
    std::cout << "\nparameter " << param.name << " (" << param.type << ")";
    for (const std::string& value : param.value) std::cout << " " << value;
    std::cout << (param.doc.empty() ? "" : ": " + param.doc) << '\n';
  }
  for (const std::string& text : rule.falsepositives) std::cout << "\nmay be wrong where: " << text << '\n';
  for (const RuleTest& test : rule.tests) {
    std::cout << "\nexample (" << test.expect << "): " << test.name << '\n';
    for (const TestDocument& doc : test.docs) std::cout << "  " << doc.name << ": " << doc.text << '\n';
  }
}

int ExplainVerb(const Command& command) {
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  const std::string& id = command.arguments.front();
  if (const Rule* rule = session->rules().Find(id)) {
    PrintRule(*rule);
    return kExitClean;
  }
  std::vector<std::string> ids;
  for (const Rule& rule : session->rules().rules()) ids.push_back(rule.id);
  const std::string nearest = Nearest(id, ids);
  return UsageError("there is no rule \"" + id + "\"" + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
}

int RulesVerb(const Command& command) {
  const std::string& what = command.arguments.front();
  if (what == "list") return ListRules(command);
  if (what == "lint") return LintRules(command);
  return UsageError("rules: list or lint, not \"" + what + "\"");
}

int ServeVerb(const Command& command, bool judge) {
  const auto layers = ParseLayers(command.layers);
  if (!layers) return UsageError(layers.error().message);
  const auto session = OpenSession(command, judge);
  if (!session) return kExitDidNotRun;
  return ServeLines(std::cin, std::cout, ThreadsOf(command), [&](std::string_view line) {
    return judge ? JudgeLine(*session, line) : AnalyzeLine(*session, line, *layers);
  });
}

bool SetFailOn(Command* command) {
  if (command->fail_on == "never") {
    command->run.never_fail = true;
    return true;
  }
  for (int i = 0; i < static_cast<int>(Severity::kOff); ++i) {
    if (ToString(static_cast<Severity>(i)) != command->fail_on) continue;
    command->run.fail_on = static_cast<Severity>(i);
    return true;
  }
  return false;
}

}  // namespace

int UsageError(const std::string& message) {
  std::cerr << "crosscheck: " << message << '\n';
  return kExitDidNotRun;
}

int RunVerb(Command command) {
  command.run.threads = ThreadsOf(command);
  if (!SetFailOn(&command)) {
    return UsageError("--fail-on: error, warning, info, hint or never, not \"" + command.fail_on + "\"");
  }
  const std::string& verb = command.verb;
  if (verb == "check") return CheckVerb(command);
  if (verb == "audit") {
    command.run.audit = true;
    return CheckVerb(command);
  }
  if (verb == "why") return WhyVerb(std::move(command));
  if (verb == "claims") return ReadVerb(command, PrintClaims);
  if (verb == "text") return ReadVerb(command, PrintText);
  if (verb == "parse") {
    return ReadVerb(command, PrintTrees);
  }
  if (verb == "rules") return RulesVerb(command);
  if (verb == "explain") return ExplainVerb(command);
  if (verb == "analyze") return ServeVerb(command, false);
  if (verb == "judge") return ServeVerb(command, true);
  return UsageError("unknown verb \"" + verb + "\"");
}

}  // namespace crosscheck
