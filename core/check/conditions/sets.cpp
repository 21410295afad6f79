// Conditions on what `collect` gathered.
#include <deque>
#include <set>

#include "core/check/conditions/shared.h"
#include "core/check/fields/tables.h"

namespace crosscheck {
namespace {

constexpr ArgumentSpec kCount[] = {
    {"of", ArgumentType::kSet, true, "", "the collected set"},
    {"distinct", ArgumentType::kWords, false, "document publisher origin speaker",
     "count what differs in this, not items"},
    {"eq", ArgumentType::kNumber, false, "", "exactly"},
    {"neq", ArgumentType::kNumber, false, "", "not exactly"},
    {"gt", ArgumentType::kNumber, false, "", "more than"},
    {"gte", ArgumentType::kNumber, false, "", "at least"},
    {"lt", ArgumentType::kNumber, false, "", "fewer than"},
    {"lte", ArgumentType::kNumber, false, "", "at most"},
};

double CountDistinct(const Question& q) {
  const std::vector<Item> items = q.Set("of");
  const std::vector<std::string> distinct = q.Words("distinct");
  if (distinct.empty()) return static_cast<double>(items.size());
  std::set<std::string> seen;
  for (const Item collected : items) {
    const Item item = World::CountsAs(collected);
    std::string error;
    const std::string name = distinct.front() == "document" ? "doc" : distinct.front();
    const Value value = q.world.Get(item, ResolvePath(item.kind, name, &error));
    if (value.known) seen.insert(value.key);
  }
  return static_cast<double>(seen.size());
}

Tri TestCount(const Question& q) {
  const double count = CountDistinct(q);
  q.Provide("count", fields::OfNumber(count));
  Tri result = Tri::kYes;
  const auto hold = [&](std::string_view name, auto compare) {
    if (q.Find(name) == nullptr) return;
    const std::optional<double> number = q.Number(name);
    result = std::min(result, number ? ToTri(compare(count, *number)) : Tri::kUnknown);
  };
  hold("eq", [](double a, double b) { return a == b; });
  hold("neq", [](double a, double b) { return a != b; });
  hold("gt", [](double a, double b) { return a > b; });
  hold("gte", [](double a, double b) { return a >= b; });
  hold("lt", [](double a, double b) { return a < b; });
  hold("lte", [](double a, double b) { return a <= b; });
  return result;
}

// A list of parts is whole where nothing in its sentence leaves it open.
constexpr ArgumentSpec kExhaustive[] = {
    {"of", ArgumentType::kSet, true, "", "the collected parts"},
    {"open-words", ArgumentType::kWords, false, "",
     "words that leave a list open (including, among, at least …)"},
};

Tri TestExhaustive(const Question& q) {
  const std::vector<std::string> open = q.Words("open-words");
  for (const Item item : q.Set("of")) {
    const uint32_t document = q.world.DocumentOf(item);
    const Analysis& analysis = q.world.graph().reading(document).analysis;
    const uint32_t sentence = q.world.SentenceAt(document, q.world.RangeOf(item).start);
    if (sentence >= analysis.sentences.size()) return Tri::kUnknown;
    for (const std::string& word :
         conditions::WordsOf(analysis.sentences[sentence].range.In(analysis.text()))) {
      for (const std::string& opener : open) {
        if (word == opener) return Tri::kUnknown;
      }
    }
  }
  return Tri::kYes;
}

constexpr ArgumentSpec kPath[] = {
    {"from", ArgumentType::kSet, true, "", "the collected set, or a pattern"},
    {"via", ArgumentType::kWords, true, "cites copies", "which steps count"},
    {"to", ArgumentType::kItem, true, "", "the pattern whose document must be reached"},
};

struct Steps {
  bool cites = false, copies = false;
};

bool Reaches(const ClaimGraph& graph, Steps steps, uint32_t from, uint32_t to) {
  std::set<uint32_t> seen = {from};
  std::deque<uint32_t> next = {from};
  while (!next.empty()) {
    const uint32_t at = next.front();
    next.pop_front();
    for (const auto& [asked, found] : {std::pair(steps.cites, graph.Cites(at)), std::pair(steps.copies, graph.Copies(at))}) {
      if (!asked) continue;
      for (const uint32_t other : found) {
        if (other == to) return true;
        if (seen.insert(other).second) next.push_back(other);
      }
    }
  }
  return false;
}

Tri TestPath(const Question& q) {
  const Item to = q.ItemOf("to");
  if (!to.valid()) return Tri::kUnknown;
  Steps steps;
  for (const std::string& word : q.Words("via")) (word == "cites" ? steps.cites : steps.copies) = true;
  for (const Item item : q.Set("from")) {
    if (Reaches(q.world.graph(), steps, q.world.DocumentOf(World::CountsAs(item)), q.world.DocumentOf(to)))
      return Tri::kYes;
  }
  return Tri::kNo;
}

}  // namespace

const ConditionSpec kCountOfCondition = {
    "count",
    "how many were collected, or how many documents, publishers, origins, speakers they have",
    kCount,
    false,
    "count",
    "count: {of: s, distinct: origin, gte: 2}",
    TestCount};
const ConditionSpec kExhaustiveCondition = {
    "exhaustive",
    "nothing in the sentences of the parts leaves their list open",
    kExhaustive,
    false,
    "",
    "exhaustive: {of: parts, open-words: [including], unknown: open}",
    TestExhaustive};
const ConditionSpec kPathCondition = {
    "path",
    "a document of the set cites or copies, over any number of steps, the other's document",
    kPath,
    false,
    "",
    "path: {from: s, via: [cites, copies], to: a}",
    TestPath};

}  // namespace crosscheck
