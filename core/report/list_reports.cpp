// The formats that are lists: one entry a finding, for other tools to read.

#include <algorithm>

#include "core/base/markup.h"
#include "core/report/excerpt.h"
#include "core/report/json_writer.h"
#include "core/report/report.h"

namespace crosscheck {
namespace {

std::string Replaced(std::string_view text, std::string_view what,
                     const std::vector<std::string_view>& by) {
  std::string out;
  for (const char c : text) {
    const size_t at = what.find(c);
    if (at == std::string_view::npos) {
      out += c;
    } else {
      out += by[at];
    }
  }
  return out;
}

// A field of CSV: quoted, and never read as a formula by a spreadsheet.
std::string CsvField(std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  return "\"" + std::string(formula ? "'" : "") + Replaced(text, "\"", {"\"\""}) + "\"";
}

// Markdown text on one line, with the marks that would mean something escaped.
std::string MarkdownLine(std::string_view text) {
  return Replaced(
      text, "\\`*_[]<>|#\n\r",
      {"\\\\", "\\`", "\\*", "\\_", "\\[", "\\]", "&lt;", "&gt;", "\\|", "\\#", " ", " "});
}

std::string_view GithubLevel(Severity severity) {
  return severity == Severity::kError     ? "error"
         : severity == Severity::kWarning ? "warning"
                                          : "notice";
}

// "%", line breaks, and in properties ":" and ",", as GitHub's commands want them.
std::string GithubData(std::string_view text) {
  return Replaced(text, "%\r\n", {"%25", "%0D", "%0A"});
}
std::string GithubProperty(std::string_view text) {
  return Replaced(text, "%\r\n:,", {"%25", "%0D", "%0A", "%3A", "%2C"});
}

// The end of a range as people count; `bytes` is the file.
LineColumn EndPlace(const Report& report, const Label& label) {
  return PlaceOf(report.Row(label.document).bytes,
                 report.names.InFile(label.document, label.range).end);
}

LineColumn StartPlace(const Report& report, const Label& label) {
  return PlaceOf(report.Row(label.document).bytes,
                 report.names.InFile(label.document, label.range).start);
}

void WriteSarifLocation(const Report& report, const Label& label, int64_t id, JsonWriter* out) {
  const LineColumn start = StartPlace(report, label);
  const LineColumn end = EndPlace(report, label);
  out->BeginObject();
  if (id >= 0) out->Member("id", id);
  out->Key("physicalLocation");
  out->BeginObject();
  out->Key("artifactLocation");
  out->BeginObject();
  out->Member("uri", report.Row(label.document).path);
  out->EndObject();
  out->Key("region");
  out->BeginObject();
  out->Member("startLine", static_cast<int64_t>(start.line));
  out->Member("startColumn", static_cast<int64_t>(start.column));
  out->Member("endLine", static_cast<int64_t>(end.line));
  out->Member("endColumn", static_cast<int64_t>(end.column));
  out->EndObject();
  out->EndObject();
  if (!label.label.empty()) {
    out->Key("message");
    out->BeginObject();
    out->Member("text", label.label);
    out->EndObject();
  }
  out->EndObject();
}

void WriteSarifResult(const Report& report, const Finding& finding, JsonWriter* out) {
  out->BeginObject();
  out->Member("ruleId", finding.rule);
  const bool counts = Accuses(finding.kind);
  out->Member("level", !counts                                  ? "none"
                       : finding.severity == Severity::kError   ? "error"
                       : finding.severity == Severity::kWarning ? "warning"
                                                                : "note");
  if (!counts) out->Member("kind", "informational");
  out->Key("message");
  out->BeginObject();
  out->Member("text", finding.message);
  out->EndObject();
  out->Key("locations");
  out->BeginArray();
  if (!finding.labels.empty()) WriteSarifLocation(report, finding.labels.front(), -1, out);
  out->EndArray();
  out->Key("relatedLocations");
  out->BeginArray();
  for (size_t i = 1; i < finding.labels.size(); ++i) {
    WriteSarifLocation(report, finding.labels[i], static_cast<int64_t>(i), out);
  }
  out->EndArray();
  out->Key("partialFingerprints");
  out->BeginObject();
  out->Member("crosscheck/v1", finding.id);
  out->EndObject();
  if (!finding.set_aside.empty()) {
    out->Key("suppressions");
    out->BeginArray();
    out->BeginObject();
    out->Member("kind", "external");
    out->Member("justification", finding.set_aside);
    out->EndObject();
    out->EndArray();
  }
  out->Key("properties");
  out->BeginObject();
  out->Member("finding", ToString(finding.kind));
  out->Member("confidence", finding.confidence);
  out->EndObject();
  out->EndObject();
}

}  // namespace

std::string WriteSarifReport(const Report& report, const FormatOptions& /*options*/) {
  std::vector<std::string> rules;
  for (const Finding& finding : report.findings) rules.push_back(finding.rule);
  std::ranges::sort(rules);
  rules.erase(std::ranges::unique(rules).begin(), rules.end());
  JsonWriter out(1);
  out.BeginObject();
  out.Member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  out.Member("version", "2.1.0");
  out.Key("runs");
  out.BeginArray();
  out.BeginObject();
  out.Key("tool");
  out.BeginObject();
  out.Key("driver");
  out.BeginObject();
  out.Member("name", "crosscheck");
  out.Member("version", report.version);
  out.Key("rules");
  out.BeginArray();
  for (const std::string& rule : rules) {
    out.BeginObject();
    out.Member("id", rule);
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  out.EndObject();
  out.Member("columnKind", "unicodeCodePoints");
  out.Key("results");
  out.BeginArray();
  for (const Finding& finding : report.findings) WriteSarifResult(report, finding, &out);
  out.EndArray();
  out.EndObject();
  out.EndArray();
  out.EndObject();
  return out.text() + "\n";
}

std::string WriteCsvReport(const Report& report, const FormatOptions& /*options*/) {
  std::string out =
      "id,rule,finding,severity,confidence,message,place,words,label,other place,other words,other "
      "label\r\n";
  for (const Finding& finding : report.findings) {
    std::string row =
        CsvField(finding.id) + "," + CsvField(finding.rule) + "," +
        CsvField(ToString(finding.kind)) + "," + CsvField(ToString(finding.severity)) + "," +
        CsvField(ConfidenceWord(finding.confidence)) + "," + CsvField(finding.message);
    for (size_t i = 0; i < 2; ++i) {
      const bool there = i < finding.labels.size();
      const Label label = there ? finding.labels[i] : Label();
      row += "," + CsvField(there ? PlaceText(report, label.document, label.range) : "") + "," +
             CsvField(label.text) + "," + CsvField(label.label);
    }
    out += row + "\r\n";
  }
  return out;
}

std::string WriteMarkdownReport(const Report& report, const FormatOptions& /*options*/) {
  std::string out = report.audit ? "# Audit\n\n" : "# Check\n\n";
  for (const Finding& finding : report.findings) {
    out +=
        "## " + std::string(ToString(finding.kind)) + ": " + MarkdownLine(finding.message) + "\n\n";
    for (const Label& label : finding.labels) {
      const Excerpt excerpt = ExcerptOf(report.graph->reading(label.document), label.range, 300);
      const std::string_view words = excerpt.text;
      out += "> " + MarkdownLine(words.substr(0, excerpt.marked.start)) + "**" +
             MarkdownLine(excerpt.marked.In(words)) + "**" +
             MarkdownLine(words.substr(excerpt.marked.end)) + "\n>\n> — " +
             MarkdownLine(PlaceText(report, label.document, label.range)) +
             (label.label.empty() ? "" : ": " + MarkdownLine(label.label)) + "\n\n";
    }
    if (!finding.help.empty()) out += MarkdownLine(finding.help) + "\n\n";
    out += "`" + finding.rule + "` · " + std::string(ToString(finding.severity)) +
           " · confidence " + std::string(ConfidenceWord(finding.confidence)) + " · " + finding.id +
           "\n\n";
  }
  if (report.findings.empty()) out += "No findings.\n\n";
  for (const ReportDocument& row : report.documents) {
    if (!row.reason.empty())
      out += "- not read: " + MarkdownLine(row.path) + " (" + MarkdownLine(row.reason) + ")\n";
  }
  return out;
}

std::string WriteJunitReport(const Report& report, const FormatOptions& /*options*/) {
  const auto failures = std::ranges::count_if(report.findings, Accuses, &Finding::kind);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"crosscheck\" tests=\"" +
      std::to_string(report.findings.size()) + "\" failures=\"" + std::to_string(failures) +
      "\">\n";
  for (const Finding& finding : report.findings) {
    out += " <testcase classname=\"" + EscapeMarkup(finding.rule) + "\" name=\"" +
           EscapeMarkup(finding.id + " " + finding.message) + "\"";
    if (!Accuses(finding.kind)) {
      out += "/>\n";
      continue;
    }
    out += ">\n  <failure type=\"" + std::string(ToString(finding.kind)) + "\" message=\"" +
           EscapeMarkup(finding.message) + "\">";
    for (const Label& label : finding.labels) {
      out += EscapeMarkup(PlaceText(report, label.document, label.range) + ": " + label.text) + "\n";
    }
    out += "</failure>\n </testcase>\n";
  }
  return out + "</testsuite>\n";
}

std::string WriteGithubReport(const Report& report, const FormatOptions& /*options*/) {
  std::string out;
  for (const Finding& finding : report.findings) {
    if (!Accuses(finding.kind) || finding.labels.empty()) continue;
    const Label& label = finding.labels.front();
    const LineColumn start = StartPlace(report, label);
    const LineColumn end = EndPlace(report, label);
    out += "::" + std::string(GithubLevel(finding.severity)) +
           " file=" + GithubProperty(report.Row(label.document).path) +
           ",line=" + std::to_string(start.line) + ",endLine=" + std::to_string(end.line) +
           ",title=" + GithubProperty(finding.rule) + "::" + GithubData(finding.message) + "\n";
  }
  return out;
}

}  // namespace crosscheck
