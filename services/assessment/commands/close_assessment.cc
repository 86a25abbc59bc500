#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/rules/hand_over.h"
#include "services/call/each_once.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

void CheckMeaning(const v1::CloseAssessmentRequest& request, call::Violations& violations) {
  const auto follow_up = [](const v1::HandOver& each) { return call::CodeOf(each.follow_up()); };
  call::CheckEachOnce(request.hand_overs(), "hand_overs", ".follow_up", "FOLLOW_UP_TWICE", follow_up,
                      violations);
}

AssessmentAnswer CloseAssessment(ledger::UnitOfWork& unit, const v1::CloseAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "close"));
  RETURN_IF_ERROR(errors::OfFaults(HandOverFaults(edit.record, request.hand_overs())));
  const std::vector<std::string> open = NotHandedOver(edit.record, request.hand_overs());
  if (!open.empty()) return errors::FollowUpNotHandedOver(request.name(), open);
  *edit.record.mutable_hand_overs() = request.hand_overs();
  for (v1::HandOver& each : *edit.record.mutable_hand_overs()) {
    each.set_author(unit.call().caller.member);
    *each.mutable_time() = ledger::Stamp(unit.now());
  }
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
