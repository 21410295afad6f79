#include "core/finding/suppression.h"

#include <algorithm>

#include "core/base/markup.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

constexpr uint32_t kAround = 32;  // bytes before and after a quote: enough to tell two places apart

// White space folded to single blanks, none at the ends.
std::string Folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool IsInside(std::string_view text, uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

QuotedWords QuoteOf(std::string_view text, TextRange range, const std::string& document) {
  uint32_t start = range.start > kAround ? range.start - kAround : 0;
  uint32_t end = std::min(range.end + kAround, static_cast<uint32_t>(text.size()));
  while (start > 0 && IsInside(text, start)) --start;
  while (IsInside(text, end)) ++end;
  return {document, Folded(TextRange{start, range.start}.In(text)), Folded(range.In(text)),
          Folded(TextRange{range.end, end}.In(text))};
}

std::vector<QuotedWords> QuotesOf(const Finding& finding, const ClaimGraph& graph,
                                  std::span<const std::string> names) {
  std::vector<QuotedWords> quotes;
  for (const Label& label : finding.labels) {
    quotes.push_back(QuoteOf(graph.reading(label.document).document->text(), label.range,
                             names[label.document]));
  }
  return quotes;
}

// The same words at the same place, whichever text comes first.
bool SamePlaces(const std::vector<QuotedWords>& a, const std::vector<QuotedWords>& b) {
  return a.size() == b.size() && std::ranges::is_permutation(a, b);
}

Diagnostic Warn(const Suppression& s, std::string_view path, std::string_view code, std::string message,
                std::string help) {
  return {DiagnosticLevel::kWarning, std::string(code), std::string(path), s.line, 0,
          std::move(message), std::move(help)};
}

}  // namespace

std::vector<Suppression> ReadSuppressions(std::string_view yaml, std::string_view path,
                                          Diagnostics* diagnostics) {
  std::vector<Suppression> suppressions;
  const auto fail = [&](const YamlNode& at, std::string message) {
    diagnostics->push_back({DiagnosticLevel::kError, "suppression.form", std::string(path), at.line,
                            at.column, std::move(message), ""});
  };
  const size_t before = diagnostics->size();
  const YamlNode root = ParseYaml(yaml, path, diagnostics);
  if (diagnostics->size() != before) return suppressions;
  CheckKeys(root, {"crosscheck", "suppressions"}, path, diagnostics);
  const YamlNode* list = root.Find("suppressions");
  if (root.Text("crosscheck") != "1" || list == nullptr || !list->IsList()) {
    fail(root, "must hold 'crosscheck: 1' and a list of 'suppressions'");
    return suppressions;
  }
  for (const YamlNode& node : list->items) {
    CheckKeys(node, {"finding", "rule", "reason", "until", "quotes"}, path, diagnostics);
    Suppression s = {node.Text("finding"), node.Text("rule"), node.Text("reason"), {}, {}, node.line};
    if (s.finding.empty() || s.rule.empty() || s.reason.empty()) {
      fail(node, "a suppression needs a finding, a rule and a reason");
      continue;
    }
    if (const YamlNode* until = node.Find("until")) {
      s.until = ParseIsoDate(until->text);
      if (!s.until) fail(*until, "'until' must be a day such as 2026-11-09, not '" + until->text + "'");
    }
    if (const YamlNode* quotes = node.Find("quotes")) {
      for (const YamlNode& quote : quotes->items) {
        CheckKeys(quote, {"document", "before", "text", "after"}, path, diagnostics);
        s.quotes.push_back({quote.Text("document"), quote.Text("before"), quote.Text("text"), quote.Text("after")});
      }
    }
    suppressions.push_back(std::move(s));
  }
  return suppressions;
}

std::string ToYaml(std::span<const Suppression> suppressions) {
  std::string out = "crosscheck: 1\nsuppressions:" + std::string(suppressions.empty() ? " []\n" : "\n");
  for (const Suppression& s : suppressions) {
    out += "  - finding: " + s.finding + "\n    rule: " + s.rule + "\n    reason: " + QuoteYaml(s.reason) + "\n";
    if (s.until) out += "    until: " + ToString(*s.until) + "\n";
    out += "    quotes:\n";
    for (const QuotedWords& q : s.quotes) {
      out += "      - {document: " + QuoteYaml(q.document) + ", before: " + QuoteYaml(q.before) +
             ", text: " + QuoteYaml(q.text) + ", after: " + QuoteYaml(q.after) + "}\n";
    }
  }
  return out;
}

Suppression SuppressionOf(const Finding& finding, const ClaimGraph& graph,
                          std::span<const std::string> names) {
  return {finding.id, finding.rule, "", {}, QuotesOf(finding, graph, names), 0};
}

void ApplySuppressions(std::span<const Suppression> suppressions, std::string_view path,
                       const ClaimGraph& graph, std::span<const std::string> names,
                       std::optional<Date> today, std::vector<Finding>* findings,
                       Diagnostics* diagnostics) {
  for (const Suppression& s : suppressions) {
    const bool here = std::ranges::all_of(s.quotes, [&](const QuotedWords& q) {
      return std::ranges::find(names, q.document) != names.end();
    });
    if (!here) continue;
    if (s.until && today && *s.until < *today) {
      diagnostics->push_back(Warn(s, path, "suppression.ended",
                                  "the suppression of " + s.finding + " ended on " + ToString(*s.until),
                                  "take it out, or give it a later day"));
      continue;
    }
    bool used = false, moved = false;
    for (Finding& finding : *findings) {
      if (finding.id != s.finding || finding.rule != s.rule) continue;
      if (!SamePlaces(s.quotes, QuotesOf(finding, graph, names))) {
        moved = true;
        continue;
      }
      used = true;
      finding.set_aside = s.reason;
    }
    if (used) continue;
    diagnostics->push_back(Warn(s, path, "suppression.unused", "the suppression of " + s.finding + " (" + s.rule + ") is not used",
                                moved ? "the words around it are others now: look again, then ignore it anew"
                                      : "the finding is gone: take it out"));
  }
}

}  // namespace crosscheck
