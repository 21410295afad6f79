// Conditions on times. Times that are not known never overlap silently.
#include "core/check/conditions/shared.h"

namespace crosscheck {
namespace {

constexpr ArgumentSpec kTwoTimes[] = {
    {"values", ArgumentType::kValues, true, "", "two times"},
};
constexpr ArgumentSpec kOrder[] = {
    {"earlier", ArgumentType::kValue, true, "", "the time that must come first"},
    {"later", ArgumentType::kValue, true, "", "the time that must come after it"},
};
constexpr ArgumentSpec kWithin[] = {
    {"part", ArgumentType::kValue, true, "", "the shorter time"},
    {"whole", ArgumentType::kValue, true, "", "the longer time"},
};

Tri TestOverlap(const Question& q) {
  const Value a = q.Get("values", 0), b = q.Get("values", 1);
  if (a.time == nullptr || b.time == nullptr) return Tri::kUnknown;
  return ToTri(Overlap(*a.time, *b.time));
}

Tri TestApart(const Question& q) { return Not(TestOverlap(q)); }

Tri TestBefore(const Question& q) {
  const Value a = q.Get("earlier"), b = q.Get("later");
  if (a.time == nullptr || b.time == nullptr) return Tri::kUnknown;
  return ToTri(Before(*a.time, *b.time));
}

Tri TestWithin(const Question& q) {
  const Value part = q.Get("part"), whole = q.Get("whole");
  if (part.time == nullptr || whole.time == nullptr) return Tri::kUnknown;
  return ToTri(Contains(*whole.time, *part.time));
}

}  // namespace

const ConditionSpec kTimesOverlapCondition = {"times-overlap",
                                              "the two times share a day",
                                              kTwoTimes,
                                              false,
                                              "",
                                              "times-overlap: {values: [$T, $U], unknown: match}",
                                              TestOverlap};
const ConditionSpec kTimesDisjointCondition = {"times-disjoint",
                                               "the two times are known and share no day",
                                               kTwoTimes,
                                               false,
                                               "",
                                               "times-disjoint: {values: [$T, $U], unknown: skip}",
                                               TestApart};
const ConditionSpec kTimeBeforeCondition = {"time-before",
                                            "the first time ends before the second begins",
                                            kOrder,
                                            false,
                                            "",
                                            "time-before: {earlier: $T, later: $U, unknown: skip}",
                                            TestBefore};
const ConditionSpec kTimeWithinCondition = {"time-within",
                                            "one time lies within the other",
                                            kWithin,
                                            false,
                                            "",
                                            "time-within: {part: $T, whole: $U}",
                                            TestWithin};

}  // namespace crosscheck
