#include <algorithm>
#include <cstdlib>
#include <optional>

#include "core/base/unicode.h"
#include "core/claim/attribution_parts.h"

// Who speaks each quotation. The signs are asked in order of how sure they are:
//
//   1. a cue outside the marks whose content, by grammar, holds the quotation
//   2. the nearest cue in the same sentence that can take a quotation, whatever
//      the parser makes of it: "…," said Berg, a builder.
//   3. a tag cut off into the next sentence: "Why?" | he asked.
//   4. the dash line of a block quotation, or behind one in marks
//   5. a sentence or paragraph before that ends in a colon: Berg went on: | "…"
//   6. the quotation before (else behind) it in the same paragraph
//   7. the paragraph before, where this one holds nothing but quotations
//   8. the speaker of the statement that ends the paragraph before
//
// 6 to 8 give the content of one attribution several pieces. Titles are nobody's
// words, scare quotes only where a cue says so (1). A wrong speaker is worse than
// none, so 6 and 7 stop at the next paragraph with words of its own.
//
// Cost: linear in tokens. Test: attribution_test.cpp.

namespace crosscheck {
namespace {

constexpr int32_t kMaxCueDistance = 40;  // words between a quotation and its cue
constexpr int32_t kMaxCredit = 14;       // words of a dash line
constexpr int32_t kMaxTag = 12;          // words of a tag in a sentence of its own
constexpr int32_t kMaxTurnName = 7;      // words in front of the colon of a turn

bool IsDashOrHyphen(std::string_view form) { return form == "—" || form == "–" || form == "―" || form == "--" || form == "-"; }

class Speakers {
 public:
  Speakers(const AttributionText& text, std::vector<Quotation>* quotations, std::vector<Attribution>* out)
      : text_(text), quotations_(*quotations), out_(*out) {}

  void Find() {
    for (size_t q = 0; q < quotations_.size(); ++q) {
      if (!Asked(q)) continue;
      if (ByGrammar(q) || quotations_[q].kind == QuotationKind::kScare) continue;
      if (ByDash(q) || ByNearestCue(q) || ByTagBehind(q) || ByCredit(q)) continue;
      ByColon(q);
    }
    for (size_t q = 0; q < quotations_.size(); ++q) ContinueBefore(q);
    for (size_t q = quotations_.size(); q-- > 0;) ContinueBehind(q);
    for (size_t q = 0; q < quotations_.size(); ++q) {
      ContinueParagraph(q);
      ContinueStatement(q);
    }
  }

 private:
  bool Asked(size_t q) const {
    const Quotation& quotation = quotations_[q];
    return quotation.kind != QuotationKind::kTitle && quotation.attribution < 0 && quotation.nested_in < 0 &&
           quotation.first < quotation.last;
  }
  bool Inside(int32_t token, const Quotation& q) const {
    return token >= static_cast<int32_t>(q.first) && token < static_cast<int32_t>(q.last);
  }
  uint32_t BlockOf(int32_t token) const { return text_.analysis().SentenceOf(text_.At(token)).block; }

  void Attach(size_t q, size_t attribution) {
    Quotation& quotation = quotations_[q];
    quotation.attribution = static_cast<int32_t>(attribution);
    if (quotation.kind == QuotationKind::kScare) quotation.kind = QuotationKind::kPartial;
    auto& content = out_[attribution].content;
    // the quotation replaces the pieces of the content that lie within it
    TextRange range = quotation.range;
    for (auto it = content.begin(); it != content.end();) {
      if (it->Overlaps(range)) {
        range = Cover(range, *it);
        it = content.erase(it);
      } else {
        ++it;
      }
    }
    content.insert(std::ranges::upper_bound(content, range), range);
  }

  // 1. The innermost attribution whose cue stands outside and whose content
  // overlaps the quotation.
  bool ByGrammar(size_t q) {
    const Quotation& quotation = quotations_[q];
    std::optional<size_t> best;
    uint32_t best_size = UINT32_MAX;
    for (size_t a = 0; a < out_.size(); ++a) {
      const Attribution& attribution = out_[a];
      if (attribution.cue_head == kNoToken || attribution.source.empty() || Inside(attribution.cue_head, quotation)) continue;
      if (std::abs(static_cast<int64_t>(attribution.cue.front().start) - static_cast<int64_t>(quotation.range.start)) > 3000) continue;
      uint32_t size = 0;
      bool overlaps = false;
      for (const TextRange& range : attribution.content) {
        size += range.size();
        overlaps = overlaps || range.Overlaps(quotation.range);
      }
      if (overlaps && text_.At(attribution.cue_head).upos == Upos::kNoun) size += 40;
      if (!overlaps || size >= best_size || Inside(attribution.source_head, quotation) || !Utters(attribution)) continue;
      best = a;
      best_size = size;
    }
    if (!best) return false;
    Attach(q, *best);
    return true;
  }

