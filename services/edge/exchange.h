#ifndef WAARBORG_SERVICES_EDGE_EXCHANGE_H_
#define WAARBORG_SERVICES_EDGE_EXCHANGE_H_

// A stream in both directions: the client sends items, and each is answered by itself, in any order. A faulty
// item is answered with its error and ends nothing. Answers that are ready at the same time travel together.
// What is unanswered is bounded: at a full window nothing is read until answers have been taken, so that a
// fast client waits and the server holds no more. Nothing here blocks.
//
// Items are read as bytes: gRPC takes a message it cannot parse for the end of the stream.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/impl/codegen/proto_utils.h"
#include "grpcpp/impl/codegen/server_callback_handlers.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "services/edge/alarm_clock.h"
#include "services/edge/limits.h"
#include "services/edge/stream.h"
#include "services/language/mutex.h"

namespace waarborg::edge {

using ExchangeReactor = grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>;

// How a room registers such a method, in the constructor of its service:
//   MarkMethodRawCallback(index of the method, ExchangeHandler([this](auto* context) { return Push(context);
//   }));
inline grpc::internal::MethodHandler* ExchangeHandler(
    std::function<ExchangeReactor*(grpc::CallbackServerContext*)> open) {
  return new grpc::internal::CallbackBidiHandler<grpc::ByteBuffer, grpc::ByteBuffer>(std::move(open));
}

// What an exchange needs of the edge around it.
struct ExchangeMeans {
  // The item as a call of its own, or why it is refused.
  std::function<absl::StatusOr<call::Call>(const google::protobuf::Message& item)> admit;
  std::function<google::rpc::Status(const absl::Status&)> describe;
  std::function<grpc::Status(const absl::Status&)> translate;
  AlarmClock& alarms;
  std::shared_ptr<void> house;
  absl::Duration deadline;
};

// How a room writes the answer to the item at a position (the first is 1) into a message.
template <class Answer, class Response>
struct AnswerForm {
  void (*give)(std::int64_t position, Answer answer, Response& response);
  void (*refuse)(std::int64_t position, google::rpc::Status error, Response& response);
};

// Owns itself: gRPC, and every item under way, hold it.
template <class Request, class Answer, class Response>
class Exchange final : public ExchangeReactor,
                       public std::enable_shared_from_this<Exchange<Request, Answer, Response>> {
 public:
  using Handler = call::Handler<Request, Answer>;
  using Form = AnswerForm<Answer, Response>;

  // An exchange that reads, or, when `opened` is an error, one that ends with it.
  static ExchangeReactor* Open(grpc::CallbackServerContext& context, const absl::Status& opened,
                               ExchangeMeans means, Handler handler, Form form) {
    const auto exchange = std::make_shared<Exchange>(std::move(means), std::move(handler), form);
    exchange->self_ = exchange;
    exchange->Begin(context, opened);
    return exchange.get();
  }

  Exchange(ExchangeMeans means, Handler handler, Form form)
      : means_(std::move(means)), handler_(std::move(handler)), form_(form) {}

  // The next read begins when the item has been taken out of the buffer, and not before.
  void OnReadDone(bool ok) override {
    const auto item = std::make_shared<Item>();
    {
      const language::MutexLock lock(mutex_);
      if (!ok) {
        half_closed_ = true;
        return FinishWhenDone();
      }
      item->position = ++taken_;
      item->bytes = incoming_.Length();
      unanswered_bytes_ += item->bytes;
      ++unanswered_;
    }
    Handle(item);
    const language::MutexLock lock(mutex_);
    reading_ = false;
    ReadOn();
  }

  void OnWriteDone(bool ok) override {
    const language::MutexLock lock(mutex_);
    writing_ = false;
    unanswered_ -= sent_.count;
    unanswered_bytes_ -= sent_.bytes;
    sent_ = {};
    broken_ = broken_ || !ok;
    WriteOn();
    ReadOn();
    FinishWhenDone();
  }

  void OnCancel() override {
    const language::MutexLock lock(mutex_);
    broken_ = true;
    FinishWhenDone();
  }

  void OnDone() override {
    if (breaker_ != nullptr) breaker_->Forget();
    if (end_.has_value()) means_.alarms.Cancel(*end_);
    if (break_.has_value()) means_.alarms.Cancel(*break_);
    const auto last = std::move(self_);  // Gone at the end of this, unless an item is still under way.
  }

 private:
  struct Item {
    Request request;
    std::int64_t position = 0;
    std::size_t bytes = 0;
  };
  struct Batch {
    std::size_t count = 0;
    std::size_t bytes = 0;
  };

  void Begin(grpc::CallbackServerContext& context, const absl::Status& opened) {
    const language::MutexLock lock(mutex_);
    if (!opened.ok()) {
      over_ = true;
      return this->Finish(means_.translate(opened));
    }
    breaker_ = std::make_shared<Breaker>(context);
    end_ = means_.alarms.Set(means_.deadline, [weak = this->weak_from_this()] {
      if (const auto exchange = weak.lock(); exchange != nullptr) exchange->EndByDeadline();
    });
    break_ =
        means_.alarms.Set(means_.deadline + limits::kStreamGrace, [breaker = breaker_] { breaker->Break(); });
    ReadOn();
  }

  void Handle(const std::shared_ptr<Item>& item) {
    const auto answer = [self = this->shared_from_this(), item](absl::StatusOr<Answer> result) {
      self->Answered(*item, std::move(result));
    };
    if (!grpc::SerializationTraits<Request>::Deserialize(&incoming_, &item->request).ok()) {
      call::Violations violations;
      violations.Add("", "MALFORMED_REQUEST");
      return answer(violations.ToStatus());
    }
    const absl::StatusOr<call::Call> call = means_.admit(item->request);
    if (!call.ok()) return answer(call.status());
    handler_(*call, item->request, answer);
  }

  void Answered(const Item& item, absl::StatusOr<Answer> result) {
    const language::MutexLock lock(mutex_);
    if (over_) return;
    if (result.ok()) {
      form_.give(item.position, *std::move(result), ready_);
    } else {
      form_.refuse(item.position, means_.describe(result.status()), ready_);
    }
    ++waiting_.count;
    waiting_.bytes += item.bytes;
    WriteOn();
  }

  void EndByDeadline() {
    const language::MutexLock lock(mutex_);
    ended_ = true;
    FinishWhenDone();
  }

  [[nodiscard]] bool HasRoom() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return unanswered_ < limits::kUnansweredItems && unanswered_bytes_ < limits::kUnansweredBytes;
  }

