// Details of one deed, and states of one thing.
//
// "The banker Elena Sorin was abducted in the car park of her bank", "Elena Sorin was
// abducted in her office": the deed is one, by its verb and by who takes part; where it
// was done is not. "The bridge remained open", "the bridge was closed": one thing in two
// states. The words that exclude each other stand in details.yaml.
// Each text must know of one only: a text in which the other's word stands anywhere ("in
// the kitchen … the garden") tells of both. Verbs are read from the tree, not only from
// claims: a clause that the parser hangs elsewhere still has its words.
// Counter-examples: a deed of another day; a state that has changed ("open again"); a
// part of the place.
// Cost: linear in tokens; a key is met by at most kMostRows rows.
// Test: tests/pairs/tellings.txt, rules accounts.detail and accounts.state.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence_accounts.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr int32_t kBeside = 12;  // words between a verb and a name that takes part in its deed

bool InDirectWords(const Reading& reading, TextRange range) {
  return std::ranges::any_of(reading.quotations, [&](const Quotation& quotation) { return quotation.range.Contains(range); });
}

bool BodyOfText(BlockKind kind) { return kind != BlockKind::kHeading && kind != BlockKind::kFurniture && kind != BlockKind::kCaption; }

std::string_view Preposition(const Reading& reading, const Children& children, int32_t noun) {
  const int32_t word = children.First(noun, Deprel::kCase);
  return word == kNoToken ? std::string_view() : reading.analysis.Lower(TokenAt(reading, word));
}

}  // namespace

// The word of a noun; of a pronoun that stands for nobody named, the noun's: "they" for
// "angry parents".
uint32_t AccountEvidence::WordOf(uint32_t d, int32_t token) const {
  const Reading& reading = graph_.reading(d);
  const Term& term = terms_[d][token];
  if (TokenAt(reading, token).upos != Upos::kPron || term.entity < 0) return term.word;
  for (const Mention& mention : reading.entities[static_cast<size_t>(term.entity)].mentions) {
    if (TokenAt(reading, mention.head).upos == Upos::kNoun) return terms_[d][mention.head].word;
  }
  return term.word;
}

// Who and what a clause below a verb is about: "was told that [asbestos] had been found".
// The parser may hang it on the day: "was told on Monday that …".
void AccountEvidence::AddClauses(uint32_t d, int32_t verb, std::vector<Part>* parts) const {
  const Reading& reading = graph_.reading(d);
  std::vector<int32_t> clauses;
  for (const int32_t child : children_[d].Of(verb)) {
    if (TokenAt(reading, child).deprel == Deprel::kCcomp) clauses.push_back(child);
    if (terms_[d][child].time < 0) continue;
    for (const int32_t below : children_[d].Of(child)) {
      if (TokenAt(reading, below).deprel == Deprel::kAcl) clauses.push_back(below);
    }
  }
  for (const int32_t clause : clauses) {
    for (const int32_t child : children_[d].Of(clause)) {
      const Deprel deprel = TokenAt(reading, child).deprel;
      if (deprel == Deprel::kNsubj || deprel == Deprel::kObj || deprel == Deprel::kObl) AddPart(d, child, false, parts);
    }
  }
}

// Whether a deed is told in one text and denied in the other, and neither has both.
bool AccountEvidence::OneSided(const std::vector<Deed>& list, const Deed& ours, const Deed& theirs) const {
  const Polarity here = ClaimOf(ours.document, ours.claim).polarity, there = ClaimOf(theirs.document, theirs.claim).polarity;
  if (here == there) return false;
  return std::ranges::none_of(list, [&](const Deed& third) {
    const Polarity polarity = ClaimOf(third.document, third.claim).polarity;
    if (third.document == ours.document && polarity == there) return !Meeting(third, theirs).empty();
    return third.document == theirs.document && polarity == here && !Meeting(ours, third).empty();
  });
}

// The claim of a predicate, else the first of its sentence that covers it; -1 for none.
int32_t AccountEvidence::ClaimWith(uint32_t d, int32_t token) const {
  const Reading& reading = graph_.reading(d);
  int32_t around = -1;
  for (uint32_t c = 0; c < reading.claims.size(); ++c) {
    const Claim& claim = reading.claims[c];
    if (claim.sentence != TokenAt(reading, token).sentence) continue;
    if (claim.predicate_head == token) return static_cast<int32_t>(c);
    if (around < 0 && claim.range.Contains(TokenAt(reading, token).range)) around = static_cast<int32_t>(c);
  }
  return around;
}