  // Whether the cue is one of uttering: "she said she believed 'we' must act" is
  // her utterance, not her belief. A belief alone will do where nobody speaks.
  bool Utters(const Attribution& a) const {
    const bool inward = a.cue_kind == CueKind::kBelieve || a.cue_kind == CueKind::kHope || a.cue_kind == CueKind::kPlan;
    if (!inward) return true;
    return std::ranges::none_of(out_, [&](const Attribution& outer) {
      return outer.cue_head != a.cue_head && !outer.source.empty() &&
             std::ranges::any_of(outer.content, [&](TextRange r) { return r.Contains(a.cue.front()); });
    });
  }

  // "…," Berg notes: tagged a noun, but behind a quotation and a name, and at an end.
  bool TaggedNoun(int32_t token) const {
    const Upos upos = text_.At(token).upos;
    if ((upos != Upos::kNoun && upos != Upos::kPropn) || text_.Capitalised(token) || token == 0 || !text_.Capitalised(token - 1)) return false;
    if (token + 1 < text_.SentenceLast(token) && !text_.IsPunct(token + 1)) return false;
    int32_t first = token - 1;
    while (first > 0 && text_.Capitalised(first - 1) && text_.QuotationOf(first - 1) < 0) --first;
    while (first > 0 && text_.IsPunct(first - 1) && text_.QuotationOf(first - 1) < 0) --first;
    return first > 0 && token - first < 7 && text_.QuotationOf(first - 1) >= 0;
  }

  const Cue* QuoteCue(int32_t token) const {
    if (text_.At(token).upos != Upos::kVerb && !TaggedNoun(token)) return nullptr;
    std::vector<int32_t> rest;
    std::string_view lemma = text_.Lemma(token);
    if (text_.At(token).upos != Upos::kVerb && lemma.ends_with('s')) lemma.remove_suffix(1);
    for (const Cue& cue : text_.cues().Find(CueClass::kVerb, lemma)) {
      if (cue.Takes(kTakesQuote) && text_.Follows(token, cue, &rest)) return &cue;
    }
    return nullptr;
  }

  // 2. The nearest cue of the sentences that the quotation begins and ends in.
  bool ByNearestCue(size_t q) {
    const Quotation& quotation = quotations_[q];
    const auto first = static_cast<int32_t>(quotation.first), last = static_cast<int32_t>(quotation.last);
    int32_t best = kNoToken, best_distance = kMaxCueDistance;
    for (int32_t t = text_.SentenceFirst(first); t < text_.SentenceLast(last - 1); ++t) {
      if (text_.QuotationOf(t) >= 0 || QuoteCue(t) == nullptr) continue;
      int32_t distance = t < first ? first - t : t - last;
      if (text_.Subject(t) == kNoToken) distance += 10;
      if (distance < best_distance) best = t, best_distance = distance;
    }
    if (best == kNoToken) best = UnknownTag(quotation);
    if (best == kNoToken) return false;
    Attach(q, CueAttribution(best, q));
    return true;
  }

  // "…!" beamed Berg: any finite verb that follows the marks of a direct quotation
  // at once, whether the lexicon knows it or not.
  int32_t UnknownTag(const Quotation& q) const {
    auto t = static_cast<int32_t>(q.last);
    while (t < text_.Size() && text_.IsPunct(t) && t < static_cast<int32_t>(q.last) + 2) ++t;
    if (q.kind != QuotationKind::kDirect || t >= text_.Size() || t >= text_.SentenceLast(static_cast<int32_t>(q.last) - 1)) return kNoToken;
    return text_.At(t).upos == Upos::kVerb && text_.Xpos(t) == "VBD" ? t : kNoToken;
  }

  // The attribution of this cue, made where grammar gave it none.
  size_t CueAttribution(int32_t cue, size_t q) {
    for (size_t a = 0; a < out_.size(); ++a) {
      if (out_[a].cue_head != cue) continue;
      if (out_[a].source.empty()) SetSource(text_.NearestSource(cue), &out_[a]);
      return a;
    }
    Attribution attribution;
    if (const Cue* entry = QuoteCue(cue)) TakeFromCue(*entry, &attribution);
    attribution.cue_head = cue;
    attribution.cue = {text_.CueRange(cue, {})};
    attribution.denied = text_.Negated(cue);
    int32_t source = text_.Subject(cue);
    if (source == kNoToken || Inside(source, quotations_[q])) source = text_.NearestSource(cue);
    SetSource(source, &attribution);
    out_.push_back(std::move(attribution));
    return out_.size() - 1;
  }

