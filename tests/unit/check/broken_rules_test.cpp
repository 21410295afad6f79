// Every file of tests/cases/rules-broken is a rule file with one mistake; its
// first lines say which diagnostic must come, and that no other file gives the
// same one.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/base/file.h"
#include "core/check/lint.h"
#include "core/check/rules.h"

namespace crosscheck {
namespace {

std::string After(const std::string& text, const std::string& key) {
  const size_t at = text.find(key);
  if (at == std::string::npos) return "";
  const size_t start = at + key.size();
  return text.substr(start, text.find('\n', start) - start);
}

TEST(BrokenRules, EachGivesItsOwnDiagnosticWithAPlace) {
  const auto files = FilesBelow("tests/cases/rules-broken");
  ASSERT_TRUE(files.ok());
  EXPECT_GE(files->size(), 60u);
  std::map<std::string, std::string> said;
  for (const auto& path : *files) {
    const auto text = ReadFile(path);
    ASSERT_TRUE(text.ok());
    const std::string code = After(*text, "# code: "), says = After(*text, "# says: ");
    Diagnostics diagnostics;
    RuleSet::LoadText(*text, path.string(), &diagnostics);
    const auto found =
        std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) {
          return d.code == code && (d.message + " " + d.help).find(says) != std::string::npos;
        });
    if (found == diagnostics.end()) {
      std::string all;
      for (const Diagnostic& d : diagnostics) all += ToText(d) + "\n";
      ADD_FAILURE() << path << ": no " << code << " that says \"" << says << "\"; got\n" << all;
      continue;
    }
    EXPECT_EQ(found->level,
              code == "rule.unused-variable" ? DiagnosticLevel::kWarning : DiagnosticLevel::kError)
        << path;
    EXPECT_TRUE(found->line > 0 || code == "rule.version") << path;
    const auto [at, fresh] = said.try_emplace(found->message, path.string());
    EXPECT_TRUE(fresh) << path << " and " << at->second << " say the same: " << found->message;
  }
}

TEST(BrokenRules, CaretStandsBelowTheMistake) {
  const std::string text = "crosscheck: 1\nrules:\n  - id: pack.name\n    findin: note\n";
  Diagnostics diagnostics;
  RuleSet::LoadText(text, "r.yaml", &diagnostics);
  const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                  [](const Diagnostic& d) { return d.code == "rule.unknown-key"; });
  ASSERT_NE(found, diagnostics.end());
  const std::string shown = WithCaret(*found, text);
  EXPECT_NE(shown.find("4 |     findin: note\n  |     ^\n"), std::string::npos) << shown;
  EXPECT_NE(shown.find("did you mean 'finding'?"), std::string::npos) << shown;
}

TEST(BrokenRules, HostileFilesAreDataErrors) {
  std::string deep = "crosscheck: 1\nrules: ";
  for (int i = 0; i < 100; ++i) deep += "[";
  for (int i = 0; i < 100; ++i) deep += "]";
  std::string bomb = "crosscheck: 1\na: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + before + ",*" + before + ",*" + before + ",*" +
            before + ",*" + before + ",*" + before + ",*" + before + ",*" + before + ",*" + before +
            ",*" + before + "]\n";
  }
  for (const std::string& text : {deep, bomb, std::string("crosscheck: 1\n\xff\xfe"),
                                  std::string("\t- a"), std::string("%"), std::string()}) {
    Diagnostics diagnostics;
    RuleSet::LoadText(text, "r.yaml", &diagnostics);
    EXPECT_FALSE(diagnostics.empty()) << text.substr(0, 30);
  }
}

}  // namespace
}  // namespace crosscheck
