#include "core/quantity/figure.h"

namespace crosscheck {

std::string_view ToString(FigureKind kind) {
  constexpr std::string_view kNames[] = {"cardinal", "ordinal",     "percent",  "money", "measure",
                                         "age",      "temperature", "duration", "ratio"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view ToString(Bound bound) {
  constexpr std::string_view kNames[] = {"exact",     "about",     "at-least", "at-most",
                                         "more-than", "less-than", "between"};
  return kNames[static_cast<size_t>(bound)];
}

std::vector<Figure> ReadFigures(const Analysis& analysis) {
  return ReadFigures(analysis, FigureLexicon::Shipped());
}

}  // namespace crosscheck
