// Verdicts from findings.
//
// Rules decide; this only adds up. A claim takes the worst finding that labels
// words of it, or of its subject; a supported claim is one that a rule says a
// source carries and that nothing speaks against. The draft takes the worst of
// its claims and of the findings that lie outside any claim (a headline without
// a verb has none). An item (a name, a figure …) takes the worst finding that
// labels it, else what the evidence says of it. Cost: claims and items times the
// findings that overlap them, found by place.
#include "core/pipeline/verdicts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

constexpr double kDoubt = 0.25;     // suspicion of a sentence that no source carries at all

Verdict VerdictOf(FindingKind kind) {
  switch (kind) {
    case FindingKind::kContradiction: return Verdict::kContradicted;
    case FindingKind::kUnsupported:
    case FindingKind::kDrift: return Verdict::kUnsupported;
    case FindingKind::kTension: return Verdict::kOpen;
    case FindingKind::kAgreement: return Verdict::kSupported;
    case FindingKind::kNote: break;
  }
  return Verdict::kNotCheckable;
}

double SuspicionOf(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kContradiction: return finding.confidence;
    case FindingKind::kUnsupported: return 0.7 * finding.confidence;
    case FindingKind::kDrift: return 0.4 * finding.confidence;  // shaded, not wrong
    case FindingKind::kTension: return 0.3 * finding.confidence;
    default: return 0.0;
  }
}

// A label of a finding in a draft.
struct Mark {
  TextRange range;
  const Finding* finding = nullptr;
};

