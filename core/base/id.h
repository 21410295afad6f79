#ifndef CROSSCHECK_CORE_BASE_ID_H_
#define CROSSCHECK_CORE_BASE_ID_H_

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/check.h"

namespace crosscheck {

// The index of a thing in its store. The tag keeps ids of different stores
// apart. A default id names nothing.
template <typename Tag>
struct Id {
  static constexpr uint32_t kNone = 0xffffffffu;

  uint32_t index = kNone;

  Id() = default;
  explicit constexpr Id(size_t i) : index(static_cast<uint32_t>(i)) {}

  bool valid() const { return index != kNone; }
  auto operator<=>(const Id&) const = default;
};

// A growing array addressed by its ids. Ids stay valid; nothing is removed.
template <typename IdType, typename T>
class Store {
 public:
  IdType Add(T value) {
    items_.push_back(std::move(value));
    return IdType(items_.size() - 1);
  }
  T& operator[](IdType id) {
    CROSSCHECK_CHECK(id.index < items_.size());
    return items_[id.index];
  }
  const T& operator[](IdType id) const {
    CROSSCHECK_CHECK(id.index < items_.size());
    return items_[id.index];
  }
  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }

 private:
  std::vector<T> items_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_ID_H_
