#include "tests/clients/fake_server.h"

#include <sstream>

#include "absl/strings/str_cat.h"
#include "clients/cli/run.h"
#include "clients/cpp/client.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/server_builder.h"

namespace waarborg::testing {
namespace {

using Context = grpc::ServerContext;
using grpc::Status;

struct Framework final : framework::v1::FrameworkService::Service {
  explicit Framework(FakeServer& server) : fake(server) {}
  Status EvaluateScores(Context* context, const framework::v1::EvaluateScoresRequest* request,
                        framework::v1::Evaluation* response) override {
    return fake.Answer(*context, *request, *response, fake.evaluate);
  }
  FakeServer& fake;
};

struct Registry final : registry::v1::RegistryService::Service {
  explicit Registry(FakeServer& server) : fake(server) {}
  Status CreateProvider(Context* context, const registry::v1::CreateProviderRequest* request,
                        registry::v1::Provider* response) override {
    return fake.Answer(*context, *request, *response, fake.create_provider);
  }
  Status UpdateProvider(Context* context, const registry::v1::UpdateProviderRequest* request,
                        registry::v1::Provider* response) override {
    return fake.Answer(*context, *request, *response, fake.update_provider);
  }
  Status GetProvider(Context* context, const registry::v1::GetProviderRequest* request,
                     registry::v1::Provider* response) override {
    return fake.Answer(*context, *request, *response, fake.get_provider);
  }
  Status ListProviders(Context* context, const registry::v1::ListProvidersRequest* request,
                       registry::v1::ListProvidersResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_providers);
  }
  FakeServer& fake;
};

struct Certificates final : registry::v1::CertificateService::Service {
  explicit Certificates(FakeServer& server) : fake(server) {}
  Status ListCertificates(Context* context, const registry::v1::ListCertificatesRequest* request,
                          registry::v1::ListCertificatesResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_certificates);
  }
  FakeServer& fake;
};

struct Obligations final : registry::v1::ObligationService::Service {
  explicit Obligations(FakeServer& server) : fake(server) {}
  Status ListObligations(Context* context, const registry::v1::ListObligationsRequest* request,
                         registry::v1::ListObligationsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_obligations);
  }
  Status ListExternalJudgements(Context* context, const registry::v1::ListExternalJudgementsRequest* request,
                                registry::v1::ListExternalJudgementsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_external_judgements);
  }
  FakeServer& fake;
};

struct Assessments final : assessment::v1::AssessmentService::Service {
  explicit Assessments(FakeServer& server) : fake(server) {}
  Status GetAssessment(Context* context, const assessment::v1::GetAssessmentRequest* request,
                       assessment::v1::Assessment* response) override {
    return fake.Answer(*context, *request, *response, fake.get_assessment);
  }
  Status ListAssessments(Context* context, const assessment::v1::ListAssessmentsRequest* request,
                         assessment::v1::ListAssessmentsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_assessments);
  }
  FakeServer& fake;
};

struct Improvement final : improvement::v1::ImprovementService::Service {
  explicit Improvement(FakeServer& server) : fake(server) {}
  Status ListImprovementPlans(Context* context, const improvement::v1::ListImprovementPlansRequest* request,
                              improvement::v1::ListImprovementPlansResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_plans);
  }
  Status ListAttentionPoints(Context* context, const improvement::v1::ListAttentionPointsRequest* request,
                             improvement::v1::ListAttentionPointsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_points);
  }
  FakeServer& fake;
};

struct Escalation final : escalation::v1::EscalationService::Service {
  explicit Escalation(FakeServer& server) : fake(server) {}
  Status GetEscalation(Context* context, const escalation::v1::GetEscalationRequest* request,
                       escalation::v1::Escalation* response) override {
    return fake.Answer(*context, *request, *response, fake.get_escalation);
  }
  Status ListSteps(Context* context, const escalation::v1::ListStepsRequest* request,
                   escalation::v1::ListStepsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_steps);
  }
  Status ListAcuteCases(Context* context, const escalation::v1::ListAcuteCasesRequest* request,
                        escalation::v1::ListAcuteCasesResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_acute_cases);
  }
  FakeServer& fake;
};

struct Evidence final : evidence::v1::EvidenceService::Service {
  explicit Evidence(FakeServer& server) : fake(server) {}
  Status ListAttachments(Context* context, const evidence::v1::ListAttachmentsRequest* request,
                         evidence::v1::ListAttachmentsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_attachments);
  }
  FakeServer& fake;
};

struct Incidents final : incident::v1::IncidentService::Service {
  explicit Incidents(FakeServer& server) : fake(server) {}
  Status ListIncidents(Context* context, const incident::v1::ListIncidentsRequest* request,
                       incident::v1::ListIncidentsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_incidents);
  }
  FakeServer& fake;
};

struct Terms final : term::v1::TermService::Service {
  explicit Terms(FakeServer& server) : fake(server) {}
  Status ListTerms(Context* context, const term::v1::ListTermsRequest* request,
                   term::v1::ListTermsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_terms);
  }
  FakeServer& fake;
};

struct Comments final : comment::v1::CommentService::Service {
  explicit Comments(FakeServer& server) : fake(server) {}
  Status ListComments(Context* context, const comment::v1::ListCommentsRequest* request,
                      comment::v1::ListCommentsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_comments);
  }
  FakeServer& fake;
};

