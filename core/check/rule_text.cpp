// Small readings of the text of a rule: lists of words, variables, one-line YAML.
#include <algorithm>

#include "core/check/loader.h"

namespace crosscheck {

std::vector<std::string> SplitWords(std::string_view words) {
  std::vector<std::string> split;
  while (!words.empty()) {
    const size_t blank = words.find(' ');
    if (blank != 0) split.emplace_back(words.substr(0, blank));
    words = blank == std::string_view::npos ? std::string_view() : words.substr(blank + 1);
  }
  return split;
}

bool IsVariable(std::string_view text) {
  if (text.size() < 2 || text[0] != '$' || text[1] < 'A' || text[1] > 'Z') return false;
  return std::all_of(text.begin() + 1, text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// Depth is bounded by the YAML loader.
std::string Flow(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return "null";
    case YamlNode::Kind::kScalar:
      return node.text;
    case YamlNode::Kind::kList: {
      if (node.items.size() == 1) return Flow(node.items.front());
      std::string out = "[";
      for (size_t i = 0; i < node.items.size(); ++i)
        out += (i == 0 ? "" : ", ") + Flow(node.items[i]);
      return out + "]";
    }
    case YamlNode::Kind::kMap: {
      std::string out = "{";
      for (size_t i = 0; i < node.entries.size(); ++i)
        out +=
            (i == 0 ? "" : ", ") + node.entries[i].first.text + ": " + Flow(node.entries[i].second);
      return out + "}";
    }
  }
  return "";
}

}  // namespace crosscheck
