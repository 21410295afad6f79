// One sentence, one word exchanged: "The first train is late" – "The fifth train
// is late".
//
// Where all other words stand in both texts in one order, the second sentence is
// the first one edited, and tells of the same thing; words that exclude each other
// cannot both be right, however few the words around them. What stays open are two
// scenes of one kind: "a dog sleeps" and "a cat sleeps", "a big dog" and "a small
// dog", "a man sells a car" and "a man buys a car" may be told of two. There the
// edit is the subject, an opposite said of it or its verb, and the subject is not
// one in particular. A sentence that has a dozen words of content in common is told
// of one scene, whatever it is that differs.
#include <algorithm>
#include <array>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr int kFrame = 2;      // words in common that make a sentence of it
constexpr int kOneScene = 11;  // content words in common that two scenes do not have by chance
constexpr size_t kUsualSenses = 2;
constexpr int kStepsToClause = 4;
constexpr double kWhole = 0.99;

TextRange RangeOf(const Terms& terms, Stretch stretch) {
  return Cover(TokenAt(terms, stretch.first).range, TokenAt(terms, stretch.last - 1).range);
}

std::string_view TextOf(const Terms& terms, Stretch stretch) {
  return RangeOf(terms, stretch).In(terms.reading->document->text());
}

// The word of a stretch that hangs on a word outside it.
int32_t HeadOf(const Terms& terms, Stretch stretch) {
  for (int32_t t = stretch.first; t < stretch.last; ++t) {
    const int32_t head = TokenAt(terms, t).head;
    if (TokenAt(terms, t).upos != Upos::kDet && (head < stretch.first || head >= stretch.last))
      return t;
  }
  return stretch.last - 1;
}

// "far from", "close to": a place, not what somebody is like.
bool Preposition(const Terms& terms, Stretch stretch) {
  const auto next = static_cast<size_t>(stretch.last);
  const auto& tokens = terms.reading->analysis.tokens;
  const Upos last = TokenAt(terms, stretch.last - 1).upos;
  const bool adjective = last == Upos::kAdj || last == Upos::kAdv;
  return last == Upos::kAdp ||
         (adjective && next < tokens.size() && tokens[next].upos == Upos::kAdp);
}

// The one word with content in a stretch that is no name, figure or time; kNoToken
// where there are several or none.
int32_t OnlyContentWord(const Terms& terms, Stretch stretch) {
  int32_t only = kNoToken;
  for (int32_t t = stretch.first; t < stretch.last; ++t) {
    const Term& term = terms[t];
    if (!term.content) continue;
    if (only != kNoToken || term.name || term.figure >= 0 || term.time >= 0) return kNoToken;
    only = t;
  }
  return only;
}

bool Nominal(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron;
}

// The subject of a verb or predicate; a noun with none is one itself ("a small dog
// in the road").
int32_t SubjectOf(const Terms& terms, const Sentence& sentence, int32_t predicate) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).head == predicate && TokenAt(terms, t).deprel == Deprel::kNsubj) return t;
  }
  return kNoToken;
}

bool IsSubject(const Terms& terms, const Sentence& sentence, int32_t t) {
  const Token& noun = TokenAt(terms, t);
  return Nominal(noun) &&
         (noun.deprel == Deprel::kNsubj ||
          (noun.deprel == Deprel::kRoot && SubjectOf(terms, sentence, t) == kNoToken));
}

// Whether a word or what it hangs on is denied: "the fifth train was not late" and
// "the first train was not late" may both be so.
bool DeniedAbove(const Terms& terms, int32_t token) {
  for (int steps = 0; token != kNoToken && steps < kStepsToClause; ++steps) {
    if (terms[token].denied) return true;
    token = terms[token].slot.governor;
  }
  return false;
}

// Whether the main clause is about somebody or something in particular.
bool DefiniteSentence(const Terms& terms, const Sentence& sentence) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).deprel != Deprel::kRoot) continue;
    const int32_t subject = SubjectOf(terms, sentence, t);
    return terms[subject == kNoToken ? t : subject].definite;
  }
  return false;
}

// Another passage says it all: the edited one tells of something else.
bool CarriedWhole(const SentenceAlignment& alignment, uint32_t except) {
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    if (p != except && alignment.coverage_of[p] >= kWhole) return true;
  }
  return false;
}

// The value of an ordinal within a stretch; none where it has no such figure.
std::optional<double> OrdinalIn(const Terms& terms, Stretch stretch) {
  for (int32_t t = stretch.first; t < stretch.last; ++t) {
    if (terms[t].figure < 0) continue;
    const Figure& figure = terms.reading->figures[static_cast<size_t>(terms[t].figure)];
    if (figure.kind == FigureKind::kOrdinal && figure.value) return figure.value;
  }
  return std::nullopt;
}

