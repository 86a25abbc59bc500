#ifndef WAARBORG_SERVICES_EDGE_EDGE_H_
#define WAARBORG_SERVICES_EDGE_EDGE_H_

// gRPC on one side, a call on the other. What surrounds every rpc happens here once: who calls, may they, is
// the request well formed, until when; then the room's handler, then the answer or one clear error. Nothing
// here blocks.

#include <future>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "services/call/request_check.h"
#include "services/edge/alarm_clock.h"
#include "services/edge/answer.h"
#include "services/edge/exchange.h"
#include "services/edge/grpc_status.h"
#include "services/edge/intake.h"
#include "services/edge/limits.h"
#include "services/edge/method.h"
#include "services/edge/readers.h"
#include "services/edge/stream.h"
#include "services/edge/transfers.h"

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
  absl::Duration message_deadline = limits::kMessageDeadline;
  // A piece of a download that the client has not taken by then breaks it off.
  absl::Duration taken_within = limits::kTakenAtAll;
  std::size_t transfers = limits::kTransfers;
};

// Whether the marks in the proto are checked here, or the handler checks the request itself (and all of it).
enum class Shape { kChecked, kLeftToHandler };

// Adds what is wrong with a request beyond its shape.
using Meaning = absl::FunctionRef<void(call::Violations&)>;

// Thread-safe. Destroying it waits until every handler has answered.
class Edge final {
 public:
  explicit Edge(Settings settings);
  ~Edge();
  Edge(const Edge&) = delete;
  Edge& operator=(const Edge&) = delete;

