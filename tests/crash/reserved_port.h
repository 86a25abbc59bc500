#ifndef WAARBORG_TESTS_CRASH_RESERVED_PORT_H_
#define WAARBORG_TESTS_CRASH_RESERVED_PORT_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"

namespace waarborg::testing {

// A port of the loopback address that stays ours while the server that listens on it is down. It is bound and
// never listened on, so that a server (which sets SO_REUSEADDR, as gRPC does) may bind it too, but nobody is
// given it: no server that asks for any port, and no client as the near end of its connection, which a
// client that knocks while the server is down could otherwise be to itself.
class ReservedPort final {
 public:
  static absl::StatusOr<ReservedPort> Take();

  ReservedPort(ReservedPort&& other) noexcept;
  ReservedPort& operator=(ReservedPort&&) = delete;
  ReservedPort(const ReservedPort&) = delete;
  ReservedPort& operator=(const ReservedPort&) = delete;
  ~ReservedPort();

  // "127.0.0.1:PORT"
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  ReservedPort(int socket, std::string address) : socket_(socket), address_(std::move(address)) {}

  int socket_ = -1;
  std::string address_;
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CRASH_RESERVED_PORT_H_
