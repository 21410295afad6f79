#include "tools/verbs.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <thread>

#include "core/base/nearest.h"
#include "core/check/lint.h"
#include "core/check/matcher.h"
#include "core/check/why.h"
#include "core/language/tree_text.h"
#include "core/pipeline/json_lines.h"
#include "core/report/excerpt.h"
#include "core/report/reading_json.h"
#include "tools/accept_verbs.h"
#include "tools/last_run.h"
#include "tools/phase_log.h"
#include "tools/project.h"
#include "tools/rule_verbs.h"

namespace crosscheck {
namespace {

unsigned ThreadsOf(const Command& command) {
  return command.jobs > 0 ? command.jobs : std::max(1u, std::thread::hardware_concurrency());
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
  for (const std::string& wish :
       command.formats.empty() ? std::vector<std::string>{"text"} : command.formats) {
    const size_t colon = std::min(wish.find(':'), wish.size());
    const std::string name = wish.substr(0, colon);
    const auto found = std::ranges::find(Formats(), name, &Format::name);
    if (found == Formats().end()) {
      const std::string nearest = Nearest(name, names);
      UsageError("there is no format \"" + name + "\"" +
                 (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
      return std::nullopt;
    }
    outputs.push_back({&*found, colon < wish.size() ? wish.substr(colon + 1) : ""});
  }
  return outputs;
}

bool PrintTo(const Command& command, const std::vector<Output>& outputs, const Report& report) {
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

// The dearest rule first.
std::string CostTable(std::vector<RuleCost> costs) {
  std::ranges::stable_sort(costs, std::greater(), &RuleCost::milliseconds);
  std::string table = "        ms       items    matches   findings  rule\n";
  for (const RuleCost& cost : costs) {
    char row[96];
    std::snprintf(row, sizeof(row), "%10.2f %11llu %10llu %10llu  ", cost.milliseconds,
                  static_cast<unsigned long long>(cost.tried),
                  static_cast<unsigned long long>(cost.matches),
                  static_cast<unsigned long long>(cost.findings));
    table += row + cost.rule + "\n";
  }
  return table;
}

// Why a run without findings may exit with 1.
void SayWhatLacksSupport(const Command& command, const Report& report) {
  const ClaimCounts counts = CountClaims(report, kNotInGraph);
  const size_t supported = counts.Of(Verdict::kSupported), checkable = counts.all - counts.Of(Verdict::kNotCheckable);
  if (static_cast<double>(supported) >= command.run.min_supported * static_cast<double>(checkable)) return;
  std::cerr << "crosscheck: " << supported << " of " << checkable << " claims have support, less than --min-supported asks\n";
}

int CheckVerb(Command command) {
  if (!SettleSettings(&command)) return kExitDidNotRun;
  const auto outputs = OutputsOf(command);
  if (!outputs) return kExitDidNotRun;
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  auto run = RunCheck(*session, command.run, std::cin, LogPhases());
  if (!run) return UsageError(run.error().message);
  PrintDiagnostics(command, run->report.diagnostics);
  SayWhatLacksSupport(command, run->report);
  if (command.profile_rules) std::cerr << CostTable(run->costs);
  if (!PrintTo(command, *outputs, run->report)) return kExitDidNotRun;
  NoteLastRun(command);
  return run->report.exit_code;
}

// The sentences of a document that touch a line of its file.
TextRange SentencesOn(const Report& report, uint32_t document, uint32_t line) {
  TextRange range;
  const std::string_view bytes = report.Row(document).bytes;
  for (const Sentence& sentence : report.graph->reading(document).analysis.sentences) {
    const TextRange in_file = report.names.InFile(document, sentence.range);
    if (PlaceOf(bytes, in_file.start).line <= line && line <= PlaceOf(bytes, in_file.end).line) {
      range = Cover(range, sentence.range);
    }
  }
  return range;
}

// Where "draft.md:12" or "draft.md:12:24" points to; nothing where no text of the
// run has that name and line.
std::optional<Focus> FocusOf(const Report& report, std::string_view place) {
  for (uint32_t d = 0; d < report.graph->document_count(); ++d) {
    const std::string& name = report.names.Name(d);
    if (!place.starts_with(name + ":")) continue;
    const TextRange range = SentencesOn(
        report, d, static_cast<uint32_t>(std::atoi(place.substr(name.size() + 1).data())));
    if (!range.empty()) return Focus{d, range};
  }
  return std::nullopt;
}

// `why F-…`: the finding with every step that led to it. `why draft.md:12`: what
// was read there, and how far each rule came. Without texts the last run is
// repeated.
int WhyVerb(Command command) {
  const std::string& wanted = command.finding;
  if (command.run.drafts.empty() && !TakeLastRun(&command)) {
    return UsageError("there is no last run to ask about; give the texts: crosscheck why " +
                      wanted + " DRAFT --against SOURCE");
  }
  command.run.audit = command.run.audit || command.run.sources.empty();
  if (!SettleSettings(&command)) return kExitDidNotRun;
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  auto run = RunCheck(*session, command.run, std::cin);
  if (!run) return UsageError(run.error().message);
  Report& report = run->report;
  const auto found = std::ranges::find(run->all_findings, wanted, &Finding::id);
  if (found != run->all_findings.end()) {
    report.findings = {*found};
    report.findings_cut = 0;
    FormatOptions options;
    options.color = UseColor(command);
    std::cout << Formats().front().write(report, options)
              << WhyFinding(session->rules(), *found, *run->graph);
    return kExitClean;
  }
  const auto focus = FocusOf(report, wanted);
  if (!focus) return UsageError("no finding and no line of the texts is called " + wanted);
  EvaluateOptions options;
  options.relations = session->lexicons().relations.get();
  std::cout << WhyNot(session->rules(), *run->graph, *focus, command.run.select, options);
  return kExitClean;
}

// Prints something for each text that could be read.
int ReadVerb(const Command& command,
             const std::function<void(const ReportDocument&, const Reading&)>& print) {
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
  for (const Proposition& proposition : ReadPropositions(reading)) {
    JsonWriter out;
    out.BeginObject();
    out.Member("document", row.path);
    WriteClaimMembers(reading, proposition, &out);
    out.EndObject();
    std::cout << out.text() << '\n';
  }
}

void PrintTrees(const ReportDocument& row, const Reading& reading) {
  std::cout << "# newdoc id = " << row.path << '\n';
  for (const Sentence& sentence : reading.analysis.sentences)
    std::cout << TreeText(reading.analysis, sentence) << '\n';
}

void PrintText(const ReportDocument&, const Reading& reading) {
  for (const Block& block : reading.document->blocks()) {
    std::cout << ToString(block.kind) << '\t' << block.range.In(reading.document->text()) << '\n';
  }
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

bool PrintDiagnostics(const Command& command, const Diagnostics& diagnostics) {
  bool errors = false;
  for (const Diagnostic& d : diagnostics) {
    const bool error = d.level == DiagnosticLevel::kError;
    errors = errors || error;
    if (error || d.level == DiagnosticLevel::kWarning ? !command.quiet || error : command.verbose) {
      const bool rule = d.code.starts_with("rule.") || d.code.starts_with("yaml.");
      std::cerr << (rule ? WithCaret(d) : ToText(d)) << '\n';
    }
  }
  return errors;
}

bool PrintReport(const Command& command, const Report& report) {
  const auto outputs = OutputsOf(command);
  return outputs && PrintTo(command, *outputs, report);
}

bool SettleSettings(Command* command) {
  if (command->settled) return true;
  command->settled = true;
  command->project = ProjectFolder(*command);
  Diagnostics diagnostics;
  for (SettingInForce& setting : ApplyProject(command->project, command, &diagnostics)) {
    const bool shapes = setting.name != "format" && setting.origin != "default";
    if (shapes) command->run.settings.emplace_back(std::move(setting.name), std::move(setting.values));
  }
  if (PrintDiagnostics(*command, diagnostics)) return false;
  if (!SetFailOn(command)) {
    UsageError("--fail-on: error, warning, info, hint or never, not \"" + command->fail_on + "\"");
    return false;
  }
  return LoadAccepted(command);
}

std::optional<Session> OpenSession(const Command& command, bool with_rules) {
  SessionOptions options;
  options.resources = command.resources;
  options.rules = with_rules;
  options.fiscal_year_starts = command.fiscal_year_starts;
  options.today = ParseIsoDate(command.today);
  if (!options.today && !command.today.empty()) {
    UsageError("--today wants a day such as 2026-11-22, not \"" + command.today + "\"");
    return std::nullopt;
  }
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

int UsageError(const std::string& message) {
  std::cerr << "crosscheck: " << message << '\n';
  return kExitDidNotRun;
}

int RunVerb(Command command) {
  SetUpLog(command.verbose);
  command.run.threads = ThreadsOf(command);
  command.run.today = ParseIsoDate(command.today);
  const std::string& verb = command.verb;
  if (verb == "check") return CheckVerb(std::move(command));
  if (verb == "audit") {
    command.run.audit = true;
    return CheckVerb(std::move(command));
  }
  if (verb == "ignore") return IgnoreVerb(std::move(command));
  if (verb == "baseline") return BaselineVerb(std::move(command));
  if (verb == "report") return ReportVerb(command);
  if (verb == "init") return InitVerb();
  if (verb == "config") return ConfigVerb(std::move(command));
  if (verb == "why") return WhyVerb(std::move(command));
  if (verb == "claims") return ReadVerb(command, PrintClaims);
  if (verb == "text") return ReadVerb(command, PrintText);
  if (verb == "parse") {
    return ReadVerb(command, PrintTrees);
  }
  if (verb == "rules" || verb == "explain" || verb == "test") {
    if (!SettleSettings(&command)) return kExitDidNotRun;
    return verb == "rules" ? RulesVerb(command) : verb == "explain" ? ExplainVerb(command) : TestVerb(command);
  }
  if (verb == "analyze") return ServeVerb(command, false);
  if (verb == "judge") return ServeVerb(command, true);
  return UsageError("unknown verb \"" + verb + "\"");
}

}  // namespace crosscheck
