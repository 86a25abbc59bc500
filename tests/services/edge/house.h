#ifndef WAARBORG_TESTS_SERVICES_EDGE_HOUSE_H_
#define WAARBORG_TESTS_SERVICES_EDGE_HOUSE_H_

// A small house on a real loopback port: the edge, a directory of four people, the journal's own service, and
// a team service of two rpcs whose handlers the test chooses.

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "services/audit/audit_service.h"
#include "services/call/each_once.h"
#include "services/call/name.h"
#include "services/edge/door.h"
#include "services/edge/edge.h"
#include "tests/services/ledger/books.h"
#include "waarborg/audit/v1/audit.grpc.pb.h"
#include "waarborg/team/v1/team.grpc.pb.h"

namespace waarborg::edge {

// Everybody who is known: the member id says the role.
class PhoneBook final : public call::Directory {
 public:
  absl::StatusOr<call::Caller> Find(absl::string_view member) const override {
    const std::vector<std::pair<std::string, call::Role>> people = {
        {"administrator", team::v1::ROLE_ADMINISTRATOR},
        {"auditor", team::v1::ROLE_AUDITOR},
        {"quality-manager", team::v1::ROLE_QUALITY_MANAGER}};
    for (const auto& [id, role] : people) {
      for (const char* region : {"nmd", "shared"}) {
        const std::string name = absl::StrCat("regions/", region, "/members/", id);
        if (name == member)
          return call::Caller{.member = name, .region = region, .roles = {role}, .provider = ""};
      }
    }
    return call::Error(absl::StatusCode::kUnauthenticated, "UNKNOWN_MEMBER").With("member", member);
  }
};

// What a request to hire shows by itself.
inline void CheckHire(const team::v1::CreateMemberRequest& request, call::Violations& violations) {
  if (!call::IsChosenId(request.member_id())) violations.Add("member_id", "INVALID_ID", request.member_id());
  call::CheckEachOnce<team::v1::Role>(request.member().roles(), "member.roles", "DUPLICATE", violations);
}

using MemberHandler = call::Handler<team::v1::GetMemberRequest, team::v1::Member>;

class TestTeamRpc final : public team::v1::TeamService::CallbackService {
 public:
  TestTeamRpc(Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* CreateMember(grpc::CallbackServerContext* context,
                                         const team::v1::CreateMemberRequest* request,
                                         team::v1::Member* response) override {
    return edge_.Serve(context, request, response, ledger_.Command(&ledger::HireMember), &CheckHire);
  }
  grpc::ServerUnaryReactor* GetMember(grpc::CallbackServerContext* context,
                                      const team::v1::GetMemberRequest* request,
                                      team::v1::Member* response) override {
    return edge_.Serve(context, request, response, get_member);
  }

  MemberHandler get_member = [](const call::Call&, const team::v1::GetMemberRequest&,
                                const call::Done<team::v1::Member>& done) { done(team::v1::Member()); };

 private:
  Edge& edge_;
  ledger::Ledger& ledger_;
};

// What a call ended with, taken apart.
struct Ended {
  grpc::Status status;
  google::rpc::Status details;

  explicit Ended(grpc::Status ended) : status(std::move(ended)) {
    details.ParseFromString(status.error_details());
  }

  [[nodiscard]] bool ok() const { return status.ok(); }
  [[nodiscard]] grpc::StatusCode code() const { return status.error_code(); }
  [[nodiscard]] google::rpc::ErrorInfo info() const {
    google::rpc::ErrorInfo info;
    for (const google::protobuf::Any& detail : details.details()) {
      if (detail.UnpackTo(&info)) break;
    }
    return info;
  }
  [[nodiscard]] std::string reason() const { return info().reason(); }
  [[nodiscard]] std::vector<std::string> faults() const {
    google::rpc::BadRequest bad;
    std::vector<std::string> rows;
    for (const google::protobuf::Any& detail : details.details()) {
      if (!detail.UnpackTo(&bad)) continue;
      for (const auto& row : bad.field_violations())
        rows.push_back(absl::StrCat(row.field(), ": ", row.reason()));
    }
    return rows;
  }
};

// The server's own deadlines.
struct Limits {
  absl::Duration unary = limits::kUnaryDeadline;
  absl::Duration stream = limits::kStreamDeadline;
  absl::Duration taken_within = limits::kTakenAtAll;
};

class House final {
 public:
  // `more` stands in the place of the journal's own service.
  explicit House(bool dev_identities = true, grpc::Service* more = nullptr, const Limits& most = {})
      : edge({.directory = &phone_book_,
              .clock = [this] { return books.clock.Now(); },
              .entropy = books.entropy,
              .log = [this](absl::string_view line) { Write(line); },
              .dev_identities = dev_identities,
              .unary_deadline = most.unary,
              .stream_deadline = most.stream,
              .taken_within = most.taken_within}),
        team(edge, *books.ledger),
        audit_(edge, *books.ledger,
               [](const call::Caller&, const google::protobuf::Message&) { return true; }),
        doors_{Door(team, *ServiceNamed("waarborg.team.v1.TeamService")),
               Door(more == nullptr ? static_cast<grpc::Service&>(audit_) : *more,
                    *ServiceNamed("waarborg.audit.v1.AuditService"))} {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    for (Door& door : doors_) builder.RegisterService(&door);
    server_ = builder.BuildAndStart();
    channel = grpc::CreateChannel(absl::StrCat("127.0.0.1:", port_), grpc::InsecureChannelCredentials());
    team_stub = team::v1::TeamService::NewStub(channel);
    audit_stub = audit::v1::AuditService::NewStub(channel);
  }
  ~House() { server_->Shutdown(); }

  // A context that speaks for a member of nmd; "" for nobody.
  static std::unique_ptr<grpc::ClientContext> As(absl::string_view id, absl::string_view region = "nmd") {
    auto context = std::make_unique<grpc::ClientContext>();
    if (!id.empty())
      context->AddMetadata("waarborg-member", absl::StrCat("regions/", region, "/members/", id));
    return context;
  }

  Ended Hire(const team::v1::CreateMemberRequest& request, absl::string_view as = "administrator") {
    team::v1::Member member;
    return Ended(team_stub->CreateMember(As(as).get(), request, &member));
  }

  Ended GetMember(grpc::ClientContext& context, absl::string_view name = "regions/nmd/members/bo") {
    team::v1::GetMemberRequest request;
    request.set_name(std::string(name));
    team::v1::Member member;
    return Ended(team_stub->GetMember(&context, request, &member));
  }

  std::vector<std::string> log() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return log_;
  }

 private:
  void Write(absl::string_view line) {
    const std::lock_guard<std::mutex> lock(mutex_);
    log_.emplace_back(line);
  }

  PhoneBook phone_book_;
  std::mutex mutex_;
  std::vector<std::string> log_;

 public:
  ledger::Books books;
  Edge edge;
  TestTeamRpc team;
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<team::v1::TeamService::Stub> team_stub;
  std::unique_ptr<audit::v1::AuditService::Stub> audit_stub;

 private:
  static const google::protobuf::ServiceDescriptor* ServiceNamed(const char* name) {
    return google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(name);
  }

  audit::AuditService audit_;
  std::array<Door, 2> doors_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_TESTS_SERVICES_EDGE_HOUSE_H_
