#include "core/language/tree_text.h"

#include <gtest/gtest.h>

#include "tests/support/conllu.h"

namespace crosscheck {
namespace {

TEST(TreeText, IndentsBelowTheHead) {
  const auto annotated = testing::FromConllu(
      "The the DET DT 2 det\n"
      "firm firm NOUN NN 3 nsubj\n"
      "raised raise VERB VBD 0 root\n"
      "prices~ price NOUN NNS 3 obj\n"
      ". . PUNCT . 3 punct\n");
  EXPECT_EQ(TreeText(annotated.analysis, annotated.analysis.sentences[0]),
            "The firm raised prices .\n"
            "root     raised  raise  VERB/VBD\n"
            "  nsubj    firm  NOUN/NN\n"
            "    det      The  the  DET/DT\n"
            "  obj      prices  price  NOUN/NNS\n"
            "  punct    .  PUNCT/.\n");
}

TEST(TreeText, SaysWhatHasNoTree) {
  auto annotated = testing::FromConllu("Guten _ X _ 0 _\nTag _ X _ 0 _\n");
  annotated.analysis.sentences[0].parsed = false;
  annotated.analysis.sentences[0].foreign = true;
  EXPECT_NE(TreeText(annotated.analysis, annotated.analysis.sentences[0]).find("(not English)"),
            std::string::npos);
}

}  // namespace
}  // namespace crosscheck
