// Facts that a thing has once: what it is, where it is from, when it was born, opened,
// released, and by whom it was made.
//
// Two sentences that introduce one thing share little but its name: "Blue Hour (born 3
// May 1970) is a Danish singer", "Blue Hour was born in 1966". No slot is aligned, but
// each fact of the second has its place in the first: a bracket, a predicate, an
// apposition, a participle. So the draft's main clause is read as facts of its subject,
// and a passage whose subject is the same (by name, or as an opening that names nobody)
// is asked for the same facts. Only what a thing has once is compared:
//
//   nature  a film is no painting, a town no river (rules/lexicon/natures.yaml)
//   origin  a Danish singer is no Swedish one, unless the passage says both
//   place   what is in Norway is not in Chile
//   time    of what happens to a thing once: born, died, founded, released (`once`)
//   maker   directed, written, painted by somebody else than all that are named there
//
// Counter-examples: "Blue Hour is a singer" of an actress, "was reissued in 1990" of
// what was released in 1980, "a film by Berg" of one by Berg and Lee.
// Cost: the tokens of the draft's sentence and of its passages.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/openings.h"
#include "core/graph/said.h"
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr int kRounds = 4;        // conjuncts of participles of predicates
constexpr int32_t kBracket = 40;  // tokens behind a name in which its bracket closes
constexpr int32_t kFirst = 2;     // tokens before the name that a sentence begins with
constexpr double kNamed = 1.0, kOpen = 0.8;

}  // namespace

// Whether a name in a passage is the draft's: all its words stand there, or the two
// are forms of one name ("Tim Roth", "Timothy Simon Roth").
bool EvidenceFinder::OneName(const SentenceAlignment& alignment, const Topic& topic,
                             uint32_t passage, int32_t source) const {
  const Terms& terms = *alignment.sources[passage];
  const Entity* theirs = EntityAt(terms, source);
  if (theirs == nullptr || !theirs->named || lexical_.knowledge().entities == nullptr) return false;
  const Entity& ours = alignment.draft->reading->entities[static_cast<size_t>(topic.entity)];
  const NameRelation relation = CompareNames(ours, *theirs, *lexical_.knowledge().entities);
  if (relation == NameRelation::kSame || relation == NameRelation::kCompatible) return true;
  return relation == NameRelation::kUnknown && std::ranges::all_of(topic.tokens, [&](int32_t t) {
           return alignment.CarriedIn(t, passage);
         });
}

// The subject of a passage that is the draft's topic, or the name that the passage
// begins with; kNoToken for none.
int32_t EvidenceFinder::SameSubject(const SentenceAlignment& alignment, const Topic& topic,
                                    uint32_t passage, bool* open) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const bool whole = draft[topic.subject].name;
  for (const int32_t t : topic.tokens) {
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage != passage) continue;
      *open = !source[link.source].name;
      int32_t at = link.source;
      const auto part = [&] {
        const Deprel deprel = TokenAt(source, at).deprel;
        return deprel == Deprel::kFlat || deprel == Deprel::kCompound;
      };
      while (part()) at = TokenAt(source, at).head;
      const bool subject = TokenAt(source, at).deprel == Deprel::kNsubj;
      if (*open && subject) return at;
      const bool first = at <= static_cast<int32_t>(there.first) + kFirst;
      if (whole && (subject || first) && OneName(alignment, topic, passage, link.source)) return at;
      const int32_t known = whole ? KnownAs(source, at) : kNoToken;
      if (known != kNoToken && OneName(alignment, topic, passage, link.source)) return known;
    }
  }
  return kNoToken;
}

// "Jo Berg, known as Blue Hour, is": the subject that a name is another name of.
int32_t EvidenceFinder::KnownAs(const Terms& terms, int32_t name) const {
  int32_t at = TokenAt(terms, name).head;
  const bool calls = at != kNoToken &&
                     lexical_.knowledge().relations->Is(WordClass::kNaming, LemmaAt(terms, at)) &&
                     TokenAt(terms, at).deprel == Deprel::kAcl && !terms[at].denied;
  if (!calls) return kNoToken;
  at = TokenAt(terms, at).head;
  return at != kNoToken && TokenAt(terms, at).deprel == Deprel::kNsubj ? at : kNoToken;
}

