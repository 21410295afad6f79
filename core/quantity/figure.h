#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
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
// for "$48.2 million", 70 for "70%", 0.5 (USD) for "50 cents".
struct Figure {
  TextRange range;              // the number with its unit ("$48.2 million"), without `cue`
  TextRange number;             // the number and its scale word alone
  TextRange cue;                // what sets `bound` ("about", "or more"); empty where nothing does
  TextRange change;             // what sets `trend` ("rose", "drop"); empty where nothing does
  uint32_t first = 0, last = 0; // the tokens of `range`, [first, last)
  FigureKind kind = FigureKind::kCardinal;
  std::optional<double> value;  // nothing where only a range is known
  Interval logical;             // what the wording allows ("about 50": 45 to 55): low/high of the JSON verbs
  Interval implied;             // `logical` widened by rounding
  std::string unit;             // ISO 4217 code, "%", "percentage-point", singular English, ""
  std::string per;              // "barrel" of "$80 per barrel", else ""
  Bound bound = Bound::kExact;
  Bound told = Bound::kExact;   // as worded: "just over 40" is more than 40, and `bound` about
  Trend trend = Trend::kNone;   // "sales rose 12%": its clause says that this much changed
  Trend noun_trend = Trend::kNone;  // "a 12% rise": the size of a change, which may be planned or denied
  // A level that a change reached or left: "fell from 40 to 35" gives both kDown,
  // and `left` to the 40. Levels have no `trend`.
  Trend moved = Trend::kNone;
  bool left = false;
  int32_t of = kNoToken;        // head noun of what is counted or measured
  TextRange of_range;           // that noun phrase; empty where unknown
  std::string of_key;           // folded lemma of `of`: "person" for "people"; "" where unknown
  TextRange whole;              // "voters" of "70% of voters"; empty where no whole is named
  std::string unclear;          // why it cannot be read for sure; "" where it can

  // For the algebra below. A value x of the unit is x * factor + offset in the
  // base unit of its dimension; only figures of one dimension compare.
  std::string dimension;        // "length", "share", "money:USD", "count" …
  double factor = 1.0;
  double offset = 0.0;
  double place = 0.0;           // place value of the last written digit; 0 = unknown (a bare word)
  bool guessed_unit = false;    // "$" may be any dollar, "ton" any ton
  std::vector<double> parts;    // of scores and odds: 2, 1 of "2-1"
};

// The words that figures are read by: rules/lexicon/{numbers,units,currencies,
// approximators,trends,figure-context}.yaml. Immutable; shared by all threads.
class FigureLexicon {
 public:
  // Loads the files of a folder; what is wrong in one goes to `diagnostics` with
  // its place, and the rest is still loaded.
  static FigureLexicon Load(const std::filesystem::path& folder, Diagnostics* diagnostics);
  // The shipped lexicon (FindResources), loaded at the first call. Empty where
  // it cannot be found.
  static const FigureLexicon& Shipped();
  FigureLexicon(FigureLexicon&&) noexcept;
  FigureLexicon& operator=(FigureLexicon&&) noexcept;
  ~FigureLexicon();

  struct Tables;  // figure_lexicon.h
  const Tables& tables() const { return *tables_; }

 private:
  FigureLexicon();
  std::unique_ptr<Tables> tables_;
};

// Every figure of a document, in order of the text, without those that only look
// like one (dates and times of day, years, product codes, list numbers,
// furniture). What cannot be read for sure is kept with `unclear` set. Linear in
// the text. The first form reads by FigureLexicon::Shipped().
std::vector<Figure> ReadFigures(const Analysis& analysis);
std::vector<Figure> ReadFigures(const Analysis& analysis, const FigureLexicon& lexicon);

// The algebra that rules use. Three-valued: nothing = cannot be told (units
// that do not compare, a figure that is unclear). figure_algebra.h has more.
std::optional<bool> Disjoint(const Figure& a, const Figure& b);   // by logical and implied bounds
std::optional<bool> Agree(const Figure& a, const Figure& b);      // one supports the other
bool Comparable(const Figure& a, const Figure& b);                // like units, after conversion
// "70%", "48.2 million USD", "3.15 – 3.25 million EUR": for messages.
std::string ToText(const Figure& figure);
std::string IntervalText(const Figure& figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_H_
