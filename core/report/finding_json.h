#ifndef CROSSCHECK_CORE_REPORT_FINDING_JSON_H_
#define CROSSCHECK_CORE_REPORT_FINDING_JSON_H_

#include <span>
#include <string>
#include <vector>

#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"
#include "core/report/json_writer.h"
#include "core/report/judgement.h"

namespace crosscheck {

// How the documents of a graph are called in the output, and where their bytes
// are; index = document in the graph.
struct DocumentNames {
  const ClaimGraph* graph = nullptr;
  std::vector<std::string> names;

  const std::string& Name(uint32_t document) const { return names[document]; }
  // The name of what a document goes back to: a document or an outlet.
  std::string Origin(uint32_t origin) const {
    return origin < names.size() ? names[origin] : std::string(graph->OutletOf(origin));
  }
  TextRange InFile(uint32_t document, TextRange range) const {
    return graph->reading(document).document->InFile(range);
  }
};

// The value of "findings", "items", "unchecked" and "evidence".
void WriteFindings(std::span<const Finding> findings, const DocumentNames& names, bool with_id,
                   JsonWriter* out);
void WriteItems(std::span<const CheckItem> items, const DocumentNames& names, bool with_document,
                JsonWriter* out);
void WriteUnchecked(std::span<const Unchecked> unchecked, const DocumentNames& names,
                    JsonWriter* out);
void WriteEvidence(std::span<const ClaimEvidence> evidence, const DocumentNames& names,
                   JsonWriter* out);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_FINDING_JSON_H_
