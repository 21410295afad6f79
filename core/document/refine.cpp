#include "core/document/refine.h"

#include <algorithm>

#include "core/document/dateline.h"
#include "core/document/line_shape.h"

namespace crosscheck {
namespace {

constexpr size_t kHeadBlocks = 8;  // how far down the outlet, date and byline may stand

// The outlet, date and byline before the story begins.
void TakeHead(std::string_view text, Metadata* metadata, std::vector<Block>* blocks) {
  for (size_t i = 0; i < std::min(kHeadBlocks, blocks->size()); ++i) {
    Block& block = (*blocks)[i];
    const std::string_view words = block.range.In(text);
    if (block.kind == BlockKind::kProse && EndsSentence(words) && CountWords(words) > 8) return;
    if (block.kind != BlockKind::kProse && block.kind != BlockKind::kHeading) continue;
    const auto head = HeadLineOf(words);
    if (!head && !IsByline(words)) continue;
    block.kind = BlockKind::kFurniture;
    if (!head) continue;
    if (!metadata->date) metadata->date = head->date;
    if (metadata->publisher.empty()) metadata->publisher = std::string(head->publisher.In(words));
  }
}

// A dash line under a quotation, or under a paragraph that it makes one, is
// taken into its block.
void TakeCredits(std::string_view text, std::vector<Block>* blocks) {
  std::vector<Block> kept;
  for (Block& block : *blocks) {
    const bool line = block.kind == BlockKind::kProse || block.kind == BlockKind::kQuotation;
    const auto credit = line ? CreditOf(block.range.In(text)) : std::nullopt;
    const bool follows =
        !kept.empty() && kept.back().credit.empty() &&
        (kept.back().kind == BlockKind::kQuotation ||
         (kept.back().kind == BlockKind::kProse && EndsSentence(kept.back().range.In(text))));
    if (!credit || !follows) {
      kept.push_back(std::move(block));
      continue;
    }
    kept.back().kind = BlockKind::kQuotation;
    kept.back().credit = {block.range.start + credit->start, block.range.start + credit->end};
    kept.back().range.end = block.range.end;
  }
  *blocks = std::move(kept);
}

}  // namespace

void TakeDateline(std::string_view text, bool whole, Metadata* metadata,
                  std::vector<Block>* blocks) {
  const auto story = std::ranges::find(*blocks, BlockKind::kProse, &Block::kind);
  if (story == blocks->end()) return;
  const std::string_view words = story->range.In(text);
  const auto dateline = DatelineOf(words);
  if (!dateline || (whole && !dateline->date && !words.starts_with('('))) return;
  if (dateline->date && !metadata->date) metadata->date = dateline->date;
  Block head = *story;
  head.kind = BlockKind::kFurniture;
  head.range.end = head.range.start + dateline->size;
  story->range.start += dateline->story;
  blocks->insert(story, head);
}

void LinkBlocks(std::string_view text, std::vector<Block>* blocks) {
  int lead_in = -1;
  int first_row = -1;
  for (size_t i = 0; i < blocks->size(); ++i) {
    Block& block = (*blocks)[i];
    if (block.kind == BlockKind::kListItem) {
      block.lead_in = lead_in;
    } else {
      lead_in = text[block.range.end - 1] == ':' ? static_cast<int>(i) : -1;
    }
    if (block.kind != BlockKind::kTableRow) {
      first_row = -1;
    } else if (first_row < 0) {
      first_row = static_cast<int>(i);
    } else {
      block.lead_in = first_row;
    }
  }
}

void RefineBlocks(std::string_view text, Metadata* metadata, std::vector<Block>* blocks) {
  TakeHead(text, metadata, blocks);
  TakeCredits(text, blocks);
  for (Block& block : *blocks) {
    const std::string_view words = block.range.In(text);
    if (block.kind == BlockKind::kHeading && metadata->title.empty())
      metadata->title = std::string(words);
    if (block.kind != BlockKind::kProse && block.kind != BlockKind::kListItem) continue;
    if (IsFurniture(words)) block.kind = BlockKind::kFurniture;
    if (block.kind == BlockKind::kProse && IsCaption(words)) block.kind = BlockKind::kCaption;
  }
  TakeDateline(text, false, metadata, blocks);
  LinkBlocks(text, blocks);
}

}  // namespace crosscheck