// Whether a verb tells a deed as done.
bool AccountEvidence::Happened(uint32_t d, int32_t verb, int32_t c) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  if (InDirectWords(reading, TokenAt(reading, verb).range) || terms_[d][verb].denied) return false;
  if (c >= 0 && ClaimOf(d, static_cast<uint32_t>(c)).predicate_head == verb) {
    const Claim& claim = ClaimOf(d, static_cast<uint32_t>(c));
    return claim.not_checkable == NotCheckable::kNone && claim.polarity == Polarity::kAffirmed && claim.modality == Modality::kAsserted;
  }
  const std::string_view xpos = reading.analysis.Xpos(TokenAt(reading, verb));
  if (xpos != "VBD" && xpos != "VBN") return false;
  return std::ranges::none_of(children_[d].Of(verb), [&](int32_t child) {
    const std::string_view word = reading.analysis.Lower(TokenAt(reading, child));
    const bool aux = TokenAt(reading, child).deprel == Deprel::kAux && reading.analysis.Xpos(TokenAt(reading, child)) == "MD";
    return aux || (TokenAt(reading, child).deprel == Deprel::kMark && relations.Is(WordClass::kConditionMark, word));
  });
}

// The time that a verb's clause gives; -1 for none.
int32_t AccountEvidence::TimeBeside(uint32_t d, int32_t verb) const {
  const auto dated = [&](int32_t token) {
    const int32_t time = terms_[d][token].time;
    return time >= 0 && graph_.reading(d).times[static_cast<size_t>(time)].type != TimeType::kDuration;
  };
  for (const int32_t child : children_[d].Of(verb)) {
    if (dated(child)) return terms_[d][child].time;
    for (const int32_t below : children_[d].Of(child)) {  // "in her office on Wednesday"
      if (TokenAt(terms_[d], child).upos == Upos::kNoun && dated(below)) return terms_[d][below].time;
    }
  }
  return -1;
}

// The groups that a noun, with the word before it or alone, is a member of.
void AccountEvidence::AddTraits(uint32_t d, int32_t noun, bool core, std::vector<Trait>* traits) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  if (TokenAt(reading, noun).upos != Upos::kNoun) return;
  const std::string_view preposition = Preposition(reading, children_[d], noun);
  std::string name = LemmaAt(terms_[d], noun);
  auto details = relations.DetailsOf(name);
  TextRange range = TokenAt(reading, noun).range;
  if (noun > 0 && TokenAt(reading, noun - 1).head == noun) {
    const std::string longer = FoldMarks(reading.analysis.Lemma(TokenAt(reading, noun - 1))) + " " + name;
    const auto found = relations.DetailsOf(longer);
    const bool compound = TokenAt(reading, noun - 1).deprel == Deprel::kCompound;
    if (!found.empty() || compound) range = Cover(TokenAt(reading, noun - 1).range, range);
    if (!found.empty()) details = found;
  }
  for (const RelationLexicon::Detail& detail : details) {
    const RelationLexicon::DetailGroup& group = relations.detail_groups()[detail.group];
    const bool fits = preposition.empty() ? core && group.core : std::ranges::find(group.prepositions, preposition) != group.prepositions.end();
    if (fits) traits->push_back({detail.group, detail.member, noun, range});
  }
}

// The keys by which those who take part are met: a name with its other forms and offices.
std::vector<std::string> AccountEvidence::KeysOf(uint32_t d, const Part& part) const {
  std::vector<std::string> keys;
  const Entity* entity = part.entity < 0 ? nullptr : &graph_.reading(d).entities[static_cast<size_t>(part.entity)];
  if (entity != nullptr && entity->named && !entity->key.empty()) {
    keys.push_back(entity->key);
    keys.insert(keys.end(), entity->aliases.begin(), entity->aliases.end());
    for (const Role& role : entity->roles) keys.push_back("the " + role.title.substr(role.title.rfind(' ') + 1));
  } else {
    keys.push_back("the " + std::string(lexical_.Lemma(part.word)));
  }
  return keys;
}

