#include <algorithm>

#include "core/claim/attribution_shapes.h"

// For a verb, its dependents are asked in a fixed order for something that one of
// its entries takes as content: a clause (said that it works), a tag around it
// (it works, he said), a complement (called the plan a mistake), an infinitive
// (plans to leave; told them to leave), the subject (it seems to work; it is
// expected to work), an object (criticised the plan), a topic (spoke about it).
// Trees are those of UD v2 as our parser draws them; where it is known to waver
// (parataxis or ccomp for a fronted clause) both are read.
//
// Counter-example: "He said goodbye to the staff": an object of a verb that takes
// none is no content.
//
// Cost: linear in the verb's dependents times its entries. Test: attribution_test.cpp.

namespace crosscheck {
namespace {

constexpr int32_t kMaxTagSource = 9;  // words of who speaks before a cue at the end

class VerbShapes {
 public:
  explicit VerbShapes(const AttributionText& text) : text_(text) {}

  std::optional<CueContent> Find(int32_t verb, Deps* rest) const {
    std::optional<CueContent> content = Clause(verb, rest);
    if (!content) content = Tag(verb, rest);
    if (!content) content = OfSubject(verb, rest);
    if (!content) content = Complement(verb, rest);
    if (!content) content = InfinitiveOf(verb, rest);
    if (!content) content = PassiveObject(verb, rest);
    if (!content) content = Governed(verb, rest);
    if (!content) content = Object(verb, rest);
    if (!content) content = Topic(verb, rest);
    if (!content) content = Remainder(verb, rest);
    if (!content) content = LastWord(verb, rest);
    if (!content) content = FirstWord(verb, rest);
    if (!content) content = AllBehind(verb, rest);
    return content;
  }

 private:
  bool Has(int32_t token, Deprel deprel) const { return text_.HasChild(token, deprel); }

  // said (that) it works; asked whether it works
  std::optional<CueContent> Clause(int32_t verb, Deps* rest) const {
    int32_t clause = text_.Child(verb, Deprel::kCcomp);
    if (clause == kNoToken) clause = text_.ChildLabelled(verb, "csubj:pass");
    if (clause == kNoToken) clause = StrayClause(verb);
    if (clause == kNoToken || BareParticiple(clause, verb)) return std::nullopt;
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb,
                               kTakesClause | kTakesQuote | kTakesInfinitive, rest);
    if (cue == nullptr) return std::nullopt;
    return CueContent{{clause}, {verb}, clause, true, cue, kNoToken, false};
  }

  // "Asked about the dam, Berg said": the participle in front is nothing that is said.
  bool BareParticiple(int32_t clause, int32_t verb) const {
    if (clause > verb || text_.Xpos(clause) != "VBN") return false;
    return !Has(clause, Deprel::kNsubj) && !Has(clause, Deprel::kAux) && !Has(clause, Deprel::kCop);
  }

  // A clause that the parser hung elsewhere behind the cue: to the hearer ("told
  // reporters Tuesday that it works"), or as an adverbial ("asked if it works").
  // Only "that", "if" and "whether" are sure signs.
  int32_t StrayClause(int32_t verb) const {
    for (const int32_t child : text_.children().Of(verb)) {
      if (child < verb) continue;
      const Deprel deprel = text_.At(child).deprel;
      if (deprel == Deprel::kAdvcl || deprel == Deprel::kXcomp || deprel == Deprel::kAcl) {
        if (Introduced(child)) return child;
      } else if (deprel == Deprel::kObj || deprel == Deprel::kIobj || deprel == Deprel::kObl) {
        for (const int32_t token : text_.Subtree(child)) {
          const Token& t = text_.At(token);
          if (t.deprel != Deprel::kAcl || t.head == kNoToken || !text_.IsNoun(t.head)) continue;
          if (ThatClause(token, verb) || (t.head == child && ToldClause(token, verb))) return token;
        }
      }
    }
    return kNoToken;
  }