// The subject of a passage that speaks of a titled work by its kind: "the film was
// released", where nothing of the kind is named; kNoToken for none.
int32_t EvidenceFinder::WorkSubject(const Terms& source, const Sentence& passage) const {
  constexpr size_t kShort = 3;  // sentences of a text that may leave its subject unnamed
  if (source.reading->analysis.sentences.size() > kShort) return kNoToken;
  for (auto t = static_cast<int32_t>(passage.first); t < static_cast<int32_t>(passage.last); ++t) {
    const Token& token = TokenAt(source, t);
    if (token.deprel != Deprel::kNsubj || token.upos != Upos::kNoun || !source[t].definite)
      continue;
    const std::string_view nature = NatureOf(source, t);
    const bool work =
        !nature.empty() && !lexical_.knowledge().relations->NaturesExclude(nature, "work");
    const bool main = token.head != kNoToken && TokenAt(source, token.head).deprel == Deprel::kRoot;
    return work && main && HasChild(source, passage, t, Deprel::kDet) ? t : kNoToken;
  }
  return kNoToken;
}

std::string_view EvidenceFinder::NatureOf(const Terms& terms, int32_t noun) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (relations == nullptr || TokenAt(terms, noun).upos != Upos::kNoun || terms[noun].name)
    return "";
  const std::string phrase = Phrase(terms, noun), lemma = LemmaAt(terms, noun);
  const bool more = static_cast<size_t>(noun) + 1 < terms.terms.size() &&
                    TokenAt(terms, noun + 1).head == noun &&
                    TokenAt(terms, noun + 1).range.start == TokenAt(terms, noun).range.end + 1;
  if (more) {  // "studio album", of which the parser took the first word for the head
    const auto found = relations->NatureOf(lemma + " " + LemmaAt(terms, noun + 1));
    if (found) return *found;
  }
  if (const auto found = relations->NatureOf(phrase)) return *found;
  if (const auto found = relations->NatureOf(lemma)) return *found;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (wordnet == nullptr) return "";
  for (const RelationLexicon::Kind& kind : relations->nature_kinds()) {
    if (wordnet->IsHyponymOf(lemma, kind.noun, WordPos::kNoun, 1)) return kind.group;
  }
  return "";
}

// "the stop was at a college" says where it was, not what.
bool BehindPreposition(const Terms& terms, int32_t noun) {
  return std::ranges::any_of(terms.dependents[static_cast<size_t>(noun)], [&](int32_t child) {
    return child < noun && TokenAt(terms, child).deprel == Deprel::kCase;
  });
}

// "is a film" against "is a painting"; nothing where one of the words of the passage
// goes with the draft's.
EvidenceFinder::FactRival EvidenceFinder::RivalNature(const Terms& draft,
                                                      const std::vector<int32_t>& ours,
                                                      const Terms& source,
                                                      const std::vector<int32_t>& theirs) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  FactRival rival;
  for (const int32_t a : ours) {
    const std::string_view nature = NatureOf(draft, a);
    if (nature.empty() || draft[a].denied || BehindPreposition(draft, a)) continue;
    for (const int32_t b : theirs) {
      const std::string_view other = NatureOf(source, b);
      if (other.empty() || source[b].denied || BehindPreposition(source, b)) continue;
      if (!relations->NaturesExclude(nature, other)) return {};
      if (rival.source == kNoToken) rival = {a, b};
    }
  }
  return rival;
}

