#include "core/claim/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 13> kKindNames = {
    "say", "confirm", "argue", "believe", "deny", "ask", "plan", "hope", "predict", "allege", "order", "report", "stance"};
constexpr std::array<std::string_view, 5> kCommitmentNames = {"certain", "probable", "possible", "counter", "none"};
constexpr std::array<std::string_view, 9> kFrameNames = {
    "clause", "quote", "infinitive", "object", "object-infinitive", "complement", "subject", "passive", "anything"};
constexpr std::array<std::string_view, 5> kClassKeys = {"verbs", "nouns", "adjectives", "adverbs", "adpositions"};

// The place of a name in a table, or -1 with a diagnostic.
template <size_t N>
int IndexOf(const std::array<std::string_view, N>& names, const YamlNode& node, std::string_view path,
            Diagnostics* diagnostics) {
  const auto found = std::ranges::find(names, std::string_view(node.text));
  if (node.IsScalar() && found != names.end()) return static_cast<int>(found - names.begin());
  const std::vector<std::string> known(names.begin(), names.end());
  const std::string nearest = Nearest(node.text, known);
  diagnostics->push_back({DiagnosticLevel::kError, "cues.unknown-value", std::string(path), node.line, node.column,
                          "unknown value '" + node.text + "'",
                          nearest.empty() ? "" : "did you mean '" + nearest + "'?"});
  return -1;
}

std::vector<std::string> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool ReadFlag(const YamlNode& group, std::string_view key, std::string_view path, Diagnostics* diagnostics) {
  const YamlNode* node = group.Find(key);
  if (node == nullptr) return false;
  constexpr std::array<std::string_view, 2> kNames = {"no", "yes"};
  return IndexOf(kNames, *node, path, diagnostics) == 1;
}

}  // namespace

std::string_view ToString(CueKind kind) { return kKindNames[static_cast<size_t>(kind)]; }
std::string_view ToString(Commitment commitment) { return kCommitmentNames[static_cast<size_t>(commitment)]; }

void CueLexicon::AddGroup(const YamlNode& group, std::string_view path, Diagnostics* diagnostics) {
  static const std::vector<std::string> kKeys = {"kind", "strength", "commitment", "factive", "recites", "takes", "topic", "addressee",
                                                 "verbs", "nouns", "adjectives", "adverbs", "adpositions"};
  CheckKeys(group, kKeys, path, diagnostics);
  Cue cue;
  if (const YamlNode* kind = group.Find("kind")) {
    const int index = IndexOf(kKindNames, *kind, path, diagnostics);
    if (index < 0) return;
    cue.kind = static_cast<CueKind>(index);
  }
  if (const YamlNode* commitment = group.Find("commitment")) {
    const int index = IndexOf(kCommitmentNames, *commitment, path, diagnostics);
    if (index >= 0) cue.commitment = static_cast<Commitment>(index);
  }
  if (const YamlNode* strength = group.Find("strength")) {
    constexpr std::array<std::string_view, 5> kLevels = {"0", "1", "2", "3", "4"};
    const int index = IndexOf(kLevels, *strength, path, diagnostics);
    if (index >= 0) cue.strength = index;
  }
  if (const YamlNode* takes = group.Find("takes")) {
    for (const YamlNode& frame : takes->items) {
      const int index = IndexOf(kFrameNames, frame, path, diagnostics);
      if (index >= 0) cue.takes = static_cast<uint16_t>(cue.takes | (1u << index));
    }
  }
  if (const YamlNode* topic = group.Find("topic")) cue.topics = topic->Strings();
  cue.factive = ReadFlag(group, "factive", path, diagnostics);
  cue.recites = ReadFlag(group, "recites", path, diagnostics);
  cue.addressee = ReadFlag(group, "addressee", path, diagnostics);
  for (size_t c = 0; c < kClassKeys.size(); ++c) {
    const YamlNode* words = group.Find(kClassKeys[c]);
    if (words == nullptr) continue;
    for (const std::string& text : words->Strings()) {
      Cue entry = cue;
      std::vector<std::string> parts = SplitWords(text);
      if (parts.empty()) continue;
      entry.head = parts.front();
      entry.rest.assign(parts.begin() + 1, parts.end());
      by_head_[c][entry.head].push_back(std::move(entry));
      ++size_;
    }
  }
}

CueLexicon CueLexicon::Parse(std::string_view bytes, std::string_view path, Diagnostics* diagnostics) {
  CueLexicon lexicon;
  const YamlNode root = ParseYaml(bytes, path, diagnostics);
  CheckKeys(root, {"cues", "support-verbs", "time-words"}, path, diagnostics);
  if (const YamlNode* verbs = root.Find("support-verbs")) lexicon.support_verbs_ = verbs->Strings();
  std::ranges::sort(lexicon.support_verbs_);
  if (const YamlNode* words = root.Find("time-words")) {
    for (const std::string& word : words->Strings()) lexicon.time_words_.push_back(ToLower(word));
  }
  std::ranges::sort(lexicon.time_words_);
  if (const YamlNode* groups = root.Find("cues")) {
    for (const YamlNode& group : groups->items) lexicon.AddGroup(group, path, diagnostics);
  }
  for (auto& by_head : lexicon.by_head_) {
    for (auto& [head, cues] : by_head) {
      std::ranges::stable_sort(cues, std::ranges::greater{}, [](const Cue& cue) { return cue.rest.size(); });
    }
  }
  return lexicon;
}

CueLexicon CueLexicon::Load(const std::filesystem::path& path, Diagnostics* diagnostics) {
  const Result<std::string> bytes = ReadFile(path);
  if (!bytes) {
    diagnostics->push_back({DiagnosticLevel::kError, "cues.unreadable", path.string(), 0, 0, bytes.error().message, ""});
    return {};
  }
  return Parse(*bytes, path.string(), diagnostics);
}

std::span<const Cue> CueLexicon::Find(CueClass word_class, std::string_view lemma) const {
  const auto& by_head = by_head_[static_cast<size_t>(word_class)];
  const auto found = by_head.find(std::string(lemma));
  if (found == by_head.end()) return {};
  return found->second;
}

bool CueLexicon::IsSupportVerb(std::string_view lemma) const {
  return std::ranges::binary_search(support_verbs_, lemma);
}

bool CueLexicon::IsTimeWord(std::string_view lower) const { return std::ranges::binary_search(time_words_, lower); }

std::unique_ptr<const CueLexicon> LoadCueLexicon(const std::filesystem::path& path, Diagnostics* diagnostics) {
  return std::make_unique<const CueLexicon>(CueLexicon::Load(path, diagnostics));
}

}  // namespace crosscheck
