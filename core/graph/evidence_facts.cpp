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
#include "core/language/wordnet.h"

namespace crosscheck {
namespace {

constexpr int kRounds = 4;           // conjuncts of participles of predicates
constexpr int32_t kBracket = 40;     // tokens behind a name in which its bracket closes
constexpr size_t kLongestTitle = 8;  // words
constexpr int32_t kFirst = 2;        // tokens before the name that a sentence begins with
constexpr double kNamed = 1.0, kOpen = 0.8;

const Entity* EntityAt(const Terms& terms, int32_t t) {
  return terms[t].entity < 0 ? nullptr
                             : &terms.reading->entities[static_cast<size_t>(terms[t].entity)];
}

bool HasChild(const Terms& terms, const Sentence& sentence, int32_t head, Deprel deprel) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).head == head && TokenAt(terms, t).deprel == deprel) return true;
  }
  return false;
}

// The words that say something of a subject: its predicate, appositions, participles,
// and what is joined to them.
std::vector<int32_t> SaidOf(const Terms& terms, const Sentence& sentence, int32_t subject) {
  std::vector<int32_t> said;
  if (TokenAt(terms, subject).deprel == Deprel::kNsubj) {
    said.push_back(TokenAt(terms, subject).head);
  } else {
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
         ++t) {
      if (TokenAt(terms, t).deprel == Deprel::kRoot && t != subject) said.push_back(t);
    }
  }
  const auto has = [&](int32_t t) { return std::ranges::find(said, t) != said.end(); };
  for (int round = 0; round < kRounds; ++round) {
    const size_t before = said.size();
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
         ++t) {
      const Token& token = TokenAt(terms, t);
      if (has(t) || t == subject) continue;
      const bool own = HasChild(terms, sentence, t, Deprel::kNsubj);
      const bool of_name = token.head == subject && (token.deprel == Deprel::kAppos ||
                                                     (token.deprel == Deprel::kAcl && !own));
      // "is an album by the band Blue Hour, released in May": after a comma, of the album.
      const bool comma = token.deprel == Deprel::kAcl && t > 0 &&
                         terms.reading->analysis.Form(TokenAt(terms, t - 1)) == ",";
      int32_t head = token.head;
      for (int steps = 0; comma && steps < kRounds && head != kNoToken && !has(head); ++steps)
        head = TokenAt(terms, head).deprel == Deprel::kNsubj ? kNoToken : TokenAt(terms, head).head;
      const bool of_said = head != kNoToken && has(head) && !own &&
                           (token.deprel == Deprel::kConj || token.deprel == Deprel::kAcl ||
                            token.deprel == Deprel::kAdvcl || token.deprel == Deprel::kParataxis);
      if (of_name || of_said) said.push_back(t);
    }
    if (said.size() == before) break;
  }
  return said;
}

// The preposition of a noun, "" for none.
std::string_view CaseOf(const Terms& terms, const Sentence& sentence, int32_t noun) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).head == noun && TokenAt(terms, t).deprel == Deprel::kCase)
      return terms.reading->analysis.Lower(TokenAt(terms, t));
  }
  return "";
}

// A noun with the words before it that make one of it: "video game".
std::string Phrase(const Terms& terms, int32_t noun) {
  std::string phrase = LemmaAt(terms, noun);
  if (noun > 0 && TokenAt(terms, noun - 1).head == noun) {
    const Deprel deprel = TokenAt(terms, noun - 1).deprel;
    if (deprel == Deprel::kCompound || deprel == Deprel::kAmod)
      return LemmaAt(terms, noun - 1) + " " + phrase;
  }
  return phrase;
}

// The name or title that a sentence begins with, as written, up to a comma, and the
// predicate of its main clause: "The Gifted", "Lost". Titles are often no names to the
// tagger.
struct Title {
  int32_t predicate = kNoToken;
  std::vector<std::string_view> words;
};

std::optional<Title> TitleOf(const Terms& terms, const Sentence& sentence) {
  const Analysis& analysis = terms.reading->analysis;
  Title title;
  int32_t end = kNoToken;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).deprel == Deprel::kRoot) title.predicate = t;
  }
  for (auto t = static_cast<int32_t>(sentence.first);
       t < static_cast<int32_t>(sentence.last) && end == kNoToken; ++t) {
    const Deprel deprel = TokenAt(terms, t).deprel;
    const bool helps = deprel == Deprel::kCop || deprel == Deprel::kAux;
    if (t == title.predicate || (helps && TokenAt(terms, t).head == title.predicate)) end = t;
  }
  bool bracket = false;
  for (auto t = static_cast<int32_t>(sentence.first); t < end; ++t) {
    const std::string_view form = analysis.Form(TokenAt(terms, t));
    bracket = bracket ? form != ")" : form == "(";
    if (bracket || form == ")") continue;
    if (form == ",") break;
    if (TokenAt(terms, t).upos != Upos::kPunct) title.words.push_back(form);
  }
  if (title.words.empty() || title.words.size() > kLongestTitle) return std::nullopt;
  const bool article = title.words.front() == "The" || title.words.front() == "A";
  if (article && title.words.size() == 1) return std::nullopt;
  const Upos first = TokenAt(terms, static_cast<int32_t>(sentence.first)).upos;
  const bool closed =
      first == Upos::kPron || first == Upos::kNum || (first == Upos::kDet && !article);
  if (closed || !IsUpper(CodePointAt(title.words[article ? 1 : 0], 0).value)) return std::nullopt;
  return title;
}

