#ifndef CROSSCHECK_CORE_DOCUMENT_LINE_SHAPE_H_
#define CROSSCHECK_CORE_DOCUMENT_LINE_SHAPE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"
#include "core/document/document.h"

namespace crosscheck {

// What single lines look like, for every reader. None of these knows about the
// lines around; readers decide with both. All take lines without white space
// around them.

// `range` without the white space at its ends.
TextRange Trimmed(std::string_view text, TextRange range);

size_t CountWords(std::string_view line);

// True where the line ends as a sentence does: ". ! ? …", also before closing
// marks and brackets.
bool EndsSentence(std::string_view line);

// The mark at the start of a list item ("-", "•", "1.", "(a)", "iii)"), and the
// white space after it.
struct ListMarker {
  enum class Style : uint8_t { kBullet, kDash, kNumberDot, kNumberParen, kLetterDot, kLetterParen };
  Style style = Style::kBullet;
  uint32_t size = 0;  // bytes up to the first byte of the item
  int number = 0;     // 3 for "3." and for "c)"; 0 for bullets
};
std::optional<ListMarker> MarkerAt(std::string_view line);

// Navigation, share buttons, comment counters, cookie notes, bare addresses and
// rules ("* * *"). Example: "14 Comments - Add comment". Counter-example: "14
// comments were removed by the moderators."
bool IsFurniture(std::string_view line);

// "Photo: Jo Berg / Acme".
bool IsCaption(std::string_view line);

// "By Jo Berg", "By Jo Berg and Ann Lee, Business editor".
bool IsByline(std::string_view line);

// The words of a dash line under a quotation ("– Jo Berg, Acme" gives "Jo Berg,
// Acme"), as a range in `line`.
std::optional<TextRange> CreditOf(std::string_view line);

// The cells of a table row whose cells are parted by | or tabs, as ranges in
// `line`; empty where it is none. A rule of dashes gives one empty cell.
std::vector<TextRange> CellsOf(std::string_view line);

// A heading by its own looks: few words, no full stop, starts with a capital, a
// digit or a quotation mark.
bool LooksLikeHeading(std::string_view line);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_DOCUMENT_LINE_SHAPE_H_
