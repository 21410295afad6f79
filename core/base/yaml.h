#ifndef CROSSCHECK_CORE_BASE_YAML_H_
#define CROSSCHECK_CORE_BASE_YAML_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostic.h"

namespace crosscheck {

// A node of a YAML file, with its place, as every loader of ours sees it. The
// library that parses (yaml-cpp) shows itself nowhere else. Scalars are text:
// "NO" stays "NO", "010" stays "010"; whoever wants a number asks for one.
struct YamlNode {
  enum class Kind : uint8_t { kNull, kScalar, kList, kMap };

  Kind kind = Kind::kNull;
  std::string text;              // scalar
  bool quoted = false;           // scalar in quotation marks
  std::vector<YamlNode> items;   // list
  std::vector<std::pair<YamlNode, YamlNode>> entries;  // map: key (a scalar) and value, in file order
  uint32_t line = 0;             // 1-based
  uint32_t column = 0;           // 1-based, in bytes

  // Out of line, since a node holds pairs of nodes.
  YamlNode();
  YamlNode(const YamlNode&);
  YamlNode(YamlNode&&) noexcept;
  YamlNode& operator=(const YamlNode&);
  YamlNode& operator=(YamlNode&&) noexcept;
  ~YamlNode();

  bool IsScalar() const { return kind == Kind::kScalar; }
  bool IsList() const { return kind == Kind::kList; }
  bool IsMap() const { return kind == Kind::kMap; }
  // The value of a key of a map; null where there is none, or this is no map.
  const YamlNode* Find(std::string_view key) const;
  // The scalar of a key; `otherwise` where there is none.
  std::string Text(std::string_view key, std::string_view otherwise = "") const;
  // A list of scalars, or one scalar taken as a list of one.
  std::vector<std::string> Strings() const;
};

// Limits against hostile files; each has a diagnostic of its own when hit.
struct YamlLimits {
  size_t max_bytes = 8u << 20;
  int max_depth = 40;
  size_t max_nodes = 2'000'000;  // counted after aliases are expanded
};

// Parses one YAML document strictly: duplicate keys, keys that are no scalars,
// invalid UTF-8, tabs, aliases without bound are errors with their place. Gives
// a null node after an error; check `diagnostics`.
YamlNode ParseYaml(std::string_view bytes, std::string_view path, Diagnostics* diagnostics,
                   const YamlLimits& limits = {});

// Says `yaml.unknown-key`, with the nearest name, for each key of `map` that is
// not among `allowed`. True where all are known.
bool CheckKeys(const YamlNode& map, const std::vector<std::string>& allowed, std::string_view path,
               Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_YAML_H_
