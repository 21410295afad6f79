// Figures: whether a source gives a draft's figure, and gives it of the same thing.
//
// That a number stands somewhere in the sources says little: "60 were killed" is
// not carried by "seven were killed and 60 hurt". So a figure that a passage has is
// held against its place there: its bound ("200" of "more than 200"), what it
// counts, and the verb it stands with. A word counts as another one only where the
// passage has the draft's word, too, but elsewhere; a word that the passage lacks
// may be a paraphrase. A figure that no source has may still follow: "17 people"
// from "11 militants and six soldiers", "two ships" from "both ships".
// Cost: the figures of the draft's sentence times those of its passages.
// Test: tests/unit/graph/evidence_test.cpp.
#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

#include "core/base/unicode.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/language/wordnet.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBesideTokens = 5;  // "11 armed militants and six"
constexpr int kStepsToVerb = 4;  // from a figure up to its verb

// The verb that a figure stands with, or kNoToken.
int32_t VerbAbove(const Terms& terms, const Figure& figure) {
  int32_t at = kNoToken;
  for (uint32_t t = figure.first; t < figure.last; ++t) {
    const int32_t governor = terms.terms[t].slot.governor;
    if (governor < static_cast<int32_t>(figure.first) || governor >= static_cast<int32_t>(figure.last)) at = governor;
  }
  for (int steps = 0; steps < kStepsToVerb && at != kNoToken; ++steps) {
    if (TokenAt(terms, at).upos == Upos::kVerb) return at;
    at = terms[at].slot.governor;
  }
  return kNoToken;
}

// "Two companies, Acme and Borealis": a count of the names that a sentence lists.
bool CountsItsOwn(const Terms& draft, const Sentence& sentence, const Figure& figure) {
  if (figure.kind != FigureKind::kCardinal || !figure.value || !figure.unit.empty()) return false;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (!draft.terms[t].name || TokenAt(draft, static_cast<int32_t>(t)).deprel == Deprel::kConj) continue;
    double listed = 1.0;
    for (uint32_t u = t + 1; u < sentence.last; ++u) {
      const Token& token = TokenAt(draft, static_cast<int32_t>(u));
      listed += token.deprel == Deprel::kConj && token.head == static_cast<int32_t>(t) && draft.terms[u].name;
    }
    if (listed > 1.0 && listed == *figure.value) return true;
  }
  return false;
}

// "Berg, like the other two", "Berg and two others": one more than is counted, or as
// many more as names are joined to it.
bool OthersToo(const Terms& source, const Figure& ours, const Figure& theirs) {
  const bool counts = ours.kind == FigureKind::kCardinal && theirs.kind == FigureKind::kCardinal && ours.unit.empty() && theirs.unit.empty();
  if (!counts || !ours.value || !theirs.value || theirs.bound != Bound::kExact || theirs.first == 0) return false;
  const Analysis& analysis = source.reading->analysis;
  const bool before = analysis.Lower(TokenAt(source, static_cast<int32_t>(theirs.first) - 1)) == "other";
  const size_t next = theirs.last;
  const bool after = next < analysis.tokens.size() && analysis.Lemma(analysis.tokens[next]) == "other";
  if (!before && !after) return false;
  int32_t noun = theirs.of != kNoToken ? theirs.of : static_cast<int32_t>(theirs.first);
  if (after) noun = static_cast<int32_t>(next);
  double joined = 0.0;
  for (int32_t at = noun; at != kNoToken; at = TokenAt(source, at).head) {
    if (TokenAt(source, at).deprel != Deprel::kConj) continue;
    const int32_t first = TokenAt(source, at).head;
    joined = 1.0;
    for (const Token& token : analysis.tokens) joined += token.deprel == Deprel::kConj && token.head == first && token.upos == Upos::kPropn;
    break;
  }
  return *ours.value == *theirs.value + std::max(joined, before ? 1.0 : 0.0);
}

