#ifndef CROSSCHECK_CORE_REPORT_JUDGEMENT_H_
#define CROSSCHECK_CORE_REPORT_JUDGEMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/graph/claim_graph.h"

namespace crosscheck {

// What is said of a claim, from the worst to the best; of a draft as a whole,
// the worst that holds.
enum class Verdict : uint8_t { kContradicted, kUnsupported, kOpen, kSupported, kNotCheckable };
// "not-checkable" for a claim.
std::string_view ToString(Verdict verdict);
// "nothing-to-check" for a draft.
std::string_view DraftVerdictName(Verdict verdict);

enum class EvidenceRelation : uint8_t { kSupports, kContradicts, kRelated };
std::string_view ToString(EvidenceRelation relation);

// A place in another document that speaks for or against a claim.
struct ClaimEvidence {
  uint32_t document = 0;  // index in the graph
  TextRange range;        // in that document's text
  EvidenceRelation relation = EvidenceRelation::kRelated;
};

struct ClaimVerdict {
  ClaimId claim;
  Verdict verdict = Verdict::kOpen;
  std::vector<ClaimEvidence> evidence;  // in order of document and place
};

// What a fact-checker ticks off one by one.
enum class CheckItemKind : uint8_t {
  kName,
  kFigure,
  kDate,
  kTitle,
  kQuotation,
  kSuperlative,
  kPlace
};
std::string_view ToString(CheckItemKind kind);

struct CheckItem {
  uint32_t document = 0;
  TextRange range;
  CheckItemKind kind = CheckItemKind::kName;
  Verdict verdict = Verdict::kOpen;
};

// What was read but could not be checked, and why.
struct Unchecked {
  uint32_t document = 0;
  TextRange range;
  std::string reason;
};

// What the findings of a run mean for the drafts in it.
struct Judgement {
  Verdict verdict = Verdict::kNotCheckable;
  double suspicion = 0.0;            // 0 … 1; 0 = every checkable claim is supported
  std::vector<ClaimVerdict> claims;  // one for each claim of a draft, in order
  std::vector<CheckItem> items;      // in order of document and place
  std::vector<Unchecked> unchecked;  // in order of document and place
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_JUDGEMENT_H_
