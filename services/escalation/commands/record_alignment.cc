#include <algorithm>
#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

void CheckMeaning(const v1::RecordAlignmentRequest& request, call::Violations& violations) {
  const auto& partners = request.alignment().partners();
  if (std::none_of(partners.begin(), partners.end(), IsAlignmentPartner)) {
    violations.Add("alignment.partners", "ALIGNMENT_PARTNER_REQUIRED");
  }
}

absl::StatusOr<v1::Step> RecordAlignment(ledger::UnitOfWork& unit,
                                         const v1::RecordAlignmentRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowStep(unit, file, "record_alignment"));
  if (ledger::DayOf(request.alignment().date()) > ledger::Today(unit.now())) {
    return errors::Violation("alignment.date", "ALIGNMENT_IN_FUTURE");
  }
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  *file.step.mutable_alignment() = request.alignment();
  file.step.mutable_alignment()->set_author(unit.call().caller.member);
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
