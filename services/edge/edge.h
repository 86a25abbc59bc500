#ifndef WAARBORG_SERVICES_EDGE_EDGE_H_
#define WAARBORG_SERVICES_EDGE_EDGE_H_

// gRPC on one side, a call on the other. What surrounds every rpc happens here once: who calls, may they, is
// the request well formed, until when; then the room's handler, then the answer or one clear error. Nothing
// here blocks.

#include <future>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "services/edge/alarm_clock.h"
#include "services/edge/answer.h"
#include "services/edge/grpc_status.h"
#include "services/edge/limits.h"
#include "services/edge/method.h"
#include "services/edge/readers.h"
#include "services/edge/stream.h"

namespace waarborg::edge {

struct Settings {
  const call::Directory* directory = nullptr;  // not owned
  std::function<absl::Time()> clock;
  call::Entropy entropy;
  Log log;
  // The client names the member it speaks for (metadata `waarborg-member`). Only ever on a loopback address.
  bool dev_identities = false;
  absl::Duration unary_deadline = limits::kUnaryDeadline;
  absl::Duration stream_deadline = limits::kStreamDeadline;
};

// Whether the marks in the proto are checked here, or the handler checks the request itself (and all of it).
enum class Shape { kChecked, kLeftToHandler };

// Thread-safe. Destroying it waits until every handler has answered.
class Edge final {
 public:
  explicit Edge(Settings settings);
  ~Edge();
  Edge(const Edge&) = delete;
  Edge& operator=(const Edge&) = delete;

  template <class Request, class Response>
  grpc::ServerUnaryReactor* Serve(grpc::CallbackServerContext* context, const Request* request,
                                  Response* response, const call::Handler<Request, Response>& handler,
                                  Shape shape = Shape::kChecked) const {
    static const std::string method = MethodOf(*Request::descriptor());
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    const absl::StatusOr<call::Call> call =
        Admit(*context, method, *request, settings_.unary_deadline, shape);
    if (!call.ok()) {
      reactor->Finish(Translate(call.status()));
      return reactor;
    }
    // What gRPC holds is not const, and nobody else looks at it.
    const auto answer = std::make_shared<Answer<Request>>(std::move(*const_cast<Request*>(request)), *reactor,
                                                          *alarms_, house_);
    // An earlier deadline of the client is watched by gRPC itself.
    if (call->deadline - call->now == settings_.unary_deadline) {
      answer->SetAlarm(settings_.unary_deadline, [this, answer] {
        if (answer->IsAlarms()) answer->Give(Translate(Late()));
      });
    }
    handler(*call, answer->request(), [this, answer, response](absl::StatusOr<Response> result) {
      if (!answer->IsHandlers()) return;
      const absl::Status status = result.status();
      if (result.ok()) *response = *std::move(result);
      answer->Give(Translate(status));
    });
    return reactor;
  }

  // As Serve, for a query that reads much: it is answered from the threads for long reads.
  template <class Request, class Response>
  grpc::ServerUnaryReactor* ServeLongRead(grpc::CallbackServerContext* context, const Request* request,
                                          Response* response,
                                          const call::Handler<Request, Response>& handler) const {
    const call::Handler<Request, Response> elsewhere =
        [this, handler](const call::Call& call, const Request& asked, const call::Done<Response>& done) {
          // `asked` lives as long as `done`.
          const bool taken = readers_->Begin([handler, call, &asked, done] { handler(call, asked, done); });
          if (!taken) done(call::Error(absl::StatusCode::kResourceExhausted, "QUEUE_FULL"));
        };
    return Serve(context, request, response, elsewhere);
  }

  template <class Request, class Item>
  grpc::ServerWriteReactor<Item>* ServeStream(grpc::CallbackServerContext* context, const Request* request,
                                              const call::StreamHandler<Request, Item>& handler) const {
    static const std::string method = MethodOf(*Request::descriptor());
    // A request that could not be read is not there.
    const Request& asked = request == nullptr ? Request::default_instance() : *request;
    const absl::StatusOr<call::Call> call =
        Admit(*context, method, asked, settings_.stream_deadline, Shape::kChecked);
    absl::StatusOr<call::Source<Item>> source = call.ok() ? handler(*call, asked) : call.status();
    return new Stream<Item>(*context, std::move(source),
                            {.translate = [this](const absl::Status& status) { return Translate(status); },
                             .clock = settings_.clock,
                             .readers = *readers_,
                             .alarms = *alarms_},
                            call.ok() ? call->deadline : absl::InfiniteFuture(),
                            settings_.stream_deadline + limits::kStreamGrace);
  }

 private:
  absl::StatusOr<call::Call> Admit(const grpc::CallbackServerContext& context, const std::string& method,
                                   const google::protobuf::Message& request, absl::Duration longest,
                                   Shape shape) const;
  absl::StatusOr<call::Caller> Identify(const grpc::CallbackServerContext& context,
                                        const std::string& method) const;
  grpc::Status Translate(const absl::Status& status) const {
    return ToGrpcStatus(status, settings_.entropy, settings_.log);
  }

  static absl::Status Late();

  const Settings settings_;
  std::future<void> left_;       // Set when nobody holds the house any more.
  std::shared_ptr<void> house_;  // Held by all who may still answer.
  const std::unique_ptr<AlarmClock> alarms_;
  const std::unique_ptr<Readers> readers_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_EDGE_H_
