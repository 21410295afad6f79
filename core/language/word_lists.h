#ifndef CROSSCHECK_CORE_LANGUAGE_WORD_LISTS_H_
#define CROSSCHECK_CORE_LANGUAGE_WORD_LISTS_H_

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/result.h"

namespace crosscheck {

// Lets maps of strings be asked with string_views.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

// abbreviations.yaml: what a full stop after these words means. All entries
// stand without their last full stop; "U.S" is "U.S.". Lower case unless said.
struct Abbreviations {
  WordSet titles;           // "dr": a name follows, never the end of a sentence
  WordSet before_numbers;   // "no", "fig": no end where a number follows
  WordSet months;           // "sept", "wed": no end where a number follows
  WordSet times;            // "p.m"
  WordSet inside;           // "e.g", "vs": never an end
  WordSet general;          // "inc", "u.s", "calif": an end where a sentence clearly begins
  WordSet names_with_mark;  // as written, with the mark: "Yahoo!"
  WordSet starters;         // words that, capitalised, begin sentences and not names
  WordSet speech_verbs;     // "said": after “…?” and a name, the sentence goes on
};
Result<Abbreviations> LoadAbbreviations(const std::filesystem::path& file);

// tokens.yaml: closed lists of the tokenizer. Lower case.
struct TokenLists {
  // A written word and the sizes in bytes of its parts: "cannot" → 3, 3.
  std::unordered_map<std::string, std::vector<uint8_t>, StringHash, std::equal_to<>> split;
  // The same where one of these words follows: "its" before "a" → 2, 1.
  struct Before {
    std::vector<uint8_t> sizes;
    WordSet next;
  };
  std::unordered_map<std::string, Before, StringHash, std::equal_to<>> split_before;
  // The sizes of the parts of `word` before `next`, or nullptr.
  const std::vector<uint8_t>* Split(std::string_view word, std::string_view next) const;

  WordSet whole;          // kept although a rule would cut: "o'clock", "shi'ite"
  WordSet whole_hyphen;   // hyphenated words that are one token: "e-mail", "uh-oh"
  WordSet prefixes;       // "anti", "co", "re": a hyphen after them does not cut
  WordSet suffixes;       // "wise": a hyphen before them does not cut
  WordSet units;          // "km", "pm": cut from the number before them
  WordSet cased_units;    // "K", "F", "C": as written
  WordSet emoticons;      // as written
  // How a mark is written in treebanks: "-LRB-" → "(".
  std::unordered_map<std::string, std::string, StringHash, std::equal_to<>> escapes;
  WordSet elisions;       // "'em", "'cause": the apostrophe belongs to the word
  WordSet top_domains;    // "com", "org": make "example.com" an address
  WordSet file_suffixes;  // "doc", "pdf"
  size_t longest_emoticon = 0;
  std::array<bool, 256> begins_emoticon = {};  // by first byte
};
Result<TokenLists> LoadTokenLists(const std::filesystem::path& file);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_WORD_LISTS_H_
