#include "core/graph/terms.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/negation.h"
#include "core/claim/relations.h"

namespace crosscheck {
namespace {

constexpr int kMaxClimb = 12;
constexpr double kKindWeight = 0.5;  // of "province" beside a name
constexpr size_t kTalk = 30;  // a text is talk where one token in so many is "I", "you" or "we"

class TermBuilder {
 public:
  TermBuilder(const Reading& reading, Lexical* lexical)
      : r_(reading), a_(reading.analysis), children_(reading.analysis), lexical_(*lexical), negation_(a_, lexical->knowledge().relations, children_) {}

  Terms Build() {
    out_.reading = &r_;
    out_.terms.resize(a_.tokens.size());
    out_.dependents.resize(a_.tokens.size());
    MarkRanges();
    MarkEntities();
    for (size_t i = 0; i < a_.tokens.size(); ++i) ReadToken(static_cast<int32_t>(i));
    for (size_t i = 0; i < a_.tokens.size(); ++i) {
      Term& term = out_.terms[i];
      term.slot = SlotOf(static_cast<int32_t>(i));
      term.denied = Denied(static_cast<int32_t>(i));
      term.definite = Definite(static_cast<int32_t>(i));
      term.denier |= DeniesComplement(static_cast<int32_t>(i)) || SaysDenial(static_cast<int32_t>(i));
      MarkPhrase(static_cast<int32_t>(i));
      if (term.slot.governor != kNoToken) out_.dependents[static_cast<size_t>(term.slot.governor)].push_back(static_cast<int32_t>(i));
    }
    out_.spoken = Spoken();
    return std::move(out_);
  }

 private:
  // Transcripts, letters and chats speak of "I" and "you" all the time; a report of
  // them does not, so it shares few words with them.
  bool Spoken() const {
    const EntityLexicon* lexicon = lexical_.knowledge().entities;
    if (lexicon == nullptr) return false;
    size_t persons = 0;
    for (const Token& token : a_.tokens) {
      if (token.upos != Upos::kPron) continue;
      const KnownPronoun* pronoun = lexicon->FindPronoun(a_.Lower(token));
      persons += pronoun != nullptr && pronoun->person != 3;
    }
    return persons * kTalk > a_.tokens.size();
  }

  const Token& T(int32_t i) const { return a_.tokens[static_cast<size_t>(i)]; }

  bool Is(WordClass of, std::string_view word) const {
    const RelationLexicon* relations = lexical_.knowledge().relations;
    return relations != nullptr && relations->Is(of, word);
  }

  void MarkRanges() {
    for (size_t i = 0; i < r_.figures.size(); ++i) {
      for (uint32_t t = r_.figures[i].first; t < r_.figures[i].last; ++t) out_.terms[t].figure = static_cast<int32_t>(i);
    }
    for (size_t i = 0; i < r_.times.size(); ++i) {
      for (uint32_t t = r_.times[i].first; t < r_.times[i].last; ++t) out_.terms[t].time = static_cast<int32_t>(i);
    }
  }

  // "Jo Berg, a lawyer", "Jo Berg is a lawyer": the noun says what she is and does not take
  // her up; another text's name does not carry it.
  bool Tells(int32_t noun) const {
    return T(noun).upos == Upos::kNoun && (T(noun).deprel == Deprel::kAppos || children_.First(noun, Deprel::kCop) != kNoToken);
  }

  void MarkEntities() {
    for (size_t e = 0; e < r_.entities.size(); ++e) {
      for (const Mention& mention : r_.entities[e].mentions) {
        const bool name = mention.kind == Mention::Kind::kName;
        for (uint32_t t = mention.first; t < mention.last && t < out_.terms.size(); ++t) {
          const bool head = static_cast<int32_t>(t) == mention.head && (name || !Tells(mention.head));
          if (name ? a_.tokens[t].upos == Upos::kPropn || head || a_.tokens[t].upos == Upos::kAdj : head) {
            out_.terms[t].entity = static_cast<int32_t>(e);
            out_.terms[t].name |= name;
          }
        }
      }
    }
  }