// The verb, or the noun for a deed, that a further argument most likely says more of: the
// last one before it in its sentence. The parser hangs many of them elsewhere.
int32_t AccountEvidence::DeedBefore(uint32_t d, int32_t noun) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const auto first = static_cast<int32_t>(reading.analysis.sentences[TokenAt(reading, noun).sentence].first);
  for (int32_t t = noun - 1; t >= first; --t) {
    const Token& token = TokenAt(reading, t);
    if (token.deprel == Deprel::kAux || token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound) continue;
    if (token.upos == Upos::kVerb) return t;
    if (token.upos == Upos::kNoun && token.deprel == Deprel::kRoot && !relations.OfNoun(LemmaAt(terms_[d], t)).empty()) return t;
  }
  return kNoToken;
}

// Who and what takes part in a verb's deed, and who is named beside it.
void AccountEvidence::AddParticipants(uint32_t d, int32_t verb, int32_t c, std::vector<Part>* parts) const {
  const Reading& reading = graph_.reading(d);
  const Token& token = TokenAt(reading, verb);
  const Claim& claim = ClaimOf(d, static_cast<uint32_t>(c));
  if (claim.predicate_head == verb) {
    for (const Argument* argument : {&claim.surface_subject, &claim.object, &claim.subject}) AddPart(d, argument->head, true, parts);
  }
  if (token.deprel == Deprel::kAcl && token.head != kNoToken) AddPart(d, token.head, true, parts);
  for (const int32_t child : children_[d].Of(verb)) {
    const Deprel deprel = TokenAt(reading, child).deprel;
    if (deprel == Deprel::kNsubj || deprel == Deprel::kObj || deprel == Deprel::kObl) AddPart(d, child, deprel != Deprel::kObl, parts);
  }
  for (size_t e = 0; e < reading.entities.size(); ++e) {
    const Entity& entity = reading.entities[e];
    const bool somebody = entity.named && entity.type != EntityType::kPlace && !entity.key.empty();
    if (!somebody || std::ranges::any_of(*parts, [&](const Part& part) { return part.entity == static_cast<int32_t>(e); })) continue;
    for (const Mention& mention : entity.mentions) {
      const bool near = TokenAt(reading, mention.head).sentence == token.sentence && mention.kind != Mention::Kind::kPossessive &&
                        std::abs(mention.head - verb) <= kBeside;
      if (!near) continue;
      parts->push_back({terms_[d][mention.head].word, static_cast<int32_t>(e), mention.head, true});
      break;
    }
  }
}

void AccountEvidence::AddScene(uint32_t d, int32_t verb, std::vector<Trait> traits) {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const std::string lemma = LemmaAt(terms_[d], verb);
  const bool says = std::ranges::any_of(reading.attributions, [&](const Attribution& a) { return a.cue_head == verb; });
  if (says || relations.Is(WordClass::kTooGeneral, lemma) || relations.Is(WordClass::kLightVerb, lemma)) return;
  const int32_t c = ClaimWith(d, verb);
  if (c < 0 || !Happened(d, verb, c)) return;
  Scene scene{d, {d, static_cast<uint32_t>(c), {}}, verb, TimeBeside(d, verb), std::move(traits)};
  const Claim& claim = ClaimOf(d, static_cast<uint32_t>(c));
  if (scene.time < 0 && claim.predicate_head == verb) scene.time = claim.time;
  if (scene.time < 0 && scene.traits.empty()) return;
  AddParticipants(d, verb, c, &scene.deed.parts);
  std::vector<std::string> keys;
  for (const Part& part : scene.deed.parts) {
    if (!part.core) continue;
    for (std::string& key : KeysOf(d, part)) {
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
    }
  }
  for (const std::string& key : keys) scenes_.Add({graph_.StoryOf(d), key}, scene);
}

void AccountEvidence::AddScenes(uint32_t d) {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  std::map<int32_t, std::vector<Trait>> of_verb;
  for (int32_t t = 0; t < static_cast<int32_t>(reading.analysis.tokens.size()); ++t) {
    const Token& token = TokenAt(reading, t);
    if (!BodyOfText(reading.analysis.sentences[token.sentence].kind)) continue;
    if (token.upos == Upos::kVerb && relations.HappensOnce(LemmaAt(terms_[d], t))) of_verb[t];
    if (token.upos != Upos::kNoun || token.deprel == Deprel::kCompound) continue;
    const bool core = token.deprel == Deprel::kNsubj || token.deprel == Deprel::kObj;
    std::vector<Trait> traits;
    AddTraits(d, t, core, &traits);
    if (traits.empty()) continue;
    const int32_t verb = core && TokenAt(reading, token.head).upos == Upos::kVerb ? token.head : DeedBefore(d, t);
    if (verb == kNoToken) continue;
    auto& list = of_verb[verb];
    list.insert(list.end(), traits.begin(), traits.end());
  }
  for (auto& [verb, traits] : of_verb) AddScene(d, verb, std::move(traits));
}

