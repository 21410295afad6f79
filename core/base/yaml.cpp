#include "core/base/yaml.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <tuple>

#include "core/base/nearest.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr size_t kFreeNodes = 10'000;  // that aliases may make of a small file

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

// Looks at nothing: documents are only counted.
class NoEvents : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// 0, 1, or 2 for more. YAML::LoadAll would never end on a file such as ",", whose
// rest is no document and is never consumed.
size_t CountDocuments(const std::string& text) {
  std::istringstream in(text);
  YAML::Parser parser(in);
  NoEvents none;
  size_t count = 0;
  while (count < 2 && parser.HandleNextDocument(none)) ++count;
  return count;
}

// The line and column of a byte, 1-based.
std::pair<uint32_t, uint32_t> PlaceOf(std::string_view bytes, size_t at) {
  const std::string_view before = bytes.substr(0, at);
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 = 0
  return {static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<uint32_t>(at - line_start + 1)};
}

// UTF-16 and UTF-32 by their byte order mark, or by the NUL in every other byte.
bool IsWide(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ||
         (bytes.size() >= 4 && (bytes[0] == '\0') != (bytes[1] == '\0') && (bytes[0] == '\0') == (bytes[2] == '\0') &&
          (bytes[1] == '\0') == (bytes[3] == '\0'));
}

// The offset of a tab that indents line `line` (1-based), or npos.
size_t IndentingTab(std::string_view bytes, uint32_t line) {
  size_t start = 0;
  for (uint32_t i = 1; i < line && start != std::string_view::npos; ++i) start = bytes.find('\n', start) + 1;
  const size_t text = bytes.find_first_not_of(" \t", start);
  const size_t tab = bytes.find('\t', start);
  return tab != std::string_view::npos && (text == std::string_view::npos || tab < text) ? tab : std::string_view::npos;
}

// What is wrong with the bytes before any parsing; no message where nothing is.
Diagnostic BytesProblem(std::string_view bytes, const YamlLimits& limits) {
  Diagnostic problem;
  size_t at = std::string_view::npos;
  if (bytes.size() > limits.max_bytes) {
    problem.code = "yaml.too-large";
    problem.message = "larger than " + std::to_string(limits.max_bytes) + " bytes";
  } else if (IsWide(bytes)) {
    problem.code = "yaml.not-utf8";
    problem.message = "not UTF-8, but UTF-16 or UTF-32";
    problem.help = "save the file as UTF-8";
  } else if (const auto bad = FirstInvalidUtf8(bytes)) {
    problem.code = "yaml.not-utf8";
    problem.message = "not UTF-8 at byte " + std::to_string(*bad);
    problem.help = "save the file as UTF-8";
    at = *bad;
  } else if (at = bytes.find('\0'); at != std::string_view::npos) {
    problem.code = "yaml.control";
    problem.message = "a NUL byte, which no text has";
  }
  if (at != std::string_view::npos) std::tie(problem.line, problem.column) = PlaceOf(bytes, at);
  return problem;
}

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
  const auto fail = [&](const char* code, uint32_t line, uint32_t column, std::string message,
                        std::string help = "") {
    diagnostics->push_back({DiagnosticLevel::kError, code, std::string(path), line, column, std::move(message), std::move(help)});
    return YamlNode{};
  };
  if (const Diagnostic wrong = BytesProblem(bytes, limits); !wrong.message.empty())
    return fail(wrong.code.c_str(), wrong.line, wrong.column, wrong.message, wrong.help);
  try {
    const std::string text(bytes);
    const size_t documents = CountDocuments(text);
    if (documents == 0) return {};
    if (documents > 1) return fail("yaml.several", 0, 0, "holds more than one YAML document, or words after its end");
    const YAML::Node first = YAML::Load(text);
    // Without aliases no file has more nodes than bytes.
    YamlLimits own = limits;
    own.max_nodes = std::min(limits.max_nodes, kFreeNodes + 2 * bytes.size());
    Walker walker(path, own, diagnostics);
    YamlNode root = walker.Walk(first, 0);
    return walker.failed() ? YamlNode{} : root;
  } catch (const YAML::DeepRecursion& e) {
    return fail("yaml.too-deep", static_cast<uint32_t>(e.mark.line + 1), 0,
                "nested deeper than " + std::to_string(limits.max_depth) + " levels");
  } catch (const YAML::Exception& e) {
    const auto line = static_cast<uint32_t>(e.mark.line + 1);
    if (const size_t tab = IndentingTab(bytes, line); tab != std::string_view::npos) {
      return fail("yaml.tab", line, PlaceOf(bytes, tab).second, "a tab indents this line", "YAML wants spaces");
    }
    return fail("yaml.syntax", line, static_cast<uint32_t>(e.mark.column + 1), e.msg);
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
