// What every kind of item has, and the steps from one item to another.
#include <array>

#include "core/check/fields/tables.h"
#include "core/check/world.h"

namespace crosscheck::fields {
namespace {

template <ItemKind kKind>
struct Shared {
  static uint32_t Doc(const World& w, uint32_t i) { return w.DocumentOf({kKind, i}); }
  static Value Text(const World& w, uint32_t i) {
    return OfRange(w, Doc(w, i), w.RangeOf({kKind, i}));
  }
  static Value DocName(const World& w, uint32_t i) {
    Value v = OfText(w.DocumentName(Doc(w, i)));
    v.key = std::to_string(Doc(w, i));
    return v;
  }
  static Value Publisher(const World& w, uint32_t i) {
    return OfText(w.graph().reading(Doc(w, i)).analysis.document->metadata().publisher);
  }
  static Value Published(const World& w, uint32_t i) {
    const auto date = w.graph().reading(Doc(w, i)).analysis.document->metadata().date;
    if (!date) return Unknown();
    Value v = OfNumber(static_cast<double>(DaysFromCivil(*date)));
    v.text = ToString(*date);
    return v;
  }
  static Value Origin(const World& w, uint32_t i) {
    const uint32_t origin = w.OriginOf({kKind, i});
    return OfKey(std::to_string(origin), w.DocumentName(origin));
  }
  static Value Section(const World& w, uint32_t i) {
    const Analysis& analysis = w.graph().reading(Doc(w, i)).analysis;
    const uint32_t sentence = w.SentenceAt(Doc(w, i), w.RangeOf({kKind, i}).start);
    return sentence < analysis.sentences.size()
               ? OfWord(ToString(analysis.sentences[sentence].kind))
               : Unknown();
  }
  static Value InSentence(const World& w, uint32_t i) {
    const uint32_t doc = Doc(w, i);
    const Analysis& analysis = w.graph().reading(doc).analysis;
    const uint32_t sentence = w.SentenceAt(doc, w.RangeOf({kKind, i}).start);
    if (sentence >= analysis.sentences.size()) return Unknown();
    Value v = OfRange(w, doc, analysis.sentences[sentence].range);
    v.key = std::to_string(doc) + ":" + std::to_string(sentence);
    return v;
  }
  static Value Id(const World&, uint32_t i) { return OfNumber(i); }

