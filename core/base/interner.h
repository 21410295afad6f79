#ifndef CROSSCHECK_CORE_BASE_INTERNER_H_
#define CROSSCHECK_CORE_BASE_INTERNER_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace crosscheck {

// Gives equal strings equal small numbers, in order of first arrival. Number 0
// is the empty string. Not thread-safe; one per document or per graph.
class Interner {
 public:
  Interner() { Intern(""); }

  uint32_t Intern(std::string_view text);
  // The string of a number that this interner gave; lives as long as it does.
  std::string_view Text(uint32_t number) const { return texts_[number]; }
  size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque never moves its strings
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_INTERNER_H_
