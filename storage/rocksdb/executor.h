#ifndef WAARBORG_STORAGE_ROCKSDB_EXECUTOR_H_
#define WAARBORG_STORAGE_ROCKSDB_EXECUTOR_H_

// The one writer. A thread takes the functions that wait, runs them one after another over the database plus
// an overlay, writes what they put as one synced batch, and answers them all. No locks on data, no conflicts.

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/language/mutex.h"
#include "storage/rocksdb/engine.h"
#include "storage/rocksdb/overlay.h"
#include "storage/store.h"

namespace waarborg::storage {

// The bounds of one group: whichever comes first ends it.
inline constexpr std::size_t kMaxGroupFunctions = 256;
inline constexpr std::size_t kMaxGroupBytes = std::size_t{1} << 20;

// Thread-safe. The destructor runs and answers what waits.
class Executor final {
 public:
  // `on_fatal` is called once, after a failed write's group was answered; never retries a write.
  Executor(std::shared_ptr<Engine> engine, std::size_t queue_capacity,
           std::function<void(absl::string_view)> on_fatal);
  ~Executor();
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;

  // Answers RESOURCE_EXHAUSTED on the calling thread when the queue is full.
  void Submit(WriteFunction function, WriteDone done);

 private:
  struct Task {
    WriteFunction function;
    WriteDone done;
    absl::Status outcome;
  };

  [[nodiscard]] bool Enqueue(WriteFunction& function, WriteDone& done);

  void Run();
  // Waits for work; empty when the executor stops and nothing is left.
  std::vector<Task> TakeWaiting();
  // Runs functions from the front until a group is full, writes and answers it; returns how many it took.
  std::size_t RunGroup(absl::Span<Task> tasks);
  void RunFunction(Task& task, Overlay& group);
  absl::Status WriteGroup(const Overlay& group);
  void Fail(const absl::Status& failure, absl::Span<Task> group);
  static void Answer(absl::Span<Task> group);

  const std::shared_ptr<Engine> engine_;
  const std::size_t queue_capacity_;
  const std::function<void(absl::string_view)> on_fatal_;

  language::Mutex mutex_;
  language::Condition work_;
  std::deque<Task> waiting_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;

  absl::Status failure_;  // Of the thread alone; not OK once a write failed.
  std::thread thread_;    // Last: it uses all of the above.
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_ROCKSDB_EXECUTOR_H_
