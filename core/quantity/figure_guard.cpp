// Drops what only looks like a figure.
//
// "In 2015 sales fell" but "some 2015 jobs"; "May 4" and "9 May" but "4 million";
// "at 10.45pm"; "chapter 3"; "Galaxy 9" but "in London 300 people"; "the one you
// mentioned" but "one of the dogs"; "the first half" but "half of the dogs". Only
// bare numbers are in doubt: a unit, a currency or a per cent sign settles it.

#include <algorithm>
#include <cmath>

#include "core/quantity/figure_scan.h"

namespace crosscheck {
namespace {

class Guard {
 public:
  explicit Guard(const FigureScene& scene) : scene_(scene) {}

  bool Drops(const Candidate& c) const {
    if (!c.parts.empty()) return false;  // a score: "beat Hull 4-0"
    if (ClockOrDate(c)) return true;
    if (c.number.ordinal) return OrdinalOfTime(c) || NameOrdinal(c);
    if (c.number.bare_one) return !CountingOne(c);
    if (c.number.bare_part && !c.unit) return !Share(c);
    if (c.unit || c.money_before || c.kind == FigureKind::kAge) return false;
    return ListMark(c) || Year(c) || Label(c) || Name(c) || Telephone(c) || Address(c);
  }

 private:
  const Atom& At(int64_t i) const { return scene_.At(i); }
  const Atom& Before(const Candidate& c, int64_t steps = 1) const { return At(static_cast<int64_t>(c.first) - steps); }
  const Atom& After(const Candidate& c, int64_t steps = 1) const { return At(static_cast<int64_t>(c.last) + steps - 1); }

  bool Month(const Atom& atom) const;
  bool ClockOrDate(const Candidate& c) const;
  bool OrdinalOfTime(const Candidate& c) const;
  bool NameOrdinal(const Candidate& c) const;
  bool CountingOne(const Candidate& c) const;
  bool Share(const Candidate& c) const;
  bool ListMark(const Candidate& c) const;
  bool Year(const Candidate& c) const;
  bool Label(const Candidate& c) const;
  bool Name(const Candidate& c) const;
  bool Telephone(const Candidate& c) const;
  bool LevelBefore(const Candidate& c) const;
  bool Address(const Candidate& c) const;

