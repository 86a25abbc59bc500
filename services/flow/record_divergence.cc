#include "services/flow/record_divergence.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/errors.h"
#include "services/registry/names.h"
#include "services/registry/revision.h"

namespace waarborg::flow {
namespace {

using registry::v1::ExternalJudgement;

bool Touches(const ExternalJudgement& judgement, const std::string& criterion) {
  return std::any_of(
      judgement.touches().begin(), judgement.touches().end(),
      [&](const registry::v1::TouchedCriterion& touched) { return touched.criterion() == criterion; });
}

absl::Status CheckCriteria(const registry::v1::RecordDivergenceRequest& request,
                           const ExternalJudgement& judgement) {
  call::Violations violations;
  std::set<std::string> seen;
  for (int i = 0; i < request.criteria_size(); ++i) {
    const std::string field = absl::StrCat("criteria[", i, "]");
    const std::string& criterion = request.criteria(i);
    if (!Touches(judgement, criterion)) {
      violations.Add(field, "CRITERION_NOT_TOUCHED", criterion);
    } else if (!seen.insert(criterion).second) {
      violations.Add(field, "DUPLICATE", criterion);
    }
  }
  return violations.ToStatus();
}

absl::Status CheckSameProvider(const ledger::UnitOfWork& unit, const std::string& about,
                               const ExternalJudgement& judgement) {
  ASSIGN_OR_RETURN(const assessment::AssessmentName name, assessment::AssessmentName::Parse(about));
  ASSIGN_OR_RETURN(const assessment::v1::Assessment record, assessment::Load(unit.reader(), name));
  ASSIGN_OR_RETURN(const registry::ExternalJudgementName of,
                   registry::ExternalJudgementName::Parse(judgement.name()));
  if (record.provider() == of.Owner().ToString()) return absl::OkStatus();
  return registry::errors::AssessmentOfOtherProvider(about, of.Owner().ToString());
}

}  // namespace

absl::StatusOr<ExternalJudgement> RecordDivergence(ledger::UnitOfWork& unit,
                                                   const registry::v1::RecordDivergenceRequest& request) {
  ASSIGN_OR_RETURN(ExternalJudgement judgement,
                   registry::OpenJudgement(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, registry::FollowJudgement(unit, judgement, "record_divergence"));
  RETURN_IF_ERROR(CheckCriteria(request, judgement));
  RETURN_IF_ERROR(CheckSameProvider(unit, request.assessment(), judgement));
  registry::v1::Divergence& divergence = *judgement.add_divergences();
  divergence.set_assessment(request.assessment());
  *divergence.mutable_criteria() = request.criteria();
  divergence.set_reason(request.reason());
  divergence.set_author(unit.call().caller.member);
  *divergence.mutable_time() = ledger::Stamp(unit.now());
  fact.reason = request.reason();
  return registry::KeepJudgement(unit, std::move(judgement), std::move(fact));
}

}  // namespace waarborg::flow
