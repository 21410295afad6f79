// What may follow a number: fractions ("two fifths", "and a half"), "point five",
// ordinals, "one in five". Steps of NumberParser; how an ordinal becomes a denominator
// is told in number_reader.cpp. Cost: linear in the atoms that are read.
// Test: tests/unit/quantity/number_reader_test.cpp.

#include <cmath>

#include "core/quantity/number_parser.h"

namespace crosscheck {

// A denominator at `at` for this numerator: "fifths", "twenty-firsts", "third".
bool NumberParser::ReadDenominator(size_t at, double numerator, double* value, size_t* end) const {
  size_t i = SkipDash(at);
  double tens = 0;
  const NumberWord* word = WordAt(i);
  if (word != nullptr && word->role == Role::kCardinal && word->value >= 20) {
    tens = word->value;
    i = SkipDash(i + 1);
    word = WordAt(i);
    if (word == nullptr || word->role != Role::kOrdinal || word->value >= 10) return false;
  }
  if (word == nullptr || (word->role != Role::kOrdinal && word->role != Role::kPart)) return false;
  const double below = tens + word->value;
  if (below < 2 || (below == 2 && word->role == Role::kOrdinal)) return false;
  if (!word->plural && numerator != 1) return false;
  *value = numerator / below;
  *end = i + 1;
  return true;
}

void NumberParser::ReadFraction() {
  double value = 0;
  size_t end = 0;
  const double whole = Total();
  // "one hundred and three quarters": a small numerator after "and" is its own.
  if (last_and_ != 0 && WordAt(at_) != nullptr && WordAt(at_)->plural && !At(at_).glued && WordAt(at_)->role != Role::kScale &&
      current_ - last_small_ >= 100 && last_small_ < 20 && last_small_ < WordAt(at_)->value) {
    double part = 0;
    if (!ReadDenominator(at_, last_small_, &part, &end)) return;
    current_ += part - last_small_;
    at_ = end;
    number_.plain = false;
    return;
  }
  if (last_tens_ != 0) {  // "one hundred thirty-fifths": the tens may be the denominator's
    const double tens = WordAt(last_tens_)->value;
    const NumberWord* next = WordAt(SkipDash(at_));
    if (next != nullptr && next->role == Role::kOrdinal && next->value < 10 && last_tens_ + 1 == at_ &&
        whole - tens > 0 && !tens_after_and_ && ReadDenominator(last_tens_, whole - tens, &value, &end)) {
      total_ = value;
      current_ = 0;
      at_ = end;
      number_.fraction = true;
      return;
    }
    if (next != nullptr && !next->plural) return;  // "twenty-first" is a place
  }
  if (last_scale_ >= 1000 && current_ == 0 && number_.plain) return;
  if (!ReadDenominator(at_, whole, &value, &end)) return;
  total_ = value;
  current_ = 0;
  at_ = end;
  number_.fraction = true;
  number_.plain = false;
  size_t scale_at = SkipDash(at_);  // "three quarters billion", "two thirds of a million"
  if (At(at_).Is("of") && IsArticle(at_ + 1)) scale_at = at_ + 2;
  const NumberWord* scale = WordAt(scale_at);
  if (scale == nullptr || scale->role != Role::kScale || scale->value < 1000 || scale->plural) return;
  total_ *= scale->value;
  number_.scale = scale->value;
  number_.fraction = false;
  at_ = scale_at + 1;
}

// "and a half", "and three quarters", after a number or its scale word.
void NumberParser::ReadAddedFraction() {
  const bool dashed = IsDash(At(at_)) && At(at_).glued;  // "two-and-a-half"
  const size_t and_at = dashed ? at_ + 1 : at_;
  if (!At(and_at).Is("and") || after_between_ || number_.fraction) return;
  size_t i = SkipDash(and_at + 1);
  double numerator = 1;
  if (IsArticle(i)) {
    i = SkipDash(i + 1);
  } else if (const NumberWord* word = WordAt(i); word != nullptr && word->role == Role::kCardinal && word->value < 20) {
    numerator = word->value;
    ++i;
  } else {
    return;
  }
  double value = 0;
  size_t end = 0;
  if (!ReadDenominator(i, numerator, &value, &end)) return;
  if (At(end).Is("of") && !number_.words) return;  // "50 and a third of the seats"
  const NumberWord* scale = WordAt(end);
  const bool scaled = scale != nullptr && scale->role == Role::kScale && scale->value >= 100;
  const bool closed = last_scale_ >= 1000 && current_ == 0;
  double result = Total() + value;
  if (scaled && closed) {
    result = Total() + value * scale->value;  // "one billion and a half million"
  } else if (scaled) {
    result = (Total() + value) * scale->value;  // "three and a half million"
    last_scale_ = number_.scale = scale->value;
  } else if (closed) {
    result = Total() + value * last_scale_;  // "3 million and a half"
  }
  total_ = result;
  current_ = 0;
  chunk_place_ = 0;
  number_.plain = false;
  at_ = scaled ? end + 1 : end;
}

// "five point five", "two hundred point zero three", "point seventy-one".
void NumberParser::ReadPoint() {
  if (!number_.words || tables_.point.find(At(at_).lower) == tables_.point.end()) return;
  double place = 1;
  double value = 0;
  size_t i = at_ + 1;
  for (;; ++i) {
    const NumberWord* word = WordAt(i);
    if (word == nullptr || word->role != Role::kCardinal) break;
    double digits = word->value;
    if (digits >= 20) {
      const size_t unit_at = SkipDash(i + 1);
      const NumberWord* unit = WordAt(unit_at);
      if (unit != nullptr && unit->role == Role::kCardinal && unit->value > 0 && unit->value < 10) {
        digits += unit->value;
        i = unit_at;
      }
    }
    place /= digits >= 10 ? 100 : 10;
    value += digits * place;
  }
  if (place == 1) return;
  current_ += value;
  chunk_place_ = place;
  at_ = i;
  if (const NumberWord* scale = WordAt(at_); scale != nullptr && scale->role == Role::kScale && total_ == 0) {
    current_ *= scale->value;
    chunk_place_ *= scale->value;
    number_.scale = scale->value;
    ++at_;
  }
}

// "11th", "twenty-fifth", "two hundredth".
void NumberParser::ReadOrdinal() {
  if (number_.fraction) return;
  const Atom& suffix = At(at_);
  if (!number_.words) {
    const bool first = std::fmod(total_ + current_, 10) == 1 && std::fmod(total_ + current_, 100) != 11;  // "21st"; "12st" is a weight
    if (suffix.glued && number_.plain && ((suffix.Is("st") && first) || suffix.Is("nd") || suffix.Is("rd") || suffix.Is("th")) &&
        !(At(at_ + 1).glued && At(at_ + 1).IsWord())) {
      number_.ordinal = true;
      ++at_;
    }
    return;
  }
  const size_t next = SkipDash(at_);
  const NumberWord* word = WordAt(next);
  if (word == nullptr || word->role != Role::kOrdinal || word->plural) return;
  if (word->value >= 100) {
    current_ = (Total() == 0 ? 1 : Total()) * word->value;
    total_ = 0;
  } else {
    if (slot_ == Slot::kFull || (slot_ == Slot::kTens && word->value >= 10)) return;
    const bool seconds = word->value == 2 && !At(next).glued && !At(next + 1).text.empty();
    if (slot_ == Slot::kTens && seconds) return;  // "thirty second delays"
    current_ += word->value;
  }
  number_.ordinal = true;
  at_ = next + 1;
}

// "one in five", "one out of three", "one over three".
void NumberParser::ReadOutOf() {
  if (number_.ordinal || number_.scale != 1 || number_.vague) return;
  const bool out_of = At(at_).Is("out") && At(at_ + 1).Is("of");
  const bool in = At(at_).Is("in") || (At(at_).Is("of") && At(at_ + 1).Is("every"));
  const bool over = !money_ && tables_.over.find(At(at_).lower) != tables_.over.end();
  if (!out_of && !in && !over) return;
  const size_t next = out_of || At(at_ + 1).Is("every") ? at_ + 2 : at_ + 1;
  if (!At(next).IsNumber() && WordAt(next) == nullptr) return;
  NumberParser other(row_, tables_, false, false);
  other.number_.first = next;
  if (!other.ReadPlain(next)) return;
  const double above = Total();
  const double below = other.Total();
  if (below <= 0 || below != std::floor(below) || other.number_.fraction) return;
  const Atom& after = At(other.at_);
  if (over && !(IsStop(after) || after.Is("of"))) return;
  if (!over && (above >= below || above <= 0)) return;
  if (in && (above > 10 || At(next).literal.value >= 1500)) return;
  if (in && tables_.units.Match(row_, static_cast<int64_t>(other.at_))) return;
  total_ = above / below;
  current_ = 0;
  number_.fraction = true;
  number_.plain = false;
  at_ = other.at_;
}

}  // namespace crosscheck