// A number with other words besides: "7 million before", "finished third in".
bool HoldsNumber(const Terms& terms, Stretch stretch) {
  bool number = false, other = false;
  for (int32_t t = stretch.first; t < stretch.last; ++t) {
    const Upos upos = TokenAt(terms, t).upos;
    const bool counts = upos == Upos::kNum || terms[t].figure >= 0;
    number = number || counts;
    other = other || (!counts && upos != Upos::kDet && upos != Upos::kPunct);
  }
  return number && other;
}

std::string FormOf(const Terms& terms, int32_t t) {
  return FoldMarks(terms.reading->analysis.Form(TokenAt(terms, t)));
}

// A noun here and no noun there, in one place of one sentence: one of the two is
// misread ("drinking beer", "drinking champagne").
bool Misread(const Terms& draft, Stretch here, const Terms& source, Stretch there) {
  return Nominal(TokenAt(draft, here.first)) != Nominal(TokenAt(source, there.first));
}

// What a name is beside: a people is named after its country.
KnownName::Level LevelOf(const KnownName& name) {
  return name.form == KnownName::Form::kPeople ? KnownName::Level::kCountry : name.level;
}

const KnownName* PlaceNamed(const EntityLexicon* lexicon, std::string_view text) {
  if (lexicon == nullptr) return nullptr;
  const KnownName* name = lexicon->FindName(FoldName(text));
  return name != nullptr && LevelOf(*name) != KnownName::Level::kNone ? name : nullptr;
}

// How two names of places of one level stand to each other; none for other words.
std::optional<WordMatch> ComparePlaces(const EntityLexicon* lexicon, std::string_view ours,
                                       std::string_view theirs) {
  const KnownName* a = PlaceNamed(lexicon, ours);
  const KnownName* b = PlaceNamed(lexicon, theirs);
  if (a == nullptr || b == nullptr || LevelOf(*a) != LevelOf(*b)) return std::nullopt;
  return a->canonical == b->canonical ? WordMatch::kSame : WordMatch::kExclusive;
}

Stretch WithNext(const Terms& terms, const Sentence& sentence, Stretch stretch) {
  const bool noun = stretch.last < static_cast<int32_t>(sentence.last) &&
                    TokenAt(terms, stretch.last).upos == Upos::kNoun;
  return noun ? Stretch{stretch.first, stretch.last + 1} : stretch;
}

// Black and white are told of one thing as often as of two.
bool Coloured(const RelationLexicon* relations, const Terms& terms, int32_t token) {
  if (relations == nullptr) return false;
  const auto groups = relations->GroupsOf(terms.reading->analysis.Lemma(TokenAt(terms, token)));
  return std::ranges::find(groups, "colour") != groups.end();
}

// One of two or more that stand in one place of the sentence.
bool Joined(const Terms& terms, int32_t token) {
  if (TokenAt(terms, token).deprel == Deprel::kConj) return true;
  const Analysis& analysis = terms.reading->analysis;
  const auto words = analysis.TokensOf(analysis.SentenceOf(TokenAt(terms, token)));
  const int32_t noun = TokenAt(terms, token).head;
  if (token > 0 && noun > token &&
      TokenAt(terms, token - 1).upos == Upos::kCconj) {  // "a [rope] and [steel bridge]", misread
    const bool before = std::ranges::any_of(words, [&](const Token& other) {
      return other.deprel == Deprel::kDet && other.head == noun &&
             other.range.start < TokenAt(terms, token - 1).range.start;
    });
    if (before) return true;
  }
  return std::ranges::any_of(words, [&](const Token& other) {
    return other.deprel == Deprel::kConj && other.head == token;
  });
}

}  // namespace