// The head of the same title at the beginning of a passage; kNoToken for none.
int32_t TitledSame(const Title& title, const Terms& source, const Sentence& passage) {
  const Analysis& analysis = source.reading->analysis;
  auto t = static_cast<int32_t>(passage.first);
  const auto last = static_cast<int32_t>(passage.last);
  for (const std::string_view word : title.words) {
    while (t < last && TokenAt(source, t).upos == Upos::kPunct) ++t;
    if (t >= last || analysis.Form(TokenAt(source, t)) != word) return kNoToken;
    ++t;
  }
  if (t >= last) return kNoToken;
  const Upos next = TokenAt(source, t).upos;
  if (next != Upos::kPunct && next != Upos::kAux && next != Upos::kVerb) return kNoToken;
  for (int32_t u = t - 1; u >= static_cast<int32_t>(passage.first); --u) {
    if (TokenAt(source, u).deprel == Deprel::kNsubj && TokenAt(source, u).head >= t) return u;
  }
  return t - 1;
}

// Whether two dates differ in a year, a month or a day that both give.
bool OtherDate(const TimeExpression& a, const TimeExpression& b) {
  if (a.type != TimeType::kDate || b.type != TimeType::kDate) return false;
  for (size_t i = 0; i < std::min(a.value.size(), b.value.size()); ++i) {
    const char x = a.value[i], y = b.value[i];
    if (x == 'X' || y == 'X' || x == y) continue;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return digit(x) && digit(y);
  }
  return false;
}

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
    }
  }
  return kNoToken;
}

