#include "core/quantity/figure_algebra.h"

namespace crosscheck {

bool Comparable(const Figure& a, const Figure& b) { return a.dimension == b.dimension; }

std::optional<bool> Disjoint(const Figure& a, const Figure& b) {
  if (!Comparable(a, b) || !a.value || !b.value) return std::nullopt;
  return *a.value != *b.value;
}

std::optional<bool> Agree(const Figure& a, const Figure& b) {
  if (!Comparable(a, b) || !a.value || !b.value) return std::nullopt;
  return *a.value == *b.value;
}

std::string ToText(const Figure& figure) { return figure.value ? std::to_string(*figure.value) : ""; }
std::string IntervalText(const Figure& figure) { return ToText(figure); }

std::vector<ArithmeticCheck> CheckArithmetic(const Analysis&, const std::vector<Figure>&) { return {}; }

}  // namespace crosscheck
