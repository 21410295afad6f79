#include <numeric>

#include "core/report/reading_json.h"
#include "core/report/report.h"

namespace crosscheck {
namespace {

void WriteDocuments(const Report& report, JsonWriter* out) {
  out->BeginArray();
  for (const ReportDocument& row : report.documents) {
    out->BeginObject();
    out->Member("id", row.path);
    out->Member("path", row.path);
    const bool read = row.document != kNotInGraph;
    const Metadata* metadata =
        read ? &report.graph->reading(row.document).document->metadata() : nullptr;
    out->Key("publisher");
    read && !metadata->publisher.empty() ? out->String(metadata->publisher) : out->Null();
    out->Key("title");
    read && !metadata->title.empty() ? out->String(metadata->title) : out->Null();
    out->Key("date");
    read && metadata->date ? out->String(ToString(*metadata->date)) : out->Null();
    out->Member("origin",
                read ? report.names.Origin(report.graph->OriginOf(row.document)) : row.path);
    out->Member("side", row.side == Side::kDraft    ? "draft"
                        : row.side == Side::kSource ? "source"
                                                    : "both");
    out->Member("sha256", row.sha256);
    out->Member("read", read);
    out->Key("reason");
    row.reason.empty() ? out->Null() : out->String(row.reason);
    out->EndObject();
  }
  out->EndArray();
}

void WriteAllClaims(const Report& report, JsonWriter* out) {
  std::vector<const ClaimVerdict*> verdicts(report.graph->claim_count(), nullptr);
  for (const ClaimVerdict& verdict : report.judgement.claims)
    verdicts[verdict.claim.index] = &verdict;
  std::vector<Proposition> propositions;  // of the document that is being written
  auto next = propositions.cbegin();
  out->BeginArray();
  for (size_t i = 0; i < verdicts.size(); ++i) {
    const ClaimNode& node = report.graph->node(ClaimId(i));
    const Reading& reading = report.graph->reading(node.document);
    if (node.claim == 0) {
      propositions = ReadPropositions(reading);
      next = propositions.cbegin();
    }
    const auto write = [&](const Proposition& proposition) {
      out->BeginObject();
      out->Member("document", report.names.Name(node.document));
      WriteClaimMembers(reading, proposition, out);
      if (verdicts[i] != nullptr) {
        out->Member("verdict", ToString(verdicts[i]->verdict));
        out->Key("evidence");
        WriteEvidence(verdicts[i]->evidence, report.names, out);
      }
      out->EndObject();
    };
    const auto claim = static_cast<int32_t>(node.claim);
    const bool laid_out = next != propositions.cend() && next->claim == claim;
    if (!laid_out && verdicts[i] != nullptr) write(AsRead(reading, claim));  // a verdict is never left out
    for (; next != propositions.cend() && next->claim == claim; ++next) write(*next);
  }
  out->EndArray();
}

void WritePlaces(const Report& report, const Dispute& dispute, std::span<const size_t> chosen, JsonWriter* out) {
  out->BeginArray();
  for (const size_t i : chosen) {
    const DisputePlace& place = dispute.places[i];
    out->BeginObject();
    out->Member("document", report.names.Name(place.document));
    out->Range(report.names.InFile(place.document, place.range));
    out->Member("text", place.range.In(report.graph->reading(place.document).document->text()));
    out->EndObject();
  }
  out->EndArray();
}

// Claims that contradict each other, and the fewest that would have to go.
void WriteDisputes(const Report& report, JsonWriter* out) {
  out->BeginArray();
  for (const Dispute& dispute : report.disputes) {
    out->BeginObject();
    out->Key("findings");
    out->BeginArray();
    for (const size_t finding : dispute.findings) out->String(report.findings[finding].id);
    out->EndArray();
    std::vector<size_t> all(dispute.places.size());
    std::iota(all.begin(), all.end(), size_t{0});
    out->Key("claims");
    WritePlaces(report, dispute, all, out);
    out->Key("repair");
    WritePlaces(report, dispute, dispute.repair, out);
    out->Member("smallest", dispute.smallest);
    out->Key("alone");
    dispute.alone == ~0u ? out->Null() : out->String(report.names.Name(dispute.alone));
    out->Member("settles", dispute.settles);
    out->EndObject();
  }
  out->EndArray();
}

void WriteSummary(const Report& report, JsonWriter* out) {
  out->BeginObject();
  size_t read = 0;
  for (const ReportDocument& row : report.documents) read += row.reason.empty() ? 1 : 0;
  out->Member("documents", static_cast<int64_t>(report.documents.size()));
  out->Member("read", static_cast<int64_t>(read));
  const ClaimCounts counts = CountClaims(report, kNotInGraph);
  out->Member("claims", static_cast<int64_t>(counts.all));
  for (size_t i = 0; i < counts.by_verdict.size(); ++i) {
    out->Member(ToString(static_cast<Verdict>(i)), static_cast<int64_t>(counts.by_verdict[i]));
  }
  out->Member("supported-by-two-origins", static_cast<int64_t>(counts.by_two_origins));
  out->Member("findings", static_cast<int64_t>(report.findings.size()));
  out->Member("findings-set-aside", static_cast<int64_t>(report.findings_set_aside));
  out->Member("findings-cut", static_cast<int64_t>(report.findings_cut));
  out->Member("suspicion", report.judgement.suspicion);
  out->Member("verdict", DraftVerdictName(report.judgement.verdict));
  out->Member("exit", static_cast<int64_t>(report.exit_code));
  out->EndObject();
}

void WriteSettings(const Report& report, JsonWriter* out) {
  out->Key("settings");
  out->BeginObject();
  for (const auto& [name, values] : report.settings) {
    out->Key(name);
    out->BeginArray();
    for (const std::string& value : values) out->String(value);
    out->EndArray();
  }
  out->EndObject();
}

}  // namespace

std::string WriteJsonReport(const Report& report, const FormatOptions& /*options*/) {
  JsonWriter out(1);
  out.BeginObject();
  out.Member("crosscheck", static_cast<int64_t>(1));
  out.Member("version", report.version);
  if (!report.settings.empty()) WriteSettings(report, &out);
  out.Key("documents");
  WriteDocuments(report, &out);
  out.Key("claims");
  WriteAllClaims(report, &out);
  out.Key("items");
  WriteItems(report.judgement.items, report.names, true, &out);
  out.Key("findings");
  WriteFindings(report.findings, report.names, true, &out);
  out.Key("disputes");
  WriteDisputes(report, &out);
  out.Key("summary");
  WriteSummary(report, &out);
  out.Key("unchecked");
  WriteUnchecked(report.judgement.unchecked, report.names, &out);
  out.EndObject();
  return out.text() + "\n";
}

}  // namespace crosscheck
