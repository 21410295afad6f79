// Which claims of a sentence a passage does not tell as they stand.
//
// A sentence may be put together from several passages, and a passage may have all of its
// words and yet tell something else: the deed of another ("Berg set the record" where
// she broke the one that Lee had set), of another year, of a part of a group that the
// draft takes whole, at a place that belongs to another verb ("born in Moss and moved to
// Lund"), or with another rank ("the largest", "the second-largest"). Such claims are
// not ticked; that they are wrong is another matter, and rules say it. Where a passage
// leaves open what the draft says, the tick stands: dates and places may come from
// elsewhere. Cost: the tokens of the claim by their links. Test: ticks.case.
#include <algorithm>
#include <ranges>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"

namespace crosscheck {
namespace {

constexpr int kFewWords = 4;  // content words up to which none may be missing

// "glad" where a passage has "pleased": one side of a pair of opposites.
bool Akin(const RelationLexicon* relations, const SentenceAlignment& alignment, int32_t adjective) {
  const std::string lemma = LemmaAt(*alignment.draft, adjective);
  for (size_t p = 0; relations != nullptr && p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& there = source.reading->analysis.sentences[alignment.passages[p].sentence];
    for (auto t = static_cast<int32_t>(there.first); t < static_cast<int32_t>(there.last); ++t) {
      if (source[t].content && relations->SharesOpposite(lemma, LemmaAt(source, t))) return true;
    }
  }
  return false;
}

// Whether no passage has a word of the claim: its verb, the noun of "is a senator", the
// adjective of "is blind", what narrows it ("a chess player"). Of what its subject is said
// to be, not "is in custody", which is mostly told by a verb; nor the verbs of other claims.
bool WordLeft(const RelationLexicon* relations, const SentenceAlignment& alignment, const Claim& claim) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  const auto words = std::views::iota(static_cast<int32_t>(sentence.first), static_cast<int32_t>(sentence.last));
  const auto bare_noun = [&](int32_t t) {
    const bool governed = std::ranges::any_of(words, [&](int32_t w) { return TokenAt(draft, w).head == t && TokenAt(draft, w).deprel == Deprel::kCase; });
    return (TokenAt(draft, t).upos == Upos::kNoun || TokenAt(draft, t).upos == Upos::kPropn) && !governed;
  };
  return std::ranges::any_of(words, [&](int32_t t) {
    if (!draft[t].content || draft[t].pronoun || alignment.Carried(t) || !claim.range.Contains(TokenAt(draft, t).range)) return false;
    const bool core = t == claim.predicate_head || t == claim.object.head;
    const Upos upos = TokenAt(draft, t).upos;
    if (core && upos == Upos::kAdj) return !Akin(relations, alignment, t);
    if (upos == Upos::kVerb && relations != nullptr && relations->Is(WordClass::kLightVerb, LemmaAt(draft, t))) return false;  // "gets nine awards"
    return core ? upos == Upos::kVerb || bare_noun(t) : upos != Upos::kVerb;
  });
}

// Whether the passages have, for a word of the claim, only one that excludes it: "an
// orange cab" where they have a brown one.
bool OtherWord(const SentenceAlignment& alignment, const Claim& claim) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (draft[t].content && !alignment.Carried(t) && !alignment.OpposedTo(t).empty() && claim.range.Contains(TokenAt(draft, t).range)) return true;
  }
  return false;
}

// The words of a sentence that say something; a name is one, and so is "hand out".
int WordCount(const Terms& terms, const Sentence& sentence) {
  int words = 0;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const bool particle = TokenAt(terms, t).upos == Upos::kAdp && TokenAt(terms, t).deprel == Deprel::kCompound;
    const bool goes_on = t > static_cast<int32_t>(sentence.first) && terms[t].name && terms[t].entity >= 0 && terms[t - 1].entity == terms[t].entity;
    words += terms[t].content && !particle && !goes_on;
  }
  return words;
}

