#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/language/analysis.h"

namespace crosscheck {

enum class FigureKind : uint8_t {
  kCardinal, kOrdinal, kPercent, kMoney, kMeasure, kAge, kTemperature, kDuration, kRatio,
};
std::string_view ToString(FigureKind kind);

enum class Bound : uint8_t { kExact, kAbout, kAtLeast, kAtMost, kMoreThan, kLessThan, kBetween };
std::string_view ToString(Bound bound);

enum class Trend : uint8_t { kNone, kUp, kDown };

// A closed or open interval of real numbers; nothing = unbounded on that side.
struct Interval {
  std::optional<double> low;
  std::optional<double> high;
  bool low_open = false;   // the end itself is excluded ("more than 40")
  bool high_open = false;
};

// A number as the text gives it. Values are in the unit's own scale: 48200000
// for "$48.2 million", 70 for "70%".
struct Figure {
  TextRange range;              // with its unit and its bound words ("about $48.2 million")
  TextRange number;             // the number and its scale word alone
  uint32_t first = 0, last = 0; // the tokens of `range`, [first, last)
  FigureKind kind = FigureKind::kCardinal;
  std::optional<double> value;  // nothing where only a range is known
  Interval logical;             // what the wording allows: low/high of the JSON verbs
  Interval implied;             // `logical` widened by rounding and approximators
  std::string unit;             // ISO 4217 code, "%", "percentage-point", singular English, ""
  std::string per;              // "barrel" of "$80 per barrel", else ""
  Bound bound = Bound::kExact;
  Trend trend = Trend::kNone;
  int32_t of = kNoToken;        // head noun of what is counted or measured
  TextRange of_range;           // that noun phrase; empty where unknown
  std::string unclear;          // why it cannot be read for sure; "" where it can
};

// Every figure of a document, in order of the text, without those that only look
// like one (years, product codes, list numbers, furniture).
std::vector<Figure> ReadFigures(const Analysis& analysis);

// The algebra that rules use. Three-valued: nothing = cannot be told (units
// that do not compare, a figure that is unclear).
std::optional<bool> Disjoint(const Figure& a, const Figure& b);   // by logical and implied bounds
std::optional<bool> Agree(const Figure& a, const Figure& b);      // one supports the other
bool Comparable(const Figure& a, const Figure& b);                // like units, after conversion
// "70%", "48.2 million USD", "3.15 – 3.25 million EUR": for messages.
std::string ToText(const Figure& figure);
std::string IntervalText(const Figure& figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_H_
