#include "core/graph/credits.h"

#include <gtest/gtest.h>

#include <deque>
#include <memory>

#include "core/document/reader.h"
#include "core/graph/origins.h"
#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReaders;
using testing::TextReading;

const EntityLexicon* Lexicon() { return TextReaders::Get().lexicons().entities.get(); }

// "Reuters", "Reuters*" for a credit of the whole text; "" for none.
std::string CreditsIn(const char* text) {
  const TextReading read = Read(text);
  std::string names;
  for (const Credit& credit : FindCredits(read.reading, Lexicon(), [](const std::string&) { return false; }))
    names += (names.empty() ? "" : ", ") + credit.name + (credit.whole ? "*" : "");
  return names;
}

TEST(Credits, OfASentence) {
  const std::pair<const char*, const char*> cases[] = {
      {"The dam broke on Monday, Reuters reported.", "Reuters"},
      {"According to the AP, the dam broke on Monday.", "Associated Press"},
      {"The merger, as first reported by the Financial Times, was stopped.", "Financial Times"},
      {"Maria Ruiz told the BBC that the dam would hold.", "BBC"},
      {"Maria Ruiz said in an interview with Le Monde that the dam would hold.", "Le Monde"},
      {"The dam broke on Monday, the Hull Gazette reported.", "Hull Gazette"},
      {"The dam broke on Monday, NYT reported.", "New York Times"},
      {"Maria Ruiz said the dam would hold.", ""},
      {"The New York Times hired Maria Ruiz in May.", ""},
      {"Maria Ruiz supports the Hull Gazette.", ""},
  };
  for (const auto& [text, names] : cases) EXPECT_EQ(CreditsIn(text), names) << text;
}

TEST(Credits, OneNameForAllForms) {
  for (const char* form : {"NYT", "The New York Times", "New York Times", "nytimes.com"})
    EXPECT_EQ(OutletKey(form, Lexicon()), "new york times") << form;
  // Many outlets are called so; to take them for one would join two origins.
  EXPECT_NE(OutletKey("The Times", Lexicon()), "new york times");
  EXPECT_EQ(OutletKey("The Hull Gazette", Lexicon()), "hull gazette");
  EXPECT_EQ(OutletKey("The Hull Gazette", nullptr), "hull gazette");
}

using Rows = std::vector<std::pair<std::string, std::string>>;  // publisher and text

// Texts read as files are, with their heads.
struct Texts {
  explicit Texts(const Rows& rows) {
    for (const auto& [publisher, text] : rows) {
      Metadata metadata;
      metadata.publisher = publisher;
      Diagnostics diagnostics;
      documents.push_back(std::make_unique<Document>(ReadText(text, std::move(metadata), &diagnostics)));
      readings.push_back(TextReaders::Get().ReadDocument(*documents.back()));
    }
    std::vector<const Reading*> all;
    for (const Reading& reading : readings) all.push_back(&reading);
    origins = FindOrigins(all, Lexicon());
  }
  std::vector<std::unique_ptr<Document>> documents;
  std::deque<Reading> readings;
  Origins origins;
};

TEST(Origins, OfADatelineAndAByline) {
  const Texts texts(Rows{{"Daily Post", "LONDON (Reuters) - The dam broke on Monday after a week of rain.\n\nNobody was hurt."},
                     {"Hull Gazette", "By Jo Berg, Reuters\n\nThe dam on the Arun broke when the rain did not end."},
                     {"Courier", "LONDON - The old dam gave way on Monday."}});
  EXPECT_EQ(texts.origins.origin, (std::vector<uint32_t>{3, 3, 2}));
  EXPECT_EQ(texts.origins.outlets, (std::vector<std::string>{"Reuters"}));
}

TEST(Origins, OfAPublisherUnderAnotherOfItsNames) {
  const Texts texts(Rows{{"NYT", "The dam broke on Monday."}, {"Courier", "The dam broke on Monday, The New York Times reported."}});
  EXPECT_EQ(texts.origins.origin, (std::vector<uint32_t>{0, 0}));
  EXPECT_EQ(texts.origins.cites[1], (std::vector<uint32_t>{0}));
}

TEST(Origins, OneCreditedSentenceIsNotTheWholeText) {
  const Texts texts(Rows{{"Courier", "The dam broke on Monday, Reuters reported. The mayor opened a school."}});
  EXPECT_EQ(texts.origins.origin, (std::vector<uint32_t>{0}));
  ASSERT_EQ(texts.origins.credited[0].size(), 1u);
  EXPECT_EQ(texts.origins.credited[0][0].origin, 1u);
  EXPECT_TRUE(texts.origins.credited[0][0].range.Contains(TextRange{0, 10}));
}

}  // namespace
}  // namespace crosscheck
