// Claims in full phrases.
//
// "In May, Acme and Borealis, which make pumps, plan to move to Oslo" is
//   Acme | plan to move to | Oslo In May
//   Borealis | plan to move to | Oslo In May
//   Borealis | make | pumps
// A part is a set of tokens, taken from the tree; its text is put together from
// them in order. The graph compares claims by their heads and keeps the clause as
// the tree has it; here it is laid out for people and for programs that want
// triples (the conventions are those of open information extraction: Fader,
// Soderland and Etzioni 2011; Bhardwaj, Aggarwal and Mausam 2019).
// Limits: gapping is not read; what two conjuncts share at their right end stays
// with the last.
#include "core/claim/proposition.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/claim/clause.h"

namespace crosscheck {
namespace {

using Tokens = std::vector<int32_t>;  // sorted

class PropositionReader {
 public:
  explicit PropositionReader(const Reading& reading)
      : r_(reading), a_(reading.analysis), children_(reading.analysis), clauses_(FindClauses(a_, children_)) {
    claim_of_.assign(clauses_.size(), -1);
    for (size_t i = 0; i < r_.claims.size(); ++i) {
      const int32_t clause = r_.claims[i].clause;
      if (clause < 0) continue;
      claim_of_[static_cast<size_t>(clause)] = static_cast<int32_t>(i);
      const int32_t subject = r_.claims[i].surface_subject.head;
      if (subject != kNoToken) clauses_[static_cast<size_t>(clause)].subject = subject;
    }
    entity_of_.assign(a_.tokens.size(), -1);
    for (size_t e = 0; e < r_.entities.size(); ++e) {
      for (const Mention& mention : r_.entities[e].mentions) {
        const int32_t head = mention.head != kNoToken ? mention.head : static_cast<int32_t>(mention.first);
        if (head >= 0 && static_cast<size_t>(head) < entity_of_.size()) entity_of_[static_cast<size_t>(head)] = static_cast<int32_t>(e);
      }
    }
    said_by_.assign(a_.tokens.size(), -1);
    for (size_t i = r_.attributions.size(); i-- > 0;) {
      const int32_t cue = r_.attributions[i].cue_head;
      if (cue != kNoToken) said_by_[static_cast<size_t>(cue)] = static_cast<int32_t>(i);
    }
    FindChains();
  }

  std::vector<Proposition> Read() {
    for (size_t i = 0; i < clauses_.size(); ++i) {
      if (claim_of_[i] >= 0 && !said_below_[i]) ReadClause(i);
    }
    std::ranges::stable_sort(out_, {}, &Proposition::claim);
    return std::move(out_);
  }

 private:
  using Kind = TreeClause::Kind;

  struct Part {
    int32_t head = kNoToken;
    Tokens words;
  };

  // What a clause says, before coordinations are taken apart.
  struct Parts {
    std::vector<Part> subjects;
    Tokens predicate;
    std::vector<Part> objects;
    Tokens after;   // further arguments that follow the predicate
    Tokens before;  // and those that stand before it
  };

  const Token& T(int32_t i) const { return a_.tokens[static_cast<size_t>(i)]; }
  const Claim& ClaimOf(size_t clause) const { return r_.claims[static_cast<size_t>(claim_of_[clause])]; }
  bool Finite(int32_t token) const {
    const std::string_view xpos = a_.Xpos(T(token));
    return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
  }
  bool Finite(size_t clause) const {  // or the first verb of its chain
    const int32_t above = above_[clause];
    return above >= 0 ? Finite(static_cast<size_t>(above)) : Finite(clauses_[clause]);
  }
  bool Finite(const TreeClause& clause) const {
    return Finite(clause.head) || (clause.copula != kNoToken && Finite(clause.copula)) ||
           std::ranges::any_of(clause.auxiliaries, [&](int32_t aux) { return Finite(aux); });
  }
  static int32_t Core(const TreeClause& clause) { return clause.copula != kNoToken ? clause.copula : clause.head; }

  // -- chains of verbs ------------------------------------------------------------

