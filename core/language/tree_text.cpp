#include "core/language/tree_text.h"

#include <utility>
#include <vector>

namespace crosscheck {
namespace {

void AppendWord(const Analysis& analysis, const Token& token, size_t depth, std::string* out) {
  out->append(2 * depth, ' ');
  if (token.deprel_label != 0) {
    std::string label(analysis.Label(token));
    if (label.size() < 8) label.resize(8, ' ');
    *out += label + ' ';
  }
  *out += analysis.Form(token);
  if (token.lemma != token.form && token.lemma != 0) {
    *out += "  ";
    *out += analysis.Lemma(token);
  }
  *out += "  ";
  *out += ToString(token.upos);
  if (token.xpos != 0) {
    *out += '/';
    *out += analysis.Xpos(token);
  }
  *out += '\n';
}

}  // namespace

std::string TreeText(const Analysis& analysis, const Sentence& sentence) {
  std::string out;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (i > sentence.first) out += ' ';
    out += analysis.Form(analysis.tokens[i]);
  }
  out += sentence.foreign ? "   (not English)\n" : sentence.parsed ? "\n" : "   (not parsed)\n";

  std::vector<std::vector<uint32_t>> children(sentence.last - sentence.first);
  std::vector<std::pair<uint32_t, size_t>> open;  // token, depth
  for (uint32_t i = sentence.last; i-- > sentence.first;) {
    const int32_t head = analysis.tokens[i].head;
    if (head >= static_cast<int32_t>(sentence.first) &&
        head < static_cast<int32_t>(sentence.last)) {
      children[static_cast<uint32_t>(head) - sentence.first].push_back(i);
    } else {
      open.emplace_back(i, 0);
    }
  }
  while (!open.empty()) {
    const std::pair<uint32_t, size_t> next = open.back();
    open.pop_back();
    AppendWord(analysis, analysis.tokens[next.first], next.second, &out);
    for (const uint32_t child : children[next.first - sentence.first]) {
      open.emplace_back(child, next.second + 1);
    }
  }
  return out;
}

}  // namespace crosscheck
