#ifndef CROSSCHECK_CORE_QUANTITY_NUMBER_READER_H_
#define CROSSCHECK_CORE_QUANTITY_NUMBER_READER_H_

#include <cstddef>
#include <optional>

#include "core/quantity/figure_atoms.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {

// A number as read from atoms [first, last), before units and bounds.
struct Number {
  size_t first = 0, last = 0;
  double value = 0.0;
  double place = 0.0;      // of the last written digit, with its scale word; 0 for bare words
  double scale = 1.0;      // the last scale word or sign: 1e6 for "3.2 million"
  bool words = false;      // starts with a word ("twelve"), not with a digit
  bool ordinal = false;
  bool fraction = false;   // "two thirds", "3/4", "one in five"
  bool bare_part = false;  // a lone "half", "a quarter", "a third": may be no number
  bool bare_one = false;   // a lone "one": may be a pronoun
  bool vague = false;      // "dozens": value is the lower end, high the upper
  double high = 0.0;
  bool plain = false;      // digits only, no group, sign, decimals or scale: may be a year or a code
  bool guessed = false;    // a reading among others ("1,3")
};

// Reads the longest number that starts at `at`. `money` says that a currency
// sign stands before it, so that "m" is a million; `after_between` that "and"
// joins two ends ("between five hundred and six hundred"), not one number.
std::optional<Number> ReadNumber(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables,
                                 bool money, bool after_between);

// Reads "3/4" or "1⁄16" at `at`; false for "9/11", "24/7", dates and the like.
bool ReadSlashFraction(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables, double* value, size_t* end);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_NUMBER_READER_H_
