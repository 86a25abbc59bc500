#include "tests/load/crowd.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/client_callback.h"
#include "tests/load/channels.h"
#include "tests/load/reports.h"
#include "waarborg/watch/v1/watch.grpc.pb.h"

namespace waarborg::load {
namespace {

// The server allows 64 streams on a connection.
constexpr std::size_t kPerConnection = 60;
constexpr std::size_t kOpenAtOnce = 64;

}  // namespace

// One stream. Lives until the crowd goes; never more than one read under way.
class Crowd::Watching final : public grpc::ClientReadReactor<watch::v1::WatchUpdate> {
 public:
  Watching(Crowd& crowd, std::size_t number, const std::shared_ptr<grpc::Channel>& channel)
      : crowd_(crowd), number_(number), stub_(watch::v1::WatchService::NewStub(channel)) {}

  void Begin() {
    context_.AddMetadata("waarborg-member", kQualityManager);
    request_.set_name(kWatchedProvider);
    stub_->async()->WatchCase(&context_, &request_, this);
    StartRead(&update_);
    StartCall();
  }
  void Leave() { context_.TryCancel(); }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    if (!std::exchange(came_, true)) crowd_.Came();
    if (update_.has_change()) crowd_.Heard(update_.change().kind() == "IncidentReceived");
    StartRead(&update_);
  }
  void OnDone(const grpc::Status& status) override {
    crowd_.Ended(number_, came_, status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED,
                 status.error_message());
  }

 private:
  Crowd& crowd_;
  const std::size_t number_;
  const std::unique_ptr<watch::v1::WatchService::Stub> stub_;
  grpc::ClientContext context_;
  watch::v1::WatchCaseRequest request_;
  watch::v1::WatchUpdate update_;
  bool came_ = false;
};

Crowd::Crowd(const std::string& address, int watchers)
    : most_(static_cast<std::size_t>(watchers)),
      channels_(Connect(address, static_cast<int>((most_ + kPerConnection - 1) / kPerConnection))) {
  for (std::size_t i = most_; i > 0; --i) to_open_.push_back(i - 1);
}

Crowd::~Crowd() {
  const language::MutexLock lock(mutex_);
  leaving_ = true;
  for (const std::unique_ptr<Watching>& each : watching_) each->Leave();
  while (open_ > 0) changed_.Wait(mutex_);
}

absl::Status Crowd::Gather(absl::Duration longest) {
  for (std::size_t i = 0; i < kOpenAtOnce; ++i) {
    if (const std::optional<std::size_t> next = Next(); next.has_value()) OpenOne(*next);
  }
  const Clock::time_point end = Clock::now() + absl::ToChronoNanoseconds(longest);
  const language::MutexLock lock(mutex_);
  while (came_ < most_ && failure_.ok()) {
    if (Clock::now() > end)
      return absl::DeadlineExceededError(absl::StrCat("only ", came_, " watchers came in time"));
    changed_.WaitFor(mutex_, std::chrono::milliseconds(100));
  }
  return failure_;
}

std::optional<std::size_t> Crowd::Next() {
  const language::MutexLock lock(mutex_);
  if (to_open_.empty()) return std::nullopt;
  const std::size_t next = to_open_.back();
  to_open_.pop_back();
  return next;
}

void Crowd::OpenOne(std::size_t number) {
  auto watching = std::make_unique<Watching>(*this, number, channels_[number % channels_.size()]);
  Watching& opened = *watching;
  {
    const language::MutexLock lock(mutex_);
    if (leaving_) return;
    watching_.push_back(std::move(watching));
    ++open_;
  }
  opened.Begin();
}

void Crowd::Came() {
  {
    const language::MutexLock lock(mutex_);
    if (++came_ == most_) changed_.NotifyAll();
  }
  if (const std::optional<std::size_t> next = Next(); next.has_value()) OpenOne(*next);
}

void Crowd::Ended(std::size_t number, bool came, bool busy, const std::string& why) {
  bool again = false;
  {
    const language::MutexLock lock(mutex_);
    again = busy && !came && !leaving_;
    if (again) ++refused_;
    if (!again && !leaving_)
      failure_.Update(absl::InternalError(absl::StrCat("a watcher's stream ended: ", why)));
  }
  if (again) OpenOne(number);
  // The last touch: when the lock is free again, this may be gone.
  const language::MutexLock lock(mutex_);
  --open_;
  changed_.NotifyAll();
}

void Crowd::Heard(bool of_report) {
  const Clock::time_point now = Clock::now();
  const language::MutexLock lock(mutex_);
  ++delivered_;
  if (!of_report) return;
  micros_.push_back(static_cast<std::uint32_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(now - listening_since_).count()));
  if (++heard_ == most_) changed_.NotifyAll();
}

void Crowd::Listen() {
  const language::MutexLock lock(mutex_);
  heard_ = 0;
  listening_since_ = Clock::now();
}

absl::Status Crowd::AwaitAll(absl::Duration longest) {
  const Clock::time_point end = Clock::now() + absl::ToChronoNanoseconds(longest);
  const language::MutexLock lock(mutex_);
  while (heard_ < most_ && failure_.ok()) {
    if (Clock::now() > end)
      return absl::DeadlineExceededError(absl::StrCat("only ", heard_, " watchers heard in time"));
    changed_.WaitFor(mutex_, std::chrono::milliseconds(100));
  }
  return failure_;
}

std::vector<std::uint32_t> Crowd::Micros() {
  const language::MutexLock lock(mutex_);
  std::vector<std::uint32_t> micros = micros_;
  std::sort(micros.begin(), micros.end());
  return micros;
}

std::int64_t Crowd::delivered() {
  const language::MutexLock lock(mutex_);
  return delivered_;
}

std::int64_t Crowd::refused() {
  const language::MutexLock lock(mutex_);
  return refused_;
}

}  // namespace waarborg::load
