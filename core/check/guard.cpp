// The shapes of false conflicts, by name. Nearly all false alarms of tools that
// compare statements have one of these shapes: the world changed, the story
// developed, a relation holds many values, one end is hedged, planned or only
// reported, the two count different things. Each guard looks at two claims and
// says yes only where the texts show the shape.
#include "core/check/guard.h"

#include <algorithm>

#include "core/check/conditions/shared.h"
#include "core/check/fields/tables.h"
#include "core/check/guard_circumstance.h"
#include "core/check/guard_end.h"
#include "core/check/guard_identity.h"
#include "core/check/guard_order.h"
#include "core/check/guard_working.h"
#include "core/graph/owner.h"

namespace crosscheck {
namespace {

Value At(const World& world, Item item, std::string_view path) {
  std::string error;
  const FieldPath resolved = ResolvePath(item.kind, path, &error);
  return error.empty() && item.valid() ? world.Get(item, resolved) : Value();
}

bool IsIn(const Claim* claim, std::initializer_list<Modality> modalities) {
  if (claim == nullptr) return false;
  for (const Modality m : modalities) {
    if (claim->modality == m) return true;
  }
  return false;
}

template <typename F>
Tri Either(const GuardEnds& ends, F holds) {
  return ToTri((ends.claim_a != nullptr && holds(*ends.claim_a)) ||
               (ends.claim_b != nullptr && holds(*ends.claim_b)));
}

// Known times that share no day. Counter-example: "on Monday" without a date.
Tri Superseded(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "time"), b = At(world, ends.b, "time");
  if (a.time == nullptr || b.time == nullptr) return Tri::kUnknown;
  return Not(ToTri(Overlap(*a.time, *b.time)));
}

// Two periods that are not one, though they overlap: a half and a quarter of it, a
// fiscal year and a calendar one. What is measured in one may differ in the other.
// Counter-example: the day and the month of one event.
Tri DifferentPeriod(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "time"), b = At(world, ends.b, "time");
  if (a.time == nullptr || b.time == nullptr) return Tri::kUnknown;
  const TimeExpression& s = *a.time;
  const TimeExpression& t = *b.time;
  if (!s.days.start || !s.days.end || !t.days.start || !t.days.end) return Tri::kUnknown;
  const auto period = [](const TimeExpression& time) { return time.granularity >= Granularity::kMonth && time.granularity <= Granularity::kYear; };
  const auto part = [](const TimeExpression& time) { return time.granularity > Granularity::kMonth && time.granularity < Granularity::kYear; };
  const bool same = *s.days.start == *t.days.start && *s.days.end == *t.days.end;
  if (same || !period(s) || !period(t)) return Tri::kNo;
  if (part(s) || part(t) || s.granularity == t.granularity) return Tri::kYes;  // "the year to March", "March"
  // A month may date what the year holds ("nine died in 2022", "in May 2022"), but sums
  // and rates of a year are not those of one of its months.
  const auto gathers = [&](Item item) {
    const Value value = At(world, item, "figure");
    return value.figure != nullptr && (value.figure->kind == FigureKind::kMoney || value.figure->kind == FigureKind::kPercent || value.figure->kind == FigureKind::kMeasure);
  };
  return ToTri(gathers(ends.a) && gathers(ends.b));
}

// "rose 3 % from a year earlier" / "rose 0.4 % from the month before": changes from
// two starting points. Only where both are told, right behind the figure.
Tri DifferentBase(const World& world, const GuardEnds& ends) {
  constexpr uint32_t kReach = 6;
  const auto base = [&](Item item) -> const TimeExpression* {
    const Value value = At(world, item, "figure");
    if (value.figure == nullptr || value.figure->trend == Trend::kNone) return nullptr;
    const Reading& reading = world.graph().reading(world.DocumentOf(item));
    const auto& tokens = reading.analysis.tokens;
    for (const TimeExpression& time : reading.times) {
      if (time.first < value.figure->last || time.first > value.figure->last + kReach || time.first == 0) continue;
      if (tokens[time.first].sentence != tokens[value.figure->first].sentence) continue;
      const std::string_view before = reading.analysis.Lower(tokens[time.first - 1]);
      if (before == "from" || before == "than" || before == "over" || before == "with" || before == "against") return &time;
    }
    return nullptr;
  };
  const TimeExpression* s = base(ends.a);
  const TimeExpression* t = base(ends.b);
  if (s == nullptr || t == nullptr) return Tri::kUnknown;
  return ToTri(s->value != t->value && s->granularity != t->granularity);
}

