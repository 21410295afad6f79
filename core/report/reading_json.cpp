#include "core/report/reading_json.h"

#include <string>

#include "core/claim/proposition.h"

namespace crosscheck {
namespace {

TextRange InFile(const Reading& reading, TextRange range) {
  return reading.document->InFile(range);
}

std::string Words(const Reading& reading, TextRange range) {
  return std::string(range.In(reading.document->text()));
}

void WriteIndex(std::string_view name, int32_t index, JsonWriter* out) {
  out->Key(name);
  index < 0 ? out->Null() : out->Integer(index);
}

void WriteRanges(const Reading& reading, std::string_view name,
                 const std::vector<TextRange>& ranges, JsonWriter* out) {
  out->Key(name);
  out->BeginArray();
  for (const TextRange range : ranges) out->Pair(InFile(reading, range));
  out->EndArray();
}

// The id of an entity is its index as text, as `entities[].id` gives it.
void WriteEntityId(int32_t entity, JsonWriter* out) {
  out->Key("entity");
  entity < 0 ? out->Null() : out->String("e" + std::to_string(entity));
}

void WriteSentences(const Reading& reading, JsonWriter* out) {
  out->BeginArray();
  for (const Sentence& sentence : reading.analysis.sentences) {
    out->BeginObject();
    out->Range(InFile(reading, sentence.range));
    out->Member("kind", ToString(sentence.kind));
    if (sentence.foreign) out->Member("foreign", true);
    out->EndObject();
  }
  out->EndArray();
}

void WriteTokens(const Reading& reading, JsonWriter* out) {
  const Analysis& analysis = reading.analysis;
  out->BeginArray();
  for (const Token& token : analysis.tokens) {
    out->BeginObject();
    out->Range(InFile(reading, token.range));
    out->Member("lemma", analysis.Lemma(token));
    out->Member("upos", ToString(token.upos));
    out->Member("xpos", analysis.Xpos(token));
    out->Member("head", static_cast<int64_t>(token.head));
    out->Member("deprel", analysis.Label(token));
    out->EndObject();
  }
  out->EndArray();
}

void WriteFigures(const Reading& reading, JsonWriter* out) {
  out->BeginArray();
  for (const Figure& figure : reading.figures) {
    out->BeginObject();
    out->Range(InFile(reading, figure.range));
    out->Member("text", Words(reading, figure.range));
    out->Member("kind", ToString(figure.kind));
    out->Member("value", figure.value);
    out->Member("low", figure.logical.low);
    out->Member("high", figure.logical.high);
    out->Member("unit", figure.unit);
    if (!figure.per.empty()) out->Member("per", figure.per);
    out->Member("bound", ToString(figure.told));
    out->Key("trend");
    figure.trend == Trend::kNone ? out->Null()
                                 : out->String(figure.trend == Trend::kUp ? "up" : "down");
    if (figure.moved != Trend::kNone) out->Member("moved", figure.moved == Trend::kUp ? "up" : "down");
    if (figure.left) out->Member("left", true);
    if (!figure.parts.empty()) {
      out->Key("parts");
      out->BeginArray();
      for (const double part : figure.parts) out->Number(part);
      out->EndArray();
    }
    out->Key("of");
    figure.of_range.empty() ? out->Null() : out->String(Words(reading, figure.of_range));
    if (!figure.unclear.empty()) out->Member("unclear", figure.unclear);
    out->EndObject();
  }
  out->EndArray();
}

void WriteTimes(const Reading& reading, JsonWriter* out) {
  out->BeginArray();
  for (const TimeExpression& time : reading.times) {
    out->BeginObject();
    out->Range(InFile(reading, time.range));
    out->Member("text", Words(reading, time.range));
    out->Member("type", ToString(time.type));
    out->Member("value", time.value);
    // A holiday that the moon decides may be kept a day earlier or later.
    const bool day = time.granularity == Granularity::kDay && time.value.find('/') == std::string::npos;
    if (day && time.days.start && time.days.end && *time.days.end - *time.days.start == 3) out->Member("approximate", true);
    out->EndObject();
  }
  out->EndArray();
}

// The source of an attribution as the speaker of a quotation or of a claim.
void WriteSpeaker(const Reading& reading, int32_t attribution, bool with_named, JsonWriter* out) {
  if (attribution < 0) return out->Null();
  const Attribution& said = reading.attributions[static_cast<size_t>(attribution)];
  if (said.source.empty() && !with_named) return out->Null();
  out->BeginObject();
  // Nobody is named ("reportedly"): the cue stands for the speaker.
  const std::vector<TextRange>& words = said.source.empty() ? said.cue : said.source;
  const TextRange range = words.empty() ? TextRange{} : words.front();
  out->Range(InFile(reading, range));
  out->Member("text", Words(reading, range));
  WriteEntityId(said.entity, out);
  if (with_named) {
    out->Member("named",
                said.entity >= 0 && reading.entities[static_cast<size_t>(said.entity)].named);
  }
  out->EndObject();
}

void WriteQuotes(const Reading& reading, JsonWriter* out) {
  out->BeginArray();
  for (const Quotation& quotation : reading.quotations) {
    out->BeginObject();
    out->Range(InFile(reading, quotation.range));
    out->Member("kind", ToString(quotation.kind));
    out->Key("speaker");
    WriteSpeaker(reading, quotation.attribution, false, out);
    out->EndObject();
  }
  out->EndArray();
}

void WriteAttribution(const Reading& reading, const Attribution& attribution, JsonWriter* out) {
  WriteRanges(reading, "source", attribution.source, out);
  WriteRanges(reading, "cue", attribution.cue, out);
  WriteRanges(reading, "content", attribution.content, out);
  out->Member("kind", ToString(attribution.kind));
  out->Member("cue_kind", ToString(attribution.cue_kind));
  out->Member("denied", attribution.denied);
}

// Attributions of the narrator's own; what somebody says within the content of
// another ("the minister said the company had told him") stands in its `nested`.
void WriteAttributions(const Reading& reading, JsonWriter* out) {
  const auto& all = reading.attributions;
  std::vector<std::vector<size_t>> inner(all.size());
  std::vector<bool> is_inner(all.size(), false);
  for (size_t i = 0; i < all.size(); ++i) {
    int32_t outermost = all[i].nested_in;
    for (size_t depth = 0; outermost >= 0 && depth < all.size(); ++depth) {
      const int32_t further = all[static_cast<size_t>(outermost)].nested_in;
      if (further < 0) break;
      outermost = further;
    }
    if (outermost < 0) continue;
    is_inner[i] = true;
    inner[static_cast<size_t>(outermost)].push_back(i);
  }
  out->BeginArray();
  for (size_t i = 0; i < all.size(); ++i) {
    if (is_inner[i]) continue;
    out->BeginObject();
    WriteAttribution(reading, all[i], out);
    out->Key("nested");
    out->BeginArray();
    for (const size_t n : inner[i]) {
      out->BeginObject();
      WriteAttribution(reading, all[n], out);
      out->EndObject();
    }
    out->EndArray();
    out->EndObject();
  }
  out->EndArray();
}

void WriteEntities(const Reading& reading, JsonWriter* out) {
  out->BeginArray();
  for (size_t i = 0; i < reading.entities.size(); ++i) {
    const Entity& entity = reading.entities[i];
    out->BeginObject();
    out->Member("id", "e" + std::to_string(i));
    out->Member("name", entity.name);
    out->Member("key", entity.key);
    out->Member("type", ToString(entity.type));
    out->Member("named", entity.named);
    out->Key("mentions");
    out->BeginArray();
    for (const Mention& mention : entity.mentions) out->Pair(InFile(reading, mention.range));
    out->EndArray();
    out->EndObject();
  }
  out->EndArray();
}

void WriteArgument(const Reading& reading, std::string_view name, const Argument& argument,
                   JsonWriter* out) {
  out->Key(name);
  if (!argument.present()) return out->Null();
  out->BeginObject();
  out->Range(InFile(reading, argument.range));
  out->Member("text", Words(reading, argument.range));
  WriteEntityId(argument.entity, out);
  out->EndObject();
}

void WritePhrase(const Reading& reading, std::string_view name, const Phrase& phrase, JsonWriter* out) {
  out->Key(name);
  if (!phrase.present()) return out->Null();
  out->BeginObject();
  out->Range(InFile(reading, phrase.range));
  out->Member("text", phrase.text);
  WriteEntityId(phrase.entity, out);
  out->EndObject();
}

void WriteClaims(const Reading& reading, JsonWriter* out) {
  out->BeginArray();
  for (const Proposition& proposition : ReadPropositions(reading)) {
    out->BeginObject();
    WriteClaimMembers(reading, proposition, out);
    out->EndObject();
  }
  out->EndArray();
}

constexpr ReadingLayer kLayers[] = {
    {"sentences", WriteSentences}, {"tokens", WriteTokens}, {"figures", WriteFigures},
    {"times", WriteTimes},         {"quotes", WriteQuotes}, {"attributions", WriteAttributions},
    {"entities", WriteEntities},   {"claims", WriteClaims},
};

}  // namespace

std::span<const ReadingLayer> ReadingLayers() { return kLayers; }

void WriteClaimMembers(const Reading& reading, const Proposition& proposition, JsonWriter* out) {
  const Claim& claim = reading.claims[static_cast<size_t>(proposition.claim)];
  const std::string part = proposition.part == 0 ? "" : "." + std::to_string(proposition.part + 1);
  out->Member("id", "c" + std::to_string(proposition.claim) + part);
  out->Range(InFile(reading, proposition.range));
  out->Member("text", Words(reading, proposition.range));
  WritePhrase(reading, "subject", proposition.subject, out);
  out->Key("predicate");
  out->BeginObject();
  out->Range(InFile(reading, proposition.predicate.range));
  out->Member("text", proposition.predicate.text);
  out->Member("relation", claim.relation);
  out->EndObject();
  WritePhrase(reading, "object", proposition.object, out);
  WriteIndex("figure", proposition.figure, out);
  WriteIndex("time", claim.time, out);
  WriteArgument(reading, "place", claim.place, out);
  out->Member("polarity", ToString(claim.polarity));
  out->Member("modality", ToString(claim.modality));
  out->Key("speaker");
  WriteSpeaker(reading, claim.speakers.empty() ? -1 : claim.speakers.front(), true, out);
  out->Member("checkable", claim.not_checkable == NotCheckable::kNone);
  if (claim.not_checkable != NotCheckable::kNone)
    out->Member("reason", ToString(claim.not_checkable));
}

}  // namespace crosscheck
