#include "core/quantity/time_clause.h"

#include "tests/unit/quantity/time_support.h"

namespace crosscheck::testing {
namespace {

int32_t TokenOf(const Analysis& analysis, std::string_view form) {
  for (size_t i = 0; i < analysis.tokens.size(); ++i) {
    if (analysis.Form(analysis.tokens[i]) == form) return static_cast<int32_t>(i);
  }
  return kNoToken;
}

// The words of the time of a predicate's clause, "" where it has none.
std::string TimeOf(const Annotated& a, std::string_view predicate) {
  const std::vector<TimeExpression> times = ReadTimes(a.analysis);
  const int32_t time = TimeOfClause(a.analysis, times, TokenOf(a.analysis, predicate));
  return time < 0 ? "" : std::string(times[static_cast<size_t>(time)].range.In(a.document->text()));
}

// "The plant that opened in 2012 closed on Monday."
TEST(TimeOfClause, KeepsToItsOwnClause) {
  const Annotated a = FromConllu(R"(
The     the    DET   DT  2 det
plant   plant  NOUN  NN  7 nsubj
that    that   PRON  WDT 4 nsubj
opened  open   VERB  VBD 2 acl:relcl
in      in     ADP   IN  6 case
2012    2012   NUM   CD  4 obl
closed  close  VERB  VBD 0 root
on      on     ADP   IN  9 case
Monday~ Monday PROPN NNP 7 obl
.       .      PUNCT .   7 punct
)");
  EXPECT_EQ(TimeOf(a, "opened"), "2012");
  EXPECT_EQ(TimeOf(a, "closed"), "Monday");
}

TEST(TimeOfClause, TheMainClauseDoesNotTakeThatOfItsComplement) {
  const Annotated a = FromConllu(R"(
Officials official NOUN  NNS 2 nsubj
expect    expect   VERB  VBP 0 root
that      that     SCONJ IN  6 mark
it        it       PRON  PRP 6 nsubj
will      will     AUX   MD  6 aux
open      open     VERB  VB  2 ccomp
in        in       ADP   IN  8 case
October~  October  PROPN NNP 6 obl
.         .        PUNCT .   2 punct
)");
  EXPECT_EQ(TimeOf(a, "expect"), "");
  EXPECT_EQ(TimeOf(a, "open"), "October");
  const int32_t october = TokenOf(a.analysis, "October");
  EXPECT_EQ(TenseOfClause(a.analysis, TimeLexicon::Shipped(), static_cast<uint32_t>(october),
                          static_cast<uint32_t>(october) + 1),
            Tense::kFuture);
}

TEST(TimeOfClause, ADateAtTheHeadHoldsForAllPredicates) {
  const Annotated a = FromConllu(R"(
In     in    ADP   IN  2 case
2019   2019  NUM   CD  4 obl
Acme   Acme  PROPN NNP 4 nsubj
bought buy   VERB  VBD 0 root
a      a     DET   DT  6 det
mill   mill  NOUN  NN  4 obj
and    and   CCONJ CC  8 cc
sold   sell  VERB  VBD 4 conj
a      a     DET   DT  10 det
farm~  farm  NOUN  NN  8 obj
.      .     PUNCT .   4 punct
)");
  EXPECT_EQ(TimeOf(a, "bought"), "2019");
  EXPECT_EQ(TimeOf(a, "sold"), "2019");
}

TEST(TimeOfClause, ADateInTheFirstOfTwoPredicatesIsNotShared) {
  const Annotated a = FromConllu(R"(
Acme   Acme  PROPN NNP 2 nsubj
bought buy   VERB  VBD 0 root
a      a     DET   DT  4 det
mill   mill  NOUN  NN  2 obj
in     in    ADP   IN  6 case
2019   2019  NUM   CD  2 obl
and    and   CCONJ CC  8 cc
sold   sell  VERB  VBD 2 conj
a      a     DET   DT  10 det
farm~  farm  NOUN  NN  8 obj
.      .     PUNCT .   2 punct
)");
  EXPECT_EQ(TimeOf(a, "bought"), "2019");
  EXPECT_EQ(TimeOf(a, "sold"), "");
}

// "Profit in 2018 fell": no time of its own, but its subject's says when.
TEST(TimeOfClause, TakesTheTimeOfAnArgument) {
  const Annotated a = FromConllu(R"(
Profit profit NOUN  NN  4 nsubj
in     in     ADP   IN  3 case
2018   2018   NUM   CD  1 nmod
fell~  fall   VERB  VBD 0 root
.      .      PUNCT .   4 punct
)");
  EXPECT_EQ(TimeOf(a, "fell"), "2018");
}

TEST(TimeOfClause, LengthsSayNoWhen) {
  const Annotated a = FromConllu(R"(
It     it    PRON  PRP 2 nsubj
lasted last  VERB  VBD 0 root
three  three NUM   CD  4 nummod
weeks~ week  NOUN  NNS 2 obl:tmod
.      .     PUNCT .   2 punct
)");
  EXPECT_EQ(TimeOf(a, "lasted"), "");
}

TEST(TenseOfClause, FollowsTheVerb) {
  struct Row {
    std::string_view lines;
    std::string_view word;
    Tense tense;
  };
  const Row rows[] = {
      {"It it PRON PRP 2 nsubj\nclosed close VERB VBD 0 root\non on ADP IN 4 case\nMonday Monday "
       "PROPN NNP 2 obl\n",
       "Monday", Tense::kPast},
      {"It it PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nclose close VERB VB 0 root\non on ADP IN 5 "
       "case\nMonday Monday PROPN NNP 3 obl\n",
       "Monday", Tense::kFuture},
      {"It it PRON PRP 3 nsubj\nis be AUX VBZ 3 cop\ndue due ADJ JJ 0 root\non on ADP IN 5 "
       "case\nMonday Monday PROPN NNP 3 obl\n",
       "Monday", Tense::kFuture},
      {"It it PRON PRP 2 nsubj\nplans plan VERB VBZ 0 root\nto to PART TO 4 mark\nclose close VERB "
       "VB 2 xcomp\nMonday Monday PROPN NNP 4 obl:tmod\n",
       "Monday", Tense::kFuture},
      {"It it PRON PRP 2 nsubj\nbegan begin VERB VBD 0 root\nto to PART TO 4 mark\nclose close "
       "VERB VB 2 xcomp\nMonday Monday PROPN NNP 4 obl:tmod\n",
       "Monday", Tense::kPast},
  };
  for (const Row& row : rows) {
    const Annotated a = FromConllu(row.lines);
    const auto token = static_cast<uint32_t>(TokenOf(a.analysis, row.word));
    EXPECT_EQ(TenseOfClause(a.analysis, TimeLexicon::Shipped(), token, token + 1), row.tense)
        << row.lines;
  }
}

// "The mill burned down on 5 May 2012. Two people died."
TEST(TimeOfNarrative, TheSentenceBeforeTellsWhen) {
  constexpr std::string_view first = R"(
The    the   DET   DT  2 det
mill   mill  NOUN  NN  3 nsubj
burned burn  VERB  VBD 0 root
on     on    ADP   IN  5 case
5      5     NUM   CD  3 obl
May    May   PROPN NNP 5 nmod
2012~  2012  NUM   CD  5 nmod
.      .     PUNCT .   3 punct

)";
  const Annotated past = FromConllu(
      std::string(first) +
      "Two two NUM CD 2 nummod\npeople person NOUN NNS 3 nsubj\ndied die VERB VBD 0 root\n");
  const std::vector<TimeExpression> times = ReadTimes(past.analysis);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2012-05-05");
  EXPECT_EQ(TimeOfClause(past.analysis, times, TokenOf(past.analysis, "died")), -1);
  EXPECT_EQ(TimeOfNarrative(past.analysis, times, TokenOf(past.analysis, "died")), 0);

  // The present does not continue the story.
  const Annotated present = FromConllu(
      std::string(first) +
      "Many many ADJ JJ 2 amod\npeople person NOUN NNS 3 nsubj\nmourn mourn VERB VBP 0 root\n");
  EXPECT_EQ(TimeOfNarrative(present.analysis, ReadTimes(present.analysis),
                            TokenOf(present.analysis, "mourn")),
            -1);
}

}  // namespace
}  // namespace crosscheck::testing
