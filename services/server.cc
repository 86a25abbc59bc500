#include "services/server.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grpc/support/time.h"
#include "grpcpp/ext/proto_server_reflection_plugin.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/resource_quota.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "services/assessment/assessment_service.h"
#include "services/assessment/deadlines.h"
#include "services/audit/audit_service.h"
#include "services/backup/backup_service.h"
#include "services/backup/backup_worker.h"
#include "services/call/authorization.h"
#include "services/comment/comment_service.h"
#include "services/edge/door.h"
#include "services/edge/edge.h"
#include "services/edge/loopback.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/escalation_service.h"
#include "services/evidence/deadlines.h"
#include "services/evidence/evidence_service.h"
#include "services/evidence/scanner.h"
#include "services/flow/called_upon.h"
#include "services/flow/discretion.h"
#include "services/flow/reading.h"
#include "services/framework/framework_service.h"
#include "services/improvement/deadlines.h"
#include "services/improvement/improvement_service.h"
#include "services/incident/deadlines.h"
#include "services/incident/incident_service.h"
#include "services/language/die.h"
#include "services/language/status_macros.h"
#include "services/ledger/ledger.h"
#include "services/lifecycle/lifecycle_service.h"
#include "services/notice/notice_service.h"
#include "services/notice/post_office.h"
#include "services/notice/rules/address.h"
#include "services/registry/certificate_service.h"
#include "services/registry/deadlines.h"
#include "services/registry/obligation_service.h"
#include "services/registry/registry_service.h"
#include "services/risk/risk_service.h"
#include "services/task/deadlines.h"
#include "services/task/keeping.h"
#include "services/task/task_service.h"
#include "services/team/directory.h"
#include "services/team/team_service.h"
#include "services/term/term_service.h"
#include "services/timers.h"
#include "services/watch/lookout.h"
#include "services/watch/watch_service.h"

namespace waarborg {
namespace {

namespace limits = edge::limits;

std::vector<ledger::DeadlineRule> AllDeadlines() {
  std::vector<ledger::DeadlineRule> rules;
  for (const auto* of :
       {&task::Deadlines(), &registry::Deadlines(), &assessment::Deadlines(), &improvement::Deadlines(),
        &escalation::Deadlines(), &incident::Deadlines(), &evidence::Deadlines()}) {
    rules.insert(rules.end(), of->begin(), of->end());
  }
  return rules;
}

const google::protobuf::ServiceDescriptor& ServiceNamed(const char* name) {
  const auto* const service = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(name);
  if (service == nullptr) language::Die(absl::StrCat("no service ", name));
  return *service;
}

// Deny by default begins here: a server with a method that no row speaks of does not start.
absl::Status CheckRows(const google::protobuf::ServiceDescriptor& service) {
  for (int i = 0; i < service.method_count(); ++i) {
    const std::string method = absl::StrCat(service.full_name(), "/", service.method(i)->name());
    if (call::RolesOf(method) == nullptr) {
      return absl::FailedPreconditionError(absl::StrCat("no authorization row for ", method));
    }
  }
  return absl::OkStatus();
}

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(limits::kRequestBytes);
  builder.SetMaxSendMessageSize(limits::kAnswerBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, limits::kMetadataBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, limits::kStreamsPerConnection);
  builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, limits::kHandshakeMillis);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, limits::kKeepaliveMillis);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, limits::kKeepaliveTimeoutMillis);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             limits::kLeastPingIntervalMillis);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PING_STRIKES, limits::kPingStrikes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS, limits::kIdleMillis);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, limits::kAgeMillis);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, limits::kAgeGraceMillis);
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.SetResourceQuota(grpc::ResourceQuota("waarborgd").Resize(limits::kMemoryBytes));
}

