#include "services/flow/create_assessment.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/errors.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/flow/contract_framework.h"
#include "services/flow/legal_ground.h"
#include "services/flow/selection.h"
#include "services/framework/records.h"
#include "services/improvement/changes.h"
#include "services/improvement/records.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::flow {
namespace {

using assessment::AssessmentName;
using assessment::Faults;
using assessment::v1::Assessment;
using assessment::v1::CreateAssessmentRequest;
namespace errors = assessment::errors;

// What belongs to one kind of assessment and not to the others.
Faults KindFaults(const Assessment& wish) {
  Faults faults;
  if (wish.kind() == registry::v1::ASSESSMENT_KIND_UNSPECIFIED) return faults;
  const bool thematic = wish.kind() == registry::v1::ASSESSMENT_KIND_THEMATIC;
  if (thematic && wish.themes().empty()) faults.push_back({"assessment.themes", "THEMES_REQUIRED", ""});
  if (!thematic && !wish.themes().empty()) faults.push_back({"assessment.themes", "ONLY_FOR_THEMATIC", ""});
  const bool again = assessment::IsReAssessment(wish);
  const auto check = [&faults, again](absl::string_view field, bool given, bool required) {
    const std::string path = absl::StrCat("assessment.", field);
    if (again && required && !given) faults.push_back({path, "REQUIRED_FOR_RE_ASSESSMENT", ""});
    if (!again && given) faults.push_back({path, "ONLY_FOR_RE_ASSESSMENT", ""});
  };
  check("parent_assessment", !wish.parent_assessment().empty(), true);
  check("improvement_plan", !wish.improvement_plan().empty(), true);
  check("extras", !wish.extras().empty(), false);
  if (!again && wish.selection_reason() == Assessment::SELECTION_REASON_RE_ASSESSMENT) {
    faults.push_back({"assessment.selection_reason", "SELECTION_REASON_NOT_FOR_KIND", ""});
  }
  if (again && wish.first_assessment()) {
    faults.push_back({"assessment.first_assessment", "ASSESSED_BEFORE", wish.parent_assessment()});
  }
  if (again && wish.has_selection()) {
    faults.push_back({"assessment.selection", "SELECTION_NOT_FOR_RE_ASSESSMENT", ""});
  }
  return faults;
}

template <class Items>
bool HasId(const Items& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&id](const auto& item) { return item.id() == id; });
}

std::string ExtraFault(const std::vector<framework::Applicability>& all, const std::string& criterion) {
  const auto found = std::find_if(all.begin(), all.end(), [&criterion](const framework::Applicability& each) {
    return each.criterion == criterion;
  });
  if (found == all.end()) return "UNKNOWN_CRITERION";
  return found->applies ? "" : "CRITERION_DOES_NOT_APPLY";
}

// Themes and extras that the framework version does not know, or that do not hold for the provider.
Faults ContentFaults(const framework::v1::FrameworkVersion& framework, const Assessment& record) {
  Faults faults;
  for (int i = 0; i < record.themes_size(); ++i) {
    if (HasId(framework.themes(), record.themes(i))) continue;
    faults.push_back({absl::StrCat("assessment.themes[", i, "]"), "UNKNOWN_THEME", record.themes(i)});
  }
  const framework::Conditions conditions(record.conditions().begin(), record.conditions().end());
  const std::vector<framework::Applicability> all =
      framework::Applicable(framework, record.profile(), conditions);
  for (int i = 0; i < record.extras_size(); ++i) {
    for (int j = 0; j < record.extras(i).criteria_size(); ++j) {
      const std::string& criterion = record.extras(i).criteria(j);
      const std::string fault = ExtraFault(all, criterion);
      if (fault.empty()) continue;
      faults.push_back({absl::StrCat("assessment.extras[", i, "].criteria[", j, "]"), fault, criterion});
    }
  }
  return faults;
}

absl::StatusOr<AssessmentName> NewName(const ledger::UnitOfWork& unit,
                                       const CreateAssessmentRequest& request) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(request.parent(), "regions/*"));
  const bool chosen = !request.assessment_id().empty();
  AssessmentName name{.region = std::move(ids[0]),
                      .assessment = chosen ? request.assessment_id() : unit.call().NewId()};
  ASSIGN_OR_RETURN(const std::optional<Assessment> known, unit.Get(assessment::kAssessments, name.Key()));
  if (known.has_value()) return call::error::Exists("ASSESSMENT", name.ToString());
  return name;
}

