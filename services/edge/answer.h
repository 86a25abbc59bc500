#ifndef WAARBORG_SERVICES_EDGE_ANSWER_H_
#define WAARBORG_SERVICES_EDGE_ANSWER_H_

// The one answer of a unary call, given by the handler or, when that takes too long, by the alarm.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "absl/time/time.h"
#include "grpcpp/support/server_callback.h"
#include "services/edge/alarm_clock.h"

namespace waarborg::edge {

// Shared by all who may answer. The request lives here until the last of them has let go, because gRPC frees
// its own as soon as the call is answered.
template <class Request>
class Answer final {
 public:
  // `house` is held as long as this lives.
  Answer(Request request, grpc::ServerUnaryReactor& reactor, AlarmClock& alarms, std::shared_ptr<void> house)
      : request_(std::move(request)), reactor_(reactor), alarms_(alarms), house_(std::move(house)) {}

  [[nodiscard]] const Request& request() const { return request_; }

  // Calls `ring` when `delay` has passed; once, before the call is handed to its handler.
  void SetAlarm(absl::Duration delay, std::function<void()> ring) {
    alarm_ = alarms_.Set(delay, std::move(ring));
  }

  // Whether the handler is the first to answer. Then it must call Give; if not, reactor and response are
  // gone.
  [[nodiscard]] bool IsHandlers() {
    if (given_.exchange(true)) return false;
    if (alarm_.has_value()) alarms_.Cancel(*alarm_);
    return true;
  }

  // The same for the alarm.
  [[nodiscard]] bool IsAlarms() { return !given_.exchange(true); }

  void Give(const grpc::Status& status) { reactor_.Finish(status); }

 private:
  const Request request_;
  grpc::ServerUnaryReactor& reactor_;
  AlarmClock& alarms_;
  const std::shared_ptr<void> house_;
  std::optional<AlarmClock::Id> alarm_;
  std::atomic<bool> given_ = false;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_ANSWER_H_
