#include <algorithm>

#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/rules/finding.h"
#include "services/call/code.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

// Who scored does not confirm the scores, nor what was left untested, also where another person handed them
// in (G4).
absl::Status CheckDidNotScore(const ledger::UnitOfWork& unit, const AssessmentName& name) {
  const std::string& member = unit.call().caller.member;
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), name));
  const bool scored = std::any_of(findings.begin(), findings.end(), [&member](const auto& entry) {
    return IsScored(entry.second) && entry.second.author() == member;
  });
  return scored ? call::error::SamePerson(name.ToString(), member) : absl::OkStatus();
}

absl::Status Refused(team::ConfirmRefusal refusal, const ledger::UnitOfWork& unit,
                     const v1::ConfirmAssessmentRequest& request, const v1::Assessment& assessment) {
  const std::string act = call::CodeOf(request.act());
  switch (refusal) {
    case team::ConfirmRefusal::kNone:
      return absl::OkStatus();
    case team::ConfirmRefusal::kNothingAsked:
      return errors::NothingToConfirm(request.name(), act);
    case team::ConfirmRefusal::kAlreadyConfirmed:
      return errors::AlreadyConfirmed(request.name(), act);
    case team::ConfirmRefusal::kSamePerson:
      return call::error::SamePerson(request.name(), unit.call().caller.member);
    case team::ConfirmRefusal::kContentChanged:
      break;
  }
  const team::v1::Confirmation* asked = team::FindConfirmation(assessment.confirmations(), request.act());
  return call::error::ContentChanged(request.name(), request.content_digest(), asked->content_digest());
}

}  // namespace

AssessmentAnswer ConfirmAssessment(ledger::UnitOfWork& unit, const v1::ConfirmAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), "", "confirm"));
  const team::ConfirmRefusal refusal =
      team::Confirm(*edit.record.mutable_confirmations(), request.act(), unit.call().caller.member,
                    request.content_digest(), unit.now());
  RETURN_IF_ERROR(Refused(refusal, unit, request, edit.record));
  const bool of_scores =
      request.act() == team::v1::ACT_SCORES || request.act() == team::v1::ACT_NARROWED_SCOPE;
  if (of_scores) RETURN_IF_ERROR(CheckDidNotScore(unit, edit.name));
  RETURN_IF_ERROR(RefreshConfirmationDeadline(unit, edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