bool AccountEvidence::TimesMeet(uint32_t a, int32_t x, uint32_t b, int32_t y) const {
  if (x < 0 || y < 0) return true;
  const TimeExpression& first = graph_.reading(a).times[static_cast<size_t>(x)];
  const TimeExpression& second = graph_.reading(b).times[static_cast<size_t>(y)];
  if (first.value == second.value) return true;
  // "Sunday", "Sunday night"
  constexpr size_t kWeekday = 10;
  const bool days = first.value.starts_with("XXXX-WXX-") && second.value.starts_with("XXXX-WXX-");
  if (days) return first.value.substr(0, kWeekday) == second.value.substr(0, kWeekday);
  return Overlap(first, second).value_or(true);
}

// Whether somebody named is in the middle of both deeds.
bool AccountEvidence::NamedInBoth(const Deed& a, const Deed& b, const Pairs& met) const {
  const auto is = [&](uint32_t d, const Part& part) { return part.core && part.entity >= 0 && graph_.reading(d).entities[static_cast<size_t>(part.entity)].named; };
  return std::ranges::any_of(met, [&](const auto& pair) { return is(a.document, *pair.first) && is(b.document, *pair.second); });
}

// One deed: its verb, the times, and either somebody named in the middle of it or two who
// take part.
bool AccountEvidence::OneScene(const Scene& a, const Scene& b) const {
  const Terms& ours = terms_[a.document];
  const Terms& theirs = terms_[b.document];
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const std::string x_relation = relations.OfVerb(LemmaAt(ours, a.verb)), y_relation = relations.OfVerb(LemmaAt(theirs, b.verb));
  const WordMatch match = lexical_.Compare(ours[a.verb].word, theirs[b.verb].word);
  const bool toll = !relations.TollOf(x_relation).empty() && relations.TollOf(x_relation) == relations.TollOf(y_relation);  // "hit", "shot"
  const bool one = match == WordMatch::kSame || match == WordMatch::kSynonym || x_relation == y_relation || toll;
  if (!one) return false;
  const Pairs met = Meeting(a.deed, b.deed);
  const bool core = std::ranges::any_of(met, [](const auto& pair) { return pair.first->core && pair.second->core; });
  if (!core || (!NamedInBoth(a.deed, b.deed, met) && met.size() < 2)) return false;
  const Claim& x = ClaimOf(a.document, a.deed.claim);
  const Claim& y = ClaimOf(b.document, b.deed.claim);
  if (x.predicate_head == a.verb && y.predicate_head == b.verb && !OneDoer(a.document, x, b.document, y)) return false;
  return NamesMeet(a.document, a.deed.claim, b.document, b.deed.claim);
}

// Whether a text has a trait's thing anywhere, in any of its words.
bool AccountEvidence::Knows(uint32_t d, const Trait& trait) const {
  const auto& words = lexical_.knowledge().relations->detail_groups()[trait.group].members[trait.member];
  return std::ranges::any_of(words, [&](const std::string& name) {
    for (size_t at = 0; at < name.size();) {
      const size_t end = std::min(name.find(' ', at), name.size());
      if (!terms_[d].words.contains(name.substr(at, end - at))) return false;
      at = end + 1;
    }
    return true;
  });
}

void AccountEvidence::FindScenes(uint32_t draft, std::vector<Evidence>* out) const {
  std::vector<std::pair<int32_t, int32_t>> told;  // our word, their document
  for (const Key& key : scenes_.keys_of[draft]) {
    const std::vector<Scene>& list = scenes_.rows.at(key);
    for (const Scene& ours : list) {
      if (ours.document != draft) continue;
      for (const Scene& theirs : list) {
        if (!Asked(draft, theirs.document) || !OneScene(ours, theirs)) continue;
        if (!TimesMeet(draft, ours.time, theirs.document, theirs.time)) {
          FindDays(list, ours, theirs, out);
          continue;
        }
        for (const Trait& x : ours.traits) {
          for (const Trait& y : theirs.traits) {
            const std::pair<int32_t, int32_t> pair{x.token, static_cast<int32_t>(theirs.document)};
            if (x.group != y.group || x.member == y.member || std::ranges::find(told, pair) != told.end()) continue;
            if (Knows(draft, y) || Knows(theirs.document, x)) continue;
            told.push_back(pair);
            Evidence evidence = Make(evidence::kDetailRival, draft, ours.deed.claim, theirs.document, theirs.deed.claim, "the deed is told otherwise there");
            evidence.draft_range = x.range;
            evidence.source_range = y.range;
            out->push_back(std::move(evidence));
          }
        }
      }
    }
  }
}