// How the exchanged words stand to each other: two countries, two ordinals, two
// words or phrases of the lexicons; a phrase that no list has is known by its head.
WordMatch EvidenceFinder::CompareEdit(const SentenceAlignment& alignment, uint32_t passage,
                                      const Edit& edit) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const RelationLexicon* relations = lexical_.knowledge().relations;
  // Two numbers with two other words are two statements, not one word exchanged.
  if (HoldsNumber(draft, edit.draft) && HoldsNumber(source, edit.source)) return WordMatch::kNone;
  const auto first = OrdinalIn(draft, edit.draft), second = OrdinalIn(source, edit.source);
  if (first && second) return *first == *second ? WordMatch::kSame : WordMatch::kExclusive;
  const std::string ours = PhraseOf(draft, edit.draft), theirs = PhraseOf(source, edit.source);
  if (relations != nullptr) {
    const bool both = relations->Compatible(ours) && relations->Compatible(theirs);
    if (both && edit.frame < kOneScene) return WordMatch::kNone;
    if (relations->OppositeWords(ours, theirs)) return WordMatch::kOpposite;
    const bool forms =
        edit.draft.last - edit.draft.first == 1 && edit.source.last - edit.source.first == 1;
    if (forms && relations->OppositeWords(FormOf(draft, edit.draft.first),
                                          FormOf(source, edit.source.first)))
      return WordMatch::kOpposite;  // "best", whose lemma is "good"
  }
  const auto compare = [&](Stretch here, Stretch there) {
    const bool single = here.last - here.first == 1 && there.last - there.first == 1;
    if (single && Misread(draft, here, source, there)) {
      const auto noun = [&](const Terms& terms, Stretch stretch) {
        return lexical_.Word(FormOf(terms, stretch.first), Upos::kNoun);
      };
      const WordMatch match = lexical_.Compare(noun(draft, here), noun(source, there));
      if (match != WordMatch::kNone) return match;
    }
    const auto word = [&](const Terms& terms, Stretch stretch) {
      return stretch.last - stretch.first == 1
                 ? terms[stretch.first].word
                 : lexical_.Word(PhraseOf(terms, stretch), Upos::kNoun);
    };
    return lexical_.Compare(word(draft, here), word(source, there));
  };
  const WordMatch match = compare(edit.draft, edit.source);
  if (match != WordMatch::kNone) return match;
  if (Opposed(draft, edit.draft, source, edit.source)) return WordMatch::kOpposite;
  if (const WordMatch parts = CompareParts(ours, theirs); parts != WordMatch::kNone) return parts;
  // "living" and "dining" before "room".
  const Stretch here = WithNext(draft, alignment.draft_sentence(), edit.draft);
  const Stretch there =
      WithNext(source, source.reading->analysis.sentences[alignment.passages[passage].sentence],
               edit.source);
  if (here.last == edit.draft.last || there.last == edit.source.last) return match;
  const WordMatch longer = compare(here, there);
  return longer == WordMatch::kExclusive ? longer : match;
}

// Words of two parts that share one: "anti-French" – "anti-German", "pro-French" –
// "anti-French", "dark-haired" – "fair-haired".
WordMatch EvidenceFinder::CompareParts(std::string_view ours, std::string_view theirs) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const size_t a = ours.find('-'), b = theirs.find('-');
  if (relations == nullptr || a == std::string_view::npos || b == std::string_view::npos)
    return WordMatch::kNone;
  const std::string_view first = ours.substr(0, a), second = theirs.substr(0, b);
  const std::string_view rest = ours.substr(a + 1), other = theirs.substr(b + 1);
  if (rest == other && relations->OppositeWords(first, second)) return WordMatch::kOpposite;
  if (first != second) return WordMatch::kNone;
  return ComparePlaces(lexical_.knowledge().entities, rest, other).value_or(WordMatch::kNone);
}

// Opposites of a dictionary: "pleased" – "disgusted", each like one of a pair.
bool EvidenceFinder::Opposed(const Terms& draft, Stretch here, const Terms& source,
                             Stretch there) const {
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (wordnet == nullptr || here.last - here.first != 1 || there.last - there.first != 1)
    return false;
  const Token& ours = TokenAt(draft, here.first);
  const Token& theirs = TokenAt(source, there.first);
  if (ours.upos != theirs.upos) return false;
  const auto pos = PosOf(ours.upos);
  if (!pos) return false;
  const std::string a = FoldMarks(draft.reading->analysis.Lemma(ours));
  const std::string b = FoldMarks(source.reading->analysis.Lemma(theirs));
  const auto lists = [&](const std::string& word, const std::string& other) {
    const auto words = wordnet->IndirectAntonyms(word, *pos, kUsualSenses);
    return std::ranges::find(words, other) != words.end();
  };
  return lists(a, b) || lists(b, a);
}

// Whether the edit leaves room for two scenes of one kind.
bool EvidenceFinder::OpenEdit(const Terms& terms, const Sentence& sentence, Stretch stretch,
                              WordMatch match, bool named) const {
  const int32_t head = HeadOf(terms, stretch);
  if (IsSubject(terms, sentence, head)) return !named && !terms[head].definite;
  if (match == WordMatch::kOpposite)
    return !Preposition(terms, stretch) && OpenOpposite(terms, sentence, head);
  return !named && match == WordMatch::kExclusive && InTurn(terms, stretch) &&
         !HeldAtOnce(terms, head) && !DefiniteSentence(terms, sentence);
}

