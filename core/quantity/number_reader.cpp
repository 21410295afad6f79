// Numbers from digits and words.
//
// Words are read left to right as people say them: small words fill the tens and
// ones of a chunk, "hundred" multiplies the chunk, a scale word (thousand,
// million) closes it, and scales must fall: "four thousand three hundred and
// twenty-one". "and" joins only where a number of this form can go on, so that
// "two million and three women" stays two million. A literal may start a chunk
// ("4.2 million", "3 hundred and 21").
//
// An ordinal after a number makes a fraction where it is plural or the number is
// one: "two fifths", "a third". Of "one hundred thirty-fifths" the tens belong to
// the denominator if a numerator remains: 100/35, but "twenty fifths" is 20/5.
//
// Cost: linear in the atoms of the number. Limits: no Roman numerals, no
// bare "several" or "a few"; digits of other scripts are words to it.
// Test: tests/unit/quantity/number_reader_test.cpp.

#include "core/quantity/number_reader.h"

#include <cmath>

#include "core/quantity/number_parser.h"

namespace crosscheck {

// "3 200", "1 234 567.89": groups of three after single blanks.
void NumberParser::JoinBlankGroups() {
  const Atom& head = At(at_ - 1);
  if (head.literal.decimal || head.literal.grouped || head.text.size() > 3 || head.literal.value == 0) return;
  size_t end = at_;
  while (At(end).IsNumber() && !At(end).glued && At(end).range.start - At(end - 1).range.end <= 3 &&
         At(end).text.size() >= 3 && !At(end).literal.grouped &&
         (At(end).text.size() == 3 || (At(end).literal.decimal && At(end).text[3] == '.'))) {
    ++end;
    if (At(end - 1).literal.decimal) break;
  }
  if (end == at_ || (At(end).IsNumber() && !At(end).glued)) return;
  if (At(end).glued && !IsStop(At(end))) return;
  for (size_t i = at_; i < end; ++i) {
    current_ = current_ * 1000 + At(i).literal.value;
    chunk_place_ = At(i).literal.place;
  }
  number_.plain = false;
  at_ = end;
}

bool NumberParser::ReadLiteralChunk(size_t at) {
  const Atom& atom = At(at);
  if (atom.kind == Atom::Kind::kFraction) {
    current_ = atom.literal.value;
    slot_ = Slot::kLiteral;
    number_.fraction = true;
    at_ = at + 1;
    return true;
  }
  const Literal& literal = atom.literal;
  if (literal.strange || (literal.leading_zero && !literal.decimal)) return false;
  number_.guessed = literal.guessed;
  double fraction = 0;
  size_t end = 0;
  if (ReadSlashFraction(row_, at, tables_, &fraction, &end)) {
    current_ = fraction;
    slot_ = Slot::kLiteral;
    number_.fraction = true;
    at_ = end;
    return true;
  }
  current_ = literal.value;
  chunk_place_ = literal.place;
  slot_ = Slot::kLiteral;
  number_.plain = !literal.decimal && !literal.grouped;
  at_ = at + 1;
  if (ReadSlashFraction(row_, at_, tables_, &fraction, &end) && !At(at_).glued && number_.plain) {  // "2 1/4"
    current_ += fraction;
    chunk_place_ = 0;
    number_.plain = false;
    at_ = end;
  } else if (At(at_).kind == Atom::Kind::kFraction && number_.plain) {  // "3½"
    current_ += At(at_).literal.value;
    chunk_place_ = 0;
    number_.plain = false;
    ++at_;
  } else {
    JoinBlankGroups();
  }
  return true;
}

// "1.8m tall" is a length, "1.8m voters" a number; at the end of a phrase "48m"
// is a length unless money is meant.
bool NumberParser::MetreFollows(size_t i) const {
  const Atom& next = At(i);
  return IsStop(next) || !next.IsWord() || tables_.In("metre-after", next.lower);
}

void NumberParser::ReadScaleSign() {
  const Atom& atom = At(at_);
  const auto sign = tables_.scale_signs.find(atom.text);
  if (sign == tables_.scale_signs.end() || !atom.IsWord()) return;
  if (!atom.glued && !money_ && atom.text.size() == 1 && atom.text != "k") return;
  if (At(at_ + 1).glued && (At(at_ + 1).IsWord() || At(at_ + 1).IsNumber())) return;
  if (!money_) {
    if (atom.text == "m" && MetreFollows(at_ + 1)) return;
    if (atom.text == "mm" || atom.text == "t") return;
    if (atom.text == "b" && !atom.glued) return;
    const auto same = [](const PhraseTable<Unit>::Hit& hit) { return hit->exact && !hit->tight; };
    if (tables_.units.Match(row_, static_cast<int64_t>(at_), same) && atom.text != "MM") return;
  }
  current_ *= sign->second;
  chunk_place_ *= sign->second;
  number_.scale = last_scale_ = sign->second;
  total_ += current_;
  current_ = 0;
  slot_ = Slot::kEmpty;
  number_.plain = false;
  ++at_;
}

// "a few hundred", "several thousand", "a couple of dozen": a scale word told
// only roughly. Counter-example: "a few hundredths", "several dozen" is one.
bool NumberParser::ReadFewOf(size_t at) {
  const size_t word_at = IsArticle(at) ? at + 1 : at;
  const auto few = tables_.few.find(At(word_at).lower);
  if (few == tables_.few.end()) return false;
  const size_t scale_at = At(word_at + 1).Is("of") ? word_at + 2 : word_at + 1;
  const NumberWord* scale = WordAt(scale_at);
  if (scale == nullptr || scale->role != Role::kScale || scale->plural || (scale_at == word_at + 2 && few->second.second > 3)) return false;
  double size = scale->value;
  at_ = scale_at + 1;
  const NumberWord* next = WordAt(at_);  // "a few hundred thousand"
  if (size == 100 && next != nullptr && next->role == Role::kScale && !next->plural && next->value >= 1000) {
    size *= next->value;
    ++at_;
  }
  current_ = few->second.first * size;
  number_.vague = true;
  number_.high = few->second.second * size;
  return true;
}

bool NumberParser::ReadVague(size_t at) {
  const NumberWord* word = WordAt(at);
  if (word == nullptr) return false;
  const bool tens = At(at).Is("tens");
  if (word->role != Role::kVague) return false;
  double value = word->value;
  at_ = at + 1;
  while (At(at_).Is("of") && WordAt(at_ + 1) != nullptr && (WordAt(at_ + 1)->role == Role::kVague) && !At(at_ + 1).Is("tens")) {
    value *= WordAt(at_ + 1)->value;
    at_ += 2;
  }
  if (tens && at_ == at + 1) return false;  // "the tens column"
  current_ = value;
  number_.vague = true;
  number_.high = value * 10;
  return true;
}

// "half", "half a million", "quarter million", "a quarter".
bool NumberParser::ReadPart(size_t at) {
  const bool article = IsArticle(at);
  const size_t word_at = article ? at + 1 : at;
  const NumberWord* word = WordAt(word_at);
  if (word == nullptr || word->plural) return false;
  const bool part = word->role == Role::kPart;
  if (!part && !(article && word->role == Role::kOrdinal && word->value >= 3)) return false;
  double value = 1.0 / word->value;
  size_t next = word_at + 1;
  size_t scale_at = SkipDash(next);
  if (At(next).Is("of") && IsArticle(next + 1)) scale_at = next + 2;
  if (IsArticle(scale_at)) ++scale_at;
  const NumberWord* scale = WordAt(scale_at);
  if (scale != nullptr && scale->role == Role::kScale && part) {
    value *= scale->value;
    number_.scale = scale->value;
    next = scale_at + 1;
  } else {
    number_.fraction = true;
    number_.bare_part = true;
  }
  current_ = value;
  at_ = next;
  return true;
}

bool NumberParser::TakeSmall(double value) {
  if (slot_ == Slot::kFull || slot_ == Slot::kLiteral) return false;
  if (slot_ == Slot::kTens && (value >= 10 || value == 0)) return false;
  if (slot_ == Slot::kHundred && value == 0) return false;
  current_ += value;
  slot_ = value >= 20 ? Slot::kTens : Slot::kFull;
  return true;
}

bool NumberParser::TakeScale(double value, size_t at) {
  if (value == 12) {  // "three dozens", "three hundred and two dozens"
    if (slot_ == Slot::kEmpty || last_scale_ >= 1000) return false;
    const double rest = std::fmod(current_, 100.0);
    current_ = current_ - rest + rest * 12;
    slot_ = Slot::kFull;
    return true;
  }
  if (value == 100) {
    if (slot_ == Slot::kEmpty || slot_ == Slot::kHundred || (current_ >= 100 && slot_ != Slot::kLiteral)) return false;
    current_ *= 100;
    chunk_place_ *= 100;
    slot_ = Slot::kHundred;
    number_.scale = 100;
    return true;
  }
  if (slot_ == Slot::kEmpty) {  // "three lakh crore"
    const NumberWord* before = WordAt(at - 1);
    if (total_ == 0 || before == nullptr || before->role != Role::kScale) return false;
    total_ *= value;
    chunk_place_ *= value;
  } else {
    if (last_scale_ != 0 && value >= last_scale_) return false;
    total_ += current_ * value;
    chunk_place_ *= value;
    current_ = 0;
  }
  last_scale_ = number_.scale = value;
  slot_ = Slot::kEmpty;
  return true;
}

bool NumberParser::TakeLiteral(size_t at, bool joined) {
  const Literal& literal = At(at).literal;
  const double room = slot_ == Slot::kHundred ? 100 : slot_ == Slot::kEmpty && last_scale_ == 1000 ? 1000 : 0;
  if (room == 0 || literal.decimal || literal.strange || literal.value <= 0 || literal.value >= room) return false;
  if (!joined && slot_ == Slot::kHundred) return false;
  const NumberWord* scale = WordAt(at + 1);
  if (scale != nullptr && scale->role == Role::kScale && literal.value * scale->value >= room) return false;
  current_ += literal.value;
  chunk_place_ = literal.place;
  slot_ = scale != nullptr ? Slot::kLiteral : Slot::kFull;
  return true;
}

// Whether "and" before atom `next` goes on with this number.
bool NumberParser::AndJoins(size_t next) const {
  if (after_between_) return false;
  if (slot_ == Slot::kHundred) return true;
  if (slot_ != Slot::kEmpty || last_scale_ == 0) return false;
  if (At(next).IsNumber()) return last_scale_ == 1000;
  if (last_scale_ == 1000 || last_scale_ == 100000 || last_scale_ == 10000000) return true;
  for (size_t i = next; i < next + 4; ++i) {  // "a million and two hundred"
    const NumberWord* word = WordAt(i);
    if (word == nullptr || word->role == Role::kPart || word->role == Role::kOrdinal) return false;
    if (word->role == Role::kScale) return true;
  }
  return false;
}

void NumberParser::ReadChunks() {
  for (;;) {
    size_t next = at_;
    const bool started = at_ > number_.first;
    bool joined = false;
    if (started && At(next).Is("and")) {
      if (!AndJoins(next + 1)) break;
      joined = true;
      ++next;
    } else if (started && IsDash(At(next))) {
      const NumberWord* word = WordAt(next + 1);
      const bool scale = word != nullptr && word->role == Role::kScale && At(next).glued;
      if (slot_ != Slot::kTens && !scale) break;
      ++next;
    }
    if (started && At(next).IsNumber()) {
      if (!TakeLiteral(next, joined)) break;
      at_ = next + 1;
      continue;
    }
    const NumberWord* word = WordAt(next);
    if (word == nullptr) break;
    const bool tens = word->role == Role::kCardinal && word->value >= 20;
    if (word->role == Role::kCardinal) {
      if (!TakeSmall(word->value)) break;
      last_tens_ = tens ? next : 0;
      last_and_ = joined ? next : 0;
      last_small_ = word->value;
      tens_after_and_ = tens && joined;
    } else if (started && !joined && word->value >= 12 && (word->role == Role::kScale || word->role == Role::kVague)) {
      if (!TakeScale(word->value, next)) break;
      last_tens_ = 0;
      if (word->value >= 1000 && !number_.words) number_.plain = false;
    } else {
      break;
    }
    number_.plain = number_.plain && word == nullptr;
    at_ = next + 1;
  }
}

// A number without ordinals, fractions and the like: digits or words.
bool NumberParser::ReadPlain(size_t at) {
  number_.first = at_ = at;
  if (At(at).IsNumber() || At(at).kind == Atom::Kind::kFraction) {
    if (!ReadLiteralChunk(at)) return false;
    ReadScaleSign();
  } else if (!ReadWords(at)) {
    return false;
  }
  ReadChunks();
  return at_ > at;
}

// Sets the state in which ReadChunks can go on from a number word.
bool NumberParser::ReadWords(size_t at) {
  number_.words = true;
  const size_t word_at = IsArticle(at) ? at + 1 : at;
  const NumberWord* word = WordAt(word_at);
  if (word == nullptr) return false;
  if (word->role == Role::kScale && !word->plural) {
    // "a hundred", "hundred thousand"; but "the million-dollar question".
    const NumberWord* next = WordAt(word_at + 1);
    const bool stacked = word->value == 100 && next != nullptr && next->role == Role::kScale;
    if (word_at == at && !stacked) return false;
    current_ = 1;
    slot_ = Slot::kFull;
    at_ = word_at;
    if (word_at == at) {
      current_ = 100;
      slot_ = Slot::kHundred;
      at_ = at + 1;
    }
    return true;
  }
  return word_at == at && word->role == Role::kCardinal;
}

Number NumberParser::Finish() {
  number_.last = at_;
  number_.value = Total();
  number_.place = chunk_place_;
  number_.bare_one = number_.words && number_.value == 1 && at_ == number_.first + 1 && !number_.ordinal;
  if (number_.ordinal || number_.fraction || number_.scale != 1) number_.plain = false;
  return number_;
}

std::optional<Number> NumberParser::Read(size_t at) {
  number_.first = at_ = at;
  const bool digits = At(at).IsNumber() || At(at).kind == Atom::Kind::kFraction;
  if (!digits) {
    number_.words = true;
    if (ReadVague(at) || ReadFewOf(at) || ReadPart(at)) {
      if (number_.vague) return Finish();
      ReadAddedFraction();
      return Finish();
    }
    ReadOrdinal();
    if (at_ > at) return Finish();
    number_.words = false;
  }
  if (!ReadPlain(at)) return std::nullopt;
  ReadFraction();
  ReadPoint();
  ReadAddedFraction();
  ReadOrdinal();
  ReadOutOf();
  return Finish();
}

std::optional<Number> ReadNumber(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables,
                                 bool money, bool after_between) {
  return NumberParser(row, tables, money, after_between).Read(at);
}

}  // namespace crosscheck
