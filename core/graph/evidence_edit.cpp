// One sentence, one word exchanged: "The first train is late" – "The fifth train
// is late".
//
// Where all other words stand in both texts in one order, the second sentence is
// the first one edited, and tells of the same thing; words that exclude each other
// cannot both be right, however few the words around them. What stays open are two
// scenes of one kind: "a dog sleeps" and "a cat sleeps", "a big dog" and "a small
// dog", "a man sells a car" and "a man buys a car" may be told of two. There the
// edit is the subject, an opposite said of it or its verb, and the subject is not
// one in particular.
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

constexpr int kFrame = 3;  // words in common, with one of content, that make a sentence of it
constexpr size_t kSenses = 2;
constexpr int kStepsUp = 4;
constexpr double kWhole = 0.99;

const Token& TokenAt(const Terms& terms, int32_t t) {
  return terms.reading->analysis.tokens[static_cast<size_t>(t)];
}

TextRange RangeOf(const Terms& terms, Stretch stretch) {
  return Cover(TokenAt(terms, stretch.first).range, TokenAt(terms, stretch.last - 1).range);
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
  for (int steps = 0; token != kNoToken && steps < kStepsUp; ++steps) {
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

const KnownName* PlaceOf(const EntityLexicon* lexicon, const Terms& terms, Stretch stretch) {
  if (lexicon == nullptr) return nullptr;
  const KnownName* name =
      lexicon->FindName(FoldName(RangeOf(terms, stretch).In(terms.reading->document->text())));
  return name != nullptr && name->level != KnownName::Level::kNone ? name : nullptr;
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

}  // namespace

// How the exchanged words stand to each other: two countries, two ordinals, two
// words or phrases of the lexicons; a phrase that no list has is known by its head.
WordMatch EvidenceFinder::CompareEdit(const SentenceAlignment& alignment, uint32_t passage,
                                      const Edit& edit) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const auto first = OrdinalIn(draft, edit.draft), second = OrdinalIn(source, edit.source);
  if (first && second) return *first == *second ? WordMatch::kSame : WordMatch::kExclusive;
  const std::string ours = PhraseOf(draft, edit.draft), theirs = PhraseOf(source, edit.source);
  if (relations != nullptr && relations->OppositeWords(ours, theirs)) {
    const bool both = relations->Compatible(ours) && relations->Compatible(theirs);
    return both ? WordMatch::kNone : WordMatch::kOpposite;
  }
  const auto compare = [&](Stretch here, Stretch there) {
    const int32_t a = HeadOf(draft, here), b = HeadOf(source, there);
    const auto word = [&](const Terms& terms, Stretch stretch, int32_t head) {
      return stretch.last - stretch.first == 1
                 ? terms[head].word
                 : lexical_.Word(PhraseOf(terms, stretch), Upos::kNoun);
    };
    return lexical_.Compare(word(draft, here, a), word(source, there, b));
  };
  const WordMatch match = compare(edit.draft, edit.source);
  if (match != WordMatch::kNone) return match;
  // "living" and "dining" before "room".
  const Stretch here = WithNext(draft, alignment.draft_sentence(), edit.draft);
  const Stretch there =
      WithNext(source, source.reading->analysis.sentences[alignment.passages[passage].sentence],
               edit.source);
  if (here.last == edit.draft.last || there.last == edit.source.last) return match;
  const WordMatch longer = compare(here, there);
  return longer == WordMatch::kExclusive ? longer : match;
}

// Whether the edit leaves room for two scenes of one kind.
bool EvidenceFinder::OpenEdit(const Terms& terms, const Sentence& sentence, Stretch stretch,
                              WordMatch match, bool named) const {
  const int32_t head = HeadOf(terms, stretch);
  if (IsSubject(terms, sentence, head)) return !named && !terms[head].definite;
  if (match == WordMatch::kOpposite) return OpenOpposite(terms, sentence, head);
  return !named && match == WordMatch::kExclusive && InTurn(terms, stretch) &&
         !DefiniteSentence(terms, sentence);
}

// An opposite said of an unnamed subject or told as its deed; what goes on ("is
// lifting") may be followed by its opposite, whoever does it.
bool EvidenceFinder::OpenOpposite(const Terms& terms, const Sentence& sentence,
                                  int32_t head) const {
  const Token& token = TokenAt(terms, head);
  const int32_t above = token.head;
  const bool definite = DefiniteSentence(terms, sentence);
  if (token.upos == Upos::kAdj && token.deprel == Deprel::kAmod) return !definite;
  if (token.deprel == Deprel::kCompound && above != kNoToken && IsSubject(terms, sentence, above))
    return !definite;
  if (token.upos != Upos::kVerb) return false;
  if (token.deprel == Deprel::kAcl && above != kNoToken)
    return !terms[above].definite || terms.reading->analysis.Label(token) == "acl:relcl";
  if (token.deprel != Deprel::kRoot && token.deprel != Deprel::kConj) return false;
  return !definite || terms.reading->analysis.Xpos(token) == "VBG";
}

void EvidenceFinder::FindEdited(const SentenceAlignment& alignment,
                                std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const RelationLexicon* relations = lexical_.knowledge().relations;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
    const std::optional<Edit> edit = FindEdit(draft, alignment.draft_sentence(), source, passage);
    if (!edit || edit->frame < 1 || edit->words < kFrame) continue;
    const KnownName* ours = PlaceOf(lexical_.knowledge().entities, draft, edit->draft);
    const KnownName* theirs = PlaceOf(lexical_.knowledge().entities, source, edit->source);
    const bool named = ours != nullptr && theirs != nullptr && ours->level == theirs->level;
    const WordMatch match =
        named ? (ours->canonical == theirs->canonical ? WordMatch::kSame : WordMatch::kExclusive)
              : CompareEdit(alignment, p, *edit);
    if (match != WordMatch::kOpposite && match != WordMatch::kExclusive) continue;
    const int32_t head = HeadOf(draft, edit->draft);
    if (DeniedAbove(draft, head) || CarriedWhole(alignment, p)) continue;
    if (OpenEdit(draft, alignment.draft_sentence(), edit->draft, match, named) ||
        OpenEdit(source, passage, edit->source, match, named))
      continue;
    const Upos upos = TokenAt(draft, head).upos;
    const bool course = upos != Upos::kVerb && relations != nullptr &&
                        relations->Way(PhraseOf(draft, edit->draft)) &&
                        relations->Way(PhraseOf(source, edit->source));
    if (course || ManyColoured(draft, head) ||
        (match == WordMatch::kOpposite && Coloured(relations, draft, head)))
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

// A colour of an animal or a person: it may have several.
bool EvidenceFinder::ManyColoured(const Terms& terms, int32_t token) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const int32_t governor = terms[token].slot.governor;
  if (relations == nullptr || wordnet == nullptr || governor == kNoToken) return false;
  if (!Coloured(relations, terms, token)) return false;
  const std::string_view noun = terms.reading->analysis.Lemma(TokenAt(terms, governor));
  return std::ranges::any_of(relations->many_coloured(), [&](const std::string& kind) {
    return wordnet->IsHyponymOf(noun, kind, WordPos::kNoun, kSenses);
  });
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

}  // namespace crosscheck
