#ifndef CROSSCHECK_CORE_GRAPH_EVIDENCE_KINDS_H_
#define CROSSCHECK_CORE_GRAPH_EVIDENCE_KINDS_H_

#include <span>
#include <string_view>

namespace crosscheck {

// A row of evidence.def.
struct EvidenceKind {
  std::string_view name;         // as rules write it: "figure-rival"
  std::string_view description;  // what it means, in one clause
};

// All kinds, in the order of the table.
std::span<const EvidenceKind> EvidenceKinds();

namespace evidence {
#define EVIDENCE(constant, kind, description) inline constexpr std::string_view constant = kind;
#include "core/graph/evidence.def"
#undef EVIDENCE
}  // namespace evidence

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_GRAPH_EVIDENCE_KINDS_H_
