#include "core/base/interner.h"

namespace crosscheck {

uint32_t Interner::Intern(std::string_view text) {
  if (auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  const auto number = static_cast<uint32_t>(texts_.size());
  texts_.emplace_back(text);
  numbers_.emplace(texts_.back(), number);
  return number;
}

}  // namespace crosscheck
