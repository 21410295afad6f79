// One HTML file: no request leaves it, nothing in it needs a script.
//
// The texts stand on the left, each labelled stretch underlined and numbered; the
// findings stand on the right with the words of every side, where they come from
// and the steps that led there. Stretches overlap freely, so a text is cut at
// every border of a label and each piece carries the numbers of all findings that
// hold it. A verdict is a colour, a mark and a word. Everything that comes from a
// text is escaped. On paper the columns follow each other.

#include <algorithm>
#include <map>
#include <set>

#include "core/base/markup.h"
#include "core/report/excerpt.h"
#include "core/report/report.h"

namespace crosscheck {
namespace {

constexpr uint32_t kEvidenceWidth = 400;  // code points of context around a label

constexpr std::string_view kStyle = R"(
:root{--ink:#1b1b1b;--paper:#fff;--quiet:#666;--line:#ddd;--red:#b00020;--orange:#b25900;--blue:#0b57a4;--green:#1d7a33}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#16181b;--quiet:#a0a0a0;--line:#3a3d42;--red:#ff8a80;--orange:#ffb870;--blue:#8ab8ff;--green:#80d090}}
body{margin:0 auto;max-width:90rem;padding:1rem;font:16px/1.5 Georgia,serif;color:var(--ink);background:var(--paper)}
h1,h2,h3,table,.meta,.mark,nav{font-family:system-ui,sans-serif}
h1{font-size:1.4rem}h2{font-size:1.1rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:.2rem 0}
table{border-collapse:collapse;font-size:.85rem;margin:.5rem 0}th,td{border:1px solid var(--line);padding:.2rem .6rem;text-align:left;vertical-align:top}td.n{text-align:right}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2rem}
.text p{margin:.4rem 0}.text .furniture{color:var(--quiet);font-size:.85rem}.text .heading{font-weight:bold}
.text .list-item{margin-left:1.5rem}.text .quotation{margin-left:1.5rem;font-style:italic}.text .table-row{font-family:monospace;font-size:.85rem}
a.span{color:inherit;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
.contradiction{--c:var(--red)}.drift,.unsupported{--c:var(--orange)}.tension{--c:var(--blue)}.agreement,.note{--c:var(--green)}
a.contradiction{text-decoration-style:wavy}a.unsupported{text-decoration-style:dashed}a.tension{text-decoration-style:dotted}a.agreement,a.note{text-decoration-thickness:1px}
a.span{text-decoration-color:var(--c)}sup{font-size:.65em;color:var(--quiet)}
article{border:1px solid var(--line);border-left:4px solid var(--c);padding:.5rem .8rem;margin:0 0 1rem}
article:target{outline:3px solid var(--c)}.mark{color:var(--c);font-weight:bold;font-size:.85rem}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:2px solid var(--line)}mark{background:none;color:inherit;border-bottom:2px solid var(--c);font-weight:bold}
.meta{color:var(--quiet);font-size:.8rem}ul.why{font-size:.85rem}
@media(max-width:60rem){.columns{display:block}}
@media print{body{max-width:none;font-size:10pt}.columns{display:block}article{break-inside:avoid}a{color:inherit}}
)";

std::string_view MarkOf(FindingKind kind) {
  switch (kind) {
    case FindingKind::kContradiction:
      return "✕";
    case FindingKind::kTension:
      return "?";
    case FindingKind::kDrift:
      return "≠";
    case FindingKind::kUnsupported:
      return "∅";
    case FindingKind::kAgreement:
      return "✓";
    case FindingKind::kNote:
      break;
  }
  return "·";
}

// A stretch of one document that a finding labels.
struct Span {
  TextRange range;
  size_t finding;  // index in Report::findings
};

class HtmlReport {
 public:
  explicit HtmlReport(const Report& report) : report_(report) {}