// "in Lund" or "to Lund and Malmo" of a verb.
bool Circumstance(const Terms& draft, int32_t token, int32_t predicate) {
  const Token& word = TokenAt(draft, token);
  if (word.head == kNoToken) return false;
  const Token& above = TokenAt(draft, word.head);
  if (word.deprel == Deprel::kObl && word.head == predicate) return true;
  if (word.deprel == Deprel::kObl && above.upos == Upos::kAdj) return word.head == predicate || above.head == predicate;  // "found guilty of theft"
  return word.deprel == Deprel::kConj && above.head == predicate && (above.deprel == Deprel::kObl || above.deprel == Deprel::kObj);
}

// Whether a word of a draft that carries no weight stands in a passage, too.
bool HasWord(const SentenceAlignment& alignment, int32_t token) {
  const std::string lemma = LemmaAt(*alignment.draft, token);
  return std::ranges::any_of(alignment.sources, [&](const Terms* source) { return source->words.contains(lemma); });
}

// "The Astrid drifted" where each passage that has the verb names another one who drifted,
// and has the Astrid by a pronoun only ("tugs brought her back").
bool OtherSubject(const SentenceAlignment& alignment, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const int32_t subject = claim.subject.head, verb = claim.predicate_head;
  if (subject == kNoToken || verb == kNoToken || !draft[subject].name || TokenAt(draft, verb).upos != Upos::kVerb) return false;
  const auto& links = alignment.LinksOf(verb);
  return !links.empty() && std::ranges::all_of(links, [&](const Link& link) {
    const Terms& source = *alignment.sources[link.passage];
    const bool other = std::ranges::any_of(source.dependents[static_cast<size_t>(link.source)], [&](int32_t child) {
      return source[child].slot.kind == Slot::Kind::kSubject && source[child].name;
    });
    return other && std::ranges::none_of(alignment.LinksOf(subject), [&](const Link& name) {
      return name.passage == link.passage && !source[name.source].pronoun;
    });
  });
}

// "most of the guests" where no passage says how many of them, or another number.
// "All" and "some" are often not said.
bool QuantifierLeft(const RelationLexicon* relations, const SentenceAlignment& alignment, const Claim& claim) {
  if (claim.quantifier.empty() || relations == nullptr) return false;
  for (const WordClass unsaid : {WordClass::kWholeDeterminer, WordClass::kIndefiniteDeterminer, WordClass::kNegativeDeterminer}) {
    if (relations->Is(unsaid, claim.quantifier)) return false;
  }
  const std::string_view last = std::string_view(claim.quantifier).substr(claim.quantifier.rfind(' ') + 1);
  return std::ranges::none_of(alignment.sources, [&](const Terms* source) { return source->words.contains(std::string(last)); });
}

// "outside of Lund", "without a guide", where the passages have only Lund and the guide.
bool LeavesOut(const RelationLexicon* relations, const SentenceAlignment& alignment, const Claim& claim) {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Token& token = TokenAt(draft, t);
    const bool excludes = relations != nullptr && token.deprel == Deprel::kCase && relations->Is(WordClass::kExcludingPreposition, LemmaAt(draft, t));
    if (excludes && claim.range.Contains(token.range) && !HasWord(alignment, t)) return true;
  }
  return false;
}

// The passages that have a claim together, and the words that carry one of its words
// there: the same word where there is one ("bear" is "born", not "carried").
using Home = std::vector<uint32_t>;

std::vector<Link> LinksAt(const SentenceAlignment& alignment, const Home& home, int32_t token) {
  std::vector<Link> links, same;
  for (const Link& link : alignment.LinksOf(token)) {
    if (std::ranges::find(home, link.passage) == home.end()) continue;
    links.push_back(link);
    if (link.match == WordMatch::kSame) same.push_back(link);
  }
  return same.empty() ? links : same;
}

// The places of a verb, also of one that weighs too little to be linked ("took over").
std::vector<Link> VerbsAt(const SentenceAlignment& alignment, const Home& home, int32_t verb) {
  const Terms& draft = *alignment.draft;
  if (draft[verb].content) return LinksAt(alignment, home, verb);
  std::vector<Link> links;
  for (const uint32_t p : home) {
    const Terms& source = *alignment.sources[p];
    const Sentence& passage = source.reading->analysis.sentences[alignment.passages[p].sentence];
    for (auto t = static_cast<int32_t>(passage.first); t < static_cast<int32_t>(passage.last); ++t) {
      if (TokenAt(source, t).upos == Upos::kVerb && LemmaAt(source, t) == LemmaAt(draft, verb)) links.push_back({p, t, WordMatch::kSame});
    }
  }
  return links;
}

