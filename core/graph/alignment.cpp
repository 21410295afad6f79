#include "core/graph/alignment.h"

#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr int kStepsUp = 2;
constexpr size_t kEnoughAround = 4;

}  // namespace

bool SentenceAlignment::CarriedIn(int32_t token, uint32_t passage) const {
  return std::ranges::any_of(LinksOf(token), [&](const Link& link) { return link.passage == passage; });
}

double SentenceAlignment::CoverageWithout(uint32_t passage, std::span<const int32_t> left_out) const {
  double all = 0.0, carried = 0.0;
  const Sentence& s = draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    const Term& term = (*draft)[t];
    if (!term.content || std::ranges::find(left_out, t) != left_out.end()) continue;
    all += term.weight;
    if (CarriedIn(t, passage)) carried += term.weight;
  }
  return all > 0.0 ? carried / all : 0.0;
}

namespace {

// The content words next to a token in the tree: its dependents, the two words
// above it and theirs.
std::vector<int32_t> Around(const Terms& terms, const Sentence& sentence, int32_t token) {
  std::vector<int32_t> around;
  const auto add = [&](int32_t t) {
    const bool inside = t >= static_cast<int32_t>(sentence.first) && t < static_cast<int32_t>(sentence.last);
    if (inside && t != token && terms[t].content && std::ranges::find(around, t) == around.end()) around.push_back(t);
  };
  int32_t above = token;
  for (int step = 0; step < kStepsUp; ++step) {
    above = terms[above].slot.governor;
    if (above == kNoToken) break;
    add(above);
    for (const int32_t child : terms.dependents[static_cast<size_t>(above)]) add(child);
  }
  for (const int32_t child : terms.dependents[static_cast<size_t>(token)]) add(child);
  return around;
}

}  // namespace

double SentenceAlignment::CoverageAround(uint32_t passage, int32_t token) const {
  const std::vector<int32_t> around = Around(*draft, draft_sentence(), token);
  double all = 0.0, carried = 0.0;
  for (const int32_t t : around) {
    all += (*draft)[t].weight;
    if (CarriedIn(t, passage)) carried += (*draft)[t].weight;
  }
  return around.size() >= kEnoughAround ? carried / all : 0.0;
}

bool SentenceAlignment::MetIn(int32_t source, uint32_t passage) const {
  return std::ranges::any_of(links, [&](const auto& list) {
    return std::ranges::any_of(list, [&](const Link& link) { return link.passage == passage && link.source == source; });
  });
}

double SentenceAlignment::ReverseAround(uint32_t passage, int32_t source) const {
  const Terms& terms = *sources[passage];
  const std::vector<int32_t> around = Around(terms, terms.reading->analysis.sentences[passages[passage].sentence], source);
  double all = 0.0, carried = 0.0;
  for (const int32_t t : around) {
    all += terms[t].weight;
    if (MetIn(t, passage)) carried += terms[t].weight;
  }
  return all > 0.0 ? carried / all : 0.0;
}

double SentenceAlignment::CoverageWithin(uint32_t passage, TextRange stretch, std::span<const int32_t> left_out) const {
  double all = 0.0, carried = 0.0;
  int words = 0;
  const Sentence& s = draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    const Term& term = (*draft)[t];
    const TextRange range = draft->reading->analysis.tokens[static_cast<size_t>(t)].range;
    if (!term.content || !stretch.Contains(range) || std::ranges::find(left_out, t) != left_out.end()) continue;
    ++words;
    all += term.weight;
    if (CarriedIn(t, passage)) carried += term.weight;
  }
  return words >= 3 && all > 0.0 ? carried / all : 0.0;
}

double SentenceAlignment::StrictCoverage(uint32_t passage, TextRange stretch, std::span<const int32_t> left_out) const {
  double all = 0.0, carried = 0.0;
  const Sentence& s = draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    const Term& term = (*draft)[t];
    const TextRange at = draft->reading->analysis.tokens[static_cast<size_t>(t)].range;
    if (!term.content || term.denier || (!stretch.empty() && !stretch.Contains(at)) || std::ranges::find(left_out, t) != left_out.end()) continue;
    all += term.weight;
    const bool strict = std::ranges::any_of(LinksOf(t), [&](const Link& link) {
      return link.passage == passage && link.match != WordMatch::kGeneral;
    });
    if (strict) carried += term.weight;
  }
  return all > 0.0 ? carried / all : 0.0;
}

