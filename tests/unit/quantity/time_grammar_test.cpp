#include "core/quantity/time_grammar.h"

#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

// Every line of the grammar reads its own example: the words of the example give
// at least one expression.
void ExpectExamples(std::span<const TimePattern> patterns) {
  for (const TimePattern& pattern : patterns) {
    const auto document = TextDocument("They met in the " + std::string(pattern.example) + " .", "2019-05-22");
    const auto bare = TextDocument("x : " + std::string(pattern.example) + " .", "2019-05-22");
    const bool read = !ReadTimes(PlainAnalysis(*document)).empty() || !ReadTimes(PlainAnalysis(*bare)).empty();
    EXPECT_TRUE(read) << pattern.pattern << " does not read \"" << pattern.example << '"';
  }
}

TEST(TimeGrammar, PatternsReadTheirExamples) {
  ExpectExamples(DatePatterns());
  ExpectExamples(RelativePatterns());
  ExpectExamples(LengthPatterns());
  ExpectExamples(JoinPatterns());
  ExpectExamples(WrapPatterns());
}

TEST(TimeLexicon, ShippedFileIsClean) {
  Diagnostics diagnostics;
  const TimeLexicon lexicon = TimeLexicon::Load(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon/calendar.yaml", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  EXPECT_NE(lexicon.FindSpelled("p.m."), nullptr);
  EXPECT_NE(lexicon.FindSpelled("day after tomorrow"), nullptr);
  EXPECT_EQ(lexicon.FindSpelled("window"), nullptr);
}

TEST(TimeLexicon, SaysWhatIsWrong) {
  struct Row { std::string_view yaml; std::string_view message; };
  const Row rows[] = {
      {"words:\n  mont:\n    1: [january]\n", "mont"},
      {"words:\n  season:\n    monsoon: [monsoon]\n", "monsoon"},
      {"fiscal-year-starts: 13\n", "1 to 12"},
      {"holidays:\n  - {names: [flag day]}\n", "rule"},
      {"wordz: {}\n", "wordz"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    (void)TimeLexicon::Parse(row.yaml, "calendar.yaml", &diagnostics);
    ASSERT_FALSE(diagnostics.empty()) << row.yaml;
    EXPECT_NE(diagnostics[0].message.find(row.message), std::string::npos) << diagnostics[0].message;
    EXPECT_GT(diagnostics[0].line, 0u);
  }
}

}  // namespace
}  // namespace crosscheck::testing
