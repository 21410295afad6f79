// Claims out of clauses.
//
// A clause "Acme may have sold 40 pumps to Borealis in 2023, the firm said" becomes
// sell(Acme, 40 pumps | to Borealis), figure 40, time 2023, modality hedged, speaker
// the firm. Phrases are the contiguous yields of their heads without what hangs on
// them loosely (relative clauses, appositions, dashes), so that a claim's bytes say
// what the claim says. Cost: linear in tokens, but for the yields, which are bounded
// by the depth of the tree.
#include "core/claim/extract.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/base/unicode.h"
#include "core/claim/clause.h"
#include "core/claim/factuality.h"
#include "core/quantity/time_clause.h"

namespace crosscheck {
namespace {

class ClaimReader {
 public:
  ClaimReader(const Reading& reading, const RelationLexicon& relations)
      : r_(reading), a_(reading.analysis), relations_(relations), children_(reading.analysis),
        negation_(reading.analysis, &relations, children_),
        facts_(reading, relations, children_) {
    IndexMentions();
    IndexRanges();
  }

  std::vector<Claim> Read() {
    std::vector<Claim> claims;
    const std::vector<TreeClause> clauses = FindClauses(a_, children_);
    for (size_t i = 0; i < clauses.size(); ++i) {
      Claim claim = ReadClause(clauses[i]);
      if (claim.range.empty()) continue;
      claim.clause = static_cast<int32_t>(i);
      claim.collective = IsCollective(clauses[i], claim);
      claims.push_back(std::move(claim));
    }
    std::ranges::stable_sort(claims, {}, [](const Claim& c) { return std::pair(c.range.start, c.range.end); });
    return claims;
  }

 private:
  const Token& T(int32_t i) const { return a_.tokens[static_cast<size_t>(i)]; }

  // Which entity is mentioned by the phrase with this head.
  void IndexMentions() {
    entity_of_.assign(a_.tokens.size(), -1);
    for (size_t e = 0; e < r_.entities.size(); ++e) {
      for (const Mention& mention : r_.entities[e].mentions) {
        const int32_t head = mention.head != kNoToken ? mention.head : static_cast<int32_t>(mention.first);
        if (head >= 0 && static_cast<size_t>(head) < entity_of_.size()) entity_of_[static_cast<size_t>(head)] = static_cast<int32_t>(e);
      }
    }
  }

  void IndexRanges() {
    figure_of_.assign(a_.tokens.size(), -1);
    time_of_.assign(a_.tokens.size(), -1);
    for (size_t i = 0; i < r_.figures.size(); ++i) {
      for (uint32_t t = r_.figures[i].first; t < r_.figures[i].last; ++t) figure_of_[t] = static_cast<int32_t>(i);
    }
    for (size_t i = 0; i < r_.times.size(); ++i) {
      for (uint32_t t = r_.times[i].first; t < r_.times[i].last; ++t) time_of_[t] = static_cast<int32_t>(i);
    }
  }

  // "kept Bo from leaving": Bo is the one who does not leave.
  int32_t KeptFrom(const TreeClause& clause) const {
    const int32_t mark = children_.First(clause.head, Deprel::kMark);
    const int32_t verb = T(clause.head).head;
    if (mark == kNoToken || verb == kNoToken || T(clause.head).deprel != Deprel::kAdvcl) return kNoToken;
    const bool kept = relations_.Is(WordClass::kPreventingMark, a_.Lower(T(mark))) && relations_.Is(WordClass::kPreventingVerb, a_.Lemma(T(verb)));
    return kept ? children_.First(verb, Deprel::kObj) : kNoToken;
  }