  void ReadToken(int32_t i) {
    Term& term = out_.terms[static_cast<size_t>(i)];
    const Token& token = T(i);
    const std::string lower = FoldMarks(a_.Form(token));
    const std::string lemma = negation_.Lacks(i) ? "have" : FoldMarks(a_.Lemma(token));
    term.word = lexical_.Word(lemma, token.upos == Upos::kPropn ? Upos::kNoun : token.upos);
    out_.words.insert(lemma);
    out_.words.insert(lower);
    if (token.upos == Upos::kPropn) {
      out_.places[lower].push_back(i);
      term.name |= term.entity >= 0;
    }
    term.weight = Weight(token, lemma);
    if (token.upos == Upos::kNoun && KindOfPlace(i, lemma)) term.weight = kKindWeight;
    term.content = term.weight > 0.0;
    const bool resolved = token.upos == Upos::kPron && term.entity >= 0;
    if (resolved) {
      term.pronoun = true;
      term.weight = 0.5;
      term.content = true;
    }
  }

  double Weight(const Token& token, std::string_view lemma) const {
    switch (token.upos) {
      case Upos::kPropn:
        return 2.0;
      case Upos::kNum:
        return 2.0;
      case Upos::kNoun:
        return Is(WordClass::kLightNoun, lemma) ? 0.3 : 1.5;
      case Upos::kAdp:  // "turn on", and prepositions that can contradict each other
        if (token.deprel == Deprel::kCompound) return 0.5;
        return Is(WordClass::kTellingPreposition, lemma) ? 0.5 : 0.0;
      case Upos::kVerb:
        return Is(WordClass::kLightVerb, lemma) ? 0.4 : 1.2;
      case Upos::kAdj:
        return 1.0;
      case Upos::kAdv:
        return Is(WordClass::kEmptyAdverb, lemma) ? 0.0 : 0.5;
      case Upos::kSym:
        return 0.0;
      default:
        return 0.0;
    }
  }

  // "Tarn province", "the city of Hull": which kind of place it is, the name tells.
  bool KindOfPlace(int32_t token, std::string_view lemma) const {
    const EntityLexicon* entities = lexical_.knowledge().entities;
    const KnownNoun* noun = entities != nullptr ? entities->FindNoun(lemma) : nullptr;
    if (noun == nullptr || noun->type != EntityType::kPlace) return false;
    return std::ranges::any_of(children_.Of(token), [&](int32_t child) {
      const Deprel relation = T(child).deprel;
      const bool named = relation == Deprel::kCompound || relation == Deprel::kFlat || relation == Deprel::kAppos || relation == Deprel::kNmod;
      return named && T(child).upos == Upos::kPropn && a_.Label(T(child)) != "nmod:poss";
    });
  }

  // Speaks of something named, known or pointed at, not of "a man".
  bool Definite(int32_t head) const {
    const Upos upos = T(head).upos;
    if (upos == Upos::kPropn || upos == Upos::kPron) return !Is(WordClass::kIndefinitePronoun, a_.Lower(T(head)));
    for (const int32_t child : children_.Of(head)) {
      const bool determiner = T(child).deprel == Deprel::kDet || a_.Label(T(child)) == "nmod:poss";
      if (determiner && Is(WordClass::kDefiniteDeterminer, a_.Lower(T(child)))) return true;
      if (T(child).upos == Upos::kPropn) return true;
    }
    return false;
  }

