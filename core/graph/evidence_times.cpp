// Times of two texts that are told in other ways.
//
// A length against a start and an end: "a ten-day strike" and "the strike ran from 3 to
// 20 March", "led the bank for six years" and "led it from 2001 to 2019". Every date
// stands for its whole period, so that from 2001 to 2007 it is five to seven years.
// Days that name no year are counted in some year.
// What lasts must be one thing in both texts: the subjects are aligned, and so are the
// verbs or both only say that it goes on, and the draft's object, if it has one.
// Counter-examples: "led the bank" and "worked at the bank"; a strike at another port.
//
// Two events in one order and in the other: "died before it opened", "opened before he
// died". Verbs and subjects must be aligned crosswise, and both deeds be told as past.
// Cost: the times of a sentence times those of its passages. Tests: the rules
// times.conflict and times.order-told, and tests/pairs/times.txt.
#include <algorithm>
#include <charconv>

#include "core/graph/evidence.h"
#include "core/graph/evidence_kinds.h"
#include "core/quantity/time_arithmetic.h"
#include "core/quantity/time_clause.h"
#include "core/quantity/time_lexicon.h"

namespace crosscheck {
namespace {

constexpr double kSlackOfUnit = 0.5;     // "three years" may be 2½
constexpr double kSureLength = 0.9;  // strength of what the tree makes sure

// A period with both its ends, of one sentence.
struct ToldPeriod {
  TextRange range;
  uint32_t first = 0, last = 0;      // tokens
  double least = 0.0, most = 0.0;    // days
};

// The day of a year for "XXXX-03-20"; leap years left aside, which the slack covers.
std::optional<int64_t> DayWithoutYear(const TimeExpression& time) {
  constexpr int kSomeYear = 2001;
  const std::string& v = time.value;
  if (time.type != TimeType::kDate || v.size() != 10 || !v.starts_with("XXXX-") || v[7] != '-') return std::nullopt;
  const auto number = [&](size_t at) { return (v[at] - '0') * 10 + (v[at + 1] - '0'); };
  const int month = number(5), day = number(8);
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  return DaysFromCivil({kSomeYear, month, day});
}

// "from 3 to 20 March", "from 3 March to 20 April", of whichever year.
std::optional<ToldPeriod> WithoutYear(const Analysis& analysis, const TimeExpression& a, const TimeExpression* next) {
  const std::optional<int64_t> start = DayWithoutYear(a);
  if (!start || a.first == 0 || analysis.Lower(analysis.tokens[a.first - 1]) != "from") return std::nullopt;
  const auto until = [&](uint32_t t) {
    const std::string_view word = analysis.Lower(analysis.tokens[t]);
    return word == "to" || word == "until" || word == "till";
  };
  std::optional<int64_t> end;
  const TimeExpression* last = &a;
  if (a.last - a.first == 4 && until(a.first + 1)) {  // one time: "3 to 20 March"
    int from = 0, to = 0;
    const auto read = [&](uint32_t t, int* number) {
      const std::string_view form = analysis.Form(analysis.tokens[t]);
      return std::from_chars(form.data(), form.data() + form.size(), *number).ptr == form.data() + form.size();
    };
    if (read(a.first, &from) && read(a.first + 2, &to) && to > from) end = *start + to - from;
  } else if (next != nullptr && next->first == a.last + 1 && until(a.last)) {
    end = DayWithoutYear(*next);
    last = next;
  }
  if (!end || *end <= *start) return std::nullopt;
  const auto days = static_cast<double>(*end - *start);
  return ToldPeriod{Cover(a.range, last->range), a.first, last->last, days - 1, days + 1};
}

// "began in May 1644 and ended in July", "opened in 1990 and closed in 1995": two verbs
// of one subject, each with its date. Both tell of the past.
std::optional<ToldPeriod> OfTwoVerbs(const Reading& reading, int32_t begins) {
  const Analysis& a = reading.analysis;
  const TimeLexicon& lexicon = TimeLexicon::Shipped();
  const auto past = [&](int32_t t) {
    const Token& token = a.tokens[static_cast<size_t>(t)];
    return token.upos == Upos::kVerb && (a.Xpos(token) == "VBD" || a.Xpos(token) == "VBN");
  };
  const auto date = [&](int32_t verb) -> const TimeExpression* {
    const int32_t index = TimeOfClause(a, reading.times, verb);
    if (index < 0) return nullptr;
    const TimeExpression& time = reading.times[static_cast<size_t>(index)];
    const bool dated = time.type == TimeType::kDate && time.days.start && time.days.end && !time.since && !time.deadline;
    return dated && time.granularity != Granularity::kUnknown && time.granularity <= Granularity::kYear ? &time : nullptr;
  };
  if (!past(begins) || !lexicon.Begins(a.Lemma(a.tokens[static_cast<size_t>(begins)]))) return std::nullopt;
  const TimeExpression* from = date(begins);
  if (from == nullptr) return std::nullopt;
  for (auto t = begins + 1; t < static_cast<int32_t>(a.tokens.size()) && a.tokens[static_cast<size_t>(t)].sentence == a.tokens[static_cast<size_t>(begins)].sentence; ++t) {
    const Token& token = a.tokens[static_cast<size_t>(t)];
    if (token.deprel != Deprel::kConj || token.head != begins || !past(t) || !lexicon.Ends(a.Lemma(token))) continue;
    const TimeExpression* to = date(t);
    const bool subject = std::ranges::any_of(a.tokens, [&](const Token& other) { return other.head == t && (other.deprel == Deprel::kNsubj || other.deprel == Deprel::kObj); });
    if (to == nullptr || to == from || subject || *to->days.end <= *from->days.end) continue;
    return ToldPeriod{Cover(from->range, to->range), from->first, to->last, static_cast<double>(*to->days.start - *from->days.end),
                      static_cast<double>(*to->days.end - *from->days.start)};
  }
  return std::nullopt;
}

std::vector<ToldPeriod> PeriodsIn(const Reading& reading, const Sentence& sentence) {
  std::vector<ToldPeriod> periods;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (const auto period = OfTwoVerbs(reading, static_cast<int32_t>(t))) periods.push_back(*period);
  }
  for (size_t i = 0; i < reading.times.size(); ++i) {
    const TimeExpression& a = reading.times[i];
    if (a.first < sentence.first || a.first >= sentence.last) continue;
    if (const auto period = WithoutYear(reading.analysis, a, i + 1 < reading.times.size() ? &reading.times[i + 1] : nullptr)) {
      periods.push_back(*period);
      continue;
    }
    if (a.type != TimeType::kDate || !a.days.start || !a.days.end) continue;
    if (a.value.find('/') != std::string::npos && a.granularity == Granularity::kDay) {  // "3 to 20 March 2021"
      const auto days = static_cast<double>(*a.days.end - *a.days.start);
      if (days > 2) periods.push_back({a.range, a.first, a.last, days - 2, days});
      continue;
    }
    if (i + 1 >= reading.times.size() || EndOfPeriod(a) != -1) continue;
    const TimeExpression& b = reading.times[i + 1];
    if (EndOfPeriod(b) != 1 || b.days.end != a.days.end) continue;
    periods.push_back({Cover(a.range, b.range), a.first, b.last, static_cast<double>(*b.own.start - *a.own.end), static_cast<double>(*b.own.end - *a.own.start)});
  }
  return periods;
}

int32_t SubjectAt(const Terms& terms, int32_t verb) {
  for (const int32_t child : terms.dependents[static_cast<size_t>(verb)]) {
    if (terms[child].slot.kind == Slot::Kind::kSubject) return child;
  }
  return kNoToken;
}

int32_t ObjectAt(const Terms& terms, int32_t verb) {
  for (const int32_t child : terms.dependents[static_cast<size_t>(verb)]) {
    if (terms[child].slot.kind == Slot::Kind::kObject && terms[child].time < 0 && terms[child].figure < 0) return child;
  }
  return kNoToken;
}

// What lasts, by its time: the verb (none for "a ten-day strike") and its subject.
struct Lasting {
  int32_t verb = kNoToken;
  int32_t thing = kNoToken;
};

Lasting LastingAt(const Terms& terms, uint32_t first, uint32_t last) {
  Lasting out;
  const int32_t governor = GovernorOf(terms.reading->analysis, first, last);
  if (governor == kNoToken) return out;
  const auto inside = [&](int32_t t) { return t >= static_cast<int32_t>(first) && t < static_cast<int32_t>(last); };
  const bool object = std::ranges::any_of(terms.dependents[static_cast<size_t>(governor)], [&](int32_t t) { return inside(t) && TokenAt(terms, t).deprel == Deprel::kObj; });
  if (TokenAt(terms, governor).upos == Upos::kVerb) {
    if (object && !TimeLexicon::Shipped().GoesOn(terms.reading->analysis.Lemma(TokenAt(terms, governor)))) return out;  // "got six years"
    out.verb = governor;
    out.thing = SubjectAt(terms, governor);
  } else if (TokenAt(terms, governor).upos == Upos::kNoun && terms[governor].time < 0) {
    out.thing = governor;
  }
  return out;
}

bool GoesOn(const Terms& terms, int32_t verb) {
  return verb != kNoToken && TimeLexicon::Shipped().GoesOn(terms.reading->analysis.Lemma(TokenAt(terms, verb)));
}

bool IsPast(const Terms& terms, int32_t verb) {
  const std::string_view tag = terms.reading->analysis.Xpos(TokenAt(terms, verb));
  return tag == "VBD" || tag == "VBN";
}

bool Begun(const Terms& terms, int32_t verb) {
  return verb != kNoToken && IsPast(terms, verb) && TimeLexicon::Shipped().Begins(terms.reading->analysis.Lemma(TokenAt(terms, verb)));
}

// "died before the museum opened": the verbs in the order of their deeds.
struct ToldOrder {
  int32_t earlier = kNoToken, later = kNoToken;
  TextRange range;
};

std::vector<ToldOrder> OrdersIn(const Terms& terms, const Sentence& sentence) {
  const Analysis& analysis = terms.reading->analysis;
  const auto past = [&](int32_t t) {
    const std::string_view tag = analysis.Xpos(TokenAt(terms, t));
    return TokenAt(terms, t).upos == Upos::kVerb && (tag == "VBD" || tag == "VBN");
  };
  std::vector<ToldOrder> orders;
  for (auto t = static_cast<int32_t>(sentence.first); t < static_cast<int32_t>(sentence.last); ++t) {
    const Token& mark = TokenAt(terms, t);
    const std::string_view word = analysis.Lower(mark);
    if (mark.deprel != Deprel::kMark || mark.head == kNoToken || (word != "before" && word != "after")) continue;
    const int32_t clause = mark.head, main = TokenAt(terms, clause).head;
    if (TokenAt(terms, clause).deprel != Deprel::kAdvcl || main == kNoToken || !past(clause) || !past(main)) continue;
    if (terms[main].denied || terms[clause].denied) continue;
    const TextRange range = Cover(TokenAt(terms, main).range, TokenAt(terms, clause).range);
    orders.push_back(word == "before" ? ToldOrder{main, clause, range} : ToldOrder{clause, main, range});
  }
  return orders;
}

}  // namespace

