#include <algorithm>
#include <optional>

#include "core/claim/attribution_parts.h"

// Attributions that grammar shows, word by word of the cue lexicon.
//
// For a verb, its dependents are asked in a fixed order for something that one of
// its entries takes as content: a clause (said that it works), a tag around it
// (it works, he said), a complement (called the plan a mistake), an infinitive
// (plans to leave; told them to leave), the subject (it seems to work; it is
// expected to work), an object (criticised the plan), a topic (spoke about it).
// A verb with none of these is a cue only beside a quotation, see
// attribution_quotes.cpp. Nouns ("the claim that"), adjectives ("confident that"),
// adverbs ("reportedly") and adpositions ("according to") have their own few
// shapes. Trees are those of UD v2 as our parser draws them; where it is known to
// waver (parataxis or ccomp for a fronted clause) both are read.
//
// Example: "The mayor, who denied the charge, said it was 'absurd'." gives
//   who | denied | the charge   and   The mayor | said | it was 'absurd'.
// Counter-example: "He said goodbye to the staff": an object of a verb that takes
// none is no content.
//
// Cost: linear in tokens times the entries of a word. Test: attribution_test.cpp.

namespace crosscheck {
namespace {

using Deps = std::vector<int32_t>;

// What was found beside a cue.
struct Content {
  Deps heads;            // tokens whose subtrees are the content
  Deps without;          // subtrees that are not
  int32_t head = kNoToken;
  bool proposition = true;
  const Cue* cue = nullptr;
  int32_t source = kNoToken;  // where the shape itself names it
  bool no_source = false;     // nobody is named, so the subject must not be asked
};

class CueReader {
 public:
  CueReader(const AttributionText& text, std::vector<Attribution>* out) : text_(text), out_(out) {}

  void Read(int32_t token) {
    switch (text_.At(token).upos) {
      case Upos::kVerb:
        if (!Adposition(token)) Verb(token);
        break;
      case Upos::kNoun:
      case Upos::kPropn:
        Noun(token);
        break;
      case Upos::kAdj:
        Adjective(token);
        break;
      case Upos::kAdv:
        Adverb(token);
        break;
      case Upos::kAdp:
      case Upos::kSconj:
        Adposition(token);
        break;
      default:
        break;
    }
  }

  // "The firm said that it lost, according to Berg": what frames the whole sentence is
  // no part of what the firm said.
  void CutFrames() {
    for (const size_t frame : framing_) {
      const Attribution& outer = (*out_)[frame];
      if (outer.source.empty()) continue;
      const TextRange phrase = Cover(outer.cue.front(), outer.source.back());
      for (size_t i = 0; i < out_->size(); ++i) {
        Attribution& inner = (*out_)[i];
        const bool framed = i != frame && std::ranges::any_of(outer.content, [&](TextRange r) { return r.Contains(inner.cue.front()); });
        if (!framed || inner.content.empty() || inner.content.back().end != phrase.end || inner.content.back().start >= phrase.start) continue;
        TextRange& last = inner.content.back();
        const std::string_view text = text_.analysis().text();
        last.end = phrase.start;
        while (last.end > last.start && (text[last.end - 1] == ' ' || text[last.end - 1] == ',')) --last.end;
      }
    }
  }

 private:
  // An entry whose further words follow, among those that take one of `frames`.
  const Cue* Entry(CueClass word_class, int32_t token, uint16_t frames, Deps* rest) const {
    for (const Cue& cue : text_.cues().Find(word_class, text_.Lemma(token))) {
      if ((frames == 0 || cue.Takes(frames)) && text_.Follows(token, cue, rest)) return &cue;
    }
    rest->clear();
    return nullptr;
  }

  bool Has(int32_t token, Deprel deprel) const { return text_.HasChild(token, deprel); }

  // --- verbs ------------------------------------------------------------------

