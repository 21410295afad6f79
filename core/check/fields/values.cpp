#include <algorithm>
#include <cmath>

#include "core/base/unicode.h"
#include "core/check/fields/tables.h"
#include "core/check/world.h"

namespace crosscheck::fields {

Value Unknown() { return {}; }

Value OfWord(std::string_view word) {
  Value v;
  v.known = !word.empty();
  v.type = ValueType::kWord;
  v.key = v.text = std::string(word);
  return v;
}

Value OfKey(std::string_view key, std::string_view text) {
  Value v;
  v.known = !key.empty();
  v.key = std::string(key);
  v.text = std::string(text);
  return v;
}

Value OfText(std::string_view text) { return OfKey(FoldKey(text), text); }

Value OfNumber(double number) {
  Value v;
  v.known = true;
  v.type = ValueType::kNumber;
  v.number = number;
  v.text = number == std::floor(number) && std::abs(number) < 1e15
               ? std::to_string(static_cast<int64_t>(number))
               : std::to_string(number);
  v.key = v.text;
  return v;
}

Value OfFlag(bool flag) {
  Value v = OfWord(flag ? "true" : "false");
  v.type = ValueType::kFlag;
  v.number = flag ? 1.0 : 0.0;
  return v;
}

Value OfRange(const World& world, uint32_t document, TextRange range) {
  if (range.empty()) return {};
  Value v = OfText(range.In(world.graph().reading(document).analysis.text()));
  v.document = document;
  v.range = range;
  return v;
}

Value OfFigure(const World& world, uint32_t document, int32_t figure) {
  const Reading& reading = world.graph().reading(document);
  if (figure < 0 || static_cast<size_t>(figure) >= reading.figures.size()) return {};
  const Figure& f = reading.figures[static_cast<size_t>(figure)];
  Value v = OfRange(world, document, f.range);
  v.known = true;
  v.type = ValueType::kFigure;
  v.figure = &f;
  if (f.value) {
    v.number = *f.value;
    v.key = std::to_string(*f.value) + " " + f.unit;
  } else {
    v.key = IntervalText(f);
  }
  return v;
}

Value OfTime(const World& world, uint32_t document, int32_t time) {
  const Reading& reading = world.graph().reading(document);
  if (time < 0 || static_cast<size_t>(time) >= reading.times.size()) return {};
  const TimeExpression& t = reading.times[static_cast<size_t>(time)];
  Value v = OfRange(world, document, t.range);
  v.known = true;
  v.type = ValueType::kTime;
  v.time = &t;
  if (IsParticular(t)) v.key = t.value;
  return v;
}

Value OfEntity(const World& world, uint32_t document, int32_t entity) {
  const Reading& reading = world.graph().reading(document);
  if (entity < 0 || static_cast<size_t>(entity) >= reading.entities.size()) return {};
  const Entity& e = reading.entities[static_cast<size_t>(entity)];
  Value v = OfKey(e.key, e.name);
  v.entity = &e;
  v.document = document;
  if (!e.mentions.empty()) v.range = e.mentions.front().range;
  return v;
}

Value OfArgument(const World& world, uint32_t document, const Argument& argument) {
  if (!argument.present()) return {};
  Value v = OfRange(world, document, argument.range);
  if (!argument.key.empty()) v.key = argument.key;
  const Reading& reading = world.graph().reading(document);
  if (argument.entity >= 0 && static_cast<size_t>(argument.entity) < reading.entities.size()) {
    v.entity = &reading.entities[static_cast<size_t>(argument.entity)];
    if (!v.entity->key.empty()) v.key = v.entity->key;
    // A pronoun says nothing to a reader of the message; its name does.
    if (v.entity->named && !v.entity->name.empty()) v.text = v.entity->name;
  }
  return v;
}

Value OfSpeaker(const World& world, uint32_t document, int32_t attribution) {
  const Reading& reading = world.graph().reading(document);
  if (attribution < 0 || static_cast<size_t>(attribution) >= reading.attributions.size()) return {};
  const Attribution& a = reading.attributions[static_cast<size_t>(attribution)];
  TextRange range = a.source.empty() ? TextRange{} : a.source.front();
  Value v = OfEntity(world, document, a.entity);
  if (!v.known) v = OfRange(world, document, range);
  if (!range.empty()) v.range = range;
  return v;
}

Value OfResolved(const World& world, const Value& speaker) {
  if (!speaker.known) return {};
  if (speaker.entity == nullptr || !speaker.entity->named || speaker.document == kNoItem)
    return OfFlag(false);
  const auto& tokens = world.graph().reading(speaker.document).analysis.tokens;
  auto at = std::ranges::lower_bound(tokens, speaker.range.start, {},
                                     [](const Token& t) { return t.range.start; });
  bool name = false;
  for (; at != tokens.end() && at->range.start < speaker.range.end; ++at)
    name = name || at->upos == Upos::kPropn;
  return OfFlag(name);
}

}  // namespace crosscheck::fields