bool EvidenceFinder::Linked(const SentenceAlignment& alignment, uint32_t passage, int32_t draft, int32_t source) const {
  if (draft == kNoToken || source == kNoToken) return false;
  const Sentence& s = alignment.draft_sentence();
  if (draft < static_cast<int32_t>(s.first) || draft >= static_cast<int32_t>(s.last)) return false;
  return std::ranges::any_of(alignment.LinksOf(draft), [&](const Link& link) { return link.passage == passage && link.source == source; });
}

// "the strike at the port", "the strike at the mill": both say which, in other words.
bool EvidenceFinder::OtherWhich(const SentenceAlignment& alignment, uint32_t passage, int32_t draft, int32_t source) const {
  const auto nouns = [](const Terms& terms, int32_t thing) {
    std::vector<int32_t> found;
    for (const int32_t child : terms.dependents[static_cast<size_t>(thing)]) {
      const Upos upos = TokenAt(terms, child).upos;
      if (terms[child].content && terms[child].time < 0 && terms[child].figure < 0 && (upos == Upos::kNoun || upos == Upos::kPropn)) found.push_back(child);
    }
    return found;
  };
  const std::vector<int32_t> ours = nouns(*alignment.draft, draft), theirs = nouns(*alignment.sources[passage], source);
  if (ours.empty() || theirs.empty()) return false;
  return std::ranges::none_of(ours, [&](int32_t a) {
    return std::ranges::any_of(theirs, [&](int32_t b) { return Linked(alignment, passage, a, b); });
  });
}