  Claim ReadClause(TreeClause clause) {
    if (const int32_t kept = KeptFrom(clause); kept != kNoToken) clause.subject = kept;
    Claim claim;
    claim.sentence = T(clause.head).sentence;
    claim.predicate_head = clause.copula != kNoToken ? clause.copula : clause.head;
    int32_t subject = clause.subject;
    int32_t object = clause.object;
    if (clause.passive && clause.kind == TreeClause::Kind::kVerb) {
      claim.inverted = clause.agent != kNoToken;
    }
    claim.subject = ReadArgument(subject);
    if (claim.subject.entity < 0 && Indefinite(subject)) claim.subject.key.clear();
    claim.surface_subject = claim.subject;
    ReadPredicate(clause, &claim);
    if (clause.kind == TreeClause::Kind::kCopula) {
      claim.object = ReadArgument(clause.head, clause.subject, clause.copula);
      if (const int32_t denied = negation_.DeniedUnder(clause.head); denied != kNoToken) {  // "is anything but a success"
        claim.object = ReadArgument(denied);
        claim.predicate = Cover(claim.predicate, T(Phrase(denied).first - 1).range);
      }
    } else {
      claim.object = ReadArgument(object);
    }
    ReadObliques(clause, &claim);
    if (clause.complement != kNoToken && !claim.object.present()) claim.object = ReadComplement(clause.complement);
    NormaliseVoice(clause, &claim);
    ReadTail(clause, &claim);
    claim.range = Cover(Cover(claim.subject.range, claim.predicate), Cover(claim.object.range, claim.tail));
    if (clause.borrowed_subject) claim.range = Cover(claim.predicate, Cover(claim.object.range, claim.tail));
    if (claim.range.empty()) return claim;
    ReadFigureAndTime(clause, &claim);
    facts_.Judge(clause, &claim);
    return claim;
  }

  // -- phrases ------------------------------------------------------------------

  // What hangs on a noun without being part of its name.
  bool IsLoose(int32_t child) const {
    switch (T(child).deprel) {
      case Deprel::kAppos: case Deprel::kParataxis: case Deprel::kPunct: case Deprel::kList:
      case Deprel::kDiscourse: case Deprel::kVocative: case Deprel::kDislocated: case Deprel::kAdvcl:
        return true;
      case Deprel::kAcl:
        return a_.Label(T(child)) == "acl:relcl";
      default:
        return false;
    }
  }

  // The phrase of a head as a contiguous stretch of tokens [first, last), without
  // its preposition, and without the loose parts at its right.
  std::pair<int32_t, int32_t> Phrase(int32_t head, int32_t without = kNoToken) const {
    int32_t low = head, high = head;
    std::vector<int32_t> open = {head};
    while (!open.empty()) {
      const int32_t at = open.back();
      open.pop_back();
      low = std::min(low, at);
      high = std::max(high, at);
      for (const int32_t child : children_.Of(at)) {
        if (child == without || IsLoose(child)) continue;
        const Deprel r = T(child).deprel;
        if (at == head && (r == Deprel::kCase || r == Deprel::kMark || (r == Deprel::kCc && a_.Label(T(child)) != "cc:preconj"))) continue;
        if (at == head && IsClausal(head) && IsClauseOnly(r)) continue;
        open.push_back(child);
      }
    }
    return {low, high + 1};
  }

  bool IsClausal(int32_t head) const { return children_.First(head, Deprel::kCop) != kNoToken; }
  // The parts of a copular clause that do not belong to its predicate nominal.
  static bool IsClauseOnly(Deprel r) {
    return r == Deprel::kNsubj || r == Deprel::kCsubj || r == Deprel::kCop || r == Deprel::kAux || r == Deprel::kAdvmod ||
           r == Deprel::kConj || r == Deprel::kExpl || r == Deprel::kMark;
  }

  TextRange Bytes(std::pair<int32_t, int32_t> tokens) const {
    return {T(tokens.first).range.start, T(tokens.second - 1).range.end};
  }

  Argument ReadArgument(int32_t head, int32_t without = kNoToken, int32_t after = kNoToken) const {
    Argument argument;
    if (head == kNoToken) return argument;
    argument.head = head;
    auto phrase = Phrase(head, without);
    if (after != kNoToken && after < head) phrase.first = std::max(phrase.first, after + 1);
    argument.range = Bytes(phrase);
    argument.entity = entity_of_[static_cast<size_t>(head)];
    argument.key = Key(head, argument.entity);
    return argument;
  }

  std::string Key(int32_t head, int32_t entity) const {
    if (entity >= 0 && !r_.entities[static_cast<size_t>(entity)].key.empty()) return r_.entities[static_cast<size_t>(entity)].key;
    std::string key;
    for (const int32_t child : children_.Of(head)) {
      const Deprel r = T(child).deprel;
      if (r != Deprel::kCompound && r != Deprel::kAmod && r != Deprel::kFlat) continue;
      if (child < head) key += FoldMarks(a_.Lemma(T(child))) + " ";
    }
    return key + FoldMarks(a_.Lemma(T(head)));
  }