  void ReadOn() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (reading_ || half_closed_ || ended_ || broken_ || over_ || !HasRoom()) return;
    reading_ = true;
    this->StartRead(&incoming_);
  }

  void WriteOn() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (writing_ || broken_ || over_ || waiting_.count == 0) return;
    bool own = false;
    outgoing_.Clear();
    if (!grpc::SerializationTraits<Response>::Serialize(ready_, &outgoing_, &own).ok()) {
      broken_ = true;
      return FinishWhenDone();
    }
    ready_.Clear();
    sent_ = std::exchange(waiting_, {});
    writing_ = true;
    this->StartWrite(&outgoing_);
  }

  // Ends the stream when nothing is left to answer, or nobody hears it any more. Nothing may be started
  // after.
  void FinishWhenDone() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (over_ || writing_) return;
    const bool answered = (half_closed_ || ended_) && unanswered_ == 0;
    if (!answered && !broken_) return;
    over_ = true;
    if (broken_) return this->Finish(grpc::Status::CANCELLED);
    if (!ended_) return this->Finish(grpc::Status::OK);
    this->Finish(means_.translate(call::Error(absl::StatusCode::kDeadlineExceeded, "DEADLINE_PASSED")));
  }

  const ExchangeMeans means_;
  const Handler handler_;
  const Form form_;
  std::shared_ptr<Exchange> self_;  // Until OnDone.
  std::shared_ptr<Breaker> breaker_;
  std::optional<AlarmClock::Id> end_;
  std::optional<AlarmClock::Id> break_;
  grpc::ByteBuffer incoming_;  // While `reading_`: of the read, then of the item that came.

  language::Mutex mutex_;
  grpc::ByteBuffer outgoing_ ABSL_GUARDED_BY(mutex_);
  Response ready_ ABSL_GUARDED_BY(mutex_);  // The answers that wait for the write under way.
  Batch waiting_ ABSL_GUARDED_BY(mutex_);   // What is in `ready_`.
  Batch sent_ ABSL_GUARDED_BY(mutex_);      // What is being written.
  std::int64_t taken_ ABSL_GUARDED_BY(mutex_) = 0;
  std::size_t unanswered_ ABSL_GUARDED_BY(mutex_) = 0;
  std::size_t unanswered_bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  bool reading_ ABSL_GUARDED_BY(mutex_) = false;  // Until the item that came is taken out of its buffer.
  bool writing_ ABSL_GUARDED_BY(mutex_) = false;
  bool half_closed_ ABSL_GUARDED_BY(mutex_) = false;
  bool ended_ ABSL_GUARDED_BY(mutex_) = false;   // Its time is up; what is unanswered is still answered.
  bool broken_ ABSL_GUARDED_BY(mutex_) = false;  // Nobody hears it.
  bool over_ ABSL_GUARDED_BY(mutex_) = false;    // Finish was called.
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_EXCHANGE_H_
