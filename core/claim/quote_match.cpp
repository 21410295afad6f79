#include "core/claim/quote_match.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/base/hash.h"
#include "core/base/unicode.h"
#include "core/claim/quote_align.h"

// How a quotation is looked up in a source.
//
// The source's words are indexed once by shingles of three. The draft's words are
// cut at its ellipses into segments; each is looked up
//   exactly   its first shingle gives the places, each is verified; else
//   nearly    all its shingles vote for places, and the draft is aligned word by
//             word with the window that gets most votes; else
//   in pieces a greedy cover by the longest runs that stand anywhere.
// A near passage with few edits is an altered quotation ("not" dropped, 40 → 60);
// a full cover by runs that do not follow each other is a stitched one.
//
// Everything is done on two streams of words: the whole text, and only what
// stands in quotation marks there, so that a draft may join "We will win," she
// said, "and we will govern" into one quotation. The better answer counts. Joined
// words of two different speakers are stitched.
//
// Cost: the source once; a lookup is linear in the draft's words times hits (at
// most kMaxHits a shingle) plus one alignment with a window of about its length.
// Limits: kMaxWords of a quotation are aligned; of a longer one that does not
// match exactly the rest is not compared. Test: quote_match_test.cpp.

namespace crosscheck {
namespace {

constexpr size_t kShingle = 3;
constexpr size_t kMaxHits = 64;
constexpr size_t kMaxWords = 1200;
constexpr size_t kMinPiece = 4;          // words of a run that counts as a piece
constexpr double kAltered = 0.6;         // share of words in order that makes an alteration
constexpr double kSurelyAltered = 0.85;  // above it, pieces are not asked
constexpr double kCovered = 0.9;         // share of words in pieces that makes a patchwork
constexpr size_t kSparse = 10;           // fewer shared shingles than one in so many words: not there
constexpr uint32_t kFarBytes = 160;      // a tag between the parts of one quotation is not longer
constexpr uint32_t kSmallGap = 4;        // words under an ellipsis that could hide a "not"
constexpr size_t kLongRun = 5;           // words in a row that make a stretch the same statement
constexpr size_t kAround = 9;            // steps on each side by which that is judged
constexpr size_t kTail = 3;              // words by which two versions of a statement may end otherwise

uint64_t ShingleKey(std::span<const QuoteWord> words, size_t at) {
  uint64_t key = 0;
  for (size_t i = 0; i < kShingle; ++i) key = Hash64(words[at + i].key, key);
  return key;
}

bool SameAt(std::span<const QuoteWord> draft, const std::vector<QuoteWord>& source, size_t at) {
  if (at + draft.size() > source.size()) return false;
  for (size_t i = 0; i < draft.size(); ++i) {
    if (draft[i].bracket || draft[i].key != source[at + i].key) return false;
  }
  return true;
}

// Counts how well a place suits: the whole of a quotation, within one, anywhere.
int Suits(const std::vector<QuoteWord>& source, size_t first, size_t last) {
  const int32_t q = source[first].quotation;
  if (q < 0 || source[last - 1].quotation != q) return 0;
  const bool starts = first == 0 || source[first - 1].quotation != q;
  const bool ends = last == source.size() || source[last].quotation != q;
  return starts && ends ? 2 : 1;
}

// The steps of an alignment, and what is known of their end.
struct Alignment {
  std::vector<AlignStep> steps;
  bool closed = false;  // both sides end here: what differs last is no mere edge
};

bool IsSame(const AlignStep& step) { return step.kind == AlignStep::Kind::kSame; }

// Whether so much of the steps around a place is the same, and so little is not,
// that single words in common are no chance: "no talks between this minister and
// Lind" for "no talks between Minister Berg and Ada Lind".
bool IsDense(std::span<const AlignStep> steps, size_t at) {
  const size_t first = at > kAround ? at - kAround : 0;
  size_t run = 0, longest = 0, same = 0, all = 0;
  for (size_t s = first; s < std::min(steps.size(), at + kAround + 1); ++s, ++all) {
    run = IsSame(steps[s]) ? run + 1 : 0;
    longest = std::max(longest, run);
    same += IsSame(steps[s]);
  }
  return longest >= kLongRun && 3 * (all - same) <= same;
}

// Whether a step lies within one quotation of the source, between words that both
// have: two on each side, or all that there is up to the end. A word in common
// among others that differ is chance ("and", "to"), unless nearly all are the same.
bool WithinQuotation(const Alignment& alignment, size_t at, std::span<const QuoteWord> source) {
  const std::span<const AlignStep> steps = alignment.steps;
  const auto same = [&](size_t s) { return IsSame(steps[s]); };
  size_t before = at, behind = at;
  while (before > 0 && !same(before)) --before;
  while (behind + 1 < steps.size() && !same(behind)) ++behind;
  if (source.empty() || !same(before) || (!same(behind) && !alignment.closed)) return false;
  const bool anchored = (before == 0 || same(before - 1)) && (behind + 1 == steps.size() || same(behind + 1));
  const auto of = [&](size_t s) { return source[std::min<size_t>(steps[s].source, source.size() - 1)].quotation; };
  const bool brief = behind - before <= kTail + 1;  // not a sentence for another
  return (anchored || (brief && IsDense(steps, at))) && of(before) >= 0 && of(before) == of(behind);
}

// Whether a statement of a text ends behind a word: a full stop, question or
// exclamation mark, or the end of its quotation, stands before the next word.
bool EndsStatement(std::string_view text, std::span<const QuoteWord> words, size_t at) {
  if (at + 1 == words.size() || words[at + 1].quotation != words[at].quotation) return true;
  const std::string_view between = TextRange{words[at].range.end, words[at + 1].range.start}.In(text);
  return between.find_first_of(".!?") != std::string_view::npos && between.find("...") == std::string_view::npos;
}

// "… closer to a bomb." for "… closer to new arms.": the source is free at its
// ends, so the draft's last words are additions; where the source's statement goes
// on by a few words and ends, they stand for those.
void CloseEnd(std::string_view text, std::span<const QuoteWord> source, Alignment* alignment) {
  std::vector<AlignStep>& steps = alignment->steps;
  const auto last = std::find_if(steps.rbegin(), steps.rend(), IsSame);
  const auto tail = static_cast<size_t>(last - steps.rbegin());
  if (last == steps.rend() || tail == 0 || tail > kTail || !IsDense(std::span(steps).first(steps.size() - tail), steps.size() - tail - 1)) return;
  const size_t from = last->source + 1;
  size_t to = from;
  if (from >= source.size() || EndsStatement(text, source, last->source)) return;
  while (to < source.size() && to - from < kTail && !EndsStatement(text, source, to)) ++to;
  if (to >= source.size() || to - from >= kTail || source[to].quotation < 0 || source[to].quotation != source[last->source].quotation) return;
  for (size_t i = 0; i < tail; ++i) {
    AlignStep& step = steps[steps.size() - tail + i];
    if (step.kind == AlignStep::Kind::kDropped) return;
    step.kind = from + i <= to ? AlignStep::Kind::kReplaced : AlignStep::Kind::kAdded;
    step.source = static_cast<uint32_t>(std::min(from + i, to));
  }
  for (size_t s = from + tail; s <= to; ++s) {
    steps.push_back({AlignStep::Kind::kDropped, steps.back().draft + (s == from + tail), static_cast<uint32_t>(s)});
  }
  alignment->closed = true;
}

bool Joins(const WordEdit& edit, WordEdit::Kind kind, bool adjacent) { return adjacent && edit.kind == kind; }

// The steps of an alignment as edits, neighbours of one kind put together.
std::vector<WordEdit> Edits(const Alignment& alignment, std::span<const QuoteWord> draft, std::span<const QuoteWord> source) {
  const std::span<const AlignStep> steps = alignment.steps;
  std::vector<WordEdit> edits;
  size_t last_step = SIZE_MAX;
  const auto first_same = std::ranges::find_if(steps, IsSame) - steps.begin();
  const auto last_same = alignment.closed ? 0 : std::find_if(steps.rbegin(), steps.rend(), IsSame) - steps.rbegin();
  for (size_t s = 0; s < steps.size(); ++s) {
    const AlignStep& step = steps[s];
    if (IsSame(step)) continue;
    WordEdit edit;
    edit.kind = static_cast<WordEdit::Kind>(static_cast<int>(step.kind) - 1);
    const bool in_draft = edit.kind != WordEdit::Kind::kDropped, in_source = edit.kind != WordEdit::Kind::kAdded;
    if (in_draft) edit.draft = draft[step.draft].range;
    else {
      const uint32_t place = step.draft < draft.size() ? draft[step.draft].range.start : draft.back().range.end;
      edit.draft = {place, place};
    }
    if (in_source) edit.source = source[step.source].range;
    else {
      const uint32_t place = step.source < source.size() ? source[step.source].range.start : source.back().range.end;
      edit.source = {place, place};
    }
    const bool not_there = in_draft && IsNegation(draft[step.draft].key);
    const bool not_here = in_source && IsNegation(source[step.source].key);
    edit.negation = not_there != not_here;
    const auto place = static_cast<std::ptrdiff_t>(s);
    edit.edge = place < first_same || place >= std::ssize(steps) - last_same;
    edit.quoted = !edit.edge && WithinQuotation(alignment, s, source);
    if (!edits.empty() && Joins(edits.back(), edit.kind, last_step + 1 == s)) {
      WordEdit& back = edits.back();
      if (in_draft) back.draft = Cover(back.draft, edit.draft);
      if (in_source) back.source = Cover(back.source, edit.source);
      back.negation = back.negation != edit.negation;
    } else {
      edits.push_back(edit);
    }
    last_step = s;
  }
  return edits;
}

std::span<const QuoteWord> SegmentFrom(std::span<const QuoteWord> words, size_t first) {
  size_t last = first + 1;
  while (last < words.size() && !words[last].gap_before) ++last;
  return words.subspan(first, last - first);
}

bool HasDigit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Whether a range holds a figure: a digit, or a word tagged as a number.
bool HoldsFigure(const Analysis& analysis, TextRange range) {
  if (range.empty()) return false;
  if (HasDigit(range.In(analysis.text()))) return true;
  auto at = std::ranges::lower_bound(analysis.tokens, range.start, {}, [](const Token& t) { return t.range.start; });
  for (; at != analysis.tokens.end() && at->range.start < range.end; ++at) {
    if (at->upos == Upos::kNum) return true;
  }
  return false;
}

// Whether a stretch of a text is whole sentences: a full stop, question or
// exclamation mark stands before its first word, and one behind its last.
bool WholeSentences(std::string_view text, TextRange range) {
  if (range.empty()) return false;
  const auto ends = [](char c) { return c == '.' || c == '!' || c == '?'; };
  const auto word = [&](size_t at) { return IsLetter(CodePointAt(text, static_cast<uint32_t>(at)).value) || (text[at] >= '0' && text[at] <= '9'); };
  bool before = false, behind = false;
  for (size_t at = range.start; at-- > 0 && !word(at) && !before;) before = ends(text[at]);
  for (size_t at = range.end; at < text.size() && !word(at) && !behind; ++at) behind = ends(text[at]);
  return before && behind;
}

int Rank(const QuoteMatch& match) { return static_cast<int>(match.kind); }

}  // namespace

std::string_view ToString(QuoteMatchKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"identical", "contained", "altered", "stitched", "absent"};
  return kNames[static_cast<size_t>(kind)];
}