  void Verb(int32_t verb) {
    if (text_.cues().Find(CueClass::kVerb, text_.Lemma(verb)).empty()) return;
    Deps rest;
    std::optional<Content> content = Clause(verb, &rest);
    if (!content) content = Tag(verb, &rest);
    if (!content) content = OfSubject(verb, &rest);
    if (!content) content = Complement(verb, &rest);
    if (!content) content = InfinitiveOf(verb, &rest);
    if (!content) content = PassiveObject(verb, &rest);
    if (!content) content = Governed(verb, &rest);
    if (!content) content = Object(verb, &rest);
    if (!content) content = Topic(verb, &rest);
    if (!content) content = Remainder(verb, &rest);
    if (content) WithPlace(verb, &rest);
    if (content) Add(verb, rest, *content);
  }

  // "said in a statement": the place of saying belongs to the cue where it follows.
  void WithPlace(int32_t verb, Deps* rest) const {
    const int32_t in = (rest->empty() ? verb : rest->back()) + 1;
    if (in >= text_.SentenceLast(verb) || text_.Lower(in) != "in" || text_.At(in).head == kNoToken) return;
    const int32_t noun = text_.At(in).head;
    if (noun < in || noun - in > 3) return;
    const auto cues = text_.cues().Find(CueClass::kNoun, text_.Lemma(noun));
    if (!cues.empty() && cues.front().kind == CueKind::kSay) rest->push_back(noun);
  }

