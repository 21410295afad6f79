// Loads the lexicon files that figures are read by, strictly: an unknown key, a
// missing name or a number that is none is a diagnostic with its place, and the
// rest of the file still counts.

#include "core/quantity/figure_lexicon.h"

#include <array>
#include <charconv>

#include "core/base/file.h"
#include "core/base/resources.h"
#include "core/base/unicode.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 2> kVowelY = {"ay", "ey"};

class Loader {
 public:
  Loader(FigureLexicon::Tables* tables, Diagnostics* diagnostics) : tables_(tables), diagnostics_(diagnostics) {}

  YamlNode Open(const std::filesystem::path& folder, std::string_view name, const std::vector<std::string>& keys) {
    const std::filesystem::path file = folder / name;
    path_ = file.string();
    const auto bytes = ReadFile(file);
    if (!bytes) {
      diagnostics_->push_back({DiagnosticLevel::kError, "lexicon.missing", path_, 0, 0, bytes.error().message, ""});
      return {};
    }
    YamlNode root = ParseYaml(*bytes, path_, diagnostics_);
    if (root.IsMap()) CheckKeys(root, keys, path_, diagnostics_);
    return root;
  }

  void Numbers(const YamlNode& root);
  void Units(const YamlNode& root);
  void Currencies(const YamlNode& root);
  void Bounds(const YamlNode& root);
  void Trends(const YamlNode& root);
  void Context(const YamlNode& root);

 private:
  double Number(const YamlNode& node) {
    double value = 0;
    const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
    if (error == std::errc() && end == node.text.data() + node.text.size()) return value;
    diagnostics_->push_back({DiagnosticLevel::kError, "lexicon.number", path_, node.line, node.column,
                             "\"" + node.text + "\" is not a number", ""});
    return 0;
  }
  double NumberOf(const YamlNode& map, std::string_view key, double otherwise) {
    const YamlNode* node = map.Find(key);
    return node == nullptr ? otherwise : Number(*node);
  }
  std::vector<std::string> Strings(const YamlNode& map, std::string_view key) {
    const YamlNode* node = map.Find(key);
    return node == nullptr ? std::vector<std::string>() : node->Strings();
  }
  void AddNumbers(const YamlNode& root, std::string_view key, NumberWord::Role role, bool plurals);
  void AddUnitWords(const std::vector<std::string>& words, const Unit& unit);
  FigureKind KindOf(const YamlNode& node);

  FigureLexicon::Tables* tables_;
  Diagnostics* diagnostics_;
  std::string path_;
};

void Loader::AddNumbers(const YamlNode& root, std::string_view key, NumberWord::Role role, bool plurals) {
  const YamlNode* map = root.Find(key);
  if (map == nullptr) return;
  for (const auto& [word, value] : map->entries) {
    const double number = Number(value);
    tables_->numbers.emplace(word.text, NumberWord{role, number, role == NumberWord::Role::kVague});
    if (plurals) tables_->numbers.emplace(word.text + "s", NumberWord{role, number, true});
  }
}

void Loader::Numbers(const YamlNode& root) {
  using Role = NumberWord::Role;
  AddNumbers(root, "vague", Role::kVague, false);
  AddNumbers(root, "cardinals", Role::kCardinal, false);
  AddNumbers(root, "scales", Role::kScale, true);
  AddNumbers(root, "ordinals", Role::kOrdinal, true);
  AddNumbers(root, "parts", Role::kPart, true);
  if (const YamlNode* signs = root.Find("scale-signs")) {
    for (const auto& [sign, value] : signs->entries) tables_->scale_signs.emplace(sign.text, Number(value));
  }
  if (const YamlNode* few = root.Find("few")) {
    for (const auto& [word, ends] : few->entries) {
      if (ends.items.size() == 2) tables_->few.emplace(word.text, std::pair(Number(ends.items[0]), Number(ends.items[1])));
    }
  }
  for (const std::string& word : Strings(root, "minus")) tables_->minus.insert(word);
  for (const std::string& word : Strings(root, "point")) tables_->point.insert(word);
  for (const std::string& word : Strings(root, "over")) tables_->over.insert(word);
}

FigureKind Loader::KindOf(const YamlNode& node) {
  for (int i = 0; i <= static_cast<int>(FigureKind::kRatio); ++i) {
    if (ToString(static_cast<FigureKind>(i)) == node.text) return static_cast<FigureKind>(i);
  }
  diagnostics_->push_back({DiagnosticLevel::kError, "lexicon.kind", path_, node.line, node.column,
                           "\"" + node.text + "\" is no kind of figure", ""});
  return FigureKind::kMeasure;
}

void Loader::AddUnitWords(const std::vector<std::string>& words, const Unit& unit) {
  for (const std::string& word : words) {
    tables_->units.Add(word, unit);
    tables_->units.Add(Plural(word), unit);
    // "miles per hour", "degrees Celsius": the plural may stand on the first word.
    if (const size_t blank = word.find(' '); blank != std::string::npos) {
      tables_->units.Add(Plural(word.substr(0, blank)) + word.substr(blank), unit);
    }
  }
}

