#include "core/graph/source_facts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/unicode.h"
#include "core/quantity/figure_algebra.h"

namespace crosscheck {
namespace {

// Figures within about 10 % fall into the same bucket or into neighbours.
constexpr double kBucketsPerE = 10.0;
constexpr size_t kMonth = 7;  // the length of "2019-06"
constexpr size_t kMaxFacts = 64;  // enough to find one that is not of the draft itself

int64_t Bucket(double value) {
  if (value == 0.0) return INT64_MIN / 2;
  const double magnitude = std::floor(std::log(std::fabs(value)) * kBucketsPerE);
  return static_cast<int64_t>(magnitude) * 2 + (value < 0.0 ? 1 : 0);
}

// The months that may be called a season, north of the equator, with a month on
// either side, for nobody begins autumn on one day: "fall 2016" of "25 August 2016".
std::pair<int, int> MonthsOfSeason(const std::string& value) {
  if (value.size() != kMonth) return {0, 0};
  const std::string_view season = std::string_view(value).substr(kMonth - 2);
  if (season == "SP") return {2, 6};
  if (season == "SU") return {5, 9};
  if (season == "FA") return {8, 12};
  if (season == "WI") return {11, 3};
  return {0, 0};
}

// What two periods of a month or more share where they are one; "" for other times.
std::string PeriodKey(const TimeExpression& time) {
  if (time.granularity < Granularity::kMonth || !time.days.start || !time.days.end) return {};
  return std::to_string(*time.days.start) + "/" + std::to_string(*time.days.end);
}

// The month of "2016-08" and "2016-08-25"; 0 where none is given.
int MonthOf(const std::string& value) {
  if (value.size() < kMonth || value[kMonth - 2] < '0' || value[kMonth - 2] > '1' || value[kMonth - 1] < '0' || value[kMonth - 1] > '9') return 0;
  return (value[kMonth - 2] - '0') * 10 + value[kMonth - 1] - '0';
}

}  // namespace

void SourceFacts::Note(Documents* documents, const std::string& key, uint32_t document) {
  Pair& pair = (*documents)[key];
  if (pair.first == ~0u || pair.first == document) {
    pair.first = document;
  } else if (pair.second == ~0u) {
    pair.second = document;
  }
}

bool SourceFacts::Has(const Documents& documents, const std::string& key, uint32_t except) {
  const auto found = documents.find(key);
  if (found == documents.end()) return false;
  return found->second.first != except || found->second.second != ~0u;
}

void SourceFacts::Add(uint32_t document, const Terms& terms) {
  for (const std::string& word : terms.words) Note(&words_, word, document);
  const Reading& reading = *terms.reading;
  for (const Entity& entity : reading.entities) {
    if (!entity.key.empty()) Note(&entities_, entity.key, document);
    for (const std::string& alias : entity.aliases) Note(&entities_, alias, document);
  }
  for (const Figure& figure : reading.figures) {  // "2-0", cut into words by the tokenizer
    if (figure.kind == FigureKind::kRatio) Note(&words_, FoldMarks(figure.range.In(reading.document->text())), document);
  }
  for (const Figure& figure : reading.figures) {
    if (const auto point = BasePoint(figure)) {
      auto& list = figures_[Bucket(*point)];
      if (list.size() < kMaxFacts || list.back().document != document) list.push_back({document, &figure});
    }
  }
  for (const Figure& figure : reading.figures) {  // "at 31" of "the 31-year-old"
    if (figure.kind != FigureKind::kAge || !figure.value) continue;
    auto& list = figures_[Bucket(*figure.value)];
    if (list.size() < kMaxFacts || list.back().document != document) list.push_back({document, &figure});
  }
  for (const TimeExpression& time : reading.times) {
    auto& list = times_[time.value];
    if (list.size() < kMaxFacts || list.back().document != document) list.push_back({document, &time});
    if (const std::string key = PeriodKey(time); !key.empty()) periods_[key].push_back({document, &time});
    if (time.value.starts_with("XXXX-")) undated_[time.value.substr(4)].push_back({document, &time});
    if (time.value.size() > 4) times_in_[time.value.substr(0, 4)].push_back({document, &time});
    if (time.value.size() >= kMonth) in_month_[time.value.substr(4, 3)].push_back({document, &time});
  }
}

std::optional<SourcePlace> SourceFacts::FindFigure(const Figure& figure, uint32_t except) const {
  const auto point = BasePoint(figure);
  if (!point) return std::nullopt;
  const int64_t bucket = Bucket(*point);
  for (const int64_t near : {bucket, bucket - 2, bucket + 2}) {
    const auto found = figures_.find(near);
    if (found == figures_.end()) continue;
    for (const FigureAt& at : found->second) {
      if (at.document == except) continue;
      const bool same = at.figure->value && figure.value && *at.figure->value == *figure.value;
      if (same || (Agree(figure, *at.figure).value_or(false) && !SaysMore(figure, *at.figure))) return SourcePlace{at.document, at.figure->range};
    }
  }
  return std::nullopt;
}

bool SourceFacts::OtherQuarters(const TimeExpression& time, uint32_t except) const {
  const bool numbered = time.value.size() == kMonth && time.value[kMonth - 2] == 'Q' && time.value.back() >= '1' && time.value.back() <= '4';
  if (!numbered) return false;
  bool others = false;
  for (const char* quarter : {"-Q1", "-Q2", "-Q3", "-Q4"}) {
    const auto found = in_month_.find(quarter);
    const bool given = found != in_month_.end() && std::ranges::any_of(found->second, [&](const TimeAt& at) { return at.document != except; });
    if (given && time.value.ends_with(quarter)) return false;
    others = others || given;
  }
  return others;
}

std::optional<SourcePlace> SourceFacts::FindTime(const TimeExpression& time, uint32_t except) const {
  if (const auto found = times_.find(time.value); found != times_.end()) {
    for (const TimeAt& at : found->second) {
      if (at.document != except && SameTime(time, *at.time)) return SourcePlace{at.document, at.time->range};
    }
  }
  if (const auto found = periods_.find(PeriodKey(time)); found != periods_.end()) {
    for (const TimeAt& at : found->second) {
      if (at.document != except && SameTime(time, *at.time)) return SourcePlace{at.document, at.time->range};
    }
  }
  // "June" in a text whose year nobody knows may be June 2019.
  if (time.value.size() > 4) {
    if (const auto found = undated_.find(time.value.substr(4)); found != undated_.end()) {
      for (const TimeAt& at : found->second) {
        if (at.document != except) return SourcePlace{at.document, at.time->range};
      }
    }
  }
  // Nor can "June" of a draft that gives no year be told from that of 2019.
  if (time.value.starts_with("XXXX-") && time.value.size() == kMonth) {
    if (const auto found = in_month_.find(time.value.substr(4)); found != in_month_.end()) {
      for (const TimeAt& at : found->second) {
        if (at.document != except) return SourcePlace{at.document, at.time->range};
      }
    }
  }
  if (const auto months = MonthsOfSeason(time.value); months.first > 0) {
    const auto year = times_in_.find(time.value.substr(0, 4));
    if (year != times_in_.end()) {
      for (const TimeAt& at : year->second) {
        const int month = MonthOf(at.time->value);
        const bool within = months.first <= months.second ? month >= months.first && month <= months.second : month >= months.first || (month > 0 && month <= months.second);
        if (at.document != except && within) return SourcePlace{at.document, at.time->range};
      }
    }
  }
  const auto inside = [&](const auto& table, const std::string& key) -> std::optional<SourcePlace> {
    const auto within = table.find(key);
    if (within == table.end()) return std::nullopt;
    for (const TimeAt& at : within->second) {
      if (at.document != except && Contains(time, *at.time).value_or(false)) return SourcePlace{at.document, at.time->range};
    }
    return std::nullopt;
  };
  if (time.granularity == Granularity::kCentury && time.value.size() == 2) {
    for (int year = 0; year < 100; ++year) {
      const std::string key = time.value + static_cast<char>('0' + year / 10) + static_cast<char>('0' + year % 10);
      if (const auto found = inside(times_, key)) return found;
      if (const auto found = inside(times_in_, key)) return found;
    }
    return std::nullopt;
  }
  if (time.granularity != Granularity::kDecade) return inside(times_in_, time.value.substr(0, 4));
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::string year = time.value + digit;
    if (const auto found = inside(times_, year)) return found;
    if (const auto found = inside(times_in_, year)) return found;
  }
  return std::nullopt;
}

}  // namespace crosscheck
