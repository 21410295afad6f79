#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_SCAN_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_SCAN_H_

#include <optional>
#include <string>
#include <vector>

#include "core/quantity/figure_atoms.h"
#include "core/quantity/figure_lexicon.h"
#include "core/quantity/number_reader.h"

namespace crosscheck {

// The steps between the atoms of a sentence and its figures. Each works on the
// candidates of one sentence; figure_reader.cpp runs them in this order.

// A sentence as the steps see it.
struct FigureScene {
  const Analysis& analysis;
  const Sentence& sentence;
  const FigureLexicon::Tables& tables;
  const AtomRow& row;
  bool tagged = false;       // tokens have parts of speech
  bool title_case = false;   // a headline: capitals say nothing
  bool temperature = false;  // speaks of temperature
  bool spending = false;     // speaks of money: "pounds" are sterling
  bool contest = false;      // speaks of who won: "2-1" is a score
  bool odds = false;         // speaks of odds: "3 to 1" is a ratio
  bool rates = false;        // speaks of interest rates: a "quarter point" is one of a percentage

  const Atom& At(int64_t i) const { return row.At(i); }
  const Atom& At(size_t i) const { return row.At(static_cast<int64_t>(i)); }
  bool In(std::string_view set, const Atom& atom) const { return tables.In(set, atom.lower); }
  Upos UposOf(const Atom& atom) const { return analysis.tokens[atom.token].upos; }
  // A lower-case plural noun, by its tag or, without tags, by its shape.
  bool PluralNoun(const Atom& atom) const;
};

// A number with what was found around it. Atom ranges are half open.
struct Candidate {
  size_t first = 0, last = 0;  // sign, currency, number and unit
  Number number;
  double value = 0.0;          // signed, in the unit as named in `unit`
  double place = 0.0;
  std::optional<double> high;  // the upper end, where a range is told
  std::optional<Unit> unit;
  bool money_before = false;
  bool joined_unit = false;    // "three-ton"
  bool own_unit = true;        // false: taken over from a neighbour of a list
  bool signed_number = false;  // "+0.2%", "-1.3%"
  std::string per;
  const Unit* per_unit = nullptr;
  size_t rate_last = 0;        // atoms of the rate, after `last`; 0 = none
  FigureKind kind = FigureKind::kCardinal;
  Bound bound = Bound::kExact, told = Bound::kExact;
  double low_share = 0.0, high_share = 0.0;  // room that the approximator leaves
  size_t cue_first = 0, cue_last = 0;        // its atoms
  bool between = false;        // after "between" or "from"
  Trend trend = Trend::kNone, noun_trend = Trend::kNone, moved = Trend::kNone;
  bool left = false;
  size_t change_first = 0, change_last = 0;
  std::vector<double> parts;
  std::string unclear;
};

// Makes a bare number an age in years.
void MakeAge(const FigureLexicon::Tables& tables, Candidate* candidate);
// Every number of the sentence with its currency, unit and rate, in order.
std::vector<Candidate> ScanNumbers(const FigureScene& scene);
// Drops what only looks like a figure: years, dates, times of day, codes, names.
void DropImpostors(const FigureScene& scene, std::vector<Candidate>* candidates);
// Joins ranges and scores, shares units and scale words along lists.
void JoinNeighbours(const FigureScene& scene, std::vector<Candidate>* candidates);
// Sets bounds ("about", "or more"), trends ("rose", "a drop") and which levels a
// change led from and to.
void ReadBounds(const FigureScene& scene, std::vector<Candidate>* candidates);
void ReadTrends(const FigureScene& scene, std::vector<Candidate>* candidates);
// What is counted or measured, and the whole it is a part of.
struct CountedThing {
  int32_t head = kNoToken;
  TextRange range;
  TextRange whole;
};
// `previous_end` is the atom behind the figure before (0 for none), `next_figure`
// the first atom of the next one.
CountedThing ReadCounted(const FigureScene& scene, const Candidate& candidate, size_t previous_end, size_t next_figure);
// Sets logical and implied bounds from value, place, bound and approximator.
void SetIntervals(const Candidate& candidate, Figure* figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_SCAN_H_
