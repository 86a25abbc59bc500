#ifndef WAARBORG_SERVICES_EDGE_STREAM_H_
#define WAARBORG_SERVICES_EDGE_STREAM_H_

// A server stream that pulls one item at a time, on the threads for long reads: the next is asked for when
// the last has been taken by the transport, so a slow reader holds one item and no more. A stream that waits
// for something to happen holds no thread.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "services/edge/alarm_clock.h"
#include "services/edge/readers.h"
#include "services/language/mutex.h"

namespace waarborg::edge {

// What a stream needs of the edge around it; outlives it.
struct StreamMeans {
  std::function<grpc::Status(const absl::Status&)> translate;
  std::function<absl::Time()> clock;
  Readers& readers;
  AlarmClock& alarms;
  // An item that the transport has not taken by then breaks the stream off.
  absl::Duration taken_within = absl::InfiniteDuration();
};

// Ends a call from outside as long as it lasts: a write that nobody takes holds up every other way to end it.
// Thread-safe.
class Breaker final {
 public:
  explicit Breaker(grpc::CallbackServerContext& context) : context_(&context) {}

  void Break() ABSL_LOCKS_EXCLUDED(mutex_) {
    const language::MutexLock lock(mutex_);
    if (context_ != nullptr) context_->TryCancel();
  }
  // The call is over; its context goes.
  void Forget() ABSL_LOCKS_EXCLUDED(mutex_) {
    const language::MutexLock lock(mutex_);
    context_ = nullptr;
  }

 private:
  language::Mutex mutex_;
  grpc::CallbackServerContext* context_ ABSL_GUARDED_BY(mutex_);
};

// Calls a waiting stream to its next pull: once, whoever rings first of what it waits for, its client that
// goes and its deadline. Whoever rings later may hold this longer than the stream lives. Thread-safe.
class Bell final {
 public:
  // REQUIRES: nothing hangs. Calls at once when the client has gone.
  void Hang(std::function<void()> pull) ABSL_LOCKS_EXCLUDED(mutex_) {
    {
      const language::MutexLock lock(mutex_);
      pull_ = std::move(pull);
    }
    if (cancelled_) Ring();
  }
  void Ring() ABSL_LOCKS_EXCLUDED(mutex_) {
    std::function<void()> pull;
    {
      const language::MutexLock lock(mutex_);
      pull = std::exchange(pull_, nullptr);
    }
    if (pull != nullptr) pull();
  }

  // The client has gone.
  void Cancel() {
    cancelled_ = true;
    Ring();
  }
  [[nodiscard]] bool cancelled() const { return cancelled_; }

 private:
  std::atomic<bool> cancelled_ = false;
  language::Mutex mutex_;
  std::function<void()> pull_ ABSL_GUARDED_BY(mutex_);
};

// Owns itself; gRPC calls OnDone when nothing refers to it any more.
template <class Item>
class Stream final : public grpc::ServerWriteReactor<Item> {
 public:
  // Ends with DEADLINE_PASSED at the first pull after `deadline`; while it waits, that is `ring_after` from
  // now. Is broken off `break_after` from now.
  Stream(grpc::CallbackServerContext& context, absl::StatusOr<call::Source<Item>> source, StreamMeans means,
         absl::Time deadline, absl::Duration ring_after, absl::Duration break_after)
      : source_(std::move(source)), means_(std::move(means)), deadline_(deadline) {
    if (!source_.ok()) {
      End(source_.status());
      return;
    }
    breaker_ = std::make_shared<Breaker>(context);
    alarm_ = means_.alarms.Set(break_after, [breaker = breaker_] { breaker->Break(); });
    last_call_ = means_.alarms.Set(ring_after, [bell = bell_] { bell->Ring(); });
    if (!means_.readers.Begin([this] { Pull(); })) {
      End(call::Error(absl::StatusCode::kResourceExhausted, "QUEUE_FULL"));
    }
  }

  void OnWriteDone(bool ok) override {
    if (write_alarm_.has_value()) means_.alarms.Cancel(*write_alarm_);
    if (!ok) return this->Finish(grpc::Status::CANCELLED);
    means_.readers.Continue([this] { Pull(); });
  }
  void OnCancel() override { bell_->Cancel(); }
  void OnDone() override {
    if (alarm_.has_value()) {
      breaker_->Forget();
      means_.alarms.Cancel(*alarm_);
      means_.alarms.Cancel(*last_call_);
    }
    delete this;
  }

 private:
  // After End, and after a write has begun, this may be gone.
  void Pull() {
    if (bell_->cancelled()) return this->Finish(grpc::Status::CANCELLED);
    if (means_.clock() > deadline_) {
      return End(call::Error(absl::StatusCode::kDeadlineExceeded, "DEADLINE_PASSED"));
    }
    absl::StatusOr<call::Step<Item>> step = (*source_)();
    if (!step.ok() || step->ended) return End(step.status());
    if (step->waiting != nullptr) return Wait(step->waiting);
    if (!step->item.has_value()) return means_.readers.Continue([this] { Pull(); });
    item_ = *std::move(step->item);
    if (means_.taken_within < absl::InfiniteDuration()) {
      write_alarm_ = means_.alarms.Set(means_.taken_within, [breaker = breaker_] { breaker->Break(); });
    }
    this->StartWrite(&item_);
  }

  // Once the bell hangs, this may be gone.
  void Wait(const call::Waiting& waiting) {
    const std::shared_ptr<Bell> bell = bell_;
    bell->Hang([this] { means_.readers.Continue([this] { Pull(); }); });
    waiting([bell] { bell->Ring(); });
  }

  void End(const absl::Status& status) { this->Finish(means_.translate(status)); }

  absl::StatusOr<call::Source<Item>> source_;
  const StreamMeans means_;
  const absl::Time deadline_;
  const std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
  std::shared_ptr<Breaker> breaker_;
  std::optional<AlarmClock::Id> alarm_;
  std::optional<AlarmClock::Id> last_call_;
  std::optional<AlarmClock::Id> write_alarm_;
  Item item_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_STREAM_H_
