#ifndef CROSSCHECK_CORE_DOCUMENT_DOCUMENT_H_
#define CROSSCHECK_CORE_DOCUMENT_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/base/text_range.h"

namespace crosscheck {

struct DocumentTag;
using DocumentId = Id<DocumentTag>;

// What a block of a document is. The names that are printed stand in
// `interfaces` as the `kind` of a sentence.
enum class BlockKind : uint8_t {
  kProse,
  kHeading,
  kListItem,
  kTableRow,
  kCaption,
  kQuotation,  // a block quotation; its dash line is in `Block::credit`
  kFurniture,  // navigation, share buttons, cookie notes, "14 comments", credits
};
std::string_view ToString(BlockKind kind);

// A stretch of a document's text that is read as one thing. Blocks lie in the
// order of the text, do not overlap, and hold everything but white space.
struct Block {
  TextRange range;  // in Document::text(), without white space around it
  BlockKind kind = BlockKind::kProse;
  int level = 0;  // heading level 1..6; nesting depth of a list item
  int lead_in =
      -1;  // list item: index of the block that introduces it; table row: of the first row
  TextRange credit = {};  // quotation: the words after the dash ("Jo Berg, Acme"); else empty
  std::vector<TextRange> cells = {};  // table row: its cells; first row of a table = the headings

  bool operator==(const Block&) const = default;
};

// A calendar day, proleptic Gregorian. Always valid.
struct Date {
  int year = 0;
  int month = 1;  // 1..12
  int day = 1;    // 1..31

  auto operator<=>(const Date&) const = default;
};
// "2025-05-27" to a Date; nothing where it is not one.
std::optional<Date> ParseIsoDate(std::string_view text);
std::string ToString(const Date& date);

// What is known of a document beside its text.
struct Metadata {
  std::string id;         // as the user or the reader named it
  std::string path;       // as the user named it; "" for text from standard input
  std::string publisher;  // "" where unknown
  std::string title;      // "" where unknown
  std::optional<Date> date;

  bool operator==(const Metadata&) const = default;
};

// The piece of a document that maps straight to the bytes of its file.
struct OffsetSpan {
  uint32_t text = 0;    // first byte in Document::text()
  uint32_t source = 0;  // first byte in the file
  uint32_t length = 0;  // bytes of text; source_length differs where something was decoded
  uint32_t source_length = 0;

  bool operator==(const OffsetSpan&) const = default;
};

// A document that was read: its decoded text, its blocks, and the way back to
// the bytes of the file. It owns its text, whose address never changes; all
// else keeps TextRanges into it. Immutable once read; movable.
class Document {
 public:
  Document(std::string text, Metadata metadata, std::vector<Block> blocks,
           std::vector<OffsetSpan> offsets = {})
      : text_(std::make_unique<const std::string>(std::move(text))),
        metadata_(std::move(metadata)),
        blocks_(std::move(blocks)),
        offsets_(std::move(offsets)) {}

  std::string_view text() const { return *text_; }
  const Metadata& metadata() const { return metadata_; }
  const std::vector<Block>& blocks() const { return blocks_; }

  // The bytes of the file that `range` of the text covers, from its first to
  // its last character. The same range where the reader decoded nothing.
  TextRange InFile(TextRange range) const;

  // True where the other document holds the same in every respect.
  bool operator==(const Document& other) const {
    return *text_ == *other.text_ && metadata_ == other.metadata_ && blocks_ == other.blocks_ &&
           offsets_ == other.offsets_;
  }

 private:
  std::unique_ptr<const std::string> text_;
  Metadata metadata_;
  std::vector<Block> blocks_;
  std::vector<OffsetSpan> offsets_;  // sorted by text; empty = identity
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_DOCUMENT_DOCUMENT_H_
