#ifndef WAARBORG_SERVICES_CALL_INTAKE_H_
#define WAARBORG_SERVICES_CALL_INTAKE_H_

// What a room offers for an rpc whose request is a stream of messages.

#include <functional>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/call/call.h"

namespace waarborg::call {

// Takes the messages of one call, one after another. Each function is called when the one before has
// answered, and answers once, on any thread; nothing blocks. After an error nothing more is called.
template <class Request, class Response>
class Intake {
 public:
  virtual ~Intake() = default;

  // Takes the next message, the first included; answers when what came of it is durable. The message lives
  // until then.
  virtual void Take(const Request& message, std::function<void(absl::Status)> done) = 0;

  // There are no more messages.
  virtual void End(Done<Response> done) = 0;
};

// Opens an intake for a call; the first message said what it is about.
template <class Request, class Response>
using IntakeHandler = std::function<std::unique_ptr<Intake<Request, Response>>(const Call&)>;

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_INTAKE_H_
