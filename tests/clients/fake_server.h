#ifndef WAARBORG_TESTS_CLIENTS_FAKE_SERVER_H_
#define WAARBORG_TESTS_CLIENTS_FAKE_SERVER_H_

// A server in this process that answers as a test tells it to, and remembers who called. Rpcs without a
// handler are UNIMPLEMENTED.

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "grpcpp/server.h"
#include "waarborg/assessment/v1/assessment.grpc.pb.h"
#include "waarborg/audit/v1/audit.grpc.pb.h"
#include "waarborg/comment/v1/comment.grpc.pb.h"
#include "waarborg/escalation/v1/escalation.grpc.pb.h"
#include "waarborg/evidence/v1/evidence.grpc.pb.h"
#include "waarborg/framework/v1/framework.grpc.pb.h"
#include "waarborg/improvement/v1/improvement.grpc.pb.h"
#include "waarborg/incident/v1/incident.grpc.pb.h"
#include "waarborg/lifecycle/v1/lifecycle.grpc.pb.h"
#include "waarborg/registry/v1/certificate.grpc.pb.h"
#include "waarborg/registry/v1/obligation.grpc.pb.h"
#include "waarborg/registry/v1/registry.grpc.pb.h"
#include "waarborg/term/v1/term.grpc.pb.h"
#include "waarborg/watch/v1/watch.grpc.pb.h"

namespace waarborg::testing {

template <class Request, class Response>
using Handler = std::function<grpc::Status(const Request&, Response&)>;
// Sends one message at a time, and learns whether anybody still listens.
template <class Request, class Response>
using StreamHandler =
    std::function<grpc::Status(const Request&, const std::function<bool(const Response&)>&)>;

// An error as a Waarborg server sends it.
[[nodiscard]] grpc::Status ErrorStatus(grpc::StatusCode code, const std::string& reason,
                                       const std::string& nl, const std::string& en,
                                       const google::rpc::BadRequest& bad = {},
                                       const google::rpc::PreconditionFailure& failure = {},
                                       const std::vector<std::pair<std::string, std::string>>& metadata = {});

// A row of BadRequest.
void AddViolation(google::rpc::BadRequest& bad, const std::string& field, const std::string& reason);

class FakeServer final {
 public:
  FakeServer();
  ~FakeServer();

  [[nodiscard]] std::shared_ptr<grpc::Channel> Channel();

  // The `waarborg-member` and `traceparent` of each call, "-" for a call without.
  [[nodiscard]] std::vector<std::string> Members();
  [[nodiscard]] std::vector<std::string> Traces();

  Handler<framework::v1::EvaluateScoresRequest, framework::v1::Evaluation> evaluate;
  Handler<registry::v1::CreateProviderRequest, registry::v1::Provider> create_provider;
  Handler<registry::v1::UpdateProviderRequest, registry::v1::Provider> update_provider;
  Handler<registry::v1::GetProviderRequest, registry::v1::Provider> get_provider;
  Handler<registry::v1::ListProvidersRequest, registry::v1::ListProvidersResponse> list_providers;
  Handler<assessment::v1::GetAssessmentRequest, assessment::v1::Assessment> get_assessment;
  Handler<assessment::v1::ListAssessmentsRequest, assessment::v1::ListAssessmentsResponse> list_assessments;
  Handler<improvement::v1::ListImprovementPlansRequest, improvement::v1::ListImprovementPlansResponse>
      list_plans;
  Handler<improvement::v1::ListAttentionPointsRequest, improvement::v1::ListAttentionPointsResponse>
      list_points;
  Handler<registry::v1::ListCertificatesRequest, registry::v1::ListCertificatesResponse> list_certificates;
  Handler<registry::v1::ListObligationsRequest, registry::v1::ListObligationsResponse> list_obligations;
  Handler<registry::v1::ListExternalJudgementsRequest, registry::v1::ListExternalJudgementsResponse>
      list_external_judgements;
  Handler<escalation::v1::GetEscalationRequest, escalation::v1::Escalation> get_escalation;
  Handler<escalation::v1::ListStepsRequest, escalation::v1::ListStepsResponse> list_steps;
  Handler<escalation::v1::ListAcuteCasesRequest, escalation::v1::ListAcuteCasesResponse> list_acute_cases;
  Handler<evidence::v1::ListAttachmentsRequest, evidence::v1::ListAttachmentsResponse> list_attachments;
  Handler<incident::v1::ListIncidentsRequest, incident::v1::ListIncidentsResponse> list_incidents;
  Handler<term::v1::ListTermsRequest, term::v1::ListTermsResponse> list_terms;
  Handler<comment::v1::ListCommentsRequest, comment::v1::ListCommentsResponse> list_comments;
  Handler<audit::v1::ListEventsRequest, audit::v1::ListEventsResponse> list_events;
  Handler<audit::v1::GetTreeHeadRequest, audit::v1::TreeHead> tree_head;
  StreamHandler<audit::v1::StreamLeavesRequest, audit::v1::Leaf> leaves;
  StreamHandler<watch::v1::WatchAssessmentRequest, watch::v1::WatchUpdate> watch_assessment;
  Handler<lifecycle::v1::GetLifecycleRequest, lifecycle::v1::Lifecycle> get_lifecycle;

  // Remembers the caller, then answers.
  template <class Request, class Response>
  grpc::Status Answer(const grpc::ServerContext& context, const Request& request, Response& response,
                      const Handler<Request, Response>& handler) {
    Remember(context);
    return handler ? handler(request, response) : grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "no handler");
  }

  void Remember(const grpc::ServerContext& context);

 private:
  std::mutex mutex_;
  std::vector<std::string> members_;
  std::vector<std::string> traces_;
  std::vector<std::unique_ptr<grpc::Service>> services_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

// What one command line printed, and how it ended.
struct Printed {
  int status = 0;
  std::string out;
  std::string err;
};

// Runs `waarborg` with these words against the server; English unless the words say otherwise.
[[nodiscard]] Printed RunCli(FakeServer& server, const std::vector<std::string>& words,
                             const std::string& input = "", bool terminal = false);

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CLIENTS_FAKE_SERVER_H_