// The places that a claim names behind its subject.
std::vector<std::string> PlacesTold(const World& world, Item item, const Claim& claim) {
  std::vector<std::string> keys;
  for (const Entity& entity : world.graph().reading(world.DocumentOf(item)).entities) {
    if (!entity.named || entity.type != EntityType::kPlace) continue;
    const bool inside = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& m) {
      const bool told = claim.range.Contains(m.range) || claim.place.range.Contains(m.range) || claim.tail.Contains(m.range);
      return told && !claim.subject.range.Contains(m.range);
    });
    if (inside) keys.push_back(entity.key);
  }
  return keys;
}

// Only one end names a place, or the two name no common one: a part may be counted
// in one and the whole in the other.
Tri DifferentReach(const World& world, const GuardEnds& ends) {
  if (ends.claim_a == nullptr || ends.claim_b == nullptr) return Tri::kUnknown;
  const std::vector<std::string> a = PlacesTold(world, ends.a, *ends.claim_a), b = PlacesTold(world, ends.b, *ends.claim_b);
  if (a.empty() && b.empty()) return Tri::kNo;
  return ToTri(std::none_of(a.begin(), a.end(), [&](const std::string& key) { return std::find(b.begin(), b.end(), key) != b.end(); }));
}

// Only one end gives a time, and the texts were published a year or more apart.
Tri Aged(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "published"), b = At(world, ends.b, "published");
  if (!a.known || !b.known) return Tri::kUnknown;
  const Value s = At(world, ends.a, "time"), t = At(world, ends.b, "time");
  const double apart = a.number > b.number ? a.number - b.number : b.number - a.number;
  return ToTri((s.time == nullptr || t.time == nullptr) && apart >= 365);
}

Tri ManyValued(const World& world, const GuardEnds& ends) {
  if (ends.claim_a == nullptr || world.relations() == nullptr) return Tri::kUnknown;
  const Relation* relation = world.relations()->Find(ends.claim_a->relation);
  return ToTri(relation == nullptr || !relation->functional);
}

// "ran for 200 nights in Leeds", where the tree hangs the place on the nights; "" for none.
std::string PlaceBehind(const World& world, Item item) {
  const Value value = At(world, item, "figure");
  if (value.figure == nullptr) return {};
  const Reading& reading = world.graph().reading(world.DocumentOf(item));
  const std::vector<Token>& tokens = reading.analysis.tokens;
  const uint32_t link = value.figure->last;
  if (link + 1 >= tokens.size() || reading.analysis.Lower(tokens[link]) != "in" || tokens[link + 1].sentence != tokens[link].sentence) return {};
  for (const Entity& entity : reading.entities) {
    const bool there = entity.named && entity.type == EntityType::kPlace &&
                       std::ranges::any_of(entity.mentions, [&](const Mention& m) { return m.range.Contains(tokens[link + 1].range); });
    if (there) return entity.key;
  }
  return {};
}

Tri DifferentPlace(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "place"), b = At(world, ends.b, "place");
  if (a.known && b.known) return Not(conditions::Refines(world, a, b));
  const std::string first = PlaceBehind(world, ends.a), second = PlaceBehind(world, ends.b);
  if (first.empty() || second.empty()) return Tri::kUnknown;
  return ToTri(first != second);
}