const Sentence& PassageOf(const SentenceAlignment& alignment, const Link& link) {
  return alignment.sources[link.passage]->reading->analysis.sentences[alignment.passages[link.passage].sentence];
}

// The noun that a quantifier, a rank or a share is of: itself, what it modifies or "runners" of "400 of the runners".
int32_t CountedBy(const Terms& terms, int32_t token) {
  const int32_t head = TokenAt(terms, token).head;
  const Deprel relation = TokenAt(terms, token).deprel;
  if (head != kNoToken && (relation == Deprel::kDet || relation == Deprel::kAmod || relation == Deprel::kNummod)) return head;
  for (const int32_t child : terms.dependents[static_cast<size_t>(token)]) {
    if (TokenAt(terms, child).deprel == Deprel::kNmod) return child;
  }
  return kNoToken;
}

bool DescribesWith(const Terms& terms, const Sentence& sentence, int32_t noun, Deprel relation, const auto& says) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (TokenAt(terms, t).head == noun && TokenAt(terms, t).deprel == relation && says(t)) return true;
  }
  return false;
}

// "400 of the runners", "a third of which", "less than half of the money", "41 computers",
// where "the 41 computers" are all there are.
bool PartOnly(const RelationLexicon& relations, const Terms& source, const Sentence& sentence, int32_t noun) {
  const int32_t above = TokenAt(source, noun).head;
  if (above != kNoToken && TokenAt(source, noun).deprel == Deprel::kNmod && CaseOf(source, sentence, noun) == "of") {
    const std::string lemma = LemmaAt(source, above);
    const bool some = relations.Is(WordClass::kQuantifier, lemma) && !relations.Is(WordClass::kWholeDeterminer, lemma);
    if (some || source[above].figure >= 0 || TokenAt(source, above).upos == Upos::kNum) return true;
  }
  const bool counted = DescribesWith(source, sentence, noun, Deprel::kNummod, [](int32_t) { return true; });
  const bool known = DescribesWith(source, sentence, noun, Deprel::kDet, [&](int32_t t) {
    const std::string lemma = LemmaAt(source, t);
    return relations.Is(WordClass::kDefiniteDeterminer, lemma) || relations.Is(WordClass::kWholeDeterminer, lemma);
  });
  const bool owned = DescribesWith(source, sentence, noun, Deprel::kNmod, [](int32_t) { return false; });
  return counted && !known && !owned;
}

// "All of the runners needed help", "the whole sum", where each passage tells it of a part.
bool WholeOfPart(const RelationLexicon* relations, const SentenceAlignment& alignment, const Home& home, const Claim& claim) {
  if (relations == nullptr || claim.polarity == Polarity::kDenied) return false;
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Upos upos = TokenAt(draft, t).upos;
    const bool takes = upos == Upos::kDet || upos == Upos::kPron || upos == Upos::kAdj;
    if (!takes || !claim.range.Contains(TokenAt(draft, t).range) || !relations->Is(WordClass::kWholeDeterminer, LemmaAt(draft, t))) continue;
    const int32_t noun = CountedBy(draft, t);
    if (noun == kNoToken || alignment.Carried(t)) continue;
    const int32_t verb = claim.predicate_head;
    const auto part = [&](const Link& link) { return PartOnly(*relations, *alignment.sources[link.passage], PassageOf(alignment, link), link.source); };
    const auto share = [&](const Link& link) {  // "a third of which goes to"
      const Terms& source = *alignment.sources[link.passage];
      return std::ranges::any_of(source.dependents[static_cast<size_t>(link.source)], [&](int32_t child) {
        const bool counts = source[child].slot.kind == Slot::Kind::kSubject && source[child].figure >= 0;
        return counts && DescribesWith(source, PassageOf(alignment, link), child, Deprel::kNmod, [&](int32_t which) { return TokenAt(source, which).upos == Upos::kPron; });
      });
    };
    const auto whole = [&](const Link& link) {
      const Terms& source = *alignment.sources[link.passage];
      return std::ranges::any_of(source.dependents[static_cast<size_t>(link.source)], [&](int32_t child) { return relations->Is(WordClass::kWholeDeterminer, LemmaAt(source, child)); });
    };
    const auto links = LinksAt(alignment, home, noun);
    if (std::ranges::any_of(links, part) && std::ranges::none_of(links, whole)) return true;
    if (verb != kNoToken && std::ranges::any_of(LinksAt(alignment, home, verb), share)) return true;
  }
  return false;
}

