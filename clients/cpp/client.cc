#include "clients/cpp/client.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <utility>

#include "absl/time/clock.h"
#include "clients/cpp/request_id.h"
#include "clients/cpp/services.h"
#include "grpcpp/client_context.h"
#include "grpcpp/completion_queue.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/impl/codegen/proto_utils.h"
#include "grpcpp/security/credentials.h"

namespace waarborg::client {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using MessageStub = grpc::TemplatedGenericStub<Message, Message>;

// The largest answer taken: a framework version or a full decision record stays far below it.
constexpr int kLargestAnswer = 64 * 1024 * 1024;

void Prepare(const CallOptions& options, grpc::ClientContext& context) {
  if (!options.member.empty()) context.AddMetadata("waarborg-member", options.member);
  if (!options.traceparent.empty()) context.AddMetadata("traceparent", options.traceparent);
  if (options.timeout > absl::ZeroDuration()) {
    context.set_deadline(absl::ToChronoTime(absl::Now() + options.timeout));
  }
}

std::unique_ptr<Message> NewMessage(const google::protobuf::Descriptor& type) {
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(&type)->New());
}

// What lives as long as one call that nobody waits for.
struct Flight {
  std::optional<grpc::ClientContext> context{std::in_place};
  std::unique_ptr<Message> request;
  std::unique_ptr<Message> response;
  Client::Done done;
};

// One step of a stream: waits for the operation that was started last.
bool Wait(grpc::CompletionQueue& queue) {
  void* tag = nullptr;
  bool ok = false;
  return queue.Next(&tag, &ok) && ok;
}

// A connection that broke comes back only while somebody waits on its channel: to sleep would be to find it
// broken still, however long the server has been back.
void PauseOn(grpc::Channel& channel, absl::Duration pause) {
  const absl::Time end = absl::Now() + pause;
  channel.WaitForConnected(absl::ToChronoTime(end));
  absl::SleepFor(end - absl::Now());
}

grpc::ByteBuffer Serialize(const Message& message) {
  grpc::ByteBuffer buffer;
  bool own_buffer = false;
  static_cast<void>(grpc::SerializationTraits<Message>::Serialize(message, &buffer, &own_buffer));
  return buffer;
}

bool Parse(grpc::ByteBuffer& buffer, Message& message) {
  message.Clear();
  return grpc::SerializationTraits<Message>::Deserialize(&buffer, &message).ok();
}

}  // namespace

std::shared_ptr<grpc::Channel> Connect(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kLargestAnswer);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

Client::Client(const std::shared_ptr<grpc::Channel>& channel, RetryPolicy policy)
    : Client(channel, policy, [channel](absl::Duration pause) { PauseOn(*channel, pause); }) {}

Client::Client(std::shared_ptr<grpc::Channel> channel, RetryPolicy policy, Pause pause)
    : channel_(std::move(channel)), policy_(policy), pause_(std::move(pause)) {}

const MethodDescriptor& Client::MethodFor(absl::string_view rpc, const Message& request) {
  const MethodDescriptor* method = FindMethod(rpc);
  if (method == nullptr || method->input_type() != request.GetDescriptor()) {
    std::fprintf(stderr, "waarborg: no rpc %s takes a %s\n", std::string(rpc).c_str(),
                 request.GetDescriptor()->full_name().c_str());
    std::abort();
  }
  return *method;
}

Result<std::unique_ptr<Message>, ApiError> Client::CallDynamic(const MethodDescriptor& method,
                                                               const Message& request,
                                                               const CallOptions& options) {
  std::unique_ptr<Message> response = NewMessage(*method.output_type());
  std::optional<ApiError> error = CallInto(method, request, options, *response);
  if (error.has_value()) return *std::move(error);
  return response;
}

std::optional<ApiError> Client::CallInto(const MethodDescriptor& method, const Message& request,
                                         const CallOptions& options, Message& response) {
  const std::unique_ptr<Message> sent(request.New());
  sent->CopyFrom(request);
  FillRequestId(*sent);
  const int attempts = IsRepeatable(method) ? policy_.attempts : 1;
  Backoff backoff(policy_, std::random_device{}());
  for (int attempt = 1;; ++attempt) {
    const grpc::Status status = Attempt(method, *sent, options, response);
    if (status.ok()) return std::nullopt;
    if (status.error_code() != grpc::StatusCode::UNAVAILABLE || attempt >= attempts)
      return DecodeError(status);
    pause_(backoff.Next());
  }
}

