#include "core/graph/evidence.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr std::array kKinds = {
#define EVIDENCE(constant, kind, description) EvidenceKind{kind, description},
#include "core/graph/evidence.def"
#undef EVIDENCE
};

constexpr double kSupport = 0.7;     // coverage from which passages may carry a sentence; rules ask for more
constexpr double kUncovered = 0.8;   // coverage below which a sentence may be nobody's
constexpr int kEnoughWords = 4;      // content words from which coverage means something

// Whether a sentence tells something: a heading, a caption and a question do not.
bool Tells(const Terms& terms, const Sentence& sentence) {
  if (sentence.kind == BlockKind::kHeading || sentence.kind == BlockKind::kCaption || sentence.kind == BlockKind::kFurniture) return false;
  std::string_view text = sentence.range.In(terms.reading->document->text());
  while (!text.empty() && (text.ends_with('"') || text.ends_with("”") || text.ends_with(')'))) text.remove_suffix(text.ends_with("”") ? std::string_view("”").size() : 1);
  return !text.ends_with('?');
}

}  // namespace

std::span<const EvidenceKind> EvidenceKinds() { return kKinds; }

void EvidenceFinder::Find(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  if (alignment.passages.empty()) return;
  const Sentence& sentence = alignment.draft_sentence();
  FindClauses(alignment, out);
  FindExclusion(alignment, out);
  FindLimit(alignment, out);
  FindAbsence(alignment, out);
  FindEdited(alignment, out);
  FindWidened(alignment, out);
  if (!FindAiring(alignment, out)) FindFacts(alignment, out);
  FindLengths(alignment, out);
  FindOrder(alignment, out);
  FindChanges(alignment, out);
  FindOpenPronoun(alignment, out);
  FindDisplaced(alignment, out);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Term& term = (*alignment.draft)[t];
    if (!term.content || term.pronoun) continue;
    if (!alignment.Carried(t)) {
      FindRivals(alignment, t, out);
      FindOpposite(alignment, t, out);
    } else {
      FindMoved(alignment, t, out);
      FindOpposite(alignment, t, out);
      CompareTrend(alignment, t, out);
    }
  }
  FindSupport(alignment, out);
  FindRefutation(alignment, out);
}

namespace {

// Numbers that stand in no passage but follow from one: "20" of "15 and another five".
std::vector<int32_t> DerivedNumbers(const SentenceAlignment& alignment, const std::vector<Evidence>& evidence) {
  std::vector<int32_t> found;
  const Sentence& sentence = alignment.draft_sentence();
  for (const Evidence& e : evidence) {
    if (e.kind != evidence::kFigureAgrees || e.draft_document != alignment.draft_document || !sentence.range.Contains(e.draft_range)) continue;
    for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
      const Token& token = TokenAt(*alignment.draft, t);
      if (token.upos == Upos::kNum && e.draft_range.Contains(token.range) && !alignment.Carried(t)) found.push_back(t);
    }
  }
  return found;
}

}  // namespace

