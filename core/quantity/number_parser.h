#ifndef CROSSCHECK_CORE_QUANTITY_NUMBER_PARSER_H_
#define CROSSCHECK_CORE_QUANTITY_NUMBER_PARSER_H_

#include <cstddef>
#include <optional>

#include "core/quantity/figure_atoms.h"
#include "core/quantity/figure_lexicon.h"
#include "core/quantity/number_reader.h"

namespace crosscheck {

// Reads one number; number_reader.h says what. Made for one call of Read: the state is
// that of the number so far, and the steps are called in the order of Read.
class NumberParser {
 public:
  NumberParser(const AtomRow& row, const FigureLexicon::Tables& tables, bool money, bool after_between)
      : row_(row), tables_(tables), money_(money), after_between_(after_between) {}

  std::optional<Number> Read(size_t at);

 private:
  using Role = NumberWord::Role;
  enum class Slot { kEmpty, kFull, kTens, kHundred, kLiteral };

  const Atom& At(size_t i) const { return row_.At(static_cast<int64_t>(i)); }
  const NumberWord* WordAt(size_t i) const {
    if (!At(i).IsWord()) return nullptr;
    const auto found = tables_.numbers.find(At(i).lower);
    return found == tables_.numbers.end() ? nullptr : &found->second;
  }
  bool IsArticle(size_t i) const { return At(i).Is("a") || At(i).Is("an"); }
  // A dash between number words: "twenty-one", "ninety - five".
  size_t SkipDash(size_t i) const { return IsDash(At(i)) ? i + 1 : i; }

  bool ReadLiteralChunk(size_t at);
  bool ReadPlain(size_t at);
  bool ReadWords(size_t at);
  Number Finish();
  void JoinBlankGroups();
  void ReadScaleSign();
  bool MetreFollows(size_t i) const;
  bool ReadVague(size_t at);
  bool ReadFewOf(size_t at);
  bool ReadPart(size_t at);
  void ReadChunks();
  bool TakeSmall(double value);
  bool TakeScale(double value, size_t at);
  bool TakeLiteral(size_t at, bool joined);
  bool AndJoins(size_t next) const;
  // number_tail.cpp: what may follow the number itself.
  bool ReadDenominator(size_t at, double numerator, double* value, size_t* end) const;
  void ReadFraction();
  void ReadAddedFraction();
  void ReadPoint();
  void ReadOrdinal();
  void ReadOutOf();
  double Total() const { return total_ + current_; }

  const AtomRow& row_;
  const FigureLexicon::Tables& tables_;
  const bool money_;
  const bool after_between_;

  Number number_;
  size_t at_ = 0;          // next atom
  double total_ = 0.0;     // closed chunks
  double current_ = 0.0;   // the open chunk
  double last_scale_ = 0.0;  // 0 = none yet
  double chunk_place_ = 0.0; // place value of a literal in the open chunk
  Slot slot_ = Slot::kEmpty;
  size_t last_tens_ = 0;   // atom of a tens word that may still join an ordinal; 0 = none
  bool tens_after_and_ = false;
  size_t last_and_ = 0;       // atom of a small word that "and" joined; 0 = none
  double last_small_ = 0.0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_NUMBER_PARSER_H_