  // said (that) it works; asked whether it works
  std::optional<Content> Clause(int32_t verb, Deps* rest) const {
    int32_t clause = text_.Child(verb, Deprel::kCcomp);
    if (clause == kNoToken) clause = text_.ChildLabelled(verb, "csubj:pass");
    if (clause == kNoToken) clause = StrayClause(verb);
    if (clause == kNoToken || BareParticiple(clause, verb)) return std::nullopt;
    const Cue* cue = Entry(CueClass::kVerb, verb, kTakesClause | kTakesQuote | kTakesInfinitive, rest);
    if (cue == nullptr) return std::nullopt;
    return Content{{clause}, {verb}, clause, true, cue, kNoToken, false};
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
          if (t.deprel == Deprel::kAcl && t.head != kNoToken && text_.IsNoun(t.head) && ThatClause(token, verb)) return token;
        }
      }
    }
    return kNoToken;
  }

  bool Introduced(int32_t clause) const {
    return text_.ChildWord(clause, Deprel::kMark, "that") != kNoToken || text_.ChildWord(clause, Deprel::kMark, "if") != kNoToken ||
           text_.ChildWord(clause, Deprel::kMark, "whether") != kNoToken;
  }

  // "told a crowd in Miami that he knows": introduced by "that", with a subject of
  // its own, so that "that" is not the relative pronoun of "a plan that works".
  bool ThatClause(int32_t clause, int32_t verb) const {
    const int32_t subject = text_.Child(clause, Deprel::kNsubj);
    for (const int32_t child : text_.children().Of(clause)) {
      const bool that = text_.Lower(child) == "that" && child < clause && child > verb;
      if (that && subject != kNoToken && subject != child && subject > child && text_.At(child).deprel == Deprel::kMark) return true;
    }
    return false;
  }

  // What stands behind a verb of saying that got none of the usual shapes: the
  // parser took the clause for an object ("says 100 voters abroad cast votes").
  std::optional<Content> Remainder(int32_t verb, Deps* rest) const {
    const Cue* cue = Entry(CueClass::kVerb, verb, kTakesClause, rest);
    if (cue == nullptr || cue->addressee || cue->kind == CueKind::kPlan || cue->kind == CueKind::kHope) return std::nullopt;
    Deps heads;
    bool verbal = false;
    for (const int32_t child : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child < verb || text_.IsPunct(child) || deprel == Deprel::kConj || deprel == Deprel::kCc || deprel == Deprel::kAdvcl) continue;
      if (deprel == Deprel::kXcomp && text_.Infinitive(child)) return std::nullopt;  // "went on to build"
      if (deprel == Deprel::kObj || deprel == Deprel::kXcomp || !heads.empty()) heads.push_back(child);
    }
    for (const int32_t head : heads) {
      for (const int32_t token : text_.Subtree(head)) {
        const std::string_view xpos = text_.Xpos(token);
        const bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD" || xpos == "VBN";
        verbal = verbal || (finite && (cue->kind != CueKind::kArgue || !Relative(token, verb)));
      }
    }
    if (heads.empty() || !verbal || text_.Subject(verb) == kNoToken) return std::nullopt;
    return Content{heads, {}, heads.front(), true, cue, kNoToken, false};
  }

  // "holds a rally that draws thousands": a clause that only describes a noun.
  bool Relative(int32_t token, int32_t verb) const {
    for (int climb = 0; climb < 8 && token != kNoToken && token != verb; ++climb, token = text_.At(token).head) {
      if (text_.At(token).deprel == Deprel::kAcl) return true;
    }
    return false;
  }

  // it works, he said; as he noted, it works
  std::optional<Content> Tag(int32_t verb, Deps* rest) const {
    const Token& t = text_.At(verb);
    const int32_t inside = text_.Child(verb, Deprel::kParataxis);
    const Cue* cue = Entry(CueClass::kVerb, verb, kTakesClause | kTakesQuote, rest);
    if (cue == nullptr || (!cue->Takes(kTakesClause) && !BesideQuotation(verb))) return std::nullopt;
    if (inside != kNoToken && BareParticiple(inside, verb)) return std::nullopt;
    const bool own_object = Has(verb, Deprel::kObj) && !cue->addressee;
    if (t.deprel == Deprel::kParataxis && t.head != kNoToken && text_.Subject(verb) != kNoToken && !own_object) {
      if (text_.At(t.head).deprel == Deprel::kParataxis && text_.At(t.head).head == verb) return std::nullopt;
      return Content{{t.head}, {verb}, t.head, true, cue, kNoToken, false};
    }
    if (inside != kNoToken && !own_object) return Content{{inside}, {}, inside, true, cue, kNoToken, false};
    const int32_t as = text_.ChildWord(verb, Deprel::kMark, "as");
    const int32_t as_case = as != kNoToken ? as : text_.ChildWord(verb, Deprel::kAdvmod, "as");
    if (as_case != kNoToken && t.deprel == Deprel::kAdvcl && t.head != kNoToken && !own_object) {
      return Content{{t.head}, {verb}, t.head, true, cue, kNoToken, false};
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
  std::optional<Content> OfSubject(int32_t verb, Deps* rest) const {
    const bool passive = text_.Passive(verb);
    const Cue* cue = Entry(CueClass::kVerb, verb, passive ? kTakesPassive : kTakesSubject, rest);
    if (cue == nullptr) return std::nullopt;
    const int32_t xcomp = text_.Child(verb, Deprel::kXcomp);
    if (xcomp == kNoToken) return std::nullopt;
    Deps heads = {xcomp};
    const int32_t subject = text_.ChildLabelled(verb, passive ? "nsubj:pass" : "nsubj");
    if (subject != kNoToken && subject < verb) heads.insert(heads.begin(), subject);
    Content content{heads, {}, xcomp, true, cue, kNoToken, true};
    if (passive) content.source = text_.Subject(verb);
    return content;
  }

  // called the plan a mistake; described it as weak; dismissed as absurd
  std::optional<Content> Complement(int32_t verb, Deps* rest) const {
    const Cue* cue = Entry(CueClass::kVerb, verb, kTakesComplement, rest);
    if (cue == nullptr) return std::nullopt;
    const bool passive = text_.Passive(verb);
    const int32_t object = passive ? text_.ChildLabelled(verb, "nsubj:pass") : text_.Child(verb, Deprel::kObj);
    int32_t complement = kNoToken;
    for (const int32_t child : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(child).deprel;
      const bool as = text_.ChildWord(child, Deprel::kCase, "as") != kNoToken || text_.ChildWord(child, Deprel::kMark, "as") != kNoToken;
      if (child > verb && ((deprel == Deprel::kXcomp && !text_.Infinitive(child)) || (deprel == Deprel::kObl && as) || (deprel == Deprel::kAdvcl && as))) {
        complement = child;
        break;
      }
    }
    const int32_t first_object = text_.Child(verb, Deprel::kIobj);
    if (complement == kNoToken && first_object != kNoToken && object != kNoToken) {  // called him a liar
      return Content{{first_object, object}, {verb}, object, true, cue, kNoToken, false};
    }
    if (complement == kNoToken) return std::nullopt;
    Deps heads;
    if (object != kNoToken) heads.push_back(object);
    else if (text_.At(verb).deprel == Deprel::kAcl && passive) heads.push_back(text_.Antecedent(text_.At(verb).head));
    heads.push_back(complement);
    Content content{heads, {verb}, complement, true, cue, kNoToken, passive};
    if (passive) content.source = text_.Subject(verb);
    return content;
  }

  // plans to leave; told them to leave; wants them to leave; enjoys leaving
  std::optional<Content> InfinitiveOf(int32_t verb, Deps* rest) const {
    int32_t xcomp = kNoToken;
    for (const int32_t child : text_.children().Of(verb)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child > verb && (deprel == Deprel::kXcomp || deprel == Deprel::kAdvcl) && text_.Infinitive(child) &&
          (deprel == Deprel::kXcomp || Has(verb, Deprel::kObj) || text_.Passive(verb))) {
        xcomp = child;
        break;
      }
    }
    if (xcomp == kNoToken) return std::nullopt;
    const int32_t object = text_.Child(verb, Deprel::kObj);
    const bool with_object = object != kNoToken && object < xcomp;
    const Cue* cue = Entry(CueClass::kVerb, verb, with_object ? kTakesObjectInfinitive : kTakesInfinitive, rest);
    if (cue == nullptr && with_object) cue = Entry(CueClass::kVerb, verb, kTakesInfinitive, rest);
    if (cue == nullptr) return std::nullopt;
    Content content{{xcomp}, {}, xcomp, true, cue, kNoToken, false};
    if (with_object && cue->Takes(kTakesObjectInfinitive)) content.heads.insert(content.heads.begin(), object);
    return content;
  }

  // the plan was criticised by the mayor; the plan proposed by the mayor
  std::optional<Content> PassiveObject(int32_t verb, Deps* rest) const {
    if (!text_.Passive(verb)) return std::nullopt;
    const Cue* cue = Entry(CueClass::kVerb, verb, kTakesObject, rest);
    if (cue == nullptr || cue->addressee) return std::nullopt;
    int32_t object = text_.ChildLabelled(verb, "nsubj:pass");
    Deps without;
    if (object == kNoToken && text_.At(verb).deprel == Deprel::kAcl) {
      object = text_.At(verb).head;
      without = {verb};
    }
    const int32_t source = text_.Subject(verb);
    if (object == kNoToken || source == kNoToken) return std::nullopt;
    return Content{{object}, without, object, false, cue, source, true};
  }

  // called for reform: the entry names the preposition
  std::optional<Content> Governed(int32_t verb, Deps* rest) const {
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, text_.Lemma(verb))) {
      if (cue.rest.empty() || !text_.Follows(verb, cue, rest)) continue;
      const int32_t preposition = rest->back();
      const int32_t governed = text_.At(preposition).head;
      if (governed == kNoToken || governed == verb || governed < preposition) continue;
      if (text_.At(preposition).deprel != Deprel::kCase && text_.At(preposition).deprel != Deprel::kMark) continue;
      // "called on them to leave": what is asked, not who is asked
      const int32_t to = text_.Child(verb, Deprel::kXcomp);
      Deps heads = {governed};
      if (to != kNoToken && to > governed && text_.Infinitive(to)) heads.push_back(to);
      return Content{heads, {preposition}, heads.back(), to != kNoToken, &cue, kNoToken, false};
    }
    rest->clear();
    return std::nullopt;
  }

  // criticised the plan
  std::optional<Content> Object(int32_t verb, Deps* rest) const {
    if (text_.Passive(verb)) return std::nullopt;
    int32_t object = text_.Child(verb, Deprel::kObj);
    Deps heads;
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, text_.Lemma(verb))) {
      if (!cue.Takes(kTakesObject) || cue.addressee || !text_.Follows(verb, cue, rest)) continue;
      if (object == kNoToken) return std::nullopt;
      // accused him of fraud: the topic belongs to the content
      heads = {object};
      int32_t preposition = kNoToken;
      if (const int32_t topic = TopicOf(verb, cue, &preposition); topic != kNoToken && topic > object) heads.push_back(topic);
      return Content{heads, {}, heads.back(), false, &cue, kNoToken, false};
    }
    rest->clear();
    return std::nullopt;
  }

  // The dependent behind `head` that one of the entry's prepositions introduces,
  // and that preposition.
  int32_t TopicOf(int32_t head, const Cue& cue, int32_t* preposition) const {
    for (const int32_t child : text_.children().Of(head)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child < head || (deprel != Deprel::kObl && deprel != Deprel::kNmod && deprel != Deprel::kAdvcl && deprel != Deprel::kAcl)) continue;
      for (const std::string& word : cue.topics) {
        *preposition = text_.ChildWord(child, Deprel::kCase, word);
        if (*preposition == kNoToken) *preposition = text_.ChildWord(child, Deprel::kMark, word);
        if (*preposition != kNoToken) return child;
      }
    }
    return kNoToken;
  }

  // The content that a topic is; its preposition goes to the cue where it follows
  // at once ("spoke about", but "spoke on Monday | about").
  Content TopicContent(int32_t head, int32_t topic, int32_t preposition, const Cue& cue, Deps* rest) const {
    Content content{{topic}, {preposition}, topic, false, &cue, kNoToken, false};
    if (preposition <= (rest->empty() ? head : rest->back()) + 2) rest->push_back(preposition);
    return content;
  }

  // spoke about the plan
  std::optional<Content> Topic(int32_t verb, Deps* rest) const {
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, text_.Lemma(verb))) {
      if (!text_.Follows(verb, cue, rest)) continue;
      int32_t preposition = kNoToken;
      const int32_t topic = TopicOf(verb, cue, &preposition);
      if (topic != kNoToken) return TopicContent(verb, topic, preposition, cue, rest);
    }
    rest->clear();
    return std::nullopt;
  }

  // --- nouns, adjectives, adverbs, adpositions -----------------------------------

  // the claim that it works; his plan to leave; criticism of the plan
  void Noun(int32_t noun) {
    Deps rest;
    const Cue* cue = Entry(CueClass::kNoun, noun, 0, &rest);
    if (cue == nullptr) return;
    Content content;
    content.cue = cue;
    for (const int32_t child : text_.children().Of(noun)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child < noun || (deprel != Deprel::kAcl && deprel != Deprel::kCcomp && deprel != Deprel::kXcomp)) continue;
      const bool relative = Label(child) == "acl:relcl";
      const bool that = text_.ChildWord(child, Deprel::kMark, "that") != kNoToken || (deprel == Deprel::kCcomp && !relative);
      if ((that && cue->Takes(kTakesClause)) || (text_.Infinitive(child) && cue->Takes(kTakesInfinitive))) content.heads = {child};
    }
    // "the question is whether": the complement clause of a copula
    content.proposition = !content.heads.empty();
    if (content.heads.empty()) {
      int32_t preposition = kNoToken;
      const int32_t topic = TopicOf(noun, *cue, &preposition);
      if (topic == kNoToken || NounSource(noun) == kNoToken) return;
      content = TopicContent(noun, topic, preposition, *cue, &rest);
    }
    content.head = content.heads.front();
    content.source = NounSource(noun);
    content.no_source = true;
    // "made the claim that": the verb belongs to the cue
    const int32_t verb = text_.At(noun).head;
    const bool supported = text_.At(noun).deprel == Deprel::kObj && verb != kNoToken && verb < noun && noun - verb < 6 &&
                           text_.cues().IsSupportVerb(text_.Lemma(verb));
    if (supported) {
      rest.push_back(noun);
      Add(verb, rest, content);
    } else {
      Add(noun, rest, content);
    }
  }

  std::string_view Label(int32_t token) const { return text_.Label(token); }

  // his claim; the claim by Berg; made the claim; the company's
  int32_t NounSource(int32_t noun) const {
    const int32_t owner = text_.ChildLabelled(noun, "nmod:poss");
    if (owner != kNoToken) return owner;
    for (const int32_t child : text_.children().Of(noun)) {
      if (text_.At(child).deprel != Deprel::kNmod) continue;
      if (text_.ChildWord(child, Deprel::kCase, "by") != kNoToken || text_.ChildWord(child, Deprel::kCase, "from") != kNoToken ||
          text_.ChildWord(child, Deprel::kCase, "among") != kNoToken) return child;
    }
    const Token& t = text_.At(noun);
    if (t.deprel == Deprel::kObj && t.head != kNoToken) return text_.Subject(t.head);
    return kNoToken;
  }

  // is confident that it works; is eager to leave; it is likely to rain
  void Adjective(int32_t adjective) {
    Deps rest;
    const int32_t xcomp = text_.Child(adjective, Deprel::kXcomp);
    int32_t clause = text_.Child(adjective, Deprel::kCcomp);
    if (clause == kNoToken) clause = text_.Child(adjective, Deprel::kCsubj);
    Content content;
    if (clause != kNoToken) {
      content.cue = Entry(CueClass::kAdjective, adjective, kTakesClause | kTakesSubject, &rest);
      content.heads = {clause};
      content.no_source = content.cue != nullptr && !content.cue->Takes(kTakesClause);
    } else if (xcomp != kNoToken) {
      content.cue = Entry(CueClass::kAdjective, adjective, kTakesInfinitive, &rest);
      content.heads = {xcomp};
      if (content.cue == nullptr) {
        content.cue = Entry(CueClass::kAdjective, adjective, kTakesSubject, &rest);
        const int32_t subject = text_.Child(adjective, Deprel::kNsubj);
        if (subject != kNoToken) content.heads.insert(content.heads.begin(), subject);
        content.no_source = true;
      }
    } else {
      Supposed(adjective);
      return;
    }
    if (content.cue == nullptr) return;
    content.head = content.heads.back();
    Add(adjective, rest, content);
  }

  // an alleged thief: the noun phrase is the content, nobody is named
  void Supposed(int32_t adjective) {
    Deps rest;
    if (text_.At(adjective).deprel != Deprel::kAmod) {
      AboutTopic(adjective);
      return;
    }
    const Cue* cue = Entry(CueClass::kAdjective, adjective, kTakesClause, &rest);
    if (cue == nullptr || cue->kind != CueKind::kAllege) return;
    const int32_t noun = text_.At(adjective).head;
    Add(adjective, rest, Content{{noun}, {adjective}, noun, false, cue, kNoToken, true});
  }

  // critical of the plan
  void AboutTopic(int32_t adjective) {
    Deps rest;
    const Cue* cue = Entry(CueClass::kAdjective, adjective, 0, &rest);
    if (cue == nullptr) return;
    int32_t preposition = kNoToken;
    const int32_t topic = TopicOf(adjective, *cue, &preposition);
    if (topic == kNoToken || text_.Subject(adjective) == kNoToken) return;
    Add(adjective, rest, TopicContent(adjective, topic, preposition, *cue, &rest));
  }

  // reportedly left; allegedly a thief
  void Adverb(int32_t adverb) {
    Deps rest;
    const Cue* cue = Entry(CueClass::kAdverb, adverb, 0, &rest);
    const int32_t head = text_.At(adverb).head;
    if (cue == nullptr || head == kNoToken) return;
    Add(adverb, rest, Content{{head}, {adverb}, head, true, cue, kNoToken, true});
  }

  // according to Berg, it works. True where the token begins such a phrase.
  bool Adposition(int32_t token) {
    Deps rest;
    const Cue* entry = nullptr;
    for (const Cue& cue : text_.cues().Find(CueClass::kAdposition, text_.Lower(token))) {
      if (!cue.rest.empty() && text_.Follows(token, cue, &rest) && rest.back() == token + static_cast<int32_t>(rest.size())) {
        entry = &cue;
        break;
      }
    }
    if (entry == nullptr) return false;
    // the source: the head of what follows the preposition
    int32_t source = text_.At(token).deprel == Deprel::kCase ? text_.At(token).head : kNoToken;
    const int32_t last = rest.back();
    if (source == kNoToken || source < last) source = text_.At(last).deprel == Deprel::kCase ? text_.At(last).head : kNoToken;
    if (source == kNoToken || source < last) {
      source = last + 1;
      while (source < text_.SentenceLast(token) && !text_.IsNoun(source)) ++source;
      if (source >= text_.SentenceLast(token)) return true;
      while (text_.At(source).head != kNoToken && text_.At(source).head > last && text_.IsNoun(text_.At(source).head)) source = text_.At(source).head;
    }
    const int32_t host = text_.At(source).head;
    Content content{{}, {source}, host, true, entry, source, true};
    content.without.push_back(token);
    if (host != kNoToken && host != token) content.heads = {Clausal(host, source)};
    else if (host == token && text_.At(token).head != kNoToken) content.heads = {text_.At(token).head};
    if (content.heads.empty()) return true;
    content.head = content.heads.front();
    const size_t before = out_->size();
    Add(token, rest, content);
    if (out_->size() > before) framing_.push_back(before);
    return true;
  }

  // The clause that an adverbial speaks of, where the parser hung it to a noun inside
  // ("a rise of 5 percent, according to Berg") or to a clause inside ("the firm said
  // that it lost, according to Berg"): behind a comma at the end of a sentence it
  // speaks of the whole, but for a clause that itself stands behind a comma.
  int32_t Clausal(int32_t host, int32_t source) const {
    const auto [first, last] = text_.children().Yield(source);
    const bool comma = text_.Lower(first) == "," || (first > 0 && text_.Lower(first - 1) == ",");
    const bool at_end = last >= text_.SentenceLast(source) - 1 || text_.IsPunct(last);
    int32_t at = host;
    for (int climb = 0; climb < 12 && comma && at_end && text_.At(at).head != kNoToken && (text_.IsNoun(at) || PartOfClause(at)); ++climb) at = text_.At(at).head;
    return at;
  }

  bool PartOfClause(int32_t clause) const {
    const Deprel deprel = text_.At(clause).deprel;
    if (deprel != Deprel::kXcomp && deprel != Deprel::kCcomp && deprel != Deprel::kAcl && deprel != Deprel::kAdvcl) return false;
    const int32_t first = text_.children().Yield(clause).first;
    return text_.At(clause).head < clause && first > 0 && !text_.IsPunct(first) && !text_.IsPunct(first - 1) && text_.QuotationOf(clause) < 0;
  }

  // "vowed to fight the plan, | saying that it was old": a saying of its own, by the
  // same source, and no part of what was vowed.
  void LeaveOutSayings(int32_t head, Deps* without) const {
    for (const int32_t child : text_.children().Of(head)) {
      const bool participle = text_.At(child).deprel == Deprel::kAdvcl && text_.Xpos(child) == "VBG" && child > head;
      if (!participle || text_.QuotationOf(child) >= 0 || text_.Lower(text_.children().Yield(child).first) == "by") continue;
      const int32_t first = text_.children().Yield(child).first;
      const bool comma = text_.IsPunct(first) || (first > 0 && text_.IsPunct(first - 1));
      if (!comma || Has(child, Deprel::kNsubj)) continue;
      const auto cues = text_.cues().Find(CueClass::kVerb, text_.Lemma(child));
      if (std::ranges::any_of(cues, [](const Cue& cue) { return cue.rest.empty() && cue.Takes(kTakesClause) && cue.kind != CueKind::kBelieve; })) without->push_back(child);
    }
  }

  // --- putting it together -------------------------------------------------------

  // The verbs above a cue that lead from its source to it: "continued to | complain",
  // and "issued a statement | saying", whose source is who issued it.
  void Widen(int32_t cue_head, TextRange* cue, int32_t* source) const {
    int32_t top = cue_head;
    for (int climb = 0; climb < 4 && text_.At(top).deprel == Deprel::kXcomp; ++climb) {
      const int32_t head = text_.At(top).head;
      if (head == kNoToken || head > top || head < *source || top - head > 3 || text_.At(head).upos != Upos::kVerb) break;
      if (text_.HasChild(head, Deprel::kObj) || text_.HasChild(head, Deprel::kIobj)) break;
      top = head;
    }
    if (top != cue_head && *source != kNoToken && *source < top) cue->start = text_.CueRange(top, {}).start;
    const int32_t noun = text_.At(cue_head).head;
    if (text_.At(cue_head).deprel != Deprel::kAcl || text_.Xpos(cue_head) != "VBG" || noun == kNoToken || *source != noun) return;
    const int32_t verb = text_.At(noun).head;
    if (text_.At(noun).deprel != Deprel::kObj || verb == kNoToken || verb > noun || cue_head - verb > 6) return;
    const auto said = text_.cues().Find(CueClass::kNoun, text_.Lemma(noun));
    const bool utterance = std::ranges::any_of(said, [](const Cue& entry) { return entry.kind == CueKind::kSay; });
    const int32_t speaker = utterance && text_.cues().IsSupportVerb(text_.Lemma(verb)) ? text_.Subject(verb) : kNoToken;
    if (speaker == kNoToken || speaker > verb) return;
    *source = speaker;
    cue->start = text_.CueRange(verb, {}).start;
  }

  void Add(int32_t cue_head, const Deps& rest, const Content& content) {
    Attribution attribution;
    TakeFromCue(*content.cue, &attribution);
    attribution.cue_head = cue_head;
    TextRange cue = text_.CueRange(cue_head, rest);
    attribution.content_head = content.head;
    attribution.proposition = content.proposition;
    attribution.denied = text_.Negated(cue_head);
    int32_t source = content.source;
    if (source == kNoToken && !content.no_source) {
      source = text_.Subject(cue_head);
      // a subject from inside a quotation is no speaker of a cue outside
      const bool crossed = source != kNoToken && text_.QuotationOf(source) >= 0 && text_.QuotationOf(cue_head) < 0;
      const std::string_view xpos = text_.Xpos(cue_head);
      const bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
      if (crossed || (source == kNoToken && finite && !text_.Passive(cue_head))) source = text_.NearestSource(cue_head);
      Widen(cue_head, &cue, &source);
    }
    attribution.cue = {cue};
    Deps without = content.without;
    without.push_back(cue_head);
    if (source != kNoToken) source = text_.BehindDateline(text_.NameBefore(source, cue_head), cue_head);
    if (source != kNoToken && source != content.head) {
      attribution.source_head = text_.Antecedent(source);
      attribution.source = text_.SourceRanges(source, cue_head);
      without.push_back(source);
    }
    for (const int32_t head : content.heads) LeaveOutSayings(head, &without);
    Deps tokens;
    for (const int32_t head : content.heads) {
      const Deps part = text_.Subtree(head, std::ranges::find(content.heads, source) == content.heads.end() ? without : content.without);
      tokens.insert(tokens.end(), part.begin(), part.end());
    }
    attribution.content = text_.Ranges(std::move(tokens));
    if (!attribution.content.empty()) out_->push_back(std::move(attribution));
  }

  const AttributionText& text_;
  std::vector<Attribution>* out_;
  std::vector<size_t> framing_;  // attributions by an adposition
};

}  // namespace

void FindCueAttributions(const AttributionText& text, std::vector<Attribution>* out) {
  CueReader reader(text, out);
  for (const Sentence& sentence : text.analysis().sentences) {
    if (!sentence.parsed || sentence.kind == BlockKind::kFurniture) continue;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) reader.Read(static_cast<int32_t>(t));
  }
  reader.CutFrames();
}

}  // namespace crosscheck
