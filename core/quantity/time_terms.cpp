// From bytes to terms. A sentence is cut into runs of letters, runs of digits
// and single marks; the longest words of the lexicon are taken together ("day
// after tomorrow", "p.m."); then numbers are put together (time_numbers.cpp).
// The tokenizer's own cuts are only remembered, not used: time expressions live
// inside what treebanks call one word ("third-quarter", "1990s", "5pm").
#include "core/quantity/time_terms.h"

#include <algorithm>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

bool Sticky(std::string_view text, uint32_t offset) {
  const CodePoint c = CodePointAt(text, offset);
  return IsLetter(c.value) || IsDigit(c.value) || c.value == U'$' || c.value == U'€' ||
         c.value == U'£' || c.value == U'#' || c.value == U'_' || c.value == U'%';
}

uint32_t CharacterBefore(std::string_view text, uint32_t offset) {
  uint32_t at = offset - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0u) == 0x80u) --at;
  return at;
}

constexpr TimeClass kNameClasses[] = {TimeClass::kMonth, TimeClass::kWeekday, TimeClass::kSeason};

}  // namespace

int32_t TimeTerm::Value(TimeClass cls) const {
  if (word != nullptr) {
    for (const TimeSense& sense : word->senses) {
      if (sense.cls == cls) return sense.value;
    }
  }
  return static_cast<int32_t>(number);
}

uint16_t TimeLiterals::Add(std::string_view spelling) {
  return numbers_.try_emplace(std::string(spelling), static_cast<uint16_t>(numbers_.size() + 1))
      .first->second;
}

uint16_t TimeLiterals::Find(std::string_view spelling) const {
  const auto found = numbers_.find(spelling);
  return found == numbers_.end() ? uint16_t{0} : found->second;
}

void TimeTermReader::Read(const Sentence& sentence, std::vector<TimeTerm>* terms) {
  terms->clear();
  ReadPieces(sentence);
  AddWords(terms);
  ReadTimeNumbers(analysis_.text(), terms);
  SettleAmbiguous(terms);
}

void TimeTermReader::ReadPieces(const Sentence& sentence) {
  const std::string_view text = analysis_.text().substr(0, sentence.range.end);
  pieces_.clear();
  piece_tokens_.clear();
  spelled_.clear();
  spelled_at_.clear();
  uint32_t token = sentence.first;
  for (TextPiece piece = NextPiece(text, sentence.range.start); piece.end > piece.start;
       piece = NextPiece(text, piece.end)) {
    while (token + 1 < sentence.last && analysis_.tokens[token].range.end <= piece.start) ++token;
    pieces_.push_back(piece);
    piece_tokens_.push_back(token);
    spelled_at_.push_back(static_cast<uint32_t>(spelled_.size()));
    AppendSpelling(text.substr(piece.start, piece.end - piece.start), &spelled_);
    spelled_ += '\x1f';
  }
  spelled_at_.push_back(static_cast<uint32_t>(spelled_.size()));
}

void TimeTermReader::AddWords(std::vector<TimeTerm>* terms) {
  const std::string_view spelled = spelled_;
  const auto joined = [&](size_t first, size_t count) {
    return spelled.substr(spelled_at_[first], spelled_at_[first + count] - spelled_at_[first] - 1);
  };
  for (size_t i = 0; i < pieces_.size();) {
    size_t count = std::min<size_t>(lexicon_.LongestFrom(joined(i, 1)), pieces_.size() - i);
    const TimeWord* word = nullptr;
    for (; count > 0; --count) {
      word = lexicon_.Find(joined(i, count));
      // "9/11" is a name, "9/11/2019" and "19/11" are not.
      const bool open = pieces_[i].kind == TextPiece::Kind::kDigits && i + count < pieces_.size() &&
                        pieces_[i + count].start == pieces_[i + count - 1].end &&
                        joined(i + count, 1) == "/";
      if (word != nullptr && !open) break;
      word = nullptr;
    }
    count = std::max<size_t>(count, 1);
    TimeTerm term = Whole(i, count, word);
    if (count == 1) term.literal = literals_.Find(joined(i, 1));
    // "Sept." and "Tues." carry their full stop, unless it ends the sentence.
    const bool name =
        word != nullptr && (term.Has(TimeClass::kMonth) || term.Has(TimeClass::kWeekday));
    const size_t dot = i + count;
    if (name && dot + 1 < pieces_.size() && term.range.size() <= 5 && joined(dot, 1) == "." &&
        pieces_[dot].start == term.range.end) {
      term.range.end = pieces_[dot].end;
      ++count;
    }
    terms->push_back(term);
    i += count;
  }
}