  void SetSource(int32_t source, Attribution* attribution) const {
    if (source == kNoToken) return;
    source = text_.BehindDateline(text_.NameBefore(source, attribution->cue_head), attribution->cue_head);
    attribution->source_head = text_.Antecedent(source);
    attribution->source = text_.SourceRanges(source, attribution->cue_head);
  }

  // 3. A short sentence behind it, in the same paragraph, with a cue and no
  // quotation or content of its own.
  bool ByTagBehind(size_t q) {
    const Quotation& quotation = quotations_[q];
    const auto tag = text_.SentenceLast(static_cast<int32_t>(quotation.last) - 1);
    if (tag >= text_.Size() || BlockOf(tag) != BlockOf(tag - 1)) return false;
    int32_t cue = kNoToken;
    for (int32_t t = tag; t < std::min(text_.SentenceLast(tag), tag + kMaxTag); ++t) {
      if (text_.QuotationOf(t) >= 0) return false;
      if (cue == kNoToken && t < tag + 6 && QuoteCue(t) != nullptr) cue = t;
    }
    if (cue == kNoToken || text_.SentenceLast(tag) - tag > kMaxTag) return false;
    const bool lower = IsLower(CodePointAt(text_.analysis().text(), text_.At(tag).range.start).value);
    if (!lower && HasContent(cue)) return false;
    Attach(q, CueAttribution(cue, q));
    return true;
  }

  bool HasContent(int32_t cue) const {
    return std::ranges::any_of(out_, [&](const Attribution& a) { return a.cue_head == cue; });
  }

  // 4. The dash line: "— Jo Berg, Acme".
  bool ByCredit(size_t q) {
    const Quotation& quotation = quotations_[q];
    const Sentence& sentence = text_.analysis().SentenceOf(text_.At(static_cast<int32_t>(quotation.first)));
    const Block& block = text_.analysis().document->blocks()[sentence.block];
    if (block.credit.empty() || quotation.kind != QuotationKind::kBlock) return false;
    Attribution attribution;
    attribution.source = {block.credit};
    attribution.kind = AttributionKind::kDirect;
    for (uint32_t t = sentence.first; t < text_.analysis().tokens.size() && attribution.source_head == kNoToken; ++t) {
      const auto token = static_cast<int32_t>(t);
      if (block.credit.Contains(text_.At(token).range) && text_.IsNoun(token)) attribution.source_head = token;
      if (text_.At(token).range.start >= block.credit.end) break;
    }
    out_.push_back(std::move(attribution));
    Attach(q, out_.size() - 1);
    return true;
  }

  // The same behind a quotation in marks, on its line or on the next: "…" — Jo Berg
  bool ByDash(size_t q) {
    const Quotation& quotation = quotations_[q];
    int32_t dash = static_cast<int32_t>(quotation.last);
    while (dash < text_.Size() && text_.IsPunct(dash) && !IsDashOrHyphen(text_.analysis().Form(text_.At(dash)))) ++dash;
    if (quotation.kind != QuotationKind::kDirect || dash >= text_.Size() || dash > static_cast<int32_t>(quotation.last) + 2 ||
        !IsDashOrHyphen(text_.analysis().Form(text_.At(dash))) || text_.QuotationOf(dash) >= 0) {
      return false;
    }
    int32_t first = kNoToken, last = kNoToken;  // the name
    int32_t t = dash + 1;
    for (; t < text_.Size() && t <= dash + kMaxCredit && text_.At(t).sentence == text_.At(dash).sentence && text_.QuotationOf(t) < 0; ++t) {
      const Upos upos = text_.At(t).upos;
      if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPron) return false;
      if (upos == Upos::kPropn && (first == kNoToken || last == t - 1)) first = first == kNoToken ? t : first, last = t;
    }
    if (first != dash + 1 || t > dash + kMaxCredit) return false;
    Attribution attribution;
    attribution.source = {{text_.At(first).range.start, text_.At(last).range.end}};
    attribution.source_head = last;
    out_.push_back(std::move(attribution));
    Attach(q, out_.size() - 1);
    return true;
  }

