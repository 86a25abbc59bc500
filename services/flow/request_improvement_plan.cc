#include "services/flow/request_improvement_plan.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/code.h"
#include "services/call/name.h"
#include "services/call/page.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/improvement/changes.h"
#include "services/improvement/errors.h"
#include "services/improvement/rules/ground.h"
#include "services/improvement/shortcomings.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "services/registry/records.h"

namespace waarborg::flow {
namespace {

using assessment::v1::Assessment;
using escalation::v1::Standing;
using escalation::v1::Step;
using improvement::v1::RequestImprovementPlanRequest;
using registry::v1::Level;
namespace errors = improvement::errors;

absl::Status CheckFields(const RequestImprovementPlanRequest& request, const Assessment& assessment) {
  call::Violations violations;
  CheckMeaning(request, violations);
  const std::optional<std::vector<std::string>> step =
      call::MatchName(request.step(), "regions/*/escalations/*/steps/*");
  if (step.has_value() && (*step)[1] != call::LastId(assessment.provider())) {
    violations.Add("step", "STEP_OF_OTHER_PROVIDER", assessment.provider());
  }
  return violations.ToStatus();
}

absl::Status CheckFinal(const Assessment& assessment) {
  const bool final =
      assessment.state() == Assessment::STATE_FINAL || assessment.state() == Assessment::STATE_CLOSED;
  if (final) return absl::OkStatus();
  return errors::AssessmentNotFinal(assessment.name(), call::CodeOf(assessment.state()));
}

// A step that is named was decided, and imposes a level that asks a plan.
absl::Status CheckStep(const storage::Reader& reader, const std::string& name) {
  if (name.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const escalation::StepName parsed, escalation::StepName::Parse(name));
  ASSIGN_OR_RETURN(const Step step, escalation::Load(reader, parsed));
  if (step.state() != Step::STATE_DECIDED) {
    return errors::StepNotDecided(name, call::CodeOf(step.state()));
  }
  const bool imposes = step.decision().kind() != escalation::v1::Decision::KIND_NOT &&
                       step.decided_level() >= registry::v1::LEVEL_IMPROVEMENT_PLAN;
  return imposes ? absl::OkStatus() : errors::StepImposesNothing(name, call::CodeOf(step.decided_level()));
}

// The highest level at which the provider stands with any commissioning body.
absl::StatusOr<Level> HighestLevel(const storage::Reader& reader, const std::string& provider) {
  ASSIGN_OR_RETURN(const registry::ProviderName name, registry::ProviderName::Parse(provider));
  const escalation::EscalationName escalation{.region = name.region, .provider = name.provider};
  ASSIGN_OR_RETURN(
      const ledger::PageOf<Standing> standings,
      ledger::ListRecords(reader, escalation::kStandings, escalation.Key(),
                          call::Page{.size = call::kLargestPageSize, .next_key = "", .list = ""}));
  Level highest = registry::v1::LEVEL_MONITORING;
  for (const Standing& standing : standings.items) highest = std::max(highest, standing.level());
  return highest;
}

absl::Status CheckCalledFor(const storage::Reader& reader, const Assessment& assessment) {
  const assessment::v1::Conclusion& conclusion = assessment.judgement().conclusion();
  ASSIGN_OR_RETURN(const Level level, HighestLevel(reader, assessment.provider()));
  if (improvement::CallsForPlan(conclusion, level)) return absl::OkStatus();
  return errors::PlanNotCalledFor(assessment.name(), call::CodeOf(improvement::BandOf(conclusion)),
                                  call::CodeOf(level));
}

}  // namespace

void CheckMeaning(const RequestImprovementPlanRequest& request, call::Violations& violations) {
  const std::string& id = request.improvement_plan_id();
  if (!id.empty() && !call::IsChosenId(id)) violations.Add("improvement_plan_id", "INVALID_ID", id);
}

absl::StatusOr<improvement::v1::ImprovementPlan> RequestImprovementPlan(
    ledger::UnitOfWork& unit, const RequestImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const assessment::AssessmentName name,
                   assessment::AssessmentName::Parse(request.assessment()));
  ASSIGN_OR_RETURN(const Assessment assessment, assessment::Load(unit.reader(), name));
  RETURN_IF_ERROR(CheckFields(request, assessment));
  RETURN_IF_ERROR(CheckFinal(assessment));
  RETURN_IF_ERROR(CheckStep(unit.reader(), request.step()));
  RETURN_IF_ERROR(CheckCalledFor(unit.reader(), assessment));
  ASSIGN_OR_RETURN(const registry::PolicyVersionName policy_name,
                   registry::PolicyVersionName::Parse(assessment.policy_version()));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, registry::Load(unit.reader(), policy_name));
  improvement::PlanSeed seed{.region = region.region,
                             .plan_id = request.improvement_plan_id(),
                             .provider = assessment.provider(),
                             .assessment = assessment.name(),
                             .policy_version = assessment.policy_version(),
                             .reason = request.reason(),
                             .step = request.step()};
  ASSIGN_OR_RETURN(seed.shortcomings, improvement::ShortcomingsOf(unit.reader(), assessment));
  return improvement::CreatePlan(unit, policy, seed);
}

}  // namespace waarborg::flow
