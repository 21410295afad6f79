#include "core/pipeline/inline_ignores.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->", kWord = "crosscheck-ignore";
constexpr std::string_view kBlank = " \t\r\n";

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// The first byte of the line after the one that holds `at`, or the end.
size_t NextLine(std::string_view bytes, size_t at) {
  const size_t end = bytes.find('\n', at);
  return end == std::string_view::npos ? bytes.size() : end + 1;
}

bool IsEmptyLine(std::string_view bytes, size_t start) {
  return Trim(bytes.substr(start, NextLine(bytes, start) - start)).empty();
}

// The paragraph that holds `at`: the lines around it up to empty ones.
TextRange ParagraphAt(std::string_view bytes, size_t at) {
  size_t start = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;  // npos + 1 = 0
  while (start > 0) {
    const size_t before = start < 2 ? std::string_view::npos : bytes.rfind('\n', start - 2);
    const size_t previous = before == std::string_view::npos ? 0 : before + 1;
    if (IsEmptyLine(bytes, previous)) break;
    start = previous;
  }
  size_t end = NextLine(bytes, at);
  while (end < bytes.size() && !IsEmptyLine(bytes, end)) end = NextLine(bytes, end);
  return {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
}

TextRange CoveredBy(std::string_view bytes, TextRange comment) {
  const TextRange own = ParagraphAt(bytes, comment.start);
  const bool alone = Trim(TextRange{own.start, comment.start}.In(bytes)).empty() &&
                     Trim(TextRange{comment.end, std::max(own.end, comment.end)}.In(bytes)).empty();
  if (!alone) return own;
  const size_t next = bytes.find_first_not_of(kBlank, comment.end);
  return next == std::string_view::npos ? own : ParagraphAt(bytes, next);
}

}  // namespace

std::vector<InlineIgnore> FindInlineIgnores(std::string_view bytes, std::string_view path,
                                            Diagnostics* diagnostics) {
  std::vector<InlineIgnore> ignores;
  for (size_t open = bytes.find(kOpen); open != std::string_view::npos; open = bytes.find(kOpen, open + 1)) {
    const size_t close = bytes.find(kClose, open);
    if (close == std::string_view::npos) break;
    std::string_view words = Trim(bytes.substr(open + kOpen.size(), close - open - kOpen.size()));
    if (!words.starts_with(kWord)) continue;
    words = Trim(words.substr(kWord.size()));
    const size_t colon = std::min(words.find(':'), words.size());
    const std::string_view rule = Trim(words.substr(0, colon));
    const std::string_view reason = colon < words.size() ? Trim(words.substr(colon + 1)) : "";
    const auto line = static_cast<uint32_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(open), '\n') + 1);
    if (rule.empty() || reason.empty()) {
      diagnostics->push_back({DiagnosticLevel::kWarning, "suppression.form", std::string(path), line, 0,
                              "a comment that ignores needs a rule and a reason", "write <!-- crosscheck-ignore RULE: reason -->"});
      continue;
    }
    const TextRange comment = {static_cast<uint32_t>(open), static_cast<uint32_t>(close + kClose.size())};
    ignores.push_back({std::string(rule), std::string(reason), CoveredBy(bytes, comment), line});
  }
  return ignores;
}

}  // namespace crosscheck
