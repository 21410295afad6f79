#include "core/claim/lexicons.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/claim/cue_lexicon.h"
#include "core/claim/entity_lexicon.h"
#include "core/claim/extract.h"
#include "core/claim/relations.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {
namespace {

// The entity that the head of a source mentions: the mention with this head,
// else the innermost one around it that is no possessive.
void LinkSpeakers(Reading* reading) {
  std::vector<int32_t> by_head(reading->analysis.tokens.size(), -1), around = by_head;
  for (size_t e = 0; e < reading->entities.size(); ++e) {
    for (const Mention& mention : reading->entities[e].mentions) {
      if (mention.head >= 0) by_head[static_cast<size_t>(mention.head)] = static_cast<int32_t>(e);
      if (mention.kind == Mention::Kind::kPossessive) continue;
      for (uint32_t t = mention.first; t < mention.last; ++t) around[t] = static_cast<int32_t>(e);
    }
  }
  for (Attribution& attribution : reading->attributions) {
    if (attribution.source_head == kNoToken) continue;
    const auto head = static_cast<size_t>(attribution.source_head);
    attribution.entity = by_head[head] >= 0 ? by_head[head] : around[head];
  }
}

}  // namespace

Lexicons::Lexicons() = default;
Lexicons::Lexicons(Lexicons&&) noexcept = default;
Lexicons& Lexicons::operator=(Lexicons&&) noexcept = default;
Lexicons::~Lexicons() = default;

Lexicons Lexicons::Load(const std::filesystem::path& folder, Diagnostics* diagnostics, int fiscal_year_starts) {
  Lexicons lexicons;
  lexicons.cues = LoadCueLexicon(folder / "cues.yaml", diagnostics);
  lexicons.entities = LoadEntityLexicon(folder, diagnostics);
  lexicons.relations = std::make_unique<const RelationLexicon>(RelationLexicon::Load(folder, diagnostics));
  lexicons.figures = std::make_unique<const FigureLexicon>(FigureLexicon::Load(folder, diagnostics));
  TimeLexicon times = TimeLexicon::Load(folder / "calendar.yaml", diagnostics);
  if (fiscal_year_starts > 0) times.set_fiscal_year_starts(fiscal_year_starts);
  lexicons.times = std::make_unique<const TimeLexicon>(std::move(times));
  return lexicons;
}

Reading ReadClaims(Analysis analysis, const Lexicons& lexicons) {
  Reading reading;
  reading.document = analysis.document;
  reading.analysis = std::move(analysis);
  const Analysis& words = reading.analysis;
  reading.figures = ReadFigures(words, *lexicons.figures);
  reading.times = ReadTimes(words, *lexicons.times);
  std::erase_if(reading.times, [&](const TimeExpression& time) {  // odds of 7/2 are no 2 July
    return std::ranges::any_of(reading.figures, [&](const Figure& f) { return !f.parts.empty() && f.range.Contains(time.range); });
  });
  reading.quotations = FindQuotations(words);
  reading.attributions = FindAttributions(words, *lexicons.cues, &reading.quotations);
  reading.entities = FindEntities(words, *lexicons.entities, reading.quotations, reading.attributions);
  LinkSpeakers(&reading);
  reading.claims = ExtractClaims(reading, *lexicons.relations);
  MarkEvents(*lexicons.entities, &reading);
  return reading;
}

}  // namespace crosscheck
