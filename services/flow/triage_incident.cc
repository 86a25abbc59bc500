#include "services/flow/triage_incident.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/escalation/changes.h"
#include "services/escalation/guards.h"
#include "services/escalation/names.h"
#include "services/incident/changes.h"
#include "services/incident/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::flow {
namespace {

using incident::v1::Incident;
using incident::v1::TriageIncidentRequest;

absl::StatusOr<escalation::AcuteSeed> SeedOf(const ledger::UnitOfWork& unit, const Incident& report,
                                             const incident::v1::AcuteDanger& acute) {
  ASSIGN_OR_RETURN(const incident::IncidentName name, incident::IncidentName::Parse(report.name()));
  ASSIGN_OR_RETURN(const registry::ProviderName provider_name,
                   registry::ProviderName::Parse(report.provider()));
  ASSIGN_OR_RETURN(const registry::v1::Provider provider, registry::Load(unit.reader(), provider_name));
  RETURN_IF_ERROR(escalation::CheckLegalBasis(acute.legal_basis(), provider.profile()));
  return escalation::AcuteSeed{
      .region = name.region,
      .provider = report.provider(),
      .case_id = unit.call().NewId(),
      .danger = acute.danger(),
      .persons = acute.persons(),
      .source = report.name(),
      .assessment = "",
      .commissioning_bodies = {acute.commissioning_bodies().begin(), acute.commissioning_bodies().end()},
      .legal_basis = acute.legal_basis(),
      .seen = unit.now()};
}

std::vector<std::string> CasesOf(const escalation::AcuteSeed& seed) {
  std::vector<std::string> cases;
  for (const std::string& body : seed.commissioning_bodies) {
    cases.push_back(escalation::AcuteCaseName{.region = seed.region,
                                              .provider = call::LastId(seed.provider),
                                              .acute_case = absl::StrCat(seed.case_id, "-", body)}
                        .ToString());
  }
  return cases;
}

}  // namespace

absl::StatusOr<Incident> TriageIncident(ledger::UnitOfWork& unit, const TriageIncidentRequest& request) {
  ASSIGN_OR_RETURN(const Incident report, incident::CheckTriage(unit, request));
  if (!request.has_acute()) return incident::Triage(unit, request, {});
  ASSIGN_OR_RETURN(const escalation::AcuteSeed seed, SeedOf(unit, report, request.acute()));
  ASSIGN_OR_RETURN(Incident triaged, incident::Triage(unit, request, CasesOf(seed)));
  RETURN_IF_ERROR(escalation::RaiseCases(unit, seed).status());
  return triaged;
}

}  // namespace waarborg::flow
