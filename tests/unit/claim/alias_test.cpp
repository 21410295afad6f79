#include "core/claim/alias.h"

#include <gtest/gtest.h>

#include "core/claim/entity.h"

namespace crosscheck {
namespace {

const EntityLexicon& Lexicon() {
  static const auto lexicon = [] {
    Diagnostics diagnostics;
    return LoadEntityLexicon("rules/lexicon", &diagnostics);
  }();
  return *lexicon;
}

constexpr auto kPerson = EntityType::kPerson;
constexpr auto kOrganization = EntityType::kOrganization;
constexpr auto kPlace = EntityType::kPlace;
constexpr auto kOther = EntityType::kOther;

TEST(EntityKeyTest, IsOneForAllWrittenForms) {
  struct Case {
    std::string_view name;
    EntityType type;
    std::string_view key;
  };
  const Case kCases[] = {
      {"Jo Berg", kPerson, "jo berg"},
      {"Mr Jo Berg", kPerson, "jo berg"},
      {"Sen. Jo Berg", kPerson, "jo berg"},
      {"Prime Minister Jo Berg", kPerson, "jo berg"},
      {"Jo A. Berg", kPerson, "jo berg"},
      {"JO BERG", kPerson, "jo berg"},
      {"Jo Berg's", kPerson, "jo berg"},
      {"Jo Berg Jr.", kPerson, "jo berg jr"},
      {"Dr. Åsa Öberg", kPerson, "asa oberg"},
      {"Queen Astrid", kPerson, "queen astrid"},  // known by title and given name
      {"Stephen King", kPerson, "stephen king"},  // a surname, not a title
      {"Acme", kOrganization, "acme"},
      {"Acme Inc.", kOrganization, "acme"},
      {"Acme Holdings Ltd.", kOrganization, "acme"},
      {"Acme Holdings, Ltd.", kOrganization, "acme"},
      {"Berg & Co.", kOrganization, "berg"},
      {"the Acme Corporation", kOrganization, "acme"},
      {"Holm Bank", kOrganization, "holm bank"},  // the bank is part of the name
      {"U.S.", kPlace, "united states"},
      {"US", kPlace, "united states"},
      {"the United States", kPlace, "united states"},
      {"American", kPlace, "united states"},
      {"Dutch", kPlace, "netherlands"},
      {"Britain", kPlace, "united kingdom"},
      {"Americans", EntityType::kGroup, "united states people"},
      {"U.N.", kOrganization, "united nations"},
      {"GPUs", kOther, "gpu"},
      {"Munich", kPlace, "munich"},
  };
  for (const Case& c : kCases) {
    const std::string key = EntityKey(c.name, c.type, Lexicon());
    EXPECT_EQ(key, c.key) << c.name;
    EXPECT_EQ(EntityKey(key, c.type, Lexicon()), key) << c.name;
  }
}

Entity Named(std::string_view name, EntityType type) {
  Entity entity;
  entity.name = std::string(name);
  entity.type = type;
  entity.key = EntityKey(name, type, Lexicon());
  return entity;
}

TEST(CompareNamesTest, TellsSameCompatibleDifferentUnknown) {
  struct Case {
    std::string_view a;
    EntityType type_a;
    std::string_view b;
    EntityType type_b;
    NameRelation relation;
  };
  constexpr auto kSame = NameRelation::kSame;
  constexpr auto kCompatible = NameRelation::kCompatible;
  constexpr auto kDifferent = NameRelation::kDifferent;
  constexpr auto kUnknown = NameRelation::kUnknown;
  const Case kCases[] = {
      {"Jo Berg", kPerson, "Jo Berg", kPerson, kSame},
      {"Jo Berg", kPerson, "Sen. Jo Berg", kPerson, kSame},
      {"Jo Berg", kPerson, "Berg", kPerson, kCompatible},
      {"Jo Berg", kPerson, "Mr Berg", kPerson, kCompatible},
      {"Jo Berg", kPerson, "Jo", kPerson, kCompatible},
      {"Jo Berg", kPerson, "J. Berg", kPerson, kCompatible},
      {"William Berg", kPerson, "Bill Berg", kPerson, kCompatible},
      {"Maria Lopez", kPerson, "Maria Lopez Ruiz", kPerson, kCompatible},
      {"Jo Berg", kPerson, "Ann Lee", kPerson, kDifferent},
      {"Jo Berg", kPerson, "Tim Berg", kPerson, kDifferent},
      {"Jo Berg", kPerson, "Lee", kPerson, kDifferent},
      {"Jo Berg Jr.", kPerson, "Jo Berg Sr.", kPerson, kDifferent},
      {"Jo Berger", kPerson, "Jo Bergar", kPerson, kUnknown},  // perhaps one name, misspelt
      {"Acme", kOrganization, "Acme Corp.", kOrganization, kSame},
      {"NRA", kOrganization, "National Rifle Association", kOrganization, kSame},
      {"FBI", kOrganization, "Federal Bureau of Investigation", kOrganization, kSame},
      {"HRB", kOrganization, "Harbour Road Board", kOrganization, kSame},
      {"Road Agency", kOrganization, "National Road Agency", kOrganization, kCompatible},
      {"Acme", kOrganization, "Acme Music", kOrganization, kUnknown},  // part and whole
      {"Acme", kOrganization, "Brio", kOrganization, kDifferent},
      {"Bank of England", kOrganization, "Bank of Japan", kOrganization, kDifferent},
      {"White House", kOrganization, "Kremlin", kOrganization, kDifferent},
      {"China", kPlace, "Japan", kPlace, kDifferent},
      {"Chinese", kPlace, "China", kPlace, kSame},
      {"Munich", kPlace, "Hamburg", kPlace, kDifferent},
      {"Munich", kPlace, "Germany", kPlace, kUnknown},
      {"Texas", kPlace, "United States", kPlace, kUnknown},
      {"Brookfield", kPlace, "Milltown", kPlace, kUnknown},  // one may lie in the other
      {"Jo Berg", kPerson, "Acme", kOrganization, kUnknown},
      {"Kyiv", kPlace, "Kiev", kPlace, kSame},
  };
  for (const Case& c : kCases) {
    const Entity a = Named(c.a, c.type_a), b = Named(c.b, c.type_b);
    EXPECT_EQ(ToString(CompareNames(a, b, Lexicon())), ToString(c.relation)) << c.a << " / " << c.b;
    EXPECT_EQ(CompareNames(a, b, Lexicon()), CompareNames(b, a, Lexicon())) << c.a << " / " << c.b;
  }
}

TEST(CompareNamesTest, SaysNothingOfTheUnnamed) {
  Entity ceo;
  ceo.key = "chief executive";
  ceo.named = false;
  EXPECT_EQ(CompareNames(ceo, ceo, Lexicon()), NameRelation::kUnknown);
}

TEST(SpellingVariantTest, FindsOneSlip) {
  EXPECT_TRUE(IsSpellingVariant("bergmann", "bergman"));
  EXPECT_TRUE(IsSpellingVariant("jo bergmann", "jo bergman"));
  EXPECT_TRUE(IsSpellingVariant("holmes", "hlomes"));
  EXPECT_FALSE(IsSpellingVariant("berg", "burg")) << "too short to tell";
  EXPECT_FALSE(IsSpellingVariant("bergmann", "bergmann"));
  EXPECT_FALSE(IsSpellingVariant("bergmann", "hergmann")) << "another initial is another name";
  EXPECT_FALSE(IsSpellingVariant("norton", "nortons")) << "a plural";
  EXPECT_FALSE(IsSpellingVariant("model10", "model20")) << "a number is no slip";
  EXPECT_FALSE(IsSpellingVariant("jo bergmann", "jon bergman")) << "two words differ";
}

TEST(AcronymTest, TakesFirstLettersWithOrWithoutSmallWords) {
  EXPECT_TRUE(IsAcronymOf("nra", "national road agency"));
  EXPECT_TRUE(IsAcronymOf("doj", "department of justice"));
  EXPECT_TRUE(IsAcronymOf("dj", "department of justice"));
  EXPECT_TRUE(IsAcronymOf("gpus", "graphics processing units"));
  EXPECT_FALSE(IsAcronymOf("nra", "national road"));
  EXPECT_FALSE(IsAcronymOf("n", "national"));
  EXPECT_FALSE(IsAcronymOf("nra", "nra"));
}

TEST(GivenNamesTest, AgreeByInitialAndShortForm) {
  EXPECT_TRUE(GivenNamesAgree("bill", "william", Lexicon()));
  EXPECT_TRUE(GivenNamesAgree("bill", "liam", Lexicon())) << "both short for William";
  EXPECT_TRUE(GivenNamesAgree("j", "jo", Lexicon()));
  EXPECT_FALSE(GivenNamesAgree("jo", "tim", Lexicon()));
}

}  // namespace
}  // namespace crosscheck
