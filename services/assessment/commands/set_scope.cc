#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/narrowing.h"
#include "services/assessment/rules/guards.h"
#include "services/assessment/score_changes.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/registry/rules/policy.h"

namespace waarborg::assessment {
namespace {

absl::Status CheckMoment(const storage::Reader& reader, const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(reader, assessment));
  if (ScopeMayBeSet(assessment, registry::KindRuleFor(policy, assessment.kind()))) return absl::OkStatus();
  return call::error::IllegalTransition(assessment.name(), "set_scope", call::CodeOf(kPreparing),
                                        call::CodeOf(assessment.state()));
}

// As asked at creation: criterion to reason.
std::map<std::string, std::string> ExtrasOf(const v1::Assessment& assessment) {
  std::map<std::string, std::string> extras;
  for (const v1::ScopeExtra& extra : assessment.extras()) {
    for (const std::string& criterion : extra.criteria()) extras.insert_or_assign(criterion, extra.reason());
  }
  return extras;
}

absl::StatusOr<v1::Scope> WorkOutScope(const storage::Reader& reader, const v1::Assessment& assessment,
                                       const v1::SetScopeRequest& request) {
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(reader, assessment));
  ASSIGN_OR_RETURN(framework::Scores parent_scores, ParentScores(reader, assessment));
  const ScopeBasis basis{.framework = *framework,
                         .kind = assessment.kind(),
                         .profile = assessment.profile(),
                         .conditions = {assessment.conditions().begin(), assessment.conditions().end()},
                         .themes = {assessment.themes().begin(), assessment.themes().end()},
                         .extras = ExtrasOf(assessment),
                         .parent_scores = std::move(parent_scores)};
  ScopeAnswer answer = ScopeOf(basis, request);
  RETURN_IF_ERROR(errors::OfFaults(answer.faults));
  return std::move(answer.scope);
}

absl::Status AskAboutScope(ledger::UnitOfWork& unit, Edit& edit) {
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), edit.name));
  ASSIGN_OR_RETURN(const std::vector<LeftOut> left_out,
                   LeftOutOf(unit.reader(), *framework, edit.record, findings));
  return AskForNarrowing(unit, policy, left_out, edit.record);
}

}  // namespace

void CheckMeaning(const v1::SetScopeRequest& request, call::Violations& violations) {
  for (int i = 0; i < request.exclusions_size(); ++i) {
    if (!SaysWhat(request.exclusions(i)))
      violations.Add(absl::StrCat("exclusions[", i, "]"), "CRITERIA_OR_BUNDLE");
  }
}

AssessmentAnswer SetScope(ledger::UnitOfWork& unit, const v1::SetScopeRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "set_scope"));
  RETURN_IF_ERROR(CheckMoment(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(v1::Scope scope, WorkOutScope(unit.reader(), edit.record, request));
  scope.set_version(edit.record.scope().version() + 1);
  *edit.record.mutable_scope() = std::move(scope);
  RETURN_IF_ERROR(CarryOver(unit, edit.record));
  RETURN_IF_ERROR(AskAboutScope(unit, edit));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
