#include "core/claim/function_words.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace crosscheck {
namespace {

TEST(FunctionWords, ClassesOfTheProduct) {
  Diagnostics diagnostics;
  const FunctionWords words = FunctionWords::Load(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  EXPECT_TRUE(words.Is(WordClass::kNegation, "no"));
  EXPECT_TRUE(words.Is(WordClass::kForecast, "'ll"));
  EXPECT_TRUE(words.Is(WordClass::kDenyingMark, "without"));
  EXPECT_FALSE(words.Is(WordClass::kHedged, "can"));
  EXPECT_FALSE(words.Is(WordClass::kNegation, ""));
}

TEST(FunctionWords, SaysWhatIsWrongInTheFile) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("function-words-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "function-words.yaml") << "crosscheck: 1\nnegation: [not, never, not]\nsoftenning: [only]\n";
  Diagnostics diagnostics;
  FunctionWords::Load(folder, &diagnostics);
  std::string all;
  for (const Diagnostic& d : diagnostics) all += ToText(d) + "\n";
  EXPECT_NE(all.find("'not' stands twice in 'negation'"), std::string::npos) << all;
  EXPECT_NE(all.find("softenning"), std::string::npos) << all;
  EXPECT_NE(all.find("there is no list 'softening'"), std::string::npos) << all;
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace crosscheck
