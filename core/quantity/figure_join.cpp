// Joins neighbouring numbers: ranges, scores and lists.
//
// "20 to 30 million", "between 5% and 6%", "$10-15 billion" become one figure
// whose value is open between two ends; a unit or scale word that only the second
// end bears counts for the first. "from 40 to 35" after a word of change stays
// two levels. "2-1" in a sentence of winners and losers is a score, elsewhere a
// falling pair is dropped. "5, 10 and 15 km" stay three figures of one unit.

#include <cmath>

#include "core/quantity/figure_scan.h"

namespace crosscheck {
namespace {

enum class Link { kNone, kDash, kTo, kAnd, kOr, kComma, kStroke };

class Joiner {
 public:
  Joiner(const FigureScene& scene, std::vector<Candidate>* candidates) : scene_(scene), candidates_(*candidates) {}

  void Run();

 private:
  const Atom& At(int64_t i) const { return scene_.At(i); }
  Link LinkOf(const Candidate& a, const Candidate& b) const;
  bool Between(const Candidate& a) const;
  bool FromBefore(const Candidate& a) const;
  bool ChangeBeforeFrom(const Candidate& a) const;
  bool SameUnit(const Candidate& a, const Candidate& b) const;
  bool Rangeable(const Candidate& a, const Candidate& b, Link link) const;
  bool Score(const Candidate& a, const Candidate& b, Link link) const;
  bool Vote(const Candidate& a, const Candidate& b) const;
  bool MakeRange(Candidate* a, const Candidate& b) const;
  void ShareScale(Candidate* a, const Candidate& b) const;
  void ShareUnits();
  bool YearPair(const Candidate& a, const Candidate& b) const;

