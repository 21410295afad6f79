#include "core/check/test_marks.h"

namespace crosscheck {

std::string TakeMarks(std::string_view marked, uint32_t document, std::vector<SpanMark>* marks) {
  std::string text;
  size_t at = 0;
  while (at < marked.size()) {
    const size_t open = marked.find("[[", at);
    const size_t colon = open == std::string_view::npos ? open : marked.find(':', open);
    const size_t close = open == std::string_view::npos ? open : marked.find("]]", open);
    if (close == std::string_view::npos || colon == std::string_view::npos || colon > close) {
      text += marked.substr(at);
      break;
    }
    text += marked.substr(at, open - at);
    const uint32_t start = static_cast<uint32_t>(text.size());
    text += marked.substr(colon + 1, close - colon - 1);
    marks->push_back({std::string(marked.substr(open + 2, colon - open - 2)),
                      document,
                      {start, static_cast<uint32_t>(text.size())}});
    at = close + 2;
  }
  return text;
}

std::string WithoutMarks(std::string_view marked) {
  std::vector<SpanMark> marks;
  return TakeMarks(marked, 0, &marks);
}

}  // namespace crosscheck
