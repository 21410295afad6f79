#ifndef CROSSCHECK_CORE_PIPELINE_RUN_H_
#define CROSSCHECK_CORE_PIPELINE_RUN_H_

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/finding/baseline.h"
#include "core/finding/suppression.h"
#include "core/pipeline/session.h"
#include "core/report/report.h"

namespace crosscheck {

// The exit code of a run whose findings reach the level that was asked for.
constexpr int kExitClean = 0;
constexpr int kExitFindings = 1;
constexpr int kExitDidNotRun = 2;
constexpr int kExitSkipped = 3;

// What one `check` or `audit` was asked to do.
struct RunOptions {
  std::vector<std::string> drafts;   // audit: all texts
  std::vector<std::string> sources;  // audit: none
  bool audit = false;
  std::vector<std::string> select, ignore;  // rule id prefixes
  std::vector<std::string> show;  // what is left out by default: "agreement", "note", "hint"
  double min_confidence = 0.0;
  Severity fail_on = Severity::kError;
  bool never_fail = false;
  size_t max_findings = 0;       // 0 = all
  size_t max_bytes = 16u << 20;  // of one document: a shelf of books
  uint64_t rule_limit = EvaluateOptions().limit;
  unsigned threads = 1;
  std::string stdin_name = "stdin.txt";
  // Dates of texts as the user gives them: "FILE=2024-05-15" goes before what the text
  // says, a day alone is that of every text that says none.
  std::vector<std::string> dates;
  double min_supported = 0.0;  // 0 … 1: exit 1 where a smaller share of the checkable claims has support
  std::vector<Suppression> suppressions;
  std::string suppressions_path;     // for diagnostics
  std::optional<Baseline> baseline;  // what it holds is set aside
  // What was asked for beside the texts, for the report: "select" and its values …
  std::vector<std::pair<std::string, std::vector<std::string>>> settings;
  std::optional<Date> today;         // what `until` of suppressions is held against
};

// Whether a word of RunOptions::dates is one: a day, or FILE=DAY.
bool IsGivenDate(std::string_view given);

// A report with all that it points into.
struct Run {
  std::vector<SharedReading> readings;  // index = document in the graph
  std::unique_ptr<ClaimGraph> graph;
  std::vector<Finding> all_findings;  // before filters and cuts, in their order
  BaselineComparison comparison;      // of all_findings; empty without a baseline
  std::vector<RuleCost> costs;        // of each rule that was asked
  Report report;
};

// Called when a phase ends, for logging and benchmarks.
using PhaseObserver = std::function<void(std::string_view phase)>;

// Reads, analyses and judges. An error where the run as a whole cannot be done
// (a named input does not exist); what cannot be read is a row of the report
// with its reason, and the rest is checked. Documents are put in the order of
// their paths first, so the order of arguments and the number of threads change
// nothing.
Result<Run> RunCheck(const Session& session, const RunOptions& options,
                     std::istream& standard_input, const PhaseObserver& observer = {});

// What was read out of files, without judging: for `claims`, `parse`, `text`.
struct ReadFiles {
  std::vector<ReportDocument> rows;  // `document` indexes `readings`
  std::vector<SharedReading> readings;
  Diagnostics diagnostics;
};
Result<ReadFiles> ReadInputs(const Session& session, const RunOptions& options,
                             std::istream& standard_input, const PhaseObserver& observer = {});

// The graph's findings: evaluated, with fingerprints, in their total order.
std::vector<Finding> FindAll(const Session& session, const ClaimGraph& graph,
                             const std::vector<std::string>& names, const EvaluateOptions& options,
                             Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_PIPELINE_RUN_H_
