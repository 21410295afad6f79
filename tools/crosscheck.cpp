// The command line: which verbs and flags there are. What they do is in verbs.cpp.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/nearest.h"
#include "core/report/report.h"
#include "tools/verbs.h"

namespace crosscheck {
namespace {

constexpr std::string_view kStart =
    "crosscheck finds out whether texts agree. Most often:\n\n"
    "  crosscheck check draft.md --against sources/    a draft against its sources\n"
    "  crosscheck audit articles/                      texts against each other\n"
    "  crosscheck why F-6f0f6d3b                       why a finding was made\n\n"
    "crosscheck --help lists all verbs; crosscheck VERB --help its flags.\n";

std::string FormatHelp() {
  std::string help = "FORMAT or FORMAT:PATH, repeatable:";
  for (const Format& format : Formats()) help += " " + std::string(format.name);
  return help;
}

std::string CheckDate(const std::string& text) {
  return IsGivenDate(text) ? "" : text + " is no day such as 2024-05-15, nor FILE=2024-05-15";
}

void AddReadingFlags(CLI::App* verb, Command* command) {
  verb->add_option("--stdin-name", command->run.stdin_name,
                   "the name, and so the format, of the text that - reads");
  verb->add_option("--max-bytes", command->run.max_bytes, "the largest document that is read");
  verb->add_option("--date", command->run.dates, "FILE=2024-05-15, repeatable: when a text was written; a day alone: of every text that does not say")
      ->allow_extra_args(false)
      ->check(CLI::Validator(CheckDate, "[FILE=]DAY"));
  verb->add_option("--fiscal-year-starts", command->fiscal_year_starts, "the first month of fiscal years, 1 … 12")->check(CLI::Range(1, 12));
}

// "90%" as 0.9.
std::string ShareOfPercent(std::string& text) {
  if (!text.ends_with('%')) return "";
  double value = 0.0;
  if (!CLI::detail::lexical_cast(text.substr(0, text.size() - 1), value)) return text + " is no share";
  text = std::to_string(value / 100.0);
  return "";
}

void AddRunFlags(CLI::App* verb, Command* command) {
  AddReadingFlags(verb, command);
  verb->add_option("-f,--format", command->formats, FormatHelp());
  verb->add_option("--select", command->run.select, "only rules whose id begins so")
      ->delimiter(',');
  verb->add_option("--ignore", command->run.ignore, "no rule whose id begins so")->delimiter(',');
  verb->add_option("--set", command->settings, "RULE.params.NAME=VALUE, RULE.severity=WORD");
  verb->add_option("--fail-on", command->fail_on,
                   "exit 1 from this severity on: error, warning, info, hint, never");
  verb->add_option("--min-confidence", command->run.min_confidence,
                   "0 … 1: print nothing less sure")
      ->check(CLI::Range(0.0, 1.0));
  verb->add_option("--show", command->run.show, "print these findings too: agreement, note, hint, suppressed")
      ->delimiter(',');
  verb->add_option("--min-supported", command->run.min_supported,
                   "0 … 1 or 90%: exit 1 where a smaller share of the claims has support")
      ->transform(CLI::Validator(ShareOfPercent, "SHARE"))
      ->check(CLI::Range(0.0, 1.0));
  verb->add_option("--max-findings", command->run.max_findings,
                   "print at most so many, and say how many more there are");
  verb->add_option("--rule-limit", command->run.rule_limit,
                   "the most items that one rule may look at");
  verb->add_flag("--profile-rules", command->profile_rules, "say what each rule cost, on stderr");
  verb->add_option("--color", command->color, "auto, always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void AddAcceptVerbs(CLI::App* app, Command* command) {
  auto* ignore = app->add_subcommand("ignore", "accept a finding, with the reason");
  ignore->add_option("finding", command->finding, "F-…")->required();
  ignore->add_option("texts", command->run.drafts, "the texts; without them, those of the last run");
  ignore->add_option("-a,--against", command->run.sources, "the sources");
  ignore->add_option("--reason", command->reason, "why it is no finding")->required();
  ignore->add_option("--until", command->until, "the last day that it holds for");
  auto* baseline = app->add_subcommand("baseline", "findings that are known: create, accept F-…, prune, show");
  baseline->add_option("action", command->arguments, "create, accept F-…, prune, show; then the texts, else those of the last run")
      ->required()
      ->expected(1, -1);
  baseline->add_option("-a,--against", command->run.sources, "the sources");
  auto* report = app->add_subcommand("report", "a result of --format json in another format");
  report->add_option("results", command->arguments, "files that --format json:FILE wrote")->required();
  report->add_option("-f,--format", command->formats, FormatHelp());
  report->add_option("--color", command->color, "auto, always, never")->check(CLI::IsMember({"auto", "always", "never"}));
  app->add_subcommand("init", "a crosscheck.yml for this folder, every setting explained");
  auto* config = app->add_subcommand("config", "show: the settings in force");
  config->add_option("action", command->arguments, "show, then a draft whose project is meant")->required()->expected(1, 2);
  config->add_flag("--origin", command->origin, "where each comes from");
}

// The settings that stand on the command line, by the names of their flags.
void NoteGiven(const CLI::App& app, Command* command) {
  const auto note = [command](const CLI::App& level) {
    for (const CLI::Option* option : level.get_options()) {
      if (option->count() == 0) continue;
      for (const std::string& name : option->get_lnames()) command->given[name] = option->reduced_results();
    }
  };
  note(app);
  for (const CLI::App* verb : app.get_subcommands()) note(*verb);
}

void AddVerbs(CLI::App* app, Command* command) {
  auto* check = app->add_subcommand("check", "a draft against its sources");
  check->add_option("draft", command->run.drafts, "the draft; - for standard input")->required();
  check->add_option("-a,--against", command->run.sources, "the sources: files or folders")
      ->required();
  AddRunFlags(check, command);
  auto* audit = app->add_subcommand("audit", "texts against each other");
  audit->add_option("texts", command->run.drafts, "files or folders")->required();
  AddRunFlags(audit, command);
  auto* why = app->add_subcommand("why", "why a finding was made, or how a line was read");
  why->add_option("what", command->finding, "F-…, or FILE:LINE")->required();
  why->add_option("texts", command->run.drafts, "the texts; without them, those of the last run");
  why->add_option("-a,--against", command->run.sources, "the sources");
  why->add_option("--rule", command->run.select, "of a line: what became of this rule there")->delimiter(',');
  AddRunFlags(why, command);
  auto* explain = app->add_subcommand("explain", "what a rule looks for, with its examples");
  explain->add_option("rule", command->arguments, "its id")->required()->expected(1);
  auto* rules = app->add_subcommand("rules", "the rules: list, lint, schema, doc FOLDER, new ID");
  rules->add_option("action", command->arguments, "list [FILE…], lint [FILE…], schema, doc [FOLDER], new [ID]")
      ->required()
      ->expected(1, 2);
  rules->add_flag("--strict", command->strict, "lint: also what a shipped rule must have");
  rules->add_option("--from-template", command->rule_template, "new: what to start from")
      ->default_val("conflict");
  auto* test = app->add_subcommand("test", "run the tests that stand in the rules");
  test->add_option("rules", command->arguments,
                   "only rules whose id begins so; with --from, the texts of the finding");
  test->add_option("--from", command->finding, "print a test made from a finding, F-…");
  test->add_option("-a,--against", command->run.sources, "with --from: the sources");
  test->add_option("--expect", command->expect, "with --from: silent, for a false alarm")
      ->default_val("fires")
      ->check(CLI::IsMember({"fires", "silent"}));
  test->add_flag("--mutate", command->mutate,
                 "change the examples too, and demand that the verdict follows");
  test->add_option("-f,--format", command->formats, "text, json or junit");
  AddAcceptVerbs(app, command);
  const std::vector<std::pair<const char*, const char*>> readers = {
      {"claims", "the claims of texts, a JSON object a line"},
      {"parse", "the trees of texts, as CoNLL-U"},
      {"text", "the blocks of texts after reading, with their kinds"}};
  for (const auto& [name, what] : readers) {
    auto* verb = app->add_subcommand(name, what);
    verb->add_option("texts", command->run.drafts, "files or folders; - for standard input")
        ->required();
    AddReadingFlags(verb, command);
  }
  auto* analyze = app->add_subcommand("analyze", "JSON lines: what is read out of each text");
  analyze->add_option("--layers", command->layers, "fields to print, with commas; default all");
  app->add_subcommand("judge", "JSON lines: a draft against its sources");
}

// The first word that is no flag must be a verb; the library says only that a
// subcommand is required.
int CheckVerbName(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(verb->get_name());
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--resources" || word == "--rules" || word == "-j" || word == "--jobs" ||
        word == "--today") {
      ++i;
      continue;
    }
    if (word.starts_with("-")) continue;
    if (std::ranges::find(names, word) != names.end()) return 0;
    const std::string nearest = Nearest(word, names);
    return UsageError("there is no verb \"" + word + "\"" +
                      (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
  }
  return 0;
}

// The flags that the verb on the command line knows, with the general ones.
std::vector<std::string> KnownFlags(const CLI::App& app) {
  std::vector<std::string> flags;
  std::vector<const CLI::App*> levels = {&app};
  for (const CLI::App* verb : app.get_subcommands()) levels.push_back(verb);
  for (const CLI::App* level : levels) {
    for (const CLI::Option* option : level->get_options()) {
      for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
    }
  }
  return flags;
}

// A mistyped flag is said to be one, with the nearest that exists; the library
// would complain of what is missing because of it.
int ReportParseError(CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  if (error.get_exit_code() == 0) return app.exit(error) == 0 ? kExitClean : kExitDidNotRun;
  const std::vector<std::string> flags = KnownFlags(app);
  for (int i = 1; i < argc; ++i) {
    const std::string flag = std::string(argv[i]).substr(0, std::string_view(argv[i]).find('='));
    if (flag == "--") break;
    if (!flag.starts_with("--") || std::ranges::find(flags, flag) != flags.end()) continue;
    const std::string nearest = Nearest(flag, flags);
    return UsageError("there is no flag " + flag +
                      (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
  }
  return UsageError(error.what());
}

int Main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc < 2) {
    std::cout << kStart;
    return kExitClean;
  }
  CLI::App app("crosscheck: do these texts agree?", "crosscheck");
  Command command;
  app.add_option("--resources", command.resources, "the folder of the model and the rules");
  app.add_option("--rules", command.extra_rules, "a further file or folder of rules, repeatable");
  app.add_option("-j,--jobs", command.jobs, "threads; default: one a core");
  app.add_flag("-q,--quiet", command.quiet, "no warnings about inputs");
  app.add_flag("-v,--verbose", command.verbose, "why each finding was made; notes about inputs");
  app.add_option("--today", command.today, "the day by which filters and suppressions end; without it none ends");
  app.add_flag("--no-cache", command.no_cache, "read equal texts again");
  app.set_version_flag("--version", "crosscheck 0.1.0");
  app.fallthrough();
  app.require_subcommand(1);
  AddVerbs(&app, &command);
  if (const int code = CheckVerbName(app, argc, argv); code != 0) return code;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ReportParseError(app, error, argc, argv);
  }
  command.verb = app.get_subcommands().front()->get_name();
  NoteGiven(app, &command);
  return RunVerb(std::move(command));
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Main(argc, argv); }
