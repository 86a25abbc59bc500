#include "clients/push/delivery.h"

#include <algorithm>
#include <optional>
#include <random>

#include "absl/time/clock.h"
#include "clients/cli/error_words.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"

namespace waarborg::push {
namespace {

// The server is not there, or ended the stream because it was long enough: another stream may fare better.
// Any other error is of the caller, and stays.
bool IsCut(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::OK:
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::CANCELLED:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
    case grpc::StatusCode::ABORTED:
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::UNKNOWN:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::shared_ptr<grpc::Channel> ChannelTo(const std::string& address) {
  grpc::ChannelArguments arguments;
  // The server takes a ping each ten seconds.
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 20'000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 10'000);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 1'000);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 10'000);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

Outcome Delivery::Run() {
  std::optional<client::Backoff> backoff;  // while no answer comes
  absl::Time heard;
  for (bool idle = window_.IsIdle(); window_.WaitForWork(); idle = window_.IsIdle()) {
    // What begins to wait now has not waited before.
    if (idle || !backoff.has_value()) heard = absl::Now();
    const StreamEnd end = RunStream();
    if (end.unnoted) return Outcome::kUnnoted;
    error_ = client::DecodeError(end.status);
    if (stop_.asked() || window_.IsDone()) break;
    if (!IsCut(error_.code)) return Outcome::kBarred;
    if (end.heard) {
      heard = absl::Now();
      backoff.reset();
    }
    if (absl::Now() - heard >= options_.give_up_after) return Outcome::kGivenUp;
    if (!backoff.has_value()) {
      backoff.emplace(options_.pauses, std::random_device{}());
      TellOfCut();
    }
    Pause(std::min(backoff->Next(), heard + options_.give_up_after - absl::Now()));
  }
  return stop_.asked() ? Outcome::kStopped : Outcome::kDone;
}

// A stream that was long enough for the server is no news.
void Delivery::TellOfCut() const {
  if (error_.code == grpc::StatusCode::OK || error_.code == grpc::StatusCode::DEADLINE_EXCEEDED) return;
  notices_.Tell("PUSH_CUT", {{"why", cli::MessageText(error_, notices_.style().language)}});
}

void Delivery::Cancel() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (stream_ != nullptr) stream_->Cancel();
}

StreamEnd Delivery::RunStream() {
  Stream stream(channel_, options_.member, window_, answers_);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stream_ = &stream;
  }
  const StreamEnd end = stream.Run();
  const std::lock_guard<std::mutex> lock(mutex_);
  stream_ = nullptr;
  return end;
}

// A connection that broke comes back only while somebody waits on its channel.
void Delivery::Pause(absl::Duration pause) const {
  constexpr absl::Duration kLook = absl::Milliseconds(200);
  const absl::Time end = absl::Now() + pause;
  while (!stop_.asked() && absl::Now() < end) {
    if (channel_->WaitForConnected(absl::ToChronoTime(std::min(end, absl::Now() + kLook)))) break;
  }
  if (absl::Now() < end) stop_.WaitFor(end - absl::Now());
}

}  // namespace waarborg::push
