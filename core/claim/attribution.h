#ifndef CROSSCHECK_CORE_CLAIM_ATTRIBUTION_H_
#define CROSSCHECK_CORE_CLAIM_ATTRIBUTION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/claim/quotation.h"
#include "core/language/analysis.h"

namespace crosscheck {

enum class AttributionKind : uint8_t { kDirect, kIndirect, kMixed };
std::string_view ToString(AttributionKind kind);

// What the cue commits its source to. From rules/lexicon/cues.yaml.
enum class CueKind : uint8_t {
  kSay, kConfirm, kArgue, kBelieve, kDeny, kAsk, kPlan, kHope, kPredict, kAllege, kOrder, kReport,
  kStance,  // supports, opposes, criticises: the content is what it is about
};
std::string_view ToString(CueKind kind);

// Who says (thinks, plans, denies …) what. After PARC 3.0 / PolNeAR: a source, a
// cue and a content, each possibly in several pieces.
struct Attribution {
  std::vector<TextRange> source;   // empty where implicit ("reportedly")
  std::vector<TextRange> cue;
  std::vector<TextRange> content;
  AttributionKind kind = AttributionKind::kIndirect;
  CueKind cue_kind = CueKind::kSay;
  int strength = 2;                // 1 hint … 2 say … 3 argue … 4 confirm
  bool proposition = true;         // false: the content is a topic ("criticised the plan")
  bool factive = false;            // the teller takes the content for true ("revealed that")
  bool recites = false;            // the words are somebody else's ("read the oath")
  bool denied = false;             // "did not say that": the act itself is denied
  int32_t source_head = kNoToken;  // head token of the source
  int32_t cue_head = kNoToken;
  int32_t content_head = kNoToken; // root of the content; kNoToken for a bare quotation
  int32_t entity = -1;             // index in Reading::entities; -1 = unresolved
  int32_t nested_in = -1;          // index of the attribution whose content holds this one
};

// Cue words with their kind, strength and commitment, from a lexicon file.
class CueLexicon;

// All attributions of a document, in order of their first byte. Sets
// Quotation::attribution.
std::vector<Attribution> FindAttributions(const Analysis& analysis, const CueLexicon& cues,
                                          std::vector<Quotation>* quotations);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_ATTRIBUTION_H_
