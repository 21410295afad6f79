#include "core/report/json_writer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace crosscheck {
namespace {

std::string Number(double value) {
  JsonWriter out;
  out.Number(value);
  return out.text();
}

TEST(JsonWriter, WritesNumbersTheSameEverywhere) {
  EXPECT_EQ(Number(48'200'000), "48200000");
  EXPECT_EQ(Number(0.1), "0.1");
  EXPECT_EQ(Number(-3), "-3");
  EXPECT_EQ(Number(2.998e-8), "2.998e-08");
  EXPECT_EQ(Number(1e300), "1e+300");
  EXPECT_EQ(Number(std::nan("")), "null");
  EXPECT_EQ(Number(INFINITY), "null");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  EXPECT_EQ(JsonString("a\"b\\c\n\t\r\x01\x7f"), R"("a\"b\\c\n\t\r\u0001\u007f")");
  EXPECT_EQ(JsonString("£ – 😀"), "\"£ – 😀\"");
  EXPECT_EQ(JsonString("a\xff"), "\"a\xEF\xBF\xBD\"");
}

TEST(JsonWriter, NestsAndIndents) {
  JsonWriter line;
  line.BeginObject();
  line.Member("a", "x");
  line.Key("b");
  line.BeginArray();
  line.Integer(1);
  line.Pair({2, 3});
  line.EndArray();
  line.Key("c");
  line.BeginObject();
  line.EndObject();
  line.EndObject();
  EXPECT_EQ(line.text(), R"({"a": "x", "b": [1, [2, 3]], "c": {}})");
  JsonWriter pretty(1);
  pretty.BeginObject();
  pretty.Member("a", true);
  pretty.Key("b");
  pretty.Null();
  pretty.EndObject();
  EXPECT_EQ(pretty.text(), "{\n \"a\": true,\n \"b\": null\n}");
}

}  // namespace
}  // namespace crosscheck
