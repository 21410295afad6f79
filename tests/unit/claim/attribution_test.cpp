#include "core/claim/attribution.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/claim/cue_lexicon.h"
#include "tests/support/conllu.h"

namespace crosscheck {
namespace {

const CueLexicon& Cues() {
  static const CueLexicon cues = [] {
    Diagnostics diagnostics;
    return CueLexicon::Load(CROSSCHECK_SOURCE_DIR "/rules/lexicon/cues.yaml", &diagnostics);
  }();
  return cues;
}

std::string Words(const testing::Annotated& text, const std::vector<TextRange>& ranges) {
  std::string words;
  for (const TextRange range : ranges) words += (words.empty() ? "" : " … ") + std::string(range.In(text.document->text()));
  return words;
}

// "source | cue | content (kind)" of every attribution.
std::vector<std::string> Read(const testing::Annotated& text, std::vector<Quotation>* quotations) {
  *quotations = FindQuotations(text.analysis);
  std::vector<std::string> lines;
  for (const Attribution& a : FindAttributions(text.analysis, Cues(), quotations)) {
    lines.push_back(Words(text, a.source) + " | " + Words(text, a.cue) + " | " + Words(text, a.content) + " (" +
                    std::string(ToString(a.kind)) + ")");
  }
  return lines;
}

struct Case {
  const char* what;
  const char* conllu;
  std::vector<std::string> expected;
};

class Sentences : public ::testing::TestWithParam<Case> {};

TEST_P(Sentences, SayWhoSaysWhat) {
  const testing::Annotated text = testing::FromConllu(GetParam().conllu);
  std::vector<Quotation> quotations;
  EXPECT_EQ(Read(text, &quotations), GetParam().expected) << GetParam().what;
}

const Case kCases[] = {
    {"a clause", R"(The the DET DT 2 det
mayor mayor NOUN NN 3 nsubj
said say VERB VBD 0 root
the the DET DT 5 det
bridge bridge NOUN NN 6 nsubj
leaks leak VERB VBZ 3 ccomp
. . PUNCT . 3 punct)", {"The mayor | said | the bridge leaks (indirect)"}},
    {"a fronted quotation with an inverted tag", R"("~ " PUNCT `` 3 punct
We we PRON PRP 3 nsubj
lost~ lose VERB VBD 6 ccomp
,~ , PUNCT , 3 punct
" " PUNCT '' 3 punct
said say VERB VBD 0 root
Berg Berg PROPN NNP 6 nsubj
. . PUNCT . 6 punct)", {"Berg | said | \"We lost,\" (direct)"}},
    {"according to", R"(According accord VERB VBG 3 case
to to ADP IN 1 fixed
Berg Berg PROPN NNP 7 obl
, , PUNCT , 3 punct
the the DET DT 6 det
bridge bridge NOUN NN 7 nsubj
leaks leak VERB VBZ 0 root
. . PUNCT . 7 punct)", {"Berg | According to | the bridge leaks (indirect)"}},
    {"an adverb, nobody named", R"(Berg Berg PROPN NNP 3 nsubj
reportedly reportedly ADV RB 3 advmod
left leave VERB VBD 0 root
. . PUNCT . 3 punct)", {" | reportedly | Berg … left (indirect)"}},
    {"a denial", R"(Berg Berg PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
that that SCONJ IN 5 mark
he he PRON PRP 5 nsubj
left leave VERB VBD 2 ccomp
. . PUNCT . 2 punct)", {"Berg | denied | that he left (indirect)"}},
    {"a plan", R"(Berg Berg PROPN NNP 2 nsubj
plans plan VERB VBZ 0 root
to to PART TO 4 mark
leave leave VERB VB 2 xcomp
. . PUNCT . 2 punct)", {"Berg | plans | to leave (indirect)"}},
    {"a noun with its verb", R"(Berg Berg PROPN NNP 2 nsubj
made make VERB VBD 0 root
the the DET DT 4 det
claim claim NOUN NN 2 obj
that that SCONJ IN 7 mark
he he PRON PRP 7 nsubj
left leave VERB VBD 4 acl
. . PUNCT . 2 punct)", {"Berg | made the claim | that he left (indirect)"}},
    {"nobody is named where the subject seems", R"(The the DET DT 2 det
bridge bridge NOUN NN 3 nsubj
seems seem VERB VBZ 0 root
to to PART TO 5 mark
leak leak VERB VB 3 xcomp
. . PUNCT . 3 punct)", {" | seems | The bridge … to leak (indirect)"}},
    {"a stand", R"(Berg Berg PROPN NNP 2 nsubj
criticised criticise VERB VBD 0 root
the the DET DT 4 det
ban ban NOUN NN 2 obj
. . PUNCT . 2 punct)", {"Berg | criticised | the ban (indirect)"}},
    {"a chain", R"(Lind Lind PROPN NNP 2 nsubj
said say VERB VBD 0 root
Berg Berg PROPN NNP 5 nsubj
had have AUX VBD 5 aux
told tell VERB VBN 2 ccomp
him he PRON PRP 5 iobj
it it PRON PRP 8 nsubj
leaked leak VERB VBD 5 ccomp
. . PUNCT . 2 punct)", {"Lind | said | Berg had told him it leaked (indirect)", "Berg | had told | it leaked (indirect)"}},
    {"an object of a verb that takes none", R"(Berg Berg PROPN NNP 2 nsubj
planted plant VERB VBD 0 root
a a DET DT 4 det
tree tree NOUN NN 2 obj
. . PUNCT . 2 punct)", {}},
    {"a verb above the cue belongs to it", R"(Berg Berg PROPN NNP 2 nsubj
continued continue VERB VBD 0 root
to to PART TO 4 mark
complain complain VERB VB 2 xcomp
that that SCONJ IN 7 mark
it it PRON PRP 7 nsubj
leaked leak VERB VBD 4 ccomp
. . PUNCT . 2 punct)", {"Berg | continued to complain | that it leaked (indirect)"}},
    {"who issued a statement speaks", R"(Berg Berg PROPN NNP 2 nsubj
issued issue VERB VBD 0 root
a a DET DT 4 det
statement statement NOUN NN 2 obj
saying say VERB VBG 4 acl
it it PRON PRP 7 nsubj
leaked leak VERB VBD 5 ccomp
. . PUNCT . 2 punct)", {"Berg | issued a statement saying | it leaked (indirect)"}},
    {"a statement that lies there speaks itself", R"(A a DET DT 2 det
statement statement NOUN NN 6 nsubj
saying say VERB VBG 2 acl
it it PRON PRP 5 nsubj
leaked leak VERB VBD 3 ccomp
arrived arrive VERB VBD 0 root
. . PUNCT . 6 punct)", {"A statement | saying | it leaked (indirect)"}},
    {"a frame holds the saying", R"(Lind Lind PROPN NNP 2 nsubj
said say VERB VBD 0 root
it it PRON PRP 4 nsubj
leaked leak VERB VBD 2 ccomp
, , PUNCT , 8 punct
according accord VERB VBG 8 case
to to ADP IN 6 fixed
Berg Berg PROPN NNP 4 obl
. . PUNCT . 2 punct)", {"Berg | according to | Lind said it leaked (indirect)", "Lind | said | it leaked (indirect)"}},
    {"the day of saying", R"(Berg Berg PROPN NNP 2 nsubj
said say VERB VBD 0 root
Monday Monday PROPN NNP 2 obl:unmarked
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
leaked leak VERB VBD 2 ccomp
. . PUNCT . 2 punct)", {"Berg | said Monday | that it leaked (indirect)"}},
    {"a verb of quoting is none without a quotation", R"(He he PRON PRP 2 nsubj
went go VERB VBD 0 root
home home ADV RB 2 advmod
, , PUNCT , 6 punct
they they PRON PRP 6 nsubj
lost lose VERB VBD 2 parataxis
. . PUNCT . 2 punct)", {}},
};

