#include "core/finding/finding.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/base/hash.h"

namespace crosscheck {

std::string_view ToString(FindingKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"contradiction", "tension",   "drift",
                                                      "unsupported",   "agreement", "note"};
  return kNames[static_cast<size_t>(kind)];
}

bool Accuses(FindingKind kind) { return kind != FindingKind::kAgreement && kind != FindingKind::kNote; }

std::string_view ToString(Severity severity) {
  constexpr std::array<std::string_view, 5> kNames = {"error", "warning", "info", "hint", "off"};
  return kNames[static_cast<size_t>(severity)];
}

// The fingerprint holds what stays the same while a text is edited around the
// finding: the rule, and per label its document and its words with white space
// folded. Places, messages and confidences may change without a new identity.
// Labels are sorted, so that a mirrored match is the same finding.
void SetFingerprint(const std::vector<std::string>& document_keys, Finding* finding) {
  std::vector<std::string> parts;
  for (const Label& label : finding->labels) {
    std::string part = label.document < document_keys.size() ? document_keys[label.document] : "";
    part += '\x1f';
    bool space = false;
    for (const char c : label.text) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        space = true;
        continue;
      }
      if (space && part.back() != '\x1f') part += ' ';
      space = false;
      part += c;
    }
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end());
  std::string all = finding->rule;
  for (const std::string& part : parts) all += '\x1e' + part;
  const uint64_t hash = Hash64(all);
  constexpr char kDigits[] = "0123456789abcdef";
  finding->id = "F-";
  for (int shift = 60; shift >= 32; shift -= 4) finding->id += kDigits[(hash >> shift) & 15];
}

namespace {

// Compares two vectors of labels field by field; negative, zero or positive.
int Compare(const std::vector<Label>& a, const std::vector<Label>& b) {
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const auto left = std::tie(a[i].document, a[i].range, a[i].text, a[i].label);
    const auto right = std::tie(b[i].document, b[i].range, b[i].text, b[i].label);
    if (left < right) return -1;
    if (right < left) return 1;
  }
  return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

}  // namespace

bool Before(const Finding& a, const Finding& b) {
  const auto place = [](const Finding& f) {
    return f.labels.empty() ? std::pair(0xffffffffu, TextRange{})
                            : std::pair(f.labels[0].document, f.labels[0].range);
  };
  const auto left = place(a), right = place(b);
  if (left != right) return left < right;
  if (a.severity != b.severity) return a.severity < b.severity;
  if (a.rule != b.rule) return a.rule < b.rule;
  if (const int order = Compare(a.labels, b.labels); order != 0) return order < 0;
  return std::tie(a.id, a.kind, b.confidence, a.message, a.help, a.why, a.tags) <
         std::tie(b.id, b.kind, a.confidence, b.message, b.help, b.why, b.tags);
}

}  // namespace crosscheck