  // "plans to buy", "is able to pay": the verb below has the subject of the one
  // above, which has no object of its own. Not "asked Bo to leave".
  void FindChains() {
    clause_at_.assign(a_.tokens.size(), -1);
    above_.assign(clauses_.size(), -1);
    said_below_.assign(clauses_.size(), false);
    for (size_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i].kind != Kind::kApposition) clause_at_[static_cast<size_t>(clauses_[i].head)] = static_cast<int32_t>(i);
    }
    for (size_t i = 0; i < clauses_.size(); ++i) {
      const TreeClause& below = clauses_[i];
      if (below.kind != Kind::kVerb || T(below.head).deprel != Deprel::kXcomp || claim_of_[i] < 0) continue;
      const int32_t head = T(below.head).head;
      const int32_t up = head == kNoToken ? -1 : clause_at_[static_cast<size_t>(head)];
      if (up < 0 || head > below.head || below.subject == kNoToken) continue;
      const TreeClause& above = clauses_[static_cast<size_t>(up)];
      if (above.subject != below.subject || (above.kind == Kind::kVerb && above.object != kNoToken)) continue;
      above_[i] = up;
      said_below_[static_cast<size_t>(up)] = true;
    }
  }

  // -- phrases ----------------------------------------------------------------------

  // What hangs on a noun and says something of its own: a clause only after a comma
  // ("owners who have paid" are not all owners).
  bool IsLoose(int32_t child) const {
    switch (T(child).deprel) {
      case Deprel::kAppos: case Deprel::kParataxis: case Deprel::kList: case Deprel::kDiscourse:
      case Deprel::kVocative: case Deprel::kDislocated: case Deprel::kAdvcl:
        return true;
      case Deprel::kAcl: {
        const int32_t before = children_.Yield(child).first - 1;
        return IsBreak(children_.Yield(child).first) || (before >= 0 && IsBreak(before));
      }
      default:
        return false;
    }
  }

  struct PhraseShape {
    bool preposition = false;  // with the prepositions of the head
    bool conjuncts = true;     // with what is joined to the head
    bool nominal = false;      // the head is a predicate nominal: without the rest of its clause
  };

  static bool IsClauseOnly(Deprel r) {
    return r == Deprel::kNsubj || r == Deprel::kCsubj || r == Deprel::kCop || r == Deprel::kAux || r == Deprel::kAdvmod ||
           r == Deprel::kConj || r == Deprel::kExpl || r == Deprel::kObl;
  }

  // The words of a head's phrase without the subtrees of `without`.
  Tokens PhraseOf(int32_t head, PhraseShape shape, const Tokens& without = {}) const {
    Tokens out, open = {head};
    while (!open.empty()) {
      const int32_t at = open.back();
      open.pop_back();
      out.push_back(at);
      for (const int32_t child : children_.Of(at)) {
        if (std::ranges::find(without, child) != without.end() || IsLoose(child)) continue;
        const Deprel r = T(child).deprel;
        if (at == head) {
          if (r == Deprel::kMark || r == Deprel::kCc || (r == Deprel::kCase && !shape.preposition)) continue;
          if ((r == Deprel::kConj && !shape.conjuncts) || (shape.nominal && IsClauseOnly(r))) continue;
        }
        open.push_back(child);
      }
    }
    return Trimmed(std::move(out));
  }

  // All that hangs on a head.
  Tokens YieldOf(int32_t head, int32_t without = kNoToken) const {
    Tokens out, open = {head};
    while (!open.empty()) {
      const int32_t at = open.back();
      open.pop_back();
      out.push_back(at);
      for (const int32_t child : children_.Of(at)) {
        if (child != without) open.push_back(child);
      }
    }
    return Trimmed(std::move(out));
  }

  bool IsBreak(int32_t token) const {
    const std::string_view form = a_.Form(T(token));
    return form == "," || form == ";" || form == ":" || form == "." || form == "-" || form == "\u2013" || form == "\u2014";
  }

