// Finds the numbers of a sentence and what touches them.
//
// Codes are kept out here, where their shape is seen: a number that touches
// letters which are no unit, sign or scale word ("H100", "24703L202", "49ers",
// "01.AI", "COVID-19") is part of a name, and so is the rest of that run.

#include "core/quantity/figure_scan.h"

#include <algorithm>
#include <cmath>

#include "core/quantity/unit_reader.h"

namespace crosscheck {
namespace {

class Scanner {
 public:
  explicit Scanner(const FigureScene& scene) : scene_(scene), row_(scene.row), tables_(scene.tables) {}

  std::vector<Candidate> Run();

 private:
  const Atom& At(size_t i) const { return scene_.At(i); }
  bool MayStart(size_t at) const;
  bool CodeBefore(size_t at, bool money) const;
  bool CodeAfter(const Candidate& candidate) const;
  size_t RunEnd(size_t at) const;
  bool ReadOne(size_t at, Candidate* candidate);
  bool ReadUnitAndHalf(size_t at, Candidate* candidate) const;
  bool ReadMultiple(size_t at, Candidate* candidate) const;
  bool ReadTimes(size_t at, Candidate* candidate) const;
  void TakeFold(Candidate* candidate) const;
  void TakeRatePoint(Candidate* candidate) const;
  void TakeSign(size_t at, Candidate* candidate) const;
  void TakeUnit(Candidate* candidate);
  void TakePercentOf(Candidate* candidate) const;
  void TakeAge(Candidate* candidate);
  bool AgeOfSubject(const Candidate& candidate) const;
  bool AgeAfterName(const Candidate& candidate) const;
  bool PersonBefore(const Candidate& candidate) const;
  void TakeRate(Candidate* candidate);
  void SettlePound(Candidate* candidate) const;
  void SettleDegree(Candidate* candidate) const;