  // `meaning` is asked together with the shape, so that one refusal names the faults of both; null: nothing.
  template <class Request, class Response>
  grpc::ServerUnaryReactor* Serve(grpc::CallbackServerContext* context, const Request* request,
                                  Response* response, const call::Handler<Request, Response>& handler,
                                  std::type_identity_t<call::MeaningCheck<Request>> meaning = nullptr,
                                  Shape shape = Shape::kChecked) const {
    static const std::string method = MethodOf(*Request::descriptor());
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    const absl::StatusOr<call::Call> call = Admit(*context, method, *request, settings_.unary_deadline, shape,
                                                  [meaning, request](call::Violations& violations) {
                                                    if (meaning != nullptr) meaning(*request, violations);
                                                  });
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

  // A stream of which an item is not taken within the time given is broken off.
  template <class Request, class Item>
  grpc::ServerWriteReactor<Item>* ServeStream(grpc::CallbackServerContext* context, const Request* request,
                                              const call::StreamHandler<Request, Item>& handler,
                                              absl::Duration taken_within = absl::InfiniteDuration()) const {
    static const std::string method = MethodOf(*Request::descriptor());
    // A request that could not be read is not there.
    const Request& asked = request == nullptr ? Request::default_instance() : *request;
    const absl::StatusOr<call::Call> call =
        Admit(*context, method, asked, settings_.stream_deadline, Shape::kChecked, [](call::Violations&) {});
    absl::StatusOr<call::Source<Item>> source = call.ok() ? handler(*call, asked) : call.status();
    return new Stream<Item>(*context, std::move(source),
                            {.translate = [this](const absl::Status& status) { return Translate(status); },
                             .clock = settings_.clock,
                             .readers = *readers_,
                             .alarms = *alarms_,
                             .taken_within = taken_within},
                            call.ok() ? call->deadline : absl::InfiniteFuture(), settings_.stream_deadline,
                            settings_.stream_deadline + limits::kStreamGrace);
  }

  // Items in, answers out (exchange.h). Who calls is asked once; every item is a call of its own.
  template <class Request, class Answer, class Response>
  ExchangeReactor* ServeExchange(grpc::CallbackServerContext* context,
                                 const call::Handler<Request, Answer>& handler,
                                 const AnswerForm<Answer, Response>& form) const {
    static const std::string method = MethodOf(*Request::descriptor());
    const absl::StatusOr<Entry> entry = Enter(*context, method);
    ExchangeMeans means{.admit =
                            [this, entry](const google::protobuf::Message& item) {
                              return CallFor(*entry, item, settings_.unary_deadline, Shape::kChecked,
                                             [](call::Violations&) {});
                            },
                        .describe = [this](const absl::Status& status) { return Describe(status); },
                        .translate = [this](const absl::Status& status) { return Translate(status); },
                        .alarms = *alarms_,
                        .house = house_,
                        .deadline = settings_.stream_deadline};
    return Exchange<Request, Answer, Response>::Open(*context, entry.status(), std::move(means), handler,
                                                     form);
  }

  // As ServeStream, for content: one of the transfers that may be under way at once, for as long as the
  // client takes what comes.
  template <class Request, class Item>
  grpc::ServerWriteReactor<Item>* ServeDownload(grpc::CallbackServerContext* context, const Request* request,
                                                const call::StreamHandler<Request, Item>& handler) const {
    const call::StreamHandler<Request, Item> admitted =
        [this, &handler](const call::Call& call, const Request& asked) -> absl::StatusOr<call::Source<Item>> {
      const Transfers::Ticket ticket = transfers_->Admit();
      if (ticket == nullptr) return TransfersFull();
      absl::StatusOr<call::Source<Item>> source = handler(call, asked);
      if (!source.ok()) return source;
      return call::Source<Item>([ticket, source = *std::move(source)] { return source(); });
    };
    return ServeStream(context, request, admitted, settings_.taken_within);
  }

  // A stream of messages with one answer, each taken when the one before is done with. It is one of the
  // transfers that may be under way at once.
  template <class Request, class Response>
  grpc::ServerReadReactor<Request>* ServeIntake(grpc::CallbackServerContext* context, Response* response,
                                                call::IntakeHandler<Request, Response> handler) const {
    static const std::string method = MethodOf(*Request::descriptor());
    absl::Status status = Enter(*context, method).status();
    Transfers::Ticket ticket = status.ok() ? transfers_->Admit() : nullptr;
    if (status.ok() && ticket == nullptr) status = TransfersFull();
    return new IntakeStream<Request, Response>(
        response, status, std::move(ticket), std::move(handler),
        {.translate = [this](const absl::Status& ended) { return Translate(ended); },
         .clock = settings_.clock,
         .check = &CheckMessage,
         .admit =
             [this, context](const Request& first) {
               return Admit(*context, method, first, settings_.stream_deadline, Shape::kChecked,
                            [](call::Violations&) {});
             },
         .alarms = *alarms_,
         .transfers = *transfers_,
         .message_deadline = settings_.message_deadline,
         .house = house_});
  }

  [[nodiscard]] const Transfers& transfers() const { return *transfers_; }

 private:
  // Who stands at the door, and for which method.
  struct Entry {
    call::Caller caller;
    std::string method;
    std::string traceparent;
  };

  // Who calls, when they may call the method.
  absl::StatusOr<Entry> Enter(const grpc::CallbackServerContext& context, const std::string& method) const;
  // The call that a request makes, when it is well formed and about the caller's region.
  absl::StatusOr<call::Call> CallFor(const Entry& entry, const google::protobuf::Message& request,
                                     absl::Duration longest, Shape shape, Meaning meaning) const;
  static absl::Status CheckMessage(const google::protobuf::Message& message);
  absl::StatusOr<call::Call> Admit(const grpc::CallbackServerContext& context, const std::string& method,
                                   const google::protobuf::Message& request, absl::Duration longest,
                                   Shape shape, Meaning meaning) const;
  absl::StatusOr<call::Caller> Identify(const grpc::CallbackServerContext& context,
                                        const std::string& method) const;
  grpc::Status Translate(const absl::Status& status) const {
    return ToGrpcStatus(status, settings_.entropy, settings_.log);
  }

  google::rpc::Status Describe(const absl::Status& status) const {
    return ToRpcStatus(status, settings_.entropy, settings_.log);
  }

  static absl::Status Late();
  static absl::Status TransfersFull();

  const Settings settings_;
  std::future<void> left_;       // Set when nobody holds the house any more.
  std::shared_ptr<void> house_;  // Held by all who may still answer.
  const std::unique_ptr<AlarmClock> alarms_;
  const std::unique_ptr<Readers> readers_;
  const std::unique_ptr<Transfers> transfers_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_EDGE_H_
