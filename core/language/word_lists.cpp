#include "core/language/word_lists.h"

#include <algorithm>
#include <utility>

#include "core/base/diagnostic.h"
#include "core/base/file.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

struct NamedSet {
  std::string name;
  WordSet* words;
};

// Reads a file whose top level is a map of lists of words; `more` are further
// keys that the caller reads itself.
Result<YamlNode> ReadLists(const std::filesystem::path& file, const std::vector<NamedSet>& sets,
                           const std::vector<std::string>& more) {
  const auto bytes = ReadFile(file);
  if (!bytes) return bytes.error();
  Diagnostics diagnostics;
  YamlNode root = ParseYaml(*bytes, file.string(), &diagnostics);
  std::vector<std::string> keys = more;
  for (const NamedSet& set : sets) keys.push_back(set.name);
  if (diagnostics.empty()) CheckKeys(root, keys, file.string(), &diagnostics);
  for (const NamedSet& set : sets) {
    const YamlNode* list = root.Find(set.name);
    if (list == nullptr || !diagnostics.empty()) continue;
    if (!list->IsList()) {
      diagnostics.push_back({DiagnosticLevel::kError, "lexicon.not-a-list", file.string(),
                             list->line, list->column, "'" + set.name + "' must be a list of words",
                             ""});
      continue;
    }
    for (const YamlNode& item : list->items) {
      if (item.IsScalar() && set.words->insert(item.text).second) continue;
      diagnostics.push_back(
          {DiagnosticLevel::kError, "lexicon.word", file.string(), item.line, item.column,
           item.IsScalar() ? "'" + item.text + "' stands twice in '" + set.name + "'"
                           : "must be a word",
           ""});
    }
  }
  if (!diagnostics.empty()) return Error{ToText(diagnostics.front())};
  return root;
}

}  // namespace

Result<Abbreviations> LoadAbbreviations(const std::filesystem::path& file) {
  Abbreviations a;
  const auto root = ReadLists(file,
                              {{"titles", &a.titles},
                               {"before-numbers", &a.before_numbers},
                               {"months", &a.months},
                               {"times", &a.times},
                               {"inside", &a.inside},
                               {"general", &a.general},
                               {"names-with-mark", &a.names_with_mark},
                               {"starters", &a.starters},
                               {"speech-verbs", &a.speech_verbs}},
                              {});
  if (!root) return root.error();
  return a;
}

namespace {

// "can not" → "cannot" with 3, 3.
std::string Joined(std::string_view entry, std::vector<uint8_t>* sizes) {
  std::string word;
  for (size_t at = 0; at <= entry.size();) {
    const size_t end = std::min(entry.find(' ', at), entry.size());
    sizes->push_back(static_cast<uint8_t>(end - at));
    word += entry.substr(at, end - at);
    at = end + 1;
  }
  return word;
}

}  // namespace

const std::vector<uint8_t>* TokenLists::Split(std::string_view word, std::string_view next) const {
  if (const auto found = split.find(word); found != split.end()) return &found->second;
  const auto found = split_before.find(word);
  if (found == split_before.end() || !found->second.next.contains(next)) return nullptr;
  return &found->second.sizes;
}

Result<TokenLists> LoadTokenLists(const std::filesystem::path& file) {
  TokenLists t;
  WordSet split, before, escapes;
  const auto root = ReadLists(file,
                              {{"split", &split},
                               {"split-before", &before},
                               {"whole", &t.whole},
                               {"whole-hyphen", &t.whole_hyphen},
                               {"prefixes", &t.prefixes},
                               {"suffixes", &t.suffixes},
                               {"units", &t.units},
                               {"cased-units", &t.cased_units},
                               {"emoticons", &t.emoticons},
                               {"escapes", &escapes},
                               {"elisions", &t.elisions},
                               {"top-domains", &t.top_domains},
                               {"file-suffixes", &t.file_suffixes}},
                              {});
  if (!root) return root.error();
  for (const std::string& entry : split) {
    std::vector<uint8_t> sizes;
    std::string word = Joined(entry, &sizes);
    t.split.emplace(std::move(word), std::move(sizes));
  }
  for (const std::string& entry : before) {  // "it s a": "its" before "a"
    const size_t last = entry.rfind(' ');
    if (last == std::string::npos) continue;
    std::vector<uint8_t> sizes;
    auto& kept = t.split_before[Joined(std::string_view(entry).substr(0, last), &sizes)];
    kept.sizes = std::move(sizes);
    kept.next.insert(entry.substr(last + 1));
  }
  for (const std::string& entry : escapes) {  // "-LRB- ("
    const size_t blank = entry.find(' ');
    if (blank != std::string::npos) t.escapes.emplace(entry.substr(0, blank), entry.substr(blank + 1));
  }
  for (const std::string& face : t.emoticons) {
    t.longest_emoticon = std::max(t.longest_emoticon, face.size());
    if (!face.empty()) t.begins_emoticon[static_cast<unsigned char>(face[0])] = true;
  }
  return t;
}

}  // namespace crosscheck
