// Sources that speak about a story: "The report that Acme closes is a hoax".
//
// Two kinds of words do. Some call a story untrue by themselves (hoax, debunk), as
// does a denied word of being so ("is not happening"); a plain "not" may deny
// anything, so it counts only in a text of one or two sentences, which is about one
// thing, and where a name is shared. Who quits a project takes back what a draft
// tells of it as planned. A question asks, and "not confirmed" leaves open.
#include <algorithm>

#include "core/base/unicode.h"
#include "core/claim/relations.h"
#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"

namespace crosscheck {
namespace {

constexpr double kAside = 0.4;   // in a long text the cue may belong to something else
constexpr size_t kHeadline = 2;  // sentences of a source that is all about one thing
constexpr int kMatter = 3;       // shared words that tell the story without a name
constexpr double kSameMatter = 0.45;
constexpr uint32_t kReach = 4;  // tokens from a verb to what it rejects

bool Asks(const Terms& terms, const Sentence& sentence) {
  const auto& analysis = terms.reading->analysis;
  return sentence.last > sentence.first && analysis.Form(analysis.tokens[sentence.last - 1]) == "?";
}

bool InQuotation(const Terms& terms, TextRange range) {
  return std::ranges::any_of(terms.reading->quotations,
                             [&](const Quotation& q) { return q.range.Contains(range); });
}

// A word by its form, its lemma, and with the word after it: "made up", "drops out".
template <typename Known>
TextRange Known1or2(const Analysis& analysis, const Sentence& sentence, uint32_t t,
                    const Known& known) {
  const Token& token = analysis.tokens[t];
  const std::string form = FoldMarks(analysis.Form(token)),
                    lemma = FoldMarks(analysis.Lemma(token));
  if (t + 1 < sentence.last) {
    const Token& next = analysis.tokens[t + 1];
    const std::string after = " " + FoldMarks(analysis.Form(next));
    if (known(form + after) || known(lemma + after)) return Cover(token.range, next.range);
  }
  return known(form) || known(lemma) ? token.range : TextRange{};
}

// A word of a name; one in small letters is misread ("on the sandy beach").
bool Names(const Terms& terms, int32_t t) {
  const Analysis& analysis = terms.reading->analysis;
  return TokenAt(terms, t).upos == Upos::kPropn &&
         !IsLower(CodePointAt(analysis.Form(TokenAt(terms, t)), 0).value);
}

// "slams the rumours", "shuts down reports".
bool RejectsBefore(const RelationLexicon& relations, const Analysis& analysis,
                   const Sentence& sentence, uint32_t told) {
  for (uint32_t t = told; t > sentence.first && told - t < kReach;) {
    const TextRange word = Known1or2(analysis, sentence, --t,
                                     [&](std::string_view w) { return relations.Rejects(w); });
    if (!word.empty()) return true;
  }
  return false;
}

bool Plans(const Reading& reading, uint32_t sentence) {
  return std::ranges::any_of(reading.claims, [&](const Claim& claim) {
    return claim.sentence == sentence &&
           (claim.modality == Modality::kPlanned || claim.modality == Modality::kForecast);
  });
}

// A sentence without a full stop, as headlines are: "No, Hull has not sold its harbour". A "not" in
// one that is told out may deny another part ("did not pay in June").
bool Unstopped(const Terms& terms, const Sentence& sentence) {
  const Analysis& analysis = terms.reading->analysis;
  for (uint32_t t = sentence.last; t > sentence.first; --t) {
    const std::string_view form = analysis.Form(analysis.tokens[t - 1]);
    if (form == "." || form == "!" || form == "?") return false;
    if (analysis.tokens[t - 1].upos != Upos::kPunct) return true;
  }
  return true;
}

}  // namespace

EvidenceFinder::Cue EvidenceFinder::RefutingCue(const Terms& terms,
                                                const Sentence& sentence) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const Analysis& analysis = terms.reading->analysis;
  Cue plain;
  if (Asks(terms, sentence)) return plain;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = analysis.tokens[t];
    if (InQuotation(terms, token.range)) continue;
    const bool denied = terms.terms[t].denied;
    const std::string lemma = FoldMarks(analysis.Lemma(token));
    const TextRange word =
        Known1or2(analysis, sentence, t, [&](std::string_view w) { return relations.Refutes(w); });
    const std::string_view xpos = analysis.Xpos(token);
    const bool deed = token.upos == Upos::kVerb && xpos != "VBN" && xpos != "VBD";
    if (!word.empty() && !denied) return {word, true, deed};
    if (denied && relations.Exists(lemma)) return {token.range, true};
    if (!denied && relations.Told(lemma) && RejectsBefore(relations, analysis, sentence, t))
      return {token.range, true};
    // "No, it did not", but not "no man", nor "not confirmed".
    if (!plain.range.empty() || token.upos == Upos::kDet ||
        !relations.DeniesPlainly(FoldMarks(analysis.Form(token))))
      continue;
    const std::string above =
        token.head == kNoToken
            ? std::string()
            : FoldMarks(analysis.Lemma(analysis.tokens[static_cast<size_t>(token.head)]));
    if (!relations.LeavesOpen(above)) plain.range = token.range;
  }
  return plain;
}

