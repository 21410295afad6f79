#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_SUMS_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_SUMS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/quantity/figure_algebra.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {

// A text's figures as the checks of its sums see them, and the sums found so far.
// Indices are those of `figures`.
class FigureSums {
 public:
  using Words = std::vector<std::string_view>;

  FigureSums(const Analysis& analysis, const std::vector<Figure>& figures)
      : analysis_(analysis), figures_(figures), tables_(FigureLexicon::Shipped().tables()) {}

  const Analysis& analysis() const { return analysis_; }
  const FigureLexicon::Tables& tables() const { return tables_; }
  size_t size() const { return figures_.size(); }
  const Figure& F(size_t i) const { return figures_[i]; }
  const std::vector<ArithmeticCheck>& checks() const { return checks_; }
  std::vector<ArithmeticCheck> Take() { return std::move(checks_); }

  size_t SentenceOf(size_t i) const { return analysis_.tokens[F(i).first].sentence; }
  bool Has(size_t i, size_t sentence) const { return i < figures_.size() && SentenceOf(i) == sentence; }
  bool Exact(size_t i) const { return F(i).value && F(i).bound == Bound::kExact && F(i).unclear.empty(); }
  bool IsChange(size_t i) const { return F(i).trend != Trend::kNone || F(i).noun_trend != Trend::kNone; }
  // The lower-case words between two figures, beside one, or from its end on.
  Words Between(size_t i, size_t j) const;
  std::string_view Before(size_t i, uint32_t steps = 0) const;
  std::string_view After(size_t i, uint32_t steps = 0) const;
  // A mark that ends or parts what is told, or nothing at all.
  static bool IsMark(std::string_view word);
  // Nothing behind the figure can name another base or measure.
  bool Ends(size_t i) const;

  void Add(ArithmeticKind kind, std::vector<size_t> figures, const Interval& computed, bool holds, std::string working);

 private:
  const Analysis& analysis_;
  const std::vector<Figure>& figures_;
  const FigureLexicon::Tables& tables_;
  std::vector<ArithmeticCheck> checks_;
};

// "%.4g"
std::string ShortNumber(double value);

// The kinds of sums, each from figure `i` on: changes of a level; parts of a whole;
// one thing told in two ways ("300 feet (91 metres)", "half of them, or 50 %").
void CheckChanges(FigureSums* sums, size_t i);
void CheckParts(FigureSums* sums, size_t i);
void CheckTwice(FigureSums* sums, size_t i);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_SUMS_H_
