#ifndef WAARBORG_CLIENTS_CPP_RESULT_H_
#define WAARBORG_CLIENTS_CPP_RESULT_H_

// A value, or why there is none. As absl::StatusOr, for errors that say more than a code and a text.
// Asking for the value of a failed result, or for the error of a good one, is undefined.

#include <utility>
#include <variant>

namespace waarborg::client {

template <class T, class Error>
class [[nodiscard]] Result final {
 public:
  // Implicit, so that a function may return either.
  Result(T value)  // NOLINT(google-explicit-constructor)
      : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error)  // NOLINT(google-explicit-constructor)
      : content_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  [[nodiscard]] const T& operator*() const& { return *std::get_if<0>(&content_); }
  [[nodiscard]] T& operator*() & { return *std::get_if<0>(&content_); }
  [[nodiscard]] T&& operator*() && { return std::move(*std::get_if<0>(&content_)); }
  [[nodiscard]] const T* operator->() const { return std::get_if<0>(&content_); }
  [[nodiscard]] T* operator->() { return std::get_if<0>(&content_); }
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&content_); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace waarborg::client

#endif  // WAARBORG_CLIENTS_CPP_RESULT_H_
