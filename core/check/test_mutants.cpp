// Changing an example so that its verdict must follow.
//
// A rule that passes its tests may pass them for the wrong reason. So each example
// that fires is changed in ways whose outcome is known without knowing the rule:
// a draft that is its source word for word contradicts nothing; two texts that
// contradict each other still do when they change places; a statement that is
// called untrue or an open question no longer contradicts; another wrong number
// is as wrong as the first. What is demanded of a rule depends on what it finds
// (a contradiction, a drift …) and on whether its conditions have a direction
// ("earlier" / "later"): such a rule need not fire when the sides change.
#include "core/check/test_mutants.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

#include "core/base/unicode.h"
#include "core/check/condition.h"
#include "core/check/test_marks.h"

namespace crosscheck {
namespace {

// An example taken apart: one draft, one source, each with at most one mark.
struct TestPair {
  std::string text[2];
  std::vector<SpanMark> marks[2];
  const RuleTest* test = nullptr;

  std::string Words(size_t d) const {
    return marks[d].size() == 1 ? std::string(marks[d][0].range.In(text[d])) : std::string();
  }
  std::string With(size_t d, std::string_view words) const {
    std::string changed = text[d];
    return changed.replace(marks[d][0].range.start, marks[d][0].range.size(), words);
  }
  RuleTest Make(std::string draft, std::string source, std::string_view expect) const {
    RuleTest changed = *test;
    changed.message.clear();
    changed.expect = expect;
    changed.docs[0].text = std::move(draft);
    changed.docs[1].text = std::move(source);
    return changed;
  }
};

using Change = std::optional<RuleTest> (*)(const Rule& rule, const TestPair& pair);

bool Contradicts(const Rule& rule) { return rule.finding == FindingKind::kContradiction; }

// A condition that takes its two ends as arguments of their own ("earlier",
// "later") is true of them one way round only.
bool Directed(const Condition& condition) {
  if (std::any_of(condition.parts.begin(), condition.parts.end(), Directed)) return true;
  if (condition.spec == nullptr) return false;
  return std::count_if(condition.spec->arguments.begin(), condition.spec->arguments.end(),
                       [](const ArgumentSpec& a) { return a.type == ArgumentType::kValue; }) > 1;
}

bool Symmetric(const Rule& rule) {
  return Contradicts(rule) && rule.none.empty() &&
         std::none_of(rule.where.begin(), rule.where.end(), Directed);
}

// Whether the marked words themselves differ; else the difference stands around
// them, and exchanging them changes nothing.
bool Differ(const TestPair& pair) {
  const auto key = [&pair](size_t d) {
    std::string words = FoldKey(pair.Words(d));
    while (words.ends_with('.')) words.pop_back();
    return words;
  };
  return !key(0).empty() && !key(1).empty() && key(0) != key(1);
}

std::optional<RuleTest> Identical(const Rule& rule, const TestPair& pair) {
  if (!Accuses(rule.finding)) return std::nullopt;
  return pair.Make(pair.text[1], pair.text[1], "silent");
}

std::optional<RuleTest> Repaired(const Rule& rule, const TestPair& pair) {
  if (!Accuses(rule.finding) || !Differ(pair)) return std::nullopt;
  return pair.Make(pair.With(0, pair.Words(1)), pair.text[1], "silent");
}

std::optional<RuleTest> Swapped(const Rule& rule, const TestPair& pair) {
  if (!Symmetric(rule) || !Differ(pair)) return std::nullopt;
  return pair.Make(pair.With(0, pair.Words(1)), pair.With(1, pair.Words(0)), "fires");
}

std::optional<RuleTest> Turned(const Rule& rule, const TestPair& pair) {
  if (!Symmetric(rule)) return std::nullopt;
  RuleTest turned = pair.Make(pair.text[1], pair.text[0], "fires");
  std::swap(turned.docs[0].date, turned.docs[1].date);
  return turned;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The first number of a text in digits, with its groups: "1,250" in "of 1,250 t".
TextRange NumberIn(std::string_view words) {
  uint32_t start = 0;
  while (start < words.size() && !IsDigit(words[start])) ++start;
  uint32_t end = start;
  while (end < words.size() &&
         (IsDigit(words[end]) || ((words[end] == ',' || words[end] == '.') &&
                                  end + 1 < words.size() && IsDigit(words[end + 1]))))
    ++end;
  return {start, end};
}

bool IsYear(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

std::optional<double> ValueOf(std::string number) {
  std::erase(number, ',');
  double value = 0.0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  return value;
}

// Far from both numbers, with as many decimals: 3.2 → 10.6, 12 → 37.
std::optional<RuleTest> OtherFigure(const Rule& rule, const TestPair& pair) {
  if (!Contradicts(rule) && rule.finding != FindingKind::kUnsupported) return std::nullopt;
  if (pair.marks[0].size() != 1) return std::nullopt;
  std::string words = pair.Words(0);
  const TextRange at = NumberIn(words);
  const std::string number(at.In(words));
  const std::optional<double> value = ValueOf(number);
  if (at.empty() || IsYear(number) || !value) return std::nullopt;
  std::string other = std::to_string(*value * 3.0 + 1.0);
  const size_t dot = number.find('.');
  other.resize(other.find('.') + (dot == std::string::npos ? 0 : number.size() - dot));
  if (pair.text[1].find(other) != std::string::npos) return std::nullopt;
  words.replace(at.start, at.size(), other);
  return pair.Make(pair.With(0, words), pair.text[1], "fires");
}

std::optional<RuleTest> OtherYear(const Rule& rule, const TestPair& pair) {
  if (!Symmetric(rule) && rule.finding != FindingKind::kUnsupported) return std::nullopt;
  if (pair.marks[0].size() != 1) return std::nullopt;
  std::string words = pair.Words(0);
  const TextRange at = NumberIn(words);
  const std::string number(at.In(words));
  if (!IsYear(number)) return std::nullopt;
  const bool decade = at.end < words.size() && words[at.end] == 's';  // "the 1990s" stays one
  words.replace(at.start, at.size(), std::to_string(*ValueOf(number) - (decade ? 40.0 : 37.0)).substr(0, 4));
  return pair.Make(pair.With(0, words), pair.text[1], "fires");
}

// Only like units compare, and no exchange rate is made up.
std::optional<RuleTest> OtherUnit(const Rule& rule, const TestPair& pair) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSigns = {
      {{"€", "£"}, {"£", "$"}, {"$", "€"}, {"EUR", "GBP"}}};
  if (!Contradicts(rule) || pair.marks[0].size() != 1) return std::nullopt;
  std::string words = pair.Words(0);
  for (const auto& [sign, other] : kSigns) {
    const size_t at = words.find(sign);
    if (at == std::string::npos) continue;
    words.replace(at, sign.size(), other);
    return pair.Make(pair.With(0, words), pair.text[1], "silent");
  }
  return std::nullopt;
}

// Where the rule compares speakers, a third one is as wrong as the second.
std::optional<RuleTest> OtherSpeaker(const Rule& rule, const TestPair& pair) {
  const bool speakers =
      std::any_of(rule.variables.begin(), rule.variables.end(), [](const Variable& variable) {
        return std::any_of(variable.sites.begin(), variable.sites.end(), [](const Site& site) {
          return site.path.Text().find("speaker") != std::string::npos;
        });
      });
  if (!speakers || !Symmetric(rule) || !Differ(pair)) return std::nullopt;
  return pair.Make(pair.With(0, "Dagny Orlov"), pair.text[1], "fires");
}

// The draft's one sentence below an opening: "It is not true that …".
std::optional<std::string> Below(std::string_view opening, std::string text) {
  const bool one = text.find(". ") == std::string::npos && text.find('?') == std::string::npos;
  if (!one || text.empty() || text.front() < 'A' || text.front() > 'Z') return std::nullopt;
  constexpr std::array<std::string_view, 16> kLower = {
      "The ", "A ",  "An ",  "In ",   "On ",   "Every ", "All ",    "Some ",
      "No ",  "He ", "She ", "They ", "More ", "Two ",   "Twelve ", "Nine "};
  if (std::any_of(kLower.begin(), kLower.end(),
                  [&text](std::string_view word) { return text.starts_with(word); }))
    text.front() = static_cast<char>(text.front() - 'A' + 'a');
  return std::string(opening) + text;
}

// A double denial is not tried: what it comes to is a matter of its scope.
std::optional<RuleTest> CalledUntrue(const Rule& rule, const TestPair& pair) {
  const std::string& text = pair.text[0];
  if (text.find(" not ") != std::string::npos || text.find("n't ") != std::string::npos)
    return std::nullopt;
  const auto draft = Below("It is not true that ", text);
  if (!Contradicts(rule) || !draft) return std::nullopt;
  return pair.Make(*draft, pair.text[1], "silent");
}

std::optional<RuleTest> LeftOpen(const Rule& rule, const TestPair& pair) {
  const auto draft = Below("It is unclear whether ", pair.text[0]);
  if (!Contradicts(rule) || !draft) return std::nullopt;
  return pair.Make(*draft, pair.text[1], "silent");
}

struct KindOfChange {
  MutantKind kind;
  Change change;
};
constexpr KindOfChange kTextChanges[] = {
    {{"identical", "the draft is the source, word for word: silent"}, Identical},
    {{"repaired", "the draft's marked words become the source's: silent"}, Repaired},
    {{"swapped", "each takes the other's marked words: a contradiction stays"}, Swapped},
    {{"turned", "draft and source change places: a contradiction stays"}, Turned},
    {{"figure", "the draft has a third number: as wrong as the second"}, OtherFigure},
    {{"date", "the draft has a third year: as wrong as the second"}, OtherYear},
    {{"unit", "the draft's money is in another currency: nothing can be compared"}, OtherUnit},
    {{"speaker", "somebody else said it: as wrong as before"}, OtherSpeaker},
    {{"polarity", "the draft calls its statement untrue: no contradiction is left"}, CalledUntrue},
    {{"modality", "the draft leaves it open: no contradiction is left"}, LeftOpen},
};

std::optional<TestPair> PairOf(const RuleTest& test) {
  if (test.docs.size() != 2 || (!test.docs[0].name.starts_with("draft") && !test.docs[0].name.starts_with("text/"))) return std::nullopt;
  TestPair pair;
  pair.test = &test;
  for (uint32_t d = 0; d < 2; ++d) pair.text[d] = TakeMarks(test.docs[d].text, d, &pair.marks[d]);
  return pair;
}

// Sets a key of every claim of one side.
RuleTest WithKey(const RuleTest& test, std::string_view side, const std::string& key,
                 const std::string& value) {
  RuleTest changed = test;
  changed.message.clear();
  for (YamlNode& claim : changed.claims) {
    if (claim.Text("from", "source") != side) continue;
    std::erase_if(claim.entries, [&key](const auto& entry) { return entry.first.text == key; });
    YamlNode name, scalar;
    name.kind = scalar.kind = YamlNode::Kind::kScalar;
    name.text = key;
    scalar.text = value;
    claim.entries.emplace_back(std::move(name), std::move(scalar));
  }
  return changed;
}

void ChangeClaims(const Rule& rule, const RuleTest& test, std::vector<Mutant>* mutants) {
  if (!Contradicts(rule)) return;
  const auto add = [&](std::string_view kind, RuleTest changed) {
    changed.expect = "silent";
    mutants->push_back({kind, std::move(changed)});
  };
  add("polarity", WithKey(test, "draft", "polarity", "denied"));
  add("modality", WithKey(test, "draft", "modality", "hypothetical"));
  const bool dated =
      std::any_of(rule.variables.begin(), rule.variables.end(), [](const Variable& variable) {
        return variable.sites.front().path.field->type == ValueType::kTime;
      });
  if (dated && rule.scope != Scope::kWithin)
    add("date", WithKey(WithKey(test, "draft", "time", "1951"), "source", "time", "1988"));
}

}  // namespace

const std::vector<MutantKind>& MutantKinds() {
  static const std::vector<MutantKind> kKinds = [] {
    std::vector<MutantKind> kinds;
    for (const KindOfChange& one : kTextChanges) kinds.push_back(one.kind);
    return kinds;
  }();
  return kKinds;
}

std::vector<Mutant> MutantsOf(const Rule& rule, const RuleTest& test) {
  std::vector<Mutant> mutants;
  if (test.expect != "fires") return mutants;
  if (!test.claims.empty()) ChangeClaims(rule, test, &mutants);
  if (const std::optional<TestPair> pair = PairOf(test)) {
    for (const KindOfChange& one : kTextChanges) {
      std::optional<RuleTest> changed = one.change(rule, *pair);
      if (changed) mutants.push_back({one.kind.name, *std::move(changed)});
    }
  }
  const auto named = [](const Reasons& reasons, std::string_view kind) {
    return std::any_of(reasons.begin(), reasons.end(),
                       [kind](const auto& entry) { return entry.first == kind; });
  };
  std::erase_if(mutants, [&](const Mutant& mutant) {
    return named(rule.survives, mutant.kind) || named(test.survives, mutant.kind);
  });
  for (Mutant& mutant : mutants) mutant.test.name += " (" + std::string(mutant.kind) + ")";
  return mutants;
}

}  // namespace crosscheck
