// Fields of what the graph adds: evidence and its ends, documents.
#include "core/check/fields/tables.h"
#include "core/check/world.h"

namespace crosscheck::fields {
namespace {

const Evidence& Of(const World& w, uint32_t i) { return w.graph().evidence()[i]; }

Value KindOf(const World& w, uint32_t i) { return OfWord(Of(w, i).kind); }
Value Strength(const World& w, uint32_t i) { return OfNumber(Of(w, i).strength); }
Value Reason(const World& w, uint32_t i) { return OfKey(Of(w, i).reason, Of(w, i).reason); }
Value SameDocument(const World& w, uint32_t i) {
  return OfFlag(Of(w, i).draft_document == Of(w, i).source_document);
}

constexpr FieldSpec kEvidence[] = {
    {ItemKind::kEvidence, "evidence", ValueType::kWord, false, "",
     "the kind of evidence: figure-rival, name-absent, negation …", KindOf},
    {ItemKind::kEvidence, "strength", ValueType::kNumber, false, "",
     "0 … 1: how sure the alignment of the two texts is", Strength},
    {ItemKind::kEvidence, "reason", ValueType::kText, false, "",
     "why the aligner says so, in plain words", Reason},
    {ItemKind::kEvidence, "within", ValueType::kFlag, false, "true false",
     "whether both ends stand in one document", SameDocument},
};

// An end is numbered twice its evidence, plus one for the source's side.
struct EndAt {
  EndAt(const World& w, uint32_t i)
      : evidence(Of(w, i / 2)),
        source(i % 2 == 1),
        document(source ? evidence.source_document : evidence.draft_document),
        range(source ? evidence.source_range : evidence.draft_range) {}
  const Evidence& evidence;
  bool source;
  uint32_t document;
  TextRange range;
};

Value Words(const World& w, uint32_t i) {
  const EndAt at(w, i);
  return OfRange(w, at.document, at.range);
}

template <typename T>
int32_t Overlapping(const std::vector<T>& things, TextRange range) {
  for (size_t k = 0; k < things.size(); ++k) {
    if (things[k].range.Overlaps(range)) return static_cast<int32_t>(k);
  }
  return -1;
}

// The figure at the end's own words, else its claim's.
Value EndFigure(const World& w, uint32_t i) {
  const EndAt at(w, i);
  const int32_t figure = Overlapping(w.graph().reading(at.document).figures, at.range);
  if (figure >= 0) return OfFigure(w, at.document, figure);
  const ClaimId claim = at.source ? at.evidence.source : at.evidence.draft;
  return claim.valid() ? OfFigure(w, at.document, w.graph().claim(claim).figure) : Unknown();
}

Value EndTime(const World& w, uint32_t i) {
  const EndAt at(w, i);
  const int32_t time = Overlapping(w.graph().reading(at.document).times, at.range);
  if (time >= 0) return OfTime(w, at.document, time);
  const ClaimId claim = at.source ? at.evidence.source : at.evidence.draft;
  return claim.valid() ? OfTime(w, at.document, w.graph().claim(claim).time) : Unknown();
}

Value EndHasClaim(const World& w, uint32_t i) {
  const EndAt at(w, i);
  return OfFlag((at.source ? at.evidence.source : at.evidence.draft).valid());
}

// The claim's number, so that an end and a claim pattern join by `id`.
Value EndId(const World& w, uint32_t i) {
  const EndAt at(w, i);
  const ClaimId claim = at.source ? at.evidence.source : at.evidence.draft;
  return claim.valid() ? OfNumber(claim.index) : Unknown();
}

constexpr FieldSpec kEnd[] = {
    {ItemKind::kEnd, "words", ValueType::kText, false, "",
     "the words that do not carry over, or their rival", Words},
    {ItemKind::kEnd, "figure", ValueType::kFigure, false, "",
     "the figure at these words, else the claim's", EndFigure},
    {ItemKind::kEnd, "time", ValueType::kTime, true, "",
     "the time at these words, else the claim's", EndTime},
    {ItemKind::kEnd, "id", ValueType::kNumber, false, "",
     "the number of the claim at this end: joins it to a claim pattern", EndId},
    {ItemKind::kEnd, "has-claim", ValueType::kFlag, false, "true false",
     "whether a claim was read there", EndHasClaim},
};

Value Name(const World& w, uint32_t i) { return OfText(w.DocumentName(i)); }
Value SideOf(const World& w, uint32_t i) {
  return OfWord(w.IsDraft(i) ? (w.IsSource(i) ? "both" : "draft") : "source");
}
Value Claims(const World& w, uint32_t i) {
  return OfNumber(static_cast<double>(w.graph().reading(i).claims.size()));
}

Value Title(const World& w, uint32_t i) {
  const std::string& title = w.graph().reading(i).analysis.document->metadata().title;
  return title.empty() ? Unknown() : OfText(title);
}

constexpr FieldSpec kDocument[] = {
    {ItemKind::kDocument, "document", ValueType::kText, false, "", "the document's name", Name},
    {ItemKind::kDocument, "side", ValueType::kWord, false, "draft source both",
     "its part in the run", SideOf},
    {ItemKind::kDocument, "title", ValueType::kText, false, "", "its title", Title},
    {ItemKind::kDocument, "claims", ValueType::kNumber, false, "",
     "how many claims were read in it", Claims},
};

}  // namespace

std::span<const FieldSpec> EvidenceFields() { return kEvidence; }
std::span<const FieldSpec> EndFields() { return kEnd; }
std::span<const FieldSpec> DocumentFields() { return kDocument; }

}  // namespace crosscheck::fields