grpc::Status Client::Attempt(const MethodDescriptor& method, const Message& request,
                             const CallOptions& options, Message& response) {
  grpc::ClientContext context;
  Prepare(options, context);
  grpc::CompletionQueue queue;
  const auto call = MessageStub(channel_).PrepareUnaryCall(&context, PathOf(method), request, &queue);
  call->StartCall();
  grpc::Status status;
  call->Finish(&response, &status, nullptr);
  static_cast<void>(Wait(queue));
  return status;
}

void Client::CallAsync(const MethodDescriptor& method, const Message& request, const CallOptions& options,
                       Done done) {
  auto flight = std::make_shared<Flight>();
  Prepare(options, *flight->context);
  flight->request.reset(request.New());
  flight->request->CopyFrom(request);
  FillRequestId(*flight->request);
  flight->response = NewMessage(*method.output_type());
  flight->done = std::move(done);
  MessageStub(channel_).UnaryCall(&*flight->context, PathOf(method), grpc::StubOptions(),
                                  flight->request.get(), flight->response.get(),
                                  [flight](const grpc::Status& status) {
                                    // It holds the channel, which must not end on a thread of gRPC's; once
                                    // `done` has run, the client may be gone.
                                    flight->context.reset();
                                    if (status.ok()) {
                                      flight->done(std::move(flight->response));
                                    } else {
                                      flight->done(DecodeError(status));
                                    }
                                  });
}

std::optional<ApiError> Client::Stream(const MethodDescriptor& method, const Message& request,
                                       const CallOptions& options, const OnMessage& on_message) {
  grpc::ClientContext context;
  Prepare(options, context);
  grpc::CompletionQueue queue;
  const std::unique_ptr<grpc::GenericClientAsyncReaderWriter> call =
      grpc::GenericStub(channel_).PrepareCall(&context, PathOf(method), &queue);
  call->StartCall(nullptr);
  if (Wait(queue)) {
    call->WriteLast(Serialize(request), grpc::WriteOptions(), nullptr);
    static_cast<void>(Wait(queue));
  }
  const std::unique_ptr<Message> message = NewMessage(*method.output_type());
  bool ended_here = false;
  bool readable = true;
  for (grpc::ByteBuffer buffer; !ended_here; buffer.Clear()) {
    call->Read(&buffer, nullptr);
    if (!Wait(queue)) break;
    readable = Parse(buffer, *message);
    ended_here = !readable || !on_message(*message);
  }
  if (ended_here) context.TryCancel();
  grpc::Status status;
  call->Finish(&status, nullptr);
  static_cast<void>(Wait(queue));
  if (!readable) return DecodeError(grpc::Status(grpc::StatusCode::DATA_LOSS, "a message could not be read"));
  if (ended_here || status.ok()) return std::nullopt;
  return DecodeError(status);
}

std::optional<ApiError> Client::Send(const MethodDescriptor& method, const CallOptions& options,
                                     const NextMessage& next, Message& response) {
  grpc::ClientContext context;
  Prepare(options, context);
  grpc::CompletionQueue queue;
  const std::unique_ptr<grpc::GenericClientAsyncReaderWriter> call =
      grpc::GenericStub(channel_).PrepareCall(&context, PathOf(method), &queue);
  call->StartCall(nullptr);
  bool open = Wait(queue);
  while (open) {
    const Message* const message = next();
    if (message == nullptr) break;
    call->Write(Serialize(*message), nullptr);
    open = Wait(queue);
  }
  if (open) {
    call->WritesDone(nullptr);
    static_cast<void>(Wait(queue));
  }
  grpc::ByteBuffer answer;
  call->Read(&answer, nullptr);
  const bool readable = Wait(queue) && Parse(answer, response);
  grpc::Status status;
  call->Finish(&status, nullptr);
  static_cast<void>(Wait(queue));
  if (!status.ok()) return DecodeError(status);
  if (readable) return std::nullopt;
  return DecodeError(grpc::Status(grpc::StatusCode::DATA_LOSS, "a message could not be read"));
}

}  // namespace waarborg::client
