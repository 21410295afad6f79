// Quotations of a draft held against its sources.
//
// Every quotation that somebody speaks is looked up in each source (core/claim/
// quote_match); the source that has it best counts. What can then be said:
//   quote-altered   nearly the words, or words put together from two places:
//                   "We will sell" for "We will not sell". Only what differs inside
//                   one quotation of the source counts, between words that both
//                   have: a speech quoted further, or by other sentences of it, is
//                   no alteration ("We will sell. Soon." for "We will sell. It is
//                   time. Soon.")
//   quote-absent    a whole sentence in marks that no source has, or words before
//                   or behind those that one has
//   speaker-rival   the very words, but given to another named person
//   speaker-lost    a sentence that the passage only reports somebody to say
//   modal-raised, negation  a sentence that repeats the source's but for one word:
//                   "may fall" → "will fall", "denied it" → "confirmed it"
// And what cannot be said: words that a source has verbatim do not conflict with
// that source, whatever an alignment with another of its sentences suggests.
// Silent on differences of typography, brackets, ellipses; on two or three quoted
// words that no source has (a wording of the teller); on unnamed speakers, since
// "the minister" may be Berg.
#include "core/graph/evidence_quotes.h"

#include <algorithm>
#include <span>
#include <iterator>
#include <string>
#include <utility>

#include "core/base/unicode.h"
#include "core/claim/entity_lexicon.h"
#include "core/graph/evidence_kinds.h"
#include "core/graph/said.h"