  bool Introduced(int32_t clause) const {
    return text_.ChildWord(clause, Deprel::kMark, "that") != kNoToken ||
           text_.ChildWord(clause, Deprel::kMark, "if") != kNoToken ||
           text_.ChildWord(clause, Deprel::kMark, "whether") != kNoToken;
  }

  // "told a crowd in Miami that he knows": introduced by "that", with a subject of
  // its own, so that "that" is not the relative pronoun of "a plan that works".
  bool ThatClause(int32_t clause, int32_t verb) const {
    const int32_t subject = text_.Child(clause, Deprel::kNsubj);
    for (const int32_t child : text_.children().Of(clause)) {
      const bool that = text_.Lower(child) == "that" && child < clause && child > verb;
      if (that && subject != kNoToken && subject != child && subject > child &&
          text_.At(child).deprel == Deprel::kMark)
        return true;
    }
    return false;
  }

  // "told the crowd | the dam was safe": drawn as a clause about the hearer, but with
  // a subject of its own at its head and nothing that it lacks.
  bool ToldClause(int32_t clause, int32_t verb) const {
    const auto cues = text_.cues().Find(CueClass::kVerb, text_.Lemma(verb));
    if (std::ranges::none_of(cues, [](const Cue& cue) { return cue.addressee && cue.Takes(kTakesClause); })) return false;
    const int32_t subject = text_.Child(clause, Deprel::kNsubj);
    if (subject == kNoToken || text_.Antecedent(subject) != subject || text_.Infinitive(clause)) return false;
    const int32_t first = text_.children().Yield(clause).first;
    if (text_.IsPunct(first) || first != text_.children().Yield(subject).first) return false;
    return Has(clause, Deprel::kCop) || Has(clause, Deprel::kObj) || Has(clause, Deprel::kCcomp) || Has(clause, Deprel::kXcomp) || text_.Passive(clause);
  }

