#include "core/language/name_decoder.h"

#include <algorithm>
#include <limits>
#include <string>

namespace crosscheck {

Result<NameDecoder> NameDecoder::Make(std::span<const std::string_view> labels) {
  constexpr std::string_view kPlaces = "BILU";
  NameDecoder decoder;
  for (const std::string_view text : labels) {
    if (text == "O") {
      decoder.labels_.push_back({});
      continue;
    }
    const size_t place = text.size() == 5 && text[1] == '-' ? kPlaces.find(text[0]) : kPlaces.npos;
    const std::string_view type = text.size() == 5 ? text.substr(2) : "";
    if (place == kPlaces.npos || (type != "PER" && type != "LOC" && type != "ORG")) {
      return Error{"unknown name label '" + std::string(text) + "'"};
    }
    decoder.labels_.push_back({static_cast<Place>(place + 1), type == "PER" ? NameType::kPerson
                                                              : type == "LOC"
                                                                  ? NameType::kPlace
                                                                  : NameType::kOrganization});
  }
  // Without a label that can stand alone there would be no sequence at all.
  if (std::ranges::none_of(decoder.labels_, [](Label l) { return l.place == Place::kOutside; })) {
    return Error{"no name label 'O'"};
  }
  return decoder;
}

bool NameDecoder::Follows(Label before, Label after) {
  const bool continues = after.place == Place::kInside || after.place == Place::kLast;
  if (!Opens(before)) return !continues;
  return continues && before.type == after.type;
}

std::vector<uint32_t> NameDecoder::Best(std::span<const float> scores, size_t words,
                                        size_t stride) const {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  const size_t count = labels_.size();
  std::vector<float> best(count), next(count);
  std::vector<uint32_t> from(words * count, 0);
  for (size_t w = 0; w < words; ++w) {
    const float* row = scores.data() + w * stride;
    for (size_t to = 0; to < count; ++to) {
      next[to] = w == 0 && Follows({}, labels_[to]) ? row[to] : kNever;
      for (size_t before = 0; before < count && w > 0; ++before) {
        const float score = best[before] + row[to];
        if (Follows(labels_[before], labels_[to]) && score > next[to]) {
          next[to] = score;
          from[w * count + to] = static_cast<uint32_t>(before);
        }
      }
    }
    std::swap(best, next);
  }
  std::vector<uint32_t> labels(words, 0);
  if (words == 0) return labels;
  for (size_t i = 0; i < count; ++i) {
    if (Opens(labels_[i])) best[i] = kNever;
  }
  labels.back() = static_cast<uint32_t>(std::ranges::max_element(best) - best.begin());
  for (size_t w = words - 1; w > 0; --w) labels[w - 1] = from[w * count + labels[w]];
  return labels;
}

std::vector<NameSpan> NameDecoder::Spans(std::span<const uint32_t> labels, uint32_t first) const {
  std::vector<NameSpan> spans;
  uint32_t start = 0;
  for (uint32_t i = 0; i < labels.size(); ++i) {
    const Label label = labels_[labels[i]];
    if (label.place == Place::kBegin || label.place == Place::kUnit) start = i;
    if (label.place == Place::kLast || label.place == Place::kUnit) {
      spans.push_back({first + start, first + i + 1, label.type});
    }
  }
  return spans;
}

}  // namespace crosscheck
