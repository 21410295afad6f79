#include "tools/rule_verbs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/base/nearest.h"
#include "core/check/lint.h"
#include "core/check/rule.h"
#include "core/check/rule_doc.h"
#include "core/check/rule_tests.h"
#include "core/check/schema.h"
#include "core/document/reader.h"
#include "core/report/report.h"

namespace crosscheck {
namespace {

int ListRules(const RuleSet& rules) {
  for (const Rule& rule : rules.rules()) {
    std::cout << rule.id << "  " << ToString(rule.finding) << "  " << ToString(rule.severity)
              << "  " << rule.summary << '\n';
  }
  return kExitClean;
}

int Lint(const Command& command, const RuleSet& rules) {
  const Diagnostics diagnostics = LintRules(rules, command.verbose);
  for (const Diagnostic& d : diagnostics) std::cout << WithCaret(d) << '\n';
  std::cout << rules.rules().size() << " rules, " << diagnostics.size() << " doubts\n";
  const bool wrong = std::ranges::any_of(
      diagnostics, [](const Diagnostic& d) { return d.level == DiagnosticLevel::kError; });
  return wrong ? kExitDidNotRun : kExitClean;
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

int RulesVerb(const Command& command) {
  const std::string& what = command.arguments.front();
  const std::string argument = command.arguments.size() > 1 ? command.arguments[1] : "";
  if (what == "schema") {
    std::cout << RulesSchema() << '\n';
    return kExitClean;
  }
  if (what == "new") {
    const std::string text = NewRule("conflict", argument.empty() ? "pack.name" : argument);
    std::cout << text;
    return text.empty() ? kExitDidNotRun : kExitClean;
  }
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  if (what == "list") return ListRules(session->rules());
  if (what == "lint") return Lint(command, session->rules());
  if (what == "doc")
    return WritePages(session->rules(), argument.empty() ? "docs/rules" : argument);
  return UsageError("rules: list, lint, schema, doc or new, not \"" + what + "\"");
}

int TestVerb(const Command& command) {
  const auto session = OpenSession(command, true);
  if (!session) return kExitDidNotRun;
  TestReader reader;
  reader.read = [&](const TestText& text) { return ReadTestText(*session, text); };
  reader.build = [&](std::vector<ClaimGraph::Input> inputs) {
    return ClaimGraph::Build(std::move(inputs), session->knowledge());
  };
  reader.relations = session->lexicons().relations.get();
  TestOptions options;
  options.select = command.arguments;
  options.mutate = command.mutate;
  const TestReport report = RunRuleTests(session->rules(), reader, options);
  const std::string format = command.formats.empty() ? "text" : command.formats.front();
  std::cout << (format == "junit"  ? ToJunit(report)
                : format == "json" ? ToJson(report)
                                   : ToText(report, command.verbose));
  return report.failures() > 0 ? kExitFindings : kExitClean;
}

}  // namespace crosscheck
