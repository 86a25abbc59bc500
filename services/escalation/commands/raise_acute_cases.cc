#include <utility>
#include <vector>

#include "services/escalation/bodies.h"
#include "services/escalation/changes.h"
#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/ledger/time.h"
#include "services/registry/records.h"

namespace waarborg::escalation {

void CheckMeaning(const v1::RaiseAcuteCasesRequest& request, call::Violations& violations) {
  CheckBodies(request.commissioning_bodies(), request.acute_case_id(), "acute_case_id", violations);
}

absl::StatusOr<v1::RaiseAcuteCasesResponse> RaiseAcuteCases(ledger::UnitOfWork& unit,
                                                            const v1::RaiseAcuteCasesRequest& request) {
  ASSIGN_OR_RETURN(const EscalationName escalation, EscalationName::Parse(request.parent()));
  const registry::ProviderName provider_name{escalation.region, escalation.provider};
  ASSIGN_OR_RETURN(const registry::v1::Provider provider, registry::Load(unit.reader(), provider_name));
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(unit.reader(), registry::RegionName{escalation.region}));
  RETURN_IF_ERROR(CheckLegalGround(region, provider, request.legal_basis()));
  RETURN_IF_ERROR(CheckLegalBasis(request.legal_basis(), provider.profile()));
  const absl::Time seen = request.has_seen_time() ? ledger::TimeOf(request.seen_time()) : unit.now();
  if (seen > unit.now()) return errors::Violation("seen_time", "SEEN_IN_FUTURE");
  const AcuteSeed seed{
      .region = escalation.region,
      .provider = provider_name.ToString(),
      .case_id = request.acute_case_id(),
      .danger = request.danger(),
      .persons = request.persons(),
      .source = request.source(),
      .assessment = "",
      .commissioning_bodies = {request.commissioning_bodies().begin(), request.commissioning_bodies().end()},
      .legal_basis = request.legal_basis(),
      .seen = seen};
  ASSIGN_OR_RETURN(std::vector<v1::AcuteCase> cases, RaiseCases(unit, seed));
  v1::RaiseAcuteCasesResponse response;
  for (v1::AcuteCase& each : cases) *response.add_acute_cases() = std::move(each);
  return response;
}

}  // namespace waarborg::escalation
