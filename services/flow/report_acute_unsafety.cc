#include "services/flow/report_acute_unsafety.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/assessment/changes.h"
#include "services/call/name.h"
#include "services/escalation/bodies.h"
#include "services/escalation/changes.h"
#include "services/escalation/names.h"

namespace waarborg::flow {

void CheckMeaning(const assessment::v1::ReportAcuteUnsafetyRequest& request, call::Violations& violations) {
  escalation::CheckBodies(request.commissioning_bodies(), "", "", violations);
}

absl::StatusOr<assessment::v1::Assessment> ReportAcuteUnsafety(
    ledger::UnitOfWork& unit, const assessment::v1::ReportAcuteUnsafetyRequest& request) {
  ASSIGN_OR_RETURN(assessment::Edit edit,
                   assessment::Begin(unit, request.name(), request.etag(), "report_acute_unsafety"));
  const escalation::AcuteSeed seed{
      .region = edit.name.region,
      .provider = edit.record.provider(),
      .case_id = unit.call().NewId(),
      .danger = request.danger(),
      .persons = request.persons(),
      .source = edit.record.name(),
      .assessment = edit.record.name(),
      .commissioning_bodies = {request.commissioning_bodies().begin(), request.commissioning_bodies().end()},
      .legal_basis = edit.record.legal_basis(),
      .seen = unit.now()};
  for (const std::string& body : seed.commissioning_bodies) {
    const escalation::AcuteCaseName name{.region = seed.region,
                                         .provider = call::LastId(seed.provider),
                                         .acute_case = absl::StrCat(seed.case_id, "-", body)};
    edit.record.add_acute_cases(name.ToString());
  }
  edit.fact.reason = request.danger();
  ASSIGN_OR_RETURN(assessment::v1::Assessment noted, assessment::Finish(unit, std::move(edit)));
  RETURN_IF_ERROR(escalation::RaiseCases(unit, seed).status());
  return noted;
}

}  // namespace waarborg::flow