// Whether the counted noun follows its bare number in one phrase: "12 [police officers]".
bool CountedNext(const Terms& terms, const Figure& f) {
  const bool whole = !f.value || *f.value == std::floor(*f.value);
  if (f.of == kNoToken || f.kind != FigureKind::kCardinal || !whole || !f.unit.empty() || f.of < static_cast<int32_t>(f.last)) return false;
  const Token& noun = TokenAt(terms, f.of);
  if (noun.upos != Upos::kNoun) return false;
  for (auto t = static_cast<int32_t>(f.last); t < f.of; ++t) {
    const Token& token = TokenAt(terms, t);
    if (token.head != f.of || token.upos == Upos::kPunct) return false;
  }
  return true;
}

// From where a distance is told: "Lode" of "40 km north of Lode"; empty for none.
TextRange LandmarkOf(const Terms& terms, const Figure& figure) {
  if (figure.dimension != "length") return {};
  const Analysis& analysis = terms.reading->analysis;
  const Sentence& sentence = analysis.sentences[TokenAt(terms, static_cast<int32_t>(figure.first)).sentence];
  uint32_t t = figure.last;
  const auto links = [&](uint32_t at) { return at < sentence.last && (analysis.Lower(analysis.tokens[at]) == "of" || analysis.Lower(analysis.tokens[at]) == "from"); };
  if (!links(t)) ++t;  // "north", "away"
  if (!links(t)) return {};
  TextRange mark;
  const auto named = [&](uint32_t at) {
    const Token& token = analysis.tokens[at];
    return token.upos == Upos::kPropn || (token.upos == Upos::kNoun && IsUpper(CodePointAt(analysis.Form(token), 0).value));
  };
  for (++t; t < sentence.last && named(t); ++t) mark = mark.empty() ? analysis.tokens[t].range : Cover(mark, analysis.tokens[t].range);
  return mark;
}

}  // namespace

// "24 championships" against "24 seasons … three championships": the passage has
// the draft's noun, but behind no such number. Only nouns that a bare number
// counts are compared; what a measure is of, parses tell too loosely.
bool EvidenceFinder::CountsOther(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const auto share = [](const Figure& f) { return f.of != kNoToken && !f.whole.empty() && (f.kind == FigureKind::kPercent || f.dimension == "share"); };
  if (!(share(ours) && share(theirs)) && (!CountedNext(draft, ours) || !CountedNext(source, theirs))) return false;
  if (draft[ours.of].weight < 1.0 || Carries(lexical_.Compare(draft[ours.of].word, source[theirs.of].word))) return false;
  bool elsewhere = false;
  for (const Link& link : alignment.LinksOf(ours.of)) {
    if (link.passage != passage) continue;
    const Token& token = TokenAt(source, link.source);
    if (theirs.of_range.Contains(token.range) || token.head == theirs.of) return false;
    elsewhere = elsewhere || token.upos == Upos::kNoun;
  }
  return elsewhere;
}

// "40 km north of Lode" against "40 km north of Cape Arn".
bool EvidenceFinder::OtherLandmark(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const TextRange here = LandmarkOf(draft, ours), there = LandmarkOf(source, theirs);
  if (here.empty() || there.empty()) return false;
  const Sentence& sentence = alignment.draft_sentence();
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    if (!here.Contains(TokenAt(draft, t).range)) continue;
    for (const Link& link : alignment.LinksOf(t)) {
      if (link.passage == passage && there.Contains(TokenAt(source, link.source).range)) return false;
    }
  }
  return true;
}

// "killed 60" against "killed seven and hurt 60": in the passage, the draft's verb
// stands with another number.
bool EvidenceFinder::StandsWithOther(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const int32_t verb = VerbAbove(draft, ours), there = VerbAbove(source, theirs);
  if (verb == kNoToken || there == kNoToken || draft[verb].weight < 1.0 || source[there].weight < 1.0) return false;
  if (Carries(lexical_.Compare(draft[verb].word, source[there].word))) return false;
  if (IsTaken(alignment, passage, there, kNoToken)) return false;  // the draft has that verb, too
  const Sentence& sentence = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  for (const Figure& other : source.reading->figures) {
    if (&other == &theirs || other.first < sentence.first || other.first >= sentence.last) continue;
    if (other.kind != theirs.kind || !Comparable(ours, other) || Agree(ours, other).value_or(false)) continue;
    if (Told(alignment, other)) continue;  // "revised it from 4.1 to 3.8": both stand with the verb
    const int32_t rival = VerbAbove(source, other);
    if (rival != there && std::ranges::any_of(alignment.LinksOf(verb), [&](const Link& l) { return l.passage == passage && l.source == rival; })) return true;
  }
  return false;
}