bool RankWord(const Terms& terms, int32_t t) {
  const std::string_view xpos = terms.reading->analysis.Xpos(TokenAt(terms, t));
  if (xpos == "JJS" || xpos == "RBS") return true;
  return terms[t].figure >= 0 && terms.reading->figures[static_cast<size_t>(terms[t].figure)].kind == FigureKind::kOrdinal;
}

// "second" of "the second-largest": kNoToken where nothing ranks a superlative.
int32_t RankOf(const Terms& terms, int32_t superlative) {
  if (superlative >= 2 && terms.reading->analysis.Form(TokenAt(terms, superlative - 1)) == "-") return superlative - 2;
  return kNoToken;
}

// A rank that no passage has: "the second loss", "the tallest"; the largest of what is the
// second-largest; the first European of the first Norwegian.
bool OtherRank(const SentenceAlignment& alignment, const Home& home, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!claim.range.Contains(TokenAt(draft, t).range) || !RankWord(draft, t) || draft[t].time >= 0) continue;
    if (!draft[t].content || TokenAt(draft, t).deprel != Deprel::kAmod) continue;
    const auto links = LinksAt(alignment, home, t);
    if (links.empty()) {
      if (draft[t].figure >= 0) return true;  // a superlative may be told in other words, a rank not
      continue;
    }
    const bool ranked = RankOf(draft, t) != kNoToken;
    const auto other = [&](const Link& link) {
      const Terms& source = *alignment.sources[link.passage];
      return !RankWord(source, link.source) || (RankOf(source, link.source) != kNoToken) != ranked;
    };
    if (std::ranges::all_of(links, other)) return true;
    const int32_t noun = CountedBy(draft, t);
    if (noun == kNoToken || !draft[noun].content) continue;
    const auto nouns = LinksAt(alignment, home, noun);
    if (nouns.empty() ? draft[t].figure >= 0 : std::ranges::all_of(nouns, [](const Link& link) { return link.match == WordMatch::kGeneral; })) return true;
  }
  return false;
}

// The name of a noun: itself, or "Ann" of "the runner Ann Lee"; kNoToken for none.
int32_t NameWith(const Terms& terms, int32_t noun) {
  if (terms[noun].name) return noun;
  const auto next = static_cast<size_t>(noun) + 1;
  if (next < terms.terms.size() && terms.terms[next].name) return noun + 1;
  return kNoToken;
}

// "the Danish runner Ann Lee" where the passage has another Dane.
bool OtherPeople(const Aligner& aligner, const SentenceAlignment& alignment, const Home& home, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const int32_t head = TokenAt(draft, t).head;
    const bool describes = TokenAt(draft, t).upos == Upos::kAdj && TokenAt(draft, t).deprel == Deprel::kAmod && head != kNoToken;
    const std::string_view form = draft.reading->analysis.Form(TokenAt(draft, t));
    const bool capital = form.front() >= 'A' && form.front() <= 'Z';
    if (!describes || !capital || !claim.range.Contains(TokenAt(draft, t).range)) continue;
    const int32_t name = NameWith(draft, head);
    if (name == kNoToken) continue;
    const auto links = LinksAt(alignment, home, t);
    const auto another = [&](const Link& link) {
      const Terms& source = *alignment.sources[link.passage];
      const int32_t there = TokenAt(source, link.source).head;
      const int32_t theirs = there == kNoToken ? kNoToken : NameWith(source, there);
      return theirs != kNoToken && !Carries(aligner.CompareNames(draft, name, source, theirs));
    };
    if (!links.empty() && std::ranges::all_of(links, another)) return true;
  }
  return false;
}