  // "Prices rise - Jo Berg: “…”", "More from Berg: “…”": a name right before the colon.
  bool ByNameBeforeColon(size_t q, int32_t colon) {
    int32_t first = colon;
    while (first > text_.SentenceFirst(colon) && (text_.Capitalised(first - 1) || text_.Lower(first - 1) == "and")) --first;
    if (first == colon || colon - first > kMaxTurnName || text_.Lower(first) == "and") return false;
    const bool begins = first == text_.SentenceFirst(colon);
    const std::string_view before = begins ? std::string_view() : text_.Lower(first - 1);
    if (!begins && !IsDashOrHyphen(before) && before != "from" && before != "by") return false;
    Attribution attribution;
    attribution.source = {{text_.At(first).range.start, text_.At(colon - 1).range.end}};
    attribution.source_head = first;
    attribution.cue = {text_.At(colon).range};
    attribution.cue_head = colon;
    out_.push_back(std::move(attribution));
    Attach(q, out_.size() - 1);
    return true;
  }

  // 5. What stands before ends in a colon, and has a cue or at least a subject.
  bool ByColon(size_t q) {
    const Quotation& quotation = quotations_[q];
    int32_t before = static_cast<int32_t>(quotation.first) - 1;
    while (before >= 0 && text_.IsPunct(before) && text_.Lower(before) != ":") --before;
    if (before < 0 || text_.Lower(before) != ":") return false;
    if (ByNameBeforeColon(q, before)) return true;
    int32_t cue = kNoToken, verb = kNoToken;
    for (int32_t t = before; t >= text_.SentenceFirst(before); --t) {
      if (text_.QuotationOf(t) >= 0) continue;
      if (cue == kNoToken && QuoteCue(t) != nullptr) cue = t;
      if (text_.At(t).upos == Upos::kVerb) verb = t;
    }
    if (cue != kNoToken) {
      Attach(q, CueAttribution(cue, q));
      return true;
    }
    const int32_t source = verb == kNoToken ? kNoToken : text_.Subject(verb);
    if (source == kNoToken) return false;
    Attribution attribution;
    attribution.cue = {text_.At(before).range};
    attribution.cue_head = before;
    SetSource(source, &attribution);
    out_.push_back(std::move(attribution));
    Attach(q, out_.size() - 1);
    return true;
  }

  bool Continues(size_t q) const {
    const QuotationKind kind = quotations_[q].kind;
    return Asked(q) && (kind == QuotationKind::kDirect || (kind == QuotationKind::kPartial && StandsAlone(q)));
  }

  // Whether nothing but marks stands in its sentences beside it.
  bool StandsAlone(size_t q) const {
    const Quotation& quotation = quotations_[q];
    const auto first = static_cast<int32_t>(quotation.first), last = static_cast<int32_t>(quotation.last);
    for (int32_t t = text_.SentenceFirst(first); t < text_.SentenceLast(last - 1); ++t) {
      if (!text_.IsPunct(t) && text_.QuotationOf(t) < 0) return false;
    }
    return true;
  }

  bool SameBlock(size_t a, size_t b) const {
    return BlockOf(static_cast<int32_t>(quotations_[a].first)) == BlockOf(static_cast<int32_t>(quotations_[b].first));
  }

  // The neighbour among the outermost spoken quotations, or -1.
  int64_t Neighbour(size_t q, int step) const {
    for (int64_t n = static_cast<int64_t>(q) + step; n >= 0 && n < static_cast<int64_t>(quotations_.size()); n += step) {
      const Quotation& other = quotations_[static_cast<size_t>(n)];
      if (other.nested_in < 0 && other.kind != QuotationKind::kTitle && other.kind != QuotationKind::kScare) return n;
    }
    return -1;
  }

  // 6. In one paragraph the speaker stays.
  void ContinueBefore(size_t q) {
    if (!Continues(q)) return;
    const int64_t before = Neighbour(q, -1);
    if (before < 0 || !SameBlock(static_cast<size_t>(before), q)) return;
    const int32_t attribution = quotations_[static_cast<size_t>(before)].attribution;
    if (attribution >= 0) Attach(q, static_cast<size_t>(attribution));
  }
  void ContinueBehind(size_t q) {
    if (!Continues(q)) return;
    const int64_t behind = Neighbour(q, 1);
    if (behind < 0 || !SameBlock(static_cast<size_t>(behind), q) || !StandsAlone(q)) return;
    const int32_t attribution = quotations_[static_cast<size_t>(behind)].attribution;
    if (attribution >= 0) Attach(q, static_cast<size_t>(attribution));
  }

