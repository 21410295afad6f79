#ifndef CROSSCHECK_CORE_CLAIM_QUOTE_MATCH_H_
#define CROSSCHECK_CORE_CLAIM_QUOTE_MATCH_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/text_range.h"
#include "core/claim/claim.h"
#include "core/claim/quote_words.h"

namespace crosscheck {

// How the words of a draft's quotation stand in a source. Typography, white
// space, case, contractions ("it's"), spelling (-ise, -ize), the editor's
// [brackets] and ellipses never make a difference.
enum class QuoteMatchKind : uint8_t {
  kIdentical,  // the same words as one quotation of the source
  kContained,  // a stretch of the source's words, or one shortened with an ellipsis
  kAltered,    // nearly so: words replaced, dropped or added; see `edits`
  kStitched,   // put together from pieces that do not follow each other there
  kAbsent,     // not there; `source` is the nearest passage, if any is near
};
std::string_view ToString(QuoteMatchKind kind);

// One difference, from the source's words to the draft's.
struct WordEdit {
  enum class Kind : uint8_t { kReplaced, kDropped, kAdded } kind = Kind::kReplaced;
  TextRange draft;        // in the draft's text; empty, at its place, where dropped
  TextRange source;       // in the source's text; empty, at its place, where added
  bool negation = false;  // one side negates and the other does not
  bool figure = false;    // a figure differs
  bool quoted = false;    // within one quotation of the source, between words that both have
  bool edge = false;      // before the first or behind the last word that both have, where not both end there
  bool sentences = false; // whole sentences, between two that both have: an excerpt
};

struct QuoteMatch {
  QuoteMatchKind kind = QuoteMatchKind::kAbsent;
  TextRange source;                // the passage of the source; empty where none is near
  std::vector<TextRange> pieces;   // stitched: the passages, in the draft's order
  std::vector<TextRange> draft_pieces;  // stitched: the draft's words that each of them holds
  std::vector<WordEdit> edits;     // altered: in order of the draft
  double similarity = 0;           // share of the draft's words found in order, 0 … 1
  uint32_t same = 0;               // the draft's words found in order
  bool quoted = false;             // the passage stands in quotation marks in the source
  int32_t source_quotation = -1;   // index in the source's Reading::quotations
  bool ellipsis_hides_negation = false;  // "We will … pay" for "We will not pay"
};

// The words of one source, indexed for lookups of quotations: shingles of three
// words, and single words for short quotations. Linear in the source's words;
// a lookup is linear in the quotation's words and its hits, which are capped.
// The reading must outlive it.
class QuoteIndex {
 public:
  explicit QuoteIndex(const Reading& source);

  // How `quotation` of `draft` stands in this source.
  QuoteMatch Match(const Reading& draft, const Quotation& quotation) const;
  // The same for any range of bytes of a text.
  QuoteMatch Match(std::string_view text, TextRange range) const;

 private:
  struct Stream {
    std::vector<QuoteWord> words;
    std::unordered_map<uint64_t, std::vector<uint32_t>> shingles;  // three words
    std::unordered_map<std::string, std::vector<uint32_t>> single;
  };
  // A stretch of a stream that answers a stretch of the draft.
  struct Passage {
    uint32_t first = 0, last = 0;  // words of the stream, [first, last)
    uint32_t draft = 0;            // the first of the draft's words that it answers
    uint32_t same = 0;             // words of the draft found in order
    bool exact = false;
    std::vector<WordEdit> edits;
  };
  static void Index(Stream* stream);
  QuoteMatch Best(std::span<const QuoteWord> words) const;  // the better of the two streams
  static Passage FindExact(const Stream& stream, std::span<const QuoteWord> words, uint32_t not_before);
  static Passage FindNear(std::string_view text, const Stream& stream, std::span<const QuoteWord> words);
  static std::vector<Passage> FindPieces(const Stream& stream, std::span<const QuoteWord> words);
  static QuoteMatch MatchIn(std::string_view text, const Stream& stream, std::span<const QuoteWord> words);
  static void Judge(const Stream& stream, std::span<const QuoteWord> words, const std::vector<Passage>& parts,
                    QuoteMatch* match);
  void Finish(const Stream& stream, size_t words, QuoteMatch* match) const;
  bool SpeakersDiffer(const Stream& stream, TextRange passage) const;

  const Reading* source_;
  Stream all_;     // every word of the text
  Stream quoted_;  // only the words in quotation marks: skips "…," she said, "…"
};

// For a single lookup; build a QuoteIndex for several.
QuoteMatch MatchQuotation(const Reading& draft, const Quotation& quotation, const Reading& source);

// The attribution of a quotation: its own, or that of the one around it; -1
// where nobody is named.
int32_t SpeakerOf(const Reading& reading, int32_t quotation);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_CLAIM_QUOTE_MATCH_H_
