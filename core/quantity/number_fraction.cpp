// Fractions written with a stroke. Only denominators that people use count, and
// only below one, so that dates ("5/17") and codes ("24/7") stay what they are.

#include <array>
#include <string>

#include "core/quantity/number_reader.h"

namespace crosscheck {
namespace {

bool AllowedDenominator(double d) {
  constexpr std::array<double, 16> kGood = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 128};
  for (const double good : kGood) {
    if (d == good) return true;
  }
  return false;
}

}  // namespace

bool ReadSlashFraction(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables, double* value, size_t* end) {
  const auto first = static_cast<int64_t>(at);
  const Atom& top = row.At(first);
  const Atom& stroke = row.At(first + 1);
  const Atom& bottom = row.At(first + 2);
  const Atom& next = row.At(first + 3);
  if (!top.IsNumber() || !bottom.IsNumber() || (stroke.text != "/" && stroke.text != "⁄")) return false;
  if (!stroke.glued || !bottom.glued || top.literal.decimal || bottom.literal.decimal) return false;
  if (tables.In("not-fraction", std::string(top.text) + "/" + std::string(bottom.text))) return false;
  if (!AllowedDenominator(bottom.literal.value)) return false;
  if (top.literal.value >= bottom.literal.value || top.literal.value == 0 || top.literal.leading_zero) return false;
  if (next.glued && (next.text == "/" || next.IsNumber())) return false;
  *value = top.literal.value / bottom.literal.value;
  *end = at + 3;
  return true;
}

}  // namespace crosscheck