// An opposite said of an unnamed subject or told as its deed; what goes on ("is
// lifting") may be followed by its opposite, whoever does it.
bool EvidenceFinder::OpenOpposite(const Terms& terms, const Sentence& sentence,
                                  int32_t head) const {
  const Token& token = TokenAt(terms, head);
  const int32_t above = token.head;
  const bool definite = DefiniteSentence(terms, sentence);
  if (token.upos == Upos::kAdj && token.deprel == Deprel::kAmod)
    return !definite && !OfOneSize(terms, sentence, head);
  if (token.deprel == Deprel::kCompound && above != kNoToken && IsSubject(terms, sentence, above))
    return !definite;
  if (token.upos != Upos::kVerb) return false;
  if (token.deprel == Deprel::kAcl && above != kNoToken)
    return !terms[above].definite || terms.reading->analysis.Label(token) == "acl:relcl";
  if (token.deprel != Deprel::kRoot && token.deprel != Deprel::kConj) return false;
  return !definite || terms.reading->analysis.Xpos(token) == "VBG";
}

// Whether a dictionary knows one of two words as a kind or a part of the other, in
// whatever sense; also where it does not know one of them at all.
bool EvidenceFinder::Related(const Terms& draft, int32_t ours, const Terms& source,
                             int32_t theirs) const {
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const Token& token = TokenAt(draft, ours);
  const auto pos = PosOf(token.upos);
  if (wordnet == nullptr || !pos) return true;
  const std::string a = FoldMarks(draft.reading->analysis.Lemma(token));
  const std::string b = FoldMarks(source.reading->analysis.Lemma(TokenAt(source, theirs)));
  if (!wordnet->Knows(a, *pos) || !wordnet->Knows(b, *pos)) return true;
  if (wordnet->IsHyponymOf(a, b, *pos) || wordnet->IsHyponymOf(b, a, *pos)) return true;
  return wordnet->IsPartOf(a, b) || wordnet->IsPartOf(b, a);
}

// A verb for a verb or a noun for a noun, and nothing that tells whether the one says
// what the other does: neither carried nor wrong. Adjectives are told too freely
// ("delighted" – "happy").
void EvidenceFinder::FindExchanged(const SentenceAlignment& alignment, uint32_t passage,
                                   const Edit& edit, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  if (graph_.side(alignment.draft_document) != Side::kDraft || CarriedWhole(alignment, passage))
    return;
  const int32_t ours = OnlyContentWord(draft, edit.draft);
  const int32_t theirs = OnlyContentWord(source, edit.source);
  if (ours == kNoToken || theirs == kNoToken || alignment.Carried(ours)) return;
  const Token& here = TokenAt(draft, ours);
  const Token& there = TokenAt(source, theirs);
  const bool kind = here.upos == Upos::kVerb || here.upos == Upos::kNoun;
  if (!kind || here.upos != there.upos || Related(draft, ours, source, theirs)) return;
  Evidence evidence = Make(alignment, evidence::kWordExchanged, here.range, 1.0,
                           "the sentences are the same but for this word");
  SetSource(alignment, passage, there.range, &evidence);
  evidence.shared_words = edit.frame;
  out->push_back(std::move(evidence));
}

void EvidenceFinder::FindEdited(const SentenceAlignment& alignment,
                                std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const RelationLexicon* relations = lexical_.knowledge().relations;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
    const std::optional<Edit> edit = FindEdit(draft, alignment.draft_sentence(), source, passage);
    if (!edit || edit->words < kFrame) continue;
    if (edit->frame < 1 && !DefiniteSentence(draft, alignment.draft_sentence())) continue;
    const std::optional<WordMatch> places = ComparePlaces(
        lexical_.knowledge().entities, TextOf(draft, edit->draft), TextOf(source, edit->source));
    const bool named = places.has_value();
    const WordMatch match = named ? *places : CompareEdit(alignment, p, *edit);
    if (match == WordMatch::kNone) FindExchanged(alignment, p, *edit, out);
    if (match != WordMatch::kOpposite && match != WordMatch::kExclusive) continue;
    const int32_t head = HeadOf(draft, edit->draft);
    if (DeniedAbove(draft, head) || CarriedWhole(alignment, p)) continue;
    const Rival other{HeadOf(source, edit->source), p, 0.0};
    const bool coloured = Coloured(relations, draft, head);  // "a red and white flag" is all told
    if (match == WordMatch::kExclusive && !coloured && TakesSeveral(alignment, head, other))
      continue;
    const bool lone = edit->frame < kOneScene;
    if (lone && (OpenEdit(draft, alignment.draft_sentence(), edit->draft, match, named) ||
                 OpenEdit(source, passage, edit->source, match, named)))
      continue;
    const Upos upos = TokenAt(draft, head).upos;
    const bool course = upos != Upos::kVerb && relations != nullptr &&
                        relations->Way(PhraseOf(draft, edit->draft)) &&
                        relations->Way(PhraseOf(source, edit->source));
    if (lone && (course || ManyColoured(draft, head) ||
                 (match == WordMatch::kOpposite && Coloured(relations, draft, head))))
      continue;  // a hill is run up, and down
    const TextRange here = RangeOf(draft, edit->draft), there = RangeOf(source, edit->source);
    Evidence evidence = Make(alignment, evidence::kWordEdited, here, 1.0,
                             "the sentences are the same but for these words");
    SetSource(alignment, p, there, &evidence);
    evidence.shared_words = edit->frame;
    evidence.mutual = 1.0;
    evidence.definite = true;
    out->push_back(std::move(evidence));
    return;
  }
}

