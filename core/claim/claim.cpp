#include "core/claim/claim.h"

#include <array>

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 9> kModalityNames = {
    "questioned", "hypothetical", "conditional", "believed", "hedged",
    "planned",    "forecast",     "obliged",     "asserted"};
constexpr std::array<std::string_view, 9> kNotCheckableNames = {
    "", "question", "opinion", "simile", "furniture", "heading", "fragment", "foreign", "command"};

}  // namespace

std::string_view ToString(Modality modality) { return kModalityNames[static_cast<size_t>(modality)]; }

std::string_view ToString(Polarity polarity) {
  return polarity == Polarity::kDenied ? "denied" : "affirmed";
}

std::string_view ToString(NotCheckable why) { return kNotCheckableNames[static_cast<size_t>(why)]; }

}  // namespace crosscheck