double SentenceAlignment::ReverseWithin(uint32_t passage, TextRange clause, TextRange without, bool times) const {
  const Terms& source = *sources[passage];
  const Sentence& p = source.reading->analysis.sentences[passages[passage].sentence];
  double all = 0.0, carried = 0.0;
  int words = 0;
  for (auto t = static_cast<int32_t>(p.first); t < static_cast<int32_t>(p.last); ++t) {
    const TextRange at = source.reading->analysis.tokens[static_cast<size_t>(t)].range;
    if (!source[t].content || !clause.Contains(at) || without.Contains(at) || (!times && source[t].time >= 0)) continue;
    ++words;
    all += source[t].weight;
    if (MetIn(t, passage)) carried += source[t].weight;
  }
  return words >= 3 && all > 0.0 ? carried / all : 0.0;
}

double SentenceAlignment::ReverseCoverage(uint32_t passage, TextRange stretch, std::span<const int32_t> left_out) const {
  const Terms& source = *sources[passage];
  const Sentence& p = source.reading->analysis.sentences[passages[passage].sentence];
  std::vector<bool> met(p.last - p.first, false);
  for (const auto& list : links) {
    for (const Link& link : list) {
      if (link.passage == passage && link.match != WordMatch::kGeneral) met[static_cast<size_t>(link.source) - p.first] = true;
    }
  }
  double all = 0.0, carried = 0.0;
  for (uint32_t t = p.first; t < p.last; ++t) {
    const Term& term = source.terms[t];
    const TextRange at = source.reading->analysis.tokens[t].range;
    if (!term.content || term.denier || (!stretch.empty() && !stretch.Contains(at)) || std::ranges::find(left_out, static_cast<int32_t>(t)) != left_out.end()) continue;
    all += term.weight;
    if (met[t - p.first]) carried += term.weight;
  }
  return all > 0.0 ? carried / all : 0.0;
}

bool SentenceAlignment::DeniesBeside(uint32_t document, TextRange stretch, TextRange words) const {
  for (uint32_t p = 0; p < passages.size(); ++p) {
    const Analysis& source = sources[p]->reading->analysis;
    const Sentence& passage = source.sentences[passages[p].sentence];
    if (passages[p].document != document || !passage.range.Overlaps(stretch)) continue;
    for (uint32_t t = passage.first; t < passage.last; ++t) {
      const bool sign = sources[p]->terms[t].denier || source.Label(source.tokens[t]) == "cc:preconj";
      if (sign && !words.Overlaps(source.tokens[t].range)) return true;
    }
  }
  return false;
}

int SentenceAlignment::CarriedCount(uint32_t passage) const {
  int count = 0;
  const Sentence& s = draft_sentence();
  for (auto t = static_cast<int32_t>(s.first); t < static_cast<int32_t>(s.last); ++t) {
    count += (*draft)[t].content && CarriedIn(t, passage);
  }
  return count;
}

SentenceAlignment Aligner::Align(const Terms& draft, uint32_t draft_document, uint32_t sentence, std::vector<Passage> passages,
                                 const std::vector<Terms>& all) const {
  SentenceAlignment out;
  out.draft = &draft;
  out.draft_document = draft_document;
  out.sentence = sentence;
  out.passages = std::move(passages);
  for (const Passage& passage : out.passages) out.sources.push_back(&all[passage.document]);
  const Sentence& s = out.draft_sentence();
  out.links.resize(s.last - s.first);
  out.opposed.resize(s.last - s.first);
  double total = 0.0, carried = 0.0;
  LinkOpenings(&out);
  for (uint32_t t = s.first; t < s.last; ++t) {
    const Term& term = draft.terms[t];
    if (!term.content) continue;
    for (uint32_t p = 0; p < out.passages.size(); ++p) {
      const Sentence& passage = out.sources[p]->reading->analysis.sentences[out.passages[p].sentence];
      for (uint32_t u = passage.first; u < passage.last; ++u) {
        const WordMatch match = Compare(draft, static_cast<int32_t>(t), *out.sources[p], static_cast<int32_t>(u));
        if (Carries(match)) out.links[t - s.first].push_back({p, static_cast<int32_t>(u), match});
        if (match == WordMatch::kOpposite || match == WordMatch::kExclusive) {
          out.opposed[t - s.first].push_back({p, static_cast<int32_t>(u), match});
        }
      }
    }
    total += term.weight;
    if (!out.links[t - s.first].empty()) carried += term.weight;
  }
  out.coverage = total > 0.0 ? carried / total : 1.0;
  for (uint32_t p = 0; p < out.passages.size(); ++p) out.coverage_of.push_back(out.CoverageWithout(p, {}));
  return out;
}