QuoteIndex::QuoteIndex(const Reading& source) : source_(&source) {
  const std::string_view text = source.analysis.text();
  all_.words = QuoteWords(text, {0, static_cast<uint32_t>(text.size())});
  std::vector<int32_t> around;  // quotations that are open at a word, innermost last
  size_t next = 0;
  for (QuoteWord& word : all_.words) {
    while (next < source.quotations.size() && source.quotations[next].range.start <= word.range.start) {
      around.push_back(static_cast<int32_t>(next++));
    }
    while (!around.empty() && source.quotations[static_cast<size_t>(around.back())].range.end <= word.range.start) {
      around.pop_back();
    }
    // the outermost one: “He said ‘no’ twice” is one statement of one speaker
    if (!around.empty()) {
      word.quotation = around.front();
      if (source.quotations[static_cast<size_t>(around.front())].range.end > word.range.start) quoted_.words.push_back(word);
    }
  }
  Index(&all_);
  Index(&quoted_);
}

void QuoteIndex::Index(Stream* stream) {
  const auto& words = stream->words;
  for (size_t i = 0; i < words.size(); ++i) {
    auto& places = stream->single[words[i].key];
    if (places.size() < kMaxHits) places.push_back(static_cast<uint32_t>(i));
    if (i + kShingle > words.size()) continue;
    auto& hits = stream->shingles[ShingleKey(words, i)];
    if (hits.size() < kMaxHits) hits.push_back(static_cast<uint32_t>(i));
  }
}

