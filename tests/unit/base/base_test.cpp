#include <gtest/gtest.h>

#include "core/base/diagnostic.h"
#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/base/interner.h"
#include "core/base/nearest.h"
#include "core/base/parallel.h"
#include "core/base/result.h"
#include "core/base/text_range.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

TEST(TextRange, ContainsOverlapsAndCovers) {
  const TextRange a{2, 6};
  EXPECT_TRUE(a.Contains(TextRange{3, 6}));
  EXPECT_FALSE(a.Contains(TextRange{3, 7}));
  EXPECT_TRUE(a.Overlaps({5, 9}));
  EXPECT_FALSE(a.Overlaps({6, 9}));  // half-open: they only touch
  EXPECT_EQ(Cover(a, {8, 9}), (TextRange{2, 9}));
  EXPECT_EQ(Cover({}, a), a);
  EXPECT_EQ(a.In("0123456789"), "2345");
}

TEST(Result, HoldsAValueOrAReason) {
  const Result<int> good = 7;
  const Result<int> bad = Error{"no such file"};
  EXPECT_EQ(*good, 7);
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().message, "no such file");
}

TEST(Nearest, OffersTheLikelySlipOnly) {
  const std::vector<std::string> known = {"figure", "modality", "polarity"};
  EXPECT_EQ(Nearest("modalty", known), "modality");
  EXPECT_EQ(Nearest("figrue", known), "figure");  // a swap is one step
  EXPECT_EQ(Nearest("banana", known), "");
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3);
  EXPECT_EQ(EditDistance("ab", "ba"), 1);
}

TEST(Interner, GivesEqualTextsOneNumberInOrder) {
  Interner words;
  EXPECT_EQ(words.Intern(""), 0u);
  EXPECT_EQ(words.Intern("pump"), 1u);
  EXPECT_EQ(words.Intern("ship"), 2u);
  EXPECT_EQ(words.Intern("pump"), 1u);
  EXPECT_EQ(words.Text(2), "ship");
}

TEST(Unicode, FindsTheFirstByteThatIsNotUtf8) {
  EXPECT_FALSE(FirstInvalidUtf8("naïve – 3½"));
  EXPECT_EQ(FirstInvalidUtf8("ab\xff"), 2u);
  EXPECT_EQ(FirstInvalidUtf8("ab\xe2\x82"), 2u);  // cut inside a character
}

TEST(Unicode, FoldsForKeys) {
  EXPECT_EQ(ToLower("ÄRGER"), "ärger");
  EXPECT_EQ(FoldMarks("Müller"), "muller");
  EXPECT_EQ(FoldKey("ﬁne"), "fine");
  EXPECT_EQ(CountCodePoints("3½ €"), 4u);
}

TEST(Hash, IsTheStandardOne) {
  EXPECT_EQ(Sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256(std::string(64, 'a')), Sha256(std::string(64, 'a')));
  EXPECT_NE(Hash64("a"), Hash64("a", 1));
}

TEST(ParallelFor, CallsEachIndexOnce) {
  for (const unsigned threads : {1u, 2u, 7u}) {
    std::vector<int> calls(100, 0);
    ParallelFor(calls.size(), threads, [&](size_t i) { ++calls[i]; });
    EXPECT_EQ(calls, std::vector<int>(100, 1));
  }
}

TEST(Diagnostic, PrintsPlaceCodeAndHelp) {
  const Diagnostic d{DiagnosticLevel::kError, "yaml.unknown-key", "a.yaml", 3, 5, "unknown key 'x'", "did you mean 'y'?"};
  EXPECT_EQ(ToText(d), "a.yaml:3:5: error[yaml.unknown-key]: unknown key 'x'\n  = help: did you mean 'y'?");
}

}  // namespace
}  // namespace crosscheck