std::unique_ptr<notice::PostOffice> OpenPostOffice(const ServerOptions& options, ledger::Ledger& ledger,
                                                   const World& world) {
  if (options.smtp.empty()) return nullptr;
  call::Call nobody;
  nobody.entropy = world.entropy;
  return std::make_unique<notice::PostOffice>(
      ledger, options.smtp,
      notice::Round{.holder = nobody.NewId(),
                    .sender = {.from = options.mail_from, .link_base = options.link_base},
                    .called_upon = &flow::CalledUpon,
                    .log = world.log});
}

class EmbeddedServer final : public Server {
 public:
  EmbeddedServer(const ServerOptions& options, storage::Store& store, const World& world)
      : shutdown_grace_(options.shutdown_grace),
        directory_(store),
        ledger_(store, world.clock,
                [rules = AllDeadlines()](ledger::UnitOfWork& unit) { return task::KeepTasks(unit, rules); }),
        feed_(ledger_, {.may_read = &flow::ProviderToRead, .is_callers_task = &flow::IsCallersTask}),
        lookout_(feed_, world.log),
        edge_(edge::Settings{.directory = &directory_,
                             .clock = world.clock,
                             .entropy = world.entropy,
                             .log = world.log,
                             .dev_identities = options.dev_identities}),
        backups_(store, options.backup_directory),
        backup_(edge_, [this](const call::Call&, const backup::v1::CreateBackupRequest&,
                              const call::Done<backup::v1::Backup>& done) { backups_.Create(done); }),
        evidence_(edge_, ledger_,
                  {.quota_bytes = options.evidence_quota_bytes,
                   .scans = !options.clamd.empty(),
                   .disk_space = world.disk_space},
                  [this] {
                    if (scanner_ != nullptr) scanner_->Wake();
                  }),
        scanner_(options.clamd.empty()
                     ? nullptr
                     : std::make_unique<evidence::Scanner>(ledger_, world.entropy, options.clamd, world.log)),
        timers_(ledger_, AllDeadlines(), world.entropy, world.log),
        post_office_(OpenPostOffice(options, ledger_, world)) {
    ledger_.OnCommit([this](const std::string& region) { feed_.Grew(region); });
  }

  ~EmbeddedServer() override {
    if (grpc_ == nullptr) return;
    // Whoever watches goes on elsewhere, and holds nobody up.
    feed_.Close();
    if (auto* const health = grpc_->GetHealthCheckService(); health != nullptr) health->Shutdown();
    // A span instead of a moment is counted from now.
    grpc_->Shutdown(gpr_time_from_millis(absl::ToInt64Milliseconds(shutdown_grace_), GPR_TIMESPAN));
  }

  absl::Status Listen(const std::optional<std::string>& address) {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    grpc::ServerBuilder builder;
    SetLimits(builder);
    if (address.has_value()) {
      builder.AddListeningPort(*address, grpc::InsecureServerCredentials(), &port_);
      address_ = *address;
    }
    for (const auto& [name, service] : Services()) {
      RETURN_IF_ERROR(CheckRows(ServiceNamed(name)));
      doors_.push_back(std::make_unique<edge::Door>(*service, ServiceNamed(name)));
      builder.RegisterService(doors_.back().get());
    }
    grpc_ = builder.BuildAndStart();
    if (grpc_ == nullptr || (address.has_value() && port_ == 0)) {
      return absl::UnavailableError(absl::StrCat("cannot listen on ", address_, ": is the port in use?"));
    }
    return absl::OkStatus();
  }

  [[nodiscard]] std::string address() const override {
    if (address_.empty() || absl::StartsWith(address_, "unix:")) return address_;
    return absl::StrCat(address_.substr(0, address_.rfind(':')), ":", port_);
  }
  [[nodiscard]] int port() const override { return port_; }
  std::shared_ptr<grpc::Channel> InProcessChannel() override { return grpc_->InProcessChannel({}); }
  absl::Status RunTimers() override { return timers_.RunOnce(); }
  absl::Status RunScans() override { return scanner_ == nullptr ? absl::OkStatus() : scanner_->RunOnce(); }
  [[nodiscard]] std::size_t MostHeldByUploads() const override { return edge_.transfers().most_held(); }

