#include "tests/crash/reserved_port.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace waarborg::testing {
namespace {

// Binds `socket` to any free port and answers which.
absl::StatusOr<int> BindAnywhere(int socket) {
  const int yes = 1;
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  auto* const address = reinterpret_cast<sockaddr*>(&place);
  if (setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
      bind(socket, address, size) != 0 || getsockname(socket, address, &size) != 0) {
    return absl::ErrnoToStatus(errno, "reserving a port");
  }
  return ntohs(place.sin_port);
}

}  // namespace

absl::StatusOr<ReservedPort> ReservedPort::Take() {
  ReservedPort port(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "");
  if (port.socket_ < 0) return absl::ErrnoToStatus(errno, "socket");
  const absl::StatusOr<int> number = BindAnywhere(port.socket_);
  if (!number.ok()) return number.status();
  port.address_ = absl::StrCat("127.0.0.1:", *number);
  return port;
}

ReservedPort::ReservedPort(ReservedPort&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), address_(std::move(other.address_)) {}

ReservedPort::~ReservedPort() {
  if (socket_ >= 0) close(socket_);
}

}  // namespace waarborg::testing