struct Audit final : audit::v1::AuditService::Service {
  explicit Audit(FakeServer& server) : fake(server) {}
  Status ListEvents(Context* context, const audit::v1::ListEventsRequest* request,
                    audit::v1::ListEventsResponse* response) override {
    return fake.Answer(*context, *request, *response, fake.list_events);
  }
  Status GetTreeHead(Context* context, const audit::v1::GetTreeHeadRequest* request,
                     audit::v1::TreeHead* response) override {
    return fake.Answer(*context, *request, *response, fake.tree_head);
  }
  Status StreamLeaves(Context* context, const audit::v1::StreamLeavesRequest* request,
                      grpc::ServerWriter<audit::v1::Leaf>* writer) override {
    fake.Remember(*context);
    return fake.leaves(*request, [writer](const audit::v1::Leaf& leaf) { return writer->Write(leaf); });
  }
  FakeServer& fake;
};

struct Watches final : watch::v1::WatchService::Service {
  explicit Watches(FakeServer& server) : fake(server) {}
  Status WatchAssessment(Context* context, const watch::v1::WatchAssessmentRequest* request,
                         grpc::ServerWriter<watch::v1::WatchUpdate>* writer) override {
    fake.Remember(*context);
    if (!fake.watch_assessment) return Status(grpc::StatusCode::UNIMPLEMENTED, "no handler");
    return fake.watch_assessment(
        *request, [writer](const watch::v1::WatchUpdate& update) { return writer->Write(update); });
  }
  FakeServer& fake;
};

struct Lifecycles final : lifecycle::v1::LifecycleService::Service {
  explicit Lifecycles(FakeServer& server) : fake(server) {}
  Status GetLifecycle(Context* context, const lifecycle::v1::GetLifecycleRequest* request,
                      lifecycle::v1::Lifecycle* response) override {
    return fake.Answer(*context, *request, *response, fake.get_lifecycle);
  }
  FakeServer& fake;
};

std::string Metadata(const Context& context, const char* key) {
  const auto found = context.client_metadata().find(key);
  return found == context.client_metadata().end() ? "-"
                                                  : std::string(found->second.data(), found->second.size());
}

}  // namespace

Status ErrorStatus(grpc::StatusCode code, const std::string& reason, const std::string& nl,
                   const std::string& en, const google::rpc::BadRequest& bad,
                   const google::rpc::PreconditionFailure& failure,
                   const std::vector<std::pair<std::string, std::string>>& metadata) {
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("waarborg");
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[key] = value;
  google::rpc::LocalizedMessage message;
  google::rpc::Status details;
  details.add_details()->PackFrom(info);
  message.set_locale("nl");
  message.set_message(nl);
  details.add_details()->PackFrom(message);
  message.set_locale("en");
  message.set_message(en);
  details.add_details()->PackFrom(message);
  if (bad.field_violations_size() > 0) details.add_details()->PackFrom(bad);
  if (failure.violations_size() > 0) details.add_details()->PackFrom(failure);
  return {code, en, details.SerializeAsString()};
}

void AddViolation(google::rpc::BadRequest& bad, const std::string& field, const std::string& reason) {
  google::rpc::BadRequest::FieldViolation& row = *bad.add_field_violations();
  row.set_field(field);
  row.set_reason(reason);
  row.set_description("in English: " + reason);
  row.mutable_localized_message()->set_locale("nl");
  row.mutable_localized_message()->set_message("in het Nederlands: " + reason);
}

FakeServer::FakeServer() {
  services_.push_back(std::make_unique<Framework>(*this));
  services_.push_back(std::make_unique<Registry>(*this));
  services_.push_back(std::make_unique<Assessments>(*this));
  services_.push_back(std::make_unique<Improvement>(*this));
  services_.push_back(std::make_unique<Certificates>(*this));
  services_.push_back(std::make_unique<Obligations>(*this));
  services_.push_back(std::make_unique<Escalation>(*this));
  services_.push_back(std::make_unique<Evidence>(*this));
  services_.push_back(std::make_unique<Incidents>(*this));
  services_.push_back(std::make_unique<Terms>(*this));
  services_.push_back(std::make_unique<Comments>(*this));
  services_.push_back(std::make_unique<Audit>(*this));
  services_.push_back(std::make_unique<Watches>(*this));
  services_.push_back(std::make_unique<Lifecycles>(*this));
  grpc::ServerBuilder builder;
  for (const std::unique_ptr<grpc::Service>& service : services_) builder.RegisterService(service.get());
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
  server_ = builder.BuildAndStart();
}

FakeServer::~FakeServer() { server_->Shutdown(); }

std::shared_ptr<grpc::Channel> FakeServer::Channel() {
  return client::Connect(absl::StrCat("127.0.0.1:", port_));
}

void FakeServer::Remember(const grpc::ServerContext& context) {
  const std::lock_guard<std::mutex> lock(mutex_);
  members_.push_back(Metadata(context, "waarborg-member"));
  traces_.push_back(Metadata(context, "traceparent"));
}

std::vector<std::string> FakeServer::Members() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return members_;
}

std::vector<std::string> FakeServer::Traces() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return traces_;
}

Printed RunCli(FakeServer& server, const std::vector<std::string>& words, const std::string& input,
               bool terminal) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const cli::Surroundings surroundings{.in = in,
                                       .out = out,
                                       .err = err,
                                       .environment = [](const char*) { return std::string(); },
                                       .out_is_terminal = terminal,
                                       .err_is_terminal = terminal,
                                       .connect = [&server](const std::string&) { return server.Channel(); }};
  const int status = cli::Run(words, surroundings);
  return {status, out.str(), err.str()};
}

}  // namespace waarborg::testing
