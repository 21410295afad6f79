// Rivals: what a passage has in the slot of a word that it does not carry.
//
// Draft "Berg moved to Leeds in May", passage "Berg moved to York in May": "Leeds"
// is carried by nothing; its governor "moved" is, and "moved" has "York" in the
// same slot, which no other word of the draft takes. Three ways lead to a rival:
// the governor is aligned; the dependents are ("Acme _bought_ pumps" / "Acme
// _sold_ pumps"); the neighbours in the line are, where the parses differ. How
// much of the sentence around the word the passage carries is the strength.
// A rival is only a place to look: Classify says what kind of pair it is.
#include <algorithm>
#include <array>
#include <ranges>

#include "core/base/nearest.h"
#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/owner.h"
#include "core/quantity/figure_algebra.h"
#include "core/quantity/time_arithmetic.h"

namespace crosscheck {
namespace {

constexpr int kSameScene = 6;         // shared words that make two scenes one
constexpr int kSameSceneNames = 3;
constexpr int kSameSceneFigures = 4;
constexpr double kSureFigure = 0.8;   // strength from which fewer words in common will do
constexpr int kSameSceneOpposites = 10;
constexpr double kAtHome = 0.4;       // of the words around one that stands where it belongs
constexpr size_t kStorySentences = 3;
constexpr int kMaxLost = 2;           // words without a partner on the way to a neighbour
constexpr int32_t kMaxBetween = 7;    // tokens between the partners of two neighbours

// Slots that may hold the same thing in another construction.
bool SameSlot(const Slot& a, const Slot& b) {
  using Kind = Slot::Kind;
  if (a.kind == b.kind) {
    return a.kind != Kind::kOblique || a.preposition == b.preposition;
  }
  const auto either = [&](Kind x, Kind y) { return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x); };
  return either(Kind::kModifier, Kind::kOblique) || either(Kind::kApposition, Kind::kModifier);
}

bool SameSort(Upos a, Upos b) {
  if (a == b) return true;
  const auto nominal = [](Upos u) { return u == Upos::kNoun || u == Upos::kPropn; };
  const auto modifier = [](Upos u) { return u == Upos::kAdj || u == Upos::kNoun || u == Upos::kPropn; };
  return (nominal(a) && nominal(b)) || (modifier(a) && modifier(b) && (a == Upos::kAdj || b == Upos::kAdj));
}

// The stretch of a name or figure that a token belongs to, else the token.
TextRange RangeOf(const Terms& terms, int32_t token) {
  const Term& term = terms[token];
  if (term.figure >= 0) return terms.reading->figures[static_cast<size_t>(term.figure)].range;
  if (term.time >= 0) return terms.reading->times[static_cast<size_t>(term.time)].range;
  if (term.name && term.entity >= 0) {
    for (const Mention& mention : terms.reading->entities[static_cast<size_t>(term.entity)].mentions) {
      if (mention.range.Contains(TokenAt(terms, token).range)) return mention.range;
    }
  }
  return TokenAt(terms, token).range;
}

// Many people say something, and many are a senator: a person's name rivals
// another only where something in particular is told of the one who bears it.
bool NamesOneThing(const Terms& draft, int32_t token) {
  const Term& term = draft[token];
  if (term.entity < 0 || draft.reading->entities[static_cast<size_t>(term.entity)].type != EntityType::kPerson) return true;
  if (term.slot.kind == Slot::Kind::kModifier || term.slot.kind == Slot::Kind::kApposition) return false;
  return term.slot.governor == kNoToken || draft[term.slot.governor].weight >= 1.0;
}

// A year, at least, stands in the words: "2007", "23 March 2017", not "this week".
bool Written(const Terms& terms, const TimeExpression& time) {
  const std::string_view words = time.range.In(terms.reading->document->text());
  return time.value.size() >= 4 && time.value.find('X') == std::string::npos && words.find(time.value.substr(0, 4)) != std::string_view::npos;
}

// One of several: "Berg, Lee and Roy" names no rival of one who is not among them.
bool Listed(const Terms& source, int32_t token) {
  const Slot& slot = source[token].slot;
  if (TokenAt(source, token).deprel == Deprel::kConj) return true;
  if (slot.governor == kNoToken) return false;
  return std::ranges::any_of(source.dependents[static_cast<size_t>(slot.governor)], [&](int32_t other) {
    return other != token && TokenAt(source, other).deprel == Deprel::kConj && SameSlot(slot, source[other].slot);
  });
}

// Says where, with whom, by whom: "in Leeds", "of the Leeds police".
bool Adjunct(const Terms& terms, int32_t token) {
  const Slot& slot = terms[token].slot;
  const bool inside = slot.kind == Slot::Kind::kModifier && slot.governor != kNoToken && TokenAt(terms, token).deprel == Deprel::kCompound;
  return slot.kind == Slot::Kind::kOblique || (inside && terms[slot.governor].slot.kind == Slot::Kind::kOblique);
}

// "the Frenchman", "a Londoner": a person's own name bears no article.
bool Pointed(const Terms& terms, int32_t token) {
  if (token == 0) return false;
  const Token& before = TokenAt(terms, token - 1);
  return before.upos == Upos::kDet && before.head == token;
}

// One word that may be a club's or a person's name, or names nobody in particular.
bool Doubtful(const Terms& draft, int32_t token) {
  const Term& term = draft[token];
  if (term.entity < 0) return false;
  const Entity& entity = draft.reading->entities[static_cast<size_t>(term.entity)];
  const bool alone = entity.type == EntityType::kPerson && entity.gender == Gender::kUnknown && entity.key.find(' ') == std::string::npos;
  return alone || (entity.type == EntityType::kPerson && Pointed(draft, token));
}

// "House Republicans" and "House of Representatives", "U.S. Constitution" and "United
// States Constitution": names that share words may be one, or part and whole, but
// for names of one length with one word exchanged ("Foreign Affairs Committee").
bool LongerForm(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> x = NameWords(a), y = NameWords(b);
  const auto shared = std::ranges::count_if(x, [&](std::string_view word) { return std::ranges::find(y, word) != y.end(); });
  return shared > 0 && (x.size() != y.size() || static_cast<size_t>(shared) + 1 != x.size());
}

// Two spellings of a name: "Nikolai" and "Nicolai", "U.S." and "US".
bool Variants(const Terms& draft, int32_t a, const Terms& source, int32_t b) {
  const std::string first = FoldMarks(draft.reading->analysis.Form(TokenAt(draft, a)));
  const std::string second = FoldMarks(source.reading->analysis.Form(TokenAt(source, b)));
  if (FoldName(first) == FoldName(second)) return true;
  return std::min(first.size(), second.size()) > 3 && EditDistance(first, second) <= 2;
}

// A day, or an hour of one: "Tuesday morning" and "Monday" can be set against each
// other. After ISO 8601: 2024-10-08, 2024-10-08TMO.
bool GivesDay(const TimeExpression& time) {
  constexpr size_t kDay = 10;
  if (time.value.size() < kDay || (time.type != TimeType::kDate && time.type != TimeType::kTime)) return false;
  for (size_t i = 0; i < kDay; ++i) {
    if (i == 4 || i == 7 ? time.value[i] != '-' : time.value[i] < '0' || time.value[i] > '9') return false;
  }
  return true;
}

// "this afternoon" in a quotation: the day on which it was said, not that of the text.
bool DayOfSaying(const Terms& terms, const TimeExpression& time) {
  const Reading& reading = *terms.reading;
  if (std::ranges::none_of(reading.quotations, [&](const Quotation& q) { return q.range.Contains(time.range); })) return false;
  for (uint32_t t = time.first; t < time.last; ++t) {
    const Token& token = reading.analysis.tokens[t];
    if (token.upos == Upos::kPropn || token.upos == Upos::kNum) return false;
  }
  return true;
}

// "35 years ago" and "30 years ago" in texts without a date: one wording with
// another number.
bool OtherCount(const Terms& draft, const TimeExpression& a, const Terms& source, const TimeExpression& b) {
  if (a.last - a.first != b.last - b.first) return false;
  bool other = false;
  for (uint32_t i = 0; i < a.last - a.first; ++i) {
    const auto d = static_cast<int32_t>(a.first + i), s = static_cast<int32_t>(b.first + i);
    if (draft[d].word == source[s].word) continue;
    if (TokenAt(draft, d).upos != Upos::kNum || TokenAt(source, s).upos != Upos::kNum) return false;
    other = true;
  }
  return other;
}

// "from 2004 to 2012", "from 2004 to 2008": both ends, of which one must be wrong.
bool OtherEnd(const TimeExpression& a, const TimeExpression& b) {
  const int end = EndOfPeriod(a);
  if (end == 0 || end != EndOfPeriod(b) || a.granularity != b.granularity) return false;
  return *a.own.end <= *b.own.start || *b.own.end <= *a.own.start;
}

// "two other boys", "another two": not all that there are.
bool CountsOthers(const Terms& terms, const Figure& figure) {
  const Analysis& analysis = terms.reading->analysis;
  const bool after = figure.last < analysis.tokens.size() && analysis.Lemma(analysis.tokens[figure.last]) == "other";
  if (after || figure.first == 0) return after;
  const std::string_view before = analysis.Lower(analysis.tokens[figure.first - 1]);
  return before == "other" || before == "another";
}

}  // namespace