// What is counted differs: "of voters" / "of women". Words only, so that
// "homes" / "new homes" stay comparable.
Tri DifferentMeasure(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "figure"), b = At(world, ends.b, "figure");
  if (a.figure == nullptr || b.figure == nullptr) return Tri::kUnknown;
  if (!Comparable(*a.figure, *b.figure)) return Tri::kYes;
  const Value left = fields::OfRange(world, a.document, a.figure->of_range);
  const Value right = fields::OfRange(world, b.document, b.figure->of_range);
  // "then 32", "the two": nobody can tell that they count the same.
  if (!left.known && !right.known && a.figure->unit.empty() && b.figure->unit.empty()) return Tri::kYes;
  if (!left.known || !right.known) return Tri::kUnknown;
  return ToTri(
      conditions::Overlap(conditions::WordsOf(left.text), conditions::WordsOf(right.text)) == 0.0);
}

// "Acme's profit" / "Borealis's profit".
Tri DifferentOwner(const World& world, const GuardEnds& ends) {
  if (ends.claim_a == nullptr || ends.claim_b == nullptr) return Tri::kUnknown;
  const ClaimGraph& graph = world.graph();
  return ToTri(OtherOwner(graph.reading(world.DocumentOf(ends.a)), *ends.claim_a,
                          graph.reading(world.DocumentOf(ends.b)), *ends.claim_b));
}

Tri DifferentScope(const World& world, const GuardEnds& ends) {
  if (ends.claim_a == nullptr || ends.claim_b == nullptr) return Tri::kUnknown;
  const std::string& a = ends.claim_a->quantifier;
  const std::string& b = ends.claim_b->quantifier;
  if (DifferentPlace(world, ends) == Tri::kYes) return Tri::kYes;
  return ToTri(a != b && (a == "some" || b == "some" || a == "most" || b == "most" || a == "many" ||
                          b == "many"));
}

Tri Developed(const World&, const GuardEnds& ends) {
  const auto ahead = [](const Claim* c) {
    return IsIn(c, {Modality::kPlanned, Modality::kForecast, Modality::kObliged});
  };
  const auto done = [](const Claim* c) { return IsIn(c, {Modality::kAsserted}); };
  return ToTri((ahead(ends.claim_a) && done(ends.claim_b)) ||
               (ahead(ends.claim_b) && done(ends.claim_a)));
}

// The plan's time had come when the other text appeared ("in August", told in
// September; "by 2030" only after 2030), or, where no time is given, half a year had
// gone by.
Tri CarriedOut(const World& world, const GuardEnds& ends) {
  const auto plan = [](const Claim* c) { return IsIn(c, {Modality::kPlanned, Modality::kForecast}); };
  const bool planned_a = plan(ends.claim_a), planned_b = plan(ends.claim_b);
  if (planned_a == planned_b) return Tri::kNo;
  const Item planned = planned_a ? ends.a : ends.b, done = planned_a ? ends.b : ends.a;
  const Value told = At(world, done, "published");
  if (!told.known) return Tri::kUnknown;
  const Value when = At(world, planned, "time"), since = At(world, planned, "published");
  if (when.time != nullptr) {
    const auto due = when.time->deadline ? when.time->days.end : when.time->days.start;
    return due ? ToTri(told.number >= static_cast<double>(*due)) : Tri::kUnknown;
  }
  constexpr double kHalfYear = 182;
  return since.known ? ToTri(told.number - since.number >= kHalfYear) : Tri::kUnknown;
}

Tri Hedged(const World&, const GuardEnds& ends) {
  return Either(ends, [](const Claim& c) {
    return IsIn(&c, {Modality::kHedged, Modality::kBelieved});
  });
}

Tri Conditional(const World&, const GuardEnds& ends) {
  return Either(ends, [](const Claim& c) {
    return IsIn(&c, {Modality::kConditional, Modality::kHypothetical});
  });
}

Tri Questioned(const World&, const GuardEnds& ends) {
  return Either(ends, [](const Claim& c) { return IsIn(&c, {Modality::kQuestioned}); });
}

Tri Reported(const World&, const GuardEnds& ends) {
  return Either(ends, [](const Claim& c) { return !c.speakers.empty(); });
}