class FindingCounter {
 public:
  FindingCounter(const ClaimGraph& graph, std::span<const Finding> findings) : graph_(graph), findings_(findings) {
    marks_.resize(graph.document_count());
    for (const Finding& finding : findings) {
      for (const Label& label : finding.labels) {
        if (graph.side(label.document) != Side::kSource) marks_[label.document].push_back({label.range, &finding});
      }
    }
    for (auto& marks : marks_) {
      std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.range.start; });
    }
    for (const Evidence& evidence : graph.evidence()) {
      if (evidence.kind == evidence::kFigureAgrees) agreed_.emplace_back(evidence.draft_document, evidence.draft_range);
      for (const TextRange word : evidence.left) left_.emplace_back(evidence.draft_document, word);
      for (const TextRange claim : evidence.apart) apart_.emplace_back(evidence.draft_document, claim);
    }
    std::ranges::sort(left_);
    std::ranges::sort(apart_);
    std::ranges::sort(agreed_);
  }

  Judgement Run() {
    for (uint32_t d = 0; d < graph_.document_count(); ++d) {
      if (graph_.side(d) == Side::kSource) continue;
      JudgeClaims(d);
      JudgeItems(d);
      AddUnchecked(d);
    }
    for (const Finding& finding : findings_) {
      const Verdict verdict = VerdictOf(finding.kind);
      // "Nine dead in the storm": no verb, so no claim, but carried all the same.
      out_.verdict = std::min(out_.verdict, verdict);
    }
    out_.suspicion = Suspicion();
    return std::move(out_);
  }

 private:
  // The findings that label bytes of `range`, in order of the text.
  template <typename Visit>
  void VisitMarks(uint32_t document, TextRange range, const Visit& visit) const {
    for (const Mark& mark : marks_[document]) {
      if (mark.range.start >= range.end) break;
      if (mark.range.Overlaps(range)) visit(*mark.finding);
    }
  }

  void JudgeClaims(uint32_t document) {
    const auto& claims = graph_.reading(document).claims;
    for (uint32_t c = 0; c < claims.size(); ++c) {
      const Claim& claim = claims[c];
      ClaimVerdict result;
      result.claim = graph_.id(document, c);
      if (claim.not_checkable != NotCheckable::kNone) {
        result.verdict = Verdict::kNotCheckable;
      } else {
        JudgeClaim(document, claim, &result);
      }
      out_.verdict = std::min(out_.verdict, result.verdict);
      out_.claims.push_back(std::move(result));
    }
  }

  void JudgeClaim(uint32_t document, const Claim& claim, ClaimVerdict* result) const {
    bool supported = false;
    Verdict worst = Verdict::kNotCheckable;
    const auto take = [&](const Finding& finding) {
      const Verdict verdict = VerdictOf(finding.kind);
      if (verdict == Verdict::kNotCheckable) return;
      supported = supported || verdict == Verdict::kSupported;
      if (verdict != Verdict::kSupported) worst = std::min(worst, verdict);
      for (const Label& label : finding.labels) {
        if (label.document == document) continue;
        const auto relation = verdict == Verdict::kContradicted ? EvidenceRelation::kContradicts
                              : verdict == Verdict::kSupported  ? EvidenceRelation::kSupports
                                                                : EvidenceRelation::kRelated;
        result->evidence.push_back({label.document, label.range, relation});
      }
    };
    VisitMarks(document, claim.range, take);
    if (!claim.range.Overlaps(claim.subject.range)) VisitMarks(document, claim.subject.range, take);
    std::ranges::stable_sort(result->evidence, {}, [](const ClaimEvidence& e) { return std::pair(e.document, e.range); });
    supported = supported && !CoreLeft(document, claim) && !std::ranges::binary_search(apart_, std::pair(document, claim.range));
    result->verdict = worst != Verdict::kNotCheckable ? worst : supported ? Verdict::kSupported : Verdict::kOpen;
  }

  // A sentence may be carried but for what is said of somebody by the way: "Jo Berg, a
  // lawyer, opened the hall" where the source calls her a teacher. Elsewhere one word
  // is paraphrased too freely for its absence to mean anything.
  bool CoreLeft(uint32_t document, const Claim& claim) const {
    if (claim.relation != "be" || claim.object.head == kNoToken) return false;
    const Token& noun = graph_.reading(document).analysis.tokens[static_cast<size_t>(claim.object.head)];
    return noun.deprel == Deprel::kAppos && Left(document, noun.range);
  }

  bool Left(uint32_t document, TextRange range) const {
    const auto at = std::ranges::lower_bound(left_, std::pair(document, TextRange{range.start, range.start}));
    return at != left_.end() && at->first == document && range.Contains(at->second);
  }

  // -- what a fact-checker ticks ----------------------------------------------------

  void JudgeItems(uint32_t document) {
    const Reading& reading = graph_.reading(document);
    std::vector<CheckItem> items;
    for (const Figure& figure : reading.figures) {
      const bool agreed = std::ranges::binary_search(agreed_, std::pair(document, figure.range));
      AddItem(document, figure.range, CheckItemKind::kFigure, agreed, &items);
    }
    for (const TimeExpression& time : reading.times) {
      if (time.type == TimeType::kDate) AddItem(document, time.range, CheckItemKind::kDate, false, &items);
    }
    for (const Quotation& quotation : reading.quotations) {
      const bool spoken = quotation.kind == QuotationKind::kDirect || quotation.kind == QuotationKind::kBlock ||
                          quotation.kind == QuotationKind::kPartial;
      if (spoken) AddItem(document, quotation.range, CheckItemKind::kQuotation, false, &items);
    }
    for (const Entity& entity : reading.entities) {
      for (const Role& role : entity.roles) AddItem(document, role.range, CheckItemKind::kTitle, false, &items);
      if (!entity.named) continue;
      const CheckItemKind kind = entity.type == EntityType::kPlace ? CheckItemKind::kPlace : CheckItemKind::kName;
      for (const Mention& mention : entity.mentions) {
        if (mention.kind == Mention::Kind::kName) AddItem(document, mention.range, kind, false, &items);
      }
    }
    for (const Token& token : reading.analysis.tokens) {
      const std::string_view xpos = reading.analysis.Xpos(token);
      const bool bound = &token != reading.analysis.tokens.data() && reading.analysis.Lower(*(&token - 1)) == "at";  // "at least 40"
      if (!bound && (xpos == "JJS" || xpos == "RBS")) AddItem(document, token.range, CheckItemKind::kSuperlative, false, &items);
    }
    std::ranges::stable_sort(items, {}, [](const CheckItem& item) { return std::pair(item.range, item.kind); });
    out_.items.insert(out_.items.end(), items.begin(), items.end());
  }

  void AddItem(uint32_t document, TextRange range, CheckItemKind kind, bool agreed, std::vector<CheckItem>* items) const {
    if (range.empty()) return;
    CheckItem item{document, range, kind, Verdict::kOpen};
    Verdict worst = Verdict::kNotCheckable;
    VisitMarks(document, range, [&](const Finding& finding) {
      const bool about_it = std::ranges::any_of(finding.labels, [&](const Label& label) {
        return label.document == document && (range.Contains(label.range) || label.range.size() <= 2 * range.size());
      });
      const bool supports = VerdictOf(finding.kind) == Verdict::kSupported;
      if (supports ? !Left(document, range) : about_it) worst = std::min(worst, VerdictOf(finding.kind));
    });
    if (worst != Verdict::kNotCheckable) item.verdict = worst;
    if (agreed && item.verdict >= Verdict::kOpen) item.verdict = Verdict::kSupported;
    items->push_back(item);
  }

  void AddUnchecked(uint32_t document) {
    const Reading& reading = graph_.reading(document);
    for (const Sentence& sentence : reading.analysis.sentences) {
      if (sentence.foreign) out_.unchecked.push_back({document, sentence.range, "not English"});
    }
    for (const Figure& figure : reading.figures) {
      if (!figure.unclear.empty()) out_.unchecked.push_back({document, figure.range, figure.unclear});
    }
    for (const Claim& claim : reading.claims) {
      if (claim.not_checkable == NotCheckable::kNone) continue;
      out_.unchecked.push_back({document, claim.range, std::string(ToString(claim.not_checkable))});
    }
  }

  // Findings as independent reasons for doubt, and a little for every sentence
  // that no source carries.
  double Suspicion() const {
    double trust = 1.0;
    for (const Finding& finding : findings_) trust *= 1.0 - SuspicionOf(finding);
    double least = 1.0;
    for (uint32_t d = 0; d < graph_.document_count(); ++d) {
      for (const double coverage : graph_.coverage(d)) least = std::min(least, coverage);
    }
    return 1.0 - trust * (1.0 - kDoubt * (1.0 - least));
  }

  const ClaimGraph& graph_;
  std::span<const Finding> findings_;
  std::vector<std::vector<Mark>> marks_;  // per document, by start
  std::vector<std::pair<uint32_t, TextRange>> agreed_;
  std::vector<std::pair<uint32_t, TextRange>> left_;  // words of supported sentences that nothing carries, sorted
  std::vector<std::pair<uint32_t, TextRange>> apart_;  // claims of supported sentences that no one passage carries, sorted
  Judgement out_;
};

}  // namespace

Judgement Judge(const ClaimGraph& graph, std::span<const Finding> findings) { return FindingCounter(graph, findings).Run(); }

}  // namespace crosscheck
