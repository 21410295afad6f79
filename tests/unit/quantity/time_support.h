#ifndef CROSSCHECK_TESTS_UNIT_QUANTITY_TIME_SUPPORT_H_
#define CROSSCHECK_TESTS_UNIT_QUANTITY_TIME_SUPPORT_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analysis.h"
#include "core/quantity/time.h"
#include "core/quantity/time_lexicon.h"
#include "tests/support/conllu.h"

namespace crosscheck::testing {

// An analysis without tags or trees: one sentence a block, a token a piece. What
// the grammar reads must not depend on the parser.
inline Analysis PlainAnalysis(const Document& document) {
  Analysis analysis;
  analysis.document = &document;
  for (uint32_t i = 0; i < document.blocks().size(); ++i) {
    Sentence sentence;
    sentence.range = document.blocks()[i].range;
    sentence.block = i;
    sentence.first = static_cast<uint32_t>(analysis.tokens.size());
    const std::string_view text = document.text().substr(0, sentence.range.end);
    for (TextPiece piece = NextPiece(text, sentence.range.start); piece.end > piece.start;
         piece = NextPiece(text, piece.end)) {
      Token token;
      token.range = {piece.start, piece.end};
      std::string lower;
      AppendSpelling(token.range.In(text), &lower);
      token.form = analysis.words.Intern(token.range.In(text));
      token.lower = token.lemma = analysis.words.Intern(lower);
      token.sentence = i;
      analysis.tokens.push_back(token);
    }
    sentence.last = static_cast<uint32_t>(analysis.tokens.size());
    analysis.sentences.push_back(sentence);
  }
  return analysis;
}

// "2019-03-05..2019-03-06", half-open; "-" where unknown.
inline std::string DaysText(const DayInterval& days) {
  if (!days.start || !days.end) return "-";
  return ToString(CivilFromDays(*days.start)) + ".." + ToString(CivilFromDays(*days.end));
}

// A text in which [[…]] marks every time expression that must be found, in
// order; its date of writing; and for each mark "TYPE value" or, where the days
// matter, "TYPE value start..end".
struct TimeCase {
  std::string_view text;
  std::string_view written;
  std::vector<std::string> expected;
};

inline std::string TimeText(const TimeExpression& time, bool with_days) {
  std::string out = std::string(ToString(time.type)) + " " + time.value;
  return with_days ? out + " " + DaysText(time.days) : out;
}

inline void ExpectTimes(const TimeCase& c) {
  SCOPED_TRACE(std::string(c.text) + " | written on " + std::string(c.written));
  std::vector<TextRange> marks;
  const std::string text = Unmark(c.text, &marks);
  const std::unique_ptr<Document> document = TextDocument(text, c.written);
  const std::vector<TimeExpression> times = ReadTimes(PlainAnalysis(*document));
  std::string found;
  for (const TimeExpression& time : times)
    found +=
        "[" + std::string(time.range.In(document->text())) + " = " + TimeText(time, true) + "] ";
  ASSERT_EQ(times.size(), marks.size()) << found;
  ASSERT_EQ(c.expected.size(), marks.size());
  for (size_t i = 0; i < marks.size(); ++i) {
    EXPECT_EQ(times[i].range.In(document->text()), marks[i].In(document->text()));
    const bool with_days =
        c.expected[i].find("..") != std::string::npos || c.expected[i].ends_with(" -");
    EXPECT_EQ(TimeText(times[i], with_days), c.expected[i]);
  }
}

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_UNIT_QUANTITY_TIME_SUPPORT_H_