  static constexpr std::array<FieldSpec, 8> kFields = {{
      {kKind, "text", ValueType::kText, false, "", "its words in the text", Text},
      {kKind, "doc", ValueType::kText, false, "", "the document that it stands in", DocName},
      {kKind, "publisher", ValueType::kText, false, "", "who published the document", Publisher},
      {kKind, "published", ValueType::kNumber, false, "", "the document's date, in days",
       Published},
      {kKind, "origin", ValueType::kText, false, "", "the document or outlet that it goes back to",
       Origin},
      {kKind, "section", ValueType::kWord, false,
       "prose heading list-item table-row caption quotation furniture",
       "what part of the text it stands in", Section},
      {kKind, "sentence", ValueType::kText, false, "", "the sentence that it stands in",
       InSentence},
      {kKind, "id", ValueType::kNumber, false, "",
       "its number in the run: joins an evidence's end to a claim", Id},
  }};
};

Item FromClaim(const World& w, uint32_t i, ItemKind kind, int32_t index) {
  if (index < 0) return {kind, kNoItem};
  return w.ItemAt(kind, w.graph().node(ClaimId(i)).document, static_cast<uint32_t>(index));
}

Item ClaimFigure(const World& w, uint32_t i) {
  return FromClaim(w, i, ItemKind::kNumber, w.graph().claim(ClaimId(i)).figure);
}
Item ClaimTime(const World& w, uint32_t i) {
  return FromClaim(w, i, ItemKind::kMoment, w.graph().claim(ClaimId(i)).time);
}
Item ClaimQuote(const World& w, uint32_t i) {
  return FromClaim(w, i, ItemKind::kQuotation, w.graph().claim(ClaimId(i)).quotation);
}
Item ClaimEntity(const World& w, uint32_t i) {
  return FromClaim(w, i, ItemKind::kName, w.graph().claim(ClaimId(i)).subject.entity);
}
Item ClaimObject(const World& w, uint32_t i) {
  return FromClaim(w, i, ItemKind::kName, w.graph().claim(ClaimId(i)).object.entity);
}
Item ClaimPlace(const World& w, uint32_t i) {
  return FromClaim(w, i, ItemKind::kName, w.graph().claim(ClaimId(i)).place.entity);
}
Item ClaimSaying(const World& w, uint32_t i) {
  const auto& speakers = w.graph().claim(ClaimId(i)).speakers;
  return FromClaim(w, i, ItemKind::kSaying, speakers.empty() ? -1 : speakers.front());
}
Item ClaimSpeaker(const World& w, uint32_t i) {
  const auto& speakers = w.graph().claim(ClaimId(i)).speakers;
  if (speakers.empty()) return {ItemKind::kName, kNoItem};
  const Reading& reading = w.graph().reading(w.graph().node(ClaimId(i)).document);
  return FromClaim(w, i, ItemKind::kName,
                   reading.attributions[static_cast<size_t>(speakers.front())].entity);
}
Item SayingSpeaker(const World& w, uint32_t i) {
  const Item saying{ItemKind::kSaying, i};
  const uint32_t doc = w.DocumentOf(saying);
  const int32_t entity = w.graph().reading(doc).attributions[w.IndexIn(saying)].entity;
  return entity < 0 ? Item{ItemKind::kName, kNoItem}
                    : w.ItemAt(ItemKind::kName, doc, static_cast<uint32_t>(entity));
}
Item QuotationSaying(const World& w, uint32_t i) {
  const Item quotation{ItemKind::kQuotation, i};
  const uint32_t doc = w.DocumentOf(quotation);
  const int32_t saying = w.graph().reading(doc).quotations[w.IndexIn(quotation)].attribution;
  return saying < 0 ? Item{ItemKind::kSaying, kNoItem}
                    : w.ItemAt(ItemKind::kSaying, doc, static_cast<uint32_t>(saying));
}
Item QuotationSpeaker(const World& w, uint32_t i) {
  const Item saying = QuotationSaying(w, i);
  return saying.valid() ? SayingSpeaker(w, saying.index) : Item{ItemKind::kName, kNoItem};
}
Item DraftEnd(const World&, uint32_t i) { return {ItemKind::kEnd, 2 * i}; }
Item SourceEnd(const World& w, uint32_t i) {
  const Evidence& e = w.graph().evidence()[i];
  return {ItemKind::kEnd, e.source.valid() || !e.source_range.empty() ? 2 * i + 1 : kNoItem};
}
Item EndClaim(const World& w, uint32_t i) {
  const Evidence& e = w.graph().evidence()[i / 2];
  const ClaimId claim = i % 2 == 1 ? e.source : e.draft;
  return {ItemKind::kClaim, claim.valid() ? claim.index : kNoItem};
}
Item RoleHolder(const World& w, uint32_t i) { return {ItemKind::kName, w.role(i).first}; }

constexpr HopSpec kHops[] = {
    {ItemKind::kEvidence, "draft", ItemKind::kEnd,
     "the end in the draft; has all fields of its claim too", DraftEnd},
    {ItemKind::kEvidence, "source", ItemKind::kEnd,
     "the end in the source; has all fields of its claim too", SourceEnd},
    {ItemKind::kEnd, "claim", ItemKind::kClaim, "the claim at this end", EndClaim},
    {ItemKind::kClaim, "figure", ItemKind::kNumber, "its figure: kind, unit, bound …", ClaimFigure},
    {ItemKind::kClaim, "time", ItemKind::kMoment, "its time: type, value …", ClaimTime},
    {ItemKind::kClaim, "quote", ItemKind::kQuotation, "the quotation that it stands in",
     ClaimQuote},
    {ItemKind::kClaim, "attribution", ItemKind::kSaying, "who says it, by which verb", ClaimSaying},
    {ItemKind::kClaim, "entity", ItemKind::kName,
     "what is known of the subject: type, named, gender …", ClaimEntity},
    {ItemKind::kClaim, "object", ItemKind::kName, "what is known of the object", ClaimObject},
    {ItemKind::kClaim, "place", ItemKind::kName, "what is known of the place", ClaimPlace},
    {ItemKind::kClaim, "speaker", ItemKind::kName, "what is known of the speaker", ClaimSpeaker},
    {ItemKind::kSaying, "speaker", ItemKind::kName, "what is known of the speaker", SayingSpeaker},
    {ItemKind::kQuotation, "speaker", ItemKind::kName, "what is known of the speaker",
     QuotationSpeaker},
    {ItemKind::kQuotation, "attribution", ItemKind::kSaying, "who says it, by which verb",
     QuotationSaying},
    {ItemKind::kRole, "entity", ItemKind::kName, "what is known of who holds it", RoleHolder},
};

}  // namespace

std::span<const HopSpec> AllHops() { return kHops; }

std::span<const FieldSpec> Common(ItemKind kind) {
  switch (kind) {
    case ItemKind::kClaim:
      return Shared<ItemKind::kClaim>::kFields;
    case ItemKind::kEvidence:
      return Shared<ItemKind::kEvidence>::kFields;
    case ItemKind::kEnd:
      return Shared<ItemKind::kEnd>::kFields;
    case ItemKind::kQuotation:
      return Shared<ItemKind::kQuotation>::kFields;
    case ItemKind::kSaying:
      return Shared<ItemKind::kSaying>::kFields;
    case ItemKind::kPassage:
      return Shared<ItemKind::kPassage>::kFields;
    case ItemKind::kNumber:
      return Shared<ItemKind::kNumber>::kFields;
    case ItemKind::kMoment:
      return Shared<ItemKind::kMoment>::kFields;
    case ItemKind::kRole:
      return Shared<ItemKind::kRole>::kFields;
    case ItemKind::kName:
      return Shared<ItemKind::kName>::kFields;
    case ItemKind::kSum:
      return Shared<ItemKind::kSum>::kFields;
    case ItemKind::kDocument:
      return Shared<ItemKind::kDocument>::kFields;
  }
  return {};
}

std::span<const FieldSpec> Own(ItemKind kind) {
  switch (kind) {
    case ItemKind::kClaim:
      return ClaimFields();
    case ItemKind::kEvidence:
      return EvidenceFields();
    case ItemKind::kEnd:
      return EndFields();
    case ItemKind::kQuotation:
      return QuotationFields();
    case ItemKind::kSaying:
      return SayingFields();
    case ItemKind::kPassage:
      return PassageFields();
    case ItemKind::kNumber:
      return NumberFields();
    case ItemKind::kMoment:
      return MomentFields();
    case ItemKind::kRole:
      return RoleFields();
    case ItemKind::kName:
      return NameFields();
    case ItemKind::kSum:
      return SumFields();
    case ItemKind::kDocument:
      return DocumentFields();
  }
  return {};
}

}  // namespace crosscheck::fields
