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

namespace crosscheck {
namespace {

using Entry = PhraseTable<Unit>::Entry;

const Atom& At(const AtomRow& row, size_t i) { return row.At(static_cast<int64_t>(i)); }

bool EndsWord(const AtomRow& row, size_t end) {
  const Atom& next = At(row, end);
  return !(next.glued && (next.IsWord() || next.IsNumber()));
}

// Whether a spelling that may be something else can only be this unit here.
bool TightFits(const AtomRow& row, size_t at, size_t end) {
  const Atom& unit = At(row, at);
  const Atom& next = At(row, end);
  const bool degree_letter = unit.text == "C" || unit.text == "F";
  const bool closed = IsStop(next) && next.text != ">";
  if (degree_letter) return closed && (unit.glued || next.text != ".");
  if (unit.text == "in") return closed && !(unit.glued && next.IsWord());
  if (unit.text == "\"" || unit.text == "'") return !unit.glued || !closed;
  if (unit.glued) return !(IsDash(next) && next.glued && At(row, end + 1).IsWord() && At(row, end + 1).glued) || unit.text != "m";
  return closed || unit.text == "p" || unit.text == "s";
}

const Entry* MatchUnit(const AtomRow& row, size_t at, const FigureLexicon::Tables& tables) {
  return tables.units.Match(row, static_cast<int64_t>(at), [&](const Entry& entry) {
    const size_t end = at + entry.atoms.size();
    if (!EndsWord(row, end)) return false;
    if (entry.tight) return TightFits(row, at, end);
    if (entry.value.kind == FigureKind::kMoney && entry.exact) {
      // "1 $10 bill": the sign belongs to the number that it touches.
      const Atom& next = At(row, end);
      if (next.IsNumber() && next.glued) return false;
      if (next.IsNumber() && !At(row, at).glued && !At(row, at).IsWord()) {
        const Atom& after = At(row, end + 1);
        return after.text == At(row, at).text || !after.IsWord() || tables.units.Match(row, static_cast<int64_t>(end + 1)) != nullptr;
      }
    }
    return true;
  });
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

// "5 feet [and] 2 inches", "3 dollars [and] 50 [cents]", "6 pounds 2 ounces".
void ReadSecondPart(const AtomRow& row, const Number& number, const FigureLexicon::Tables& tables, UnitSuffix* suffix) {
  const Unit& unit = suffix->unit;
  const bool money = unit.kind == FigureKind::kMoney && unit.scale == 1.0;
  if (number.fraction || suffix->joined || (!money && unit.name != "foot" && unit.name != "pound")) return;
  if (money && (number.scale > 1000 || number.value >= 1e6)) return;
  const bool linked = At(row, suffix->last).Is("and");
  size_t at = suffix->last + (linked ? 1 : 0);
  size_t end = at;
  const double value = SmallNumber(row, at, tables, &end);
  if (value == 0) return;
  const Entry* second = MatchUnit(row, IsDash(At(row, end)) ? end + 1 : end, tables);
  if (second == nullptr && money) {
    if (!IsStop(At(row, end)) && !At(row, end).text.empty()) return;
    if (At(row, end).text == ",") return;
    suffix->more = value * 0.01;
    suffix->last = end;
    return;
  }
  if (second == nullptr || second->value.dimension != unit.dimension) return;
  const bool lower = second->value.factor * second->value.scale < unit.factor;
  if (!lower || (unit.name == "pound" && second->value.name != "ounce")) return;
  suffix->more = value * second->value.factor * second->value.scale / unit.factor;
  suffix->last = end + second->atoms.size();
}

}  // namespace

std::optional<MoneyPrefix> ReadMoneyPrefix(const AtomRow& row, size_t number, size_t floor,
                                           const FigureLexicon::Tables& tables) {
  if (number == 0) return std::nullopt;
  size_t end = number;  // the atom after the sign
  if (IsDash(At(row, end - 1)) && end >= 2 && !At(row, end - 2).IsWord() && At(row, end - 1).glued) --end;  // "$-5"
  if (end == 0 || end <= floor) return std::nullopt;
  const Entry* entry = tables.money_before.Match(row, static_cast<int64_t>(end) - 1, [&](const Entry& e) {
    const size_t first = end - e.atoms.size();
    if (first < floor) return false;
    const Atom& head = At(row, first);
    if (head.IsWord() && head.glued && first > 0 && At(row, first - 1).IsWord()) return false;
    if (e.exact) return true;
    // A word before its number, "usd 20", "dollar 22.5 million": not "Euro 2024".
    const Literal& literal = At(row, number).literal;
    return At(row, number).IsNumber() && (head.lower.size() == 3 || literal.decimal || literal.grouped) &&
           !(literal.value >= 1900 && literal.value < 2100);
  });
  if (entry == nullptr) {
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
  return MoneyPrefix{end - entry->atoms.size(), entry->value};
}

std::optional<UnitSuffix> ReadUnitSuffix(const AtomRow& row, const Number& number,
                                         const FigureLexicon::Tables& tables) {
  UnitSuffix suffix;
  size_t at = number.last;
  size_t close = 0;
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
  const Entry* entry = MatchUnit(row, at, tables);
  size_t size = entry == nullptr ? 0 : entry->atoms.size();
  if (entry == nullptr && close == 0) {
    entry = MatchMillionCode(row, at, tables);
    if (entry == nullptr) return std::nullopt;
    size = 1;
    suffix.rescale = 1e6;
  }
  if (entry == nullptr) return std::nullopt;
  suffix.unit = entry->value;
  suffix.last = at + size;
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
  const Entry* entry = MatchUnit(row, i, tables);
  if (entry != nullptr && entry->value.kind != FigureKind::kMoney) {
    if (article && !tables.In("per-nouns", entry->value.name)) return std::nullopt;
    rate.last = i + entry->atoms.size();
    rate.name = entry->value.name;
    rate.unit = &entry->value;
    return rate;
  }
  if (tables.In("function-words", noun.lower)) return std::nullopt;
  if (!link.Is("per") && !tables.In("per-nouns", Singular(noun.lower))) return std::nullopt;
  rate.last = i + 1;
  rate.name = Singular(noun.lower);
  return rate;
}

}  // namespace crosscheck