// Whether a length's and a period's clauses are of one thing that lasts.
bool EvidenceFinder::OneCourse(const SentenceAlignment& alignment, uint32_t passage, uint32_t first, uint32_t last, uint32_t their_first, uint32_t their_last) const {
  const Terms& draft = *alignment.draft;
  const Terms& source = *alignment.sources[passage];
  const Lasting ours = LastingAt(draft, first, last), theirs = LastingAt(source, their_first, their_last);
  if (!Linked(alignment, passage, ours.thing, theirs.thing) || OtherWhich(alignment, passage, ours.thing, theirs.thing)) return false;
  // "began in May and ended in July" tells of the whole, as "lasted" does; "lasts" of any.
  const bool begun = Begun(draft, ours.verb), begun_there = Begun(source, theirs.verb);
  if (begun != begun_there) {
    const Terms& terms = begun ? source : draft;
    const int32_t verb = begun ? theirs.verb : ours.verb;
    return verb == kNoToken || (GoesOn(terms, verb) && IsPast(terms, verb));
  }
  if (ours.verb == kNoToken || theirs.verb == kNoToken) return GoesOn(draft, ours.verb) || GoesOn(source, theirs.verb);
  if (draft[ours.verb].denied != source[theirs.verb].denied) return false;
  if (GoesOn(draft, ours.verb) && GoesOn(source, theirs.verb)) return true;
  const int32_t object = ObjectAt(draft, ours.verb), other = ObjectAt(source, theirs.verb);
  const bool same = object == kNoToken ? other == kNoToken : Linked(alignment, passage, object, other);
  return same && Linked(alignment, passage, ours.verb, theirs.verb);
}