bool EvidenceFinder::IsTaken(const SentenceAlignment& alignment, uint32_t passage, int32_t source, int32_t except) const {
  const Sentence& s = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    if (t == except) continue;
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage == passage && link.source == source) return true;
    }
  }
  return false;
}

// "in 1993", "on 4 June 1992": whatever the preposition, both say when. Only of a draft:
// two outlets say "on Sunday" and "this afternoon" of different things.
bool EvidenceFinder::BothWhen(const Terms& draft, int32_t token, const Terms& source, int32_t other) const {
  const auto when = [&](const Terms& terms, int32_t t) {
    const Slot& slot = terms[t].slot;
    const RelationLexicon* relations = lexical_.knowledge().relations;
    const bool plain = slot.preposition == 0 || (relations != nullptr && relations->Is(WordClass::kTimePreposition, lexical_.Lemma(slot.preposition)));
    return terms[t].time >= 0 && slot.kind == Slot::Kind::kOblique && plain;
  };
  return when(draft, token) && when(source, other);
}

void EvidenceFinder::RivalsByHead(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Slot& slot = (*alignment.draft)[token].slot;
  if (slot.governor == kNoToken || slot.kind == Slot::Kind::kNone || slot.kind == Slot::Kind::kClause) return;
  const Sentence& s = alignment.draft_sentence();
  if (slot.governor < static_cast<int32_t>(s.first) || slot.governor >= static_cast<int32_t>(s.last)) return;
  const bool retold = graph_.side(alignment.draft_document) == Side::kDraft;
  for (const Link& link : alignment.LinksOf(slot.governor)) {
    const Terms& source = *alignment.sources[link.passage];
    for (const int32_t child : source.dependents[static_cast<size_t>(link.source)]) {
      if (!source[child].content || !(SameSlot(slot, source[child].slot) || (retold && BothWhen(*alignment.draft, token, source, child)))) continue;
      rivals->push_back({child, link.passage, 0.0});
    }
  }
}

