#include "core/quantity/time.h"

#include <array>

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, 4> kTypeNames = {"DATE", "TIME", "DURATION", "SET"};

bool Resolved(const TimeExpression& t) { return t.days.start || t.days.end; }

}  // namespace

std::string_view ToString(TimeType type) { return kTypeNames[static_cast<size_t>(type)]; }

std::vector<TimeExpression> ReadTimes(const Analysis&) { return {}; }

std::optional<bool> Before(const TimeExpression& a, const TimeExpression& b) {
  if (a.days.end && b.days.start && *a.days.end <= *b.days.start) return true;
  if (a.days.start && b.days.end && *b.days.end <= *a.days.start) return false;
  // They overlap or touch the unknown: neither is surely first.
  if (a.days.start && b.days.start && a.days.end && b.days.end) return false;
  return std::nullopt;
}

std::optional<bool> Overlap(const TimeExpression& a, const TimeExpression& b) {
  if (!Resolved(a) || !Resolved(b)) return std::nullopt;
  if (a.days.end && b.days.start && *a.days.end <= *b.days.start) return false;
  if (b.days.end && a.days.start && *b.days.end <= *a.days.start) return false;
  if (a.days.start && a.days.end && b.days.start && b.days.end) return true;
  return std::nullopt;
}

std::optional<bool> Contains(const TimeExpression& whole, const TimeExpression& part) {
  const std::optional<bool> overlap = Overlap(whole, part);
  if (overlap == false) return false;
  if (!whole.days.start || !whole.days.end || !part.days.start || !part.days.end) return std::nullopt;
  return *whole.days.start <= *part.days.start && *part.days.end <= *whole.days.end;
}

}  // namespace crosscheck
