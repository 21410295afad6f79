#include "core/quantity/figure.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace crosscheck {
namespace {

struct Scale {
  double value;
  std::string_view word;
};
constexpr std::array<Scale, 3> kScales = {{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};

const Scale* ScaleOf(double value) {
  for (const Scale& scale : kScales) {
    if (std::fabs(value) >= scale.value) return &scale;
  }
  return nullptr;
}

// Up to six significant digits, without zeros at the end; thousands grouped.
std::string Digits(double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", std::fabs(value) >= 1000 ? 1 : 4, value);
  std::string text = buffer;
  while (!text.empty() && text.back() == '0') text.pop_back();
  if (!text.empty() && text.back() == '.') text.pop_back();
  const size_t point = text.find('.');
  const size_t sign = text[0] == '-' ? 1 : 0;
  for (size_t at = point == std::string::npos ? text.size() : point; at > sign + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text == "-0" ? "0" : text;
}

std::string WithUnit(std::string number, const Figure& figure) {
  if (figure.unit == "%") return number + "%";
  std::string unit = figure.unit;
  if (!figure.per.empty() && unit.find(" per ") == std::string::npos) unit += (unit.empty() ? "per " : " per ") + figure.per;
  return unit.empty() ? number : number + " " + unit;
}

std::string Scaled(double value, const Scale* scale) {
  if (scale == nullptr) return Digits(value);
  return Digits(value / scale->value) + " " + std::string(scale->word);
}

std::string Ends(const Interval& interval, const Figure& figure) {
  if (interval.low && interval.high) {
    const Scale* scale = ScaleOf(*interval.high);
    if (*interval.low == *interval.high) return WithUnit(Scaled(*interval.low, scale), figure);
    const double unit = scale == nullptr ? 1.0 : scale->value;
    return WithUnit(Digits(*interval.low / unit) + " – " + Scaled(*interval.high, scale), figure);
  }
  if (interval.low) return (interval.low_open ? "more than " : "at least ") + WithUnit(Scaled(*interval.low, ScaleOf(*interval.low)), figure);
  if (interval.high) return (interval.high_open ? "less than " : "at most ") + WithUnit(Scaled(*interval.high, ScaleOf(*interval.high)), figure);
  return "";
}

}  // namespace

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

std::string ToText(const Figure& figure) {
  if (figure.parts.size() == 2) return Digits(figure.parts[0]) + "–" + Digits(figure.parts[1]);
  if (!figure.value) return Ends(figure.logical, figure);
  std::string text = WithUnit(Scaled(*figure.value, ScaleOf(*figure.value)), figure);
  switch (figure.bound) {
    case Bound::kAbout:
      return "about " + text;
    case Bound::kAtLeast:
      return "at least " + text;
    case Bound::kAtMost:
      return "at most " + text;
    case Bound::kMoreThan:
      return "more than " + text;
    case Bound::kLessThan:
      return "less than " + text;
    case Bound::kExact:
    case Bound::kBetween:
      break;
  }
  return text;
}

std::string IntervalText(const Figure& figure) {
  if (figure.parts.size() == 2) return ToText(figure);
  return Ends(figure.implied, figure);
}

}  // namespace crosscheck
