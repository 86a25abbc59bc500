#ifndef WAARBORG_SERVICES_EDGE_INTAKE_H_
#define WAARBORG_SERVICES_EDGE_INTAKE_H_

// A client stream that is read one message at a time: the next when what came of the last is durable, so a
// fast sender waits in its own transport and holds one message here.

#include <atomic>
#include <cstdint>
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
#include "services/call/intake.h"
#include "services/edge/alarm_clock.h"
#include "services/edge/transfers.h"

namespace waarborg::edge {

// What an intake needs of the edge around it; outlives it.
template <class Request>
struct IntakeMeans {
  std::function<grpc::Status(const absl::Status&)> translate;
  std::function<absl::Time()> clock;
  // Whether a message is well formed, and for the first: the call it makes, or why there is none.
  std::function<absl::Status(const Request&)> check;
  std::function<absl::StatusOr<call::Call>(const Request&)> admit;
  AlarmClock& alarms;
  Transfers& transfers;
  absl::Duration message_deadline;
  std::shared_ptr<void> house;  // Held as long as the intake lives.
};

// Whose turn it is. An alarm that has begun to ring is not to be stopped, so it wins only as long as the read
// that it watches is still open; it may outlive the stream. Thread-safe.
class Turn final {
 public:
  // A read begins; its number.
  std::uint64_t Open() { return turn_ += 2; }
  // Whether the read of this number was still open; then it is the caller's turn.
  bool Take(std::uint64_t read) { return turn_.compare_exchange_strong(read, read + 1); }

 private:
  std::atomic<std::uint64_t> turn_ = 0;
};

// Owns itself; gRPC calls OnDone when nothing refers to it any more. Whoever has the turn ends it, and only
// while no message is being taken.
template <class Request, class Response>
class IntakeStream final : public grpc::ServerReadReactor<Request> {
 public:
  // Ended at once when `status` is not OK.
  IntakeStream(Response* response, const absl::Status& status, Transfers::Ticket ticket,
               call::IntakeHandler<Request, Response> open, IntakeMeans<Request> means)
      : response_(*response), ticket_(std::move(ticket)), open_(std::move(open)), means_(std::move(means)) {
    if (status.ok()) {
      Read();
    } else {
      EndWith(status);
    }
  }

  void OnReadDone(bool ok) override {
    if (!turn_->Take(read_)) return;
    means_.alarms.Cancel(alarm_);
    if (cancelled_) return this->Finish(grpc::Status::CANCELLED);
    if (ok) return Take();
    if (intake_ == nullptr) return EndWith(call::Error(absl::StatusCode::kInvalidArgument, "NO_MESSAGE"));
    intake_->End([this](absl::StatusOr<Response> answer) {
      const absl::Status status = answer.status();
      if (answer.ok()) response_ = *std::move(answer);
      EndWith(status);
    });
  }
  void OnCancel() override { cancelled_ = true; }
  void OnDone() override { delete this; }

 private:
  // After Read, Take and EndWith, this may be gone.
  void Read() {
    if (means_.clock() > deadline_) {
      return EndWith(call::Error(absl::StatusCode::kDeadlineExceeded, "DEADLINE_PASSED"));
    }
    read_ = turn_->Open();
    alarm_ = means_.alarms.Set(means_.message_deadline, [this, turn = turn_, read = read_] {
      if (!turn->Take(read)) return;
      EndWith(call::Error(absl::StatusCode::kDeadlineExceeded, "NO_MESSAGE_IN_TIME"));
    });
    this->StartRead(&message_);
  }

  void Take() {
    if (const absl::Status opened = Open(); !opened.ok()) return EndWith(opened);
    held_ = message_.ByteSizeLong();
    means_.transfers.Hold(held_);
    intake_->Take(message_, [this](const absl::Status& taken) {
      means_.transfers.LetGo(held_);
      if (!taken.ok()) return EndWith(taken);
      if (cancelled_) return this->Finish(grpc::Status::CANCELLED);
      Read();
    });
  }

  // The first message makes the call; each has to be well formed.
  absl::Status Open() {
    if (intake_ != nullptr) return means_.check(message_);
    const absl::StatusOr<call::Call> call = means_.admit(message_);
    if (!call.ok()) return call.status();
    deadline_ = call->deadline;
    intake_ = open_(*call);
    return absl::OkStatus();
  }

  void EndWith(const absl::Status& status) { this->Finish(means_.translate(status)); }

  Response& response_;
  const Transfers::Ticket ticket_;
  const call::IntakeHandler<Request, Response> open_;
  const IntakeMeans<Request> means_;
  const std::shared_ptr<Turn> turn_ = std::make_shared<Turn>();
  std::unique_ptr<call::Intake<Request, Response>> intake_;
  absl::Time deadline_ = absl::InfiniteFuture();
  std::uint64_t read_ = 0;
  AlarmClock::Id alarm_;
  std::size_t held_ = 0;
  std::atomic<bool> cancelled_ = false;
  Request message_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_INTAKE_H_
