#include "services/escalation/grounds.h"

#include "services/assessment/records.h"
#include "services/escalation/errors.h"
#include "services/improvement/records.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {
namespace {

using assessment::v1::Assessment;
using assessment::v1::TrustRecord;

bool ShowsImprovement(const Assessment& record) {
  const bool final = record.state() == Assessment::STATE_FINAL || record.state() == Assessment::STATE_CLOSED;
  const TrustRecord::Change trust = record.judgement().trust().change();
  const bool trusted = trust == TrustRecord::CHANGE_RESTORED || trust == TrustRecord::CHANGE_STRENGTHENED;
  return final && trusted && record.kind() == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT &&
         record.outcome() == assessment::v1::OUTCOME_IMPROVED;
}

// A correction adds a later record; the first one says when the assessment became final.
absl::StatusOr<absl::Time> FinalTime(const storage::Reader& reader, const assessment::AssessmentName& name) {
  const assessment::DecisionRecordName first{
      .region = name.region, .assessment = name.assessment, .number = "1"};
  ASSIGN_OR_RETURN(const assessment::v1::DecisionRecord record, assessment::Load(reader, first));
  return ledger::TimeOf(record.time());
}

absl::Status ReadAssessment(const storage::Reader& reader, const std::string& assessment,
                            const std::string& provider, Grounds& grounds) {
  ASSIGN_OR_RETURN(const assessment::AssessmentName name, assessment::AssessmentName::Parse(assessment));
  ASSIGN_OR_RETURN(const Assessment record, assessment::Load(reader, name));
  if (record.provider() != provider) return errors::Violation("assessment", "NOT_OF_THIS_PROVIDER", provider);
  grounds.assessed_on = record.legal_basis();
  if (!ShowsImprovement(record)) return absl::OkStatus();
  ASSIGN_OR_RETURN(grounds.restored, FinalTime(reader, name));
  return absl::OkStatus();
}

absl::Status CheckPlan(const storage::Reader& reader, const std::string& plan, const std::string& provider) {
  ASSIGN_OR_RETURN(const improvement::ImprovementPlanName name,
                   improvement::ImprovementPlanName::Parse(plan));
  ASSIGN_OR_RETURN(const improvement::v1::ImprovementPlan record, improvement::Load(reader, name));
  if (record.provider() == provider) return absl::OkStatus();
  return errors::Violation("improvement_plan", "NOT_OF_THIS_PROVIDER", provider);
}

}  // namespace

absl::StatusOr<Grounds> ReadGrounds(const storage::Reader& reader, const v1::ProposeStepsRequest& request,
                                    const std::string& provider) {
  Grounds grounds;
  if (!request.assessment().empty()) {
    RETURN_IF_ERROR(ReadAssessment(reader, request.assessment(), provider, grounds));
  }
  if (!request.improvement_plan().empty()) {
    RETURN_IF_ERROR(CheckPlan(reader, request.improvement_plan(), provider));
  }
  return grounds;
}

bool RestoredSince(const Grounds& grounds, const v1::Standing& standing) {
  if (!grounds.restored.has_value()) return false;
  absl::Time imposed = absl::InfinitePast();
  for (const v1::LevelChange& change : standing.history()) {
    if (change.cause() == standing.cause()) imposed = ledger::TimeOf(change.time());
  }
  return *grounds.restored >= imposed;
}

}  // namespace waarborg::escalation
