#include "core/graph/edit.h"

#include <algorithm>
#include <vector>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr size_t kLongest = 4;  // words of a phrase

bool Article(std::string_view lower) { return lower == "a" || lower == "an" || lower == "the"; }

struct Word {
  int32_t token = 0;
  std::string form;  // folded
};

std::vector<Word> WordsOf(const Terms& terms, int32_t first, int32_t last) {
  const Analysis& analysis = terms.reading->analysis;
  std::vector<Word> words;
  for (int32_t t = first; t < last; ++t) {
    const Token& token = analysis.tokens[static_cast<size_t>(t)];
    if (token.upos == Upos::kPunct) continue;
    std::string form = FoldMarks(analysis.Form(token));
    if (!Article(form)) words.push_back({t, std::move(form)});
  }
  return words;
}

// Whether `count` words stand in `words` at `at` as in `like` at `begin`.
bool Stands(const std::vector<Word>& words, size_t at, const std::vector<Word>& like, size_t begin,
            size_t count) {
  if (at + count > words.size()) return false;
  for (size_t i = 0; i < count; ++i) {
    if (words[at + i].form != like[begin + i].form) return false;
  }
  return true;
}

struct Common {
  int content = 0;
  int words = 0;
};

// Whether the draft's rest is the source's rest with the phrase exchanged; counts
// the words that both have.
std::optional<Common> Rest(const Terms& draft, const std::vector<Word>& d,
                           const std::vector<Word>& s, size_t at, size_t ours, size_t theirs) {
  size_t i = at + ours, j = at + theirs;
  Common common;
  while (i < d.size() || j < s.size()) {
    if (Stands(d, i, d, at, ours) && Stands(s, j, s, at, theirs)) {
      i += ours;
      j += theirs;
    } else if (i < d.size() && j < s.size() && d[i].form == s[j].form) {
      common.content += draft[d[i].token].content;
      ++common.words;
      ++i;
      ++j;
    } else {
      return std::nullopt;
    }
  }
  return common;
}

Stretch StretchOf(const std::vector<Word>& words, size_t at, size_t count) {
  return {words[at].token, words[at + count - 1].token + 1};
}

}  // namespace

std::optional<Edit> FindEdit(const Terms& draft, const Sentence& here, const Terms& source,
                             const Sentence& there) {
  const auto more = std::max(here.last - here.first, there.last - there.first),
             less = std::min(here.last - here.first, there.last - there.first);
  if (more > 2 * less + 2 * kLongest) return std::nullopt;
  const std::vector<Word> d =
      WordsOf(draft, static_cast<int32_t>(here.first), static_cast<int32_t>(here.last));
  const std::vector<Word> s =
      WordsOf(source, static_cast<int32_t>(there.first), static_cast<int32_t>(there.last));
  size_t at = 0;
  int before = 0;
  for (; at < std::min(d.size(), s.size()) && d[at].form == s[at].form; ++at)
    before += draft[d[at].token].content;
  for (size_t sum = 2; sum <= 2 * kLongest; ++sum) {
    for (size_t ours = 1; ours < sum; ++ours) {
      const size_t theirs = sum - ours;
      if (ours > kLongest || theirs > kLongest || at + ours > d.size() || at + theirs > s.size())
        continue;
      if (const std::optional<Common> after = Rest(draft, d, s, at, ours, theirs)) {
        return Edit{StretchOf(d, at, ours), StretchOf(s, at, theirs), before + after->content,
                    static_cast<int>(at) + after->words};
      }
    }
  }
  return std::nullopt;
}

std::string PhraseOf(const Terms& terms, Stretch stretch) {
  const std::vector<Word> words = WordsOf(terms, stretch.first, stretch.last);
  std::string phrase;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) phrase += ' ';
    const Analysis& analysis = terms.reading->analysis;
    const bool last = i + 1 == words.size();
    phrase += last ? FoldMarks(analysis.Lemma(analysis.tokens[static_cast<size_t>(words[i].token)]))
                   : words[i].form;
  }
  return phrase;
}

}  // namespace crosscheck
