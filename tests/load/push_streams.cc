#include "tests/load/push_streams.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/client_callback.h"
#include "services/language/die.h"
#include "services/language/mutex.h"
#include "tests/load/channels.h"
#include "tests/load/reports.h"
#include "waarborg/incident/v1/incident.grpc.pb.h"

namespace waarborg::load {
namespace {

namespace v1 = ::waarborg::incident::v1;
using Clock = std::chrono::steady_clock;

class PushStream final : public grpc::ClientBidiReactor<v1::PushIncidentsRequest, v1::PushIncidentsResponse> {
 public:
  PushStream(const std::shared_ptr<grpc::Channel>& channel, std::string series, Clock::time_point end)
      : stub_(v1::IncidentService::NewStub(channel)), series_(std::move(series)), end_(end) {
    context_.AddMetadata("waarborg-member", kIncidentClient);
    stub_->async()->PushIncidents(&context_, this);
    StartRead(&answers_);
    {
      const language::MutexLock lock(mutex_);
      SendOn();
    }
    StartCall();
  }

  void OnWriteDone(bool ok) override {
    const language::MutexLock lock(mutex_);
    writing_ = false;
    if (ok) SendOn();
  }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    const Clock::time_point now = Clock::now();
    {
      const language::MutexLock lock(mutex_);
      for (const v1::PushResult& result : answers_.results()) Take(result, now);
      SendOn();
    }
    StartRead(&answers_);
  }

  void OnDone(const grpc::Status& status) override {
    // The last touch: when the lock is free again, this may be gone.
    const language::MutexLock lock(mutex_);
    status_ = status;
    over_.NotifyAll();
  }

  grpc::Status Wait() {
    const language::MutexLock lock(mutex_);
    while (!status_.has_value()) over_.Wait(mutex_);
    return *status_;
  }

  void AddTo(Pushed& pushed) const {
    Volley& volley = pushed.volley;
    volley.calls += static_cast<std::int64_t>(micros_.size());
    volley.failures += failures_;
    if (volley.first_failure.empty()) volley.first_failure = first_failure_;
    volley.micros.insert(volley.micros.end(), micros_.begin(), micros_.end());
    pushed.bytes += bytes_;
  }

 private:
  // What follows is called with the lock held.
  void Take(const v1::PushResult& result, Clock::time_point now) {
    const auto sent = sent_at_.find(result.position());
    if (sent == sent_at_.end()) language::Die("an answer to what was not asked");
    micros_.push_back(static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(now - sent->second).count()));
    sent_at_.erase(sent);
    if (!result.has_error()) return;
    ++failures_;
    if (first_failure_.empty()) first_failure_ = result.error().message();
  }

  void SendOn() {
    if (writing_ || ended_ || sent_at_.size() >= kWindow) return;
    if (Clock::now() >= end_) {
      ended_ = true;
      StartWritesDone();
      return;
    }
    request_ = EventOf(absl::StrCat(series_, "-", ++sent_));
    bytes_ += static_cast<std::int64_t>(request_.ByteSizeLong());
    sent_at_[sent_] = Clock::now();
    writing_ = true;
    StartWrite(&request_);
  }

  const std::unique_ptr<v1::IncidentService::Stub> stub_;
  const std::string series_;
  const Clock::time_point end_;
  grpc::ClientContext context_;
  v1::PushIncidentsRequest request_;
  v1::PushIncidentsResponse answers_;

  language::Mutex mutex_;
  language::Condition over_;
  std::optional<grpc::Status> status_;
  bool writing_ = false;
  bool ended_ = false;
  std::int64_t sent_ = 0;
  std::unordered_map<std::int64_t, Clock::time_point> sent_at_;  // of what is unanswered, by position
  std::vector<std::uint32_t> micros_;
  std::int64_t bytes_ = 0;
  std::int64_t failures_ = 0;
  std::string first_failure_;
};

}  // namespace

PushStreams::PushStreams(const std::string& address, int streams) : channels_(Connect(address, streams)) {}

absl::StatusOr<Pushed> PushStreams::Run(const std::string& series, absl::Duration length) {
  const Clock::time_point start = Clock::now();
  std::vector<std::unique_ptr<PushStream>> streams;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    streams.push_back(std::make_unique<PushStream>(channels_[i], absl::StrCat(series, "-", i),
                                                   start + absl::ToChronoNanoseconds(length)));
  }
  absl::Status ended;
  for (const std::unique_ptr<PushStream>& stream : streams) {
    const grpc::Status status = stream->Wait();
    if (!status.ok()) ended.Update(absl::InternalError(status.error_message()));
  }
  if (!ended.ok()) return ended;
  Pushed pushed;
  pushed.volley.elapsed = absl::FromChrono(Clock::now() - start);
  for (const std::unique_ptr<PushStream>& stream : streams) stream->AddTo(pushed);
  std::sort(pushed.volley.micros.begin(), pushed.volley.micros.end());
  return pushed;
}

}  // namespace waarborg::load
