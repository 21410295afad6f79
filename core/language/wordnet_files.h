#ifndef CROSSCHECK_CORE_LANGUAGE_WORDNET_FILES_H_
#define CROSSCHECK_CORE_LANGUAGE_WORDNET_FILES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck::wordnet {

// The lines of WordNet's files, as wndb(5WN) defines them. Nothing here trusts
// the bytes: a line that is not as defined gives nothing.

// The links that are used, whatever the part of speech; kOther for the rest.
enum class Link : uint8_t {
  kAntonym,
  kHypernym,
  kHyponym,
  kMeronym,
  kHolonym,
  kDerived,
  kSimilar,
  kAlso,
  kEntails,
  kCauses,
  kPertains,
  kOther,
};

struct Pointer {
  Link link = Link::kOther;
  char pos = 'n';       // n v a r
  uint32_t offset = 0;  // in the data file of `pos`
  uint32_t from = 0;    // 1-based word of this synset; 0 = the whole
  uint32_t to = 0;      // 1-based word of the other; 0 = the whole
};

struct Record {
  std::vector<std::string> words;  // blanks, not underscores; no "(p)" marks
  std::vector<Pointer> pointers;
  std::string_view gloss;  // into the file
};

// The line of an index or exception file that begins with `key` and a blank, or
// nothing. `bytes` is sorted by bytes; the licence on top begins with blanks.
std::string_view FindLine(std::string_view bytes, std::string_view key);

// The synset offsets of an index line, in order.
std::vector<uint32_t> Offsets(std::string_view index_line);

// The synset at `offset` of a data file; empty where there is none.
Record ReadRecord(std::string_view data, uint32_t offset);

}  // namespace crosscheck::wordnet

#endif  // CROSSCHECK_CORE_LANGUAGE_WORDNET_FILES_H_