void CopyWish(const Assessment& wish, Assessment& record) {
  record.set_kind(wish.kind());
  record.set_selection_reason(wish.selection_reason());
  record.set_legal_basis(wish.legal_basis());
  record.set_first_assessment(wish.first_assessment());
  *record.mutable_themes() = wish.themes();
  record.set_parent_assessment(wish.parent_assessment());
  record.set_improvement_plan(wish.improvement_plan());
  *record.mutable_extras() = wish.extras();
  if (wish.has_selection()) *record.mutable_selection() = wish.selection();
}

absl::StatusOr<std::string> ChooseFramework(const ledger::UnitOfWork& unit, const Assessment& wish) {
  if (wish.framework_version().empty()) {
    ASSIGN_OR_RETURN(const registry::ProviderName provider, registry::ProviderName::Parse(wish.provider()));
    return ContractFramework(unit.reader(), provider, wish.legal_basis(), ledger::Today(unit.now()));
  }
  ASSIGN_OR_RETURN(const framework::FrameworkVersionName name,
                   framework::FrameworkVersionName::ParseLongOrShort(wish.framework_version()));
  return name.ToString();
}

absl::Status PinFresh(const ledger::UnitOfWork& unit, const AssessmentName& name, const Assessment& wish,
                      const registry::v1::Provider& provider, Assessment& record) {
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(unit.reader(), registry::RegionName{.region = name.region}));
  RETURN_IF_ERROR(errors::OfFaults(LegalBasisFaults(region, provider, wish)));
  RETURN_IF_ERROR(CheckFirst(unit.reader(), wish));
  ASSIGN_OR_RETURN(*record.mutable_framework_version(), ChooseFramework(unit, wish));
  record.set_policy_version(region.current_policy());
  record.set_profile(provider.profile());
  *record.mutable_conditions() = provider.conditions();
  return absl::OkStatus();
}

absl::Status CheckFrameworkOfParent(const Assessment& wish, const Assessment& parent) {
  if (wish.framework_version().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const framework::FrameworkVersionName name,
                   framework::FrameworkVersionName::ParseLongOrShort(wish.framework_version()));
  if (name.ToString() == parent.framework_version()) return absl::OkStatus();
  return errors::OfField("assessment.framework_version", "FRAMEWORK_IS_INHERITED",
                         parent.framework_version());
}

absl::Status PinFromParent(const ledger::UnitOfWork& unit, const Assessment& wish, Assessment& record) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(wish.parent_assessment()));
  ASSIGN_OR_RETURN(const Assessment parent, assessment::Load(unit.reader(), name));
  if (parent.provider() != wish.provider()) {
    return errors::OfField("assessment.parent_assessment", "PARENT_OF_OTHER_PROVIDER", parent.provider());
  }
  if (!assessment::kDecided.Contains(parent.state())) {
    return errors::ParentNotFinal(parent.name(), call::CodeOf(parent.state()));
  }
  if (parent.legal_basis() != wish.legal_basis()) {
    return errors::OfField("assessment.legal_basis", "LEGAL_BASIS_IS_INHERITED",
                           call::CodeOf(parent.legal_basis()));
  }
  RETURN_IF_ERROR(CheckFrameworkOfParent(wish, parent));
  record.set_framework_version(parent.framework_version());
  record.set_policy_version(parent.policy_version());
  record.set_profile(parent.profile());
  *record.mutable_conditions() = parent.conditions();
  return absl::OkStatus();
}

// The result that a next re-assessment starts from: of the plan's last re-assessment that was decided, else
// of the assessment that the plan mends.
absl::StatusOr<std::string> LatestResult(const storage::Reader& reader,
                                         const improvement::v1::ImprovementPlan& plan) {
  for (int i = plan.re_assessments_size() - 1; i >= 0; --i) {
    ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(plan.re_assessments(i)));
    ASSIGN_OR_RETURN(const Assessment each, assessment::Load(reader, name));
    if (assessment::kDecided.Contains(each.state())) return each.name();
  }
  return plan.assessment();
}