  const FigureScene& scene_;
  const AtomRow& row_;
  const FigureLexicon::Tables& tables_;
  size_t floor_ = 0;
};

bool Scanner::MayStart(size_t at) const {
  const Atom& atom = At(at);
  if (atom.IsNumber() || atom.kind == Atom::Kind::kFraction) return true;
  if (!atom.IsWord()) return false;
  if (tables_.numbers.find(atom.lower) != tables_.numbers.end() || tables_.few.find(atom.lower) != tables_.few.end()) return true;
  return atom.Is("a") || atom.Is("an");
}

// The end of the run of atoms without white space that holds `at`.
size_t Scanner::RunEnd(size_t at) const {
  size_t end = at + 1;
  while (end < row_.size() && row_[end].glued && !(IsStop(row_[end]) && row_[end].text != ".")) ++end;
  return end;
}

bool Scanner::CodeBefore(size_t at, bool money) const {
  if (at == 0 || !At(at).glued || money) return false;
  const Atom& before = At(at - 1);
  if (before.IsWord() || before.IsNumber()) return true;
  if (before.text == "_" || before.text == "@" || before.text == "\\" || before.text == "=" || before.text == "&") return true;
  if (before.text == "#") return true;
  if (before.text == "/" && before.glued && at >= 2) return At(at - 2).IsWord();
  if (before.text == "." && before.glued && at >= 2 && At(at - 2).IsWord() && !tables_.In("labels", At(at - 2).lower)) return true;
  if (IsDash(before) && before.glued && at >= 2) {  // "COVID-19", but "sub-500" and "20-30"
    const Atom& head = At(at - 2);
    if (!head.IsWord()) return false;
    if (scene_.In("glue-before", head) || tables_.numbers.find(head.lower) != tables_.numbers.end()) return false;
    return At(at).IsNumber() || !tables_.units.Match(row_, static_cast<int64_t>(at) - 2);
  }
  return false;
}

// Letters or digits that touch the end of the reading and are no part of it.
bool Scanner::CodeAfter(const Candidate& candidate) const {
  const Atom& next = At(candidate.last);
  if (!next.glued || next.text.empty()) return false;
  if (next.IsWord()) return !(next.Is("x") && !At(candidate.last + 1).glued);
  if (next.IsNumber()) return true;
  const Atom& after = At(candidate.last + 1);
  if (next.text == "/" && after.IsNumber() &&
      tables_.In("not-fraction", std::string(At(candidate.last - 1).text) + "/" + std::string(after.text))) return true;
  if (next.text == "_" || next.text == "\\" || next.text == "@") return true;
  if (next.text == "." && after.glued && (after.IsWord() || after.IsNumber()) && candidate.number.plain) return true;
  if (next.text == ":" && after.glued && after.IsNumber()) return !scene_.odds;  // "a ratio of 3:1"
  if (candidate.number.plain && IsDash(next) && after.glued && after.IsWord()) return after.text.size() == 1 && !after.Is("a");
  return false;
}

void Scanner::TakeSign(size_t at, Candidate* candidate) const {
  double sign = 1;
  size_t first = candidate->first;
  const Atom& before = scene_.At(static_cast<int64_t>(first) - 1);
  const Atom& earlier = scene_.At(static_cast<int64_t>(first) - 2);
  const bool dash = IsDash(before) && At(first).glued;
  if ((dash || before.text == "+") && At(first).glued && (!before.glued || earlier.text == "(" || first < 2)) {
    sign = dash ? -1 : 1;
    --first;
    candidate->signed_number = true;
  } else if (tables_.minus.find(before.lower) != tables_.minus.end() && before.IsWord()) {
    sign = -1;
    --first;
  } else if (dash && tables_.minus.find(earlier.lower) != tables_.minus.end()) {
    sign = -1;
    first -= 2;
  } else if (candidate->money_before && at > 0 && IsDash(At(at - 1)) && At(at).glued && at - 1 > candidate->first) {
    sign = -1;  // "$-50.8bn"
  } else {
    return;
  }
  if (first < floor_) return;
  candidate->first = first;
  candidate->value *= sign;
}

void Scanner::TakeUnit(Candidate* candidate) {
  const auto suffix = ReadUnitSuffix(row_, candidate->number, tables_);
  if (!suffix) return;
  if (candidate->money_before) {
    // "$10 dollars", "$31.20 US": only the same money may be said twice.
    if (suffix->unit.dimension == candidate->unit->dimension && suffix->unit.scale == 1 && !suffix->joined) candidate->last = suffix->last;
    return;
  }
  // "during 2016 Stone spoke": a name after a year is no unit.
  if (candidate->number.plain && candidate->value >= 1900 && candidate->value < 2100 && IsCapital(At(candidate->number.last)) &&
      At(candidate->number.last).text.size() > 2) return;
  candidate->unit = suffix->unit;
  candidate->joined_unit = suffix->joined;
  candidate->last = suffix->last;
  const double rescale = suffix->rescale * suffix->unit.scale;
  // Cents are divided, so that 10.4 of them are 0.104.
  candidate->value = (suffix->unit.scale < 1 ? candidate->value / std::round(1 / suffix->unit.scale) * suffix->rescale
                                             : candidate->value * rescale) + suffix->more;
  candidate->place = suffix->more > 0 ? 0.01 : candidate->place * rescale;
  candidate->number.scale *= suffix->rescale;
}

// "percent of 10", alone: the label of a table, or a question. Most likely 10 %,
// but nothing says so for sure: it is kept with that reason and never compared.
void Scanner::TakePercentOf(Candidate* candidate) const {
  if (candidate->unit || !At(candidate->last).text.empty() || candidate->first < 2 || !At(candidate->first - 1).Is("of")) return;
  const auto hit = tables_.units.Match(row_, 0);
  if (!hit || hit->value.name != "%" || static_cast<size_t>(hit.last) + 1 != candidate->first) return;
  candidate->unit = hit->value;
  candidate->first = 0;
  candidate->unclear = "a label without its sentence";
}

// "five years old", "year-old", "87 yo"; "aged 44".
void Scanner::TakeAge(Candidate* candidate) {
  size_t at = candidate->number.last;
  // Compare without dashes: "65-year-old" is "65 year old".
  std::vector<size_t> places;
  for (size_t i = at; i < row_.size() && places.size() < 4; ++i) {
    if (IsDash(At(i))) continue;
    places.push_back(i);
  }
  std::string phrase;
  size_t end = 0;
  for (const size_t place : places) {
    if (IsStop(At(place))) break;
    if (!phrase.empty() && At(place).text != "/" && !(phrase.back() == '/')) phrase += ' ';
    phrase += At(place).lower;
    if (tables_.In("age-after", phrase)) end = place + 1;
  }
  const Atom& before = scene_.At(static_cast<int64_t>(candidate->first) - 1);
  if (end != 0) {
    candidate->last = end;
  } else if (AgeAfterName(*candidate) || AgeOfSubject(*candidate)) {
    // "she will be 35 by May": the number alone
  } else if (before.Is("of") && scene_.At(static_cast<int64_t>(candidate->first) - 2).Is("age") && candidate->value < 120) {
    // "under the age of 5"
  } else if (scene_.In("age-before", before) && candidate->value < 120 && (!candidate->unit || candidate->unit->dimension == "time")) {
    if (before.Is("age") && candidate->first - 1 >= floor_) --candidate->first;  // "age 87"
  } else {
    return;
  }
  MakeAge(tables_, candidate);
}

// Whether a name of a person, of two words or more, ends right before the number.
bool Scanner::PersonBefore(const Candidate& c) const {
  const uint32_t token = At(c.first).token;
  const auto& names = scene_.analysis.names;  // in order of the text, and apart
  const auto name = std::lower_bound(names.begin(), names.end(), token, [](const NameSpan& n, uint32_t t) { return n.last < t; });
  return name != names.end() && name->last == token && name->type == NameType::kPerson && name->last - name->first >= 2;
}

// "Ann Doe, 45, said", "Ann Doe, 45."; but "Room A, 45, 46".
bool Scanner::AgeAfterName(const Candidate& c) const {
  if (c.unit || !c.number.plain || c.value < 1 || c.value > 110) return false;
  const auto first = static_cast<int64_t>(c.first);
  const Atom& name = scene_.At(first - 2);
  const Atom& next = At(c.last);
  const Atom& after = At(c.last + 1);
  // "Jo Berg 27 said", of texts without their commas
  if (c.value >= 10 && PersonBefore(c) && scene_.tagged && (scene_.UposOf(next) == Upos::kVerb || scene_.UposOf(next) == Upos::kAux)) return true;
  if (scene_.At(first - 1).text != "," || name.text.size() < 3) return false;
  if (!IsCapital(name)) {  // "the suspect, 27, was"
    return scene_.tagged && scene_.analysis.Xpos(scene_.analysis.tokens[name.token]) == "NN" && c.value >= 10 && next.text == "," &&
           (scene_.UposOf(after) == Upos::kVerb || scene_.UposOf(after) == Upos::kAux || after.Is("who") || after.Is("of") || after.Is("from"));
  }
  if (scene_.In("months", name)) return false;
  if (scene_.tagged && scene_.UposOf(name) != Upos::kPropn) return false;
  if (next.Is("and") || next.Is("of") || next.Is("from")) return !after.IsNumber();
  return (next.text == "," || next.text == "." || next.text == ")" || next.text == ";") && !after.IsNumber();
}

// "he was 35", "she turns 40 in May"; but "he was 35 points ahead".
bool Scanner::AgeOfSubject(const Candidate& c) const {
  if (c.unit || c.value < 1 || c.value > 110 || c.value != std::floor(c.value) || c.number.scale != 1 || c.number.fraction) return false;
  const auto first = static_cast<int64_t>(c.first);
  if (!scene_.In("age-verbs", scene_.At(first - 1))) return false;
  const Atom& next = At(c.last);
  if (!IsStop(next) && !next.Is("by") && !next.Is("when") && !next.Is("at") && !next.Is("this") && !next.Is("in") && !next.Is("and") && !next.Is("on")) return false;
  for (int64_t back = 2; back <= 4; ++back) {
    if (scene_.In("people", scene_.At(first - back))) return true;
  }
  return false;
}

void Scanner::SettlePound(Candidate* candidate) const {
  if (!candidate->unit || candidate->unit->name != "pound" || !At(candidate->last - 1).IsWord()) return;
  const std::string_view word = At(candidate->last - 1).lower;
  if (word != "pound" && word != "pounds") return;
  const bool money = candidate->number.scale >= 1e6 || candidate->value >= 2e5 || scene_.spending;
  if (!money) return;
  const auto* entries = tables_.units.Starting("quid");
  if (entries == nullptr) return;
  candidate->unit = entries->front().value;
  candidate->unit->guessed = true;
}

void Scanner::SettleDegree(Candidate* candidate) const {
  if (!candidate->unit || candidate->unit->name != "degree" || !scene_.temperature) return;
  candidate->unit->dimension = "temperature?";
  candidate->unit->kind = FigureKind::kTemperature;
  candidate->unit->guessed = true;
}

void Scanner::TakeRate(Candidate* candidate) {
  const bool with_article = candidate->unit.has_value() && candidate->unit->kind != FigureKind::kDuration &&
                            candidate->unit->kind != FigureKind::kAge;
  auto rate = ReadRate(row_, candidate->last, with_article, tables_);
  if (!rate && At(candidate->last).text == "(") {  // "C$6 (US$4.46) per share"
    for (size_t i = candidate->last + 1; i < candidate->last + 9; ++i) {
      if (At(i).text == ")" && At(i + 1).Is("per")) rate = ReadRate(row_, i + 1, false, tables_);
    }
  }
  if (!rate) return;
  if (candidate->unit && rate->unit != nullptr) {
    for (const Quotient& quotient : tables_.quotients) {
      if (quotient.upper != candidate->unit->dimension || quotient.lower != rate->unit->dimension) continue;
      candidate->unit->name += " per " + rate->name;
      candidate->unit->dimension = quotient.dimension;
      candidate->unit->factor /= rate->unit->factor;
      candidate->last = rate->last;
      return;
    }
  }
  if (!candidate->unit && rate->unit == nullptr && !At(candidate->last).Is("per")) return;
  candidate->per = rate->name;
  candidate->per_unit = rate->unit;
  candidate->rate_last = rate->last;
}

// "doubled", "sixfold": a ratio told by a word.
bool Scanner::ReadMultiple(size_t at, Candidate* candidate) const {
  const Atom& atom = At(at);
  if (!atom.IsWord()) return false;
  const auto multiple = tables_.multiples.find(atom.lower);
  double value = 0;
  if (multiple != tables_.multiples.end()) {
    value = multiple->second.value;
    const bool base = atom.lower.substr(atom.lower.size() - 2) == "le";
    const Atom& before = scene_.At(static_cast<int64_t>(at) - 1);
    if (base && !before.Is("to") && !before.Is("will") && !before.Is("would") && !before.Is("could") && !before.Is("may")) return false;
    candidate->trend = multiple->second.trend;
    candidate->change_first = at;
    candidate->change_last = at + 1;
  } else {
    for (const std::string& fold : tables_.fold) {
      if (atom.lower.size() <= fold.size() || atom.lower.substr(atom.lower.size() - fold.size()) != fold) continue;
      const auto word = tables_.numbers.find(atom.lower.substr(0, atom.lower.size() - fold.size()));
      if (word != tables_.numbers.end() && word->second.role != NumberWord::Role::kOrdinal) value = word->second.value;
    }
  }
  if (value == 0) return false;
  candidate->first = at;
  candidate->last = at + 1;
  candidate->number.first = at;
  candidate->number.last = at + 1;
  candidate->number.words = true;
  candidate->number.fraction = true;
  candidate->value = candidate->number.value = value;
  candidate->kind = FigureKind::kRatio;
  return true;
}

// "twice as many", "twice the size": a ratio, no count.
bool Scanner::ReadTimes(size_t at, Candidate* candidate) const {
  const auto word = tables_.times.find(At(at).lower);
  if (word == tables_.times.end() || !tables_.In("times-after", At(at + 1).lower)) return false;
  candidate->first = candidate->number.first = at;
  candidate->last = candidate->number.last = at + 1;
  candidate->number.words = candidate->number.fraction = true;
  candidate->value = candidate->number.value = word->second;
  candidate->kind = FigureKind::kRatio;
  return true;
}

// "a 5-fold rise", "five-fold".
void Scanner::TakeFold(Candidate* candidate) const {
  if (candidate->unit || candidate->money_before || candidate->kind != FigureKind::kCardinal) return;
  const size_t at = candidate->last + (IsDash(At(candidate->last)) ? 1 : 0);
  if (!At(at).IsWord() || (at == candidate->last && !At(at).glued) || tables_.fold.find(At(at).lower) == tables_.fold.end()) return;
  candidate->last = candidate->number.last = at + 1;
  candidate->number.fraction = true;
  candidate->kind = FigureKind::kRatio;
}

// "a quarter point", "half a point": of a rate where the sentence speaks of rates.
void Scanner::TakeRatePoint(Candidate* candidate) const {
  if (candidate->unit || !candidate->number.fraction || !scene_.rates) return;
  size_t at = candidate->last;
  if (At(at).Is("of")) ++at;
  if (At(at).Is("a")) ++at;
  if (IsDash(At(at))) ++at;
  if (!At(at).Is("point") && !At(at).Is("points")) return;
  const auto* entries = tables_.units.Starting("percentage");
  if (entries == nullptr) return;
  for (const auto& entry : *entries) {
    if (entry.value.name == "percentage-point") candidate->unit = entry.value;
  }
  if (candidate->unit) candidate->last = at + 1;
}

// "a year and a half", "an hour and a half".
bool Scanner::ReadUnitAndHalf(size_t at, Candidate* candidate) const {
  if (!At(at).Is("a") && !At(at).Is("an")) return false;
  const auto hit = tables_.units.Match(row_, static_cast<int64_t>(at) + 1);
  if (!hit || hit->exact || !At(static_cast<size_t>(hit.last)).Is("and") || !At(static_cast<size_t>(hit.last) + 1).Is("a") ||
      !At(static_cast<size_t>(hit.last) + 2).Is("half")) return false;
  candidate->number.first = candidate->first = at;
  candidate->number.last = candidate->last = static_cast<size_t>(hit.last) + 3;
  candidate->number.words = true;
  candidate->value = candidate->number.value = 1.5;
  candidate->unit = hit->value;
  candidate->kind = hit->value.kind;
  return true;
}

bool Scanner::ReadOne(size_t at, Candidate* candidate) {
  if (ReadUnitAndHalf(at, candidate)) return true;
  const auto prefix = ReadMoneyPrefix(row_, at, floor_, tables_);
  if (CodeBefore(at, prefix.has_value())) return false;
  bool between = false;
  for (size_t back = 1; back <= 3 && back <= at; ++back) between = between || At(at - back).Is("between");
  auto number = ReadNumber(row_, at, tables_, prefix.has_value(), between);
  if (!number) return false;
  candidate->number = *number;
  candidate->value = number->value;
  candidate->place = number->place;
  if (number->vague) candidate->high = number->high;
  candidate->first = prefix ? prefix->first : at;
  candidate->last = number->last;
  if (number->ordinal) {
    candidate->kind = FigureKind::kOrdinal;
    return !CodeAfter(*candidate);
  }
  if (prefix) {
    candidate->unit = prefix->unit;
    candidate->money_before = true;
    candidate->value *= prefix->unit.scale;
    candidate->place *= prefix->unit.scale;
    if (candidate->high) *candidate->high *= prefix->unit.scale;
  }
  TakeSign(at, candidate);
  TakeUnit(candidate);
  TakePercentOf(candidate);
  TakeRatePoint(candidate);
  TakeFold(candidate);
  if (CodeAfter(*candidate)) return false;
  SettlePound(candidate);
  SettleDegree(candidate);
  TakeRate(candidate);
  // "three times as many": a ratio; "three times a week" is a count.
  if (!candidate->unit && (At(candidate->last).Is("times") || At(candidate->last).Is("x")) && number->scale == 1 && candidate->value > 1 &&
      tables_.In("times-after", At(candidate->last + 1).lower)) {
    candidate->number.fraction = number->fraction = true;
    candidate->last += 1;
  }
  candidate->kind = candidate->unit ? candidate->unit->kind : candidate->number.fraction ? FigureKind::kRatio : FigureKind::kCardinal;
  TakeAge(candidate);
  if (candidate->unit && candidate->high) *candidate->high *= candidate->unit->scale == 0.01 && !prefix ? 0.01 : 1.0;
  if (number->guessed) candidate->unclear = "a comma that may be a decimal sign";
  return true;
}

std::vector<Candidate> Scanner::Run() {
  std::vector<Candidate> candidates;
  size_t at = 0;
  while (at < row_.size()) {
    Candidate candidate;
    if (ReadMultiple(at, &candidate) || ReadTimes(at, &candidate)) {
      candidates.push_back(candidate);
      floor_ = at = candidate.last;
      continue;
    }
    if (!MayStart(at)) {
      ++at;
      continue;
    }
    if (ReadOne(at, &candidate)) {
      floor_ = at = candidate.last;
      candidates.push_back(std::move(candidate));
    } else {
      // A code is skipped as a whole; after any other atom the search goes on.
      at = At(at).IsNumber() ? RunEnd(at) : at + 1;
    }
  }
  return candidates;
}

}  // namespace

bool FigureScene::PluralNoun(const Atom& atom) const {
  if (!atom.IsWord() || tables.In("function-words", atom.lower)) return false;
  if (tables.In("count-nouns", atom.lower)) return true;
  if (tagged) {
    const std::string_view xpos = analysis.Xpos(analysis.tokens[atom.token]);
    if (!xpos.empty() && xpos != "_") return xpos == "NNS";
  }
  const std::string_view word = atom.lower;
  return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' && !IsCapital(atom);
}

void MakeAge(const FigureLexicon::Tables& tables, Candidate* candidate) {
  candidate->kind = FigureKind::kAge;
  if (candidate->unit) return;
  const auto* years = tables.units.Starting("year");
  if (years != nullptr) candidate->unit = years->back().value;
}

std::vector<Candidate> ScanNumbers(const FigureScene& scene) { return Scanner(scene).Run(); }

}  // namespace crosscheck