// "4,000 workers in 2019" against "6,000 workers in 2023": with the time the figure
// is another one, so that nothing says that one event is meant.
bool EvidenceFinder::FigureMoved(const SentenceAlignment& alignment, uint32_t passage) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Sentence& here = alignment.draft_sentence();
  const Sentence& there = source.reading->analysis.sentences[alignment.passages[passage].sentence];
  const auto figures_in = [](const Terms& terms, const Sentence& sentence, const auto& holds) {
    return std::ranges::any_of(terms.reading->figures, [&](const Figure& f) { return f.first >= sentence.first && f.first < sentence.last && holds(f); });
  };
  return figures_in(draft, here, [&](const Figure& ours) {
    const bool counts = ours.kind != FigureKind::kOrdinal && ours.kind != FigureKind::kDuration && ours.kind != FigureKind::kAge && ours.of != kNoToken;
    if (!counts || draft[static_cast<int32_t>(ours.first)].time >= 0) return false;
    if (figures_in(source, there, [&](const Figure& theirs) { return theirs.kind == ours.kind && Agree(ours, theirs).value_or(false); })) return false;
    return figures_in(source, there, [&](const Figure& theirs) {
      return theirs.kind == ours.kind && theirs.of != kNoToken && Disjoint(ours, theirs).value_or(false) &&
             Carries(lexical_.Compare(draft[ours.of].word, source[theirs.of].word));
    });
  });
}

// Whether the draft's sentence has a figure of a passage, too.
bool EvidenceFinder::Told(const SentenceAlignment& alignment, const Figure& theirs) const {
  const Sentence& sentence = alignment.draft_sentence();
  return std::ranges::any_of(alignment.draft->reading->figures, [&](const Figure& figure) {
    return figure.first >= sentence.first && figure.first < sentence.last && figure.kind == theirs.kind && Agree(figure, theirs).value_or(false);
  });
}

// Why the same number in a passage is not this figure; "" where it is.
std::string EvidenceFinder::Misfit(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const {
  const Terms& source = *alignment.sources[passage];
  const std::string_view text = source.reading->document->text();
  if (!Agree(ours, theirs).value_or(false)) return "told there as " + Quoted(text, Cover(theirs.cue, theirs.range));
  if (CountsOther(alignment, ours, passage, theirs)) return "there of " + Quoted(text, theirs.of_range);
  const TextRange mark = LandmarkOf(source, theirs);
  if (OtherLandmark(alignment, ours, passage, theirs)) return "there from " + Quoted(text, mark);
  if (StandsWithOther(alignment, ours, passage, theirs)) {
    return "there with " + Quoted(text, TokenAt(source, VerbAbove(source, theirs)).range);
  }
  return "";
}

// "seven were killed or injured", of "two were killed and five injured": each part stands
// with one of the draft's joined verbs.
bool EvidenceFinder::OfEitherVerb(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& a, const Figure& b) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const int32_t verb = VerbAbove(draft, ours), first = VerbAbove(source, a), second = VerbAbove(source, b);
  if (ours.kind != FigureKind::kCardinal || verb == kNoToken || first == kNoToken || second == kNoToken || first == second) return false;
  const Sentence& sentence = alignment.draft_sentence();
  return std::ranges::any_of(std::views::iota(static_cast<int32_t>(sentence.first), static_cast<int32_t>(sentence.last)), [&](int32_t other) {
    const Token& token = TokenAt(draft, other);
    if (token.deprel != Deprel::kConj || token.head != verb || token.upos != Upos::kVerb) return false;
    return (Linked(alignment, passage, verb, first) && Linked(alignment, passage, other, second)) ||
           (Linked(alignment, passage, verb, second) && Linked(alignment, passage, other, first));
  });
}

