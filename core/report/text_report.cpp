// The terminal form: each finding with the words of both sides, as compilers show
// their errors, then what was read and how the drafts came out.

#include <algorithm>
#include <map>

#include "core/report/excerpt.h"
#include "core/report/report.h"

namespace crosscheck {
namespace {

constexpr uint32_t kWidth = 100;   // columns of an excerpt
constexpr size_t kMostBrief = 12;  // one-line entries of one rule, without --verbose

// The SGR sequences of a word's weight; empty without colour.
struct Palette {
  std::string_view error, warning, info, quiet, bold, reset;
};
Palette PaletteFor(bool color) {
  if (!color) return {};
  return {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[2m", "\x1b[1m", "\x1b[0m"};
}

std::string Repeated(std::string_view mark, uint32_t count) {
  std::string out;
  for (uint32_t i = 0; i < count; ++i) out += mark;
  return out;
}

class TextReport {
 public:
  TextReport(const Report& report, const FormatOptions& options)
      : report_(report), options_(options), palette_(PaletteFor(options.color)) {
    for (const Finding& finding : report.findings) by_id_[finding.id].push_back(&finding);
  }

  std::string Write() {
    for (const Finding& finding : report_.findings) {
      if (Accuses(finding.kind) && IsFirst(finding) && !ToldAlone(finding)) WriteFinding(finding);
    }
    WriteDisputes();
    WriteToldAlone();
    WriteBrief(FindingKind::kAgreement, "carried by several texts");
    WriteBrief(FindingKind::kNote,
               report_.audit ? "carried by one text only, and other notes" : "notes");
    if (report_.findings_cut > 0) {
      out_ += "… and " + std::to_string(report_.findings_cut) +
              " more findings that --max-findings left out\n\n";
    }
    WriteSummary();
    return std::move(out_);
  }

 private:
  std::string_view ColorOf(Severity severity) const {
    if (severity == Severity::kError) return palette_.error;
    return severity == Severity::kWarning ? palette_.warning : palette_.info;
  }

  // One fingerprint is one finding, however often its words stand in the texts:
  // the first is shown, the others are named below it.
  bool IsFirst(const Finding& finding) const { return by_id_.at(finding.id).front() == &finding; }

  void WriteOtherPlaces(const Finding& shown) {
    std::string places;
    for (const Finding* finding : by_id_.at(shown.id)) {
      if (finding == &shown || finding->labels.empty()) continue;
      const Label& label = finding->labels.front();
      places += (places.empty() ? "" : ", ") + PlaceText(report_, label.document, label.range);
    }
    if (!places.empty()) out_ += "    = also at " + places + "\n";
  }

  void WriteFinding(const Finding& finding) {
    out_ += ColorOf(finding.severity);
    out_ += ToString(finding.severity);
    out_ += "[" + finding.rule + "]";
    out_ += palette_.reset;
    out_ += ": ";
    out_ += palette_.bold;
    out_ += finding.message;
    out_ += palette_.reset;
    out_ += "\n";
    for (size_t i = 0; i < finding.labels.size(); ++i) WriteLabel(finding.labels[i], i == 0);
    WriteOtherPlaces(finding);
    if (!finding.help.empty()) out_ += "    = help: " + finding.help + "\n";
    if (!finding.set_aside.empty()) out_ += "    = set aside: " + finding.set_aside + "\n";
    if (options_.verbose) {
      for (const std::string& step : finding.why) out_ += "    = because: " + step + "\n";
    }
    out_ += palette_.quiet;
    out_ += "    = " + std::string(ToString(finding.kind)) + " · confidence " +
            std::string(ConfidenceWord(finding.confidence)) + " · " + finding.id +
            " · more: crosscheck why " + finding.id;
    out_ += palette_.reset;
    out_ += "\n\n";
  }

  void WriteLabel(const Label& label, bool first) {
    const Reading& reading = report_.graph->reading(label.document);
    const Excerpt excerpt = ExcerptOf(reading, label.range, kWidth);
    const TextRange in_file = report_.names.InFile(label.document, label.range);
    const LineColumn place = PlaceOf(report_.Row(label.document).bytes, in_file.start);
    std::string number = std::to_string(place.line);
    if (number.size() < 4) number.insert(0, 4 - number.size(), ' ');
    const std::string margin(number.size(), ' ');
    out_ +=
        margin + (first ? "┌─ " : "├─ ") + PlaceText(report_, label.document, label.range) + "\n";
    out_ += number + "│ " + excerpt.text + "\n";
    out_ += margin + "│ " + std::string(excerpt.before, ' ');
    out_ += first ? ColorOf(Severity::kError) : palette_.info;
    out_ += Repeated(first ? "^" : "-", std::max(1u, excerpt.width));
    out_ += palette_.reset;
    out_ += (label.label.empty() ? "" : " " + label.label) + "\n";
  }

  // Findings that ask for no action: one line each, with their places.
  void WriteBrief(FindingKind kind, std::string_view title) {
    bool any = false;
    std::map<std::string_view, size_t> of_rule;
    for (const Finding& finding : report_.findings) {
      if (finding.kind != kind || !IsFirst(finding)) continue;
      if (++of_rule[finding.rule] > kMostBrief && !options_.verbose) continue;
      if (!any)
        out_ +=
            std::string(palette_.bold) + std::string(title) + std::string(palette_.reset) + "\n";
      any = true;
      out_ += "  " + finding.message + "\n";
      std::string places;
      for (const Label& label : finding.labels) {
        places += (places.empty() ? "" : ", ") + PlaceText(report_, label.document, label.range);
      }
      out_ += std::string(palette_.quiet) + "    " + places + " · " + finding.id +
              std::string(palette_.reset) + "\n";
    }
    for (const auto& [rule, count] : of_rule) {
      if (count <= kMostBrief || options_.verbose) continue;
      out_ += "  … and " + std::to_string(count - kMostBrief) + " more of " + std::string(rule) +
              " (--verbose)\n";
    }
    if (any) out_ += "\n";
  }

  // What a draft tells that was not made from its sources: no fault of it.
  bool ToldAlone(const Finding& finding) const {
    return finding.kind == FindingKind::kUnsupported && finding.severity == Severity::kInfo && !finding.labels.empty() &&
           report_.graph->TellsOnItsOwn(finding.labels.front().document);
  }

  // One line for each such draft, and with --verbose one for each finding.
  void WriteToldAlone() {
    bool any = false;
    for (const ReportDocument& row : report_.documents) {
      if (row.document == kNotInGraph || !report_.graph->TellsOnItsOwn(row.document)) continue;
      std::vector<const Finding*> alone;
      std::map<std::string_view, size_t> of_rule;
      for (const Finding& finding : report_.findings) {
        if (!ToldAlone(finding) || finding.labels.front().document != row.document) continue;
        alone.push_back(&finding);
        ++of_rule[finding.rule];
      }
      if (alone.empty()) continue;
      any = true;
      out_ += row.path + " was not made from these sources but tells the matter on its own; not in them:";
      for (const auto& [rule, count] : of_rule) {
        out_ += (rule == of_rule.begin()->first ? " " : ", ") + std::to_string(count) + " × " + std::string(rule);
      }
      out_ += options_.verbose ? "\n" : " (--verbose lists them)\n";
      for (const Finding* finding : alone) {
        if (!options_.verbose) break;
        const Label& label = finding->labels.front();
        out_ += "  " + finding->message + "\n";
        out_ += std::string(palette_.quiet) + "    " + PlaceText(report_, label.document, label.range) + " · " + finding->id +
                std::string(palette_.reset) + "\n";
      }
    }
    if (any) out_ += "\n";
  }

  // Only disputes of several conflicts: of two claims, the finding says it all.
  void WriteDisputes() {
    bool any = false;
    for (const Dispute& dispute : report_.disputes) {
      if (dispute.findings.size() < 2) continue;
      if (!any) out_ += std::string(palette_.bold) + "disputes" + std::string(palette_.reset) + "\n";
      any = true;
      out_ += "  " + std::to_string(dispute.places.size()) + " claims, " + std::to_string(dispute.findings.size()) +
              " contradictions; " + (dispute.smallest ? "the fewest" : "few") + " that would have to go:";
      for (const size_t i : dispute.repair) out_ += " " + PlaceText(report_, dispute.places[i].document, dispute.places[i].range);
      out_ += "\n";
      if (dispute.alone != ~0u) out_ += "    " + report_.names.Name(dispute.alone) + " stands alone against the others\n";
      if (!dispute.settles.empty()) out_ += "    what would settle it: " + dispute.settles + "\n";
    }
    if (any) out_ += "\n";
  }

  void WriteSummary() {
    for (const ReportDocument& row : report_.documents) {
      const bool judged = row.document != kNotInGraph && row.side != Side::kSource;
      if (judged && !report_.audit)
        out_ += row.path + ": " + CountsText(CountClaims(report_, row.document)) + "\n";
    }
    if (report_.audit) out_ += "all texts: " + CountsText(CountClaims(report_, kNotInGraph)) + "\n";
    size_t read = 0;
    std::string unread;
    for (const ReportDocument& row : report_.documents) {
      if (!report_.audit && row.side != Side::kSource) {
        if (!row.reason.empty()) unread += "\n  not read: " + row.path + " (" + row.reason + ")";
        continue;
      }
      if (row.reason.empty()) ++read;
      if (!row.reason.empty()) unread += "\n  not read: " + row.path + " (" + row.reason + ")";
    }
    out_ +=
        (report_.audit ? "texts: " : "sources: ") + std::to_string(read) + " read" + unread + "\n";
    if (report_.findings_set_aside > 0)
      out_ += std::to_string(report_.findings_set_aside) + " set aside: suppressed, or in the baseline (--show suppressed)\n";
    out_ += "→ exit " + std::to_string(report_.exit_code) + "\n";
  }

  static std::string CountsText(const ClaimCounts& counts) {
    const auto number = [](size_t n, std::string_view what) {
      return std::to_string(n) + " " + std::string(what);
    };
    std::string text = number(counts.all, counts.all == 1 ? "claim: " : "claims: ");
    text += number(counts.Of(Verdict::kSupported), "supported");
    if (counts.by_two_origins > 0)
      text += " (" + number(counts.by_two_origins, "by two or more origins)");
    text += ", " + number(counts.Of(Verdict::kContradicted), "contradicted");
    text += ", " + number(counts.Of(Verdict::kUnsupported), "unsupported");
    text += ", " + number(counts.Of(Verdict::kOpen), "open");
    text += ", " + number(counts.Of(Verdict::kNotCheckable), "not checkable");
    return text;
  }

  const Report& report_;
  const FormatOptions& options_;
  Palette palette_;
  std::map<std::string_view, std::vector<const Finding*>> by_id_;  // in their order
  std::string out_;
};

}  // namespace

std::string WriteTextReport(const Report& report, const FormatOptions& options) {
  return TextReport(report, options).Write();
}

}  // namespace crosscheck