  // What stands behind a verb of saying that got none of the usual shapes: the
  // parser took the clause for an object ("says 100 voters abroad cast votes").
  std::optional<CueContent> Remainder(int32_t verb, Deps* rest) const {
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesClause, rest);
    if (cue == nullptr || cue->addressee || cue->kind == CueKind::kPlan ||
        cue->kind == CueKind::kHope)
      return std::nullopt;
    Deps heads;
    bool verbal = false;
    for (const int32_t child : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child < verb || text_.IsPunct(child) || deprel == Deprel::kConj ||
          deprel == Deprel::kCc || deprel == Deprel::kAdvcl)
        continue;
      if (deprel == Deprel::kXcomp && text_.Infinitive(child))
        return std::nullopt;  // "went on to build"
      if (deprel == Deprel::kObj || deprel == Deprel::kXcomp || !heads.empty())
        heads.push_back(child);
    }
    for (const int32_t head : heads) {
      for (const int32_t token : text_.Subtree(head)) {
        const std::string_view xpos = text_.Xpos(token);
        const bool finite =
            xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD" || xpos == "VBN";
        verbal = verbal || (finite && (cue->kind != CueKind::kArgue || !Relative(token, verb)));
      }
    }
    if (heads.empty() || !verbal || text_.Subject(verb) == kNoToken) return std::nullopt;
    return CueContent{heads, {}, heads.front(), true, cue, kNoToken, false};
  }

  // "The ward was closed, | the report | found.", "The ward, | nurses | say, is old.":
  // a subject and a cue that fill what stands between two commas, or the last comma
  // and the end, speak of the rest, whatever the parser makes of them.
  std::optional<CueContent> LastWord(int32_t verb, Deps* rest) const {
    const std::string_view xpos = text_.Xpos(verb);
    if ((xpos != "VBD" && xpos != "VBZ" && xpos != "VBP" && xpos != "VBN") || text_.QuotationOf(verb) >= 0) return std::nullopt;
    int32_t last = verb + 1;
    while (last < text_.SentenceLast(verb) && text_.cues().IsTimeWord(text_.Lower(last))) ++last;
    const bool comma = last < text_.SentenceLast(verb) && text_.Lower(last) == ",";
    for (int32_t t = last; t < text_.SentenceLast(verb) && !comma; ++t) {
      if (!text_.IsPunct(t)) return std::nullopt;
    }
    int32_t first = verb;
    bool noun = false;
    while (first > text_.SentenceFirst(verb) && verb - first < kMaxTagSource && NounPhrase(first - 1)) noun = text_.IsNoun(--first) || noun;
    if (!noun || first - text_.SentenceFirst(verb) < (comma ? 2 : 4) || text_.Lower(first - 1) != ",") return std::nullopt;
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesClause, rest);
    if (cue == nullptr || cue->kind == CueKind::kPlan || cue->kind == CueKind::kHope) return std::nullopt;
    const CueContent content = Around(verb, first, last, cue);
    return Stands(content, verb) ? std::optional(content) : std::nullopt;
  }

  // Whether the words around a cue are a statement: "in May, the firm | reported" only
  // says when.
  bool Stands(const CueContent& content, int32_t verb) const {
    const Token& head = text_.At(content.head);
    if (head.head == verb && head.deprel != Deprel::kCcomp && head.deprel != Deprel::kParataxis && head.deprel != Deprel::kNsubj) return false;
    return std::ranges::any_of(content.tokens, [&](int32_t t) {
      const std::string_view xpos = text_.Xpos(t);
      return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
    });
  }

  // "The ward was closed, | said | nurses who work there.": the same, turned round.
  std::optional<CueContent> FirstWord(int32_t verb, Deps* rest) const {
    const std::string_view xpos = text_.Xpos(verb);
    const int32_t next = verb + 1;
    if ((xpos != "VBD" && xpos != "VBZ" && xpos != "VBP") || text_.QuotationOf(verb) >= 0 || verb - text_.SentenceFirst(verb) < 4) return std::nullopt;
    if (text_.Lower(verb - 1) != "," || next >= text_.SentenceLast(verb) || !NounPhrase(next) || text_.QuotationOf(next) >= 0) return std::nullopt;
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesAnything, rest);
    if (cue == nullptr || cue->addressee) return std::nullopt;
    CueContent content = Around(verb, verb, text_.SentenceLast(verb), cue);
    content.source = text_.NearestSource(verb);
    if (!Stands(content, verb)) return std::nullopt;
    return content;
  }

  // "aides say the work they do gives hope": behind a verb that does nothing but
  // say, all that follows is said, whatever the parser makes of it.
  std::optional<CueContent> AllBehind(int32_t verb, Deps* rest) const {
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesAnything, rest);
    if (cue == nullptr || !rest->empty() || text_.Subject(verb) == kNoToken || text_.Passive(verb)) return std::nullopt;
    int32_t first = verb + 1;
    const int32_t hearer = cue->addressee ? text_.Child(verb, Deprel::kIobj) : kNoToken;
    if (hearer > verb) first = text_.children().Yield(hearer).second;
    if (cue->addressee && hearer == kNoToken) return std::nullopt;
    while (first < text_.SentenceLast(verb) && text_.cues().IsTimeWord(text_.Lower(first))) ++first;
    if (first >= text_.SentenceLast(verb) || text_.IsPunct(first) || text_.At(first).upos == Upos::kAdp || text_.At(first).upos == Upos::kSconj || text_.QuotationOf(first) >= 0) return std::nullopt;
    CueContent content{{}, {verb}, kNoToken, true, cue, kNoToken, false};
    bool finite = false;
    int32_t end = first;
    for (; end < text_.SentenceLast(verb) && text_.Lower(end) != ";"; ++end) {
      const std::string_view xpos = text_.Xpos(end);
      finite = finite || xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
    }
    if (!finite) return std::nullopt;
    for (int32_t t = first; t < end; ++t) {
      content.tokens.push_back(t);
      if (content.head == kNoToken && text_.At(t).upos == Upos::kVerb) content.head = t;
    }
    content.heads = {content.head == kNoToken ? first : content.head};
    content.head = content.heads.front();
    return content;
  }

  bool NounPhrase(int32_t t) const {
    const Upos upos = text_.At(t).upos;
    const bool joins = upos == Upos::kDet || upos == Upos::kAdj || upos == Upos::kAux || text_.Xpos(t) == "POS";
    return joins || text_.IsNoun(t) || (upos == Upos::kAdp && text_.Lower(t) == "of");
  }

  // The content that all tokens of the sentence outside [first, last) are.
  CueContent Around(int32_t verb, int32_t first, int32_t last, const Cue* cue) const {
    CueContent content{{}, {}, kNoToken, true, cue, kNoToken, false};
    for (int32_t t = text_.SentenceFirst(verb); t < text_.SentenceLast(verb); ++t) {
      if (t >= first && t < last) continue;
      content.tokens.push_back(t);
      const int32_t head = text_.At(t).head;
      if (content.head == kNoToken && !text_.IsPunct(t) && (head == kNoToken || (head >= first && head < last))) content.head = t;
    }
    if (content.head == kNoToken) content.head = content.tokens.front();
    content.heads = {content.head};
    for (int32_t t = verb - 1; t >= first && content.source == kNoToken; --t) {
      const int32_t head = text_.At(t).head;
      if (text_.IsNoun(t) && (head == kNoToken || head < first || head >= verb)) content.source = t;
    }
    return content;
  }

  // "holds a rally that draws thousands": a clause that only describes a noun.
  bool Relative(int32_t token, int32_t verb) const {
    for (int climb = 0; climb < 8 && token != kNoToken && token != verb;
         ++climb, token = text_.At(token).head) {
      if (text_.At(token).deprel == Deprel::kAcl) return true;
    }
    return false;
  }

  // it works, he said; as he noted, it works
  std::optional<CueContent> Tag(int32_t verb, Deps* rest) const {
    const Token& t = text_.At(verb);
    const int32_t inside = text_.Child(verb, Deprel::kParataxis);
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesClause, rest);
    if (cue == nullptr && BesideQuotation(verb)) cue = FindEntry(text_, CueClass::kVerb, verb, kTakesQuote, rest);
    if (cue == nullptr) return std::nullopt;
    if (inside != kNoToken && BareParticiple(inside, verb)) return std::nullopt;
    const bool own_object = Has(verb, Deprel::kObj) && !cue->addressee;
    if (t.deprel == Deprel::kParataxis && t.head != kNoToken && text_.Subject(verb) != kNoToken &&
        !own_object) {
      if (text_.At(t.head).deprel == Deprel::kParataxis && text_.At(t.head).head == verb)
        return std::nullopt;
      return CueContent{{t.head}, {verb}, t.head, true, cue, kNoToken, false};
    }
    if (inside != kNoToken && !own_object)
      return CueContent{{inside}, {}, inside, true, cue, kNoToken, false};
    const int32_t as = text_.ChildWord(verb, Deprel::kMark, "as");
    const int32_t as_case = as != kNoToken ? as : text_.ChildWord(verb, Deprel::kAdvmod, "as");
    const bool read_out = text_.Subject(verb) != kNoToken && text_.Passive(verb);  // "stood up as the list was read out"
    if (as_case != kNoToken && t.deprel == Deprel::kAdvcl && t.head != kNoToken && !own_object && !read_out) {
      return CueContent{{t.head}, {verb}, t.head, true, cue, kNoToken, false};
    }
    return std::nullopt;
  }

  // "We lost," he went on; but "he went home, they lost": verbs that take nothing but
  // a quotation are no cues without one.
  bool BesideQuotation(int32_t verb) const {
    for (int32_t t = text_.SentenceFirst(verb); t < text_.SentenceLast(verb); ++t) {
      if (text_.QuotationOf(t) >= 0 && text_.QuotationOf(t) != text_.QuotationOf(verb)) return true;
    }
    return false;
  }

  // it seems to work; it is expected to work: nobody is named
  std::optional<CueContent> OfSubject(int32_t verb, Deps* rest) const {
    const bool passive = text_.Passive(verb);
    const Cue* cue =
        FindEntry(text_, CueClass::kVerb, verb, passive ? kTakesPassive : kTakesSubject, rest);
    if (cue == nullptr) return std::nullopt;
    const int32_t xcomp = text_.Child(verb, Deprel::kXcomp);
    if (xcomp == kNoToken) return std::nullopt;
    Deps heads = {xcomp};
    const int32_t subject = text_.ChildLabelled(verb, passive ? "nsubj:pass" : "nsubj");
    if (subject != kNoToken && subject < verb) heads.insert(heads.begin(), subject);
    CueContent content{heads, {}, xcomp, true, cue, kNoToken, true};
    if (passive) content.source = text_.Subject(verb);
    return content;
  }

  // called the plan a mistake; described it as weak; dismissed as absurd
  std::optional<CueContent> Complement(int32_t verb, Deps* rest) const {
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesComplement, rest);
    if (cue == nullptr) return std::nullopt;
    const bool passive = text_.Passive(verb);
    int32_t object = passive ? text_.ChildLabelled(verb, "nsubj:pass") : text_.Child(verb, Deprel::kObj);
    if (!passive && object == kNoToken) object = text_.Child(verb, Deprel::kIobj);
    int32_t complement = kNoToken;
    for (const int32_t child : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(child).deprel;
      const bool as = text_.ChildWord(child, Deprel::kCase, "as") != kNoToken ||
                      text_.ChildWord(child, Deprel::kMark, "as") != kNoToken;
      if (child > verb && ((deprel == Deprel::kXcomp && !text_.Infinitive(child)) ||
                           (deprel == Deprel::kObl && as) || (deprel == Deprel::kAdvcl && as))) {
        complement = child;
        break;
      }
    }
    if (complement == kNoToken && object != kNoToken && object > verb) complement = Within(object);
    if (complement == kNoToken && !passive && object != kNoToken) complement = ObjectBehind(verb, object);
    const int32_t first_object = text_.Child(verb, Deprel::kIobj);
    if (complement == kNoToken && first_object != kNoToken &&
        object != kNoToken) {  // called him a liar
      return CueContent{{first_object, object}, {verb}, object, true, cue, kNoToken, false};
    }
    if (complement == kNoToken) return NameCalled(verb, cue, rest);
    if (object != kNoToken && object > verb) rest->clear();  // "see | the move as"
    Deps heads;
    if (object != kNoToken) heads.push_back(object);
    else if (text_.At(verb).deprel == Deprel::kAcl && passive)
      heads.push_back(text_.Antecedent(text_.At(verb).head));
    heads.push_back(complement);
    CueContent content{heads, {verb}, complement, true, cue, kNoToken, passive};
    if (passive) content.source = text_.Subject(verb);
    return content;
  }

  // "see the move | as driven by fear": drawn as a part of the object.
  int32_t Within(int32_t object) const {
    for (const int32_t child : text_.children().Of(object)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child < object || (deprel != Deprel::kAcl && deprel != Deprel::kNmod && deprel != Deprel::kAdvcl)) continue;
      if (text_.ChildWord(child, Deprel::kCase, "as") != kNoToken || text_.ChildWord(child, Deprel::kMark, "as") != kNoToken) return child;
    }
    return kNoToken;
  }

  // "called the members "thieves"", "called Christmas a sham": drawn as one object,
  // but with a quotation in it, or with an article behind a noun.
  std::optional<CueContent> NameCalled(int32_t verb, const Cue* cue, Deps* rest) const {
    const int32_t object = text_.Passive(verb) ? kNoToken : text_.Child(verb, Deprel::kObj);
    if (object == kNoToken || object < verb || text_.QuotationOf(verb) >= 0 || !rest->empty()) return std::nullopt;
    const auto [first, last] = text_.children().Yield(object);
    bool near = true;  // no preposition between
    for (int32_t t = first; t < last; ++t) {
      near = near && (t == first || (text_.At(t).upos != Upos::kAdp && text_.At(t).upos != Upos::kCconj));
      const bool article = near && t > first && text_.At(t).upos == Upos::kDet && text_.IsNoun(t - 1);
      if (text_.QuotationOf(t) >= 0 || article) return CueContent{{object}, {verb}, object, true, cue, kNoToken, false};
    }
    return std::nullopt;
  }

  // "which Berg called a shame", "called Berg a fool" drawn as two objects: the one
  // behind, what it is called.
  int32_t ObjectBehind(int32_t verb, int32_t object) const {
    for (const int32_t child : text_.children().Of(verb)) {
      if (child > verb && child > object && text_.At(child).deprel == Deprel::kObj) return child;
    }
    return kNoToken;
  }

  // plans to leave; told them to leave; wants them to leave; enjoys leaving
  std::optional<CueContent> InfinitiveOf(int32_t verb, Deps* rest) const {
    int32_t xcomp = kNoToken;
    for (const int32_t child : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child > verb && (deprel == Deprel::kXcomp || deprel == Deprel::kAdvcl) &&
          text_.Infinitive(child) &&
          (deprel == Deprel::kXcomp || Has(verb, Deprel::kObj) || text_.Passive(verb))) {
        xcomp = child;
        break;
      }
    }
    if (xcomp == kNoToken) return AskedTo(verb, rest);
    const int32_t object = text_.Child(verb, Deprel::kObj);
    const bool with_object = object != kNoToken && object < xcomp;
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb,
                               with_object ? kTakesObjectInfinitive : kTakesInfinitive, rest);
    if (cue == nullptr && with_object)
      cue = FindEntry(text_, CueClass::kVerb, verb, kTakesInfinitive, rest);
    if (cue == nullptr) return std::nullopt;
    CueContent content{{xcomp}, {}, xcomp, true, cue, kNoToken, false};
    if (with_object && cue->Takes(kTakesObjectInfinitive))
      content.heads.insert(content.heads.begin(), object);
    return content;
  }

  // "urged the council | to act": drawn as a part of who is urged.
  std::optional<CueContent> AskedTo(int32_t verb, Deps* rest) const {
    for (const int32_t hearer : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(hearer).deprel;
      if (hearer < verb || (deprel != Deprel::kObj && deprel != Deprel::kIobj)) continue;
      for (const int32_t child : text_.children().Of(hearer)) {
        if (child < hearer || text_.At(child).deprel != Deprel::kAcl || !text_.Infinitive(child)) continue;
        const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesInfinitive, rest);
        if (cue != nullptr && cue->addressee) return CueContent{{child}, {}, child, true, cue, kNoToken, false};
      }
    }
    rest->clear();
    return std::nullopt;
  }

  // the plan was criticised by the mayor; the plan proposed by the mayor
  std::optional<CueContent> PassiveObject(int32_t verb, Deps* rest) const {
    if (!text_.Passive(verb)) return std::nullopt;
    const Cue* cue = FindEntry(text_, CueClass::kVerb, verb, kTakesObject, rest);
    if (cue == nullptr || cue->addressee) return std::nullopt;
    int32_t object = text_.ChildLabelled(verb, "nsubj:pass");
    Deps without;
    if (object == kNoToken && text_.At(verb).deprel == Deprel::kAcl) {
      object = text_.At(verb).head;
      without = {verb};
    }
    const int32_t source = text_.Subject(verb);
    if (object == kNoToken || source == kNoToken) return std::nullopt;
    return CueContent{{object}, without, object, false, cue, source, true};
  }

  // called for reform: the entry names the preposition
  std::optional<CueContent> Governed(int32_t verb, Deps* rest) const {
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, text_.Lemma(verb))) {
      if (cue.rest.empty() || !text_.Follows(verb, cue, rest)) continue;
      const int32_t preposition = rest->back();
      const int32_t governed = text_.At(preposition).head;
      if (governed == kNoToken || governed == verb || governed < preposition) continue;
      if (text_.At(preposition).deprel != Deprel::kCase &&
          text_.At(preposition).deprel != Deprel::kMark)
        continue;
      // "called on them to leave": what is asked, not who is asked
      const int32_t to = text_.Child(verb, Deprel::kXcomp);
      Deps heads = {governed};
      if (to != kNoToken && to > governed && text_.Infinitive(to)) heads.push_back(to);
      return CueContent{heads, {preposition}, heads.back(), to != kNoToken, &cue, kNoToken, false};
    }
    rest->clear();
    return std::nullopt;
  }

  // criticised the plan
  std::optional<CueContent> Object(int32_t verb, Deps* rest) const {
    if (text_.Passive(verb)) return std::nullopt;
    int32_t object = text_.Child(verb, Deprel::kObj);
    Deps heads;
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, text_.Lemma(verb))) {
      if (!cue.Takes(kTakesObject) || cue.addressee || !text_.Follows(verb, cue, rest)) continue;
      if (object == kNoToken) return std::nullopt;
      // accused him of fraud: the topic belongs to the content
      heads = {object};
      // "showed Berg leading Lind": drawn as two objects
      for (const int32_t child : text_.children().Of(verb)) {
        if (child > object && text_.At(child).deprel == Deprel::kObj && !cue.addressee) heads.push_back(child);
      }
      int32_t preposition = kNoToken;
      if (const int32_t topic = TopicOf(text_, verb, cue, &preposition);
          topic != kNoToken && topic > object)
        heads.push_back(topic);
      return CueContent{heads, {}, heads.back(), false, &cue, kNoToken, false};
    }
    rest->clear();
    return std::nullopt;
  }

  // spoke about the plan
  std::optional<CueContent> Topic(int32_t verb, Deps* rest) const {
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, text_.Lemma(verb))) {
      if (!text_.Follows(verb, cue, rest)) continue;
      int32_t preposition = kNoToken;
      int32_t topic = TopicOf(text_, verb, cue, &preposition);
      // "reminded voters | of his record": drawn as a part of the hearer
      const int32_t hearer = cue.addressee && topic == kNoToken ? text_.Child(verb, Deprel::kObj) : kNoToken;
      if (hearer != kNoToken) topic = TopicOf(text_, hearer, cue, &preposition);
      if (topic == kNoToken) continue;
      if (hearer != kNoToken) return CueContent{{topic}, {preposition}, topic, false, &cue, kNoToken, false};
      return TopicContent(verb, topic, preposition, cue, rest);
    }
    rest->clear();
    return std::nullopt;
  }

  const AttributionText& text_;
};

}  // namespace