 private:
  std::vector<std::pair<const char*, grpc::Service*>> Services() {
    return {{"waarborg.framework.v1.FrameworkService", &framework_},
            {"waarborg.team.v1.TeamService", &team_},
            {"waarborg.registry.v1.RegistryService", &registry_},
            {"waarborg.registry.v1.CertificateService", &certificate_},
            {"waarborg.registry.v1.ObligationService", &obligation_},
            {"waarborg.assessment.v1.AssessmentService", &assessment_},
            {"waarborg.improvement.v1.ImprovementService", &improvement_},
            {"waarborg.escalation.v1.EscalationService", &escalation_},
            {"waarborg.incident.v1.IncidentService", &incident_},
            {"waarborg.risk.v1.RiskService", &risk_},
            {"waarborg.evidence.v1.EvidenceService", &evidence_},
            {"waarborg.task.v1.TaskService", &task_},
            {"waarborg.term.v1.TermService", &term_},
            {"waarborg.comment.v1.CommentService", &comment_},
            {"waarborg.notice.v1.NoticeService", &notice_},
            {"waarborg.audit.v1.AuditService", &audit_},
            {"waarborg.watch.v1.WatchService", &watch_},
            {"waarborg.lifecycle.v1.LifecycleService", &lifecycle_},
            {"waarborg.backup.v1.BackupService", &backup_}};
  }

  const absl::Duration shutdown_grace_;
  team::StoreDirectory directory_;
  ledger::Ledger ledger_;
  watch::Feed feed_;
  watch::Lookout lookout_;
  edge::Edge edge_;
  backup::BackupWorker backups_;
  framework::FrameworkService framework_{edge_, ledger_};
  team::TeamService team_{edge_, ledger_};
  registry::RegistryService registry_{edge_, ledger_};
  registry::CertificateService certificate_{edge_, ledger_};
  registry::ObligationService obligation_{edge_, ledger_};
  assessment::AssessmentService assessment_{edge_, ledger_};
  improvement::ImprovementService improvement_{edge_, ledger_};
  escalation::EscalationService escalation_{edge_, ledger_};
  incident::IncidentService incident_{edge_, ledger_};
  risk::RiskService risk_{edge_, ledger_};
  task::TaskService task_{edge_, ledger_};
  term::TermService term_{edge_, ledger_, AllDeadlines()};
  comment::CommentService comment_{edge_, ledger_};
  notice::NoticeService notice_{edge_, ledger_};
  audit::AuditService audit_{edge_, ledger_, &flow::MayReadTexts};
  watch::WatchService watch_{edge_, feed_};
  lifecycle::LifecycleService lifecycle_{edge_, ledger_};
  backup::BackupService backup_;
  evidence::EvidenceService evidence_;
  std::unique_ptr<evidence::Scanner> scanner_;
  std::vector<std::unique_ptr<edge::Door>> doors_;
  std::unique_ptr<grpc::Server> grpc_;
  std::string address_;
  int port_ = 0;
  Timers timers_;
  std::unique_ptr<notice::PostOffice> post_office_;  // null: no notice is sent
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const ServerOptions& options, storage::Store& store,
                                                      const World& world) {
  std::optional<std::string> address;
  // Until callers are identified by more than their word, nobody outside this machine may reach the server.
  if (options.listen.has_value()) {
    ASSIGN_OR_RETURN(address, edge::LoopbackAddress(*options.listen));
  }
  if (!options.smtp.empty() && !notice::IsMailAddress(options.mail_from)) {
    return absl::InvalidArgumentError("--smtp needs --mail-from, an e-mail address");
  }
  ServerOptions checked = options;
  // Case files go to the scanner unencrypted.
  if (!options.clamd.empty()) {
    ASSIGN_OR_RETURN(checked.clamd, edge::LoopbackAddress(options.clamd));
  }
  auto server = std::make_unique<EmbeddedServer>(checked, store, world);
  RETURN_IF_ERROR(server->Listen(address));
  return server;
}

}  // namespace waarborg