  const FigureScene& scene_;
};

bool Guard::Month(const Atom& atom) const {
  if (!atom.IsWord() || !scene_.In("months", atom)) return false;
  return !scene_.In("capital-months", atom) || IsCapital(atom);
}

bool Guard::ClockOrDate(const Candidate& c) const {
  const Atom& before = Before(c);
  const Atom& after = After(c);
  const Atom number = At(static_cast<int64_t>(c.number.first));
  const Atom& behind = At(static_cast<int64_t>(c.number.last));
  // "10.45pm", "5 a.m.", "12:01", "0401 GMT", "7 o'clock"
  if (behind.Is("am") || behind.Is("pm")) return true;
  const Atom& dot = At(static_cast<int64_t>(c.number.last) + 1);
  const Atom& m = At(static_cast<int64_t>(c.number.last) + 2);
  if ((behind.Is("a") || behind.Is("p")) && dot.text == "." && m.Is("m")) return true;
  if (behind.text == ":" && dot.IsNumber() && dot.glued && behind.glued) return true;
  if (before.text == ":" && number.glued && Before(c, 2).IsNumber() && before.glued) return true;
  if (behind.Is("o") && (dot.text == "'" || dot.text == "’")) return true;
  if (scene_.In("clock", behind) && c.number.plain) return true;
  if (c.unit || c.money_before) return false;
  // Days of a month.
  const bool day = (c.number.plain || c.number.ordinal) && c.value >= 1 && c.value <= 31;
  if (!day) return false;
  const Atom& earlier = Before(c, 2);
  if (Month(before) || Month(after)) return true;
  if (before.text == "." && before.glued && Month(earlier)) return true;
  if (c.number.ordinal && before.Is("the") && Month(earlier)) return true;
  if (after.Is("of") && Month(After(c, 2))) return true;
  // "14 and 15 May", "14-15 May"
  return (IsDash(after) || after.Is("and") || after.Is("to") || after.text == "/") && After(c, 2).IsNumber() &&
         Month(After(c, 3));
}

bool Guard::OrdinalOfTime(const Candidate& c) const {
  const Atom& next = IsDash(After(c)) ? After(c, 2) : After(c);
  return next.Is("century") || next.Is("centuries") || next.Is("half") || next.Is("quarter") || next.Is("anniversary") ||
         (After(c).Is("and") && After(c, 3).Is("quarters"));
}

// "First Avenue", "Second World War": a name; "the Second", too.
bool Guard::NameOrdinal(const Candidate& c) const {
  const Atom& word = At(static_cast<int64_t>(c.first));
  if (!word.IsWord() || !IsCapital(word) || scene_.title_case || c.first == 0) return false;
  return IsCapital(After(c)) || IsCapital(Before(c));
}

bool Guard::CountingOne(const Candidate& c) const {
  const Atom& before = Before(c);
  const Atom& after = After(c);
  if (c.value < 0) return true;
  if (c.unit && c.unit->name == "day" && !IsDash(At(static_cast<int64_t>(c.number.last)))) {  // "one day they will"
    return before.Is("than") || before.Is("in") || before.Is("for") || before.Is("within") || before.Is("least") || before.Is("about") || before.Is("only") || before.Is("just") || before.Is("by");
  }
  if (c.unit) return true;
  if (before.IsWord() && scene_.In("one-before", before)) return false;
  if (IsDash(before) && before.glued) return false;
  if (after.Is("of")) return true;
  if (IsDash(after) && after.glued) return After(c, 2).IsWord();
  if (!after.IsWord() || scene_.In("one-after", after) || scene_.In("function-words", after)) return false;
  if (scene_.tagged && scene_.UposOf(At(static_cast<int64_t>(c.first))) == Upos::kPron) return false;
  if (scene_.tagged) {
    const Upos next = scene_.UposOf(after);
    return next == Upos::kNoun || next == Upos::kAdj || next == Upos::kPropn || next == Upos::kNum;
  }
  return true;
}

bool Guard::Share(const Candidate& c) const {
  const Atom& before = Before(c);
  const Atom& after = After(c);
  const Atom& head = At(static_cast<int64_t>(c.last) - 1);
  const bool article = c.number.last - c.number.first > 1;
  if (before.Is("first") || before.Is("second") || before.Is("other")) return false;
  if (scene_.In("not-share-after", IsDash(after) ? After(c, 2) : after)) return false;
  if (after.Is("of")) return head.Is("half") || article || scene_.In("share-before", before);
  if (head.Is("half")) {
    if (IsDash(after) || IsDash(before)) return false;
    if (before.text.empty() && after.text.empty()) return true;
    if (scene_.In("share-after", after)) return true;
    return before.Is("by") || before.Is("about") || before.Is("almost") || before.Is("nearly") || before.Is("than") || before.Is("over");
  }
  if (!article) return false;
  if (after.Is("more") || after.Is("less") || after.Is("fewer") || after.text.empty()) return true;
  return IsStop(after) && (scene_.In("share-before", before) || before.text.empty());
}

// "1. Introduction", "2) Costs".
bool Guard::ListMark(const Candidate& c) const {
  if (c.first > 1 || !c.number.plain || c.value > 99) return false;
  if (c.first == 1 && Before(c).text != "(") return false;
  const Atom& after = After(c);
  if (after.text == ")") return true;
  return after.text == "." && c.first == 0 && (IsCapital(After(c, 2)) || After(c, 2).text == "“" || After(c, 2).text == "\"" );
}

bool Guard::LevelBefore(const Candidate& c) const {
  if (scene_.In("level-before", Before(c))) return true;
  return Before(c).Is("of") && scene_.tables.In("level-before", std::string(Before(c, 2).lower) + " of");
}

bool Guard::Year(const Candidate& c) const {
  const Atom& before = Before(c);
  const Atom& after = After(c);
  const Atom& digits = At(static_cast<int64_t>(c.number.first));
  // "the 1990s", "her 30s", "'90s"
  if (c.number.plain && after.glued && after.Is("s")) return true;
  if (c.number.plain && (before.text == "'" || before.text == "’") && digits.glued && digits.text.size() == 2) return true;
  // "in 44 BC", "3,800-3,700 BC", "from 300 to 200 BC", "AD 79"
  const auto era = [](const Atom& atom) { return atom.text == "BC" || atom.text == "BCE" || atom.text == "AD" || atom.text == "CE"; };
  if (c.number.scale == 1 && (era(after) || before.text == "AD")) return true;
  const bool paired = IsDash(after) || after.Is("to") || after.Is("and") || after.Is("or");
  if (c.number.scale == 1 && paired && After(c, 2).IsNumber() && era(After(c, 3))) return true;
  if (!c.number.plain || digits.text.size() != 4 || c.value < 1000 || c.value > 2199) return false;
  if (c.signed_number && !IsDash(before)) return false;
  if (LevelBefore(c)) return false;
  // "from 1000 to 2000": no year where the other end is none.
  if (before.Is("to") && Before(c, 2).IsNumber() && (Before(c, 2).literal.value < 1400 || Before(c, 2).literal.value > 2199 || Before(c, 2).literal.grouped)) return false;
  if (c.value < 1400 && !(before.Is("in") || before.Is("since"))) return false;
  if (!scene_.PluralNoun(after)) return true;
  if (scene_.In("year-before", before) && !(before.Is("to") && Before(c, 2).IsNumber())) return true;
  // "2018 sales" but "2000 hires", "2018 people"
  const bool round = std::fmod(c.value, 100) == 0;
  return c.value >= 1950 && c.value < 2050 && !round && !scene_.In("count-nouns", after);
}

bool Guard::Label(const Candidate& c) const {
  if (!c.number.plain && !(c.number.words && c.number.scale == 1)) return false;
  const auto at = static_cast<int64_t>(c.first) - 1;
  const auto label = scene_.tables.labels.Match(scene_.row, at);
  if (!label) return Before(c).text == "#" || Before(c).text == "№";
  const int64_t first = label.first;
  const Atom& head = At(first);
  const bool weak = label->atoms.size() == 1 && scene_.In("weak-labels", head);
  if (c.number.words) return !weak && IsCapital(head) && IsCapital(At(static_cast<int64_t>(c.first)));
  if (head.Is("no") && label->atoms.size() == 1 && !IsCapital(head)) return false;
  if (!weak) return true;
  if (IsCapital(head) && first > 0 && !scene_.title_case) return true;
  return !scene_.PluralNoun(After(c)) && !After(c).Is("of") && !After(c).Is("or") && !After(c).Is("and");
}

bool Guard::Name(const Candidate& c) const {
  const Atom& before = Before(c);
  const Atom& after = After(c);
  const Atom& word = At(static_cast<int64_t>(c.first));
  if (scene_.title_case) return false;
  if (c.number.words) {  // "the Big Ten", "Seven Network"
    return word.IsWord() && IsCapital(word) && c.first > 0 && !IsStop(before) && (IsCapital(before) || IsCapital(after));
  }
  if (!c.number.plain || !IsCapital(before) || c.value >= 10000) return false;
  if (scene_.tagged && scene_.UposOf(before) != Upos::kPropn) return false;
  if (c.first == 1 && !scene_.tagged) return false;
  if (scene_.PluralNoun(after) || after.text == "%" ) return false;
  if (scene_.tagged && scene_.sentence.parsed) {
    // "in London 300 adult foxes": the number counts what follows it.
    const Token& token = scene_.analysis.tokens[word.token];
    if (token.deprel == Deprel::kNummod && token.head > static_cast<int32_t>(word.token)) return false;
  }
  return !scene_.In("months", before) && !scene_.In("weekdays", before);
}

bool Guard::Telephone(const Candidate& c) const {
  const auto digit_dash = [this](int64_t number, int64_t dash) {
    return At(number).IsNumber() && IsDash(At(dash)) && At(dash).glued;
  };
  if (!c.number.plain) return false;
  // Three or more groups of digits in a row: "555-0100-22", "4-4-2".
  const auto first = static_cast<int64_t>(c.first);
  const auto last = static_cast<int64_t>(c.last);
  const bool left = digit_dash(first - 2, first - 1) && At(first).glued;
  const bool left2 = left && digit_dash(first - 4, first - 3);
  const bool right = IsDash(At(last)) && At(last).glued && At(last + 1).IsNumber() && At(last + 1).glued;
  const bool right2 = right && IsDash(At(last + 2)) && At(last + 2).glued && At(last + 3).IsNumber();
  // "020 7946 0958": groups that only spaces part, one of which begins with a zero.
  int64_t from = first, to = last;
  while (At(from - 1).IsNumber()) --from;
  while (At(to).IsNumber()) ++to;
  bool zero = false;
  for (int64_t at = from; at < to; ++at) zero = zero || (At(at).text.size() > 2 && At(at).text[0] == '0');
  if (to - from >= 3 && zero) return true;
  // Pairs that were ranges or scores have been joined before.
  return left || right || left2 || right2;
}

// "575 Mill Road"; "Doe (4)", a number on a shirt; "(1) … (2)", a list in prose.
bool Guard::Address(const Candidate& c) const {
  if (!c.number.plain) return false;
  if (Before(c).text == "(" && After(c).text == ")" && c.value <= 20) return true;
  for (int64_t steps = 1; steps <= 3; ++steps) {
    const Atom& atom = After(c, steps);
    if (!IsCapital(atom)) return false;
    if (steps > 1 && scene_.In("street-words", atom)) return true;
  }
  return false;
}

}  // namespace

void DropImpostors(const FigureScene& scene, std::vector<Candidate>* candidates) {
  const Guard guard(scene);
  candidates->erase(std::remove_if(candidates->begin(), candidates->end(),
                                   [&](const Candidate& c) { return guard.Drops(c); }),
                    candidates->end());
}

}  // namespace crosscheck