  // The slot of a token; conjuncts take that of their first conjunct.
  Slot SlotOf(int32_t token) {
    int32_t at = token;
    for (int steps = 0; steps < kMaxClimb && T(at).deprel == Deprel::kConj && T(at).head != kNoToken; ++steps) at = T(at).head;
    Slot slot;
    const Token& t = T(at);
    slot.governor = t.head;
    const std::string_view label = a_.Label(t);
    switch (t.deprel) {
      case Deprel::kRoot: slot.kind = Slot::Kind::kRoot; slot.governor = kNoToken; break;
      case Deprel::kNsubj: case Deprel::kCsubj:
        slot.kind = label.ends_with(":pass") ? Slot::Kind::kObject : Slot::Kind::kSubject;
        break;
      case Deprel::kObj: slot.kind = Slot::Kind::kObject; break;
      case Deprel::kIobj: slot.kind = Slot::Kind::kOblique; break;
      case Deprel::kObl: case Deprel::kNmod:
        if (label == "obl:agent") {
          slot.kind = Slot::Kind::kSubject;
        } else if (label == "nmod:poss") {
          slot.kind = Slot::Kind::kModifier;
        } else {
          slot.kind = Slot::Kind::kOblique;
          if (const int32_t adposition = children_.First(at, Deprel::kCase); adposition != kNoToken) {
            slot.preposition = lexical_.Word(a_.Lemma(T(adposition)), Upos::kAdp);
          }
        }
        break;
      case Deprel::kAmod: case Deprel::kCompound: case Deprel::kNummod: case Deprel::kFlat: case Deprel::kDet:
        slot.kind = Slot::Kind::kModifier;
        break;
      case Deprel::kAdvmod: slot.kind = Slot::Kind::kAdverb; break;
      case Deprel::kAppos: slot.kind = Slot::Kind::kApposition; break;
      case Deprel::kAcl: case Deprel::kAdvcl: case Deprel::kXcomp: case Deprel::kCcomp: case Deprel::kParataxis:
        slot.kind = Slot::Kind::kClause;
        break;
      default: break;
    }
    return slot;
  }

  // -- negation -------------------------------------------------------------------

  bool NegatesItself(int32_t token) const {
    bool denied = negation_.Lacks(token) != (negation_.PhraseBefore(token) != kNoToken);
    for (const int32_t child : children_.Of(token)) {
      if (T(child).deprel == Deprel::kAdvmod && negation_.Adverb(child)) denied = !denied;
      const bool argument = T(child).deprel == Deprel::kNsubj || T(child).deprel == Deprel::kObj ||
                            (T(child).deprel == Deprel::kObl && a_.Label(T(child)) == "obl:agent");
      if ((argument && negation_.Argument(child)) || negation_.Adjunct(child)) denied = !denied;
      if (T(child).deprel == Deprel::kMark && Is(WordClass::kDenyingMark, a_.Lemma(T(child)))) denied = !denied;
    }
    return negation_.Opening(token) ? !denied : denied;
  }

  // "failed to sign", "unable to sign": what follows did not come about.
  bool Fails(int32_t verb) const { return negation_.Fails(verb); }

  // "refused" of "refused to sign": only denies what hangs on it.
  bool DeniesComplement(int32_t word) const {
    const int32_t complement = children_.First(word, Deprel::kXcomp);
    const RelationLexicon* relations = lexical_.knowledge().relations;
    return complement != kNoToken && Fails(word) && !relations->NegatesClause(a_.Lemma(T(word)));  // "deny" tells of a saying
  }

  // "anything but", "stopped short of" before what they deny.
  void MarkPhrase(int32_t word) {
    const int32_t first = negation_.PhraseBefore(word);
    if (first == kNoToken) return;
    const int32_t last = std::max(children_.First(word, Deprel::kCase), children_.First(word, Deprel::kMark));
    for (int32_t t = first; t < last; ++t) out_.terms[static_cast<size_t>(t)].denier = true;
  }

  // "never", "yet to", "zero films": says only that something is not so.
  bool SaysDenial(int32_t word) const {
    const std::string_view lower = a_.Lower(T(word));
    const Upos upos = T(word).upos;
    if (negation_.Adjunct(word)) return true;
    if ((upos == Upos::kAdv || upos == Upos::kPart) && (Is(WordClass::kNegation, lower) || negation_.YetTo(word))) return true;
    if (Is(WordClass::kPolar, lower) && T(word).head != kNoToken) {
      const int32_t denied = upos == Upos::kAdj ? T(T(word).head).head : T(word).head;  // "a single film" of a verb
      return denied != kNoToken && Denied(denied);
    }
    const bool determines = T(word).deprel == Deprel::kDet || T(word).deprel == Deprel::kNummod;
    return determines && Is(WordClass::kNegativeDeterminer, lower);
  }

  // "incapable of signing", "refrained from signing": one's own deed, not "kept Bo from it".
  bool GerundOf(int32_t verb) const {
    const int32_t head = T(verb).head;
    if (a_.Xpos(T(verb)) != "VBG" || head == kNoToken || children_.First(head, Deprel::kObj) != kNoToken) return false;
    const auto words = children_.Of(verb);
    return std::ranges::any_of(words, [&](int32_t mark) {
      const bool before = T(mark).deprel == Deprel::kCase || T(mark).deprel == Deprel::kMark;
      return before && Is(WordClass::kGerundMark, a_.Lower(T(mark)));
    });
  }