void EvidenceFinder::RivalsByDependents(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Terms& draft = *alignment.draft;
  const Sentence& s = alignment.draft_sentence();
  for (const int32_t child : draft.dependents[static_cast<size_t>(token)]) {
    const Slot::Kind kind = draft[child].slot.kind;
    if (kind != Slot::Kind::kSubject && kind != Slot::Kind::kObject && kind != Slot::Kind::kOblique && kind != Slot::Kind::kModifier) continue;
    if (child < static_cast<int32_t>(s.first) || child >= static_cast<int32_t>(s.last)) continue;
    for (const Link& link : alignment.LinksOf(child)) {
      const Terms& source = *alignment.sources[link.passage];
      const int32_t governor = source[link.source].slot.governor;
      if (governor == kNoToken || !source[governor].content || !SameSlot(draft[child].slot, source[link.source].slot)) continue;
      rivals->push_back({governor, link.passage, 0.0});
    }
  }
}

// The nearest words on both sides that a passage carries; what stands between
// their partners there, and is taken by nothing, stands for the word.
void EvidenceFinder::RivalsByNeighbours(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Terms& draft = *alignment.draft;
  const Sentence& s = alignment.draft_sentence();
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
    const auto partner = [&](int32_t step) {  // the partner of the nearest carried word, or the passage's edge
      int lost = 0;
      for (int32_t at = token + step; at >= static_cast<int32_t>(s.first) && at < static_cast<int32_t>(s.last); at += step) {
        if (!draft[at].content) continue;
        for (const Link& link : alignment.LinksOf(at)) {
          if (link.passage == p) return link.source;
        }
        if (++lost > kMaxLost) return kNoToken;
      }
      return step < 0 ? static_cast<int32_t>(passage.first) - 1 : static_cast<int32_t>(passage.last);
    };
    const int32_t left = partner(-1), right = partner(1);
    if (left == kNoToken || right == kNoToken || right - left < 2 || right - left > kMaxBetween) continue;
    for (int32_t at = left + 1; at < right; ++at) {
      if (source[at].content) rivals->push_back({at, p, 0.0});
    }
  }
}