INSTANTIATE_TEST_SUITE_P(Attribution, Sentences, ::testing::ValuesIn(kCases));

TEST(Attribution, TiesAnInnerSpeakerToTheOuterOne) {
  const testing::Annotated text = testing::FromConllu(kCases[9].conllu);
  std::vector<Quotation> quotations;
  Read(text, &quotations);
  const std::vector<Attribution> all = FindAttributions(text.analysis, Cues(), &quotations);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].nested_in, -1);
  EXPECT_EQ(all[1].nested_in, 0);
}

TEST(Attribution, KnowsWhatTheCueCommitsTo) {
  const testing::Annotated text = testing::FromConllu(kCases[4].conllu);
  std::vector<Quotation> quotations;
  const std::vector<Attribution> all = FindAttributions(text.analysis, Cues(), &quotations);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].cue_kind, CueKind::kDeny);
  EXPECT_EQ(text.analysis.Form(text.analysis.tokens[static_cast<size_t>(all[0].source_head)]), "Berg");
}

TEST(Attribution, ContinuesAQuotationBehindItsTag) {
  const testing::Annotated text = testing::FromConllu(R"("~ " PUNCT `` 3 punct
We we PRON PRP 3 nsubj
lost~ lose VERB VBD 6 ccomp
,~ , PUNCT , 3 punct
" " PUNCT '' 3 punct
said say VERB VBD 0 root
Berg Berg PROPN NNP 6 nsubj
. . PUNCT . 6 punct

"~ " PUNCT `` 3 punct
We we PRON PRP 3 nsubj
leave~ leave VERB VBP 0 root
.~ . PUNCT . 3 punct
" " PUNCT '' 3 punct)");
  std::vector<Quotation> quotations;
  const std::vector<std::string> lines = Read(text, &quotations);
  ASSERT_EQ(quotations.size(), 2u);
  EXPECT_EQ(lines, std::vector<std::string>{"Berg | said | \"We lost,\" … We leave. (direct)"});
  EXPECT_EQ(quotations[0].attribution, 0);
  EXPECT_EQ(quotations[1].attribution, 0);
}

}  // namespace
}  // namespace crosscheck