void Loader::Units(const YamlNode& root) {
  if (const YamlNode* dimensions = root.Find("dimensions")) {
    for (const auto& [name, kind] : dimensions->entries) tables_->dimensions.emplace(name.text, KindOf(kind));
  }
  if (const YamlNode* quotients = root.Find("quotients")) {
    for (const YamlNode& node : quotients->items) {
      CheckKeys(node, {"upper", "lower", "dimension"}, path_, diagnostics_);
      tables_->quotients.push_back({node.Text("upper"), node.Text("lower"), node.Text("dimension")});
    }
  }
  const YamlNode* units = root.Find("units");
  if (units == nullptr) return;
  for (const YamlNode& node : units->items) {
    CheckKeys(node, {"name", "dimension", "factor", "offset", "guessed", "words", "signs", "tight"}, path_, diagnostics_);
    Unit unit;
    unit.name = node.Text("name");
    unit.dimension = node.Text("dimension");
    unit.factor = NumberOf(node, "factor", 1.0);
    unit.offset = NumberOf(node, "offset", 0.0);
    unit.guessed = node.Text("guessed") == "true";
    const auto kind = tables_->dimensions.find(unit.dimension);
    if (kind != tables_->dimensions.end()) unit.kind = kind->second;
    AddUnitWords(Strings(node, "words"), unit);
    for (const std::string& sign : Strings(node, "signs")) tables_->units.Add(sign, unit, true);
    for (const std::string& sign : Strings(node, "tight")) tables_->units.Add(sign, unit, true, true);
  }
}

void Loader::Currencies(const YamlNode& root) {
  const YamlNode* currencies = root.Find("currencies");
  if (currencies == nullptr) return;
  for (const YamlNode& node : currencies->items) {
    CheckKeys(node, {"code", "signs", "amount-signs", "words", "minor", "guessed-signs", "guessed-words", "guessed-minor"}, path_, diagnostics_);
    Unit unit;
    unit.name = node.Text("code");
    unit.dimension = "money:" + unit.name;
    unit.kind = FigureKind::kMoney;
    for (const std::string& sign : Strings(node, "amount-signs")) tables_->money_before.Add(sign, unit, true, true);
    for (const bool guessed : {false, true}) {
      const std::string prefix = guessed ? "guessed-" : "";
      unit.guessed = guessed;
      for (const std::string& sign : Strings(node, prefix + "signs")) {
        tables_->money_before.Add(sign, unit, true);
        tables_->units.Add(sign, unit, true);
      }
      AddUnitWords(Strings(node, prefix + "words"), unit);
      for (const std::string& word : Strings(node, prefix + "words")) tables_->money_before.Add(word, unit);
      Unit minor = unit;
      minor.scale = 0.01;
      for (const std::string& word : Strings(node, guessed ? "guessed-minor" : "minor")) {
        if (word.size() == 1) {
          tables_->units.Add(word, minor, true, true);
        } else {
          AddUnitWords({word}, minor);
        }
      }
    }
  }
}

void Loader::Bounds(const YamlNode& root) {
  for (const std::string& phrase : Strings(root, "transparent")) tables_->transparent.Add(phrase, 0);
  const YamlNode* bounds = root.Find("bounds");
  if (bounds == nullptr) return;
  for (const YamlNode& node : bounds->items) {
    CheckKeys(node, {"bound", "told", "low", "high", "before", "after"}, path_, diagnostics_);
    BoundPhrase phrase;
    const std::string name = node.Text("bound");
    const std::string told = node.Text("told");
    for (int i = 0; i <= static_cast<int>(Bound::kBetween); ++i) {
      if (ToString(static_cast<Bound>(i)) == name) phrase.bound = static_cast<Bound>(i);
      if (ToString(static_cast<Bound>(i)) == (told.empty() ? name : told)) phrase.told = static_cast<Bound>(i);
    }
    phrase.low = NumberOf(node, "low", 0.0);
    phrase.high = NumberOf(node, "high", 0.0);
    for (const std::string& words : Strings(node, "before")) tables_->bounds_before.Add(words, phrase);
    for (const std::string& words : Strings(node, "after")) tables_->bounds_after.Add(words, phrase);
  }
}