  std::string Write() {
    out_ =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" "
        "content=\"width=device-width\">\n<title>crosscheck</title>\n<style>";
    out_ += kStyle;
    out_ += "</style>\n</head>\n<body>\n";
    WriteHead();
    WriteCoverage();
    WriteDocuments();
    out_ += "<div class=\"columns\">\n<main>\n";
    for (const ReportDocument& row : report_.documents) {
      if (row.document != kNotInGraph && row.side != Side::kSource) WriteText(row);
    }
    out_ += "</main>\n<section>\n<h2>Findings</h2>\n";
    for (size_t i = 0; i < report_.findings.size(); ++i) WriteFinding(i);
    if (report_.findings.empty()) out_ += "<p>None.</p>\n";
    if (report_.findings_cut > 0) {
      out_ += "<p>" + std::to_string(report_.findings_cut) +
              " more were left out by --max-findings.</p>\n";
    }
    out_ += "</section>\n</div>\n";
    out_ += "<p class=\"meta\">crosscheck " + EscapeMarkup(report_.version) + "</p>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void WriteHead() {
    const ClaimCounts counts = CountClaims(report_, kNotInGraph);
    out_ += std::string("<h1>") + (report_.audit ? "Audit" : "Check") + "</h1>\n<p>" +
            std::to_string(counts.all) + " claims: ";
    for (size_t i = 0; i < counts.by_verdict.size(); ++i) {
      out_ += (i == 0 ? "" : ", ") + std::to_string(counts.by_verdict[i]) + " " +
              std::string(ToString(static_cast<Verdict>(i)));
    }
    out_ +=
        "; " + std::to_string(counts.by_two_origins) + " supported by two or more origins.</p>\n";
  }

  void WriteCoverage() {
    std::map<CheckItemKind, std::array<size_t, 5>> table;
    for (const CheckItem& item : report_.judgement.items)
      ++table[item.kind][static_cast<size_t>(item.verdict)];
    if (table.empty()) return;
    out_ += "<h2>Coverage</h2>\n<table>\n<tr><th></th>";
    for (size_t i = 0; i < 5; ++i)
      out_ += "<th>" + std::string(ToString(static_cast<Verdict>(i))) + "</th>";
    out_ += "</tr>\n";
    for (const auto& [kind, counts] : table) {
      out_ += "<tr><th>" + std::string(ToString(kind)) + "</th>";
      for (const size_t count : counts)
        out_ += "<td class=\"n\">" + std::to_string(count) + "</td>";
      out_ += "</tr>\n";
    }
    out_ += "</table>\n";
  }

  void WriteDocuments() {
    std::set<uint32_t> used;
    for (const ClaimVerdict& verdict : report_.judgement.claims) {
      for (const ClaimEvidence& evidence : verdict.evidence) used.insert(evidence.document);
    }
    out_ +=
        "<h2>Texts</h2>\n<table>\n<tr><th>path</th><th>publisher</th><th>date</th><th>goes back "
        "to</th><th></th></tr>\n";
    for (const ReportDocument& row : report_.documents) {
      out_ += "<tr><td>" + EscapeMarkup(row.path) + "</td>";
      if (row.document == kNotInGraph) {
        out_ += "<td></td><td></td><td></td><td>not read: " + EscapeMarkup(row.reason) + "</td></tr>\n";
        continue;
      }
      const Metadata& metadata = report_.graph->reading(row.document).document->metadata();
      const uint32_t origin = report_.graph->OriginOf(row.document);
      const char* state = row.side == Side::kDraft      ? "draft"
                          : used.contains(row.document) ? "used"
                                                        : "not used";
      out_ += "<td>" + EscapeMarkup(metadata.publisher) + "</td><td>" +
              (metadata.date ? ToString(*metadata.date) : "") + "</td><td>" +
              (origin == row.document ? "" : EscapeMarkup(report_.names.Origin(origin))) + "</td><td>" +
              state + "</td></tr>\n";
    }
    out_ += "</table>\n";
  }

  std::vector<Span> SpansOf(uint32_t document) const {
    std::vector<Span> spans;
    for (size_t i = 0; i < report_.findings.size(); ++i) {
      for (const Label& label : report_.findings[i].labels) {
        if (label.document == document && !label.range.empty()) spans.push_back({label.range, i});
      }
    }
    return spans;
  }

  void WriteText(const ReportDocument& row) {
    out_ += "<h2>" + EscapeMarkup(row.path) + "</h2>\n<div class=\"text\">\n";
    const std::vector<Span> spans = SpansOf(row.document);
    const Document& document = *report_.graph->reading(row.document).document;
    for (const Block& block : document.blocks()) {
      out_ += "<p class=\"" + std::string(ToString(block.kind)) + "\">";
      WriteCut(document.text(), block.range, spans);
      out_ += "</p>\n";
    }
    out_ += "</div>\n";
  }