QuoteIndex::Passage QuoteIndex::FindExact(const Stream& stream, std::span<const QuoteWord> words, uint32_t not_before) {
  Passage best;
  std::span<const uint32_t> places;
  if (words.size() >= kShingle) {
    const auto found = stream.shingles.find(ShingleKey(words, 0));
    if (found != stream.shingles.end()) places = found->second;
  } else {
    const auto found = stream.single.find(words.front().key);
    if (found != stream.single.end()) places = found->second;
  }
  int best_suits = -1;
  for (const uint32_t place : places) {
    if (place < not_before || !SameAt(words, stream.words, place)) continue;
    const auto last = static_cast<uint32_t>(place + words.size());
    const int suits = Suits(stream.words, place, last);
    if (suits <= best_suits) continue;
    best_suits = suits;
    best = {place, last, 0, static_cast<uint32_t>(words.size()), true, {}};
  }
  return best;
}

QuoteIndex::Passage QuoteIndex::FindNear(std::string_view text, const Stream& stream, std::span<const QuoteWord> words) {
  if (words.size() > kMaxWords) words = words.first(kMaxWords);
  std::vector<int64_t> anchors;  // where the draft's first word would stand
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    const auto found = stream.shingles.find(ShingleKey(words, i));
    if (found == stream.shingles.end()) continue;
    for (const uint32_t place : found->second) anchors.push_back(static_cast<int64_t>(place) - static_cast<int64_t>(i));
  }
  if (anchors.empty()) {  // no three words in a row: rare single words
    for (size_t i = 0; i < words.size(); ++i) {
      const auto found = stream.single.find(words[i].key);
      if (found == stream.single.end() || found->second.size() > 8) continue;
      for (const uint32_t place : found->second) anchors.push_back(static_cast<int64_t>(place) - static_cast<int64_t>(i));
    }
  }
  if (anchors.empty()) return {};
  std::ranges::sort(anchors);
  const int64_t slack = 8 + static_cast<int64_t>(words.size()) / 4;
  size_t best_first = 0, best_count = 0;
  for (size_t first = 0, last = 0; first < anchors.size(); ++first) {
    while (last < anchors.size() && anchors[last] - anchors[first] <= slack) ++last;
    if (last - first > best_count) best_first = first, best_count = last - first;
  }
  if (words.size() >= kSparse && best_count * kSparse < words.size()) return {};  // not worth an alignment
  const auto size = static_cast<int64_t>(stream.words.size());
  const int64_t low = std::clamp<int64_t>(anchors[best_first] - 8, 0, size);
  const int64_t high = std::clamp<int64_t>(anchors[best_first] + slack + static_cast<int64_t>(words.size()) + 8, low, size);
  const auto window = std::span(stream.words).subspan(static_cast<size_t>(low), static_cast<size_t>(high - low));
  if (window.empty()) return {};
  Alignment alignment{AlignWords(words, window)};
  CloseEnd(text, window, &alignment);
  Passage passage;
  bool any = false;
  for (const AlignStep& step : alignment.steps) {
    if (step.kind == AlignStep::Kind::kAdded) continue;
    const auto at = std::min(static_cast<uint32_t>(low) + step.source, static_cast<uint32_t>(size - 1));
    if (!any) passage.first = at;
    passage.last = at + 1;
    any = true;
    if (IsSame(step)) ++passage.same;
  }
  passage.edits = Edits(alignment, words, window);
  passage.exact = any && passage.edits.empty();
  return passage;
}