void Loader::Trends(const YamlNode& root) {
  for (const bool up : {true, false}) {
    const YamlNode* side = root.Find(up ? "up" : "down");
    if (side == nullptr) continue;
    CheckKeys(*side, {"verbs", "nouns", "words"}, path_, diagnostics_);
    const Trend trend = up ? Trend::kUp : Trend::kDown;
    for (const std::string& word : Strings(*side, "verbs")) tables_->trend_verbs.emplace(word, trend);
    for (const std::string& word : Strings(*side, "nouns")) tables_->trend_nouns.emplace(word, trend);
    for (const std::string& word : Strings(*side, "words")) tables_->trend_words.emplace(word, trend);
  }
  for (const std::string& word : Strings(root, "only-measured")) tables_->only_measured.insert(word);
  for (const std::string& word : Strings(root, "needs-by")) tables_->needs_by.insert(word);
  for (const std::string& word : Strings(root, "level-words")) tables_->level_words.insert(word);
  for (const std::string& word : Strings(root, "between")) tables_->between.insert(word);
  for (const std::string& word : Strings(root, "fold")) tables_->fold.insert(word);
  if (const YamlNode* times = root.Find("times")) {
    for (const auto& [word, value] : times->entries) tables_->times.emplace(word.text, Number(value));
  }
  const YamlNode* multiples = root.Find("multiples");
  if (multiples == nullptr) return;
  for (const auto& [name, node] : multiples->entries) {
    CheckKeys(node, {"value", "trend", "forms"}, path_, diagnostics_);
    const Multiple multiple{NumberOf(node, "value", 2.0), node.Text("trend") == "down" ? Trend::kDown : Trend::kUp};
    for (const std::string& form : Strings(node, "forms")) tables_->multiples.emplace(form, multiple);
  }
}

void Loader::Context(const YamlNode& root) {
  for (const auto& [key, node] : root.entries) {
    TextSet& set = tables_->context[key.text];
    for (const std::string& word : node.Strings()) {
      set.insert(word);
      if (key.text == "age-after") tables_->age_after.Add(word, 0);
      if (key.text == "labels") tables_->labels.Add(word, 0);
    }
  }
}

}  // namespace

std::string Plural(std::string_view word) {
  std::string plural(word);
  const std::string_view tail = word.size() > 1 ? word.substr(word.size() - 2) : word;
  const char last = word.empty() ? ' ' : word.back();
  bool vowel_y = false;
  for (const std::string_view ending : kVowelY) vowel_y = vowel_y || tail == ending;
  if (last == 'y' && !vowel_y) {
    plural.pop_back();
    return plural + "ies";
  }
  if (last == 's' || last == 'x' || tail == "ch" || tail == "sh") return plural + "es";
  return plural + "s";
}

std::string Singular(std::string_view lower) {
  const auto ends = [lower](std::string_view tail) {
    return lower.size() > tail.size() + 1 && lower.substr(lower.size() - tail.size()) == tail;
  };
  if (ends("ies")) return std::string(lower.substr(0, lower.size() - 3)) + "y";
  if (ends("ches") || ends("shes") || ends("xes") || ends("sses")) return std::string(lower.substr(0, lower.size() - 2));
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) return std::string(lower.substr(0, lower.size() - 1));
  return std::string(lower);
}

FigureLexicon::FigureLexicon() : tables_(std::make_unique<Tables>()) {}
FigureLexicon::FigureLexicon(FigureLexicon&&) noexcept = default;
FigureLexicon& FigureLexicon::operator=(FigureLexicon&&) noexcept = default;
FigureLexicon::~FigureLexicon() = default;

FigureLexicon FigureLexicon::Load(const std::filesystem::path& folder, Diagnostics* diagnostics) {
  FigureLexicon lexicon;
  Loader loader(lexicon.tables_.get(), diagnostics);
  loader.Numbers(loader.Open(folder, "numbers.yaml",
      {"cardinals", "scales", "scale-signs", "ordinals", "parts", "vague", "few", "minus", "point", "over"}));
  loader.Units(loader.Open(folder, "units.yaml", {"dimensions", "quotients", "units"}));
  loader.Currencies(loader.Open(folder, "currencies.yaml", {"currencies"}));
  loader.Bounds(loader.Open(folder, "approximators.yaml", {"bounds", "transparent"}));
  loader.Trends(loader.Open(folder, "trends.yaml", {"up", "down", "only-measured", "needs-by", "level-words", "between", "multiples", "times", "fold"}));
  loader.Context(loader.Open(folder, "figure-context.yaml",
      {"months", "capital-months", "weekdays", "clock", "labels", "weak-labels", "age-before", "age-after",
       "people", "metre-after", "temperature-cues", "money-pound-cues", "score-cues", "odds-cues", "one-before", "one-after",
       "share-after", "share-before", "not-share-after", "not-fraction", "level-before", "year-before",
       "change-before-from", "range-before", "per-nouns", "function-words", "count-nouns", "glue-before", "unit-adjectives", "street-words", "age-verbs", "person-parts", "bounded-wholes", "choice-verbs", "other-whole", "compared-after", "counts-in", "counts-out", "once-more", "still", "one-more", "able", "making-works", "issuing-works", "narrowing", "recurrent", "ordering", "single", "at-first", "in-course", "order-first", "order-last", "order-next", "parties", "contending", "particle-verbs", "times-after", "rate-cues", "age-groups", "marks", "vote-cues", "rate-clock", "bound-prepositions"}));
  return lexicon;
}

const FigureLexicon& FigureLexicon::Shipped() {
  static const FigureLexicon lexicon = [] {
    const auto resources = FindResources();
    Diagnostics diagnostics;
    return resources ? Load(resources->lexicon, &diagnostics) : FigureLexicon();
  }();
  return lexicon;
}

}  // namespace crosscheck
