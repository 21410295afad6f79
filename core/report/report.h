#ifndef CROSSCHECK_CORE_REPORT_REPORT_H_
#define CROSSCHECK_CORE_REPORT_REPORT_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/finding/finding.h"
#include "core/graph/claim_graph.h"
#include "core/report/disputes.h"
#include "core/report/finding_json.h"
#include "core/report/judgement.h"

namespace crosscheck {

constexpr uint32_t kNotInGraph = 0xffffffffu;

// An input of a run, whether it could be read or not.
struct ReportDocument {
  std::string path;                 // as the user named it
  std::string sha256;               // of the file's bytes; "" where there are none
  std::string bytes;                // the file, for lines and columns
  std::string reason;               // why it was not read; "" where it was
  uint32_t document = kNotInGraph;  // index in the graph
  Side side = Side::kBoth;
};

// All that a format prints: the outcome of one `check` or `audit`. The order of
// everything in it is the order of the output.
struct Report {
  bool audit = false;
  std::string version;
  // What was asked for beside the texts and differs from the defaults.
  std::vector<std::pair<std::string, std::vector<std::string>>> settings;
  const ClaimGraph* graph = nullptr;      // outlives the report
  std::vector<ReportDocument> documents;  // drafts first, each side by path
  DocumentNames names;                    // of the documents in the graph
  std::vector<Finding> findings;          // filtered and cut
  size_t findings_set_aside = 0;          // suppressed, or in the baseline
  size_t findings_cut = 0;                // how many --max-findings left out
  std::vector<Dispute> disputes;          // of `findings`
  Judgement judgement;
  Diagnostics diagnostics;  // limits that were hit, inputs that could not be read
  int exit_code = 0;

  const ReportDocument& Row(uint32_t document) const;
};

// How many claims of the drafts have each verdict.
struct ClaimCounts {
  std::array<size_t, 5> by_verdict = {};  // index = Verdict
  size_t by_two_origins = 0;              // supported by two or more origins
  size_t all = 0;

  size_t Of(Verdict verdict) const { return by_verdict[static_cast<size_t>(verdict)]; }
};
// Of one draft, or of all with kNotInGraph.
ClaimCounts CountClaims(const Report& report, uint32_t document);

// The number of distinct origins that support a claim.
size_t SupportingOrigins(const ClaimGraph& graph, const ClaimVerdict& verdict);

struct FormatOptions {
  bool color = false;    // text only
  bool verbose = false;  // text: the why of each finding
};

// A way to print a report. The table is formats.def.
struct Format {
  std::string_view name;
  std::string_view what;  // one line for --help
  std::string (*write)(const Report& report, const FormatOptions& options);
};
std::span<const Format> Formats();

// "high", "medium", "low".
std::string_view ConfidenceWord(double confidence);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_REPORT_H_
