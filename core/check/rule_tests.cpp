// The tests that stand inside rules. Each is run through the whole program: its
// texts are read, the graph is built, and the one rule is evaluated alone, so a
// failure says either that the reading or that the rule is wrong; the claims as
// read are printed to tell which.
#include "core/check/rule_tests.h"

#include <algorithm>
#include <map>

#include "core/base/markup.h"
#include "core/check/rule.h"
#include "core/check/synthetic.h"
#include "core/check/test_marks.h"
#include "core/check/test_mutants.h"

namespace crosscheck {

char Mark(TestOutcome outcome) { return ".NM?!WES"[static_cast<size_t>(outcome)]; }

size_t TestReport::failures() const {
  return static_cast<size_t>(std::count_if(results.begin(), results.end(), [](const TestResult& r) {
    return r.outcome == TestOutcome::kNoisy || r.outcome == TestOutcome::kMissing ||
           r.outcome == TestOutcome::kWrong || r.outcome == TestOutcome::kBroken ||
           r.outcome == TestOutcome::kSurvived;
  }));
}

namespace {

// The words of `text` with * for any: as in a shell.
bool Like(std::string_view pattern, std::string_view text) {
  size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// A test made ready: its texts or claims as a graph.
struct Prepared {
  std::vector<std::shared_ptr<const Reading>> readings;
  std::vector<std::unique_ptr<SyntheticReading>> synthetic;
  std::vector<SpanMark> marks;
  std::unique_ptr<ClaimGraph> graph;
  std::string error;
};

Prepared Prepare(const Rule& rule, const RuleTest& test, const TestReader& reader) {
  Prepared made;
  std::vector<ClaimGraph::Input> inputs;
  for (const TestDocument& doc : test.docs) {
    TestText text;
    text.side = doc.name.starts_with("draft")  ? Side::kDraft
                : doc.name.starts_with("text/") ? Side::kBoth
                                                : Side::kSource;
    const size_t slash = doc.name.find('/');
    text.name = slash == std::string::npos ? doc.name : doc.name.substr(slash + 1);
    text.text = TakeMarks(doc.text, static_cast<uint32_t>(inputs.size()), &made.marks);
    text.date = doc.date;
    text.publisher = doc.publisher;
    made.readings.push_back(reader.read(text));
    inputs.push_back({made.readings.back().get(), text.side});
  }
  if (!test.claims.empty()) {
    Diagnostics diagnostics;
    made.synthetic = MakeReadings(test.claims, rule.path, &diagnostics);
    if (!diagnostics.empty()) made.error = ToText(diagnostics.front());
    for (const auto& one : made.synthetic) {
      for (const auto& [alias, range] : one->marks)
        made.marks.push_back({alias, static_cast<uint32_t>(inputs.size()), range});
      inputs.push_back({&one->reading, one->side});
    }
  }
  made.graph = std::make_unique<ClaimGraph>(reader.build(std::move(inputs)));
  return made;
}

class Runner {
 public:
  Runner(const RuleSet& rules, const TestReader& reader) : rules_(rules), reader_(reader) {}

  TestResult Run(const Rule& rule, const RuleTest& test) const {
    TestResult result{rule.id, test.name, rule.path, "", test.line, TestOutcome::kPassed, ""};
    const Prepared made = Prepare(rule, test, reader_);
    if (!made.error.empty()) {
      result.outcome = TestOutcome::kBroken;
      result.detail = made.error;
      return result;
    }
    const std::vector<Finding> findings = Findings(rule, test, *made.graph);
    const auto sure =
        std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return !f.open; });
    const std::string got = sure != findings.end() ? "fires" : findings.empty() ? "silent" : "open";
    result.outcome = Weigh(test.expect, got);
    if (result.outcome == TestOutcome::kPassed && got == "fires")
      CheckFinding(test, made, findings, &result);
    if (result.outcome == TestOutcome::kPassed) return result;
    result.detail += "expected: " + test.expect + "; got: " + got + "\n";
    for (const Finding& f : findings)
      result.detail += "  " + f.message + (f.open ? " (open)" : "") + "\n";
    result.detail += DescribeClaims(*made.graph);
    return result;
  }

 private:
  std::vector<Finding> Findings(const Rule& rule, const RuleTest& test,
                                const ClaimGraph& graph) const {
    EvaluateOptions options;
    options.select = {rule.id};
    options.relations = reader_.relations;
    options.open = true;
    options.params = test.params;
    std::vector<Finding> findings = Evaluate(rules_, graph, options, nullptr);
    std::erase_if(findings, [&rule](const Finding& f) { return f.rule != rule.id; });
    return findings;
  }

