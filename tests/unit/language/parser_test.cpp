// The parser with the committed model: against the answers of training, and
// against itself on other instruction sets, in other company, on other threads.

#include "core/language/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "core/language/spanning_tree.h"

namespace crosscheck {
namespace {

using ::testing::HasSubstr;

const std::string kRoot = CROSSCHECK_SOURCE_DIR;

const ModelFile& Model() {
  static const Result<ModelFile> model = ModelFile::Load(kRoot + "/core/language/english.model");
  CROSSCHECK_CHECK(model.ok());
  return *model;
}

const Parser& TheParser() {
  static const Result<Parser> parser = Parser::Load(Model());
  CROSSCHECK_CHECK(parser.ok());
  return *parser;
}

// Tokenised sentences, one a line.
std::vector<std::string> ReferenceSentences() {
  std::ifstream file(kRoot + "/tests/unit/language/data/reference_sentences.txt");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void AddSentence(Analysis* analysis, const std::string& words) {
  Sentence sentence;
  sentence.first = static_cast<uint32_t>(analysis->tokens.size());
  std::istringstream stream(words);
  for (std::string form; stream >> form;) {
    Token token;
    token.form = analysis->words.Intern(form);
    token.sentence = static_cast<uint32_t>(analysis->sentences.size());
    analysis->tokens.push_back(token);
  }
  sentence.last = static_cast<uint32_t>(analysis->tokens.size());
  analysis->sentences.push_back(sentence);
}

Analysis Parsed(const std::vector<std::string>& sentences, const Parser& parser = TheParser()) {
  Analysis analysis;
  for (const std::string& words : sentences) AddSentence(&analysis, words);
  parser.Parse(analysis);
  return analysis;
}

std::vector<std::string> NameLabels(const Analysis& analysis) {
  std::vector<std::string> labels(analysis.tokens.size(), "O");
  static constexpr const char* kTypes[] = {"PER", "LOC", "ORG"};
  for (const NameSpan& name : analysis.names) {
    const std::string type = kTypes[static_cast<size_t>(name.type)];
    for (uint32_t t = name.first; t < name.last; ++t) labels[t] = "I-" + type;
    labels[name.first] = "B-" + type;
    labels[name.last - 1] = (name.last - name.first == 1 ? "U-" : "L-") + type;
  }
  return labels;
}

// A line a token, as the training command writes its reference.
std::string Dump(const Analysis& analysis) {
  std::ostringstream out;
  const std::vector<std::string> names = NameLabels(analysis);
  for (const Sentence& sentence : analysis.sentences) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = analysis.tokens[t];
      const int32_t head =
          token.head == kNoToken ? 0 : token.head - static_cast<int32_t>(sentence.first) + 1;
      out << analysis.Form(token) << '\t' << ToString(token.upos) << '\t' << analysis.Xpos(token)
          << '\t' << head << '\t' << analysis.Label(token) << '\t' << names[t] << '\n';
    }
    out << '\n';
  }
  return out.str();
}

std::vector<std::string> Lines(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

void ExpectTrees(const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    std::vector<int32_t> heads = {0};
    for (const Token& token : analysis.TokensOf(sentence)) {
      heads.push_back(
          token.head == kNoToken ? 0 : token.head - static_cast<int32_t>(sentence.first) + 1);
      ASSERT_GE(heads.back(), 0);
      ASSERT_LT(heads.back(), static_cast<int32_t>(sentence.last - sentence.first) + 1);
    }
    EXPECT_TRUE(sentence.first == sentence.last || IsTree(heads));
  }
}

// The network of training computes in floating point, this one in int8: a few
// close calls may fall the other way, no more.
TEST(Parser, RepeatsTheAnswersOfTraining) {
  std::ifstream file(kRoot + "/tests/unit/language/data/reference_answers.tsv");
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  const auto want = Lines(expected), got = Lines(Dump(Parsed(ReferenceSentences())));
  ASSERT_EQ(want.size(), got.size());
  ASSERT_GT(want.size(), 1000u);
  size_t different = 0;
  std::string report;
  for (size_t i = 0; i < want.size(); ++i) {
    if (want[i] == got[i]) continue;
    ++different;
    report += "training: " + want[i] + "\nruntime:  " + got[i] + "\n";
  }
  EXPECT_LE(different, want.size() / 100) << report;
}

TEST(Parser, SeesTheObvious) {
  const Analysis analysis = Parsed({"The minister denied that Anna Lindqvist had resigned ."});
  EXPECT_EQ(Dump(analysis),
            "The\tDET\tDT\t2\tdet\tO\n"
            "minister\tNOUN\tNN\t3\tnsubj\tO\n"
            "denied\tVERB\tVBD\t0\troot\tO\n"
            "that\tSCONJ\tIN\t8\tmark\tO\n"
            "Anna\tPROPN\tNNP\t8\tnsubj\tB-PER\n"
            "Lindqvist\tPROPN\tNNP\t5\tflat\tL-PER\n"
            "had\tAUX\tVBD\t8\taux\tO\n"
            "resigned\tVERB\tVBN\t3\tccomp\tO\n"
            ".\tPUNCT\t.\t3\tpunct\tO\n\n");
}

// What has an object is a verb, whatever the tagger took it for.
TEST(Parser, CostWithAnObjectIsAVerb) {
  const auto heads = [](std::string_view text) {
    const Analysis analysis = Parsed({std::string(text)});
    std::string shape;
    for (const Token& token : analysis.tokens) {
      if (token.upos == Upos::kVerb) shape += std::string(analysis.Form(token)) + "/VERB ";
      if (token.deprel == Deprel::kNsubj) shape += std::string(analysis.Form(token)) + "/nsubj ";
    }
    return shape;
  };
  EXPECT_EQ(heads("The old bridge cost 3 million euros ."), "bridge/nsubj cost/VERB ");
  EXPECT_EQ(heads("Repairs cost 3 million euros ."), "Repairs/nsubj cost/VERB ");
  EXPECT_EQ(heads("The fireworks at the parade cost 30,000 euros ."), "fireworks/nsubj cost/VERB ");
  EXPECT_EQ(heads("The bridge cost is 3 million euros ."), "cost/nsubj ");
}

TEST(Parser, BehindItsToStandsAVerb) {
  const Analysis analysis = Parsed({"The trial is expected to last six weeks ."});
  EXPECT_EQ(analysis.tokens[5].upos, Upos::kVerb);
  EXPECT_EQ(analysis.tokens[7].head, 5);
}

TEST(Parser, NoStemIsWithoutAVowel) {
  const Analysis analysis = Parsed({"Lee does not sing in the choir .", "Bees sting .", "She was dying ."});
  EXPECT_EQ(analysis.Xpos(analysis.tokens[3]), "VB");
  EXPECT_NE(analysis.Xpos(analysis.tokens[9]), "VBG");
  EXPECT_EQ(analysis.Xpos(analysis.tokens[13]), "VBG");
}

// Handles are names of unknown type; a sign alone is none.
TEST(Parser, HandlesStandWhereNamesStand) {
  const Analysis analysis =
      Parsed({"@watch_this said that the gates were open .", "According to @MetOffice it rained .",
              "Anna Lind @anna_lind denied it .", "She met @WHO officials @ noon ."});
  for (const Token& token : analysis.tokens) {
    const std::string_view form = analysis.Form(token);
    if (form.size() > 1 && form.starts_with("@")) {
      EXPECT_EQ(token.upos, Upos::kPropn) << form;
    }
  }
  EXPECT_EQ(analysis.Label(analysis.tokens[0]), "nsubj");
  const Token& body = analysis.tokens[10];
  EXPECT_EQ(analysis.Form(body), "@MetOffice");
  EXPECT_EQ(analysis.Label(body), "obl");
  ASSERT_EQ(analysis.names.size(), 1u);
  EXPECT_EQ(analysis.Form(analysis.tokens[analysis.names[0].first]), "Anna");
  EXPECT_EQ(analysis.Form(analysis.tokens[analysis.names[0].last - 1]), "Lind");
}

TEST(Parser, EveryInstructionSetGivesTheSameBytes) {
  const auto sentences = ReferenceSentences();
  const std::string expected = Dump(Parsed(sentences));
  for (const Kernels* kernels : SupportedKernels()) {
    const Result<Parser> parser = Parser::Load(Model(), *kernels);
    ASSERT_TRUE(parser.ok());
    EXPECT_EQ(Dump(Parsed(sentences, *parser)), expected) << kernels->name;
  }
}

TEST(Parser, CompanyChangesNothing) {
  const auto sentences = ReferenceSentences();
  std::string alone;
  for (const std::string& sentence : sentences) alone += Dump(Parsed({sentence}));
  EXPECT_EQ(Dump(Parsed(sentences)), alone);
  const Result<Parser> fresh = Parser::Load(Model());  // with no row kept yet
  ASSERT_TRUE(fresh.ok());
  EXPECT_EQ(Dump(Parsed(sentences, *fresh)), alone);
}

TEST(Parser, ThreadsChangeNothing) {
  const auto sentences = ReferenceSentences();
  const std::string expected = Dump(Parsed(sentences));
  const Result<Parser> parser = Parser::Load(Model());
  ASSERT_TRUE(parser.ok());
  std::vector<std::string> dumps(4);
  std::vector<std::jthread> threads;
  for (std::string& dump : dumps) {
    threads.emplace_back([&] { dump = Dump(Parsed(sentences, *parser)); });
  }
  threads.clear();
  for (const std::string& dump : dumps) EXPECT_EQ(dump, expected);
}

TEST(Parser, SentencesWithoutEndAreParsedInWindows) {
  std::string words;
  for (int i = 0; i < 150; ++i) words += "and the cat saw the dog ";
  const Analysis analysis = Parsed({words, "It rained ."});
  ASSERT_EQ(analysis.tokens.size(), 903u);
  ExpectTrees(analysis);
  EXPECT_NE(Dump(analysis).find("parataxis"), std::string::npos);
  EXPECT_EQ(Dump(Parsed({"It rained ."})), Dump(analysis).substr(Dump(analysis).find("\n\n") + 2));
}

TEST(Parser, EverythingGetsATree) {
  ExpectTrees(Parsed(ReferenceSentences()));
  ExpectTrees(
      Parsed({"", "?", ". . . . .", "the the the the", "a\xff b\xe2\x80 c", "( ) ( ) ( )"}));
}

TEST(Parser, LeavesFurnitureAndOtherLanguagesAlone) {
  Analysis analysis;
  AddSentence(&analysis, "Share this");
  AddSentence(&analysis, "Das ist gut .");
  AddSentence(&analysis, "It rained .");
  analysis.sentences[0].kind = BlockKind::kFurniture;
  analysis.sentences[1].foreign = true;
  TheParser().Parse(analysis);
  EXPECT_FALSE(analysis.sentences[0].parsed);
  EXPECT_FALSE(analysis.sentences[1].parsed);
  EXPECT_TRUE(analysis.sentences[2].parsed);
  EXPECT_EQ(analysis.tokens[0].head, kNoToken);
  EXPECT_EQ(analysis.tokens[0].deprel_label, 0u);
}

TEST(Parser, AModelWithoutANetworkIsAnError) {
  const auto model = ModelFile::FromBytes(
      std::string("XCMODEL\n\1\0\0\0\0\0\0\0\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32), "empty");
  ASSERT_TRUE(model.ok()) << model.error().message;
  const auto parser = Parser::Load(*model);
  ASSERT_FALSE(parser.ok());
  EXPECT_THAT(parser.error().message,
              HasSubstr("empty: model file without section 'parser.sizes'"));
}

}  // namespace
}  // namespace crosscheck