std::vector<QuoteIndex::Passage> QuoteIndex::FindPieces(const Stream& stream, std::span<const QuoteWord> words) {
  std::vector<Passage> pieces;
  for (size_t i = 0; i + kShingle <= words.size();) {
    Passage best;
    const auto found = stream.shingles.find(ShingleKey(words, i));
    if (found != stream.shingles.end()) {
      for (const uint32_t place : found->second) {
        uint32_t run = 0;
        while (i + run < words.size() && place + run < stream.words.size() && words[i + run].key == stream.words[place + run].key) ++run;
        if (run > best.same) best = {place, place + run, static_cast<uint32_t>(i), run, true, {}};
      }
    }
    if (best.same >= kMinPiece) {
      i += best.same;
      pieces.push_back(best);
    } else {
      ++i;
    }
  }
  return pieces;
}

QuoteMatch QuoteIndex::MatchIn(std::string_view text, const Stream& stream, std::span<const QuoteWord> words) {
  QuoteMatch match;
  std::vector<Passage> parts;
  uint32_t after = 0;
  for (size_t first = 0; first < words.size();) {
    const auto segment = SegmentFrom(words, first);
    Passage part = FindExact(stream, segment, after);
    if (!part.exact && after > 0) part = FindExact(stream, segment, 0);  // out of order
    if (!part.exact) part = FindNear(text, stream, segment);
    if (part.last > 0) after = part.last;
    parts.push_back(std::move(part));
    first += segment.size();
  }
  Judge(stream, words, parts, &match);
  return match;
}

