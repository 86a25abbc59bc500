#include "services/escalation/confirmations.h"

#include "services/call/code.h"
#include "services/call/error.h"
#include "services/escalation/deadlines.h"
#include "services/escalation/errors.h"
#include "services/ledger/digest.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

absl::Time ConfirmationDue(const ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy) {
  return registry::WorkingDaysAfter(unit.now(), policy.terms().confirmation_working_days());
}

// A step that has become a higher one is confirmed as such; what was asked for it before falls away.
void DropOtherStepAct(team::Confirmations& confirmations, team::v1::Act act) {
  for (int i = confirmations.size() - 1; i >= 0; --i) {
    const team::v1::Act each = confirmations[i].act();
    const bool of_step = each == team::v1::ACT_STEP_LOW || each == team::v1::ACT_STEP_HIGH;
    if (of_step && each != act) confirmations.DeleteSubrange(i, 1);
  }
}

absl::Status RefusalStatus(team::ConfirmRefusal refusal, const std::string& resource, team::v1::Act act,
                           const call::Caller& caller, const std::string& given, const std::string& current) {
  switch (refusal) {
    case team::ConfirmRefusal::kNone:
      return absl::OkStatus();
    case team::ConfirmRefusal::kNothingAsked:
      return errors::ConfirmationNotAsked(resource, act);
    case team::ConfirmRefusal::kSamePerson:
      return call::error::SamePerson(resource, caller.member);
    case team::ConfirmRefusal::kContentChanged:
      return call::error::ContentChanged(resource, given, current);
    case team::ConfirmRefusal::kAlreadyConfirmed:
      return errors::AlreadyConfirmed(resource, act);
  }
  return absl::OkStatus();
}

}  // namespace

std::string StepDigest(const v1::Step& step) {
  v1::Step content;
  content.set_name(step.name());
  content.set_commissioning_body(step.commissioning_body());
  content.set_from_level(step.from_level());
  content.set_proposed_level(step.proposed_level());
  content.set_legal_basis(step.legal_basis());
  *content.mutable_grounds() = step.grounds();
  *content.mutable_advice() = step.advice();
  content.set_skip_reason(step.skip_reason());
  content.set_basis_reason(step.basis_reason());
  content.set_assessment(step.assessment());
  content.set_improvement_plan(step.improvement_plan());
  content.set_urgent(step.urgent());
  return ledger::DigestOf(content);
}

std::string EndingDigest(absl::string_view resource, absl::string_view reason) {
  return ledger::DigestOf({resource, "ending", reason});
}

absl::Status AskStepConfirmation(ledger::UnitOfWork& unit, StepFile& file) {
  v1::Step& step = file.step;
  const team::v1::Act act = ActFor(step.from_level(), step.proposed_level());
  const team::v1::FourEyes rule = registry::FourEyesFor(file.policy, act);
  const absl::Time due = ConfirmationDue(unit, file.policy);
  DropOtherStepAct(*step.mutable_confirmations(), act);
  team::AskConfirmation(*step.mutable_confirmations(), act, rule, unit.call().caller.member, StepDigest(step),
                        due);
  if (rule != team::v1::FOUR_EYES_LATER) return unit.ClearDeadline(step.name(), kStepConfirmationDue);
  return unit.SetDeadline(step.name(), kStepConfirmationDue, due, "confirmation_working_days");
}

absl::StatusOr<Ending> AskEnding(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                                 const std::string& resource, team::Confirmations& confirmations,
                                 const EndingAct& ending, const std::string& reason) {
  const team::v1::FourEyes rule = registry::FourEyesFor(policy, ending.act);
  const std::string digest = EndingDigest(resource, reason);
  const team::v1::Confirmation* const before = team::FindConfirmation(confirmations, ending.act);
  const bool put_forward = before != nullptr && before->content_digest() == digest;
  const absl::Time due = ConfirmationDue(unit, policy);
  team::AskConfirmation(confirmations, ending.act, rule, unit.call().caller.member, digest, due);
  if (rule == team::v1::FOUR_EYES_LATER) {
    RETURN_IF_ERROR(unit.SetDeadline(resource, ending.deadline, due, "confirmation_working_days"));
  }
  if (team::MayGoOn(confirmations, ending.act)) return Ending::kGoOn;
  if (put_forward) return call::error::SecondPersonRequired(resource, call::CodeOf(ending.act));
  return Ending::kAsk;
}

absl::Status ConfirmAct(const ledger::UnitOfWork& unit, const std::string& resource,
                        team::Confirmations& confirmations, team::v1::Act act, const std::string& digest) {
  const call::Caller& caller = unit.call().caller;
  const team::v1::Confirmation* const asked = team::FindConfirmation(confirmations, act);
  const std::string current = asked == nullptr ? "" : asked->content_digest();
  const team::ConfirmRefusal refusal = team::Confirm(confirmations, act, caller.member, digest, unit.now());
  return RefusalStatus(refusal, resource, act, caller, digest, current);
}

bool FlagOverdue(team::Confirmations& confirmations, absl::Time now) {
  bool late = false;
  for (team::v1::Confirmation& each : confirmations) {
    const bool waits = each.confirmer().empty() && each.has_due_time() && !each.overdue();
    if (!waits || ledger::TimeOf(each.due_time()) > now) continue;
    each.set_overdue(true);
    late = true;
  }
  return late;
}

absl::Status CheckSecondPerson(const call::Caller& caller, const v1::Step& step) {
  if (caller.member != step.author() && caller.member != step.decision().member()) return absl::OkStatus();
  return call::error::SamePerson(step.name(), caller.member);
}

absl::Status CheckDecider(const call::Caller& caller, const v1::Step& step) {
  const team::v1::Act act = ActFor(step.from_level(), step.proposed_level());
  const team::v1::Confirmation* const confirmation = team::FindConfirmation(step.confirmations(), act);
  const bool confirmed_it = confirmation != nullptr && confirmation->confirmer() == caller.member;
  const bool low = IsLow(step.from_level(), step.proposed_level());
  if (confirmed_it || (!low && caller.member == step.author())) {
    return call::error::SamePerson(step.name(), caller.member);
  }
  if (team::MayGoOn(step.confirmations(), act)) return absl::OkStatus();
  return call::error::SecondPersonRequired(step.name(), call::CodeOf(act));
}

}  // namespace waarborg::escalation