// Whether two figures of a passage add up to the draft's: "11 militants and six
// soldiers", "15 in the city and another five in the hills". Things of one name,
// "another", or what the draft's noun covers may be added.
bool EvidenceFinder::AddUp(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& a, const Figure& b) const {
  const auto addable = [&](const Figure& part) {
    return part.value && part.unclear.empty() && part.kind == ours.kind && (part.bound == Bound::kExact || part.bound == ours.bound);
  };
  if (!ours.value || ours.kind == FigureKind::kOrdinal || !addable(a) || !addable(b) || !Comparable(ours, a)) return false;
  std::array<Figure, 2> parts = {a, b};
  for (Figure& part : parts) part.implied = part.logical = {part.value, part.value};  // "at least 15 … another five"
  const auto sum = Sum(parts);
  const double told = *ours.value;
  if (!sum || *sum->low > told + 1e-9 || *sum->high < told - 1e-9) return false;
  const Terms& source = *alignment.sources[passage];
  // "5, 10 and 20 km": choices of one list, of which two make no sum.
  const std::vector<Figure>& all = source.reading->figures;
  const bool listed = std::ranges::any_of(all, [&](const Figure& other) {
    const bool beside = (other.last + 2 >= a.first && other.first < a.first) || (other.first <= b.last + 2 && other.first >= b.last);
    return &other != &a && &other != &b && beside && other.kind == a.kind && Comparable(a, other);
  });
  if (listed) return false;
  if (OfEitherVerb(alignment, ours, passage, a, b)) return true;
  if (SameCounted(a, b).value_or(false)) return true;
  if (b.first > 0) {
    const std::string_view before = source.reading->analysis.Lower(TokenAt(source, static_cast<int32_t>(b.first) - 1));
    if (before == "another" || before == "other" || before == "further") return true;
  }
  // "6 killed" counts people as well, where the parts are joined.
  const bool bare = ours.of == kNoToken || TokenAt(*alignment.draft, ours.of).upos == Upos::kVerb;
  const bool joined = b.of != kNoToken && TokenAt(source, b.of).deprel == Deprel::kConj && TokenAt(source, b.of).head == a.of;
  const auto covered = [&](const Figure& part) {
    if ((bare && !joined) || part.of == kNoToken) return false;
    const std::string_view noun = bare ? "people" : lexical_.Lemma((*alignment.draft)[ours.of].word);
    const WordNet* wordnet = lexical_.knowledge().wordnet;
    if (noun == "people" || noun == "person" || noun == "other") {
      return wordnet != nullptr && wordnet->IsHyponymOf(lexical_.Lemma(source[part.of].word), "person", WordPos::kNoun, 1);
    }
    return Carries(lexical_.Compare((*alignment.draft)[ours.of].word, source[part.of].word));
  };
  return covered(a) && covered(b);
}

