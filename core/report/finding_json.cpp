#include "core/report/finding_json.h"

#include <cmath>

namespace crosscheck {
namespace {

// Confidence is a product of judgements: three digits say all that it knows.
double Rounded(double value) { return std::round(value * 1000.0) / 1000.0; }

void WriteStrings(const std::vector<std::string>& strings, JsonWriter* out) {
  out->BeginArray();
  for (const std::string& text : strings) out->String(text);
  out->EndArray();
}

void WriteLabels(const std::vector<Label>& labels, const DocumentNames& names, JsonWriter* out) {
  out->BeginArray();
  for (const Label& label : labels) {
    out->BeginObject();
    out->Member("document", names.Name(label.document));
    out->Range(names.InFile(label.document, label.range));
    out->Member("text", label.text);
    out->Member("label", label.label);
    out->EndObject();
  }
  out->EndArray();
}

}  // namespace

void WriteFindings(std::span<const Finding> findings, const DocumentNames& names, bool with_id,
                   JsonWriter* out) {
  out->BeginArray();
  for (const Finding& finding : findings) {
    out->BeginObject();
    if (with_id) out->Member("id", finding.id);
    out->Member("rule", finding.rule);
    out->Member("finding", ToString(finding.kind));
    out->Member("severity", ToString(finding.severity));
    out->Member("confidence", Rounded(finding.confidence));
    out->Member("message", finding.message);
    if (!finding.help.empty()) out->Member("help", finding.help);
    if (!finding.set_aside.empty()) out->Member("suppressed", finding.set_aside);
    out->Key("labels");
    WriteLabels(finding.labels, names, out);
    out->Key("why");
    WriteStrings(finding.why, out);
    out->Key("tags");
    WriteStrings(finding.tags, out);
    out->EndObject();
  }
  out->EndArray();
}

void WriteItems(std::span<const CheckItem> items, const DocumentNames& names, bool with_document,
                JsonWriter* out) {
  out->BeginArray();
  for (const CheckItem& item : items) {
    out->BeginObject();
    if (with_document) out->Member("document", names.Name(item.document));
    out->Range(names.InFile(item.document, item.range));
    out->Member("kind", ToString(item.kind));
    out->Member("verdict", ToString(item.verdict));
    out->EndObject();
  }
  out->EndArray();
}

void WriteUnchecked(std::span<const Unchecked> unchecked, const DocumentNames& names,
                    JsonWriter* out) {
  out->BeginArray();
  for (const Unchecked& u : unchecked) {
    out->BeginObject();
    out->Member("document", names.Name(u.document));
    out->Range(names.InFile(u.document, u.range));
    out->Member("reason", u.reason);
    out->EndObject();
  }
  out->EndArray();
}

void WriteEvidence(std::span<const ClaimEvidence> evidence, const DocumentNames& names,
                   JsonWriter* out) {
  out->BeginArray();
  for (const ClaimEvidence& e : evidence) {
    out->BeginObject();
    out->Member("source", names.Name(e.document));
    out->Range(names.InFile(e.document, e.range));
    out->Member("relation", ToString(e.relation));
    out->EndObject();
  }
  out->EndArray();
}

}  // namespace crosscheck
