#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_ATOMS_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_ATOMS_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analysis.h"

namespace crosscheck {

// A number in digits, as one stretch of text: "1,200,000", "3.5", "12,34,567.89".
struct Literal {
  double value = 0.0;
  double place = 1.0;      // value of the last written digit's place: 0.1 for "3.5"
  uint32_t length = 0;     // bytes
  bool grouped = false;    // has thousands separators
  bool decimal = false;    // has a decimal sign
  bool leading_zero = false;  // "007"
  bool strange = false;    // dots and commas that make no number: "192.168.1.2"
  bool guessed = false;    // "1,3": a comma that only a decimal sign can be
};

// Reads the longest literal at the start of `text`; length 0 where there is none.
// Cost linear in the literal.
Literal ReadLiteral(std::string_view text);

// A piece of a token that is all digits, all letters, or one other character:
// the tokenizer may keep "5km", "$3.2bn" and "20-30" together or cut them, and
// the readers of numbers see the same atoms either way.
struct Atom {
  enum class Kind : uint8_t { kNumber, kFraction, kWord, kSymbol };

  Kind kind = Kind::kSymbol;
  bool glued = false;       // no white space before it
  uint32_t token = 0;       // index in Analysis::tokens
  TextRange range;
  std::string_view text;    // as written
  std::string_view lower;   // in lower case
  Literal literal;          // kNumber; value alone for kFraction ("½")

  bool IsNumber() const { return kind == Kind::kNumber; }
  bool IsWord() const { return kind == Kind::kWord; }
  bool Is(std::string_view s) const { return lower == s; }
};

// The atoms of one sentence. Views point into the analysis, or into `spill`.
class AtomRow {
 public:
  AtomRow(const Analysis& analysis, const Sentence& sentence);
  // The atoms of a bare text, for the phrases of a lexicon.
  explicit AtomRow(std::string_view text);
  AtomRow(const AtomRow&) = delete;
  AtomRow& operator=(const AtomRow&) = delete;

  size_t size() const { return atoms_.size(); }
  const Atom& operator[](size_t i) const { return atoms_[i]; }
  // Bounds-safe: an empty symbol beyond either end.
  const Atom& At(int64_t i) const {
    return i < 0 || static_cast<size_t>(i) >= atoms_.size() ? none_ : atoms_[static_cast<size_t>(i)];
  }
  bool Glued(size_t i) const { return i < atoms_.size() && i > 0 && atoms_[i].glued; }

 private:
  // Cuts a run without white space that starts in token `token`.
  void Cut(std::string_view form, std::string_view lower, uint32_t token, uint32_t start);
  // Gives each atom from `first` on the token that its first byte lies in.
  void SetTokens(const Analysis& analysis, size_t first);

  std::vector<Atom> atoms_;
  std::deque<std::string> spill_;
  Atom none_;
};

// "-", "–", "−", "‐" and their kin.
bool IsDash(const Atom& atom);
// Starts with a capital letter.
bool IsCapital(const Atom& atom);
// A full stop, comma, bracket, quotation mark …: where a phrase ends.
bool IsStop(const Atom& atom);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_ATOMS_H_
