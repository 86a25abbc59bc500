#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/call/etag.h"
#include "services/escalation/bodies.h"
#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/confirmations.h"
#include "services/escalation/errors.h"
#include "services/escalation/grounds.h"
#include "services/escalation/guards.h"
#include "services/escalation/records.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::escalation {
namespace {

// One advice, as it holds for every body it names.
struct Proposal {
  const v1::ProposeStepsRequest& request;
  EscalationName escalation;
  std::string provider;  // resource name
  registry::v1::PolicyVersion policy;
  Footing footing;
  Grounds grounds;
};

absl::Status CheckReasons(const Proposal& proposal, const v1::Standing& standing) {
  const v1::ProposeStepsRequest& request = proposal.request;
  const Grounds& grounds = proposal.grounds;
  const Level from = standing.level();
  const Level to = request.level();
  const bool down = to < from;
  const bool improved = std::find(request.grounds().begin(), request.grounds().end(),
                                  v1::Step::GROUND_IMPROVED) != request.grounds().end();
  call::Violations violations;
  if (down && !improved) violations.Add("grounds", "IMPROVED_GROUND_REQUIRED");
  if (!down && improved) violations.Add("grounds", "GROUND_NOT_FOR_STEP_UP");
  const bool needs_reason =
      SkipsALevel(proposal.policy, from, to, proposal.footing) || (down && !RestoredSince(grounds, standing));
  if (needs_reason && request.skip_reason().empty()) violations.Add("skip_reason", "SKIP_REASON_REQUIRED");
  const bool other_basis = grounds.assessed_on.value_or(request.legal_basis()) != request.legal_basis();
  if (other_basis && request.basis_reason().empty()) violations.Add("basis_reason", "BASIS_REASON_REQUIRED");
  return violations.ToStatus();
}

v1::Step NewStep(const ledger::UnitOfWork& unit, const Proposal& proposal, const StepName& name,
                 const v1::Standing& standing) {
  const v1::ProposeStepsRequest& request = proposal.request;
  v1::Step step;
  step.set_name(name.ToString());
  step.set_commissioning_body(standing.commissioning_body());
  step.set_from_level(standing.level());
  step.set_proposed_level(request.level());
  step.set_legal_basis(request.legal_basis());
  step.set_policy_version(proposal.policy.name());
  *step.mutable_grounds() = request.grounds();
  *step.mutable_advice() = request.advice();
  step.set_skip_reason(request.skip_reason());
  step.set_basis_reason(request.basis_reason());
  step.set_assessment(request.assessment());
  step.set_improvement_plan(request.improvement_plan());
  step.set_urgent(request.urgent());
  step.set_author(unit.call().caller.member);
  *step.mutable_create_time() = ledger::Stamp(unit.now());
  return step;
}

absl::StatusOr<v1::Step> ProposeStep(ledger::UnitOfWork& unit, const Proposal& proposal, const StepName& name,
                                     const std::string& body) {
  ASSIGN_OR_RETURN(const std::optional<v1::Step> existing, unit.Get(kSteps, name.Key()));
  if (existing.has_value()) return call::error::Exists("STEP", name.ToString());
  ASSIGN_OR_RETURN(v1::Standing standing, LoadStanding(unit.reader(), {name.region, name.provider, body}));
  if (!standing.open_step().empty()) return errors::StepOpen(body, standing.open_step());
  const Level from = standing.level();
  v1::Step step = NewStep(unit, proposal, name, standing);
  StepFile file{.name = name,
                .step = std::move(step),
                .standing = std::move(standing),
                .policy = proposal.policy,
                .provider = proposal.provider};
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "propose"));
  RETURN_IF_ERROR(CheckStep(proposal.policy, from, proposal.request.level(), proposal.footing));
  RETURN_IF_ERROR(CheckReasons(proposal, file.standing));
  RETURN_IF_ERROR(AskStepConfirmation(unit, file));
  file.standing.set_open_step(file.step.name());
  RETURN_IF_ERROR(PutStanding(unit, file.standing));
  fact.reason = proposal.request.advice().quality_and_law();
  return KeepStep(unit, file, std::move(fact));
}

absl::StatusOr<registry::v1::PolicyVersion> CurrentPolicy(const storage::Reader& reader,
                                                          const registry::v1::Region& region) {
  ASSIGN_OR_RETURN(const registry::PolicyVersionName name,
                   registry::PolicyVersionName::Parse(region.current_policy()));
  return registry::Load(reader, name);
}

}  // namespace

void CheckMeaning(const v1::ProposeStepsRequest& request, call::Violations& violations) {
  CheckBodies(request.commissioning_bodies(), request.step_id(), "step_id", violations);
}

absl::StatusOr<v1::ProposeStepsResponse> ProposeSteps(ledger::UnitOfWork& unit,
                                                      const v1::ProposeStepsRequest& request) {
  Proposal proposal{
      .request = request, .escalation = {}, .provider = "", .policy = {}, .footing = {}, .grounds = {}};
  ASSIGN_OR_RETURN(proposal.escalation, EscalationName::Parse(request.parent()));
  const registry::ProviderName provider_name{proposal.escalation.region, proposal.escalation.provider};
  proposal.provider = provider_name.ToString();
  ASSIGN_OR_RETURN(const registry::v1::Provider provider, registry::Load(unit.reader(), provider_name));
  if (provider.inactive()) return errors::ProviderInactive(proposal.provider);
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(unit.reader(), registry::RegionName{proposal.escalation.region}));
  RETURN_IF_ERROR(CheckLegalGround(region, provider, request.legal_basis()));
  ASSIGN_OR_RETURN(proposal.policy, CurrentPolicy(unit.reader(), region));
  ASSIGN_OR_RETURN(proposal.footing, FootingOf(unit.reader(), provider_name, request.legal_basis()));
  ASSIGN_OR_RETURN(proposal.grounds, ReadGrounds(unit.reader(), request, proposal.provider));
  const std::vector<std::string> bodies(request.commissioning_bodies().begin(),
                                        request.commissioning_bodies().end());
  ASSIGN_OR_RETURN(const std::vector<std::string> ids,
                   IdsForBodies(unit.call(), region, bodies, request.step_id(), "step_id"));
  v1::ProposeStepsResponse response;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const StepName name{proposal.escalation.region, proposal.escalation.provider, ids[i]};
    ASSIGN_OR_RETURN(*response.add_steps(), ProposeStep(unit, proposal, name, bodies[i]));
  }
  return response;
}

}  // namespace waarborg::escalation
