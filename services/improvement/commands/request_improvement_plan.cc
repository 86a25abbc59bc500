#include <optional>
#include <string>
#include <vector>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/code.h"
#include "services/call/name.h"
#include "services/improvement/changes.h"
#include "services/improvement/commands.h"
#include "services/improvement/errors.h"
#include "services/improvement/shortcomings.h"
#include "services/language/status_macros.h"
#include "services/registry/names.h"
#include "services/registry/records.h"

namespace waarborg::improvement {
namespace {

using assessment::v1::Assessment;

absl::Status CheckShape(const v1::RequestImprovementPlanRequest& request, const Assessment& assessment) {
  std::vector<ItemFault> faults;
  if (!request.improvement_plan_id().empty() && !call::IsChosenId(request.improvement_plan_id())) {
    faults.push_back({"improvement_plan_id", "INVALID_ID", request.improvement_plan_id()});
  }
  const std::optional<std::vector<std::string>> step =
      call::MatchName(request.step(), "regions/*/escalations/*/steps/*");
  if (step.has_value() && (*step)[1] != call::LastId(assessment.provider())) {
    faults.push_back({"step", "STEP_OF_OTHER_PROVIDER", assessment.provider()});
  }
  return errors::Faults(faults);
}

absl::Status CheckFinal(const Assessment& assessment) {
  const bool final =
      assessment.state() == Assessment::STATE_FINAL || assessment.state() == Assessment::STATE_CLOSED;
  if (final) return absl::OkStatus();
  return errors::AssessmentNotFinal(assessment.name(), call::CodeOf(assessment.state()));
}

}  // namespace

absl::StatusOr<v1::ImprovementPlan> RequestImprovementPlan(ledger::UnitOfWork& unit,
                                                           const v1::RequestImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const assessment::AssessmentName name,
                   assessment::AssessmentName::Parse(request.assessment()));
  ASSIGN_OR_RETURN(const Assessment assessment, assessment::Load(unit.reader(), name));
  RETURN_IF_ERROR(CheckShape(request, assessment));
  RETURN_IF_ERROR(CheckFinal(assessment));
  ASSIGN_OR_RETURN(const registry::PolicyVersionName policy_name,
                   registry::PolicyVersionName::Parse(assessment.policy_version()));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, registry::Load(unit.reader(), policy_name));
  PlanSeed seed{.region = region.region,
                .plan_id = request.improvement_plan_id(),
                .provider = assessment.provider(),
                .assessment = assessment.name(),
                .policy_version = assessment.policy_version(),
                .reason = request.reason(),
                .step = request.step()};
  ASSIGN_OR_RETURN(seed.shortcomings, ShortcomingsOf(unit.reader(), assessment));
  return CreatePlan(unit, policy, seed);
}

}  // namespace waarborg::improvement