// The claims of a passage with a predicate.
std::vector<const Claim*> ClaimsAt(const Terms& source, int32_t predicate) {
  std::vector<const Claim*> found;
  for (const Claim& claim : source.reading->claims) {
    if (claim.predicate_head == predicate) found.push_back(&claim);
  }
  return found;
}

// "Berg won" of "Lee beat Berg": the passage has the draft's subject as what the verb is
// done to, and says who does it.
bool SufferedBy(const SentenceAlignment& alignment, const Link& verb, int32_t subject) {
  const Terms& source = *alignment.sources[verb.passage];
  const auto at = [&](int32_t t, Slot::Kind kind) { return source[t].slot.governor == verb.source && source[t].slot.kind == kind; };
  const auto& links = alignment.LinksOf(subject);
  const bool object = std::ranges::any_of(links, [&](const Link& l) { return l.passage == verb.passage && at(l.source, Slot::Kind::kObject); });
  const bool other = std::ranges::any_of(links, [&](const Link& l) { return l.passage == verb.passage && !at(l.source, Slot::Kind::kObject); });
  const auto& children = source.dependents[static_cast<size_t>(verb.source)];
  return object && !other && std::ranges::any_of(children, [&](int32_t t) { return at(t, Slot::Kind::kSubject) && source[t].content; });
}

// "Berg set the record" where each passage that has the verb says who did it, and it is
// somebody else.
bool OtherDoer(const Aligner& aligner, const SentenceAlignment& alignment, const Home& home, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const int32_t subject = claim.subject.head, verb = claim.predicate_head;
  if (subject == kNoToken || verb == kNoToken || !draft[subject].name || TokenAt(draft, verb).upos != Upos::kVerb) return false;
  const bool reports = std::ranges::any_of(draft.reading->attributions, [&](const Attribution& a) { return a.cue_head == verb; });
  if (reports) return false;  // who says it is a question of its own (rules/attribution)
  const auto links = VerbsAt(alignment, home, verb);
  const auto other = [&](const Link& link) {
    const Terms& source = *alignment.sources[link.passage];
    if (draft[subject].slot.kind == Slot::Kind::kSubject && SufferedBy(alignment, link, subject)) return true;
    const auto claims = ClaimsAt(source, link.source);
    return !claims.empty() && std::ranges::all_of(claims, [&](const Claim* c) {
      const int32_t doer = c->subject.head;
      if (doer == kNoToken || c->subject.entity < 0) return false;
      const Entity& entity = source.reading->entities[static_cast<size_t>(c->subject.entity)];
      const bool kinds = claim.subject.entity >= 0 && draft.reading->entities[static_cast<size_t>(claim.subject.entity)].type != entity.type;
      if (!entity.named || kinds || source[doer].pronoun || source[doer].slot.kind != draft[subject].slot.kind) return false;  // a club wins as its coach does; who "he" is may be misread
      const auto named_before = [&](int32_t t) { return draft[t].name && Carries(aligner.CompareNames(draft, t, source, doer)); };  // "under Lee, the club won"
      if (std::ranges::any_of(std::views::iota(static_cast<int32_t>(alignment.draft_sentence().first), subject), named_before)) return false;
      const Sentence& passage = PassageOf(alignment, link);
      for (auto t = static_cast<int32_t>(passage.first); t < static_cast<int32_t>(passage.last); ++t) {
        const Deprel relation = TokenAt(source, t).deprel;
        const bool within = TokenAt(source, t).head == doer && (relation == Deprel::kAmod || relation == Deprel::kCompound || relation == Deprel::kFlat || relation == Deprel::kAppos);
        const bool same = source[t].entity == c->subject.entity || t == doer;
        if ((same || within) && Carries(aligner.Compare(draft, subject, source, t))) return false;
      }
      return true;
    });
  };
  return !links.empty() && std::ranges::all_of(links, other);
}

