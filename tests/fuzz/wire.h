#ifndef WAARBORG_TESTS_FUZZ_WIRE_H_
#define WAARBORG_TESTS_FUZZ_WIRE_H_

// Requests as bytes on a channel, and what comes back: nothing of the clients is in between.

#include <memory>
#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "grpcpp/channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/support/status.h"

namespace waarborg::fuzz {

using Method = google::protobuf::MethodDescriptor;

// One request, as it will be sent.
struct Attempt {
  const Method* method = nullptr;
  std::string member;  // resource name; empty: nobody
  std::string bytes;

  // For a person: the rpc, the member, and the request as text, or as bytes where it is no message.
  [[nodiscard]] std::string ToString() const;
};

struct Answer {
  bool in_time = true;
  grpc::Status status;
  std::vector<std::string> messages;  // serialized; more than one only of a stream
};

// Every rpc the server lets anyone call, by name: those that have a row in the authorization table, and the
// others of their services. Without a row there a server does not start. Not an exchange: it answers item by
// item, well or ill, and has tests of its own for both (tests/services/incident).
std::vector<const Method*> AllMethods();

std::unique_ptr<google::protobuf::Message> NewMessage(const google::protobuf::Descriptor& type);

class Wire final {
 public:
  explicit Wire(const std::shared_ptr<grpc::Channel>& channel) : stub_(channel) {}

  // Sends the bytes and waits for the end of the call; `in_time` is false when that took too long. Sets no
  // deadline, so that the server's own is what counts. A watch has no end of its own: its first message is taken
  // for OK, and the wire hangs up.
  Answer Send(const Attempt& attempt);

 private:
  grpc::GenericStub stub_;
};

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_WIRE_H_
