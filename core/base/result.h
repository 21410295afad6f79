#ifndef CROSSCHECK_CORE_BASE_RESULT_H_
#define CROSSCHECK_CORE_BASE_RESULT_H_

#include <string>
#include <utility>
#include <variant>

#include "core/base/check.h"

namespace crosscheck {

// Why something could not be done: one sentence for people, lower case, no full
// stop, with the place where there is one ("model.bin: checksum differs").
struct Error {
  std::string message;
};

// Either a value or the reason why there is none. Bad *input* is not an Error
// but a Diagnostic: an Error means that the call as a whole could not be done.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit on purpose
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value; must be ok().
  T& operator*() & { return Value(); }
  const T& operator*() const& { return Value(); }
  T&& operator*() && { return std::move(Value()); }
  T* operator->() { return &Value(); }
  const T* operator->() const { return &Value(); }

  // The error; must not be ok().
  const Error& error() const {
    CROSSCHECK_CHECK(!ok());
    return std::get<1>(state_);
  }

 private:
  T& Value() {
    CROSSCHECK_CHECK(ok());
    return std::get<0>(state_);
  }
  const T& Value() const {
    CROSSCHECK_CHECK(ok());
    return std::get<0>(state_);
  }

  std::variant<T, Error> state_;
};

// A Result without a value.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : failed_(true), error_(std::move(error)) {}  // NOLINT

  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return error_; }

 private:
  bool failed_ = false;
  Error error_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_RESULT_H_