// The one name of the same kind in a passage that carries all else: "arrested in
// Leeds" against "arrested by the police of York".
void EvidenceFinder::RivalsByKind(const SentenceAlignment& alignment, int32_t token, std::vector<Rival>* rivals) const {
  const Terms& draft = *alignment.draft;
  const Term& term = draft[token];
  if (!term.name || term.entity < 0) return;
  const EntityType type = draft.reading->entities[static_cast<size_t>(term.entity)].type;
  if (type == EntityType::kOther || !Adjunct(draft, token)) return;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
    int32_t found = kNoToken;
    bool one = true;
    for (auto t = static_cast<int32_t>(passage.first); t < static_cast<int32_t>(passage.last); ++t) {
      const Term& other = source[t];
      if (!other.name || other.entity < 0 || source.reading->entities[static_cast<size_t>(other.entity)].type != type) continue;
      if (IsTaken(alignment, p, t, token) || !Adjunct(source, t)) continue;
      if (found != kNoToken && source[found].entity != other.entity) one = false;
      found = t;
    }
    if (found != kNoToken && one) rivals->push_back({found, p, 0.0, true});
  }
}

std::vector<EvidenceFinder::Rival> EvidenceFinder::RivalsOf(const SentenceAlignment& alignment, int32_t token) const {
  std::vector<Rival> rivals;
  RivalsByHead(alignment, token, &rivals);
  RivalsOfShare(alignment, token, &rivals);
  RivalsByDependents(alignment, token, &rivals);
  RivalsByNeighbours(alignment, token, &rivals);
  RivalsByKind(alignment, token, &rivals);
  const Upos upos = TokenAt(*alignment.draft, token).upos;
  std::erase_if(rivals, [&](const Rival& rival) {
    const Terms& source = *alignment.sources[rival.passage];
    const WordMatch match = lexical_.Compare((*alignment.draft)[token].word, source[rival.source].word);
    const bool excludes = match == WordMatch::kOpposite || match == WordMatch::kExclusive;
    const bool times = (*alignment.draft)[token].time >= 0 && source[rival.source].time >= 0;  // "the 1990s", "1974"
    if (!excludes && !times && !SameSort(upos, TokenAt(source, rival.source).upos)) return true;
    return IsTaken(alignment, rival.passage, rival.source, token) || OtherNamesBeside(alignment, token, rival);
  });
  // The word with what hangs on it: "North Korea", "a French horn".
  std::vector<int32_t> without = {token};
  for (const int32_t child : (*alignment.draft).dependents[static_cast<size_t>(token)]) {
    if ((*alignment.draft)[child].slot.kind == Slot::Kind::kModifier && !alignment.Carried(child)) without.push_back(child);
  }
  const TextRange clause = ClauseAround(alignment, token);
  const TextRange whole = RangeOf(*alignment.draft, token);
  std::vector<int32_t> name = without;
  const Sentence& s = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    if (t != token && whole.Contains(TokenAt(*alignment.draft, t).range)) name.push_back(t);
  }
  for (Rival& rival : rivals) {
    if (rival.loose) {
      rival.strength = alignment.CoverageWithout(rival.passage, name);
      continue;
    }
    rival.strength = std::max({alignment.CoverageWithout(rival.passage, name), alignment.CoverageWithin(rival.passage, clause, name),
                               alignment.CoverageAround(rival.passage, token)});
  }
  std::ranges::sort(rivals, [](const Rival& a, const Rival& b) {
    return std::tuple(-a.strength, a.passage, a.source) < std::tuple(-b.strength, b.passage, b.source);
  });
  rivals.erase(std::unique(rivals.begin(), rivals.end(), [](const Rival& a, const Rival& b) {
    return a.passage == b.passage && a.source == b.source;
  }), rivals.end());
  return rivals;
}

