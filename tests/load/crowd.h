#ifndef WAARBORG_TESTS_LOAD_CROWD_H_
#define WAARBORG_TESTS_LOAD_CROWD_H_

// Many who watch one case, a bounded number over each connection.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/channel.h"
#include "services/language/mutex.h"

namespace waarborg::load {

class Crowd final {
 public:
  using Clock = std::chrono::steady_clock;

  Crowd(const std::string& address, int watchers);
  // Sends them all away, and waits until they have gone.
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  // Everybody watches, when this returns OK. A few open at a time, as people come; whoever is refused because
  // the server is busy comes again.
  absl::Status Gather(absl::Duration longest) ABSL_LOCKS_EXCLUDED(mutex_);

  // From now on it is counted how long it takes until a report that comes in is heard of.
  void Listen() ABSL_LOCKS_EXCLUDED(mutex_);
  // Until everybody has heard of one since Listen.
  absl::Status AwaitAll(absl::Duration longest) ABSL_LOCKS_EXCLUDED(mutex_);

  // Of every delivery so far of a report, sorted: from Listen until it was heard of.
  std::vector<std::uint32_t> Micros() ABSL_LOCKS_EXCLUDED(mutex_);
  // All events that were delivered, of reports and of what followed from them.
  std::int64_t delivered() ABSL_LOCKS_EXCLUDED(mutex_);
  std::int64_t refused() ABSL_LOCKS_EXCLUDED(mutex_);
  [[nodiscard]] std::size_t connections() const { return channels_.size(); }

 private:
  class Watching;

  // The number of one who has not come yet; nothing when all are on their way.
  std::optional<std::size_t> Next() ABSL_LOCKS_EXCLUDED(mutex_);
  void OpenOne(std::size_t number) ABSL_LOCKS_EXCLUDED(mutex_);
  void Came() ABSL_LOCKS_EXCLUDED(mutex_);
  void Heard(bool of_report) ABSL_LOCKS_EXCLUDED(mutex_);
  // The stream of a watcher ended; whether it had begun.
  void Ended(std::size_t number, bool came, bool busy, const std::string& why) ABSL_LOCKS_EXCLUDED(mutex_);

  const std::size_t most_;
  std::vector<std::shared_ptr<grpc::Channel>> channels_;

  language::Mutex mutex_;
  language::Condition changed_;
  std::vector<std::unique_ptr<Watching>> watching_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::size_t> to_open_ ABSL_GUARDED_BY(mutex_);
  bool leaving_ ABSL_GUARDED_BY(mutex_) = false;
  std::size_t came_ ABSL_GUARDED_BY(mutex_) = 0;
  std::size_t open_ ABSL_GUARDED_BY(mutex_) = 0;  // streams that have not ended
  std::size_t heard_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t delivered_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t refused_ ABSL_GUARDED_BY(mutex_) = 0;
  Clock::time_point listening_since_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::uint32_t> micros_ ABSL_GUARDED_BY(mutex_);
  absl::Status failure_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_CROWD_H_