// The name in a draft's main subject is carried by the opening of a short text that
// names nobody: "Harbour Hall opened in 1993" – "It opened in 1992".
void Aligner::LinkOpenings(SentenceAlignment* out) const {
  const Terms& draft = *out->draft;
  const Topic topic = TopicOf(draft, out->draft_sentence());
  out->opened.assign(out->passages.size(), false);
  if (topic.entity < 0) return;
  for (uint32_t p = 0; p < out->passages.size(); ++p) {
    const Terms& source = *out->sources[p];
    const Sentence& passage = source.reading->analysis.sentences[out->passages[p].sentence];
    const int32_t opening = OpeningFor(draft, topic, source, passage, lexical_.knowledge().entities);
    if (opening == kNoToken || Named(draft, topic, source, passage)) continue;
    out->opened[p] = true;
    for (const int32_t t : topic.tokens) {
      out->links[static_cast<size_t>(t) - out->draft_sentence().first].push_back({p, opening, WordMatch::kSame});
    }
  }
}

// Whether a passage has a word of the name itself.
bool Aligner::Named(const Terms& draft, const Topic& topic, const Terms& source, const Sentence& passage) const {
  for (const int32_t t : topic.tokens) {
    for (auto u = static_cast<int32_t>(passage.first); u < static_cast<int32_t>(passage.last); ++u) {
      if (Carries(Compare(draft, t, source, u))) return true;
    }
  }
  return false;
}

namespace {

// The noun that a term stands for: of a pronoun, the head of the description that it
// takes up. kNoToken for a name.
int32_t NounOf(const Terms& terms, int32_t t) {
  if (!terms[t].pronoun) return TokenAt(terms, t).upos == Upos::kNoun ? t : kNoToken;
  if (terms[t].entity < 0) return kNoToken;
  const Entity& entity = terms.reading->entities[static_cast<size_t>(terms[t].entity)];
  if (entity.named || entity.type == EntityType::kPerson || entity.type == EntityType::kGroup) return kNoToken;
  const auto first = std::ranges::find(entity.mentions, Mention::Kind::kDescription, &Mention::kind);
  return first == entity.mentions.end() ? kNoToken : first->head;
}

}  // namespace

// "The ban … it" and "the curbs … they": what the pronouns take up is one thing in
// other words. Nouns themselves are compared more strictly.
WordMatch Aligner::CompareDescriptions(const Terms& draft, int32_t d, const Terms& source, int32_t s) const {
  if (draft[d].name || source[s].name) return WordMatch::kNone;
  const int32_t ours = NounOf(draft, d), theirs = NounOf(source, s);
  if (ours == kNoToken || theirs == kNoToken) return WordMatch::kNone;
  const std::string here = LemmaAt(draft, ours), there = LemmaAt(source, theirs);
  return lexical_.knowledge().entities->Synonyms(here, there) ? WordMatch::kSynonym : WordMatch::kNone;
}

WordMatch Aligner::CompareNames(const Terms& draft, int32_t d, const Terms& source, int32_t s) const {
  const Term& a = draft[d];
  const Term& b = source[s];
  const auto& da = draft.reading->analysis;
  const auto& sa = source.reading->analysis;
  const Token& dt = da.tokens[static_cast<size_t>(d)];
  const Token& st = sa.tokens[static_cast<size_t>(s)];
  if (!a.pronoun && !b.pronoun && FoldMarks(da.Form(dt)) == FoldMarks(sa.Form(st))) return WordMatch::kSame;
  if (a.entity >= 0 && b.entity >= 0) {
    const Entity& first = draft.reading->entities[static_cast<size_t>(a.entity)];
    const Entity& second = source.reading->entities[static_cast<size_t>(b.entity)];
    if (!first.key.empty() && first.key == second.key) return WordMatch::kSame;
    if (std::ranges::find(second.aliases, first.key) != second.aliases.end()) return WordMatch::kSame;
    if (std::ranges::find(first.aliases, second.key) != first.aliases.end()) return WordMatch::kSame;
    const bool things = first.named && second.named && first.type != EntityType::kPerson && second.type != EntityType::kPerson;
    if (things && (IsAcronymOf(first.key, second.key) || IsAcronymOf(second.key, first.key))) return WordMatch::kSame;
  }
  return WordMatch::kNone;
}

