#include "core/claim/attribution.h"

#include <array>

namespace crosscheck {

std::string_view ToString(AttributionKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<Attribution> FindAttributions(const Analysis&, const CueLexicon&, std::vector<Quotation>*) { return {}; }

}  // namespace crosscheck