// The countries that a predicate noun's adjectives name: "a Danish and Swedish singer".
std::vector<std::pair<int32_t, std::string>> EvidenceFinder::OriginsOf(
    const Terms& terms, const Sentence& sentence, const std::vector<int32_t>& said) const {
  std::vector<std::pair<int32_t, std::string>> origins;
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  if (lexicon == nullptr) return origins;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    const KnownName* name =
        lexicon->FindName(FoldName(terms.reading->analysis.Form(TokenAt(terms, t))));
    if (name == nullptr || name->form != KnownName::Form::kAdjective) continue;
    int32_t at = t;
    for (int steps = 0; steps < kRounds && TokenAt(terms, at).deprel == Deprel::kConj; ++steps)
      at = TokenAt(terms, at).head;
    const bool predicate = std::ranges::find(said, t) != said.end();
    const auto before = [&](int32_t word) {
      return TokenAt(terms, word).deprel == Deprel::kAmod ||
             TokenAt(terms, word).deprel == Deprel::kCompound;
    };
    const bool modifies = before(at);
    int32_t head = TokenAt(terms, at).head;
    for (int steps = 0; steps < kRounds && head != kNoToken && before(head); ++steps)
      head = TokenAt(terms, head).head;  // "a Danish crime drama film"
    if (predicate || (modifies && std::ranges::find(said, head) != said.end()))
      origins.emplace_back(t, name->canonical);
  }
  return origins;
}

EvidenceFinder::FactRival EvidenceFinder::RivalOrigin(const SentenceAlignment& alignment,
                                                      uint32_t passage,
                                                      const std::vector<int32_t>& ours,
                                                      const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const auto a = OriginsOf(draft, alignment.draft_sentence(), ours),
             b = OriginsOf(source, there, theirs);
  if (a.empty() || b.empty() || draft[a.front().first].denied) return {};
  for (const auto& [token, mine] : a) {
    for (const auto& [other, country] : b) {
      if (PlacesMeet(mine, country)) return {};
    }
  }
  return {a.front().first, b.front().first};
}

