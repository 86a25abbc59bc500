#include "services/edge/door.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "google/protobuf/stubs/logging.h"
#include "grpcpp/impl/rpc_service_method.h"
#include "services/language/die.h"

namespace waarborg::edge {
namespace {

using grpc::internal::MethodHandler;
using grpc::internal::RpcMethod;
using grpc::internal::RpcServiceMethod;

thread_local bool unreadable = false;

// Hands every request on to the room's own handler, one that could not be read as well.
class Admitting final : public MethodHandler {
 public:
  explicit Admitting(MethodHandler& room) : room_(room) {}

  void* Deserialize(grpc_call* call, grpc_byte_buffer* bytes, grpc::Status* status, void** data) override {
    return room_.Deserialize(call, bytes, status, data);
  }

  void RunHandler(const HandlerParameter& parameter) override {
    if (parameter.status.ok()) return room_.RunHandler(parameter);
    unreadable = true;
    room_.RunHandler(HandlerParameter(parameter.call, parameter.server_context, parameter.request,
                                      grpc::Status::OK, parameter.internal_data, parameter.call_requester));
    unreadable = false;
  }

 private:
  MethodHandler& room_;
};

google::protobuf::LogHandler* others = nullptr;

// Text that is not UTF-8 is refused like any other fault; protobuf would write a line for each.
void WriteAllButBadText(google::protobuf::LogLevel level, const char* file, int line,
                        const std::string& message) {
  if (message.find("invalid UTF-8 data when parsing") != std::string::npos) return;
  if (others != nullptr) others(level, file, line, message);
}

void LeaveBadTextOutOfTheLog() {
  static const bool once = [] {
    others = google::protobuf::SetLogHandler(&WriteAllButBadText);
    return true;
  }();
  static_cast<void>(once);
}

RpcMethod::RpcType TypeOf(const google::protobuf::MethodDescriptor& method) {
  if (method.client_streaming()) {
    return method.server_streaming() ? RpcMethod::BIDI_STREAMING : RpcMethod::CLIENT_STREAMING;
  }
  return method.server_streaming() ? RpcMethod::SERVER_STREAMING : RpcMethod::NORMAL_RPC;
}

}  // namespace

Door::Door(grpc::Service& room, const google::protobuf::ServiceDescriptor& service) {
  LeaveBadTextOutOfTheLog();
  // Named through this class, the protected accessor opens for another service too.
  MethodHandler* (grpc::Service::*handler_of)(int) = &Door::GetHandler;
  paths_.reserve(static_cast<std::size_t>(service.method_count()));
  for (int i = 0; i < service.method_count(); ++i) {
    const google::protobuf::MethodDescriptor& method = *service.method(i);
    paths_.push_back(absl::StrCat("/", service.full_name(), "/", method.name()));
    AddMethod(new RpcServiceMethod(paths_.back().c_str(), TypeOf(method), nullptr));
    MarkMethodCallback(i, new Admitting(*(room.*handler_of)(i)));
  }
}

bool RequestIsUnreadable() { return std::exchange(unreadable, false); }

}  // namespace waarborg::edge