void QuoteIndex::Judge(const Stream& stream, std::span<const QuoteWord> words, const std::vector<Passage>& parts,
                       QuoteMatch* match) {
  uint32_t same = 0;
  bool exact = true, in_order = true;
  for (size_t i = 0; i < parts.size(); ++i) {
    const Passage& part = parts[i];
    same += part.same;
    exact = exact && part.exact;
    match->edits.insert(match->edits.end(), part.edits.begin(), part.edits.end());
    if (part.last == 0) continue;
    const TextRange range{stream.words[part.first].range.start, stream.words[part.last - 1].range.end};
    match->source = Cover(match->source, range);
    match->pieces.push_back(range);
    if (i == 0 || parts[i - 1].last == 0) continue;
    in_order = in_order && parts[i - 1].last <= part.first;
    if (parts[i - 1].last <= part.first && part.first - parts[i - 1].last <= kSmallGap) {
      for (uint32_t w = parts[i - 1].last; w < part.first; ++w) {
        if (IsNegation(stream.words[w].key)) match->ellipsis_hides_negation = true;
      }
    }
  }
  match->same = same;
  match->similarity = words.empty() ? 0 : std::min(1.0, static_cast<double>(same) / static_cast<double>(words.size()));
  if (exact) {
    match->kind = in_order ? QuoteMatchKind::kContained : QuoteMatchKind::kStitched;
    if (in_order && parts.size() == 1) {
      const Passage& only = parts.front();
      if (Suits(stream.words, only.first, only.last) == 2) match->kind = QuoteMatchKind::kIdentical;
      match->pieces.clear();
    }
    return;
  }
  if (match->similarity < kSurelyAltered) {
    const std::vector<Passage> pieces = FindPieces(stream, words);
    uint32_t covered = 0;
    for (const Passage& piece : pieces) covered += piece.same;
    if (pieces.size() > 1 && covered >= kCovered * static_cast<double>(words.size())) {
      match->kind = QuoteMatchKind::kStitched;
      match->pieces.clear();
      match->edits.clear();
      for (const Passage& piece : pieces) {
        match->pieces.push_back({stream.words[piece.first].range.start, stream.words[piece.last - 1].range.end});
        match->draft_pieces.push_back({words[piece.draft].range.start, words[piece.draft + piece.same - 1].range.end});
      }
      match->source = match->pieces.front();
      match->similarity = static_cast<double>(covered) / static_cast<double>(words.size());
      return;
    }
  }
  match->pieces.clear();
  const bool near = words.size() >= 4 ? match->similarity >= kAltered : same + 1 >= words.size() && same >= 2;
  match->kind = near ? QuoteMatchKind::kAltered : QuoteMatchKind::kAbsent;
  if (!near) match->edits.clear();
}