// What somebody did before being born: "graduated in 1970" of one born in 1980.
EvidenceFinder::FactRival EvidenceFinder::RivalLife(const SentenceAlignment& alignment,
                                                    uint32_t passage, int32_t verb,
                                                    int32_t subject) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  if (draft[verb].denied || TokenAt(draft, verb).upos != Upos::kVerb ||
      LemmaAt(draft, verb) == "bear")
    return {};
  const std::vector<int32_t> ours = TimesAt(draft, alignment.draft_sentence(), verb);
  const std::vector<int32_t> born = BracketTimes(source, there, subject, false);
  if (ours.size() != 1 || born.size() != 1) return {};
  const TimeExpression& mine = draft.reading->times[static_cast<size_t>(draft[ours.front()].time)];
  const TimeExpression& birth =
      source.reading->times[static_cast<size_t>(source[born.front()].time)];
  constexpr size_t kYear = 4, kDay = 10;  // the lengths of "1980" and "1980-05-03"
  const auto dated = [](const TimeExpression& time) {
    return time.type == TimeType::kDate && time.value.size() >= kYear &&
           std::ranges::all_of(time.value.substr(0, kYear),
                               [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!dated(mine) || !dated(birth)) return {};
  const bool years = mine.value.substr(0, kYear) < birth.value.substr(0, kYear);
  const bool days =
      mine.value.size() == kDay && birth.value.size() == kDay && mine.value <= birth.value;
  return years || days ? FactRival{ours.front(), born.front()} : FactRival{};
}

// Whether a passage has all words of a noun's phrase but one.
bool EvidenceFinder::PhraseCarried(const SentenceAlignment& alignment, uint32_t passage,
                                   int32_t noun, int32_t except) {
  const Terms& draft = *alignment.draft;
  std::vector<int32_t> phrase = {noun};
  for (size_t i = 0; i < phrase.size(); ++i) {
    const int32_t t = phrase[i];
    if (t != except && draft[t].content && !alignment.CarriedIn(t, passage)) return false;
    for (const int32_t child : draft.dependents[static_cast<size_t>(t)]) {
      const bool subject = t == noun && draft[child].slot.kind == Slot::Kind::kSubject;
      if (!subject && std::ranges::find(phrase, child) == phrase.end()) phrase.push_back(child);
    }
  }
  return true;
}

// Which of its kind a thing is: "the first woman to lead a party", "her second album".
EvidenceFinder::FactRival EvidenceFinder::RivalRank(const SentenceAlignment& alignment,
                                                    uint32_t passage,
                                                    const std::vector<int32_t>& ours,
                                                    const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const auto ordinal = [&](const Terms& terms, int32_t t) {
    return terms[t].time < 0 &&
           std::ranges::find(lexical_.knowledge().relations->GroupsOf(LemmaAt(terms, t)),
                             "ordinal") !=
               lexical_.knowledge().relations->GroupsOf(LemmaAt(terms, t)).end();
  };
  for (auto t = static_cast<int32_t>(here.first); t < static_cast<int32_t>(here.last); ++t) {
    const int32_t noun = draft[t].slot.governor;
    if (!ordinal(draft, t) || noun == kNoToken || draft[noun].denied || !Reaches(draft, noun, ours))
      continue;
    if (!PhraseCarried(alignment, passage, noun, t)) continue;
    FactRival rival;
    for (auto u = static_cast<int32_t>(there.first); u < static_cast<int32_t>(there.last); ++u) {
      const int32_t other = source[u].slot.governor;
      const bool same = ordinal(source, u) && other != kNoToken &&
                        aligner_.Compare(draft, noun, source, other) == WordMatch::kSame;
      if (!same) continue;
      if (LemmaAt(source, u) == LemmaAt(draft, t) || rival.source != kNoToken) return {};
      if (!source[other].denied && Reaches(source, other, theirs)) rival = {t, u};
    }
    if (rival.source != kNoToken) return rival;
  }
  return {};
}

// Whether a noun hangs on something said, by nouns only: "part of her first album".
bool EvidenceFinder::Reaches(const Terms& terms, int32_t noun, const std::vector<int32_t>& said) {
  int32_t at = noun;
  for (int steps = 0; steps < kRounds && at != kNoToken; ++steps) {
    if (std::ranges::find(said, at) != said.end()) return true;
    const Deprel deprel = TokenAt(terms, at).deprel;
    const bool below = deprel == Deprel::kNmod || deprel == Deprel::kAppos ||
                       deprel == Deprel::kObl || deprel == Deprel::kXcomp ||
                       deprel == Deprel::kConj;
    if (!below) return false;
    at = TokenAt(terms, at).head;
  }
  return false;
}

// The dates at which a verb's event took place.
std::vector<int32_t> EvidenceFinder::TimesAt(const Terms& terms, const Sentence& sentence,
                                             int32_t verb) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  std::vector<int32_t> times;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).head != verb || terms[t].time < 0) continue;
    const std::string_view preposition = CaseOf(terms, sentence, t);
    const TimeExpression& time = terms.reading->times[static_cast<size_t>(terms[t].time)];
    const bool plain =
        preposition.empty() || relations->Is(WordClass::kTimePreposition, preposition);
    if (plain && !time.since && !time.deadline && IsParticular(time)) times.push_back(t);
  }
  return times;
}

// Birth and death in the bracket behind a name: "(born 3 May 1970)", "(1900 – 1980)".
std::vector<int32_t> EvidenceFinder::BracketTimes(const Terms& terms, const Sentence& sentence,
                                                  int32_t subject, bool death) const {
  const Analysis& analysis = terms.reading->analysis;
  const auto end = std::min(static_cast<int32_t>(sentence.last), subject + kBracket);
  std::vector<int32_t> times;  // one token of each
  bool inside = false, born = false, told = false;
  for (int32_t t = subject; t < end; ++t) {
    const std::string_view form = analysis.Form(TokenAt(terms, t));
    if (form == "(") inside = true;
    if (form == ")" && inside && !times.empty()) break;
    if (!inside) continue;
    born = born || LemmaAt(terms, t) == "bear" || analysis.Lower(TokenAt(terms, t)) == "born";
    told = told || TokenAt(terms, t).upos == Upos::kVerb;
    if (terms[t].time >= 0 && (times.empty() || terms[times.back()].time != terms[t].time))
      times.push_back(t);
  }
  const bool life = times.size() == 2;
  if (times.empty() || (times.size() == 1 && (!born || death)) || times.size() > 2 ||
      (told && !born))
    return {};
  return {death && life ? times[1] : times[0]};
}

