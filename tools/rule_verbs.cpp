#include "tools/rule_verbs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/base/nearest.h"
#include "core/check/lint.h"
#include "core/check/rule.h"
#include "core/check/rule_doc.h"
#include "core/check/rule_template.h"
#include "core/check/rule_tests.h"
#include "core/check/schema.h"
#include "core/check/test_from_finding.h"
#include "core/document/reader.h"
#include "core/report/report.h"
#include "tools/last_run.h"

namespace crosscheck {
namespace {

int ListRules(const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    std::cout << rule.id << "  " << ToString(rule.finding) << "  " << ToString(rule.severity)
              << "  " << rule.summary << '\n';
  }
  return kExitClean;
}

// Doubts fail a strict run, so that a pack can be held to it.
int Lint(const Command& command, const Session& session) {
  LintOptions options;
  options.strict = command.strict;
  options.relations = session.knowledge().relations;
  options.wordnet = session.knowledge().wordnet;
  const Diagnostics diagnostics = LintRules(session.rules(), options);
  for (const Diagnostic& d : diagnostics) std::cout << WithCaret(d) << '\n';
  std::cout << session.rules().rules().size() << " rules, " << diagnostics.size() << " doubts\n";
  return command.strict && !diagnostics.empty() ? kExitFindings : kExitClean;
}

int New(const Command& command, const std::string& id) {
  const auto resources = FindResources(command.resources);
  if (!resources) return UsageError(resources.error().message);
  const auto text = NewRule(resources->rules / "_templates", command.rule_template,
                            id.empty() ? "pack.name" : id);
  if (!text) return UsageError(text.error().message);
  std::cout << *text;
  return kExitClean;
}

bool WritePage(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (file.flush()) return true;
  UsageError(path.string() + ": cannot be written");
  return false;
}

int WritePages(const RuleSet& rules, const std::filesystem::path& folder) {
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (!WritePage(folder / "README.md", RuleIndex(rules.rules()))) return kExitDidNotRun;
  if (!WritePage(folder / "language.md", LanguagePage())) return kExitDidNotRun;
  for (const Rule& rule : rules.rules()) {
    if (!WritePage(folder / (rule.id + ".md"), RulePage(rule))) return kExitDidNotRun;
  }
  return kExitClean;
}

std::shared_ptr<const Reading> ReadTestText(const Session& session, const TestText& text) {
  Metadata metadata;
  metadata.id = text.name;
  metadata.publisher = text.publisher;
  metadata.date = ParseIsoDate(text.date);
  Diagnostics diagnostics;
  const SharedReading read = session.Read(ReadText(text.text, std::move(metadata), &diagnostics));
  return {read, &read->reading};
}

TestReader ReaderOf(const Session& session) {
  TestReader reader;
  reader.read = [&session](const TestText& text) { return ReadTestText(session, text); };
  reader.build = [&session](std::vector<ClaimGraph::Input> inputs) {
    return ClaimGraph::Build(std::move(inputs), session.knowledge());
  };
  reader.relations = session.lexicons().relations.get();
  return reader;
}

// `test --from F-…`: the texts are those on the command line, else the last run's.
int TestFromVerb(Command command) {
  command.run.drafts = command.arguments;
  if (command.run.drafts.empty() && !TakeLastRun(&command))
    return UsageError("there is no last run to take " + command.finding +
                      " from; give the texts: crosscheck test --from " + command.finding +
                      " DRAFT --against SOURCE");
  command.run.audit = command.run.audit || command.run.sources.empty();
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  const auto run = RunCheck(*session, command.run, std::cin);
  if (!run) return UsageError(run.error().message);
  const auto found = std::ranges::find(run->all_findings, command.finding, &Finding::id);
  if (found == run->all_findings.end())
    return UsageError("no finding of these texts is called " + command.finding);
  std::cout << ProposeTest(session->rules(), *found, *run->graph, command.expect,
                           ReaderOf(*session));
  return kExitClean;
}

}  // namespace

int ExplainVerb(const Command& command) {
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  const std::string& id = command.arguments.front();
  if (const Rule* rule = session->rules().Find(id)) {
    std::cout << ExplainRule(*rule);
    return kExitClean;
  }
  std::vector<std::string> ids;
  for (const Rule& rule : session->rules().rules()) ids.push_back(rule.id);
  const std::string nearest = Nearest(id, ids);
  return UsageError("there is no rule \"" + id + "\"" +
                    (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
}

int RulesVerb(const Command& given) {
  Command command = given;
  const std::string what = command.arguments.front();
  const std::string argument = command.arguments.size() > 1 ? command.arguments[1] : "";
  if (what == "schema") {
    std::cout << RulesSchema() << '\n';
    return kExitClean;
  }
  if (what == "new") return New(command, argument);
  // "rules lint my.yaml": the author's own file beside the shipped rules
  if (what == "lint" || what == "list") command.extra_rules.insert(command.extra_rules.end(), command.arguments.begin() + 1, command.arguments.end());
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  if (what == "list") return ListRules(session->rules());
  if (what == "lint") return Lint(command, *session);
  if (what == "doc")
    return WritePages(session->rules(), argument.empty() ? "docs/rules" : argument);
  return UsageError("rules: list, lint, schema, doc or new, not \"" + what + "\"");
}

int TestVerb(const Command& command) {
  if (!command.finding.empty()) return TestFromVerb(command);
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  TestOptions options;
  options.select = command.arguments;
  options.mutate = command.mutate;
  const TestReport report = RunRuleTests(session->rules(), ReaderOf(*session), options);
  const std::string format = command.formats.empty() ? "text" : command.formats.front();
  std::cout << (format == "junit"  ? ToJunit(report)
                : format == "json" ? ToJson(report)
                                   : ToText(report, command.verbose));
  return report.failures() > 0 ? kExitFindings : kExitClean;
}

}  // namespace crosscheck