  // "a man" is somebody new each time: claims about him meet no other claims.
  bool Indefinite(int32_t head) const {
    if (head == kNoToken) return false;
    const auto children = children_.Of(head);
    return std::ranges::any_of(children, [&](int32_t child) {
      return T(child).deprel == Deprel::kDet && relations_.Is(WordClass::kIndefiniteDeterminer, a_.Lower(T(child)));
    });
  }

  // -- predicate ----------------------------------------------------------------

  void ReadPredicate(const TreeClause& clause, Claim* claim) {
    if (clause.kind == TreeClause::Kind::kApposition) {
      claim->relation = "be";
      claim->predicate = T(clause.head).range;  // the appositive says it itself, unless a mark or a word stands before it
      const auto [first, last] = Phrase(clause.head);
      if (first > clause.subject + 1 && T(first - 1).upos == Upos::kPunct) claim->predicate = T(first - 1).range;
      return;
    }
    TextRange range = clause.copula != kNoToken ? T(clause.copula).range : T(clause.head).range;
    const int32_t subject = clause.borrowed_subject ? kNoToken : clause.subject;
    for (const int32_t aux : clause.auxiliaries) {
      const bool inverted_question = subject != kNoToken && aux < subject && subject < clause.head;
      if (!inverted_question) range = Cover(range, T(aux).range);
    }
    for (const int32_t adverb : clause.modifiers) {
      if (IsNegation(adverb)) range = Cover(range, T(adverb).range);
    }
    if (clause.particle != kNoToken) range = Cover(range, T(clause.particle).range);
    claim->predicate = range;
    claim->relation = Relation(clause);
  }

  std::string Relation(const TreeClause& clause) const {
    if (clause.kind == TreeClause::Kind::kExistential) return "exist";
    if (clause.kind == TreeClause::Kind::kCopula) return "be";
    if (negation_.Lacks(clause.head)) return "have";  // and denied
    const std::string particle = clause.particle == kNoToken ? "" : std::string(a_.Lemma(T(clause.particle)));
    return relations_.OfVerb(FoldMarks(a_.Lemma(T(clause.head))), particle);
  }

  bool IsNegation(int32_t token) const {
    return relations_.Is(WordClass::kNegation, a_.Lemma(T(token)));
  }

  // "Ann and Bo met", "the firms are rivals", "they sued each other": what is said of
  // all subjects together.
  bool IsCollective(const TreeClause& clause, const Claim& claim) const {
    const crosscheck::Relation* relation = relations_.Find(claim.relation);
    if ((relation != nullptr && relation->symmetric) || relations_.Is(WordClass::kCollectiveVerb, a_.Lemma(T(clause.head)))) return true;
    const bool plural = a_.Xpos(T(clause.head)) == "NNS" || a_.Xpos(T(clause.head)) == "NNPS";
    if (clause.kind == TreeClause::Kind::kCopula && plural) return true;
    const auto words = children_.Of(clause.head);
    return std::ranges::any_of(words, [&](int32_t child) {
      const auto below = children_.Of(child);
      return relations_.Is(WordClass::kTogether, a_.Lower(T(child))) ||
             std::ranges::any_of(below, [&](int32_t word) { return relations_.Is(WordClass::kTogether, a_.Lower(T(word))); });
    });
  }

  // -- further arguments ----------------------------------------------------------

  void ReadObliques(const TreeClause& clause, Claim* claim) const {
    for (const int32_t head : clause.obliques) {
      Oblique oblique;
      if (const int32_t preposition = children_.First(head, Deprel::kCase); preposition != kNoToken) {
        oblique.preposition = std::string(a_.Lemma(T(preposition)));
      }
      oblique.argument = ReadArgument(head);
      const int32_t entity = oblique.argument.entity;
      const bool place = entity >= 0 && r_.entities[static_cast<size_t>(entity)].type == EntityType::kPlace;
      if (place && !claim->place.present() && time_of_[static_cast<size_t>(head)] < 0) claim->place = oblique.argument;
      claim->obliques.push_back(std::move(oblique));
    }
  }

