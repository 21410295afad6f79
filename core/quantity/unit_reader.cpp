// Units and currencies around a number.
//
// Before it: signs and codes with their case ("US$5", "EUR 50", "RM79"). After
// it: the longest phrase of the lexicon, joined by a dash or not ("three-ton",
// "per cent", "km/h"), in brackets ("20 (kg)"), or glued ("5km"). A spelling that
// is also a common word or letter ("m", "in", "C", "p") counts only where nothing
// else can be meant: glued to its number or at the end of a phrase. Two parts of
// one measure become one ("5 ft 2 in", "3 dollars 50 cents").
//
// Cost: a few look-ups a number. Limits: "pound" is a mass here; the caller, who
// knows the sentence, makes it money.

#include "core/quantity/unit_reader.h"

#include <cmath>

namespace crosscheck {
namespace {

using Entry = PhraseTable<Unit>::Entry;
using Hit = PhraseTable<Unit>::Hit;

const Atom& At(const AtomRow& row, size_t i) { return row.At(static_cast<int64_t>(i)); }

bool EndsWord(const AtomRow& row, size_t end) {
  const Atom& next = At(row, end);
  if (end > 0 && At(row, end - 1).text == "'" && next.IsNumber()) return true;  // 6'2"
  return !(next.glued && (next.IsWord() || next.IsNumber()));
}

// Whether a spelling that may be something else can only be this unit here.
bool TightFits(const AtomRow& row, size_t at, size_t end, const FigureLexicon::Tables& tables) {
  const Atom& unit = At(row, at);
  const Atom& next = At(row, end);
  const bool degree_letter = unit.text == "C" || unit.text == "F";
  const bool closed = IsStop(next) && next.text != ">";
  if (degree_letter) return closed && (unit.glued || next.text != ".");
  if (unit.text == "st") return unit.glued;  // "12st", not "12 St."
  if (unit.text == "in") return closed && !(unit.glued && next.IsWord());
  if (unit.text == "'") return unit.glued && next.IsNumber() && (next.glued || At(row, end + 1).text == "\"");  // 5'10"
  if (unit.text == "\"") {  // inches, unless it closes a quotation
    size_t quotes = 0;
    for (size_t i = 0; i < at; ++i) quotes += At(row, i).text == "\"" ? 1 : 0;
    return quotes % 2 == 0 && (!closed || !unit.glued) && next.IsWord();
  }
  if (unit.text == "s" && unit.glued && at > 0) {  // "the 1970s", "Model 3s"; but "3.5s"
    const Literal& literal = At(row, at - 1).literal;
    return literal.decimal || (closed && literal.value < 60 && std::fmod(literal.value, 10) != 0);
  }
  if (unit.text == "m" && !unit.glued && (next.IsNumber() || tables.In("metre-after", next.lower))) return true;
  if (unit.glued) return !(IsDash(next) && next.glued && At(row, end + 1).IsWord() && At(row, end + 1).glued) || unit.text != "m";
  return closed || unit.text == "p" || unit.text == "s";
}

Hit MatchUnit(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables) {
  Hit found = tables.units.Match(row, static_cast<int64_t>(at), [&](const Hit& hit) {
    const auto end = static_cast<size_t>(hit.last);
    if (!EndsWord(row, end)) return false;
    if (hit->tight) return TightFits(row, at, end, tables);
    if (hit->value.kind == FigureKind::kMoney && hit->exact) {
      // "1 $10 bill": the sign belongs to the number that it touches.
      const Atom& next = At(row, end);
      if (next.IsNumber() && next.glued) return false;
      if (next.IsNumber() && !At(row, at).glued && !At(row, at).IsWord()) {
        const Atom& after = At(row, end + 1);
        return after.text == At(row, at).text || !after.IsWord() || static_cast<bool>(tables.units.Match(row, static_cast<int64_t>(end + 1)));
      }
    }
    return true;
  });
  // "200 lbs." at the end of a sentence: the stop is the sentence's.
  if (found && At(row, static_cast<size_t>(found.last) - 1).text == "." && found->atoms.size() == 2 &&
      (At(row, static_cast<size_t>(found.last)).text.empty() || IsCapital(At(row, static_cast<size_t>(found.last))))) {
    --found.last;
  }
  return found;
}

// All letters of a million-prefixed code: "30 MUSD".
const Entry* MatchMillionCode(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables) {
  const Atom& atom = At(row, at);
  if (!atom.IsWord() || atom.text.size() != 4 || atom.text[0] != 'M') return nullptr;
  const std::string code(atom.text.substr(1));
  const auto* entries = tables.units.Starting(At(row, at).lower.substr(1));
  if (entries == nullptr) return nullptr;
  for (const Entry& entry : *entries) {
    if (entry.exact && entry.value.kind == FigureKind::kMoney && entry.atoms.size() == 1 && entry.atoms[0] == code) return &entry;
  }
  return nullptr;
}

double SmallNumber(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables, size_t* end) {
  const auto number = ReadNumber(row, at, tables, false, false);
  if (!number || number->ordinal || number->fraction || number->scale != 1 || number->value <= 0 || number->value >= 100) return 0;
  *end = number->last;
  return number->value;
}

// "5 feet [and] 2 inches", "12 stone 4 pounds", "3 dollars [and] 50 [cents]", "6 pounds 2 ounces", "1 hour
// 20 minutes".
void ReadSecondPart(const AtomRow& row, const Number& number, const FigureLexicon::Tables& tables, UnitSuffix* suffix) {
  const Unit& unit = suffix->unit;
  const bool money = unit.kind == FigureKind::kMoney && unit.scale == 1.0;
  if (number.fraction || suffix->joined || (!money && unit.name != "foot" && unit.name != "stone" && unit.name != "pound" && unit.name != "hour" && unit.name != "minute")) return;
  if (money && (number.scale > 1000 || number.value >= 1e6)) return;
  const bool linked = At(row, suffix->last).Is("and");
  size_t at = suffix->last + (linked ? 1 : 0);
  size_t end = at;
  const double value = SmallNumber(row, at, tables, &end);
  if (value == 0) return;
  if (At(row, suffix->last - 1).text == "'" && At(row, end).text == "\"" && At(row, end).glued) {  // 6'2"
    suffix->more = value / 12;
    suffix->last = end + 1;
    return;
  }
  const Hit second = MatchUnit(row, IsDash(At(row, end)) ? end + 1 : end, tables);
  if (!second && unit.name == "foot" && At(row, end).Is("in")) {  // "5 ft 10 in tall"
    suffix->more = value / 12;
    suffix->last = end + 1;
    return;
  }
  if (!second && money) {
    if (!IsStop(At(row, end)) && !At(row, end).text.empty()) return;
    if (At(row, end).text == ",") return;
    suffix->more = value * 0.01;
    suffix->last = end;
    return;
  }
  if (!second || second->value.dimension != unit.dimension) return;
  const bool lower = second->value.factor * second->value.scale < unit.factor;
  if (!lower || (unit.name == "pound" && second->value.name != "ounce")) return;
  suffix->more = value * second->value.factor * second->value.scale / unit.factor;
  suffix->last = static_cast<size_t>(second.last);
}

// "6m", "6 million": a word or sign of scale stands at `at`.
bool Scaled(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables) {
  if (At(row, at).glued && tables.scale_signs.find(At(row, at).text) != tables.scale_signs.end()) return true;
  const auto scale = tables.numbers.find(At(row, at).lower);
  return scale != tables.numbers.end() && scale->second.role == NumberWord::Role::kScale;
}

}  // namespace

std::optional<MoneyPrefix> ReadMoneyPrefix(const AtomRow& row, size_t number, size_t floor,
                                           const FigureLexicon::Tables& tables) {
  if (number == 0) return std::nullopt;
  size_t end = number;  // the atom after the sign
  if (IsDash(At(row, end - 1)) && end >= 2 && !At(row, end - 2).IsWord() && At(row, end - 1).glued) --end;  // "$-5"
  if (end == 0 || end <= floor) return std::nullopt;
  const Hit hit = tables.money_before.Match(row, static_cast<int64_t>(end) - 1, [&](const Hit& h) {
    const auto first = static_cast<size_t>(h.first);
    if (h.first < 0 || first < floor) return false;
    const Atom& head = At(row, first);
    if (head.IsWord() && head.glued && first > 0 && At(row, first - 1).IsWord()) return false;
    if (h->tight) return At(row, number).glued && (At(row, number).literal.decimal || At(row, number).literal.grouped || Scaled(row, number + 1, tables));
    if (h->exact) return true;
    // A word before its number, "usd 20", "dollar 22.5 million": not "Euro 2024".
    const Literal& literal = At(row, number).literal;
    return At(row, number).IsNumber() && (head.lower.size() == 3 || literal.decimal || literal.grouped) &&
           !(literal.value >= 1900 && literal.value < 2100);
  });
  if (hit) return MoneyPrefix{static_cast<size_t>(hit.first), hit->value};
  const Atom& before = At(row, end - 1);
  if (before.IsWord() && before.text.size() == 4 && before.text[0] == 'M') {
    if (const Entry* code = MatchMillionCode(row, end - 1, tables)) {
      MoneyPrefix prefix{end - 1, code->value};
      prefix.unit.scale = 1e6;
      return prefix;
    }
  }
  return std::nullopt;
}

std::optional<UnitSuffix> ReadUnitSuffix(const AtomRow& row, const Number& number,
                                         const FigureLexicon::Tables& tables) {
  UnitSuffix suffix;
  size_t at = number.last;
  size_t close = 0;
  if (At(row, at).Is("odd")) ++at;  // "500-odd metres"
  if (IsDash(At(row, at)) && At(row, at + 1).Is("odd")) at += 2;
  const Atom& next = At(row, at);
  if (IsDash(next)) {
    // "three-ton", and "12 - cent" of texts cut into words; not "-5" of a range.
    if (!At(row, at + 1).IsWord() && At(row, at + 1).text != "$") return std::nullopt;
    if (next.glued != At(row, at + 1).glued) return std::nullopt;
    suffix.joined = true;
    ++at;
  } else if (next.text == "(" || next.text == "[" || next.text == "{" || next.text == "<") {
    ++at;
    close = 1;
  }
  Hit hit = MatchUnit(row, at, tables);
  if (!hit && close == 0 && !suffix.joined && tables.In("unit-adjectives", At(row, at).lower)) {
    hit = MatchUnit(row, at + 1, tables);  // "three more years", not "24 previous year"
    const std::string_view word = At(row, at + 1).lower;
    if (hit && (hit->exact || (number.value > 1 && word.back() != 's' && word != "feet"))) hit = {};
  }
  if (!hit && number.bare_part && (At(row, at).Is("a") || At(row, at).Is("an"))) {
    hit = MatchUnit(row, at + 1, tables);  // "half an hour"
    if (hit && hit->exact) hit = {};
  }
  if (!hit && number.fraction && At(row, at).Is("of") && (At(row, at + 1).Is("a") || At(row, at + 1).Is("an"))) {
    size_t unit = at + 2;  // "a quarter of an acre", "1/16 of a US pint"
    if (tables.In("unit-adjectives", At(row, unit).lower)) ++unit;
    hit = MatchUnit(row, unit, tables);
    if (hit && hit->exact) hit = {};
  }
  if (!hit && number.vague && At(row, at).Is("of")) hit = MatchUnit(row, at + 1, tables);  // "millions of dollars"
  if (hit) {
    suffix.unit = hit->value;
    suffix.last = static_cast<size_t>(hit.last);
  } else {
    const Entry* code = close == 0 ? MatchMillionCode(row, at, tables) : nullptr;
    if (code == nullptr) return std::nullopt;
    suffix.unit = code->value;
    suffix.last = at + 1;
    suffix.rescale = 1e6;
  }
  if (close != 0) {
    const std::string_view shut = At(row, suffix.last).text;
    if (shut != ")" && shut != "]" && shut != "}" && shut != ">") return std::nullopt;
    ++suffix.last;
    return suffix;
  }
  if (suffix.unit.kind == FigureKind::kMoney && number.scale == 1) {  // "75 USD million"
    const auto scale = tables.numbers.find(At(row, suffix.last).lower);
    if (scale != tables.numbers.end() && scale->second.role == NumberWord::Role::kScale && !scale->second.plural) {
      suffix.rescale = scale->second.value;
      ++suffix.last;
      return suffix;
    }
  }
  ReadSecondPart(row, number, tables, &suffix);
  return suffix;
}

std::optional<RateSuffix> ReadRate(const AtomRow& row, size_t at, bool with_article,
                                   const FigureLexicon::Tables& tables) {
  size_t i = at;
  bool dash = false;
  if (IsDash(At(row, i)) && (At(row, i + 1).Is("a") || At(row, i + 1).Is("per") || At(row, i + 1).Is("an"))) {
    dash = true;
    ++i;
  }
  const Atom& link = At(row, i);
  const bool article = link.Is("a") || link.Is("an");
  const bool per = link.Is("per") || link.text == "/" || (with_article && (link.Is("each") || link.Is("every")));
  if (!per && !(article && (with_article || dash))) return std::nullopt;
  ++i;
  if (dash && IsDash(At(row, i))) ++i;
  const Atom& noun = At(row, i);
  if (!noun.IsWord()) return std::nullopt;
  RateSuffix rate;
  if (noun.Is("annum") || noun.Is("capita")) {
    rate.last = i + 1;
    rate.name = noun.Is("annum") ? "year" : "person";
    return rate;
  }
  const Hit hit = MatchUnit(row, i, tables);
  if (hit && hit->value.kind != FigureKind::kMoney) {
    if (article && !tables.In("per-nouns", hit->value.name)) return std::nullopt;
    rate.last = static_cast<size_t>(hit.last);
    rate.name = hit->value.name;
    rate.unit = &hit->value;
    const Atom& after = At(row, rate.last);  // "$5m a year earlier"
    if (article && (after.Is("ago") || after.Is("earlier") || after.Is("before") || after.Is("later"))) return std::nullopt;
    return rate;
  }
  if (tables.In("function-words", noun.lower)) return std::nullopt;
  if (!link.Is("per") && !tables.In("per-nouns", Singular(noun.lower))) return std::nullopt;
  rate.last = i + 1;
  rate.name = Singular(noun.lower);
  return rate;
}

}  // namespace crosscheck
