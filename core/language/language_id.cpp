// English or not, by script and by function words.
//
// A sentence most of whose letters are of another script is foreign. One in
// Latin letters is foreign if it holds function words of one other language, two
// different ones at least and a fifth of its words, and hardly any of English:
// "Der Minister hat das nicht gesagt" has der, das, nicht and no English one.
// "Ludwig van Beethoven and Charles de Gaulle" is English: particles within names
// do not count, and "and" does. So is "Les Amants opens in Paris": capitalised
// words count only at the start of the sentence, where they are no evidence.
//
// Languages whose function words are not listed are known by their letters: no
// English function word, and lower-case words with marked letters ("yıl", "söyledi"),
// two at least and a quarter of the words.
//
// A sentence that says nothing either way ("Guten Tag!") goes with its block: it
// is foreign where all others that say something are and none is English.
// A word is looked up once; no profile is built. Limit: a language that is not in
// languages.yaml and has plain Latin letters is taken for English.

#include "core/language/language_id.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "core/base/diagnostic.h"
#include "core/base/file.h"
#include "core/base/unicode.h"
#include "core/base/yaml.h"

namespace crosscheck {
namespace {

constexpr size_t kMostLanguages = 32;
constexpr uint32_t kFewestWords = 4;

// Latin and what is common to all: marks, digits, modifiers.
bool IsLatin(char32_t c) {
  return c < 0x370 || (c >= 0x1e00 && c < 0x1f00) || (c >= 0x2c60 && c < 0x2c80) ||
         (c >= 0xa720 && c < 0xa800) || (c >= 0xff21 && c <= 0xff5a) ||
         (c >= 0x1d400 && c < 0x1d800);
}

struct Letters {
  uint32_t latin = 0;
  uint32_t other = 0;
};

Letters CountLetters(std::string_view text) {
  Letters letters;
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint c = CodePointAt(text, at);
    at += c.size;
    if (c.value < 0x80 ? (c.value | 0x20) >= 'a' && (c.value | 0x20) <= 'z' : IsLetter(c.value)) {
      ++(IsLatin(c.value) ? letters.latin : letters.other);
    }
  }
  return letters;
}

bool IsWord(std::string_view form) { return IsLetter(CodePointAt(form, 0).value); }
// "yıl", but not "Yıldız": a word in lower case with a letter that English lacks.
bool IsMarked(std::string_view form) {
  bool marked = false;
  for (uint32_t at = 0; at < form.size();) {
    const CodePoint c = CodePointAt(form, at);
    at += c.size;
    if (!IsLetter(c.value) || IsUpper(c.value)) return false;
    marked = marked || c.value >= 0x80;
  }
  return marked;
}

bool IsCapitalised(std::string_view form) { return IsUpper(CodePointAt(form, 0).value); }

}  // namespace

Result<LanguageId> LanguageId::Load(const std::filesystem::path& lexicon) {
  const std::string path = (lexicon / "languages.yaml").string();
  const auto bytes = ReadFile(path);
  if (!bytes) return bytes.error();
  Diagnostics diagnostics;
  const YamlNode root = ParseYaml(*bytes, path, &diagnostics);
  if (diagnostics.empty()) CheckKeys(root, {"english", "in-names", "foreign"}, path, &diagnostics);
  const YamlNode* english = root.Find("english");
  const YamlNode* in_names = root.Find("in-names");
  const YamlNode* foreign = root.Find("foreign");
  if (!diagnostics.empty()) return Error{ToText(diagnostics.front())};
  if (english == nullptr || in_names == nullptr || foreign == nullptr || !foreign->IsMap() ||
      foreign->entries.size() > kMostLanguages) {
    return Error{path + ": needs 'english', 'in-names' and up to 32 languages below 'foreign'"};
  }
  LanguageId id;
  for (std::string& word : english->Strings()) id.english_.insert(std::move(word));
  for (std::string& word : in_names->Strings()) id.in_names_.insert(std::move(word));
  uint32_t bit = 1;
  for (const auto& [name, words] : foreign->entries) {
    for (std::string& word : words.Strings()) id.foreign_[std::move(word)] |= bit;
    bit <<= 1;
  }
  return id;
}

// "Charles de Gaulle", "Oscar de la Renta".
bool LanguageId::IsInName(const Analysis& analysis, const Sentence& sentence,
                          uint32_t token) const {
  if (!in_names_.contains(analysis.Lower(analysis.tokens[token]))) return false;
  const auto capitalised_from = [&](uint32_t at, int step) {
    for (int steps = 0; steps < 3; ++steps) {
      at += static_cast<uint32_t>(step);
      if (at < sentence.first || at >= sentence.last) return false;
      if (IsCapitalised(analysis.Form(analysis.tokens[at]))) return true;
      if (!in_names_.contains(analysis.Lower(analysis.tokens[at]))) return false;
    }
    return false;
  };
  return capitalised_from(token, -1) && capitalised_from(token, 1);
}

LanguageId::Verdict LanguageId::Judge(const Analysis& analysis, const Sentence& sentence) const {
  const Letters letters = CountLetters(sentence.range.In(analysis.text()));
  if (letters.other > 3 && letters.other > letters.latin) return Verdict::kForeign;
  uint32_t words = 0, english = 0, marked = 0;
  std::array<uint32_t, kMostLanguages> counts = {}, different = {};
  std::vector<uint32_t> seen;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = analysis.tokens[i];
    const std::string_view form = analysis.Form(token);
    if (!IsWord(form)) continue;
    ++words;
    // "i" is a word of Swedish, Polish, Italian.
    english += form != "i" && english_.contains(analysis.Lower(token));
    if (IsMarked(form)) ++marked;
    const auto found = foreign_.find(analysis.Lower(token));
    if (found == foreign_.end() || (IsCapitalised(form) && i != sentence.first) ||
        IsInName(analysis, sentence, i))
      continue;
    const bool fresh = std::ranges::find(seen, token.lower) == seen.end();
    if (fresh && seen.size() < 64) seen.push_back(token.lower);
    for (uint32_t bits = found->second; bits != 0; bits &= bits - 1) {
      const auto language = static_cast<size_t>(std::countr_zero(bits));
      ++counts[language];
      different[language] += fresh;
    }
  }
  for (size_t language = 0; language < kMostLanguages; ++language) {
    if (words < kFewestWords || different[language] < 2) continue;
    if (5 * counts[language] >= words && counts[language] > 3 * english) return Verdict::kForeign;
  }
  if (words >= kFewestWords && english == 0 && marked >= 2 && 4 * marked >= words) {
    return Verdict::kForeign;
  }
  // English in doubt: any English function word, or too little to go by.
  return english > 0 || words >= 2 * kFewestWords ? Verdict::kEnglish : Verdict::kOpen;
}

void LanguageId::Mark(Analysis* analysis) const {
  std::vector<Sentence>& sentences = analysis->sentences;
  for (size_t first = 0; first < sentences.size();) {
    size_t last = first;
    uint32_t english = 0, foreign = 0;
    std::vector<size_t> open;
    for (; last < sentences.size() && sentences[last].block == sentences[first].block; ++last) {
      const Verdict verdict = Judge(*analysis, sentences[last]);
      english += verdict == Verdict::kEnglish;
      foreign += verdict == Verdict::kForeign;
      sentences[last].foreign = verdict == Verdict::kForeign;
      if (verdict == Verdict::kOpen) open.push_back(last);
    }
    if (foreign > 0 && english == 0) {
      for (const size_t sentence : open) sentences[sentence].foreign = true;
    }
    first = last;
  }
}

}  // namespace crosscheck
