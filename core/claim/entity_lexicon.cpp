// Loading of the words about names. Every file is a map from a section name to a
// list of entries; every entry is a map with a closed set of keys, so that a slip
// ("gendr") is reported at its line instead of being read as nothing.
//
// Names of countries come from CLDR, through ICU; demonyms.yaml adds what CLDR
// does not have: the adjective, the people, and forms that news texts use.

#include "core/claim/entity_lexicon.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/file.h"
#include "core/base/unicode.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

constexpr std::string_view kRightQuote = "\xE2\x80\x99";

// Makes hyphens and slashes spaces, "&" a word, and drops dots and apostrophes.
std::string Separate(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 4);
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' || c == '\'' || c == '"') continue;
    if (text.substr(i, 3) == kRightQuote) {
      i += 2;
    } else if (text.substr(i, 2) == "\xE2\x80" && i + 2 < text.size() && text[i + 2] >= '\x90' && text[i + 2] <= '\x95') {
      out += ' ';  // Unicode hyphens and dashes
      i += 2;
    } else if (c == '&') {
      out += " and ";
    } else if (c == '-' || c == '/' || c == '\n' || c == '\t' || c == ',' || c == '\r') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::string_view> WordsIn(std::string_view text) {
  std::vector<std::string_view> words;
  size_t at = 0;
  while (at < text.size()) {
    const size_t start = text.find_first_not_of(' ', at);
    if (start == std::string_view::npos) break;
    const size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    at = end;
  }
  return words;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view WithoutPossessive(std::string_view name) {
  for (const std::string_view end : {std::string_view("'s"), std::string_view("\xE2\x80\x99s"),
                                     std::string_view("'"), std::string_view("\xE2\x80\x99")}) {
    if (name.size() > end.size() && EndsWith(name, end)) return name.substr(0, name.size() - end.size());
  }
  return name;
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string FoldCaseAndMarks(std::string_view text) {
  if (!IsAscii(text)) return FoldMarks(text);
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<EntityType> ToType(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(EntityType::kOther); ++i) {
    if (ToString(static_cast<EntityType>(i)) == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

std::optional<Gender> ToGender(std::string_view name) {
  if (name == "female") return Gender::kFemale;
  if (name == "male") return Gender::kMale;
  if (name == "neuter") return Gender::kNeuter;
  if (name == "either") return Gender::kUnknown;
  return std::nullopt;
}

std::string CountryName(const char* code) {
  UErrorCode error = U_ZERO_ERROR;
  UChar buffer[128];
  const std::string locale = std::string("und_") + code;
  const int32_t size = uloc_getDisplayCountry(locale.c_str(), "en", buffer, 128, &error);
  std::string name;
  if (U_SUCCESS(error)) icu::UnicodeString(buffer, size).toUTF8String(name);
  return name;
}

}  // namespace

std::string FoldName(std::string_view name) {
  const std::string folded = FoldCaseAndMarks(Separate(WithoutPossessive(name)));
  std::vector<std::string_view> words = WordsIn(folded);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  std::string out;
  bool after_initial = false;
  for (const std::string_view word : words) {
    const bool initial = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
    if (!out.empty() && !(initial && after_initial)) out += ' ';
    out += word;
    after_initial = initial;
  }
  return out;
}

const std::vector<std::string>& EntityLexicon::FullGivenNames(std::string_view folded) const {
  static const std::vector<std::string> kNone;
  const auto* found = Find(full_names_, folded);
  return found == nullptr ? kNone : *found;
}

const std::vector<std::string>& EntityLexicon::WholesOf(std::string_view folded) const {
  static const std::vector<std::string> kNone;
  const auto* found = Find(wholes_, folded);
  return found == nullptr ? kNone : *found;
}

bool EntityLexicon::Synonyms(std::string_view lemma_a, std::string_view lemma_b) const {
  if (lemma_a == lemma_b) return true;
  const auto* a = Find(synonyms_, lemma_a);
  const auto* b = Find(synonyms_, lemma_b);
  if (a == nullptr || b == nullptr) return false;
  return std::ranges::find_first_of(*a, *b) != a->end();
}

const std::vector<std::string>& EntityLexicon::SameNouns(std::string_view lemma) const {
  static const std::vector<std::string> kNone;
  const auto* found = Find(same_, lemma);
  return found == nullptr ? kNone : *found;
}

// Reads the files one after the other into an EntityLexicon.
class EntityLexiconLoader {
 public:
  EntityLexiconLoader(const std::filesystem::path& folder, Diagnostics* diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  std::unique_ptr<const EntityLexicon> Load() {
    LoadCountries();
    LoadDemonyms();
    LoadPlaces();
    LoadRegions();
    LoadAliases();
    LoadOutlets();
    LoadMetonyms();
    LoadTitles();
    LoadRoles();
    LoadGivenNames();
    LoadNouns();
    LoadNameWords();
    LoadPronouns();
    return std::move(lexicon_);
  }

 private:
  // The entries of `section` in `file`, each checked to be a map of `keys`.
  std::vector<YamlNode> Entries(const std::string& file, std::string_view section,
                                const std::vector<std::string>& sections,
                                const std::vector<std::string>& keys) {
    const YamlNode& root = Root(file, sections);
    std::vector<YamlNode> entries;
    const YamlNode* list = root.Find(section);
    if (list == nullptr) return entries;
    for (const YamlNode& item : list->items) {
      if (!item.IsMap()) {
        Say(file, item, "entity-lexicon.no-entry", "an entry of '" + std::string(section) + "' must be a map");
      } else if (CheckKeys(item, keys, Path(file), diagnostics_)) {
        entries.push_back(item);
      }
    }
    return entries;
  }

  // The folded words of a plain list of `section`.
  std::vector<std::string> Words(const std::string& file, std::string_view section,
                                 const std::vector<std::string>& sections) {
    const YamlNode* list = Root(file, sections).Find(section);
    return list == nullptr ? std::vector<std::string>() : list->Strings();
  }

  const YamlNode& Root(const std::string& file, const std::vector<std::string>& sections) {
    if (file == file_) return root_;
    file_ = file;
    root_ = YamlNode();
    const auto bytes = ReadFile(folder_ / file);
    if (!bytes.ok()) {
      diagnostics_->push_back({.level = DiagnosticLevel::kError, .code = "entity-lexicon.unreadable",
                               .path = Path(file), .message = bytes.error().message, .help = {}});
      return root_;
    }
    root_ = ParseYaml(*bytes, Path(file), diagnostics_);
    CheckKeys(root_, sections, Path(file), diagnostics_);
    return root_;
  }

  std::string Path(const std::string& file) const { return (folder_ / file).string(); }

  void Say(const std::string& file, const YamlNode& node, std::string code, std::string message) {
    diagnostics_->push_back({.level = DiagnosticLevel::kError, .code = std::move(code), .path = Path(file),
                             .line = node.line, .column = node.column, .message = std::move(message), .help = {}});
  }

  EntityType TypeOf(const std::string& file, const YamlNode& entry, EntityType otherwise) {
    const std::string text = entry.Text("type");
    if (text.empty()) return otherwise;
    const auto type = ToType(text);
    if (!type) Say(file, entry, "entity-lexicon.unknown-type", "'" + text + "' is no type of entity");
    return type.value_or(otherwise);
  }

  Gender GenderOf(const std::string& file, const YamlNode& entry) {
    const std::string text = entry.Text("gender");
    if (text.empty()) return Gender::kUnknown;
    const auto gender = ToGender(text);
    if (!gender) Say(file, entry, "entity-lexicon.unknown-gender", "'" + text + "' is none of female, male, neuter, either");
    return gender.value_or(Gender::kUnknown);
  }

  static std::vector<std::string> Strings(const YamlNode& entry, std::string_view key) {
    const YamlNode* node = entry.Find(key);
    return node == nullptr ? std::vector<std::string>() : node->Strings();
  }

  void AddName(std::string_view form, const std::string& canonical, EntityType type,
               KnownName::Form kind = KnownName::Form::kName, KnownName::Level level = KnownName::Level::kNone) {
    lexicon_->names_[FoldName(form)] = {canonical, type, kind, level, false};
  }

  void AddPlace(std::string_view form, const std::string& canonical, KnownName::Level level) {
    AddName(form, canonical, EntityType::kPlace, KnownName::Form::kName, level);
  }

  void LoadCountries() {
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
      const std::string name = CountryName(*code);
      if (name.empty() || name == *code) continue;
      country_[*code] = FoldName(name);
      AddPlace(name, FoldName(name), KnownName::Level::kCountry);
    }
  }

  // A name given in the file goes before the one of CLDR ("Hong Kong" before
  // "Hong Kong SAR China").
  void LoadDemonyms() {
    const std::string file = "demonyms.yaml";
    const std::vector<std::string> sections = {"countries", "regions"};
    for (const std::string& section : sections) {
      const auto level = section == "countries" ? KnownName::Level::kCountry : KnownName::Level::kNone;
      for (const YamlNode& entry : Entries(file, section, sections, {"code", "name", "names", "adjectives", "people"})) {
        const auto country = country_.find(entry.Text("code"));
        const std::string cldr = country == country_.end() ? "" : country->second;
        const std::string canonical = entry.Find("name") == nullptr ? cldr : FoldName(entry.Text("name"));
        if (canonical.empty()) {
          Say(file, entry, "entity-lexicon.unknown-country", "'" + entry.Text("code") + "' is no ISO 3166 code, and no name is given");
          continue;
        }
        if (!cldr.empty()) AddPlace(cldr, canonical, level);
        AddPlace(canonical, canonical, level);
        for (const auto& form : Strings(entry, "names")) AddPlace(form, canonical, level);
        for (const auto& form : Strings(entry, "people")) AddName(form, canonical, EntityType::kGroup, KnownName::Form::kPeople);
        for (const auto& form : Strings(entry, "adjectives")) AddName(form, canonical, EntityType::kPlace, KnownName::Form::kAdjective, level);
      }
    }
  }

  void LoadPlaces() {
    const std::string file = "places.yaml";
    const std::vector<std::string> sections = {"states", "cities", "others", "renamed"};
    for (const auto& place : Words(file, "others", sections)) AddPlace(place, FoldName(place), KnownName::Level::kNone);
    for (const auto& city : Words(file, "cities", sections)) AddPlace(city, FoldName(city), KnownName::Level::kCity);
    for (const std::string section : {"states", "renamed"}) {
      const auto level = section == "states" ? KnownName::Level::kState : KnownName::Level::kCity;
      for (const YamlNode& entry : Entries(file, section, sections, {"name", "forms"})) {
        const std::string canonical = FoldName(entry.Text("name"));
        AddPlace(canonical, canonical, level);
        for (const auto& form : Strings(entry, "forms")) AddPlace(form, canonical, level);
      }
    }
  }

  void LoadRegions() {
    for (const YamlNode& entry : Entries("regions.yaml", "wholes", {"wholes"}, {"name", "in", "holds"})) {
      const std::string whole = Canonical(entry.Text("name"));
      for (const auto& place : Strings(entry, "in")) lexicon_->wholes_[whole].push_back(Canonical(place));
      for (const auto& place : Strings(entry, "holds")) lexicon_->wholes_[Canonical(place)].push_back(whole);
    }
  }

  std::string Canonical(std::string_view name) const {
    const std::string folded = FoldName(name);
    const KnownName* known = lexicon_->FindName(folded);
    return known == nullptr ? folded : known->canonical;
  }

  void LoadAliases() {
    const std::string file = "aliases.yaml";
    for (const YamlNode& entry : Entries(file, "names", {"names"}, {"name", "type", "kind", "forms"})) {
      const std::string canonical = FoldName(entry.Text("name"));
      const EntityType type = TypeOf(file, entry, EntityType::kOrganization);
      AddName(canonical, canonical, type);
      for (const auto& form : Strings(entry, "forms")) AddName(form, canonical, type);
      if (entry.Text("kind") != "company") continue;
      lexicon_->names_[canonical].company = true;
      for (const auto& form : Strings(entry, "forms")) lexicon_->names_[FoldName(form)].company = true;
    }
  }

  // Forms are names of an organisation wherever they stand; `credits`, and a name
  // that is a common word, only where something is said to come from there.
  void LoadOutlets() {
    const std::string file = "outlets.yaml";
    const std::vector<std::string> sections = {"agencies", "outlets", "last-words", "told", "by", "works"};
    for (const std::string section : {"agencies", "outlets"}) {
      for (const YamlNode& entry : Entries(file, section, sections, {"name", "common", "forms", "credits"})) {
        const std::string name = entry.Text("name");
        const KnownOutlet outlet = {FoldName(name), name, section == "agencies"};
        const auto add = [&](const std::string& form, bool always) {
          lexicon_->outlets_[FoldName(form)] = outlet;
          if (always && lexicon_->FindName(FoldName(form)) == nullptr) AddName(form, outlet.key, EntityType::kOrganization);
        };
        add(name, entry.Text("common") != "true");
        for (const auto& form : Strings(entry, "forms")) add(form, true);
        for (const auto& form : Strings(entry, "credits")) add(form, false);
      }
    }
    for (const auto& word : Words(file, "last-words", sections)) lexicon_->outlet_words_[FoldName(word)] = true;
    using Credit = EntityLexicon::Credit;
    for (const auto& [section, credit] : {std::pair("told", Credit::kTold), std::pair("by", Credit::kBy), std::pair("works", Credit::kWork)}) {
      // A "report" and to "report" credit in two ways: lemmas stand with their part of speech.
      for (const auto& word : Words(file, section, sections)) lexicon_->credits_[word + (credit == Credit::kWork ? "/n" : "/v")] = credit;
    }
  }

  void LoadMetonyms() {
    for (const YamlNode& entry : Entries("metonyms.yaml", "metonyms", {"metonyms"}, {"words", "for"})) {
      for (const auto& word : Strings(entry, "words")) lexicon_->metonyms_[FoldName(word)] = FoldName(entry.Text("for"));
    }
  }

  void LoadTitles() {
    const std::string file = "titles.yaml";
    const std::vector<std::string> sections = {"address", "titles"};
    for (const std::string& section : sections) {
      for (const YamlNode& entry : Entries(file, section, sections, {"words", "role", "gender"})) {
        const KnownTitle title = {FoldName(entry.Text("role")), GenderOf(file, entry), section == "address"};
        for (const auto& word : Strings(entry, "words")) lexicon_->titles_[FoldName(word)] = title;
      }
    }
  }

  void LoadRoles() {
    const std::string file = "roles.yaml";
    const std::vector<std::string> sections = {"roles", "portfolios", "plain", "former"};
    for (const YamlNode& entry : Entries(file, "roles", sections, {"role", "forms", "gender"})) {
      const std::string role = FoldName(entry.Text("role"));
      AddRole(role, role, GenderOf(file, entry));
      for (const auto& form : Strings(entry, "forms")) AddRole(FoldName(form), role, GenderOf(file, entry));
    }
    for (const YamlNode& entry : Entries(file, "portfolios", sections, {"offices", "fields"})) AddPortfolios(entry);
    for (const auto& word : Words(file, "former", sections)) lexicon_->former_[word] = true;
    for (const auto& word : Words(file, "plain", sections)) AddRole(FoldName(word), FoldName(word), Gender::kUnknown);
  }

  // "transport minister", "minister of transport", "minister for transport".
  void AddPortfolios(const YamlNode& entry) {
    for (const std::string& office : Strings(entry, "offices")) {
      for (const std::string& field : Strings(entry, "fields")) {
        const std::string role = FoldName(field + " " + office);
        AddRole(role, role, Gender::kUnknown);
        const KnownTitle title = *lexicon_->FindTitle(role);
        for (const char* of : {" of ", " for "}) AddRole(FoldName(office + of + field), title.role, title.gender);
      }
    }
  }

  // A role is a title and, as a common noun, a description of a person.
  void AddRole(const std::string& form, const std::string& role, Gender gender) {
    lexicon_->titles_.try_emplace(form, KnownTitle{role, gender, false});
    lexicon_->nouns_.try_emplace(form, KnownNoun{EntityType::kPerson, gender, false, true});
  }

  void LoadGivenNames() {
    const std::string file = "given-names.yaml";
    const std::vector<std::string> sections = {"female", "male", "either", "short", "particles"};
    for (const std::string section : {"female", "male", "either"}) {
      const Gender gender = *ToGender(section);
      for (const auto& name : Words(file, section, sections)) lexicon_->given_names_[FoldName(name)] = gender;
    }
    for (const YamlNode& entry : Entries(file, "short", sections, {"full", "forms"})) {
      for (const auto& form : Strings(entry, "forms")) lexicon_->full_names_[FoldName(form)].push_back(FoldName(entry.Text("full")));
    }
    for (const auto& word : Words(file, "particles", sections)) lexicon_->particles_[word] = true;
  }

  void LoadNouns() {
    const std::string file = "entity-nouns.yaml";
    const std::vector<std::string> sections = {"nouns", "synonyms", "same", "vague", "examples", "firm"};
    for (const auto& word : Words(file, "vague", sections)) lexicon_->vague_nouns_[word] = true;
    for (const auto& word : Words(file, "examples", sections)) lexicon_->example_words_[word] = true;
    for (const auto& word : Words(file, "firm", sections)) lexicon_->firm_nouns_[word] = true;
    for (const YamlNode& entry : Entries(file, "nouns", sections, {"type", "gender", "collective", "words"})) {
      const KnownNoun noun = {TypeOf(file, entry, EntityType::kOther), GenderOf(file, entry), entry.Text("collective") == "true", false};
      for (const auto& word : Strings(entry, "words")) AddNoun(word, noun);
    }
    uint32_t group = 0;
    for (const YamlNode& entry : Entries(file, "synonyms", sections, {"words"})) {
      for (const auto& word : Strings(entry, "words")) lexicon_->synonyms_[word].push_back(group);
      ++group;
    }
    for (const YamlNode& entry : Entries(file, "same", sections, {"words"})) {
      const std::vector<std::string> words = Strings(entry, "words");
      for (const auto& word : words) {
        lexicon_->synonyms_[word].push_back(group);
        std::ranges::copy_if(words, std::back_inserter(lexicon_->same_[word]), [&](const std::string& other) { return other != word; });
      }
      ++group;
    }
  }

  void AddNoun(const std::string& word, const KnownNoun& noun) {
    const auto [at, added] = lexicon_->nouns_.try_emplace(word, noun);
    if (added) return;
    const bool role = at->second.role;
    at->second = noun;
    at->second.role = role;
  }

  void LoadNameWords() {
    const std::string file = "name-words.yaml";
    const std::vector<std::string> sections = {"last", "first", "droppable", "never", "seldom"};
    for (const auto& word : Words(file, "seldom", sections)) lexicon_->seldom_names_[FoldName(word)] = true;
    for (const auto& word : Words(file, "never", sections)) lexicon_->never_names_[FoldName(word)] = true;
    for (const std::string section : {"last", "first", "droppable"}) {
      for (const YamlNode& entry : Entries(file, section, sections, {"type", "words"})) {
        const EntityType type = TypeOf(file, entry, EntityType::kOther);
        for (const auto& word : Strings(entry, "words")) {
          auto& table = section == "first" ? lexicon_->name_openers_ : lexicon_->name_words_;
          table[FoldName(word)] = {type, section == "droppable"};
        }
      }
    }
  }

  void LoadPronouns() {
    const std::string file = "pronouns.yaml";
    const std::vector<std::string> keys = {"words", "person", "gender", "number", "possessive", "reflexive"};
    for (const YamlNode& entry : Entries(file, "pronouns", {"pronouns", "pleonastic"}, keys)) {
      const std::string person = entry.Text("person", "3");
      const KnownPronoun pronoun = {person == "1" ? 1 : person == "2" ? 2 : 3, GenderOf(file, entry),
                                    entry.Text("number") == "plural", entry.Text("possessive") == "true",
                                    entry.Text("reflexive") == "true"};
      for (const auto& word : Strings(entry, "words")) lexicon_->pronouns_[word] = pronoun;
    }
    for (const auto& word : Words(file, "pleonastic", {"pronouns", "pleonastic"})) lexicon_->pleonastic_[word] = true;
  }

  std::filesystem::path folder_;
  Diagnostics* diagnostics_;
  std::unique_ptr<EntityLexicon> lexicon_ = std::make_unique<EntityLexicon>();
  std::unordered_map<std::string, std::string> country_;  // ISO code to canonical name
  std::string file_;  // the file that `root_` was read from
  YamlNode root_;
};

std::unique_ptr<const EntityLexicon> LoadEntityLexicon(const std::filesystem::path& folder,
                                                       Diagnostics* diagnostics) {
  return EntityLexiconLoader(folder, diagnostics).Load();
}

}  // namespace crosscheck