  // The words of a block, cut at every border of a span.
  void WriteCut(std::string_view text, TextRange block, const std::vector<Span>& spans) {
    std::set<uint32_t> borders = {block.start, block.end};
    std::vector<const Span*> here;
    for (const Span& span : spans) {
      if (!span.range.Overlaps(block)) continue;
      here.push_back(&span);
      borders.insert(std::clamp(span.range.start, block.start, block.end));
      borders.insert(std::clamp(span.range.end, block.start, block.end));
    }
    for (auto border = borders.begin(); std::next(border) != borders.end(); ++border) {
      const TextRange piece = {*border, *std::next(border)};
      std::vector<size_t> findings;
      std::string ended;  // numbers of the spans that end here
      for (const Span* span : here) {
        if (!span->range.Overlaps(piece)) continue;
        findings.push_back(span->finding);
        if (span->range.end == piece.end)
          ended += (ended.empty() ? "" : ",") + std::to_string(span->finding + 1);
      }
      if (findings.empty()) {
        out_ += EscapeMarkup(piece.In(text));
        continue;
      }
      const Finding& worst = report_.findings[*std::ranges::min_element(
          findings, {}, [&](size_t i) { return report_.findings[i].kind; })];
      out_ += "<a class=\"span " + std::string(ToString(worst.kind)) + "\" href=\"#" +
              EscapeMarkup(worst.id) + "\">" + EscapeMarkup(piece.In(text)) + "</a>";
      if (!ended.empty()) out_ += "<sup>" + ended + "</sup>";
    }
  }

  void WriteFinding(size_t index) {
    const Finding& finding = report_.findings[index];
    const std::string kind(ToString(finding.kind));
    // Several findings may share a fingerprint; an anchor leads to the first.
    const bool first = anchors_.insert(finding.id).second;
    out_ += "<article class=\"" + kind + "\"" +
            (first ? " id=\"" + EscapeMarkup(finding.id) + "\"" : "") + ">\n<div class=\"mark\">" +
            std::to_string(index + 1) + " " + std::string(MarkOf(finding.kind)) + " " + kind +
            "</div>\n<h3>" + EscapeMarkup(finding.message) + "</h3>\n";
    for (const Label& label : finding.labels) WriteLabel(label);
    if (!finding.help.empty()) out_ += "<p>" + EscapeMarkup(finding.help) + "</p>\n";
    if (!finding.why.empty()) {
      out_ += "<details><summary class=\"meta\">why</summary><ul class=\"why\">";
      for (const std::string& step : finding.why) out_ += "<li>" + EscapeMarkup(step) + "</li>";
      out_ += "</ul></details>\n";
    }
    out_ += "<p class=\"meta\">" + EscapeMarkup(finding.rule) + " · " +
            std::string(ToString(finding.severity)) + " · confidence " +
            std::string(ConfidenceWord(finding.confidence)) + " · " + EscapeMarkup(finding.id) +
            "</p>\n</article>\n";
  }

  void WriteLabel(const Label& label) {
    const Reading& reading = report_.graph->reading(label.document);
    const Metadata& metadata = reading.document->metadata();
    const Excerpt excerpt = ExcerptOf(reading, label.range, kEvidenceWidth);
    const std::string_view words = excerpt.text;
    out_ += "<blockquote>" + EscapeMarkup(words.substr(0, excerpt.marked.start)) + "<mark>" +
            EscapeMarkup(excerpt.marked.In(words)) + "</mark>" +
            EscapeMarkup(words.substr(excerpt.marked.end)) + "<div class=\"meta\">" +
            EscapeMarkup(PlaceText(report_, label.document, label.range));
    if (!metadata.publisher.empty()) out_ += " · " + EscapeMarkup(metadata.publisher);
    if (metadata.date) out_ += " · " + ToString(*metadata.date);
    if (!label.label.empty()) out_ += " · " + EscapeMarkup(label.label);
    out_ += "</div></blockquote>\n";
  }

  const Report& report_;
  std::set<std::string> anchors_;
  std::string out_;
};

}  // namespace

std::string WriteHtmlReport(const Report& report, const FormatOptions& /*options*/) {
  return HtmlReport(report).Write();
}

}  // namespace crosscheck