// The times that say when the deed of a verb was done.
std::vector<int32_t> TimesOf(const Terms& terms, const Sentence& sentence, int32_t verb) {
  std::vector<int32_t> found;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (terms[t].time >= 0 && terms[t].slot.governor == verb && terms[t].slot.kind == Slot::Kind::kOblique) found.push_back(t);
  }
  return found;
}

// "in 2024 from 90 million a year earlier": the time of what is compared, not of the deed.
bool OfComparison(const Terms& terms, int32_t t) {
  const TimeExpression& time = terms.reading->times[static_cast<size_t>(terms[t].time)];
  return time.last > time.first && terms.reading->analysis.Xpos(TokenAt(terms, static_cast<int32_t>(time.last) - 1)) == "RBR";
}

// Whether a word stands in a clause below a verb that says more of something else: "2001"
// of "broke the record that Vik had set in 2001".
bool InRelativeBelow(const Terms& terms, int32_t token, int32_t verb) {
  constexpr int kDeepest = 12;
  bool relative = false;
  for (int steps = 0; token != kNoToken && steps < kDeepest; ++steps) {
    if (token == verb) return relative;
    relative = relative || TokenAt(terms, token).deprel == Deprel::kAcl;
    token = TokenAt(terms, token).head;
  }
  return false;
}

// "made a loss in 2023" where the passage has it of 2024: the other year stands elsewhere.
bool OtherTime(const SentenceAlignment& alignment, const Home& home, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const int32_t verb = claim.predicate_head;
  if (verb == kNoToken) return false;
  const auto links = VerbsAt(alignment, home, verb);
  if (links.empty()) return false;
  return std::ranges::any_of(TimesOf(draft, alignment.draft_sentence(), verb), [&](int32_t t) {
    const TimeExpression& ours = draft.reading->times[static_cast<size_t>(draft[t].time)];
    return std::ranges::all_of(links, [&](const Link& link) {
      const Terms& source = *alignment.sources[link.passage];
      const Sentence& passage = PassageOf(alignment, link);
      const Token& token = TokenAt(source, link.source);
      std::vector<int32_t> times = TimesOf(source, passage, link.source);
      if (times.empty() && token.deprel == Deprel::kConj && token.head != kNoToken) times = TimesOf(source, passage, token.head);
      std::erase_if(times, [&](int32_t s) { return OfComparison(source, s); });
      const bool carried = std::ranges::any_of(alignment.LinksOf(t), [&](const Link& l) {
        return l.passage == link.passage && (source[l.source].time < 0 || !OfComparison(source, l.source));
      });
      const bool inner = carried && std::ranges::all_of(alignment.LinksOf(t), [&](const Link& l) {
        return l.passage != link.passage || InRelativeBelow(source, l.source, link.source);
      });
      if (inner) return true;
      return !times.empty() && !carried && std::ranges::all_of(times, [&](int32_t s) {
        return OtherDate(ours, source.reading->times[static_cast<size_t>(source[s].time)]);
      });
    });
  });
}

// "born in Lund" of somebody born in Moss who moved to Lund: each passage that has the
// place has it of another verb, and gives this one a place of its own.
bool OtherPlace(const SentenceAlignment& alignment, const Home& home, const Claim& claim) {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  const int32_t verb = claim.predicate_head;
  if (verb == kNoToken) return false;
  const auto links = VerbsAt(alignment, home, verb);
  if (links.empty()) return false;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!draft[t].name || draft[t].slot.governor != verb || draft[t].slot.kind != Slot::Kind::kOblique || !alignment.Carried(t)) continue;
    const std::string_view preposition = CaseOf(draft, sentence, t);
    const bool elsewhere = std::ranges::all_of(links, [&](const Link& link) {
      const Terms& source = *alignment.sources[link.passage];
      const Sentence& passage = PassageOf(alignment, link);
      bool own = false;
      for (auto s = static_cast<int32_t>(passage.first); s < static_cast<int32_t>(passage.last); ++s) {
        if (!source[s].name || source[s].slot.governor != link.source || source[s].slot.kind != Slot::Kind::kOblique) continue;
        if (CaseOf(source, passage, s) != preposition) continue;
        if (std::ranges::any_of(alignment.LinksOf(t), [&](const Link& l) { return l.passage == link.passage && l.source == s; })) return false;
        own = true;
      }
      return own;
    });
    if (elsewhere) return true;
  }
  return false;
}

}  // namespace

