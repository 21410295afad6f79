#include "core/claim/entity_lexicon.h"

#include <gtest/gtest.h>

#include <fstream>

namespace crosscheck {
namespace {

const EntityLexicon& Lexicon() {
  static const auto lexicon = [] {
    Diagnostics diagnostics;
    auto loaded = LoadEntityLexicon("rules/lexicon", &diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << ToText(diagnostic);
    return loaded;
  }();
  return *lexicon;
}

TEST(FoldNameTest, FoldsWhatNeverTellsNamesApart) {
  const std::pair<std::string_view, std::string_view> kCases[] = {
      {"Jo Berg", "jo berg"},
      {"JO BERG", "jo berg"},
      {"the Road Agency", "road agency"},
      {"The", "the"},
      {"U.S.", "us"},
      {"J. K. Holm", "jk holm"},
      {"J.K. Holm", "jk holm"},
      {"Åsa Öberg", "asa oberg"},
      {"Coca-Cola", "coca cola"},
      {"Berg & Sons", "berg and sons"},
      {"O'Brien", "obrien"},
      {"O\u2019Brien", "obrien"},
      {"Acme\u2019s", "acme"},
      {"Acme's", "acme"},
      {"  two   spaces ", "two spaces"},
      {"line\nbreak", "line break"},
      {"", ""},
  };
  for (const auto& [name, folded] : kCases) {
    EXPECT_EQ(FoldName(name), folded) << name;
    EXPECT_EQ(FoldName(FoldName(name)), FoldName(name)) << name;
  }
}

TEST(EntityLexiconTest, LoadsWithoutDiagnostics) {
  Diagnostics diagnostics;
  EXPECT_NE(LoadEntityLexicon("rules/lexicon", &diagnostics), nullptr);
  for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << ToText(diagnostic);
}

TEST(EntityLexiconTest, KnowsWhatAPlaceLiesIn) {
  EXPECT_EQ(Lexicon().WholesOf("harrogate"), std::vector<std::string>{"north yorkshire"});
  EXPECT_EQ(Lexicon().WholesOf("england"), std::vector<std::string>{"united kingdom"});
  EXPECT_TRUE(Lexicon().WholesOf("atlantis").empty());
}

TEST(EntityLexiconTest, KnowsCountriesByAllForms) {
  for (const std::string_view form : {"us", "usa", "united states", "america"}) {
    const KnownName* name = Lexicon().FindName(form);
    ASSERT_NE(name, nullptr) << form;
    EXPECT_EQ(name->canonical, "united states");
    EXPECT_EQ(name->form, KnownName::Form::kName);
  }
  ASSERT_NE(Lexicon().FindName("american"), nullptr);
  EXPECT_EQ(Lexicon().FindName("american")->form, KnownName::Form::kAdjective);
  ASSERT_NE(Lexicon().FindName("danes"), nullptr);
  EXPECT_EQ(Lexicon().FindName("danes")->form, KnownName::Form::kPeople);
  EXPECT_EQ(Lexicon().FindName("danes")->canonical, "denmark");
}

TEST(EntityLexiconTest, KnowsTitlesAndRoles) {
  ASSERT_NE(Lexicon().FindTitle("ceo"), nullptr);
  EXPECT_EQ(Lexicon().FindTitle("ceo")->role, "chief executive");
  ASSERT_NE(Lexicon().FindTitle("mrs"), nullptr);
  EXPECT_TRUE(Lexicon().FindTitle("mrs")->address);
  EXPECT_EQ(Lexicon().FindTitle("mrs")->gender, Gender::kFemale);
  EXPECT_EQ(Lexicon().FindTitle("table"), nullptr);
}

TEST(EntityLexiconTest, KnowsGivenNames) {
  ASSERT_NE(Lexicon().FindGivenName("maria"), nullptr);
  EXPECT_EQ(*Lexicon().FindGivenName("maria"), Gender::kFemale);
  EXPECT_EQ(*Lexicon().FindGivenName("peter"), Gender::kMale);
  EXPECT_EQ(*Lexicon().FindGivenName("robin"), Gender::kUnknown);
  EXPECT_EQ(Lexicon().FindGivenName("acme"), nullptr);
}

TEST(EntityLexiconTest, SynonymsAreSymmetric) {
  EXPECT_TRUE(Lexicon().Synonyms("ban", "curb"));
  EXPECT_TRUE(Lexicon().Synonyms("curb", "ban"));
  EXPECT_TRUE(Lexicon().Synonyms("anything", "anything"));
  EXPECT_FALSE(Lexicon().Synonyms("ban", "company"));
}

class FolderOfLexicons : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("crosscheck_entity_lexicon_" + test);  // tests run side by side
    std::filesystem::remove_all(folder_);
    std::filesystem::copy("rules/lexicon", folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_;
};

TEST_F(FolderOfLexicons, SaysWhichKeyIsUnknown) {
  std::ofstream(folder_ / "metonyms.yaml") << "metonyms:\n  - {words: [Harbour Street], fro: Brio}\n";
  Diagnostics diagnostics;
  const auto lexicon = LoadEntityLexicon(folder_, &diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].line, 2u);
  EXPECT_NE(ToText(diagnostics[0]).find("fro"), std::string::npos);
  EXPECT_NE(lexicon->FindTitle("ceo"), nullptr) << "the other files are still loaded";
}

TEST_F(FolderOfLexicons, SaysWhichTypeIsUnknown) {
  std::ofstream(folder_ / "aliases.yaml") << "names:\n  - {name: Brio, type: firm}\n";
  Diagnostics diagnostics;
  LoadEntityLexicon(folder_, &diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "entity-lexicon.unknown-type");
}

TEST_F(FolderOfLexicons, SaysThatAFileIsMissing) {
  std::filesystem::remove(folder_ / "pronouns.yaml");
  Diagnostics diagnostics;
  LoadEntityLexicon(folder_, &diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "entity-lexicon.unreadable");
}

}  // namespace
}  // namespace crosscheck