// Whether a period of a passage is as long as a length says; nothing where none tells
// of the same course.
std::optional<bool> EvidenceFinder::LengthFits(const SentenceAlignment& alignment, const TimeExpression& time, std::vector<Evidence>* out) const {
  const auto length = LengthOf(time);
  if (!length || !ToldExactly(alignment.draft->reading->analysis, time)) return std::nullopt;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Reading& reading = *alignment.sources[p]->reading;
    for (const ToldPeriod& period : PeriodsIn(reading, reading.analysis.sentences[alignment.passages[p].sentence])) {
      if (!OneCourse(alignment, p, time.first, time.last, period.first, period.last)) continue;
      const double slack = length->unit * kSlackOfUnit;
      const bool fits = length->days >= period.least - slack && length->days <= period.most + slack;
      if (!fits && out != nullptr) AddTimeRival(alignment, p, evidence::kDateRival, time.range, period.range, out);
      return fits;
    }
  }
  return std::nullopt;
}

void EvidenceFinder::AddTimeRival(const SentenceAlignment& alignment, uint32_t passage, std::string_view kind, TextRange ours, TextRange theirs, std::vector<Evidence>* out) const {
  Evidence evidence = Make(alignment, kind, ours, kSureLength,
                           Quoted(*alignment.draft->reading, ours) + " here, " + Quoted(*alignment.sources[passage]->reading, theirs) + " there");
  SetSource(alignment, passage, theirs, &evidence);
  evidence.shared_words = alignment.CarriedCount(passage);
  evidence.mutual = 1.0;
  evidence.definite = true;
  out->push_back(std::move(evidence));
}

