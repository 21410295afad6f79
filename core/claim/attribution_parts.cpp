#include "core/claim/attribution_parts.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/language/lemmatizer.h"

namespace crosscheck {
namespace {

constexpr int32_t kMaxNameWords = 4;
constexpr int32_t kMaxBehindQuotation = 45;  // words from a quotation to its cue, with what is added to the name
constexpr int32_t kMaxDateline = 10;  // words from the town to the dash
constexpr int kMaxClimb = 6;        // clauses between a verb and its subject
constexpr int32_t kMaxParticleGap = 3;  // words between a cue and its particle: "made it very clear"

bool IsRelativePronoun(std::string_view lower) { return lower == "who" || lower == "which" || lower == "that"; }

bool IsDash(std::string_view form) { return form == "—" || form == "–" || form == "--"; }

bool IsQuoteMark(std::string_view form) {
  return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''" || form == "‘" || form == "’" ||
         form == "'" || form == "«" || form == "»" || form == "„";
}

}  // namespace

AttributionText::AttributionText(const Analysis& analysis, const CueLexicon& cues, const std::vector<Quotation>& quotations)
    : analysis_(analysis), cues_(cues), children_(analysis), quotation_of_(analysis.tokens.size(), -1) {
  for (size_t q = 0; q < quotations.size(); ++q) {
    if (quotations[q].nested_in >= 0 || quotations[q].kind == QuotationKind::kTitle) continue;
    for (uint32_t t = quotations[q].first; t < quotations[q].last; ++t) quotation_of_[t] = static_cast<int32_t>(q);
  }
}

int32_t AttributionText::SentenceFirst(int32_t token) const { return static_cast<int32_t>(analysis_.SentenceOf(At(token)).first); }
int32_t AttributionText::SentenceLast(int32_t token) const { return static_cast<int32_t>(analysis_.SentenceOf(At(token)).last); }

int32_t AttributionText::ChildLabelled(int32_t token, std::string_view label) const {
  for (const int32_t child : children_.Of(token)) {
    if (Label(child) == label) return child;
  }
  return kNoToken;
}

int32_t AttributionText::ChildWord(int32_t token, Deprel deprel, std::string_view lower) const {
  for (const int32_t child : children_.Of(token)) {
    if (At(child).deprel == deprel && Lower(child) == lower) return child;
  }
  return kNoToken;
}

bool AttributionText::IsNoun(int32_t token) const {
  const Upos upos = At(token).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kNum;
}

bool AttributionText::Passive(int32_t verb) const {
  if (ChildLabelled(verb, "nsubj:pass") != kNoToken || ChildLabelled(verb, "aux:pass") != kNoToken) return true;
  // "the plan proposed by the mayor"
  return Xpos(verb) == "VBN" && At(verb).deprel == Deprel::kAcl && !HasChild(verb, Deprel::kAux);
}

bool AttributionText::Infinitive(int32_t verb) const { return ChildWord(verb, Deprel::kMark, "to") != kNoToken; }

bool AttributionText::Negated(int32_t head) const {
  for (const int32_t child : children_.Of(head)) {
    const std::string_view lemma = Lemma(child);
    if (At(child).deprel == Deprel::kAdvmod && (lemma == "not" || lemma == "never" || lemma == "n't" || lemma == "n’t")) return true;
  }
  return false;
}

std::vector<int32_t> AttributionText::Subtree(int32_t head, std::span<const int32_t> without) const {
  std::vector<int32_t> tokens, open = {head};
  while (!open.empty()) {
    const int32_t at = open.back();
    open.pop_back();
    if (std::ranges::find(without, at) != without.end()) continue;
    tokens.push_back(at);
    for (const int32_t child : children_.Of(at)) open.push_back(child);
  }
  std::ranges::sort(tokens);
  return tokens;
}

std::vector<TextRange> AttributionText::Ranges(std::vector<int32_t> tokens) const {
  std::ranges::sort(tokens);
  std::vector<TextRange> ranges;
  for (size_t i = 0; i < tokens.size();) {
    size_t last = i;
    while (last + 1 < tokens.size()) {
      bool joined = true;
      for (int32_t t = tokens[last] + 1; t < tokens[last + 1]; ++t) joined = joined && IsPunct(t);
      if (!joined) break;
      ++last;
    }
    size_t first = i;
    i = last + 1;
    const auto loose = [&](int32_t t) { return IsPunct(t) && !IsQuoteMark(analysis_.Form(At(t))); };
    while (first < last && loose(tokens[first])) ++first;
    while (last > first && loose(tokens[last])) --last;
    if (first == last && IsPunct(tokens[first])) continue;
    ranges.push_back({At(tokens[first]).range.start, At(tokens[last]).range.end});
  }
  return ranges;
}

int32_t AttributionText::DirectSubject(int32_t predicate) const {
  int32_t found = kNoToken;
  for (const int32_t child : children_.Of(predicate)) {
    if (At(child).deprel != Deprel::kNsubj || Label(child) == "nsubj:outer") continue;
    if (Label(child) == "nsubj:pass") continue;
    // "Berg who said": the nearest one where the parser gives two
    found = child;
  }
  return found;
}

int32_t AttributionText::Subject(int32_t predicate) const {
  int32_t at = predicate;
  for (int climb = 0; climb < kMaxClimb && at != kNoToken; ++climb) {
    if (Passive(at)) {
      for (const int32_t child : children_.Of(at)) {
        if (At(child).deprel == Deprel::kObl && (Label(child) == "obl:agent" || ChildWord(child, Deprel::kCase, "by") != kNoToken)) return child;
      }
      if (climb == 0) return kNoToken;
      const int32_t subject = ChildLabelled(at, "nsubj:pass");
      if (subject != kNoToken) return subject;  // "was quoted as saying"
    }
    const int32_t subject = DirectSubject(at);
    if (subject != kNoToken) return subject;
    const int32_t head = At(at).head;
    if (head == kNoToken) return kNoToken;
    switch (At(at).deprel) {
      case Deprel::kXcomp: {
        const int32_t object = Child(head, Deprel::kObj);
        if (object != kNoToken && object < at && Infinitive(at)) return object;  // "asked him to say"
        break;
      }
      case Deprel::kConj:
      case Deprel::kAdvcl:
      case Deprel::kParataxis:
      case Deprel::kCcomp:
        break;
      case Deprel::kAcl: {
        if (!Infinitive(at)) return head;  // "a letter saying"
        const int32_t owner = ChildLabelled(head, "nmod:poss");
        return owner;  // "his decision to say"
      }
      default:
        return kNoToken;
    }
    at = head;
  }
  return kNoToken;
}

int32_t AttributionText::Antecedent(int32_t token) const {
  if (!IsRelativePronoun(Lower(token)) || Xpos(token) == "DT") return token;
  int32_t verb = At(token).head;
  for (int climb = 0; climb < kMaxClimb && verb != kNoToken; ++climb) {
    if (At(verb).deprel == Deprel::kAcl && At(verb).head != kNoToken) return At(verb).head;
    verb = At(verb).head;
  }
  return token;
}

// Whether a dependent of a source's head only adds: "Berg, who left", "Berg, 58",
// "Berg on Monday", and the words around the phrase (by, 's, is).
bool AttributionText::OnlyAdds(int32_t child, int32_t head) const {
  switch (At(child).deprel) {
    case Deprel::kParataxis:
    case Deprel::kCase:
    case Deprel::kCc:
    case Deprel::kCop:
    case Deprel::kMark:
      return true;
    case Deprel::kAcl:
      if (Label(child) == "acl:relcl") return false;
      [[fallthrough]];
    case Deprel::kAdvcl: {
      const int32_t first = children_.Yield(child).first;
      return IsPunct(first) || (first > 0 && IsPunct(first - 1));
    }
    case Deprel::kAppos:
    case Deprel::kNummod:
      return child > head && At(child).upos == Upos::kNum;
    case Deprel::kNmod:
      return child > head && (Label(child) == "nmod:unmarked" || cues_.IsTimeWord(Lower(child)));
    default:
      return false;
  }
}

std::vector<TextRange> AttributionText::SourceRanges(int32_t head, int32_t cue) const {
  std::vector<int32_t> without = {cue};
  for (const int32_t child : children_.Of(head)) {
    if (OnlyAdds(child, head)) without.push_back(child);
  }
  std::vector<int32_t> tokens = Subtree(head, without);
  // "Mayor Jo Berg" behind a dateline that the parser made the head
  for (int32_t t = head - 1; t > SentenceFirst(head) && At(t).upos == Upos::kPropn && At(head).deprel == Deprel::kFlat; --t) tokens.push_back(t);
  // a dateline that the parser took for part of the phrase: "OSLO (NTB) — Berg said"
  const int32_t first = SentenceFirst(head);
  for (int32_t t = first; t < head && t < first + 12; ++t) {
    if (IsDash(analysis_.Form(At(t)))) std::erase_if(tokens, [t](int32_t token) { return token <= t; });
  }
  // the mark that closes the quotation before a name is none of it
  std::erase_if(tokens, [&](int32_t t) { return t != head && IsQuoteMark(analysis_.Form(At(t))) && (t < head ? QuotationOf(t + 1) < 0 : QuotationOf(t - 1) < 0); });
  std::vector<TextRange> ranges = Ranges(std::move(tokens));
  for (const TextRange& range : ranges) {
    if (range.Contains(At(head).range.start)) return {range};
  }
  return {At(head).range};
}

// "…," Berg, who left in May, told the Hull News: the first noun phrase behind a
// quotation that ends in a comma, question or exclamation mark, up to the cue.
int32_t AttributionText::BehindQuotation(int32_t cue) const {
  int32_t first = cue;
  const int32_t low = std::max(SentenceFirst(cue), cue - kMaxBehindQuotation);
  while (first > low && QuotationOf(first - 1) < 0) --first;
  if (first == cue || first == low) return kNoToken;
  const std::string_view end = Lower(first - 1);
  if (end != "," && end != "?" && end != "!") return kNoToken;
  while (first < cue && IsPunct(first)) ++first;
  while (first < cue && (At(first).upos == Upos::kDet || At(first).upos == Upos::kAdj || At(first).upos == Upos::kAdv)) ++first;
  if (first >= cue || !(IsNoun(first) || Capitalised(first)) || cues_.IsTimeWord(Lower(first))) return kNoToken;
  // its head within the phrase, up to the first comma
  int32_t last = first;
  while (last < cue && Lower(last) != "," && At(last).upos != Upos::kVerb && At(last).upos != Upos::kSconj) ++last;
  int32_t at = first;
  for (int climb = 0; climb < kMaxClimb && At(at).head >= first && At(at).head < last && IsNoun(At(at).head); ++climb) at = At(at).head;
  return at;
}

int32_t AttributionText::NearestSource(int32_t cue) const {
  const auto nominal = [&](int32_t t) { return IsNoun(t) && QuotationOf(t) < 0; };
  if (const int32_t before = BehindQuotation(cue); before != kNoToken) return before;
  const auto cue_entries = cues_.Find(CueClass::kVerb, Lemma(cue));
  const bool hearer = !cue_entries.empty() && cue_entries.front().addressee;  // "told the press"
  for (const int32_t step : {1, -1}) {
    int32_t t = cue + step;
    while (t >= SentenceFirst(cue) && t < SentenceLast(cue) && QuotationOf(t) < 0 && !IsPunct(t) && !IsNoun(t) &&
           At(t).upos != Upos::kVerb && At(t).upos != Upos::kAdp && At(t).upos != Upos::kSconj) {
      t += step;
    }
    // "Berg said Monday": past the time to who is before it
    while (step < 0 && t > SentenceFirst(cue) && cues_.IsTimeWord(Lower(t))) --t;
    if (t < SentenceFirst(cue) || t >= SentenceLast(cue) || !nominal(t)) continue;
    if (step > 0 && (hearer || cues_.IsTimeWord(Lower(t)))) continue;
    for (int climb = 0; climb < kMaxClimb; ++climb) {
      const int32_t head = At(t).head;
      if (head == kNoToken || !nominal(head) || (head > cue) != (t > cue)) break;
      t = head;
    }
    return t;
  }
  return kNoToken;
}

bool AttributionText::Capitalised(int32_t token) const {
  const Upos upos = At(token).upos;
  const bool word = upos != Upos::kPron && upos != Upos::kDet && upos != Upos::kPunct;
  return word && IsUpper(CodePointAt(analysis_.text(), At(token).range.start).value);
}

int32_t AttributionText::NameBefore(int32_t source, int32_t cue) const {
  int32_t last = cue + 1;
  while (last < source && Capitalised(last) && last <= cue + kMaxNameWords) ++last;
  if (last == cue + 1 || last >= source || Lower(last) != ",") return source;
  // "said Berg, a friend told him": the description must follow at once
  if (children_.Yield(source).first > last + 1) return source;
  int32_t head = cue + 1;
  while (At(head).head > cue && At(head).head < last) head = At(head).head;
  return head;
}

int32_t AttributionText::BehindDateline(int32_t source, int32_t cue) const {
  const int32_t first = SentenceFirst(cue);
  if (source != first || cue < first + 3 || !IsInCapitals(analysis_.Form(At(first))) || At(first).range.size() < 3) return source;
  int32_t dash = first + 1;
  while (dash < cue && dash <= first + kMaxDateline && !IsDash(analysis_.Form(At(dash)))) ++dash;
  if (dash >= cue || !IsDash(analysis_.Form(At(dash)))) return source;
  int32_t last = kNoToken;  // of the first name behind it
  for (int32_t t = dash + 1; t < cue && (last == kNoToken || At(t).upos == Upos::kPropn); ++t) {
    if (At(t).upos == Upos::kPropn) last = t;
  }
  return last == kNoToken ? source : last;
}

TextRange AttributionText::CueRange(int32_t head, std::span<const int32_t> rest) const {
  int32_t first = head, last = head;
  for (const int32_t word : rest) last = std::max(last, word);
  const int32_t low = SentenceFirst(head);
  while (first > low) {
    const Token& t = At(first - 1);
    const bool own = t.head == head || (t.head != kNoToken && t.head >= first - 1 && t.head <= head);
    if (!own) break;
    const bool joins = t.deprel == Deprel::kAux || t.deprel == Deprel::kCop || t.deprel == Deprel::kAdvmod ||
                       (t.deprel == Deprel::kMark && Lower(first - 1) == "to");
    // "an old | claim", "Berg | 's claim"
    const bool noun = At(head).upos == Upos::kNoun && (t.deprel == Deprel::kDet || t.deprel == Deprel::kAmod || Xpos(first - 1) == "POS");
    if ((!joins && !noun) || t.upos == Upos::kSconj || Xpos(first - 1) == "WRB") break;
    --first;
  }
  if (At(head).upos == Upos::kNoun && first > low && Xpos(first - 1) == "POS") --first;
  while (last + 1 < SentenceLast(head)) {
    const Token& t = At(last + 1);
    if (t.head != head) break;
    const bool adverb = At(head).upos == Upos::kVerb && t.deprel == Deprel::kAdvmod && children_.Yield(last + 1).second == last + 2 && Lower(last + 1) != "as";
    const bool time = At(head).upos == Upos::kVerb && Label(last + 1) == "obl:unmarked" && cues_.IsTimeWord(Lower(last + 1)) && children_.Yield(last + 1).second == last + 2;
    if (!adverb && !time && Label(last + 1) != "compound:prt") break;
    ++last;
  }
  return {At(first).range.start, At(last).range.end};
}

bool AttributionText::Follows(int32_t head, const Cue& cue, std::vector<int32_t>* rest) const {
  rest->clear();
  int32_t at = head;
  for (const std::string& word : cue.rest) {
    const int32_t limit = std::min(SentenceLast(head), at + 1 + (rest->empty() ? kMaxParticleGap : 2));
    int32_t found = kNoToken;
    for (int32_t t = at + 1; t < limit && found == kNoToken; ++t) {
      if (IsPunct(t)) break;
      if (Lower(t) == word || Lemma(t) == word) found = t;
    }
    // a particle or preposition further off must belong to the cue
    if (found == kNoToken || (found > at + 1 && At(found).head != head && At(found).upos == Upos::kAdp)) return false;
    rest->push_back(found);
    at = found;
  }
  return true;
}

void TakeFromCue(const Cue& cue, Attribution* attribution) {
  attribution->cue_kind = cue.kind;
  attribution->strength = cue.strength;
  attribution->factive = cue.factive;
  attribution->recites = cue.recites;
}

}  // namespace crosscheck
