#include "core/pipeline/acceptance.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool Counts(FindingKind kind) { return kind != FindingKind::kAgreement && kind != FindingKind::kNote; }

// The newest day of a text under check.
std::optional<Date> NewestDay(const ClaimGraph& graph) {
  std::optional<Date> newest;
  for (uint32_t d = 0; d < graph.document_count(); ++d) {
    const std::optional<Date> day = graph.reading(d).document->metadata().date;
    if (graph.side(d) != Side::kSource && day && (!newest || *newest < *day)) newest = day;
  }
  return newest;
}

std::string SentenceHash(const Run& run, uint32_t document, uint32_t offset) {
  const Reading& reading = run.graph->reading(document);
  for (const Sentence& sentence : reading.analysis.sentences) {
    if (!sentence.range.Contains(offset)) continue;
    return StatementHash(run.report.names.Name(document), sentence.range.In(reading.document->text()));
  }
  return "";
}

}  // namespace

void SetAsideSuppressed(const RunOptions& options, Run* run) {
  if (options.suppressions.empty()) return;
  const std::optional<Date> today = options.today ? options.today : NewestDay(*run->graph);
  ApplySuppressions(options.suppressions, options.suppressions_path, *run->graph, run->report.names.names, today,
                    &run->all_findings, &run->report.diagnostics);
}

void SetAsideKnown(const RunOptions& options, Run* run) {
  if (!options.baseline) return;
  std::vector<std::string> statements;
  for (const Finding& finding : run->all_findings) {
    statements.push_back(finding.labels.empty() ? "" : SentenceHash(*run, finding.labels[0].document, finding.labels[0].range.start));
  }
  run->comparison = Compare(*options.baseline, run->all_findings, run->report.names.names, statements);
  for (size_t i = 0; i < run->all_findings.size(); ++i) {
    Finding& finding = run->all_findings[i];
    if (!Counts(finding.kind)) continue;
    const BaselineState state = run->comparison.states[i];
    if (state != BaselineState::kUnchanged)
      finding.tags.emplace_back(ToString(state));
    else if (finding.set_aside.empty())
      finding.set_aside = "in the baseline";
  }
}

Baseline BaselineOf(const Run& run) {
  Baseline baseline;
  for (const Finding& finding : run.all_findings) {
    if (Counts(finding.kind)) baseline.findings.push_back(EntryOf(finding, run.report.names.names));
  }
  for (const ClaimVerdict& claim : run.report.judgement.claims) {
    const ClaimNode& node = run.graph->node(claim.claim);
    if (claim.verdict != Verdict::kSupported) continue;
    baseline.supported.push_back(SentenceHash(run, node.document, run.graph->claim(claim.claim).range.start));
  }
  return baseline;
}

}  // namespace crosscheck
