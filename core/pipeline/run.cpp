#include "core/pipeline/run.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/parallel.h"
#include "core/document/reader.h"
#include "core/pipeline/acceptance.h"
#include "core/pipeline/input_files.h"
#include "core/pipeline/verdicts.h"

namespace crosscheck {
namespace {

constexpr std::string_view kVersion = "0.1.0";

// The rows of a run before anything was read: drafts first, each side by path.
Result<std::vector<ReportDocument>> RowsOf(const RunOptions& options, Diagnostics* diagnostics) {
  auto drafts = CollectInputs(options.drafts);
  if (!drafts) return drafts.error();
  auto sources = CollectInputs(options.sources);
  if (!sources) return sources.error();
  if (!options.sources.empty() && sources->empty()) {
    diagnostics->push_back({DiagnosticLevel::kWarning, "input.no-sources", options.sources.front(), 0, 0,
                            "there is no text in it, so nothing can have support", ""});
  }
  std::vector<ReportDocument> rows;
  const auto add = [&](const InputFile& file, Side side) {
    ReportDocument row;
    row.path = file.path;
    row.reason = file.reason;
    row.side = side;
    rows.push_back(std::move(row));
  };
  for (const InputFile& file : *drafts) add(file, options.audit ? Side::kBoth : Side::kDraft);
  const size_t draft_count = rows.size();
  for (const InputFile& file : *sources) {
    bool is_draft = false;
    for (size_t i = 0; i < draft_count; ++i)
      is_draft = is_draft || SameFile(rows[i].path, file.path);
    if (!is_draft) {
      add(file, Side::kSource);
    } else {
      diagnostics->push_back({DiagnosticLevel::kNote, "input.draft-among-sources", file.path, 0, 0,
                              "the draft lies among the sources and is not held against itself",
                              ""});
    }
  }
  return rows;
}

// Bytes of one row; its reason is set where there are none.
void LoadBytes(const RunOptions& options, std::istream& standard_input, ReportDocument* row) {
  if (row->path == "-") {
    row->path = options.stdin_name;
    row->bytes.assign(std::istreambuf_iterator<char>(standard_input), {});
    return;
  }
  auto bytes = ReadFile(row->path);
  if (bytes) {
    row->bytes = *std::move(bytes);
  } else {
    row->reason = bytes.error().message;
    const std::string prefix = row->path + ": ";
    if (row->reason.starts_with(prefix)) row->reason.erase(0, prefix.size());
  }
}

struct OneRead {
  SharedReading reading;
  Diagnostics diagnostics;
};

// The day that the user gave for this text, or for every text (`named` false).
std::optional<Date> GivenDate(const RunOptions& options, std::string_view path, bool named) {
  for (const std::string& given : options.dates) {
    const size_t equals = given.rfind('=');
    if ((equals != std::string::npos) != named) continue;
    if (!named) return ParseIsoDate(given);
    const std::string_view file = std::string_view(given).substr(0, equals);
    const bool tail = path.size() > file.size() && path.ends_with(file) && path[path.size() - file.size() - 1] == '/';
    if (path == file || tail) return ParseIsoDate(std::string_view(given).substr(equals + 1));
  }
  return std::nullopt;
}

OneRead ReadRow(const Session& session, const RunOptions& options, ReportDocument* row) {
  OneRead one;
  Metadata metadata;
  metadata.id = row->path;
  metadata.path = row->path;
  metadata.date = GivenDate(options, row->path, true);
  row->sha256 = Sha256(row->bytes);
  auto document = ReadDocument(row->bytes, metadata, options.max_bytes, &one.diagnostics);
  if (document && !document->metadata().date) {
    metadata.date = GivenDate(options, row->path, false);
    if (metadata.date) document = ReadDocument(row->bytes, metadata, options.max_bytes, &one.diagnostics);
  }
  if (!document) {
    row->reason = document.error().message;
  } else if (document->blocks().empty()) {
    row->reason = "there is no text in it";
  } else {
    one.reading = session.Read(*std::move(document));
  }
  return one;
}

bool Shown(const Finding& finding, const RunOptions& options) {
  if (finding.severity == Severity::kOff || finding.confidence < options.min_confidence)
    return false;
  const auto asked = [&](std::string_view what) {
    return std::ranges::find(options.show, what) != options.show.end();
  };
  if (!finding.set_aside.empty() && !asked("suppressed")) return false;
  // Hints only move the suspicion of a draft; on their own they help nobody.
  if (finding.severity == Severity::kHint && !asked("hint")) return false;
  return Accuses(finding.kind) || options.audit || asked(ToString(finding.kind));
}

// In an audit no text has to be carried by another: what only one text says is
// worth knowing and no more.
void CarriedByOneText(std::vector<Finding>* findings) {
  for (Finding& finding : *findings) {
    if (finding.kind != FindingKind::kUnsupported) continue;
    finding.kind = FindingKind::kNote;
    finding.severity = std::max(finding.severity, Severity::kInfo);
    finding.tags.emplace_back("carried-by-one-text");
    constexpr std::string_view kNoSource = "no source";  // every other text is one here
    if (finding.message.starts_with(kNoSource)) finding.message.replace(0, kNoSource.size(), "no other text");
  }
}

bool EnoughSupported(const Report& report, const RunOptions& options) {
  const ClaimCounts counts = CountClaims(report, kNotInGraph);
  const size_t checkable = counts.all - counts.Of(Verdict::kNotCheckable);
  return static_cast<double>(counts.Of(Verdict::kSupported)) >= options.min_supported * static_cast<double>(checkable);
}

int ExitCode(const Report& report, const std::vector<Finding>& findings,
             const RunOptions& options) {
  const bool failed = std::ranges::any_of(findings, [&](const Finding& finding) {
    return Accuses(finding.kind) && finding.severity <= options.fail_on && finding.set_aside.empty();
  }) || !EnoughSupported(report, options);
  if (failed && !options.never_fail) return kExitFindings;
  const bool skipped = std::ranges::any_of(
      report.documents, [](const ReportDocument& d) { return !d.reason.empty(); });
  return skipped ? kExitSkipped : kExitClean;
}

void Observe(const PhaseObserver& observer, std::string_view phase) {
  if (observer) observer(phase);
}

}  // namespace

bool IsGivenDate(std::string_view given) {
  const size_t equals = given.rfind('=');
  return ParseIsoDate(equals == std::string_view::npos ? given : given.substr(equals + 1)).has_value();
}

Result<ReadFiles> ReadInputs(const Session& session, const RunOptions& options,
                             std::istream& standard_input, const PhaseObserver& observer) {
  ReadFiles files;
  auto rows = RowsOf(options, &files.diagnostics);
  if (!rows) return rows.error();
  files.rows = *std::move(rows);
  for (ReportDocument& row : files.rows) {
    if (row.reason.empty()) LoadBytes(options, standard_input, &row);
  }
  Observe(observer, "load");
  std::vector<OneRead> read(files.rows.size());
  ParallelFor(files.rows.size(), options.threads, [&](size_t i) {
    if (files.rows[i].reason.empty()) read[i] = ReadRow(session, options, &files.rows[i]);
  });
  for (size_t i = 0; i < read.size(); ++i) {
    files.diagnostics.insert(files.diagnostics.end(), read[i].diagnostics.begin(),
                             read[i].diagnostics.end());
    if (read[i].reading == nullptr) continue;
    files.rows[i].document = static_cast<uint32_t>(files.readings.size());
    files.readings.push_back(read[i].reading);
  }
  Observe(observer, "read");
  return files;
}

std::vector<Finding> FindAll(const Session& session, const ClaimGraph& graph,
                             const std::vector<std::string>& names, const EvaluateOptions& options,
                             Diagnostics* diagnostics) {
  EvaluateOptions informed = options;
  informed.relations = session.lexicons().relations.get();
  std::vector<Finding> findings = Evaluate(session.rules(), graph, informed, diagnostics);
  for (Finding& finding : findings) {
    if (finding.id.empty()) SetFingerprint(names, &finding);
  }
  std::ranges::stable_sort(findings,
                           [](const Finding& a, const Finding& b) { return Before(a, b); });
  return findings;
}

Result<Run> RunCheck(const Session& session, const RunOptions& options,
                     std::istream& standard_input, const PhaseObserver& observer) {
  auto files = ReadInputs(session, options, standard_input, observer);
  if (!files) return files.error();
  Run run;
  run.readings = std::move(files->readings);
  Report& report = run.report;
  report.audit = options.audit;
  report.version = kVersion;
  report.settings = options.settings;
  report.documents = std::move(files->rows);
  report.diagnostics = std::move(files->diagnostics);
  std::vector<ClaimGraph::Input> inputs;
  for (const ReportDocument& row : report.documents) {
    if (row.document == kNotInGraph) continue;
    inputs.push_back({&run.readings[row.document]->reading, row.side});
    report.names.names.push_back(row.path);
  }
  run.graph =
      std::make_unique<ClaimGraph>(ClaimGraph::Build(std::move(inputs), session.knowledge()));
  report.graph = run.graph.get();
  report.names.graph = run.graph.get();
  Observe(observer, "graph");
  EvaluateOptions evaluate;
  evaluate.threads = options.threads;
  evaluate.select = options.select;
  evaluate.ignore = options.ignore;
  evaluate.limit = options.rule_limit;
  evaluate.costs = &run.costs;
  run.all_findings =
      FindAll(session, *run.graph, report.names.names, evaluate, &report.diagnostics);
  if (options.audit) CarriedByOneText(&run.all_findings);
  Observe(observer, "rules");
  SetAsideSuppressed(options, &run);
  std::vector<Finding> counted;
  std::ranges::copy_if(run.all_findings, std::back_inserter(counted),
                       [](const Finding& finding) { return finding.set_aside.empty(); });
  report.judgement = Judge(*run.graph, counted);
  SetAsideKnown(options, &run);
  report.findings_set_aside = static_cast<size_t>(std::ranges::count_if(
      run.all_findings, [](const Finding& finding) { return !finding.set_aside.empty(); }));
  std::ranges::copy_if(run.all_findings, std::back_inserter(report.findings),
                       [&](const Finding& finding) { return Shown(finding, options); });
  report.exit_code = ExitCode(report, report.findings, options);
  if (options.max_findings > 0 && report.findings.size() > options.max_findings) {
    report.findings_cut = report.findings.size() - options.max_findings;
    report.findings.resize(options.max_findings);
  }
  report.disputes = FindDisputes(*run.graph, report.findings);
  report.diagnostics.insert(report.diagnostics.end(), run.graph->diagnostics().begin(),
                            run.graph->diagnostics().end());
  Observe(observer, "verdicts");
  return run;
}

}  // namespace crosscheck