// The best rival; of figures and dates between texts of equal standing, the best of
// each other text, since each tells the matter for itself.
void EvidenceFinder::FindRivals(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const {
  std::vector<uint32_t> told;  // documents
  for (const Rival& rival : RivalsOf(alignment, token)) {
    const uint32_t document = alignment.passages[rival.passage].document;
    if (std::ranges::find(told, document) != told.end()) continue;
    Evidence evidence = Classify(alignment, token, rival);
    const bool quantity = evidence.kind == evidence::kFigureRival || evidence.kind == evidence::kDateRival;
    if (evidence.kind.empty() || (!quantity && !told.empty())) continue;
    out->push_back(std::move(evidence));
    if (!quantity || !graph_.OfEqualStanding(alignment.draft_document)) return;
    told.push_back(document);
  }
}

// Whether a passage that carries the word carries its surroundings, too.
bool EvidenceFinder::AtHome(const SentenceAlignment& alignment, int32_t token) const {
  const Terms& draft = *alignment.draft;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    if (!alignment.CarriedIn(token, p)) continue;
    const int32_t governor = draft[token].slot.governor;
    const bool with_governor = governor != kNoToken && draft[governor].content && alignment.Carried(governor) && alignment.CarriedIn(governor, p);
    if (with_governor || alignment.CoverageAround(p, token) >= kAtHome) return true;
  }
  return false;
}

// A name, figure or time that stands elsewhere in the sources, while the passage
// that carries the words around it has another in its place: "Acme's Berg, 92"
// for "Acme's Berg, 19", where somebody else is 92.
void EvidenceFinder::FindMoved(const SentenceAlignment& alignment, int32_t token, std::vector<Evidence>* out) const {
  const Term& term = (*alignment.draft)[token];
  if (!term.name && term.figure < 0 && term.time < 0) return;
  if (AtHome(alignment, token)) return;
  for (const Rival& rival : RivalsOf(alignment, token)) {
    if (alignment.CarriedIn(token, rival.passage)) continue;
    Evidence evidence = Classify(alignment, token, rival);
    const bool decides = evidence.kind == evidence::kFigureRival || evidence.kind == evidence::kDateRival || evidence.kind == evidence::kNameRival;
    if (!decides) continue;
    evidence.moved = true;
    out->push_back(std::move(evidence));
    return;
  }
}

// The innermost claim around a word, if it has enough words beside it to tell
// that a passage speaks of the same thing.
TextRange EvidenceFinder::ClauseAround(const SentenceAlignment& alignment, int32_t token) const {
  const ClaimId id = ClaimHolding(alignment.draft_document, alignment.sentence, TokenAt(*alignment.draft, token).range.start);
  if (!id.valid()) return {};
  const Claim& claim = graph_.claim(id);
  return Cover(claim.range, claim.subject.range);
}