  const FigureScene& scene_;
  std::vector<Candidate>& candidates_;
};

Link Joiner::LinkOf(const Candidate& a, const Candidate& b) const {
  std::string gap;
  auto i = static_cast<int64_t>(a.rate_last > a.last && a.rate_last <= b.first ? a.rate_last : a.last);
  const auto end = static_cast<int64_t>(b.first);
  if (end - i > 3 || end < i) return Link::kNone;
  for (; i < end; ++i) gap += IsDash(At(i)) ? std::string("-") : std::string(At(i).lower) + ".";
  if (gap.empty() && b.signed_number && b.value <= 0) return Link::kDash;  // "20 -30"
  if (gap == "-") return Link::kDash;
  if (gap == "to." || gap == "-to.-" || gap == "-to." || gap == "to.-" || gap == "up.to." || gap == "or.even.") return gap == "or.even." ? Link::kOr : Link::kTo;
  if (gap == "and.") return Link::kAnd;
  if (scene_.odds && (gap == "/." || gap == ":.")) {  // "5/1", "3:1"; "7/2/2019" is a date
    const bool longer = At(end).glued && (At(static_cast<int64_t>(b.last)).text == "/" || At(static_cast<int64_t>(a.first) - 1).text == "/");
    return longer ? Link::kNone : Link::kStroke;
  }
  if (gap == "or." || gap == "-or." || gap == "/.") return Link::kOr;
  if (gap == "-and.") return Link::kOr;
  if (gap == ",." || gap == ",.and." || gap == ",.or.") return Link::kComma;
  return Link::kNone;
}

bool Joiner::Between(const Candidate& a) const {
  for (int64_t back = 1; back <= 3; ++back) {
    const Atom& atom = At(static_cast<int64_t>(a.first) - back);
    if (atom.Is("between")) return true;
    if (IsStop(atom)) return false;
  }
  return false;
}

bool Joiner::FromBefore(const Candidate& a) const {
  const auto first = static_cast<int64_t>(a.first);
  return At(first - 1).Is("from") || (At(first - 2).Is("from") && At(first - 1).IsWord());
}

// "fell from 40 to 35", "going from 40 to 35", but "range from 35 to 40".
bool Joiner::ChangeBeforeFrom(const Candidate& a) const {
  auto at = static_cast<int64_t>(a.first) - 1;
  while (at >= 0 && !At(at).Is("from")) --at;
  for (int64_t i = at - 1; i >= 0 && i >= at - 5; --i) {
    const Atom& atom = At(i);
    if (IsStop(atom) && atom.text != ",") return false;
    if (scene_.In("range-before", atom)) return false;
    const bool trend = scene_.tables.trend_verbs.find(atom.lower) != scene_.tables.trend_verbs.end() ||
                       scene_.tables.trend_nouns.find(atom.lower) != scene_.tables.trend_nouns.end() ||
                       scene_.tables.multiples.find(atom.lower) != scene_.tables.multiples.end();
    if (trend || scene_.In("change-before-from", atom)) return true;
  }
  return false;
}

bool Joiner::SameUnit(const Candidate& a, const Candidate& b) const {
  if (!a.unit || !b.unit) return false;
  return a.unit->dimension == b.unit->dimension && a.kind == b.kind;
}

bool Joiner::YearPair(const Candidate& a, const Candidate& b) const {
  const auto year = [](const Candidate& c) { return c.number.plain && c.value >= 1800 && c.value <= 2100; };
  if (scene_.PluralNoun(At(static_cast<int64_t>(b.last))) && !scene_.In("year-before", At(static_cast<int64_t>(a.first) - 1))) return false;
  return !a.unit && !b.unit && year(a) && (year(b) || (b.number.plain && b.value < 100));
}

bool Joiner::Score(const Candidate& a, const Candidate& b, Link link) const {
  if (link != Link::kDash || a.unit || b.unit || !a.number.plain || !b.number.plain) return false;
  if (!At(static_cast<int64_t>(b.number.first)).glued || std::fabs(a.value) > 250 || std::fabs(b.value) > 250) return false;
  const double second = std::fabs(b.value);
  if (scene_.odds) return false;
  return a.value >= second || (scene_.contest && second < 20 && !scene_.PluralNoun(At(static_cast<int64_t>(b.last))));
}

// "by 31 votes to 20", "voted 310 to 88", "a vote of 52 to 48": who was for it and who
// against. Counter-example: "voted to spend 31 to 40 million".
bool Joiner::Vote(const Candidate& a, const Candidate& b) const {
  if (a.unit || b.unit || a.number.ordinal || b.number.ordinal || a.number.scale != 1 || b.number.scale != 1) return false;
  const auto first = static_cast<int64_t>(a.first), last = static_cast<int64_t>(a.last), next = static_cast<int64_t>(b.first);
  const bool named = scene_.In("vote-cues", At(last));
  if (next != last + (named ? 2 : 1) || !At(next - 1).Is("to")) return false;
  if (named) return true;
  const bool of = At(first - 1).Is("of") || At(first - 1).Is("by");
  return scene_.In("vote-cues", At(first - (of ? 2 : 1))) && (IsStop(At(static_cast<int64_t>(b.last))) || !scene_.PluralNoun(At(static_cast<int64_t>(b.last))));
}

bool Joiner::Rangeable(const Candidate& a, const Candidate& b, Link link) const {
  if (a.number.ordinal || b.number.ordinal || a.high || b.high || a.number.vague || b.number.vague) return false;
  if (a.kind == FigureKind::kRatio || b.kind == FigureKind::kRatio) {
    if (!(a.kind == FigureKind::kRatio && b.kind == FigureKind::kRatio)) return false;
  }
  if (a.unit && b.unit && !SameUnit(a, b)) return false;
  if (a.unit && !b.unit && !a.money_before && a.kind != FigureKind::kAge) return false;
  const bool year = a.number.plain && a.value >= 1900 && a.value <= 2100;
  if (year && !b.number.plain) return false;  // "in 2018 to 3.9 million"
  if (b.money_before && !a.unit) return false;
  if (link == Link::kAnd) return Between(a);
  if (link == Link::kDash) return true;
  if (link != Link::kTo) return false;
  if (FromBefore(a)) return !ChangeBeforeFrom(a) || At(static_cast<int64_t>(b.last)).Is("to");
  // "rose 8 percent to 10 percent" may be a change and a level: only a bare
  // first end is surely one of two.
  const Atom& before = At(static_cast<int64_t>(a.first) - 1);
  const Atom& earlier = At(static_cast<int64_t>(a.first) - 2);
  if (before.Is("by") && scene_.tables.trend_verbs.find(earlier.lower) != scene_.tables.trend_verbs.end() && b.value > a.value * 2) return false;
  const bool change = before.Is("by") || scene_.tables.trend_verbs.find(before.lower) != scene_.tables.trend_verbs.end();
  const bool direction = before.Is("up") || before.Is("down");
  return !((change || direction) && a.unit && b.unit);
}

// "1 to 2 thousand", "$10 to $15 billion": the scale word serves both ends.
void Joiner::ShareScale(Candidate* a, const Candidate& b) const {
  if (b.number.scale < 1000 || a->number.scale != 1 || a->value >= 1000) return;
  if (a->value * b.number.scale > std::fabs(b.value) * 1.0001 && b.unit && a->unit) return;
  a->value *= b.number.scale;
  a->place *= b.number.scale;
  a->number.scale = b.number.scale;
}

bool Joiner::MakeRange(Candidate* a, const Candidate& b) const {
  Candidate low = *a;
  ShareScale(&low, b);
  double high = b.value;
  if (high < 0 && low.value >= 0 && !b.money_before) high = -high;  // "20 -30"
  if (low.unit && b.unit && low.unit->name != b.unit->name) {
    high = (high * b.unit->factor + b.unit->offset - low.unit->offset) / low.unit->factor;
  } else if (!low.unit && b.unit) {
    low.unit = b.unit;
    if (b.unit->scale != 1.0 && !b.money_before) {
      low.value *= b.unit->scale;
      low.place *= b.unit->scale;
    }
  }
  if (low.value >= high && !(low.value < 0)) {
    if (low.value == high || !Between(*a)) return false;
    std::swap(low.value, high);
  }
  low.high = high;
  low.between = true;
  low.bound = low.told = Bound::kBetween;
  low.last = b.last;
  low.number.last = b.number.last;
  low.per = b.per;
  low.per_unit = b.per_unit;
  low.rate_last = b.rate_last;
  if (b.unit) low.kind = b.kind;
  low.joined_unit = b.joined_unit;
  low.place = std::min(low.place, b.place);
  const auto before = static_cast<int64_t>(low.first) - 1;  // "aged between 18 and 24"
  if (!low.unit && low.value < 120 && At(before).Is("between") && scene_.In("age-before", At(before - 1))) MakeAge(scene_.tables, &low);
  *a = low;
  return true;
}

void Joiner::ShareUnits() {
  // From the right: "5, 10 and 15 km", "seven or eight years".
  for (size_t i = candidates_.size(); i-- > 1;) {
    Candidate& a = candidates_[i - 1];
    const Candidate& b = candidates_[i];
    const Link link = LinkOf(a, b);
    if (link == Link::kNone || link == Link::kDash || a.unit || !b.unit || b.money_before || a.kind != FigureKind::kCardinal) continue;
    if (a.number.ordinal || !a.per.empty()) continue;
    if (a.number.plain && a.value >= 1500 && a.value <= 2100) continue;  // a year
    if (link == Link::kComma && i + 1 >= candidates_.size() && !At(static_cast<int64_t>(b.first) - 1).Is("and") && !At(static_cast<int64_t>(b.first) - 1).Is("or")) continue;
    ShareScale(&a, b);
    a.unit = b.unit;
    a.kind = b.kind;
    a.own_unit = false;
    a.per = b.per;
    a.per_unit = b.per_unit;
    a.value *= b.unit->scale;
    a.place *= b.unit->scale;
  }
  // "8 or $9"
  for (size_t i = 1; i < candidates_.size(); ++i) {
    Candidate& a = candidates_[i - 1];
    const Candidate& b = candidates_[i];
    if (LinkOf(a, b) != Link::kOr || !b.money_before || a.unit || a.kind != FigureKind::kCardinal || a.value >= b.value) continue;
    ShareScale(&a, b);
    a.unit = b.unit;
    a.kind = b.kind;
    a.own_unit = false;
  }
  // From the left: "from 20 mpg to 24", "from 40% to 45".
  for (size_t i = 1; i < candidates_.size(); ++i) {
    const Candidate& a = candidates_[i - 1];
    Candidate& b = candidates_[i];
    if (LinkOf(a, b) != Link::kTo || !FromBefore(a) || !a.unit || b.unit || b.kind != FigureKind::kCardinal || !a.per.empty()) continue;
    if (a.kind == FigureKind::kDuration || scene_.PluralNoun(At(static_cast<int64_t>(b.last)))) continue;
    if (b.number.plain && b.value >= 1500 && b.value <= 2100) continue;  // a year
    b.unit = a.unit;
    b.kind = a.kind;
    b.own_unit = false;
  }
  // Money: "$5, 10 and 15 million".
  for (size_t i = 1; i < candidates_.size(); ++i) {
    const Candidate& a = candidates_[i - 1];
    Candidate& b = candidates_[i];
    const Link link = LinkOf(a, b);
    if ((link != Link::kAnd && link != Link::kOr && link != Link::kComma) || b.unit || !a.money_before) continue;
    if (b.kind != FigureKind::kCardinal || b.number.scale == 1 || !a.own_unit) continue;
    b.unit = a.unit;
    b.kind = a.kind;
    b.own_unit = false;
  }
}

void Joiner::Run() {
  std::vector<Candidate> joined;
  for (size_t i = 0; i < candidates_.size(); ++i) {
    Candidate a = candidates_[i];
    if (i + 1 < candidates_.size()) {
      const Candidate& b = candidates_[i + 1];
      const Link link = LinkOf(a, b);
      if (link != Link::kNone && YearPair(a, b)) {
        ++i;
        continue;
      }
      if (Score(a, b, link)) {
        ++i;
        if (!scene_.contest) continue;
        a.parts = {a.value, std::fabs(b.value)};
        a.kind = FigureKind::kRatio;
        a.last = b.last;
        a.number.last = b.number.last;
        joined.push_back(a);
        continue;
      }
      if (Vote(a, b)) {
        ++i;
        a.parts = {a.value, b.value};
        a.kind = FigureKind::kRatio;
        a.last = b.last;
        a.number.last = b.number.last;
        joined.push_back(a);
        continue;
      }
      const bool glued = link != Link::kTo && At(static_cast<int64_t>(b.number.first)).glued;
      const bool told = link == Link::kTo || ((link == Link::kDash || link == Link::kStroke) && glued);
      if (told && scene_.odds && !a.unit && !b.unit && std::fabs(b.value) <= 10 && a.value >= std::fabs(b.value)) {
        ++i;
        a.parts = {a.value, std::fabs(b.value)};  // "odds of 3 to 1"
        a.kind = FigureKind::kRatio;
        a.last = b.last;
        a.number.last = b.number.last;
        joined.push_back(a);
        continue;
      }
      if (Rangeable(a, b, link) && MakeRange(&a, b)) {
        ++i;
        joined.push_back(a);
        continue;
      }
    }
    joined.push_back(a);
  }
  candidates_ = std::move(joined);
  ShareUnits();
}

}  // namespace

void JoinNeighbours(const FigureScene& scene, std::vector<Candidate>* candidates) { Joiner(scene, candidates).Run(); }

}  // namespace crosscheck
