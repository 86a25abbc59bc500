#include "services/evidence/targets.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/assessment/redaction.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/escalation/visibility.h"
#include "services/evidence/visibility.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/incident/visibility.h"
#include "services/language/status_macros.h"
#include "services/registry/names.h"

namespace waarborg::evidence {
namespace {

// What a name stands for.
struct Found {
  std::string provider;          // whose case it is; "" when that is not known
  bool told_to_provider = true;  // whether its provider may read it
};

absl::StatusOr<Found> FindAssessment(const storage::Reader& reader, const call::Caller&,
                                     absl::string_view name) {
  ASSIGN_OR_RETURN(const assessment::AssessmentName parsed, assessment::AssessmentName::Parse(name));
  ASSIGN_OR_RETURN(const assessment::v1::Assessment found, assessment::Load(reader, parsed));
  return Found{.provider = found.provider(), .told_to_provider = assessment::KnownToProvider(found)};
}

absl::StatusOr<Found> FindFinding(const storage::Reader& reader, const call::Caller& caller,
                                  absl::string_view name) {
  ASSIGN_OR_RETURN(const assessment::FindingName parsed, assessment::FindingName::Parse(name));
  ASSIGN_OR_RETURN(const assessment::v1::Finding finding, assessment::Load(reader, parsed));
  ASSIGN_OR_RETURN(const assessment::v1::Assessment of,
                   assessment::Load(reader, assessment::AssessmentName{.region = parsed.region,
                                                                       .assessment = parsed.assessment}));
  return Found{.provider = of.provider(), .told_to_provider = assessment::IsShown(caller, of, finding)};
}

absl::StatusOr<Found> FindPlan(const storage::Reader& reader, const call::Caller&, absl::string_view name) {
  ASSIGN_OR_RETURN(const improvement::ImprovementPlanName parsed,
                   improvement::ImprovementPlanName::Parse(name));
  ASSIGN_OR_RETURN(const improvement::v1::ImprovementPlan found, improvement::Load(reader, parsed));
  return Found{.provider = found.provider()};
}

std::string NameOf(const std::string& region, const std::string& provider) {
  return registry::ProviderName{.region = region, .provider = provider}.ToString();
}

// A ladder step or an acute case.
template <class Name>
absl::StatusOr<Found> FindOfLadder(const storage::Reader& reader, const call::Caller&,
                                   absl::string_view name) {
  ASSIGN_OR_RETURN(const Name parsed, Name::Parse(name));
  ASSIGN_OR_RETURN(const auto found, escalation::Load(reader, parsed));
  return Found{.provider = NameOf(parsed.region, parsed.provider),
               .told_to_provider = escalation::IsVisibleToProvider(found)};
}

absl::StatusOr<Found> FindIncident(const storage::Reader& reader, const call::Caller& caller,
                                   absl::string_view name) {
  ASSIGN_OR_RETURN(const incident::IncidentName parsed, incident::IncidentName::Parse(name));
  ASSIGN_OR_RETURN(const incident::v1::Incident found, incident::Load(reader, parsed));
  return Found{.provider = found.provider(), .told_to_provider = incident::IsVisible(caller, found)};
}

struct Row {
  absl::string_view pattern;
  absl::string_view noun;
  absl::StatusOr<Found> (*find)(const storage::Reader&, const call::Caller&, absl::string_view);
  bool providers_may_link;
};

constexpr Row kRows[] = {
    {"regions/*/assessments/*/findings/*", "FINDING", &FindFinding, false},
    {"regions/*/assessments/*", "ASSESSMENT", &FindAssessment, false},
    {"regions/*/improvementPlans/*", "IMPROVEMENT_PLAN", &FindPlan, true},
    {"regions/*/escalations/*/steps/*", "STEP", &FindOfLadder<escalation::StepName>, false},
    {"regions/*/escalations/*/acuteCases/*", "ACUTE_CASE", &FindOfLadder<escalation::AcuteCaseName>, false},
    {"regions/*/incidents/*", "INCIDENT", &FindIncident, true},
};

// The row of the name; null when it is no target.
const Row* RowOf(absl::string_view name) {
  const auto* const row = std::find_if(std::begin(kRows), std::end(kRows), [name](const Row& each) {
    return call::MatchName(name, each.pattern).has_value();
  });
  return row == std::end(kRows) ? nullptr : row;
}

}  // namespace

bool ProvidersMayLink(absl::string_view name) {
  const Row* const row = RowOf(name);
  return row != nullptr && row->providers_may_link;
}

absl::StatusOr<std::string> ProviderOfTarget(const storage::Reader& reader, const call::Caller& caller,
                                             absl::string_view name) {
  const Row* const row = RowOf(name);
  if (row == nullptr) return call::ParseName(name, kRows[0].pattern).status();
  ASSIGN_OR_RETURN(Found found, row->find(reader, caller, name));
  const bool may_read = found.told_to_provider && found.provider == caller.provider;
  if (caller.IsOnlyProvider() && !may_read) return call::error::NotFound(row->noun, name);
  return std::move(found.provider);
}

}  // namespace waarborg::evidence