// Two scenes may have two of everything: words exclude each other only where the
// passages share enough to be one scene. Opposites are told of many things at
// once ("the small boy on the big horse"), so they need more.
bool EvidenceFinder::SameScene(const SentenceAlignment& alignment, const Rival& rival, WordMatch match) const {
  return alignment.CarriedCount(rival.passage) >= (match == WordMatch::kOpposite ? kSameSceneOpposites : kSameScene);
}

// Whether draft and passage retell one thing: they share a name, a figure, a time
// or many words, or the passage is picked out of a longer text. A lone sentence on
// "a man" may be of any man.
bool EvidenceFinder::OneStory(const SentenceAlignment& alignment, uint32_t passage) const {
  if (alignment.sources[passage]->reading->analysis.sentences.size() >= kStorySentences) return true;
  if (alignment.CarriedCount(passage) >= kSameSceneOpposites) return true;
  const Sentence& s = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    const Term& term = (*alignment.draft)[t];
    const bool particular = TokenAt(*alignment.draft, t).upos == Upos::kPropn || term.time >= 0;
    if (particular && term.content && alignment.CarriedIn(t, passage)) return true;
  }
  return false;
}

// Whether the clause of a word speaks of something definite: its subject, else
// the word's governor.
bool EvidenceFinder::DefiniteSubject(const SentenceAlignment& alignment, int32_t token) const {
  const Terms& draft = *alignment.draft;
  int32_t at = token;
  for (int steps = 0; steps < 8 && at != kNoToken; ++steps) {
    for (const int32_t child : draft.dependents[static_cast<size_t>(at)]) {
      if (draft[child].slot.kind == Slot::Kind::kSubject || draft[child].slot.kind == Slot::Kind::kObject) {
        if (draft[child].definite) return true;
      }
    }
    at = draft[at].slot.governor;
  }
  return false;
}

// "Acme's profit was 5 million" against "Borealis's profit was 7 million".
bool EvidenceFinder::OfOther(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& source = *alignment.sources[rival.passage];
  const Passage& passage = alignment.passages[rival.passage];
  const ClaimId ours = ClaimHolding(alignment.draft_document, alignment.sentence, TokenAt(*alignment.draft, token).range.start);
  const ClaimId theirs = ClaimHolding(passage.document, passage.sentence, TokenAt(source, rival.source).range.start);
  if (!ours.valid() || !theirs.valid()) return false;
  return OtherOwner(*alignment.draft->reading, graph_.claim(ours), *source.reading, graph_.claim(theirs));
}

// "Before 2000" and "in 1998", "after 4 a.m." and "at 4:40 a.m.": a side of a time, and a
// time. They meet unless the days of the two lie apart; two sides of one kind are held
// against each other as times are.
bool EvidenceFinder::SidesMeet(const Terms& draft, const TimeExpression& ours, const Terms& source, const TimeExpression& theirs) {
  const auto side = [](const Terms& terms, const TimeExpression& time) {
    for (uint32_t t = time.first, steps = 0; t > 0 && steps < 2; --t, ++steps) {
      const std::string_view before = terms.reading->analysis.Lower(terms.reading->analysis.tokens[t - 1]);
      if (before == "before") return -1;
      if (before == "after") return 1;
    }
    return 0;
  };
  const int a = side(draft, ours), b = side(source, theirs);
  if (a == b) return false;
  return Overlap(ours, theirs).value_or(true);  // an hour may be of any day
}

// How much of what stands around a rival the draft has, too: around its word in the
// tree, or in its clause, which may stand within a longer sentence.
double EvidenceFinder::MutualOf(const SentenceAlignment& alignment, const Rival& rival) const {
  const Passage& passage = alignment.passages[rival.passage];
  const Terms& source = *alignment.sources[rival.passage];
  const double around = alignment.ReverseAround(rival.passage, rival.source);
  const ClaimId id = ClaimHolding(passage.document, passage.sentence, TokenAt(source, rival.source).range.start);
  if (!id.valid()) return around;
  const Claim& claim = graph_.claim(id);
  return std::max(around, alignment.ReverseWithin(rival.passage, Cover(claim.range, claim.subject.range), RangeOf(source, rival.source), true));
}

