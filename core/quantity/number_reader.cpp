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

namespace crosscheck {
namespace {

using Role = NumberWord::Role;

class Reader {
 public:
  Reader(const AtomRow& row, const FigureLexicon::Tables& tables, bool money, bool after_between)
      : row_(row), tables_(tables), money_(money), after_between_(after_between) {}

  std::optional<Number> Read(size_t at);

 private:
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
  enum class Slot { kEmpty, kFull, kTens, kHundred, kLiteral } slot_ = Slot::kEmpty;
  size_t last_tens_ = 0;   // atom of a tens word that may still join an ordinal; 0 = none
  bool tens_after_and_ = false;
  size_t last_and_ = 0;       // atom of a small word that "and" joined; 0 = none
  double last_small_ = 0.0;
};

// "3 200", "1 234 567.89": groups of three after single blanks.
void Reader::JoinBlankGroups() {
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

bool Reader::ReadLiteralChunk(size_t at) {
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
bool Reader::MetreFollows(size_t i) const {
  const Atom& next = At(i);
  return IsStop(next) || !next.IsWord() || tables_.In("metre-after", next.lower);
}

void Reader::ReadScaleSign() {
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
bool Reader::ReadFewOf(size_t at) {
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

bool Reader::ReadVague(size_t at) {
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
bool Reader::ReadPart(size_t at) {
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

bool Reader::TakeSmall(double value) {
  if (slot_ == Slot::kFull || slot_ == Slot::kLiteral) return false;
  if (slot_ == Slot::kTens && (value >= 10 || value == 0)) return false;
  if (slot_ == Slot::kHundred && value == 0) return false;
  current_ += value;
  slot_ = value >= 20 ? Slot::kTens : Slot::kFull;
  return true;
}

bool Reader::TakeScale(double value, size_t at) {
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

bool Reader::TakeLiteral(size_t at, bool joined) {
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
bool Reader::AndJoins(size_t next) const {
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

void Reader::ReadChunks() {
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

// A denominator at `at` for this numerator: "fifths", "twenty-firsts", "third".
bool Reader::ReadDenominator(size_t at, double numerator, double* value, size_t* end) const {
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

void Reader::ReadFraction() {
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
void Reader::ReadAddedFraction() {
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
void Reader::ReadPoint() {
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
void Reader::ReadOrdinal() {
  if (number_.fraction) return;
  const Atom& suffix = At(at_);
  if (!number_.words) {
    if (suffix.glued && number_.plain && (suffix.Is("st") || suffix.Is("nd") || suffix.Is("rd") || suffix.Is("th")) &&
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
void Reader::ReadOutOf() {
  if (number_.ordinal || number_.scale != 1 || number_.vague) return;
  const bool out_of = At(at_).Is("out") && At(at_ + 1).Is("of");
  const bool in = At(at_).Is("in") || (At(at_).Is("of") && At(at_ + 1).Is("every"));
  const bool over = !money_ && tables_.over.find(At(at_).lower) != tables_.over.end();
  if (!out_of && !in && !over) return;
  const size_t next = out_of || At(at_ + 1).Is("every") ? at_ + 2 : at_ + 1;
  if (!At(next).IsNumber() && WordAt(next) == nullptr) return;
  Reader other(row_, tables_, false, false);
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

// A number without ordinals, fractions and the like: digits or words.
bool Reader::ReadPlain(size_t at) {
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
bool Reader::ReadWords(size_t at) {
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

Number Reader::Finish() {
  number_.last = at_;
  number_.value = Total();
  number_.place = chunk_place_;
  number_.bare_one = number_.words && number_.value == 1 && at_ == number_.first + 1 && !number_.ordinal;
  if (number_.ordinal || number_.fraction || number_.scale != 1) number_.plain = false;
  return number_;
}

std::optional<Number> Reader::Read(size_t at) {
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

}  // namespace

std::optional<Number> ReadNumber(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables,
                                 bool money, bool after_between) {
  return Reader(row, tables, money, after_between).Read(at);
}

}  // namespace crosscheck