  // Sorted, without the commas and dashes that join nothing any more.
  Tokens Trimmed(Tokens tokens) const {
    std::ranges::sort(tokens);
    Tokens out;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const bool joins = !out.empty() && out.back() == tokens[i] - 1 && i + 1 < tokens.size() && tokens[i + 1] == tokens[i] + 1;
      if (!IsBreak(tokens[i]) || joins) out.push_back(tokens[i]);
    }
    while (!out.empty() && IsBreak(out.back())) out.pop_back();
    return out;
  }

  static bool Joins(std::string_view word) { return word == "and" || word == "&" || word == "nor"; }

  // The heads of a coordination that can be taken apart: "A and B", "neither A nor B"
  // say their predicate of each. Not "A or B", "between A and B".
  Tokens Conjuncts(int32_t head) const {
    Tokens heads = {head};
    for (const int32_t child : children_.Of(head)) {
      if (T(child).deprel == Deprel::kCase && a_.Lower(T(child)) == "between") return {head};
      if (T(child).deprel != Deprel::kConj || clause_at_[static_cast<size_t>(child)] >= 0) continue;
      for (const int32_t joint : children_.Of(child)) {
        if (T(joint).deprel == Deprel::kCc && !Joins(a_.Lower(T(joint)))) return {head};
      }
      heads.push_back(child);
    }
    return heads;
  }

  // The child of `argument` whose subtree holds the clause itself, to be left out:
  // "a charter issued by the king" says "a charter | issued by | the king".
  Tokens ItsOwn(int32_t head, int32_t argument) const {
    for (int32_t at = head; at != kNoToken && at != argument; at = T(at).head) {
      if (T(at).head == argument) return {at};
    }
    return {head};
  }

  // -- the parts of a clause ----------------------------------------------------------

  void ReadClause(size_t i) {
    const TreeClause& clause = clauses_[i];
    if (clause.subject == kNoToken) return;
    Parts parts;
    ReadSubjects(i, &parts);
    if (clause.kind == Kind::kApposition) {
      Tokens words = PhraseOf(clause.head, {});
      std::erase_if(words, [&](int32_t t) { return IsBracket(t); });
      parts.objects = {{clause.head, std::move(words)}};
      return Write(i, parts);
    }
    ReadPredicate(i, &parts.predicate);
    clause.kind == Kind::kCopula ? ReadNominal(clause, &parts) : ReadArguments(i, &parts);
    if (clause.kind == Kind::kExistential) TurnAround(clause, &parts);
    ReadShared(i, &parts);
    if (Missing(parts) && clause.kind != Kind::kCopula) FindObject(clause, &parts);
    if (Missing(parts) && !Finite(i)) return;  // "the shares sold": nothing is said of them
    Write(i, parts);
  }

  static bool Missing(const Parts& parts) {
    return parts.after.empty() && parts.before.empty() && std::ranges::all_of(parts.objects, [](const Part& part) { return part.words.empty(); });
  }
  bool IsBracket(int32_t token) const {
    const std::string_view form = a_.Form(T(token));
    return form == "(" || form == ")" || form == "[" || form == "]" || form == "-LRB-" || form == "-RRB-";
  }

  void ReadSubjects(size_t i, Parts* parts) const {
    const TreeClause& clause = clauses_[i];
    const Tokens without = clause.kind == Kind::kApposition ? Tokens{clause.head} : ItsOwn(clause.head, clause.subject);
    Tokens heads = {clause.subject};
    const bool apart = clause.kind != Kind::kApposition && !ClaimOf(i).collective && !Counted(i);
    if (apart) heads = Conjuncts(clause.subject);
    for (const int32_t head : heads) {
      parts->subjects.push_back({head, PhraseOf(head, {.conjuncts = heads.size() == 1}, without)});
    }
  }

  // "Ann and Bo sold two mills" says how many they sold, not how many each.
  bool Counted(size_t i) const {
    const Claim& claim = ClaimOf(i);
    return claim.figure >= 0 && !claim.surface_subject.range.Contains(r_.figures[static_cast<size_t>(claim.figure)].number);
  }

  // "There | are | no seals in the bay".
  void TurnAround(const TreeClause& clause, Parts* parts) const {
    const int32_t there = children_.First(clause.head, Deprel::kExpl);
    if (there == kNoToken) return;
    parts->objects = std::exchange(parts->subjects, {{there, {there}}});
  }

  // Verb, auxiliaries, particle, negation, and the adverbs among and right before
  // them; in a chain, those of the verbs above, too.
  void ReadPredicate(size_t i, Tokens* out) const {
    for (int32_t at = static_cast<int32_t>(i), below = kNoToken; at >= 0; at = above_[static_cast<size_t>(at)]) {
      const TreeClause& clause = clauses_[static_cast<size_t>(at)];
      Tokens words = {Core(clause)};
      if (below != kNoToken) words.push_back(clause.head);  // "able" of "is able to pay"
      words.insert(words.end(), clause.auxiliaries.begin(), clause.auxiliaries.end());
      if (clause.particle != kNoToken) words.push_back(clause.particle);
      const bool chained = below != kNoToken || above_[static_cast<size_t>(at)] >= 0;
      for (const int32_t child : children_.Of(clause.head)) {
        if (chained && T(child).deprel == Deprel::kMark && a_.Lower(T(child)) == "to") words.push_back(child);
      }
      const TextRange own = claim_of_[static_cast<size_t>(at)] >= 0 ? ClaimOf(static_cast<size_t>(at)).predicate : TextRange{};
      AddAdverbs(clause, own, &words);
      out->insert(out->end(), words.begin(), words.end());
      below = clause.head;
    }
    std::ranges::sort(*out);
    out->erase(std::unique(out->begin(), out->end()), out->end());
  }

  void AddAdverbs(const TreeClause& clause, TextRange own, Tokens* words) const {
    const auto [low, high] = std::ranges::minmax(*words);
    for (const int32_t adverb : clause.modifiers) {
      const bool within = adverb > low && adverb < high;
      if (IsShort(adverb) && (within || own.Contains(T(adverb).range))) AddShort(adverb, words);
    }
    for (int32_t before = low - 1; std::ranges::find(clause.modifiers, before) != clause.modifiers.end() && IsShort(before);) {
      AddShort(before, words);
      before = std::ranges::min(*words) - 1;
    }
  }

  // "also", "no longer"; not "when", "later than all others".
  bool IsShort(int32_t adverb) const {
    const auto words = children_.Of(adverb);
    return a_.Xpos(T(adverb)) != "WRB" && words.size() < 2 && std::ranges::all_of(words, [&](int32_t word) {
      return word == adverb - 1 && children_.Of(word).empty();
    });
  }
  void AddShort(int32_t adverb, Tokens* words) const {
    words->push_back(adverb);
    for (const int32_t word : children_.Of(adverb)) words->push_back(word);
  }

  // "is | a lawyer", "is subject to | approval".
  void ReadNominal(const TreeClause& clause, Parts* parts) const {
    if (clause.copula == kNoToken) return SortArguments(clause, clause.obliques, &parts->before, &parts->after);
    const Tokens without = {clause.subject};
    const Tokens heads = Conjuncts(clause.head);
    for (const int32_t head : heads) {
      const PhraseShape shape = {.preposition = true, .conjuncts = heads.size() == 1, .nominal = head == clause.head};
      parts->objects.push_back({head, PhraseOf(head, shape, without)});
    }
    SortArguments(clause, clause.obliques, &parts->before, &parts->after);
    AddLaterAdverbs(clause, &parts->predicate, &parts->after);
  }

  void SortArguments(const TreeClause& clause, const Tokens& heads, Tokens* before, Tokens* after) const {
    for (const int32_t head : heads) {
      const Tokens words = PhraseOf(head, {.preposition = true});
      Tokens* side = head > Core(clause) ? after : before;
      side->insert(side->end(), words.begin(), words.end());
    }
  }

  void AddLaterAdverbs(const TreeClause& clause, const Tokens* predicate, Tokens* after) const {
    for (const int32_t adverb : clause.modifiers) {
      const bool said = std::ranges::find(*predicate, adverb) != predicate->end();
      if (said || adverb < Core(clause) || a_.Xpos(T(adverb)).starts_with('W')) continue;
      const Tokens words = PhraseOf(adverb, {});
      after->insert(after->end(), words.begin(), words.end());
    }
  }

  void ReadArguments(size_t i, Parts* parts) const {
    const TreeClause& clause = clauses_[i];
    SortArguments(clause, clause.obliques, &parts->before, &parts->after);
    AddLaterAdverbs(clause, &parts->predicate, &parts->after);
    for (const int32_t child : children_.Of(clause.head)) {
      const bool content = T(child).deprel == Deprel::kXcomp || T(child).deprel == Deprel::kCcomp;
      if (!content || (child < clause.head && (clause.object != kNoToken || !parts->after.empty()))) continue;
      const Tokens words = YieldOf(child);
      parts->after.insert(parts->after.end(), words.begin(), words.end());
    }
    if (above_[i] >= 0) {  // "agreed in principle to sell"
      const TreeClause& above = clauses_[static_cast<size_t>(above_[i])];
      SortArguments(above, above.obliques, &parts->before, &parts->before);
    }
    if (clause.object != kNoToken && clause.object != clause.subject) {
      const Tokens without = ItsOwn(clause.head, clause.object);
      const Tokens heads = Conjuncts(clause.object);
      for (const int32_t head : heads) parts->objects.push_back({head, PhraseOf(head, {.conjuncts = heads.size() == 1}, without)});
      return;
    }
    if (parts->after.empty() || !TakeSaid(clause, parts)) TakeFirstOblique(clause, parts);
  }

  // "It closed, she said on Friday": what is said is the object, wherever it stands.
  bool TakeSaid(const TreeClause& clause, Parts* parts) const {
    const int32_t said = said_by_[static_cast<size_t>(clause.head)];
    if (clause.complement != kNoToken || said < 0) return false;
    Tokens words;
    for (const TextRange content : r_.attributions[static_cast<size_t>(said)].content) {
      if (content.Contains(T(clause.head).range)) return false;
      for (auto t = FirstIn(content); t < static_cast<int32_t>(a_.tokens.size()) && T(t).range.start < content.end; ++t) words.push_back(t);
    }
    if (words.empty()) return false;
    parts->objects.push_back({kNoToken, Trimmed(std::move(words))});
    return true;
  }

  // "moved to Oslo and Bergen": without an object, the first further argument is
  // taken apart in its place.
  void TakeFirstOblique(const TreeClause& clause, Parts* parts) const {
    std::ranges::sort(parts->after);
    const auto first = std::ranges::find_if(clause.obliques, [&](int32_t head) {
      return head > clause.head && !parts->after.empty() && PhraseOf(head, {.preposition = true}).front() == parts->after.front();
    });
    if (first == clause.obliques.end()) return;
    const Tokens heads = Conjuncts(*first);
    if (heads.size() < 2) return;
    Tokens whole = PhraseOf(*first, {.preposition = true});
    Tokens prepositions;
    for (const int32_t child : children_.Of(*first)) {
      if (T(child).deprel == Deprel::kCase) prepositions.push_back(child);
    }
    for (const int32_t head : heads) {
      Tokens words = PhraseOf(head, {.preposition = true, .conjuncts = false});
      const bool own = head == heads.front() || children_.First(head, Deprel::kCase) != kNoToken;
      if (!own) words.insert(words.begin(), prepositions.begin(), prepositions.end());
      parts->objects.push_back({head, Trimmed(std::move(words))});
    }
    std::erase_if(parts->after, [&](int32_t t) { return std::ranges::binary_search(whole, t); });
  }

  // "In May, Acme sold the mill and closed the port": what stands before the first
  // of two clauses with one subject frames both.
  void ReadShared(size_t i, Parts* parts) const {
    const TreeClause& clause = clauses_[i];
    const int32_t head = T(clause.head).head;
    if (T(clause.head).deprel != Deprel::kConj || head == kNoToken || clause_at_[static_cast<size_t>(head)] < 0) return;
    const TreeClause& first = clauses_[static_cast<size_t>(clause_at_[static_cast<size_t>(head)])];
    if (first.subject != clause.subject) return;
    for (const int32_t oblique : first.obliques) {
      if (oblique > first.subject || oblique > Core(first)) continue;
      const Tokens words = PhraseOf(oblique, {.preposition = true});
      parts->before.insert(parts->before.end(), words.begin(), words.end());
    }
  }

  // Where nothing follows the verb: what is said, the object of the verb that it is
  // joined to ("establish and keep rules"), or the clause that says when or why.
  void FindObject(const TreeClause& clause, Parts* parts) const {
    if (TakeSaid(clause, parts)) return;
    for (const int32_t child : children_.Of(clause.head)) {
      const int32_t shared = T(child).deprel == Deprel::kConj ? children_.First(child, Deprel::kObj) : kNoToken;
      if (shared > child && clause_at_[static_cast<size_t>(child)] >= 0) {
        parts->objects = {{shared, PhraseOf(shared, {})}};
        return;
      }
    }
    const int32_t adverbial = children_.First(clause.head, Deprel::kAdvcl);
    if (adverbial != kNoToken && Finite(clause)) parts->objects = {{adverbial, YieldOf(adverbial)}};
  }

  int32_t FirstIn(TextRange range) const {
    const auto t = std::ranges::lower_bound(a_.tokens, range.start, {}, [](const Token& token) { return token.range.start; });
    return static_cast<int32_t>(t - a_.tokens.begin());
  }

  // -- out ------------------------------------------------------------------------

  void Write(size_t i, const Parts& parts) {
    std::vector<Part> objects = parts.objects;
    if (objects.empty()) objects.emplace_back();
    const bool apart = parts.subjects.size() * objects.size() > 1;
    int32_t number = 0;
    for (const Part& subject : parts.subjects) {
      for (const Part& object : objects) {
        Proposition out;
        out.claim = claim_of_[i];
        out.part = number++;
        Lay(clauses_[i], parts, subject, object, &out);
        SetRest(clauses_[i], apart, &out);
        out_.push_back(std::move(out));
      }
    }
  }

  void Lay(const TreeClause& clause, const Parts& parts, const Part& subject, const Part& object, Proposition* out) const {
    Tokens predicate = parts.predicate, words = object.words, before = parts.before;
    words.insert(words.end(), parts.after.begin(), parts.after.end());
    for (Tokens* list : {&words, &before}) {
      std::ranges::sort(*list);
      list->erase(std::unique(list->begin(), list->end()), list->end());
      std::erase_if(*list, [&](int32_t t) { return std::ranges::binary_search(parts.predicate, t); });
    }
    MovePrepositions(clause, &predicate, &words);
    out->subject = Join(subject.words, {});
    out->subject.entity = entity_of_[static_cast<size_t>(subject.head)];
    out->predicate = clause.kind == Kind::kApposition ? Implied(clause) : Join(predicate, {});
    out->object = Join(words, before);
    if (object.head != kNoToken) out->object.entity = entity_of_[static_cast<size_t>(object.head)];
  }

  // A part of a coordination has the figure that stands in its own words, or the one
  // that its parts share.
  void SetRest(const TreeClause& clause, bool apart, Proposition* out) const {
    const Claim& claim = r_.claims[static_cast<size_t>(out->claim)];
    out->range = Cover(out->predicate.range, out->object.range);
    if (!clause.borrowed_subject) out->range = Cover(out->subject.range, out->range);
    out->figure = claim.figure;
    if (!apart) return;
    out->figure = -1;
    for (const TextRange range : {out->object.range, out->subject.range}) {
      auto figure = std::ranges::lower_bound(r_.figures, range.start, {}, [](const Figure& f) { return f.number.start; });
      for (; out->figure < 0 && figure != r_.figures.end() && figure->number.start < range.end; ++figure) {
        const bool level = figure->kind != FigureKind::kOrdinal && figure->kind != FigureKind::kDuration;
        if (level && range.Contains(figure->number)) out->figure = static_cast<int32_t>(figure - r_.figures.begin());
      }
    }
  }

  // "moved to | Oslo", "is in | Oslo", "is subject to | approval".
  void MovePrepositions(const TreeClause& clause, Tokens* predicate, Tokens* words) const {
    size_t cut = 0;
    const bool nominal = clause.kind == Kind::kCopula;
    const bool follows = !words->empty() && words->front() > Core(clause);
    if (follows && (clause.object == kNoToken || nominal || clause.object == clause.subject)) {
      const auto joins = [&](int32_t t) {  // "to", "because of"
        const Deprel r = T(t).deprel;
        return r == Deprel::kCase || (r == Deprel::kFixed && T(T(t).head).deprel == Deprel::kCase);
      };
      while (cut + 1 < words->size() && joins((*words)[cut])) ++cut;
    }
    if (nominal && cut == 0 && clause.copula != kNoToken && (T(clause.head).upos == Upos::kAdj || T(clause.head).upos == Upos::kVerb)) {
      for (const int32_t child : children_.Of(clause.head)) {
        if (child < clause.head || T(child).deprel != Deprel::kObl) continue;
        for (size_t w = 0; w + 1 < words->size(); ++w) {
          if (T((*words)[w]).deprel == Deprel::kCase && T((*words)[w]).head == child) cut = w + 1;
        }
        break;
      }
    }
    predicate->insert(predicate->end(), words->begin(), words->begin() + static_cast<std::ptrdiff_t>(cut));
    words->erase(words->begin(), words->begin() + static_cast<std::ptrdiff_t>(cut));
    std::ranges::sort(*predicate);
  }

  // What no word says: an appositive is what it stands by, a place lies in the next.
  Phrase Implied(const TreeClause& clause) const {
    Phrase phrase;
    const uint32_t at = T(clause.head).range.start;
    phrase.range = {at, at};
    const std::string_view xpos = a_.Xpos(T(clause.subject));
    phrase.text = xpos == "NNS" || xpos == "NNPS" || children_.First(clause.subject, Deprel::kConj) != kNoToken ? "are" : "is";
    if (IsPlace(clause.subject) && IsPlace(clause.head)) phrase.text += " in";
    return phrase;
  }

  bool IsPlace(int32_t token) const {
    const int32_t entity = entity_of_[static_cast<size_t>(token)];
    return entity >= 0 && r_.entities[static_cast<size_t>(entity)].type == EntityType::kPlace;
  }

  Phrase Join(const Tokens& words, const Tokens& more) const {
    Phrase phrase;
    const std::string_view text = a_.text();
    for (const Tokens* list : {&words, &more}) {
      for (size_t i = 0; i < list->size();) {
        size_t end = i + 1;
        while (end < list->size() && (*list)[end] == (*list)[end - 1] + 1) ++end;
        const TextRange run = {T((*list)[i]).range.start, T((*list)[end - 1]).range.end};
        if (!phrase.text.empty()) phrase.text += ' ';
        phrase.text += run.In(text);
        if (list == &words || phrase.range.empty()) phrase.range = Cover(phrase.range, run);
        i = end;
      }
    }
    return phrase;
  }

  const Reading& r_;
  const Analysis& a_;
  Children children_;
  std::vector<TreeClause> clauses_;
  std::vector<int32_t> claim_of_;   // per clause
  std::vector<int32_t> clause_at_;  // per token: the clause that it heads
  std::vector<int32_t> above_;      // per clause: the next in its chain of verbs
  std::vector<bool> said_below_;    // per clause
  std::vector<int32_t> said_by_;    // per token: the attribution whose cue it is
  std::vector<int32_t> entity_of_;  // per token: the entity whose mention it heads
  std::vector<Proposition> out_;
};

}  // namespace

std::vector<Proposition> ReadPropositions(const Reading& reading) { return PropositionReader(reading).Read(); }

Proposition AsRead(const Reading& reading, int32_t claim) {
  const Claim& read = reading.claims[static_cast<size_t>(claim)];
  const std::string_view text = reading.analysis.text();
  const auto phrase = [&](TextRange range, int32_t entity) { return Phrase{range, std::string(range.In(text)), entity}; };
  Proposition out;
  out.claim = claim;
  out.subject = phrase(read.surface_subject.range, read.surface_subject.entity);
  out.predicate = phrase(read.predicate, -1);
  const bool own = read.object.head != read.surface_subject.head || read.object.head == kNoToken;
  const TextRange object = own ? read.object.range : TextRange{};
  out.object = phrase(read.tail.empty() ? object : read.tail, own ? read.object.entity : -1);
  out.figure = read.figure;
  out.range = read.range;
  return out;
}

}  // namespace crosscheck
