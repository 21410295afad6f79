// Reads the figures of a document, sentence by sentence.
//
// A sentence without a digit or a number word costs one look at its tokens, each
// distinct word being asked once a document. Otherwise it is cut into atoms, and
// the steps of figure_scan.h run: numbers with their units, ranges and lists,
// impostors out, bounds, trends, what is counted, intervals. Linear in the text.
// Limits: English only; digits of other scripts are no digits.
// Tests: tests/unit/quantity/figure_test.cpp and figure_pairs_test.cpp.

#include <algorithm>

#include "core/base/unicode.h"
#include "core/quantity/figure_scan.h"
#include "core/quantity/unit_reader.h"

namespace crosscheck {
namespace {

// Which interned words of a document may belong to a number.
class Triggers {
 public:
  Triggers(const Analysis& analysis, const FigureLexicon::Tables& tables)
      : analysis_(analysis), tables_(tables), known_(analysis.words.size(), 0) {}

  bool Any(const Sentence& sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (Is(analysis_.tokens[i].lower)) return true;
    }
    return false;
  }

 private:
  bool Is(uint32_t word) {
    char& known = known_[word];
    if (known == 0) known = Look(analysis_.words.Text(word)) ? 2 : 1;
    return known == 2;
  }
  bool Look(std::string_view lower) const {
    bool plain = true;
    for (const char c : lower) {
      if (c >= '0' && c <= '9') return true;
      plain = plain && c >= 'a' && c <= 'z';
    }
    if (!plain && lower.size() > 1) return LookInside(lower);
    return Word(lower);
  }
  bool Word(std::string_view lower) const {
    if (tables_.numbers.find(lower) != tables_.numbers.end()) return true;
    if (tables_.multiples.find(lower) != tables_.multiples.end() || tables_.times.find(lower) != tables_.times.end()) return true;
    for (const std::string& fold : tables_.fold) {
      if (lower.size() > fold.size() && lower.substr(lower.size() - fold.size()) == fold) return true;
    }
    return false;
  }
  bool LookInside(std::string_view lower) const {
    const AtomRow row(lower);
    for (size_t i = 0; i < row.size(); ++i) {
      if (row[i].kind == Atom::Kind::kFraction || (row[i].IsWord() && Word(row[i].lower))) return true;
    }
    return false;
  }

