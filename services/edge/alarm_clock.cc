#include "services/edge/alarm_clock.h"

namespace waarborg::edge {

AlarmClock::~AlarmClock() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  changed_.NotifyAll();
  thread_.join();
}

AlarmClock::Id AlarmClock::Set(absl::Duration delay, std::function<void()> ring) {
  Id id(std::chrono::steady_clock::now() + absl::ToChronoNanoseconds(delay), 0);
  bool earlier = false;
  {
    const language::MutexLock lock(mutex_);
    id.second = ++last_number_;
    earlier = id.first < looks_;
    alarms_.emplace(id, std::move(ring));
  }
  if (earlier) changed_.NotifyAll();
  return id;
}

void AlarmClock::Cancel(const Id& id) {
  std::function<void()> dropped;  // What it holds is let go outside the lock.
  const language::MutexLock lock(mutex_);
  const auto found = alarms_.find(id);
  if (found == alarms_.end()) return;
  dropped = std::move(found->second);
  alarms_.erase(found);
}

void AlarmClock::Work() {
  while (true) {
    const std::function<void()> ring = TakeDue();
    if (ring == nullptr) return;
    ring();
  }
}

std::function<void()> AlarmClock::TakeDue() {
  const language::MutexLock lock(mutex_);
  while (!stopping_) {
    if (alarms_.empty()) {
      looks_ = TimePoint::max();
      changed_.Wait(mutex_);
      continue;
    }
    const auto first = alarms_.begin();
    const TimePoint now = std::chrono::steady_clock::now();
    if (first->first.first <= now) {
      std::function<void()> ring = std::move(first->second);
      alarms_.erase(first);
      return ring;
    }
    looks_ = first->first.first;
    changed_.WaitFor(mutex_, looks_ - now);
  }
  return nullptr;
}

}  // namespace waarborg::edge