// "Open again", "closed until Friday": a state that has changed or will.
bool AccountEvidence::Changing(uint32_t d, int32_t word) const {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  return std::ranges::any_of(children_[d].Of(word), [&](int32_t child) {
    if (relations.Changing(reading.analysis.Lower(TokenAt(reading, child)))) return true;
    return std::ranges::any_of(children_[d].Of(child), [&](int32_t below) {
      const Deprel deprel = TokenAt(reading, below).deprel;
      return (deprel == Deprel::kCase || deprel == Deprel::kMark || deprel == Deprel::kAdvmod) && relations.Changing(reading.analysis.Lower(TokenAt(reading, below)));
    });
  });
}

// Two days of a deed that is done once, of which each text has one.
void AccountEvidence::FindDays(const std::vector<Scene>& list, const Scene& ours, const Scene& theirs, std::vector<Evidence>* out) const {
  const auto day = [&](const Scene& scene) -> const TimeExpression& { return graph_.reading(scene.document).times[static_cast<size_t>(scene.time)]; };
  const auto is_day = [&](const Scene& scene) {
    const TimeExpression& time = day(scene);
    const bool one = time.days.start && time.days.end ? *time.days.end - *time.days.start <= 1 : time.value.starts_with("XXXX-WXX-");
    return (time.type == TimeType::kDate || time.type == TimeType::kTime) && !time.since && !time.deadline && one;
  };
  const auto once = [&](const Scene& scene) { return lexical_.knowledge().relations->HappensOnce(LemmaAt(terms_[scene.document], scene.verb)); };
  if (!once(ours) || !once(theirs) || !is_day(ours) || !is_day(theirs)) return;
  if (!NamedInBoth(ours.deed, theirs.deed, Meeting(ours.deed, theirs.deed))) return;
  const bool several = std::ranges::any_of(list, [&](const Scene& third) {
    const bool other = (third.document == ours.document && OneScene(third, theirs) && !TimesMeet(third.document, third.time, ours.document, ours.time)) ||
                       (third.document == theirs.document && OneScene(ours, third) && !TimesMeet(third.document, third.time, theirs.document, theirs.time));
    return other;
  });
  if (several) return;
  const bool told = std::ranges::any_of(*out, [&](const Evidence& e) {
    return e.draft_document == ours.document && e.source_document == theirs.document &&
           e.kind == evidence::kDayRival && e.draft_range.Overlaps(day(ours).range);
  });
  if (told) return;
  Evidence evidence = Make(evidence::kDayRival, ours.document, ours.deed.claim, theirs.document, theirs.deed.claim, "the deed is given another day there");
  evidence.draft_range = day(ours).range;
  evidence.source_range = day(theirs).range;
  out->push_back(std::move(evidence));
}

// "The bridge was [closed]", "stayed [open]", "was not [armed]".
void AccountEvidence::AddConditions(uint32_t d) {
  const Reading& reading = graph_.reading(d);
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  for (int32_t t = 0; t < static_cast<int32_t>(reading.analysis.tokens.size()); ++t) {
    const Token& token = TokenAt(reading, t);
    const auto states = relations.StatesOf(reading.analysis.Lower(token));
    if (states.empty() || !BodyOfText(reading.analysis.sentences[token.sentence].kind) || InDirectWords(reading, token.range)) continue;
    int32_t clause = token.deprel == Deprel::kXcomp ? token.head : t;  // "remained open"
    const bool passive = children_[d].First(t, Deprel::kAux) != kNoToken || children_[d].First(t, Deprel::kCop) != kNoToken;
    if (clause == kNoToken || (clause == t && !passive) || children_[d].First(clause, Deprel::kObj) != kNoToken) continue;
    const int32_t subject = children_[d].First(clause, Deprel::kNsubj);
    const int32_t c = ClaimWith(d, t) >= 0 ? ClaimWith(d, t) : ClaimWith(d, clause);
    if (subject == kNoToken || c < 0) continue;
    const Claim& claim = ClaimOf(d, static_cast<uint32_t>(c));
    if (claim.modality != Modality::kAsserted || claim.not_checkable != NotCheckable::kNone) continue;
    if (Changing(d, t) || Changing(d, clause)) continue;
    const bool denied = terms_[d][t].denied || terms_[d][clause].denied;
    std::vector<Part> parts;
    AddPart(d, subject, true, &parts);
    const Term& named = terms_[d][subject];
    if (LemmaAt(terms_[d], subject) == "old") parts = {{named.word, named.entity, subject, true}};  // "the 24-year-old"
    if (parts.empty()) continue;
    const int32_t time = TimeBeside(d, t) >= 0 ? TimeBeside(d, t) : TimeBeside(d, clause);
    for (const RelationLexicon::State& state : states) {
      Condition row{d, static_cast<uint32_t>(c), t, parts.front(), state.pair, state.left != denied, time >= 0 ? time : claim.time};
      conditions_.Add({graph_.StoryOf(d), std::to_string(state.pair)}, row);
    }
  }
}

