#include "core/language/analysis.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 37> kDeprelNames = {
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound",
    "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
    "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan",
    "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"};

}  // namespace

std::string_view ToString(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

std::string_view ToString(Deprel deprel) { return kDeprelNames[static_cast<size_t>(deprel)]; }

Deprel ToDeprel(std::string_view label) {
  const std::string_view base = label.substr(0, label.find(':'));
  const auto found = std::ranges::lower_bound(kDeprelNames, base);
  if (found == kDeprelNames.end() || *found != base) return Deprel::kDep;
  return static_cast<Deprel>(found - kDeprelNames.begin());
}

Children::Children(const Analysis& analysis) : analysis_(&analysis) {
  const auto& tokens = analysis.tokens;
  first_.assign(tokens.size() + 1, 0);
  for (const Token& token : tokens) {
    if (token.head >= 0) ++first_[static_cast<size_t>(token.head) + 1];
  }
  for (size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head >= 0) children_[next[static_cast<size_t>(tokens[i].head)]++] = static_cast<int32_t>(i);
  }
}

int32_t Children::First(int32_t token, Deprel deprel) const {
  for (const int32_t child : Of(token)) {
    if (analysis_->tokens[static_cast<size_t>(child)].deprel == deprel) return child;
  }
  return kNoToken;
}

std::pair<int32_t, int32_t> Children::Yield(int32_t token) const {
  int32_t low = token, high = token;
  std::vector<int32_t> open = {token};
  while (!open.empty()) {
    const int32_t at = open.back();
    open.pop_back();
    low = std::min(low, at);
    high = std::max(high, at);
    for (const int32_t child : Of(at)) open.push_back(child);
  }
  return {low, high + 1};
}

}  // namespace crosscheck
