#ifndef CROSSCHECK_CORE_FINDING_BASELINE_H_
#define CROSSCHECK_CORE_FINDING_BASELINE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/finding/finding.h"

namespace crosscheck {

// A finding as a baseline keeps it: by its words, never by line or count.
struct BaselineEntry {
  std::string finding;  // "F-6f0f6d3b": rule, texts and words
  std::string rule;
  std::string here;     // hash of the text and the words of the first label
  std::string there;    // hash of those of the others; "" where there are none
  std::string message;  // for people
};

// What was known of a set of texts at one time. Later runs speak of what is new.
struct Baseline {
  std::vector<BaselineEntry> findings;  // by finding
  std::vector<std::string> supported;   // hashes of statements of drafts that had support, sorted
};

// What became of a finding.
enum class BaselineState : uint8_t {
  kNew,
  kUnchanged,    // in the baseline, word for word
  kUpdated,      // the same rule at the same words of one text, and other words of the other
  kLostSupport,  // new, though the draft's statement is unchanged and had support
};
std::string_view ToString(BaselineState state);

struct BaselineComparison {
  std::vector<BaselineState> states;  // of each finding
  std::vector<size_t> absent;         // entries of the baseline that no finding stands for
};

// A statement of a draft as a baseline knows it.
std::string StatementHash(std::string_view document, std::string_view words);

BaselineEntry EntryOf(const Finding& finding, std::span<const std::string> names);

// `statements`: for each finding the hash of the statement that its first label
// stands in; "" where it stands in none.
BaselineComparison Compare(const Baseline& baseline, std::span<const Finding> findings,
                           std::span<const std::string> names,
                           std::span<const std::string> statements);

// .crosscheck/baseline.yml
Baseline ReadBaseline(std::string_view yaml, std::string_view path, Diagnostics* diagnostics);
std::string ToYaml(const Baseline& baseline);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_FINDING_BASELINE_H_
