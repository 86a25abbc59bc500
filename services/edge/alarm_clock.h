#ifndef WAARBORG_SERVICES_EDGE_ALARM_CLOCK_H_
#define WAARBORG_SERVICES_EDGE_ALARM_CLOCK_H_

// One thread that rings for every call whose time is up. Setting and taking back an alarm cost a lock and a
// place in a tree of the calls under way.

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <thread>
#include <utility>

#include "absl/time/time.h"
#include "services/language/mutex.h"

namespace waarborg::edge {

// Thread-safe. Destroying it drops the alarms that are left.
class AlarmClock final {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  // Names one alarm: the moment it rings, and a number of its own.
  using Id = std::pair<TimePoint, std::uint64_t>;

  AlarmClock() : thread_([this] { Work(); }) {}
  ~AlarmClock();
  AlarmClock(const AlarmClock&) = delete;
  AlarmClock& operator=(const AlarmClock&) = delete;

  // Calls `ring` once, on the clock's own thread, when `delay` has passed. `ring` must not block.
  Id Set(absl::Duration delay, std::function<void()> ring) ABSL_LOCKS_EXCLUDED(mutex_);

  // An alarm that has not begun to ring will not ring; one that has is left alone.
  void Cancel(const Id& id) ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);
  // The next alarm that is due, waiting for it; nothing when the clock stops.
  std::function<void()> TakeDue() ABSL_LOCKS_EXCLUDED(mutex_);

  language::Mutex mutex_;
  language::Condition changed_;
  std::map<Id, std::function<void()>> alarms_ ABSL_GUARDED_BY(mutex_);
  // When the thread looks again by itself. It is woken for earlier alarms only, so that a call which comes
  // and goes wakes nobody.
  TimePoint looks_ ABSL_GUARDED_BY(mutex_) = TimePoint::max();
  std::uint64_t last_number_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_ALARM_CLOCK_H_
