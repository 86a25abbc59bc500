#ifndef WAARBORG_SERVICES_ASSESSMENT_QUERIES_H_
#define WAARBORG_SERVICES_ASSESSMENT_QUERIES_H_

// What may be read of assessments. A provider reads its own only (OTHER_PROVIDER), and of those what
// redaction.h leaves.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

absl::StatusOr<v1::Assessment> GetAssessment(const ledger::View& view,
                                             const v1::GetAssessmentRequest& request);
// By id; with `provider`, those of one provider.
absl::StatusOr<v1::ListAssessmentsResponse> ListAssessments(const ledger::View& view,
                                                            const v1::ListAssessmentsRequest& request);

// NOT_FOUND for a criterion that has no finding yet, and for a provider while findings are not shown.
absl::StatusOr<v1::Finding> GetFinding(const ledger::View& view, const v1::GetFindingRequest& request);
// In framework order; empty for a provider while findings are not shown.
absl::StatusOr<v1::ListFindingsResponse> ListFindings(const ledger::View& view,
                                                      const v1::ListFindingsRequest& request);

absl::StatusOr<v1::DecisionRecord> GetDecisionRecord(const ledger::View& view,
                                                     const v1::GetDecisionRecordRequest& request);
// The oldest first.
absl::StatusOr<v1::ListDecisionRecordsResponse> ListDecisionRecords(
    const ledger::View& view, const v1::ListDecisionRecordsRequest& request);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_QUERIES_H_