// "refused to pay", not "denied to have paid": what is refused is one's own deed, and is
// told as not done.
bool OwnDeed(const World& world, const Reading& reading, const Attribution& a) {
  if (world.relations() == nullptr || a.content_head == kNoToken || a.cue_head == kNoToken) return false;
  const Token& content = reading.analysis.tokens[static_cast<size_t>(a.content_head)];
  const std::string_view cue = reading.analysis.Lemma(reading.analysis.tokens[static_cast<size_t>(a.cue_head)]);
  if (world.relations()->NegatesClause(cue)) return false;
  if (world.relations()->Offers(reading.analysis.Lemma(content))) return true;  // "rejected calls to resign"
  const bool infinitive = content.deprel == Deprel::kXcomp && reading.analysis.Xpos(content) == "VB";
  return infinitive && world.relations()->Negates(cue);
}

// The position is told in order to be denied: "she denies that …".
Tri Disputed(const World& world, const GuardEnds& ends) {
  const auto disputed = [&world](Item item, const Claim* claim) {
    if (claim == nullptr || !item.valid()) return false;
    const Reading& reading = world.graph().reading(world.DocumentOf(item));
    for (const int32_t speaker : claim->speakers) {
      const Attribution& a = reading.attributions[static_cast<size_t>(speaker)];
      const bool denies = a.cue_kind == CueKind::kDeny && !OwnDeed(world, reading, a);
      if (denies || a.cue_kind == CueKind::kAsk || a.denied) return true;
    }
    return false;
  };
  return ToTri(disputed(ends.a, ends.claim_a) || disputed(ends.b, ends.claim_b));
}

// "about 40" / "some 45": neither binds the other.
Tri Vague(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "figure"), b = At(world, ends.b, "figure");
  if (a.figure == nullptr || b.figure == nullptr) return Tri::kUnknown;
  return ToTri(a.figure->bound == Bound::kAbout && b.figure->bound == Bound::kAbout);
}

Tri Rounded(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "figure"), b = At(world, ends.b, "figure");
  if (a.figure == nullptr || b.figure == nullptr) return Tri::kUnknown;
  return ToTri(Agree(*a.figure, *b.figure));
}

Tri LevelAndChange(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "figure"), b = At(world, ends.b, "figure");
  if (a.figure == nullptr || b.figure == nullptr) return Tri::kUnknown;
  // "down from 40": where a change began is no rival of where it led.
  return ToTri((a.figure->trend == Trend::kNone) != (b.figure->trend == Trend::kNone) || a.figure->left != b.figure->left);
}

Tri Unclear(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "figure"), b = At(world, ends.b, "figure");
  return ToTri((a.figure != nullptr && !a.figure->unclear.empty()) ||
               (b.figure != nullptr && !b.figure->unclear.empty()));
}

Tri Refinement(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "value"), b = At(world, ends.b, "value");
  return conditions::Refines(world, a, b);
}

Tri Namesakes(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "entity"), b = At(world, ends.b, "entity");
  if (a.entity == nullptr || b.entity == nullptr) return Tri::kUnknown;
  if (a.entity->type != b.entity->type && a.entity->type != EntityType::kOther &&
      b.entity->type != EntityType::kOther)
    return Tri::kYes;
  return ToTri(a.entity->gender != Gender::kUnknown && b.entity->gender != Gender::kUnknown &&
               a.entity->gender != b.entity->gender);
}

// Whether a word below the predicate is denied at one end and not at the other: "found
// guilty on one count", "not guilty on two counts".
bool DeniesBelow(const GuardEnd& denies, const GuardEnd& other) {
  const Analysis& ours = denies.reading->analysis;
  const Analysis& theirs = other.reading->analysis;
  const Sentence& here = SentenceOf(denies);
  const Sentence& there = SentenceOf(other);
  const auto denied = [](const Analysis& analysis, const Sentence& sentence, uint32_t word) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.head == static_cast<int32_t>(word) && token.deprel == Deprel::kAdvmod && token.upos == Upos::kPart) return true;
    }
    return false;
  };
  for (uint32_t t = here.first; t < here.last; ++t) {
    if (ours.tokens[t].upos != Upos::kAdj || static_cast<int32_t>(t) == denies.claim->predicate_head || !denied(ours, here, t)) continue;
    for (uint32_t u = there.first; u < there.last; ++u) {
      if (theirs.Lemma(theirs.tokens[u]) == ours.Lemma(ours.tokens[t]) && !denied(theirs, there, u)) return true;
    }
  }
  return false;
}

