// Fields of what one text holds beside claims: quotations, sayings, passages,
// numbers, times, roles, names, sums.
#include "core/check/conditions/shared.h"
#include "core/check/fields/tables.h"
#include "core/check/world.h"

namespace crosscheck::fields {
namespace {

template <ItemKind kKind>
struct At {
  At(const World& w, uint32_t i)
      : world(w),
        document(w.DocumentOf({kKind, i})),
        index(w.IndexIn({kKind, i})),
        reading(w.graph().reading(document)) {}
  const World& world;
  uint32_t document;
  uint32_t index;
  const Reading& reading;
};

using Q = At<ItemKind::kQuotation>;
const Quotation& The(const Q& at) { return at.reading.quotations[at.index]; }
// Two quotations are the same where their words are: marks and commas inside the
// quotation marks belong to the house style.
Value QWords(const World& w, uint32_t i) {
  const Q at(w, i);
  Value v = OfRange(w, at.document, The(at).range);
  v.key.clear();
  for (const std::string& word : conditions::WordsOf(v.text))
    v.key += (v.key.empty() ? "" : " ") + word;
  v.known = !v.key.empty();
  return v;
}
Value QKind(const World& w, uint32_t i) { return OfWord(ToString(The(Q(w, i)).kind)); }
Value QClosed(const World& w, uint32_t i) { return OfFlag(The(Q(w, i)).closed); }
Value QSpeaker(const World& w, uint32_t i) {
  const Q at(w, i);
  return OfSpeaker(w, at.document, The(at).attribution);
}
Value QLength(const World& w, uint32_t i) {
  const Quotation& q = The(Q(w, i));
  return OfNumber(q.last - q.first);
}
Value QResolved(const World& w, uint32_t i) { return OfResolved(w, QSpeaker(w, i)); }

constexpr FieldSpec kQuotation[] = {
    {ItemKind::kQuotation, "quotation", ValueType::kText, false, "",
     "the quoted words without the marks", QWords},
    {ItemKind::kQuotation, "kind", ValueType::kWord, false, "direct block partial scare title",
     "how it stands in the text", QKind},
    {ItemKind::kQuotation, "speaker", ValueType::kText, false, "", "who is quoted", QSpeaker},
    {ItemKind::kQuotation, "speaker-resolved", ValueType::kFlag, false, "true false",
     "whether the speaker has a name in the text", QResolved},
    {ItemKind::kQuotation, "closed", ValueType::kFlag, false, "true false",
     "whether the closing mark is there", QClosed},
    {ItemKind::kQuotation, "length", ValueType::kNumber, false, "", "how many words it has",
     QLength},
};

using A = At<ItemKind::kSaying>;
const Attribution& The(const A& at) { return at.reading.attributions[at.index]; }
TextRange Whole(const std::vector<TextRange>& ranges) {
  return ranges.empty() ? TextRange{} : Cover(ranges.front(), ranges.back());
}
Value AContent(const World& w, uint32_t i) {
  const A at(w, i);
  return OfRange(w, at.document, Whole(The(at).content));
}
Value ASpeaker(const World& w, uint32_t i) {
  const A at(w, i);
  return OfSpeaker(w, at.document, static_cast<int32_t>(at.index));
}
Value ASource(const World& w, uint32_t i) {
  const A at(w, i);
  return OfRange(w, at.document, Whole(The(at).source));
}
Value ACue(const World& w, uint32_t i) {
  const A at(w, i);
  return OfRange(w, at.document, Whole(The(at).cue));
}
Value AKind(const World& w, uint32_t i) { return OfWord(ToString(The(A(w, i)).kind)); }
Value ACueKind(const World& w, uint32_t i) { return OfWord(ToString(The(A(w, i)).cue_kind)); }
Value AStrength(const World& w, uint32_t i) { return OfNumber(The(A(w, i)).strength); }
// The claim that somebody says it; a cue such as "according to" makes none.
const Claim* Telling(const A& at) {
  const TextRange cue = Whole(The(at).cue);
  for (const Claim& claim : at.reading.claims) {
    if (claim.predicate.Overlaps(cue)) return &claim;
  }
  return nullptr;
}
// "did not say that", "it is not true that she said".
Value ADenied(const World& w, uint32_t i) {
  const A at(w, i);
  const Claim* telling = Telling(at);
  return OfFlag(The(at).denied || (telling != nullptr && telling->polarity == Polarity::kDenied));
}
Value AModality(const World& w, uint32_t i) {
  const Claim* telling = Telling(A(w, i));
  return OfWord(ToString(telling == nullptr ? Modality::kAsserted : telling->modality));
}
Value AResolved(const World& w, uint32_t i) { return OfResolved(w, ASpeaker(w, i)); }

constexpr std::string_view kCues =
    "say confirm argue believe deny ask plan hope predict allege order report stance";

constexpr FieldSpec kSaying[] = {
    {ItemKind::kSaying, "saying", ValueType::kText, false, "", "what is said", AContent},
    {ItemKind::kSaying, "speaker", ValueType::kText, false, "", "who says it", ASpeaker},
    {ItemKind::kSaying, "source", ValueType::kText, false, "", "the words that name the speaker",
     ASource},
    {ItemKind::kSaying, "speaker-resolved", ValueType::kFlag, false, "true false",
     "whether the speaker has a name in the text", AResolved},
    {ItemKind::kSaying, "verb", ValueType::kText, false, "", "the cue: said, according to …", ACue},
    {ItemKind::kSaying, "cue", ValueType::kWord, false, kCues,
     "what the cue commits the speaker to", ACueKind},
    {ItemKind::kSaying, "strength", ValueType::kNumber, false, "",
     "1 hint, 2 say, 3 argue, 4 confirm", AStrength},
    {ItemKind::kSaying, "kind", ValueType::kWord, false, "direct indirect mixed",
     "quoted, told, or both", AKind},
    {ItemKind::kSaying, "denied", ValueType::kFlag, false, "true false",
     "whether the act itself is denied (did not say that)", ADenied},
    {ItemKind::kSaying, "modality", ValueType::kWord, false, kModalities,
     "how surely it is put that they say so", AModality},
};

using P = At<ItemKind::kPassage>;
Value PWords(const World& w, uint32_t i) {
  const P at(w, i);
  return OfRange(w, at.document, at.reading.analysis.sentences[at.index].range);
}
Value PLength(const World& w, uint32_t i) {
  const P at(w, i);
  const Sentence& s = at.reading.analysis.sentences[at.index];
  return OfNumber(s.last - s.first);
}

constexpr FieldSpec kPassage[] = {
    {ItemKind::kPassage, "passage", ValueType::kText, false, "", "the sentence", PWords},
    {ItemKind::kPassage, "length", ValueType::kNumber, false, "", "how many words it has", PLength},
};

using N = At<ItemKind::kNumber>;
const Figure& The(const N& at) { return at.reading.figures[at.index]; }
Value NFigure(const World& w, uint32_t i) {
  const N at(w, i);
  return OfFigure(w, at.document, static_cast<int32_t>(at.index));
}
Value NValue(const World& w, uint32_t i) {
  const auto v = The(N(w, i)).value;
  return v ? OfNumber(*v) : Unknown();
}
Value NUnit(const World& w, uint32_t i) { return OfText(The(N(w, i)).unit); }
Value NKind(const World& w, uint32_t i) { return OfWord(ToString(The(N(w, i)).kind)); }
Value NBound(const World& w, uint32_t i) { return OfWord(ToString(The(N(w, i)).bound)); }
Value NOf(const World& w, uint32_t i) {
  const N at(w, i);
  return OfRange(w, at.document, The(at).of_range);
}
Value NPer(const World& w, uint32_t i) { return OfText(The(N(w, i)).per); }
Value NClear(const World& w, uint32_t i) { return OfFlag(The(N(w, i)).unclear.empty()); }
Value NInterval(const World& w, uint32_t i) {
  const std::string s = IntervalText(The(N(w, i)));
  return OfKey(s, s);
}
Value NTrend(const World& w, uint32_t i) {
  const Trend trend = The(N(w, i)).trend;
  return OfWord(trend == Trend::kUp ? "up" : trend == Trend::kDown ? "down" : "none");
}

constexpr std::string_view kFigureKinds =
    "cardinal ordinal percent money measure age temperature duration ratio";
constexpr std::string_view kBounds = "exact about at-least at-most more-than less-than between";

constexpr FieldSpec kNumber[] = {
    {ItemKind::kNumber, "number", ValueType::kFigure, false, "", "the figure", NFigure},
    {ItemKind::kNumber, "amount", ValueType::kNumber, false, "",
     "its plain number, in the unit's own scale", NValue},
    {ItemKind::kNumber, "kind", ValueType::kWord, false, kFigureKinds, "what kind of figure it is",
     NKind},
    {ItemKind::kNumber, "unit", ValueType::kText, false, "",
     "ISO 4217 code, %, percentage-point, singular English name", NUnit},
    {ItemKind::kNumber, "bound", ValueType::kWord, false, kBounds, "what its wording allows",
     NBound},
    {ItemKind::kNumber, "trend", ValueType::kWord, false, "up down none",
     "a rise, a fall, or a level", NTrend},
    {ItemKind::kNumber, "of", ValueType::kText, false, "", "what is counted or measured", NOf},
    {ItemKind::kNumber, "per", ValueType::kText, false, "", "the barrel of \"$80 per barrel\"",
     NPer},
    {ItemKind::kNumber, "interval", ValueType::kText, false, "", "its bounds with rounding",
     NInterval},
    {ItemKind::kNumber, "clear", ValueType::kFlag, false, "true false",
     "false where it cannot be read for sure", NClear},
};

using T = At<ItemKind::kMoment>;
const TimeExpression& The(const T& at) { return at.reading.times[at.index]; }
Value TTime(const World& w, uint32_t i) {
  const T at(w, i);
  return OfTime(w, at.document, static_cast<int32_t>(at.index));
}
Value TType(const World& w, uint32_t i) { return OfWord(ToString(The(T(w, i)).type)); }
Value TValue(const World& w, uint32_t i) {
  const std::string& v = The(T(w, i)).value;
  return OfKey(v, v);
}
Value TDeadline(const World& w, uint32_t i) { return OfFlag(The(T(w, i)).deadline); }

constexpr FieldSpec kMoment[] = {
    {ItemKind::kMoment, "when", ValueType::kTime, false, "", "the time expression", TTime},
    {ItemKind::kMoment, "type", ValueType::kWord, false, "DATE TIME DURATION SET", "TIMEX3 type",
     TType},
    {ItemKind::kMoment, "value", ValueType::kText, false, "", "TIMEX3 value", TValue},
    {ItemKind::kMoment, "deadline", ValueType::kFlag, false, "true false",
     "the end of a period (\"by 2025\")", TDeadline},
};

struct RoleAt {
  RoleAt(const World& w, uint32_t i)
      : document(w.DocumentOf({ItemKind::kRole, i})),
        entity(w.IndexIn({ItemKind::kName, w.role(i).first})),
        holder(w.graph().reading(document).entities[entity]),
        role(holder.roles[w.role(i).second]) {}
  uint32_t document;
  uint32_t entity;
  const Entity& holder;
  const Role& role;
};
Value RTitle(const World& w, uint32_t i) {
  const std::string& t = RoleAt(w, i).role.title;
  return OfKey(t, t);
}
Value RHolder(const World& w, uint32_t i) {
  const RoleAt at(w, i);
  return OfEntity(w, at.document, static_cast<int32_t>(at.entity));
}
Value RAffiliation(const World& w, uint32_t i) {
  const std::string& a = RoleAt(w, i).role.affiliation;
  return OfKey(a, a);
}
Value RFormer(const World& w, uint32_t i) { return OfFlag(RoleAt(w, i).role.former); }

// A headline's "Gov. Signs Bill" has no person: a first name that is known for
// one, or a name of two words.
Value RPerson(const World& w, uint32_t i) {
  const Entity& e = RoleAt(w, i).holder;
  const bool full = e.gender != Gender::kUnknown || e.key.find(' ') != std::string::npos;
  return OfFlag(e.named && !e.plural && e.type == EntityType::kPerson && full);
}

constexpr FieldSpec kRole[] = {
    {ItemKind::kRole, "role", ValueType::kText, false, "",
     "the title, normalised: chief executive for CEO", RTitle},
    {ItemKind::kRole, "entity", ValueType::kText, false, "", "who holds it", RHolder},
    {ItemKind::kRole, "person", ValueType::kFlag, false, "true false",
     "whether the text names the person who holds it", RPerson},
    {ItemKind::kRole, "affiliation", ValueType::kText, false, "",
     "of what: the key of the organisation or place", RAffiliation},
    {ItemKind::kRole, "former", ValueType::kFlag, false, "true false",
     "whether the text says that it is past", RFormer},
};

using E = At<ItemKind::kName>;
const Entity& The(const E& at) { return at.reading.entities[at.index]; }
Value EName(const World& w, uint32_t i) {
  const E at(w, i);
  return OfEntity(w, at.document, static_cast<int32_t>(at.index));
}
Value EType(const World& w, uint32_t i) { return OfWord(ToString(The(E(w, i)).type)); }
Value ENamed(const World& w, uint32_t i) { return OfFlag(The(E(w, i)).named); }
Value EPlural(const World& w, uint32_t i) { return OfFlag(The(E(w, i)).plural); }
Value EMentions(const World& w, uint32_t i) {
  return OfNumber(static_cast<double>(The(E(w, i)).mentions.size()));
}
Value EGender(const World& w, uint32_t i) {
  const Gender gender = The(E(w, i)).gender;
  return gender == Gender::kFemale ? OfWord("female")
         : gender == Gender::kMale ? OfWord("male")
                                   : Unknown();
}
Value ETitle(const World& w, uint32_t i) {
  const Entity& e = The(E(w, i));
  return e.roles.empty() ? Unknown() : OfKey(e.roles.front().title, e.roles.front().title);
}

constexpr FieldSpec kName[] = {
    {ItemKind::kName, "name", ValueType::kText, false, "",
     "somebody or something that a text speaks of, by key", EName},
    {ItemKind::kName, "type", ValueType::kWord, false,
     "person organization place product law event group other", "what it is", EType},
    {ItemKind::kName, "named", ValueType::kFlag, false, "true false",
     "false where there is only a description", ENamed},
    {ItemKind::kName, "plural", ValueType::kFlag, false, "true false", "more than one", EPlural},
    {ItemKind::kName, "gender", ValueType::kWord, false, "female male",
     "as the text's pronouns and titles say", EGender},
    {ItemKind::kName, "title", ValueType::kText, false, "", "the first role that the text gives it",
     ETitle},
    {ItemKind::kName, "mentions", ValueType::kNumber, false, "", "how often it is mentioned",
     EMentions},
};

Value SKind(const World& w, uint32_t i) { return OfWord(ToString(w.sum(i).check.kind)); }
Value SHolds(const World& w, uint32_t i) { return OfFlag(w.sum(i).check.holds); }
Value SWorking(const World& w, uint32_t i) {
  const std::string& s = w.sum(i).check.working;
  return OfKey(s, s);
}

constexpr FieldSpec kSum[] = {
    {ItemKind::kSum, "sum", ValueType::kWord, false, "",
     "the kind of sum that a text does: percent-change, difference, shares, total …", SKind},
    {ItemKind::kSum, "holds", ValueType::kFlag, false, "true false",
     "whether it works out, rounding allowed", SHolds},
    {ItemKind::kSum, "working", ValueType::kText, false, "", "the sum, worked out in words",
     SWorking},
};

}  // namespace

std::span<const FieldSpec> QuotationFields() { return kQuotation; }
std::span<const FieldSpec> SayingFields() { return kSaying; }
std::span<const FieldSpec> PassageFields() { return kPassage; }
std::span<const FieldSpec> NumberFields() { return kNumber; }
std::span<const FieldSpec> MomentFields() { return kMoment; }
std::span<const FieldSpec> RoleFields() { return kRole; }
std::span<const FieldSpec> NameFields() { return kName; }
std::span<const FieldSpec> SumFields() { return kSum; }

}  // namespace crosscheck::fields
