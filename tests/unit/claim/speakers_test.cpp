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

// "source | cue | content" of the attributions that are the narrator's own, in order.
std::string Outer(const char* words) {
  const testing::TextReading text = testing::Read(words);
  const auto join = [&](const std::vector<TextRange>& ranges) {
    std::string joined;
    for (const TextRange range : ranges) joined += (joined.empty() ? "" : " … ") + std::string(range.In(text.document->text()));
    return joined;
  };
  std::string lines;
  for (const Attribution& a : text.reading.attributions) {
    if (a.nested_in < 0) lines += (lines.empty() ? "" : "\n") + join(a.source) + " | " + join(a.cue) + " | " + join(a.content);
  }
  return lines;
}

struct Saying {
  const char* text;
  const char* attributions;
};

class Shapes : public ::testing::TestWithParam<Saying> {};

TEST_P(Shapes, AreRead) { EXPECT_EQ(Outer(GetParam().text), GetParam().attributions) << GetParam().text; }

const Saying kShapes[] = {
    // a cue that fills what stands between a comma and the end, or between two commas
    {"Instructions were sent to the staff about the foreign hack, the report found.", "the report | found | Instructions were sent to the staff about the foreign hack"},
    {"The plans are hard to prove, and others are dull, said Karl Green, a port official under two mayors.", "Karl Green, a port official under two mayors | said | The plans are hard to prove, and others are dull"},
    {"In the cold month of May, the firm reported.", ""},
    // clauses and infinitives that are drawn as parts of the hearer
    {"Berg told the crowd the dam was safe.", "Berg | told | the dam was safe"},
    {"Lind urged the council to act.", "Lind | urged | to act"},
    {"He reminded voters of his record.", "He | reminded | his record"},
    // what somebody is called
    {"He called the members \"thieves\" and left.", "He | called | the members \"thieves\""},
    {"The boy called Christmas a sham.", "The boy | called | Christmas a sham"},
    {"The fund was worth nine million, which Mr. Lind called \"a disgrace.\"", "Mr. Lind | called | which … \"a disgrace.\""},
    {"Some analysts see the move as driven by fear.", "Some analysts | see | the move as driven by fear"},
    {"He called the members of the old club and left.", ""},
    // what leads from the source to the cue
    {"Berg went on to say the dam is safe.", "Berg | went on to say | the dam is safe"},
    {"Berg began by saying that the dam is safe.", "Berg | began by saying | that the dam is safe"},
    {"A survey last week showed Berg leading Lind.", "A survey | showed | Berg leading Lind"},
    // nouns that somebody holds, whoever it is
    {"Calls for reform grew in the spring.", " | Calls for | reform"},
    {"The plan for the port was drawn in ink.", ""},
    {"He was angry at the plan.", "He | was angry at | the plan"},
};
INSTANTIATE_TEST_SUITE_P(Sayings, Shapes, ::testing::ValuesIn(kShapes));

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
