#include "core/base/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "core/base/nearest.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

// Copies the library's tree into ours. Depth and the number of nodes are bounded
// on the way, since an alias is only a reference there and expands without end.
class Walker {
 public:
  Walker(std::string_view path, const YamlLimits& limits, Diagnostics* diagnostics)
      : path_(path), limits_(limits), diagnostics_(diagnostics) {}

  YamlNode Walk(const YAML::Node& node, int depth) {
    YamlNode out;
    out.line = static_cast<uint32_t>(node.Mark().line + 1);
    out.column = static_cast<uint32_t>(node.Mark().column + 1);
    if (failed_) return out;
    if (depth > limits_.max_depth) return Fail("yaml.too-deep", "nested deeper than " + std::to_string(limits_.max_depth) + " levels", out);
    if (++nodes_ > limits_.max_nodes) return Fail("yaml.too-large", "more than " + std::to_string(limits_.max_nodes) + " nodes after aliases are expanded", out);
    switch (node.Type()) {
      case YAML::NodeType::Scalar:
        out.kind = YamlNode::Kind::kScalar;
        out.text = node.Scalar();
        out.quoted = node.Tag() == "!";
        break;
      case YAML::NodeType::Sequence:
        out.kind = YamlNode::Kind::kList;
        for (const auto& item : node) out.items.push_back(Walk(item, depth + 1));
        break;
      case YAML::NodeType::Map:
        WalkMap(node, depth, &out);
        break;
      default:
        break;
    }
    return out;
  }

  bool failed() const { return failed_; }

 private:
  void WalkMap(const YAML::Node& node, int depth, YamlNode* out) {
    out->kind = YamlNode::Kind::kMap;
    std::set<std::string> seen;
    for (const auto& entry : node) {
      YamlNode key = Walk(entry.first, depth + 1);
      if (failed_) return;
      if (!key.IsScalar()) {
        Fail("yaml.key", "a key must be a plain word", key);
        return;
      }
      if (!seen.insert(key.text).second) {
        Fail("yaml.duplicate-key", "key '" + key.text + "' stands twice in one map", key);
        return;
      }
      YamlNode value = Walk(entry.second, depth + 1);
      if (value.kind == YamlNode::Kind::kNull) {  // the mark of an empty value is wrong in yaml-cpp
        value.line = key.line;
        value.column = key.column;
      }
      out->entries.emplace_back(std::move(key), std::move(value));
    }
  }

  YamlNode Fail(const char* code, std::string message, const YamlNode& at) {
    failed_ = true;
    diagnostics_->push_back({DiagnosticLevel::kError, code, std::string(path_), at.line, at.column, std::move(message), ""});
    return {};
  }

  std::string_view path_;
  const YamlLimits& limits_;
  Diagnostics* diagnostics_;
  size_t nodes_ = 0;
  bool failed_ = false;
};

}  // namespace

YamlNode::YamlNode() = default;
YamlNode::YamlNode(const YamlNode&) = default;
YamlNode::YamlNode(YamlNode&&) noexcept = default;
YamlNode& YamlNode::operator=(const YamlNode&) = default;
YamlNode& YamlNode::operator=(YamlNode&&) noexcept = default;
YamlNode::~YamlNode() = default;

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

std::string YamlNode::Text(std::string_view key, std::string_view otherwise) const {
  const YamlNode* found = Find(key);
  return found != nullptr && found->IsScalar() ? found->text : std::string(otherwise);
}

std::vector<std::string> YamlNode::Strings() const {
  if (IsScalar()) return {text};
  std::vector<std::string> strings;
  for (const YamlNode& item : items) {
    if (item.IsScalar()) strings.push_back(item.text);
  }
  return strings;
}

YamlNode ParseYaml(std::string_view bytes, std::string_view path, Diagnostics* diagnostics,
                   const YamlLimits& limits) {
  const auto fail = [&](const char* code, uint32_t line, uint32_t column, std::string message) {
    diagnostics->push_back({DiagnosticLevel::kError, code, std::string(path), line, column, std::move(message), ""});
    return YamlNode{};
  };
  if (bytes.size() > limits.max_bytes) {
    return fail("yaml.too-large", 0, 0, "larger than " + std::to_string(limits.max_bytes) + " bytes");
  }
  if (const auto bad = FirstInvalidUtf8(bytes)) {
    return fail("yaml.not-utf8", 0, 0, "not UTF-8 at byte " + std::to_string(*bad));
  }
  try {
    const std::vector<YAML::Node> all = YAML::LoadAll(std::string(bytes));
    if (all.size() > 1) return fail("yaml.several", 0, 0, "holds more than one YAML document");
    if (all.empty()) return {};
    Walker walker(path, limits, diagnostics);
    YamlNode root = walker.Walk(all.front(), 0);
    return walker.failed() ? YamlNode{} : root;
  } catch (const YAML::Exception& e) {
    return fail("yaml.syntax", static_cast<uint32_t>(e.mark.line + 1), static_cast<uint32_t>(e.mark.column + 1), e.msg);
  }
}

bool CheckKeys(const YamlNode& map, const std::vector<std::string>& allowed, std::string_view path,
               Diagnostics* diagnostics) {
  bool known = true;
  for (const auto& [key, value] : map.entries) {
    if (std::find(allowed.begin(), allowed.end(), key.text) != allowed.end()) continue;
    known = false;
    const std::string nearest = Nearest(key.text, allowed);
    diagnostics->push_back({DiagnosticLevel::kError, "yaml.unknown-key", std::string(path), key.line, key.column,
                            "unknown key '" + key.text + "'",
                            nearest.empty() ? "" : "did you mean '" + nearest + "'?"});
  }
  return known;
}

}  // namespace crosscheck