  const Analysis& analysis_;
  const FigureLexicon::Tables& tables_;
  std::vector<char> known_;  // 0 not asked, 1 no, 2 yes
};

void LookAround(FigureScene* scene) {
  size_t words = 0, capitals = 0;
  for (size_t i = 0; i < scene->row.size(); ++i) {
    const Atom& atom = scene->row[i];
    if (atom.IsWord() && atom.text.size() > 3) {
      ++words;
      capitals += IsCapital(atom) ? 1 : 0;
    }
    scene->temperature = scene->temperature || scene->In("temperature-cues", atom);
    scene->spending = scene->spending || scene->In("money-pound-cues", atom);
    scene->contest = scene->contest || scene->In("score-cues", atom);
    scene->odds = scene->odds || scene->In("odds-cues", atom);
    scene->rates = scene->rates || scene->In("rate-cues", atom);
  }
  scene->title_case = words >= 3 && capitals * 10 >= words * 8;
  for (uint32_t i = scene->sentence.first; i < scene->sentence.last; ++i) {
    scene->tagged = scene->tagged || scene->analysis.tokens[i].upos != Upos::kX;
  }
}

TextRange AtomsRange(const FigureScene& scene, size_t first, size_t last) {
  if (last <= first) return {};
  return {scene.At(first).range.start, scene.At(last - 1).range.end};
}

// "40 per square kilometre", "104 per square mile": a rate by a unit of which there are
// others is a quantity of its own, converted above and below. Counter-examples: "$12 an
// hour" (nobody works all hours), "5 litres a day".
void SetRate(const FigureScene& scene, const Unit& per, Figure* figure) {
  const bool clock = per.dimension == "time" && scene.tables.In("rate-clock", per.name);
  const bool count = figure->dimension == "count";
  if (!(per.dimension == "area" && count) && !(clock && (figure->dimension == "volume" || figure->dimension == "mass"))) return;
  figure->dimension += "/" + per.dimension;
  figure->factor /= per.factor;
}

void SetUnit(const FigureScene& scene, const Candidate& c, bool per_word, Figure* figure) {
  figure->per = c.per;
  if (c.unit) {
    figure->unit = c.unit->name;
    figure->dimension = c.unit->dimension;
    figure->factor = c.unit->factor;
    figure->offset = c.unit->offset;
    figure->guessed_unit = c.unit->guessed;
    if (figure->dimension == "temperature?") {  // bare degrees: some scale of temperature
      figure->dimension = "temperature";
      figure->factor = 1;
    }
    // A rate by a unit, or with "per", is a unit of its own ("USD per barrel"); a
    // price of things ("$98 a share") is not, and per cent a year are per cent.
    if ((c.per_unit != nullptr || per_word) && !c.per.empty() && c.unit->kind != FigureKind::kPercent) figure->unit += " per " + c.per;
    if (c.per_unit != nullptr) SetRate(scene, *c.per_unit, figure);
    return;
  }
  // "halved" is a multiple; "grew by a third" is a share, whatever the verb tells
  const bool own_change = c.change_last != 0 && c.change_first >= c.first && c.change_first < c.last;
  figure->dimension = !c.parts.empty()                      ? "score"
                      : c.number.ordinal                    ? "ordinal"
                      : c.kind != FigureKind::kRatio        ? "count"
                      : c.value > 1 || own_change           ? "multiple"
                                                            : "share";
}

std::string KeyOf(const Analysis& analysis, int32_t token) {
  if (token == kNoToken) return "";
  const Token& t = analysis.tokens[static_cast<size_t>(token)];
  const std::string_view lemma = analysis.Lemma(t);
  return FoldKey(t.upos == Upos::kX || lemma.empty() || lemma == "_" ? Singular(analysis.Lower(t)) : std::string(lemma));
}

// "4,500 people per square kilometre", "nine deaths per 100,000 residents".
void SetPerOfCounted(const FigureScene& scene, const Candidate& c, const CountedThing& counted, size_t limit, Figure* figure) {
  if (counted.head == kNoToken) return;
  size_t at = c.last;
  while (at < scene.row.size() && scene.At(at).range.start < counted.range.end) ++at;
  if (at == c.last || at >= scene.row.size() || at > limit) return;
  const Atom& link = scene.At(at);
  if (!link.Is("per") && !(link.text == "/" && link.glued) && !(link.Is("for") && scene.At(at + 1).Is("every"))) return;
  const size_t number = link.Is("for") ? at + 2 : at + 1;
  if (scene.At(number).IsNumber()) {
    figure->per = std::string(scene.At(number).text);
    return;
  }
  const auto rate = ReadRate(scene.row, at, false, scene.tables);
  if (!rate) return;
  figure->per = rate->name;
  if (rate->unit != nullptr) SetRate(scene, *rate->unit, figure);
}

Figure ToFigure(const FigureScene& scene, const Candidate& c, size_t previous_end, size_t next_figure) {
  Figure figure;
  figure.range = AtomsRange(scene, c.first, c.last);
  figure.number = AtomsRange(scene, c.number.first, c.number.last);
  figure.cue = AtomsRange(scene, c.cue_first, c.cue_last);
  figure.change = AtomsRange(scene, c.change_first, c.change_last);
  figure.first = scene.At(c.first).token;
  figure.last = scene.At(c.last - 1).token + 1;
  figure.kind = c.kind;
  figure.bound = c.bound;
  figure.told = c.told;
  figure.trend = c.trend;
  figure.noun_trend = c.noun_trend;
  figure.moved = c.moved;
  figure.left = c.left;
  figure.place = c.place;
  figure.parts = c.parts;
  figure.unclear = c.unclear;
  SetUnit(scene, c, scene.At(c.last).Is("per") || scene.At(c.last).text == "(", &figure);
  SetIntervals(c, &figure);
  const CountedThing counted = ReadCounted(scene, c, previous_end, next_figure);
  figure.of = counted.head;
  figure.of_range = counted.range;
  figure.whole = counted.whole;
  figure.of_key = KeyOf(scene.analysis, counted.head);
  if (figure.per.empty() && figure.unit.empty() && c.kind == FigureKind::kCardinal) SetPerOfCounted(scene, c, counted, next_figure, &figure);
  return figure;
}

void ReadSentence(const Analysis& analysis, const Sentence& sentence, const FigureLexicon::Tables& tables,
                  std::vector<Figure>* figures) {
  const AtomRow row(analysis, sentence);
  FigureScene scene{analysis, sentence, tables, row};
  LookAround(&scene);
  std::vector<Candidate> candidates = ScanNumbers(scene);
  if (candidates.empty()) return;
  JoinNeighbours(scene, &candidates);
  DropImpostors(scene, &candidates);
  ReadBounds(scene, &candidates);
  ReadTrends(scene, &candidates);
  for (size_t i = 0; i < candidates.size(); ++i) {
    const size_t next = i + 1 < candidates.size() ? candidates[i + 1].first : row.size();
    figures->push_back(ToFigure(scene, candidates[i], i > 0 ? candidates[i - 1].last : 0, next));
  }
}

}  // namespace

std::vector<Figure> ReadFigures(const Analysis& analysis, const FigureLexicon& lexicon) {
  std::vector<Figure> figures;
  Triggers triggers(analysis, lexicon.tables());
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == BlockKind::kFurniture || sentence.foreign) continue;
    if (triggers.Any(sentence)) ReadSentence(analysis, sentence, lexicon.tables(), &figures);
  }
  return figures;
}

}  // namespace crosscheck
