#ifndef WAARBORG_SERVICES_EDGE_EDGE_H_
#define WAARBORG_SERVICES_EDGE_EDGE_H_

// gRPC on one side, a call on the other. What surrounds every rpc happens here once: who calls, may they, is
// the request well formed, until when; then the room's handler, then the answer or one clear error. Nothing
// here blocks.

#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/call/call.h"
#include "services/edge/grpc_status.h"
#include "services/edge/limits.h"
#include "services/edge/method.h"
#include "services/edge/stream.h"

namespace waarborg::edge {

struct Settings {
  const call::Directory* directory = nullptr;  // not owned
  std::function<absl::Time()> clock;
  call::Entropy entropy;
  Log log;
  // The client names the member it speaks for (metadata `waarborg-member`). Only ever on a loopback address.
  bool dev_identities = false;
};

// Whether the marks in the proto are checked here, or the handler checks the request itself (and all of it).
enum class Shape { kChecked, kLeftToHandler };

// Thread-safe.
class Edge final {
 public:
  explicit Edge(Settings settings) : settings_(std::move(settings)) {}

  template <class Request, class Response>
  grpc::ServerUnaryReactor* Serve(grpc::CallbackServerContext* context, const Request* request,
                                  Response* response, const call::Handler<Request, Response>& handler,
                                  Shape shape = Shape::kChecked) const {
    static const std::string method = MethodOf(*Request::descriptor());
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    const absl::StatusOr<call::Call> call = Admit(*context, method, *request, limits::kUnaryDeadline, shape);
    if (!call.ok()) {
      reactor->Finish(Translate(call.status()));
      return reactor;
    }
    handler(*call, *request, [this, reactor, response](absl::StatusOr<Response> answer) {
      const absl::Status status = answer.status();
      if (answer.ok()) *response = *std::move(answer);
      reactor->Finish(Translate(status));
    });
    return reactor;
  }

  template <class Request, class Item>
  grpc::ServerWriteReactor<Item>* ServeStream(grpc::CallbackServerContext* context, const Request* request,
                                              const call::StreamHandler<Request, Item>& handler) const {
    static const std::string method = MethodOf(*Request::descriptor());
    const absl::StatusOr<call::Call> call =
        Admit(*context, method, *request, limits::kStreamDeadline, Shape::kChecked);
    absl::StatusOr<call::Source<Item>> source = call.ok() ? handler(*call, *request) : call.status();
    return new Stream<Item>(
        std::move(source), [this](const absl::Status& status) { return Translate(status); }, settings_.clock,
        call.ok() ? call->deadline : absl::InfiniteFuture());
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

  Settings settings_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_EDGE_H_
