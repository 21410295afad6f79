#include <algorithm>
#include <optional>

#include "core/claim/attribution_shapes.h"

// Attributions that grammar shows, word by word of the cue lexicon.
//
// The shapes of verbs stand in attribution_verbs.cpp. A verb with none of them is a
// cue only beside a quotation, see attribution_quotes.cpp. Nouns ("the claim that"),
// adjectives ("confident that"), adverbs ("reportedly") and adpositions
// ("according to") have their own few shapes.
//
// Example: "The mayor, who denied the charge, said it was 'absurd'." gives
//   who | denied | the charge   and   The mayor | said | it was 'absurd'.
//
// Cost: linear in tokens times the entries of a word. Test: attribution_test.cpp.

namespace crosscheck {
namespace {

constexpr int32_t kMaxLead = 5;  // words from a source to its cue that belong to the cue

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
        const bool framed = i != frame && std::ranges::any_of(outer.content, [&](TextRange r) {
                              return r.Contains(inner.cue.front());
                            });
        if (!framed || inner.content.empty() || inner.content.back().end != phrase.end ||
            inner.content.back().start >= phrase.start)
          continue;
        TextRange& last = inner.content.back();
        const std::string_view text = text_.analysis().text();
        last.end = phrase.start;
        while (last.end > last.start && (text[last.end - 1] == ' ' || text[last.end - 1] == ','))
          --last.end;
      }
    }
  }

 private:
  bool Has(int32_t token, Deprel deprel) const { return text_.HasChild(token, deprel); }

  // --- verbs ------------------------------------------------------------------

  void Verb(int32_t verb) {
    if (text_.cues().Find(CueClass::kVerb, text_.Lemma(verb)).empty()) return;
    Deps rest;
    const std::optional<CueContent> content = VerbContent(text_, verb, &rest);
    if (!content || CarriesNoun(verb, *content)) return;
    WithPlace(verb, &rest);
    Add(verb, rest, *content);
  }

  // "said in a statement": the place of saying belongs to the cue where it follows.
  void WithPlace(int32_t verb, Deps* rest) const {
    const int32_t in = (rest->empty() ? verb : rest->back()) + 1;
    if (in >= text_.SentenceLast(verb) || text_.Lower(in) != "in" || text_.At(in).head == kNoToken)
      return;
    const int32_t noun = text_.At(in).head;
    if (noun < in || noun - in > 3) return;
    const auto cues = text_.cues().Find(CueClass::kNoun, text_.Lemma(noun));
    if (!cues.empty() && cues.front().kind == CueKind::kSay) rest->push_back(noun);
  }

  // "expressed frustration over the plan": the noun says it, the verb only carries it.
  bool CarriesNoun(int32_t verb, const CueContent& content) const {
    if (content.heads.size() != 1 || content.proposition || !text_.cues().IsSupportVerb(text_.Lemma(verb))) return false;
    const int32_t noun = content.heads.front();
    if (text_.At(noun).head != verb || text_.At(noun).deprel != Deprel::kObj || noun < verb) return false;
    int32_t preposition = kNoToken;
    const auto cues = text_.cues().Find(CueClass::kNoun, text_.Lemma(noun));
    return std::ranges::any_of(cues, [&](const Cue& cue) {
      return cue.rest.empty() && (TopicOf(text_, noun, cue, &preposition) != kNoToken || TopicOf(text_, verb, cue, &preposition) > noun);
    });
  }

  // --- nouns, adjectives, adverbs, adpositions -----------------------------------

  // the claim that it works; his plan to leave; criticism of the plan
  void Noun(int32_t noun) {
    Deps rest;
    const Cue* cue = FindEntry(text_, CueClass::kNoun, noun, 0, &rest);
    if (cue == nullptr) return;
    CueContent content;
    content.cue = cue;
    for (const int32_t child : text_.children().Of(noun)) {
      const Deprel deprel = text_.At(child).deprel;
      if (child < noun ||
          (deprel != Deprel::kAcl && deprel != Deprel::kCcomp && deprel != Deprel::kXcomp))
        continue;
      const bool relative = Label(child) == "acl:relcl";
      const bool that = text_.ChildWord(child, Deprel::kMark, "that") != kNoToken ||
                        (deprel == Deprel::kCcomp && !relative);
      if ((that && cue->Takes(kTakesClause)) ||
          (text_.Infinitive(child) && cue->Takes(kTakesInfinitive)))
        content.heads = {child};
    }
    // "the question is whether": the complement clause of a copula
    content.proposition = !content.heads.empty();
    if (content.heads.empty()) {
      int32_t preposition = kNoToken;
      int32_t topic = TopicOf(text_, noun, *cue, &preposition);
      const int32_t carrier = text_.At(noun).deprel == Deprel::kObj ? text_.At(noun).head : kNoToken;
      if (topic == kNoToken && carrier != kNoToken && carrier < noun && text_.cues().IsSupportVerb(text_.Lemma(carrier))) {
        topic = TopicOf(text_, carrier, *cue, &preposition);
        if (topic < noun) topic = kNoToken;
      }
      if (topic == kNoToken || (NounSource(noun) == kNoToken && !SaysItself(*cue))) return;
      content = TopicContent(noun, topic, preposition, *cue, &rest);
    }
    content.head = content.heads.front();
    content.source = NounSource(noun);
    content.no_source = true;
    // "made the claim that": the verb belongs to the cue
    const int32_t verb = text_.At(noun).head;
    const bool supported = text_.At(noun).deprel == Deprel::kObj && verb != kNoToken &&
                           verb < noun && noun - verb < 6 &&
                           text_.cues().IsSupportVerb(text_.Lemma(verb));
    if (supported) {
      rest.push_back(noun);
      Add(verb, rest, content);
    } else {
      Add(noun, rest, content);
    }
  }

  // "calls for reform grew": a stand, a question or a demand is one whoever has it; a
  // statement or a plan may be a thing.
  static bool SaysItself(const Cue& cue) {
    return cue.kind == CueKind::kStance || cue.kind == CueKind::kAsk || cue.kind == CueKind::kOrder || cue.kind == CueKind::kBelieve || cue.kind == CueKind::kAllege;
  }

  std::string_view Label(int32_t token) const { return text_.Label(token); }

  // his claim; the claim by Berg; made the claim; the company's
  int32_t NounSource(int32_t noun) const {
    const int32_t owner = text_.ChildLabelled(noun, "nmod:poss");
    if (owner != kNoToken) return owner;
    for (const int32_t child : text_.children().Of(noun)) {
      if (text_.At(child).deprel != Deprel::kNmod) continue;
      if (text_.ChildWord(child, Deprel::kCase, "by") != kNoToken ||
          text_.ChildWord(child, Deprel::kCase, "from") != kNoToken ||
          text_.ChildWord(child, Deprel::kCase, "among") != kNoToken)
        return child;
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
    CueContent content;
    if (clause != kNoToken) {
      content.cue =
          FindEntry(text_, CueClass::kAdjective, adjective, kTakesClause | kTakesSubject, &rest);
      content.heads = {clause};
      content.no_source = content.cue != nullptr && !content.cue->Takes(kTakesClause);
    } else if (xcomp != kNoToken) {
      content.cue = FindEntry(text_, CueClass::kAdjective, adjective, kTakesInfinitive, &rest);
      content.heads = {xcomp};
      if (content.cue == nullptr) {
        content.cue = FindEntry(text_, CueClass::kAdjective, adjective, kTakesSubject, &rest);
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
    const Cue* cue = FindEntry(text_, CueClass::kAdjective, adjective, kTakesClause, &rest);
    if (cue == nullptr || cue->kind != CueKind::kAllege) return;
    const int32_t noun = text_.At(adjective).head;
    Add(adjective, rest, CueContent{{noun}, {adjective}, noun, false, cue, kNoToken, true});
  }

  // critical of the plan
  void AboutTopic(int32_t adjective) {
    Deps rest;
    const Cue* cue = FindEntry(text_, CueClass::kAdjective, adjective, 0, &rest);
    if (cue == nullptr) return;
    int32_t preposition = kNoToken;
    const int32_t topic = TopicOf(text_, adjective, *cue, &preposition);
    if (topic == kNoToken || text_.Subject(adjective) == kNoToken) return;
    Add(adjective, rest, TopicContent(adjective, topic, preposition, *cue, &rest));
  }

  // reportedly left; allegedly a thief
  void Adverb(int32_t adverb) {
    Deps rest;
    const Cue* cue = FindEntry(text_, CueClass::kAdverb, adverb, 0, &rest);
    const int32_t head = text_.At(adverb).head;
    if (cue == nullptr || head == kNoToken) return;
    Add(adverb, rest, CueContent{{head}, {adverb}, head, true, cue, kNoToken, true});
  }

  // according to Berg, it works. True where the token begins such a phrase.
  bool Adposition(int32_t token) {
    Deps rest;
    const Cue* entry = nullptr;
    for (const Cue& cue : text_.cues().Find(CueClass::kAdposition, text_.Lower(token))) {
      if (!cue.rest.empty() && text_.Follows(token, cue, &rest) &&
          rest.back() == token + static_cast<int32_t>(rest.size())) {
        entry = &cue;
        break;
      }
    }
    if (entry == nullptr) return false;
    // the source: the head of what follows the preposition
    int32_t source = text_.At(token).deprel == Deprel::kCase ? text_.At(token).head : kNoToken;
    const int32_t last = rest.back();
    if (source == kNoToken || source < last)
      source = text_.At(last).deprel == Deprel::kCase ? text_.At(last).head : kNoToken;
    if (source == kNoToken || source < last) {
      source = last + 1;
      while (source < text_.SentenceLast(token) && !text_.IsNoun(source)) ++source;
      if (source >= text_.SentenceLast(token)) return true;
      while (text_.At(source).head != kNoToken && text_.At(source).head > last &&
             text_.IsNoun(text_.At(source).head))
        source = text_.At(source).head;
    }
    const int32_t host = text_.At(source).head;
    CueContent content{{}, {source}, host, true, entry, source, true};
    content.without.push_back(token);
    if (host != kNoToken && host != token)
      content.heads = {Clausal(host, source)};
    else if (host == token && text_.At(token).head != kNoToken)
      content.heads = {text_.At(token).head};
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
    for (int climb = 0; climb < 12 && comma && at_end && text_.At(at).head != kNoToken &&
                        (text_.IsNoun(at) || PartOfClause(at));
         ++climb)
      at = text_.At(at).head;
    return at;
  }

  bool PartOfClause(int32_t clause) const {
    const Deprel deprel = text_.At(clause).deprel;
    if (deprel != Deprel::kXcomp && deprel != Deprel::kCcomp && deprel != Deprel::kAcl &&
        deprel != Deprel::kAdvcl)
      return false;
    const int32_t first = text_.children().Yield(clause).first;
    return text_.At(clause).head < clause && first > 0 && !text_.IsPunct(first) &&
           !text_.IsPunct(first - 1) && text_.QuotationOf(clause) < 0;
  }

  // "vowed to fight the plan, | saying that it was old": a saying of its own, by the
  // same source, and no part of what was vowed.
  void LeaveOutSayings(int32_t head, Deps* without) const {
    for (const int32_t child : text_.children().Of(head)) {
      const bool participle =
          text_.At(child).deprel == Deprel::kAdvcl && text_.Xpos(child) == "VBG" && child > head;
      if (!participle || text_.QuotationOf(child) >= 0 ||
          text_.Lower(text_.children().Yield(child).first) == "by")
        continue;
      const int32_t first = text_.children().Yield(child).first;
      const bool comma = text_.IsPunct(first) || (first > 0 && text_.IsPunct(first - 1));
      if (!comma || Has(child, Deprel::kNsubj)) continue;
      const auto cues = text_.cues().Find(CueClass::kVerb, text_.Lemma(child));
      if (std::ranges::any_of(cues, [](const Cue& cue) {
            return cue.rest.empty() && cue.Takes(kTakesClause) && cue.kind != CueKind::kBelieve;
          }))
        without->push_back(child);
    }
  }

  // --- putting it together -------------------------------------------------------

  // "went on to say", "was quick to praise", "began by saying": what leads from the
  // source to an infinitive or a participle with a preposition, where it is short.
  void WidenToSource(int32_t cue_head, int32_t source, TextRange* cue) const {
    int32_t first = cue_head;
    while (first > text_.SentenceFirst(cue_head) && text_.At(first - 1).range.start >= cue->start) --first;
    int32_t low = source;
    const std::vector<TextRange> name = text_.SourceRanges(source, cue_head);
    while (low < first && text_.At(low).range.start < name.back().end) ++low;
    const bool infinitive = text_.Lower(first) == "to";
    const bool participle = text_.Xpos(cue_head) == "VBG" && first > low && (text_.Lower(first - 1) == "by" || text_.Lower(first - 1) == "in");
    if (low >= first || first - low > kMaxLead || (!infinitive && !participle)) return;
    const int32_t verb = text_.At(cue_head).head;
    if (verb < low || verb >= first) return;
    for (int32_t t = low; t < first; ++t) {
      const Upos upos = text_.At(t).upos;
      if (text_.IsPunct(t) || upos == Upos::kCconj || upos == Upos::kPropn || text_.QuotationOf(t) >= 0) return;
    }
    cue->start = text_.At(low).range.start;
  }

  // The verbs above a cue that lead from its source to it: "continued to | complain",
  // and "issued a statement | saying", whose source is who issued it.
  void Widen(int32_t cue_head, TextRange* cue, int32_t* source) const {
    int32_t top = cue_head;
    for (int climb = 0; climb < 4 && text_.At(top).deprel == Deprel::kXcomp; ++climb) {
      const int32_t head = text_.At(top).head;
      if (head == kNoToken || head > top || head < *source || top - head > 3 ||
          text_.At(head).upos != Upos::kVerb)
        break;
      if (text_.HasChild(head, Deprel::kObj) || text_.HasChild(head, Deprel::kIobj)) break;
      top = head;
    }
    if (top == cue_head && *source != kNoToken) WidenToSource(cue_head, *source, cue);
    if (top != cue_head && *source != kNoToken && *source < top)
      cue->start = text_.CueRange(top, {}).start;
    const int32_t noun = text_.At(cue_head).head;
    if (text_.At(cue_head).deprel != Deprel::kAcl || text_.Xpos(cue_head) != "VBG" ||
        noun == kNoToken || *source != noun)
      return;
    const int32_t verb = text_.At(noun).head;
    if (text_.At(noun).deprel != Deprel::kObj || verb == kNoToken || verb > noun ||
        cue_head - verb > 6)
      return;
    const auto said = text_.cues().Find(CueClass::kNoun, text_.Lemma(noun));
    const bool utterance =
        std::ranges::any_of(said, [](const Cue& entry) { return entry.kind == CueKind::kSay; });
    const int32_t speaker =
        utterance && text_.cues().IsSupportVerb(text_.Lemma(verb)) ? text_.Subject(verb) : kNoToken;
    if (speaker == kNoToken || speaker > verb) return;
    *source = speaker;
    cue->start = text_.CueRange(verb, {}).start;
  }

  void Add(int32_t cue_head, const Deps& rest, const CueContent& content) {
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
      const bool crossed =
          source != kNoToken && text_.QuotationOf(source) >= 0 && text_.QuotationOf(cue_head) < 0;
      const std::string_view xpos = text_.Xpos(cue_head);
      const bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
      if (crossed || (source == kNoToken && finite && !text_.Passive(cue_head)))
        source = text_.NearestSource(cue_head);
      Widen(cue_head, &cue, &source);
    }
    attribution.cue = {cue};
    Deps without = content.without;
    without.push_back(cue_head);
    if (source != kNoToken)
      source = text_.BehindDateline(text_.NameBefore(source, cue_head), cue_head);
    if (source != kNoToken && source != content.head) {
      attribution.source_head = text_.Antecedent(source);
      attribution.source = text_.SourceRanges(source, cue_head);
      without.push_back(source);
    }
    for (const int32_t head : content.heads) LeaveOutSayings(head, &without);
    Deps tokens = content.tokens;
    for (const int32_t head : content.heads) {
      if (!content.tokens.empty()) break;
      const Deps part = text_.Subtree(
          head, std::ranges::find(content.heads, source) == content.heads.end() ? without
                                                                                : content.without);
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