bool IsOfPlan(const improvement::v1::ImprovementPlan& plan, const std::string& result) {
  const auto& linked = plan.re_assessments();
  return result == plan.assessment() || std::find(linked.begin(), linked.end(), result) != linked.end();
}

absl::Status CheckPlan(const ledger::UnitOfWork& unit, const Assessment& record) {
  ASSIGN_OR_RETURN(const improvement::ImprovementPlanName name,
                   improvement::ImprovementPlanName::Parse(record.improvement_plan()));
  ASSIGN_OR_RETURN(const improvement::v1::ImprovementPlan plan, improvement::Load(unit.reader(), name));
  ASSIGN_OR_RETURN(const std::string latest, LatestResult(unit.reader(), plan));
  if (record.parent_assessment() == latest) return absl::OkStatus();
  if (!IsOfPlan(plan, record.parent_assessment())) {
    return errors::OfField("assessment.improvement_plan", "PLAN_OF_OTHER_ASSESSMENT", plan.assessment());
  }
  return errors::OfField("assessment.parent_assessment", "PARENT_NOT_LATEST", latest);
}

absl::Status CheckPlanReady(const ledger::UnitOfWork& unit, const Assessment& record) {
  if (!assessment::IsReAssessment(record)) return absl::OkStatus();
  RETURN_IF_ERROR(CheckPlan(unit, record));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, assessment::PolicyOf(unit.reader(), record));
  return improvement::CheckReadyForReAssessment(unit.reader(), policy, record.improvement_plan(),
                                                ledger::Today(unit.now()));
}

absl::Status FillIn(const ledger::UnitOfWork& unit, const Assessment& wish, const AssessmentName& name,
                    Assessment& record) {
  ASSIGN_OR_RETURN(const registry::ProviderName provider_name,
                   registry::ProviderName::Parse(wish.provider()));
  ASSIGN_OR_RETURN(const registry::v1::Provider provider, registry::Load(unit.reader(), provider_name));
  if (provider.inactive()) return errors::ProviderInactive(provider.name());
  CopyWish(wish, record);
  RETURN_IF_ERROR(CheckSelection(unit.reader(), wish, ledger::Today(unit.now())));
  RETURN_IF_ERROR(assessment::IsReAssessment(wish) ? PinFromParent(unit, wish, record)
                                                   : PinFresh(unit, name, wish, provider, record));
  ASSIGN_OR_RETURN(const framework::FrameworkVersionName version,
                   framework::FrameworkVersionName::Parse(record.framework_version()));
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion framework, framework::Load(unit.reader(), version));
  RETURN_IF_ERROR(errors::OfFaults(ContentFaults(framework, record)));
  record.set_framework_hash(framework.content_hash());
  record.set_author(unit.call().caller.member);
  *record.mutable_create_time() = ledger::Stamp(unit.now());
  return CheckPlanReady(unit, record);
}

}  // namespace

void CheckMeaning(const CreateAssessmentRequest& request, call::Violations& violations) {
  const std::string& id = request.assessment_id();
  if (!id.empty() && !call::IsChosenId(id)) violations.Add("assessment_id", "INVALID_ID", id);
  const std::string& framework = request.assessment().framework_version();
  if (!framework.empty() && !framework::FrameworkVersionName::ParseLongOrShort(framework).ok()) {
    violations.Add("assessment.framework_version", "INVALID_NAME", framework::kFrameworkVersionForms);
  }
  errors::Add(KindFaults(request.assessment()), violations);
  errors::Add(SelectionFaults(request.assessment()), violations);
}

absl::StatusOr<Assessment> CreateAssessment(ledger::UnitOfWork& unit,
                                            const CreateAssessmentRequest& request) {
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  const Assessment& wish = request.assessment();
  ASSIGN_OR_RETURN(const AssessmentName name, NewName(unit, request));
  ASSIGN_OR_RETURN(assessment::Edit edit, assessment::BeginNew(unit, name, wish.provider()));
  RETURN_IF_ERROR(FillIn(unit, wish, name, edit.record));
  ASSIGN_OR_RETURN(Assessment created, assessment::Finish(unit, std::move(edit)));
  if (assessment::IsReAssessment(created)) {
    RETURN_IF_ERROR(improvement::LinkReAssessment(unit, created.improvement_plan(), created.name()));
  }
  return created;
}

}  // namespace waarborg::flow
