#include "core/language/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/model_bytes.h"

namespace crosscheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Sample() {
  return ModelBytes({{"a.text", "hello"}, {"b.numbers", std::string("\1\0\0\0\2\0\0\0", 8)}});
}

TEST(ModelFile, ReadsSections) {
  const auto file = ModelFile::FromBytes(Sample(), "sample");
  ASSERT_TRUE(file.ok()) << file.error().message;
  EXPECT_THAT(file->SectionNames(), ElementsAre("a.text", "b.numbers"));
  EXPECT_EQ(file->Section("a.text"), "hello");
  EXPECT_FALSE(file->Has("c"));
  EXPECT_EQ(file->Section("c"), "");
  const auto numbers = file->Array<uint32_t>("b.numbers", 2);
  ASSERT_TRUE(numbers.ok());
  EXPECT_THAT(*numbers, ElementsAre(1u, 2u));
}

TEST(ModelFile, AnArrayOfAnotherSizeIsAnError) {
  const auto file = ModelFile::FromBytes(Sample(), "sample");
  ASSERT_TRUE(file.ok());
  EXPECT_THAT(file->Array<uint32_t>("b.numbers", 3).error().message, HasSubstr("'b.numbers'"));
  EXPECT_THAT(file->Array<uint32_t>("a.text", 1).error().message, HasSubstr("5 bytes"));
  EXPECT_THAT(file->Array<uint32_t>("c", 0).error().message, HasSubstr("without section 'c'"));
}

TEST(ModelFile, ViewsOutliveAMove) {
  auto file = ModelFile::FromBytes(Sample(), "sample");
  ASSERT_TRUE(file.ok());
  const std::string_view text = file->Section("a.text");
  const ModelFile moved = *std::move(file);
  EXPECT_EQ(text.data(), moved.Section("a.text").data());
  EXPECT_EQ(text, "hello");
}

TEST(ModelFile, EveryTruncationIsAnError) {
  const std::string bytes = Sample();
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(ModelFile::FromBytes(bytes.substr(0, size), "cut").ok()) << size;
  }
  EXPECT_FALSE(ModelFile::FromBytes(bytes + "x", "longer").ok());
}

TEST(ModelFile, EveryAlteredByteIsAnError) {
  std::string bytes = Sample();
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (const int bit : {0, 7}) {
      bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
      EXPECT_FALSE(ModelFile::FromBytes(bytes, "altered").ok()) << i;
      bytes[i] = static_cast<char>(bytes[i] ^ (1 << bit));
    }
  }
}

TEST(ModelFile, BrokenTablesWithAGoodChecksumAreErrors) {
  struct Case {
    const char* what;
    size_t offset;  // in the first entry of the table
    uint64_t value;
  };
  for (const Case& c : {Case{"section before the data", 32, 0}, Case{"unaligned section", 32, 129},
                        Case{"section behind the end", 32, 1u << 20},
                        Case{"section longer than the file", 40, 1u << 20},
                        Case{"size that overflows", 40, ~uint64_t{0}}}) {
    std::string bytes = Sample();
    SetWord(&bytes, 32 + c.offset, c.value);
    FixChecksum(&bytes);
    const auto file = ModelFile::FromBytes(bytes, "broken");
    ASSERT_FALSE(file.ok()) << c.what;
    EXPECT_THAT(file.error().message, HasSubstr("broken table")) << c.what;
  }
}

TEST(ModelFile, TwoSectionsOfOneNameAreAnError) {
  EXPECT_THAT(ModelFile::FromBytes(ModelBytes({{"a", "1"}, {"a", "2"}}), "twice").error().message,
              HasSubstr("two sections"));
}

TEST(ModelFile, AnotherVersionSaysSo) {
  std::string bytes = Sample();
  bytes[8] = 2;
  EXPECT_THAT(ModelFile::FromBytes(bytes, "new").error().message, HasSubstr("version 2"));
}

TEST(ModelFile, ErrorsNameTheFile) {
  const auto missing = ModelFile::Load("/nonexistent/english.model");
  ASSERT_FALSE(missing.ok());
  EXPECT_THAT(missing.error().message, HasSubstr("/nonexistent/english.model"));
  EXPECT_FALSE(ModelFile::Load(std::filesystem::temp_directory_path()).ok());
}

TEST(ModelFile, LoadsFromAFile) {
  const auto path = std::filesystem::temp_directory_path() / "crosscheck_model_file_test.model";
  std::ofstream(path, std::ios::binary) << Sample();
  const auto file = ModelFile::Load(path);
  std::filesystem::remove(path);  // the mapping stays
  ASSERT_TRUE(file.ok()) << file.error().message;
  EXPECT_EQ(file->Section("a.text"), "hello");
}

}  // namespace
}  // namespace crosscheck