TimeTerm TimeTermReader::Whole(size_t first, size_t count, const TimeWord* word) const {
  const std::string_view text = analysis_.text();
  const size_t last = first + count - 1;
  TimeTerm term;
  term.range = {pieces_[first].start, pieces_[last].end};
  term.token = piece_tokens_[first];
  term.token_end = piece_tokens_[last] + 1;
  term.word = word;
  if (word != nullptr) {
    for (const TimeSense& sense : word->senses) term.classes.Add(sense.cls);
  }
  term.space_before = first == 0 || pieces_[first - 1].end < term.range.start;
  term.digits = pieces_[first].kind == TextPiece::Kind::kDigits;
  term.capital = text[term.range.start] >= 'A' && text[term.range.start] <= 'Z';
  const bool money = first > 0 && term.digits && Sticky(text, pieces_[first - 1].start) &&
                     text[pieces_[first - 1].start] == '$';
  term.glued_left =
      money || (term.range.start > 0 && Sticky(text, CharacterBefore(text, term.range.start)));
  term.glued_right = term.range.end < text.size() && Sticky(text, term.range.end);
  return term;
}

// "It may rain" is no month, "in may" and "May 5" are. A word that is also
// something else keeps its reading as a name where it has a capital inside the
// sentence, or where a number, a year or a preposition of time is beside it.
// Counter-examples: "May I ask" begins a sentence, so its capital says nothing;
// "Sun said" is a company, as a short weekday needs a number, "on" or a full stop.
void TimeTermReader::SettleAmbiguous(std::vector<TimeTerm>* terms) const {
  for (size_t i = 0; i < terms->size(); ++i) {
    TimeTerm& term = (*terms)[i];
    if (term.word == nullptr || !term.word->ambiguous) continue;
    const TimeTerm* before = i > 0 ? &(*terms)[i - 1] : nullptr;
    const TimeTerm* after = i + 1 < terms->size() ? &(*terms)[i + 1] : nullptr;
    if (!term.glued_left && IsName(term, before, after)) continue;
    for (const TimeClass cls : kNameClasses) term.classes.Remove(cls);
  }
}

bool TimeTermReader::IsName(const TimeTerm& term, const TimeTerm* before,
                            const TimeTerm* after) const {
  const TimeClassSet names = {TimeClass::kDayNumber, TimeClass::kDayOrdinal, TimeClass::kYear,
                              TimeClass::kRelation,  TimeClass::kPhase,      TimeClass::kEvery,
                              TimeClass::kDaypart,   TimeClass::kUnit};
  const TimeClassSet numbers = {TimeClass::kDayNumber, TimeClass::kDayOrdinal, TimeClass::kYear};
  const Token& token = analysis_.tokens[term.token];
  const bool parsed = analysis_.SentenceOf(token).parsed;
  const auto is = [&](const TimeTerm* t, TimeClass cls) { return t != nullptr && t->Has(cls); };
  const bool word_number = is(before, TimeClass::kNumber) && !before->digits;  // "One may ask"
  const bool beside = (before != nullptr && before->classes.Meets(names) && !word_number) ||
                      (after != nullptr && after->classes.Meets(numbers));
  const bool preposition = is(before, TimeClass::kPreposition);
  const bool verb = token.upos == Upos::kVerb || token.upos == Upos::kAux;
  if (parsed && verb && !beside && !(term.capital && preposition)) return false;
  const std::string_view words = analysis_.text();
  if (term.Has(TimeClass::kWeekday)) {
    const bool dotted = term.range.In(words).ends_with('.');
    const bool on = before != nullptr && before->range.In(words) == "on";
    return term.capital ? beside || on || dotted || is(after, TimeClass::kMonth) : beside || on;
  }
  if (term.Has(TimeClass::kSeason) && !term.Has(TimeClass::kMonth)) {
    const bool to = before != nullptr && before->range.In(words) == "to";
    return (beside || preposition || is(before, TimeClass::kArticle)) && !to;
  }
  // A capital inside a sentence settles it: "In May it rained".
  const bool modal = is(after, TimeClass::kModalCompany) && !(term.capital && before != nullptr);
  const bool demonstrative = is(before, TimeClass::kRelation);
  const bool name_like = !modal && ((term.capital && before != nullptr) || beside || preposition);
  return name_like && (term.capital || !demonstrative);
}

}  // namespace crosscheck