std::string_view EvidenceFinder::NatureOf(const Terms& terms, int32_t noun) const {
  const RelationLexicon* relations = lexical_.knowledge().relations;
  if (relations == nullptr || TokenAt(terms, noun).upos != Upos::kNoun || terms[noun].name)
    return "";
  const std::string phrase = Phrase(terms, noun), lemma = LemmaAt(terms, noun);
  if (const auto found = relations->NatureOf(phrase)) return *found;
  if (const auto found = relations->NatureOf(lemma)) return *found;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  if (wordnet == nullptr) return "";
  for (const RelationLexicon::Kind& kind : relations->nature_kinds()) {
    if (wordnet->IsHyponymOf(lemma, kind.noun, WordPos::kNoun, 1)) return kind.group;
  }
  return "";
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
    if (nature.empty() || draft[a].denied) continue;
    for (const int32_t b : theirs) {
      const std::string_view other = NatureOf(source, b);
      if (other.empty() || source[b].denied) continue;
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
    const int32_t head = TokenAt(terms, at).head;
    const bool modifies = TokenAt(terms, at).deprel == Deprel::kAmod ||
                          TokenAt(terms, at).deprel == Deprel::kCompound;
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

// One place, or one that lies in the other.
bool EvidenceFinder::PlacesMeet(const std::string& a, const std::string& b) const {
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  return a == b || wordnet == nullptr || wordnet->IsPartOf(a, b) || wordnet->IsPartOf(b, a);
}

// The countries in which something said of a subject lies: "is in Norway", "is a town
// in the north of Norway", "a firm located in Norway".
std::vector<std::pair<int32_t, std::string>> EvidenceFinder::CountriesOf(
    const Terms& terms, const Sentence& sentence, const std::vector<int32_t>& said) const {
  std::vector<std::pair<int32_t, std::string>> countries;
  const EntityLexicon* lexicon = lexical_.knowledge().entities;
  if (lexicon == nullptr) return countries;
  for (const auto& entity : terms.reading->entities) {
    for (const Mention& mention : entity.mentions) {
      if (mention.head < static_cast<int32_t>(sentence.first) ||
          mention.head >= static_cast<int32_t>(sentence.last))
        continue;
      const KnownName* name =
          lexicon->FindName(FoldName(mention.range.In(terms.reading->document->text())));
      if (name == nullptr || name->form != KnownName::Form::kName ||
          name->level != KnownName::Level::kCountry)
        continue;
      int32_t at = mention.head;
      bool in = false, reached = false;
      for (int steps = 0; steps < kRounds && at != kNoToken && !reached; ++steps) {
        in = in || CaseOf(terms, sentence, at) == "in";
        reached = std::ranges::find(said, at) != said.end();
        if (TokenAt(terms, at).deprel == Deprel::kNsubj) break;
        at = TokenAt(terms, at).head;
      }
      reached = reached || (at != kNoToken && std::ranges::find(said, at) != said.end());
      if (in && reached) countries.emplace_back(mention.head, name->canonical);
    }
  }
  return countries;
}

EvidenceFinder::FactRival EvidenceFinder::RivalPlace(const SentenceAlignment& alignment,
                                                     uint32_t passage,
                                                     const std::vector<int32_t>& ours,
                                                     const std::vector<int32_t>& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const auto a = CountriesOf(draft, alignment.draft_sentence(), ours);
  const auto b = CountriesOf(source, there, theirs);
  if (a.size() != 1 || b.empty() || draft[a.front().first].denied) return {};
  const bool meet = std::ranges::any_of(
      b, [&](const auto& other) { return PlacesMeet(a.front().second, other.second); });
  return meet ? FactRival{} : FactRival{a.front().first, b.front().first};
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
  for (const int32_t a : ours) {
    const bool verb = TokenAt(draft, a).upos == Upos::kVerb;
    if (draft[a].denied ||
        (verb ? !relations->Makes(LemmaAt(draft, a)) : TokenAt(draft, a).upos != Upos::kNoun))
      continue;
    const std::vector<int32_t> makers = MakersAt(draft, alignment.draft_sentence(), a);
    if (makers.empty()) continue;
    std::vector<int32_t> rivals;
    for (const int32_t b : theirs) {
      if (source[b].denied || !Carries(aligner_.Compare(draft, a, source, b))) continue;
      // "written and directed by": the verbs share what stands behind the last.
      for (const int32_t c : theirs) {
        const bool joined = c == b || TokenAt(source, c).head == b || TokenAt(source, b).head == c;
        if (!joined || TokenAt(source, c).upos != TokenAt(source, b).upos) continue;
        for (const int32_t name : MakersAt(source, there, c)) rivals.push_back(name);
      }
    }
    const auto differ = [&](int32_t name) {
      return std::ranges::all_of(makers, [&](int32_t maker) {
        return CompareNames(*EntityAt(draft, maker), *EntityAt(source, name), *lexicon) ==
                   NameRelation::kDifferent ||
               (EntityAt(draft, maker)->type != EntityAt(source, name)->type &&
                !Carries(aligner_.Compare(draft, maker, source, name)));
      });
    };
    if (!rivals.empty() && std::ranges::all_of(rivals, differ))
      return {makers.front(), rivals.front()};
  }
  return {};
}

void EvidenceFinder::FindFacts(const SentenceAlignment& alignment,
                               std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  const Topic topic = TopicOf(draft, sentence);
  const std::optional<Title> title = TitleOf(draft, sentence);
  if (lexical_.knowledge().relations == nullptr) return;
  const int32_t predicate = topic.entity >= 0 ? TokenAt(draft, topic.subject).head
                            : title           ? title->predicate
                                              : kNoToken;
  if (predicate == kNoToken) return;
  const std::vector<int32_t> ours = {predicate};
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& there = source.reading->analysis.sentences[alignment.passages[p].sentence];
    bool open = false;
    int32_t subject = topic.entity >= 0 ? SameSubject(alignment, topic, p, &open) : kNoToken;
    if (subject == kNoToken && title) {
      subject = TitledSame(*title, source, there);
      open = false;
    }
    if (subject == kNoToken) continue;
    const std::vector<int32_t> theirs = SaidOf(source, there, subject);
    const bool is = HasChild(draft, sentence, predicate, Deprel::kCop);
    FactRival rival;
    std::string_view what;
    if (is && !open) {
      rival = RivalNature(draft, ours, source, theirs);
      what = "another kind of thing there";
    }
    if (is && rival.source == kNoToken) {
      rival = RivalOrigin(alignment, p, ours, theirs);
      what = "from another country there";
    }
    if (is && !open && rival.source == kNoToken) {
      rival = RivalPlace(alignment, p, ours, theirs);
      what = "in another country there";
    }
    if (rival.source == kNoToken) {
      rival = RivalTime(alignment, p, predicate, subject, theirs);
      what = "at another time there";
    }
    if (rival.source == kNoToken) {
      rival = RivalMaker(alignment, p, ours, theirs);
      what = "by somebody else there";
    }
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

// The time or name that a word is part of, else the word.
TextRange EvidenceFinder::WordsAt(const Terms& terms, int32_t token) {
  const Term& term = terms[token];
  if (term.time >= 0) return terms.reading->times[static_cast<size_t>(term.time)].range;
  if (const Entity* entity = EntityAt(terms, token); entity != nullptr && term.name) {
    for (const Mention& mention : entity->mentions) {
      if (mention.range.Contains(TokenAt(terms, token).range)) return mention.range;
    }
  }
  return TokenAt(terms, token).range;
}

}  // namespace crosscheck
