// Puts the pieces of numbers together for the time grammar: "3.5", "2 1/2",
// "1,200", "22nd", "twenty-one", "two thousand and fifteen", "nineteen
// ninety-six". A number gets every class that its form allows (12 is a day, a
// month, an hour, a two-digit year …); the patterns decide by what is beside it.
// Each piece is looked at a bounded number of times.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/quantity/time_terms.h"

namespace crosscheck {
namespace {

struct TimeNumber {
  double value = 0;
  size_t terms = 0;  // how many terms it takes; 0 = none
  bool ordinal = false;
  bool decimal = false;
  bool year = false;  // may be read as a year
};

double ToDouble(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Reads numbers at a place of one sentence.
class NumberReader {
 public:
  NumberReader(std::string_view text, const std::vector<TimeTerm>& terms)
      : text_(text), terms_(terms) {}

  TimeNumber At(size_t i) const {
    if (terms_[i].digits) return Digits(i);
    if (Mark(i, "½")) return {0.5, 1, false, true, false};
    return Words(i);
  }

 private:
  std::string_view Text(size_t i) const {
    return i < terms_.size() ? terms_[i].range.In(text_) : std::string_view();
  }
  bool Mark(size_t i, std::string_view mark) const { return Text(i) == mark; }
  bool Glued(size_t i) const { return i < terms_.size() && !terms_[i].space_before; }
  bool GluedDigits(size_t i) const { return Glued(i) && terms_[i].digits; }

  TimeNumber Digits(size_t i) const {
    TimeNumber out{ToDouble(Text(i)), 1, false, false, Text(i).size() == 4};
    size_t at = i + 1;
    // "1,200": groups of three.
    while (Text(i).size() <= 3 && Glued(at) && Mark(at, ",") && GluedDigits(at + 1) &&
           Text(at + 1).size() == 3) {
      out.value = out.value * 1000 + ToDouble(Text(at + 1));
      out.year = false;
      at += 2;
    }
    // "3.5", but not "7.6.2018".
    const bool dotted = Glued(at) && Mark(at, ".") && GluedDigits(at + 1);
    const bool date = Glued(at + 2) && Mark(at + 2, ".") && GluedDigits(at + 3);
    const bool date_tail = i >= 2 && Mark(i - 1, ".") && Glued(i) && terms_[i - 2].digits;
    if (dotted && !date && !date_tail) {
      const std::string_view whole =
          text_.substr(terms_[i].range.start, terms_[at + 1].range.end - terms_[i].range.start);
      return {ToDouble(whole), at + 2 - i, false, true, false};
    }
    if (Glued(at) && Mark(at, "½")) return {out.value + 0.5, at + 1 - i, false, true, false};
    if (const auto part = Fraction(at)) return {out.value + *part, at + 3 - i, false, true, false};
    if (Glued(at) && terms_[at].Has(TimeClass::kOrdinalSuffix))
      return {out.value, at + 1 - i, true, false, false};
    out.terms = at - i;
    return out;
  }

  // The "1/2" of "2 1/2": a proper fraction of halves, thirds, quarters, eighths.
  std::optional<double> Fraction(size_t i) const {
    if (i + 2 >= terms_.size() || !terms_[i].digits || Glued(i) || !Mark(i + 1, "/") ||
        !GluedDigits(i + 2))
      return std::nullopt;
    if (!Glued(i + 1) || terms_[i + 2].glued_right) return std::nullopt;
    const double top = ToDouble(Text(i)), bottom = ToDouble(Text(i + 2));
    const bool usual = bottom == 2 || bottom == 3 || bottom == 4 || bottom == 8;
    if (!usual || top < 1 || top >= bottom) return std::nullopt;
    return top / bottom;
  }

  // The value of a number word; -1 where it is none.
  double Word(size_t i) const {
    return i < terms_.size() && terms_[i].Has(TimeClass::kNumber)
               ? terms_[i].Value(TimeClass::kNumber)
               : -1;
  }
  double OrdinalWord(size_t i) const {
    return i < terms_.size() && terms_[i].Has(TimeClass::kOrdinal)
               ? terms_[i].Value(TimeClass::kOrdinal)
               : -1;
  }
  size_t SkipHyphen(size_t i) const { return Mark(i, "-") ? i + 1 : i; }

  // "twenty-one", "twelve": below a hundred.
  TimeNumber Small(size_t i) const {
    const double first = Word(i);
    if (first < 0 || first >= 100) return {};
    TimeNumber out{first, 1, false, false, false};
    if (first < 20) return out;
    const size_t next = SkipHyphen(i + 1);
    const double unit = Word(next), ordinal = OrdinalWord(next);
    if (unit >= 1 && unit <= 9) return {first + unit, next + 1 - i, false, false, false};
    if (ordinal >= 1 && ordinal <= 9) return {first + ordinal, next + 1 - i, true, false, false};
    return out;
  }

  // "nineteen ninety-six", "twenty twenty-four", "eighteen twelve".
  TimeNumber Pair(size_t i) const {
    const double first = Word(i);
    if (first < 10 || first > 20) return {};
    const size_t next = SkipHyphen(i + 1);
    const double begin = Word(next);
    if (begin < 10 || begin >= 100) return {};
    const TimeNumber tail = Small(next);
    if (tail.terms == 0 || tail.ordinal) return {};
    return {first * 100 + tail.value, next + tail.terms - i, false, false, true};
  }

  TimeNumber Words(size_t i) const {
    if (const TimeNumber pair = Pair(i); pair.terms > 0) return pair;
    size_t at = i;
    if (Word(at) < 0) {
      const bool article =
          terms_[at].Has(TimeClass::kArticle) && terms_[at].Value(TimeClass::kArticle) == 2;
      if (!article || Word(at + 1) < 100) return {};
      ++at;  // "a hundred"
    }
    double total = 0, current = 0;
    bool scaled = false;
    while (at < terms_.size()) {
      const double word = Word(at);
      if (word >= 100) {
        current = std::max(current, 1.0) * word;
        if (word >= 1000) total += current, current = 0;
        scaled = true;
        ++at;
      } else {
        const TimeNumber small = Small(at);
        if (small.terms == 0 || (current > 0 && !scaled) || std::fmod(current, 100) != 0) break;
        current += small.value;
        at += small.terms;
        if (small.ordinal) return {total + current, at - i, true, false, false};
      }
      // "two thousand and fifteen": the "and" belongs to a number that goes on.
      if (scaled && Mark(at, "and") && Word(at + 1) >= 1 && Word(at + 1) < 100) ++at;
    }
    const double value = total + current;
    return {value, at - i, false, false, scaled && value >= 1000 && value < 2200};
  }

  std::string_view text_;
  const std::vector<TimeTerm>& terms_;
};

void Classify(const TimeNumber& number, TimeTerm* term) {
  const bool short_form = term->range.size() <= 2;
  if (number.ordinal) {
    term->classes.Add(TimeClass::kOrdinal);
    if (number.value >= 1 && number.value <= 31) term->classes.Add(TimeClass::kDayOrdinal);
    return;
  }
  if (number.decimal) {
    term->classes.Add(TimeClass::kDecimal);
    return;
  }
  term->classes.Add(TimeClass::kInteger);
  if (number.year && number.value >= 1000 && number.value < 2200)
    term->classes.Add(TimeClass::kYear);
  if (term->digits && !short_form) return;
  if (term->digits && term->range.size() == 2) term->classes.Add(TimeClass::kYear2);
  if (number.value >= 1 && number.value <= 31) term->classes.Add(TimeClass::kDayNumber);
  if (number.value >= 1 && number.value <= 12) term->classes.Add(TimeClass::kMonthNumber);
  if (number.value <= 24) term->classes.Add(TimeClass::kHourNumber);
  if (number.value <= 59 && term->range.size() == 2) term->classes.Add(TimeClass::kMinuteNumber);
}

}  // namespace

void ReadTimeNumbers(std::string_view text, std::vector<TimeTerm>* terms) {
  const NumberReader reader(text, *terms);
  std::vector<TimeTerm> out;
  out.reserve(terms->size());
  for (size_t i = 0; i < terms->size();) {
    TimeTerm term = (*terms)[i];
    const TimeNumber number = reader.At(i);
    if (number.terms == 0) {
      if (term.Has(TimeClass::kOrdinal)) {
        term.number = term.Value(TimeClass::kOrdinal);
        if (term.number > 0) term.classes.Add(TimeClass::kDayOrdinal);
      }
      out.push_back(term);
      ++i;
      continue;
    }
    const TimeTerm& last = (*terms)[i + number.terms - 1];
    term.range.end = last.range.end;
    term.token_end = last.token_end;
    term.glued_right = last.glued_right;
    if (number.terms > 1) term.word = nullptr, term.classes = {}, term.literal = 0;
    term.number = number.value;
    Classify(number, &term);
    out.push_back(term);
    i += number.terms;
  }
  *terms = std::move(out);
}

}  // namespace crosscheck
