#include "core/report/judgement.h"

#include <array>

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 5> kVerdicts = {"contradicted", "unsupported", "open",
                                                       "supported", "not-checkable"};
constexpr std::array<std::string_view, 3> kRelations = {"supports", "contradicts", "related"};
constexpr std::array<std::string_view, 7> kItems = {"name",      "figure",      "date", "title",
                                                    "quotation", "superlative", "place"};

}  // namespace

std::string_view ToString(Verdict verdict) { return kVerdicts[static_cast<size_t>(verdict)]; }

std::string_view DraftVerdictName(Verdict verdict) {
  return verdict == Verdict::kNotCheckable ? "nothing-to-check" : ToString(verdict);
}

std::string_view ToString(EvidenceRelation relation) {
  return kRelations[static_cast<size_t>(relation)];
}
std::string_view ToString(CheckItemKind kind) { return kItems[static_cast<size_t>(kind)]; }

}  // namespace crosscheck
