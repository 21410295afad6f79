#include "core/claim/relations.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/base/yaml.h"

namespace crosscheck {

// Fills a RelationLexicon from its files.
class RelationLoader {
 public:
  RelationLoader(const std::filesystem::path& folder, Diagnostics* diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  RelationLexicon Load() {
    const YamlNode relations = File("relations.yaml");
    CheckKeys(relations, {"crosscheck", "relations", "tolls", "anybody"}, path_, diagnostics_);
    if (const YamlNode* list = relations.Find("relations")) {
      for (const YamlNode& node : list->items) AddRelation(node);
      for (const YamlNode& node : list->items) CheckNames(node);
    }
    if (const YamlNode* tolls = relations.Find("tolls")) {
      for (const auto& [name, words] : tolls->entries) {
        for (const std::string& word : words.Strings()) lexicon_.tolls_[word] = name.text;
      }
    }
    AddSet(relations.Find("anybody"), &lexicon_.anybody_);
    const YamlNode opposites = File("opposites.yaml");
    CheckKeys(opposites, {"crosscheck", "pairs", "up", "down", "groups", "kinds", "many-coloured", "sizes", "sized", "in-turn", "turns", "ways", "negating", "negating-clauses", "offers", "refusing", "leaving-out", "limiting", "limited", "telling", "hedging", "planning", "opinion", "refuting", "plain-denials", "existing", "unconfirmed", "withdrawing", "rejecting", "told", "denying", "denying-prefixes", "compatible", "called-true", "called-untrue", "holding", "whole", "degrees"}, path_, diagnostics_);
    AddOpposites(opposites);
    const YamlNode natures = File("natures.yaml");
    CheckKeys(natures,
              {"crosscheck", "natures", "together", "once", "making", "showing", "channels"}, path_,
              diagnostics_);
    AddNatures(natures);
    const YamlNode details = File("details.yaml");
    CheckKeys(details, {"crosscheck", "details", "states", "someone", "changing", "happens-once"}, path_, diagnostics_);
    AddDetails(details);
    lexicon_.words_ = FunctionWords::Load(folder_, diagnostics_);
    return std::move(lexicon_);
  }

 private:
  YamlNode File(const char* name) {
    path_ = (folder_ / name).string();
    const Result<std::string> bytes = ReadFile(folder_ / name);
    if (!bytes) {
      diagnostics_->push_back({DiagnosticLevel::kError, "lexicon.unreadable", path_, 0, 0, bytes.error().message, ""});
      return {};
    }
    return ParseYaml(*bytes, path_, diagnostics_);
  }

  void AddRelation(const YamlNode& node) {
    CheckKeys(node, {"name", "verbs", "nouns", "inverse", "opposite", "implies", "functional", "symmetric", "direction", "note"}, path_, diagnostics_);
    Relation relation;
    relation.name = node.Text("name");
    relation.inverse = node.Text("inverse");
    relation.functional = node.Text("functional") == "true";
    relation.symmetric = node.Text("symmetric") == "true";
    relation.direction = node.Text("direction") == "up"     ? Direction::kUp
                         : node.Text("direction") == "down" ? Direction::kDown
                                                            : Direction::kNone;
    if (const YamlNode* opposite = node.Find("opposite")) relation.opposites = opposite->Strings();
    if (const YamlNode* implies = node.Find("implies")) relation.implies = implies->Strings();
    Words(node, "verbs", relation.name, &lexicon_.verbs_);
    Words(node, "nouns", relation.name, &lexicon_.nouns_);
    if (!lexicon_.by_name_.emplace(relation.name, lexicon_.relations_.size()).second) {
      Say(node, "lexicon.duplicate", "relation '" + relation.name + "' stands twice");
      return;
    }
    lexicon_.relations_.push_back(std::move(relation));
  }

  void Words(const YamlNode& node, const char* key, const std::string& name,
             std::unordered_map<std::string, std::string>* words) {
    const YamlNode* list = node.Find(key);
    if (list == nullptr) return;
    for (const std::string& word : list->Strings()) {
      if (!words->emplace(word, name).second) {
        Say(*list, "lexicon.duplicate", "'" + word + "' is already in '" + (*words)[word] + "'");
      }
    }
  }

  void CheckNames(const YamlNode& node) {
    std::vector<std::string> names;
    for (const Relation& relation : lexicon_.relations_) names.push_back(relation.name);
    for (const char* key : {"inverse", "opposite", "implies"}) {
      const YamlNode* value = node.Find(key);
      if (value == nullptr) continue;
      for (const std::string& name : value->Strings()) {
        if (lexicon_.by_name_.contains(name)) continue;
        const std::string nearest = Nearest(name, names);
        Say(*value, "lexicon.unknown-relation", "no relation is called '" + name + "'",
            nearest.empty() ? "" : "did you mean '" + nearest + "'?");
      }
    }
  }

  void AddOpposites(const YamlNode& root) {
    if (const YamlNode* pairs = root.Find("pairs")) {
      for (const YamlNode& pair : pairs->items) AddPair(pair);
    }
    AddDirections(root.Find("up"), Direction::kUp);
    AddDirections(root.Find("down"), Direction::kDown);
    if (const YamlNode* groups = root.Find("groups")) {
      for (const auto& [name, words] : groups->entries) {
        for (const std::string& word : words.Strings()) lexicon_.groups_[word].push_back(name.text);
      }
    }
    if (const YamlNode* kinds = root.Find("kinds")) {
      for (const auto& [group, nouns] : kinds->entries) {
        for (std::string& noun : nouns.Strings()) lexicon_.kinds_.push_back({group.text, std::move(noun)});
      }
    }
    if (const YamlNode* coloured = root.Find("many-coloured")) lexicon_.many_coloured_ = coloured->Strings();
    if (const YamlNode* sized = root.Find("sized")) lexicon_.sized_ = sized->Strings();
    AddSet(root.Find("sizes"), &lexicon_.sizes_);
    if (const YamlNode* in_turn = root.Find("in-turn")) lexicon_.in_turn_ = in_turn->Strings();
    AddSet(root.Find("turns"), &lexicon_.turns_);
    AddSet(root.Find("ways"), &lexicon_.ways_);
    AddSet(root.Find("negating"), &lexicon_.negating_);
    AddSet(root.Find("offers"), &lexicon_.offers_);
    AddSet(root.Find("refusing"), &lexicon_.refusing_);
    AddSet(root.Find("leaving-out"), &lexicon_.leaving_out_);
    AddSet(root.Find("limiting"), &lexicon_.limiting_);
    AddSet(root.Find("limited"), &lexicon_.limited_);
    AddSet(root.Find("telling"), &lexicon_.telling_);
    AddSet(root.Find("negating-clauses"), &lexicon_.negating_clauses_);
    AddSet(root.Find("hedging"), &lexicon_.hedging_);
    AddSet(root.Find("planning"), &lexicon_.planning_);
    AddSet(root.Find("opinion"), &lexicon_.opinion_);
    AddSet(root.Find("refuting"), &lexicon_.refuting_);
    AddSet(root.Find("plain-denials"), &lexicon_.plain_denials_);
    AddSet(root.Find("existing"), &lexicon_.existing_);
    AddSet(root.Find("unconfirmed"), &lexicon_.unconfirmed_);
    AddSet(root.Find("withdrawing"), &lexicon_.withdrawing_);
    AddSet(root.Find("rejecting"), &lexicon_.rejecting_);
    AddSet(root.Find("told"), &lexicon_.told_);
    AddSet(root.Find("denying"), &lexicon_.denying_);
    if (const YamlNode* prefixes = root.Find("denying-prefixes")) lexicon_.denying_prefixes_ = prefixes->Strings();
    AddSet(root.Find("holding"), &lexicon_.holding_);
    AddSet(root.Find("whole"), &lexicon_.whole_);
    AddSet(root.Find("degrees"), &lexicon_.degrees_);
    AddSet(root.Find("called-true"), &lexicon_.true_);
    AddSet(root.Find("called-untrue"), &lexicon_.untrue_);
    AddSet(root.Find("compatible"), &lexicon_.compatible_);
  }

  void AddNatures(const YamlNode& root) {
    if (const YamlNode* natures = root.Find("natures")) {
      for (const auto& [name, nature] : natures->entries) {
        CheckKeys(nature, {"within", "words", "kinds"}, path_, diagnostics_);
        if (const YamlNode* above = nature.Find("within")) lexicon_.within_[name.text] = above->text;
        if (const YamlNode* words = nature.Find("words")) {
          for (const std::string& word : words->Strings()) {
            if (!lexicon_.natures_.emplace(word, name.text).second) Say(*words, "lexicon.duplicate", "'" + word + "' has two natures");
          }
        }
        if (const YamlNode* kinds = nature.Find("kinds")) {
          for (std::string& noun : kinds->Strings()) lexicon_.nature_kinds_.push_back({name.text, std::move(noun)});
        }
      }
    }
    if (const YamlNode* together = root.Find("together")) {
      for (const YamlNode& pair : together->items) {
        if (!pair.IsList() || pair.items.size() != 2) {
          Say(pair, "lexicon.pair", "a pair has two natures");
          continue;
        }
        lexicon_.natures_together_[pair.items[0].text].insert(pair.items[1].text);
        lexicon_.natures_together_[pair.items[1].text].insert(pair.items[0].text);
      }
    }
    AddSet(root.Find("once"), &lexicon_.once_);
    AddSet(root.Find("making"), &lexicon_.making_);
    AddSet(root.Find("showing"), &lexicon_.showing_);
    AddSet(root.Find("channels"), &lexicon_.channels_);
  }

  void AddDetails(const YamlNode& root) {
    if (const YamlNode* groups = root.Find("details")) {
      for (const YamlNode& node : groups->items) AddDetailGroup(node);
    }
    if (const YamlNode* states = root.Find("states")) {
      for (const YamlNode& pair : states->items) AddState(pair);
    }
    AddSet(root.Find("someone"), &lexicon_.someone_);
    AddSet(root.Find("changing"), &lexicon_.changing_);
    AddSet(root.Find("happens-once"), &lexicon_.happens_once_);
  }

  void AddDetailGroup(const YamlNode& node) {
    CheckKeys(node, {"name", "core", "prepositions", "words"}, path_, diagnostics_);
    RelationLexicon::DetailGroup group;
    group.name = node.Text("name");
    group.core = node.Text("core") == "true";
    if (const YamlNode* prepositions = node.Find("prepositions")) group.prepositions = prepositions->Strings();
    const size_t number = lexicon_.detail_groups_.size();
    if (const YamlNode* words = node.Find("words")) {
      for (const YamlNode& member : words->items) {
        for (const std::string& word : member.Strings()) lexicon_.details_[word].push_back({number, group.members.size()});
        group.members.push_back(member.Strings());
      }
    }
    lexicon_.detail_groups_.push_back(std::move(group));
  }

  void AddState(const YamlNode& pair) {
    if (!pair.IsList() || pair.items.size() != 2) {
      Say(pair, "lexicon.pair", "a pair has two sides: [word or list, word or list]");
      return;
    }
    const size_t number = lexicon_.state_pairs_.size();
    lexicon_.state_pairs_.emplace_back(pair.items[0].Strings(), pair.items[1].Strings());
    for (const std::string& word : lexicon_.state_pairs_.back().first) lexicon_.states_[word].push_back({number, true});
    for (const std::string& word : lexicon_.state_pairs_.back().second) lexicon_.states_[word].push_back({number, false});
  }

  // A pair is a list of two sides; a side is a word or a list of words.
  void AddPair(const YamlNode& pair) {
    if (!pair.IsList() || pair.items.size() != 2) {
      Say(pair, "lexicon.pair", "a pair has two sides: [word or list, word or list]");
      return;
    }
    for (const std::string& a : pair.items[0].Strings()) {
      for (const std::string& b : pair.items[1].Strings()) {
        lexicon_.opposites_[a].insert(b);
        lexicon_.opposites_[b].insert(a);
      }
    }
  }

  void AddDirections(const YamlNode* list, Direction direction) {
    if (list == nullptr) return;
    for (const std::string& word : list->Strings()) lexicon_.directions_[word] = direction;
  }

  static void AddSet(const YamlNode* list, RelationLexicon::Set* set) {
    if (list == nullptr) return;
    for (std::string& word : list->Strings()) set->insert(std::move(word));
  }

  void Say(const YamlNode& at, const char* code, std::string message, std::string help = "") {
    diagnostics_->push_back({DiagnosticLevel::kError, code, path_, at.line, at.column, std::move(message), std::move(help)});
  }

  std::filesystem::path folder_;
  Diagnostics* diagnostics_;
  std::string path_;
  RelationLexicon lexicon_;
};

RelationLexicon RelationLexicon::Load(const std::filesystem::path& folder, Diagnostics* diagnostics) {
  return RelationLoader(folder, diagnostics).Load();
}

std::string RelationLexicon::OfVerb(std::string_view lemma, std::string_view particle) const {
  if (!particle.empty()) {
    const std::string phrasal = std::string(lemma) + " " + std::string(particle);
    if (const auto found = verbs_.find(phrasal); found != verbs_.end()) return found->second;
    return phrasal;
  }
  const auto found = verbs_.find(std::string(lemma));
  return found != verbs_.end() ? found->second : std::string(lemma);
}

std::string RelationLexicon::OfNoun(std::string_view lemma) const {
  const auto found = nouns_.find(std::string(lemma));
  return found != nouns_.end() ? found->second : std::string();
}

std::string_view RelationLexicon::TollOf(std::string_view relation) const {
  const auto found = tolls_.find(std::string(relation));
  return found != tolls_.end() ? std::string_view(found->second) : std::string_view();
}

const Relation* RelationLexicon::Find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found != by_name_.end() ? &relations_[found->second] : nullptr;
}

bool RelationLexicon::Opposed(std::string_view a, std::string_view b) const {
  const Relation* first = Find(a);
  const Relation* second = Find(b);
  const auto names = [](const Relation* r, std::string_view name) {
    return r != nullptr && std::ranges::find(r->opposites, name) != r->opposites.end();
  };
  if (names(first, b) || names(second, a)) return true;
  return OppositeWords(a, b);
}

bool RelationLexicon::OppositeWords(std::string_view a, std::string_view b) const {
  const auto found = opposites_.find(std::string(a));
  if (found != opposites_.end() && found->second.contains(std::string(b))) return true;
  const Direction first = DirectionOf(a);
  const Direction second = DirectionOf(b);
  return first != Direction::kNone && second != Direction::kNone && first != second;
}

bool RelationLexicon::SharesOpposite(std::string_view a, std::string_view b) const {
  const auto first = opposites_.find(std::string(a)), second = opposites_.find(std::string(b));
  if (first == opposites_.end() || second == opposites_.end()) return false;
  return std::ranges::any_of(first->second, [&](const auto& word) { return second->second.contains(word); });
}

Direction RelationLexicon::DirectionOf(std::string_view lemma) const {
  const auto found = directions_.find(std::string(lemma));
  return found != directions_.end() ? found->second : Direction::kNone;
}

std::span<const RelationLexicon::Detail> RelationLexicon::DetailsOf(std::string_view noun) const {
  const auto found = details_.find(std::string(noun));
  return found == details_.end() ? std::span<const Detail>() : std::span<const Detail>(found->second);
}

std::span<const RelationLexicon::State> RelationLexicon::StatesOf(std::string_view word) const {
  const auto found = states_.find(std::string(word));
  return found == states_.end() ? std::span<const State>() : std::span<const State>(found->second);
}

std::optional<std::string_view> RelationLexicon::NatureOf(std::string_view noun) const {
  const auto found = natures_.find(std::string(noun));
  if (found == natures_.end()) return std::nullopt;
  return found->second;
}

bool RelationLexicon::Within(std::string_view nature, std::string_view other) const {
  for (std::string at(nature);;) {
    if (at == other) return true;
    const auto above = within_.find(at);
    if (above == within_.end()) return false;
    at = above->second;
  }
}

bool RelationLexicon::NaturesExclude(std::string_view a, std::string_view b) const {
  if (Within(a, b) || Within(b, a)) return false;
  for (const auto& [first, others] : natures_together_) {
    for (const std::string& second : others) {
      if (Within(a, first) && Within(b, second)) return false;
    }
  }
  return true;
}

std::span<const std::string> RelationLexicon::GroupsOf(std::string_view lemma) const {
  const auto found = groups_.find(std::string(lemma));
  return found != groups_.end() ? std::span<const std::string>(found->second) : std::span<const std::string>();
}

}  // namespace crosscheck