// Whether every passage that has the predicate of a claim affirms what the claim denies,
// or the other way round.
bool EvidenceFinder::OtherPolarity(const SentenceAlignment& alignment, const Claim& claim) const {
  const Terms& draft = *alignment.draft;
  const int32_t head = claim.relation == "be" && claim.object.head != kNoToken ? claim.object.head : claim.predicate_head;
  if (head == kNoToken || alignment.LinksOf(head).empty()) return false;
  const bool denied = claim.polarity == Polarity::kDenied;
  return std::ranges::all_of(alignment.LinksOf(head), [&](const Link& link) {
    const Terms& source = *alignment.sources[link.passage];
    if (!denied) return source[link.source].denied && !draft[head].denied;
    return !source[link.source].denied && lexical_.knowledge().relations != nullptr && !DeniesNear(draft, source, link.source);
  });
}

// The claims of the sentence whose subject, predicate and object stand in the sources,
// but in no one passage: "the port may fine Acme" where the port is closed in one
// sentence and the inspectors may fine Acme in another. Words that no passage has may be
// there in other words, and do not count; but of a sentence of few words one is too much
// ("the union welcomed the plan", which it attacks).
std::vector<TextRange> EvidenceFinder::ClaimsApart(const SentenceAlignment& alignment) const {
  const Terms& draft = *alignment.draft;
  const Sentence& sentence = alignment.draft_sentence();
  std::vector<TextRange> apart;
  const bool few = WordCount(draft, sentence) <= kFewWords;
  for (const Claim& claim : draft.reading->claims) {
    if (!sentence.range.Overlaps(claim.range)) continue;
    std::vector<int32_t> core;
    const auto add = [&](int32_t t) {
      const bool here = t >= static_cast<int32_t>(sentence.first) && t < static_cast<int32_t>(sentence.last);
      if (here && draft[t].content && !draft[t].pronoun && alignment.Carried(t)) core.push_back(t);
    };
    for (const int32_t t : {claim.subject.head, claim.predicate_head, claim.object.head}) add(t);
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
      if (claim.range.Contains(TokenAt(draft, t).range) && draft[t].time < 0 && Circumstance(draft, t, claim.predicate_head)) add(t);
    }
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {  // "the chairman of Acme"
      const bool owner = claim.relation == "be" && draft[t].name && TokenAt(draft, t).deprel == Deprel::kNmod && TokenAt(draft, t).head == claim.object.head;
      if (owner && claim.range.Contains(TokenAt(draft, t).range)) add(t);
    }
    const auto together = [&](uint32_t p) { return std::ranges::all_of(core, [&](int32_t t) { return alignment.CarriedIn(t, p); }); };
    const auto passages = std::views::iota(uint32_t{0}, static_cast<uint32_t>(alignment.passages.size()));
    Home home;
    std::ranges::copy_if(passages, std::back_inserter(home), together);
    const bool scattered = core.size() > 1 && home.empty();
    const RelationLexicon* relations = lexical_.knowledge().relations;
    const bool another = OtherSubject(alignment, claim) || OtherDoer(aligner_, alignment, home, claim) || OtherTime(alignment, home, claim) || OtherPlace(alignment, home, claim) || OtherPeople(aligner_, alignment, home, claim);
    const bool part = QuantifierLeft(relations, alignment, claim) || WholeOfPart(relations, alignment, home, claim) || OtherRank(alignment, home, claim);
    const bool denied = OtherPolarity(alignment, claim) || LeavesOut(relations, alignment, claim) || OtherWord(alignment, claim);
    if (scattered || another || part || denied || (few && WordLeft(relations, alignment, claim))) apart.push_back(claim.range);
  }
  return apart;
}

}  // namespace crosscheck