// What one end denies cannot clash with another value at the other end.
Tri Denied(const World& world, const GuardEnds& ends) {
  if (ends.claim_a == nullptr || ends.claim_b == nullptr) return Tri::kUnknown;
  if (ends.claim_a->polarity != ends.claim_b->polarity) return Tri::kYes;
  const GuardEnd a = GuardEndOf(world, ends.a, ends.claim_a), b = GuardEndOf(world, ends.b, ends.claim_b);
  return ToTri(a.claim != nullptr && b.claim != nullptr && (DeniesBelow(a, b) || DeniesBelow(b, a)));
}

Tri Opinion(const World&, const GuardEnds& ends) {
  return Either(ends, [](const Claim& c) { return c.not_checkable != NotCheckable::kNone; });
}

Tri Furniture(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "section"), b = At(world, ends.b, "section");
  const auto outside = [](const Value& v) { return v.key == "furniture" || v.key == "heading"; };
  return ToTri(outside(a) || outside(b));
}

Tri SameSentence(const World& world, const GuardEnds& ends) {
  const Value a = At(world, ends.a, "sentence"), b = At(world, ends.b, "sentence");
  return a.known && b.known ? ToTri(a.key == b.key) : Tri::kUnknown;
}

constexpr GuardSpec kGuards[] = {
    {"superseded", "the two times are known and share no day: the world changed",
     "Berg led Acme in 2019 / Lee led Acme in 2023", Superseded},
    {"different-period", "two periods overlap without being one: what is measured in them may differ",
     "sales rose 8 % in the first quarter / sales rose 12 % in the first half", DifferentPeriod},
    {"different-base", "the two changes are told from different starting points",
     "rose 3 % from a year earlier / rose 0.4 % from the month before", DifferentBase},
    {"different-reach", "only one says where, or the two name no common place",
     "Acme cut 300 jobs in Lyon / Acme cut 1,200 jobs", DifferentReach},
    {"aged", "one time is missing and the texts were published a year or more apart",
     "Acme has 400 staff (2015) / Acme has 900 staff (2024)", Aged},
    {"many-valued", "the relation may hold several values at once",
     "Acme makes bikes / Acme makes trams", ManyValued},
    {"different-place", "both say where, and the places differ",
     "sales fell in Spain / sales rose in Italy", DifferentPlace},
    {"different-scope", "places or quantifiers limit the two to different things",
     "some members left / the members stayed", DifferentScope},
    {"different-circumstance", "words limit one of the two (when, of which part, for whom) that stand nowhere near the other",
     "12,000 visitors in June / 150,000 visitors", DifferentCircumstance},
    {"two-circumstances", "each of the two is limited by words that stand nowhere near the other",
     "the strike lasted two days at the port / a week at the airport", TwoCircumstances},
    {"then-and-now", "one is told in the present, the other in the past",
     "the plant employs 400 / the plant employed 300", ThenAndNow},
    {"days-then-and-now", "two days without a number, one told in the present, the other in the past",
     "the council meets on Tuesday / the council met on Thursday", DaysThenAndNow},
    {"further-one", "only one speaks of a further thing or time of its kind",
     "visited the camp in April / visited the camp again in June", FurtherOne},
    {"only-able", "only one says what can be",
     "the ship carries 2,000 cars / the ship can carry 3,500 cars", OnlyAble},
    {"different-speakers", "two speakers say them, each one of the two",
     "200 houses, the mayor said / 260 houses, the fire brigade said", DifferentSpeakers},
    {"which-one", "only one says which of a kind is meant, and the passages share few words",
     "a ticket costs 4 euros / a monthly ticket costs 60 euros", WhichOne},
    {"counted-together", "one counts together what the other counts one by one",
     "seven were killed or injured / two were killed and five injured", CountedTogether},
    {"worked-out", "what one says beside its figure makes the other's figure",
     "34 %, six points more than in 2017 / 28 % in 2017", WorkedOut},
    {"two-events", "the two years tell apart two events of one kind, and the passages share few words",
     "the storm of 1953 / the storm of 1987", TwoEvents},
    {"recurrent", "it happens again and again, and the passages share few words",
     "the ferry sailed on 3 June / the ferry sailed on 9 June", Recurrent},
    {"one-side", "one is said by somebody who takes a side or only estimates, the other by the narrator",
     "the government borrowed 12 billion / the opposition says it borrowed 19 billion", OneSide},
    {"different-case", "the two also give figures or lengths of time that cannot both hold",
     "3 hours to Graz / 2 hours to Linz", DifferentCase},
    {"another-in-order", "each tells of another one in order",
     "her second album came out in 2013 / her first album came out in 2012", AnotherInOrder},
    {"different-measure", "the two figures count or measure different things",
     "30 arrests / 30 officers", DifferentMeasure},
    {"different-owner", "the two measures are of two named things",
     "Acme's profit was 5 million / Borealis's profit was 7 million", DifferentOwner},
    {"developed", "one is planned or forecast, the other done",
     "Acme will close the plant / Acme closed the plant", Developed},
    {"carried-out", "a plan's time had come when the text that tells it as done appeared",
     "Acme will open the plant in August (May) / Acme opened the plant (September)", CarriedOut},
    {"hedged", "one end is hedged or only believed",
     "the bridge may open in May / the bridge opens in June", Hedged},
    {"conditional", "one end holds only under a condition",
     "if the vote fails, the mine closes / the mine stays open", Conditional},
    {"questioned", "one end asks", "did the firm pay? / the firm did not pay", Questioned},
    {"reported", "somebody else than the narrator says one of them",
     "the firm dumped waste, the agency said / the firm did not dump waste", Reported},
    {"disputed", "one end is told in order to be denied", "the firm denies that it dumped waste",
     Disputed},
    {"denied", "one end denies what the other gives another value for",
     "it is not true that police arrested 12 / police arrested 21", Denied},
    {"vague", "both figures are only approximate", "about 40 / some 45", Vague},
    {"rounded", "the figures agree once rounding is allowed", "3.2 million / 3,184,210", Rounded},
    {"level-and-change", "one figure is a level, the other a rise or fall",
     "sales of 12 million / sales rose by 12 million", LevelAndChange},
    {"unclear", "a figure cannot be read for sure", "3.200 (three thousand, or three and a fifth)",
     Unclear},
    {"refinement", "one value only says the other more precisely", "Lyon / France", Refinement},
    {"namesakes", "the two subjects share a name but are different things",
     "Jordan the country / Jordan the player", Namesakes},
    {"opinion", "one end is an opinion, a simile, a fragment", "the plan is a disaster", Opinion},
    {"furniture", "one end stands in a heading or in page furniture", "14 comments", Furniture},
    {"same-sentence", "both stand in one sentence, which sets them side by side on purpose",
     "sales fell from 12 to 10 million", SameSentence},
};

}  // namespace

std::span<const GuardSpec> Guards() { return kGuards; }

const GuardSpec* FindGuard(std::string_view name) {
  for (const GuardSpec& guard : kGuards) {
    if (guard.name == name) return &guard;
  }
  return nullptr;
}

GuardEnds EndsOf(const World& world, const Rule& rule, const Binding& binding) {
  GuardEnds ends;
  for (size_t p = 0; p < rule.matched; ++p) {
    const uint32_t index = binding.items[p];
    if (index == kNoItem) continue;
    if (rule.patterns[p].kind == ItemKind::kEvidence) {
      ends.a = {ItemKind::kEnd, 2 * index};
      ends.b = {ItemKind::kEnd, 2 * index + 1};
      break;
    }
    (ends.a.valid() ? ends.b : ends.a) = {rule.patterns[p].kind, index};
    if (ends.b.valid()) break;
  }
  ends.claim_a = conditions::ClaimOf(world, ends.a);
  ends.claim_b = conditions::ClaimOf(world, ends.b);
  return ends;
}

}  // namespace crosscheck
