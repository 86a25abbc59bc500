#ifndef WAARBORG_TESTS_SERVICES_INCIDENT_POST_OFFICE_H_
#define WAARBORG_TESTS_SERVICES_INCIDENT_POST_OFFICE_H_

// The mail room behind a real door: IncidentService over an in-process channel, on a store whose writes a
// test can hold up.

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grpcpp/client_context.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "services/edge/door.h"
#include "services/edge/edge.h"
#include "services/incident/incident_service.h"
#include "services/language/mutex.h"
#include "tests/services/incident/mail_room.h"
#include "waarborg/incident/v1/incident.grpc.pb.h"

namespace waarborg::incident {

// Hands writes on to the store, or keeps them until they are let go.
class HeldStore final : public storage::Store {
 public:
  explicit HeldStore(storage::Store& store) : store_(store) {}

  std::unique_ptr<const storage::Snapshot> Read() const override { return store_.Read(); }
  void Write(storage::WriteFunction function, storage::WriteDone done) override {
    {
      const language::MutexLock lock(mutex_);
      if (holding_) {
        held_.emplace_back(std::move(function), std::move(done));
        return changed_.NotifyAll();
      }
    }
    store_.Write(std::move(function), std::move(done));
  }
  absl::StatusOr<std::uint32_t> Backup(const std::string& directory) override {
    return store_.Backup(directory);
  }

  void Hold() {
    const language::MutexLock lock(mutex_);
    holding_ = true;
  }
  void LetGo() {
    std::deque<std::pair<storage::WriteFunction, storage::WriteDone>> held;
    {
      const language::MutexLock lock(mutex_);
      holding_ = false;
      held.swap(held_);
    }
    for (auto& [function, done] : held) store_.Write(std::move(function), std::move(done));
  }
  void WaitForHeld(std::size_t count) {
    const language::MutexLock lock(mutex_);
    while (held_.size() < count) changed_.Wait(mutex_);
  }
  std::size_t held() {
    const language::MutexLock lock(mutex_);
    return held_.size();
  }

 private:
  storage::Store& store_;
  language::Mutex mutex_;
  language::Condition changed_;
  std::deque<std::pair<storage::WriteFunction, storage::WriteDone>> held_ ABSL_GUARDED_BY(mutex_);
  bool holding_ ABSL_GUARDED_BY(mutex_) = false;
};

// A machine client of each region, and an auditor.
class Visitors final : public call::Directory {
 public:
  absl::StatusOr<call::Caller> Find(absl::string_view member) const override {
    if (member == "regions/nmd/members/auditor") return Desk::As("auditor", {team::v1::ROLE_AUDITOR});
    for (const char* region : {"nmd", "elders"}) {
      const call::Caller machine = Desk::As("incident-client", {team::v1::ROLE_INCIDENT_CLIENT}, "", region);
      if (machine.member == member) return machine;
    }
    return call::Error(absl::StatusCode::kUnauthenticated, "UNKNOWN_MEMBER").With("member", member);
  }
};

class PostOffice : public MailRoom {
 protected:
  using Stream = grpc::ClientReaderWriter<v1::PushIncidentsRequest, v1::PushIncidentsResponse>;

  explicit PostOffice(absl::Duration stream_deadline = edge::limits::kStreamDeadline)
      : edge_({.directory = &visitors_,
               .clock = [this] { return desk.clock.Now(); },
               .entropy = desk.entropy,
               .log = [](absl::string_view) {},
               .dev_identities = true,
               .stream_deadline = stream_deadline}) {
    grpc::ServerBuilder builder;
    builder.SetMaxReceiveMessageSize(edge::limits::kRequestBytes);
    builder.RegisterService(&door_);
    server_ = builder.BuildAndStart();
    channel = server_->InProcessChannel({});
    stub = v1::IncidentService::NewStub(channel);
  }
  ~PostOffice() override {
    held.LetGo();
    server_->Shutdown();
  }

  static std::unique_ptr<grpc::ClientContext> As(absl::string_view id = "incident-client",
                                                 absl::string_view region = "nmd") {
    auto context = std::make_unique<grpc::ClientContext>();
    context->AddMetadata("waarborg-member", absl::StrCat("regions/", region, "/members/", id));
    return context;
  }

  [[nodiscard]] v1::PushIncidentsRequest Item(const std::string& id) const {
    v1::PushIncidentsRequest request;
    request.set_parent("regions/nmd");
    *request.mutable_event() = Event(Report(), id);
    return request;
  }

  // Reads until `count` items are answered or the stream ends.
  static std::vector<v1::PushResult> ReadAnswers(Stream& stream, std::size_t count) {
    std::vector<v1::PushResult> results;
    v1::PushIncidentsResponse response;
    while (results.size() < count && stream.Read(&response)) {
      results.insert(results.end(), response.results().begin(), response.results().end());
    }
    return results;
  }

  static std::string ReasonOf(const google::rpc::Status& status) {
    google::rpc::ErrorInfo info;
    for (const auto& detail : status.details()) {
      if (detail.UnpackTo(&info)) return info.reason();
    }
    return "";
  }
  static std::string ReasonOf(const grpc::Status& status) {
    google::rpc::Status details;
    details.ParseFromString(status.error_details());
    return ReasonOf(details);
  }

  std::size_t Count() { return List(manager, "page_size: 200").size(); }

  HeldStore held{*desk.store};

 private:
  Visitors visitors_;
  ledger::Ledger ledger_{held, [this] { return desk.clock.Now(); }};
  edge::Edge edge_;
  IncidentService service_{edge_, ledger_};
  edge::Door door_{service_, *v1::Incident::descriptor()->file()->service(0)};
  std::unique_ptr<grpc::Server> server_;

 protected:
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<v1::IncidentService::Stub> stub;
};

}  // namespace waarborg::incident

#endif  // WAARBORG_TESTS_SERVICES_INCIDENT_POST_OFFICE_H_