  // "turned down an offer to sign": the verb by which the infinitive is not done.
  int32_t OfferRefused(int32_t infinitive) const {
    return a_.Xpos(T(infinitive)) == "VB" ? negation_.OfferRefused(T(infinitive).head) : kNoToken;
  }

  bool Existential(int32_t token) const {
    for (const int32_t child : children_.Of(token)) {
      if (T(child).deprel == Deprel::kExpl && a_.Lower(T(child)) == "there") return true;
    }
    return false;
  }

  // "it is not true that", "it is untrue that": what follows is not so.
  bool CalledUntrue(int32_t word) const {
    const RelationLexicon* relations = lexical_.knowledge().relations;
    if (relations == nullptr) return false;
    const std::string_view lemma = a_.Lemma(T(word));
    return relations->CallsTrue(lemma) ? NegatesItself(word) : relations->CallsUntrue(lemma) && !NegatesItself(word);
  }

  // A verb without subject and auxiliary of its own, in the form of the one that it
  // is joined to.
  bool SharesNegation(int32_t token, int32_t head) const {
    if (a_.Xpos(T(token)) != a_.Xpos(T(head)) || (a_.Xpos(T(token)) != "VB" && a_.Xpos(T(token)) != "VBN")) return false;
    for (const int32_t child : children_.Of(token)) {
      const Deprel relation = T(child).deprel;
      if (relation == Deprel::kNsubj || relation == Deprel::kAux || a_.Lower(T(child)) == "but") return false;
    }
    return true;
  }

  // Counts the negations that a token's event stands under: its own clause's; for
  // a modifier of what "there is no …" denies, that one; for the complement of a
  // denied verb, the verb's.
  bool Denied(int32_t token) const {
    bool denied = NegatesItself(token);
    int32_t at = token;
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const int32_t head = T(at).head;
      if (head == kNoToken) return denied;
      const Deprel relation = T(at).deprel;
      if (const int32_t verb = relation == Deprel::kAcl ? OfferRefused(at) : kNoToken; verb != kNoToken) {
        denied = NegatesItself(verb) ? denied : !denied;
        at = verb;
        continue;
      }
      if (GerundOf(at) && (relation == Deprel::kObl || relation == Deprel::kAdvcl || relation == Deprel::kAcl) && Fails(head)) {
        denied = NegatesItself(head) ? denied : !denied;
        at = head;
        continue;
      }
      if (relation == Deprel::kAcl) {
        const Deprel above = T(head).deprel;
        const int32_t verb = T(head).head;
        const bool existential = verb != kNoToken && above == Deprel::kNsubj && Existential(verb);
        if (!existential) return denied;
        if (NegatesItself(verb)) denied = !denied;
        return denied;
      }
      if (relation == Deprel::kNsubj && Existential(head)) {
        if (NegatesItself(head)) denied = !denied;
        return denied;
      }
      if (relation == Deprel::kCsubj || relation == Deprel::kCcomp) return CalledUntrue(head) ? !denied : denied;
      if (relation != Deprel::kXcomp && relation != Deprel::kConj) return denied;
      // "is not combined, written out": one "not" for both; not in "did not sing but danced".
      if (relation == Deprel::kConj && SharesNegation(at, head) && NegatesItself(head)) denied = !denied;
      if (relation == Deprel::kXcomp && NegatesItself(head)) denied = !denied;
      if (relation == Deprel::kXcomp && Fails(head)) denied = !denied;
      at = head;
    }
    return denied;
  }

  const Reading& r_;
  const Analysis& a_;
  Children children_;
  Lexical& lexical_;
  Negation negation_;
  Terms out_;
};

}  // namespace

std::string LemmaAt(const Terms& terms, int32_t i) { return FoldMarks(terms.reading->analysis.Lemma(TokenAt(terms, i))); }

std::string Quoted(std::string_view text, TextRange range) { return "“" + std::string(range.In(text)) + "”"; }

Terms BuildTerms(const Reading& reading, Lexical* lexical) { return TermBuilder(reading, lexical).Build(); }

}  // namespace crosscheck
