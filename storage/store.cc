#include "storage/store.h"

#include <utility>

#include "services/language/mutex.h"

namespace waarborg::storage {
namespace {

// One answer, handed from the engine's thread to the waiting one.
class Answer final {
 public:
  void Give(absl::Status status) {
    const language::MutexLock lock(mutex_);
    status_ = std::move(status);
    // Under the lock: the waiter destroys this object as soon as it may go on.
    given_.NotifyOne();
  }

  absl::Status Await() {
    const language::MutexLock lock(mutex_);
    while (!status_.has_value()) given_.Wait(mutex_);
    return *status_;
  }

 private:
  language::Mutex mutex_;
  language::Condition given_;
  std::optional<absl::Status> status_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

absl::Status WriteAndWait(Store& store, WriteFunction function) {
  Answer answer;
  store.Write(std::move(function), [&answer](absl::Status status) { answer.Give(std::move(status)); });
  return answer.Await();
}

}  // namespace waarborg::storage