  static TestOutcome Weigh(const std::string& expect, const std::string& got) {
    if (expect == "todo-fires") return got == "fires" ? TestOutcome::kClosed : TestOutcome::kGap;
    if (expect == "todo-silent") return got == "silent" ? TestOutcome::kClosed : TestOutcome::kGap;
    if (expect == got) return TestOutcome::kPassed;
    if (got == "fires") return TestOutcome::kNoisy;
    return expect == "silent" ? TestOutcome::kNoisy : TestOutcome::kMissing;
  }

  // Every marked span must be touched by a label, and the message must be like
  // the one that is expected.
  static void CheckFinding(const RuleTest& test, const Prepared& made,
                           const std::vector<Finding>& findings, TestResult* result) {
    for (const SpanMark& mark : made.marks) {
      const bool labelled =
          std::any_of(findings.begin(), findings.end(), [&mark](const Finding& f) {
            return std::any_of(f.labels.begin(), f.labels.end(), [&mark](const Label& l) {
              return l.document == mark.document && l.range.Overlaps(mark.range);
            });
          });
      if (labelled) continue;
      result->outcome = TestOutcome::kWrong;
      result->detail += "no label at [[" + mark.alias + ":…]]\n";
    }
    const bool alike = test.message.empty() ||
                       std::any_of(findings.begin(), findings.end(), [&test](const Finding& f) {
                         return Like(test.message, f.message);
                       });
    const bool graded = test.severity.empty() || std::any_of(findings.begin(), findings.end(), [&test](const Finding& f) {
                          return ToString(f.severity) == test.severity;
                        });
    if (!graded) {
      result->outcome = TestOutcome::kWrong;
      result->detail += "no finding of severity " + test.severity + "\n";
    }
    if (alike) return;
    result->outcome = TestOutcome::kWrong;
    result->detail += "no message like \"" + test.message + "\"\n";
  }

  const RuleSet& rules_;
  const TestReader& reader_;
};

// What is only open is not said to anybody, so it counts as silent.
TestResult RunMutant(const Runner& runner, const Rule& rule, const Mutant& mutant) {
  TestResult result = runner.Run(rule, mutant.test);
  result.mutant = mutant.kind;
  const bool open =
      mutant.test.expect == "silent" && result.detail.find("; got: open\n") != std::string::npos;
  if (open || result.outcome == TestOutcome::kWrong) {
    result.outcome = TestOutcome::kPassed;
    result.detail.clear();
  } else if (result.outcome != TestOutcome::kPassed) {
    result.outcome = TestOutcome::kSurvived;
  }
  return result;
}

}  // namespace

TestResult RunRuleTest(const RuleSet& rules, const Rule& rule, const RuleTest& test,
                       const TestReader& reader) {
  return Runner(rules, reader).Run(rule, test);
}

TestReport RunRuleTests(const RuleSet& rules, const TestReader& reader,
                        const TestOptions& options) {
  TestReport report;
  const Runner runner(rules, reader);
  for (const Rule& rule : rules.rules()) {
    const bool selected =
        options.select.empty() ||
        std::any_of(options.select.begin(), options.select.end(),
                    [&rule](const std::string& p) { return rule.id.starts_with(p); });
    if (!selected) continue;
    for (const RuleTest& test : rule.tests) {
      report.results.push_back(runner.Run(rule, test));
      if (!options.mutate || report.results.back().outcome != TestOutcome::kPassed) continue;
      for (const Mutant& mutant : MutantsOf(rule, test))
        report.results.push_back(RunMutant(runner, rule, mutant));
    }
  }
  return report;
}

namespace {

// "12 mutants, 1 survived: figure 0 of 7, polarity 1 of 5".
std::string MutantLine(const TestReport& report) {
  std::map<std::string_view, std::pair<size_t, size_t>> kinds;  // survived, all
  size_t all = 0, survived = 0;
  for (const TestResult& r : report.results) {
    if (r.mutant.empty()) continue;
    const size_t lives = r.outcome == TestOutcome::kSurvived ? 1 : 0;
    kinds[r.mutant].first += lives;
    ++kinds[r.mutant].second;
    survived += lives;
    ++all;
  }
  if (all == 0) return "";
  std::string out = std::to_string(all) + " mutants, " + std::to_string(survived) + " survived:";
  for (const MutantKind& kind : MutantKinds()) {
    const auto found = kinds.find(kind.name);
    if (found == kinds.end()) continue;
    out += (out.back() == ':' ? " " : ", ") + std::string(kind.name) + " " +
           std::to_string(found->second.first) + " of " + std::to_string(found->second.second);
  }
  return out + "\n";
}

std::string NameOf(const TestResult& result) {
  return result.rule + ": " +
         (result.name.empty() ? "line " + std::to_string(result.line) : result.name);
}

}  // namespace

