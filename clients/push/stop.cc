#include "clients/push/stop.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace waarborg::push {
namespace {

// A poll that a signal broke off, or the longest it can last, only means to look again.
int Millis(absl::Duration most) {
  return static_cast<int>(std::clamp<std::int64_t>(absl::ToInt64Milliseconds(most), 0, 3'600'000));
}

}  // namespace

Stop::Stop() : event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Stop::~Stop() { close(event_); }

void Stop::Ask() {
  asked_.store(true);
  const std::uint64_t one = 1;
  static_cast<void>(!write(event_, &one, sizeof one));
}

bool Stop::WaitFor(absl::Duration most) const {
  pollfd wish{.fd = event_, .events = POLLIN, .revents = 0};
  poll(&wish, 1, Millis(most));
  return asked();
}

bool Stop::WaitUnless(int other, absl::Duration most) const {
  const bool bounded = most != absl::InfiniteDuration();
  for (;;) {
    pollfd both[] = {{.fd = event_, .events = POLLIN, .revents = 0},
                     {.fd = other, .events = POLLIN, .revents = 0}};
    const int ready = poll(both, 2, Millis(bounded ? most : absl::Hours(1)));
    if (asked()) return false;
    if (bounded || (ready > 0 && both[1].revents != 0)) return true;
  }
}

}  // namespace waarborg::push
