#include "core/base/yaml.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

std::string CodeOf(std::string_view yaml, const YamlLimits& limits = {}) {
  Diagnostics diagnostics;
  ParseYaml(yaml, "t.yaml", &diagnostics, limits);
  return diagnostics.empty() ? "" : diagnostics.front().code;
}

TEST(Yaml, KeepsScalarsAsText) {
  Diagnostics diagnostics;
  const YamlNode root = ParseYaml("country: NO\ncode: 010\nlist: [a, b]\n", "t.yaml", &diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(root.Text("country"), "NO");
  EXPECT_EQ(root.Text("code"), "010");
  EXPECT_EQ(root.Find("list")->Strings(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(root.Find("list")->line, 3u);
  EXPECT_EQ(root.Find("missing"), nullptr);
}

TEST(Yaml, RefusesWhatIsAmbiguousOrHostile) {
  EXPECT_EQ(CodeOf("a: 1\na: 2\n"), "yaml.duplicate-key");
  EXPECT_EQ(CodeOf("a: [1, 2\n"), "yaml.syntax");
  EXPECT_EQ(CodeOf("a: \xff\n"), "yaml.not-utf8");
  EXPECT_EQ(CodeOf("a: 1\n---\nb: 2\n"), "yaml.several");
  YamlLimits small;
  small.max_depth = 3;
  EXPECT_EQ(CodeOf("[[[[[1]]]]]", small), "yaml.too-deep");
  small.max_nodes = 4;
  EXPECT_EQ(CodeOf("[1, 2, 3, 4, 5]", small), "yaml.too-large");
  small.max_bytes = 2;
  EXPECT_EQ(CodeOf("a: 1", small), "yaml.too-large");
}

TEST(Yaml, AliasesAreCountedWhereTheyExpand) {
  YamlLimits limits;
  limits.max_nodes = 1000;
  EXPECT_EQ(CodeOf("a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                   "c: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n", limits), "yaml.too-large");
}

TEST(Yaml, UnknownKeysNameTheNearest) {
  Diagnostics diagnostics;
  const YamlNode root = ParseYaml("summry: x\n", "t.yaml", &diagnostics);
  EXPECT_FALSE(CheckKeys(root, {"summary", "match"}, "t.yaml", &diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].line, 1u);
  EXPECT_EQ(diagnostics[0].help, "did you mean 'summary'?");
}

}  // namespace
}  // namespace crosscheck
