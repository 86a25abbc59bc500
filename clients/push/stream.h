#ifndef WAARBORG_CLIENTS_PUSH_STREAM_H_
#define WAARBORG_CLIENTS_PUSH_STREAM_H_

#include <memory>
#include <string>

#include "clients/push/answers.h"
#include "clients/push/window.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/status.h"

namespace waarborg::push {

// How a stream ended.
struct StreamEnd {
  grpc::Status status;
  bool heard = false;    // an answer came, so that it was no waste of time
  bool again = false;    // the server could not answer all now
  bool unnoted = false;  // answers could not be noted
};

// One PushIncidents stream from its beginning to its end. Items go out on a thread of their own, so that
// answers are heard however long the next item lets wait.
class Stream final {
 public:
  // All must outlive it. `member` is a full name.
  Stream(const std::shared_ptr<grpc::Channel>& channel, const std::string& member, Window& window,
         Answers& answers);

  // Sends what the window has until it has no more, and hears the answers; Run is called once.
  StreamEnd Run();
  // Breaks it off. Thread-safe.
  void Cancel() { context_.TryCancel(); }

 private:
  // False when they cannot be noted.
  bool Hear(const incident::v1::PushIncidentsResponse& response, StreamEnd& end);

  const std::shared_ptr<grpc::Channel> channel_;
  Window& window_;
  Answers& answers_;
  grpc::ClientContext context_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_STREAM_H_
