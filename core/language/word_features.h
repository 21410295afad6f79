#ifndef CROSSCHECK_CORE_LANGUAGE_WORD_FEATURES_H_
#define CROSSCHECK_CORE_LANGUAGE_WORD_FEATURES_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

// What the network is told about a word form, the same numbers as
// tools/language/features.py computes in training:
//
//     form       “McDonald’s”  1970s
//     lowered    mcdonald's    1970s   (plain quotes; key of the word vectors)
//     folded     mcdonald's    0000s   (digits are one; key of the words)
//     affixes    of the folded form: 2 and 3 code points in front, 2 to 5 behind
//     shape      XxXxx'x       ddddx
//
// Upper case is known for ASCII, Latin-1 and Latin Extended-A, by arithmetic
// and not by a Unicode table, so that training and runtime cannot drift apart.
// Broken UTF-8 is read as U+FFFD, one a byte; nothing is ever refused.
constexpr size_t kHashedFeatures = 7;

struct WordFeatures {
  uint64_t word_key = 0;    // hash of the folded form
  uint64_t vector_key = 0;  // hash of the lowered form
  // Hashes of prefix 2, 3, suffix 2, 3, 4, 5 and the shape; a table's row is
  // the hash modulo its rows.
  std::array<uint64_t, kHashedFeatures> hashed = {};
};

WordFeatures FeaturesOf(std::string_view form);

// The parts, for tests and explanations.
std::u32string NormaliseForm(std::string_view form);
std::u32string LowerForm(std::u32string_view normal);
std::u32string ShapeOf(std::u32string_view normal);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_WORD_FEATURES_H_
