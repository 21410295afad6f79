#include "core/language/lemmatizer.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace crosscheck {
namespace {

struct Case {
  const char* form;
  const char* xpos;
  const char* lemma;
};

TEST(Lemmatizer, Lemmas) {
  const auto model = ModelFile::Load(CROSSCHECK_SOURCE_DIR "/core/language/english.model");
  if (!model.ok() || !(*model).Has("lemma.table")) GTEST_SKIP() << "the model has no lemmas";
  const auto lemmatizer = Lemmatizer::Load(*model);
  ASSERT_TRUE(lemmatizer.ok());
  constexpr Case kCases[] = {
      // regular endings
      {"companies", "NNS", "company"},
      {"buses", "NNS", "bus"},
      {"hoping", "VBG", "hope"},
      {"hopping", "VBG", "hop"},
      {"vaccinated", "VBN", "vaccinate"},
      {"tweeted", "VBD", "tweet"},
      {"larger", "JJR", "large"},
      {"staged", "VBD", "stage"},
      {"roses", "NNS", "rose"},
      // irregular ones
      {"bought", "VBD", "buy"},
      {"rose", "VBD", "rise"},
      {"men", "NNS", "man"},
      {"better", "JJR", "good"},
      {"crises", "NNS", "crisis"},
      {"was", "VBD", "be"},
      {"series", "NNS", "series"},
      // contractions, either apostrophe
      {"n't", "RB", "not"},
      {"n’t", "RB", "not"},
      {"ca", "MD", "can"},
      {"'ll", "MD", "will"},
      {"’re", "VBP", "be"},
      // case
      {"Prices", "NNS", "price"},
      {"Berg", "NNP", "Berg"},
      {"The", "DT", "the"},
      {"I", "PRP", "I"},
      // handles, tags, addresses
      {"@Reuters", "NNPS", "@Reuters"},
      {"#Ferries", "NNS", "#Ferries"},
      {"press@Example.org", "NNP", "press@Example.org"},
      {"https://Example.org/Prices", "NNS", "https://Example.org/Prices"},
      {"@", "IN", "@"},
      // numerals
      {"1,200.50", "CD", "1200.50"},
      {"two", "CD", "two"},
  };
  for (const Case& c : kCases)
    EXPECT_EQ((*lemmatizer).Lemma(c.form, c.xpos, false), c.lemma) << c.form;
  EXPECT_EQ((*lemmatizer).Lemma("PRICES", "NNS", true), "price");
  // Nothing is lost on odd input.
  for (const char* form : {"x", "\xff", "…", "Ж", "'"})
    EXPECT_NE((*lemmatizer).Lemma(form, "NN", false), "") << form;
  EXPECT_EQ((*lemmatizer).Lemma(std::string(5000, 'a'), "NN", false).size(), 5000u);
}

TEST(Lemmatizer, Capitals) {
  EXPECT_TRUE(IsInCapitals("NATO"));
  EXPECT_TRUE(IsInCapitals("U.S."));
  EXPECT_FALSE(IsInCapitals("I"));
  EXPECT_FALSE(IsInCapitals("iOS"));
  EXPECT_FALSE(IsInCapitals("2019"));
}

// A model file with one section, as tools/language/container.py writes it.
std::string Container(std::string_view section) {
  const auto number = [](uint64_t value, size_t bytes) {
    std::string out;
    for (size_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
  };
  std::string content = "lemma.table";
  content.resize(32, '\0');
  content += number(128, 8) + number(section.size(), 8);
  content.resize(128 - 32, '\0');
  content += section;
  content.resize((content.size() + 63) / 64 * 64 - 32 + 32, '\0');
  while ((content.size() + 32) % 64 != 0) content += '\0';
  std::string padded = content;
  padded.resize((padded.size() + 7) / 8 * 8, '\0');
  uint64_t sum = padded.size();
  for (size_t at = 0; at < padded.size(); at += 8) {
    uint64_t word = 0;
    std::memcpy(&word, padded.data() + at, 8);
    sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
    sum = sum << 29 | sum >> 35;
  }
  return "XCMODEL\n" + number(1, 4) + number(1, 4) + number(32 + content.size(), 8) +
         number(sum, 8) + content;
}

TEST(Lemmatizer, DamagedTablesAreErrors) {
  const std::string_view empty("\xff\xff\xff\xff", 4);
  const auto table = [](uint32_t slots, std::string_view rest) {
    std::string bytes(4, '\0');
    std::memcpy(bytes.data(), &slots, 4);
    return bytes + std::string(rest);
  };
  const auto loads = [](const std::string& section) {
    const auto model = ModelFile::FromBytes(Container(section), "made");
    EXPECT_TRUE(model.ok()) << (model.ok() ? "" : model.error().message);
    return model.ok() && Lemmatizer::Load(*model).ok();
  };
  EXPECT_TRUE(loads(table(1, empty)));
  EXPECT_FALSE(loads("abc"));
  EXPECT_FALSE(loads(table(0, empty)));
  EXPECT_FALSE(loads(table(3, std::string(12, '\xff'))));                // no power of two
  EXPECT_FALSE(loads(table(1024, empty)));                               // shorter than its slots
  EXPECT_FALSE(loads(table(1, std::string_view("\0\0\0\0\1a\1b", 8))));  // no empty slot
  EXPECT_FALSE(
      loads(table(2, std::string_view("\xff\xff\xff\xff\x09\0\0\0\1a\1b", 12))));  // points outside
  EXPECT_FALSE(loads(table(2, std::string_view("\xff\xff\xff\xff\0\0\0\0\x7f"
                                               "a",
                                               10))));  // key too long
  EXPECT_TRUE(loads(table(2, std::string_view("\xff\xff\xff\xff\0\0\0\0\1a\1b", 12))));
}

}  // namespace
}  // namespace crosscheck
