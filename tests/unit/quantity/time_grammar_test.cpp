#include "core/quantity/time_grammar.h"

#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

// Every line of the grammar reads its own example: the words of the example give
// at least one expression.
void ExpectExamples(std::span<const TimePattern> patterns) {
  for (const TimePattern& pattern : patterns) {
    const auto document =
        TextDocument("They met in the " + std::string(pattern.example) + " .", "2019-05-22");
    const auto bare = TextDocument("x : " + std::string(pattern.example) + " .", "2019-05-22");
    const bool read =
        !ReadTimes(PlainAnalysis(*document)).empty() || !ReadTimes(PlainAnalysis(*bare)).empty();
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

// Any row of words of time is read without harm: the expressions lie in the
// text, in order, and do not overlap.
TEST(TimeGrammar, RandomRowsOfWords) {
  constexpr std::string_view kWords[] = {
      "the",     "last",     "next",    "first",  "second",  "week",  "weeks", "of",     "March",
      "2019",    "12",       "three",   "days",   "ago",     "later", ",",     "Monday", "night",
      "and",     "a",        "half",    "every",  "quarter", "year",  "in",    "'",      "s",
      "-",       "/",        ":",       "30",     "p.m.",    "31",    "early", "end",    "nearly",
      "now",     "Easter",   "weekend", "before", "after",   "from",  "to",    "or",     "so",
      "hundred", "thousand", "th",      "90",     "0"};
  uint32_t state = 12345;
  const auto next = [&] { return state = state * 1664525u + 1013904223u, state >> 8; };
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (int i = 0; i < 14; ++i) {
      if (next() % 4 != 0) text += ' ';
      text += kWords[next() % std::size(kWords)];
    }
    const auto document = TextDocument(text, round % 3 == 0 ? "" : "2019-05-22");
    uint32_t end = 0;
    for (const TimeExpression& time : ReadTimes(PlainAnalysis(*document))) {
      ASSERT_LE(end, time.range.start) << text;
      ASSERT_LT(time.range.start, time.range.end) << text;
      ASSERT_LE(time.range.end, document->text().size()) << text;
      ASSERT_LT(time.first, time.last) << text;
      ASSERT_FALSE(time.value.empty()) << text;
      if (time.days.start && time.days.end) {
        ASSERT_LT(*time.days.start, *time.days.end) << text;
      }
      end = time.range.end;
    }
  }
}

TEST(TimeLexicon, ShippedFileIsClean) {
  Diagnostics diagnostics;
  const TimeLexicon lexicon = TimeLexicon::Load(
      std::string(CROSSCHECK_SOURCE_DIR) + "/rules/lexicon/calendar.yaml", &diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << ToText(d);
  EXPECT_NE(lexicon.FindSpelled("p.m."), nullptr);
  EXPECT_NE(lexicon.FindSpelled("day after tomorrow"), nullptr);
  EXPECT_EQ(lexicon.FindSpelled("window"), nullptr);
}

TEST(TimeLexicon, SaysWhatIsWrong) {
  struct Row {
    std::string_view yaml;
    std::string_view message;
  };
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
    EXPECT_NE(diagnostics[0].message.find(row.message), std::string::npos)
        << diagnostics[0].message;
    EXPECT_GT(diagnostics[0].line, 0u);
  }
}

}  // namespace
}  // namespace crosscheck::testing
