#include "core/graph/owner.h"

#include <gtest/gtest.h>

#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

using testing::Read;
using testing::TextReading;

// The owner of the claim that holds the text's last figure.
std::string OwnerIn(const char* text) {
  const TextReading a = Read(text);
  for (auto claim = a.reading.claims.rbegin(); claim != a.reading.claims.rend(); ++claim) {
    if (claim->figure < 0) continue;
    const int32_t owner = OwnerOf(a.reading, *claim);
    return owner < 0 ? "" : a.reading.entities[static_cast<size_t>(owner)].name;
  }
  return "no claim";
}

TEST(Owner, IsTheSubjectItsPossessorOrTheOneBefore) {
  const std::pair<const char*, const char*> cases[] = {
      {"Borealis earned 5 million euros in 2021.", "Borealis"},
      {"Borealis's profit was 5 million euros in 2021.", "Borealis"},
      {"Borealis sold a mill. Profit was 5 million euros in 2021.", "Borealis"},
      {"Profit was 5 million euros in 2021.", ""},
  };
  for (const auto& [text, owner] : cases) EXPECT_EQ(OwnerIn(text), owner) << text;
}

TEST(Owner, TellsTwoFirmsApartButNotTwoFormsOfOneName) {
  const auto other = [](const char* a, const char* b) {
    const TextReading first = Read(a), second = Read(b);
    return OtherOwner(first.reading, first.reading.claims.back(), second.reading, second.reading.claims.back());
  };
  EXPECT_TRUE(other("Borealis's profit was 5 million euros.", "Norwick's profit was 7 million euros."));
  EXPECT_FALSE(other("Borealis's profit was 5 million euros.", "Borealis's profit was 7 million euros."));
  EXPECT_FALSE(other("Norwick Steel's profit was 5 million euros.", "Norwick's profit was 7 million euros."));
  EXPECT_FALSE(other("Borealis's profit was 5 million euros.", "Profit was 7 million euros."));
}

}  // namespace
}  // namespace crosscheck
