// Who speaks, read from running text by the real engine: tags, turns of an
// interview, captions, dash lines, datelines.
#include <gtest/gtest.h>

#include <string>

#include "tests/support/read_text.h"

namespace crosscheck {
namespace {

struct Case {
  const char* text;
  const char* speaker;  // of the last quotation; "" = nobody
};

class Speaker : public ::testing::TestWithParam<Case> {};

std::string SpeakerOfLast(const Reading& reading) {
  for (auto q = reading.quotations.rbegin(); q != reading.quotations.rend(); ++q) {
    if (q->nested_in >= 0 || q->kind == QuotationKind::kTitle) continue;
    if (q->attribution < 0) return "";
    const Attribution& a = reading.attributions[static_cast<size_t>(q->attribution)];
    return a.source.empty() ? "" : std::string(a.source.front().In(reading.document->text()));
  }
  return "none";
}

TEST_P(Speaker, OfTheLastQuotation) {
  const testing::TextReading text = testing::Read(GetParam().text);
  EXPECT_EQ(SpeakerOfLast(text.reading), GetParam().speaker) << GetParam().text;
}

const Case kTags[] = {
    {"“We must save the port before winter,” Berg said.", "Berg"},
    {"“We must save the port before winter,” said Berg, who runs it.", "Berg, who runs it"},
    {"“It is very targeted in terms of their plans,” explained Doyle, the national director of the harbour board.", "Doyle"},
    {"LEEDS, England -- Harbour Master Eric Holm said Monday that the “eyes of the town” are on the port.", "Harbour Master Eric Holm"},
    {"OSLO, Norway (AP) — Mayor Jo Berg said Wednesday that the “whole world” sees the port.", "Mayor Jo Berg"},
    {"Berg was clear: “We must save the port.”", "Berg"},
    {"The town is old.\n\n“We built this harbour with our own hands.” — Jo Berg", "Jo Berg"},
    {"The town is old.\n\n“We built this harbour with our own hands.”\n— Jo Berg, harbour master\n\nThe town is big.", "Jo Berg"},
    {"The “harbour of hope” — Leeds has three more — was built in ten years.", ""},
    {"“The dam is old and it may break in spring,” Ann Lee, who led the works board for ten years, told Hull News.", "Ann Lee, who led the works board for ten years"},
    {"“The dam is old and it may break in spring,” Lind said Friday.", "Lind"},
    {"“The dam is old. We know that,” Lind notes.", "Lind"},
    {"PRICES ARE UP - Ann Lee: “It is the third rise in a year.”", "Ann Lee"},
    {"More from Lee and Lind: “It is the third rise in a year.”", "Lee and Lind"},
    {"Ann Lee warned that the dam was old.\n\n“It may break in spring. We must hurry.”", "Ann Lee"},
    {"The dam was old and the winter had been long.\n\n“It may break in spring. We must hurry.”", ""},
    {"She read “The Long Harbour” on the train.", "none"},
};
INSTANTIATE_TEST_SUITE_P(Tags, Speaker, ::testing::ValuesIn(kTags));

// The range of the source of the attribution that covers a word.
std::string SourceOver(const Reading& reading, std::string_view word) {
  const auto at = static_cast<uint32_t>(reading.document->text().find(word));
  std::string found;
  for (const Attribution& a : reading.attributions) {
    for (const TextRange range : a.content) {
      if (range.Contains(TextRange{at, at + static_cast<uint32_t>(word.size())}) && !a.source.empty())
        found = std::string(a.source.front().In(reading.document->text()));
    }
  }
  return found;
}

TEST(Sayings, BesideAnInfinitiveAreOfTheirOwn) {
  const testing::TextReading text = testing::Read("Berg vowed to fight the plan, saying that the dam was old.");
  EXPECT_EQ(SourceOver(text.reading, "the dam was old"), "Berg");
  std::string cues;
  for (const Attribution& a : text.reading.attributions) {
    if (a.nested_in < 0) cues += std::string(a.cue.front().In(text.document->text())) + " ";
  }
  EXPECT_EQ(cues, "saying vowed ");
}

TEST(Captions, HoldWhatIsSaidInThem) {
  const testing::TextReading text = testing::Read("The town is old.\n\nPhoto: “We will keep the port,” Jo Berg said in Leeds.");
  EXPECT_EQ(SpeakerOfLast(text.reading), "Jo Berg");
}

TEST(Turns, OfAnInterview) {
  const testing::TextReading text = testing::Read(
      "BERG: We built the harbour in ten years.\n\nLIND: And the town paid for the bridge.\n\nThe harbour: a history of the place.");
  EXPECT_EQ(SourceOver(text.reading, "ten years"), "BERG");
  EXPECT_EQ(SourceOver(text.reading, "the bridge"), "LIND");
  EXPECT_EQ(SourceOver(text.reading, "a history"), "");
}

TEST(Turns, NoFigureIsASpeaker) {
  const testing::TextReading text = testing::Read("The train left at 10:30 for Leeds and was late.");
  EXPECT_EQ(SourceOver(text.reading, "late"), "");
}

}  // namespace
}  // namespace crosscheck
