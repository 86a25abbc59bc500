#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/reopening.h"
#include "services/assessment/rules/judgement.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

void CheckMeaning(const v1::JudgeTrustRequest& request, call::Violations& violations) {
  errors::Add(OwnFaults(request.trust()), violations);
}

AssessmentAnswer JudgeTrust(ledger::UnitOfWork& unit, const v1::JudgeTrustRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "judge_trust"));
  RETURN_IF_ERROR(OpenJudgement(unit, JudgementStep::kTrust, edit.record));
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(unit.reader(), edit.record));
  RETURN_IF_ERROR(errors::OfFaults(TrustFaults(*framework, request.trust())));
  v1::TrustRecord& trust = *edit.record.mutable_judgement()->mutable_trust();
  trust = request.trust();
  trust.set_author(unit.call().caller.member);
  *trust.mutable_time() = ledger::Stamp(unit.now());
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
