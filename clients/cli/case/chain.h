#ifndef WAARBORG_CLIENTS_CLI_CASE_CHAIN_H_
#define WAARBORG_CLIENTS_CLI_CASE_CHAIN_H_

// Everything there is about one provider: from the first assessment to where it stands on the ladder, and
// every event of the case in the order of the journal.

#include <string>
#include <vector>

#include "clients/cli/session.h"
#include "clients/cpp/client.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/comment/v1/comment.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/term/v1/term.pb.h"

namespace waarborg::cli {

struct Chain {
  registry::v1::Provider provider;
  registry::v1::ListCertificatesResponse certificates;
  registry::v1::ListObligationsResponse obligations;
  registry::v1::ListExternalJudgementsResponse external_judgements;
  assessment::v1::ListAssessmentsResponse assessments;
  improvement::v1::ListImprovementPlansResponse plans;
  improvement::v1::ListAttentionPointsResponse attention_points;
  escalation::v1::Escalation escalation;
  escalation::v1::ListStepsResponse steps;
  escalation::v1::ListAcuteCasesResponse acute_cases;
  evidence::v1::ListAttachmentsResponse attachments;
  incident::v1::ListIncidentsResponse incidents;
  term::v1::ListTermsResponse terms;
  audit::v1::ListEventsResponse events;
  comment::v1::ListCommentsResponse comments;  // of the threads that the events tell of
};

// `provider` is `regions/{region}/providers/{provider}`.
[[nodiscard]] client::Result<Chain, client::ApiError> ReadChain(const Session& session,
                                                                const std::string& provider);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CASE_CHAIN_H_
