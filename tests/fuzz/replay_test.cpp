// The corpora of the fuzz targets as ordinary tests, each file also cut short and
// with single bytes changed, always in the same way.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "core/base/file.h"
#include "tests/fuzz/fuzz_targets.h"

namespace crosscheck::testing {
namespace {

constexpr size_t kVariants = 24;  // of each file

TEST(FuzzReplay, EveryTargetComesBack) {
  for (const FuzzTarget& target : FuzzTargets()) {
    const auto folder =
        std::filesystem::path(CROSSCHECK_SOURCE_DIR) / "tests/fuzz/corpus" / target.name;
    const auto files = FilesBelow(folder);
    ASSERT_TRUE(files.ok()) << folder;
    EXPECT_FALSE((*files).empty()) << folder;
    for (const auto& path : *files) {
      const auto bytes = ReadFile(path);
      ASSERT_TRUE(bytes.ok());
      target.run(*bytes);
      uint64_t state = 0x9e3779b97f4a7c15u;  // a fixed seed: the same variants every time
      for (size_t i = 0; i < kVariants && !(*bytes).empty(); ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const size_t at = (state >> 33) % (*bytes).size();
        target.run(std::string_view(*bytes).substr(0, at));
        std::string changed = *bytes;
        changed[at] = static_cast<char>(state >> 24);
        target.run(changed);
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck::testing