// "Berg quits the film" takes back "Berg to play the king in a film".
EvidenceFinder::Cue EvidenceFinder::WithdrawalCue(const SentenceAlignment& alignment,
                                                  uint32_t passage) const {
  const RelationLexicon& relations = *lexical_.knowledge().relations;
  const Terms& source = *alignment.sources[passage];
  const Sentence& sentence =
      source.reading->analysis.sentences[alignment.passages[passage].sentence];
  if (!Plans(*alignment.draft->reading, alignment.sentence)) return {};
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const TextRange word = Known1or2(source.reading->analysis, sentence, t,
                                     [&](std::string_view w) { return relations.Withdraws(w); });
    if (!word.empty() && !source.terms[t].denied && !InQuotation(source, word)) return {word, true};
  }
  return {};
}

// A name in common: what makes two texts tell one story.
bool EvidenceFinder::CarriesName(const SentenceAlignment& alignment, uint32_t passage) const {
  const Sentence& sentence = alignment.draft_sentence();
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const bool name = Names(*alignment.draft, static_cast<int32_t>(t));
    for (const Link& link : alignment.LinksOf(static_cast<int32_t>(t))) {
      if (link.passage == passage && (name || Names(*alignment.sources[passage], link.source)))
        return true;
    }
  }
  return false;
}

// A passage on the same things with a word that refutes what is told of them, and
// no such word in the draft. A headline that asks may answer in its other sentence.
void EvidenceFinder::FindRefutation(const SentenceAlignment& alignment,
                                    std::vector<Evidence>* out) const {
  if (lexical_.knowledge().relations == nullptr) return;
  const Sentence& sentence = alignment.draft_sentence();
  if (!RefutingCue(*alignment.draft, sentence).range.empty()) return;
  // "Neither Berg nor Lee sings": a plain "not" of a source may say the same.
  const bool denies = SaysDenial(*alignment.draft, sentence);
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Terms& source = *alignment.sources[p];
    const auto& sentences = source.reading->analysis.sentences;
    const Sentence& passage = sentences[alignment.passages[p].sentence];
    const bool headline = sentences.size() <= kHeadline;
    const bool named = CarriesName(alignment, p);
    const int shared = alignment.CarriedCount(p);
    Cue cue = RefutingCue(source, passage);
    bool unstopped = Unstopped(source, passage);
    for (const Sentence& other : sentences) {
      if (!headline || !cue.range.empty() || !Asks(source, passage)) break;
      cue = RefutingCue(source, other);
      unstopped = Unstopped(source, other);
    }
    if (!cue.strong && named && headline && !Asks(source, passage)) {
      if (const Cue quits = WithdrawalCue(alignment, p); quits.strong) cue = quits;
    }
    if (cue.range.empty() || (!cue.strong && (denies || !headline || !unstopped))) continue;
    const bool matter = headline && cue.strong && !cue.deed && shared >= kMatter &&
                        alignment.coverage_of[p] >= kSameMatter;
    if (!matter && (shared < 2 || !named)) continue;
    const double strength =
        (headline ? 1.0 : kAside) *
        (matter ? alignment.coverage_of[p]
                : std::min(alignment.coverage_of[p], alignment.ReverseCoverage(p)));
    Evidence evidence =
        Make(alignment, evidence::kRefuted, sentence.range, strength,
             "the source calls it " + std::string(cue.range.In(source.reading->document->text())));
    SetSource(alignment, p, cue.range, &evidence);
    evidence.shared_words = shared;
    out->push_back(std::move(evidence));
    return;
  }
}

}  // namespace crosscheck
