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
  EXPECT_EQ(CodeOf("a:\n\t- b\n"), "yaml.tab");
  EXPECT_EQ(CodeOf(","), "yaml.several");
  EXPECT_EQ(CodeOf(std::string_view("a: \0b\n", 6)), "yaml.control");
  EXPECT_EQ(CodeOf(std::string_view("\xff\xfe" "a\0:\0", 6)), "yaml.not-utf8");
  EXPECT_EQ(CodeOf(std::string_view("a\0:\0 \0b\0", 8)), "yaml.not-utf8");
  EXPECT_EQ(CodeOf(std::string(100'000, '[')), "yaml.too-deep");
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

// Nine lists of nine aliases each make a hundred million nodes of a few hundred bytes.
TEST(Yaml, ASmallFileHasFewNodes) {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char name = 'b'; name <= 'i'; ++name) {
    bomb += std::string(1, name) + ": &" + name + " [";
    for (int i = 0; i < 9; ++i) bomb += (i > 0 ? ",*" : "*") + std::string(1, static_cast<char>(name - 1));
    bomb += "]\n";
  }
  EXPECT_EQ(CodeOf(bomb), "yaml.too-large");
}

TEST(Yaml, SaysWhereABadByteStands) {
  Diagnostics diagnostics;
  ParseYaml("a: b\nc: d\xff\n", "t.yaml", &diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].line, 2u);
  EXPECT_EQ(diagnostics[0].column, 5u);
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
