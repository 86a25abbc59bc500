#ifndef WAARBORG_TESTS_STORAGE_GATE_H_
#define WAARBORG_TESTS_STORAGE_GATE_H_

#include <future>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "services/language/mutex.h"
#include "storage/store.h"

namespace waarborg::storage {

// Closed until it is opened, once; then for ever open.
class Gate final {
 public:
  void Open() { opened_.set_value(); }
  void Await() const { future_.wait(); }

 private:
  std::promise<void> opened_;
  std::shared_future<void> future_ = opened_.get_future().share();
};

// Collects the answers of writes that run on their own. Must outlive them: call Await before its end.
class Answers final {
 public:
  WriteDone Expect() {
    const language::MutexLock lock(mutex_);
    const std::size_t place = answers_.size();
    answers_.emplace_back();
    ++open_;
    return [this, place](absl::Status status) {
      const language::MutexLock inner(mutex_);
      answers_[place] = std::move(status);
      --open_;
      changed_.NotifyAll();
    };
  }

  // Waits for every answer; they stand in the order in which they were expected.
  std::vector<absl::Status> Await() {
    const language::MutexLock lock(mutex_);
    while (open_ > 0) changed_.Wait(mutex_);
    return answers_;
  }

  [[nodiscard]] std::size_t open() {
    const language::MutexLock lock(mutex_);
    return open_;
  }

 private:
  language::Mutex mutex_;
  language::Condition changed_;
  std::vector<absl::Status> answers_;
  std::size_t open_ = 0;
};

// Occupies the thread that runs write functions from its construction until Release, so that what is written
// in between waits and forms one group.
class Blocker final {
 public:
  explicit Blocker(Store& store) {
    store.Write(
        [this](Transaction&) {
          running_.Open();
          release_.Await();
          return absl::OkStatus();
        },
        answers_.Expect());
    running_.Await();
  }
  void Release() {
    release_.Open();
    answers_.Await();
  }

 private:
  Gate running_;
  Gate release_;
  Answers answers_;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_TESTS_STORAGE_GATE_H_