// "At most two hours", where the passages that have the length say "at least two hours".
void EvidenceFinder::FindTurnedBound(const SentenceAlignment& alignment, const TimeExpression& time, std::vector<Evidence>* out) const {
  const int side = time.type == TimeType::kDuration ? BoundOfLength(alignment.draft->reading->analysis, time) : 0;
  if (side == 0) return;
  std::optional<Evidence> turned;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Reading& source = *alignment.sources[p]->reading;
    const Sentence& passage = source.analysis.sentences[alignment.passages[p].sentence];
    for (const TimeExpression& other : source.times) {
      if (other.first < passage.first || other.first >= passage.last || other.type != TimeType::kDuration || other.value != time.value) continue;
      if (BoundOfLength(source.analysis, other) != -side) return;
      turned = Make(alignment, evidence::kFigureElsewhere, time.range, alignment.coverage, "told there as " + Quoted(source, other.range));
      SetSource(alignment, p, other.range, &*turned);
    }
  }
  if (turned) out->push_back(std::move(*turned));
}

// Lengths of the draft against periods of the passages, and the other way round.
void EvidenceFinder::FindLengths(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Reading& draft = *alignment.draft->reading;
  const Sentence& sentence = alignment.draft_sentence();
  for (const TimeExpression& time : draft.times) {
    if (time.first < sentence.first || time.first >= sentence.last) continue;
    LengthFits(alignment, time, out);
    FindTurnedBound(alignment, time, out);
  }
  const std::vector<ToldPeriod> periods = PeriodsIn(draft, sentence);
  if (periods.empty()) return;
  for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
    const Reading& source = *alignment.sources[p]->reading;
    const Sentence& passage = source.analysis.sentences[alignment.passages[p].sentence];
    for (const TimeExpression& time : source.times) {
      const auto length = LengthOf(time);
      if (time.first < passage.first || time.first >= passage.last || !length || !ToldExactly(source.analysis, time)) continue;
      for (const ToldPeriod& period : periods) {
        const double slack = length->unit * kSlackOfUnit;
        if (length->days >= period.least - slack && length->days <= period.most + slack) continue;
        if (!OneCourse(alignment, p, period.first, period.last, time.first, time.last)) continue;
        AddTimeRival(alignment, p, evidence::kDateRival, period.range, time.range, out);
      }
    }
  }
}

// Two events of the draft whose order a passage turns round.
void EvidenceFinder::FindOrder(const SentenceAlignment& alignment, std::vector<Evidence>* out) const {
  const Terms& draft = *alignment.draft;
  for (const ToldOrder& ours : OrdersIn(draft, alignment.draft_sentence())) {
    for (uint32_t p = 0; p < alignment.passages.size(); ++p) {
      const Terms& source = *alignment.sources[p];
      for (const ToldOrder& theirs : OrdersIn(source, source.reading->analysis.sentences[alignment.passages[p].sentence])) {
        const bool crossed = Linked(alignment, p, ours.earlier, theirs.later) && Linked(alignment, p, ours.later, theirs.earlier) &&
                             Linked(alignment, p, SubjectAt(draft, ours.earlier), SubjectAt(source, theirs.later)) &&
                             Linked(alignment, p, SubjectAt(draft, ours.later), SubjectAt(source, theirs.earlier));
        const bool straight = Linked(alignment, p, ours.earlier, theirs.earlier) || Linked(alignment, p, ours.later, theirs.later);
        if (crossed && !straight) return AddTimeRival(alignment, p, evidence::kOrderRival, ours.range, theirs.range, out);
      }
    }
  }
}

}  // namespace crosscheck