std::optional<CueContent> VerbContent(const AttributionText& text, int32_t verb, Deps* rest) {
  return VerbShapes(text).Find(verb, rest);
}

const Cue* FindEntry(const AttributionText& text, CueClass word_class, int32_t token,
                     uint16_t frames, Deps* rest) {
  for (const Cue& cue : text.cues().Find(word_class, text.Lemma(token))) {
    if ((frames == 0 || cue.Takes(frames)) && text.Follows(token, cue, rest)) return &cue;
  }
  rest->clear();
  return nullptr;
}

int32_t TopicOf(const AttributionText& text, int32_t head, const Cue& cue, int32_t* preposition) {
  for (const int32_t child : text.children().Of(head)) {
    const Deprel deprel = text.At(child).deprel;
    if (child < head || (deprel != Deprel::kObl && deprel != Deprel::kNmod &&
                         deprel != Deprel::kAdvcl && deprel != Deprel::kAcl))
      continue;
    for (const std::string& word : cue.topics) {
      *preposition = text.ChildWord(child, Deprel::kCase, word);
      if (*preposition == kNoToken) *preposition = text.ChildWord(child, Deprel::kMark, word);
      if (*preposition != kNoToken) return child;
    }
  }
  return kNoToken;
}

CueContent TopicContent(int32_t head, int32_t topic, int32_t preposition, const Cue& cue,
                        Deps* rest) {
  CueContent content{{topic}, {preposition}, topic, false, &cue, kNoToken, false};
  if (preposition <= (rest->empty() ? head : rest->back()) + 2) rest->push_back(preposition);
  return content;
}

}  // namespace crosscheck