namespace crosscheck {
namespace {

constexpr size_t kMostSources = 16;      // documents that a quotation is looked up in
constexpr size_t kWordsForAbsence = 5;    // fewer words may be the teller's own
constexpr uint32_t kWordsInCommon = 4;    // fewer words that both have may be anybody's
constexpr uint32_t kWordsBesideEdge = 6;  // the same where other words stand before or behind them
constexpr double kMostEdited = 0.34;      // share of edits to common words: above it, other words
constexpr double kMostDropped = 0.5;      // the same where one stretch was left out and nothing else differs
constexpr uint32_t kLongWord = 5;         // letters of a single word that is worth a finding of its own
constexpr size_t kWordsForSpeaker = 3;    // fewer words may be said by two people
constexpr size_t kWordsForNearSpeaker = 8;  // the same where a word differs
constexpr size_t kWordsForVerbatim = 4;   // fewer words stand anywhere
constexpr double kCarried = 0.8;          // coverage from which a passage tells the same
constexpr double kAnnounced = 0.75;
constexpr double kWithin = 0.9;           // share of the passage's words that are attributed
constexpr double kNearVerbatim = 0.8;     // share of words in order that makes a repeated sentence
constexpr double kSameSentence = 0.92;    // how sure it is that a repeated sentence is the same
constexpr size_t kFewEdits = 3;           // and the number of differences that it may have
constexpr size_t kToldEdits = 3;            // and that a message tells one by one
constexpr double kStitchedStrength = 0.8;
constexpr double kReorderedStrength = 0.9;
constexpr double kFewAbsent = 0.6;
constexpr uint32_t kTellingWord = 5;      // bytes: "outrage", not "an"
constexpr double kVerbatimLost = 0.95;    // how sure it is that repeated words lost their speaker
constexpr uint32_t kThatBytes = 10;       // between a cue and its content: " that "
constexpr double kEdgeStrength = 0.7;     // words in marks beside those that the source has
constexpr double kMostly = 0.6;           // share of a piece of evidence that a quotation holds

std::string Marked(std::string_view text, TextRange range) { return "“" + std::string(range.In(text)) + "”"; }

// The word of an edit; "not" for the end of a contraction ("shouldn't").
std::string WordOf(const WordEdit& edit, std::string_view text, TextRange range) {
  const bool inside = range.start > 0 && text[range.start - 1] != ' ' && !range.empty() && IsLetter(CodePointAt(text, range.start).value);
  const bool contracted = edit.negation && inside && range.In(text).size() <= 2;
  return contracted ? "“not”" : Marked(text, range);
}

std::string Reason(const WordEdit& edit, std::string_view draft, std::string_view source) {
  switch (edit.kind) {
    case WordEdit::Kind::kDropped:
      return WordOf(edit, source, edit.source) + " is missing";
    case WordEdit::Kind::kAdded:
      return WordOf(edit, draft, edit.draft) + " was added";
    case WordEdit::Kind::kReplaced:
      break;
  }
  return Marked(draft, edit.draft) + " stands for " + Marked(source, edit.source);
}

// What differs, with edits that touch told as one: "“many” stands for “a few”".
std::string Reasons(std::span<const WordEdit> edits, std::string_view draft, std::string_view source) {
  const auto touch = [](TextRange a, TextRange b) { return b.start >= a.start && b.start <= a.end + 1; };
  std::vector<WordEdit> joined;
  for (const WordEdit& edit : edits) {
    if (joined.empty() || !touch(joined.back().draft, edit.draft) || !touch(joined.back().source, edit.source)) {
      joined.push_back(edit);
      continue;
    }
    WordEdit& last = joined.back();
    last.draft = {last.draft.start, std::max(last.draft.end, edit.draft.end)};
    last.source = {last.source.start, std::max(last.source.end, edit.source.end)};
    if (!last.draft.empty() && !last.source.empty()) last.kind = WordEdit::Kind::kReplaced;
  }
  std::string out;
  for (size_t i = 0; i < std::min(joined.size(), kToldEdits); ++i) out += (i > 0 ? "; " : "") + Reason(joined[i], draft, source);
  return out + (joined.size() > kToldEdits ? "; and more" : "");
}

// The differences that alter what was said: inside one quotation of the source,
// between words that both have, and not whole sentences left out.
std::vector<WordEdit> Alterations(const QuoteMatch& match) {
  std::vector<WordEdit> inner;
  std::ranges::copy_if(match.edits, std::back_inserter(inner), [](const WordEdit& e) { return e.quoted && !e.edge && !e.sentences; });
  return inner;
}

size_t WordCount(const WordEdit& edit, std::string_view draft, std::string_view source) {
  return std::max(QuoteWords(draft, edit.draft).size(), QuoteWords(source, edit.source).size());
}

// Whether the draft has the source's words with some of them changed, and not
// other words with some in common.
bool SameWords(const QuoteMatch& match, std::string_view draft, std::string_view source) {
  size_t edited = 0;
  for (const WordEdit& edit : match.edits) edited += edit.edge || edit.sentences ? 0 : WordCount(edit, draft, source);
  const bool dropped = match.edits.size() == 1 && match.edits.front().kind == WordEdit::Kind::kDropped;
  const bool edged = std::ranges::any_of(match.edits, &WordEdit::edge);
  return match.same >= (edged ? kWordsBesideEdge : kWordsInCommon) && static_cast<double>(edited) <= (dropped ? kMostDropped : kMostEdited) * match.same;
}

// How sure it is that an altered quotation is one: a changed "not" or figure, or
// a single change in words that else agree; less where much differs.
double AlteredStrength(const QuoteMatch& match, const std::vector<WordEdit>& inner) {
  const bool grave = std::ranges::any_of(inner, [](const WordEdit& e) { return e.negation || e.figure; });
  if (match.similarity >= 0.75) return grave ? 0.95 : 0.85;
  return grave ? 0.75 : 0.6;
}

// Whether a quotation has all the words of the source's, each as often, in another
// order: "a failure of weather, not of money" for "a failure of money, not of weather".
bool Reordered(std::string_view draft, TextRange ours, std::string_view source, TextRange theirs) {
  const auto keys = [](std::string_view text, TextRange range) {
    std::vector<std::string> out;
    for (const QuoteWord& word : QuoteWords(text, range)) out.emplace_back(word.key);
    return out;
  };
  std::vector<std::string> here = keys(draft, ours), there = keys(source, theirs);
  if (here.size() < kWordsInCommon || here == there) return false;
  std::ranges::sort(here);
  std::ranges::sort(there);
  return here == there;
}

// Words in front of or behind those that the source has are worth a word where
// they say something.
bool SaysSomething(const WordEdit& edit, std::string_view draft) {
  const std::vector<QuoteWord> words = QuoteWords(draft, edit.draft);
  return edit.negation || edit.figure || words.size() > 1 || (words.size() == 1 && words.front().range.size() >= kLongWord);
}

// "open to all, not to a few" of "open to all and not to a few": the comma stands for
// the word, and nothing else is said.
bool CommaForAnd(const WordEdit& edit, std::string_view draft, std::string_view source) {
  if (edit.kind != WordEdit::Kind::kDropped) return false;
  const std::vector<QuoteWord> words = QuoteWords(source, edit.source);
  if (words.size() != 1 || words.front().key != "and") return false;
  const size_t before = draft.substr(0, edit.draft.start).find_last_not_of(' ');
  const size_t behind = draft.find_first_not_of(' ', edit.draft.start);
  return (before != std::string_view::npos && draft[before] == ',') || (behind != std::string_view::npos && draft[behind] == ',');
}

// Whether every piece of a patchwork but the last ends a sentence, or an ellipsis
// follows: sentences chosen from a speech.
bool ChosenSentences(const QuoteMatch& match, std::string_view draft) {
  for (size_t i = 0; i + 1 < match.draft_pieces.size(); ++i) {
    const std::string_view seam = TextRange{match.draft_pieces[i].end, match.draft_pieces[i + 1].start}.In(draft);
    if (seam.find_first_of(".!?") == std::string_view::npos && seam.find("…") == std::string_view::npos) return false;
  }
  return match.draft_pieces.size() > 1;
}

int Rank(const QuoteMatch& match) { return static_cast<int>(match.kind); }

bool Verbatim(const QuoteMatch& match) { return Rank(match) <= static_cast<int>(QuoteMatchKind::kContained); }

// The first token that begins within a range, or null.
const Token* TokenIn(const Analysis& analysis, TextRange range) {
  const auto it = std::ranges::lower_bound(analysis.tokens, range.start, {}, [](const Token& t) { return t.range.start; });
  return it != analysis.tokens.end() && it->range.start < range.end ? &*it : nullptr;
}

// A modal verb of possibility, as against one of certainty ("will").
bool IsPossibility(const Analysis& analysis, const Token& token) {
  const std::string_view lemma = analysis.Lemma(token);
  return analysis.Xpos(token) == "MD" && (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can");
}

// The attribution whose cue touches a range, or null.
const Attribution* CueIn(const Reading& reading, TextRange range) {
  for (const Attribution& a : reading.attributions) {
    if (std::ranges::any_of(a.cue, [&](TextRange r) { return r.Overlaps(range); })) return &a;
  }
  return nullptr;
}

uint32_t Overlap(TextRange a, TextRange b) {
  return a.Overlaps(b) ? std::min(a.end, b.end) - std::max(a.start, b.start) : 0;
}

// The index of the sentence that holds a byte.
size_t SentenceAt(const Reading& reading, uint32_t byte) {
  const auto& sentences = reading.analysis.sentences;
  const auto after = std::ranges::upper_bound(sentences, byte, {}, [](const Sentence& s) { return s.range.start; });
  return static_cast<size_t>(after - sentences.begin());
}

// A speaker named by his own words here, not by "she" or "the minister".
bool NamedByName(const Reading& reading, const Attribution& a) {
  if (a.source_head == kNoToken || a.entity < 0 || a.source.empty()) return false;
  // "Berg and Lind said": neither of them is the one speaker
  const Token* token = TokenIn(reading.analysis, a.source.front());
  for (; token != nullptr && token != reading.analysis.tokens.data() + reading.analysis.tokens.size() && token->range.end <= a.source.front().end; ++token) {
    const std::string_view xpos = reading.analysis.Xpos(*token);
    if ((token->deprel == Deprel::kConj && token->head == a.source_head) || xpos == "``" || xpos == "''") return false;
  }
  const auto& mentions = reading.entities[static_cast<size_t>(a.entity)].mentions;
  const auto head = static_cast<uint32_t>(a.source_head);
  return std::ranges::any_of(mentions, [&](const Mention& m) { return m.kind == Mention::Kind::kName && m.first <= head && head < m.last; });
}

}  // namespace

QuoteEvidence::QuoteEvidence(const ClaimGraph& graph, const EntityLexicon* entities)
    : graph_(graph), entities_(entities), indexes_(graph.document_count()) {
  for (uint32_t d = 0; d < graph.document_count(); ++d) {
    if (graph.side(d) == Side::kDraft) continue;
    const std::string_view text = graph.reading(d).analysis.text();
    candidates_.Add(d, QuoteWords(text, {0, static_cast<uint32_t>(text.size())}));
  }
}
QuoteEvidence::~QuoteEvidence() = default;

const QuoteIndex& QuoteEvidence::IndexOf(uint32_t document) {
  auto& index = indexes_[document];
  if (index == nullptr) index = std::make_unique<QuoteIndex>(graph_.reading(document));
  return *index;
}

// A few words that the text puts into somebody's mouth ("called it “an outrage”"), and
// not one of them, short ones aside, stands anywhere else.
bool QuoteEvidence::FewUnknownWords(uint32_t draft, int32_t number) const {
  const Reading& reading = graph_.reading(draft);
  const Quotation& quotation = reading.quotations[static_cast<size_t>(number)];
  const std::vector<QuoteWord> words = QuoteWords(reading.document->text(), quotation.range);
  if (graph_.side(draft) != Side::kDraft || quotation.kind != QuotationKind::kPartial || words.size() >= kWordsForAbsence) return false;
  if (SpeakerOf(reading, number) < 0) return false;
  const auto told = [](const QuoteWord& word) { return word.range.size() >= kTellingWord && !word.bracket; };
  return std::ranges::any_of(words, told) &&
         std::ranges::none_of(words, [&](const QuoteWord& word) { return told(word) && candidates_.Known(word, draft); });
}

// The best match, and the sources that hold the very words.
QuoteEvidence::Best QuoteEvidence::Lookup(uint32_t draft, const Quotation& quotation, std::vector<uint32_t>* holders) {
  Best best;
  const auto words = QuoteWords(graph_.reading(draft).analysis.text(), quotation.range);
  for (const uint32_t d : candidates_.Find(words, draft, kMostSources)) {
    QuoteMatch match = IndexOf(d).Match(graph_.reading(draft), quotation);
    if (Rank(match) <= static_cast<int>(QuoteMatchKind::kContained)) holders->push_back(d);
    const bool better = !best.found || Rank(match) < Rank(best.match) ||
                        (Rank(match) == Rank(best.match) && match.similarity > best.match.similarity);
    if (better) best = {std::move(match), d, true};
  }
  return best;
}

Evidence QuoteEvidence::Make(std::string_view kind, uint32_t draft, TextRange range, const Best& best, double strength,
                             std::string reason) const {
  Evidence evidence;
  evidence.kind = kind;
  evidence.draft_document = draft;
  evidence.source_document = best.document;
  evidence.draft_range = range;
  evidence.source_range = best.match.source;
  evidence.strength = strength;
  evidence.definite = true;
  evidence.reason = std::move(reason);
  const auto& claims = graph_.reading(draft).claims;
  for (size_t c = 0; c < claims.size(); ++c) {
    if (claims[c].range.Overlaps(range) && !evidence.draft.valid()) evidence.draft = graph_.id(draft, static_cast<uint32_t>(c));
  }
  return evidence;
}

void QuoteEvidence::Find(uint32_t draft, std::vector<Evidence>* out) {
  const Reading& reading = graph_.reading(draft);
  const std::string_view text = reading.document->text();
  for (size_t q = 0; q < reading.quotations.size(); ++q) {
    const Quotation& quotation = reading.quotations[q];
    if (quotation.nested_in >= 0 || quotation.kind == QuotationKind::kTitle || quotation.kind == QuotationKind::kScare) continue;
    const size_t words = QuoteWords(text, quotation.range).size();
    if (FewUnknownWords(draft, static_cast<int32_t>(q))) {
      out->push_back(Make(evidence::kQuoteAbsent, draft, quotation.range, {}, kFewAbsent, "no source has any of these words"));
      continue;
    }
    if (words < 2) continue;
    std::vector<uint32_t> holders;
    const Best best = Lookup(draft, quotation, &holders);
    if (!best.found) continue;
    switch (best.match.kind) {
      case QuoteMatchKind::kIdentical:
      case QuoteMatchKind::kContained:
        if (best.match.ellipsis_hides_negation) {
          out->push_back(Make(evidence::kQuoteAltered, draft, quotation.range, best, 0.8, "the ellipsis hides a negation"));
        } else if (graph_.side(draft) == Side::kDraft) {
          out->push_back(Make(evidence::kQuoteHeld, draft, quotation.range, best, 1.0, "the source has these words"));
        }
        if (words >= kWordsForSpeaker) CompareSpeakers(draft, static_cast<int32_t>(q), holders, out);
        break;
      case QuoteMatchKind::kAltered:
        if (words >= kWordsForNearSpeaker && best.match.similarity >= kNearVerbatim) {
          holders.push_back(best.document);
          CompareSpeakers(draft, static_cast<int32_t>(q), holders, out);
        }
        Altered(draft, static_cast<int32_t>(q), best, out);
        break;
      case QuoteMatchKind::kStitched:
        if (ChosenSentences(best.match, text)) break;
        out->push_back(Make(evidence::kQuoteAltered, draft, quotation.range, best, kStitchedStrength,
                            "put together from words that do not follow each other"));
        break;
      case QuoteMatchKind::kAbsent:
        if (words >= kWordsForAbsence) {
          out->push_back(Make(evidence::kQuoteAbsent, draft, quotation.range, best,
                              quotation.kind == QuotationKind::kPartial ? 0.6 : 0.75, "no source has these words"));
        }
        break;
    }
  }
}

// Whether a quotation and its match are given to two named people.
bool QuoteEvidence::TwoSpeakers(uint32_t draft, int32_t quotation, const Best& best) const {
  const auto named = [](const Reading& reading, int32_t of) -> const Entity* {
    const int32_t a = SpeakerOf(reading, of);
    const int32_t entity = a < 0 ? -1 : reading.attributions[static_cast<size_t>(a)].entity;
    return entity < 0 ? nullptr : &reading.entities[static_cast<size_t>(entity)];
  };
  const Entity* ours = named(graph_.reading(draft), quotation);
  const Entity* theirs = named(graph_.reading(best.document), best.match.source_quotation);
  return ours != nullptr && theirs != nullptr && entities_ != nullptr && CompareNames(*ours, *theirs, *entities_) == NameRelation::kDifferent;
}

// What differs is said to be altered where the source's own quotation has other
// words, and to be absent where the draft quotes more than the source does, or
// puts the source's own wording into quotation marks.
void QuoteEvidence::Altered(uint32_t draft, int32_t number, const Best& best, std::vector<Evidence>* out) const {
  const Quotation& quotation = graph_.reading(draft).quotations[static_cast<size_t>(number)];
  const std::string_view text = graph_.reading(draft).document->text();
  const std::string_view source = graph_.reading(best.document).document->text();
  const std::vector<WordEdit> inner = Alterations(best.match);
  if (!inner.empty() && std::ranges::all_of(inner, [&](const WordEdit& e) { return CommaForAnd(e, text, source); })) return;
  if (best.match.source_quotation >= 0 &&
      Reordered(text, quotation.range, source,
                graph_.reading(best.document).quotations[static_cast<size_t>(best.match.source_quotation)].range)) {
    out->push_back(Make(evidence::kQuoteAltered, draft, quotation.range, best, kReorderedStrength, "the same words stand in another order"));
    return;
  }
  // what two people say in nearly the same words is two statements
  const bool theirs = best.match.similarity < kNearVerbatim && TwoSpeakers(draft, number, best);
  if (!inner.empty() && !theirs && SameWords(best.match, text, source)) {
    out->push_back(Make(evidence::kQuoteAltered, draft, quotation.range, best, AlteredStrength(best.match, inner),
                        Reasons(inner, text, source)));
    return;
  }
  for (const WordEdit& edit : best.match.edits) {
    if (edit.quoted && !edit.edge) continue;
    const bool added = !edit.draft.empty() && SaysSomething(edit, text);
    const bool negated = edit.negation && edit.draft.empty() && !edit.edge;
    if (!added && !negated) continue;
    out->push_back(Make(evidence::kQuoteAbsent, draft, added ? edit.draft : quotation.range, best, kEdgeStrength,
                        negated ? "no source has the words without “not”" : "no source has these words"));
    return;
  }
}

// All named ones whose words, by the text, a quotation may be: "Lind said that Berg
// called it "a shame"" has two, and another text may name either.
std::vector<const Entity*> QuoteEvidence::Voices(const Reading& reading, int32_t quotation) {
  std::vector<const Entity*> voices;
  const TextRange range = reading.quotations[static_cast<size_t>(quotation)].range;
  for (const Attribution& a : reading.attributions) {
    if (a.entity < 0 || (!a.cue.empty() && range.Contains(a.cue.front()))) continue;
    const bool holds = std::ranges::any_of(a.content, [&](TextRange r) { return r.Overlaps(range); });
    const Entity& entity = reading.entities[static_cast<size_t>(a.entity)];
    if (holds && entity.named && std::ranges::find(voices, &entity) == voices.end()) voices.push_back(&entity);
  }
  return voices;
}

// Two named people who are not the same, and no other source that gives the words
// to the draft's speaker.
void QuoteEvidence::CompareSpeakers(uint32_t draft, int32_t quotation, const std::vector<uint32_t>& holders,
                                    std::vector<Evidence>* out) {
  const Reading& reading = graph_.reading(draft);
  const int32_t ours = SpeakerOf(reading, quotation);
  if (ours < 0 || entities_ == nullptr) return;
  const Attribution& here = reading.attributions[static_cast<size_t>(ours)];
  if (here.entity < 0 || here.source.empty()) return;
  const Entity& speaker = reading.entities[static_cast<size_t>(here.entity)];
  if (!speaker.named || !NamedByName(reading, here) || here.recites) return;
  const std::vector<const Entity*> ours_all = Voices(reading, quotation);
  Best rival;
  TextRange rival_range;
  std::string rival_name;
  for (const uint32_t d : holders) {
    const Reading& source = graph_.reading(d);
    const QuoteMatch match = IndexOf(d).Match(reading, reading.quotations[static_cast<size_t>(quotation)]);
    const int32_t theirs = SpeakerOf(source, match.source_quotation);
    if (theirs < 0) continue;
    const Attribution& there = source.attributions[static_cast<size_t>(theirs)];
    if (there.entity < 0 || there.source.empty()) continue;
    const Entity& other = source.entities[static_cast<size_t>(there.entity)];
    const bool named = other.named && NamedByName(source, there);
    const auto may_be = [&](const Entity* a, const Entity* b) { return CompareNames(*a, *b, *entities_) != NameRelation::kDifferent; };
    const std::vector<const Entity*> theirs_all = Voices(source, match.source_quotation);
    // "he" may be the draft's speaker, and so may whom he tells of
    const bool shared = std::ranges::any_of(ours_all, [&](const Entity* a) { return std::ranges::any_of(theirs_all, [&](const Entity* b) { return may_be(a, b); }); });
    if (shared || (other.named && may_be(&speaker, &other))) return;
    if (rival.found || !named || there.recites) continue;
    rival = {match, d, true};
    rival_range = there.source.front();
    rival_name = other.name;
  }
  if (!rival.found) return;
  Evidence evidence = Make(evidence::kSpeakerRival, draft, here.source.front(), rival, 0.9, "there it is " + rival_name);
  evidence.source_range = rival_range;
  out->push_back(std::move(evidence));
}

// "Berg said the dam would hold." retold as "The dam would hold.": the very words
// behind a cue, whatever else they say ("… the plan he promised would hold").
bool QuoteEvidence::LostVerbatim(const SentenceAlignment& alignment, std::vector<Evidence>* out) {
  const Reading& draft = graph_.reading(alignment.draft_document);
  const TextRange sentence = alignment.draft_sentence().range;
  const auto within = [&](const Attribution& a) {
    return std::ranges::any_of(a.content, [&](TextRange r) { return Overlap(r, sentence) + 3 >= sentence.size(); });
  };
  if (std::ranges::any_of(draft.attributions, within)) return false;
  if (std::ranges::any_of(draft.quotations, [&](const Quotation& q) { return q.range.Overlaps(sentence); })) return false;
  Evidence lost;
  for (const Passage& passage : alignment.passages) {
    const Reading& source = graph_.reading(passage.document);
    const QuoteMatch match = IndexOf(passage.document).Match(draft.document->text(), sentence);
    if (!Verbatim(match) || match.same < kWordsForAbsence) continue;
    const std::string_view text = source.document->text();
    const auto says = [&](const Attribution& a) {
      if (!a.proposition || a.source.empty() || a.factive || a.denied || a.cue.empty()) return false;
      const uint32_t end = a.cue.back().end;
      return SentenceAt(source, end) == SentenceAt(source, match.source.start) && end < match.source.start && match.source.start - end <= kThatBytes && a.source.front().start < match.source.start &&
             QuoteWords(text, {end, match.source.start}).size() <= 1;
    };
    const auto said = std::ranges::find_if(source.attributions, says);
    if (said == source.attributions.end()) return false;  // a source says so itself
    if (!lost.draft_range.empty()) continue;
    Best found;
    found.document = passage.document;
    found.match.source = match.source;
    lost = Make(evidence::kSpeakerLost, alignment.draft_document, sentence, found, kVerbatimLost,
                "said by " + Marked(text, said->source.front()));
  }
  if (lost.draft_range.empty()) return false;
  out->push_back(std::move(lost));
  return true;
}

// The passage that carries a sentence of the draft stands within what somebody
// says, and the draft neither attributes the sentence nor mentions that speaker.
void QuoteEvidence::FindLostSpeaker(const SentenceAlignment& alignment, std::vector<Evidence>* out) {
  const Reading& draft = graph_.reading(alignment.draft_document);
  const Sentence& sentence = alignment.draft_sentence();
  const auto best = std::ranges::max_element(alignment.coverage_of);
  if (best == alignment.coverage_of.end() || *best < kCarried || sentence.kind != BlockKind::kProse) return;
  if (LostVerbatim(alignment, out)) return;
  const auto passage = static_cast<uint32_t>(best - alignment.coverage_of.begin());
  // "a bad decision to go" in it is no attribution of the sentence
  const auto speaks_here = [&](const Attribution& a) {
    uint32_t size = 0;
    for (const TextRange range : a.content) size += Overlap(range, sentence.range);
    return 2 * size > sentence.range.size();
  };
  if (std::ranges::any_of(draft.attributions, speaks_here)) return;
  if (std::ranges::any_of(draft.quotations, [&](const Quotation& q) { return q.range.Overlaps(sentence.range); })) return;
  std::vector<int32_t> carried;  // tokens of the passage that the draft carries
  for (const auto& links : alignment.links) {
    for (const Link& link : links) {
      if (link.passage == passage) carried.push_back(link.source);
    }
  }
  if (carried.size() < 3) return;
  const uint32_t document = alignment.passages[passage].document;
  const Reading& source = graph_.reading(document);
  for (const Attribution& a : source.attributions) {
    if (!a.proposition || a.source.empty() || a.nested_in >= 0 || a.factive || a.denied || a.cue_kind == CueKind::kPlan) continue;
    if (OwnStand(draft, alignment.sentence, source, a) || AnyDenied(draft, sentence.range) != AnyDenied(source, Cover(a.content.front(), a.content.back()))) continue;
    size_t within = 0;
    bool named_here = false;
    for (const int32_t token : carried) {
      const TextRange range = source.analysis.tokens[static_cast<size_t>(token)].range;
      within += std::ranges::any_of(a.content, [&](TextRange r) { return r.Contains(range); });
      named_here = named_here || std::ranges::any_of(a.source, [&](TextRange r) { return r.Contains(range); });
    }
    if (named_here || static_cast<double>(within) < kWithin * static_cast<double>(carried.size())) continue;
    Best found;
    found.document = document;
    found.match.source = a.content.front();
    // "Nine people were held, police said": counts that somebody announces are
    // retold as facts; what somebody argues, alleges or estimates stays his.
    const bool announced = (a.cue_kind == CueKind::kSay || a.cue_kind == CueKind::kReport || a.cue_kind == CueKind::kConfirm) &&
                           std::ranges::any_of(draft.figures, [&](const Figure& f) { return sentence.range.Contains(f.range); });
    out->push_back(Make(evidence::kSpeakerLost, alignment.draft_document, sentence.range, found, *best * (announced ? kAnnounced : 1.0),
                        "said by " + Marked(source.document->text(), a.source.front())));
    return;
  }
}

void QuoteEvidence::FindChangedWord(const SentenceAlignment& alignment, std::vector<Evidence>* out) {
  const uint32_t draft = alignment.draft_document;
  const Reading& reading = graph_.reading(draft);
  Best best;
  for (size_t p = 0; p < alignment.passages.size(); ++p) {
    const uint32_t d = alignment.passages[p].document;
    const bool asked = std::any_of(alignment.passages.begin(), alignment.passages.begin() + static_cast<std::ptrdiff_t>(p),
                                   [&](const Passage& before) { return before.document == d; });
    if (asked || d == draft) continue;
    QuoteMatch match = IndexOf(d).Match(reading.document->text(), alignment.draft_sentence().range);
    if (Verbatim(match)) return;
    if (!best.found || match.similarity > best.match.similarity) best = {std::move(match), d, true};
  }
  if (!best.found || best.match.kind != QuoteMatchKind::kAltered || best.match.similarity < kNearVerbatim ||
      best.match.edits.size() > kFewEdits) {
    return;
  }
  const Reading& source = graph_.reading(best.document);
  for (const WordEdit& edit : best.match.edits) {
    const Token* ours = TokenIn(reading.analysis, edit.draft);
    const Token* theirs = TokenIn(source.analysis, edit.source);
    if (ours == nullptr || theirs == nullptr || edit.kind != WordEdit::Kind::kReplaced) continue;
    const std::string reason = Reason(edit, reading.document->text(), source.document->text());
    Evidence evidence;
    if (IsPossibility(source.analysis, *theirs) && reading.analysis.Xpos(*ours) == "MD" && reading.analysis.Lemma(*ours) == "will") {
      evidence = Make(evidence::kModalRaised, draft, edit.draft, best, best.match.similarity, reason);
    } else {
      const Attribution* here = CueIn(reading, edit.draft);
      const Attribution* there = CueIn(source, edit.source);
      const bool denied = here != nullptr && there != nullptr && (here->cue_kind == CueKind::kDeny) != (there->cue_kind == CueKind::kDeny);
      if (!denied) continue;
      evidence = Make(evidence::kNegation, draft, edit.draft, best, best.match.similarity, reason);
    }
    evidence.source_range = edit.source;
    evidence.strength = std::max(kSameSentence, best.match.similarity);
    for (size_t c = 0; c < source.claims.size() && !evidence.source.valid(); ++c) {
      if (source.claims[c].range.Overlaps(edit.source)) evidence.source = graph_.id(best.document, static_cast<uint32_t>(c));
    }
    evidence.shared_words = static_cast<int>(kWordsForAbsence);
    out->push_back(std::move(evidence));
  }
}

void QuoteEvidence::DropVerbatim(const SentenceAlignment& alignment, size_t first, std::vector<Evidence>* out) {
  if (first >= out->size()) return;
  const uint32_t draft = alignment.draft_document;
  const Sentence& sentence = alignment.draft_sentence();
  const bool denies = SaysDenial(*alignment.draft, sentence);  // the words themselves have what is denied
  const Reading& reading = graph_.reading(draft);
  const std::string_view text = reading.document->text();
  std::vector<TextRange> stretches = {sentence.range};
  for (const Quotation& q : reading.quotations) {
    if (q.range.Overlaps(sentence.range) && q.nested_in < 0) stretches.push_back(q.range);
  }
  std::erase_if(stretches, [&](TextRange range) { return QuoteWords(text, range).size() < kWordsForVerbatim; });
  const auto own_words = [&](const Evidence& e) {
    if (e.kind == evidence::kSupports || e.kind == evidence::kFigureAgrees || e.source_document == draft) return false;
    const TextRange about = e.draft_range.empty() ? sentence.range : e.draft_range;
    return std::ranges::any_of(stretches, [&](TextRange range) {
      if (Overlap(range, about) < kMostly * about.size()) return false;
      const QuoteMatch match = IndexOf(e.source_document).Match(text, range);
      // "a letter that the mayor sold the hall is fake", "neither the council nor the mayor sold
      // the hall" have the words and refute them
      const bool refuted_there = (e.kind == evidence::kRefuted || (e.kind == evidence::kNegation && !denies && alignment.DeniesBeside(e.source_document, e.source_range, match.source))) && range == sentence.range &&
                                 SentenceAt(graph_.reading(e.source_document), match.source.start) ==
                                     SentenceAt(graph_.reading(e.source_document), e.source_range.start);
      return Verbatim(match) && !refuted_there;
    });
  };
  out->erase(std::remove_if(out->begin() + static_cast<std::ptrdiff_t>(first), out->end(), own_words), out->end());
}

}  // namespace crosscheck
