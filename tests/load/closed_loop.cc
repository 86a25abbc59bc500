#include "tests/load/closed_loop.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"
#include "grpcpp/client_context.h"
#include "grpcpp/impl/codegen/proto_utils.h"
#include "services/language/die.h"
#include "tests/load/channels.h"

namespace waarborg::load {
namespace {

using Clock = std::chrono::steady_clock;

// What the callers of one run share.
struct Field {
  const NextShot& next;
  Clock::time_point end;
  std::mutex mutex;
  int running;
  std::promise<void> over;
};

class Caller final {
 public:
  Caller(Field& field, grpc::GenericStub& stub, int number) : field_(field), stub_(stub), number_(number) {}

  void Fire() {
    std::optional<Shot> shot;
    if (Clock::now() < field_.end) shot = field_.next(number_);
    if (!shot.has_value()) return Stop();
    context_ = std::make_unique<grpc::ClientContext>();
    if (!shot->member.empty()) context_->AddMetadata("waarborg-member", shot->member);
    bool own = false;
    request_.Clear();
    if (!grpc::GenericSerialize<grpc::ProtoBufferWriter, google::protobuf::Message>(*shot->request, &request_,
                                                                                    &own)
             .ok()) {
      language::Die("a request cannot be serialized");
    }
    answer_.Clear();
    method_ = std::move(shot->method);
    sent_ = Clock::now();
    stub_.UnaryCall(context_.get(), method_, {}, &request_, &answer_,
                    [this](const grpc::Status& status) { Answered(status); });
  }

  void AddTo(Volley& volley) {
    volley.calls += static_cast<std::int64_t>(micros_.size());
    volley.failures += failures_;
    if (volley.first_failure.empty()) volley.first_failure = first_failure_;
    volley.micros.insert(volley.micros.end(), micros_.begin(), micros_.end());
  }

 private:
  void Answered(const grpc::Status& status) {
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - sent_);
    micros_.push_back(static_cast<std::uint32_t>(took.count()));
    if (!status.ok()) {
      ++failures_;
      if (first_failure_.empty()) first_failure_ = absl::StrCat(method_, ": ", status.error_message());
    }
    Fire();
  }

  void Stop() {
    const std::lock_guard<std::mutex> lock(field_.mutex);
    if (--field_.running == 0) field_.over.set_value();
  }

  Field& field_;
  grpc::GenericStub& stub_;
  const int number_;
  std::unique_ptr<grpc::ClientContext> context_;
  grpc::ByteBuffer request_;
  grpc::ByteBuffer answer_;
  std::string method_;
  Clock::time_point sent_;
  std::vector<std::uint32_t> micros_;
  std::int64_t failures_ = 0;
  std::string first_failure_;
};

}  // namespace

double Volley::PerSecond() const { return static_cast<double>(calls) / absl::ToDoubleSeconds(elapsed); }

double Volley::Percentile(double share) const {
  if (micros.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(micros.size()));
  return micros[std::min(at, micros.size() - 1)];
}

ClosedLoop::ClosedLoop(const std::string& address, int callers, int channels) : callers_(callers) {
  for (const std::shared_ptr<grpc::Channel>& channel : Connect(address, channels)) {
    stubs_.push_back(std::make_unique<grpc::GenericStub>(channel));
  }
}

Volley ClosedLoop::Run(const NextShot& next, absl::Duration longest) {
  const Clock::time_point start = Clock::now();
  Field field{.next = next,
              .end = start + absl::ToChronoNanoseconds(longest),
              .mutex = {},
              .running = callers_,
              .over = {}};
  std::vector<std::unique_ptr<Caller>> callers;
  for (int i = 0; i < callers_; ++i) {
    callers.push_back(
        std::make_unique<Caller>(field, *stubs_[static_cast<std::size_t>(i) % stubs_.size()], i));
  }
  for (const std::unique_ptr<Caller>& caller : callers) caller->Fire();
  field.over.get_future().wait();
  Volley volley;
  volley.elapsed = absl::FromChrono(Clock::now() - start);
  {
    // The last caller is done with the field when it has let go of the lock.
    const std::lock_guard<std::mutex> lock(field.mutex);
  }
  for (const std::unique_ptr<Caller>& caller : callers) caller->AddTo(volley);
  std::sort(volley.micros.begin(), volley.micros.end());
  return volley;
}

}  // namespace waarborg::load