// Passages support a sentence when they carry most of its words, and the sentence
// loses no figure, name or time and meets no rival. The best one is shown.
void EvidenceFinder::FindSupport(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Sentence& sentence = alignment.draft_sentence();
  const Terms& draft = *alignment.draft;
  int content = 0;
  const bool lost = std::ranges::any_of(*out, [&](const Evidence& e) {
    const bool rival = e.kind.ends_with("-rival") || e.kind == evidence::kAntonym || e.kind == evidence::kWordEdited || e.kind == evidence::kWordExchanged || e.kind == evidence::kScopeWidened || e.kind == evidence::kNegation ||
                       e.kind == evidence::kFigureAbsent || e.kind == evidence::kFigureElsewhere || e.kind == evidence::kDateAbsent || e.kind == evidence::kNameAbsent;
    return rival && e.draft_document == alignment.draft_document && sentence.range.Contains(e.draft_range);
  });
  for (uint32_t t = sentence.first; t < sentence.last; ++t) content += draft.terms[t].content;
  const bool talk = std::ranges::all_of(alignment.sources, &Terms::spoken);  // retold in other words
  const std::vector<int32_t> derived = DerivedNumbers(alignment, *out);
  double whole = 0.0, follows = 0.0;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) whole += draft.terms[t].content ? draft.terms[t].weight : 0.0;
  for (const int32_t t : derived) follows += draft[t].weight;
  if (content >= kEnoughWords && alignment.coverage + (whole > 0.0 ? follows / whole : 0.0) < kUncovered && !talk) {
    out->push_back(Make(alignment, evidence::kUncovered, UncoveredPart(alignment), 1.0 - alignment.coverage,
                        "the sources carry too few of these words"));
  }
  if (lost || NumberLost(alignment) || alignment.coverage_of.empty()) return;
  const bool equals = graph_.OfEqualStanding(alignment.draft_document);
  if (equals && !Tells(draft, sentence)) return;
  uint32_t passage = 0;
  double most = -1.0;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    if (equals && !Tells(source, source.reading->analysis.sentences[alignment.passages[p].sentence])) continue;
    if (alignment.coverage_of[p] <= most) continue;
    most = alignment.coverage_of[p];
    passage = p;
  }
  if (most < 0.0 || alignment.opened[passage]) return;  // who "it" is, no text says
  // A draft may be put together from several passages; that two texts agree is
  // said of two sentences.
  std::vector<int32_t> frame = ReportingFrame(alignment);
  double coverage = std::max(equals ? most : alignment.coverage, alignment.CoverageWithout(passage, frame));
  frame.insert(frame.end(), derived.begin(), derived.end());
  coverage = std::max(coverage, alignment.CoverageWithout(passage, frame));
  if (coverage < kSupport) return;
  Evidence evidence = Make(alignment, evidence::kSupports, sentence.range, coverage, "the passage has the words of the sentence");
  const Passage& p = alignment.passages[passage];
  SetSource(alignment, passage, alignment.sources[passage]->reading->analysis.sentences[p.sentence].range, &evidence);
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const bool carried = equals ? alignment.CarriedIn(t, passage) : alignment.Carried(t);
    if (draft[t].content && !carried && std::ranges::find(frame, t) == frame.end()) evidence.left.push_back(TokenAt(draft, t).range);
  }
  evidence.apart = ClaimsApart(alignment);
  out->push_back(std::move(evidence));
}

namespace {

// "Report: …", "Experts: …": a headline's speaker without a name.
std::vector<int32_t> ColonFrame(const Reading& reading, const Sentence& sentence) {
  constexpr uint32_t kLongestOpening = 3;
  std::vector<int32_t> frame;
  for (uint32_t t = sentence.first; t < sentence.last && t <= sentence.first + kLongestOpening; ++t) {
    const Token& token = reading.analysis.tokens[t];
    if (t > sentence.first && reading.analysis.Form(token) == ":") return frame;
    if (token.upos != Upos::kNoun && token.upos != Upos::kAdj && token.upos != Upos::kDet) return {};
    frame.push_back(static_cast<int32_t>(t));
  }
  return {};
}

}  // namespace

// A number of digits that is no figure, such as one to call, and that no source has.
bool EvidenceFinder::NumberLost(const SentenceAlignment& alignment) const {
  const Sentence& sentence = alignment.draft_sentence();
  const Analysis& analysis = alignment.draft->reading->analysis;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Term& term = alignment.draft->terms[t];
    const std::string_view form = analysis.Form(analysis.tokens[t]);
    const bool digits = std::ranges::count_if(form, [](char c) { return c >= '0' && c <= '9'; }) >= 2;
    if (!digits || !term.content || term.figure >= 0 || term.time >= 0 || alignment.Carried(static_cast<int32_t>(t))) continue;
    if (!facts_.HasWord(FoldMarks(form), alignment.draft_document)) return true;
  }
  return false;
}

