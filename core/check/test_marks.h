#ifndef CROSSCHECK_CORE_CHECK_TEST_MARKS_H_
#define CROSSCHECK_CORE_CHECK_TEST_MARKS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"

namespace crosscheck {

// A span that a rule test marks with [[a:…]], in bytes of the text without marks.
struct SpanMark {
  std::string alias;      // "a", "e.draft"
  uint32_t document = 0;  // as the caller counts the test's documents
  TextRange range;
};

// Takes the marks out of a text and adds them to `marks`: "[[a:twelve]] men"
// becomes "twelve men" with a mark at [0, 6).
std::string TakeMarks(std::string_view marked, uint32_t document, std::vector<SpanMark>* marks);

// The text alone.
std::string WithoutMarks(std::string_view marked);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CHECK_TEST_MARKS_H_
