#ifndef CROSSCHECK_CORE_REPORT_EXCERPT_H_
#define CROSSCHECK_CORE_REPORT_EXCERPT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/text_range.h"
#include "core/report/report.h"

namespace crosscheck {

// A place in a file as people count: both 1-based, columns in code points.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
};
LineColumn PlaceOf(std::string_view bytes, uint32_t offset);

// The words around a range, on one line: the sentences that it touches, cut to a
// width around the range, with an ellipsis where something was cut. A range wider
// than that is shown as its beginning and its end ("We will […] at last").
struct Excerpt {
  std::string text;
  TextRange marked;     // the range, in `text`
  uint32_t before = 0;  // code points of `text` before the range
  uint32_t width = 0;   // code points of the range
};
Excerpt ExcerptOf(const Reading& reading, TextRange range, uint32_t width);

// "draft.md:12:24"
std::string PlaceText(const Report& report, uint32_t document, TextRange range);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_EXCERPT_H_