EvidenceFinder::FactRival EvidenceFinder::RivalTime(const SentenceAlignment& alignment,
                                                    uint32_t passage, int32_t verb, int32_t subject,
                                                    const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const std::string lemma = LemmaAt(draft, verb);
  const std::vector<int32_t> ours = TimesAt(draft, alignment.draft_sentence(), verb);
  if (ours.size() != 1 || draft[verb].denied || !relations->Once(lemma)) return {};
  for (const int32_t child : draft.dependents[static_cast<size_t>(verb)]) {  // founded something else
    if (draft[child].slot.kind == Slot::Kind::kObject && draft[child].content && !alignment.CarriedIn(child, passage)) return {};
  }
  std::vector<int32_t> times;
  for (const int32_t v : theirs) {
    if (TokenAt(source, v).upos != Upos::kVerb || source[v].denied) continue;
    const WordMatch match = aligner_.Compare(draft, verb, source, v);
    if (match != WordMatch::kSame && match != WordMatch::kSynonym) continue;
    for (const int32_t t : TimesAt(source, there, v)) times.push_back(t);
  }
  if (lemma == "bear" || lemma == "die") {
    for (const int32_t t : BracketTimes(source, there, subject, lemma == "die")) times.push_back(t);
  }
  const TimeExpression& mine = draft.reading->times[static_cast<size_t>(draft[ours.front()].time)];
  for (const int32_t t : times) {
    if (!OtherDate(mine, source.reading->times[static_cast<size_t>(source[t].time)])) return {};
  }
  return times.empty() ? FactRival{} : FactRival{ours.front(), times.front()};
}

// The names behind "by": of a verb, and of those that it is joined to.
std::vector<int32_t> EvidenceFinder::MakersAt(const Terms& terms, const Sentence& sentence,
                                              int32_t word) const {
  std::vector<int32_t> phrase;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    const Token& token = TokenAt(terms, t);
    const bool agent =
        token.head == word && (token.deprel == Deprel::kObl || token.deprel == Deprel::kNmod);
    if (agent && CaseOf(terms, sentence, t) == "by") phrase.push_back(t);
  }
  std::vector<int32_t> names;
  for (size_t i = 0; i < phrase.size(); ++i) {
    const int32_t at = phrase[i];
    const Entity* entity = EntityAt(terms, at);
    const bool known =
        entity != nullptr && entity->named && terms[at].name && entity->type != EntityType::kPlace;
    if (known && TokenAt(terms, at).upos == Upos::kPropn) names.push_back(at);
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
         ++t) {
      const Deprel deprel = TokenAt(terms, t).deprel;
      const bool within = deprel == Deprel::kConj || deprel == Deprel::kAppos ||
                          deprel == Deprel::kCompound || deprel == Deprel::kFlat;
      if (TokenAt(terms, t).head == at && within) phrase.push_back(t);
    }
  }
  return names;
}

// "by a woman": a maker of whom only the sex is told.
int32_t EvidenceFinder::SomebodyAt(const Terms& terms, const Sentence& sentence,
                                   int32_t word) const {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    const Token& token = TokenAt(terms, t);
    const KnownNoun* noun = lexical_.knowledge().entities->FindNoun(LemmaAt(terms, t));
    const bool sex = noun != nullptr && noun->type == EntityType::kPerson &&
                     (noun->gender == Gender::kFemale || noun->gender == Gender::kMale);
    if (sex && token.head == word && token.upos == Upos::kNoun && !terms[t].definite &&
        CaseOf(terms, sentence, t) == "by")
      return t;
  }
  return kNoToken;
}

