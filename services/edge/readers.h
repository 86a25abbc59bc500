#ifndef WAARBORG_SERVICES_EDGE_READERS_H_
#define WAARBORG_SERVICES_EDGE_READERS_H_

// The few threads on which long reads go on, one bounded piece after another, so that the threads on which
// gRPC polls stay free.

#include <cstddef>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "services/language/mutex.h"

namespace waarborg::edge {

// Thread-safe. Destroying it runs what waits.
class Readers final {
 public:
  Readers(std::size_t threads, std::size_t most_waiting);
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  // Runs a first piece when its turn comes; false when too many wait already.
  [[nodiscard]] bool Begin(std::function<void()> piece) ABSL_LOCKS_EXCLUDED(mutex_);

  // Runs a further piece of a read that has begun; always taken, behind what waits.
  void Continue(std::function<void()> piece) ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);

  const std::size_t most_waiting_;
  language::Mutex mutex_;
  language::Condition changed_;
  std::deque<std::function<void()>> waiting_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;  // Last: they use all of the above.
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_READERS_H_