// Figures that cannot both hold, else times; "" where they can.
std::string_view EvidenceFinder::RivalQuantity(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const Term& a = draft[token];
  const Term& b = source[rival.source];
  if (a.figure >= 0 && b.figure >= 0) {
    const Figure& first = draft.reading->figures[static_cast<size_t>(a.figure)];
    const Figure& second = source.reading->figures[static_cast<size_t>(b.figure)];
    const bool ordinals = first.kind == FigureKind::kOrdinal && second.kind == FigureKind::kOrdinal;
    if (!ordinals && OtherWhole(alignment, first, rival.passage, second)) return "";
    const bool apart = ordinals ? first.value != second.value : Comparable(first, second) && (Disjoint(first, second).value_or(false) || SaysMore(first, second));
    const bool ages = first.kind == FigureKind::kAge || second.kind == FigureKind::kAge;  // of whom?
    const bool sure = rival.strength >= kSureFigure || (!ages && alignment.CarriedCount(rival.passage) >= kSameSceneFigures);
    if (CountsOthers(draft, first) != CountsOthers(source, second)) return "";
    if (apart && graph_.OfEqualStanding(alignment.draft_document) && OtherAgent(alignment, token, rival)) return "";
    if (apart && (OtherThing(alignment, token, rival) || CountsPart(alignment, first, rival.passage, second))) return "";
    if (apart) return sure && !OfOther(alignment, token, rival) && !Derived(alignment, first) && !PartOf(alignment, first, second) ? evidence::kFigureRival : "";
    const bool length = first.kind == FigureKind::kDuration && (first.bound == Bound::kBetween || second.bound == Bound::kBetween);
    if ((length || first.unit != second.unit) && Agree(first, second).value_or(false)) return "";  // "1 hour 20 minutes", "80 minutes"
  }
  if (a.time >= 0 && b.time >= 0) {
    const TimeExpression& first = draft.reading->times[static_cast<size_t>(a.time)];
    const TimeExpression& second = source.reading->times[static_cast<size_t>(b.time)];
    if (first.value != second.value && (!IsParticular(first) || !IsParticular(second))) return "";
    const auto rate = [](const Terms& terms, const TimeExpression& time) {  // "$15 an hour"
      return time.first > 0 && (time.type == TimeType::kSet || time.type == TimeType::kDuration) && terms.terms[time.first - 1].figure >= 0;
    };
    if (rate(draft, first) && rate(source, second)) return "";
    if ((GivesDay(first) || GivesDay(second)) && DayOfSaying(draft, first) != DayOfSaying(source, second)) return "";
    if (const auto x = TimesAYear(first), y = TimesAYear(second); x && y) {
      const auto counted = [](const Terms& terms, const TimeExpression& time) {  // "50,000 cars a year"
        const std::string_view word = terms.reading->analysis.Lower(TokenAt(terms, static_cast<int32_t>(time.first)));
        return word == "a" || word == "an" || word == "per";
      };
      return SameTime(first, second) || counted(draft, first) || counted(source, second) || OtherThing(alignment, token, rival) ? "" : evidence::kDateRival;
    }
    // "at most a year", "a month": what a bound leaves room for is no rival.
    const bool lengths = first.type == TimeType::kDuration && second.type == TimeType::kDuration;
    const Analysis& here = draft.reading->analysis;
    const Analysis& there = source.reading->analysis;
    if (lengths && !(ToldExactly(here, first) && ToldExactly(there, second)) && !LengthsApart(here, first, there, second)) return "";
    if (OtherEnd(first, second) && !OtherThing(alignment, token, rival)) return evidence::kDateRival;
    if (SidesMeet(draft, first, source, second)) return "";
    const bool apart = first.value != second.value ? !Overlap(first, second).value_or(false) : OtherCount(draft, first, source, second);
    const bool one_scale = (first.type == second.type && first.granularity == second.granularity) || (GivesDay(first) && GivesDay(second)) ||
                           (Written(draft, first) && Written(source, second)) ||
                           (first.granularity >= Granularity::kYear && second.granularity >= Granularity::kYear);  // "the 1990s", 1984
    if (one_scale && apart && !FigureMoved(alignment, rival.passage) && !(OfOther(alignment, token, rival) && alignment.CarriedCount(rival.passage) < kSameScene) && !OtherThing(alignment, token, rival) && !OtherDeed(alignment, token, rival)) return evidence::kDateRival;
  }
  return "";
}