std::string ToText(const TestReport& report, bool verbose) {
  std::string out;
  std::map<std::string, std::string> lines;
  std::vector<std::string> order;
  for (const TestResult& r : report.results) {
    if (lines.find(r.rule) == lines.end()) order.push_back(r.rule);
    lines[r.rule] += Mark(r.outcome);
  }
  for (const std::string& rule : order) {
    const bool all = lines[rule].find_first_not_of('.') == std::string::npos;
    if (!all || verbose) out += lines[rule] + "  " + rule + "\n";
  }
  for (const TestResult& r : report.results) {
    const bool bad = r.outcome != TestOutcome::kPassed && r.outcome != TestOutcome::kGap;
    if (!bad) continue;
    out += "\n" + std::string(1, Mark(r.outcome)) + " " + NameOf(r) + "\n  " + r.path + ":" +
           std::to_string(r.line) + "\n" + r.detail;
    if (r.outcome == TestOutcome::kClosed)
      out += "  the gap is closed: expect fires or silent without todo-\n";
  }
  size_t gaps = 0, tests = 0;
  for (const TestResult& r : report.results) {
    gaps += r.outcome == TestOutcome::kGap ? 1 : 0;
    tests += r.mutant.empty() ? 1 : 0;
  }
  out += "\n" + std::to_string(tests) + " tests of " + std::to_string(order.size()) + " rules, " +
         std::to_string(report.failures()) + " failed, " + std::to_string(gaps) + " known gaps\n";
  return out + MutantLine(report);
}

std::string ToJunit(const TestReport& report) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"rules\" tests=\"" +
      std::to_string(report.results.size()) + "\" failures=\"" + std::to_string(report.failures()) +
      "\">\n";
  for (const TestResult& r : report.results) {
    out += "  <testcase classname=\"" + EscapeMarkup(r.rule) + "\" name=\"" + EscapeMarkup(NameOf(r)) +
           "\" file=\"" + EscapeMarkup(r.path) + "\" line=\"" + std::to_string(r.line) + "\"";
    const bool bad = r.outcome != TestOutcome::kPassed && r.outcome != TestOutcome::kGap &&
                     r.outcome != TestOutcome::kClosed;
    if (bad)
      out += "><failure type=\"" + std::string(1, Mark(r.outcome)) + "\">" + EscapeMarkup(r.detail) +
             "</failure></testcase>\n";
    else if (r.outcome == TestOutcome::kGap)
      out += "><skipped message=\"known gap\"/></testcase>\n";
    else
      out += "/>\n";
  }
  return out + "</testsuite>\n";
}

std::string ToJson(const TestReport& report) {
  std::string out = "{\"tests\": [";
  for (size_t i = 0; i < report.results.size(); ++i) {
    const TestResult& r = report.results[i];
    out += std::string(i == 0 ? "" : ",") + "\n  {\"rule\": " + QuoteYaml(r.rule) +
           ", \"name\": " + QuoteYaml(r.name) + ", \"path\": " + QuoteYaml(r.path) +
           ", \"line\": " + std::to_string(r.line) +
           (r.mutant.empty() ? "" : ", \"mutant\": " + QuoteYaml(r.mutant)) + ", \"outcome\": \"" +
           Mark(r.outcome) + "\", \"detail\": " + QuoteYaml(r.detail) + "}";
  }
  return out + "\n], \"failures\": " + std::to_string(report.failures()) + "}\n";
}

std::string DescribeClaims(const ClaimGraph& graph) {
  std::string out;
  for (uint32_t d = 0; d < graph.document_count(); ++d) {
    const Reading& r = graph.reading(d);
    const std::string& id = r.analysis.document->metadata().id;
    if (r.claims.empty()) out += "  " + id + ": no claim was read\n";
    for (const Claim& c : r.claims) {
      out += "  " + id + ": " + (c.subject.key.empty() ? "?" : c.subject.key) + " · " + c.relation +
             (c.object.present() ? " · " + c.object.key : "");
      if (c.figure >= 0) out += " · " + ToText(r.figures[static_cast<size_t>(c.figure)]);
      if (c.time >= 0) out += " · " + r.times[static_cast<size_t>(c.time)].value;
      if (c.polarity == Polarity::kDenied) out += " · denied";
      if (c.modality != Modality::kAsserted) out += " · " + std::string(ToString(c.modality));
      if (!c.speakers.empty()) out += " · said by somebody";
      if (c.not_checkable != NotCheckable::kNone)
        out += " · not checkable: " + std::string(ToString(c.not_checkable));
      out += "\n";
    }
  }
  for (const Evidence& e : graph.evidence()) {
    out += "  evidence " + std::string(e.kind) + " " + std::to_string(e.strength).substr(0, 4) +
           ": " + e.reason + "\n";
  }
  return out;
}

}  // namespace crosscheck
