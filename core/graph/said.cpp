#include "core/graph/said.h"

#include <algorithm>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr int kSaidRounds = 4;       // conjuncts of participles of predicates
constexpr size_t kLongestTitle = 8;  // words

}  // namespace

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
  for (int round = 0; round < kSaidRounds; ++round) {
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
      // "is a kind of dance known in Hull": of the kind, where the noun behind "of" is bare.
      const bool kind = token.deprel == Deprel::kAcl && head != kNoToken &&
                        TokenAt(terms, head).deprel == Deprel::kNmod &&
                        TokenAt(terms, head).upos == Upos::kNoun &&
                        CaseOf(terms, sentence, head) == "of" &&
                        !HasChild(terms, sentence, head, Deprel::kDet);
      if (kind) head = TokenAt(terms, head).head;
      for (int steps = 0; comma && steps < kSaidRounds && head != kNoToken && !has(head); ++steps)
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

std::string_view CaseOf(const Terms& terms, const Sentence& sentence, int32_t noun) {
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last);
       ++t) {
    if (TokenAt(terms, t).head == noun && TokenAt(terms, t).deprel == Deprel::kCase)
      return terms.reading->analysis.Lower(TokenAt(terms, t));
  }
  return "";
}

std::string Phrase(const Terms& terms, int32_t noun) {
  std::string phrase = LemmaAt(terms, noun);
  if (noun > 0 && TokenAt(terms, noun - 1).head == noun) {
    const Deprel deprel = TokenAt(terms, noun - 1).deprel;
    if (deprel == Deprel::kCompound || deprel == Deprel::kAmod)
      return LemmaAt(terms, noun - 1) + " " + phrase;
  }
  return phrase;
}

// Capitalised words and the small ones between them, up to a token, without brackets and
// what follows a comma; empty where they are no title.
std::vector<std::string_view> TitleWords(const Terms& terms, const Sentence& sentence,
                                         int32_t end) {
  const Analysis& analysis = terms.reading->analysis;
  std::vector<std::string_view> words;
  bool bracket = false;
  for (auto t = static_cast<int32_t>(sentence.first); t < end; ++t) {
    const std::string_view form = analysis.Form(TokenAt(terms, t));
    bracket = bracket ? form != ")" : form == "(";
    if (bracket || form == ")") continue;
    if (form == ",") break;
    const Upos upos = TokenAt(terms, t).upos;
    if (upos == Upos::kPunct) continue;
    const bool small =
        upos == Upos::kAdp || upos == Upos::kDet || upos == Upos::kCconj || upos == Upos::kPart;
    if (!small && !IsUpper(CodePointAt(form, 0).value)) return {};
    words.push_back(form);
  }
  return words;
}

int32_t CopulaNoun(const Terms& terms, const Sentence& sentence, int32_t* copula) {
  const Analysis& analysis = terms.reading->analysis;
  bool bracket = false;
  for (auto t = static_cast<int32_t>(sentence.first) + 1;
       t + 2 < static_cast<int32_t>(sentence.last); ++t) {
    const std::string_view form = analysis.Form(TokenAt(terms, t));
    bracket = bracket ? form != ")" : form == "(";
    if (bracket || TokenAt(terms, t).upos != Upos::kAux ||
        analysis.Lemma(TokenAt(terms, t)) != "be")
      continue;
    const Token& next = TokenAt(terms, t + 1);
    const bool phrase = next.upos == Upos::kDet && next.deprel == Deprel::kDet &&
                        next.head > t + 1 && TokenAt(terms, next.head).upos == Upos::kNoun;
    const bool part = next.upos == Upos::kNoun && analysis.Lemma(next) == "part" &&
                      TokenAt(terms, t + 2).upos == Upos::kAdp;  // "is part of"
    *copula = t;
    if (part) return t + 1;
    return phrase ? next.head : kNoToken;
  }
  return kNoToken;
}

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
    const bool helps =
        TokenAt(terms, t).upos == Upos::kAux && (deprel == Deprel::kCop || deprel == Deprel::kAux);
    if (t == title.predicate || (helps && TokenAt(terms, t).head == title.predicate)) end = t;
  }
  int32_t copula = kNoToken;
  const int32_t noun = CopulaNoun(terms, sentence, &copula);
  if (noun != kNoToken) title.words = TitleWords(terms, sentence, copula);
  if (!title.words.empty()) {
    title.predicate = title.noun = noun;
  } else {
    bool bracket = false;
    for (auto t = static_cast<int32_t>(sentence.first); t < end; ++t) {
      const std::string_view form = analysis.Form(TokenAt(terms, t));
      bracket = bracket ? form != ")" : form == "(";
      if (bracket || form == ")") continue;
      if (form == ",") break;
      if (TokenAt(terms, t).upos != Upos::kPunct) title.words.push_back(form);
    }
  }
  if (title.words.empty() || title.words.size() > kLongestTitle) return std::nullopt;
  const bool article = title.words.front() == "The" || title.words.front() == "A";
  if (article && title.words.size() == 1) return std::nullopt;
  const Upos first = TokenAt(terms, static_cast<int32_t>(sentence.first)).upos;
  const bool pronoun =
      first == Upos::kPron && (title.noun == kNoToken || title.words.size() == 1);  // "She Sails"
  const bool closed = pronoun || first == Upos::kNum || (first == Upos::kDet && !article);
  if (closed || !IsUpper(CodePointAt(title.words[article ? 1 : 0], 0).value)) return std::nullopt;
  return title;
}

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

bool BeforeTheTold(const Terms& terms, int32_t predicate) {
  constexpr int32_t kFarAuxiliary = 5;
  const Reading& reading = *terms.reading;
  const auto had = [&](int32_t t) { return TokenAt(terms, t).deprel == Deprel::kAux && reading.analysis.Lower(TokenAt(terms, t)) == "had"; };
  bool found = false;
  for (int32_t t = predicate - 1; t >= 0 && t >= predicate - kFarAuxiliary && !found; --t) found = TokenAt(terms, t).head == predicate && had(t);
  return found && std::ranges::none_of(reading.attributions, [&](const Attribution& a) {
    return std::ranges::any_of(a.content, [&](TextRange r) { return r.Contains(TokenAt(terms, predicate).range); });
  });
}

bool SaysDenial(const Terms& terms, const Sentence& sentence) {
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (terms.terms[t].denied || terms.terms[t].denier) return true;
  }
  return false;
}

bool AnyDenied(const Reading& reading, TextRange stretch) {
  return std::ranges::any_of(reading.claims, [&](const Claim& claim) { return stretch.Contains(claim.range) && claim.polarity == Polarity::kDenied; });
}

bool OwnStand(const Reading& draft, uint32_t sentence, const Reading& source, const Attribution& said) {
  if (said.entity < 0) return false;
  const Entity& speaker = source.entities[static_cast<size_t>(said.entity)];
  const auto speaks_for = [&](const Entity& body) {
    if (!body.key.empty() && body.key == speaker.key) return true;
    return std::ranges::any_of(speaker.roles, [&](const Role& role) { return !role.affiliation.empty() && role.affiliation == body.key; });
  };
  return std::ranges::any_of(draft.claims, [&](const Claim& claim) {
    const bool stand = claim.sentence == sentence && claim.subject.entity >= 0 && claim.predicate_head != kNoToken;
    if (!stand || !speaks_for(draft.entities[static_cast<size_t>(claim.subject.entity)])) return false;
    return std::ranges::any_of(draft.attributions, [&](const Attribution& a) { return a.cue_head == claim.predicate_head; });
  });
}

}  // namespace crosscheck
