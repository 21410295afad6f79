#ifndef CROSSCHECK_CORE_DOCUMENT_DATELINE_H_
#define CROSSCHECK_CORE_DOCUMENT_DATELINE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/text_range.h"
#include "core/document/document.h"

namespace crosscheck {

// The first full date of a line: "3 May 2024", "May 3, 2024", "2024-05-03".
// Day/month/year in digits is left alone: it reads differently on either side
// of the Atlantic.
struct FoundDate {
  Date date;
  TextRange range;  // in the line
};
std::optional<FoundDate> FindDate(std::string_view line);

// A short line of a document's head that holds its date and perhaps its outlet:
// "The Courier, 3 May 2024", "Published: May 3, 2024".
struct HeadLine {
  Date date;
  TextRange publisher;  // in the line; empty where none is named
};
std::optional<HeadLine> HeadLineOf(std::string_view line);

// The place and date before the first dash of a news story: "LONDON, 3 May 2024
// — The minister …", "WASHINGTON (AP) -- …", "(CNN)The …". Counter-example:
// "Acme – a maker of chips – said …".
struct Dateline {
  uint32_t size = 0;   // bytes of the dateline without the white space after it
  uint32_t story = 0;  // first byte of the story
  std::optional<Date> date;
};
std::optional<Dateline> DatelineOf(std::string_view paragraph);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_DOCUMENT_DATELINE_H_