// Whether a name of the sentence stands in the passage, too.
bool EvidenceFinder::NamesMeet(const SentenceAlignment& alignment, uint32_t passage) const {
  const Sentence& s = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    if (TokenAt(*alignment.draft, t).upos == Upos::kPropn && alignment.CarriedIn(t, passage)) return true;
  }
  return false;
}

bool EvidenceFinder::RivalName(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const Term& a = draft[token];
  const Term& b = source[rival.source];
  if (!NamesOneThing(draft, token) || alignment.CarriedCount(rival.passage) < (NamesMeet(alignment, rival.passage) ? kSameSceneNames - 1 : kSameSceneNames)) return false;
  if (a.entity >= 0 && b.entity >= 0) {
    const Entity& ours = draft.reading->entities[static_cast<size_t>(a.entity)];
    const Entity& theirs = source.reading->entities[static_cast<size_t>(b.entity)];
    if (ours.type != EntityType::kPerson && LongerForm(ours.key, theirs.key)) return false;
    // "the U.S. ambassador" is one of that country, "the ambassador to Chad" one in it.
    if (ours.type == EntityType::kPlace && a.slot.kind != b.slot.kind && (a.slot.kind == Slot::Kind::kModifier || b.slot.kind == Slot::Kind::kModifier)) return false;
  }
  if (Doubtful(draft, token) || Listed(source, rival.source) || Variants(draft, token, source, rival.source)) return false;
  NameRelation relation = NameRelation::kUnknown;
  if (a.entity >= 0 && b.entity >= 0 && lexical_.knowledge().entities != nullptr) {
    relation = CompareNames(draft.reading->entities[static_cast<size_t>(a.entity)],
                            source.reading->entities[static_cast<size_t>(b.entity)], *lexical_.knowledge().entities);
  }
  const WordMatch match = lexical_.Compare(a.word, b.word);
  const bool excludes = match == WordMatch::kOpposite || match == WordMatch::kExclusive;
  return relation == NameRelation::kDifferent || (relation == NameRelation::kUnknown && excludes);
}

Evidence EvidenceFinder::Classify(const SentenceAlignment& alignment, int32_t token, const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  const Term& a = draft[token];
  const Term& b = source[rival.source];
  const TextRange ours = RangeOf(draft, token), theirs = RangeOf(source, rival.source);
  const WordMatch match = lexical_.Compare(a.word, b.word);
  std::string_view kind;
  if ((a.figure >= 0 && b.figure >= 0) || (a.time >= 0 && b.time >= 0)) {
    kind = RivalQuantity(alignment, token, rival);
  } else if (a.name && b.name) {
    if (RivalName(alignment, token, rival)) kind = evidence::kNameRival;
  } else if (match == WordMatch::kOpposite || match == WordMatch::kExclusive) {
    kind = match == WordMatch::kOpposite ? evidence::kAntonym : evidence::kWordRival;
    if (TakesSeveral(alignment, token, rival) || !SameScene(alignment, rival, match))
      kind = evidence::kWordElsewhere;
  } else if (!a.name && !b.name && match == WordMatch::kNone) {
    kind = evidence::kWordElsewhere;
  }
  Evidence out;
  if (kind.empty()) return out;
  out = Make(alignment, kind, ours, rival.strength, Quoted(*draft.reading, ours) + " here, " + Quoted(*source.reading, theirs) + " there");
  SetSource(alignment, rival.passage, theirs, &out);
  out.shared_words = alignment.CarriedCount(rival.passage);
  const bool quantity = kind == evidence::kFigureRival || kind == evidence::kDateRival;
  out.mutual = quantity ? MutualOf(alignment, rival) : alignment.ReverseAround(rival.passage, rival.source);
  out.definite = DefiniteSubject(alignment, token);
  return out;
}

}  // namespace crosscheck