// A size of what is told of the subject ("climbs a small hill"), or of a person ("a
// little girl"): of two scenes with one girl each, one is not taken for the other by
// her size, as a small dog is for a big one.
bool EvidenceFinder::OfOneSize(const Terms& terms, const Sentence& sentence,
                               int32_t adjective) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const int32_t noun = TokenAt(terms, adjective).head;
  if (relations == nullptr || wordnet == nullptr || noun == kNoToken) return false;
  const Analysis& analysis = terms.reading->analysis;
  if (!relations->Sizes(analysis.Lemma(TokenAt(terms, adjective)))) return false;
  if (!IsSubject(terms, sentence, noun)) return true;
  return std::ranges::any_of(relations->sized(), [&](const std::string& kind) {
    return wordnet->IsHyponymOf(analysis.Lemma(TokenAt(terms, noun)), kind, WordPos::kNoun, 1);
  });
}

// A colour of an animal or a person: it may have several.
bool EvidenceFinder::ManyColoured(const Terms& terms, int32_t token) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const int32_t governor = terms[token].slot.governor;
  if (relations == nullptr || wordnet == nullptr || governor == kNoToken) return false;
  if (!Coloured(relations, terms, token)) return false;
  const std::string_view noun = terms.reading->analysis.Lemma(TokenAt(terms, governor));
  return std::ranges::any_of(relations->many_coloured(), [&](const std::string& kind) {
    return wordnet->IsHyponymOf(noun, kind, WordPos::kNoun, kUsualSenses);
  });
}

// What a verb is about that is not done to one thing after the other: who holds a
// harp does not hold a flute; who plays one may play the other.
bool EvidenceFinder::HeldAtOnce(const Terms& terms, int32_t noun) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const Token& token = TokenAt(terms, noun);
  if (relations == nullptr || token.deprel != Deprel::kObj || token.head == kNoToken) return false;
  return !relations->Turns(terms.reading->analysis.Lemma(TokenAt(terms, token.head)));
}

// A member of a group that people turn to one after the other, and of no other
// group: who plays the piano may play the guitar.
bool EvidenceFinder::InTurn(const Terms& terms, Stretch stretch) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (relations == nullptr) return false;
  const bool one = stretch.last - stretch.first == 1;
  const auto groups = lexical_.GroupsOf(one ? terms[stretch.first].word
                                            : lexical_.Word(PhraseOf(terms, stretch), Upos::kNoun));
  return !groups.empty() && std::ranges::all_of(groups, [&](const std::string& group) {
    return std::ranges::find(relations->in_turn(), group) != relations->in_turn().end();
  });
}

// "a rope and steel bridge", "a black and white dog", "playing harps and drums": a place
// in the sentence that takes several words at once, of which each text may name others.
bool EvidenceFinder::TakesSeveral(const SentenceAlignment& alignment, int32_t token,
                                  const Rival& rival) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[rival.passage];
  if (!Joined(draft, token) || !Joined(source, rival.source)) return false;
  if (draft[token].slot.kind == Slot::Kind::kModifier) return true;
  const Token& word = TokenAt(draft, token);
  const int32_t first = word.deprel == Deprel::kConj ? word.head : token;
  const bool object = first != kNoToken && TokenAt(draft, first).deprel == Deprel::kObj;
  return object && InTurn(draft, {token, token + 1}) && !HeldAtOnce(draft, first);
}

}  // namespace crosscheck