namespace {

// "an hour and 20 minutes" of "80 minutes": the units go with the amount.
bool SameAmount(const Terms& draft, const Term& a, const Terms& source, const Term& b) {
  if (a.figure < 0 || b.figure < 0) return false;
  const Figure& first = draft.reading->figures[static_cast<size_t>(a.figure)];
  const Figure& second = source.reading->figures[static_cast<size_t>(b.figure)];
  const bool units = !first.unit.empty() && first.unit != second.unit && first.dimension == second.dimension;
  return units && Agree(first, second).value_or(false);
}

}  // namespace

WordMatch Aligner::Compare(const Terms& draft, int32_t d, const Terms& source, int32_t s) const {
  const Term& a = draft[d];
  const Term& b = source[s];
  if (!b.content) return WordMatch::kNone;
  const Token& dt = draft.reading->analysis.tokens[static_cast<size_t>(d)];
  const Token& st = source.reading->analysis.tokens[static_cast<size_t>(s)];
  if (SameAmount(draft, a, source, b)) return WordMatch::kSame;
  if (a.time >= 0 && b.time >= 0) {
    const TimeExpression& first = draft.reading->times[static_cast<size_t>(a.time)];
    const TimeExpression& second = source.reading->times[static_cast<size_t>(b.time)];
    if (IsParticular(first) && SameTime(first, second)) return WordMatch::kSame;
    if (TimesAYear(first) && TimesAYear(second)) return WordMatch::kNone;  // "twice a year", "four times a year"
    const bool whole = EndOfPeriod(first) == 0 && first.granularity >= Granularity::kYear && first.type == TimeType::kDate && second.type == TimeType::kDate;
    if (whole && Contains(first, second).value_or(false)) return WordMatch::kGeneral;  // "the 1990s" of "1994"
    if (dt.upos == Upos::kNum || st.upos == Upos::kNum) {
      return a.word == b.word ? WordMatch::kSame : WordMatch::kNone;
    }
  }
  if (a.figure >= 0 && b.figure >= 0) {
    const Figure& first = draft.reading->figures[static_cast<size_t>(a.figure)];
    const Figure& second = source.reading->figures[static_cast<size_t>(b.figure)];
    const bool words = first.number.Contains(dt.range) && second.number.Contains(st.range);  // "a third", "two thirds"
    const bool numbers = words || dt.upos == Upos::kNum || st.upos == Upos::kNum;
    const bool units = !first.unit.empty() && !second.unit.empty() && first.unit != second.unit && Comparable(first, second);  // "80 km/h", "80 mph"
    const bool same_number = first.value && second.value && *first.value == *second.value && !(units && Disjoint(first, second).value_or(false));
    const bool same = same_number || (Agree(first, second).value_or(false) && !SaysMore(first, second));
    if (numbers) return same ? WordMatch::kSame : WordMatch::kNone;
  }
  // "30 million" is not carried by "30 September".
  const auto of_date = [](const Terms& terms, const Term& term) {
    if (term.figure >= 0 || term.time < 0) return false;
    const TimeExpression& time = terms.reading->times[static_cast<size_t>(term.time)];
    return time.granularity == Granularity::kDay || (time.own.start && time.own.end && *time.own.end - *time.own.start == 1);
  };
  const bool numbers = dt.upos == Upos::kNum && st.upos == Upos::kNum;
  if (numbers && ((a.figure >= 0 && of_date(source, b)) || (b.figure >= 0 && of_date(draft, a)))) return WordMatch::kNone;
  if (a.name || b.name || a.pronoun || b.pronoun) {
    const WordMatch match = CompareNames(draft, d, source, s);
    if (match != WordMatch::kNone) return match;
    if (a.pronoun || b.pronoun) return CompareDescriptions(draft, d, source, s);
  }
  return lexical_.Compare(a.word, b.word);
}

}  // namespace crosscheck
