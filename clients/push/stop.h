#ifndef WAARBORG_CLIENTS_PUSH_STOP_H_
#define WAARBORG_CLIENTS_PUSH_STOP_H_

#include <atomic>

#include "absl/time/time.h"

namespace waarborg::push {

// The wish that the program ends. Thread-safe; Ask may be called from a signal handler.
class Stop final {
 public:
  Stop();
  ~Stop();
  Stop(const Stop&) = delete;
  Stop& operator=(const Stop&) = delete;

  void Ask();
  [[nodiscard]] bool asked() const { return asked_.load(); }

  // Can be read from the moment that it is asked.
  [[nodiscard]] int file() const { return event_; }

  // Waits until it is asked, at most so long; whether it was.
  bool WaitFor(absl::Duration most) const;
  // Waits until `other` can be read; false when the wish came first. No longer than `most`, when that is not
  // infinite: then true.
  [[nodiscard]] bool WaitUnless(int other, absl::Duration most = absl::InfiniteDuration()) const;

 private:
  std::atomic<bool> asked_ = false;
  int event_ = -1;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_STOP_H_