  // 7. A paragraph of quotations only takes up the one before.
  void ContinueParagraph(size_t q) {
    if (!Continues(q) || !StandsAlone(q)) return;
    const int64_t before = Neighbour(q, -1);
    if (before < 0) return;
    const Quotation& other = quotations_[static_cast<size_t>(before)];
    const uint32_t block = BlockOf(static_cast<int32_t>(quotations_[q].first));
    const uint32_t other_block = BlockOf(static_cast<int32_t>(other.first));
    if (other.attribution < 0 || block - other_block > 1 || !EndsBlock(other)) return;
    Attach(q, static_cast<size_t>(other.attribution));
  }

  // 8. "Berg warned that the dam was old. | “It may break in spring.”": a paragraph
  // of nothing but a quotation behind one whose last sentence tells what somebody
  // says, and quotes nobody.
  void ContinueStatement(size_t q) {
    if (!Continues(q) || !StandsAlone(q)) return;
    const int32_t first = text_.SentenceFirst(static_cast<int32_t>(quotations_[q].first));
    if (first == 0 || BlockOf(first) == BlockOf(first - 1) || BlockOf(first) - BlockOf(first - 1) > 1) return;
    const int32_t before = text_.SentenceFirst(first - 1);
    const TextRange sentence = text_.analysis().SentenceOf(text_.At(before)).range;
    for (int32_t t = before; t < first; ++t) {
      if (text_.QuotationOf(t) >= 0) return;
    }
    std::optional<size_t> best;
    for (size_t a = 0; a < out_.size(); ++a) {
      const Attribution& said = out_[a];
      if (said.cue.empty() || said.source.empty() || said.denied || !said.proposition || !sentence.Contains(said.cue.front()) || !Utters(said)) continue;
      if (said.cue_kind == CueKind::kBelieve || said.cue_kind == CueKind::kHope || said.cue_kind == CueKind::kPlan) continue;
      if (!best || said.cue.front().start < out_[*best].cue.front().start) best = a;
    }
    if (best) Attach(q, *best);
  }

  // Whether at most its tag follows a quotation in its paragraph.
  bool EndsBlock(const Quotation& q) const {
    const int32_t end = text_.SentenceLast(static_cast<int32_t>(q.last) - 1);
    return end >= text_.Size() || BlockOf(end) != BlockOf(end - 1);
  }

  const AttributionText& text_;
  std::vector<Quotation>& quotations_;
  std::vector<Attribution>& out_;
};

}  // namespace

void AttributeQuotations(const AttributionText& text, std::vector<Quotation>* quotations, std::vector<Attribution>* out) {
  Speakers(text, quotations, out).Find();
}

void FindTurns(const AttributionText& text, std::vector<Attribution>* out) {
  const Analysis& analysis = text.analysis();
  uint32_t block = UINT32_MAX;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.block == block || sentence.kind == BlockKind::kFurniture || sentence.kind == BlockKind::kTableRow) continue;
    block = sentence.block;
    int32_t colon = kNoToken;
    bool name = false, other = false;
    const auto first = static_cast<int32_t>(sentence.first), last = static_cast<int32_t>(sentence.last);
    for (int32_t t = first; t < std::min(last, first + kMaxTurnName + 1); ++t) {
      if (text.Lower(t) == ":") {
        colon = t;
        break;
      }
      const Upos upos = text.At(t).upos;
      name = name || upos == Upos::kPropn;
      other = other || upos == Upos::kVerb || upos == Upos::kAux || text.QuotationOf(t) >= 0 || (upos == Upos::kPunct && text.Lower(t) != "." && text.Lower(t) != ",");
    }
    if (colon == kNoToken || colon == first || !name || other || colon + 3 > last) continue;
    if (!text.At(colon).space_after || IsDigit(CodePointAt(analysis.text(), text.At(colon - 1).range.start).value)) continue;
    const TextRange range = analysis.document->blocks()[sentence.block].range;
    Attribution turn;
    turn.source = {{text.At(first).range.start, text.At(colon - 1).range.end}};
    turn.source_head = colon - 1;
    for (int32_t t = first; t < colon; ++t) {
      if (text.At(t).head == kNoToken || text.At(t).head < first || text.At(t).head >= colon) turn.source_head = t;
    }
    turn.cue = {text.At(colon).range};
    turn.cue_head = colon;
    turn.content = {{text.At(colon + 1).range.start, range.end}};
    turn.content_head = kNoToken;
    out->push_back(std::move(turn));
  }
}

}  // namespace crosscheck
