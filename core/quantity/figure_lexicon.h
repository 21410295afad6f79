#ifndef CROSSCHECK_CORE_QUANTITY_FIGURE_LEXICON_H_
#define CROSSCHECK_CORE_QUANTITY_FIGURE_LEXICON_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/quantity/figure.h"
#include "core/quantity/figure_atoms.h"

namespace crosscheck {

// Lookup by string_view without building a string.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
template <typename T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

// A unit or a currency; `tight` and `guessed` belong to the spelling.
struct Unit {
  std::string name;
  std::string dimension;
  FigureKind kind = FigureKind::kMeasure;
  double factor = 1.0;
  double offset = 0.0;
  double scale = 1.0;   // of the value as told: 0.01 for cents
  bool guessed = false;
};

// What a number word does.
struct NumberWord {
  enum class Role : uint8_t { kCardinal, kScale, kOrdinal, kPart, kVague };
  Role role = Role::kCardinal;
  double value = 0.0;
  bool plural = false;
};

struct BoundPhrase {
  Bound bound = Bound::kExact;
  Bound told = Bound::kExact;    // what the words say by themselves
  double low = 0.0, high = 0.0;  // shares of the value for the implied interval
};

// A table of phrases, each a row of atoms. Match gives the longest that starts
// (or, built backwards, ends) at an atom. Words may be joined by a dash
// ("pound-feet" is "pound feet"); a sign must be written as it stands ("m2" is
// not "m 2").
template <typename T>
class PhraseTable {
 public:
  struct Entry {
    std::vector<std::string> atoms;  // as compared
    std::vector<bool> glued;         // each to the atom before it
    T value;
    bool exact = false;  // compare with case, and with blanks
    bool tight = false;
  };
  // A match: atoms [first, last) of the row.
  struct Hit {
    const Entry* entry = nullptr;
    int64_t first = 0, last = 0;
    explicit operator bool() const { return entry != nullptr; }
    const Entry* operator->() const { return entry; }
  };

  explicit PhraseTable(bool backward = false) : backward_(backward) {}

  void Add(std::string_view phrase, T value, bool exact = false, bool tight = false) {
    const AtomRow row(phrase);
    Entry entry{{}, {}, std::move(value), exact, tight};
    for (size_t i = 0; i < row.size(); ++i) {
      if (!exact && i > 0 && IsDash(row[i])) continue;
      entry.atoms.emplace_back(exact ? row[i].text : row[i].lower);
      entry.glued.push_back(row[i].glued);
    }
    if (entry.atoms.empty()) return;
    const std::string key = std::string(backward_ ? row[row.size() - 1].lower : row[0].lower);
    auto& entries = entries_[key];
    size_t at = 0;
    while (at < entries.size() && entries[at].atoms.size() >= entry.atoms.size()) ++at;
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
  }

  // The entries whose first (last) atom is this one, longest first.
  const std::vector<Entry>* Starting(std::string_view lower) const {
    const auto found = entries_.find(lower);
    return found == entries_.end() ? nullptr : &found->second;
  }

  // The longest phrase at atom `at` (its first, or its last when built
  // backwards) that `accept` takes.
  template <typename Accept>
  Hit Match(const AtomRow& row, int64_t at, Accept accept) const {
    const auto* entries = Starting(row.At(at).lower);
    if (entries == nullptr) return {};
    for (const Entry& entry : *entries) {
      const Hit hit = Fit(row, at, entry);
      if (hit && accept(hit)) return hit;
    }
    return {};
  }
  Hit Match(const AtomRow& row, int64_t at) const {
    return Match(row, at, [](const Hit&) { return true; });
  }

 private:
  Hit Fit(const AtomRow& row, int64_t at, const Entry& entry) const {
    const auto size = static_cast<int64_t>(entry.atoms.size());
    int64_t i = at;
    for (int64_t k = 0; k < size; ++k) {
      const auto part = static_cast<size_t>(backward_ ? size - 1 - k : k);
      if (k > 0) i += backward_ ? -1 : 1;
      if (k > 0 && !entry.exact && IsDash(row.At(i))) i += backward_ ? -1 : 1;
      const Atom& atom = row.At(i);
      if (atom.text.empty() || (entry.exact ? atom.text : atom.lower) != entry.atoms[part]) return {};
      const bool first = part == 0;
      if (entry.exact && !first && atom.glued != entry.glued[part]) return {};
    }
    return backward_ ? Hit{&entry, i, at + 1} : Hit{&entry, at, i + 1};
  }

  TextMap<std::vector<Entry>> entries_;
  bool backward_ = false;
};

struct Multiple {
  double value = 2.0;
  Trend trend = Trend::kUp;
};

struct Quotient {
  std::string upper, lower, dimension;
};

// All tables; see the lexicon files for what each is.
struct FigureLexicon::Tables {
  TextMap<NumberWord> numbers;
  TextMap<double> scale_signs;           // with case
  TextSet minus, point, over;
  TextMap<std::pair<double, double>> few;  // "several" before a scale word: how many of it
  PhraseTable<Unit> units;               // after a number: units and money
  PhraseTable<Unit> money_before{true};  // signs and codes before a number
  TextMap<FigureKind> dimensions;
  std::vector<Quotient> quotients;
  PhraseTable<BoundPhrase> bounds_before{true};
  PhraseTable<BoundPhrase> bounds_after;
  PhraseTable<int> transparent{true};
  TextMap<Trend> trend_verbs, trend_nouns, trend_words;
  TextSet only_measured, needs_by, level_words, between;
  TextMap<Multiple> multiples;
  TextMap<double> times;  // "twice"
  TextSet fold;
  // figure-context.yaml, one set a key; phrases are joined with single blanks.
  TextMap<TextSet> context;
  PhraseTable<int> age_after;
  PhraseTable<int> labels{true};

  bool In(std::string_view set, std::string_view word) const {
    const auto found = context.find(set);
    return found != context.end() && found->second.find(word) != found->second.end();
  }
};

// "inches" for "inch", "centuries" for "century".
std::string Plural(std::string_view word);
// The singular of a counted noun as far as its ending tells ("shares" → "share").
std::string Singular(std::string_view lower);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_QUANTITY_FIGURE_LEXICON_H_
