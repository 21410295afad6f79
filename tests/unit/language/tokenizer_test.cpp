#include "core/language/tokenizer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

const Tokenizer& Words() {
  static const auto* tokenizer = [] {
    auto loaded = Tokenizer::Load(CROSSCHECK_SOURCE_DIR "/rules/lexicon");
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().message);
    return new Tokenizer(std::move(*loaded));
  }();
  return *tokenizer;
}

std::string Cut(std::string_view text) {
  std::string joined;
  for (const TextRange range : Words().Tokenize(text, {0, static_cast<uint32_t>(text.size())})) {
    if (!joined.empty()) joined += " ";
    joined += range.In(text);
  }
  return joined;
}

struct Case {
  const char* text;
  const char* words;
};

TEST(Tokenizer, Words) {
  constexpr Case kCases[] = {
      {"Prices fell, then rose.", "Prices fell , then rose ."},
      {"Berg -LRB-born in May-RRB- left.", "Berg -LRB- born in May -RRB- left ."},
      // contractions
      {"We don't, can't and won't.", "We do n't , ca n't and wo n't ."},
      {"She's Berg’s; they'd've gone", "She 's Berg ’s ; they 'd 've gone"},
      {"I cannot, gonna, wanna", "I can not , gon na , wan na"},
      {"the firms' and firms’ debt", "the firms ' and firms ’ debt"},
      {"DON'T isn’t", "DO N'T is n’t"},
      {"dont im youre", "do nt i m you re"},
      {"O'Connor's o'clock Shi'ite", "O'Connor 's o'clock Shi'ite"},
      {"its wells were", "its wells were"},
      {"Its a tie, its not over", "It s a tie , it s not over"},
      {"its a-team, its That, its  a", "its a - team , its That , its a"},
      {"your the best; your best", "you r the best ; your best"},
      {"Lets go; he lets go", "Let s go ; he lets go"},
      {"I dunno", "I du n no"},
      {"'em '90s ’72", "'em '90s ’72"},
      // hyphens
      {"a 15-year well-known co-founder", "a 15 - year well - known co-founder"},
      {"anti-war e-mail uh-oh mid-July", "anti-war e-mail uh-oh mid-July"},
      {"Al-Berg non-Hodgkin career-wise", "Al - Berg non-Hodgkin career-wise"},
      {"war—and–peace -- no", "war — and – peace -- no"},
      // numbers
      {"$5.2m US$30 50% £1,200.50", "$ 5.2 m US$ 30 50 % £ 1,200.50"},
      {"9/11 12/05/2019 5:30 3.5 .75", "9/11 12/05/2019 5:30 3.5 .75"},
      {"1990s 1990's 5th 10-12 2004-2005", "1990s 1990's 5th 10 - 12 2004 - 2005"},
      {"price:3,40 At:3.5 rate:3 now :3", "price : 3,40 At : 3.5 rate : 3 now :3"},
      {"costs $$$, or $$$5", "costs $$$ , or $ $ $ 5"},
      {"555-0199 800-555-0199 2019-05-27", "555-0199 800-555-0199 2019-05-27"},
      {"5km 35mm 5pm 20C 4x4 H100 747BX", "5 km 35 mm 5 pm 20 C 4x4 H100 747BX"},
      {"No. 10's +44 20 #1", "No. 10 's +44 20 # 1"},
      {"[18,19] [2]", "[ 18 , 19 ] [ 2 ]"},
      // abbreviations
      {"Dr. Berg, Acme Inc. and J. K. Holt", "Dr. Berg , Acme Inc. and J. K. Holt"},
      {"He left the U.S.", "He left the U.S."},
      {"He joined Acme Inc.", "He joined Acme Inc ."},
      {"in the U.S., e.g. at 5 a.m., Ph.D. i.e. so",
       "in the U.S. , e.g. at 5 a.m. , Ph.D. i.e. so"},
      {"tea, etc.", "tea , etc ."},
      {"Mr.Berg said.The end", "Mr. Berg said . The end"},
      // names
      {"R&D at AT&T, salt&pepper", "R&D at AT&T , salt & pepper"},
      {"and/or he/she", "and / or he / she"},
      {"Yahoo! is", "Yahoo! is"},
      // addresses, handles
      {"see https://acme.example/a_(b),c. Or www.acme.example!",
       "see https://acme.example/a_(b),c . Or www.acme.example !"},
      {"jo.berg@acme.example, @jo_berg #FreeTea", "jo.berg@acme.example , @jo_berg #FreeTea"},
      {"(acme.com/tea) report.pdf.", "( acme.com/tea ) report.pdf ."},
      {"I am here.Come", "I am here . Come"},
      // marks
      {"What?! No... “Yes,” (he) [x]", "What ?! No ... “ Yes , ” ( he ) [ x ]"},
      {"Now.? Never!. Wait...? U.S.?", "Now .? Never !. Wait ... ? U.S. ?"},
      {"\"a\" 'b' ''c''", "\" a \" ' b ' '' c ''"},
      {"ok :) ;-) <3 thanks:)", "ok :) ;-) <3 thanks :)"},
      {"go 👍🏽👍 🇩🇪🇫🇷 ❤️", "go 👍🏽 👍 🇩🇪 🇫🇷 ❤️"},
      {"***** ---- ====", "***** ---- ===="},
      // other scripts
      {"Müller’s café naïve", "Müller ’s café naïve"},
      {"Dvořák's O'řs", "Dvořák 's O'řs"},
      {"Москва 東京 e\xcc\x81te", "Москва 東京 e\xcc\x81te"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Cut(c.text), c.words) << c.text;
}

TEST(Tokenizer, EveryByteThatIsNoBlankIsInOneWord) {
  for (const std::string text : {"a b", "\xff\xfe bad", "x\xc3", " \t\n", "…'’“”",
                                 "a\u200bb\u00a0c", "''s 's's'", "don't'nt", "@@@ ###"}) {
    uint32_t end = 0;
    std::string kept, wanted;
    for (const TextRange word : Words().Tokenize(text, {0, static_cast<uint32_t>(text.size())})) {
      EXPECT_GE(word.start, end) << text;
      EXPECT_FALSE(word.empty()) << text;
      end = word.end;
      kept += word.In(text);
    }
    for (const char c : kept) wanted += c;
    EXPECT_EQ(kept, wanted);
  }
}

TEST(Tokenizer, IsLinear) {
  for (const std::string piece : {"a", "a.", "1,", "a-", "'", "’s", "a'", "/", "@a", "http://",
                                  "[1,", "U.S.", "😀", "\u200d", ":", "&", "x*"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    Words().Tokenize(text, {0, static_cast<uint32_t>(text.size())});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 20.0) << piece;
  }
}

TEST(Tokenizer, MarksOfTreebanks) {
  EXPECT_EQ(Words().FormOf("-LRB-"), "(");
  EXPECT_EQ(Words().FormOf("-RSB-"), "]");
  EXPECT_EQ(Words().FormOf("-lrb-"), "-lrb-");
  EXPECT_EQ(Words().FormOf("mark"), "mark");
}

}  // namespace
}  // namespace crosscheck
