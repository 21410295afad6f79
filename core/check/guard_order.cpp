// Which of its kind something is, by the words that say so before a noun. Cost: the
// tokens of two sentences. Test: the rules times.conflict and polarity.opposite.
#include "core/check/guard_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/check/guard_end.h"
#include "core/quantity/figure_lexicon.h"

namespace crosscheck {
namespace {

// A place in order that a noun has: "second", "last".
struct Place {
  std::string_view noun;  // its lemma
  std::string rank;
};

// "2" for "second", "1" for "debut", "last" for "final"; "" for any other word.
std::string RankOf(const Reading& reading, uint32_t token) {
  for (const Figure& figure : reading.figures) {
    const bool ordinal = figure.kind == FigureKind::kOrdinal && figure.value && token >= figure.first && token < figure.last;
    if (ordinal) return std::to_string(static_cast<int64_t>(*figure.value));
  }
  const std::string_view word = reading.analysis.Lower(reading.analysis.tokens[token]);
  const FigureLexicon::Tables& tables = FigureLexicon::Shipped().tables();
  if (tables.In("order-first", word)) return "1";
  for (const std::string_view list : {"order-last", "order-next"}) {
    if (tables.In(list, word)) return std::string(list);
  }
  return {};
}

std::vector<Place> PlacesIn(const GuardSentence& at) {
  std::vector<Place> places;
  const Analysis& analysis = at.reading->analysis;
  for (uint32_t t = at.sentence->first; t < at.sentence->last; ++t) {
    const Token& token = analysis.tokens[t];
    const bool before = token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound || token.deprel == Deprel::kNummod;
    if (!before || token.head == kNoToken || token.range.Overlaps(at.words)) continue;
    const bool of_time = std::ranges::any_of(at.reading->times, [&](const TimeExpression& time) { return t >= time.first && t < time.last; });
    const std::string rank = of_time ? std::string() : RankOf(*at.reading, t);
    if (!rank.empty()) places.push_back({analysis.Lemma(analysis.tokens[static_cast<size_t>(token.head)]), rank});
  }
  return places;
}

}  // namespace

Tri AnotherInOrder(const World& world, const GuardEnds& ends) {
  const GuardSentence a = GuardSentenceAt(world, ends.a), b = GuardSentenceAt(world, ends.b);
  if (a.sentence == nullptr || b.sentence == nullptr) return Tri::kUnknown;
  const std::vector<Place> first = PlacesIn(a), second = PlacesIn(b);
  const auto has = [](const std::vector<Place>& places, const Place& place) {
    return std::ranges::any_of(places, [&](const Place& p) { return p.noun == place.noun && p.rank == place.rank; });
  };
  for (const Place& x : first) {
    for (const Place& y : second) {
      if (x.noun == y.noun && x.rank != y.rank && !has(second, x) && !has(first, y)) return Tri::kYes;
    }
  }
  return Tri::kNo;
}

}  // namespace crosscheck
