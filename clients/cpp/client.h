#ifndef WAARBORG_CLIENTS_CPP_CLIENT_H_
#define WAARBORG_CLIENTS_CPP_CLIENT_H_

// One door to every rpc of a Waarborg server.
//
//   Client client(Connect("127.0.0.1:7420"));
//   Result<Assessment, ApiError> answer =
//       client.Call<Assessment>("SubmitScores", request, "regions/nmd/members/quality-manager");
//
// A call that meets UNAVAILABLE is sent again, with pauses, when that is safe: it only reads, or it carries a
// request id (one is filled in where there is none). What the server refuses is never sent again.
// Thread-safe.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "clients/cpp/api_error.h"
#include "clients/cpp/result.h"
#include "clients/cpp/retry.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "grpcpp/channel.h"

namespace waarborg::client {

// Who asks, and how long the answer may take.
struct CallOptions {
  std::string member;       // `regions/{region}/members/{member}`; empty: no caller
  std::string traceparent;  // W3C trace context; empty: none
  absl::Duration timeout = absl::Seconds(30);
};

// The largest request that a server reads; it refuses a larger one unread (RESOURCE_EXHAUSTED).
inline constexpr std::size_t kLargestRequest = std::size_t{1} << 20;

// A channel without encryption: for a server on the same machine.
[[nodiscard]] std::shared_ptr<grpc::Channel> Connect(const std::string& address);

class Client final {
 public:
  using Pause = std::function<void(absl::Duration)>;
  using Done = std::function<void(Result<std::unique_ptr<google::protobuf::Message>, ApiError>)>;
  // The next message to send, which lives until it is asked again; null after the last.
  using NextMessage = std::function<const google::protobuf::Message*()>;
  // Returns false to end the stream early.
  using OnMessage = std::function<bool(const google::protobuf::Message&)>;

  explicit Client(const std::shared_ptr<grpc::Channel>& channel, RetryPolicy policy = {});
  // `pause` waits between attempts.
  Client(std::shared_ptr<grpc::Channel> channel, RetryPolicy policy, Pause pause);

  // The rpc by its name; it must exist, take this request and answer Response.
  template <class Response>
  Result<Response, ApiError> Call(absl::string_view rpc, const google::protobuf::Message& request,
                                  absl::string_view as_member, CallOptions options = {}) {
    options.member = std::string(as_member);
    Response response;
    std::optional<ApiError> error = CallInto(MethodFor(rpc, request), request, options, response);
    if (error.has_value()) return *std::move(error);
    return response;
  }

  // Any rpc with one answer, the answer in the type its descriptor names.
  Result<std::unique_ptr<google::protobuf::Message>, ApiError> CallDynamic(
      const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request,
      const CallOptions& options);

  // As CallDynamic, without waiting and without a second attempt; `done` runs once, on a thread of gRPC's.
  // The client must outlive it; the request need not.
  void CallAsync(const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request,
                 const CallOptions& options, Done done);

  // A server stream, read to its end. Not repeated on failure. No time limit but that of the options, if not
  // zero.
  std::optional<ApiError> Stream(const google::protobuf::MethodDescriptor& method,
                                 const google::protobuf::Message& request, const CallOptions& options,
                                 const OnMessage& on_message);

  // A client stream with its one answer. Sending waits for the server to take what was sent. Not repeated on
  // failure. No time limit but that of the options, if not zero.
  std::optional<ApiError> Send(const google::protobuf::MethodDescriptor& method, const CallOptions& options,
                               const NextMessage& next, google::protobuf::Message& response);

 private:
  static const google::protobuf::MethodDescriptor& MethodFor(absl::string_view rpc,
                                                             const google::protobuf::Message& request);
  // Fills a missing request id, then tries as often as the policy says.
  std::optional<ApiError> CallInto(const google::protobuf::MethodDescriptor& method,
                                   const google::protobuf::Message& request, const CallOptions& options,
                                   google::protobuf::Message& response);
  grpc::Status Attempt(const google::protobuf::MethodDescriptor& method,
                       const google::protobuf::Message& request, const CallOptions& options,
                       google::protobuf::Message& response);

  std::shared_ptr<grpc::Channel> channel_;
  RetryPolicy policy_;
  Pause pause_;
};

}  // namespace waarborg::client

#endif  // WAARBORG_CLIENTS_CPP_CLIENT_H_
