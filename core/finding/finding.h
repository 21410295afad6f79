#ifndef CROSSCHECK_CORE_FINDING_FINDING_H_
#define CROSSCHECK_CORE_FINDING_FINDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"

namespace crosscheck {

enum class FindingKind : uint8_t { kContradiction, kTension, kDrift, kUnsupported, kAgreement, kNote };
std::string_view ToString(FindingKind kind);
// Something is said against a text; agreements and notes say nothing against it.
bool Accuses(FindingKind kind);

enum class Severity : uint8_t { kError, kWarning, kInfo, kHint, kOff };
std::string_view ToString(Severity severity);

// A place that a finding speaks of; it says its own half.
struct Label {
  uint32_t document = 0;  // index in the run's documents
  TextRange range;        // in that document's text()
  std::string text;       // the words at the range
  std::string label;      // "= 3.15 – 3.25 million EUR"
};

// What a rule found out about claims. At least one label in each document it
// speaks of; the first label is the primary one.
struct Finding {
  std::string rule;
  FindingKind kind = FindingKind::kNote;
  Severity severity = Severity::kWarning;
  double confidence = 0.6;
  std::string message;            // stands alone; lower case, no full stop
  std::string help;               // what to do; may be empty
  std::vector<Label> labels;
  std::vector<std::string> why;   // the steps that led here, in plain words
  std::vector<std::string> tags;
  bool open = false;              // it would hold, but for something that the texts do not say
  std::string fix;                // what to write instead of the first label's words; never applied unasked
  bool fix_safe = false;          // the fix cannot change what the text says
  std::string set_aside;          // why it is not counted: somebody's reason, or the baseline; "" = it counts
  std::string id;                 // fingerprint "F-6f0f6d3b" of rule and quoted words, not of places
};

// Sets `id` from the rule, the documents' keys and the labelled words.
void SetFingerprint(const std::vector<std::string>& document_keys, Finding* finding);

// The total order in which findings are cut and printed: first label's document
// and place, then severity, rule, all other fields.
bool Before(const Finding& a, const Finding& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_FINDING_FINDING_H_
