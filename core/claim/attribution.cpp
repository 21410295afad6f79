#include "core/claim/attribution.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/claim/attribution_parts.h"

// Puts the steps together: cues by grammar, turns of an interview, then the
// quotations with what those found. At the end the attributions are put in the
// order of the text, nested ones are tied to the one around them ("the minister
// said the company had told him"), and each gets its kind from how much of its
// content stands in quotation marks.

namespace crosscheck {
namespace {

// By the first byte of any part; longer ones first.
TextRange Extent(const Attribution& a) {
  TextRange all;
  for (const auto* part : {&a.source, &a.cue, &a.content}) {
    for (const TextRange& range : *part) all = Cover(all, range);
  }
  return all;
}

uint32_t ContentSize(const Attribution& a) {
  uint32_t size = 0;
  for (const TextRange& range : a.content) size += range.size();
  return size;
}

// Direct: all of it is quoted; mixed: some; indirect: nothing.
AttributionKind KindOf(const Attribution& a, const std::vector<Quotation>& quotations) {
  uint32_t quoted = 0;
  for (const Quotation& q : quotations) {
    if (q.nested_in >= 0 || q.kind == QuotationKind::kTitle) continue;
    for (const TextRange& range : a.content) {
      if (!range.Overlaps(q.range)) continue;
      quoted += std::min(range.end, q.range.end) - std::max(range.start, q.range.start);
    }
  }
  const uint32_t size = ContentSize(a);
  if (quoted == 0) return AttributionKind::kIndirect;
  return quoted + 4 * a.content.size() + size / 20 >= size ? AttributionKind::kDirect : AttributionKind::kMixed;
}

// The smallest content that holds the whole cue of another attribution.
void Nest(std::vector<Attribution>* attributions) {
  for (size_t i = 0; i < attributions->size(); ++i) {
    Attribution& inner = (*attributions)[i];
    if (inner.cue.empty()) continue;
    uint32_t best = UINT32_MAX;
    for (size_t o = 0; o < attributions->size(); ++o) {
      const Attribution& outer = (*attributions)[o];
      const uint32_t size = ContentSize(outer);
      if (o == i || size >= best) continue;
      const bool holds = std::ranges::any_of(outer.content, [&](TextRange r) { return r.Contains(inner.cue.front()); });
      const bool held = std::ranges::any_of(inner.content, [&](TextRange r) { return !outer.cue.empty() && r.Contains(outer.cue.front()); });
      if (!holds || held) continue;
      best = size;
      inner.nested_in = static_cast<int32_t>(o);
    }
  }
}

}  // namespace

std::string_view ToString(AttributionKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<Attribution> FindAttributions(const Analysis& analysis, const CueLexicon& cues,
                                          std::vector<Quotation>* quotations) {
  const AttributionText text(analysis, cues, *quotations);
  std::vector<Attribution> found;
  FindCueAttributions(text, &found);
  FindTurns(text, &found);
  AttributeQuotations(text, quotations, &found);
  std::erase_if(found, [](const Attribution& a) { return a.content.empty(); });

  std::vector<size_t> order(found.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](size_t i) {
    const TextRange all = Extent(found[i]);
    return std::pair(all.start, ~all.end);
  });
  std::vector<Attribution> sorted;
  std::vector<int32_t> place(found.size());
  for (const size_t i : order) {
    place[i] = static_cast<int32_t>(sorted.size());
    sorted.push_back(std::move(found[i]));
  }
  for (Quotation& q : *quotations) {
    if (q.attribution >= 0) q.attribution = place[static_cast<size_t>(q.attribution)];
  }
  for (Attribution& a : sorted) a.kind = KindOf(a, *quotations);
  Nest(&sorted);
  return sorted;
}

}  // namespace crosscheck