// Whether somebody known by name is of another sex than "a woman".
bool EvidenceFinder::OtherSex(const Terms& terms, int32_t noun, const Entity& person) const {
  const Gender sex = lexical_.knowledge().entities->FindNoun(LemmaAt(terms, noun))->gender;
  const bool known = person.gender == Gender::kFemale || person.gender == Gender::kMale;
  return person.type == EntityType::kPerson && known && person.gender != sex;
}

EvidenceFinder::FactRival EvidenceFinder::RivalMaker(const SentenceAlignment& alignment,
                                                     uint32_t passage,
                                                     const std::vector<int32_t>& ours,
                                                     const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const RelationLexicon* relations = lexical_.knowledge().relations;
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  if (lexicon == nullptr) return {};
  std::vector<int32_t> made = ours;  // "was written and directed by": the last has the maker
  for (auto t = static_cast<int32_t>(alignment.draft_sentence().first);
       t < static_cast<int32_t>(alignment.draft_sentence().last); ++t) {
    if (TokenAt(draft, t).deprel == Deprel::kConj && TokenAt(draft, t).head == ours.front())
      made.push_back(t);
  }
  for (const int32_t a : made) {
    const bool verb = TokenAt(draft, a).upos == Upos::kVerb;
    if (draft[a].denied) continue;
    const std::vector<int32_t> makers = MakersAt(draft, alignment.draft_sentence(), a);
    const int32_t somebody =
        makers.empty() ? SomebodyAt(draft, alignment.draft_sentence(), a) : kNoToken;
    if (makers.empty() && somebody == kNoToken) continue;
    const bool made_so = verb ? relations->Makes(LemmaAt(draft, a)) || somebody != kNoToken
                              : TokenAt(draft, a).upos == Upos::kNoun;
    if (!made_so) continue;
    std::vector<int32_t> rivals;
    for (const int32_t b : theirs) {
      if (source[b].denied || !Carries(aligner_.Compare(draft, a, source, b))) continue;
      const std::vector<int32_t> own = MakersAt(source, there, b);
      rivals.insert(rivals.end(), own.begin(), own.end());
      // "written and directed by": the verbs share what stands behind the last.
      for (const int32_t c : theirs) {
        if (!own.empty()) break;
        const bool joined = c == b || TokenAt(source, c).head == b || TokenAt(source, b).head == c;
        if (!joined || TokenAt(source, c).upos != TokenAt(source, b).upos) continue;
        for (const int32_t name : MakersAt(source, there, c)) rivals.push_back(name);
      }
    }
    const auto differ = [&](int32_t name) {
      if (somebody != kNoToken) return OtherSex(draft, somebody, *EntityAt(source, name));
      return std::ranges::all_of(makers, [&](int32_t maker) {
        return CompareNames(*EntityAt(draft, maker), *EntityAt(source, name), *lexicon) ==
                   NameRelation::kDifferent ||
               (EntityAt(draft, maker)->type != EntityAt(source, name)->type &&
                !Carries(aligner_.Compare(draft, maker, source, name)));
      });
    };
    if (!rivals.empty() && std::ranges::all_of(rivals, differ))
      return {somebody != kNoToken ? somebody : makers.front(), rivals.front()};
  }
  return {};
}