// Whether a text has a word of a side of a pair anywhere; the word itself denied counts.
bool AccountEvidence::KnowsState(uint32_t d, size_t pair, bool left) const {
  const auto& [first, second] = lexical_.knowledge().relations->state_pair(pair);
  const auto& words = left ? first : second;
  return std::ranges::any_of(words, [&](const std::string& word) { return terms_[d].words.contains(word) || terms_[d].words.contains("re" + word) || terms_[d].words.contains("re-" + word); });
}

// One thing: one name, one noun with the same words beside it, or somebody unnamed and the
// only one of whom a state is told.
bool AccountEvidence::OneSubject(const Condition& a, const Condition& b) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const auto someone = [&](const Condition& state) {
    const std::string noun = LemmaAt(terms_[state.document], state.subject.token);
    return relations.Someone(noun) || noun.ends_with("-year-old") || noun == "old";
  };
  const auto person = [&](const Condition& state) {
    const int32_t e = state.subject.entity;
    return e >= 0 && graph_.reading(state.document).entities[static_cast<size_t>(e)].type == EntityType::kPerson &&
           graph_.reading(state.document).entities[static_cast<size_t>(e)].named;
  };
  if ((someone(a) && (someone(b) || person(b))) || (someone(b) && person(a))) return true;
  if (!OnePart(a.document, a.subject, b.document, b.subject)) return false;
  return !OtherWhole(a.document, a.subject.token, b.document, b.subject.token);
}

void AccountEvidence::FindConditions(uint32_t draft, std::vector<Evidence>* out) const {
  for (const Key& key : conditions_.keys_of[draft]) {
    const std::vector<Condition>& list = conditions_.rows.at(key);
    for (const Condition& ours : list) {
      if (ours.document != draft) continue;
      for (const Condition& theirs : list) {
        if (!Asked(draft, theirs.document) || ours.left == theirs.left || !TimesMeet(draft, ours.time, theirs.document, theirs.time)) continue;
        // "was closed", "is open": it may have changed
        const auto past = [&](const Condition& state) {
          const Reading& reading = graph_.reading(state.document);
          const auto now = [&](int32_t t) {
            const std::string_view xpos = reading.analysis.Xpos(TokenAt(reading, t));
            return xpos == "VBZ" || xpos == "VBP";
          };
          const int32_t head = TokenAt(reading, state.word).deprel == Deprel::kXcomp ? TokenAt(reading, state.word).head : state.word;
          return !now(head) && std::ranges::none_of(children_[state.document].Of(head), now);
        };
        const bool denied = terms_[draft][ours.word].word == terms_[theirs.document][theirs.word].word;  // "was not armed"
        if (past(ours) != past(theirs)) continue;
        if (!denied && (KnowsState(draft, ours.pair, theirs.left) || KnowsState(theirs.document, ours.pair, ours.left))) continue;
        if (!OneSubject(ours, theirs) || !NamesMeet(draft, ours.claim, theirs.document, theirs.claim)) continue;
        Evidence evidence = Make(evidence::kStateRival, draft, ours.claim, theirs.document, theirs.claim, "it is in the opposite state there");
        evidence.draft_range = TokenAt(terms_[draft], ours.word).range;
        evidence.source_range = TokenAt(terms_[theirs.document], theirs.word).range;
        out->push_back(std::move(evidence));
      }
    }
  }
}

}  // namespace crosscheck
