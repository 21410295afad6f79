#include "core/pipeline/acceptance.h"

#include <algorithm>

#include "core/pipeline/inline_ignores.h"

namespace crosscheck {
namespace {

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

// Comments are a thing of markup; in plain text they would be words.
bool HoldsComments(std::string_view path) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{".md", ".markdown", ".html", ".htm", ".xhtml"},
                             [path](std::string_view suffix) { return path.ends_with(suffix); });
}

bool Covers(const Run& run, const InlineIgnore& ignore, uint32_t document, const Finding& finding) {
  if (finding.rule != ignore.rule && !finding.rule.starts_with(ignore.rule + ".")) return false;
  return std::ranges::any_of(finding.labels, [&](const Label& label) {
    return label.document == document && run.report.names.InFile(document, label.range).Overlaps(ignore.covers);
  });
}

void SetAsideByComments(Run* run) {
  for (const ReportDocument& row : run->report.documents) {
    if (row.document == kNotInGraph || row.side == Side::kSource || !HoldsComments(row.path)) continue;
    for (const InlineIgnore& ignore : FindInlineIgnores(row.bytes, row.path, &run->report.diagnostics)) {
      bool used = false;
      for (Finding& finding : run->all_findings) {
        if (!Covers(*run, ignore, row.document, finding)) continue;
        finding.set_aside = ignore.reason;
        used = true;
      }
      if (used) continue;
      run->report.diagnostics.push_back({DiagnosticLevel::kWarning, "suppression.unused", row.path, ignore.line, 0,
                                         ignore.rule + " finds nothing here to ignore", "take the comment out"});
    }
  }
}

}  // namespace

void SetAsideSuppressed(const RunOptions& options, Run* run) {
  SetAsideByComments(run);
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
    if (!Accuses(finding.kind)) continue;
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
    if (Accuses(finding.kind)) baseline.findings.push_back(EntryOf(finding, run.report.names.names));
  }
  for (const ClaimVerdict& claim : run.report.judgement.claims) {
    const ClaimNode& node = run.graph->node(claim.claim);
    if (claim.verdict != Verdict::kSupported) continue;
    baseline.supported.push_back(SentenceHash(run, node.document, run.graph->claim(claim.claim).range.start));
  }
  return baseline;
}

}  // namespace crosscheck
