#include "services/evidence/targets.h"

#include <utility>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/name.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/language/status_macros.h"
#include "services/registry/names.h"

namespace waarborg::evidence {
namespace {

using Provider = absl::StatusOr<std::string>;

Provider OfAssessment(const storage::Reader& reader, absl::string_view name) {
  ASSIGN_OR_RETURN(const assessment::AssessmentName parsed, assessment::AssessmentName::Parse(name));
  ASSIGN_OR_RETURN(const assessment::v1::Assessment found, assessment::Load(reader, parsed));
  return found.provider();
}

Provider OfFinding(const storage::Reader& reader, absl::string_view name) {
  ASSIGN_OR_RETURN(const assessment::FindingName parsed, assessment::FindingName::Parse(name));
  RETURN_IF_ERROR(assessment::Load(reader, parsed).status());
  const assessment::AssessmentName of{.region = parsed.region, .assessment = parsed.assessment};
  return OfAssessment(reader, of.ToString());
}

Provider OfPlan(const storage::Reader& reader, absl::string_view name) {
  ASSIGN_OR_RETURN(const improvement::ImprovementPlanName parsed,
                   improvement::ImprovementPlanName::Parse(name));
  ASSIGN_OR_RETURN(const improvement::v1::ImprovementPlan found, improvement::Load(reader, parsed));
  return found.provider();
}

std::string NameOf(const std::string& region, const std::string& provider) {
  return registry::ProviderName{.region = region, .provider = provider}.ToString();
}

Provider OfStep(const storage::Reader& reader, absl::string_view name) {
  ASSIGN_OR_RETURN(const escalation::StepName parsed, escalation::StepName::Parse(name));
  RETURN_IF_ERROR(escalation::Load(reader, parsed).status());
  return NameOf(parsed.region, parsed.provider);
}

Provider OfAcuteCase(const storage::Reader& reader, absl::string_view name) {
  ASSIGN_OR_RETURN(const escalation::AcuteCaseName parsed, escalation::AcuteCaseName::Parse(name));
  RETURN_IF_ERROR(escalation::Load(reader, parsed).status());
  return NameOf(parsed.region, parsed.provider);
}

// Empty for an incident whose provider is not known yet.
Provider OfIncident(const storage::Reader& reader, absl::string_view name) {
  ASSIGN_OR_RETURN(const incident::IncidentName parsed, incident::IncidentName::Parse(name));
  ASSIGN_OR_RETURN(const incident::v1::Incident found, incident::Load(reader, parsed));
  return found.provider();
}

struct Row {
  absl::string_view pattern;
  Provider (*provider)(const storage::Reader&, absl::string_view);
  bool providers_may;
};

constexpr Row kRows[] = {
    {"regions/*/assessments/*/findings/*", &OfFinding, false},
    {"regions/*/assessments/*", &OfAssessment, false},
    {"regions/*/improvementPlans/*", &OfPlan, true},
    {"regions/*/escalations/*/steps/*", &OfStep, false},
    {"regions/*/escalations/*/acuteCases/*", &OfAcuteCase, false},
    {"regions/*/incidents/*", &OfIncident, true},
};

}  // namespace

absl::StatusOr<Target> FindTarget(const storage::Reader& reader, absl::string_view name) {
  for (const Row& row : kRows) {
    if (!call::MatchName(name, row.pattern).has_value()) continue;
    ASSIGN_OR_RETURN(std::string provider, row.provider(reader, name));
    return Target{.provider = std::move(provider), .providers_may = row.providers_may};
  }
  return call::ParseName(name, kRows[0].pattern).status();
}

}  // namespace waarborg::evidence