// "more than 400 hurt", where a passage has 700 hurt, or "at least 700": what it says
// lies within the draft's bound. Counts of one name, or with neighbours of one kind; two
// upper bounds ("below 30", "below 25") are two statements.
bool EvidenceFinder::WithinBound(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const {
  const bool lower = ours.bound == Bound::kAtLeast || ours.bound == Bound::kMoreThan;
  const bool upper = ours.bound == Bound::kAtMost || ours.bound == Bound::kLessThan;
  if ((!lower && !upper) || ours.kind != FigureKind::kCardinal || !ours.value || !theirs.value || !theirs.unclear.empty() || !Comparable(ours, theirs)) return false;
  const bool also = lower && (theirs.bound == Bound::kAtLeast || theirs.bound == Bound::kMoreThan);
  if (theirs.bound != Bound::kExact && !also) return false;
  const Interval wide = BaseInterval(ours), narrow = BaseInterval(theirs);
  if (lower && !(wide.low && narrow.low && *narrow.low >= *wide.low)) return false;
  if (upper && !(wide.high && narrow.high && *narrow.high <= *wide.high)) return false;
  if (SameCounted(ours, theirs).value_or(false)) return true;
  return !CountsOther(alignment, ours, passage, theirs) && !StandsWithOther(alignment, ours, passage, theirs);
}

// "two pilots" beside "34 people": fewer of a kind than of all.
bool EvidenceFinder::CountsPart(const SentenceAlignment& alignment, const Figure& ours, uint32_t passage, const Figure& theirs) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  if (!CountedNext(draft, ours) || !CountedNext(source, theirs) || !ours.value || !theirs.value) return false;
  const WordNet* wordnet = lexical_.knowledge().wordnet;
  const auto kind_of = [&](const std::string& part, const std::string& whole) {
    if (wordnet == nullptr || part == whole) return false;
    const bool people = whole == "people" || whole == "person";
    return wordnet->IsHyponymOf(part, people ? "person" : whole, WordPos::kNoun, 1) && !wordnet->IsHyponymOf(people ? "person" : whole, part, WordPos::kNoun, 1);
  };
  const std::string a = LemmaAt(draft, ours.of), b = LemmaAt(source, theirs.of);
  return *ours.value < *theirs.value ? kind_of(a, b) : *ours.value > *theirs.value && kind_of(b, a);
}

// "11 militants and six soldiers" of the draft, where a source has 17 people: with the
// next count of its sentence the figure makes the source's.
bool EvidenceFinder::PartOf(const SentenceAlignment& alignment, const Figure& part, const Figure& whole) const {
  const auto counts = [](const Figure& f) { return f.kind == FigureKind::kCardinal && f.unit.empty() && f.value && f.unclear.empty(); };
  if (!counts(part) || !counts(whole) || *whole.value <= *part.value) return false;
  const Sentence& sentence = alignment.draft_sentence();
  return std::ranges::any_of(alignment.draft->reading->figures, [&](const Figure& other) {
    const bool here = other.first >= sentence.first && other.first < sentence.last && &other != &part && counts(other);
    const bool beside = here && (other.last <= part.first ? part.first - other.last : other.first - part.last) <= kBesideTokens;
    return beside && *other.value + *part.value == *whole.value;
  });
}

// "by 5 kroner" of "to 13 kroner from 18", "a third of the 75,000 kroner, 25,000": the change
// between two figures of one passage, or the share that it tells of one.
bool FollowsFromTwo(const Terms& draft, const Figure& ours, const Figure& a, const Figure& b) {
  constexpr double kRounding = 0.011;
  if (!ours.value || !a.value || !b.value || !a.unclear.empty() || !b.unclear.empty() || *ours.value <= 0.0) return false;
  const auto near = [&](double value) { return std::abs(*ours.value - value) <= kRounding * *ours.value; };
  const auto share = [](const Figure& f) { return f.kind == FigureKind::kRatio && *f.value < 1.0 ? *f.value : f.kind == FigureKind::kPercent ? *f.value / 100.0 : 0.0; };
  const auto measures = [](const Figure& f) { return f.kind == FigureKind::kMoney || f.kind == FigureKind::kMeasure || f.kind == FigureKind::kCardinal; };
  for (const auto& [part, whole] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    if (share(*part) > 0.0 && share(*part) < 1.0 && measures(*whole) && whole->kind == ours.kind && Comparable(ours, *whole) && near(share(*part) * *whole->value)) return true;
  }
  // "to 13 kroner from 18": the second goes without its unit
  const auto same = [&](const Figure& f) { return f.kind == ours.kind ? Comparable(ours, f) : f.kind == FigureKind::kCardinal && f.unit.empty(); };
  if (!measures(ours) || !same(a) || !same(b) || (a.kind != ours.kind && b.kind != ours.kind)) return false;
  const bool by = ours.first > 0 && draft.reading->analysis.Lower(TokenAt(draft, static_cast<int32_t>(ours.first) - 1)) == "by";
  return (by || ours.trend != Trend::kNone) && near(std::abs(*a.value - *b.value));
}