  Argument ReadComplement(int32_t head) const {
    Argument argument;
    argument.head = head;
    const auto [first, last] = children_.Yield(head);
    argument.range = Bytes({first, last});
    argument.key = FoldMarks(a_.Lemma(T(head)));
    return argument;
  }

  // "The firm was bought by Acme" says buy(Acme, the firm).
  void NormaliseVoice(const TreeClause& clause, Claim* claim) const {
    if (!clause.passive || clause.kind != TreeClause::Kind::kVerb) return;
    if (clause.agent == kNoToken) {
      claim->object = claim->subject;
      return;
    }
    const auto agent = std::ranges::find_if(claim->obliques, [&](const Oblique& o) { return o.argument.head == clause.agent; });
    if (agent == claim->obliques.end()) return;
    claim->object = claim->subject;
    claim->subject = agent->argument;
    claim->obliques.erase(agent);
  }

  // The stretch from the object (or the first further argument) to the end of
  // the last argument of the clause, where nothing else lies in it.
  void ReadTail(const TreeClause& clause, Claim* claim) const {
    const int32_t from = clause.kind == TreeClause::Kind::kVerb || clause.kind == TreeClause::Kind::kExistential
                             ? clause.head : kNoToken;
    TextRange tail;
    const auto take = [&](TextRange range, int32_t head) {
      if (head > from && range.start >= claim->predicate.end) tail = Cover(tail, range);
    };
    if (clause.object != kNoToken && clause.object != clause.subject) {
      const Argument object = clause.kind == TreeClause::Kind::kCopula ? claim->object : ReadArgument(clause.object);
      take(object.range, object.head);
    }
    for (const int32_t head : clause.obliques) take(WithPreposition(head), head);
    if (clause.complement != kNoToken) take(ReadComplement(clause.complement).range, clause.complement);
    claim->tail = tail;
  }

  TextRange WithPreposition(int32_t head) const {
    TextRange range = Bytes(Phrase(head));
    for (const int32_t child : children_.Of(head)) {
      if (T(child).deprel == Deprel::kCase) range = Cover(range, T(child).range);
    }
    return range;
  }

  // -- figure and time ------------------------------------------------------------

  void ReadFigureAndTime(const TreeClause& clause, Claim* claim) const {
    for (const TextRange range : {claim->object.range, claim->subject.range, claim->tail}) {
      if (claim->figure >= 0 || range.empty()) continue;
      claim->figure = FigureIn(range);
    }
    claim->time = TimeOfClause(a_, r_.times, clause.head);
    if (claim->time < 0) claim->time = TimeOfNarrative(a_, r_.times, clause.head);
  }

  int32_t FigureIn(TextRange range) const {
    auto figure = std::ranges::lower_bound(r_.figures, range.start, {}, [](const Figure& f) { return f.number.start; });
    int32_t left = -1;  // "from 40": only where no level follows that it led to
    for (; figure != r_.figures.end() && figure->range.start < range.end; ++figure) {
      const bool ordinal = figure->kind == FigureKind::kOrdinal || figure->kind == FigureKind::kDuration;
      if (!range.Contains(figure->number) || ordinal) continue;
      const auto index = static_cast<int32_t>(figure - r_.figures.begin());
      if (!figure->left) return index;
      if (left < 0) left = index;
    }
    return left;
  }

  const Reading& r_;
  const Analysis& a_;
  const RelationLexicon& relations_;
  Children children_;
  Negation negation_;
  Factuality facts_;
  std::vector<int32_t> entity_of_, figure_of_, time_of_;
};

}  // namespace

std::vector<Claim> ExtractClaims(const Reading& reading, const RelationLexicon& relations) {
  return ClaimReader(reading, relations).Read();
}

void MarkEvents(const EntityLexicon& lexicon, Reading* reading) {
  const Analysis& analysis = reading->analysis;
  const auto event = [&](const Argument& argument) {
    if (argument.head == kNoToken) return false;
    const KnownNoun* noun = lexicon.FindNoun(analysis.Lemma(analysis.tokens[static_cast<size_t>(argument.head)]));
    return noun != nullptr && noun->type == EntityType::kEvent;
  };
  for (Claim& claim : reading->claims) {
    claim.event = event(claim.subject) || event(claim.surface_subject) ||
                  std::ranges::any_of(claim.obliques, [&](const Oblique& o) { return event(o.argument); });
  }
}

}  // namespace crosscheck
