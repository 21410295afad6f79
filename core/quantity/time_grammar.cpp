#include "core/quantity/time_grammar.h"

#include <algorithm>
#include <array>

#include "core/quantity/calendar.h"

namespace crosscheck {

TimeGrammar::TimeGrammar() {
  std::vector<TimePattern> first;
  for (const auto table : {DatePatterns(), RelativePatterns(), LengthPatterns()}) {
    first.insert(first.end(), table.begin(), table.end());
  }
  stages_.emplace_back(first, &literals_);
  stages_.emplace_back(JoinPatterns(), &literals_);
  stages_.emplace_back(WrapPatterns(), &literals_);
}

const TimeGrammar& TimeGrammar::Instance() {
  static const TimeGrammar grammar;
  return grammar;
}

void TimeGrammar::Run(std::string_view text, std::vector<TimeTerm>* terms,
                      std::vector<TimeMeaning>* meanings) const {
  for (const TimeGrammarStage& stage : stages_) stage.Run(text, terms, meanings);
}

namespace time_grammar {

TimeMeaning Fields(CalendarFields fields) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kFields;
  meaning.fields = fields;
  return meaning;
}

TimeMeaning Length(TimeUnit unit, double amount) {
  TimeMeaning meaning;
  meaning.op = TimeMeaning::Op::kDuration;
  meaning.amount.parts.emplace_back(unit, amount);
  return meaning;
}

std::optional<double> AmountOf(const TimeTerm& term) {
  if (term.Has(TimeClass::kInteger) || term.Has(TimeClass::kDecimal)) return term.number;
  if (term.Has(TimeClass::kPair)) return term.Value(TimeClass::kPair);
  if (term.Has(TimeClass::kArticle)) return 1;
  return std::nullopt;
}

bool SetYear(const TimeTerm& term, CalendarFields* fields) {
  if (term.Has(TimeClass::kYear)) {
    fields->year = static_cast<int>(term.number);
    return true;
  }
  if (!term.Has(TimeClass::kYear2)) return false;
  fields->year = static_cast<int>(term.number);
  fields->short_year = true;
  return true;
}

bool ValidMonthDay(int month, int day) { return ValidDate(2000, month, day); }

bool InsideNumberRow(const TimeMatch& match) {
  const std::string_view text = match.text();
  const TextRange range = match.range();
  const auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const auto joins = [&](size_t i) {
    return i < text.size() && std::string_view("-/.:,+").find(text[i]) != std::string_view::npos;
  };
  const bool left = range.start >= 2 && joins(range.start - 1) && digit(range.start - 2);
  const bool right = joins(range.end) && digit(range.end + 1);
  return left || right;
}

bool WordIs(const TimeMatch& match, const TimeTerm* term, std::string_view lower) {
  if (term == nullptr || term->range.size() != lower.size()) return false;
  return std::ranges::equal(match.Words(*term), lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

}  // namespace time_grammar
}  // namespace crosscheck