// A figure that follows from what a passage says: a sum, a bound that it keeps,
// "both", the names that it lists, "Berg and two others".
std::optional<SourcePlace> EvidenceFinder::Derived(const SentenceAlignment& alignment, const Figure& figure) const {
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& sentence = source.reading->analysis.sentences[alignment.passages[p].sentence];
    const uint32_t document = alignment.passages[p].document;
    const Figure* last = nullptr;
    for (const Figure& f : source.reading->figures) {
      if (f.first < sentence.first || f.first >= sentence.last) continue;
      if (last != nullptr && (AddUp(alignment, figure, p, *last, f) || FollowsFromTwo(*alignment.draft, figure, *last, f))) return SourcePlace{document, Cover(last->range, f.range)};
      if (OthersToo(source, figure, f) || WithinBound(alignment, figure, p, f)) return SourcePlace{document, f.range};
      last = &f;
    }
    if (const TextRange both = BothOf(alignment, figure, p); !both.empty()) return SourcePlace{document, both};
    if (CountsItsOwn(source, sentence, figure)) return SourcePlace{document, sentence.range};
  }
  return std::nullopt;
}

// "both ships" for "two ships".
TextRange EvidenceFinder::BothOf(const SentenceAlignment& alignment, const Figure& figure, uint32_t passage) const {
  const bool two = figure.value == 2.0 && figure.kind == FigureKind::kCardinal && figure.of != kNoToken;
  if (!two || !alignment.CarriedIn(figure.of, passage)) return {};
  const Analysis& analysis = alignment.sources[passage]->reading->analysis;
  const Sentence& sentence = analysis.sentences[alignment.passages[passage].sentence];
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (analysis.Lower(analysis.tokens[t]) != "both") continue;
    for (const Link& link : alignment.LinksOf(figure.of)) {
      if (link.passage == passage && analysis.tokens[t].head == link.source) return analysis.tokens[t].range;
    }
  }
  return {};
}

// A passage has the same number word, where no reader took it for a figure.
bool EvidenceFinder::InName(const SentenceAlignment& alignment, int32_t token) const {
  const std::string form = FoldMarks(alignment.draft->reading->analysis.Form(TokenAt(*alignment.draft, token)));
  return std::ranges::any_of(alignment.LinksOf(token), [&](const Link& link) {
    const Terms& source = *alignment.sources[link.passage];
    const bool code = form.find_first_not_of("0123456789") == std::string::npos && link.source > 0 &&
                      TokenAt(source, link.source - 1).upos == Upos::kPropn;  // "Apollo 16"
    return !code && source[link.source].figure < 0 && FoldMarks(source.reading->analysis.Form(TokenAt(source, link.source))) == form;
  });
}

// "between 3,200-3,100 BC", where a source has "3200-3100 BC", which is read as no figure.
bool EvidenceFinder::WrittenPlain(const Terms& draft, const Figure& figure, uint32_t except) const {
  const Analysis& analysis = draft.reading->analysis;
  bool grouped = false;
  for (uint32_t t = figure.first; t < figure.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.upos != Upos::kNum) continue;
    std::string form(analysis.Form(token));
    grouped = std::erase(form, ',') > 0;
    if (!grouped || !facts_.HasWord(FoldMarks(form), except)) return false;
  }
  return grouped;
}

// "400 people" of a sentence that another text tells with "more than 400".
void EvidenceFinder::FindBound(const Figure& figure, Evidence evidence, std::vector<Evidence>* out) const {
  const Reading& source = graph_.reading(evidence.source_document);
  const auto theirs = std::ranges::find_if(source.figures, [&](const Figure& f) { return f.range == evidence.source_range; });
  if (theirs == source.figures.end()) return;
  const auto bound = [](const Figure& f) { return f.bound == Bound::kMoreThan || f.bound == Bound::kLessThan || f.bound == Bound::kAtLeast || f.bound == Bound::kAtMost; };
  const bool one_kind = theirs->kind == figure.kind && theirs->unit == figure.unit && theirs->value == figure.value;
  const bool other = bound(*theirs) != bound(figure) && (theirs->bound == Bound::kExact || figure.bound == Bound::kExact);
  if (!one_kind || !other || !theirs->unclear.empty() || !figure.unclear.empty()) return;
  evidence.kind = evidence::kBoundRival;
  evidence.draft_range = Cover(figure.cue, figure.range);
  evidence.source_range = Cover(theirs->cue, theirs->range);
  evidence.reason = "a bound in one of the two";
  out->push_back(std::move(evidence));
}

