#include <charconv>

#include "core/quantity/figure.h"

namespace crosscheck {

std::vector<Figure> ReadFigures(const Analysis& analysis, const FigureLexicon& lexicon) {
  static_cast<void>(lexicon);
  std::vector<Figure> figures;
  for (uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const std::string_view form = analysis.Form(analysis.tokens[i]);
    double value = 0;
    const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
    if (error != std::errc() || end != form.data() + form.size()) continue;
    Figure figure;
    figure.range = figure.number = analysis.tokens[i].range;
    figure.first = i;
    figure.last = i + 1;
    figure.value = value;
    figure.logical = figure.implied = {value, value};
    figure.dimension = "count";
    figures.push_back(figure);
  }
  return figures;
}

}  // namespace crosscheck