// Words of two people put together: the passage crosses quotations that stand far
// apart, or whose speakers are known to differ.
bool QuoteIndex::SpeakersDiffer(const Stream& stream, TextRange passage) const {
  auto at = std::ranges::lower_bound(stream.words, passage.start, {}, [](const QuoteWord& w) { return w.range.start; });
  const QuoteWord* before = nullptr;
  for (; at != stream.words.end() && at->range.start < passage.end; ++at) {
    if (before != nullptr && before->quotation != at->quotation && before->quotation >= 0 && at->quotation >= 0) {
      if (at->range.start - before->range.end > kFarBytes) return true;
      const int32_t a = SpeakerOf(*source_, before->quotation), b = SpeakerOf(*source_, at->quotation);
      if (a >= 0 && b >= 0) {
        const int32_t who_a = source_->attributions[static_cast<size_t>(a)].entity;
        const int32_t who_b = source_->attributions[static_cast<size_t>(b)].entity;
        if (who_a >= 0 && who_b >= 0 && who_a != who_b) return true;
      }
    }
    before = &*at;
  }
  return false;
}

void QuoteIndex::Finish(const Stream& stream, size_t words, QuoteMatch* match) const {
  if (match->source.empty()) return;
  const bool one_passage = match->pieces.empty();
  if (one_passage && words > 1 && match->kind != QuoteMatchKind::kAbsent && SpeakersDiffer(stream, match->source)) {
    match->kind = QuoteMatchKind::kStitched;
  }
  auto at = std::ranges::lower_bound(stream.words, match->source.start, {}, [](const QuoteWord& w) { return w.range.start; });
  match->quoted = at != stream.words.end();
  for (auto word = at; word != stream.words.end() && word->range.start < match->source.end; ++word) {
    if (word->quotation >= 0 && match->source_quotation < 0) match->source_quotation = word->quotation;
    if (word->quotation < 0 && one_passage) match->quoted = false;
  }
}

QuoteMatch QuoteIndex::Match(std::string_view text, TextRange range) const {
  QuoteMatch match = Best(QuoteWords(text, range));
  const std::string_view source = source_->analysis.text();
  for (WordEdit& edit : match.edits) {
    edit.sentences = (edit.kind == WordEdit::Kind::kDropped && WholeSentences(source, edit.source)) ||
                     (edit.kind == WordEdit::Kind::kAdded && WholeSentences(text, edit.draft));
  }
  return match;
}

QuoteMatch QuoteIndex::Best(std::span<const QuoteWord> words) const {
  if (words.empty()) return {};
  QuoteMatch whole = MatchIn(source_->analysis.text(), all_, words);
  Finish(all_, words.size(), &whole);
  if (quoted_.words.empty() || (whole.kind == QuoteMatchKind::kIdentical)) return whole;
  QuoteMatch quoted = MatchIn(source_->analysis.text(), quoted_, words);
  Finish(quoted_, words.size(), &quoted);
  const bool better = Rank(quoted) < Rank(whole) || (Rank(quoted) == Rank(whole) && quoted.similarity > whole.similarity);
  const bool both_there = Rank(quoted) <= 1 && Rank(whole) <= 1;  // prefer the place in quotation marks
  return better || both_there ? quoted : whole;
}

QuoteMatch QuoteIndex::Match(const Reading& draft, const Quotation& quotation) const {
  QuoteMatch match = Match(draft.analysis.text(), quotation.range);
  for (WordEdit& edit : match.edits) {
    edit.figure = HoldsFigure(draft.analysis, edit.draft) || HoldsFigure(source_->analysis, edit.source);
  }
  return match;
}

QuoteMatch MatchQuotation(const Reading& draft, const Quotation& quotation, const Reading& source) {
  return QuoteIndex(source).Match(draft, quotation);
}

int32_t SpeakerOf(const Reading& reading, int32_t quotation) {
  while (quotation >= 0) {
    const Quotation& q = reading.quotations[static_cast<size_t>(quotation)];
    if (q.attribution >= 0) return q.attribution;
    quotation = q.nested_in;
  }
  return -1;
}

}  // namespace crosscheck
