// The engine under the time grammar: rows of classified terms are matched
// against a table of short patterns, as in cascaded finite-state readers (Abney
// 1996; Hobbs et al., FASTUS, 1997). "the first week of March" is read in two
// stages: "March" becomes a term <month-period>, then "the? <ordinal> <unit> of
// <date>" takes it. Matching tries each optional element both ways on a small
// stack; with at most 14 elements a pattern that is a constant, and an index by
// first element leaves a handful of patterns at each term.
#include "core/quantity/time_pattern.h"

#include <algorithm>

#include "core/base/check.h"

namespace crosscheck {
namespace {

constexpr size_t kClassCount = static_cast<size_t>(TimeClass::kCount);

// Calls `part` for each piece of `text` between separators.
template <typename Callback>
void Split(std::string_view text, char separator, const Callback& part) {
  for (size_t i = 0; i <= text.size();) {
    const size_t end = std::min(text.find(separator, i), text.size());
    if (end > i) part(text.substr(i, end - i));
    i = end + 1;
  }
}

// What an expression looks like to the next stage.
TimeClassSet ClassesOf(const TimeMeaning& meaning, const std::vector<TimeMeaning>& meanings) {
  const TimeMeaning* m = &meaning;
  while (m->op == TimeMeaning::Op::kAlias && m->base >= 0) m = &meanings[static_cast<size_t>(m->base)];
  const CalendarFields& f = m->fields;
  switch (m->op) {
    case TimeMeaning::Op::kDuration:
      return {TimeClass::kSpan};
    case TimeMeaning::Op::kSet:
      return {TimeClass::kSet};
    case TimeMeaning::Op::kReference:
      return {TimeClass::kNow};
    case TimeMeaning::Op::kClock:
      return m->base >= 0
                 ? TimeClassSet{TimeClass::kSet}
                 : TimeClassSet{m->hour == kUnset ? TimeClass::kPartOfDay : TimeClass::kClock};
    case TimeMeaning::Op::kWeekOf:
      return {TimeClass::kDate, TimeClass::kWeekPeriod};
    case TimeMeaning::Op::kShift:
      return {TimeClass::kDate, TimeClass::kDay};
    default:
      break;
  }
  TimeClassSet out = {TimeClass::kDate};
  const bool by_unit = m->has_unit;
  const auto unit = m->unit;
  const bool day = by_unit ? unit == TimeUnit::kDay
                           : f.day != kUnset || f.weekday != kUnset || f.holiday != kUnset;
  if (day) out.Add(TimeClass::kDay);
  if (by_unit && (unit == TimeUnit::kWeek || unit == TimeUnit::kFortnight))
    out.Add(TimeClass::kWeekPeriod);
  if (by_unit ? unit == TimeUnit::kMonth : f.month != kUnset && !day)
    out.Add(TimeClass::kMonthPeriod);
  const bool year_only = f.year != kUnset && f.month == kUnset && f.quarter == kUnset &&
                         f.half == kUnset && f.season == kUnset && f.week == kUnset;
  if (by_unit ? unit == TimeUnit::kYear : year_only && !day) out.Add(TimeClass::kYearPeriod);
  if (by_unit ? unit > TimeUnit::kMonth : !day && f.month == kUnset && f.week == kUnset)
    out.Add(TimeClass::kLongPeriod);
  const bool plain = m->op == TimeMeaning::Op::kFields && m->base < 0;
  if (plain && f.weekday != kUnset && f.day == kUnset && f.month == kUnset)
    out.Add(TimeClass::kBareWeekday);
  if (plain && f.month != kUnset && f.day == kUnset && f.year == kUnset)
    out.Add(TimeClass::kBareMonth);
  return out;
}

}  // namespace

const TimeTerm* TimeMatch::Find(TimeClass cls, size_t nth) const {
  for (size_t i = 0; i < count_; ++i) {
    if (at_[i] < 0) continue;
    const TimeTerm& term = terms_[static_cast<size_t>(at_[i])];
    if (term.Has(cls) && nth-- == 0) return &term;
  }
  return nullptr;
}

const TimeTerm* TimeMatch::FindLast(TimeClass cls) const {
  for (size_t i = count_; i-- > 0;) {
    if (at_[i] >= 0 && terms_[static_cast<size_t>(at_[i])].Has(cls))
      return &terms_[static_cast<size_t>(at_[i])];
  }
  return nullptr;
}

int32_t TimeMatch::Value(TimeClass cls, size_t nth) const {
  const TimeTerm* term = Find(cls, nth);
  CROSSCHECK_CHECK(term != nullptr);
  return term->Value(cls);
}

const TimeTerm* TimeMatch::At(size_t element) const {
  return element < count_ && at_[element] >= 0 ? &terms_[static_cast<size_t>(at_[element])]
                                               : nullptr;
}

TimeGrammarStage::TimeGrammarStage(std::span<const TimePattern> patterns, TimeLiterals* literals) {
  by_class_.resize(kClassCount);
  for (const TimePattern& pattern : patterns) {
    Compiled compiled;
    compiled.build = pattern.build;
    Split(pattern.pattern, ' ', [&](std::string_view element) {
      compiled.elements.push_back(Compile(element, literals));
    });
    CROSSCHECK_CHECK(!compiled.elements.empty() && compiled.elements.size() <= kMaxPatternElements);
    const auto index = static_cast<uint16_t>(patterns_.size());
    for (const Element& element : compiled.elements) {
      for (size_t cls = 0; cls < kClassCount; ++cls) {
        if (element.classes.Has(static_cast<TimeClass>(cls))) by_class_[cls].push_back(index);
      }
      for (const uint16_t literal : element.literals) {
        if (literal == 0) continue;
        if (by_literal_.size() <= literal) by_literal_.resize(literal + 1u);
        by_literal_[literal].push_back(index);
      }
      if (!element.optional) break;
    }
    patterns_.push_back(std::move(compiled));
  }
}

TimeGrammarStage::Element TimeGrammarStage::Compile(std::string_view text, TimeLiterals* literals) {
  Element element;
  if (text.size() > 1 && text.front() == '~') element.glued = true, text.remove_prefix(1);
  if (text.size() > 1 && text.back() == '?') element.optional = true, text.remove_suffix(1);
  if (text.front() == '<') {
    Split(text.substr(1, text.size() - 2), '|', [&](std::string_view name) {
      const TimeClass cls = ToTimeClass(name);
      CROSSCHECK_CHECK(cls != TimeClass::kCount);
      element.classes.Add(cls);
    });
    return element;
  }
  size_t count = 0;
  Split(text, '|', [&](std::string_view word) {
    CROSSCHECK_CHECK(count < element.literals.size());
    element.literals[count++] = literals->Add(word);
  });
  return element;
}

bool TimeGrammarStage::Fits(const Element& element, const TimeTerm& term) {
  if (element.glued && term.space_before) return false;
  if (term.classes.Meets(element.classes)) return true;
  return term.literal != 0 &&
         std::ranges::find(element.literals, term.literal) != element.literals.end();
}

bool TimeGrammarStage::Match(const Compiled& pattern, size_t first, TimeMatch* match) const {
  const auto& terms = match->terms_;
  const auto& elements = pattern.elements;
  struct State {
    size_t element, term;
  };
  std::array<State, kMaxPatternElements + 2>
      stack;  // where an optional element may yet be left out
  size_t depth = 0, element = 0, term = first;
  match->count_ = elements.size();
  while (true) {
    if (element == elements.size()) {
      match->first_ = first;
      match->last_ = term;
      return term > first;
    }
    const bool fits = term < terms.size() && Fits(elements[element], terms[term]);
    if (fits) {
      if (elements[element].optional) stack[depth++] = {element, term};
      match->at_[element++] = static_cast<int32_t>(term++);
      continue;
    }
    if (elements[element].optional) {
      match->at_[element++] = -1;
      continue;
    }
    if (depth == 0) return false;
    --depth;
    element = stack[depth].element;
    term = stack[depth].term;
    match->at_[element++] = -1;
  }
}

void TimeGrammarStage::Best(size_t first, TimeMatch* scratch, std::optional<TimeMeaning>* best,
                            size_t* best_last) const {
  const TimeTerm& term = scratch->terms_[first];
  uint16_t best_index = 0;
  const auto consider = [&](uint16_t index) {
    if (!Match(patterns_[index], first, scratch) || scratch->last_ < *best_last) return;
    if (scratch->last_ == *best_last && (!*best || index >= best_index)) return;
    if (scratch->terms_[first].glued_left || scratch->terms_[scratch->last_ - 1].glued_right)
      return;
    std::optional<TimeMeaning> meaning = patterns_[index].build(*scratch);
    if (!meaning) return;
    *best = std::move(meaning);
    best_index = index;
    *best_last = scratch->last_;
  };
  for (size_t cls = 0; cls < kClassCount; ++cls) {
    if (!term.Has(static_cast<TimeClass>(cls))) continue;
    for (const uint16_t index : by_class_[cls]) consider(index);
  }
  if (term.literal != 0 && term.literal < by_literal_.size()) {
    for (const uint16_t index : by_literal_[term.literal]) consider(index);
  }
}

void TimeGrammarStage::Run(std::string_view text, std::vector<TimeTerm>* terms,
                           std::vector<TimeMeaning>* meanings) const {
  std::vector<TimeTerm> out;
  out.reserve(terms->size());
  TimeMatch scratch(text, *terms, *meanings);
  for (size_t i = 0; i < terms->size();) {
    const TimeTerm& term = (*terms)[i];
    size_t last = i;
    std::optional<TimeMeaning> best;
    if (!term.classes.empty() || term.literal != 0) Best(i, &scratch, &best, &last);
    if (!best) {
      out.push_back(term);
      ++i;
      continue;
    }
    const TimeTerm& end = (*terms)[last - 1];
    TimeTerm merged;
    merged.range = {term.range.start, end.range.end};
    merged.token = term.token;
    merged.token_end = end.token_end;
    merged.space_before = term.space_before;
    merged.capital = term.capital;
    merged.glued_left = term.glued_left;
    merged.glued_right = end.glued_right;
    merged.classes = ClassesOf(*best, *meanings);
    merged.meaning = static_cast<int32_t>(meanings->size());
    meanings->push_back(std::move(*best));
    out.push_back(merged);
    i = last;
  }
  *terms = std::move(out);
}

}  // namespace crosscheck