void EvidenceFinder::CheckFigure(const SentenceAlignment& alignment, const Figure& figure, std::vector<Evidence>* out) const {
  const auto agrees = [&](const SourcePlace& place, std::string reason) {
    Evidence evidence = Make(alignment, evidence::kFigureAgrees, figure.range, alignment.coverage, std::move(reason));
    evidence.source_document = place.document;
    evidence.source_range = place.range;
    out->push_back(std::move(evidence));
  };
  const auto place = facts_.FindFigure(figure, alignment.draft_document);
  if (!place) {
    if (const auto derived = Derived(alignment, figure)) return agrees(*derived, "it follows from what a source says");
    // "the Seven Wonders": a source has the number as part of a name.
    bool carried = figure.unit.empty() || figure.kind == FigureKind::kAge;
    // "a third" has no number token; a multiple ("doubled") may be told in many ways.
    const bool share = figure.kind == FigureKind::kRatio && figure.value && *figure.value < 1.0 && figure.trend == Trend::kNone;
    bool numbers = !share;
    if (figure.unit.empty() && WrittenPlain(*alignment.draft, figure, alignment.draft_document))
      return;
    for (uint32_t t = figure.first; t < figure.last; ++t) {
      if (alignment.draft->reading->analysis.tokens[t].upos != Upos::kNum) continue;
      numbers = true;
      carried = carried && InName(alignment, static_cast<int32_t>(t));
    }
    // "Berg, 51" of "Berg turned 51", where the number was read as no age.
    if (figure.kind == FigureKind::kAge) {
      for (uint32_t t = figure.first; t < figure.last; ++t) {
        const Token& token = TokenAt(*alignment.draft, static_cast<int32_t>(t));
        carried = carried || (token.upos == Upos::kNum && facts_.HasWord(FoldMarks(alignment.draft->reading->analysis.Form(token)), alignment.draft_document));
      }
    }
    if ((carried && numbers) || CountsItsOwn(*alignment.draft, alignment.draft_sentence(), figure)) return;
    out->push_back(Make(alignment, evidence::kFigureAbsent, figure.range, alignment.coverage,
                        "no source gives " + Quoted(alignment.draft->reading->document->text(), figure.range)));
    return;
  }
  // Where an aligned passage has it, it must have it in this place.
  std::string misfit;
  SourcePlace elsewhere = *place;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const Sentence& sentence = source.reading->analysis.sentences[alignment.passages[p].sentence];
    for (const Figure& theirs : source.reading->figures) {
      if (theirs.first < sentence.first || theirs.first >= sentence.last) continue;
      const bool same = theirs.value && figure.value && *theirs.value == *figure.value;
      if (!same && !Agree(figure, theirs).value_or(false)) continue;
      const std::string why = Misfit(alignment, figure, p, theirs);
      if (why.empty()) return agrees({alignment.passages[p].document, theirs.range}, "a source has this figure");
      if (misfit.empty()) {
        misfit = why;
        elsewhere = {alignment.passages[p].document, theirs.range};
      }
    }
  }
  if (misfit.empty()) return agrees(*place, "a source has this figure");
  Evidence evidence = Make(alignment, evidence::kFigureElsewhere, figure.range, alignment.coverage, misfit);
  evidence.source_document = elsewhere.document;
  evidence.source_range = elsewhere.range;
  if (graph_.OfEqualStanding(alignment.draft_document)) FindBound(figure, evidence, out);
  out->push_back(std::move(evidence));
}

}  // namespace crosscheck
