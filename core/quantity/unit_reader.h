#ifndef CROSSCHECK_CORE_QUANTITY_UNIT_READER_H_
#define CROSSCHECK_CORE_QUANTITY_UNIT_READER_H_

#include <optional>
#include <string>

#include "core/quantity/figure_atoms.h"
#include "core/quantity/figure_lexicon.h"
#include "core/quantity/number_reader.h"

namespace crosscheck {

// A currency before a number: atoms [first, number).
struct MoneyPrefix {
  size_t first = 0;
  Unit unit;
};
// `floor` is the first atom that no earlier figure has taken.
std::optional<MoneyPrefix> ReadMoneyPrefix(const AtomRow& row, size_t number, size_t floor,
                                           const FigureLexicon::Tables& tables);

// A unit after a number: atoms [number.last, last).
struct UnitSuffix {
  size_t last = 0;
  Unit unit;
  double more = 0.0;      // of a second part: 1/6 foot for "5 ft 2 in"
  double rescale = 1.0;   // "75 USD million"
  bool joined = false;    // a dash joins them: "three-ton"
};
std::optional<UnitSuffix> ReadUnitSuffix(const AtomRow& row, const Number& number,
                                         const FigureLexicon::Tables& tables);

// The lower part of a rate at `at`: "per barrel", "a share", "/km²", "-a-day".
struct RateSuffix {
  size_t last = 0;
  std::string name;   // "barrel"
  const Unit* unit = nullptr;  // where it is a unit of the lexicon
};
std::optional<RateSuffix> ReadRate(const AtomRow& row, size_t at, bool with_article,
                                   const FigureLexicon::Tables& tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_UNIT_READER_H_