// The first fact of the draft's main clause that a passage tells otherwise.
EvidenceFinder::FactRival EvidenceFinder::RivalFact(const SentenceAlignment& alignment, uint32_t p,
                                                    const FactFrame& frame,
                                                    const std::vector<int32_t>& theirs,
                                                    std::string_view* what) const {
  const Terms& draft = *alignment.draft;
  const std::vector<int32_t> ours = {frame.predicate};
  FactRival rival;
  const auto found = [&](FactRival other, std::string_view reason) {
    rival = other;
    *what = reason;
    return rival.source != kNoToken;
  };
  if (frame.is && !frame.open &&
      found(RivalNature(draft, ours, *alignment.sources[p], theirs), "another kind of thing there"))
    return rival;
  if (frame.is && found(RivalOrigin(alignment, p, ours, theirs), "from another country there"))
    return rival;
  if (frame.is && !frame.open &&
      found(RivalPlace(alignment, p, ours, theirs), "in another country there"))
    return rival;
  if (frame.is && found(RivalRank(alignment, p, ours, theirs), "another one in order there"))
    return rival;
  if (found(RivalTime(alignment, p, frame.predicate, frame.subject, theirs),
            "at another time there"))
    return rival;
  if (found(RivalBound(alignment, p, frame.predicate, theirs), "at another time there"))
    return rival;
  if (!frame.open && found(RivalOnly(alignment, p, frame.predicate, theirs), "elsewhere there"))
    return rival;
  if (found(RivalScene(alignment, p, frame.predicate, theirs), "in another place there"))
    return rival;
  if (found(RivalOutside(alignment, p, frame.predicate, theirs), "elsewhere there")) return rival;
  if (!frame.open &&
      found(RivalLife(alignment, p, frame.predicate, frame.subject), "born later there"))
    return rival;
  found(RivalMaker(alignment, p, ours, theirs), "by somebody else there");
  return rival;
}

void EvidenceFinder::FindFacts(const SentenceAlignment& alignment,
                               std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  if (lexical_.knowledge().relations == nullptr) return;
  const Topic topic = TopicOf(draft, sentence);
  const std::optional<Title> title = TitleOf(draft, sentence);
  const int32_t predicate = title && title->noun != kNoToken ? title->noun
                            : topic.entity >= 0              ? TokenAt(draft, topic.subject).head
                            : title                          ? title->predicate
                                                             : kNoToken;
  if (predicate == kNoToken) return;
  const bool is =
      (title && title->noun != kNoToken) || HasChild(draft, sentence, predicate, Deprel::kCop);
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& there = source.reading->analysis.sentences[alignment.passages[p].sentence];
    bool open = false;
    int32_t subject = topic.entity >= 0 ? SameSubject(alignment, topic, p, &open) : kNoToken;
    std::vector<int32_t> theirs;
    if (subject == kNoToken && title) {
      subject = TitledSame(*title, source, there);
      int32_t copula = kNoToken;
      const int32_t noun = subject != kNoToken ? CopulaNoun(source, there, &copula) : kNoToken;
      if (noun != kNoToken) theirs.push_back(noun);
      open = false;
    }
    if (subject == kNoToken && title && topic.entity < 0) {
      subject = WorkSubject(source, there);
      open = true;
    }
    if (subject == kNoToken) continue;
    for (const int32_t t : SaidOf(source, there, subject)) {
      if (std::ranges::find(theirs, t) == theirs.end()) theirs.push_back(t);
    }
    std::string_view what;
    const FactRival rival = RivalFact(alignment, p, {predicate, subject, is, open}, theirs, &what);
    if (rival.source == kNoToken) continue;
    Evidence evidence = Make(alignment, evidence::kFactRival, WordsAt(draft, rival.draft),
                             open ? kOpen : kNamed, std::string(what));
    SetSource(alignment, p, WordsAt(source, rival.source), &evidence);
    evidence.shared_words = alignment.CarriedCount(p);
    evidence.definite = true;
    out->push_back(std::move(evidence));
    return;
  }
}

// The time or name that a word is part of, a preposition with its own, else the word.
TextRange EvidenceFinder::WordsAt(const Terms& terms, int32_t token) {
  const Term& term = terms[token];
  const Token& word = TokenAt(terms, token);
  if (word.deprel == Deprel::kCase && word.head > token) return Cover(word.range, WordsAt(terms, word.head));
  if (term.time >= 0) return terms.reading->times[static_cast<size_t>(term.time)].range;
  if (const Entity* entity = EntityAt(terms, token); entity != nullptr && term.name) {
    for (const Mention& mention : entity->mentions) {
      if (mention.range.Contains(TokenAt(terms, token).range)) return mention.range;
    }
  }
  return word.range;
}

}  // namespace crosscheck