// The longest stretch of words that nothing carries, without what the sources have in
// between.
TextRange EvidenceFinder::UncoveredPart(const SentenceAlignment& alignment) const {
  const Sentence& sentence = alignment.draft_sentence();
  TextRange part, best;
  double weight = 0.0, most = 0.0;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Term& term = (*alignment.draft)[t];
    if (!term.content) continue;
    if (alignment.Carried(t)) {
      part = {};
      weight = 0.0;
      continue;
    }
    const TextRange at = alignment.draft->reading->analysis.tokens[static_cast<size_t>(t)].range;
    part = part.empty() ? at : Cover(part, at);
    weight += term.weight;
    if (weight > most) {
      most = weight;
      best = part;
    }
  }
  return best.empty() ? sentence.range : best;
}

// "…, officials say" of a speaker without a name adds nothing that a source need
// carry; who speaks is a question of its own (rules/attribution).
std::vector<int32_t> EvidenceFinder::ReportingFrame(const SentenceAlignment& alignment) const {
  std::vector<int32_t> frame;
  const Sentence& sentence = alignment.draft_sentence();
  const Reading& reading = *alignment.draft->reading;
  for (const Attribution& a : reading.attributions) {
    const bool plain = a.cue_kind == CueKind::kSay || a.cue_kind == CueKind::kReport;
    if (!plain || a.source.empty() || a.cue.empty() || !sentence.range.Contains(a.cue.front())) continue;
    if (a.entity >= 0 && reading.entities[static_cast<size_t>(a.entity)].named) continue;
    const size_t before = frame.size();
    bool named = false;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const TextRange range = reading.analysis.tokens[t].range;
      const auto in = [&](const std::vector<TextRange>& parts) {
        return std::ranges::any_of(parts, [&](TextRange part) { return part.Contains(range); });
      };
      if (!in(a.source) && !in(a.cue)) continue;
      named = named || reading.analysis.tokens[t].upos == Upos::kPropn;
      frame.push_back(static_cast<int32_t>(t));
    }
    if (named) frame.resize(before);
  }
  if (frame.empty()) frame = ColonFrame(reading, sentence);
  return frame;
}

Evidence EvidenceFinder::Make(const SentenceAlignment& alignment, std::string_view kind, TextRange range, double strength,
                              std::string reason) const {
  Evidence evidence;
  evidence.kind = kind;
  evidence.draft_document = alignment.draft_document;
  evidence.source_document = alignment.passages.empty() ? alignment.draft_document : alignment.passages.front().document;
  evidence.draft_range = range;
  evidence.strength = strength;
  evidence.reason = std::move(reason);
  evidence.draft = ClaimHolding(alignment.draft_document, alignment.sentence, range.start);
  return evidence;
}

void EvidenceFinder::SetSource(const SentenceAlignment& alignment, uint32_t passage, TextRange range,
                               Evidence* evidence) const {
  evidence->source_document = alignment.passages[passage].document;
  evidence->source_range = range;
  evidence->source = ClaimHolding(evidence->source_document, alignment.passages[passage].sentence, range.start);
}

ClaimId EvidenceFinder::ClaimHolding(uint32_t document, uint32_t sentence, uint32_t byte) const {
  const auto& claims = graph_.reading(document).claims;
  auto it = std::ranges::lower_bound(claims, sentence, {}, &Claim::sentence);
  ClaimId best;
  uint32_t size = ~0u;
  for (; it != claims.end() && it->sentence == sentence; ++it) {
    const TextRange whole = Cover(it->range, it->subject.range);
    if (!whole.Contains(byte) && best.valid()) continue;
    const uint32_t distance = whole.Contains(byte) ? it->range.size() : ~0u - 1;
    if (distance >= size) continue;
    size = distance;
    best = graph_.id(document, static_cast<uint32_t>(it - claims.begin()));
  }
  return best;
}

}  // namespace crosscheck
