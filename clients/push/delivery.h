#ifndef WAARBORG_CLIENTS_PUSH_DELIVERY_H_
#define WAARBORG_CLIENTS_PUSH_DELIVERY_H_

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "absl/time/time.h"
#include "clients/cpp/api_error.h"
#include "clients/cpp/retry.h"
#include "clients/push/answers.h"
#include "clients/push/notices.h"
#include "clients/push/stop.h"
#include "clients/push/stream.h"
#include "clients/push/window.h"
#include "grpcpp/channel.h"

namespace waarborg::push {

// A channel that notices a server that is gone, and comes back soon after it does.
[[nodiscard]] std::shared_ptr<grpc::Channel> ChannelTo(const std::string& address);

enum class Outcome {
  kDone,     // all is answered
  kStopped,  // the program was asked to end
  kGivenUp,  // no answer for too long
  kBarred,   // the server does not serve this caller
  kUnnoted,  // answers could not be noted
};

struct DeliveryOptions {
  std::string member;  // a full name
  // For so long no answer may come while something is unanswered; infinite: it goes on for ever.
  absl::Duration give_up_after = absl::Minutes(5);
  client::RetryPolicy pauses = {.first_pause = absl::Milliseconds(100), .longest_pause = absl::Seconds(30)};
};

// Stream after stream, with pauses between them that grow as long as none brings an answer, until all that is
// offered to the window is answered.
class Delivery final {
 public:
  // All must outlive it.
  Delivery(std::shared_ptr<grpc::Channel> channel, DeliveryOptions options, Window& window, Answers& answers,
           Notices& notices, const Stop& stop)
      : channel_(std::move(channel)),
        options_(std::move(options)),
        window_(window),
        answers_(answers),
        notices_(notices),
        stop_(stop) {}

  // Called once. When the program has to end, the window is to be closed: what was sent is heard out.
  Outcome Run();
  // Breaks off the stream under way. Thread-safe.
  void Cancel();

  // Why, after kGivenUp and kBarred.
  [[nodiscard]] const client::ApiError& error() const { return error_; }

 private:
  StreamEnd RunStream();
  void TellOfCut() const;
  void Pause(absl::Duration pause) const;

  const std::shared_ptr<grpc::Channel> channel_;
  const DeliveryOptions options_;
  Window& window_;
  Answers& answers_;
  Notices& notices_;
  const Stop& stop_;
  client::ApiError error_;
  std::mutex mutex_;
  Stream* stream_ = nullptr;  // the one under way; guarded by mutex_
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_DELIVERY_H_
